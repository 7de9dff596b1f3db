//! Numbers of two or three digits that nothing shows to be years but their place, where the headings are of such times: "499: Ionian
//! revolt".

use super::nouns::{VERBS, holds};
use super::short::{MEASURED, follows_year};
use super::{counts, is_label};
use crate::notes::dates::line::Line;
use crate::notes::dates::words::Word;
use crate::notes::word_key::words;

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
