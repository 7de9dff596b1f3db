//! Causes, effects, and what stands between them.

mod wrong;

use super::draft::{Draft, quoted};
use super::page::{End, Page};
use super::shape::Shape;
use super::{Maker, Refusal, hash};
use crate::library::facts::Cause;
use crate::library::folded;
use crate::quiz::question::Question;
use wrong::outside;

/// A link with both ends as they can be shown.
struct Pair<'p> {
    link: &'p Cause,
    cause: &'p End,
    effect: &'p End,
}

impl<'p> Pair<'p> {
    fn of(maker: &Maker<'p>) -> Result<Self, Refusal> {
        let page = maker.page();
        let causes = maker.library.causes();
        let (cause, effect) = causes.ends(maker.candidate.part);
        let end = |node: u32| end_of(maker, page, node);
        let (cause, effect) = (end(cause)?, end(effect)?);
        let link = &causes.links()[maker.candidate.part as usize];
        if folded(&cause.text).contains(&folded(&effect.text))
            || folded(&effect.text).contains(&folded(&cause.text))
        {
            return Err(Refusal::ShowsAnswer);
        }
        Ok(Self {
            link,
            cause,
            effect,
        })
    }
}

/// A node as it can be shown; one that stands first in another note is read there.
fn end_of<'p>(maker: &Maker<'p>, page: &'p Page, node: u32) -> Result<&'p End, Refusal> {
    if let Some(end) = page.ends.iter().find(|end| end.node == node) {
        return end.flaw.map_or(Ok(end), Err);
    }
    let note = maker.library.causes().nodes()[node as usize].note;
    let page = maker.deck.page(maker.library, note);
    let end = page
        .ends
        .iter()
        .find(|end| end.node == node)
        .ok_or(Refusal::NothingToAsk)?;
    end.flaw.map_or(Ok(end), Err)
}

/// The node asked about, of which `right` is the answer: in quotation marks, or the topic of the note by itself.
fn about(maker: &Maker<'_>, end: &End, right: &End, what: &str) -> Result<String, Refusal> {
    let place = maker.place(end.statement, &[folded(&right.text)])?;
    if end.statement.is_none() && folded(&place).contains(&folded(&end.text)) {
        return Ok(format!(
            "{place}which of these do the notes give as {what}?"
        ));
    }
    if end.shape == Shape::Deed || is_thin(end) {
        return Err(Refusal::NoSentence);
    }
    if end.dangling && !opens_section(maker, end) {
        return Err(Refusal::Dangling);
    }
    if end.dangling && !place.trim_end_matches([':', ' ']).contains(", ") {
        return Err(Refusal::Dangling);
    }
    Ok(format!(
        "{place}which of these do the notes give as {what} of this? {}",
        quoted(&end.text)
    ))
}

/// "More popularity": of whom?
fn is_thin(end: &End) -> bool {
    let first = end
        .text
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let more = [
        "more",
        "less",
        "further",
        "better",
        "fewer",
        "higher",
        "lower",
        "increased",
        "decreased",
        "greater",
        "worse",
    ];
    end.statement.is_some()
        && end.shape == Shape::Name
        && more.contains(&first.as_str())
        && end.text.split(' ').count() < 5
}

/// "It was a complete failure" right under the heading that says what "it" is.
fn opens_section(maker: &Maker<'_>, end: &End) -> bool {
    let Some(statement) = end.statement else {
        return false;
    };
    let own = maker.library.statement(statement);
    let whole = folded(&own.text) == folded(&end.text);
    let first = statement
        .checked_sub(1)
        .is_none_or(|before| maker.library.statement(before).heading != own.heading);
    whole && first
}

pub(super) fn cause_of(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let pair = Pair::of(maker)?;
    let prompt = about(maker, pair.effect, pair.cause, "a cause")?;
    asked(maker, &pair, pair.cause, pair.effect, prompt)
}

pub(super) fn effect_of(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let pair = Pair::of(maker)?;
    let prompt = about(maker, pair.cause, pair.effect, "a result")?;
    asked(maker, &pair, pair.effect, pair.cause, prompt)
}

fn asked(
    maker: &Maker<'_>,
    pair: &Pair<'_>,
    right: &End,
    shown: &End,
    prompt: String,
) -> Result<Question, Refusal> {
    if right.dangling {
        return Err(Refusal::Dangling);
    }
    let statement = right
        .statement
        .or(shown.statement)
        .ok_or(Refusal::NothingToAsk)?;
    if right.statement.is_none() {
        return Err(Refusal::NothingToAsk);
    }
    if super::options::shared(&folded(&right.text), &folded(&shown.text)) > 0.6 {
        return Err(Refusal::ShowsAnswer);
    }
    let pool = outside(maker, right, &[pair.cause, pair.effect]);
    let draft = Draft {
        prompt,
        statement,
        shown: shown.statement.into_iter().collect(),
        accepted: None,
    };
    let mut question = maker.choice(draft, &right.text, pool)?;
    if pair.link.cause.statement != pair.link.effect.statement {
        question.explanation = format!("{} → {}", pair.cause.text, pair.effect.text);
    }
    Ok(question)
}

pub(super) fn missing_middle(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let pair = Pair::of(maker)?;
    let page = maker.page();
    let causes = maker.library.causes();
    let ends: Vec<&End> = causes
        .out_of(pair.effect.node)
        .filter_map(|link| end_of(maker, page, causes.ends(link).1).ok())
        .filter(|end| end.node != pair.cause.node && !end.dangling && end.statement.is_some())
        .collect();
    let (first, middle) = (pair.cause, pair.effect);
    let count = u64::try_from(ends.len()).unwrap_or_default();
    if count == 0 || first.dangling || middle.dangling || first.statement.is_none() {
        return Err(Refusal::Dangling);
    }
    let last = ends[usize::try_from(hash(maker.seed(), "last") % count).unwrap_or_default()];
    // More than one way from the first to the last.
    let ways = causes
        .out_of(first.node)
        .filter(|link| {
            causes
                .out_of(causes.ends(*link).1)
                .any(|next| causes.ends(next).1 == last.node)
        })
        .count();
    if ways != 1 {
        return Err(Refusal::TwoRight);
    }
    let statement = middle.statement.ok_or(Refusal::NothingToAsk)?;
    let place = maker.place(Some(statement), &[folded(&middle.text)])?;
    let prompt = format!(
        "{place}in the notes, one thing led to the next. What stands in the middle? {} → ? → {}",
        quoted(&first.text),
        quoted(&last.text)
    );
    let pool = outside(maker, middle, &[first, last]);
    let draft = Draft {
        prompt,
        statement,
        shown: [first.statement, last.statement]
            .into_iter()
            .flatten()
            .collect(),
        accepted: None,
    };
    let mut question = maker.choice(draft, &middle.text, pool)?;
    question.explanation = format!("{} → {} → {}", first.text, middle.text, last.text);
    Ok(question)
}
