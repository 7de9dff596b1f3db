//! Numbers of one to three digits that may be years where a note is about such years: "killed in 121", "480 Thermopylae".

use super::nouns::{OCCASIONS, VERBS, holds};
use super::{counts, is_label};
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
        || line.is(at.wrapping_sub(1), words!("died born fell consul dictator"))
        || !ages && line.is(at.wrapping_sub(1), words!("tribune cos trib"));
    let led = match line.before(at) {
        Word::In | Word::From | Word::Between => true,
        Word::To => line.is(at - 1, words!("until till")),
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
pub(in crate::notes::dates::grammar) fn is_year_before(line: &Line<'_>, at: usize) -> bool {
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

/// Whether three bare digits may be a year where the headings are of such times: "499: Ionian revolt", "Peace of
/// Nicias 421", "begun 447, finished 432".
pub(in crate::notes::dates::grammar) fn may_be_bare_year(
    line: &Line<'_>,
    at: usize,
    digits: u8,
) -> bool {
    let spaced = digits == 3 && !line.glued(at);
    let free = spaced && !line.glued(at + 1);
    // The end of a line ends an entry of a cram sheet, where the next one begins with a capital or a number.
    let ends_line = || {
        let next = line.capital(at + 1) || matches!(line.word(at + 1), Word::Number(..));
        next && line.opens_line(at + 1)
    };
    let marked = digits == 3
        && (line.stops(at + 1) && !matches!(line.word(at + 1), Word::Slash | Word::Sign)
            || ends_line());
    // "… of Darius. 330: Philotas is executed. 328: …"
    let opens_sentence = marked
        && line.word(at + 1) == Word::Colon
        && line.before(at) == Word::Dot
        && free_left(line, at);
    let starts = line.capital(at + 1) || line.word(at + 1) == Word::Dash || !counts(line, at);
    // "Xerxes: 480 Thermopylae", "executed; 310 he had her poisoned"
    let opens_part = free
        && (line.word(at.wrapping_sub(1)) == Word::Colon && line.capital(at + 1)
            || at > 0
                && line.is_mark(at - 1, &[";"])
                && (line.capital(at + 1) || follows_year(line, at + 1)));
    let leads = opens_sentence
        || opens_part
        || free && goes_on_list(line, at)
        || (marked || free && starts) && (at == 0 || digits == 3 && line.opens_line(at));
    // "Badr 624 won, Uhud 625 lost"
    let told = free
        && at > 0
        && line.capital(at - 1)
        && (holds(&VERBS, line.str(at + 1))
            || line.is(at + 1, words!("vs won lost fell began ended")));
    // "marches on Rome 211 to save Capua"
    let told = told
        || free
            && at > 0
            && line.capital(at - 1)
            && line.word(at + 1) == Word::To
            && line.is_word(at + 2);
    let follows = at > 0 && marked && line.is_word(at - 1) && !is_measure(line, at - 1);
    let ranged = matches!(line.word(at + 1), Word::Dash)
        && match (line.word(at), line.word(at + 2)) {
            (Word::Number(_, 3), Word::Number(_, 3)) => true,
            (Word::Number(first @ 32.., 2), Word::Number(last, 2)) => last < first,
            _ => false,
        };
    // "senators: 300 → 600"
    let grows = |at: usize| matches!(line.word(at), Word::Number(..));
    if line.word(at + 1) == Word::Arrow && grows(at + 2)
        || line.before(at) == Word::Arrow && at > 1 && grows(at - 2)
    {
        return false;
    }
    digits == 2 && is_short(line, at)
        || leads
        || told
        || follows
        || spaced && is_set_apart(line, at)
        || ranged && free_left(line, at)
}

/// "624 Badr, 625 Uhud": the year of the next thing in a list of such.
fn goes_on_list(line: &Line<'_>, at: usize) -> bool {
    let dated = |at: usize| matches!(line.word(at), Word::Number(_, 3)) && line.capital(at + 1);
    let near = at.saturating_sub(6)..at.saturating_sub(1);
    line.before(at) == Word::Comma && dated(at) && near.into_iter().any(dated)
}

/// Whether two digits stand as a year does: at the head of a line, "49: thrown out by her brother", or behind a name.
fn is_short(line: &Line<'_>, at: usize) -> bool {
    let heads = line.opens_line(at)
        && matches!(line.word(at), Word::Number(32.., _))
        && (matches!(line.word(at + 1), Word::Colon | Word::Dash) && !rises(line, at)
            || line.word(at + 1) == Word::Comma && line.capital(at + 2)
            || line.str(at + 1) == "|"
            || line.is_word(at + 1) && !line.glued(at + 1) && !counts(line, at)
            || line.len() == 1);
    // "Thapsus 46, Munda 45."
    let ended = at > 0
        && !line.glued(at)
        && line.stops(at + 1)
        && line.is_word(at - 1)
        && !line.is(at - 1, MEASURED)
        && !is_siglum(line, at - 1)
        && !is_label(line, at - 1)
        && (line.capital(at - 1)
            || holds(&VERBS, line.str(at - 1))
            || line.str(at - 1).ends_with("ed"));
    heads || ended
}

/// Whether a hyphen and a later number follow, or one of another kind: "55-57 are heavy", "64-5 for peace".
fn rises(line: &Line<'_>, at: usize) -> bool {
    let glued = line.glued(at + 1) && line.glued(at + 2) && line.word(at + 1) == Word::Dash;
    match (line.word(at), line.word(at + 2)) {
        (Word::Number(first, _), Word::Number(last, digits)) => {
            glued && (first < last || digits == 1)
        }
        _ => false,
    }
}

/// What somebody or something did by a number.
const MEASURED: Words = words!("lasted numbered counted scored aged totalled");

/// Words before a number that is no year: a label, "330 ships v 350", "the 400".
fn is_measure(line: &Line<'_>, at: usize) -> bool {
    is_label(line, at) || line.word(at) == Word::The || line.is(at, words!("v vs x"))
}

/// Whether a word is a collection of sources by its letters: `ML 45`, `IG I3 34`.
fn is_siglum(line: &Line<'_>, at: usize) -> bool {
    line.tokens[at].shouted || line.str(at).ends_with(|last: char| last.is_ascii_digit())
}

/// "Cyzicus - 410 - Alcibiades wins", "drinks hemlock, 399, partly because": between marks, behind a word.
fn is_set_apart(line: &Line<'_>, at: usize) -> bool {
    if at < 2 || !line.is_word(at - 2) {
        return false;
    }
    match line.before(at) {
        Word::Dash => {
            let spaced = !line.glued(at - 1) && !line.glued(at + 1) && !line.glued(at + 2);
            spaced && line.word(at + 1) == Word::Dash
        }
        Word::Comma => {
            matches!(line.word(at + 1), Word::Comma | Word::Dot | Word::Open)
                || at + 1 == line.len()
        }
        _ => false,
    }
}

/// Whether a blank or nothing stands before a token.
fn free_left(line: &Line<'_>, at: usize) -> bool {
    at == 0 || !line.glued(at)
}

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
