//! Practice on what somebody got wrong in quizzes: the same questions again, as far as the notes still give them.

use std::collections::{BTreeSet, HashMap};

use crate::disk::Loaded;
use crate::library::Key;
use crate::quiz::make::Candidate;
use crate::quiz::question::{Difficulty, Question};
use crate::store::Missed;

/// The questions that were missed, the latest first, without facts that are not to be asked.
pub(super) fn questions(
    loaded: &Loaded,
    missed: &[Missed],
    blocked: &BTreeSet<String>,
) -> Vec<Question> {
    let deck = loaded.deck();
    let mut by_fact: HashMap<Key, Vec<Candidate>> = missed
        .iter()
        .filter(|miss| !blocked.contains(&miss.fact))
        .filter_map(|miss| Some((miss.fact.parse().ok()?, Vec::new())))
        .collect();
    for candidate in deck.candidates() {
        if let Some(candidates) = by_fact.get_mut(&candidate.fact) {
            candidates.push(candidate);
        }
    }
    let again = |miss: &Missed| {
        let candidates = by_fact.get(&miss.fact.parse().ok()?)?;
        let make = |candidate: &Candidate| {
            deck.make(&loaded.library, candidate, Difficulty::Normal)
                .ok()
        };
        let made: Vec<Question> = candidates.iter().filter_map(make).collect();
        let same = made.iter().position(|one| one.id == miss.question);
        // Another question on the same fact, where the notes have changed.
        made.into_iter().nth(same.unwrap_or(0))
    };
    missed.iter().filter_map(again).collect()
}
