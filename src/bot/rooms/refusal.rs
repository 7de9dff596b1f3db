//! Why somebody may not do something with a quiz, in a sentence for who asked.

use serenity::all::Permissions;

use super::wanted::Wanted;
use crate::library::Library;

/// A refusal, written for who asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(in crate::bot) enum Refusal {
    #[error("Quizzes are played in the channels of a server. Use /quiz start in one of yours.")]
    DirectMessage,
    #[error(
        "A quiz is running in this channel already: /quiz status finds it. Join in, or start yours in another channel."
    )]
    ChannelBusy,
    #[error(
        "{0} quizzes are running in this server, and no more can run at once. Start yours when one of them is over."
    )]
    ServerBusy(u16),
    #[error("You have just started a quiz. You can start the next one in {0} s.")]
    TooSoon(u64),
    #[error("Clio is restarting. Start the quiz in a minute.")]
    Closing,
    #[error(
        "Clio lacks a permission in this channel: {0}. A person who manages the server can allow it in the channel's settings, under Permissions."
    )]
    BotLacks(String),
    #[error(
        "Quizzes are played in other channels of this server. A moderator can say in which, or add this one."
    )]
    OtherChannels,
    #[error(
        "In this server only those with a certain role start quizzes. A moderator can give it to you."
    )]
    HostRole,
    #[error("{0}")]
    NoQuestions(String),
    #[error("That is not asked in this server. Its topics: {0}.")]
    OtherTopics(String),
    #[error(
        "The topics of this server are not in the notes any more. A person who manages the server can choose others with /settings show."
    )]
    TopicsGone,
    #[error(
        "`{0}` is no time for a question. Write auto, none, or a number of seconds from 5 to 120."
    )]
    Seconds(String),
    #[error("A thread cannot be opened here. Leave thread out and play in this channel.")]
    NoThread,
    #[error("No quiz is running in this channel. /quiz start begins one.")]
    NoGame,
    #[error("Only the host or a moderator may {0} this quiz.")]
    OnlyHost(&'static str),
    #[error("The quiz is paused. /quiz resume goes on.")]
    IsPaused,
    #[error("The quiz is not paused.")]
    NotPaused,
    #[error("There is no open question to skip just now. Try again when one is.")]
    NothingToSkip,
    #[error("Between two messages the quiz cannot be paused. Try again in a moment.")]
    NotNow,
    #[error("The quiz has begun already. Answer the question when it comes: nobody needs to join.")]
    LobbyOver,
    #[error("This quiz is over. /quiz start begins another.")]
    Over,
    #[error("This question is closed.")]
    Closed,
    #[error(transparent)]
    Answer(#[from] crate::quiz::game::AnswerRefused),
    #[error(
        "Saving takes longer than it should. Press again in a moment, so that your answer surely counts."
    )]
    Slow,
    #[error(
        "Clio cannot save anything just now, so the quiz waits and goes on by itself. Press again then, so that it surely counts."
    )]
    NotSaved,
    #[error("This quiz is no longer kept. /quiz start begins another.")]
    NotKept,
}

impl Refusal {
    /// There is no topic of that name.
    pub(super) fn no_topic(wanted: &Wanted, nearest: &[String]) -> Self {
        let typed = wanted.topic.as_deref().unwrap_or_default();
        // A topic that was picked carries a code, which says nothing to people.
        let topic = if typed.starts_with('=') {
            "that"
        } else {
            typed
        };
        Self::NoQuestions(match nearest {
            [] => format!(
                "There is no topic called \"{topic}\". Leave topic out to be asked about everything."
            ),
            nearest => format!(
                "There is no topic called \"{topic}\". The nearest: {}.",
                nearest.join(", ")
            ),
        })
    }

    /// The topic is there, but no question fits.
    pub(super) fn no_questions(wanted: &Wanted, library: &Library) -> Self {
        if library.is_empty() {
            return Self::NoQuestions("There are no notes yet: put Markdown notes into the content folder, then use /notes reload.".to_owned());
        }
        let about = match wanted.topic_name.as_str() {
            "" => String::new(),
            topic => format!(" about \"{topic}\""),
        };
        let kind = match wanted.kind {
            Some(kind) => format!(" of the kind {}", kind.name()),
            None => String::new(),
        };
        if wanted.missed {
            return Self::NoQuestions(format!(
                "Nobody here has missed a question{kind}{about} yet. Leave from out to be asked from all notes."
            ));
        }
        let others: Vec<&str> = library
            .topics()
            .iter()
            .map(|topic| topic.name.as_str())
            .filter(|name| *name != wanted.topic_name)
            .take(3)
            .collect();
        let advice = match others.is_empty() {
            true => "Leave the options out, or add notes with dates, people and causes.".to_owned(),
            false => format!("Try another topic: {}.", others.join(", ")),
        };
        Self::NoQuestions(format!("The notes give no question{kind}{about}. {advice}"))
    }

    /// What the bot lacks in a channel, if anything.
    pub(super) fn lacking(has: Permissions, needs: Permissions) -> Option<Self> {
        let missing = needs - has;
        (!missing.is_empty()).then(|| Self::BotLacks(missing.get_permission_names().join(", ")))
    }
}
