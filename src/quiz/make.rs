//! Questions out of facts: what could be asked of a library, and the making of one question, which a gate may refuse.
//!
//! Listing is cheap and done once for a library ([`list`]); making a question happens when it is wanted. A note is read for
//! questions ([`page`]) when the first of its questions is made, and kept.

mod doer;
mod flaws;
mod line;
mod shape;
mod told;

mod reading;

mod list;
mod listed;
mod page;

mod draft;
mod options;
mod place;

mod cards;
mod causes;
mod cloze;
mod dates;
mod definition;
mod number;
mod odd;
mod people;
mod time;
mod truth;

use std::fmt;
use std::sync::OnceLock;

use super::question::{Difficulty, Kind, Question};
use crate::library::{Key, Library};
use list::Aspect;
pub(super) use listed::Listed;
use page::Page;

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
    /// What `part` counts.
    aspect: Aspect,
    /// What the fact is, for [`Deck::make`]: an index into the library's facts of its kind.
    part: u32,
}

/// All that could be asked from one library, in the order of the notes.
#[derive(Debug, Clone, Default)]
pub struct Deck {
    listed: Listed,
    /// (statement, person whom it names), sorted.
    named: Vec<(u32, u32)>,
    /// (statement, event's place among the dates), sorted.
    events: Vec<(u32, u32)>,
    /// (note, node of the causes), sorted.
    nodes: Vec<(u32, u32)>,
    /// For each node of the causes, which web of causes it is in.
    webs: Vec<u32>,
    /// (note, definition), sorted.
    definitions: Vec<(u32, u32)>,
    pages: Vec<OnceLock<Page>>,
}

/// Why a question was not made. Counted by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// A part of it is longer than Discord shows, or than anybody reads.
    TooLong,
    /// The line says too little.
    TooShort,
    /// The line leaves open whether it is so.
    Hedged,
    /// The line points at something that is not shown.
    Dangling,
    /// The line has no subject or no verb.
    NoSentence,
    /// The author talks to themselves or to a reader.
    Aside,
    /// A label and what it stands for.
    Labelled,
    /// Code, metadata, sources, tags.
    Material,
    /// Signs that no sentence has, brackets that are not closed.
    Malformed,
    /// The date or the person is not in the words: it was inferred.
    Inferred,
    /// The date is only about, or open, or one of several.
    Unclear,
    /// The date cannot be taken out of the line.
    DateInside,
    /// The prompt would show the answer.
    ShowsAnswer,
    /// Another answer is right by the notes.
    TwoRight,
    /// There are too few wrong options, and it cannot be typed.
    TooFewOptions,
    /// The person does nothing in the line.
    NoDeed,
    /// There is nothing in the line to ask for.
    NothingToAsk,
}

impl Refusal {
    /// Its name in counts: `too-long`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::TooShort => "too-short",
            Self::Hedged => "hedged",
            Self::Dangling => "dangling",
            Self::NoSentence => "no-sentence",
            Self::Aside => "aside",
            Self::Labelled => "labelled",
            Self::Material => "material",
            Self::Malformed => "malformed",
            Self::Inferred => "inferred",
            Self::Unclear => "unclear-date",
            Self::DateInside => "date-inside",
            Self::ShowsAnswer => "shows-answer",
            Self::TwoRight => "two-right",
            Self::TooFewOptions => "too-few-options",
            Self::NoDeed => "no-deed",
            Self::NothingToAsk => "nothing-to-ask",
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
        list::deck(library)
    }

    /// What could be asked.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate> + Clone {
        self.listed.candidates()
    }

    /// The same, for who looks at all of them.
    pub(super) fn listed(&self) -> &Listed {
        &self.listed
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
        let maker = Maker {
            library,
            deck: self,
            candidate,
            difficulty,
        };
        match candidate.kind {
            Kind::DateOfEvent => dates::date_of_event(&maker),
            Kind::EventOnDate => dates::event_on_date(&maker),
            Kind::Who => people::who(&maker),
            Kind::Deed => people::deed(&maker),
            Kind::CauseOf => causes::cause_of(&maker),
            Kind::EffectOf => causes::effect_of(&maker),
            Kind::MissingMiddle => causes::missing_middle(&maker),
            Kind::Order => time::order(&maker),
            Kind::BeforeOrAfter => time::before_or_after(&maker),
            Kind::Cloze => cloze::cloze(&maker),
            Kind::TrueFalse => truth::true_or_false(&maker),
            Kind::OddOneOut => odd::odd_one_out(&maker),
            Kind::Flashcard => cards::card(&maker),
        }
    }

    /// A note as questions see it.
    fn page(&self, library: &Library, note: u32) -> &Page {
        self.pages[note as usize].get_or_init(|| Page::of(library, self, note))
    }
}

/// What the making of one question looks at.
struct Maker<'l> {
    library: &'l Library,
    deck: &'l Deck,
    candidate: &'l Candidate,
    difficulty: Difficulty,
}

impl<'l> Maker<'l> {
    /// The note of the fact.
    fn page(&self) -> &'l Page {
        self.deck.page(self.library, self.candidate.note)
    }

    /// The statement of the fact.
    fn statement(&self) -> u32 {
        self.candidate
            .statement
            .expect("only flashcards, definitions and webs of causes stand in no statement")
    }

    /// Notes near the fact's own that share a tag or a person with it, the nearest first; its own is not among them.
    fn neighbours(&self) -> impl Iterator<Item = &'l Page> {
        const REACH: u32 = 6;
        let own = self.candidate.note;
        let notes = self.library.notes();
        let count = u32::try_from(notes.len()).unwrap_or(u32::MAX);
        let tags = &notes[own as usize].tags;
        let page = self.page();
        let people: Vec<u32> = page.cast.iter().map(|member| member.person).collect();
        (1..=REACH)
            .flat_map(move |step| [own.checked_sub(step), own.checked_add(step)])
            .flatten()
            .filter(move |note| *note < count)
            .map(|note| self.deck.page(self.library, note))
            .filter(move |other| {
                let note = &notes[other.note as usize];
                note.tags.iter().any(|tag| tags.contains(tag))
                    || other
                        .people
                        .iter()
                        .any(|(person, _)| people.contains(person))
            })
    }
}

/// A hash that is the same everywhere and for ever (FNV-1a).
fn hash(seed: u64, text: &str) -> u64 {
    text.bytes()
        .fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

#[cfg(test)]
mod tests;
