//! All questions of a scope, for who wants to look at them or to count what was refused.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use super::Wish;
use crate::library::Library;
use crate::quiz::make::{Candidate, Deck, Refusal};
use crate::quiz::question::{Difficulty, Question};

/// How many were refused, by reason.
pub type Refused = BTreeMap<Refusal, u64>;

/// All questions that could be asked.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    /// In the order of the notes.
    pub questions: Vec<Question>,
    /// What could not be asked.
    pub refused: Refused,
}

/// Makes every question that `wish` allows, whatever its number.
#[must_use]
pub fn pool(library: &Library, deck: &Deck, wish: &Wish) -> Pool {
    let wanted: Vec<Candidate> = deck
        .candidates()
        .filter(|candidate| wish.allows(candidate))
        .collect();
    let made: Vec<Result<Question, Refusal>> = wanted
        .par_iter()
        .map(|candidate| deck.make(library, candidate, wish.difficulty))
        .collect();
    let mut pool = Pool::default();
    for made in made {
        match made {
            Ok(question) => pool.questions.push(question),
            Err(reason) => *pool.refused.entry(reason).or_default() += 1,
        }
    }
    pool
}

/// How many candidates of the whole deck are no fit questions, by reason; the questions themselves are not kept.
#[must_use]
pub fn refused(library: &Library, deck: &Deck) -> Refused {
    let listed = deck.listed();
    (0..listed.len())
        .into_par_iter()
        .map(|at| listed.candidate(at))
        .filter_map(|candidate| deck.make(library, &candidate, Difficulty::Normal).err())
        .fold(Refused::new, |mut refused, reason| {
            *refused.entry(reason).or_default() += 1;
            refused
        })
        .reduce(Refused::new, |mut all, some| {
            for (reason, n) in some {
                *all.entry(reason).or_default() += n;
            }
            all
        })
}
