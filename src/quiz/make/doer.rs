//! Who is named in a text, and who is the subject of it.

use std::ops::Range;

use super::options::stems;
use crate::library::{Library, folded};
use crate::notes::phrase::{Phrase, Role};

/// Who is the subject of a statement, and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doer {
    /// Index into the library's people.
    pub(super) person: u32,
    /// The name in the text.
    pub(super) name: Range<usize>,
    /// Where what they do begins.
    pub(super) deed: usize,
    /// What they do can stand without them: no other subject follows.
    pub(super) plain: bool,
    /// The verb is a form of *be*, *have* or a modal verb: a state rather than an act.
    pub(super) state: bool,
    /// The telling words of what they do, see [`stems`].
    pub(super) stems: Vec<u64>,
}

/// The people of `people` whom `text` names exactly once, with the place of the name.
pub(super) fn named(library: &Library, text: &str, people: &[u32]) -> Vec<(u32, Range<usize>)> {
    let mut found = Vec::new();
    for &at in people {
        let person = &library.people()[at as usize];
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut names: Vec<&str> = std::iter::once(person.name.as_str())
            .chain(person.aliases.iter().map(String::as_str))
            .filter(|name| !name.starts_with('#'))
            .collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        for name in names {
            for (start, _) in text.match_indices(name) {
                let end = start + name.len();
                let inside = places
                    .iter()
                    .any(|place| start < place.end && place.start < end);
                if !inside && is_whole(text, start, end) {
                    places.push(start..end);
                }
            }
        }
        if let [only] = places.as_slice() {
            found.push((at, only.clone()));
        }
    }
    found
}

/// Whether no letter or digit goes on at either end.
pub(super) fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let goes_on = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-')
    };
    !goes_on(before) && !goes_on(after)
}

/// A word or mark that joins two clauses.
fn joins(phrase: &Phrase<'_>, at: usize) -> bool {
    matches!(phrase.word(at), "," | "and" | "but" | "so" | "–" | "-")
}

/// From `first` on no clause with a pronoun of its own follows, and nothing is parted by more than a comma.
fn is_plain(phrase: &Phrase<'_>, first: usize) -> bool {
    let rest = first + 1..phrase.words.len();
    let pronoun = rest.clone().any(|at| {
        let subject = matches!(
            phrase.lower(at),
            "he" | "she" | "they" | "it" | "this" | "we"
        );
        subject
            && (first..at)
                .rev()
                .take(4)
                .any(|before| joins(phrase, before))
    });
    // "landed in Africa, so Carthage called Hannibal home"
    let mut rest = rest;
    let other = rest.any(|at| {
        let verb = Role::FINITE | Role::VERB | Role::ADVERB | Role::BE | Role::HAVE | Role::MODAL;
        let comma = phrase.word(at - 1) == ",";
        let reach = if comma { 8 } else { 3 };
        matches!(
            phrase.word(at),
            "and" | "but" | "so" | "yet" | "while" | "whereas"
        ) && !phrase.is(at + 1, verb)
            && (at + 2..(at + 2 + reach).min(phrase.words.len()))
                .take_while(|next| phrase.word(*next) != ",")
                .any(|next| phrase.is(next, Role::FINITE))
    });
    // "is assassinated, riots follow"
    let spliced = (first + 1..phrase.words.len()).any(|at| {
        phrase.word(at) == ","
            && phrase
                .words
                .get(at + 1)
                .is_some_and(|word| word.role.is_empty())
            && phrase.is(at + 2, Role::FINITE)
    });
    let deed = phrase
        .words
        .get(first)
        .map_or("", |word| &phrase.text[word.token.start as usize..]);
    !pronoun
        && !other
        && !spliced
        && !deed.contains(['?', ';', '"', '“', ':'])
        && !deed.contains(". ")
        && !deed.contains(" - ")
        && !deed.contains(" – ")
}

/// "killed at Carrhae by the Parthians", "elected president": notes leave out *was*, and the subject suffers what is said. Who does
/// it names whom, with a capital or an article.
fn is_suffered(phrase: &Phrase<'_>, verb: usize) -> bool {
    let object = phrase.words.get(verb + 1).is_some_and(|next| {
        next.token.capital || next.role.intersects(Role::DETERMINER | Role::POSSESSIVE)
    });
    let by = (verb + 1..phrase.words.len()).any(|at| phrase.word(at) == "by");
    !object && (phrase.is(verb, Role::FATE) || by && phrase.word(verb).ends_with("ed"))
}

/// The person who is the subject, with the verb right behind the name.
pub(super) fn doer(phrase: &Phrase<'_>, named: &[(u32, Range<usize>)]) -> Option<Doer> {
    let text = phrase.text;
    named.iter().find_map(|(person, name)| {
        let before = &text[..name.start];
        let opens = before.is_empty()
            || Phrase::of(before)
                .words
                .iter()
                .all(|word| word.role.contains(Role::TITLE) && word.token.capital);
        if !opens {
            return None;
        }
        let first = phrase
            .words
            .iter()
            .position(|word| word.token.start as usize >= name.end)?;
        let mut verb = first;
        while phrase.is(verb, Role::ADVERB) && !phrase.is(verb, Role::FINITE) {
            verb += 1;
        }
        if !phrase.is(verb, Role::FINITE) || is_suffered(phrase, verb) {
            return None;
        }
        let deed = phrase.words[first].token.start as usize;
        Some(Doer {
            person: *person,
            name: name.clone(),
            deed,
            stems: stems(&folded(&phrase.text[deed..])),
            plain: is_plain(phrase, first),
            state: phrase.is(verb, Role::BE | Role::HAVE | Role::MODAL),
        })
    })
}
