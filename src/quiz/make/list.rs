//! What could be asked of a library: one pass over its facts.

mod lister;

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::{Deck, Listed};
use crate::library::{Library, pairs_of};
use crate::notes::Basis;
use lister::Lister;

/// What the number of a candidate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Aspect {
    /// Nothing.
    None,
    /// An event among the dates.
    Event,
    /// A person.
    Person,
    /// A cause link.
    Link,
    /// A mark of the library.
    Mark,
    /// A definition.
    Definition,
    /// A flashcard.
    Card,
    /// A node of the causes that has several causes.
    CausesOf,
    /// A node of the causes that has several effects.
    EffectsOf,
    /// A statement that several others hang on.
    Parent,
}

pub(super) fn deck(library: &Library) -> Deck {
    let mut deck = Deck {
        named: named(library),
        events: (0_u32..)
            .zip(library.dates().all())
            .map(|(at, event)| (event.statement, at))
            .collect(),
        nodes: (0_u32..)
            .zip(library.causes().nodes())
            .map(|(at, node)| (node.note, at))
            .collect(),
        webs: webs(library),
        definitions: (0_u32..)
            .zip(library.definitions())
            .map(|(at, (note, _))| (*note, at))
            .collect(),
        pages: std::iter::repeat_with(OnceLock::new)
            .take(library.notes().len())
            .collect(),
        listed: Listed::default(),
    };
    deck.events.sort_unstable();
    deck.nodes.sort_unstable();
    let mut lister = Lister {
        library,
        candidates: Vec::new(),
    };
    lister.events(&deck.events);
    lister.people(&deck.named);
    lister.causes();
    lister.gaps();
    lister.lists();
    lister.cards();
    let mut candidates = lister.candidates;
    candidates.sort_by_key(|it| (it.note, it.statement, it.kind));
    // Words that are marked twice are one fact. What is one fact stands in one note.
    let (mut ids, mut note) = (FxHashSet::default(), 0);
    candidates.retain(|it| {
        if it.note != note {
            (note, ids) = (it.note, FxHashSet::default());
        }
        ids.insert(it.id)
    });
    deck.listed = Listed::of(candidates);
    deck
}

impl Deck {
    /// The people whom `statement` names.
    pub(super) fn named_in(&self, statement: u32) -> impl Iterator<Item = u32> {
        pairs_of(&self.named, statement)
    }

    /// The nodes of the causes that stand in `note`.
    pub(super) fn nodes_of(&self, note: u32) -> impl Iterator<Item = u32> {
        pairs_of(&self.nodes, note)
    }

    /// The definitions of `note`.
    pub(super) fn definitions_of(&self, note: u32) -> impl Iterator<Item = u32> {
        pairs_of(&self.definitions, note)
    }
}

/// (statement, person) of every mention by name.
fn named(library: &Library) -> Vec<(u32, u32)> {
    let mut named = Vec::new();
    for (person, joined) in (0_u32..).zip(library.people()) {
        for place in joined
            .mentions
            .iter()
            .filter(|place| place.from == Basis::Stated)
        {
            if let Some(statement) = place.statement {
                named.push((
                    library.note(place.note).statements.start + statement,
                    person,
                ));
            }
        }
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// Which nodes hang together, whichever way the links point.
fn webs(library: &Library) -> Vec<u32> {
    fn root(webs: &mut [u32], at: u32) -> u32 {
        let mut at = at;
        while webs[at as usize] != at {
            webs[at as usize] = webs[webs[at as usize] as usize];
            at = webs[at as usize];
        }
        at
    }
    let causes = library.causes();
    let count = u32::try_from(causes.nodes().len()).unwrap_or_default();
    let mut webs: Vec<u32> = (0..count).collect();
    for link in (0..).take(causes.links().len()) {
        let (cause, effect) = causes.ends(link);
        let (one, other) = (root(&mut webs, cause), root(&mut webs, effect));
        webs[one.max(other) as usize] = one.min(other);
    }
    (0..count).map(|at| root(&mut webs, at)).collect()
}

impl Aspect {
    fn name(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Event => "event",
            Self::Person => "person",
            Self::Link => "link",
            Self::Mark => "mark",
            Self::Definition => "definition",
            Self::Card => "card",
            Self::CausesOf => "causes",
            Self::EffectsOf => "effects",
            Self::Parent => "list",
        }
    }
}
