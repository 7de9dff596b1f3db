//! Whether a number is no part of a larger one, a price, a time, a fraction or a name.

use super::is_measured;
use super::short::{is_next_year, is_year_before};
use crate::notes::dates::line::Line;
use crate::notes::dates::words::Word;

/// Whether the number at `at` is no part of a larger one, a price, a time, a fraction or a name: what is glued to it
/// on either side may stand beside a date.
pub(in crate::notes::dates::grammar) fn stands_alone(line: &Line<'_>, at: usize) -> bool {
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
        Word::Slash => {
            !number_before
                || digits == 4
                || digits == 3 && is_long(line, at - 2)
                || digits == 2 && is_year_before(line, at - 2)
        }
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
                || digits == 2 && is_year_before(line, at)
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

/// Whether the number at `at` has at least three digits: "321/320 BC" are two years, "1/200" is a fraction.
fn is_long(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), Word::Number(_, 3..))
}
