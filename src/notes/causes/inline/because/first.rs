//! `Because X, Y`: the cause comes first, and the effect behind it.

use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::{Form, Shape};
use crate::notes::causes::inline::{Finder, Side, Sides};
use crate::notes::causes::words::{BACK, COORD, SUB};

impl Finder<'_, '_> {
    /// `Because X, Y`, in a clause that starts at `start`; `Because X` alone is the cause of what was said before.
    pub(super) fn because_first(&self, part: Part, start: usize) -> Sides {
        let s = self.sentence;
        let cue = self.cue();

        if let Some(sides) = self.thanks_to_this(part, start) {
            return Some(sides);
        }
        let high = self.high_of_initial();
        // "Since A and because B, C": what both caused comes behind B.
        if let Some(next) = self.cues.get(self.index + 1)
            && next.from > cue.to + 1
            && s.has(next.from - 1, COORD)
            && matches!(
                next.shape,
                Shape::Because | Shape::BecauseOf | Shape::Since | Shape::As
            )
            && let Some(comma) = s.main_clause(next.to, s.end, part)
            && s.mark(comma, ",")
        {
            let end = s.clause_end(comma + 1, s.end, Part::Clause);
            return Some((
                Side::Here(cue.to..next.from - 1),
                Side::Here(comma + 1..end),
            ));
        }
        match s.main_clause(cue.to, high, part) {
            Some(comma) => {
                let end = s.clause_end(comma + 1, high, Part::Clause);
                Some((
                    Side::Here(cue.to..comma + usize::from(!s.mark(comma, ","))),
                    Side::Here(comma + 1..end),
                ))
            }
            None => {
                let end = s.clause_end(cue.to, self.high(cue.to), part);
                // "In response to U-boats Wilson declared war": where the effect begins is not to be told.
                let verb = s.verb(cue.to + 2..end).filter(|_| part == Part::Noun);
                let relative = |verb: usize| (cue.to + 1..verb).any(|at| s.has(at, SUB | BACK));
                let whole = verb.is_none_or(relative);
                whole.then(|| (Side::Here(cue.to..end), self.before(start)))
            }
        }
    }

    /// How far "Because X, Y" goes: over the cues of its own clauses.
    fn high_of_initial(&self) -> usize {
        let s = self.sentence;
        self.cues[self.index + 1..]
            .iter()
            .find(|cue| {
                matches!(
                    cue.shape,
                    Shape::Arrow
                        | Shape::ArrowBack
                        | Shape::So
                        | Shape::Because
                        | Shape::Forward(Form::Ing)
                )
            })
            .map_or(s.end, |cue| cue.from)
    }
}
