//! The questions that a game has so far: what may join them, and in which order they are played.

use std::cmp::Reverse;

use super::bag::Drawn;
use crate::library::Key;
use crate::quiz::question::{Kind, Question};

/// How often one event is asked about in a game.
const MOST_OF_AN_EVENT: usize = 2;

/// One question of the game.
#[derive(Debug)]
struct Dealt {
    question: Question,
    fact: Key,
    note: u32,
    heading: Option<u32>,
    event: Option<Key>,
}

impl Dealt {
    /// Whether a reveal of this one shows what the other asks about.
    fn shows(&self, other: &Self) -> bool {
        self.question.shows.iter().any(|shown| {
            let shown = shown.parse::<Key>().ok();
            shown.is_some_and(|shown| shown == other.fact || Some(shown) == other.event)
        })
    }
}

/// The questions so far, in an order in which nothing is asked that an earlier one has shown.
#[derive(Debug, Default)]
pub(super) struct Hand {
    dealt: Vec<Dealt>,
}

impl Hand {
    pub(super) fn len(&self) -> usize {
        self.dealt.len()
    }

    /// How many are of this kind.
    pub(super) fn n_of_kind(&self, kind: Kind) -> usize {
        let same = |dealt: &&Dealt| dealt.question.kind == kind;
        self.dealt.iter().filter(same).count()
    }

    /// How many are of the same note, and how many of the same heading.
    pub(super) fn n_of_place(&self, drawn: &Drawn) -> (usize, usize) {
        let note = drawn.candidate.note;
        let same = self.dealt.iter().filter(|dealt| dealt.note == note);
        let near = same.clone().filter(|dealt| dealt.heading == drawn.heading);
        (same.count(), near.count())
    }

    /// Whether the candidate is out of the question before it is made.
    pub(super) fn refuses(&self, drawn: &Drawn) -> bool {
        let event = drawn.event;
        let same = self
            .dealt
            .iter()
            .filter(|dealt| event.is_some() && dealt.event == event);
        same.count() >= MOST_OF_AN_EVENT
            || self
                .dealt
                .iter()
                .any(|dealt| dealt.fact == drawn.candidate.fact)
    }

    /// Takes a question in, unless every order of play would ask something that was shown before, or the same in other words.
    pub(super) fn take(&mut self, question: Question, drawn: &Drawn) {
        let new = Dealt {
            question,
            fact: drawn.candidate.fact,
            note: drawn.candidate.note,
            heading: drawn.heading,
            event: drawn.event,
        };
        if self
            .dealt
            .iter()
            .any(|dealt| dealt.question.prompt == new.question.prompt)
        {
            return;
        }
        // Behind all that it shows, before all that show it.
        let behind = self.dealt.iter().rposition(|dealt| new.shows(dealt));
        let before = self.dealt.iter().position(|dealt| dealt.shows(&new));
        let (least, most) = (
            behind.map_or(0, |at| at + 1),
            before.unwrap_or(self.dealt.len()),
        );
        if least <= most {
            self.dealt.insert(most, new);
        }
    }

    /// The questions in the order of play: neither two of a kind nor two of a note in a row, where that can be.
    pub(super) fn mixed(mut self) -> Vec<Question> {
        let mut played: Vec<Dealt> = Vec::with_capacity(self.dealt.len());
        while let Some(next) = self.next_after(played.last()) {
            played.push(self.dealt.remove(next));
        }
        played.into_iter().map(|dealt| dealt.question).collect()
    }

    fn next_after(&self, last: Option<&Dealt>) -> Option<usize> {
        let is_free = |at: &usize| {
            // What another one shows is asked before that one.
            let mut others = (0..self.dealt.len()).filter(|other| other != at);
            !others.any(|other| self.dealt[*at].shows(&self.dealt[other]))
        };
        let free = (0..self.dealt.len()).filter(is_free);
        free.min_by_key(|at| {
            let dealt = &self.dealt[*at];
            let same_kind = last.is_some_and(|last| last.question.kind == dealt.question.kind);
            let same_note = last.is_some_and(|last| last.note == dealt.note);
            let left = self.n_of_kind(dealt.question.kind);
            // A kind that most of the rest are of comes as soon as it can, or it would come in a row at the end.
            let crowded = left * 2 > self.dealt.len();
            (same_kind, !crowded, same_note, Reverse(left.min(2)), *at)
        })
    }
}
