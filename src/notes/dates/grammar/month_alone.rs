//! Months without a day or a year: "in May", "the July Days", and what only looks like one: "June Carter", "may".

use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

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
        Word::Comma => at >= 2 && matches!(line.word(at - 2), Word::Number(_, 4)),
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
    let led = is_led(line, at, end);
    let named = line.is_word(end) && line.capital(end) && !line.glued(end);
    let heads = at == 0
        && (matches!(line.word(end), Word::Dash | Word::Colon | Word::Arrow) || end >= line.len());
    let joined = matches!(
        line.word(end),
        Word::Dash | Word::To | Word::Slash | Word::And
    );
    let ranged = joined && matches!(line.word(end + 1), Word::Month(..));
    // "July/Aug"
    let follows = at > 1
        && matches!(line.before(at), Word::Dash | Word::Slash)
        && matches!(line.word(at - 2), Word::Month(..));
    if short || matches!(month, 3 | 5) {
        let capital = line.capital(at);
        let meant = led && !(line.is(at - 1, words!("to by")) && month == 3 && !capital)
            || heads
            || ranged
            || follows;
        // "to March on Rome", "in Jan Palach's case".
        let name_after = named
            && end == at + 1
            && short
            && !matches!(line.before(at), Word::Dash | Word::Number(_, 4));
        return capital
            && meant
            && !name_after
            && !(month == 3
                && line.is(end, words!("on against to towards"))
                && !is_within(line, at))
            || !capital && led && line.is(at - 1, words!("in")) && line.stops(end) && !short;
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
    led || heads || ranged || !(named || article && names_a_thing)
}
