//! Questions out of facts: what could be asked of a library, and the making of one question, which a gate may refuse.
//!
//! Listing is cheap and done once for a library; making a question happens when it is wanted.

use std::fmt;

use super::question::{Accepted, Difficulty, Form, Kind, Question, Sort, Source};
use crate::library::{Key, Library};

/// One question that could be made: a fact, and what would be asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The id of the question.
    pub id: Key,
    /// The id of the fact.
    pub fact: Key,
    /// What is asked.
    pub kind: Kind,
    /// The note of the fact.
    pub note: u32,
    /// The statement of the fact, where it stands in one.
    pub statement: Option<u32>,
    /// What the fact is, for [`Deck::make`]: an index into the library's facts of its kind.
    part: u32,
}

/// All that could be asked from one library, in the order of the notes.
#[derive(Debug, Clone, Default)]
pub struct Deck {
    candidates: Vec<Candidate>,
}

/// Why a question was not made. Counted by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// A part of it is longer than Discord shows.
    TooLong,
}

impl Refusal {
    /// Its name in counts: `too-long`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl Deck {
    /// Lists what could be asked. Linear in the number of facts.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let candidates = (0_u32..)
            .zip(library.flashcards())
            .map(|(part, (note, card))| {
                let fact = card
                    .id
                    .parse()
                    .unwrap_or_else(|_| Key::of(&["flashcard", &card.id]));
                Candidate {
                    id: Key::of(&[&card.id, Kind::Flashcard.name()]),
                    fact,
                    kind: Kind::Flashcard,
                    note: *note,
                    statement: None,
                    part,
                }
            })
            .collect();
        Self { candidates }
    }

    /// What could be asked.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// Makes one question. The same library, candidate and difficulty give the same question.
    ///
    /// # Errors
    /// Why it is not fit to be asked.
    pub fn make(
        &self,
        library: &Library,
        candidate: &Candidate,
        difficulty: Difficulty,
    ) -> Result<Question, Refusal> {
        let (note, card) = &library.flashcards()[candidate.part as usize];
        let note = library.note(*note);
        if card.question.chars().count() > 1000 {
            return Err(Refusal::TooLong);
        }
        Ok(Question {
            id: candidate.id.to_string(),
            fact: candidate.fact.to_string(),
            shows: vec![card.id.clone()],
            kind: Kind::Flashcard,
            difficulty,
            prompt: format!("{}: {}", note.title, card.question),
            form: Form::Typed,
            accepted: Some(Accepted {
                sort: Sort::Words,
                answers: vec![card.answer.clone()],
                rivals: Vec::new(),
            }),
            explanation: card.answer.clone(),
            source: Source {
                path: note.path.clone(),
                title: note.title.clone(),
                line: card.line,
                headings: Vec::new(),
            },
            doubtful: false,
        })
    }
}
