//! What a classmate has read so far: the words of reveals, and the names and years in them.

use std::collections::BTreeSet;

/// Shorter words say nothing of what a text is about.
const SHORTEST: usize = 4;
/// This many words in common: the same thing is spoken of.
const ALIKE: usize = 2;
/// How many reveals are remembered.
const KEPT: usize = 200;

/// Reveals that have been remembered, oldest first.
#[derive(Debug, Default)]
pub(super) struct Memory {
    reveals: Vec<Reveal>,
}

#[derive(Debug)]
struct Reveal {
    words: BTreeSet<String>,
    /// Names and numbers as they were written.
    names: Vec<String>,
}

impl Memory {
    /// Remembers a reveal.
    pub(super) fn keep(&mut self, text: &str) {
        if self.reveals.len() == KEPT {
            self.reveals.remove(0);
        }
        self.reveals.push(Reveal {
            words: words(text),
            names: names(text),
        });
    }

    /// Which option a remembered reveal speaks for, if one does more than the others.
    pub(super) fn best(&self, question: &str, options: &[&str]) -> Option<usize> {
        let asked = words(question);
        let about = self
            .reveals
            .iter()
            .filter(|reveal| reveal.words.intersection(&asked).count() >= ALIKE);
        let mut scores = vec![0; options.len()];
        for reveal in about {
            for (score, option) in scores.iter_mut().zip(options) {
                *score = (*score).max(words(option).intersection(&reveal.words).count());
            }
        }
        let most = *scores.iter().max()?;
        let mut best = scores
            .iter()
            .enumerate()
            .filter(|(_, score)| **score == most);
        let (first, _) = best.next()?;
        (most > 0 && best.next().is_none()).then_some(first)
    }

    /// Names and numbers that may answer a question, of the reveals that are most like it.
    pub(super) fn names_about(&self, question: &str) -> Vec<&str> {
        let asked = words(question);
        let alike = |reveal: &Reveal| reveal.words.intersection(&asked).count();
        let most = self.reveals.iter().map(alike).max().unwrap_or(0);
        self.reveals
            .iter()
            .filter(|reveal| alike(reveal) == most)
            .flat_map(|reveal| &reveal.names)
            .map(String::as_str)
            .filter(|name| !question.contains(name))
            .collect()
    }
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST || word.parse::<u32>().is_ok())
        .map(str::to_lowercase)
        .collect()
}

fn names(text: &str) -> Vec<String> {
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().count() >= SHORTEST
            || word.parse::<u32>().is_ok()
    };
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_revealed_helps_where_it_is_asked_again() {
        let mut memory = Memory::default();
        let question = "What happened on 16 October 1962 in the missile crisis?";
        let options = [
            "Cuba gets blockaded",
            "Kennedy found out about the missiles",
        ];
        assert_eq!(
            memory.best(question, &options),
            None,
            "nothing is known yet"
        );
        memory.keep("Kennedy found out about the missiles. 16 October 1962, missile crisis");
        assert_eq!(memory.best(question, &options), Some(1));
        assert_eq!(
            memory.best(question, &["Kennedy", "found Kennedy out"]),
            Some(1)
        );
        assert_eq!(
            memory.best(question, &["missiles", "Kennedy"]),
            None,
            "both as likely"
        );
        assert_eq!(memory.best("Who was first in space?", &options), None);
        assert_eq!(memory.names_about(question), ["Kennedy"]);
    }
}
