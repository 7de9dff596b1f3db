//! Years that are no history: publication years, exam papers, the stamps that editors and lecturers leave.

mod books;
mod citations;

use std::ops::Range;

pub(super) use books::{Cited, may_be_cited};
use citations::is_cited;

use super::line::Line;
use super::partial::{Expression, Partial, Scale};
use super::words::Word;
use crate::notes::markdown::{Block, BlockKind, Document, Mark, MarkKind, is_span_of_years};
use crate::notes::word_key::{Words, words};

/// Whether a block holds sources or links rather than history.
pub(super) fn is_source_block(document: &Document, block: &Block) -> bool {
    if block.lists_sources() {
        return true;
    }
    let mut heading = block.heading;
    while let Some(index) = heading {
        let Some(own) = document.headings.get(index) else {
            break;
        };
        if own.housekeeping && !own.metadata {
            return true;
        }
        heading = own.parent;
    }
    false
}

/// Whether a bare number is alone in a cell of a table whose row has its date already: a figure, unless the column's
/// head says otherwise.
pub(super) fn is_figure(
    line: &Line<'_>,
    document: &Document,
    block: &Block,
    expression: &Expression,
) -> bool {
    let at = expression.first.tokens.start;
    let bar = |at: usize| line.str(at) == "|";
    let alone = expression.end() == at + 1
        && at > 0
        && bar(at - 1)
        && (at + 1 == line.len() || bar(at + 1))
        && matches!(line.word(at), Word::Number(..));
    if block.kind != BlockKind::Row || !alone {
        return false;
    }
    let column = (0..at).filter(|at| bar(*at)).count();
    let head = block
        .parent
        .and_then(|parent| document.blocks.get(parent))
        .filter(|parent| parent.header)
        .and_then(|header| header.text.visible.split('|').nth(column))
        .unwrap_or_default()
        .to_ascii_lowercase();
    let dated = [
        "year", "date", "end", "until", "died", "death", "born", "founded", "start", "from", "when",
    ];
    !dated.iter().any(|word| head.contains(word))
}

/// Whether an expression stands where dates are no history: a citation, an exam paper, a stamp, a web address.
pub(super) fn is_no_history(line: &Line<'_>, block: &Block, expression: &Expression) -> bool {
    let tokens = expression.first.tokens.start..expression.end();
    is_denied(line, tokens.start)
        || is_in_series(line, &tokens)
        || is_way_to_note(line)
        || is_of_the_calendar(line, tokens.start)
        || is_word_count(line, tokens.start)
        || !block.marks.is_empty() && is_in_address(line, block, &tokens)
        || is_title(line, block, &tokens)
        || is_stamp(line, block, expression)
        || is_cited(line, block, &tokens, &expression.first.partial)
        || is_exam(line, &tokens, &expression.first.partial)
}

/// "Not 1945, as people say".
fn is_denied(line: &Line<'_>, start: usize) -> bool {
    start > 0 && line.is(start - 1, words!("not")) && matches!(line.word(start), Word::Number(_, 4))
}

/// "10/100/1000/10,000": a number in a row of numbers, some of which are no years.
fn is_in_series(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let start = tokens.start;
    tokens.len() == 1
        && start > 1
        && line.before(start) == Word::Slash
        && line.word(tokens.end) == Word::Slash
        && matches!(line.word(start - 2), Word::Number(_, 1..=3))
        && matches!(line.word(tokens.end + 1), Word::Number(_, 1..=3))
}

/// `up:: [[England 1445-1509]]`, "see also [[Nazi Germany 1933-39]]": where another note is.
fn is_way_to_note(line: &Line<'_>) -> bool {
    if line.is(0, words!("see")) && line.is(1, words!("also")) {
        return true;
    }
    line.word(1) == Word::Colon
        && line.word(2) == Word::Colon
        && line.is(0, words!("up down next prev previous parent related same"))
}

/// "Old style, but the year starts 1 Jan": a day of every year.
fn is_of_the_calendar(line: &Line<'_>, start: usize) -> bool {
    let at = start.saturating_sub(1);
    let at = at.saturating_sub(usize::from(at > 1 && line.is(at, words!("on"))));
    at > 0 && line.is(at, words!("starts begins started began")) && line.is(at - 1, words!("year"))
}

/// "Word count so far: 1095".
fn is_word_count(line: &Line<'_>, start: usize) -> bool {
    let counts = |at: usize| line.is(at, words!("count")) && line.is(at - 1, words!("word"));
    line.before(start) == Word::Colon && (start.saturating_sub(5).max(1)..start).any(counts)
}

/// The marks that start at or before a byte of a block's text, the nearest sixteen.
fn marks_near(block: &Block, at: u32) -> impl Iterator<Item = &Mark> {
    let before = block.marks.partition_point(|mark| mark.range.start <= at);
    block.marks[..before].iter().rev().take(16)
}

/// Inside a web address or a tag.
fn is_in_address(line: &Line<'_>, block: &Block, tokens: &Range<usize>) -> bool {
    let at = line.tokens[tokens.start].start;
    marks_near(block, at).any(|mark| {
        mark.range.contains(&at)
            && match mark.kind {
                MarkKind::Address => {
                    let shown = &line.text[mark.range.start as usize..mark.range.end as usize];
                    shown.contains("://")
                        || shown.starts_with("www.")
                        || !shown.contains(' ') && shown.contains(['/', '_'])
                }
                MarkKind::Tag(_) => true,
                MarkKind::Wikilink(_) => {
                    let shown = &line.text[mark.range.start as usize..mark.range.end as usize];
                    is_note_of_day(shown) || is_dated_note(shown)
                }
                _ => false,
            }
    })
}

/// A link to the note of a day: "<< [[2023-10-03]]".
fn is_note_of_day(shown: &str) -> bool {
    shown.len() == 10
        && shown.starts_with("20")
        && shown
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// A link to a note whose name has its date before or behind a comma, which dates that note and not this line: "as in
/// [[1956, Hungary]]", "[[1980 - 1981, Solidarity in Poland]]", "[[Greece, 1947]]".
fn is_dated_note(shown: &str) -> bool {
    let named = |text: &str| text.contains(|sign: char| sign.is_alphabetic());
    shown
        .split_once(',')
        .is_some_and(|(date, name)| is_span_of_years(date) && named(name))
        || shown
            .rsplit_once(',')
            .is_some_and(|(name, date)| is_span_of_years(date) && named(name))
}

/// A number that is all of an emphasised or quoted text: the novel *1984*.
fn is_title(line: &Line<'_>, block: &Block, tokens: &Range<usize>) -> bool {
    if tokens.len() != 1 {
        return false;
    }
    let token = line.tokens[tokens.start];
    let emphasised = !block.marks.is_empty()
        && marks_near(block, token.start)
            .any(|mark| mark.kind == MarkKind::Emphasis && mark.range == (token.start..token.end));
    let quotes = ["\"", "“", "”", "‘", "’", "'"];
    let quoted = tokens.start > 0
        && line.glued(tokens.start)
        && line.glued(tokens.end)
        && line.is_mark(tokens.start - 1, &quotes)
        && line.is_mark(tokens.end, &quotes);
    // "*1913*: Home Rule" is a date over what happened.
    let leads = tokens.start == 0 && matches!(line.word(1), Word::Colon | Word::Dash);
    emphasised && !leads && block.tokens.len() > 1 || quoted
}

/// Words that open a line about the note rather than its subject.
const STAMPS: Words = words!(
    "created updated modified edit edited published date due deadline lecture lec seminar class tutorial \
     lesson week session accessed retrieved reviewed revised last posted exported imported uploaded \
     printed made exam homework hw test quiz meeting recorded timestamp version workshop"
);

/// "Created: 07-11-2023", "07-11-2023 18:42" on a line of its own, "Lecture 3, 12 March 2024".
fn is_stamp(line: &Line<'_>, block: &Block, expression: &Expression) -> bool {
    let partial = &expression.first.partial;
    let recent = matches!(
        partial.scale,
        Some(Scale::Year(1990..)) | Some(Scale::ShortYear(_))
    );
    let numeric = matches!(line.word(expression.first.tokens.start), Word::Number(..))
        && expression.first.tokens.len() >= 5;
    if block.kind == BlockKind::Loose {
        return partial.day.is_some();
    }
    let start = expression.first.tokens.start;
    if start > 0 && partial.day.is_some() && TASK_SIGNS.contains(&line.str(start - 1)) {
        return true;
    }
    if partial.scale.is_none() && partial.day.is_some() {
        return is_appointment(line, block, start);
    }
    if !recent || partial.day.is_none() && partial.month.is_none() {
        return false;
    }
    let on = usize::from(start > 1 && line.is(start - 1, words!("on")));
    if start > on
        && partial.day.is_some()
        && line.is(start - 1 - on, STAMPED)
        && line.opens(start - 1 - on)
        || start > 0 && partial.day.is_some() && line.is(start - 1, STAMPED)
    {
        return true;
    }
    let opened = (0..start.min(4)).any(|at| line.is(at, STAMPS));
    let filler = words!("on at notes of the by from google docs");
    let labelled = opened
        && start <= 12
        && (0..start).all(|at| {
            line.is(at, STAMPS)
                || !line.is_word(at)
                || line.is(at, filler)
                || line.word(at) == Word::Weekday
        });
    // "Lecturer: Dr Novak, date: 12/10/2023".
    // "created:: 2022-09-30"
    let colons = (0..start)
        .rev()
        .take_while(|at| line.word(*at) == Word::Colon)
        .count();
    let keyed = (1..=2).contains(&colons) && start > colons && line.is(start - 1 - colons, STAMPS);
    let end = expression.end();
    let taught = partial.day.is_some() && is_of_lesson(line, block, start, end);
    let timed = matches!(line.word(end), Word::Number(..)) && line.word(end + 1) == Word::Colon;
    let titled = block.kind == BlockKind::Heading && opened;
    // Alone at the top of a note, in the years of note-taking on computers.
    let of_today = matches!(partial.scale, Some(Scale::Year(2005..)));
    let alone = start == 0
        && end == line.len()
        && block.kind == BlockKind::Paragraph
        && block.lines.0 < NEAR_THE_TOP
        && (numeric || of_today);
    let of_today = of_today || matches!(partial.scale, Some(Scale::ShortYear(15..=35)));
    let signed = of_today && partial.day.is_some() && is_signed(line, block, partial, numeric);
    labelled || keyed || titled || alone || taught || signed || numeric && timed
}

/// Whether a line at the top of a note is what a student writes over it: "Name: T. Hill   Class 12B   17 Oct 2023", "Mr Jones,
/// room 204, 14/09/2023".
fn is_signed(line: &Line<'_>, block: &Block, partial: &Partial, numeric: bool) -> bool {
    let named = line.is(0, words!("name student author")) && line.word(1) == Word::Colon;
    let of_class = || {
        let mut school = (0..line.len().min(30)).filter(|at| line.is(*at, SCHOOL));
        // A short year may be that of the subject.
        let more = usize::from(!matches!(partial.scale, Some(Scale::Year(_))));
        numeric && block.kind == BlockKind::Paragraph && school.nth(more).is_some()
    };
    block.lines.0 < NEAR_THE_TOP && (named || of_class())
}

/// "My lesson of 4/10/22", "essay for 20/11/2023", "Mon 7 Mar 2022 // lecture 9": the day from `start` to `end`.
fn is_of_lesson(line: &Line<'_>, block: &Block, start: usize, end: usize) -> bool {
    start > 1 && line.is(start - 1, words!("of from on")) && line.is(start - 2, LESSONS)
        || (0..start.min(3)).any(|at| line.is(at, words!("essay")))
        || start == 0
            && block.lines.0 < NEAR_THE_TOP
            && (end..end + 4).any(|at| line.is(at, LESSONS))
}

/// Lines of a file in which a day is more likely that of the note than of its subject.
const NEAR_THE_TOP: u32 = 12;

/// What a student sits in when the note is written.
const LESSONS: Words = words!("lecture lec seminar class tutorial lesson session");

/// What a student writes beside the day at the top of a note.
const SCHOOL: Words = words!(
    "class period room rm teacher mr mrs ms miss dr prof professor form lecture seminar tutorial lesson"
);

/// Signs before the days of a task, as the Tasks plugin of Obsidian writes them.
const TASK_SIGNS: [&str; 7] = ["✅", "📅", "⏳", "🛫", "➕", "❌", "🗓"];

/// Words right before the day on which somebody did something with the file.
const STAMPED: Words = words!(
    "submitted printed uploaded downloaded accessed retrieved posted edited updated revised due created modified"
);

/// What a student has on a day: "Midterm Oct 12", "essay due 15 Nov".
const APPOINTMENTS: Words = words!(
    "exam midterm mock quiz test final finals resit deadline due hw homework assignment presentation \
     revision"
);

/// Short forms that are other words elsewhere.
const WEEKDAYS: Words = words!("mon tue tues wed weds thu thurs fri sat sun");

/// Whether a day without a year is one of the course: right after the name of a test, or in the heading of a lecture.
fn is_appointment(line: &Line<'_>, block: &Block, start: usize) -> bool {
    let filler = words!("on is the by");
    let skipped = |at: usize| {
        line.is(at, filler)
            || line.is(at, WEEKDAYS)
            || matches!(
                line.word(at),
                Word::Colon | Word::Dash | Word::Comma | Word::Weekday
            )
            || line.is(at, words!("="))
    };
    let before = (start.saturating_sub(4)..start)
        .rev()
        .find(|at| !skipped(*at));
    let of_course = before
        .is_some_and(|at| line.is(at, APPOINTMENTS) && !line.is(at, words!("final")))
        || before.is_some_and(|at| at == 0 && line.is(at, APPOINTMENTS))
        // "… ML 45. seminar 14 Nov rm 431"
        || start > 0 && line.is(start - 1, words!("seminar lecture tutorial lesson"));
    let numbered = matches!(line.word(1), Word::Number(..));
    let lesson = line.is(0, LESSONS) || line.is(0, words!("week"));
    of_course || block.kind == BlockKind::Heading && numbered && lesson
}

/// Words of exam papers and mark schemes.
const EXAMS: Words = words!(
    "frq dbqs leqs saqs q spec specification marker markers markscheme mock mocks prelim prelims paper \
     papers exam exams gcse aqa edexcel ocr leq dbq saq midterm resit specimen ib jee neet wjec cie \
     syllabus"
);

/// "2019 paper q2", "past paper June 2018".
fn is_exam(line: &Line<'_>, tokens: &Range<usize>, partial: &Partial) -> bool {
    let Some(Scale::Year(1980..)) = partial.scale else {
        return false;
    };
    let near = |range: Range<usize>| range.into_iter().any(|at| line.is(at, EXAMS));
    let question = line.str(tokens.end);
    let numbered = question
        .strip_prefix(['Q', 'q', 'P'])
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let start = tokens.start;
    let asked = start > 1
        && (line.is(start - 1, words!("up")) && line.is(start - 2, words!("came comes"))
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

/// Whether a date in a note's title is that of a lecture or a journal page: "Lecture 5, 12 March 2024", `2024-03-12`.
pub(super) fn is_lecture_title(line: &Line<'_>, expression: &Expression) -> bool {
    let partial = &expression.first.partial;
    let recent = matches!(
        partial.scale,
        Some(Scale::Year(1990..)) | Some(Scale::ShortYear(_))
    );
    let about_itself = (0..line.len())
        .any(|at| line.is(at, STAMPS) || line.is(at, words!("notes journal diary log daily")));
    let numeric = matches!(line.word(expression.first.tokens.start), Word::Number(..))
        && expression.first.tokens.len() >= 5;
    recent && (partial.day.is_some() || partial.month.is_some()) && (about_itself || numeric)
        || is_exam(
            line,
            &(expression.first.tokens.start..expression.end()),
            partial,
        )
}
