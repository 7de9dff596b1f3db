//! Pausing, skipping, stopping, and going on after a restart.

use std::time::Duration;

use super::score::Answer;
use super::{End, Event, GRACE, Game, Open, Phase};
use crate::quiz::Player;

/// After a restart an open question has at least this long.
pub(super) const LEAST_LEFT: Duration = Duration::from_secs(10);

/// What a restart found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// The same question is open, this long.
    Question(Duration),
    /// The question was about to be posted: [`Event::Ask`] is due again, and may have been posted already.
    Asking,
    /// Between questions.
    Between,
    /// Paused, as before.
    Paused,
    /// Over, as before.
    Over,
}

impl Game {
    /// Stops all clocks until [`resume`](Self::resume).
    pub fn pause(&mut self, at: Duration) -> Option<Event> {
        if matches!(
            self.phase,
            Phase::Paused { .. } | Phase::Over(_) | Phase::Asking
        ) {
            return None;
        }
        let was = Box::new(self.phase.clone());
        self.phase = Phase::Paused { was, since: at };
        Some(Event::Paused)
    }

    /// Goes on where it was paused, with the time that was left.
    pub fn resume(&mut self, at: Duration) -> Option<Event> {
        let Phase::Paused { was, since } = &self.phase else {
            return None;
        };
        let mut phase = (**was).clone();
        phase.shift(at.saturating_sub(*since));
        self.phase = phase;
        Some(Event::Resumed)
    }

    /// Closes the open question without counting it.
    pub fn skip(&mut self, at: Duration) -> Option<Event> {
        self.close(at, true)
    }

    /// Closes the open question now, counting what was answered.
    pub fn close_now(&mut self, at: Duration) -> Option<Event> {
        match self.phase {
            Phase::Open(_) => self.close(at, false),
            _ => None,
        }
    }

    /// One vote to skip; more than half of those who are playing skip the question. Says how many have voted and how many must.
    pub fn vote_skip(
        &mut self,
        player: Player,
        at: Duration,
    ) -> Option<(usize, usize, Option<Event>)> {
        let playing = self
            .seats
            .iter()
            .filter(|(other, seat)| **other == player || seat.is_waited_for())
            .count()
            .max(1);
        let Phase::Open(open) = &mut self.phase else {
            return None;
        };
        open.skip_votes.insert(player);
        let (votes, needed) = (open.skip_votes.len(), playing / 2 + 1);
        let event = (votes >= needed).then(|| self.skip(at)).flatten();
        Some((votes, needed, event))
    }

    /// Ends the game now; the open question counts for nothing.
    pub fn stop(&mut self, why: End) -> Option<Event> {
        (!self.is_over()).then(|| self.end(why))
    }

    /// Goes on after a long time away, with a new lead-in; a question that was open is asked again from the start.
    pub fn play_on(&mut self, at: Duration) -> Event {
        if self.rounds.len() >= self.questions.len() {
            return self.end(End::Finished);
        }
        self.unanswered_in_a_row = 0;
        let until = at + self.settings.lead_in;
        self.phase = Phase::LeadIn { until };
        Event::LeadIn { until }
    }

    /// Puts back answers to the open question that were kept one by one, before [`revive`](Self::revive).
    pub fn restore_answers(&mut self, answers: Vec<(Player, Answer, Duration)>) {
        let open = match &mut self.phase {
            Phase::Open(open) => open,
            Phase::Paused { was, .. } => match &mut **was {
                Phase::Open(open) => open,
                _ => return,
            },
            _ => return,
        };
        for (player, answer, at) in answers {
            // After an earlier restart the game's own times are later than those that were kept one by one.
            if open.given.get(&player).is_none_or(|(_, known)| *known < at) {
                open.given.insert(player, (answer, at));
            }
            self.seats.entry(player).or_default();
        }
    }

    /// Goes on after a time away: what was left at `last_beat` is left from `at` on, an open question at least 10 s.
    pub fn revive(&mut self, last_beat: Duration, at: Duration) -> Left {
        self.phase.shift(at.saturating_sub(last_beat));
        match &mut self.phase {
            Phase::Open(open) => {
                let least = at + LEAST_LEFT;
                if open.closes < least + GRACE {
                    // Presses count as long as the question is open.
                    open.time = open.time.map(|_| least.saturating_sub(open.opened));
                    open.closes = least + GRACE;
                }
                if let Some(settles) = &mut open.settles {
                    *settles = (*settles).max(least);
                }
                Left::Question(open.closes.saturating_sub(GRACE).saturating_sub(at))
            }
            Phase::Asking => Left::Asking,
            Phase::Lobby { until } | Phase::LeadIn { until } | Phase::Reveal { until } => {
                *until = (*until).max(at + super::SETTLE);
                Left::Between
            }
            Phase::Paused { .. } => Left::Paused,
            Phase::Over(_) => Left::Over,
        }
    }
}

impl Phase {
    /// Moves every time of this phase later.
    fn shift(&mut self, by: Duration) {
        match self {
            Self::Lobby { until } | Self::LeadIn { until } | Self::Reveal { until } => *until += by,
            Self::Open(open) => open.shift(by),
            Self::Paused { since, was } => {
                *since += by;
                was.shift(by);
            }
            Self::Asking | Self::Over(_) => {}
        }
    }
}

impl Open {
    fn shift(&mut self, by: Duration) {
        self.opened += by;
        self.closes += by;
        if let Some(settles) = &mut self.settles {
            *settles += by;
        }
        for (_, at) in self.given.values_mut() {
            *at += by;
        }
    }
}
