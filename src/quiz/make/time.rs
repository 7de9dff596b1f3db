//! "Put these in order" and "Which happened first?"

use super::dates::{dated, days_between};
use super::draft::Draft;
use super::options::{Compared, alike};
use super::page::Happening;
use super::{Maker, Refusal, hash};
use crate::library::folded;
use crate::notes::when::Precision;
use crate::quiz::question::{Form, Question};

/// How many events a question of order chooses from: of the nearest, so that there is something to think about.
const NEAREST: usize = 9;

/// Events that can be put in order with `own`, the nearest first: of the same note, precision and form, none at the same time as
/// another.
fn comparable(maker: &Maker<'_>, own: &Happening) -> Vec<(Happening, String)> {
    let page = maker.page();
    let told = |it: &Happening| page.reading(it.statement).told.as_ref();
    let Some(first) = told(own) else {
        return Vec::new();
    };
    let mut compared = vec![Compared::of(&first.text)];
    let mut found: Vec<(Happening, String)> = vec![(*own, first.text.clone())];
    let mut others: Vec<&Happening> = page.events.iter().collect();
    others.sort_by_key(|it| (days_between(it.when, own.when), it.statement));
    for other in others {
        let fits = other.when.unit().is_some()
            && other.when.precision() == own.when.precision()
            && page.reading(other.statement).stands().is_ok()
            && maker.library.events_of(other.statement).count() == 1;
        let Some(it) = told(other).filter(|it| it.shape == first.shape && fits) else {
            continue;
        };
        let texts = found.iter().map(|(_, text)| text.as_str());
        let apart = found.iter().all(|(one, _)| !one.when.overlaps(other.when));
        if !apart || !alike(texts.chain([it.text.as_str()])) {
            continue;
        }
        let words = Compared::of(&it.text);
        if compared.iter().all(|other| other.is_distinct(&words)) {
            found.push((*other, it.text.clone()));
            compared.push(words);
        }
        if found.len() == NEAREST {
            break;
        }
    }
    found
}

pub(super) fn order(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let (_, _, own) = dated(maker)?;
    check(&own)?;
    let mut found = comparable(maker, &own);
    let seed = maker.seed();
    let mut others = found.split_off(1.min(found.len()));
    others.sort_by_cached_key(|(_, text)| hash(seed, text));
    let wanted = 2 + usize::try_from(hash(seed, "how many") % 3).unwrap_or_default();
    others.truncate(wanted);
    found.extend(others);
    if found.len() < 3 {
        return Err(Refusal::TooFewOptions);
    }
    let place = maker.place(Some(own.statement), &[])?;
    found.sort_by_cached_key(|(_, text)| hash(seed.rotate_left(7), text));
    let mut right: Vec<u8> = (0_u8..).take(found.len()).collect();
    right.sort_by_key(|at| found[usize::from(*at)].0.when.earliest());
    // Items that stand in order already ask for nothing.
    if right.is_sorted() {
        found.reverse();
        right.reverse();
    }
    let shown = found.iter().map(|(it, _)| it.statement).collect();
    let told = told_in_order(&found, &right);
    let prompt = format!(
        "{place}put these in the order in which they happened, the earliest first, according to the notes."
    );
    let draft = Draft {
        prompt,
        statement: own.statement,
        shown,
        accepted: None,
    };
    let items = found.into_iter().map(|(_, text)| text).collect();
    let mut question = maker.question(draft, Form::Order { items, right })?;
    question.explanation = told;
    Ok(question)
}

/// Each with its date.
fn told_in_order(found: &[(Happening, String)], right: &[u8]) -> String {
    let lines: Vec<String> = right
        .iter()
        .map(|at| {
            let (it, text) = &found[usize::from(*at)];
            format!("{}: {text}", it.when.words())
        })
        .collect();
    lines.join("\n")
}

fn check(own: &Happening) -> Result<(), Refusal> {
    let fine = own
        .when
        .unit()
        .is_some_and(|unit| unit.precision() >= Precision::Decade);
    if fine { Ok(()) } else { Err(Refusal::Unclear) }
}

pub(super) fn before_or_after(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let (_, told, own) = dated(maker)?;
    check(&own)?;
    let found = comparable(maker, &own);
    let seed = maker.seed();
    let near = found.get(1..found.len().min(6)).unwrap_or_default();
    if near.is_empty() {
        return Err(Refusal::TooFewOptions);
    }
    let count = u64::try_from(near.len()).unwrap_or(1);
    let (other, text) = &near[usize::try_from(hash(seed, "other") % count).unwrap_or_default()];
    let place = maker.place(Some(own.statement), &[])?;
    let last = hash(seed, "way").is_multiple_of(3);
    let which = if last { "later" } else { "first" };
    let prompt = format!("{place}which of these happened {which}, according to the notes?");
    let own_is_right = (own.when.earliest() < other.when.earliest()) != last;
    let own_stands_first = hash(seed, "side").is_multiple_of(2);
    let mut options = vec![told.text.clone(), text.clone()];
    if !own_stands_first {
        options.reverse();
    }
    let right = u8::from(own_is_right != own_stands_first);
    let draft = Draft {
        prompt,
        statement: own.statement,
        shown: vec![other.statement],
        accepted: None,
    };
    let mut question = maker.question(draft, Form::Choice { options, right })?;
    let mut both = [(own.when, &told.text), (other.when, text)];
    both.sort_by_key(|(when, _)| when.earliest());
    let lines: Vec<String> = both
        .iter()
        .map(|(when, text)| format!("{}: {text}", when.words()))
        .collect();
    question.explanation = lines.join("\n");
    if folded(&told.text) == folded(text) {
        return Err(Refusal::TwoRight);
    }
    Ok(question)
}
