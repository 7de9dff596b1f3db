//! Which statements a date belongs to: those it stands in, and those under a heading or bullet that it opens.

mod under;

use std::fmt;

use rustc_hash::FxHashSet;

use super::resolve::{Dated, Found, is_date_alone};
use crate::notes::facts::{Basis, Event};
use crate::notes::ids::{Id, Ids, push};
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document, Statement};
use under::{Under, leads_away};

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
        let own = own_dates(statement, dates);
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
                None if is_of_no_time(block, statement) => None,
                None => under.handed_down(statement),
            };
            if let Some((date, from, line)) = handed {
                add(date, from, line);
                if let Some(other) = under.other_day(date).filter(|_| before.is_none()) {
                    add(other, from, other.from_line.or(line));
                }
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
        if let Some((date, from, line)) = under.begun(statement, own) {
            add(date, from, line);
        }
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

/// Those of the dates of its block that stand in a statement.
fn own_dates<'d>(statement: &Statement, dates: &'d [Dated]) -> &'d [Dated] {
    let from = dates.partition_point(|date| date.tokens.start < statement.tokens.start);
    let to = dates.partition_point(|date| date.tokens.start < statement.tokens.end);
    &dates[from..to.max(from)]
}

/// Whether a statement takes no date from above: a line in bold alone stands for a heading, so that it is what follows that happened
/// then, and "Lit: Weber, Rome 18-20" did not happen.
fn is_of_no_time(block: &Block, statement: &Statement) -> bool {
    block.is_bold_alone() || is_label(block, statement) || block.lists_sources()
}

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
    // "Causes for his downfall:"
    let leads = |first: &Token| {
        matches!(
            first.of(&block.text.visible),
            "Causes" | "Reasons" | "causes" | "reasons"
        )
    };
    // "why?"
    let asks = || tokens.len() == 2 && tokens[1].of(&block.text.visible) == "?";
    asks()
        || ends
            && (tokens.len() <= 3 && (block.kind == BlockKind::Paragraph || leads_away(block))
                || tokens.len() <= 8 && tokens.first().is_some_and(leads))
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
