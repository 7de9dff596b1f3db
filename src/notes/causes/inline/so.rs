//! Conjunctions and adverbs that point on: `so`, `therefore`, `as a result`.

use super::{Finder, Side, Sides};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Shape;
use crate::notes::causes::words::{ADV, BACK, BE, COORD, HAVE, MODAL, PREP, SUB};
use crate::notes::lex::Kind;

impl Finder<'_, '_> {
    /// `X, so Y`; `X. Therefore Y`; `X. The king therefore fled`; `X. Y as a result.`
    pub(super) fn so(&self) -> Sides {
        let s = self.sentence;
        let cue = self.cue();

        let low = self.cues[..self.index]
            .iter()
            .rev()
            .find(|cue| {
                matches!(
                    cue.shape,
                    Shape::Arrow | Shape::ArrowBack | Shape::So | Shape::Therefore
                )
            })
            .map_or(s.start, |cue| cue.to);
        let high = self.high(cue.to);
        let mut end = cue.from;
        while end > low && (s.has(end - 1, COORD) || s.has(end - 1, ADV)) && !s.wall(end - 1) {
            end -= 1;
        }
        // "∴" parts as an arrow does.
        let sign = s.tokens[cue.from].kind == Kind::Punct;
        let parted = sign || end < cue.from || end == low || s.tokens[end - 1].kind == Kind::Punct;
        let start = s.clause_start(low, end, Part::Clause);
        let right = cue.to..s.clause_end(cue.to, high, Part::Clause);
        let ends = cue.to >= s.end || s.wall(cue.to) || s.mark(cue.to, ")") || s.mark(cue.to, ".");
        if s.hollow(&right) && !ends {
            // "…, therefore it was now or never": nothing that a card could ask for.
            return None;
        }
        if ends || !parted && self.closes(low) {
            // "… as a result.": this clause is the effect.
            let own = s.clause_start(low, cue.from, Part::Clause);
            if let Some(comma) = self.comma_between(own, cue.from) {
                return Some((Side::Here(own..comma), Side::Here(comma + 1..cue.from)));
            }
            return Some((self.before(own), Side::Here(own..cue.from)));
        }
        if !parted
            && cue.shape == Shape::Therefore
            && s.verb(start..cue.from).is_none()
            && s.verb(right.start..(right.start + 2).min(right.end))
                .is_some()
        {
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        if !parted
            && cue.shape == Shape::Therefore
            && s.verb(start..cue.from).is_some()
            && s.has(cue.from - 1, BE | MODAL | HAVE)
        {
            // "was therefore banned", "he lost and was therefore banned"
            let verb = s.verb_group(start, cue.from);
            if verb > start + 1 && s.has(verb - 1, COORD) {
                return Some((Side::Here(start..verb - 1), Side::Here(verb..right.end)));
            }
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        // "The guild was, as a result, banned"
        let last = end.checked_sub(2).filter(|&at| s.mark(at + 1, ","));
        if last.is_some_and(|at| at > start && s.has(at, BE | MODAL | HAVE)) && s.mark(cue.to, ",")
        {
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        Some((self.before_from(low, end), Side::Here(right)))
    }

    /// Whether the cue ends a clause before a comma: "He stood down as a result, his son took over".
    fn closes(&self, low: usize) -> bool {
        let s = self.sentence;
        let cue = self.cue();
        cue.to > cue.from + 1
            && s.mark(cue.to, ",")
            && !s.has(cue.from - 1, BE | MODAL | HAVE | SUB)
            && {
                let own = s.clause_start(low, cue.from, Part::Clause);
                s.verb(own..cue.from).is_some()
            }
    }

    /// "The mill cuts wages, the weavers strike in response": the comma between two clauses that end at `end`.
    fn comma_between(&self, start: usize, end: usize) -> Option<usize> {
        let s = self.sentence;
        let comma = (start + 1..end.saturating_sub(1))
            .rev()
            .find(|&at| s.mark(at, ","))?;
        // "…, which the king gave in response", "when they lost, …": one clause hangs on the other.
        let hangs = s.has(start, SUB | PREP) || s.has(comma + 1, SUB | BACK | PREP | COORD | ADV);
        let both = !hangs && s.verb(start..comma).is_some() && s.verb(comma + 2..end).is_some();
        both.then_some(comma)
    }
}
