//! Facts of each kind, listed with the kinds of question that they could be asked in.

use super::Aspect;
use crate::library::{Event, Key, Library};
use crate::notes::Basis;
use crate::notes::markdown::BlockKind;
use crate::notes::when::Extent;
use crate::quiz::make::{Candidate, hash};
use crate::quiz::question::Kind;

/// Bytes of a statement that is worth reading for a question.
const WORTH: std::ops::Range<usize> = 10..700;

pub(super) struct Lister<'l> {
    pub(super) library: &'l Library,
    pub(super) candidates: Vec<Candidate>,
}

impl Lister<'_> {
    fn add(&mut self, fact: Key, kind: Kind, at: (u32, Option<u32>), aspect: Aspect, part: u32) {
        let id = Key(hash(fact.0, kind.name()) ^ hash(fact.0, aspect.name()).rotate_left(17));
        self.candidates.push(Candidate {
            id,
            fact,
            kind,
            note: at.0,
            statement: at.1,
            aspect,
            part,
        });
    }

    fn is_worth(&self, statement: u32) -> bool {
        let statement = self.library.statement(statement);
        let kind = matches!(
            statement.kind,
            BlockKind::Item | BlockKind::Paragraph | BlockKind::Row
        );
        kind && WORTH.contains(&statement.text.len())
    }

    pub(super) fn events(&mut self, events: &[(u32, u32)]) {
        let library = self.library;
        let mut count = 0_u32;
        for (at, (statement, event)) in events.iter().enumerate() {
            let own = |other: Option<&(u32, u32)>| other.is_some_and(|other| other.0 == *statement);
            let several = own(events.get(at + 1))
                || at
                    .checked_sub(1)
                    .is_some_and(|before| own(events.get(before)));
            let Event { when, from, .. } = library.dates().all()[*event as usize];
            let open = matches!(when.extent, Extent::Since(_) | Extent::Until(_));
            if from == Basis::Relative || open || when.approximate || !self.is_worth(*statement) {
                continue;
            }
            let own = library.statement(*statement);
            let fact = Key(hash(own.key.0, "event"));
            let place = (own.note, Some(*statement));
            if several {
                continue;
            }
            self.add(fact, Kind::Cloze, place, Aspect::Event, *event);
            for kind in [Kind::DateOfEvent, Kind::EventOnDate, Kind::TrueFalse] {
                self.add(fact, kind, place, Aspect::Event, *event);
            }
            // Neighbours make the same comparisons.
            let kind = if count.is_multiple_of(3) {
                Kind::Order
            } else {
                Kind::BeforeOrAfter
            };
            self.add(fact, kind, place, Aspect::Event, *event);
            count += 1;
        }
    }

    pub(super) fn people(&mut self, named: &[(u32, u32)]) {
        let library = self.library;
        for &(statement, person) in named {
            if !self.is_worth(statement) {
                continue;
            }
            let own = library.statement(statement);
            let joined = &library.people()[person as usize];
            let fact = Key(hash(own.key.0, &joined.name));
            let place = (own.note, Some(statement));
            self.add(fact, Kind::Who, place, Aspect::Person, person);
            let opens = |name: &String| own.text.find(name.as_str()).is_some_and(|at| at < 24);
            if opens(&joined.name) || joined.aliases.iter().any(opens) {
                self.add(fact, Kind::Deed, place, Aspect::Person, person);
                self.add(fact, Kind::TrueFalse, place, Aspect::Person, person);
            }
        }
        // Three deeds of one person in one note, and one of another.
        let mut by_note: Vec<(u32, u32, u32)> = named
            .iter()
            .map(|&(statement, person)| (library.statement(statement).note, person, statement))
            .collect();
        by_note.sort_unstable();
        for group in by_note.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            if let [first, _, _, ..] = group {
                let name = &library.people()[first.1 as usize].name;
                let fact = Key(hash(hash(library.statement(first.2).key.0, "deeds"), name));
                self.add(
                    fact,
                    Kind::OddOneOut,
                    (first.0, Some(first.2)),
                    Aspect::Person,
                    first.1,
                );
            }
        }
    }

    pub(super) fn causes(&mut self) {
        let causes = self.library.causes();
        for (at, link) in (0_u32..).zip(causes.links()) {
            let statement = link.cause.statement.or(link.effect.statement);
            let place = (link.note, statement);
            self.add(link.key, Kind::CauseOf, place, Aspect::Link, at);
            self.add(link.key, Kind::EffectOf, place, Aspect::Link, at);
            if causes.out_of(causes.ends(at).1).next().is_some() {
                self.add(link.key, Kind::MissingMiddle, place, Aspect::Link, at);
            }
        }
        for (at, node) in (0_u32..).zip(causes.nodes()) {
            let place = (node.note, node.statement);
            if causes.into(at).nth(2).is_some() {
                self.add(node.key, Kind::OddOneOut, place, Aspect::CausesOf, at);
            }
            if causes.out_of(at).nth(2).is_some() {
                self.add(node.key, Kind::OddOneOut, place, Aspect::EffectsOf, at);
            }
        }
    }

    pub(super) fn gaps(&mut self) {
        let library = self.library;
        for (at, mark) in (0_u32..).zip(library.marks()) {
            if self.is_worth(mark.statement) {
                let own = library.statement(mark.statement);
                let fact = Key(hash(own.key.0, mark.of(library)));
                self.add(
                    fact,
                    Kind::Cloze,
                    (own.note, Some(mark.statement)),
                    Aspect::Mark,
                    at,
                );
            }
        }
        for (at, own) in (0_u32..).zip(library.statements()) {
            if self.is_worth(at) && own.text.bytes().any(|byte| byte.is_ascii_digit()) {
                let fact = Key(hash(own.key.0, "number"));
                self.add(fact, Kind::Cloze, (own.note, Some(at)), Aspect::None, at);
            }
        }
        for (at, (note, definition)) in (0_u32..).zip(library.definitions()) {
            let fact = definition
                .id
                .parse()
                .unwrap_or_else(|_| Key::of(&[&definition.id]));
            let statement = library.note(*note).statements.start
                + u32::try_from(definition.statement).unwrap_or_default();
            self.add(
                fact,
                Kind::Cloze,
                (*note, Some(statement)),
                Aspect::Definition,
                at,
            );
        }
    }

    pub(super) fn lists(&mut self) {
        let library = self.library;
        let mut parents: Vec<u32> = library
            .statements()
            .iter()
            .filter_map(|it| it.parent)
            .collect();
        parents.sort_unstable();
        for group in parents.chunk_by(|one, other| one == other) {
            if let [parent, _, _, ..] = group {
                let own = library.statement(*parent);
                let fact = Key(hash(own.key.0, "list"));
                self.add(
                    fact,
                    Kind::OddOneOut,
                    (own.note, Some(*parent)),
                    Aspect::Parent,
                    *parent,
                );
            }
        }
    }

    pub(super) fn cards(&mut self) {
        for (at, (note, card)) in (0_u32..).zip(self.library.flashcards()) {
            let fact = card
                .id
                .parse()
                .unwrap_or_else(|_| Key::of(&["flashcard", &card.id]));
            self.add(fact, Kind::Flashcard, (*note, None), Aspect::Card, at);
        }
    }
}
