//! What a host asked for, kept with the game so that it can be played again; and the questions that fulfil it.

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use crate::config;
use crate::disk::Loaded;
use crate::quiz::Server;
use crate::quiz::choose::{History, Scope, Topic, Wish, choose};
use crate::quiz::game::settings::{Answers, Mode, Seconds, Settings};
use crate::quiz::question::{Difficulty, Kind, Question};
use crate::store::{ServerSettings, Store, StoreError};

/// What was asked for with `/quiz start`, the server's own settings filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::bot) struct Wanted {
    /// Everything where there is none.
    pub(in crate::bot) topic: Option<String>,
    /// The topic as its notes call it; empty for everything.
    pub(in crate::bot) topic_name: String,
    pub(in crate::bot) questions: usize,
    pub(in crate::bot) seconds: Seconds,
    pub(in crate::bot) kind: Option<Kind>,
    pub(in crate::bot) difficulty: Difficulty,
    pub(in crate::bot) mode: Mode,
    pub(in crate::bot) answers: Answers,
    /// Only what was answered wrongly before.
    pub(in crate::bot) missed: bool,
    /// People can join before it begins.
    pub(in crate::bot) lobby: bool,
    /// Typed dates in digits put the month first.
    pub(in crate::bot) month_first: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self::of_server(&ServerSettings::default())
    }
}

impl Wanted {
    /// What a server plays where the host says nothing.
    pub(in crate::bot) fn of_server(settings: &ServerSettings) -> Self {
        Self {
            topic: None,
            topic_name: String::new(),
            questions: settings.questions.into(),
            seconds: settings.seconds,
            kind: None,
            difficulty: Difficulty::Normal,
            mode: settings.mode,
            answers: settings.answers,
            missed: false,
            lobby: true,
            month_first: settings.month_first,
        }
    }

    /// How the game is played.
    pub(super) fn settings(&self, pace: &config::Quiz) -> Settings {
        let seconds = |n: u16| std::time::Duration::from_secs(n.into());
        Settings {
            seconds: self.seconds,
            mode: self.mode,
            answers: self.answers,
            lobby: (self.lobby && pace.lobby > 0).then(|| seconds(pace.lobby)),
            lead_in: seconds(pace.lead_in),
            reveal: seconds(pace.reveal),
            more_time: false,
            month_first: self.month_first,
        }
    }
}

/// What may be asked in a server that names its topics: all of them together.
fn allowed(loaded: &Loaded, topics: &[String]) -> Result<Scope, Refusal> {
    let found = topics
        .iter()
        .filter_map(|topic| Topic::named(&loaded.library, topic).ok())
        .map(|topic| topic.scope);
    // A topic may be gone from the notes; the others are asked all the same.
    match found.reduce(|all, one| all.or(&one)) {
        Some(scope) => Ok(scope),
        None if topics.is_empty() => Ok(Scope::All),
        None => Err(Refusal::TopicsGone),
    }
}

/// The questions that fulfil a wish; fewer where there are no more. The topic gets the name that its notes give it. Only what is in
/// `topics` is asked, unless there are none.
pub(in crate::bot) async fn questions(
    store: &dyn Store,
    loaded: &Loaded,
    server: Server,
    topics: &[String],
    wanted: &mut Wanted,
) -> Result<Result<Vec<Question>, Refusal>, StoreError> {
    let typed = wanted.topic.as_deref().unwrap_or_default();
    let scope = match Topic::named(&loaded.library, typed) {
        Ok(topic) => {
            wanted.topic_name = topic.name;
            topic.scope
        }
        Err(unknown) => return Ok(Err(Refusal::no_topic(wanted, &unknown.nearest))),
    };
    let scope = match allowed(loaded, topics) {
        Ok(allowed) => scope.and(&loaded.library, &allowed),
        Err(refusal) => return Ok(Err(refusal)),
    };
    if scope.is_empty() {
        return Ok(Err(Refusal::OtherTopics(topics.join(", "))));
    }
    let asked = store.asked(server).await?;
    let blocked = store.blocked(server).await?;
    let wish = Wish {
        scope,
        n: wanted.questions,
        kind: wanted.kind,
        difficulty: wanted.difficulty,
        missed: wanted.missed,
    };
    let history = History {
        asked: &asked,
        blocked: &blocked,
    };
    #[expect(clippy::disallowed_methods, reason = "the edge where chance comes in")]
    let questions = choose(
        &loaded.library,
        loaded.deck(),
        &wish,
        &history,
        &mut rand::rng(),
    );
    Ok(match questions.is_empty() {
        true => Err(Refusal::no_questions(wanted, &loaded.library)),
        false => Ok(questions),
    })
}
