//! Flashcards as their authors wrote them.

use super::options::{alike, is_distinct};
use super::{Maker, Refusal, hash};
use crate::library::folded;
use crate::quiz::question::{Accepted, Form, Kind, Question, Sort, Source};

/// Characters of an answer that anybody types.
const TYPED: usize = 60;

pub(super) fn card(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let (note, card) = &maker.library.flashcards()[maker.candidate.part as usize];
    let note = maker.library.note(*note);
    if card.question.chars().count() > 700 || card.answer.chars().count() > 700 {
        return Err(Refusal::TooLong);
    }
    let seed = maker.seed();
    let form = if card.wrong.is_empty() {
        typed_or_chosen(maker)?
    } else {
        if card.answer.contains("; ") {
            return Err(Refusal::TwoRight);
        }
        let mut options: Vec<String> = card.wrong.iter().take(3).cloned().collect();
        options.push(card.answer.clone());
        options.sort_by_cached_key(|text| hash(seed, text));
        chosen(options, &card.answer)
    };
    let typed = card.answer.chars().count() <= TYPED && !card.answer.contains('\n');
    let number = !card.answer.is_empty()
        && card
            .answer
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == ',');
    let accepted = typed.then(|| Accepted {
        sort: if number { Sort::Number } else { Sort::Words },
        answers: vec![card.answer.clone()],
        rivals: card.wrong.clone(),
    });
    let question = card.question.replace("[...]", "____");
    Ok(Question {
        id: maker.candidate.id.to_string(),
        fact: maker.candidate.fact.to_string(),
        shows: vec![card.id.clone()],
        kind: Kind::Flashcard,
        difficulty: maker.difficulty,
        prompt: prompt(&note.title, &question),
        form,
        accepted,
        explanation: if question.contains("____") {
            question.replace("____", &card.answer)
        } else {
            card.answer.clone()
        },
        source: Source {
            path: note.path.clone(),
            title: note.title.clone(),
            line: card.line,
            headings: Vec::new(),
        },
        doubtful: false,
    })
}

/// "Cold War: what does MAD stand for?"
fn prompt(title: &str, question: &str) -> String {
    if question.contains("____") {
        format!("{title}: what belongs in the gap? “{question}”")
    } else if question.ends_with(['?', '.', ':', '…']) {
        format!("{title}: {question}")
    } else {
        format!("{title}: what stands on the other side of this card? “{question}”")
    }
}

fn chosen(options: Vec<String>, answer: &str) -> Form {
    let right = options
        .iter()
        .position(|option| option == answer)
        .unwrap_or_default();
    Form::Choice {
        options,
        right: u8::try_from(right).unwrap_or_default(),
    }
}

/// A short answer is typed; a long one stands among answers of other cards.
fn typed_or_chosen(maker: &Maker<'_>) -> Result<Form, Refusal> {
    let (note, card) = &maker.library.flashcards()[maker.candidate.part as usize];
    if card.answer.chars().count() <= TYPED && !card.answer.contains('\n') {
        return Ok(Form::Typed);
    }
    let all = maker.library.flashcards();
    let at = maker.candidate.part as usize;
    let mut options = vec![card.answer.clone()];
    for step in 1..40_usize {
        for other in [
            at.checked_sub(step).and_then(|at| all.get(at)),
            all.get(at + step),
        ]
        .into_iter()
        .flatten()
        {
            let text = &other.1.answer;
            let fits = other.0 == *note
                && folded(&other.1.question) != folded(&card.question)
                && options.iter().all(|option| is_distinct(option, text))
                && alike(options.iter().map(String::as_str).chain([text.as_str()]));
            if fits && options.len() < 4 {
                options.push(text.clone());
            }
        }
    }
    if options.len() < 3 {
        return Err(Refusal::TooFewOptions);
    }
    let seed = maker.seed();
    options.sort_by_cached_key(|text| hash(seed, text));
    Ok(chosen(options, &card.answer))
}
