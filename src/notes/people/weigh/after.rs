//! What stands after a spot.

mod belonging;
mod brackets;

pub(super) use brackets::is_role_of;

use crate::notes::lex::Kind;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::Is;
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::kin::family;
use crate::notes::people::weigh::verbs::verb;
use crate::notes::word_key::words;
use belonging::belonging;
use brackets::{brackets, is_second_author, is_study};

/// `#person` right after the name.
pub(super) fn tagged(tokens: &Tokens<'_>, end: usize) -> i32 {
    let tagged = tokens.tag_at(end).is_some_and(|tag| tag.person);
    if tagged { 12 } else { 0 }
}

/// Whether a street has the name: Nelson St.
fn is_street(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> bool {
    spot.words == 1
        && matches!(tokens.word(at), "St" | "Rd" | "Ave")
        && !tokens.is_capital(at + 1 + usize::from(tokens.word(at + 1) == "."))
}

/// Whether a saint's name is that of a place, a church or the like: "St Anselm gate".
fn is_saints(tokens: &Tokens<'_>, names: &Names, spot: &Spot, at: usize) -> bool {
    names.is_saint(spot.title_word)
        && tokens.any(
            at,
            words!("gate church abbey chapel cathedral square valley street hill hospital college monastery priory bay parish bridge"),
        )
}

/// Whether the verb at `at` says that an unknown plural means several: "Tollkeepers were poor", but not "Marlo and Tellers were".
fn is_many(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> bool {
    spot.single
        && spot.ends_as_plural
        && spot.last.is_empty()
        && tokens.any(at, words!("were are have weren't aren't haven't"))
        && spot.tokens.start.checked_sub(1).is_none_or(|before| {
            !matches!(tokens.word(before), "and" | "&" | "," | "or" | "+" | "/")
        })
}

/// What the words after `spot` say of it.
pub(super) fn weight(tokens: &Tokens<'_>, names: &Names, spot: &Spot) -> i32 {
    let mut at = spot.tokens.end;
    if at >= tokens.all.len() {
        let saints = spot.possessive && names.is_saint(spot.title_word);
        return if saints { -10 } else { 0 };
    }
    if spot.possessive {
        return belonging(tokens, names, spot, at);
    }
    // A tag after the name is passed over.
    if let Some(tag) = tokens.tag_at(at) {
        at += tokens.all[at..]
            .iter()
            .take_while(|token| token.start < tag.bytes.1)
            .count();
    }
    let Some(next) = tokens.all.get(at) else {
        return 0;
    };
    if is_said_a_thing(tokens, at) {
        return -14;
    }
    if next.kind == Kind::Word {
        return match next.capital {
            true if is_street(tokens, spot, at) => -8,
            true => 0,
            false if is_study(tokens, at) => 5,
            false if spot.title.is_some() && is_saints(tokens, names, spot, at) => -14,
            false if is_many(tokens, spot, at) => -8,
            false => verb(tokens, spot, at),
        };
    }
    match tokens.word(at) {
        "&" if is_study(tokens, at) => 5,
        // "Anna + baby", "Anna & the children"
        "&" | "+" => family(tokens, at + 1),
        // "Zuma 4th president".
        _ if next.kind == Kind::Number
            && is_ordinal(tokens, at + 1)
            && names_a_role(tokens, at + 2) =>
        {
            6
        }
        "(" if is_second_author(tokens, spot, at) => 5,
        // "Vitae 7.26": a book.
        _ if next.kind == Kind::Number && spot.single && spot.last.is_empty() => {
            let is_passage = tokens.word(at + 1) == "." && tokens.is_glued(at + 2);
            -6 * i32::from(is_passage)
        }
        "(" if tokens.word(at + 2) == ")" && spot.opens && is_given(spot) => {
            // "Henry (Beauclerk) plotted"
            brackets(tokens, at + 1).max(act(tokens, at + 3))
        }
        "(" | "[" => brackets(tokens, at + 1),
        // Lincoln, Nebraska.
        "," if spot.single && spot.last.contains(Is::PLACE) && is_place(tokens, at + 1) => -5,
        // "Moved to Darwin, New Zealand"
        "," if spot.single && is_way_to(tokens, spot) && is_place_of_two(tokens, at + 1) => -12,
        "," => apposition(tokens, at + 1),
        "-" | "–" | "—" | ":" | "="
            if (next.spaced || tokens.word(at) == ":") && names_a_role(tokens, at + 1) =>
        {
            3
        }
        _ => 0,
    }
}

/// Whether the words at `at`, after a name, say that it is a thing's: `Mary Rose = ship`, `Kubla Khan is the poem`.
fn is_said_a_thing(tokens: &Tokens<'_>, at: usize) -> bool {
    if !matches!(tokens.word(at), "=" | "is" | "was") {
        return false;
    }
    let article = usize::from(tokens.any(at + 1, words!("a an the")));
    (article == 1 || tokens.word(at) == "=")
        && tokens.any(
            at + 1 + article,
            words!(
                "aeroplane aircraft airport bomber castle city dog film fighter flagship gun horse island magazine movie \
                 musical newspaper novel opera painting plane play poem river rocket ship song submarine tank town \
                 train unit village warship"
            ),
        )
}

/// Whether a place is named at `at`: `Nebraska`, `D.C.`
fn is_place(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_capital(at)
        && (tokens.known(at).is.contains(Is::PLACE) && !tokens.known(at).is.intersects(Is::NAME)
            || tokens.word(at) == "D" && tokens.word(at + 2) == "C"
            || tokens.word(at) == "DC")
}

/// Whether the way to a place is told before a spot: "retreats to".
fn is_way_to(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let start = spot.tokens.start;
    start > 0 && tokens.any(start - 1, words!("to in at from near into"))
}

/// Whether a place of two words or one is named at `at`.
fn is_place_of_two(tokens: &Tokens<'_>, at: usize) -> bool {
    is_place(tokens, at) || tokens.is_capital(at + 1) && tokens.known(at).is.contains(Is::OPENS)
}

/// Whether a spot is a given name alone, and nothing else.
fn is_given(spot: &Spot) -> bool {
    spot.single && spot.last.intersects(Is::GIVEN) && !spot.last.intersects(Is::OTHER)
}

/// What a verb at `at` says of who does it.
fn act(tokens: &Tokens<'_>, at: usize) -> i32 {
    let is = tokens.known(at).is;
    3 * i32::from(!tokens.is_capital(at) && is.intersects(Is::ACT | Is::HUMAN | Is::FATE))
}

/// Whether one of three words from `at` on says what a person is.
pub(super) fn names_a_role(tokens: &Tokens<'_>, at: usize) -> bool {
    (at..at + 3).any(|near| tokens.known(near).is.contains(Is::ROLE))
}

/// The `st` of 1st.
fn is_ordinal(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_glued(at) && matches!(tokens.word(at), "st" | "nd" | "rd" | "th")
}

/// `, who`, `, the king of`, `, aged 40`.
fn apposition(tokens: &Tokens<'_>, at: usize) -> i32 {
    let (word, known) = tokens.lower(at);
    match word.as_ref() {
        "who" | "whose" | "whom" | "aged" => 4,
        "a" | "an" | "the" | "his" | "her" | "then" | "now" | "also" | "former"
            if names_a_role(tokens, at + 1) =>
        {
            4
        }
        _ if known.is.contains(Is::ROLE) => 3,
        // "Ferrand, French envoy to Rome"
        _ if known.is.contains(Is::PEOPLE) && tokens.known(at + 1).is.contains(Is::ROLE) => 4,
        // "Margaret, Maid of Ostwick"
        _ if tokens.is(at + 1, "of") && is_head(&word) => 4,
        _ => 0,
    }
}
