//! Autocomplete: what the notes know, by what has been typed. What a choice sends is a look's code behind `=`.

use super::card::Choice;
use super::look::{Filter, Look, Subject, What};
use super::{Field, words};
use crate::library::{Fact, Kind, Library, folded, person_key};
use crate::notes::when::When;

/// Discord shows so many.
const CHOICES: usize = 25;
/// Characters of a name; what differs must stand within the first [`SEEN`].
const NAME: usize = 100;
const SEEN: usize = 45;
/// How many of the choices for `when` are things rather than dates, if there are so many.
const THINGS: usize = 8;

/// At most 25 choices, the best first.
pub(super) fn choices(library: &Library, field: Field, typed: &str) -> Vec<Choice> {
    // Who goes back to a choice sees it, not its code.
    let typed = if typed.starts_with('=') { "" } else { typed };
    let found: Vec<(String, Look)> = match field {
        Field::When => {
            let dates = dates(library, typed, CHOICES);
            // Who types a date has misspelt no name.
            let mut things = match dates.is_empty() {
                true => things(library, library.find(Kind::Thing, typed, CHOICES)),
                false => things(library, library.find_exactly(Kind::Thing, typed, CHOICES)),
            };
            things.truncate(THINGS.max(CHOICES.saturating_sub(dates.len())));
            let n_dates = CHOICES - things.len();
            dates.into_iter().take(n_dates).chain(things).collect()
        }
        Field::Date => dates(library, typed, CHOICES),
        Field::Person => people(library, typed),
        Field::Cause => causes(library, typed),
        Field::Topic => topics(library, typed),
        Field::Note => notes(library, typed),
    };
    told_apart(found)
}

/// The look behind a choice's value.
pub(super) fn chosen(value: &str) -> Option<Look> {
    Look::parse(value.trim().strip_prefix('=')?)
}

fn dates(library: &Library, typed: &str, most: usize) -> Vec<(String, Look)> {
    let named = library.find_exactly(Kind::Date, typed, most);
    named
        .into_iter()
        .map(|number| library.date(number))
        .map(|when| {
            (
                date_name(library, when),
                What::Date(when.to_string()).into(),
            )
        })
        .collect()
}

/// `27 October 1962 · Khrushchev sends second letter …`.
fn date_name(library: &Library, when: When) -> String {
    let first = library
        .dates()
        .within(when)
        .find(|event| event.when == when);
    let first = first.or_else(|| {
        library
            .dates()
            .around(when)
            .into_iter()
            .find(|event| event.when == when)
    });
    match first {
        Some(event) => format!(
            "{} · {}",
            words::titled(when),
            words::said_alone(library, event.statement)
        ),
        None => words::titled(when),
    }
}

fn things(library: &Library, found: Vec<u32>) -> Vec<(String, Look)> {
    found
        .into_iter()
        .filter_map(|number| thing(library, library.thing(number)))
        .map(|(name, key)| (name, What::Thing(Subject::Key(key)).into()))
        .collect()
}

fn thing(library: &Library, fact: Fact) -> Option<(String, crate::library::Key)> {
    match fact {
        Fact::Note(note) => {
            let note = library.note(note);
            Some((format!("{} · whole note", note.title), note.key))
        }
        Fact::Heading(at) => {
            let heading = library.heading(at);
            let note = library.note(heading.note);
            Some((format!("{} · {}", heading.text, note.title), heading.key))
        }
        Fact::Definition(at) => {
            let (note, definition) = &library.definitions()[at as usize];
            let note = library.note(*note);
            let statement = note
                .statements
                .start
                .checked_add(u32::try_from(definition.statement).ok()?)?;
            let key = library.statements().get(statement as usize)?.key;
            Some((format!("{} · {}", definition.term, note.title), key))
        }
        Fact::Statement(_) | Fact::Person(_) | Fact::Topic(_) | Fact::Cause(_) => None,
    }
}

fn people(library: &Library, typed: &str) -> Vec<(String, Look)> {
    let found = library.suggest_people(typed, CHOICES).into_iter();
    found
        .map(|person| {
            let person = &library.people()[person as usize];
            let aliases: Vec<&str> = person
                .aliases
                .iter()
                .map(|alias| alias.trim_start_matches('#'))
                .filter(|alias| folded(alias) != folded(&person.name))
                .take(4)
                .collect();
            let name = match aliases.as_slice() {
                [] => person.name.clone(),
                some => format!("{} ({})", person.name, some.join(", ")),
            };
            (
                name,
                What::Person(Subject::Key(person_key(&person.name))).into(),
            )
        })
        .collect()
}

/// Headings with causes in them first, then single causes and effects.
fn causes(library: &Library, typed: &str) -> Vec<(String, Look)> {
    let causes = library.causes();
    let has_causes = |fact: &Fact| match fact {
        Fact::Heading(heading) => library
            .section_headings(*heading)
            .any(|below| causes.under(below).next().is_some()),
        _ => false,
    };
    let headings = library
        .find(Kind::Thing, typed, CHOICES * 2)
        .into_iter()
        .map(|number| library.thing(number))
        .filter(has_causes)
        .filter_map(|fact| thing(library, fact))
        .take(CHOICES / 2)
        .map(|(name, key)| (name, What::Cause(Subject::Key(key)).into()));
    let mut found: Vec<(String, Look)> = headings.collect();
    for node in library.find(Kind::Cause, typed, CHOICES - found.len()) {
        let node = &causes.nodes()[node as usize];
        let name = format!(
            "{} · {}",
            words::capitalised(&node.text),
            library.note(node.note).title
        );
        found.push((name, What::Cause(Subject::Key(node.key)).into()));
    }
    found
}

fn topics(library: &Library, typed: &str) -> Vec<(String, Look)> {
    let found = library.find(Kind::Topic, typed, CHOICES).into_iter();
    found
        .map(|topic| {
            let topic = &library.topics()[topic as usize];
            let filter = Filter {
                topic: Some(topic.key),
                ..Filter::default()
            };
            let name = format!(
                "{} · {}",
                topic.name,
                words::counted(topic.notes.len(), "note")
            );
            (name, What::Timeline(filter).into())
        })
        .collect()
}

fn notes(library: &Library, typed: &str) -> Vec<(String, Look)> {
    let found = library.find(Kind::Note, typed, CHOICES).into_iter();
    found
        .map(|note| {
            let note = library.note(note);
            let name = format!("{} · {}", note.title, note.path);
            (name, What::Note(Subject::Key(note.key)).into())
        })
        .collect()
}

/// Choices whose names differ in what is seen of them: of long names that begin alike, the later ones lose their beginning.
fn told_apart(found: Vec<(String, Look)>) -> Vec<Choice> {
    let mut seen: Vec<String> = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    for (name, look) in found {
        let value = format!("={}", look.code());
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || choices.iter().any(|choice| choice.value == value) {
            continue;
        }
        let start = |name: &str| name.chars().take(SEEN).collect::<String>();
        let mut name = words::clipped(&name, NAME);
        let mut from = 0;
        while seen.contains(&start(&name)) {
            // Leave out words at the front until what is seen is new; number it where words run out.
            from += 1;
            let rest = name
                .trim_start_matches('…')
                .split_once(' ')
                .map(|(_, rest)| rest);
            name = match rest {
                Some(rest) if from < 16 => format!("…{rest}"),
                _ => words::clipped(&format!("{}. {name}", choices.len() + 1), NAME),
            };
        }
        seen.push(start(&name));
        choices.push(Choice { name, value });
        if choices.len() == CHOICES {
            break;
        }
    }
    choices
}
