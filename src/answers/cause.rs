//! `/cause`: why a thing happened and what it led to, walked both ways, with the words of the note that say so.

mod thing;
mod walk;

use std::collections::BTreeSet;

use super::card::{Card, Kind};
use super::draft::Draft;
use super::look::{Look, Subject};
use super::{nothing, search, words};
use crate::library::facts::Cause;
use crate::library::{Event, Library, folded};
use crate::notes::CauseKind;
use thing::Thing;
use walk::{Walk, Way};

/// What came afterwards, at most.
const AFTERWARDS: usize = 4;

/// The causes and effects of what `subject` means.
pub(super) fn of(library: &Library, look: &Look, subject: &Subject) -> Card {
    let Some(thing) = Thing::of(library, subject) else {
        return nothing::gone(library);
    };
    let mut draft = Draft::new(library, look, Kind::Cause, thing.title.clone());
    let links = Sorted::of(library, &thing);
    let mut walk = Walk {
        library,
        causes: library.causes(),
        draft: &mut draft,
        seen: BTreeSet::new(),
    };
    walk.section("Why", &links.why, Way::Back);
    walk.section("Led to", &links.led_to, Way::On);
    walk.section("Showed", &links.showed, Way::On);
    let stated = !draft.is_empty();
    afterwards(&mut draft, library, &thing);
    if draft.is_empty() {
        let mentions = search::first(library, &thing.title, "They do say");
        return nothing::no_cause(library, &thing.title, mentions);
    }
    if !stated {
        draft.card.byline = Some("no cause and no effect is stated".to_owned());
    }
    draft.finish()
}

/// The links of a thing by what they say of it.
#[derive(Default)]
struct Sorted {
    why: Vec<u32>,
    led_to: Vec<u32>,
    showed: Vec<u32>,
}

impl Sorted {
    fn of(library: &Library, thing: &Thing) -> Self {
        let causes = library.causes();
        let mut sorted = Self::default();
        let nodes = thing.direct.union(&thing.under);
        let links: BTreeSet<u32> = nodes
            .flat_map(|node| causes.into(*node).chain(causes.out_of(*node)))
            .collect();
        for at in links {
            let link = &causes.links()[at as usize];
            let (cause, effect) = causes.ends(at);
            let is_why = match (
                thing.direct.contains(&cause),
                thing.direct.contains(&effect),
            ) {
                (false, true) => true,
                (true, false) => false,
                // Both ends are of the thing: the words say which of them is explained.
                _ => explains(link),
            };
            if folded(&link.cue).contains("show") {
                sorted.showed.push(at);
            } else if is_why {
                sorted.why.push(at);
            } else {
                sorted.led_to.push(at);
            }
        }
        // What names the thing itself comes before what only stands in its section.
        let direct = |at: &u32| {
            let (cause, effect) = causes.ends(*at);
            !(thing.direct.contains(&cause) || thing.direct.contains(&effect))
        };
        sorted.why.sort_by_key(direct);
        sorted.led_to.sort_by_key(direct);
        sorted
    }
}

/// Whether the effect is told first and the cause as its reason.
fn explains(link: &Cause) -> bool {
    const REASONS: &[&str] = &[
        "because",
        "due",
        "since",
        "as",
        "owing",
        "thanks",
        "caused",
        "reason",
        "reasons",
        "causes",
        "origins",
        "why",
        "resulted from",
        "stemmed",
        "cause",
        "for",
    ];
    match link.kind {
        CauseKind::Arrow => false,
        CauseKind::LeadIn if link.cause.line != link.effect.line => {
            link.effect.line < link.cause.line
        }
        CauseKind::Heading => link.effect.statement.is_none(),
        CauseKind::LeadIn | CauseKind::Connective => {
            let cue = folded(&link.cue);
            REASONS.iter().any(|reason| cue.starts_with(reason))
        }
    }
}

/// What the notes tell after the thing without calling it an effect.
fn afterwards(draft: &mut Draft<'_>, library: &Library, thing: &Thing) {
    let mut found: Vec<u32> = Vec::new();
    if !thing.words.is_empty() {
        let hits = library.search(&thing.words.join(" "), 0, 40);
        let told = hits
            .statements
            .into_iter()
            .filter(|_| hits.is_whole)
            .filter(|statement| {
                let text = folded(&library.statement(*statement).text);
                let has =
                    |word: &String| text.split(' ').any(|said| said.starts_with(word.as_str()));
                thing.words.iter().all(has)
                    && ["after ", "following ", "in the wake of "]
                        .iter()
                        .any(|cue| text.starts_with(cue))
            });
        found.extend(told);
    }
    let mut next: Vec<&Event> = Vec::new();
    if let Some(heading) = thing.headings.first() {
        let last = library
            .section(*heading)
            .flat_map(|at| library.events_of(at))
            .max_by_key(|event| event.when.latest());
        let note = library.note(library.heading(*heading).note);
        let mut at = last;
        while let Some(event) = at.filter(|_| next.len() < AFTERWARDS) {
            at = library.dates().after(event.when);
            next.extend(at.filter(|event| note.statements.contains(&event.statement)));
        }
    }
    draft.section(Some("Afterwards (not stated as a cause)".to_owned()));
    for statement in found.into_iter().take(AFTERWARDS) {
        draft.statement(statement, None);
    }
    for event in next {
        if !draft.has(event.statement) {
            draft.tell(words::dated(library, event), event.statement);
        }
    }
}
