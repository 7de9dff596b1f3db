//! Verbs that point back: `was caused by`, `resulted from`.

use super::{Finder, Side, Sides};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Shape;
use crate::notes::causes::words::{ADV, BE, PREP};
use crate::notes::word_key::words;

impl Finder<'_, '_> {
    /// `Y was caused by X`, `Y resulted from X`; `reduced`: `Y caused by X`.
    pub(super) fn backward(&self, participle: bool) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let low = self.low(Part::Noun);
        let group = s.verb_group(low, cue.from);
        let passive = cue.shape == Shape::Passive;
        let reduced =
            (passive && !(group..cue.from).any(|at| s.has(at, BE))) || (participle && !passive);
        let start = s.clause_start(low, group, Part::Noun);
        let subject = start..group;
        let high = self.high(cue.to);
        let mut end = s.clause_end(cue.to, high, Part::Noun);
        if reduced {
            let main = s.verb(start..group);
            if main.is_none()
                && let Some(verb) = s.verb(cue.to..end)
            {
                end = s.verb_group(cue.to, verb);
            }
            if let Some(verb) = main {
                let mut noun = (verb + 1..group)
                    .rev()
                    .find(|&at| s.has(at, PREP) && !s.is(at, "of"))
                    .unwrap_or(verb)
                    + 1;
                noun += usize::from(s.has(noun, PREP));
                if noun < group && !s.mark(group - 1, ",") {
                    return Some((Side::Here(cue.to..end), Side::Here(noun..group)));
                }
            }
        }
        let cause = Side::Here(cue.to..end);
        if s.only_joins(subject.clone()) {
            return Some((cause, self.before(start)));
        }
        let pointer = (start..group).rev().find(|&at| !s.has(at, ADV));
        match pointer {
            Some(at) if self.only_pointer(start, at) => Some((cause, self.before(at))),
            Some(at) if s.any(at, words!("that which who")) => Some((cause, Side::Here(start..at))),
            _ => Some((cause, Side::Here(subject))),
        }
    }
}
