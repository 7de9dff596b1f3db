//! Who is in no list: what stands around one or two unknown words that only a person can be.

use crate::notes::lex::Kind;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{self, Cue, Is, Word};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::after::{is_kin, is_role_of};
use crate::notes::people::weigh::before::before_date;
use crate::notes::word_key::words;

/// Whether a spot is one word or two that no list knows and that look like no other thing.
pub(super) fn is_one(spot: &Spot) -> bool {
    let full = spot.words == 2 && spot.tail.is_none() && spot.first.is_empty();
    (spot.single || full)
        && spot.last.is_empty()
        && !spot.ends_as_plural
        && !spot.shouted
        && !spot.follows_capital
        && spot.title_word.is_none()
}

/// Whether a word is a well-known name's possessive without its apostrophe: "Stalins death".
pub(super) fn is_owner(tokens: &Tokens<'_>, names: &Names, spot: &Spot) -> bool {
    let owned = tokens.all.get(spot.tokens.end);
    spot.single
        && spot.last.is_empty()
        && spot.tail.is_none()
        && spot.title_word.is_none()
        && !spot.after_article
        && !spot.follows_capital
        && owned.is_some_and(|next| next.kind == Kind::Word && !next.capital && next.spaced)
        && names.text(spot.key).strip_suffix('s').is_some_and(|bare| {
            let is = lexicon::know(bare).is;
            is.contains(Is::KNOWN) && !is.intersects(Is::OTHER | Is::GIVEN)
        })
}

/// Whether what stands around a stranger, of which `start` is the first token, makes it a person.
pub(super) fn is_person(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> bool {
    start > 0
        && (is_told_before(tokens, start)
            || is_apposed(tokens, spot, start)
            || is_between_arrows(tokens, spot, start))
        || is_told_after(tokens, spot)
        || is_listed_lord(tokens, spot)
}

/// Whether a stranger stands in a line of people who follow each other: `Hugh II → Brannius → Hugh III`.
fn is_between_arrows(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> bool {
    let end = spot.tokens.end;
    let arrow = |at: usize| {
        let token = tokens.all.get(at);
        token.is_some_and(|token| token.kind == Kind::Arrow)
    };
    if start < 2 || !arrow(end) || !arrow(start - 1) {
        return false;
    }
    let named = |at: usize| {
        let is = tokens.known(at).is;
        let other = Is::PLACE | Is::PEOPLE | Is::GROUP | Is::THING;
        tokens.is_capital(at) && is.intersects(Is::NAME) && !is.intersects(other)
    };
    // "Hugh II"
    let numeral = tokens.word(start - 2);
    let numeral = numeral
        .bytes()
        .all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let before = (start - 2).saturating_sub(usize::from(numeral));
    named(before) && named(end + 1)
}

/// Whether a spot with a small particle is an item of a list, where no name is but a person's: `de Clare, de Morvan, le Bret`.
fn is_listed_lord(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let start = spot.tokens.start;
    let de = tokens.any(start, words!("de du le von van d'")) && !tokens.is_capital(start);
    let ends = |at: usize| tokens.any(at, words!(", and & + ;"));
    let open = start.checked_sub(1);
    de && (ends(spot.tokens.end) || open.is_some_and(ends))
        && open.is_none_or(|open| ends(open) || matches!(tokens.word(open), ":" | "(" | "|"))
        && !matches!(tokens.all.get(spot.tokens.end), Some(next) if next.kind == Kind::Word && next.capital)
}

/// "Replaced by", "murder of", "president:", "historians like"; `start` is the token after.
fn is_told_before(tokens: &Tokens<'_>, start: usize) -> bool {
    let at = start - 1;
    let word = |back: usize| at.checked_sub(back).map_or("", |at| tokens.word(at));
    let is_role = |back: usize| at.checked_sub(back).is_some_and(|at| is_role(tokens, at));
    let known = |back: usize| {
        at.checked_sub(back)
            .map_or(Word::default(), |at| tokens.known(at))
    };
    match word(0) {
        ":" | "=" | "like" => is_role(1),
        // `*The Long Road* (1920) by`
        "by" => {
            // "Thrown out by", "handed over by", "shot 30 Mar 81 by".
            let dated = before_date(tokens, at.saturating_sub(1));
            let over = usize::from(matches!(word(1), "out" | "over" | "up"));
            let verb = tokens.known(dated.saturating_sub(over));
            verb.cue.contains(Cue::DONE_BY)
                || matches!(
                    word(1),
                    "inscription" | "poem" | "portrait" | "biography" | "memoir" | "painting"
                )
                || word(1) == ")"
                || at > 0 && tokens.is_parted(at)
        }
        "under" => known(1).cue.contains(Cue::LED) || known(1).is.contains(Is::PEOPLE),
        "as" => word(1) == "such" && is_role(2),
        "to" => matches!(
            word(1),
            "according"
                | "According"
                | "married"
                | "engaged"
                | "thanks"
                | "apprenticed"
                | "letter"
                | "letters"
                | "spoke"
                | "surrendered"
                | "surrenders"
                | "writes"
                | "wrote"
        ),
        "them" => word(1) == "among",
        "with" => is_done_together(word(1)),
        // "Would not work w/ Brannius"
        "/" => word(1) == "w" && is_done_together(word(2)),
        // "His slave Tiro"
        "slave" | "freedman" => true,
        "of" => is_kin(word(1)) || known(1).cue.contains(Cue::HAPPENS_TO),
        _ => known(0).cue.contains(Cue::DONE_TO),
    }
}

/// Whether a verb is what two people do together: "argued with".
fn is_done_together(verb: &str) -> bool {
    matches!(
        verb,
        "work"
            | "worked"
            | "works"
            | "working"
            | "argue"
            | "argued"
            | "argues"
            | "arguing"
            | "quarrelled"
            | "quarreled"
            | "debated"
            | "corresponded"
            | "studied"
            | "eloped"
            | "slept"
            | "went"
            | "lived"
            | "lives"
            | "duel"
            | "affair"
            | "friends"
            | "love"
    )
}

/// "The driver, Lojka, took a wrong turn", "a slave nurse, Hipólita."
fn is_apposed(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> bool {
    let at = start - 1;
    if tokens.word(at) != "," || !matches!(tokens.word(spot.tokens.end), "," | "." | ")" | "") {
        return false;
    }
    let from = at.saturating_sub(5);
    let role = (from..at).rev().take(4).find(|at| is_role(tokens, *at));
    role.is_some_and(|role| {
        (from..role).any(|at| {
            tokens.known(at).cue.contains(Cue::ARTICLE)
                || matches!(tokens.word(at), "an" | "his" | "her" | "their")
        })
    })
}

/// Whether the comma at `at` and what follows say who somebody is: "Komei, his father, died", "Morelos, another priest".
fn is_apposed_behind(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.word(at) != "," {
        return false;
    }
    let other = is_others(tokens, at + 1);
    let article = tokens.known(at + 1).cue.contains(Cue::ARTICLE) || tokens.word(at + 1) == "an";
    (article || other)
        && (is_role(tokens, at + 2)
            || is_role(tokens, at + 3)
            || other && is_kin(tokens.word(at + 2)))
}

/// As [`is_apposed_behind`], for words that may open a sentence as well: "Channing, his doctor", but not "Normally, a king".
pub(in crate::notes::people) fn is_somebodys(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at) == ","
        && is_others(tokens, at + 1)
        && !tokens.word(at - 1).ends_with("ly")
        && is_apposed_behind(tokens, at)
}

/// Whether the word at `at` says whose somebody is, or that there is another.
fn is_others(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "his" | "her" | "their" | "another")
}

/// "'s view", ", a priest", "(PM)", "became chancellor", "published his findings".
fn is_told_after(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let at = spot.tokens.end;
    if spot.possessive {
        let owned = tokens.known(at).cue | tokens.known(at + 1).cue;
        // "Vergano's On the Good Life": a book.
        return owned.contains(Cue::HAD_BY) || matches!(tokens.word(at), "On" | "De");
    }
    let Some(next) = tokens.all.get(at) else {
        return false;
    };
    if next.kind == Kind::Word {
        // "the lancers of Rondón who saved the day"
        let told = matches!(tokens.word(at), "who" | "who'd" | "who’d" | "whose");
        return !next.capital && (told || is_agent(tokens, at));
    }
    match tokens.word(at) {
        "(" if is_year(tokens, at + 1) => is_life(tokens, at + 1),
        "," => {
            is_apposed_behind(tokens, at)
                || is_role(tokens, at + 1) && tokens.word(at + 2) == "of"
                || is_sibling(tokens, at + 1)
                || is_work(tokens, at + 1)
        }
        "(" => is_role_of(tokens, at + 1),
        "|" => is_work(tokens, at + 1),
        "–" | "—" | "-" => next.spaced && (is_role(tokens, at + 1) || is_role(tokens, at + 2)),
        // "Bomfo = his mother", "Bomfo = Sand's slave"
        "=" => {
            let next = tokens.word(at + 1);
            let whose =
                matches!(next, "his" | "her") || next.ends_with("'s") || next.ends_with("’s");
            is_kin(tokens.word(at + 1 + usize::from(whose))) || whose && is_role(tokens, at + 2)
        }
        _ => false,
    }
}

/// Whether the words from `at` on, after a name, are what only people do.
fn is_agent(tokens: &Tokens<'_>, at: usize) -> bool {
    let (word, known) = tokens.know(at);
    if known.cue.contains(Cue::AUXILIARY) {
        let article = usize::from(matches!(
            tokens.word(at + 1),
            "a" | "an" | "the" | "made" | "elected"
        ));
        return is_role(tokens, at + 1 + article) || is_kin_of(tokens, at + 1);
    }
    if known.is.contains(Is::FATE) {
        let next = tokens.known(at + 1).is;
        return next.contains(Is::ROLE)
            || matches!(tokens.word(at + 1), "dead" | "head" | "to")
            || tokens.is_capital(at + 1) && next.contains(Is::GROUP);
    }
    if matches!(word, "took" | "takes") && tokens.word(at + 1) == "over" {
        return true;
    }
    if matches!(word, "won" | "wins" | "loses" | "lost") {
        return (at + 1..at + 4).any(|near| {
            matches!(
                tokens.word(near),
                "election" | "elections" | "presidency" | "nomination"
            )
        });
    }
    // `Gigas states "they planned it"`.
    if matches!(
        word,
        "states" | "says" | "adds" | "notes" | "writes" | "wrote" | "replies"
    ) {
        return matches!(tokens.word(at + 1), "\"" | "“" | "that");
    }
    // "The postmaster recognises".
    if word == "the" {
        return is_role(tokens, at + 1);
    }
    let his = || {
        (at + 1..at + 4)
            .take_while(|near| {
                tokens
                    .all
                    .get(*near)
                    .is_some_and(|token| token.kind == Kind::Word)
            })
            .any(|near| matches!(tokens.word(near), "his" | "her" | "himself" | "herself"))
    };
    known.is.intersects(Is::ACT | Is::HUMAN) && his()
}

/// `half sister of`, `daughter of`.
fn is_sibling(tokens: &Tokens<'_>, at: usize) -> bool {
    let half = matches!(
        tokens.word(at),
        "half" | "step" | "younger" | "elder" | "older"
    );
    let hyphen = half && tokens.word(at + 1) == "-";
    let kin = at + usize::from(half) + usize::from(hyphen);
    is_kin(tokens.word(kin)) && tokens.word(kin + 1) == "of"
}

/// Whether what somebody's relation is begins at `at`: `Ahmad Shah's grandson`.
fn is_kin_of(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_capital(at)
        && (at + 1..at + 4).any(|near| {
            let owner = tokens.word(near - 1);
            is_kin(tokens.word(near)) && (owner.ends_with("'s") || owner.ends_with("’s"))
        })
}

/// Whether the word at `at`, or its singular, says what a person is.
fn is_role(tokens: &Tokens<'_>, at: usize) -> bool {
    let (word, known) = tokens.lower(at);
    known.is.contains(Is::ROLE)
        || word
            .strip_suffix('s')
            .is_some_and(|role| lexicon::look_up(role).contains(Is::ROLE))
}

/// A number of four digits.
fn is_year(tokens: &Tokens<'_>, at: usize) -> bool {
    let number = tokens
        .all
        .get(at)
        .filter(|token| token.kind == Kind::Number);
    number.is_some_and(|number| number.end - number.start == 4)
}

/// Whether `1830-1910)` at `at` is a life: what its bearer was follows.
fn is_life(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at + 1), "-" | "–")
        && is_year(tokens, at + 2)
        && tokens.word(at + 3) == ")"
        && (at + 4..at + 8).any(|near| is_role(tokens, near))
}

/// Whether a title in italics begins at `at`.
fn is_work(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.all.get(at).filter(|token| token.capital) else {
        return false;
    };
    super::emphasis_at(tokens, token.start).is_some()
}
