//! Three that belong together by the notes, and one that does not.

use super::draft::{Draft, quoted};
use super::line::raised;
use super::list::Aspect;
use super::options::{ELSEWHERE, Wrong, alike, is_distinct, pick};
use super::page::End;
use super::people::{deed_of, name_words, other_deeds};
use super::place::shows;
use super::shape::Shape;
use super::{Maker, Refusal, hash};
use crate::library::folded;
use crate::quiz::question::{Form, Question};

/// How many belong together.
const TOGETHER: usize = 3;

/// Something that belongs: its words and its statement.
type Member = (String, u32);

pub(super) fn odd_one_out(maker: &Maker<'_>) -> Result<Question, Refusal> {
    match maker.candidate.aspect {
        Aspect::Person => of_person(maker),
        Aspect::CausesOf | Aspect::EffectsOf => of_causes(maker),
        _ => of_list(maker),
    }
}

/// Three of `members`, alike in length, and one of `pool` that is alike to them.
fn asked(
    maker: &Maker<'_>,
    prompt: String,
    mut members: Vec<Member>,
    pool: Vec<Wrong>,
    told: &str,
) -> Result<Question, Refusal> {
    let seed = maker.seed();
    members.sort_by_cached_key(|(text, _)| hash(seed, text));
    let mut together: Vec<Member> = Vec::new();
    for member in members {
        let fits = together
            .iter()
            .all(|(text, _)| is_distinct(text, &member.0))
            && alike(
                together
                    .iter()
                    .map(|(text, _)| text.as_str())
                    .chain([member.0.as_str()]),
            );
        if fits && together.len() < TOGETHER {
            together.push(member);
        }
    }
    if together.len() < TOGETHER {
        return Err(Refusal::TooFewOptions);
    }
    let fits = |wrong: &Wrong| {
        together
            .iter()
            .all(|(text, _)| is_distinct(text, &wrong.text))
            && alike(
                together
                    .iter()
                    .map(|(text, _)| text.as_str())
                    .chain([wrong.text.as_str()]),
            )
    };
    let pool: Vec<Wrong> = pool.into_iter().filter(fits).collect();
    let odd = pick(&together[0].0, pool, seed, maker.difficulty, 1)
        .into_iter()
        .next()
        .ok_or(Refusal::TooFewOptions)?;
    let statement = together[0].1;
    let mut shown: Vec<u32> = together.iter().map(|(_, statement)| *statement).collect();
    shown.extend(odd.statement);
    let mut options: Vec<String> = together.into_iter().map(|(text, _)| text).collect();
    let explanation = format!(
        "{told}\n{}",
        options
            .iter()
            .map(|option| format!("• {option}"))
            .collect::<Vec<_>>()
            .join("\n")
    );
    let place = usize::try_from(hash(seed, "place") % 4).unwrap_or_default();
    options.insert(place, odd.text);
    let draft = Draft {
        prompt,
        statement,
        shown,
        accepted: None,
    };
    let right = u8::try_from(place).unwrap_or_default();
    let mut question = maker.question(draft, Form::Choice { options, right })?;
    question.explanation = explanation;
    Ok(question)
}

fn of_person(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let person = maker.candidate.part;
    let joined = &maker.library.people()[person as usize];
    let names = name_words(joined);
    let page = maker.page();
    let mut members: Vec<Member> = Vec::new();
    let mut model = None;
    for &statement in &page.doers {
        let reading = page.reading(statement);
        let own = reading
            .doer
            .as_ref()
            .is_some_and(|doer| doer.person == person && !doer.state);
        if let Some(deed) = deed_of(reading).filter(|deed| own && !shows(deed, &names)) {
            members.push((deed.to_owned(), statement));
            model = model.or(Some(reading));
        }
    }
    let model = model.ok_or(Refusal::NoDeed)?;
    if members.len() < TOGETHER {
        return Err(Refusal::TooFewOptions);
    }
    let pool = other_deeds(maker, person, model, false, &names);
    let place = maker.place(None, &[])?;
    let prompt = format!(
        "{place}according to the notes, {} did three of these. Which one did somebody else do?",
        joined.name
    );
    asked(maker, prompt, members, pool, &format!("{}:", joined.name))
}

/// A whole sentence that can stand among others.
fn is_usable(end: &End) -> bool {
    end.flaw.is_none() && !end.dangling && end.statement.is_some() && end.shape == Shape::Sentence
}

/// Causes and effects of other things, and lines of other sections.
fn outside(maker: &Maker<'_>, own: &End, members: &[Member]) -> Vec<Wrong> {
    let (page, library, webs) = (maker.page(), maker.library, &maker.deck.webs);
    let line = own.statement.unwrap_or_default();
    let ends = page
        .ends
        .iter()
        .filter(|end| is_usable(end) && webs[end.node as usize] != webs[own.node as usize])
        .map(|end| Wrong {
            text: end.text.clone(),
            far: end.statement.unwrap_or_default().abs_diff(line),
            statement: end.statement,
        });
    let section = |at: u32| library.statement(at).heading;
    let lines = page
        .readings()
        .filter(|(at, reading)| {
            reading.stands().is_ok()
                && reading.shape == Shape::Sentence
                && !page.is_causal(*at)
                && members
                    .iter()
                    .all(|(_, member)| section(*member) != section(*at))
        })
        .map(|(at, reading)| Wrong {
            text: reading.text.clone(),
            far: 500,
            statement: Some(at),
        });
    ends.chain(lines).collect()
}

fn of_causes(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let causes = maker.library.causes();
    let node = maker.candidate.part;
    let page = maker.page();
    let is_causes = maker.candidate.aspect == Aspect::CausesOf;
    let own = page
        .ends
        .iter()
        .find(|end| end.node == node)
        .ok_or(Refusal::NothingToAsk)?;
    if let Some(flaw) = own.flaw {
        return Err(flaw);
    }
    let linked: Vec<u32> = if is_causes {
        causes.into(node).map(|link| causes.ends(link).0).collect()
    } else {
        causes
            .out_of(node)
            .map(|link| causes.ends(link).1)
            .collect()
    };
    let members: Vec<Member> = page
        .ends
        .iter()
        .filter(|end| is_usable(end) && linked.contains(&end.node))
        .filter_map(|end| Some((end.text.clone(), end.statement?)))
        .collect();
    let pool = outside(maker, own, &members);
    let place = maker.place(own.statement, &[])?;
    let what = if is_causes { "causes" } else { "results" };
    let of = if own.statement.is_none() && folded(&place).contains(&folded(&own.text)) {
        String::new()
    } else if own.dangling {
        return Err(Refusal::Dangling);
    } else {
        format!(" of {}", quoted(&own.text))
    };
    let prompt =
        format!("{place}the notes give three of these as {what}{of}. Which one do they not?");
    asked(
        maker,
        prompt,
        members,
        pool,
        &format!("{}{of}:", raised(what)),
    )
}

/// Things of one list, and a thing of another.
fn of_list(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let page = maker.page();
    let parent = maker.statement();
    let library = maker.library;
    let over = library.statement(parent);
    let lead = over.text.trim_end_matches([':', ' ', '.']);
    let above = page.reading(parent);
    let leads =
        over.text.trim_end().ends_with(':') && lead.chars().count() <= 120 && !above.dangling;
    if !leads || lead.split(' ').count() < 3 || lead.contains(['?', '→']) {
        return Err(Refusal::NothingToAsk);
    }
    let item = |at: u32| -> Option<Member> {
        let reading = page.reading(at);
        let words = reading.text.split(' ').count();
        let plain = reading.shape == Shape::Name
            && (1..=5).contains(&words)
            && reading.text.chars().count() >= 4
            && !reading.text.contains([':', '(', '=', '–', '→', ',', ';'])
            && !reading.text.contains(" - ");
        plain.then(|| (raised(&reading.text), at))
    };
    let mut members = Vec::new();
    let mut pool = Vec::new();
    for (at, _) in page.readings() {
        let Some(over) = library.statement(at).parent else {
            continue;
        };
        if let Some((text, at)) = item(at) {
            if over == parent {
                members.push((text, at));
            } else {
                pool.push(Wrong {
                    text,
                    far: at.abs_diff(parent),
                    statement: Some(at),
                });
            }
        }
    }
    for other in maker.neighbours().take(4) {
        for (at, reading) in other.readings() {
            let words = reading.text.split(' ').count();
            let own = library.statement(at);
            let plain = own.parent.is_some()
                && reading.shape == Shape::Name
                && (1..=5).contains(&words)
                && !reading.text.contains([':', '(', '=', '–', '→', ',', ';']);
            if plain {
                pool.push(Wrong {
                    text: raised(&reading.text),
                    far: ELSEWHERE,
                    statement: Some(at),
                });
            }
        }
    }
    let place = maker.place(Some(parent), &[])?;
    let prompt = format!("{place}three of these stand in the list “{lead}”. Which one does not?");
    asked(maker, prompt, members, pool, &format!("{lead}:"))
}
