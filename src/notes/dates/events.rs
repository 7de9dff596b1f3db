//! Which statements a date belongs to: those it stands in, and those under a heading or bullet that it opens.

use rustc_hash::FxHashSet;

use super::resolve::{Dated, Found, is_date_alone};
use crate::notes::facts::{Basis, Event};
use crate::notes::ids::{Id, Ids};
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document, Statement};

/// Every dated statement, in file order.
pub(super) fn events(document: &Document, found: &Found) -> Vec<Event> {
    let mut events = Vec::with_capacity(found.dates.len());
    let mut ids = EventIds {
        ids: Ids::for_facts(2 * found.dates.len()),
        words: String::new(),
    };
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
                id: ids.next(statement, date),
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
                None if block.is_bold_alone() => None,
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

/// Whether a line of a paragraph is only its date: "1867" over a list of what happened in its months.
fn is_all(date: &Dated, block: &Block, statement: &Statement) -> bool {
    block.kind == BlockKind::Paragraph
        && statement
            .tokens
            .clone()
            .all(|at| date.tokens.contains(&at) || block.tokens[at].kind == Kind::Punct)
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
        let mut parent = self.document.blocks[statement.block].parent;
        // Lists are hardly nested deeper than this.
        for _ in 0..64 {
            let Some(above) = parent else { break };
            // "| | Act of 1848 | Act of 1875 |" dates no row under it.
            if self.document.blocks[above].header {
                break;
            }
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
                    .find(|date| date.from != Basis::Relative && !is_age(date))
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
