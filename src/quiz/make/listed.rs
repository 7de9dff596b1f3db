//! The candidates of a library, kept small: there are more of them than of anything else, and a game looks at all of them.

use std::ops::Range;

use super::Candidate;
use super::list::Aspect;
use crate::library::Key;
use crate::quiz::question::Kind;

/// Candidates by note, a list for each of their parts: choosing goes through the ids and kinds of hundreds of thousands.
#[derive(Debug, Clone, Default)]
pub(in crate::quiz) struct Listed {
    ids: Vec<Key>,
    facts: Vec<Key>,
    kinds: Vec<Kind>,
    aspects: Vec<Aspect>,
    parts: Vec<u32>,
    /// [`NONE`] where it stands in no statement.
    statements: Vec<u32>,
    /// Where those of each note begin; the end of all behind them.
    starts: Vec<u32>,
    /// How many there are of each kind.
    n_of_kinds: [usize; Kind::ALL.len()],
}

/// No library has so many statements.
const NONE: u32 = u32::MAX;

impl Listed {
    /// In the order of their notes, and as they come within a note.
    pub(in crate::quiz) fn of(mut candidates: Vec<Candidate>) -> Self {
        if !candidates.is_sorted_by_key(|candidate| candidate.note) {
            candidates.sort_by_key(|candidate| candidate.note);
        }
        let n_notes = candidates.last().map_or(0, |last| last.note + 1);
        let start = |note: u32| candidates.partition_point(|candidate| candidate.note < note);
        let statement = |candidate: &Candidate| candidate.statement.unwrap_or(NONE);
        Self {
            ids: candidates.iter().map(|it| it.id).collect(),
            facts: candidates.iter().map(|it| it.fact).collect(),
            n_of_kinds: counted(candidates.iter().map(|it| it.kind)),
            kinds: candidates.iter().map(|it| it.kind).collect(),
            aspects: candidates.iter().map(|it| it.aspect).collect(),
            parts: candidates.iter().map(|it| it.part).collect(),
            statements: candidates.iter().map(statement).collect(),
            starts: (0..=n_notes)
                .map(|note| {
                    u32::try_from(start(note)).expect("notes of 2 GB have fewer candidates")
                })
                .collect(),
        }
    }

    pub(in crate::quiz) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The candidate at a place.
    pub(in crate::quiz) fn candidate(&self, at: usize) -> Candidate {
        let after = self.starts.partition_point(|start| *start as usize <= at);
        let note = u32::try_from(after - 1).expect("it is a note's number");
        self.candidate_of(note, at)
    }

    fn candidate_of(&self, note: u32, at: usize) -> Candidate {
        Candidate {
            id: self.ids[at],
            fact: self.facts[at],
            kind: self.kinds[at],
            note,
            statement: Some(self.statements[at]).filter(|statement| *statement != NONE),
            aspect: self.aspects[at],
            part: self.parts[at],
        }
    }

    pub(in crate::quiz) fn candidates(&self) -> impl Iterator<Item = Candidate> + Clone {
        (0_u32..)
            .zip(self.starts.windows(2))
            .flat_map(move |(note, bounds)| {
                let range = bounds[0] as usize..bounds[1] as usize;
                range.map(move |at| self.candidate_of(note, at))
            })
    }

    pub(in crate::quiz) fn ids(&self) -> &[Key] {
        &self.ids
    }

    pub(in crate::quiz) fn kinds(&self, range: &Range<usize>) -> &[Kind] {
        &self.kinds[range.clone()]
    }

    pub(in crate::quiz) fn kind(&self, at: usize) -> Kind {
        self.kinds[at]
    }

    /// How many there are of each kind within some ranges that do not overlap.
    pub(in crate::quiz) fn n_of_kinds(&self, within: &[Range<usize>]) -> [usize; Kind::ALL.len()] {
        if within.iter().map(ExactSizeIterator::len).sum::<usize>() == self.kinds.len() {
            return self.n_of_kinds;
        }
        counted(within.iter().flat_map(|range| self.kinds(range)).copied())
    }

    /// Where those of a note are.
    pub(in crate::quiz) fn of_note(&self, note: u32) -> Range<usize> {
        let start = |note: usize| match self.starts.get(note) {
            Some(start) => *start as usize,
            None => self.len(),
        };
        start(note as usize)..start(note as usize + 1)
    }
}

fn counted(kinds: impl Iterator<Item = Kind>) -> [usize; Kind::ALL.len()] {
    let mut counts = [0; Kind::ALL.len()];
    for kind in kinds {
        counts[kind as usize] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_comes_back_as_it_was_put_in() {
        let candidate = |number: u32, note, statement| Candidate {
            id: Key(number.into()),
            fact: Key(u64::from(number) + 100),
            kind: Kind::ALL[number as usize % Kind::ALL.len()],
            note,
            statement,
            aspect: Aspect::Event,
            part: number * 2,
        };
        // The first note and one in the middle have none.
        let all = [
            candidate(0, 1, Some(0)),
            candidate(1, 1, None),
            candidate(2, 3, Some(9)),
        ];
        let listed = Listed::of(vec![all[2], all[0], all[1]]);
        assert_eq!(listed.candidates().collect::<Vec<_>>(), all);
        for (at, candidate) in all.into_iter().enumerate() {
            assert_eq!(listed.candidate(at), candidate);
        }
        let of_notes = [0, 1, 2, 3, 4].map(|note| listed.of_note(note));
        assert_eq!(of_notes, [0..0, 0..2, 2..2, 2..3, 3..3]);
        assert_eq!(Listed::of(Vec::new()).candidates().count(), 0);
        assert!(Listed::default().of_note(0).is_empty());
    }
}
