//! Numbers before what a heading names, with the courses, chapters and lessons that they count.

use std::ops::Range;

use crate::notes::causes::sentence::Sentence;
use crate::notes::ids;
use crate::notes::lex::Kind;

/// Words that count the parts of a course or book.
const PARTS: &[&str] = &[
    "chapter", "ch", "unit", "topic", "lecture", "lesson", "week", "section", "part", "module",
    "period",
];

/// Words that name a course by themselves.
const COURSES: &[&str] = &[
    "ap", "apush", "apwh", "gcse", "igcse", "ib", "alevel", "hist", "hsc", "grade", "year", "ks3",
];

/// Words that name a course beside one of those, or beside a part.
const BESIDE: &[&str] = &[
    "world", "euro", "european", "us", "history", "hl", "sl", "level", "paper", "key", "notes",
    "class", "modern", "ancient",
];

/// Words of a name of a course, at most.
const LONGEST: usize = 6;

/// Whether these are words like "Chapter 22", "Unit IV", "Lecture 8+9" or "AP World 5.2".
pub(in crate::notes::causes) fn is_number_of_part(words: &str) -> bool {
    let words = ids::normalised(words);
    let mut is_course = false;
    let mut is_part = false;
    let named = |word: &str| {
        is_course |= COURSES.contains(&word);
        let counts = PARTS.contains(&word);
        is_part |= counts;
        counts || COURSES.contains(&word) || BESIDE.contains(&word) || is_number(word)
    };
    let n_words = words.split(' ').take(LONGEST + 1).count();
    n_words <= LONGEST
        && words.split(' ').all(named)
        && (is_course || is_part && words.rsplit(' ').next().is_some_and(is_number))
}

/// Whether a word is the number of a part, which is no year: `5.2`, `IV`, `8+9`.
fn is_number(word: &str) -> bool {
    let roman = word.bytes().all(|byte| b"ivx".contains(&byte));
    let digits = word
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b".+&".contains(&byte));
    !word.is_empty() && (roman || digits && (word.len() != 4 || word.contains('.')))
}

/// "Chapter 22: The mills" without its number.
pub(in crate::notes::causes) fn past_number(
    sentence: &Sentence<'_>,
    range: Range<usize>,
) -> Range<usize> {
    let near = range.start + 1..range.end.min(range.start + LONGEST + 3);
    let mark = near
        .into_iter()
        .find(|&at| sentence.mark(at, ":") || sentence.wall(at));
    let number = mark.filter(|&mark| is_number_of_part(&sentence.words(&(range.start..mark))));
    match number {
        Some(mark) if mark + 1 < range.end => sentence.trim(mark + 1..range.end),
        _ => range,
    }
}

/// `1.2 Causes`, `III. Causes`, `a) Causes`: the range after the number.
pub(super) fn strip_number(s: &Sentence<'_>) -> Range<usize> {
    let numbers = |at: usize| match s.tokens[at].kind {
        Kind::Number => true,
        // "Q7. Causes"
        Kind::Word if is_question_number(s.word(at)) => true,
        Kind::Word => {
            (s.mark(at + 1, ".") || s.mark(at + 1, ")"))
                && (s.word(at).len() == 1
                    || s.tokens[at].capital
                        && s.word(at).bytes().all(|byte| b"IVX".contains(&byte)))
        }
        Kind::Punct => matches!(s.sign(at), '.' | ')' | '#' | '*' | '-' | '–' | '•' | '§'),
        Kind::Arrow => false,
    };
    let start = (s.start..s.end).find(|&at| !numbers(at));
    start.unwrap_or(s.start)..s.end
}

/// Whether a word is the number of a question: `Q7`.
fn is_question_number(word: &str) -> bool {
    let number = word.strip_prefix(['Q', 'q']);
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
