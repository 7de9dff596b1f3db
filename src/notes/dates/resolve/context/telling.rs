//! How far the telling has come: what the narrative hears of a date, with a look ahead at running text.

use super::Context;
use crate::notes::dates::partial::{End, Expression, Scale};
use crate::notes::dates::resolve::aside::{is_compared, is_since};
use crate::notes::dates::resolve::narrative::{Point, Standing};
use crate::notes::dates::resolve::standing::sentence_start;
use crate::notes::dates::resolve::units::stated;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::when::Unit;

/// Paragraphs and dates ahead that are looked at, at most.
const AHEAD: usize = 8;

/// Bytes that the lines of running text have on average, at least.
const PROSE: usize = 200;

impl Context<'_> {
    /// Tells the narrative of the date that was filed last.
    pub(in crate::notes::dates::resolve) fn observe(
        &mut self,
        mut standing: Standing,
        block: usize,
        expression: &Expression,
    ) {
        let date = self.found.dates.len() - 1;
        let told = &self.found.dates[date];
        // "### 1864-5" begins in its first year.
        let heads = self.document.blocks[told.block].kind == BlockKind::Heading;
        let unit = if heads && told.when.unit().is_none() {
            told.when.start()
        } else {
            told.when.end()
        };
        let Some(year) = unit.year().map(i32::from) else {
            return;
        };
        let month = unit.month().or_else(|| match unit {
            Unit::Season(..) => Some(unit.first().month().unsigned_abs()),
            _ => None,
        });
        let point = Point { year, month, date };
        if self.narrative.leaps(point, standing)
            && let Some(next) = self.next_year(block, expression)
            && self.narrative.comes_back(point, next)
        {
            if standing == Standing::Within {
                return;
            }
            standing = Standing::Aside;
        }
        self.narrative.observe(point, standing);
    }

    /// The year of the next date in a later sentence of the running text of the same section that states one.
    fn next_year(&self, index: usize, expression: &Expression) -> Option<i32> {
        let blocks = &self.document.blocks;
        let own = &blocks[index];
        if !is_prose(own) {
            return None;
        }
        let told = |block: &&Block| {
            block.kind == BlockKind::Paragraph && block.heading == own.heading && block.depth == 0
        };
        let here = blocks[index..].iter().take(AHEAD).take_while(told).count();
        let sentence = sentence_start(own, expression.first.tokens.start);
        (index..index + here)
            .filter(|at| is_prose(&blocks[*at]))
            .flat_map(|at| {
                let dates = &self.all[self.of_block[at].clone()];
                dates.iter().map(move |next| (at, next))
            })
            .filter(|(at, next)| {
                let start = next.first.tokens.start;
                (*at > index || sentence_start(own, start) > sentence)
                    && !is_since(&blocks[*at], start)
                    && !is_compared(&blocks[*at], start)
            })
            .take(AHEAD)
            .find_map(|(_, next)| single_year(next))
    }
}

/// Whether a paragraph is running text: short lines under each other are notes in no order.
fn is_prose(block: &Block) -> bool {
    let lines = (block.lines.1 - block.lines.0 + 1) as usize;
    block.kind == BlockKind::Paragraph && block.text.visible.len() >= PROSE * lines
}

/// The year of an expression that states just one.
pub(in crate::notes::dates::resolve) fn single_year(expression: &Expression) -> Option<i32> {
    let year = |end: &End| match end.partial.scale {
        Some(Scale::Year(_)) if end.relative.is_none() && !end.partial.weak => {
            stated(&end.partial)?.year().map(i32::from)
        }
        _ => None,
    };
    let first = year(&expression.first)?;
    match &expression.last {
        Some(last) if year(last) != Some(first) => None,
        _ => Some(first),
    }
}
