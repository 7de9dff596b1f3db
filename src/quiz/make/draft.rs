//! The last step: options in order, the gate, the question.

use super::options::{self, Wrong};
use super::place::shows;
use super::{Maker, Refusal, hash};
use crate::library::folded;
use crate::quiz::question::{Accepted, Form, Question};

/// Characters of a prompt.
const PROMPT: usize = 900;
/// Wrong options that a question needs.
pub(super) const FEWEST: usize = 2;
/// Wrong options that a question has at most.
pub(super) const MOST: usize = 3;
/// Characters of an answer that anybody types.
const TYPED: usize = 48;

/// A question on its way.
pub(super) struct Draft {
    pub(super) prompt: String,
    /// The statement that makes it right.
    pub(super) statement: u32,
    /// Others that it shows.
    pub(super) shown: Vec<u32>,
    pub(super) accepted: Option<Accepted>,
}

/// `text` in quotation marks; those inside it are single.
pub(super) fn quoted(text: &str) -> String {
    format!(
        "“{}”",
        text.replace('"', "'").replace('“', "‘").replace('”', "’")
    )
}

impl Maker<'_> {
    /// The seed of all picks of this question.
    pub(super) fn seed(&self) -> u64 {
        self.candidate.id.0
    }

    /// A question with options; typed where there are too few.
    pub(super) fn choice(
        &self,
        draft: Draft,
        right: &str,
        pool: Vec<Wrong>,
    ) -> Result<Question, Refusal> {
        let wrong = options::pick(right, pool, self.seed(), self.difficulty, MOST);
        if wrong.len() < FEWEST {
            return self.typed(draft);
        }
        let mut draft = draft;
        draft
            .shown
            .extend(wrong.iter().filter_map(|wrong| wrong.statement));
        let mut all: Vec<String> = wrong.into_iter().map(|wrong| wrong.text).collect();
        all.sort_by_cached_key(|text| hash(self.seed(), text));
        let place =
            usize::try_from(hash(self.seed(), "place")).unwrap_or_default() % (all.len() + 1);
        all.insert(place, right.to_owned());
        let right = u8::try_from(place).unwrap_or_default();
        self.question(
            draft,
            Form::Choice {
                options: all,
                right,
            },
        )
    }

    /// A question that is typed, where that can be asked of anybody.
    pub(super) fn typed(&self, draft: Draft) -> Result<Question, Refusal> {
        let can = draft
            .accepted
            .as_ref()
            .and_then(|accepted| accepted.answers.first())
            .is_some_and(|answer| answer.chars().count() <= TYPED);
        if !can {
            return Err(Refusal::TooFewOptions);
        }
        self.question(draft, Form::Typed)
    }

    /// The gate, and the question.
    pub(super) fn question(&self, draft: Draft, form: Form) -> Result<Question, Refusal> {
        if draft.prompt.chars().count() > PROMPT {
            return Err(Refusal::TooLong);
        }
        if let Some(accepted) = &draft.accepted {
            let answers: Vec<String> = accepted
                .answers
                .iter()
                .map(|answer| folded(answer))
                .collect();
            if shows(&draft.prompt, &answers) {
                return Err(Refusal::ShowsAnswer);
            }
        }
        let (explanation, around) = self.explanation(draft.statement);
        let mut shown: Vec<u32> = around;
        shown.extend(draft.shown);
        shown.sort_unstable();
        shown.dedup();
        let doubtful = {
            let note = self.library.statement(draft.statement).note;
            self.deck
                .page(self.library, note)
                .reading(draft.statement)
                .doubtful
        };
        Ok(Question {
            id: self.candidate.id.to_string(),
            fact: self.candidate.fact.to_string(),
            shows: shown
                .into_iter()
                .map(|statement| self.library.statement(statement).key.to_string())
                .collect(),
            kind: self.candidate.kind,
            difficulty: self.difficulty,
            prompt: draft.prompt,
            form,
            accepted: draft.accepted,
            explanation,
            source: self.source(draft.statement),
            doubtful,
        })
    }
}
