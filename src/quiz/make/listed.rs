//! The candidates of a library, and what choosing asks of each of them close together: a game looks at hundreds of thousands.

use std::ops::Range;

use super::Candidate;
use crate::library::Key;
use crate::quiz::question::Kind;

/// Candidates by note.
#[derive(Debug, Clone, Default)]
pub(in crate::quiz) struct Listed {
    candidates: Vec<Candidate>,
    /// The id of each.
    ids: Vec<Key>,
    /// The kind of each.
    kinds: Vec<Kind>,
}

impl Listed {
    /// In the order of their notes, and as they come within a note.
    pub(in crate::quiz) fn of(mut candidates: Vec<Candidate>) -> Self {
        if !candidates.is_sorted_by_key(|candidate| candidate.note) {
            candidates.sort_by_key(|candidate| candidate.note);
        }
        candidates.shrink_to_fit();
        Self {
            ids: candidates.iter().map(|candidate| candidate.id).collect(),
            kinds: candidates.iter().map(|candidate| candidate.kind).collect(),
            candidates,
        }
    }

    pub(in crate::quiz) fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    pub(in crate::quiz) fn ids(&self) -> &[Key] {
        &self.ids
    }

    pub(in crate::quiz) fn kinds(&self, range: &Range<usize>) -> &[Kind] {
        &self.kinds[range.clone()]
    }

    /// Where those of a note are.
    pub(in crate::quiz) fn of_note(&self, note: u32) -> Range<usize> {
        let first = |note: u64| {
            let is_before = |candidate: &Candidate| u64::from(candidate.note) < note;
            self.candidates.partition_point(is_before)
        };
        first(note.into())..first(u64::from(note) + 1)
    }
}
