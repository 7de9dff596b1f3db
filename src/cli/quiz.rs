//! `clio quiz`: the questions that the notes give, as a game would ask them or all of them, to read, to check and to print.

mod json;
mod sheet;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use super::args::{Args, Format, Quiz};
use super::{notes, out};
use crate::disk;
use crate::library::Library;
use crate::quiz::choose::{self, History, Refused, Topic, Unknown, Wish};
use crate::quiz::make::Deck;
use crate::quiz::question::{Kind, Question};

/// Prints questions; exit status 1 where there are none.
pub(super) fn quiz(args: &Args, asked: &Quiz) -> anyhow::Result<ExitCode> {
    let (config, _) = notes::settings(args)?;
    let source = notes::source(&config.content);
    let loaded = notes::with_progress(|progress| disk::load(&source, progress))?;
    let library = &loaded.library;
    let typed = asked.topic.as_deref().unwrap_or_default();
    let topic = Topic::named(library, typed).map_err(|unknown| no_topic(typed, &unknown))?;
    let deck = Deck::of(library);
    let wish = Wish {
        scope: topic.scope,
        n: usize::from(asked.count),
        kind: asked.kind,
        difficulty: asked.difficulty,
        missed: false,
    };
    let (questions, asides) = match asked.all {
        true => pool(library, &deck, &wish, asked),
        false => game(library, &deck, &wish, asked),
    };
    let format = if asked.json {
        Format::Json
    } else {
        asked.format
    };
    match format {
        Format::Json => out::line(&json::document(&questions)?),
        Format::Html => out::line(&sheet::page(&topic.name, &questions)),
        Format::Text => {
            for line in text::drawn(&questions, out::width()) {
                out::line(&line);
            }
        }
    }
    for aside in asides {
        out::aside(&aside);
    }
    Ok(ExitCode::from(u8::from(questions.is_empty())))
}

/// The questions of one game, and what to say about them.
fn game(library: &Library, deck: &Deck, wish: &Wish, asked: &Quiz) -> (Vec<Question>, Vec<String>) {
    let history = History {
        asked: &BTreeMap::new(),
        blocked: &BTreeSet::new(),
    };
    let chosen = asked.seed.unwrap_or_else(any_seed);
    let questions = choose::choose(library, deck, wish, &history, &mut choose::seeded(chosen));
    let mut asides = Vec::new();
    if questions.len() < wish.n {
        asides.push(format!("clio: {}", fewer(questions.len(), asked)));
    }
    if asked.seed.is_none() && !questions.is_empty() {
        asides.push(format!("clio: the same questions again: --seed {chosen}"));
    }
    (questions, asides)
}

/// All questions, how many there are of each kind, and why others were refused.
fn pool(library: &Library, deck: &Deck, wish: &Wish, asked: &Quiz) -> (Vec<Question>, Vec<String>) {
    let pool = choose::pool(library, deck, wish);
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for question in &pool.questions {
        *kinds.entry(question.kind).or_default() += 1;
    }
    let kinds = kinds.iter().map(|(kind, n)| format!("{n} {}", kind.name()));
    let kinds: Vec<String> = kinds.collect();
    let mut asides = vec![match pool.questions.len() {
        0 => format!("clio: {}", fewer(0, asked)),
        n => format!(
            "clio: {}: {}",
            super::check::counted(n, "question"),
            kinds.join(", ")
        ),
    }];
    asides.extend(refused(&pool.refused).map(|line| format!("clio: {line}")));
    (pool.questions, asides)
}

/// What to say where there are fewer than were asked for.
fn fewer(n: usize, asked: &Quiz) -> String {
    let place = match asked.topic {
        Some(_) => " on this topic",
        None => "",
    };
    match n {
        0 => format!("there are no questions{place}"),
        n => format!("only {}{place}", super::check::counted(n, "question")),
    }
}

/// `refused as questions: 12 too-long, 3 …`; nothing where nothing was.
pub(super) fn refused(refused: &Refused) -> Option<String> {
    let counts: Vec<String> = refused
        .iter()
        .map(|(reason, n)| format!("{n} {}", reason.name()))
        .collect();
    (!counts.is_empty()).then(|| format!("refused as questions: {}", counts.join(", ")))
}

fn no_topic(typed: &str, unknown: &Unknown) -> anyhow::Error {
    match unknown.nearest.as_slice() {
        [] => anyhow::anyhow!("there are no notes to ask about: put some into the content folder"),
        [only] => anyhow::anyhow!("the notes have no topic {typed}; the nearest is {only}"),
        [names @ .., last] => anyhow::anyhow!(
            "the notes have no topic {typed}; the nearest are {} and {last}",
            names.join(", ")
        ),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "who names no seed wants other questions each time"
)]
fn any_seed() -> u64 {
    // Short enough to be typed again.
    rand::Rng::next_u64(&mut rand::rng()) % 1_000_000
}

#[cfg(test)]
mod tests {
    use crate::quiz::question::{Accepted, Difficulty, Form, Kind, Question, Sort, Source};

    /// A question of each form, with words in them that would be markup.
    pub(super) fn some() -> Vec<Question> {
        let source = Source {
            path: "storms.md".to_owned(),
            title: "Storms".to_owned(),
            line: 7,
            headings: vec!["1962".to_owned(), "3 May".to_owned()],
        };
        let typed = Question {
            id: "0a".to_owned(),
            fact: "0f".to_owned(),
            shows: Vec::new(),
            kind: Kind::DateOfEvent,
            difficulty: Difficulty::Normal,
            prompt:
                "Storms: when did <b>the river</b> rise over the bridge, according to the notes?"
                    .to_owned(),
            form: Form::Typed,
            accepted: Some(Accepted {
                sort: Sort::Date,
                answers: vec!["1962-05-03".to_owned()],
                rivals: Vec::new(),
            }),
            explanation: "The river rose. It fell again.".to_owned(),
            source,
            doubtful: false,
        };
        let choice = Question {
            form: Form::Choice {
                options: ["1961", "1962", "1963"].map(str::to_owned).to_vec(),
                right: 1,
            },
            ..typed.clone()
        };
        let order = Question {
            kind: Kind::Order,
            form: Form::Order {
                items: ["the rain", "the storm", "the flood"]
                    .map(str::to_owned)
                    .to_vec(),
                right: vec![1, 0, 2],
            },
            accepted: None,
            ..typed.clone()
        };
        vec![typed, choice, order]
    }
}
