//! The stamps that editors, lecturers and students leave: when the file was made, when the lesson was, what is due.

use super::exams::is_exam;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Expression, Partial, Scale};
use crate::notes::dates::words::Word;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::word_key::{Words, words};

/// Words that open a line about the note rather than its subject.
const STAMPS: Words = words!(
    "created updated modified edit edited published date due deadline lecture lec seminar class tutorial \
     lesson week session accessed retrieved reviewed revised last posted exported imported uploaded \
     printed made exam homework hw test quiz meeting recorded timestamp version workshop"
);

/// "Created: 07-11-2023", "07-11-2023 18:42" on a line of its own, "Lecture 3, 12 March 2024".
pub(super) fn is_stamp(line: &Line<'_>, block: &Block, expression: &Expression) -> bool {
    let partial = &expression.first.partial;
    let recent = is_recent(partial);
    let numeric = is_numeric(line, expression);
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
    if is_begun(line, block, start, expression.end()) {
        return true;
    }
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

/// Whether a line at the top says when the note was begun, and then when it was last worked on: "started 14-09-2022, last edit …".
fn is_begun(line: &Line<'_>, block: &Block, start: usize, end: usize) -> bool {
    block.lines.0 < NEAR_THE_TOP
        && start > 0
        && line.is(start - 1, words!("started begun written finished typed"))
        && line.opens(start - 1)
        && (end..end + 4).any(|at| line.is(at, words!("last")) || line.is(at, STAMPED))
}

/// Whether a year is one in which somebody may have taken this note.
fn is_recent(partial: &Partial) -> bool {
    matches!(
        partial.scale,
        Some(Scale::Year(1990..) | Scale::ShortYear(_))
    )
}

/// Whether a date is all of digits: `07-11-2023`.
fn is_numeric(line: &Line<'_>, expression: &Expression) -> bool {
    let tokens = &expression.first.tokens;
    matches!(line.word(tokens.start), Word::Number(..)) && tokens.len() >= 5
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

/// Lines of a file in which a day is more likely that of the note than of its subject.
pub(super) const NEAR_THE_TOP: u32 = 12;

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
    "submitted printed uploaded downloaded accessed retrieved posted edit edited updated revised due created modified"
);

/// What a student has on a day: "Midterm Oct 12", "essay due 15 Nov".
const APPOINTMENTS: Words = words!(
    "exam midterm mock quiz test final finals resit deadline due hw homework assignment presentation \
     revision"
);

/// Short forms that are other words elsewhere.
const WEEKDAYS: Words = words!("mon tue tues wed weds thu thurs fri sat sun");

/// Whether a date in a note's title is that of a lecture or a journal page: "Lecture 5, 12 March 2024", `2024-03-12`.
pub(in crate::notes::dates) fn is_lecture_title(line: &Line<'_>, expression: &Expression) -> bool {
    let partial = &expression.first.partial;
    let recent = is_recent(partial);
    let about_itself = (0..line.len())
        .any(|at| line.is(at, STAMPS) || line.is(at, words!("notes journal diary log daily")));
    let numeric = is_numeric(line, expression);
    recent && (partial.day.is_some() || partial.month.is_some()) && (about_itself || numeric)
        || is_exam(
            line,
            &(expression.first.tokens.start..expression.end()),
            partial,
        )
}
