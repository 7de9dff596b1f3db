//! Numbers that count, measure or label something: "1400 exiles", "p. 33", "T-34", "12,941 tons". They are no dates.

mod alone;
mod bare;
mod nouns;
mod short;

pub(super) use alone::stands_alone;
pub(super) use bare::may_be_bare_year;
use nouns::{COUNTED, EVENTS, LABELS, OCCASIONS, UNITS, VERBS, VICTIMS, holds};
pub(super) use short::{era_ahead, follows_year, is_next_year, may_be_short_year};

use crate::notes::dates::line::Line;
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

/// Whether a word makes a compound measure: "14-year-old", "1500-metre race".
fn is_measured(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), Word::Span(..) if line.word(at) != Word::Span(Span::Century, false))
        || is_unit(line.str(at))
}

/// Tokens of "1450-1460-1470" that are looked at before a number.
const LONGEST_CHAIN: usize = 8;

/// Whether four digits from 1000 to 2100 are a year here.
pub(super) fn is_year(line: &Line<'_>, at: usize) -> bool {
    if line.word(at + 1) == Word::Dash
        && line.glued(at + 1)
        && line.glued(at + 2)
        && is_measured(line, at + 2)
    {
        return false;
    }
    // "pp. 1450-1460": what labels the first number labels the second.
    let mut start = at;
    // Longer chains are no pages; to walk back along each of them would take the square of their length.
    while start >= 2
        && at - start < LONGEST_CHAIN
        && line.before(start) == Word::Dash
        && matches!(line.word(start - 2), Word::Number(..))
    {
        start -= 2;
    }
    let stopped = line.before(start) == Word::Dot && start >= 2;
    let before = start.wrapping_sub(1 + usize::from(stopped));
    let labelled = start > 0 && is_label(line, before) && !is_told(line, at, before);
    // "hid in the bushes w/ 2000"
    let with = start > 1 && line.before(start) == Word::Slash && line.is(start - 2, words!("w"));
    !labelled && !with && !counts(line, at)
}

/// Whether the number after a word that often labels one is a year all the same: "bile duct op 1953 botched", "Aleppo only 1183 → …",
/// "his brother takes over 1624, as …".
fn is_told(line: &Line<'_>, at: usize, label: usize) -> bool {
    let takes = || label > 0 && line.is(label - 1, words!("takes took taken"));
    line.is(label, words!("op"))
        || line.is(label, words!("over")) && takes() && line.stops(at + 1)
        || line.is(label, words!("only")) && matches!(line.word(at + 1), Word::Arrow | Word::Comma)
}

/// Words before a number that make it a label or a count.
fn is_label(line: &Line<'_>, at: usize) -> bool {
    let word = line.str(at);
    // "Maginot Line 1930" and "War Powers Resolution 1973" are names; "UN Resolution 1441" has a number.
    let named = at > 0 && line.capital(at) && line.capital(at - 1) && !line.tokens[at - 1].shouted;
    if named && !line.is(at - 1, words!("council")) {
        return false;
    }
    let short = word.len() <= 3 && line.word(at + 1) == Word::Dot;
    short
        && [
            "p", "pp", "no", "nos", "vol", "ch", "fig", "l", "ll", "sec", "art", "ed", "n",
        ]
        .iter()
        .any(|label| word.eq_ignore_ascii_case(label))
        || holds(&LABELS, word)
}

/// Whether a unit of measure follows the number at `at`.
pub(super) fn measures(line: &Line<'_>, at: usize) -> bool {
    let next = line.str(at + 1);
    // "in may 1922 L has a stroke": a letter for a name.
    let dated = matches!(line.word(at), Word::Number(1000..=2100, 4))
        && matches!(line.before(at), Word::Month(..) | Word::In);
    let initial = next.len() == 1
        && line.capital(at + 1)
        && (line.word(at + 2) == Word::Dot || dated && line.is_word(at + 2));
    // "left in 1973 per the treaty"
    let cited =
        next == "per" && line.before(at) == Word::In && matches!(line.word(at), Word::Number(_, 4));
    // "In Sept 1944 V-2s hit London"
    let named = line.word(at + 2) == Word::Dash && line.glued(at + 2) && line.glued(at + 3);
    let free = line.is_word(at + 1) && !line.glued(at + 1);
    free && !initial && !cited && !named && is_unit(next)
}

/// Whether what follows the number at `at` says that it counts: "1400 exiles", "1500 km", "2000 of the men".
pub(super) fn counts(line: &Line<'_>, at: usize) -> bool {
    let Word::Number(value, _) = line.word(at) else {
        return false;
    };
    let next = line.str(at + 1);
    // "in 1919 w/ a petition"
    let with = line.is(at + 1, words!("w")) && line.word(at + 2) == Word::Slash;
    if line.glued(at + 1) || !line.is_word(at + 1) || with || stands_in_column(line, at) {
        return false;
    }
    // "1108 of 1966 delegates"
    if line.before(at) == Word::Of && at > 1 && matches!(line.word(at - 2), Word::Number(..))
        || line.word(at + 1) == Word::Of && matches!(line.word(at + 2), Word::Number(..))
    {
        return true;
    }
    if measures(line, at) || matches!(line.word(at + 1), Word::Span(..)) {
        return true;
    }
    let after_day = at >= 2
        && matches!(
            line.word(at - 2),
            Word::Number(_, ..=2) | Word::Month(..) | Word::Suffix
        );
    let timed = match line.before(at) {
        Word::In | Word::The | Word::Month(..) => true,
        Word::Comma => after_day,
        _ => false,
    };
    if timed {
        return false;
    }
    let round = value.is_multiple_of(10);
    if round && is_counted(next) {
        return true;
    }
    let led = matches!(
        line.before(at),
        Word::By | Word::From | Word::To | Word::Between | Word::Open
    );
    if round && !led && counts_soon(line, at + 1) {
        return true;
    }
    // "Busy days: 1398 flights"; but "1848 workers rise" opens a line of a cram sheet.
    let opens = line.opens_line(at) || line.before(at) == Word::Arrow;
    // "53% of 1913 levels", "from its 2006 highs".
    let owned =
        line.before(at) == Word::Of || at > 0 && line.is(at - 1, words!("its their his her our"));
    // "1634 ports only, 1635 everyone"
    let listed = || {
        let next_year =
            |at: usize| matches!(line.word(at), Word::Number(next, 4) if next == value + 1);
        value > 1000 && (at + 2..at + 6).any(|at| line.before(at) == Word::Comma && next_year(at))
    };
    if !opens && !led && !owned && !line.glued(at) && is_plural(next) && !listed() {
        return true;
    }
    if !value.is_multiple_of(100) {
        return false;
    }
    let part = line.word(at + 1) == Word::Of
        && line.is(at + 2, words!("the them these those his its whom their"));
    part || is_plural(next) && !led || holds(&VICTIMS, next)
}

/// Whether a number is the second column of a line in a code fence, behind a name: `Simnel    1487      pretends`.
fn stands_in_column(line: &Line<'_>, at: usize) -> bool {
    line.fenced
        && (1..4).contains(&at)
        && matches!(line.word(at), Word::Number(1000..=2100, 4))
        && (0..at).all(|at| line.is_word(at) && line.capital(at))
}

/// Whether a counted noun comes after a few adjectives: "1400 anti-Castro exiles".
pub(super) fn counts_soon(line: &Line<'_>, at: usize) -> bool {
    let words = (at..at + 5).take_while(|at| line.is_word(*at) || line.word(*at) == Word::Dash);
    words.into_iter().any(|at| is_counted(line.str(at)))
}

/// Whether a lower-case word looks like a plural noun rather than a verb or a function word.
fn is_plural(word: &str) -> bool {
    let lower = word.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    let plural = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "'s", "’s"]
            .iter()
            .any(|end| word.ends_with(end));
    let event = holds(&EVENTS, word.trim_end_matches('s')) || holds(&VERBS, word);
    lower && plural && !event
}

/// Units of measure, and what is counted in whatever sentence it stands.
fn is_unit(word: &str) -> bool {
    holds(&UNITS, word)
        || !word.is_ascii()
            && ["km²", "µg"]
                .iter()
                .any(|unit| word.eq_ignore_ascii_case(unit))
}

fn is_counted(word: &str) -> bool {
    holds(&COUNTED, word)
}

/// Whether a word is something that happens at a time: "offensive", "crisis".
pub(super) fn is_occasion(line: &Line<'_>, at: usize) -> bool {
    holds(&OCCASIONS, line.str(at))
}
