//! Numbers that count, measure or label something: "1400 exiles", "p. 33", "T-34", "12,941 tons". They are no dates.

mod nouns;

use nouns::{COUNTED, EVENTS, LABELS, OCCASIONS, UNITS, VERBS, VICTIMS, holds};

use super::era::era;
use crate::notes::dates::line::Line;
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

/// Whether the number at `at` is no part of a larger one, a price, a time, a fraction or a name: what is glued to it
/// on either side may stand beside a date.
pub(super) fn stands_alone(line: &Line<'_>, at: usize) -> bool {
    left_is_free(line, at) && right_is_free(line, at)
}

fn left_is_free(line: &Line<'_>, at: usize) -> bool {
    let Word::Number(_, digits) = line.word(at) else {
        return true;
    };
    if at == 0 {
        return true;
    }
    let price = ["$", "£", "€", "¥", "₹", "±"];
    let glued = line.glued(at);
    let sign = line.before(at) == Word::Sign
        && (line.is_mark(at - 1, &price)
            || glued && line.is_mark(at - 1, &["#", "^", "@", "%", "°"]));
    if sign || !glued {
        return !sign;
    }
    let number_before =
        at >= 2 && line.glued(at - 1) && matches!(line.word(at - 2), Word::Number(..));
    match line.before(at) {
        Word::Dot | Word::Colon => !number_before,
        Word::Comma => !(number_before && digits == 3),
        Word::Slash => !number_before || digits == 4 || digits == 3 && is_long(line, at - 2),
        Word::Dash => {
            let word_before = at >= 2 && line.glued(at - 1) && line.is_word(at - 2);
            let dated = at >= 2
                && matches!(
                    line.word(at - 2),
                    Word::Month(..)
                        | Word::Mid
                        | Word::Part
                        | Word::Era(_)
                        | Word::Plural
                        | Word::Suffix
                );
            !word_before || dated || digits == 4 && !line.tokens[at - 2].shouted
        }
        // "sharpeville_1960.png"
        _ => !line.is_word(at - 1) && !line.is_mark(at - 1, &["_"]),
    }
}

/// Whether the number at `at` has at least three digits: "321/320 BC" are two years, "1/200" is a fraction.
fn is_long(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), Word::Number(_, 3..))
}

/// Whether the next year stands after a slash in full: "212/211".
fn is_double(line: &Line<'_>, at: usize) -> bool {
    let (Word::Number(one, 3), Word::Number(other, 3)) = (line.word(at), line.word(at + 2)) else {
        return false;
    };
    line.word(at + 1) == Word::Slash && line.glued(at + 1) && one.abs_diff(other) == 1
}

/// Whether `/7` or `/2` after a year of three digits is the year before or after: "478/7", "691/2".
pub(super) fn is_next_year(line: &Line<'_>, at: usize) -> bool {
    let (Word::Number(year, 3), Word::Number(last, 1)) = (line.word(at), line.word(at + 2)) else {
        return false;
    };
    line.word(at + 1) == Word::Slash
        && line.glued(at + 1)
        && line.glued(at + 2)
        && ((year + 9) % 10 == last || (year + 1) % 10 == last)
        && (!line.glued(at + 3) || line.stops(at + 3))
}

fn right_is_free(line: &Line<'_>, at: usize) -> bool {
    let Word::Number(value, digits) = line.word(at) else {
        return true;
    };
    if !line.glued(at + 1) {
        // "5 %", "4 × 100".
        return !line.is_mark(at + 1, &["%", "×", "°"]);
    }
    let number_after = line.glued(at + 2) && matches!(line.word(at + 2), Word::Number(..));
    match line.word(at + 1) {
        Word::Sign => !line.is_mark(at + 1, &["%", "°", "^", "$", "£", "€"]),
        Word::Dot | Word::Colon => !number_after,
        Word::Comma => {
            !(number_after && digits <= 3 && matches!(line.word(at + 2), Word::Number(_, 3)))
        }
        Word::Slash => {
            !number_after
                || digits == 4
                || digits == 3 && (is_long(line, at + 2) || is_next_year(line, at))
        }
        // "14-year-old".
        Word::Dash => {
            !(line.glued(at + 2)
                && line.is_word(at + 2)
                && (value < 32 || digits == 4)
                && is_measured(line, at + 2))
        }
        _ => true,
    }
}

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
    let labelled = start > 0 && is_label(line, before);
    !labelled && !counts(line, at)
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
    let initial = next.len() == 1 && line.capital(at + 1) && line.word(at + 2) == Word::Dot;
    // "left in 1973 per the treaty"
    let cited =
        next == "per" && line.before(at) == Word::In && matches!(line.word(at), Word::Number(_, 4));
    line.is_word(at + 1) && !line.glued(at + 1) && !initial && !cited && is_unit(next)
}

/// Whether what follows the number at `at` says that it counts: "1400 exiles", "1500 km", "2000 of the men".
pub(super) fn counts(line: &Line<'_>, at: usize) -> bool {
    let Word::Number(value, _) = line.word(at) else {
        return false;
    };
    let next = line.str(at + 1);
    // "in 1919 w/ a petition"
    let with = line.is(at + 1, words!("w")) && line.word(at + 2) == Word::Slash;
    if line.glued(at + 1) || !line.is_word(at + 1) || with {
        return false;
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
    let opens = at == 0 || line.before(at) == Word::Arrow;
    // "53% of 1913 levels", "from its 2006 highs".
    let owned =
        line.before(at) == Word::Of || at > 0 && line.is(at - 1, words!("its their his her our"));
    if !opens && !led && !owned && !line.glued(at) && is_plural(next) {
        return true;
    }
    if !value.is_multiple_of(100) {
        return false;
    }
    let part = line.word(at + 1) == Word::Of
        && line.is(at + 2, words!("the them these those his its whom their"));
    part || is_plural(next) && !led || holds(&VICTIMS, next)
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

/// Whether one to three digits without an era may be a year, if the note is about such years: "killed in 121",
/// "(133)", "resigned 79".
pub(super) fn may_be_short_year(line: &Line<'_>, at: usize, digits: u8) -> bool {
    if digits > 3 {
        return false;
    }
    if era_ahead(line, at + 1) {
        return true;
    }
    let doubted = usize::from(line.is_mark(at + 1, &["?"]));
    let enclosed = line.before(at) == Word::Open
        && matches!(line.word(at + 1 + doubted), Word::Close | Word::Dash);
    // "d. 925", "r. 786"
    let lived = line.before(at) == Word::Dot
        && line.glued(at - 1)
        && at > 1
        && line.is(at - 2, words!("d b r"));
    let before = line.str(at.wrapping_sub(1));
    let did = at > 0 && before.len() > 4 && before.ends_with("ed")
        || line.is(at.wrapping_sub(1), words!("died born fell consul dictator"));
    let led = match line.before(at) {
        Word::In | Word::From | Word::Between => true,
        Word::To => line.is(at - 1, words!("until till")),
        Word::By => line.is(at - 1, words!("by after before")),
        Word::Circa => true,
        Word::About => digits == 3 && !line.capital(at + 1),
        // "the expedition of 468"
        Word::Of => digits == 3 && at >= 2 && holds(&OCCASIONS, line.str(at - 2)),
        _ => did,
    };
    let ends = line.stops(at + 1) && !(line.glued(at + 1) && line.word(at + 1) == Word::Slash)
        || digits >= 2
            && (matches!(line.word(at + 1), Word::And | Word::To) || follows_year(line, at + 1))
        || digits == 3 && line.capital(at + 1);
    // "revolted in 465 over some mines", "the plague of 430 killed many"
    let goes_on = digits == 3
        && matches!(line.before(at), Word::In | Word::Of)
        && line.is_word(at + 1)
        && !counts(line, at);
    enclosed || (led || lived) && (ends || goes_on) || is_next_year(line, at) || is_double(line, at)
}

/// Whether three bare digits may be a year where the headings are of such times: "499: Ionian revolt", "Peace of
/// Nicias 421", "begun 447, finished 432".
pub(super) fn may_be_bare_year(line: &Line<'_>, at: usize, digits: u8) -> bool {
    let free = digits == 3 && !line.glued(at) && !line.glued(at + 1);
    let marked =
        digits == 3 && line.stops(at + 1) && !matches!(line.word(at + 1), Word::Slash | Word::Sign);
    // "… of Darius. 330: Philotas is executed. 328: …"
    let opens_sentence = marked
        && line.word(at + 1) == Word::Colon
        && line.before(at) == Word::Dot
        && free_left(line, at);
    let starts = line.capital(at + 1) || line.word(at + 1) == Word::Dash || !counts(line, at);
    let leads = opens_sentence || at == 0 && (marked || free && starts);
    // "Badr 624 won, Uhud 625 lost"
    let told = free
        && at > 0
        && line.capital(at - 1)
        && (holds(&VERBS, line.str(at + 1))
            || line.is(at + 1, words!("vs won lost fell began ended")));
    let follows = at > 0 && marked && line.is_word(at - 1) && !is_label(line, at - 1);
    let ranged = matches!(line.word(at + 1), Word::Dash)
        && match (line.word(at), line.word(at + 2)) {
            (Word::Number(_, 3), Word::Number(_, 3)) => true,
            (Word::Number(first @ 32.., 2), Word::Number(last, 2)) => last < first,
            _ => false,
        };
    // "49: thrown out by her brother"
    let short = digits == 2
        && at == 0
        && matches!(line.word(at), Word::Number(32.., _))
        && (matches!(line.word(at + 1), Word::Colon | Word::Dash)
            || line.word(at + 1) == Word::Comma && line.capital(at + 2)
            || line.str(at + 1) == "|"
            || line.len() == 1);
    // "Thapsus 46, Munda 45."
    let ended = digits == 2
        && at > 0
        && !line.glued(at)
        && line.stops(at + 1)
        && line.is_word(at - 1)
        && !line.is(at - 1, words!("aged numbered"))
        && !is_label(line, at - 1)
        && (line.capital(at - 1)
            || holds(&VERBS, line.str(at - 1))
            || line.str(at - 1).ends_with("ed"));
    short || ended || leads || told || follows || ranged && free_left(line, at)
}

/// Whether a blank or nothing stands before a token.
fn free_left(line: &Line<'_>, at: usize) -> bool {
    at == 0 || !line.glued(at)
}

/// Whether a word is something that happens at a time: "offensive", "crisis".
pub(super) fn is_occasion(line: &Line<'_>, at: usize) -> bool {
    holds(&OCCASIONS, line.str(at))
}

/// "264" of "264 to 241 BC", "496" of "496 and 495 BC": the era comes after the second number.
pub(super) fn era_ahead(line: &Line<'_>, at: usize) -> bool {
    let joined = matches!(
        line.word(at),
        Word::Dash | Word::To | Word::And | Word::Slash
    );
    joined && matches!(line.word(at + 1), Word::Number(_, ..=4)) && era(line, at + 2).is_some()
}

/// Little words that may follow "in 121" but hardly "300 followers".
pub(super) fn follows_year(line: &Line<'_>, at: usize) -> bool {
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
