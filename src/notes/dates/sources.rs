//! Years that are no history: publication years, exam papers, the stamps that editors and lecturers leave.

mod books;
mod citations;
mod exams;
mod stamps;

use std::ops::Range;

pub(super) use books::{Cited, may_be_cited};
use citations::is_cited;
use exams::is_exam;
pub(super) use stamps::is_lecture_title;
use stamps::is_stamp;

use super::line::Line;
use super::partial::Expression;
use super::words::Word;
use crate::notes::markdown::{Block, BlockKind, Document, Mark, MarkKind, is_span_of_years};
use crate::notes::word_key::words;

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
    let start = expression.first.tokens.start;
    // "| ~1000 |"
    let at = start + usize::from(line.word(start) == Word::Circa);
    let bar = |at: usize| line.str(at) == "|";
    let alone = expression.end() == at + 1
        && start > 0
        && bar(start - 1)
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
    // "deaths" are counted.
    head.contains("deaths") || !dated.iter().any(|word| head.contains(word))
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
                    is_note_of_day(shown)
                        || is_dated_note(shown)
                        || is_on_line_of_links(line, tokens)
                }
                _ => false,
            }
    })
}

/// Tokens before a date in a link among which the word that opens a line of links is looked for.
const LINKS: usize = 24;

/// Whether a line of the file opens with a word for where other notes are: "Links: [[Unit 7 (1890 - 1945)]]".
fn is_on_line_of_links(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let from = tokens.start.saturating_sub(LINKS);
    (from..tokens.start).any(|at| {
        line.word(at + 1) == Word::Colon
            && line.is(
                at,
                words!("up down next prev previous parent related link links see topic topics moc"),
            )
            && line.opens_line(at)
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
