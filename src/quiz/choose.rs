//! Which questions a game asks: those of its topic, without repeats, first what the group got wrong or never saw.

use std::collections::{BTreeMap, BTreeSet};

use rand::Rng;
use rand::seq::SliceRandom as _;

use super::make::{Candidate, Deck};
use super::question::{Difficulty, Kind, Question};
use crate::library::Library;

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

/// Which facts may be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// Facts of these notes, sorted.
    Notes(Vec<u32>),
}

impl Scope {
    /// What a person typed as a topic: a folder, a tag, a title, a person, or a span of dates.
    ///
    /// # Errors
    /// The nearest topics where there is none of that name.
    pub fn named(library: &Library, typed: &str) -> Result<Self, Vec<String>> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Self::All);
        }
        let found = library.find(crate::library::Kind::Note, typed, 1);
        if found.is_empty() {
            Err(library.topics().iter().take(3).map(|topic| topic.name.clone()).collect())
        } else {
            Ok(Self::Notes(found))
        }
    }

    fn holds(&self, candidate: &Candidate) -> bool {
        match self {
            Self::All => true,
            Self::Notes(notes) => notes.binary_search(&candidate.note).is_ok(),
        }
    }
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

/// What a server has been asked, and what it does not want to be asked.
#[derive(Debug, Clone, Copy)]
pub struct History<'a> {
    /// By question id.
    pub asked: &'a BTreeMap<String, Asked>,
    /// Ids of facts that are not to be asked.
    pub blocked: &'a BTreeSet<String>,
}

/// The questions of one game; fewer than wished for where there are no more.
#[must_use]
pub fn choose(
    library: &Library,
    deck: &Deck,
    wish: &Wish,
    history: &History<'_>,
    rng: &mut impl Rng,
) -> Vec<Question> {
    let mut candidates: Vec<&Candidate> = deck
        .candidates()
        .iter()
        .filter(|candidate| wish.scope.holds(candidate))
        .filter(|candidate| wish.kind.is_none_or(|kind| kind == candidate.kind))
        .filter(|candidate| !history.blocked.contains(&candidate.fact.to_string()))
        .collect();
    candidates.shuffle(rng);
    candidates
        .into_iter()
        .filter_map(|candidate| deck.make(library, candidate, wish.difficulty).ok())
        .take(wish.n)
        .collect()
}
