//! Which statements a date belongs to: those it stands in, and those under a heading or bullet that it opens.

use rustc_hash::FxHashSet;

use super::resolve::{Dated, Found, is_date_alone};
use crate::notes::facts::{Basis, Event};
use crate::notes::ids::{Id, Ids};
use crate::notes::lex::Kind;
use crate::notes::markdown::{BlockKind, Document, Statement};

/// Every dated statement, in file order.
pub(super) fn events(document: &Document, found: &Found) -> Vec<Event> {
    let mut events = Vec::new();
    let mut ids = EventIds {
        ids: Ids::for_facts(found.dates.len()),
        words: String::new(),
    };
    let mut seen = FxHashSet::default();
    let mut under = Under::new(document, found);
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
                id: ids.next(statement, date),
                statement: index,
                when: date.when,
                from,
                from_line,
            });
        };
        if own.is_empty() {
            if let Some(date) = under.date(statement) {
                let from = if date.from == Basis::Stated && !under.by_bullet {
                    Basis::Stated
                } else {
                    Basis::Context
                };
                let line = date
                    .from_line
                    .or_else(|| under.by_bullet.then(|| document.blocks[date.block].lines.0));
                add(date, from, line);
            }
            continue;
        }
        if is_date_alone(block, dates) {
            continue;
        }
        seen.clear();
        for (at, date) in own.iter().enumerate() {
            // "1794, 27 July" is one date, said in two steps.
            let narrowed = own.get(at + 1).is_some_and(|next| {
                let between = &block.tokens[date.tokens.end..next.tokens.start];
                between.iter().all(|token| token.kind == Kind::Punct)
                    && !between
                        .iter()
                        .any(|token| token.of(&block.text.visible) == "(")
                    && date.when != next.when
                    && date.when.contains(next.when)
            });
            if !narrowed && (own.len() == 1 || seen.insert(date.when)) {
                add(date, date.from, date.from_line);
            }
        }
    }
    events
}

/// Makes the ids of events.
struct EventIds {
    ids: Ids,
    /// The date at hand in words; kept for its room.
    words: String,
}

impl EventIds {
    fn next(&mut self, statement: &Statement, date: &Dated) -> Id {
        self.words.clear();
        date.when
            .write(&mut self.words)
            .expect("writing to a string cannot fail");
        self.ids
            .next([&statement.id.digits()[..], self.words.as_bytes()])
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
        }
    }

    /// Moves on to a block; a paragraph that is only a date counts as a heading over what follows.
    fn enter(&mut self, block: usize) {
        for at in self.block..=block {
            let own = &self.document.blocks[at];
            let dates = &self.found.dates[self.found.of_block[at].clone()];
            if own.kind == BlockKind::Heading {
                self.date_paragraph = None;
            } else if own.kind == BlockKind::Paragraph
                && own.depth == 0
                && is_date_alone(own, dates)
            {
                self.date_paragraph = Some(self.found.of_block[at].start);
            }
        }
        self.block = block + 1;
    }

    fn date(&mut self, statement: &Statement) -> Option<&'d Dated> {
        self.by_bullet = false;
        let mut parent = self.document.blocks[statement.block].parent;
        // Lists are hardly nested deeper than this.
        for _ in 0..64 {
            let Some(above) = parent else { break };
            if let Some(date) = self.opening(above) {
                self.by_bullet = true;
                return Some(date);
            }
            parent = self.document.blocks[above].parent;
        }
        if let Some(date) = self.date_paragraph {
            return self.found.dates.get(date);
        }
        self.heading = self.document.blocks[statement.block].heading;
        while let Some(at) = self.heading {
            let heading = &self.document.headings[at];
            let dates = self.found.of_block[heading.block].clone();
            if Some(at) != self.found.title_heading
                && let Some(date) = self.found.dates[dates]
                    .iter()
                    .find(|date| date.from != Basis::Relative)
            {
                return Some(date);
            }
            self.heading = heading.parent;
        }
        None
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
