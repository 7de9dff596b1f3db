//! So many days, months or years on: "two days later", "a year before Marathon".

use super::{counted, ends};
use crate::notes::dates::grammar::day::Read;
use crate::notes::dates::grammar::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::{Words, words};

/// "two days later", "a year earlier", "14 years before".
pub(super) fn steps(line: &Line<'_>, at: usize) -> Option<Read> {
    // "He reigned for three years before he fell": how long, not when.
    if at > 0 && line.is(at - 1, words!("for")) && line.is(at + 2, words!("before")) {
        return None;
    }
    let (count, unit) = match (line.word(at), line.word(at + 1), line.word(at + 2)) {
        // "a further two years later", "a mere two years later" start at the number.
        (Word::A, Word::Span(..), _) => (1, at + 1),
        (Word::Cardinal(tens @ 20..), Word::Dash, Word::Cardinal(ones @ 1..=9)) => {
            (i16::from(tens + ones), at + 3)
        }
        (Word::Cardinal(count), ..) => (i16::from(count), at + 1),
        (Word::Number(count @ 1..=999, _), ..) if quantity::stands_alone(line, at) => {
            (i16::try_from(count).ok()?, at + 1)
        }
        _ => return None,
    };
    let Word::Span(span, _) = line.word(unit) else {
        return None;
    };
    if line.word(unit + 1) == Word::By
        && let Some(read) = from_name(line, unit + 1, count, span)
    {
        return Some(read);
    }
    let way = match line.word(unit + 1) {
        Word::Later => 1,
        Word::Earlier if !line.is(unit + 1, words!("ago")) => -1,
        // "Six months after they had got back": of what is told nowhere else.
        Word::By
            if line.is(unit + 1, words!("after"))
                && line.is(unit + 2, words!("he she they it"))
                && line.is(unit + 3, words!("had")) =>
        {
            return None;
        }
        Word::By if line.is(unit + 1, words!("after")) && ends(line, unit + 2) => 1,
        // "ten years after that", but not "two days after that battle".
        Word::By
            if line.is(unit + 1, words!("after before"))
                && matches!(line.word(unit + 2), Word::That | Word::This)
                && (ends(line, unit + 3)
                    || line.capital(unit + 3)
                    || line.word(unit + 3) == Word::The) =>
        {
            let way = if line.is(unit + 1, words!("after")) {
                1
            } else {
                -1
            };
            return counted(count * way, span, unit + 3);
        }
        // "Two days after the sinking": of what was told last.
        Word::By if line.is(unit + 1, words!("after")) && span <= Span::Week => {
            return after_what(line, unit + 2).and_then(|end| counted(count, span, end));
        }
        Word::By if line.is(unit + 1, words!("before")) && ends(line, unit + 2) => -1,
        _ => return None,
    };
    // "A decade earlier" is a year, "two decades earlier" a decade.
    if count == 1 && span == Span::Decade {
        return counted(way * 10, Span::Year, unit + 2);
    }
    counted(count * way, span, unit + 2)
}

/// What befalls a place or a ship, and is told of with its day.
const BEFALLS: Words = words!(
    "attack battle bombing bombardment capture conquest crossing defeat evacuation fall invasion landing landings \
     liberation loss massacre occupation relief siege signing sinking storming surrender treaty victory"
);

/// `after Marathon`, `before the fall of Girona`, from "after" or "before" on: counted from the day that is told with that name.
pub(super) fn from_name(line: &Line<'_>, at: usize, count: i16, span: Span) -> Option<Read> {
    let way = if line.is(at, words!("after")) {
        1
    } else if line.is(at, words!("before")) {
        -1
    } else {
        return None;
    };
    let befalls = line.word(at + 1) == Word::The
        && line.is(at + 2, BEFALLS)
        && !line.capital(at + 2)
        && line.word(at + 3) == Word::Of;
    let start = at + if befalls { 4 } else { 1 };
    let start = start + usize::from(befalls && line.word(start) == Word::The);
    let named =
        |at: &usize| line.capital(*at) && line.is_word(*at) && line.word(*at) == Word::Other;
    let end = start + (start..start + LONGEST_NAME + 1).take_while(named).count();
    let whole = (1..=LONGEST_NAME).contains(&(end - start)) && line.stops(end);
    let dashed = line.word(end) == Word::Dash && line.glued(end);
    let counts = span != Span::Moment && whole && !dashed && !line.is_mark(end, &["'", "’"]);
    counts.then_some((
        Partial::default(),
        Some(Relative::FromName(count * way, span)),
        end,
    ))
}

/// Words of a name, at most.
const LONGEST_NAME: usize = 3;

/// `the sinking`, `the attack`: the token after one lower-case word with its article.
fn after_what(line: &Line<'_>, at: usize) -> Option<usize> {
    let named = line.word(at) == Word::The && line.word(at + 1) == Word::Other;
    let short = line.stops(at + 2) || line.word(at + 2) == Word::The;
    (named && line.is_word(at + 1) && !line.capital(at + 1) && short).then_some(at + 2)
}
