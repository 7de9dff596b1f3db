//! Answers: the `A:` before one, and whether it says the question over again.

use std::ops::Range;

use crate::notes::causes::cues::Shape;
use crate::notes::causes::inline::{self, Side};
use crate::notes::causes::sentence::Sentence;
use crate::notes::ids;
use crate::notes::word_key::words;

/// Where an answer begins, behind the `A:` that marks it, or behind `A.` where a question was `asked`.
pub(in crate::notes::causes) fn answer_mark(s: &Sentence<'_>, asked: bool) -> usize {
    let word = s.any(s.start, words!("a answer"));
    let mark = s.mark(s.start + 1, ":") || asked && s.mark(s.start + 1, ".");
    s.start + if word && mark { 2 } else { 0 }
}

/// Whether an answer says the question over again and then "because …", so that the cause is in its own words.
pub(in crate::notes::causes) fn restates(s: &Sentence<'_>, question: &str) -> bool {
    let question = ids::normalised(question);
    let asked: Vec<&str> = question.split(' ').filter(|word| word.len() > 3).collect();
    let states = |range: &Range<usize>| {
        let words = range.clone().map(|at| ids::normalised(s.word(at)));
        words.filter(|word| asked.contains(&word.as_str())).count() >= 2
    };
    let cues = inline::find(s);
    inline::links(s, &cues).iter().any(|found| {
        let because = matches!(
            found.shape,
            Shape::Because | Shape::BecauseOf | Shape::BecauseShort | Shape::Since | Shape::As
        );
        match &found.effect {
            Side::Here(effect) => because && states(effect),
            Side::Before => false,
        }
    })
}

/// Whether a sentence is no more than the `A:` before an answer, or than `(3 reasons)` behind a question.
pub(in crate::notes::causes) fn is_answer_mark(s: &Sentence<'_>) -> bool {
    let bracket = s.end > s.start + 2
        && s.end <= s.start + 6
        && (s.mark(s.start, "(") && s.mark(s.end - 1, ")")
            || s.mark(s.start, "[") && s.mark(s.end - 1, "]"));
    bracket
        || s.end == s.start + 2
            && s.any(s.start, words!("a answer answers"))
            && s.mark(s.start + 1, ":")
}
