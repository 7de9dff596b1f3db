//! `/cause`: why a thing happened and what it led to, walked both ways, with the words of the note that say so.

use std::collections::BTreeSet;

use super::card::{Card, Kind, Line, Span};
use super::draft::Draft;
use super::look::{Look, Subject};
use super::{nothing, search, words};
use crate::library::facts::Cause;
use crate::library::{self, Causes, Event, Fact, Library, content_words, folded};
use crate::notes::CauseKind;
use crate::notes::markdown::BlockKind;

/// How far a chain is followed beyond the thing that was asked for.
const DEEPEST: u8 = 4;
/// Ends of links that match the words, at most.
const MOST: usize = 400;
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

/// What was asked for: the ends of links whose words match, and those that stand under headings that match.
struct Thing {
    title: String,
    words: Vec<String>,
    headings: Vec<u32>,
    direct: BTreeSet<u32>,
    under: BTreeSet<u32>,
}

impl Thing {
    fn of(library: &Library, subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Words(asked) => Some(Self::named(library, asked.as_str())),
            Subject::Key(key) => match library.by_key(*key)? {
                Fact::Heading(heading) => {
                    let text = library.heading(heading).text.to_string();
                    let mut thing = Self::named(library, &text);
                    thing.add_heading(library, heading);
                    Some(thing)
                }
                Fact::Note(note) => Some(Self::named(library, &library.note(note).title)),
                Fact::Cause(node) => {
                    let node_text = library.causes().nodes()[node as usize].text.to_string();
                    let mut thing = Self::empty(words::capitalised(&node_text));
                    thing.direct.insert(node);
                    Some(thing)
                }
                Fact::Definition(at) => Some(Self::named(
                    library,
                    &library.definitions()[at as usize].1.term,
                )),
                Fact::Statement(_) | Fact::Person(_) | Fact::Topic(_) => None,
            },
        }
    }

    fn empty(title: String) -> Self {
        Self {
            title,
            words: Vec::new(),
            headings: Vec::new(),
            direct: BTreeSet::new(),
            under: BTreeSet::new(),
        }
    }

    fn named(library: &Library, asked: &str) -> Self {
        let folded = folded(asked);
        let words = content_words(&folded);
        let mut thing = Self::empty(words::capitalised(asked.trim()));
        thing.direct.extend(library.causes().named(&words, MOST));
        let things = library.find_exactly(library::Kind::Thing, &words.join(" "), 12);
        // Of the headings that hold the words, the shortest is the thing's own name.
        let mut names: Vec<String> = Vec::new();
        for fact in things.into_iter().map(|number| library.thing(number)) {
            match fact {
                Fact::Heading(heading) => {
                    names.push(library.heading(heading).text.to_string());
                    thing.add_heading(library, heading);
                }
                // All of a note is about what its title names.
                Fact::Note(note) if thing.headings.is_empty() => {
                    names.push(library.note(note).title.clone());
                    let headings = library.note(note).headings.clone();
                    let top = headings.filter(|at| library.heading(*at).parent.is_none());
                    top.for_each(|heading| thing.add_heading(library, heading));
                }
                _ => {}
            }
        }
        if let Some(title) = names.into_iter().min_by_key(|name| name.split(' ').count()) {
            thing.title = title;
        }
        thing.words = words.into_iter().map(str::to_owned).collect();
        thing
    }

    fn add_heading(&mut self, library: &Library, heading: u32) {
        if library.heading(heading).housekeeping || self.headings.contains(&heading) {
            return;
        }
        self.headings.push(heading);
        for below in library.section_headings(heading) {
            self.under.extend(library.causes().under(below));
        }
    }
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

/// Which way a chain is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// To the causes.
    Back,
    /// To the effects.
    On,
}

/// Tells links, and the chains beyond them.
struct Walk<'d, 'l> {
    library: &'l Library,
    causes: &'l Causes,
    draft: &'d mut Draft<'l>,
    seen: BTreeSet<u32>,
}

impl Walk<'_, '_> {
    /// The links of one section, those of one thing (the effect on the way back, the cause on the way on) together.
    fn section(&mut self, title: &str, links: &[u32], way: Way) {
        self.draft.section(Some(title.to_owned()));
        let mut groups: Vec<(u32, Vec<u32>)> = Vec::new();
        for link in links {
            let near = self.near(*link, way);
            match groups.iter_mut().find(|(node, _)| *node == near) {
                Some((_, links)) => links.push(*link),
                None => groups.push((near, vec![*link])),
            }
        }
        for (node, links) in groups {
            self.group(node, &links, way);
        }
    }

    /// The end of a link that the walk comes from.
    fn near(&self, link: u32, way: Way) -> u32 {
        let (cause, effect) = self.causes.ends(link);
        match way {
            Way::Back => effect,
            Way::On => cause,
        }
    }

    /// The end that the walk goes to.
    fn far(&self, link: u32, way: Way) -> u32 {
        let (cause, effect) = self.causes.ends(link);
        match way {
            Way::Back => cause,
            Way::On => effect,
        }
    }

    fn statement_of(&self, node: u32) -> Option<u32> {
        self.causes.nodes()[node as usize].statement
    }

    fn is_row(&self, statement: u32) -> bool {
        self.library.statement(statement).kind == BlockKind::Row
    }

    /// Whether the line of statement `here` tells `node` too; of a table's row only parts are told.
    fn is_told_with(&self, here: Option<u32>, node: u32) -> bool {
        here.is_some_and(|here| self.statement_of(node) == Some(here) && !self.is_row(here))
    }

    /// One thing and the links from it.
    fn group(&mut self, node: u32, links: &[u32], way: Way) {
        let here = self.statement_of(node);
        let told = here.is_some_and(|statement| self.draft.has(statement));
        let elsewhere: Vec<u32> = links
            .iter()
            .copied()
            .filter(|link| !self.is_told_with(here, self.far(*link, way)))
            .collect();
        if elsewhere.is_empty() && told {
            return;
        }
        let cue = elsewhere.first().or(links.first()).copied();
        if !told || !elsewhere.is_empty() {
            self.tell(node, 0, cue);
        }
        for link in links {
            let far = self.far(*link, way);
            let inside = self.is_told_with(here, far);
            if !self.seen.insert(*link) {
                continue;
            }
            if !inside {
                self.tell(far, 1, None);
            }
            self.beyond(far, if inside { 1 } else { 2 }, way);
        }
    }

    /// The links that go on from `node`, nested.
    fn beyond(&mut self, node: u32, depth: u8, way: Way) {
        if depth > DEEPEST {
            return;
        }
        let links: Vec<u32> = match way {
            Way::Back => self.causes.into(node).collect(),
            Way::On => self.causes.out_of(node).collect(),
        };
        for link in links {
            if !self.seen.insert(link) {
                continue;
            }
            let far = self.far(link, way);
            let here = self.statement_of(node);
            let inside = here.is_some() && self.statement_of(far) == here;
            if inside {
                self.beyond(far, depth, way);
            } else if self.statement_of(far).is_none_or(|it| !self.draft.has(it)) {
                self.tell(far, depth, Some(link));
                self.beyond(far, depth + 1, way);
            }
        }
    }

    /// A line for a node: its whole statement, or its words where it is a heading, a title or a part of a table's row.
    fn tell(&mut self, node: u32, depth: u8, link: Option<u32>) {
        let it = &self.causes.nodes()[node as usize];
        let whole = it.statement.filter(|statement| !self.is_row(*statement));
        let text = match whole {
            Some(statement) => words::said_alone(self.library, statement),
            None => words::capitalised(&it.text),
        };
        let mut line = Line::bullet(text, depth);
        let cue = link.and_then(|link| cue(&self.causes.links()[link as usize]));
        line.spans.extend(cue.map(Span::Quiet));
        match it.statement {
            Some(statement) => self.draft.tell(line, statement),
            None => self.draft.line(line),
        }
    }
}

/// The words of the note that say so; an arrow is told as *led to* already.
fn cue(link: &Cause) -> Option<String> {
    let cue = link.cue.trim();
    match link.kind {
        CauseKind::Arrow => None,
        CauseKind::Connective | CauseKind::LeadIn => Some(format!(" (the note says “{cue}”)")),
        CauseKind::Heading => Some(format!(" (under “{}”)", cue.trim_end_matches(':'))),
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
