//! What a relative date is counted from.

use super::aside::{is_compared, is_since};
use super::context::Context;
use super::dated::Dated;
use super::place::{NEAR, Placed};
use super::relative;
use super::standing::sentence_start;
use crate::notes::dates::partial::{End, Relative};
use crate::notes::dates::words::Span;
use crate::notes::facts::Basis;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::when::{Precision, Unit};

/// Tokens around a date that a name is looked for in, at most.
const AROUND: usize = 60;

/// Whether no more than a comma or bracket stands between a date and what is counted: "in 1965, just two years later".
fn is_beside(block: &Block, date: &Dated, end: &End) -> bool {
    let between = block.tokens.get(date.tokens.end..end.tokens.start);
    matches!(between, Some([mark]) if matches!(mark.of(&block.text.visible), "," | "("))
}

impl Context<'_> {
    pub(super) fn place_relative(
        &self,
        index: usize,
        end: &End,
        relative: Relative,
    ) -> Option<Placed> {
        // "#### Wed 26th" below "#### Tues 25 April" is as good as that.
        let heads = relative == Relative::SameMonth
            && self.document.blocks[index].kind == BlockKind::Heading;
        let placed = (relative == Relative::MonthAbove || heads)
            .then(|| self.place_in_month_above(index, &end.partial));
        if let Some(placed) = placed.filter(|placed| placed.is_some() || !heads) {
            return placed;
        }
        let needed = match relative {
            Relative::Steps(_, Span::Day | Span::Week)
            | Relative::FromName(_, Span::Day | Span::Week)
            | Relative::Same(Span::Day) => Precision::Day,
            Relative::Steps(_, Span::Month)
            | Relative::FromName(_, Span::Month)
            | Relative::Same(Span::Month)
            | Relative::SameMonth
            | Relative::EndOfMonth => Precision::Month,
            Relative::Same(Span::Decade | Span::Century)
            | Relative::TurnOfCentury
            | Relative::Steps(_, Span::Decade | Span::Century) => Precision::Century,
            _ => Precision::Year,
        };
        if let Some(unit) = self.said_after {
            return Some(Placed {
                unit,
                from: Basis::Relative,
                line: Some(self.document.blocks[index].lines.0),
                about: false,
            });
        }
        let anchor = self.anchor(index, end, needed, relative);
        if let Relative::FromName(_, span) = relative {
            let (unit, line) = self.place_from_name(index, end, span, anchor)?;
            return Some(Placed {
                unit,
                from: Basis::Relative,
                line: Some(line),
                about: false,
            });
        }
        let anchor = anchor?;
        if needed == Precision::Day && self.is_past(anchor) {
            return None;
        }
        let anchor = self.said_before(index, end, relative).unwrap_or(anchor);
        let unit = relative::from_anchor(relative, &end.partial, anchor.when.end())?;
        let about = relative == Relative::TurnOfCentury;
        Some(Placed {
            unit,
            from: Basis::Relative,
            line: Some(self.line(anchor)),
            about,
        })
    }

    /// When "five days after the fall of Girona" was: on the day right before it ("on 17 June, three days after …"), or counted
    /// from the last date, where that is told in the same text as the name.
    fn place_from_name(
        &self,
        index: usize,
        end: &End,
        span: Span,
        anchor: Option<&Dated>,
    ) -> Option<(Unit, u32)> {
        let block = &self.document.blocks[index];
        if let Some(named) = self.found.dates[self.block_start..].last()
            && is_beside(block, named, end)
        {
            let unit =
                relative::from_anchor(Relative::Same(span), &end.partial, named.when.unit()?)?;
            return Some((unit, self.line(named)));
        }
        let anchor = anchor.filter(|date| date.block == index)?;
        let name = block
            .tokens
            .get(end.tokens.end - 1)?
            .of(&block.text.visible);
        let from = anchor.tokens.start.saturating_sub(AROUND);
        let told = block.tokens[from..end.tokens.start]
            .iter()
            .rev()
            .take(2 * AROUND);
        let mut told = told.filter(|token| token.capital);
        told.any(|token| token.of(&block.text.visible) == name)
            .then_some(())?;
        let relative = end.relative?;
        let unit = relative::from_anchor(relative, &end.partial, anchor.when.end())?;
        Some((unit, self.line(anchor)))
    }

    /// Whether a date only says since when something was: "part of the empire since 513 BC".
    fn is_aside(&self, date: &Dated) -> bool {
        let block = &self.document.blocks[date.block];
        is_since(block, date.tokens.start) || is_compared(block, date.tokens.start)
    }

    /// Whether the telling has moved on to a later year than that of `anchor`, with a date too coarse to count days from:
    /// "on 9 September … in the summer of the next year … that day".
    fn is_past(&self, anchor: &Dated) -> bool {
        let front = self.narrative.front().map(|date| &self.found.dates[date]);
        front.is_some_and(|front| {
            let after = (front.block, front.tokens.start) > (anchor.block, anchor.tokens.start);
            after && front.when.end().year() > anchor.when.end().year()
        })
    }

    /// The date before "in 1965, just two years later", where it is 1963: what is counted is then the year just named.
    fn said_before(&self, index: usize, end: &End, relative: Relative) -> Option<&Dated> {
        let Relative::Steps(steps @ 1.., Span::Year) = relative else {
            return None;
        };
        let here = &self.found.dates[self.block_start..];
        let (named, before) = here.split_last()?;
        let beside = is_beside(&self.document.blocks[index], named, end);
        let year = named.when.unit()?.year().filter(|_| beside)?;
        let from = year.checked_sub(steps)?;
        let mut before = before.iter().rev().take(NEAR);
        before.find(|date| date.when.end().year() == Some(from))
    }

    /// The date to count from, at least as fine as `needed`: the last of the sentence, else the one that the telling has
    /// come to, else the last.
    fn anchor(
        &self,
        index: usize,
        end: &End,
        needed: Precision,
        relative: Relative,
    ) -> Option<&Dated> {
        let fine = |date: &&Dated| date.when.end().precision() >= needed;
        let block = &self.document.blocks[index];
        let start = sentence_start(block, end.tokens.start);
        let here = self.found.dates[self.block_start..]
            .iter()
            .rev()
            .take(NEAR)
            .find(fine);
        // "That year" is the one just named, whatever the telling is about.
        let points_back = matches!(relative, Relative::Same(_) | Relative::OfYear(0));
        if let Some(date) = here.filter(|date| date.tokens.start >= start || points_back) {
            return Some(date);
        }
        let front = || {
            self.narrative
                .front()
                .map(|date| &self.found.dates[date])
                .filter(fine)
        };
        if here.is_some() {
            return front().filter(|date| date.block == index).or(here);
        }
        let heading = block
            .heading
            .and_then(|heading| self.heading_dates[heading])
            .map(|date| &self.found.dates[date])
            .filter(|date| date.when.end().precision() == Precision::Day);
        let before = || {
            self.found.dates[..self.block_start]
                .iter()
                .rev()
                .take(6)
                .find(|date| fine(date) && !self.is_aside(date))
        };
        // An aside in another bullet does not move the day that the heading states.
        if let Some(date) = heading {
            let counted =
                before().filter(|last| last.from == Basis::Relative && last.block > date.block);
            return counted.or(Some(date));
        }
        // "- Perry arrives on 8 July 1853" and, under it, "- comes back the next February"; or what stands beside it there.
        let over = block.parent.and_then(|parent| {
            let is_near = |last: &&Dated| {
                last.block == parent || self.document.blocks[last.block].parent == Some(parent)
            };
            let last = before().filter(is_near)?;
            // "- 8 July: the battle" and, under it, "- hurt on 17 June", "- he gives up 3 days later": not counted from what was before.
            let lead = self.leads[parent].map(|lead| &self.found.dates[lead]);
            let back = |lead: &&Dated| last.when.end().first() < lead.when.start().first();
            lead.filter(fine).filter(back).or(Some(last))
        });
        // The years that a title spans are no part of the telling, once it has begun.
        let told = front().filter(|date| {
            self.document.blocks[date.block].kind != BlockKind::Heading
                || date.when.unit().is_some()
                || before().is_none_or(|last| last.block <= date.block)
        });
        over.or(told).or_else(before)
    }
}
