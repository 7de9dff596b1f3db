//! Whether a typed answer is right: the whole message, slips forgiven by length, never on numbers and dates.

mod fold;

use rapidfuzz::distance::osa;
use serde::{Deserialize, Serialize};

use super::question::{Accepted, Sort};
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

/// Judges what was typed against what is accepted.
///
/// Case, accents, punctuation, articles, titles, `&` and *and*, and number words do not matter. Names and words may differ by
/// [`slips_forgiven`], unless another thing of the notes is as near.
#[must_use]
pub fn judge(accepted: &Accepted, typed: &str) -> Verdict {
    let given = fold(typed);
    if given.letters.is_empty() {
        return Verdict::Wrong;
    }
    let answers = || accepted.answers.iter().map(|answer| fold(answer));
    if answers().any(|answer| answer == given) {
        return Verdict::Right;
    }
    match accepted.sort {
        Sort::Number => Verdict::Wrong,
        Sort::Date => Verdict::Wrong,
        Sort::Name | Sort::Words => by_distance(accepted, &given, answers()),
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

fn by_distance(
    accepted: &Accepted,
    given: &Folded,
    answers: impl Iterator<Item = Folded>,
) -> Verdict {
    // Numbers inside an answer must be there as they are: "Henry 7" is not "Henry 8".
    let nearest = answers
        .filter(|answer| answer.numbers == given.numbers)
        .map(|answer| {
            let forgiven = slips_forgiven(answer.letters.chars().count());
            (distance(&answer, given), forgiven)
        })
        .min_by_key(|&(distance, forgiven)| (distance > forgiven, distance));
    let Some((distance_to_answer, forgiven)) = nearest else {
        return Verdict::Wrong;
    };
    let to_rival = accepted
        .rivals
        .iter()
        .map(|rival| distance(&fold(rival), given))
        .min()
        .unwrap_or(usize::MAX);
    if to_rival <= distance_to_answer {
        Verdict::Wrong
    } else if distance_to_answer <= forgiven {
        Verdict::Right
    } else if distance_to_answer <= 2 * forgiven + 1
        && distance_to_answer * 4 <= given.letters.len()
    {
        Verdict::Almost
    } else {
        Verdict::Wrong
    }
}

fn distance(one: &Folded, other: &Folded) -> usize {
    osa::distance(one.letters.chars(), other.letters.chars())
}

#[cfg(test)]
mod tests;
