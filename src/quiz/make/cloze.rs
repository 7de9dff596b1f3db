//! A line of the notes with a gap: a marked word or a date.

use super::dates::{accepted as accepted_date, date_words, other_dates};
use super::doer::is_whole;
use super::draft::{Draft, quoted};
use super::list::Aspect;
use super::options::{ELSEWHERE, Wrong, holds, shared};
use super::page::{Said, happening, in_words};
use super::reading::Reading;
use super::shape::Shape;
use super::{Maker, Refusal};
use crate::library::folded;
use crate::notes::lex::Kind as Token;
use crate::notes::phrase::{Phrase, Role};
use crate::quiz::question::{Accepted, Question, Sort};

pub(super) fn cloze(maker: &Maker<'_>) -> Result<Question, Refusal> {
    match maker.candidate.aspect {
        Aspect::Mark => mark(maker),
        Aspect::Event => date(maker),
        Aspect::Definition => super::definition::definition(maker),
        _ => super::number::number(maker),
    }
}

/// A whole sentence.
pub(super) fn sentence<'p>(maker: &Maker<'p>) -> Result<&'p Reading, Refusal> {
    let reading = maker.page().reading(maker.statement());
    reading.stands()?;
    if reading.shape != Shape::Sentence {
        return Err(Refusal::NoSentence);
    }
    Ok(reading)
}

/// `text` with a gap at `start..end`.
pub(super) fn gap(text: &str, start: usize, end: usize) -> String {
    format!("{}____{}", &text[..start], &text[end..])
}

fn mark(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let reading = sentence(maker)?;
    let mark = maker.library.marks()[maker.candidate.part as usize];
    let answer = mark
        .of(maker.library)
        .trim_matches(|letter: char| !letter.is_alphanumeric() && letter != ')' && letter != '(');
    // A person is asked for as a person.
    let person = reading.named.iter().any(|(_, bytes)| {
        reading.text[bytes.clone()].contains(answer)
            || answer.contains(&reading.text[bytes.clone()])
    });
    if !is_term(answer) || person {
        return Err(Refusal::NothingToAsk);
    }
    let mut places = reading.text.match_indices(answer);
    let (Some((start, _)), None) = (places.next(), places.next()) else {
        return Err(Refusal::ShowsAnswer);
    };
    let end = start + answer.len();
    if !is_whole(&reading.text, start, end) || reading.text.len() < answer.len() * 2 {
        return Err(Refusal::NothingToAsk);
    }
    let line = gap(&reading.text, start, end);
    // "MAD (mutually assured destruction)"
    let beside = reading.text[end..].trim_start().starts_with('(')
        || reading.text[..start].trim_end().ends_with('(');
    if super::people::is_of_noun(&reading.text[end..]) {
        return Err(Refusal::NothingToAsk);
    }
    if beside || reveals(&line, answer) {
        return Err(Refusal::ShowsAnswer);
    }
    let place = maker.place(Some(maker.statement()), &telling(answer))?;
    let prompt = format!(
        "{place}what is missing in this line of the notes? {}",
        quoted(&line)
    );
    let pool = other_marks(maker, answer, &reading.text);
    let rivals = pool.iter().map(|wrong| wrong.text.clone()).collect();
    maker.choice(
        Draft {
            prompt,
            statement: maker.statement(),
            shown: Vec::new(),
            accepted: Some(Accepted {
                sort: Sort::Words,
                answers: vec![answer.to_owned()],
                rivals,
            }),
        },
        answer,
        pool,
    )
}

/// The words by which an answer could be told.
pub(super) fn telling(answer: &str) -> Vec<String> {
    let whole = folded(answer);
    let mut words: Vec<String> = whole
        .split(' ')
        .filter(|word| word.len() > 3)
        .map(str::to_owned)
        .collect();
    words.push(whole);
    words
}

/// Whether a line shows the answer: one of its words, or the words that its letters stand for.
pub(super) fn reveals(line: &str, answer: &str) -> bool {
    let words = folded(line);
    let stem = |word: &str| word.chars().take(6).collect::<String>();
    let named = folded(answer);
    if named.split(' ').filter(|word| word.len() > 4).any(|word| {
        words
            .split(' ')
            .any(|other| other.len() > 4 && stem(other) == stem(word))
    }) {
        return true;
    }
    let letters: Vec<char> = answer
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let shouted = letters.len() > 1 && letters.iter().all(|letter| letter.is_uppercase());
    let initials: Vec<char> = words
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect();
    let own: Vec<char> = letters
        .iter()
        .flat_map(|letter| letter.to_lowercase())
        .collect();
    shouted && initials.windows(own.len()).any(|window| window == own)
}

/// A word that is worth asking for: a name, or a noun of some length.
fn is_term(answer: &str) -> bool {
    let phrase = Phrase::of(answer);
    let words = phrase
        .words
        .iter()
        .filter(|word| word.token.kind != Token::Punct)
        .count();
    let letters = answer.chars().count();
    let function = Role::NOT
        | Role::PREPOSITION
        | Role::AND
        | Role::OPENS
        | Role::PRONOUN
        | Role::DETERMINER
        | Role::ADVERB
        | Role::MODAL;
    let named = answer.chars().any(char::is_uppercase)
        && (words > 1
            || !phrase.is(0, function)
            || answer.chars().all(char::is_uppercase) && letters > 2)
        && !phrase.is(0, Role::NOT);
    let empty = Role::FINITE
        | Role::VERB
        | Role::NOT
        | Role::ADVERB
        | Role::DETERMINER
        | Role::PREPOSITION
        | Role::AND
        | Role::OPENS
        | Role::PRONOUN
        | Role::POSSESSIVE
        | Role::BE
        | Role::HAVE
        | Role::MODAL;
    let noun = letters >= 5
        && !(0..phrase.words.len()).any(|at| phrase.is(at, empty))
        && !answer.ends_with("ly")
        && !answer.ends_with("ed");
    (2..=40).contains(&letters)
        && (1..=4).contains(&words)
        && (named || noun)
        && phrase.dates.is_empty()
        && !answer.contains(['.', ':', ';', '#', '/'])
        && answer.chars().any(char::is_alphabetic)
}

/// How a term looks: all capitals, a capital, none.
fn look(text: &str) -> (bool, bool) {
    let shouted = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .all(char::is_uppercase);
    (shouted, text.starts_with(char::is_uppercase))
}

fn other_marks(maker: &Maker<'_>, answer: &str, line: &str) -> Vec<Wrong> {
    let library = maker.library;
    let marks = library.marks();
    let own = maker.candidate.part;
    let (words, own_words) = (folded(line), folded(answer));
    let mut pool: Vec<Wrong> = Vec::new();
    let note = maker.candidate.note;
    let near: Vec<u32> = maker.neighbours().map(|page| page.note).collect();
    for (at, mark) in (0_u32..)
        .zip(marks)
        .skip(own.saturating_sub(60) as usize)
        .take(120)
    {
        let text = mark.of(library).trim();
        let other = library.statement(mark.statement).note;
        if other != note && !near.contains(&other) {
            continue;
        }
        let far = at.abs_diff(own) + if other == note { 0 } else { ELSEWHERE };
        let fits = is_term(text)
            && !is_person(maker, mark.statement, text)
            && look(text) == look(answer)
            && text.split(' ').count().abs_diff(answer.split(' ').count()) <= 1
            && !holds(&words, &folded(text))
            && shared(&folded(text), &own_words) < 0.5;
        if fits && pool.iter().all(|wrong| wrong.text != text) {
            pool.push(Wrong {
                text: text.to_owned(),
                far,
                statement: None,
            });
        }
    }
    pool
}

/// Whether the marked words name a person.
fn is_person(maker: &Maker<'_>, statement: u32, text: &str) -> bool {
    maker.deck.named_in(statement).any(|person| {
        let person = &maker.library.people()[person as usize];
        std::iter::once(&person.name)
            .chain(&person.aliases)
            .any(|name| name == text || text.ends_with(name.as_str()) && name.len() > 3)
    })
}

fn date(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let reading = sentence(maker)?;
    if reading.told.is_some() {
        return Err(Refusal::NothingToAsk);
    }
    let own = happening(maker.library, maker.statement(), reading)?;
    let Some(span) = reading
        .dates
        .first()
        .filter(|_| own.said == Said::Whole && own.when.unit().is_some())
    else {
        return Err(Refusal::Inferred);
    };
    let right = in_words(own.when, own.said);
    let (mut start, end) = (span.bytes.start, span.bytes.end);
    let before = reading.text[..start].to_lowercase();
    if right.starts_with("the ") && before.ends_with("the ") {
        start -= 4;
    }
    let after = reading.text[end..].trim_start();
    let attached = after.starts_with(char::is_alphabetic)
        && reading.text[..start]
            .trim_end()
            .rsplit(' ')
            .next()
            .is_some_and(|word| matches!(word.to_lowercase().as_str(), "the" | "a" | "of"));
    if attached || reading.text[end..].starts_with(['\'', '’', '-', '–']) {
        return Err(Refusal::DateInside);
    }
    let line = gap(&reading.text, start, end);
    let place = maker.place(Some(maker.statement()), &date_words(own.when, own.said))?;
    let prompt = format!(
        "{place}which date is missing in this line of the notes? {}",
        quoted(&line)
    );
    let pool = other_dates(maker, &own);
    maker.choice(
        Draft {
            prompt,
            statement: maker.statement(),
            shown: Vec::new(),
            accepted: accepted_date(&own),
        },
        &right,
        pool,
    )
}
