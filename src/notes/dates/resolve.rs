//! What a date's own words leave out, filled in from the note around it.
//!
//! In this order: a fuller date earlier in the line; the nearest enclosing heading or bullet that states it, or the
//! bullet above in the same list; the note's metadata or title; the nearest date further up. Never today's date.

mod anchor;
mod aside;
mod context;
mod era;
mod habit;
mod keep;
mod month_above;
mod narrative;
mod outline;
mod period;
mod place;
mod relative;
mod short;
mod spoken;
mod title;
pub(super) mod units;

use std::ops::Range;

use smallvec::SmallVec;

use super::Order;
use super::grammar;
use super::line::Line;
use super::partial::{End, Expression, Partial, Relative, Scale};
use super::sources;
use super::words::Era;
use crate::notes::facts::{Basis, DateMention, Warning};
use crate::notes::keys::Keys;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Document};
use crate::notes::when::{Unit, When};

use aside::{is_compared, is_of_a_thing, is_since, said_after};
use context::single_year;
pub(super) use context::{Context, leads_anew};
use keep::{keep_history, keep_later};
use narrative::Standing;
use outline::Outline;
use place::Placed;

/// The tokens and the unit of each end of a date.
type Ends = SmallVec<[(Range<usize>, Unit); 2]>;

/// A date of the note, with everything filled in.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    /// The block it stands in.
    pub(super) block: usize,
    /// Its tokens there.
    pub(super) tokens: Range<usize>,
    /// Both ends of a range as one.
    pub(super) when: When,
    pub(super) from: Basis,
    /// The line that gave what it leaves out.
    pub(super) from_line: Option<u32>,
    /// Each end, with its tokens.
    ends: Ends,
    /// The year, or more, is in its own words.
    pub(super) own_year: bool,
}

impl Dated {
    /// How many mentions it is.
    pub(super) fn n_mentions(&self) -> usize {
        self.ends.len()
    }

    /// Each end as a mention in the file.
    pub(super) fn mentions(&self, document: &Document, into: &mut Vec<DateMention>) {
        let block = &document.blocks[self.block];
        for (tokens, unit) in &self.ends {
            let (Some(first), Some(last)) = (
                block.tokens.get(tokens.start),
                block.tokens.get(tokens.end - 1),
            ) else {
                continue;
            };
            let span = block
                .text
                .file_span(first.start..without_owner(block, last));
            let line = line_in(document, block, span.start);
            let when = When {
                approximate: self.when.approximate,
                ..When::from(*unit)
            };
            into.push(DateMention {
                line,
                span,
                when,
                from: self.from,
                from_line: self.from_line,
            });
        }
    }
}

/// Where a token ends, its possessive left out: "that year's".
fn without_owner(block: &Block, token: &Token) -> u32 {
    if token.kind != Kind::Word {
        return token.end;
    }
    let words = token.of(&block.text.visible);
    let owner = words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"));
    token.start + owner.map_or(words.len(), str::len) as u32
}

/// The 1-based line of a byte of a block in the file.
fn line_in(document: &Document, block: &Block, offset: usize) -> u32 {
    if block.lines.0 == block.lines.1 {
        block.lines.0
    } else {
        line_of(document, offset)
    }
}

/// The 1-based line of a byte of the file.
fn line_of(document: &Document, offset: usize) -> u32 {
    let after = document
        .line_starts
        .partition_point(|start| *start as usize <= offset);
    u32::try_from(after.max(1)).unwrap_or(u32::MAX)
}

/// All dates of a note.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// In file order.
    pub(super) dates: Vec<Dated>,
    /// For each block, its dates as a range of `dates`.
    pub(super) of_block: Vec<Range<usize>>,
    pub(super) warnings: Vec<Warning>,
    /// The heading that is the note's title, if one is.
    pub(super) title_heading: Option<usize>,
}

/// Most blocks have fewer tokens.
const USUAL: usize = 64;

/// Reads and resolves every date of `document`.
pub(super) fn resolve(document: &Document, keys: &Keys, order: Order) -> Found {
    let mut words = Vec::with_capacity(USUAL);
    let mut of_block: Vec<Range<usize>> = Vec::with_capacity(document.blocks.len());
    let mut all: Vec<Expression> = Vec::with_capacity(document.blocks.len() / 2);
    let mut perhaps_cited = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let start = all.len();
        if keys.may_date(index) && !sources::is_source_block(document, block) {
            let line = Line::of_block(
                block,
                (keys, index),
                &document.line_starts,
                &mut words,
                order,
            );
            grammar::find(&line, &mut all);
            keep_history(&line, document, block, start, &mut all, &mut perhaps_cited);
        }
        of_block.push(start..all.len());
    }
    keep_later(&all, &mut perhaps_cited);
    let mut context = Context::new(document, keys, &all, &of_block, &perhaps_cited);
    let mut outline = Outline::default();
    for (index, block) in document.blocks.iter().enumerate() {
        context.enter(index);
        let first = context.found.dates.len();
        let here = &all[of_block[index].clone()];
        for (at, expression) in here.iter().enumerate() {
            let is_cited = perhaps_cited
                .binary_search_by_key(&(of_block[index].start + at), |cited| cited.0)
                .is_ok();
            if is_cited || outline.numbers(document, block, expression) {
                continue;
            }
            let next = here.get(at + 1);
            context.year_of_name = next.and_then(|next| year_of_name(block, expression, next));
            context.said_after = next.and_then(|next| said_after(block, expression, next));
            read_one(&mut context, index, block, expression);
        }
        let dates = first..context.found.dates.len();
        if !dates.is_empty() {
            context.leave(index, dates.clone());
        }
        context.found.of_block.push(dates);
    }
    context.found
}

/// The year of `next` where it stands in brackets after a name that a date opens: "the February 26 Incident (1936)".
fn year_of_name(block: &Block, date: &Expression, next: &Expression) -> Option<i32> {
    let open = next.first.tokens.start.checked_sub(1)?;
    let name = block.tokens.get(date.end()..open)?;
    let bracketed = block.tokens[open].of(&block.text.visible) == "(";
    let named = (1..=4).contains(&name.len())
        && name
            .iter()
            .all(|token| token.kind == Kind::Word && token.capital);
    if !bracketed
        || !named
        || date.first.partial.scale.is_some()
        || next.first.partial.month.is_some()
    {
        return None;
    }
    single_year(next)
}

fn read_one(context: &mut Context<'_>, index: usize, block: &Block, expression: &Expression) {
    let tokens = expression.first.tokens.start..expression.end();
    if expression.first.partial.impossible
        || expression
            .last
            .as_ref()
            .is_some_and(|last| last.partial.impossible)
    {
        context.warn_impossible(index, &tokens);
        return;
    }
    let Some((first, last)) = place_ends(context, index, expression) else {
        let own = &expression.first;
        if own.partial.scale.is_some() && worth_a_warning(own) {
            // 29 February of a common year.
            context.warn_impossible(index, &tokens);
        } else if own.relative.is_none() && !own.partial.weak && worth_a_warning(own) {
            context.warn_no_year(index, &tokens);
        }
        return;
    };
    let own = &expression.first;
    let mut when: When = first.unit.into();
    let mut ends = Ends::new();
    ends.push((own.tokens.clone(), first.unit));
    let mut approximate = own.partial.approximate;
    if let (Some(last), Some(placed)) = (&expression.last, last) {
        ends.push((last.tokens.clone(), placed.unit));
        let slip = placed.unit.year() > Some(0) && own.partial.falls_to(&last.partial).is_some();
        when = if slip {
            When::range(placed.unit, first.unit)
        } else {
            When::range(first.unit, placed.unit)
        };
        approximate |= last.partial.approximate;
    } else if expression.onwards {
        when = When::since(first.unit);
    }
    if approximate || first.about {
        when = when.about();
    }
    context.add(index, &tokens, ends, when, &first, own);
    // "Its post-1956 position": no part of the telling.
    if !is_compared(block, tokens.start) {
        let standing = standing(context.document, block, &tokens, own);
        context.observe(standing, index, expression);
    }
}

/// Whether a token is the first of its line in the file: authors break lines where a new thing starts.
pub(super) fn opens_line(document: &Document, block: &Block, at: usize) -> bool {
    let line = |at: usize| {
        let start = block.text.file_offset(block.tokens[at].start);
        line_of(document, start)
    };
    at == 0 || block.lines.0 != block.lines.1 && line(at - 1) != line(at)
}

/// The first token of the sentence that a token is in.
fn sentence_start(block: &Block, at: usize) -> usize {
    let after = block
        .sentences
        .partition_point(|sentence| sentence.end <= at);
    block
        .sentences
        .get(after)
        .map_or(0, |sentence| sentence.start.min(at))
}

/// Both ends on the calendar. "October to March" with no year ends where the narrative is and begins a year before.
fn place_ends(
    context: &Context<'_>,
    index: usize,
    expression: &Expression,
) -> Option<(Placed, Option<Placed>)> {
    let own = &expression.first;
    let Some(last) = &expression.last else {
        return Some((context.place(index, own)?, None));
    };
    let yearless = |end: &End| end.partial.scale.is_none() && end.relative.is_none();
    if yearless(own) && yearless(last) && own.partial.month > last.partial.month {
        let end = context.place(index, last)?;
        let year = i32::from(end.unit.year()?) - 1;
        let unit = units::in_year(&own.partial, year)?;
        return Some((Placed { unit, ..end }, Some(end)));
    }
    if context.counts_down && own.partial.falls_to(&last.partial).is_some() {
        return Some((
            before_christ(context, index, own)?,
            Some(before_christ(context, index, last)?),
        ));
    }
    // "Won by 52-48"
    let short = matches!(own.partial.scale, Some(Scale::Year(..100)));
    if short && context.habit.is_some() && context.note_era.is_none() && counts_down(own, last) {
        return None;
    }
    let end = context.place(index, last);
    let start = if counts_down(own, last) {
        context.place(index, &shown(own))?
    } else {
        context.place(index, own)?
    };
    Some((start, end))
}

/// A year that can only be before Christ by its place in a range.
fn before_christ(context: &Context<'_>, index: usize, end: &End) -> Option<Placed> {
    let partial = Partial {
        era: Some(Era::Before),
        ..end.partial
    };
    Some(Placed {
        unit: units::stated(&partial)?,
        from: Basis::Context,
        line: Some(context.document.blocks[index].lines.0),
        about: false,
    })
}

/// Whether two bare numbers can only be years before Christ: "464-462".
fn counts_down(own: &End, last: &End) -> bool {
    let year = |end: &End| match end.partial.scale {
        Some(Scale::Year(year)) if end.partial.weak => Some(year),
        _ => None,
    };
    own.partial.bare && year(own) > year(last) && year(last).is_some()
}

/// A bare number that more than its place shows to be a year.
fn shown(end: &End) -> End {
    let mut end = end.clone();
    end.partial.bare = false;
    end
}

/// How a date stands in its sentence.
fn standing(document: &Document, block: &Block, tokens: &Range<usize>, own: &End) -> Standing {
    if block.kind == BlockKind::Heading || opens_line(document, block, tokens.start) {
        return Standing::Opening;
    }
    let start = sentence_start(block, tokens.start);
    // A few words back are enough to tell, however long the sentence is.
    let before = &block.tokens[start.max(tokens.start.saturating_sub(60))..tokens.start];
    // Each link of a chain opens anew: "… ⇒ 2nd civil war, 1648 ⇒ …".
    let link = before.iter().rposition(|token| token.kind == Kind::Arrow);
    let before = &before[link.map_or(0, |link| link + 1)..];
    let words = before
        .iter()
        .filter(|token| token.kind == Kind::Word)
        .count();
    let in_brackets = || {
        let marks = before
            .iter()
            .rev()
            .filter(|token| token.kind == Kind::Punct);
        let mut marks = marks.map(|token| token.of(&block.text.visible));
        let last = marks.find(|mark| matches!(*mark, "(" | "[" | ")" | "]"));
        matches!(last, Some("(" | "["))
    };
    let backwards = matches!(
        own.relative,
        Some(Relative::Steps(..0, _) | Relative::Nearest(_))
    );
    if backwards || is_since(block, tokens.start) || words > 3 && in_brackets() {
        Standing::Aside
    } else if words == 1 && is_of_a_thing(block, tokens) {
        Standing::Within
    } else if words <= if link.is_some() { 3 } else { 2 } {
        Standing::Opening
    } else {
        Standing::Within
    }
}

/// Whether a date without any year is one that the author should hear of: a day, or a month by its full name.
fn worth_a_warning(end: &End) -> bool {
    end.partial.day.is_some() && end.partial.month.is_some()
}

/// The bytes of the file that some tokens of a block take up.
pub(super) fn bytes(block: &Block, tokens: &Range<usize>) -> Range<usize> {
    let start = block
        .tokens
        .get(tokens.start)
        .map_or(0, |token: &Token| token.start);
    let end = block
        .tokens
        .get(tokens.end.wrapping_sub(1))
        .map_or(start, |token| token.end);
    block.text.file_span(start..end)
}

/// Whether a block is only a date: a heading in all but its mark.
pub(super) fn is_date_alone(block: &Block, dates: &[Dated]) -> bool {
    let [only] = dates else { return false };
    let outside = |at: usize| !only.tokens.contains(&at);
    matches!(
        block.kind,
        BlockKind::Paragraph | BlockKind::Loose | BlockKind::Item
    ) && block
        .tokens
        .iter()
        .enumerate()
        .all(|(at, token)| !outside(at) || token.kind == Kind::Punct)
}
