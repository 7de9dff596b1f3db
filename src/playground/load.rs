//! Load on the wire: people by the hundreds who ask a bot on a schedule, and how long its answers took.
//!
//! The schedule is open: what is due is sent, whether or not what was sent before is answered, and latencies count from
//! the time at which it was due. So a bot that stands still for a second is seen to keep everybody waiting who would have
//! asked in that second (no coordinated omission).
//!
//! What is offered is drawn once by the world and sent again and again under new ids; answers are judged like any other
//! but not kept, so that the playground is not what is measured. Group quizzes are played in the world itself.

pub(crate) mod spec;

pub(crate) mod ledger;
pub(crate) mod tally;

mod frames;
mod offer;
mod ready;

mod games;

mod process;
mod report;

mod run;

pub(crate) mod control;

pub use self::report::Report;
pub use self::run::NoLoad;
pub use self::spec::{NoSpec, Spec};
use super::Playground;

/// Most further servers of a playground.
pub const SERVERS: u32 = 10_000;

/// What a load offers; also the names in a spec and a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// `/event`.
    Event,
    /// Suggestions while the option of `/event` is typed.
    Complete,
    /// A button of an answer to `/event`.
    Press,
    /// `/quiz start`.
    Start,
    /// A button of the lobby.
    Join,
    /// What answers a question: its button, the last button of several, or the form that was typed into.
    Answer,
    /// A button that opens a form, or one of several in a private message that is not the last.
    Open,
}

impl What {
    const OFFERED: [Self; 3] = [Self::Event, Self::Complete, Self::Press];

    fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Complete => "complete",
            Self::Press => "press",
            Self::Start => "start",
            Self::Join => "join",
            Self::Answer => "answer",
            Self::Open => "open",
        }
    }

    /// Is it answered in the world, because what comes next depends on it?
    fn is_played(self) -> bool {
        !Self::OFFERED.contains(&self)
    }
}

impl Playground {
    /// Offers a load to the bot that is connected, or will be soon, and says how it did.
    ///
    /// # Errors
    ///
    /// What hinders it, with what to do: no bot, a bot without the command, a load that runs already.
    pub async fn load(&self, spec: &Spec) -> Result<Report, NoLoad> {
        run::run(&self.shared, spec).await
    }
}
