//! Practice: questions for one person alone, private, one by one, without a clock and without points.
//!
//! Nothing of it is kept: each button says where the practice stands, and the same notes, seed and index give the same question. So
//! it goes on after a restart.

mod misses;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::Bot;
use super::custom_id::{CHECKS, Practice, SEEDS, Step};
use super::draw::Message;
use super::draw::quiz::practice::{self as drawn, Outcome};
use super::errors::CommandError;
use super::playing;
use super::rooms::Refusal;
use crate::answers::{self, Look, Subject, What, Words};
use crate::disk::Loaded;
use crate::library::{Key, Library};
use crate::notes::dates::Order;
use crate::quiz::choose::{History, Scope, Topic, Wish, choose, seeded};
use crate::quiz::game::score::{self, Answer};
use crate::quiz::game::settings::Mode;
use crate::quiz::judge::{Judge, Verdict};
use crate::quiz::question::{Difficulty, Kind, Question};
use crate::quiz::{Player, Server};

/// The most questions of one practice.
const LONGEST: usize = 20;

impl Practice {
    /// A practice that is to begin.
    pub(super) fn about(look: Look) -> Self {
        Self {
            about: Some(look),
            misses: false,
            kind: None,
            seed: 0,
            at: 0,
            right: 0,
            check: 0,
            does: Step::Begin,
        }
    }

    /// A practice that is to begin, on what its player got wrong in quizzes.
    pub(super) fn of_misses() -> Self {
        Self {
            misses: true,
            does: Step::Begin,
            ..Self::on(None, None, 0)
        }
    }

    /// A practice on a topic as it was typed or picked, everything where nothing was.
    pub(super) fn on(topic: Option<&str>, kind: Option<Kind>, seed: u64) -> Self {
        let topic = topic.map(str::trim).filter(|topic| !topic.is_empty());
        Self {
            about: topic.map(|topic| What::Thing(Subject::Words(Words::new(topic))).into()),
            misses: false,
            kind,
            seed: (seed % u64::from(SEEDS)) as u32,
            at: 0,
            right: 0,
            check: 0,
            does: Step::Ask,
        }
    }

    /// The same, doing something else.
    pub(super) fn doing(&self, does: Step) -> Self {
        Self {
            does,
            ..self.clone()
        }
    }
}

/// Where a practice stands, and its questions.
pub(super) struct Standing {
    pub(super) practice: Practice,
    pub(super) questions: Vec<Question>,
    /// How a typed `3/4` is read.
    order: Order,
}

impl Standing {
    /// The questions of a practice, without the facts that its server does not want to be asked.
    pub(super) fn of(
        loaded: &Loaded,
        practice: Practice,
        blocked: &BTreeSet<String>,
        order: Order,
    ) -> Result<Self, Refusal> {
        let scope = scope(&loaded.library, practice.about.as_ref())?;
        let wish = Wish {
            scope,
            n: LONGEST,
            kind: practice.kind,
            difficulty: Difficulty::Normal,
            missed: false,
        };
        let history = History {
            asked: &BTreeMap::new(),
            blocked,
        };
        let mut rng = seeded(practice.seed.into());
        let questions = choose(&loaded.library, loaded.deck(), &wish, &history, &mut rng);
        Self::with(practice, questions, order)
    }

    fn with(practice: Practice, questions: Vec<Question>, order: Order) -> Result<Self, Refusal> {
        if questions.is_empty() {
            return Err(Refusal::NoQuestions(nothing(&practice)));
        }
        Ok(Self {
            practice,
            questions,
            order,
        })
    }

    /// The question that the practice is at, if it is not over.
    pub(super) fn question(&self) -> Option<&Question> {
        self.questions.get(usize::from(self.practice.at))
    }

    /// What the message of the practice shows next; `typed` is what a form brought.
    pub(super) fn step(mut self, typed: Option<String>) -> Message {
        let Some(question) = self.question().cloned() else {
            return drawn::over(&self.practice, self.questions.len());
        };
        let check = check(&question);
        let has_moved = self.practice.does != Step::Ask && self.practice.check != check;
        self.practice.check = check;
        if has_moved {
            let message = drawn::question(&self.practice, &question, self.questions.len());
            return Message {
                content: Some(
                    "The notes have changed since, so this is another question.".to_owned(),
                ),
                ..message
            };
        }
        let answer = match (&self.practice.does, typed) {
            (Step::Choose(choice), _) => Answer::Choice(*choice),
            (Step::Type, Some(typed)) => Answer::Typed(typed),
            (Step::Order(placed), _) => {
                if placed.len() < items(&question) {
                    return drawn::ordering(&self.practice, &question, placed);
                }
                Answer::Order(placed.clone())
            }
            (Step::Show, _) => return self.told(&question, None),
            (Step::Begin | Step::Ask | Step::Type, _) => {
                return drawn::question(&self.practice, &question, self.questions.len());
            }
        };
        self.told(&question, Some(&answer))
    }

    /// What was right, and the way to the next question.
    fn told(mut self, question: &Question, answer: Option<&Answer>) -> Message {
        let judge = Judge::of(question, self.order);
        let verdict = answer.map(|answer| {
            let spent = Duration::ZERO;
            score::mark(question, judge.as_ref(), answer, Mode::Study, spent, None).0
        });
        self.practice.right += u8::from(verdict == Some(Verdict::Right));
        self.practice.at += 1;
        self.practice.check = 0;
        let outcome = Outcome {
            question,
            answer,
            verdict,
        };
        drawn::told(&self.practice, &outcome, self.questions.len())
    }
}

/// The facts that a practice asks about.
pub(super) fn scope(library: &Library, about: Option<&Look>) -> Result<Scope, Refusal> {
    let Some(look) = about else {
        return Ok(Scope::All);
    };
    // What was typed names a topic; a card is about what it tells.
    if let What::Thing(Subject::Words(topic)) = &look.what {
        // A picked span of dates is EDTF, whose letters are capitals; a look's words are not.
        let typed = topic.as_str();
        let named =
            Topic::named(library, typed).or_else(|_| Topic::named(library, &typed.to_uppercase()));
        if let Ok(topic) = named {
            return Ok(topic.scope);
        }
    }
    let card = answers::show(library, look);
    if card.statements.is_empty() {
        return Err(Refusal::NoQuestions(match &look.what {
            What::Thing(Subject::Words(topic)) => no_topic(library, topic.as_str()),
            _ => "The notes no longer say this. Look it up again for a fresh card.".to_owned(),
        }));
    }
    Ok(Scope::of_statements(card.statements))
}

fn no_topic(library: &Library, topic: &str) -> String {
    let nearest = Topic::named(library, topic)
        .err()
        .map(|unknown| unknown.nearest)
        .unwrap_or_default();
    match nearest.as_slice() {
        [] => format!("The notes have no topic called “{topic}”."),
        nearest => format!(
            "The notes have no topic called “{topic}”. The nearest are: {}.",
            nearest.join(", ")
        ),
    }
}

fn nothing(practice: &Practice) -> String {
    if practice.misses {
        return "There is nothing to review: you missed nothing lately, or the notes no longer ask it. /practice asks about everything."
            .to_owned();
    }
    match (practice.kind, &practice.about) {
        (Some(_), _) => {
            "The notes give no question of this kind here. Leave kind out, or take a wider topic."
        }
        (None, Some(_)) => {
            "The notes give no question on this. Take a wider topic, or /practice without one."
        }
        (None, None) => {
            "The notes give no questions yet. The host can run clio check to see what was found in them."
        }
    }
    .to_owned()
}

/// A hash of a question's id that a button has room for.
fn check(question: &Question) -> u32 {
    (Key::of(&["check", &question.id]).0 % u64::from(CHECKS)) as u32
}

fn items(question: &Question) -> usize {
    match &question.form {
        crate::quiz::question::Form::Order { items, .. } => items.len(),
        crate::quiz::question::Form::Choice { .. } | crate::quiz::question::Form::Typed => 0,
    }
}

/// The standing of a player's practice with the notes of a server, or of direct messages.
pub(super) async fn standing(
    bot: &Bot,
    server: Option<u64>,
    player: u64,
    practice: Practice,
) -> Result<Standing, CommandError> {
    let loaded = bot.shelf(server)?.loaded();
    let (blocked, month_first) = match server.map(Server) {
        Some(server) => {
            let blocked = bot.rooms.store().blocked(server).await;
            let settings = playing::settings(bot, server).await?;
            (blocked.map_err(anyhow::Error::from)?, settings.month_first)
        }
        None => (BTreeSet::new(), false),
    };
    let order = match month_first {
        true => Order::MonthFirst,
        false => Order::DayFirst,
    };
    if let (true, Some(server)) = (practice.misses, server) {
        let now = bot.rooms.now();
        let profile = bot.records.profile(Server(server), Player(player), now);
        let missed = profile.await.map_err(anyhow::Error::from)?.missed;
        let questions = misses::questions(&loaded, &missed, &blocked);
        return Ok(Standing::with(practice, questions, order)?);
    }
    Ok(Standing::of(&loaded, practice, &blocked, order)?)
}
