//! Autocomplete of topics: folders, tags and titles, people, spans of dates and headings, by what has been typed.

#[cfg(test)]
mod tests;

use super::topics::{found, name_of};
use crate::library::{Fact, Kind, Library, folded, person_key};
use crate::notes::dates::{Order, Query, parse_query};
use crate::notes::when::{Unit, When};

/// Discord shows so many choices, of names no longer than [`NAME`].
const CHOICES: usize = 25;
const NAME: usize = 100;

/// How many of them are topics, people, spans of dates and headings, if there are so many of each.
const SHARES: [usize; 4] = [10, 6, 6, 3];

/// A choice of an autocomplete: what a person reads, and what it sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// At most 100 characters.
    pub name: String,
    /// `=` and a key or a date, which [`Topic::named`](super::Topic::named) reads.
    pub value: String,
}

/// At most 25 topics for what has been typed so far; before anything is typed, some of each sort.
#[must_use]
pub fn complete(library: &Library, typed: &str) -> Vec<Choice> {
    // Who goes back to a choice sees it, not its code.
    let typed = if typed.starts_with('=') {
        ""
    } else {
        typed.trim()
    };
    let of = |kind| {
        found(library, kind, library.find(kind, typed, CHOICES)).map(|fact| choice(library, fact))
    };
    let headings = match typed {
        "" => Vec::new(),
        _ => of(Kind::Thing).flatten().collect(),
    };
    let mut lists: [Vec<Choice>; 4] = [
        of(Kind::Topic).flatten().collect(),
        of(Kind::Person).flatten().collect(),
        spans(library, typed),
        headings,
    ];
    let mut seen: Vec<String> = Vec::new();
    for list in &mut lists {
        list.retain(|choice| {
            let new = !seen.contains(&choice.name);
            seen.push(choice.name.clone());
            new
        });
    }
    let mut takes: [usize; 4] = std::array::from_fn(|at| SHARES[at].min(lists[at].len()));
    let mut left = CHOICES - takes.iter().sum::<usize>();
    for (take, list) in takes.iter_mut().zip(&lists) {
        let more = left.min(list.len() - *take);
        *take += more;
        left -= more;
    }
    for (take, list) in takes.iter().zip(&mut lists) {
        list.truncate(*take);
    }
    let [topics, people, spans, headings] = lists;
    // Who types a number means a date.
    let dated = typed.starts_with(|first: char| first.is_ascii_digit());
    let (first, last) = if dated {
        (spans, Vec::new())
    } else {
        (Vec::new(), spans)
    };
    [first, topics, people, last, headings].concat()
}

fn choice(library: &Library, fact: Fact) -> Option<Choice> {
    let (key, hint) = match fact {
        Fact::Topic(topic) => {
            let topic = &library.topics()[topic as usize];
            (topic.key, counted(topic.notes.len(), "note"))
        }
        Fact::Person(person) => {
            let person = &library.people()[person as usize];
            (
                person_key(&person.name),
                counted(person.mentions.len(), "mention"),
            )
        }
        Fact::Heading(heading) => {
            let heading = library.heading(heading);
            let title = &library.note(heading.note).title;
            if folded(&heading.text) == folded(title) {
                return None;
            }
            (heading.key, title.clone())
        }
        Fact::Note(_) | Fact::Statement(_) | Fact::Definition(_) | Fact::Cause(_) => return None,
    };
    named(&name_of(library, fact), &hint, &key)
}

fn named(name: &str, hint: &str, code: &dyn std::fmt::Display) -> Option<Choice> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return None;
    }
    let room = NAME.saturating_sub(hint.chars().count() + " · ".chars().count());
    let name: String = match name.chars().count() {
        long if long > room => name
            .chars()
            .take(room.saturating_sub(1))
            .chain(['…'])
            .collect(),
        _ => name,
    };
    Some(Choice {
        name: format!("{name} · {hint}").chars().take(NAME).collect(),
        value: format!("={code}"),
    })
}

/// The date that was typed, and the decades and centuries of the notes that are called so; those with most in them, in order.
fn spans(library: &Library, typed: &str) -> Vec<Choice> {
    let wanted = folded(typed);
    let mut spans: Vec<(When, usize)> = units(library, typed)
        .into_iter()
        .map(When::from)
        .filter(|when| {
            let words = folded(&when.words());
            words.starts_with(&wanted) || words.split(' ').any(|word| word.starts_with(&wanted))
        })
        .map(|when| (when, n_starting(library, when)))
        .filter(|(_, n)| *n > 0)
        .collect();
    spans.sort_by_key(|(when, n)| (std::cmp::Reverse(*n), *when));
    spans.truncate(SHARES[2]);
    spans.sort_by_key(|(when, _)| *when);
    if let Some(Query::When(when)) = parse_query(typed, Order::DayFirst) {
        spans.retain(|(span, _)| *span != when);
        spans.insert(0, (when, 1));
    }
    spans
        .into_iter()
        .filter_map(|(when, _)| {
            let n = library.dates().within(when).take(MOST_COUNTED).count();
            let hint = match n {
                0 => return None,
                MOST_COUNTED => format!("{n} dated lines or more"),
                _ => counted(n, "dated line"),
            };
            named(&when.words(), &hint, &when)
        })
        .collect()
}

/// How many dated lines are counted: more than anybody asks.
const MOST_COUNTED: usize = 5_000;

/// How many events begin in `when`, found without looking at each.
fn n_starting(library: &Library, when: When) -> usize {
    let all = library.dates().all();
    let from = all.partition_point(|event| event.when.earliest() < when.earliest());
    let to = all.partition_point(|event| event.when.earliest() <= when.latest());
    to - from
}

/// The decades of the notes and, once something is typed, the centuries; before our era the centuries only.
fn units(library: &Library, typed: &str) -> Vec<Unit> {
    let years = library.dates().all();
    let years = years.iter().map(|event| event.when.start().first().year());
    let (mut years, mut last) = (years.clone(), years.rev());
    let (Some(first), Some(last)) = (years.next(), last.next()) else {
        return Vec::new();
    };
    let century = |year: i16| match year {
        1.. => year / 100 + 1,
        _ => -(-year / 100 + 1),
    };
    let centuries = century(first)..=century(last);
    let decades = (first.max(1) / 10)..=(last / 10);
    let centuries = centuries
        .filter(|number| *number < 0 || *number > 0 && !typed.is_empty())
        .map(Unit::Century);
    decades.map(Unit::Decade).chain(centuries).collect()
}

/// `1 note`, `12 notes`.
fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
