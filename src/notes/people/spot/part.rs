//! The parts of a run that may each be one name, and which pieces make one up.

mod begins;
mod belongs;

pub(super) use begins::begins;
pub(super) use belongs::belongs;

use std::ops::Range;

use crate::notes::people::eastern::{is_given, is_romanised};
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::run::{Runs, Shape};

/// The part of a run that may be one name.
#[derive(Debug, Default, Clone)]
pub(super) struct Part {
    pub(super) pieces: Range<usize>,
    pub(super) title: Option<usize>,
    pub(super) role: bool,
    pub(super) people: bool,
    /// An organisation or a place stands right before it.
    pub(super) body: bool,
    /// `Operation Barbarossa`, `HMS Victory`: what follows is a thing's name.
    pub(super) thing: bool,
}

/// Whether a piece is the bill of the names before it, and nobody's name: the Wade Davis Bill.
pub(super) fn is_bill(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    part.pieces.len() > 1 && piece.len() == 4 && runs.raw(piece) == "Bill"
}

/// Whether a family name stands at `at` and a given name of two syllables after it: Sun Yat-sen, whatever else the sun is.
fn is_eastern(runs: &Runs<'_>, at: usize) -> bool {
    let [family, given, ..] = &runs.pieces[at..] else {
        return false;
    };
    let is_family = family.is.contains(Is::FAMILY) || family.len() == 2 && runs.raw(family) == "An";
    // Lyuh Woon-hyung: the given name tells enough.
    let may_be_family = is_family || family.is.is_empty() && family.is_short() && !family.shouted;
    if !may_be_family || family.shape != Shape::Word || given.shape != Shape::Word {
        return false;
    }
    let raw = runs.raw(given);
    let hyphened = raw.contains('-');
    if !is_family && !hyphened {
        return false;
    }
    let fits = if hyphened {
        is_romanised(raw) && !given.is.intersects(Is::PEOPLE | Is::PLACE | Is::GROUP)
    } else {
        given.is.is_empty() || given.is.intersects(Is::GIVEN)
    };
    if !fits {
        return false;
    }
    let mut folded = String::new();
    lexicon::fold(raw, &mut folded);
    let first = folded.split('-').next().unwrap_or_default();
    is_given(&folded) && (!hyphened || !lexicon::look_up(first).intersects(Is::OTHER))
}

fn is_nameable(is: Is) -> bool {
    is.intersects(Is::NAME) || !is.intersects(Is::OTHER | Is::ACT)
}
