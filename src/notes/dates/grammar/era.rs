//! BC and AD, in all their spellings.

use crate::notes::dates::line::Line;
use crate::notes::dates::words::{Era, Word};
use crate::notes::word_key::words;

/// An era that starts with token `at`, and the token after it: `BC`, `B.C.E.`, `ad`.
pub(super) fn era(line: &Line<'_>, at: usize) -> Option<(Era, usize)> {
    match line.word(at) {
        // "500 ad campaigns": lower case counts only for the unmistakable ones, or glued.
        Word::Era(era) => {
            let plain = line.tokens[at].shouted || line.glued(at) || era == Era::Before;
            plain.then_some((era, at + 1))
        }
        Word::Letter(b'b') => letters(line, at, &["c"]).map(|end| (Era::Before, end)),
        Word::Letter(b'c') | Word::Circa if line.str(at).eq_ignore_ascii_case("c") => {
            letters(line, at, &["e"]).map(|end| (Era::After, end))
        }
        Word::A => letters(line, at, &["d"]).map(|end| (Era::After, end)),
        Word::Other if line.is(at, words!("b")) => {
            letters(line, at, &["c"]).map(|end| (Era::Before, end))
        }
        _ => None,
    }
}

/// The era at token `at`, if one stands there, and the token after what does.
pub(super) fn era_if_any(line: &Line<'_>, at: usize) -> (Option<Era>, usize) {
    era(line, at).map_or((None, at), |(era, after)| (Some(era), after))
}

/// A letter, a full stop and the next letters, each with or without its stop: the token after them.
fn letters(line: &Line<'_>, at: usize, rest: &[&str]) -> Option<usize> {
    let mut end = at + 1;
    for letter in rest {
        if line.word(end) != Word::Dot || !line.str(end + 1).eq_ignore_ascii_case(letter) {
            return None;
        }
        end += 2;
    }
    // B.C.E.
    if line.word(end) == Word::Dot
        && line.glued(end)
        && line.glued(end + 1)
        && line.is(end + 1, words!("e"))
    {
        end += 2;
    }
    let stopped = line.word(end) == Word::Dot && line.glued(end);
    Some(if stopped { end + 1 } else { end })
}
