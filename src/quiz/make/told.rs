//! What happened, without when: the words of a dated statement with its date cut out, where the rest still reads.

use std::ops::Range;

use super::flaws;
use super::line::raised;
use super::options::stems;
use super::shape::{Shape, Tense, shape, tense};
use crate::library::folded;
use crate::notes::phrase::{DateSpan, Phrase, Role};

/// What happened, without when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// The words.
    pub(super) text: String,
    pub(super) shape: Shape,
    pub(super) tense: Tense,
    /// Verb of being rather than of doing, or no verb.
    pub(super) state: bool,
    /// Its telling words, see [`stems`].
    pub(super) stems: Vec<u64>,
}

/// Words before a date that go with it.
const BEFORE: &[&str] = &["on", "in", "at", "during"];
/// Words before a date that say it is not when the thing happened.
const OTHER: &[&str] = &[
    "after", "before", "by", "from", "since", "to", "till", "until", "between", "of", "the", "for",
    "around", "about", "circa", "c", "than", "and", "through", "over", "within", "'s", "or",
];
/// Words that tell when by themselves.
const CLOCK: &[&str] = &[
    "later",
    "earlier",
    "previous",
    "following",
    "afterwards",
    "yesterday",
    "tomorrow",
    "today",
    "annually",
    "ago",
    "anniversary",
    "subsequent",
    "meanwhile",
    "then",
    "already",
];

/// The telling of a text, if it can be had.
pub(super) fn told(phrase: &Phrase<'_>, own: Shape, own_tense: Tense) -> Option<Told> {
    let text = match phrase.dates.as_slice() {
        [] => raised(phrase.text),
        [only] if !only.relative => raised(&without(phrase, only)?),
        _ => return None,
    };
    // Often nothing was cut, and what is known of the words still holds.
    let cut = (text != phrase.text).then(|| Phrase::of(&text));
    let again = cut.as_ref().unwrap_or(phrase);
    if !again.dates.is_empty()
        || flaws::dangles(again)
        || again
            .words
            .iter()
            .any(|word| CLOCK.contains(&word.token.of(&text)))
        || text.chars().count() < 12
    {
        return None;
    }
    let (shape, verb) = if phrase.dates.is_empty() {
        (own, None)
    } else {
        shape(again)
    };
    let verb = verb.or_else(|| (0..again.words.len()).find(|at| again.is(*at, Role::FINITE)));
    if cut.is_some() && flaws::of(again, shape).is_some() {
        return None;
    }
    if shape == Shape::Name && !is_called(again) {
        return None;
    }
    let state = shape == Shape::Name
        || verb.is_some_and(|verb| again.is(verb, Role::BE | Role::HAVE | Role::MODAL));
    let tense = if phrase.dates.is_empty() {
        own_tense
    } else {
        tense(again, verb)
    };
    Some(Told {
        stems: stems(&folded(&text)),
        text,
        shape,
        tense,
        state,
    })
}

/// A name alone is an event only where it is called something: "Brown v. Board of Education".
fn is_called(phrase: &Phrase<'_>) -> bool {
    const PARTICIPLES: &str = "born built died found held known led lost made married sent set won";
    let first = phrase.lower(0);
    let participle = first.ends_with("ed")
        || first.ends_with("en")
        || PARTICIPLES.split(' ').any(|word| word == first);
    let names = phrase.words.iter().skip(1).any(|word| word.token.capital);
    !participle
        && names
        && phrase.text.starts_with(char::is_uppercase)
        && phrase.words.len() <= 9
        && !phrase.text.contains(',')
}

/// What stands between a date and what it dates.
fn parts(letter: char) -> bool {
    matches!(letter, ':' | '-' | '–' | '—' | ',' | ' ' | ';')
}

/// The text without its date and the words that go with the date.
fn without(phrase: &Phrase<'_>, date: &DateSpan) -> Option<String> {
    let text = phrase.text;
    let Range { start, end } = date.bytes.clone();
    let (before, after) = (text[..start].trim_end(), text[end..].trim_start());
    // "(June 1960)"
    if let (Some(front), Some(rest)) = (before.strip_suffix('('), after.strip_prefix(')')) {
        return Some(joined(front.trim_end(), rest.trim_start()));
    }
    let owns = after.starts_with("'s") || after.starts_with("’s");
    if before.ends_with('(') || after.starts_with(')') || owns {
        return None;
    }
    let word = before
        .rsplit(|letter: char| !letter.is_alphabetic() && letter != '\'')
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    if OTHER.contains(&lower.as_str()) {
        return None;
    }
    let front = if BEFORE.contains(&lower.as_str()) {
        before[..before.len() - word.len()].trim_end()
    } else {
        before
    };
    if !front.chars().any(char::is_alphanumeric) {
        return opening(after);
    }
    if !after.chars().any(char::is_alphanumeric) {
        return ending(phrase, front, before);
    }
    if front.len() == before.len() {
        return None;
    }
    inside(phrase, front, end)
}

/// The date opens the line: the rest, where the date is no part of it ("1962 election").
fn opening(after: &str) -> Option<String> {
    const OF_IT: &[&str] = &[
        "to ", "and ", "or ", "until ", "onwards", "saw ", "was ", "is ", "marked ", "marks ",
        "election", "war ", "treaty", "at ",
    ];
    let rest = after.trim_start_matches(parts);
    let parted = after.starts_with(parts);
    let goes_on = after.starts_with(char::is_alphabetic);
    let lower = rest.to_lowercase();
    let dated = OF_IT.iter().any(|word| lower.starts_with(word));
    (!dated && (parted || goes_on)).then(|| rest.to_owned())
}

/// The date ends the line. Without a word or a mark before it, it must follow a verb: "announced 5 June 1947".
fn ending(phrase: &Phrase<'_>, front: &str, before: &str) -> Option<String> {
    let bare = front.len() == before.len() && !before.ends_with([',', '-', '–', '—', ':']);
    let after_verb = || {
        phrase.words.iter().any(|word| {
            word.token.end as usize == before.len()
                && word.role.intersects(Role::FINITE | Role::VERB)
        })
    };
    (!bare || after_verb()).then(|| front.trim_end_matches(parts).to_owned())
}

/// "met on 25 June 1948 and backed": what follows must not belong to the date, which ends at byte `end`.
fn inside(phrase: &Phrase<'_>, front: &str, end: usize) -> Option<String> {
    let after = phrase.text[end..].trim_start();
    let next = phrase
        .words
        .iter()
        .position(|word| word.token.start as usize >= end)?;
    let free = Role::PREPOSITION
        | Role::AND
        | Role::OPENS
        | Role::ADVERB
        | Role::DETERMINER
        | Role::PRONOUN
        | Role::POSSESSIVE;
    if phrase.word(next) == "," {
        let rest = after.trim_start_matches(',').trim_start();
        let front_only = front.trim_end_matches(',');
        return Some(if front.ends_with(',') {
            joined(front_only, rest)
        } else {
            format!("{front}, {rest}")
        });
    }
    (phrase.word(next) == "." || phrase.is(next, free))
        .then(|| joined(front.trim_end_matches(','), after))
}

fn joined(front: &str, rest: &str) -> String {
    let glue = if rest.starts_with([',', '.', ';', ':']) || rest.is_empty() || front.is_empty() {
        ""
    } else {
        " "
    };
    format!("{front}{glue}{rest}")
        .trim_end_matches([',', ';', ' ', '-', ':', '.'])
        .to_owned()
}
