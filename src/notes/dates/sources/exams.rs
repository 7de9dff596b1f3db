//! Years of exam papers.

use std::ops::Range;

use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::Word;
use crate::notes::word_key::{Words, words};

/// Words of exam papers and mark schemes.
const EXAMS: Words = words!(
    "frq dbqs leqs saqs q spec specification marker markers markscheme mock mocks prelim prelims paper \
     papers exam exams gcse aqa edexcel ocr leq dbq saq midterm resit specimen ib jee neet wjec cie \
     syllabus"
);

/// "2019 paper q2", "past paper June 2018".
pub(super) fn is_exam(line: &Line<'_>, tokens: &Range<usize>, partial: &Partial) -> bool {
    let Some(Scale::Year(1980..)) = partial.scale else {
        return false;
    };
    let near = |range: Range<usize>| range.into_iter().any(|at| line.is(at, EXAMS));
    let question = line.str(tokens.end);
    let numbered = question
        .strip_prefix(['Q', 'q', 'P'])
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let start = tokens.start;
    // "it came up 2016", "comes up in 2016"; but "the matter came up in 1992"
    let of_late = matches!(partial.scale, Some(Scale::Year(2005..)));
    let led = of_late && line.before(start) == Word::In;
    let up = start.saturating_sub(1 + usize::from(led));
    let asked = up > 0
        && (line.is(up, words!("up")) && line.is(up - 1, words!("came comes"))
            // "came up in 2015, also 2011"
            || line.is(start - 1, words!("also"))
                && (start.saturating_sub(6).max(1)..start)
                    .any(|at| line.is(at, words!("up")) && line.is(at - 1, words!("came comes")))
            || line.is(start - 1, words!("of")) && line.is(start - 2, words!("class")));
    // "[2016, 10 Marks]"
    let marked = matches!(line.word(tokens.end), Word::Comma | Word::Colon)
        && matches!(line.word(tokens.end + 1), Word::Number(..))
        && line.is(tokens.end + 2, words!("marks mark"))
        && line.before(start) == Word::Open;
    numbered
        || asked
        || marked
        || near(tokens.end..tokens.end + 3)
        || near(tokens.start.saturating_sub(3)..tokens.start)
}
