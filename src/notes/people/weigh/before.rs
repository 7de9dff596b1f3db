//! What stands before a spot.

mod by;

pub(super) use by::before_date;

use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::case;
use crate::notes::people::weigh::kin::is_kin;
use by::by;

/// The token after the last word before `start`: marks that open a quotation or a bracket are passed over.
fn before_marks(tokens: &Tokens<'_>, start: usize) -> usize {
    let mut at = start;
    while at > 0
        && tokens.all[at - 1].kind == Kind::Punct
        && matches!(tokens.word(at - 1), "\"" | "“" | "'" | "‘" | "(")
    {
        at -= 1;
    }
    at
}

/// What the words before token `start` say of `spot`.
pub(super) fn weight(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> i32 {
    let at = before_marks(tokens, start);
    if at >= 2 && tokens.is(at - 1, ".") && tokens.is(at - 2, "v") {
        // "Gen. v. Holden": a German name; a case has another name before.
        return if is_von(tokens, at - 2) {
            3
        } else {
            case(tokens, at - 2)
        };
    }
    if at == 0 || tokens.all[at - 1].kind != Kind::Word {
        return unnamed(tokens, spot, at);
    }
    let known = spot.last.contains(Is::KNOWN) && !spot.last.contains(Is::PLACE);
    let certain = is_certain(spot);
    let (word, meaning) = tokens.lower(at - 1);
    let (is, cue) = (meaning.is, meaning.cue);
    // "In Darwin's theory" is in nobody's country.
    if cue.contains(Cue::WHERE) && spot.possessive && known {
        return 0;
    }
    if cue.contains(Cue::WHERE) && !(word == "around" && !certain && !known) {
        return in_a_place(tokens, spot, start, known);
    }
    match word.as_ref() {
        // "Huxley v Bishop Wilberforce": no case has titles.
        "v" if spot.title.is_some() => 0,
        "v" => case(tokens, at - 1),
        "into" | "through" | "around" | "onto" => -3 * i32::from(!certain),
        // "Afraid that Hitler would".
        "that" => 0,
        // "(today Hattina)"
        "today" | "modern" | "nowadays" if spot.single && at >= 2 && tokens.is(at - 2, "(") => -8,
        // "The handlebars of his Adler bike": what is his is no person, if it is not his kin.
        "his" | "her" | "its" | "my" if known && !certain && !spot.first.intersects(Is::GIVEN) => {
            -3
        }
        "to" => to(tokens, spot, at),
        "from" if !certain && leads_to_place(tokens, spot) => -8,
        "from" if !known => -2,
        "a" | "an" if known => -2,
        "the" if known && is_government(tokens.word(spot.tokens.end)) => 3,
        _ if cue.contains(Cue::ARTICLE) => match (certain, known) {
            (true, _) => 0,
            (false, true) => -4,
            (false, false) => -6,
        },
        "by" => by(tokens, spot, at),
        // "Simon (of Montfort)"
        "of" if spot.single && at >= 2 && tokens.is(at - 2, "(") => -6,
        "of" => of(tokens, spot, at),
        "under" => 1,
        // "Dined with Rosalind"
        "with" if spot.single && !spot.last.intersects(Is::OTHER) => {
            i32::from(spot.last.intersects(Is::GIVEN))
        }
        "against" if spot.words > 1 => 2,
        // "The sufi saint Talib"
        "saint" | "prophet" => 5,
        "called" | "named" | "nicknamed" | "featuring" | "starring" => 3,
        _ if is.contains(Is::ROLE) && !tokens.all[at - 1].capital => 5,
        _ if cue.contains(Cue::BEARER) => -8,
        _ if is.contains(Is::FATE) => 3,
        _ if cue.contains(Cue::TAKES_PLACES) => 0,
        _ if is.contains(Is::ACT) => 2,
        // "JFK phones Coretta"
        _ if is.contains(Is::HUMAN) => 1,
        plural => plural
            .strip_suffix('s')
            .map_or(0, |role| roles(tokens, role, at)),
    }
}

/// What "to" says of a spot: "what happened to Gordon", "flees to Louis"; `at` is the token after.
fn to(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> i32 {
    if at >= 2 && tokens.word(at - 2) == "happened" {
        return 3;
    }
    let given = spot.single && spot.last.intersects(Is::GIVEN);
    i32::from(given && !spot.last.intersects(Is::OTHER))
}

/// Whether a word is what goes by the name of who is at its head: the Grant administration.
fn is_government(word: &str) -> bool {
    matches!(
        word,
        "administration"
            | "Administration"
            | "presidency"
            | "Presidency"
            | "cabinet"
            | "Cabinet"
            | "premiership"
    )
}

/// Whether the "v." at `at` stands where a name begins: behind a title, a stop or a small word.
fn is_von(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let title = before - usize::from(before > 0 && tokens.is(before, "."));
    if tokens.known(title).is.contains(Is::TITLE) && tokens.is_capital(title) {
        return true;
    }
    let word = tokens.all[before].kind == Kind::Word;
    word && !tokens.is_capital(before)
        || matches!(tokens.word(before), "." | "," | "(" | ":" | "+" | "&" | "|")
}

/// What no word stands before, but the start of the block, a mark or a number.
fn unnamed(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> i32 {
    if is_count_of(tokens, spot, at) {
        -8
    } else {
        label(tokens, spot, at)
    }
}

/// Whether a number before `at` counts what an unknown plural means: "300 Tambranos", but not "in 1634 Tambros".
fn is_count_of(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> bool {
    let Some(number) = at.checked_sub(1).map(|before| &tokens.all[before]) else {
        return false;
    };
    number.kind == Kind::Number
        && spot.single
        && spot.last.is_empty()
        && spot.title_word.is_none()
        && number.end - number.start != 4
        && at == spot.tokens.start
        && {
            let word = tokens.word(at);
            word.ends_with('s') && !word.ends_with("us") && !word.ends_with("ss")
        }
}

/// "Father: Vissarion", as a line of its own, and "b. Lincoln", where somebody was born; `at` is the token after the label.
fn label(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> i32 {
    if at >= 2 && spot.single && tokens.is(at - 1, ".") && tokens.is(at - 2, "b") {
        return -8;
    }
    let is_role = at == 2 && tokens.word(1) == ":" && tokens.lower(0).1.is.contains(Is::ROLE)
        // "Sand dies. heir = Constance"
        || at >= 2 && tokens.word(at - 1) == "=" && {
            let (word, known) = tokens.lower(at - 2);
            spot.last.intersects(Is::GIVEN) && (known.is.contains(Is::ROLE) || is_kin(&word))
        };
    6 * i32::from(is_role)
}

/// "Generals", "his sons"; `at` is the token after the plural of `role`.
fn roles(tokens: &Tokens<'_>, role: &str, at: usize) -> i32 {
    let his = at >= 2 && matches!(tokens.word(at - 2), "his" | "her" | "their" | "His" | "Her");
    match (lexicon::look_up(role).contains(Is::ROLE), his) {
        (false, _) => 0,
        (true, false) => 3,
        (true, true) => 5,
    }
}

/// What "in" and the like say of a spot whose title begins at `start`.
fn in_a_place(tokens: &Tokens<'_>, spot: &Spot, start: usize, known: bool) -> i32 {
    match (is_certain(spot), known) {
        // "In St Brides": the church.
        (true, _) if !spot.possessive && matches!(tokens.word(start), "St" | "Saint") => -8,
        (true, _) => -1,
        (false, true) => -3,
        (false, false) => -5,
    }
}

/// Whether a spot is a name whatever stands before it.
fn is_certain(spot: &Spot) -> bool {
    spot.words > 1
        && (spot.first.intersects(Is::GIVEN) || spot.first.contains(Is::FAMILY | Is::KNOWN))
        // "The Duke of Feria", whose title is part of the name.
        || !spot.title_word.is_none()
        || !spot.tail.is_none()
        // G. F. Hartlaub
        || spot.words == 1 && !spot.single
}

/// Whether "to" and a place stand after a spot: "a road from Halifax to Quebec".
fn leads_to_place(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let end = spot.tokens.end;
    let (_, place) = tokens.lower(end + 1);
    tokens.word(end) == "to"
        && place.is.contains(Is::PLACE)
        && !place.is.intersects(Is::KNOWN | Is::GIVEN | Is::SURNAME)
}

/// "The death of", "the city of"; `at` is the token after "of".
fn of(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> i32 {
    if at < 2 {
        return 0;
    }
    let noun = tokens.known(at - 2);
    if tokens.is(at - 2, "law") && at >= 4 && matches!(tokens.word(at - 3), "in" | "-") {
        // "Son in law of"
        return 3;
    }
    if noun.cue.contains(Cue::SOMEBODYS) {
        3
    } else if noun.cue.contains(Cue::SOMEWHERES)
        || tokens.all[at - 2].capital && noun.is.contains(Is::THING)
    {
        // "The Treaty of St Vardain": the saint is a town, whoever else has the name.
        let saint =
            spot.single && spot.title.is_some() && matches!(tokens.word(at), "St" | "Saint");
        if saint { -12 } else { -6 }
    } else if noun.is.contains(Is::ROLE) {
        -2
    } else {
        0
    }
}
