//! "What did they do?"

use super::{name_words, standing};
use crate::library::folded;
use crate::quiz::make::draft::Draft;
use crate::quiz::make::options::{ELSEWHERE, Wrong, common};
use crate::quiz::make::page::{Member, Page};
use crate::quiz::make::reading::Reading;
use crate::quiz::make::shape::Tense;
use crate::quiz::make::{Maker, Refusal};
use crate::quiz::question::Question;

pub(in crate::quiz::make) fn deed(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let reading = standing(maker)?;
    let person = maker.candidate.part;
    let joined = &maker.library.people()[person as usize];
    let doer = reading
        .doer
        .as_ref()
        .filter(|doer| doer.person == person)
        .ok_or(Refusal::NoDeed)?;
    let right = deed_of(reading).ok_or(Refusal::NoDeed)?;
    let names = name_words(joined);
    if crate::quiz::make::place::shows(right, &names) {
        return Err(Refusal::ShowsAnswer);
    }
    let place = maker.place(Some(maker.statement()), &[folded(right)])?;
    let prompt = if doer.state {
        format!(
            "{place}which of these is true of {}, according to the notes?",
            joined.name
        )
    } else {
        format!(
            "{place}what did {} do, according to the notes?",
            joined.name
        )
    };
    let pool = other_deeds(maker, person, reading, doer.state, &names);
    maker.choice(
        Draft {
            prompt,
            statement: maker.statement(),
            shown: Vec::new(),
            accepted: None,
        },
        right,
        pool,
    )
}

/// What the subject does, where it can stand without the subject.
pub(in crate::quiz::make) fn deed_of(reading: &Reading) -> Option<&str> {
    let deed = reading.deed()?;
    let words = deed.split(' ').count();
    (reading.doer.as_ref()?.plain
        && words >= 2
        && deed.chars().count() <= crate::quiz::make::options::LONGEST)
        .then_some(deed)
}

/// What other people did, without a name of the prompt and without what the person did too.
pub(in crate::quiz::make) fn other_deeds(
    maker: &Maker<'_>,
    person: u32,
    own: &Reading,
    state: bool,
    names: &[String],
) -> Vec<Wrong> {
    let library = maker.library;
    let me = Member::of(library, person);
    let mut pool = Vec::new();
    let mut take = |page: &Page, extra: u32| {
        let lines: Vec<&[u64]> = page
            .people
            .iter()
            .filter(|(other, _)| *other == person)
            .map(|(_, statement)| page.reading(*statement).stems.as_slice())
            .collect();
        for &statement in &page.doers {
            let reading = page.reading(statement);
            let Some(doer) = reading
                .doer
                .as_ref()
                .filter(|doer| doer.person != person && doer.state == state)
            else {
                continue;
            };
            let Some(text) = deed_of(reading) else {
                continue;
            };
            let same = page
                .member(doer.person)
                .is_some_and(|member| me.is_same(member))
                || lines.iter().any(|line| common(&doer.stems, line) > 0.6);
            if same || crate::quiz::make::place::shows(text, names) {
                continue;
            }
            let tense = u32::from(reading.tense != own.tense || own.tense == Tense::None) * 50;
            pool.push(Wrong {
                text: text.to_owned(),
                far: extra + tense + statement.abs_diff(maker.statement()),
                statement: Some(statement),
            });
        }
    };
    take(maker.page(), 0);
    if maker.page().doers.len() < 5 {
        for page in maker.neighbours().take(4) {
            take(page, ELSEWHERE);
        }
    }
    pool
}
