//! What could be asked, in the order in which it is wanted: a bag for each kind and for each thing that the past says of a question.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::hand::Hand;
use super::{Asked, History, Wish};
use crate::library::{Key, Library};
use crate::quiz::make::Candidate;
use crate::quiz::question::Kind;

/// What the past says of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Past {
    /// Never asked.
    New,
    /// Answered wrongly by one in three or more: it is back in the bag.
    Wrong,
    /// Asked, and nobody answered.
    Unanswered,
    /// Asked and known: out of the bag until there is nothing else, the least asked first.
    Known,
}

impl Past {
    const N: usize = 4;

    /// How often what has this rank was asked, where that is what it is ranked by.
    fn times(self, rank: u64) -> u64 {
        match self {
            Self::New | Self::Wrong => 0,
            Self::Unanswered | Self::Known => rank >> 48,
        }
    }

    fn of(asked: Option<&Asked>) -> Self {
        match asked {
            None | Some(Asked { times: 0, .. }) => Self::New,
            Some(Asked { answers: 0, .. }) => Self::Unanswered,
            Some(asked) if asked.wrong.saturating_mul(3) >= asked.answers => Self::Wrong,
            Some(_) => Self::Known,
        }
    }
}

/// Every third question of a game is one that the group got wrong, while there are such; the others are new.
const EVERY: usize = 3;

/// Among so many next ones of a kind, the one whose note and heading were asked least is taken.
const LOOK: usize = 6;

/// More than are ever tried for one game.
const ENOUGH: u64 = 2 * super::MOST_TRIES as u64;

/// A candidate's rank and its place in the deck; the lowest rank is drawn first.
type Ranked = Reverse<(u64, u32)>;

type Heap = BinaryHeap<Ranked>;

/// One that was drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn<'d> {
    /// What would be asked.
    pub(super) candidate: &'d Candidate,
    /// The heading right over its statement.
    pub(super) heading: Option<u32>,
    /// The key of its statement.
    pub(super) event: Option<Key>,
}

/// What is left to ask.
#[derive(Debug)]
pub(super) struct Bag<'d> {
    library: &'d Library,
    candidates: &'d [Candidate],
    /// For each past, for each kind.
    heaps: Vec<Vec<Heap>>,
    most_of_a_kind: usize,
    seed: u64,
}

impl<'d> Bag<'d> {
    /// Everything that the wish and the history allow.
    pub(super) fn of(
        library: &'d Library,
        candidates: &'d [Candidate],
        wish: &Wish,
        history: &History<'_>,
        seed: u64,
    ) -> Self {
        let asked: FxHashMap<Key, &Asked> = history
            .asked
            .iter()
            .filter_map(|(id, asked)| Some((id.parse().ok()?, asked)))
            .collect();
        let blocked: FxHashSet<Key> = history
            .blocked
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        let enough = enough(candidates, wish);
        let mut ranked: Vec<Vec<Vec<Ranked>>> = vec![vec![Vec::new(); Kind::ALL.len()]; Past::N];
        for (at, candidate) in (0_u32..).zip(candidates) {
            if !wish.allows(candidate) || blocked.contains(&candidate.fact) {
                continue;
            }
            let asked = asked.get(&candidate.id).copied();
            if wish.missed && asked.is_none_or(|asked| asked.wrong == 0) {
                continue;
            }
            let past = Past::of(asked);
            let rank = rank(past, asked, seed, candidate.id);
            if past == Past::New && rank > enough[candidate.kind as usize] {
                continue;
            }
            ranked[past as usize][candidate.kind as usize].push(Reverse((rank, at)));
        }
        let heaps = ranked
            .into_iter()
            .map(|kinds| kinds.into_iter().map(Heap::from).collect())
            .collect();
        Self {
            library,
            candidates,
            heaps,
            most_of_a_kind: wish.most_of_a_kind(),
            seed,
        }
    }

    /// The next candidate for a game that has `hand` already; `None` once nothing is left.
    pub(super) fn draw(&mut self, hand: &Hand) -> Option<Drawn<'d>> {
        let order = match hand.len() % EVERY {
            2 => [Past::Wrong, Past::New, Past::Unanswered, Past::Known],
            _ => [Past::New, Past::Wrong, Past::Unanswered, Past::Known],
        };
        // Past the most of a kind only where nothing else is left.
        for most in [self.most_of_a_kind, usize::MAX] {
            for past in order {
                if let Some(kind) = self.next_kind(past, most, hand) {
                    return self.take(past, kind, hand);
                }
            }
        }
        None
    }

    /// The kind that the game has least of, among those that it has fewer than `most` of.
    fn next_kind(&self, past: Past, most: usize, hand: &Hand) -> Option<usize> {
        let next = |kind: usize| {
            let Reverse((rank, _)) = self.heaps[past as usize][kind].peek()?;
            let used = hand.n_of_kind(Kind::ALL[kind]);
            (used < most).then_some((
                past.times(*rank),
                used,
                mixed(self.seed ^ kind as u64),
                kind,
            ))
        };
        let kinds = (0..Kind::ALL.len()).filter_map(next);
        kinds.min().map(|(.., kind)| kind)
    }

    /// Of the next few of a kind, the one from the place that was asked about least.
    fn take(&mut self, past: Past, kind: usize, hand: &Hand) -> Option<Drawn<'d>> {
        let heap = &mut self.heaps[past as usize][kind];
        let next: Vec<Ranked> = std::iter::from_fn(|| heap.pop()).take(LOOK).collect();
        let drawn: Vec<Drawn<'d>> = next
            .iter()
            .map(|Reverse((_, at))| drawn(self.library, &self.candidates[*at as usize]))
            .collect();
        let times = |at: usize| past.times(next[at].0.0);
        let best = (0..drawn.len()).min_by_key(|at| (times(*at), hand.n_of_place(&drawn[*at])))?;
        let others = (0..next.len()).filter(|at| *at != best);
        heap.extend(others.map(|at| next[at]));
        Some(drawn[best])
    }
}

/// For each kind a rank that some [`ENOUGH`] new questions are below: the others of many thousands are never drawn.
fn enough(candidates: &[Candidate], wish: &Wish) -> Vec<u64> {
    let mut counts = vec![0_u64; Kind::ALL.len()];
    for candidate in candidates.iter().filter(|candidate| wish.allows(candidate)) {
        counts[candidate.kind as usize] += 1;
    }
    let rank = |n: &u64| match *n {
        few if few <= 2 * ENOUGH => u64::MAX,
        many => u64::MAX / many * ENOUGH,
    };
    counts.iter().map(rank).collect()
}

fn drawn<'d>(library: &Library, candidate: &'d Candidate) -> Drawn<'d> {
    let statement = candidate.statement.map(|at| library.statement(at));
    Drawn {
        candidate,
        heading: statement.and_then(|statement| statement.heading),
        event: statement.map(|statement| statement.key),
    }
}

/// What is wanted earlier ranks lower.
fn rank(past: Past, asked: Option<&Asked>, seed: u64, id: Key) -> u64 {
    let chance = |nth: u64| mixed(mixed(seed.wrapping_add(nth)) ^ id.0);
    match (past, asked) {
        // The least asked first.
        (Past::Known | Past::Unanswered, Some(asked)) => {
            u64::from(asked.times.min(0xffff)) << 48 | chance(0) >> 16
        }
        // The best of one to four tries: the more often it was wrong, the more tries it has.
        (Past::Wrong, Some(asked)) => {
            let share = u64::from(asked.wrong) * 3 / u64::from(asked.answers.max(1));
            (0..=share.min(3)).map(chance).min().unwrap_or(u64::MAX)
        }
        _ => chance(0),
    }
}

/// The finish of `SplitMix64` (Steele, Lea and Flood 2014): every bit of the number changes half of the bits of the result.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ mixed >> 31
}
