//! A line of the notes with a gap for a number.

use super::cloze::{gap, sentence};
use super::draft::{Draft, quoted};
use super::options::Wrong;
use super::place::shows;
use super::reading::Reading;
use super::{Maker, Refusal, hash};
use crate::library::folded;
use crate::notes::lex::Kind as Token;
use crate::notes::phrase::{Phrase, Role};
use crate::quiz::question::{Accepted, Question, Sort};

pub(super) fn number(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let reading = sentence(maker)?;
    let found = numbers(reading);
    let count = u64::try_from(found.len()).unwrap_or_default();
    if count == 0 {
        return Err(Refusal::NothingToAsk);
    }
    let (start, end) =
        found[usize::try_from(hash(maker.seed(), "number") % count).unwrap_or_default()];
    let answer = &reading.text[start..end];
    let line = gap(&reading.text, start, end);
    if shows(&line, &[folded(answer)]) {
        return Err(Refusal::ShowsAnswer);
    }
    let place = maker.place(Some(maker.statement()), &[folded(answer)])?;
    let prompt = format!(
        "{place}which number is missing in this line of the notes? {}",
        quoted(&line)
    );
    let pool = other_numbers(maker, answer);
    maker.choice(
        Draft {
            prompt,
            statement: maker.statement(),
            shown: Vec::new(),
            accepted: Some(Accepted {
                sort: Sort::Number,
                answers: vec![answer.to_owned()],
                rivals: Vec::new(),
            }),
        },
        answer,
        pool,
    )
}

/// The numbers of a line that count something, as bytes.
fn numbers(reading: &Reading) -> Vec<(usize, usize)> {
    let phrase = Phrase::of(&reading.text);
    let words = &phrase.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let first = at;
        at += 1;
        if words[first].token.kind != Token::Number {
            continue;
        }
        while at + 1 < words.len()
            && matches!(phrase.word(at), "," | ".")
            && !words[at].token.spaced
            && words[at + 1].token.kind == Token::Number
            && !words[at + 1].token.spaced
        {
            at += 2;
        }
        let (start, end) = (
            words[first].token.start as usize,
            words[at - 1].token.end as usize,
        );
        let in_date = phrase
            .dates
            .iter()
            .any(|date| start < date.bytes.end && date.bytes.start < end);
        let before = first.checked_sub(1);
        let glued = before.is_some_and(|before| {
            !words[first].token.spaced && !matches!(phrase.word(before), "$" | "£" | "€" | "(")
        });
        let named = before.is_some_and(|before| before > 0 && words[before].token.capital);
        let counts = phrase.words.get(at).is_some_and(|next| {
            next.token.kind == Token::Word
                && next.token.spaced
                && !phrase.is(
                    at,
                    Role::PREPOSITION | Role::AND | Role::FINITE | Role::OPENS | Role::BE,
                )
                || phrase.word(at) == "%"
        });
        let money = before.is_some_and(|before| matches!(phrase.word(before), "$" | "£" | "€"));
        let list = first == 0 && phrase.word(at) == ".";
        if !in_date
            && !glued
            && !named
            && !list
            && (counts || money)
            && end - start <= 12
            && reading.text[start..end] != *"1"
        {
            found.push((start, end));
        }
    }
    found
}

/// Numbers of the note of like size, written alike.
fn other_numbers(maker: &Maker<'_>, answer: &str) -> Vec<Wrong> {
    let value = |text: &str| -> Option<f64> { text.replace(',', "").parse().ok() };
    let Some(own) = value(answer).filter(|own| *own > 0.0) else {
        return Vec::new();
    };
    let style = |text: &str| (text.contains(','), text.contains('.'));
    let mut pool: Vec<Wrong> = Vec::new();
    for (statement, reading) in maker.page().readings() {
        if statement == maker.statement() || reading.text.bytes().all(|byte| !byte.is_ascii_digit())
        {
            continue;
        }
        for (start, end) in numbers(reading) {
            let text = &reading.text[start..end];
            let near = value(text).is_some_and(|it| {
                it > 0.0 && (it / own).ln().abs() < 3.0 && (it - own).abs() > f64::EPSILON
            });
            if near && style(text) == style(answer) && pool.iter().all(|wrong| wrong.text != text) {
                pool.push(Wrong {
                    text: text.to_owned(),
                    far: statement.abs_diff(maker.statement()),
                    statement: None,
                });
            }
        }
    }
    pool
}
