//! Runs cut into the parts that may each name somebody.

use rustc_hash::FxHashSet;

use super::Spot;
use super::edges::opens;
use super::listed::Listed;
use super::part::{self, Part};
use crate::notes::markdown::{Block, Document};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::run::{Runs, Shape};

/// Finds the spots of one block after the other.
pub(in crate::notes::people) struct Finder<'d> {
    document: &'d Document,
    pub(super) runs: Runs<'d>,
    pub(super) listed: Listed,
    pub(super) names: Names,
    pub(super) spots: Vec<Spot>,
    /// Room for the name that is put together.
    pub(super) key: String,
    /// Room for its tail.
    pub(super) tail: String,
    /// Room for its title.
    pub(super) title: String,
    /// The places that peers before are of: Norfolk, of the Duke of Norfolk.
    pub(super) peers: FxHashSet<Folded>,
    /// A family name of East Asia stood before a given name.
    pub(super) eastern: bool,
}

impl<'d> Finder<'d> {
    pub(in crate::notes::people) fn of(document: &'d Document) -> Self {
        Self {
            document,
            listed: Listed::default(),
            runs: Runs::of(document),
            names: Names::new(),
            spots: Vec::with_capacity(document.statements.len()),
            key: String::new(),
            tail: String::new(),
            title: String::new(),
            peers: FxHashSet::default(),
            eastern: false,
        }
    }

    /// Adds the spots of `block`, number `index`, whose tokens have these keys.
    pub(in crate::notes::people) fn read(
        &mut self,
        index: usize,
        block: &'d Block,
        keys: &'d [u128],
    ) {
        self.runs.open(block, keys);
        self.listed.open(self.document, index, block);
        while self.runs.next() {
            self.cut(index);
        }
    }

    /// All spots that were found, and their names.
    pub(in crate::notes::people) fn finish(self) -> (Vec<Spot>, Names) {
        (self.spots, self.names)
    }

    /// The spots of one block, with names that are counted on from those in `names`.
    pub(in crate::notes::people) fn alone(
        document: &'d Document,
        block: &'d Block,
        keys: &'d [u128],
        names: &mut Names,
    ) -> Vec<Spot> {
        let mut finder = Self::of(document);
        std::mem::swap(&mut finder.names, names);
        finder.read(0, block, keys);
        std::mem::swap(&mut finder.names, names);
        finder.spots
    }

    fn cut(&mut self, index: usize) {
        let n_pieces = self.runs.pieces.len();
        let opens = opens(&self.runs.tokens, self.runs.pieces[0].tokens.0);
        let mut part = Part::default();
        let mut at = 0;
        while at < n_pieces {
            let open = !part.pieces.is_empty();
            if open && part::belongs(&self.runs, &part, at)
                || !open && (part::begins(&self.runs, &part, at) || self.is_peers_place(at))
            {
                if !open {
                    part.pieces.start = at;
                }
                at += 1;
                part.pieces.end = at;
                continue;
            }
            let piece = self.runs.pieces[at];
            let thing = piece.is.contains(Is::THING)
                && piece.shape == Shape::Word
                && !self.runs.is_dated_month(at)
                || part::is_bill(&self.runs, &part, at);
            let before = std::mem::take(&mut part);
            if open && (!thing || self.is_his_time(&before, at)) && !before.thing {
                self.add(index, &before, opens);
            }
            // What stands before the next part says something of it.
            // "Philadelphia MS. Bob": a state.
            let is_state = || matches!(self.runs.raw(&piece), "MS" | "MS.");
            if piece.is.contains(Is::TITLE) && piece.shape == Shape::Word && !is_state() {
                let raw = |at: usize| self.runs.raw(&self.runs.pieces[at]);
                let grand = at > 0 && is_high(raw(at - 1), raw(at));
                part.title = Some(match before.title {
                    Some(title) if !open => title,
                    _ => at - usize::from(grand),
                });
                part.role = before.role && !open;
            } else if piece.shape == Shape::Word && piece.cue.contains(Cue::OPENS_THING) {
                part.thing = true;
            } else if piece.is.contains(Is::ROLE) {
                part.role = true;
            } else if piece.is.contains(Is::PEOPLE) {
                part.people = true;
            } else if piece.is.intersects(Is::GROUP | Is::PLACE) {
                part.body = true;
            }
            at += 1;
        }
        if !part.pieces.is_empty() && !part.thing {
            self.add(index, &part, opens);
        }
    }

    /// Whether the piece at `at` says that it is the time of whom the whole name before it means: Warren Harding Presidency.
    fn is_his_time(&self, before: &Part, at: usize) -> bool {
        let is_whole = match &self.runs.pieces[before.pieces.clone()] {
            [] => false,
            // The Grant Administration
            [one] => {
                let other = Is::PLACE | Is::PEOPLE | Is::GROUP | Is::THING;
                one.is.contains(Is::KNOWN) && !one.is.intersects(other)
            }
            [given, .., surname] => {
                surname.is.intersects(Is::KNOWN | Is::SURNAME)
                    && (given.is.intersects(Is::GIVEN) || given.shape == Shape::Initial)
            }
        };
        is_whole
            && matches!(
                self.runs.raw(&self.runs.pieces[at]),
                "Presidency" | "Administration" | "Era" | "Reign" | "Years" | "Government"
            )
    }

    /// Whether a run is nothing but the place of a peer who was named before.
    fn is_peers_place(&self, at: usize) -> bool {
        let pieces = &self.runs.pieces;
        at == 0
            && pieces.len() == 1
            && !self.peers.is_empty()
            && pieces[0].is.contains(Is::PLACE)
            && {
                let mut folded = String::new();
                lexicon::fold(self.runs.raw(&pieces[0]), &mut folded);
                self.names
                    .find(&folded)
                    .is_some_and(|key| self.peers.contains(&key))
            }
    }
}

/// Whether a word raises or narrows the title after it: Grand Duke, Senior Chief, Field Marshal.
fn is_high(raw: &str, title: &str) -> bool {
    match raw {
        "Grand" | "grand" | "Senior" | "Vice" | "Paramount" | "Crown" | "Prime" | "Deputy"
        | "Acting" => true,
        "Field" => title == "Marshal",
        "Air" => matches!(title, "Marshal" | "Chief" | "Commodore"),
        _ => false,
    }
}
