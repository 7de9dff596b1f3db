//! "X killed the seed and caused hunger": the verb of the cue has its subject from one before it.

use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Shape;
use crate::notes::causes::inline::{Finder, Found, Side};
use crate::notes::causes::words::{PREP, SAY};
use crate::notes::word_key::words;

impl Finder<'_, '_> {
    /// "…, and caused Y", with the conjunction at `and`: the cause is the subject of the verb before.
    pub(super) fn shared_cause(&self, low: usize, and: usize, found: &[Found]) -> Side {
        let s = self.sentence;
        if let Some(which) = self.relative_before(low, and) {
            let start = s.clause_start(low, which, Part::Noun);
            return match s.mark(which - 1, ",") {
                true => self.before(which),
                false => Side::Here(start..which),
            };
        }
        let last = found.last().filter(|last| {
            self.is_verb(last)
                && last.cue.start >= s.clause_start(s.start, and, Part::Clause)
                && low > s.start
        });
        match last {
            Some(last) => last.cause.clone(),
            None => self.subject_before(low, and),
        }
    }

    /// "a frost which killed the seed and caused hunger": the "which" whose verb is the first of the two.
    fn relative_before(&self, low: usize, at: usize) -> Option<usize> {
        let s = self.sentence;
        let which = (low + 1..at)
            .rev()
            .find(|&which| s.any(which, words!("which that")))?;
        let mut verbs = (which + 1..at).filter(|&at| s.verb(at - 1..at + 1) == Some(at));
        let only = verbs.next()? <= which + 2 && verbs.next().is_none();
        (only && !s.has(which - 1, PREP | SAY)).then_some(which)
    }

    /// The subject of the clause before `at`; what it points to is the first subject of the sentence.
    fn subject_before(&self, low: usize, at: usize) -> Side {
        let s = self.sentence;
        for start in [s.clause_start(low, at, Part::Clause), s.start] {
            if let Some(verb) = s.verb(start..at) {
                let subject = s.trim(start..s.verb_group(start, verb));
                if !subject.is_empty() && !s.hollow(&subject) {
                    return Side::Here(subject);
                }
                // "This weakened the guilds and led to strikes"
                if start == s.start && subject.len() == 1 && s.any(start, words!("this these")) {
                    return Side::Before;
                }
            }
        }
        self.before(at)
    }

    fn is_verb(&self, found: &Found) -> bool {
        self.cues[..self.index].iter().any(|cue| {
            cue.from == found.cue.start
                && matches!(
                    cue.shape,
                    Shape::Forward(_) | Shape::Force(_) | Shape::Meant
                )
        })
    }
}
