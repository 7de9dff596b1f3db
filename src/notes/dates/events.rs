//! Which statements a date belongs to: those it stands in, and those under a heading or bullet that it opens.

use std::fmt;

use rustc_hash::FxHashSet;

use super::resolve::{Dated, Found, is_date_alone, leads_anew};
use crate::notes::facts::{Basis, Event};
use crate::notes::ids::{Id, Ids, push};
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document, Statement};

/// Every dated statement, in file order.
pub(super) fn events(document: &Document, found: &Found) -> Vec<Event> {
    // As a rule about as many statements are handed a date as have their own.
    let mut events = Vec::with_capacity(2 * found.dates.len());
    let mut ids = Ids::for_facts(2 * found.dates.len());
    let mut seen = FxHashSet::default();
    let mut under = Under::new(document, found);
    // A date that is a sentence by itself, and the block in which the next sentence happened then.
    let mut carried: Option<(&Dated, usize)> = None;
    for (index, statement) in document.statements.iter().enumerate() {
        let block = &document.blocks[statement.block];
        let dates = &found.dates[found.of_block[statement.block].clone()];
        under.enter(statement.block);
        let own = {
            let from = dates.partition_point(|date| date.tokens.start < statement.tokens.start);
            let to = dates.partition_point(|date| date.tokens.start < statement.tokens.end);
            &dates[from..to.max(from)]
        };
        let mut add = |date: &Dated, from: Basis, from_line: Option<u32>| {
            events.push(Event {
                id: id(&mut ids, statement, date),
                statement: index,
                when: date.when,
                from,
                from_line,
            });
        };
        let before = carried
            .take()
            .filter(|(_, block)| *block == statement.block);
        if own.is_empty() {
            let handed = match before {
                Some((date, _)) => Some((date, date.from, date.from_line)),
                // A line in bold alone stands for a heading: it is what follows that happened then.
                None if block.is_bold_alone() || is_label(block, statement) => None,
                None => under.handed_down(statement),
            };
            if let Some((date, from, line)) = handed {
                add(date, from, line);
            }
            continue;
        }
        if is_date_alone(block, dates) || own.len() == 1 && is_all(&own[0], block, statement) {
            carried = (block.lines.0 == block.lines.1).then(|| (&own[0], statement.block));
            if is_event_alone(document, block, &own[0]) {
                add(&own[0], own[0].from, own[0].from_line);
            }
            continue;
        }
        seen.clear();
        for (at, date) in own.iter().enumerate() {
            let narrowed = own
                .get(at + 1)
                .is_some_and(|next| is_narrowed(block, date, next));
            if !narrowed && (own.len() == 1 || seen.insert(date.when)) {
                add(date, date.from, date.from_line);
            }
        }
    }
    events
}

/// Whether a bullet that is only its date says that something happened then, however little: `- 28 June 1919`, but not `- Around 1962.`,
/// which says when all the rest was.
fn is_event_alone(document: &Document, block: &Block, date: &Dated) -> bool {
    let housekeeping = |heading: usize| document.headings[heading].housekeeping;
    block.kind == BlockKind::Item
        && !date.when.approximate
        && !block.heading.is_some_and(housekeeping)
}

/// Whether a date spans so many years that it is what a whole note is about: "1066 - c. 1300".
fn is_age(date: &Dated) -> bool {
    let (from, to) = (date.when.start().year(), date.when.end().year());
    from.zip(to).is_some_and(|(from, to)| to - from > AGE)
}

/// Years from which on a span of them dates no single line.
const AGE: i16 = 60;

/// Whether a statement only says what comes next: "Causes:".
fn is_label(block: &Block, statement: &Statement) -> bool {
    let tokens = &block.tokens[statement.tokens.clone()];
    let ends = tokens
        .last()
        .is_some_and(|last| last.of(&block.text.visible) == ":");
    // "Essay due 21/03, 1500 words"
    let due = |pair: &[Token]| {
        pair[1].kind == Kind::Number
            && pair[0].end - pair[0].start == 3
            && pair[0].of(&block.text.visible) == "due"
    };
    if (3..14).contains(&tokens.len()) && tokens[1..].windows(2).take(3).any(due) {
        return true;
    }
    // "> [!warning] NAMES"
    if block.kind == BlockKind::CalloutTitle && tokens.len() <= 2 {
        return true;
    }
    ends && tokens.len() <= 3 && (block.kind == BlockKind::Paragraph || leads_away(block))
}

/// Whether what hangs on an item came before or after what stands over it: "Causes:", "Results:".
fn leads_away(block: &Block) -> bool {
    let Some(label) = block.text.visible.strip_suffix(':') else {
        return false;
    };
    block.kind == BlockKind::Item
        && matches!(
            label.to_ascii_lowercase().as_str(),
            "causes"
                | "reasons"
                | "results"
                | "consequences"
                | "effects"
                | "impact"
                | "aftermath"
                | "legacy"
                | "background"
        )
}

/// Rows in a row that repeat the date above, at most.
const ROWS: usize = 16;

/// Whether a line of a sheet puts a question by its number, which is no part of what stands above it.
fn is_question(block: &Block) -> bool {
    let text = &block.text.visible;
    let numbered = text
        .strip_prefix('Q')
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    numbered && block.kind == BlockKind::Paragraph && text.contains('?')
}

/// Whether two dates are one that is said in two steps: "1794, 27 July".
fn is_narrowed(block: &Block, date: &Dated, next: &Dated) -> bool {
    let between = &block.tokens[date.tokens.end..next.tokens.start];
    let bracket = |token: &Token| token.of(&block.text.visible) == "(";
    between
        .iter()
        .all(|token| token.kind == Kind::Punct && !bracket(token))
        && date.when != next.when
        && date.when.contains(next.when)
}

/// Whether a line of a paragraph is only its date: "1867" over a list of what happened in its months; or a heading with nothing
/// under it: "### October:".
fn is_all(date: &Dated, block: &Block, statement: &Statement) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
        && statement
            .tokens
            .clone()
            .all(|at| date.tokens.contains(&at) || block.tokens[at].kind == Kind::Punct)
}

/// The id of the event that a statement with this date is.
fn id(ids: &mut Ids, statement: &Statement, date: &Dated) -> Id {
    ids.of_pushed(|parts| {
        push(parts, &statement.id.digits());
        let written = date.when.write(&mut Part(parts));
        written.expect("writing to a list cannot fail");
        push(parts, b"");
    })
}

/// A part of an id that is written bit by bit.
struct Part<'p>(&'p mut Vec<u8>);

impl fmt::Write for Part<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// The dates that are handed down to a statement without its own.
struct Under<'d> {
    document: &'d Document,
    found: &'d Found,
    /// For each block, whether its first date opens it.
    date_paragraph: Option<usize>,
    heading: Option<usize>,
    block: usize,
    /// The last date came from a bullet rather than a heading.
    by_bullet: bool,
    /// A question of its own has been put since the last heading: "**Q6. Why did Eden stop?**".
    asked: bool,
}

impl<'d> Under<'d> {
    fn new(document: &'d Document, found: &'d Found) -> Self {
        Self {
            document,
            found,
            date_paragraph: None,
            heading: None,
            block: 0,
            by_bullet: false,
            asked: false,
        }
    }

    /// Moves on to a block; a paragraph that is only a date counts as a heading over what follows.
    fn enter(&mut self, block: usize) {
        for at in self.block..=block {
            let own = &self.document.blocks[at];
            let dates = &self.found.dates[self.found.of_block[at].clone()];
            if own.kind == BlockKind::Heading || leads_anew(self.document, at) {
                self.date_paragraph = None;
            }
            if own.kind == BlockKind::Heading {
                self.asked = false;
            } else if is_question(own) {
                self.asked = true;
            }
            if own.kind == BlockKind::Paragraph
                && own.depth == 0
                && is_date_alone(own, dates)
                && !is_age(&dates[0])
                && !self.is_subject(at, &dates[0])
            {
                self.date_paragraph = Some(self.found.of_block[at].start);
            }
        }
        self.block = block + 1;
    }

    /// Whether a span of years is the first thing that a note says, as its subtitle.
    fn is_subject(&self, block: usize, date: &Dated) -> bool {
        let first = self.document.statements.first();
        first.is_some_and(|first| first.block == block)
            && date.when.start().year() != date.when.end().year()
    }

    /// The date of a statement without its own, how it was come by, and the line that gave it.
    fn handed_down(&mut self, statement: &Statement) -> Option<(&'d Dated, Basis, Option<u32>)> {
        let date = self.date(statement)?;
        let by_bullet = self.by_bullet;
        let from = match date.from {
            Basis::Stated if !by_bullet => Basis::Stated,
            _ => Basis::Context,
        };
        let bullet = by_bullet.then(|| self.document.blocks[date.block].lines.0);
        Some((date, from, date.from_line.or(bullet)))
    }

    fn date(&mut self, statement: &Statement) -> Option<&'d Dated> {
        self.by_bullet = false;
        if let Some(date) = self.repeated(statement.block) {
            self.by_bullet = true;
            return Some(date);
        }
        let mut parent = self.document.blocks[statement.block].parent;
        // Lists are hardly nested deeper than this.
        for _ in 0..64 {
            let Some(above) = parent else { break };
            // "| | Act of 1848 | Act of 1875 |" dates no row under it.
            if self.document.blocks[above].header {
                break;
            }
            if let Some(date) = self.opening(above).filter(|date| !is_age(date)) {
                self.by_bullet = true;
                return Some(date);
            }
            if leads_away(&self.document.blocks[above]) {
                return None;
            }
            parent = self.document.blocks[above].parent;
        }
        if let Some(date) = self.date_paragraph {
            return self.found.dates.get(date);
        }
        if self.asked {
            return None;
        }
        self.heading = self.document.blocks[statement.block].heading;
        while let Some(at) = self.heading {
            let heading = &self.document.headings[at];
            let dates = self.found.of_block[heading.block].clone();
            if Some(at) != self.found.title_heading
                && let Some(date) = self.found.dates[dates]
                    .iter()
                    .find(|date| date.from != Basis::Relative && !is_age(date))
            {
                return Some(date);
            }
            self.heading = heading.parent;
        }
        None
    }

    /// The date of the row above that a row repeats with a mark: `| " | a storm drowns 100,000 |`.
    fn repeated(&self, block: usize) -> Option<&'d Dated> {
        let blocks = &self.document.blocks;
        let is_repeat = |block: &Block| {
            let text = &block.text.visible;
            block.kind == BlockKind::Row
                && ["\" |", "” |", "“ |", "〃 |", "'' |", "ditto |", "do. |"]
                    .iter()
                    .any(|mark| text.starts_with(mark))
        };
        if !is_repeat(&blocks[block]) {
            return None;
        }
        let above = (block.saturating_sub(ROWS)..block)
            .rev()
            .find(|above| !is_repeat(&blocks[*above]))?;
        let row = blocks[above].kind == BlockKind::Row;
        self.opening(above).filter(|_| row)
    }

    /// The date that a block opens with: `1955: Emmett Till Case`.
    fn opening(&self, block: usize) -> Option<&'d Dated> {
        let dates = &self.found.dates[self.found.of_block[block].clone()];
        let date = dates.first()?;
        let before = &self.document.blocks[block].tokens[..date.tokens.start];
        let opens = before.iter().all(|token| token.kind != Kind::Word);
        (opens && date.from != Basis::Relative).then_some(date)
    }
}
