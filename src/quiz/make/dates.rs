//! "When did this happen?" and "Which of these happened then?"

use super::draft::{Draft, quoted};
use super::options::{ELSEWHERE, Wrong, common};
use super::page::{Happening, Page, Said, happening, in_words};
use super::reading::Reading;
use super::shape::Shape;
use super::told::Told;
use super::{Maker, Refusal};
use crate::library::folded;
use crate::notes::when::{Extent, Precision, Unit, When};
use crate::quiz::question::{Accepted, Question, Sort};

/// "on 16 October 1962", "in 1962", "in the 1960s".
pub(super) fn then(when: When) -> String {
    match when.extent {
        Extent::One(Unit::Day(_)) => format!("on {}", when.words()),
        Extent::Range(..) => format!("in the time of {}", when.words()),
        _ => format!("in {}", when.words()),
    }
}

/// What happened, with the reading it is from.
pub(super) fn dated<'p>(maker: &Maker<'p>) -> Result<(&'p Reading, &'p Told, Happening), Refusal> {
    let page = maker.page();
    let reading = page.reading(maker.statement());
    if let Some(flaw) = reading.flaw {
        return Err(flaw);
    }
    let found = happening(maker.library, maker.statement(), reading)?;
    let told = reading.told.as_ref().ok_or(if reading.dangling {
        Refusal::Dangling
    } else {
        Refusal::DateInside
    })?;
    if told.shape == Shape::Deed {
        return Err(Refusal::NoSentence);
    }
    Ok((reading, told, found))
}

pub(super) fn date_of_event(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let (_, told, own) = dated(maker)?;
    let page = maker.page();
    told_once(page, &own, told)?;
    let right = in_words(own.when, own.said);
    let place = maker.place(Some(own.statement), &date_words(own.when, own.said))?;
    let verb = if told.state {
        "was this"
    } else {
        "did this happen"
    };
    let prompt = format!(
        "{place}{} {verb}, according to the notes? {}",
        asks(&own),
        quoted(&told.text)
    );
    let pool = other_dates(maker, &own);
    maker.choice(
        Draft {
            prompt,
            statement: own.statement,
            shown: Vec::new(),
            accepted: accepted(&own),
        },
        &right,
        pool,
    )
}

/// "On which date of 1962".
fn asks(own: &Happening) -> String {
    let year = || {
        own.when
            .start()
            .year()
            .and_then(|year| When::year(year.into()))
            .map(When::words)
            .unwrap_or_default()
    };
    let Some(unit) = own.when.unit() else {
        return match own.said {
            Said::Whole => "when".to_owned(),
            _ => format!("when in {}", year()),
        };
    };
    match (own.said, unit.precision()) {
        (Said::DayOfYear, _) => format!("on which date in {}", year()),
        (Said::MonthOfYear, _) => format!("in which month of {}", year()),
        (_, Precision::Day) => "on which date".to_owned(),
        (_, Precision::Month) => "in which month".to_owned(),
        (_, Precision::Season) => "in which season of which year".to_owned(),
        (_, Precision::Year) => "in which year".to_owned(),
        (_, Precision::Decade) => "in which decade".to_owned(),
        (_, Precision::Century) => "in which century".to_owned(),
    }
}

/// What a place must not show.
pub(super) fn date_words(when: When, said: Said) -> Vec<String> {
    let mut words = vec![folded(&in_words(when, said)), folded(&when.words())];
    if said == Said::Whole
        && let Some(year) = when.start().year()
    {
        words.push(year.to_string());
        words.push((1 - i32::from(year)).to_string());
    }
    words
}

/// The date as it is typed; what the prompt tells of it need not be.
pub(super) fn accepted(own: &Happening) -> Option<Accepted> {
    own.when.unit()?;
    Some(Accepted {
        sort: Sort::Date,
        answers: vec![own.when.to_string()],
        rivals: Vec::new(),
    })
}

/// Another statement of the note tells the same with another date.
fn told_once(page: &Page, own: &Happening, told: &Told) -> Result<(), Refusal> {
    let twice = page.events.iter().any(|other| {
        other.statement != own.statement
            && other.when != own.when
            && page
                .reading(other.statement)
                .told
                .as_ref()
                .is_some_and(|other| common(&told.stems, &other.stems) > 0.8)
    });
    if twice {
        Err(Refusal::TwoRight)
    } else {
        Ok(())
    }
}

/// Days between the beginnings of two dates, as a distance.
pub(super) fn days_between(one: When, other: When) -> u32 {
    (one.earliest() - other.earliest())
        .get_days()
        .unsigned_abs()
}

/// Other dates of the same form, that share no day with the date or any date of its statement.
pub(super) fn other_dates(maker: &Maker<'_>, own: &Happening) -> Vec<Wrong> {
    let library = maker.library;
    let form = |when: When| (when.unit().is_some(), when.precision());
    let clear = |when: When| {
        form(when) == form(own.when)
            && !when.approximate
            && !when.overlaps(own.when)
            && library
                .events_of(own.statement)
                .all(|event| !event.when.overlaps(when))
    };
    let mut pool: Vec<Wrong> = Vec::new();
    let mut add = |when: When, said: Said, extra: u32| {
        let text = in_words(when, said);
        if clear(when) && pool.iter().all(|wrong| wrong.text != text) {
            pool.push(Wrong {
                text,
                far: days_between(when, own.when).saturating_add(extra),
                statement: None,
            });
        }
    };
    let same_year =
        |when: When| own.said == Said::Whole || when.start().year() == own.when.start().year();
    for other in maker
        .page()
        .events
        .iter()
        .filter(|other| same_year(other.when))
    {
        add(other.when, own.said, 0);
    }
    let all = library.dates().all();
    let at = maker.candidate.part as usize;
    let mut found = 0;
    for step in 1..60_usize {
        for event in [
            at.checked_sub(step).and_then(|at| all.get(at)),
            all.get(at + step),
        ]
        .into_iter()
        .flatten()
        {
            if same_year(event.when)
                && form(event.when) == form(own.when)
                && found < 12
                && is_of_form(event.when, own)
                && days_between(event.when, own.when) < 2 * NEAR
            {
                add(event.when, own.said, ELSEWHERE);
                found += 1;
            }
        }
    }
    pool
}

fn is_of_form(when: When, own: &Happening) -> bool {
    matches!(when.extent, Extent::One(_)) || own.when.unit().is_none()
}

pub(super) fn event_on_date(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let (_, told, own) = dated(maker)?;
    let place = maker.place(Some(own.statement), &[])?;
    let prompt = format!(
        "{place}which of these happened {}, according to the notes?",
        then(own.when)
    );
    let pool = other_events(maker, &own, told);
    maker.choice(
        Draft {
            prompt,
            statement: own.statement,
            shown: Vec::new(),
            accepted: None,
        },
        &told.text,
        pool,
    )
}

/// What happened at other times, told in the same form.
pub(super) fn other_events(maker: &Maker<'_>, own: &Happening, told: &Told) -> Vec<Wrong> {
    let mut pool = Vec::new();
    extend(&mut pool, maker, maker.page(), own, told, 0);
    if pool.len() < 4 {
        for page in maker.neighbours() {
            extend(&mut pool, maker, page, own, told, ELSEWHERE);
        }
    }
    pool
}

/// Days within which a thing of another note may stand beside one of this: a life.
const NEAR: u32 = 22_000;

/// Adds what a page tells of other times.
fn extend(
    pool: &mut Vec<Wrong>,
    maker: &Maker<'_>,
    page: &Page,
    own: &Happening,
    told: &Told,
    extra: u32,
) {
    let library = maker.library;
    for other in &page.events {
        let clear = other.statement != own.statement
            && library.events_of(other.statement).all(|event| {
                library
                    .events_of(own.statement)
                    .all(|own| !own.when.overlaps(event.when))
            });
        let reading = page.reading(other.statement);
        let Some(wrong) = reading
            .told
            .as_ref()
            .filter(|wrong| wrong.shape == told.shape)
        else {
            continue;
        };
        let near = extra == 0 || days_between(other.when, own.when) < NEAR;
        if clear && near && reading.stands().is_ok() {
            let form = if wrong.tense == told.tense && wrong.state == told.state {
                0
            } else {
                4_000
            };
            pool.push(Wrong {
                text: wrong.text.clone(),
                far: days_between(other.when, own.when).saturating_add(extra + form),
                statement: Some(other.statement),
            });
        }
    }
}
