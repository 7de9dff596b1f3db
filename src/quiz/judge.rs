//! Whether a typed answer is right: the whole message, slips forgiven by length, never on numbers and dates.

mod date;
mod fold;
mod spelt;

use rapidfuzz::distance::osa;
use serde::{Deserialize, Serialize};

use super::question::{Accepted, Question, Sort};
use crate::notes::dates::Order;
use date::Asked;
use fold::{Folded, fold};

/// How an answer was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It counts.
    Right,
    /// It does not count, but it was near. Told to the player alone, once the question is closed.
    Almost,
    /// It does not count.
    Wrong,
}

/// Judges what was typed against what is accepted; see [`Judge`].
#[must_use]
pub fn judge(accepted: &Accepted, typed: &str, order: Order) -> Verdict {
    Judge::new(accepted, "", order).verdict(typed)
}

/// Judges all answers to one question; what is accepted is folded once.
///
/// Case, accents, punctuation, articles, titles, `&` and *and*, and number words do not matter. Names and words may differ by
/// [`slips_forgiven`], unless another thing of the notes is as near. Of a date, the parts count that were asked for.
#[derive(Debug, Clone)]
pub struct Judge<'q> {
    accepted: &'q Accepted,
    answers: Vec<Folded>,
    rivals: Vec<Folded>,
    dates: Vec<Asked>,
    order: Order,
}

impl<'q> Judge<'q> {
    /// For a question that can be answered by typing.
    #[must_use]
    pub fn of(question: &'q Question, order: Order) -> Option<Self> {
        let accepted = question.accepted.as_ref()?;
        Some(Self::new(accepted, &question.prompt, order))
    }

    /// What a `prompt` tells of a date need not be typed again.
    #[must_use]
    pub fn new(accepted: &'q Accepted, prompt: &str, order: Order) -> Self {
        let dates = match accepted.sort {
            Sort::Date => Asked::all(&accepted.answers, prompt),
            Sort::Name | Sort::Number | Sort::Words => Vec::new(),
        };
        Self {
            accepted,
            answers: accepted.in_words().iter().map(|it| fold(it)).collect(),
            // Dates are told apart by what they mean.
            rivals: match accepted.sort {
                Sort::Date => Vec::new(),
                Sort::Name | Sort::Number | Sort::Words => {
                    accepted.rivals.iter().map(|it| fold(it)).collect()
                }
            },
            dates,
            order,
        }
    }

    /// Judges what was typed.
    #[must_use]
    pub fn verdict(&self, typed: &str) -> Verdict {
        // Answers made of signs, and dates as they stand in files.
        let same = |answer: &String| !typed.trim().is_empty() && answer.trim() == typed.trim();
        if self.accepted.answers.iter().any(same) {
            return Verdict::Right;
        }
        let given = fold(typed);
        if given.letters.is_empty() {
            return Verdict::Wrong;
        }
        if let Some(verdict) = self.by_name(&given) {
            return verdict;
        }
        match self.accepted.sort {
            Sort::Date => date::verdict(&self.dates, typed, self.order),
            Sort::Number => self.by_number(&given),
            Sort::Name | Sort::Words => self.by_distance(&given),
        }
    }

    /// An answer, or another thing of the notes, letter by letter.
    fn by_name(&self, given: &Folded) -> Option<Verdict> {
        if self.answers.iter().any(|answer| answer.full == given.full) {
            return Some(Verdict::Right);
        }
        if self.rivals.iter().any(|rival| rival.full == given.full) {
            return Some(Verdict::Wrong);
        }
        let same = |other: &Folded| other.letters == given.letters;
        match (self.answers.iter().any(same), self.rivals.iter().any(same)) {
            // Without its title it is the name of two: neither King John nor Pope John is meant by John.
            (true, true) => Some(Verdict::Almost),
            (true, false) => Some(Verdict::Right),
            (false, true) => Some(Verdict::Wrong),
            (false, false) => None,
        }
    }

    /// The same number: by itself, or with words that are nearly those of the answer.
    fn by_number(&self, given: &Folded) -> Verdict {
        let is_right = |answer: &Folded| {
            let bare = given.letters == answer.numbers.join(" ");
            let forgiven = slips_forgiven(answer.letters.chars().count());
            answer.numbers == given.numbers
                && !answer.numbers.is_empty()
                && (bare || distance(answer, given) <= forgiven)
        };
        match self.answers.iter().any(is_right) {
            true => Verdict::Right,
            false => Verdict::Wrong,
        }
    }

    fn by_distance(&self, given: &Folded) -> Verdict {
        // Numbers inside an answer must be there as they are: "Henry 7" is not "Henry 8".
        let nearest = self
            .answers
            .iter()
            .filter(|answer| answer.numbers == given.numbers)
            .map(|answer| {
                let forgiven = slips_forgiven(answer.letters.chars().count());
                (distance(answer, given), forgiven)
            })
            .min_by_key(|&(distance, forgiven)| (distance > forgiven, distance));
        let Some((to_answer, forgiven)) = nearest else {
            return Verdict::Wrong;
        };
        let is_near = to_answer <= forgiven;
        let is_almost = to_answer <= 2 * forgiven + 1 && to_answer * 4 <= given.letters.len();
        if !is_near && !is_almost {
            return Verdict::Wrong;
        }
        let to_rival = self.rivals.iter().map(|rival| distance(rival, given)).min();
        if to_rival.is_some_and(|to_rival| to_rival <= to_answer) {
            Verdict::Wrong
        } else if is_near {
            Verdict::Right
        } else {
            Verdict::Almost
        }
    }
}

/// How many letters may be wrong, missing, extra or swapped in an answer of so many letters.
#[must_use]
pub fn slips_forgiven(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        9..=14 => 2,
        _ => 3,
    }
}

fn distance(one: &Folded, other: &Folded) -> usize {
    osa::distance(one.letters.chars(), other.letters.chars())
}

#[cfg(test)]
mod tests;
