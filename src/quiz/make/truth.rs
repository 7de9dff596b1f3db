//! True or false: a statement as it stands, or with its doer or its date swapped for another of the notes.

use super::dates::{date_words, dated, other_dates};
use super::draft::{Draft, quoted};
use super::list::Aspect;
use super::options::pick;
use super::page::{Said, in_words};
use super::people::{name_words, other_people};
use super::place::shows;
use super::{Maker, Refusal, hash};
use crate::quiz::question::{Form, Question};

pub(super) fn true_or_false(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let is_true = hash(maker.seed(), "true").is_multiple_of(2);
    let (prompt, statement) = match maker.candidate.aspect {
        Aspect::Event => by_date(maker, is_true)?,
        _ => by_doer(maker, is_true)?,
    };
    let draft = Draft {
        prompt,
        statement,
        shown: Vec::new(),
        accepted: None,
    };
    let options = vec!["True".to_owned(), "False".to_owned()];
    maker.question(
        draft,
        Form::Choice {
            options,
            right: u8::from(!is_true),
        },
    )
}

fn by_date(maker: &Maker<'_>, is_true: bool) -> Result<(String, u32), Refusal> {
    let (_, told, own) = dated(maker)?;
    if told.state {
        return Err(Refusal::NoDeed);
    }
    let right = in_words(own.when, own.said);
    // The question cannot be made false where there is no other date.
    let wrong = pick(
        &right,
        other_dates(maker, &own),
        maker.seed(),
        maker.difficulty,
        1,
    );
    let other = wrong.first().ok_or(Refusal::TooFewOptions)?;
    let date = if is_true { &right } else { &other.text };
    let place = maker.place(Some(own.statement), &date_words(own.when, own.said))?;
    let on = match own.when.unit().map(|unit| unit.precision()) {
        Some(crate::notes::when::Precision::Day) => "on",
        Some(_) => "in",
        None => return Err(Refusal::Unclear),
    };
    let year = match (own.said, own.when.start().year()) {
        (Said::Whole, _) | (_, None) => String::new(),
        (_, Some(year)) => format!(
            " {}",
            crate::notes::when::When::year(year.into())
                .map(crate::notes::when::When::words)
                .unwrap_or_default()
        ),
    };
    Ok((
        format!(
            "{place}true or false: according to the notes, this happened {on} {date}{year}. {}",
            quoted(&told.text)
        ),
        own.statement,
    ))
}

fn by_doer(maker: &Maker<'_>, is_true: bool) -> Result<(String, u32), Refusal> {
    let statement = maker.statement();
    let reading = maker.page().reading(statement);
    reading.stands()?;
    let person = maker.candidate.part;
    let doer = reading
        .doer
        .as_ref()
        .filter(|doer| doer.person == person && !doer.state)
        .ok_or(Refusal::NoDeed)?;
    let deed = &reading.text[doer.deed..];
    if doer.name.start > 0 || !doer.plain || deed.split(' ').count() < 2 {
        return Err(Refusal::NoDeed);
    }
    let joined = &maker.library.people()[person as usize];
    if shows(deed, &name_words(joined)) {
        return Err(Refusal::NothingToAsk);
    }
    let pool = other_people(maker, person, deed);
    let wrong = pick(&joined.name, pool, maker.seed(), maker.difficulty, 1);
    let other = wrong.first().ok_or(Refusal::TooFewOptions)?;
    let other = maker
        .library
        .people()
        .iter()
        .find(|it| it.name == other.text)
        .ok_or(Refusal::TooFewOptions)?;
    let name = if is_true { &joined.name } else { &other.name };
    let place = maker.place(Some(statement), &[])?;
    Ok((
        format!(
            "{place}true or false, according to the notes? {}",
            quoted(&format!("{name} {deed}"))
        ),
        statement,
    ))
}
