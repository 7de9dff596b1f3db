//! Which wrong options stand beside a right one: alike in length, distinct, near by, and the same every time.

use super::hash;
use crate::library::{content_words, folded};
use crate::quiz::question::Difficulty;

/// Characters that an option may have.
pub(super) const LONGEST: usize = 180;
/// Under this many characters options need not be alike in length.
const SHORT: usize = 40;

/// Distance from which on a wrong option is from another note.
pub(super) const ELSEWHERE: u32 = 1 << 24;

/// A wrong option that could be shown.
#[derive(Debug, Clone)]
pub(super) struct Wrong {
    pub(super) text: String,
    /// How far it is from the fact: by time, by place in the note.
    pub(super) far: u32,
    /// The statement that it shows.
    pub(super) statement: Option<u32>,
}

/// The wrong options for `right` out of `pool`: at most `most`.
pub(super) fn pick(
    right: &str,
    mut pool: Vec<Wrong>,
    seed: u64,
    difficulty: Difficulty,
    most: usize,
) -> Vec<Wrong> {
    pool.retain(|wrong| alike([right, &wrong.text].into_iter()));
    let mut picked: Vec<Wrong> = Vec::with_capacity(most);
    // What is from other notes comes in only where the own note has too few.
    let (near, far): (Vec<Wrong>, Vec<Wrong>) =
        pool.into_iter().partition(|wrong| wrong.far < ELSEWHERE);
    for pool in [near, far] {
        if picked.len() < most.min(2) {
            pick_from(right, pool, (seed, difficulty, most), &mut picked);
        }
    }
    picked
}

/// Adds wrong options out of `pool` until there are `most`.
fn pick_from(
    right: &str,
    mut pool: Vec<Wrong>,
    wish: (u64, Difficulty, usize),
    picked: &mut Vec<Wrong>,
) {
    let (seed, difficulty, most) = wish;
    pool.sort_by_cached_key(|wrong| (wrong.far, hash(seed, &wrong.text)));
    let window = match difficulty {
        Difficulty::Hard => 0..most + 1,
        Difficulty::Normal => 0..most * 3,
        Difficulty::Easy => pool.len().saturating_sub(most * 3)..pool.len(),
    };
    // What is outside of the window comes last, so that few are still enough.
    let mut ranked: Vec<(bool, u64, Wrong)> = pool
        .into_iter()
        .enumerate()
        .map(|(at, wrong)| {
            let outside = !window.contains(&at);
            let rank = if outside {
                u64::from(wrong.far)
            } else {
                hash(seed, &wrong.text)
            };
            (outside, rank, wrong)
        })
        .collect();
    ranked.sort_by_key(|(outside, rank, _)| (*outside, *rank));
    let mut compared: Vec<Compared> = picked
        .iter()
        .map(|it| it.text.as_str())
        .chain([right])
        .map(Compared::of)
        .collect();
    for (_, _, wrong) in ranked {
        if picked.len() == most {
            break;
        }
        let shown = picked.iter().map(|it| it.text.as_str()).chain([right]);
        if !alike(shown.chain([wrong.text.as_str()])) {
            continue;
        }
        let own = Compared::of(&wrong.text);
        if compared.iter().all(|other| other.is_distinct(&own)) {
            compared.push(own);
            picked.push(wrong);
        }
    }
}

/// The longest is at most twice the shortest, unless all are short.
pub(super) fn alike<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut shortest, mut longest) = (usize::MAX, 0);
    for text in texts {
        let letters = text.chars().count();
        shortest = shortest.min(letters);
        longest = longest.max(letters);
    }
    longest <= LONGEST && (longest < SHORT || longest <= shortest * 2)
}

/// An option as it is compared with others.
pub(super) struct Compared {
    folded: String,
    stems: Vec<u64>,
    letters: bool,
}

impl Compared {
    pub(super) fn of(text: &str) -> Self {
        let folded = folded(text);
        Self {
            stems: stems(&folded),
            letters: folded.chars().any(char::is_alphabetic),
            folded,
        }
    }

    /// Two options that a reader takes for two things.
    pub(super) fn is_distinct(&self, other: &Self) -> bool {
        let (one, two) = (self.folded.as_str(), other.folded.as_str());
        if one == two || !self.letters || !other.letters {
            return one != two;
        }
        !holds(one, two)
            && !holds(two, one)
            && (one.split(' ').count() < 4 || common(&self.stems, &other.stems) < 0.75)
    }
}

/// Two options that a reader takes for two things.
pub(super) fn is_distinct(one: &str, other: &str) -> bool {
    Compared::of(one).is_distinct(&Compared::of(other))
}

/// Whether the words of `part` stand in `text`, whole and side by side; both folded.
pub(super) fn holds(text: &str, part: &str) -> bool {
    text.len() >= part.len()
        && text.match_indices(part).any(|(at, _)| {
            let end = at + part.len();
            (at == 0 || text.as_bytes()[at - 1] == b' ')
                && (end == text.len() || text.as_bytes()[end] == b' ')
        })
}

/// The share of the telling words of the shorter text that the longer one has too; both folded.
pub(super) fn shared(one: &str, other: &str) -> f32 {
    common(&stems(one), &stems(other))
}

/// The telling words of a folded text by their beginnings, hashed and sorted.
pub(super) fn stems(folded: &str) -> Vec<u64> {
    let stem = |word: &str| {
        let end = word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
        hash(0, &word[..end])
    };
    let mut stems: Vec<u64> = content_words(folded).into_iter().map(stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The share of the fewer stems that the others hold too.
pub(super) fn common(one: &[u64], other: &[u64]) -> f32 {
    let (few, many) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let both = few
        .iter()
        .filter(|stem| many.binary_search(stem).is_ok())
        .count();
    let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
    if few.is_empty() {
        0.0
    } else {
        count(both) / count(few.len())
    }
}
