//! Topics by name: folders, tags, titles, headings, people and spans of dates, as a person types or picks them.

use super::Scope;
use crate::library::{Fact, Key, Kind, Library, content_words, folded};
use crate::notes::dates::{Order, Query, parse_query};
use crate::notes::when::When;

/// How many names are looked at where several may be meant.
const MANY: usize = 200;

/// How many topics are named where there is none of the name that was typed.
const NEAREST: usize = 3;

/// A topic that a quiz can be about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// Its name; empty for everything.
    pub name: String,
    /// What belongs to it.
    pub scope: Scope,
}

/// There is no topic of that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The names of the nearest; none where there are no notes.
    pub nearest: Vec<String>,
}

impl Topic {
    /// What a person typed or picked; nothing typed means everything.
    ///
    /// The whole name of a folder, a tag, a note, a heading or a person comes first, all of that name together; then a date;
    /// then names that hold every word.
    ///
    /// # Errors
    /// [`Unknown`], with the nearest topics.
    pub fn named(library: &Library, typed: &str) -> Result<Self, Unknown> {
        let typed = typed.trim();
        if typed.is_empty() && !library.is_empty() {
            return Ok(Self::default());
        }
        let found = match typed.strip_prefix('=') {
            Some(code) => picked(library, code),
            None => whole(library, typed)
                .or_else(|| dated(library, typed))
                .or_else(|| partly(library, typed)),
        };
        found.ok_or_else(|| Unknown {
            nearest: nearest(library, typed),
        })
    }

    fn of_fact(library: &Library, fact: Fact) -> Self {
        Self {
            name: name_of(library, fact),
            scope: Scope::of_fact(library, fact),
        }
    }

    /// Several facts under one name; headings of notes that are in it as a whole add nothing.
    fn of_facts(library: &Library, facts: &[Fact]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut topic = Self::of_fact(library, *first);
        for fact in rest {
            let known = match (fact, &topic.scope) {
                (Fact::Heading(at), Scope::Notes(notes) | Scope::Parts { notes, .. }) => {
                    notes.contains(&library.heading(*at).note)
                }
                _ => false,
            };
            if !known {
                topic.scope = topic.scope.or(&Scope::of_fact(library, *fact));
            }
        }
        Some(topic)
    }

    /// The same under the name that was typed, where it is several.
    fn called(self, library: &Library, typed: &str, facts: &[Fact]) -> Self {
        match facts {
            [only] => Self::of_fact(library, *only),
            _ => Self {
                name: typed.to_owned(),
                ..self
            },
        }
    }
}

/// What a choice sent: a key or a date, perhaps between colons, as the codes of looks have them.
fn picked(library: &Library, code: &str) -> Option<Topic> {
    code.split(':').find_map(|part| {
        let fact = part.parse::<Key>().ok().and_then(|key| library.by_key(key));
        match fact {
            Some(fact) => Some(Topic::of_fact(library, fact)),
            None => part.parse().ok().and_then(|when| {
                let scope = Scope::of_dates(library, when);
                let name = when.words();
                (!scope.is_empty()).then_some(Topic { name, scope })
            }),
        }
    })
}

/// Everything that is called exactly so.
fn whole(library: &Library, typed: &str) -> Option<Topic> {
    let bare = |name: &str| {
        let name = folded(name);
        name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
    };
    let wanted = bare(typed);
    let facts: Vec<Fact> = [Kind::Topic, Kind::Person, Kind::Thing]
        .into_iter()
        .flat_map(|kind| found(library, kind, library.find_whole(kind, typed, MANY)))
        .filter(|fact| names_of(library, *fact).any(|name| bare(name) == wanted))
        .collect();
    Topic::of_facts(library, &facts)
}

/// A date or a span of dates that the notes date something in.
fn dated(library: &Library, typed: &str) -> Option<Topic> {
    let query = parse_query(typed, Order::DayFirst)?;
    let scope = Scope::of_query(library, &query);
    let name = match query {
        Query::When(when) => when.words(),
        Query::Yearless(..) => typed.to_owned(),
    };
    (!scope.is_empty()).then_some(Topic { name, scope })
}

/// Names that hold what was typed: topics, else the person who is named most, else headings and terms.
fn partly(library: &Library, typed: &str) -> Option<Topic> {
    let of = |kind| found(library, kind, library.find_exactly(kind, typed, MANY));
    let together =
        |facts: Vec<Fact>| Some(Topic::of_facts(library, &facts)?.called(library, typed, &facts));
    together(of(Kind::Topic).collect())
        .or_else(|| Some(Topic::of_fact(library, of(Kind::Person).next()?)))
        .or_else(|| together(of(Kind::Thing).collect()))
}

fn nearest(library: &Library, typed: &str) -> Vec<String> {
    if let Some(Query::When(when)) = parse_query(typed, Order::DayFirst) {
        let near = library.dates().nearest(when, NEAREST);
        if !near.is_empty() {
            return near.into_iter().map(When::words).collect();
        }
    }
    let like = |words: &str| {
        let kinds = [Kind::Topic, Kind::Person, Kind::Thing].into_iter();
        let facts: Vec<Fact> = kinds
            .flat_map(|kind| found(library, kind, library.find(kind, words, NEAREST)))
            .collect();
        facts
    };
    let mut facts = like(typed);
    let words = folded(typed);
    for word in content_words(&words) {
        if facts.is_empty() {
            facts = like(word);
        }
    }
    let all = (0_u32..).take(library.topics().len()).map(Fact::Topic);
    if facts.is_empty() {
        facts = all.take(NEAREST).collect();
    }
    let mut names: Vec<String> = Vec::new();
    for name in facts.into_iter().map(|fact| name_of(library, fact)) {
        if !names.iter().any(|known| folded(known) == folded(&name)) {
            names.push(name);
        }
    }
    names.truncate(NEAREST);
    names
}

/// What numbers of one kind of name stand for.
pub(super) fn found(
    library: &Library,
    kind: Kind,
    numbers: Vec<u32>,
) -> impl Iterator<Item = Fact> {
    numbers.into_iter().filter_map(move |number| match kind {
        Kind::Topic => Some(Fact::Topic(number)),
        Kind::Person => Some(Fact::Person(number)),
        Kind::Note => Some(Fact::Note(number)),
        // A note is its own topic.
        Kind::Thing => Some(library.thing(number)).filter(|fact| !matches!(fact, Fact::Note(_))),
        Kind::Date | Kind::Cause => None,
    })
}

/// The name that a topic goes by.
pub(super) fn name_of(library: &Library, fact: Fact) -> String {
    names_of(library, fact)
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// All names of a fact, the one that it goes by first.
fn names_of(library: &Library, fact: Fact) -> impl Iterator<Item = &str> {
    let (name, others): (&str, &[String]) = match fact {
        Fact::Note(note) => (&library.note(note).title, &library.note(note).aliases),
        Fact::Topic(topic) => (&library.topics()[topic as usize].name, &[]),
        Fact::Heading(heading) => (&library.heading(heading).text, &[]),
        Fact::Statement(statement) => (&library.statement(statement).text, &[]),
        Fact::Person(person) => {
            let person = &library.people()[person as usize];
            (&person.name, &person.aliases)
        }
        Fact::Definition(at) => (&library.definitions()[at as usize].1.term, &[]),
        Fact::Cause(node) => (&library.causes().nodes()[node as usize].text, &[]),
    };
    std::iter::once(name).chain(others.iter().map(|name| name.trim_start_matches('#')))
}
