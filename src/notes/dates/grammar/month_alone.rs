//! Months without a day or a year: "in May", "the July Days", and what only looks like one: "June Carter", "may".

use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::{BEFORE_AUGUST, words};

/// Whether the words before a month show that it is one.
fn is_led(line: &Line<'_>, at: usize, end: usize) -> bool {
    match line.before(at) {
        Word::A if line.capital(at) => !line.capital(end),
        Word::In
        | Word::By
        | Word::Of
        | Word::From
        | Word::To
        | Word::Between
        | Word::Part
        | Word::That
        | Word::Mid => true,
        // "1931, May"; "1945 May".
        Word::Number(_, 4) => true,
        // "421, March - Peace of Nicias"
        Word::Comma if at >= 2 && line.opens_line(at - 2) => {
            matches!(line.word(at - 2), Word::Number(_, 3..=4))
        }
        Word::Comma => at >= 2 && matches!(line.word(at - 2), Word::Number(_, 4)),
        // "67: Jan storm"
        Word::Colon => {
            let year = at >= 2 && matches!(line.word(at - 2), Word::Number(32.., 2 | 4));
            year && line.capital(at) && line.opens_line(at - 2)
        }
        Word::Open => line.capital(at) && line.word(end) == Word::Close,
        Word::Dash => {
            at >= 2 && matches!(line.word(at - 2), Word::Mid | Word::Part | Word::Month(..))
        }
        Word::And => at >= 2 && matches!(line.word(at - 2), Word::Month(..) | Word::Number(..)),
        _ => false,
    }
}

/// Whether a month has a word before it that only a time follows: `in March`.
fn is_within(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.is(at - 1, words!("in of by during since until from"))
}

/// Whether a month stands at the head of its line, or of a part of it with a colon.
fn heads_its_line(line: &Line<'_>, at: usize, end: usize) -> bool {
    let colon = line.word(end) == Word::Colon;
    // "### Nov. day by day"
    let stopped = line.heading && end == at + 2;
    let marked = colon || matches!(line.word(end), Word::Dash | Word::Arrow);
    if (marked || end >= line.len() || stopped) && line.opens(at) {
        return true;
    }
    // "… with 37,000 men. May: Granicus", "1793 ─┬─ Jan: king dies"
    let parted = line.before(at) == Word::Dot
        || at > 0 && line.before(at) == Word::Other && !line.is_word(at - 1);
    colon && parted && line.capital(at) && !line.glued(end + 1)
}

/// Whether a word that is often something else means the month: "Mar", "may".
fn is_month_after_all(
    line: &Line<'_>,
    at: usize,
    end: usize,
    (month, short): (u8, bool),
    (led, set): (bool, bool),
) -> bool {
    let capital = line.capital(at);
    let named = line.is_word(end) && line.capital(end) && !line.glued(end);
    let meant = set || led && !(line.is(at - 1, words!("to by")) && month == 3 && !capital);
    // "to March on Rome", "in Jan Palach's case", "in 1969 Jan Palach"; but "1945 Jan Yalta" at the head of a line.
    let name_after = named
        && end == at + 1
        && short
        && match line.before(at) {
            Word::Dash => false,
            Word::Number(_, 4) => month == 1 && at > 1 && line.is_word(at - 2),
            _ => true,
        };
    let marches =
        month == 3 && line.is(end, words!("on against to towards")) && !is_within(line, at);
    capital && meant && !name_after && !marches
        || !capital && led && line.is(at - 1, words!("in")) && line.stops(end) && !short
        || !capital && set && !short && matches!(line.before(at), Word::Between | Word::From)
}

/// Whether a mark sets a month in small letters apart from what follows: "feb: a base is attacked", "dec. → to the islands", "aug - she sails".
fn is_marked(line: &Line<'_>, end: usize, month: u8) -> bool {
    match line.word(end) {
        Word::Colon => !line.glued(end + 1),
        Word::Arrow => true,
        Word::Dash => !matches!(month, 3 | 5) && !line.glued(end),
        _ => false,
    }
}

/// Whether the short form of a month stands behind a word and before a mark: "he dies Aug, so his heir follows". No other word is
/// written so, but Jan, Mar and Jun are.
fn is_unmistakable(line: &Line<'_>, at: usize, end: usize, month: u8) -> bool {
    line.capital(at)
        && !matches!(month, 1 | 3 | 6)
        && at > 0
        && line.is_word(at - 1)
        && !line.capital(at - 1)
        && line.stops(end)
        && !line.glued(end + 1)
}

/// Whether a month's name is that of a man, or spoken of, or ends that of a book: King Ernst August, "the earl of March", "the month
/// of July is named after him", "his \"Days of October\"".
fn is_name(line: &Line<'_>, at: usize, end: usize, month: u8) -> bool {
    if month == 8 && at > 0 && line.capital(at) && line.is(at - 1, BEFORE_AUGUST) {
        return true;
    }
    if at < 2 || line.before(at) != Word::Of {
        return false;
    }
    let named = || (end..end + 5).any(|at| line.is(at, words!("named names renamed called name")));
    month == 3 && line.is(at - 2, words!("earl earls"))
        || line.word(at - 2) == Word::Span(Span::Month, false) && named()
        || line.glued(end) && line.is_mark(end, &["\"", "”"])
}

/// Whether a month's name that stands by itself means the month: "in May", not "may"; not "June Carter".
pub(super) fn is_bare_month(
    line: &Line<'_>,
    at: usize,
    end: usize,
    month: u8,
    short: bool,
) -> bool {
    if line.glued(at)
        && !matches!(
            line.before(at),
            Word::Dash | Word::Open | Word::Slash | Word::Colon | Word::Other
        )
    {
        return false;
    }
    if is_name(line, at, end, month) {
        return false;
    }
    let led = is_led(line, at, end);
    let named = line.is_word(end) && line.capital(end) && !line.glued(end);
    let heads = heads_its_line(line, at, end);
    if !line.capital(at) && line.opens(at) && is_marked(line, end, month) {
        return true;
    }
    let joined = matches!(
        line.word(end),
        Word::Dash | Word::To | Word::Slash | Word::And
    );
    let ranged = joined && matches!(line.word(end + 1), Word::Month(..));
    // "July/Aug"
    let follows = at > 1
        && matches!(line.before(at), Word::Dash | Word::Slash)
        && matches!(line.word(at - 2), Word::Month(..));
    // "may-august"
    let tight =
        |dash: usize| line.word(dash) == Word::Dash && line.glued(dash) && line.glued(dash + 1);
    if !line.capital(at) && (ranged && tight(end) || follows && tight(at - 1)) {
        return true;
    }
    if short && is_unmistakable(line, at, end, month) {
        return true;
    }
    if short || matches!(month, 3 | 5) {
        let set = heads || ranged || follows;
        return is_month_after_all(line, at, end, (month, short), (led, set));
    }
    if !line.capital(at) {
        return led && (month != 8 || line.stops(end));
    }
    // "the October Revolution", "April Glaspie": the name of a thing or a person.
    let article = line.before(at) == Word::The;
    // "The June offensive", "the July Days": what is named by when it was.
    let happened = quantity::is_occasion(line, end) && !line.capital(end)
        || line.word(end) == Word::Span(Span::Day, true) && line.capital(end);
    // "## The road to the July crisis" names its subject.
    if happened && line.heading {
        return false;
    }
    if happened && article && month != 8 {
        return true;
    }
    let names_a_thing =
        line.word(end) == Word::Open || line.is_word(end) && !line.is(end, words!("and of"));
    // "stab-in-the-back myth / November criminals"
    let of_people = line.is(
        end,
        words!("criminals martyrs rebels plotters conspirators"),
    );
    led || heads || ranged || !(named || of_people || article && names_a_thing)
}
