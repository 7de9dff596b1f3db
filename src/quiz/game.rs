//! One group quiz from the lobby to the podium, with no clock and no network of its own.
//!
//! Every method that cares about time takes it as `at`, counted from the Unix epoch. Who runs a game posts what the [`Event`]s say,
//! waits until [`Game::next_deadline`], calls [`Game::tick`], and writes the whole game down (it serialises) before showing anything.

mod control;
mod phase;
mod play;
pub mod score;
pub mod settings;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Player;
use super::question::Question;
use score::Standing;
use settings::Settings;

pub use control::Left;
pub use phase::{End, Event, Open, Phase, Round};
pub use play::{AnswerRefused, Saved};

/// A press that was made before the bell may arrive this much later and still count.
pub const GRACE: Duration = Duration::from_millis(500);
/// A question closes this long after the last of those who joined has answered.
pub const SETTLE: Duration = Duration::from_secs(3);
/// So many questions in a row without any answer end a game.
pub const IDLE_END: u8 = 3;
/// A pause that nobody ends for so long ends the game, so that no channel stays locked.
pub const LONGEST_PAUSE: Duration = Duration::from_secs(30 * 60);

/// What one player has done in this game.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Pressed *Join*, or has answered in a question that is closed.
    pub joined: bool,
    /// Points so far.
    pub points: u32,
    /// Right answers so far.
    pub right: u32,
    /// Answers so far.
    pub answered: u32,
    /// Questions since the last answer.
    pub missed_in_a_row: u8,
}

impl Seat {
    /// Joined, and did not miss the last two questions.
    fn is_waited_for(&self) -> bool {
        self.joined && self.missed_in_a_row < 2
    }
}

/// One game.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Game {
    settings: Settings,
    host: Player,
    questions: Vec<Question>,
    seats: BTreeMap<Player, Seat>,
    phase: Phase,
    /// The closed questions, in order; the one that is being asked is `questions[rounds.len()]`.
    rounds: Vec<Round>,
    unanswered_in_a_row: u8,
}

impl Game {
    /// A new game; with a lobby it waits there, without one the lead-in begins.
    ///
    /// Without questions it is over at once.
    #[must_use]
    pub fn new(
        settings: Settings,
        host: Player,
        questions: Vec<Question>,
        at: Duration,
    ) -> (Self, Event) {
        let (phase, event) = match settings.lobby {
            _ if questions.is_empty() => (Phase::Over(End::Finished), Event::Over(End::Finished)),
            Some(lobby) => {
                let until = at + lobby;
                (Phase::Lobby { until }, Event::LobbyOpened { until })
            }
            None => {
                let until = at + settings.lead_in;
                (Phase::LeadIn { until }, Event::LeadIn { until })
            }
        };
        let game = Self {
            settings,
            host,
            questions,
            seats: BTreeMap::new(),
            phase,
            rounds: Vec::new(),
            unanswered_in_a_row: 0,
        };
        (game, event)
    }

    /// How it is played.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Who started it.
    #[must_use]
    pub fn host(&self) -> Player {
        self.host
    }

    /// What it is doing.
    #[must_use]
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// All its questions.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The closed questions, in order.
    #[must_use]
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// The open question.
    #[must_use]
    pub fn open(&self) -> Option<(usize, &Question, &Open)> {
        let round = self.rounds.len();
        match &self.phase {
            Phase::Open(open) => Some((round, self.questions.get(round)?, open)),
            _ => None,
        }
    }

    /// How many have answered the open question, and how many are waited for; more may have answered than are waited for.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        let (_, _, open) = self.open()?;
        let waited_for = self
            .seats
            .iter()
            .filter(|(player, seat)| seat.is_waited_for() || open.given.contains_key(player))
            .count();
        Some((open.given.len(), waited_for))
    }

    /// Everybody who joined or answered.
    #[must_use]
    pub fn seats(&self) -> &BTreeMap<Player, Seat> {
        &self.seats
    }

    /// Whether nobody answered the last two questions: if nobody answers the next one, the game ends.
    #[must_use]
    pub fn is_warned(&self) -> bool {
        self.unanswered_in_a_row + 1 == IDLE_END
    }

    /// How the players stand, best first; who never answered is left out.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        score::rank(
            self.seats
                .iter()
                .filter(|(_, seat)| seat.answered > 0)
                .map(|(&player, seat)| (player, seat.points, seat.right))
                .collect(),
        )
    }

    /// When [`tick`](Self::tick) is next worth calling; `None` while a question is being posted, and once it is over.
    ///
    /// Changes with every other method that takes `&mut self`.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        match &self.phase {
            Phase::Lobby { until } | Phase::LeadIn { until } | Phase::Reveal { until } => {
                Some(*until)
            }
            Phase::Open(open) => Some(open.settles.map_or(open.closes, |at| at.min(open.closes))),
            Phase::Paused { since, .. } => Some(*since + LONGEST_PAUSE),
            Phase::Asking | Phase::Over(_) => None,
        }
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over(_))
    }
}
