//! The term that a definition explains.

use super::cloze::{reveals, telling};
use super::draft::{Draft, quoted};
use super::line::{is_date, raised};
use super::options::{Wrong, shared};
use super::shape::shape;
use super::{Maker, Refusal, flaws};
use crate::library::folded;
use crate::notes::phrase::{Phrase, Role};
use crate::quiz::question::{Accepted, Question, Sort};

/// Words that open a label rather than a term.
const GENERIC: &str = "advantages aim aims conclusion cons context date dates decision details disadvantages evaluation example \
     examples fact facts findings first fun goal goals how idea importance key main meaning method next note notes \
     one other outcome overview point points problem problems pros quote reason reasons result results second \
     significance solution step strengths summary takeaway takeaways theme themes third two weaknesses what when \
     where who why year";

pub(super) fn definition(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let (_, own) = &maker.library.definitions()[maker.candidate.part as usize];
    let text = own.text.trim().trim_end_matches('.');
    if let Some(flaw) = flaws::of_kind(maker.library, maker.statement()) {
        return Err(flaw);
    }
    let term = own.term.trim();
    check(term, text)?;
    let place = maker.place(Some(maker.statement()), &telling(term))?;
    let prompt = format!(
        "{place}which term do the notes explain like this? {}",
        quoted(&raised(text))
    );
    let pool = other_terms(maker, term);
    let rivals = pool.iter().map(|wrong| wrong.text.clone()).collect();
    let draft = Draft {
        prompt,
        statement: maker.statement(),
        shown: Vec::new(),
        accepted: Some(Accepted {
            sort: Sort::Words,
            answers: vec![term.to_owned()],
            rivals,
        }),
    };
    maker.choice(draft, term, pool)
}

/// Whether it is a term, and the text explains it without showing it.
fn check(term: &str, text: &str) -> Result<(), Refusal> {
    let folded = folded(term);
    let first = folded.split(' ').next().unwrap_or_default();
    let label = GENERIC.split(' ').any(|word| word == first)
        || term.ends_with(|letter: char| letter.is_ascii_digit())
        || term.split(' ').count() > 4
        || term.chars().count() > 40
        || is_date(term)
        || !term.chars().any(char::is_alphabetic);
    if label {
        return Err(Refusal::NothingToAsk);
    }
    let phrase = Phrase::of(text);
    let (shape, _) = shape(&phrase);
    if let Some(flaw) = flaws::of(&phrase, shape).filter(|flaw| *flaw != Refusal::Labelled) {
        return Err(flaw);
    }
    let ties = Role::AND | Role::PRONOUN | Role::BACK | Role::POSSESSIVE | Role::PREPOSITION;
    if flaws::dangles(&phrase) && phrase.is(0, ties) {
        return Err(Refusal::Dangling);
    }
    if phrase.words.len() < 4 || is_date(text) {
        return Err(Refusal::TooShort);
    }
    if reveals(text, term) {
        return Err(Refusal::ShowsAnswer);
    }
    Ok(())
}

/// Other terms that the note explains.
fn other_terms(maker: &Maker<'_>, term: &str) -> Vec<Wrong> {
    let all = maker.library.definitions();
    maker
        .deck
        .definitions_of(maker.candidate.note)
        .filter(|at| *at != maker.candidate.part)
        .filter_map(|at| {
            let (_, other) = &all[at as usize];
            let text = other.term.trim();
            let fits = text.split(' ').count() <= 5
                && !is_date(text)
                && shared(&folded(text), &folded(term)) < 0.5
                && other.text.split(' ').count() > 2;
            fits.then(|| Wrong {
                text: text.to_owned(),
                far: at.abs_diff(maker.candidate.part),
                statement: None,
            })
        })
        .collect()
}
