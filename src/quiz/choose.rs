//! Which questions a game asks: those of its topic, without repeats, well mixed, first what the group got wrong or never saw.
//!
//! [`bag`] says which question is wanted next, [`hand`] whether it fits those that the game has already. The choice draws one
//! number from the generator and hashes it with each question's id, so it depends on the notes, the wish, the history and the
//! seed, and an edit elsewhere in the notes changes little of it.

mod complete;
mod scope;
mod topics;

mod bag;
mod hand;

mod pool;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng as _};

use super::make::{Candidate, Deck, Listed};
use super::question::{Difficulty, Kind, Question};
use crate::library::Library;
use bag::Bag;
use hand::Hand;

pub use complete::{Choice, complete};
pub use pool::{Pool, Refused, pool, refused};
pub use scope::Scope;
pub use topics::{Topic, Unknown};

/// So many candidates are tried for one game: where nearly all are refused, a game is shorter rather than late.
const MOST_TRIES: usize = 3_000;

/// How often a server was asked a question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// How often it was asked.
    pub times: u32,
    /// Answers to it, by anybody.
    pub answers: u32,
    /// Those that were not right.
    pub wrong: u32,
}

/// What a game wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// From where.
    pub scope: Scope,
    /// How many questions.
    pub n: usize,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// How near the wrong options are to be.
    pub difficulty: Difficulty,
    /// Only questions that were answered wrongly before.
    pub missed: bool,
}

impl Wish {
    /// Whether the scope and the kind allow it.
    fn allows(&self, candidate: &Candidate) -> bool {
        self.kind.is_none_or(|kind| kind == candidate.kind) && self.scope.holds(candidate)
    }

    /// How many questions of one kind a game has, unless there are no others left: two of five.
    fn most_of_a_kind(&self) -> usize {
        match self.kind {
            Some(_) => self.n,
            None => (self.n * 2).div_ceil(5),
        }
    }
}

/// What a server has been asked, and what it does not want to be asked.
#[derive(Debug, Clone, Copy)]
pub struct History<'a> {
    /// By question id.
    pub asked: &'a BTreeMap<String, Asked>,
    /// Ids of facts that are not to be asked.
    pub blocked: &'a BTreeSet<String>,
}

/// The generator of a seed: xoshiro256++, seeded by `SplitMix64`, the same on every machine and in every version.
#[must_use]
pub fn seeded(seed: u64) -> impl Rng {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// The questions of one game; fewer than wished for where there are no more.
///
/// A fact is asked once, an event at most twice, and nothing that an earlier question's reveal has shown. At most two in five
/// are of one kind, unless only that kind was wished for, or nothing else is left to fill the game with.
#[must_use]
pub fn choose(
    library: &Library,
    deck: &Deck,
    wish: &Wish,
    history: &History<'_>,
    rng: &mut impl Rng,
) -> Vec<Question> {
    let make = |candidate: &Candidate| deck.make(library, candidate, wish.difficulty).ok();
    choose_among(library, deck.listed(), wish, history, rng, make)
}

fn choose_among(
    library: &Library,
    listed: &Listed,
    wish: &Wish,
    history: &History<'_>,
    rng: &mut impl Rng,
    make: impl Fn(&Candidate) -> Option<Question>,
) -> Vec<Question> {
    let mut bag = Bag::of(library, listed, wish, history, rng.next_u64());
    let mut hand = Hand::default();
    let (mut doubtful, mut n_tries) = (Vec::new(), 0);
    // Past the most of a kind only where nothing else is left, be it doubtful.
    for most in [wish.most_of_a_kind(), usize::MAX] {
        while hand.len() < wish.n && n_tries < MOST_TRIES {
            n_tries += 1;
            let Some(drawn) = bag.draw(&hand, most) else {
                break;
            };
            if hand.refuses(&drawn) {
                continue;
            }
            match make(&drawn.candidate) {
                Some(question) if !question.doubtful => hand.take(question, &drawn),
                refused => {
                    bag.was_in_vain(&drawn);
                    doubtful.extend(refused.map(|question| (question, drawn)));
                }
            }
        }
        for (question, drawn) in std::mem::take(&mut doubtful) {
            if hand.len() >= wish.n || hand.n_of_kind(question.kind) >= most {
                doubtful.push((question, drawn));
            } else if !hand.refuses(&drawn) {
                hand.take(question, &drawn);
            }
        }
    }
    hand.mixed()
}
