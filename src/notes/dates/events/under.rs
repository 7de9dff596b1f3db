//! The dates that are handed down from bullets and headings to what stands under them.

use crate::notes::dates::resolve::{Dated, Found, is_date_alone, leads_anew};
use crate::notes::facts::Basis;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Document, Statement};
use crate::notes::when::Unit;

/// The dates that are handed down to a statement without its own.
pub(super) struct Under<'d> {
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
    pub(super) fn new(document: &'d Document, found: &'d Found) -> Self {
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
    pub(super) fn enter(&mut self, block: usize) {
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
    pub(super) fn handed_down(
        &mut self,
        statement: &Statement,
    ) -> Option<(&'d Dated, Basis, Option<u32>)> {
        let date = self.date(statement)?;
        let by_bullet = self.by_bullet;
        let from = match date.from {
            Basis::Stated if !by_bullet => Basis::Stated,
            _ => Basis::Context,
        };
        let bullet = by_bullet.then(|| self.document.blocks[date.block].lines.0);
        Some((date, from, date.from_line.or(bullet)))
    }

    /// The date from above of a statement that only counts on from it: "- he flees. 4 days later he is caught" under "### 27
    /// November", of which the first half was then.
    pub(super) fn begun(
        &mut self,
        statement: &Statement,
        own: &[Dated],
    ) -> Option<(&'d Dated, Basis, Option<u32>)> {
        if !is_counted(&own[0]) || own[0].tokens.start < statement.tokens.start + 3 {
            return None;
        }
        let counted = own.iter().all(is_counted);
        let handed = self.handed_down(statement).filter(|_| counted)?;
        let within = own.iter().any(|own| handed.0.when.contains(own.when));
        (!within).then_some(handed)
    }

    /// The second of two days that are all that a heading says, `date` being the first: "### 7, 12 May".
    pub(super) fn other_day(&self, date: &Dated) -> Option<&'d Dated> {
        let [first, other] = &self.found.dates[self.found.of_block[date.block].clone()] else {
            return None;
        };
        let block = &self.document.blocks[date.block];
        let days = block.kind == BlockKind::Heading
            && [first, other]
                .iter()
                .all(|date| matches!(date.when.unit(), Some(Unit::Day(_))));
        let beside = first.tokens.start == 0
            && first.tokens.end + 1 == other.tokens.start
            && other.tokens.end == block.tokens.len();
        (days && beside && first.tokens == date.tokens).then_some(other)
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

/// Whether a date says only how it stands to another: "4 days later", "that winter".
fn is_counted(date: &Dated) -> bool {
    date.from == Basis::Relative
        || !date.own_year && matches!(date.when.unit(), Some(Unit::Season(..)))
}

/// Whether a date spans so many years that it is what a whole note is about: "1066 - c. 1300".
fn is_age(date: &Dated) -> bool {
    let (from, to) = (date.when.start().year(), date.when.end().year());
    from.zip(to).is_some_and(|(from, to)| to - from > AGE)
}

/// Years from which on a span of them dates no single line.
const AGE: i16 = 75;

/// Whether what hangs on an item came before or after what stands over it: "Causes:", "Results:".
pub(super) fn leads_away(block: &Block) -> bool {
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
