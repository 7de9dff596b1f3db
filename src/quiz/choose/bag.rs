//! What could be asked, in the order in which it is wanted: a bag for each kind and for each thing that the past says of a question.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::hand::Hand;
use super::{Asked, History, Wish};
use crate::library::{Key, Library};
use crate::quiz::make::{Candidate, Listed};
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

/// So many that are drawn of a kind in vain count as one that the game has: some notes make no good questions of a kind.
const PATIENCE: usize = 12;

/// About so many new ones of each kind are looked out at first, and so many times as many whenever they run short: most games need few.
const AT_FIRST: u64 = 256;
const MORE: u64 = 16;

/// A candidate's rank and its place in the deck; the lowest rank is drawn first.
type Ranked = Reverse<(u64, u32)>;

type Heap = BinaryHeap<Ranked>;

/// One that was drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    /// What would be asked.
    pub(super) candidate: Candidate,
    /// The heading right over its statement.
    pub(super) heading: Option<u32>,
    /// The key of its statement.
    pub(super) event: Option<Key>,
}

/// What is left to ask.
#[derive(Debug)]
pub(super) struct Bag<'d> {
    library: &'d Library,
    listed: &'d Listed,
    wish: &'d Wish,
    /// Where the scope's candidates are among all.
    within: Vec<Range<usize>>,
    asked: FxHashMap<Key, &'d Asked>,
    blocked: FxHashSet<Key>,
    /// For each past, for each kind.
    heaps: Vec<Vec<Heap>>,
    /// For each kind, the rank up to which new ones have been looked out; all from [`ALL`] on.
    bounds: [u64; Kind::ALL.len()],
    /// For each kind, how many were drawn in vain.
    n_in_vain: [usize; Kind::ALL.len()],
    seed: u64,
}

/// The bound of a kind of which nothing is left to be looked out.
const ALL: u64 = u64::MAX;

impl<'d> Bag<'d> {
    /// Everything that the wish and the history allow.
    pub(super) fn of(
        library: &'d Library,
        listed: &'d Listed,
        wish: &'d Wish,
        history: &History<'d>,
        seed: u64,
    ) -> Self {
        let asked = history.asked.iter();
        let blocked = history.blocked.iter();
        let mut bag = Self {
            library,
            listed,
            wish,
            within: wish.scope.within(library, listed),
            asked: asked
                .filter_map(|(id, asked)| Some((id.parse().ok()?, asked)))
                .collect(),
            blocked: blocked.filter_map(|id| id.parse().ok()).collect(),
            heaps: vec![vec![Heap::new(); Kind::ALL.len()]; Past::N],
            bounds: [ALL; Kind::ALL.len()],
            n_in_vain: [0; Kind::ALL.len()],
            seed,
        };
        let bounds = listed.n_of_kinds(&bag.within).map(|n| match n as u64 {
            few if few <= 2 * AT_FIRST => ALL,
            many => ALL / many * AT_FIRST,
        });
        bag.look_out_asked();
        // A question that was not asked was not missed.
        if !wish.missed {
            bag.look_out_new(None, bounds);
        }
        bag
    }

    /// What was asked before, whatever its rank.
    fn look_out_asked(&mut self) {
        if self.asked.is_empty() {
            return;
        }
        let listed = self.listed;
        let among = |range: &Range<usize>| range.clone().zip(&listed.ids()[range.clone()]);
        let found = self.within.iter().flat_map(among);
        let found = found.filter_map(|(at, id)| Some((at, *id, *self.asked.get(id)?)));
        for (at, id, asked) in found.collect::<Vec<_>>() {
            let past = Past::of(Some(asked));
            let is_missed = asked.wrong > 0 || !self.wish.missed;
            if past != Past::New && is_missed && self.allows(at) {
                self.put(past, at, rank(past, Some(asked), self.seed, id));
            }
        }
    }

    /// New ones that rank above the bounds `from`, if any, and up to `to`, which become the bounds.
    fn look_out_new(&mut self, from: Option<[u64; Kind::ALL.len()]>, to: [u64; Kind::ALL.len()]) {
        let seed = mixed(self.seed);
        let mut found = Vec::new();
        for range in &self.within {
            let candidates = self.listed.ids()[range.clone()].iter();
            let kinds = self.listed.kinds(range);
            for ((at, id), kind) in range.clone().zip(candidates).zip(kinds) {
                let (rank, kind) = (mixed(seed ^ id.0), *kind as usize);
                if rank <= to[kind] && from.is_none_or(|from| rank > from[kind]) {
                    found.push((at, rank));
                }
            }
        }
        for (at, rank) in found {
            let past = Past::of(self.asked.get(&self.listed.ids()[at]).copied());
            if past == Past::New && self.allows(at) {
                self.put(past, at, rank);
            }
        }
        self.bounds = to;
    }

    fn allows(&self, at: usize) -> bool {
        let candidate = self.listed.candidate(at);
        self.wish.allows(&candidate) && !self.blocked.contains(&candidate.fact)
    }

    fn put(&mut self, past: Past, at: usize, rank: u64) {
        let kind = self.listed.kind(at) as usize;
        let at = u32::try_from(at).expect("notes of 2 GB have fewer candidates");
        self.heaps[past as usize][kind].push(Reverse((rank, at)));
    }

    /// Looks out more new ones of the kinds that run short, so that the next of each are those of all.
    fn fill_up(&mut self) {
        let (from, mut to) = (self.bounds, self.bounds);
        for (kind, bound) in to.iter_mut().enumerate() {
            let heap = &self.heaps[Past::New as usize][kind];
            let is_wanted = self.wish.kind.is_none_or(|wanted| wanted as usize == kind);
            if heap.len() < LOOK && is_wanted {
                *bound = bound.saturating_mul(MORE);
            }
        }
        if to != from {
            self.look_out_new(Some(from), to);
        }
    }

    /// The next candidate for a game that has `hand` already, of a kind that it has fewer than `most` of; `None` once nothing is left.
    pub(super) fn draw(&mut self, hand: &Hand, most: usize) -> Option<Drawn> {
        let order = match hand.len() % EVERY {
            2 => [Past::Wrong, Past::New, Past::Unanswered, Past::Known],
            _ => [Past::New, Past::Wrong, Past::Unanswered, Past::Known],
        };
        self.fill_up();
        let next = |past: Past| Some((past, self.next_kind(past, most, hand)?));
        let (past, kind) = order.into_iter().find_map(next)?;
        self.take(past, kind, hand)
    }

    /// Nothing good came of one that was drawn.
    pub(super) fn was_in_vain(&mut self, drawn: &Drawn) {
        self.n_in_vain[drawn.candidate.kind as usize] += 1;
    }

    /// The kind that the game has least of, among those that it has fewer than `most` of. One that is mostly drawn in vain comes later.
    fn next_kind(&self, past: Past, most: usize, hand: &Hand) -> Option<usize> {
        let next = |kind: usize| {
            let Reverse((rank, _)) = self.heaps[past as usize][kind].peek()?;
            let used = hand.n_of_kind(Kind::ALL[kind]);
            (used < most).then_some((
                past.times(*rank),
                used + self.n_in_vain[kind] / PATIENCE,
                mixed(self.seed ^ kind as u64),
                kind,
            ))
        };
        let kinds = (0..Kind::ALL.len()).filter_map(next);
        kinds.min().map(|(.., kind)| kind)
    }

    /// Of the next few of a kind, the one from the place that was asked about least.
    fn take(&mut self, past: Past, kind: usize, hand: &Hand) -> Option<Drawn> {
        let heap = &mut self.heaps[past as usize][kind];
        let next: Vec<Ranked> = std::iter::from_fn(|| heap.pop()).take(LOOK).collect();
        let drawn: Vec<Drawn> = next
            .iter()
            .map(|Reverse((_, at))| drawn(self.library, self.listed.candidate(*at as usize)))
            .collect();
        let times = |at: usize| past.times(next[at].0.0);
        let best = (0..drawn.len()).min_by_key(|at| (times(*at), hand.n_of_place(&drawn[*at])))?;
        let others = (0..next.len()).filter(|at| *at != best);
        heap.extend(others.map(|at| next[at]));
        Some(drawn[best])
    }
}

fn drawn(library: &Library, candidate: Candidate) -> Drawn {
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
