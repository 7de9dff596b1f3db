//! What a date's own words leave out, filled in from the note around it.
//!
//! In this order: a fuller date earlier in the line; the nearest enclosing heading or bullet that states it, or the
//! bullet above in the same list; the note's metadata or title; the nearest date further up. Never today's date.

mod anchor;
mod aside;
mod century;
mod context;
mod dated;
mod ends;
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
mod standing;
mod title;
mod turned;
pub(super) mod units;
mod year_for;

use std::ops::Range;

use super::Order;
use super::grammar;
use super::line::Line;
use super::partial::{End, Expression};
use super::sources;
use crate::notes::keys::Keys;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, Document};
use crate::notes::when::When;

use aside::{is_compared, said_after};
use context::single_year;
pub(super) use context::{Context, leads_anew};
use dated::Ends;
pub(super) use dated::{Dated, Found, is_date_alone};
use ends::place_ends;
use keep::{keep_history, keep_later};
use outline::Outline;
use standing::standing;

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
    turned::turn(document, &mut all, &of_block);
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

/// Whether a date without any year is one that the author should hear of: a day, or a month by its full name.
fn worth_a_warning(end: &End) -> bool {
    end.partial.day.is_some() && end.partial.month.is_some()
}
