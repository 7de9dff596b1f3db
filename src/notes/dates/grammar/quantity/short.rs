//! Numbers of one to three digits that may be years where a note is about such years: "killed in 121", "480 Thermopylae".

use super::counts;
use super::nouns::{OCCASIONS, holds};
use crate::notes::dates::grammar::era::era;
use crate::notes::dates::line::Line;
use crate::notes::dates::words::Word;
use crate::notes::word_key::{Words, words};

/// Whether one to three digits without an era may be a year, if the note is about such years: "killed in 121",
/// "(133)", "resigned 79".
pub(in crate::notes::dates::grammar) fn may_be_short_year(
    line: &Line<'_>,
    at: usize,
    digits: u8,
) -> bool {
    if digits > 3 {
        return false;
    }
    if era_ahead(line, at + 1) {
        return true;
    }
    let doubted = usize::from(line.is_mark(at + 1, &["?"]));
    // "[68]" is a page or a footnote.
    let enclosed = line.before(at) == Word::Open
        && !line.is_mark(at - 1, &["["])
        && matches!(line.word(at + 1 + doubted), Word::Close | Word::Dash)
        && !is_age(line, at);
    // "d. 925", "r. 786", "cos. 82"
    let lived = line.before(at) == Word::Dot
        && line.glued(at - 1)
        && at > 1
        && line.is(at - 2, words!("d b r cos trib"));
    let before = line.str(at.wrapping_sub(1));
    // "quaestor 30, praetor 39, cos 42" are ages.
    let ages = at > 1 && line.before(at - 1) == Word::Comma;
    let did = at > 0 && before.len() > 4 && before.ends_with("ed") && !line.is(at - 1, MEASURED)
        || line.is(
            at.wrapping_sub(1),
            words!("died dies dead born fell retires consul dictator"),
        )
        || !ages && line.is(at.wrapping_sub(1), words!("tribune cos trib"));
    let led = match line.before(at) {
        Word::In | Word::From | Word::Between => true,
        Word::To => line.is(at - 1, words!("until till til")),
        Word::By => line.is(at - 1, words!("by after before")),
        Word::Circa => true,
        Word::About => digits == 3 && !line.capital(at + 1),
        // "the expedition of 468"
        // "the end of 67: 485,600 troops"
        Word::Of if digits == 2 => at >= 2 && line.is(at - 2, words!("end beginning start")),
        Word::Of => digits == 3 && at >= 2 && holds(&OCCASIONS, line.str(at - 2)),
        _ => did,
    };
    let ends = digits == 2 && line.opens_line(at + 1)
        || line.stops(at + 1) && !(line.glued(at + 1) && line.word(at + 1) == Word::Slash)
        || digits >= 2
            && (matches!(line.word(at + 1), Word::And | Word::To) || follows_year(line, at + 1))
        || digits == 3 && line.capital(at + 1);
    // "revolted in 465 over some mines", "the plague of 430 killed many"
    let goes_on = digits == 3
        && matches!(line.before(at), Word::In | Word::Of)
        && line.is_word(at + 1)
        && !counts(line, at);
    // "d. 183 too"
    let goes_on = goes_on || lived && digits == 3 && line.is_word(at + 1) && !counts(line, at);
    // "rose from 45-51 men"
    let noun = |at: usize| {
        line.is_word(at) && !line.glued(at) && !line.capital(at) && !follows_year(line, at)
    };
    let half = digits == 2
        && line.word(at + 1) == Word::Dash
        && (noun(at + 3) || line.is(at.wrapping_sub(1), words!("by")));
    // "dictator 82/81", "trib 103 & 100", "cos. 177, 163"
    let joined =
        (did || lived) && digits >= 2 && (line.is_mark(at + 1, &["&"]) || is_year_before(line, at))
            || lists_office(line, at);
    enclosed
        || (led || lived) && (ends || goes_on) && !half
        || joined
        || is_next_year(line, at)
        || is_double(line, at)
}

/// "his son (17)": an age.
fn is_age(line: &Line<'_>, at: usize) -> bool {
    at > 1
        && line.is(
            at - 2,
            words!("son sons daughter nephew niece brother sister boy girl wife husband"),
        )
}

/// Whether the number after a slash is the year after `at` before Christ: "82/81".
pub(super) fn is_year_before(line: &Line<'_>, at: usize) -> bool {
    let (Word::Number(year, 2), Word::Number(next, 2)) = (line.word(at), line.word(at + 2)) else {
        return false;
    };
    line.word(at + 1) == Word::Slash && line.glued(at + 1) && line.glued(at + 2) && next + 1 == year
}

/// Whether the number at `at` goes on the years of an office: the 163 of "cos. 177, 163", the 100 of "tribune 103 & 100".
fn lists_office(line: &Line<'_>, at: usize) -> bool {
    let joined = line.before(at) == Word::Comma || at > 0 && line.is_mark(at - 1, &["&"]);
    let (true, Some(before)) = (joined, at.checked_sub(2)) else {
        return false;
    };
    let dot = usize::from(line.before(before) == Word::Dot);
    matches!(line.word(before), Word::Number(_, 2..=3))
        && line.stops(at + 1)
        && before > dot
        && line.is(
            before - 1 - dot,
            words!("cos consul trib tribune pr praetor censor"),
        )
}

/// What somebody or something did by a number.
pub(super) const MEASURED: Words = words!("lasted numbered counted scored aged totalled");

/// Whether the next year stands after a slash in full: "212/211".
fn is_double(line: &Line<'_>, at: usize) -> bool {
    let (Word::Number(one, 3), Word::Number(other, 3)) = (line.word(at), line.word(at + 2)) else {
        return false;
    };
    line.word(at + 1) == Word::Slash && line.glued(at + 1) && one.abs_diff(other) == 1
}

/// Whether `/7` or `/2` after a year of three digits is the year before or after: "478/7", "691/2".
pub(in crate::notes::dates::grammar) fn is_next_year(line: &Line<'_>, at: usize) -> bool {
    let (Word::Number(year, 3), Word::Number(last, digits @ 1..=2)) =
        (line.word(at), line.word(at + 2))
    else {
        return false;
    };
    let unit = if digits == 2 { 100 } else { 10 };
    line.word(at + 1) == Word::Slash
        && line.glued(at + 1)
        && line.glued(at + 2)
        && ((year + unit - 1) % unit == last || (year + 1) % unit == last)
        && (!line.glued(at + 3) || line.stops(at + 3))
}

/// "264" of "264 to 241 BC", "496" of "496 and 495 BC": the era comes after the second number.
pub(in crate::notes::dates::grammar) fn era_ahead(line: &Line<'_>, at: usize) -> bool {
    let joined = matches!(
        line.word(at),
        Word::Dash | Word::To | Word::And | Word::Slash
    );
    joined && matches!(line.word(at + 1), Word::Number(_, ..=4)) && era(line, at + 2).is_some()
}

/// Little words that may follow "in 121" but hardly "300 followers".
pub(in crate::notes::dates::grammar) fn follows_year(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.word(at),
        Word::The | Word::A | Word::In | Word::By | Word::To
    ) || line.is(
        at,
        words!(
                "he she they it his when with but was were as had saw at because while who which though although \
                 under against vs"
            ))
}
