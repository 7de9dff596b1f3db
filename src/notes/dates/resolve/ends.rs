//! Both ends of a range on the calendar.

use super::context::Context;
use super::place::Placed;
use super::units;
use crate::notes::dates::partial::{End, Expression, Partial, Scale};
use crate::notes::dates::words::Era;
use crate::notes::facts::Basis;

/// Both ends on the calendar. "October to March" with no year ends where the narrative is and begins a year before.
pub(super) fn place_ends(
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
