//! What a relative date is counted from.

use super::context::Context;
use super::place::{NEAR, Placed};
use super::{Dated, relative, sentence_start};
use crate::notes::dates::partial::{End, Relative};
use crate::notes::dates::words::Span;
use crate::notes::facts::Basis;
use crate::notes::markdown::BlockKind;
use crate::notes::when::Precision;

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
            Relative::Steps(_, Span::Day | Span::Week) | Relative::Same(Span::Day) => {
                Precision::Day
            }
            Relative::Steps(_, Span::Month) | Relative::Same(Span::Month) | Relative::SameMonth => {
                Precision::Month
            }
            Relative::Same(Span::Decade | Span::Century)
            | Relative::TurnOfCentury
            | Relative::Steps(_, Span::Decade | Span::Century) => Precision::Century,
            _ => Precision::Year,
        };
        let anchor = self.anchor(index, end, needed, relative)?;
        let unit = relative::from_anchor(relative, &end.partial, anchor.when.end())?;
        let about = relative == Relative::TurnOfCentury;
        Some(Placed {
            unit,
            from: Basis::Relative,
            line: Some(self.line(anchor)),
            about,
        })
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
                .find(fine)
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
            before().filter(is_near)
        });
        // The years that a title spans are no part of the telling, once it has begun.
        let told = front().filter(|date| {
            self.document.blocks[date.block].kind != BlockKind::Heading
                || before().is_none_or(|last| last.block <= date.block)
        });
        over.or(told).or_else(before)
    }
}
