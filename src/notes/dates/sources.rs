//! Years that are no history: publication years, exam papers, the stamps that editors and lecturers leave.

use std::ops::Range;

use super::line::Line;
use super::partial::{Expression, Partial, Scale};
use super::words::Word;
use crate::notes::markdown::{Block, BlockKind, Document, Mark, MarkKind};

/// Whether a block holds sources or links rather than history.
pub(super) fn is_source_block(document: &Document, block: &Block) -> bool {
    let mut heading = block.heading;
    while let Some(index) = heading {
        let Some(own) = document.headings.get(index) else {
            break;
        };
        if own.housekeeping && !is_metadata(document, index) {
            return true;
        }
        heading = own.parent;
    }
    false
}

/// Whether a heading opens the note's own data, which may state its year.
pub(super) fn is_metadata(document: &Document, heading: usize) -> bool {
    let Some(own) = document
        .headings
        .get(heading)
        .filter(|own| own.housekeeping)
    else {
        return false;
    };
    let words = document.blocks[own.block].text.visible.to_ascii_lowercase();
    words.starts_with("meta")
}

/// Whether an expression stands where dates are no history: a citation, an exam paper, a stamp, a web address.
pub(super) fn is_no_history(line: &Line<'_>, block: &Block, expression: &Expression) -> bool {
    let tokens = expression.first.tokens.start..expression.end();
    is_in_address(line, block, &tokens)
        || is_title(line, block, &tokens)
        || is_stamp(line, block, expression)
        || is_cited(line, block, &tokens, &expression.first.partial)
        || is_exam(line, &tokens, &expression.first.partial)
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
                _ => false,
            }
    })
}

/// A number that is all of an emphasised or quoted text: the novel *1984*.
fn is_title(line: &Line<'_>, block: &Block, tokens: &Range<usize>) -> bool {
    if tokens.len() != 1 {
        return false;
    }
    let token = line.tokens[tokens.start];
    let emphasised = marks_near(block, token.start)
        .any(|mark| mark.kind == MarkKind::Emphasis && mark.range == (token.start..token.end));
    let quotes = ["\"", "“", "”", "‘", "’", "'"];
    let quoted = tokens.start > 0
        && line.is(tokens.start - 1, &quotes)
        && line.glued(tokens.start)
        && line.is(tokens.end, &quotes)
        && line.glued(tokens.end);
    emphasised && block.tokens.len() > 1 || quoted
}

/// Words that open a line about the note rather than its subject.
const STAMPS: &[&str] = &[
    "created",
    "updated",
    "modified",
    "edited",
    "published",
    "date",
    "due",
    "deadline",
    "lecture",
    "lec",
    "seminar",
    "class",
    "tutorial",
    "lesson",
    "week",
    "session",
    "accessed",
    "retrieved",
    "reviewed",
    "revised",
    "last",
    "posted",
    "imported",
    "uploaded",
    "printed",
    "exam",
    "homework",
    "hw",
    "test",
    "quiz",
    "meeting",
    "recorded",
    "timestamp",
    "version",
    "workshop",
];

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
    if !recent || partial.day.is_none() && partial.month.is_none() {
        return false;
    }
    let start = expression.first.tokens.start;
    let opened = (0..start.min(4)).any(|at| line.is(at, STAMPS));
    let filler = ["on", "at", "notes", "of", "the", "by"];
    let labelled = opened
        && start <= 12
        && (0..start).all(|at| line.is(at, STAMPS) || !line.is_word(at) || line.is(at, &filler));
    // "Lecturer: Dr Novak, date: 12/10/2023".
    let keyed = start >= 2 && line.word(start - 1) == Word::Colon && line.is(start - 2, STAMPS);
    let end = expression.end();
    let timed = matches!(line.word(end), Word::Number(..)) && line.word(end + 1) == Word::Colon;
    let titled = block.kind == BlockKind::Heading && opened;
    // Alone at the top of a note, in the years of note-taking on computers.
    let of_today = matches!(partial.scale, Some(Scale::Year(2005..)));
    let alone = start == 0
        && end == line.len()
        && block.kind == BlockKind::Paragraph
        && block.lines.0 < 8
        && (numeric || of_today);
    labelled || keyed || titled || alone || numeric && timed
}

/// Words that show a citation.
const CITED: &[&str] = &[
    "p",
    "pp",
    "page",
    "pages",
    "ibid",
    "press",
    "publishing",
    "publishers",
    "publications",
    "isbn",
    "doi",
    "eds",
    "vol",
    "retrieved",
    "accessed",
    "journal",
    "edn",
    "paperback",
    "hardcover",
    "penguin",
    "routledge",
    "macmillan",
    "norton",
    "vintage",
    "harpercollins",
    "bloomsbury",
    "wiley",
    "springer",
    "pearson",
    "hodder",
];

/// A publication year: "Gaddis 2005 p. 33", "(London: Penguin, 2017), 47", "(Smith, 2003)".
fn is_cited(line: &Line<'_>, block: &Block, tokens: &Range<usize>, partial: &Partial) -> bool {
    let Some(Scale::Year(1500..)) = partial.scale else {
        return false;
    };
    if partial.day.is_some() && !is_after(line, tokens.start, &["accessed", "retrieved", "viewed"])
    {
        return false;
    }
    let cited = |at: usize| {
        line.is(at, CITED)
            && (!line.is(at, &["p", "pp", "page", "pages"]) || page_follows(line, at))
            && !line.is(at + 1, &["conference"])
    };
    if block.kind == BlockKind::Footnote {
        return true;
    }
    let end = tokens.end;
    // What follows the year, up to a closing bracket or a few words.
    let after =
        (end..end + 6).any(|at| cited(at) && (end..at).all(|between| !line.is_word(between)));
    let from = tokens.start.saturating_sub(12);
    let opening = (from..tokens.start)
        .rev()
        .find(|at| line.word(*at) == Word::Open);
    let enclosed = opening.is_some_and(|open| {
        let inside = open + 1..tokens.start;
        let closed = line.word(end) == Word::Close
            || line.word(end) == Word::Comma
            || line.word(end) == Word::Colon;
        let publisher =
            inside.clone().any(cited) || inside.clone().any(|at| line.word(at) == Word::Colon);
        // "(Smith 2003)", "(Smith & Jones, 2003)", "(Smith et al., 2003)".
        let authors = inside.len() > 0
            && inside.clone().all(|at| {
                line.capital(at)
                    || matches!(line.word(at), Word::Comma | Word::And | Word::Dot)
                    || line.is(at, &["et", "al", "see"])
            })
            && matches!(partial.scale, Some(Scale::Year(1950..)))
            && (inside.len() <= 2 && line.word(tokens.start - 1) == Word::Comma
                || inside.clone().any(|at| line.is(at, &["et", "al", "see"])));
        closed && (publisher && partial.month.is_none() || authors)
    });
    let sourced = line.is(
        0,
        &[
            "source",
            "sources",
            "reference",
            "references",
            "bibliography",
            "cf",
        ],
    ) && matches!(partial.scale, Some(Scale::Year(1900..)))
        && matches!(line.word(1), Word::Colon);
    // "Oxford University Press, 1996"; "see Smith 1998".
    let comma = usize::from(line.before(tokens.start) == Word::Comma);
    let before = tokens.start.checked_sub(1 + comma);
    let published = before.is_some_and(|at| line.is(at, CITED) && line.capital(at));
    let pointed = tokens.start >= 2
        && line.is(tokens.start - 2, &["see", "cf"])
        && line.capital(tokens.start - 1);
    after
        || enclosed
        || sourced
        || published
        || pointed
        || is_after(line, tokens.start, &["accessed", "retrieved"])
}

fn page_follows(line: &Line<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(line.word(at + 1) == Word::Dot);
    matches!(line.word(next), Word::Number(..) | Word::Roman(_))
}

fn is_after(line: &Line<'_>, at: usize, words: &[&str]) -> bool {
    (at.saturating_sub(3)..at).any(|before| line.is(before, words))
}

/// Words of exam papers and mark schemes.
const EXAMS: &[&str] = &[
    "paper", "papers", "exam", "exams", "gcse", "aqa", "edexcel", "ocr", "leq", "dbq", "saq",
    "midterm", "resit", "specimen", "ib", "jee", "neet", "wjec", "cie", "syllabus",
];

/// "2019 paper q2", "past paper June 2018".
fn is_exam(line: &Line<'_>, tokens: &Range<usize>, partial: &Partial) -> bool {
    let Some(Scale::Year(1980..)) = partial.scale else {
        return false;
    };
    let near = |range: Range<usize>| range.into_iter().any(|at| line.is(at, EXAMS));
    near(tokens.end..tokens.end + 3) || near(tokens.start.saturating_sub(3)..tokens.start)
}

/// Whether a date in a note's title is that of a lecture or a journal page: "Lecture 5, 12 March 2024", `2024-03-12`.
pub(super) fn is_lecture_title(line: &Line<'_>, expression: &Expression) -> bool {
    let partial = &expression.first.partial;
    let recent = matches!(
        partial.scale,
        Some(Scale::Year(1990..)) | Some(Scale::ShortYear(_))
    );
    let about_itself = (0..line.len()).any(|at| {
        line.is(at, STAMPS) || line.is(at, &["notes", "journal", "diary", "log", "daily"])
    });
    let numeric = matches!(line.word(expression.first.tokens.start), Word::Number(..))
        && expression.first.tokens.len() >= 5;
    recent && (partial.day.is_some() || partial.month.is_some()) && (about_itself || numeric)
        || is_exam(
            line,
            &(expression.first.tokens.start..expression.end()),
            partial,
        )
}
