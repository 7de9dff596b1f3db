//! How one game is played, and how long its questions stay open.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::notes::dates::Order;
use crate::quiz::question::{Form, Question};

/// How long a question stays open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seconds {
    /// By the length of the question; see [`Settings::time_for`].
    Auto,
    /// The same for all, 5 to 120.
    Fixed(u16),
    /// Until all have answered, the host closes it, or [`LONGEST`] is over.
    Unlimited,
}

/// A question without a clock closes at the latest after this.
pub const LONGEST: Duration = Duration::from_secs(5 * 60);

/// How answers score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// 10 for right, however late.
    Study,
    /// 10 for right and up to 5 more for speed.
    Race,
}

/// How answers are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    /// With buttons.
    Buttons,
    /// Typed, where the question allows it.
    Typed,
}

/// What stays the same through one game.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How long a question stays open.
    pub seconds: Seconds,
    /// How answers score.
    pub mode: Mode,
    /// How answers are given.
    pub answers: Answers,
    /// How long people can join before the first question; none starts at once.
    pub lobby: Option<Duration>,
    /// Between the lobby and the first question.
    pub lead_in: Duration,
    /// The shortest time that a reveal stands before the next question.
    pub reveal: Duration,
    /// Somebody asked for more time in the lobby: questions stay open half as long again.
    pub more_time: bool,
    /// Typed dates like `3/4/1962` put the month first.
    #[serde(default)]
    pub month_first: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seconds: Seconds::Auto,
            mode: Mode::Study,
            answers: Answers::Buttons,
            lobby: Some(Duration::from_secs(30)),
            lead_in: Duration::from_secs(5),
            reveal: Duration::from_secs(6),
            more_time: false,
            month_first: false,
        }
    }
}

impl Settings {
    /// How a typed date in digits is read first.
    #[must_use]
    pub fn date_order(&self) -> Order {
        match self.month_first {
            true => Order::MonthFirst,
            false => Order::DayFirst,
        }
    }

    /// How long `question` stays open; `None` where there is no clock.
    ///
    /// By itself: 10 s and one for every 12 characters of prompt and options, 15 more for an order or a typed answer, within 20
    /// to 90, rounded up to the next 5.
    #[must_use]
    pub fn time_for(&self, question: &Question) -> Option<Duration> {
        let seconds = match self.seconds {
            Seconds::Unlimited => return None,
            Seconds::Fixed(seconds) => u64::from(seconds.clamp(5, 120)),
            Seconds::Auto => {
                let slow = matches!(question.form, Form::Order { .. } | Form::Typed)
                    || self.is_typed(question);
                let reading = question.reading() as u64 / 12;
                let wanted = 10 + reading + if slow { 15 } else { 0 };
                wanted.clamp(20, 90).next_multiple_of(5)
            }
        };
        let time = Duration::from_secs(seconds);
        Some(if self.more_time { time * 3 / 2 } else { time })
    }

    /// Whether this question is answered by typing in this game.
    #[must_use]
    pub fn is_typed(&self, question: &Question) -> bool {
        match question.form {
            Form::Typed => true,
            Form::Choice { .. } => self.answers == Answers::Typed && question.accepted.is_some(),
            Form::Order { .. } => false,
        }
    }

    /// How long the reveal of `question` stands: longer where there is more to read (15 characters a second).
    #[must_use]
    pub fn reveal_for(&self, question: &Question) -> Duration {
        let characters = question.explanation.chars().count() + question.answer().chars().count();
        let reading = Duration::from_millis(characters as u64 * 1000 / 15);
        self.reveal.max(reading).min(Duration::from_secs(30))
    }
}
