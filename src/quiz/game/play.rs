//! Joining, answering, and what time does to a game.

use std::time::Duration;

use super::score::{self, Answer, Marked};
use super::settings::LONGEST;
use super::{End, Event, GRACE, Game, IDLE_END, Open, Phase, Round, SETTLE};
use crate::quiz::Player;
use crate::quiz::judge::{Judge, Verdict};
use crate::quiz::question::{Form, Question};

/// An answer was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The player's first to this question.
    First,
    /// In place of another one.
    Changed,
    /// The same again.
    Same,
}

/// Why an answer does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefused {
    /// Pressed after the time was up, or another question is open now.
    #[error("This question is closed.")]
    Closed,
    /// The game is paused.
    #[error("The quiz is paused. Your answer can be given when it goes on.")]
    Paused,
    /// The question has no such option.
    #[error("This question has no such option.")]
    NoSuchOption,
    /// Nothing was typed, or not every item was put in its place.
    #[error("There is no answer in that. Try again.")]
    Empty,
}

impl Game {
    /// Takes a seat. Says whether that is new.
    pub fn join(&mut self, player: Player) -> bool {
        let seat = self.seats.entry(player).or_default();
        seat.missed_in_a_row = 0;
        let new = !std::mem::replace(&mut seat.joined, true);
        if let Phase::Open(open) = &mut self.phase
            && !open.given.contains_key(&player)
        {
            // Who has just come is waited for.
            open.settles = None;
        }
        new
    }

    /// Half as much time again for every question of this game. Only in the lobby; says whether that is new.
    pub fn more_time(&mut self) -> bool {
        let new = matches!(self.phase, Phase::Lobby { .. }) && !self.settings.more_time;
        self.settings.more_time |= new;
        new
    }

    /// Ends the lobby early.
    pub fn start_now(&mut self, at: Duration) -> Option<Event> {
        let Phase::Lobby { .. } = self.phase else {
            return None;
        };
        let until = at + self.settings.lead_in;
        self.phase = Phase::LeadIn { until };
        Some(Event::LeadIn { until })
    }

    /// The question that [`Event::Ask`] asked for appeared `at`: its time begins.
    pub fn posted(&mut self, at: Duration) {
        let Phase::Asking = self.phase else { return };
        let Some(question) = self.questions.get(self.rounds.len()) else {
            return;
        };
        let time = self.settings.time_for(question);
        self.phase = Phase::Open(Open {
            opened: at,
            time,
            closes: at + time.map_or(LONGEST, |time| time + GRACE),
            settles: None,
            given: std::collections::BTreeMap::new(),
            skip_votes: std::collections::BTreeSet::new(),
        });
    }

    /// Keeps an answer to question `round` that was given `at`; the last one before the close counts.
    ///
    /// # Errors
    /// [`AnswerRefused`] where it does not count; the game is as before then.
    pub fn answer(
        &mut self,
        round: usize,
        player: Player,
        answer: Answer,
        at: Duration,
    ) -> Result<Saved, AnswerRefused> {
        if let Phase::Paused { .. } = self.phase {
            return Err(AnswerRefused::Paused);
        }
        let Phase::Open(open) = &mut self.phase else {
            return Err(AnswerRefused::Closed);
        };
        let question = match self.questions.get(round) {
            Some(question) if round == self.rounds.len() => question,
            _ => return Err(AnswerRefused::Closed),
        };
        if open.time.is_some_and(|time| at > open.opened + time) {
            return Err(AnswerRefused::Closed);
        }
        fits(question, &answer)?;
        let saved = match open.given.get(&player) {
            None => Saved::First,
            // Two presses may arrive in the wrong order: the later one counts.
            Some((before, then)) if *before == answer || *then > at => return Ok(Saved::Same),
            Some(_) => Saved::Changed,
        };
        open.given.insert(player, (answer, at));
        self.seats.entry(player).or_default();
        self.settle(at);
        Ok(saved)
    }

    /// Lets time pass. Calling it too early does nothing.
    pub fn tick(&mut self, at: Duration) -> Option<Event> {
        if self.next_deadline().is_none_or(|deadline| at < deadline) {
            return None;
        }
        match self.phase {
            Phase::Lobby { until } => self.start_now(until),
            Phase::LeadIn { .. } => Some(self.ask()),
            Phase::Open(_) => self.close(at, false),
            Phase::Reveal { .. } if self.unanswered_in_a_row >= IDLE_END => {
                Some(self.end(End::Idle))
            }
            Phase::Reveal { .. } if self.rounds.len() == self.questions.len() => {
                Some(self.end(End::Finished))
            }
            Phase::Reveal { .. } => Some(self.ask()),
            Phase::Paused { .. } => Some(self.end(End::Forgotten)),
            Phase::Asking | Phase::Over(_) => None,
        }
    }

    /// Closes the open question: marks the answers and gives the points. A skipped one counts for nothing.
    pub(super) fn close(&mut self, at: Duration, skipped: bool) -> Option<Event> {
        let round = self.rounds.len();
        let question = self.questions.get(round)?;
        let given = match &self.phase {
            Phase::Open(open) if !skipped => open,
            Phase::Open(_) => &Open::nothing(),
            _ => return None,
        };
        let judge = Judge::of(question, self.settings.date_order());
        let marked: Vec<Marked> = given
            .given
            .iter()
            .map(|(&player, (answer, pressed))| {
                let spent = pressed.saturating_sub(given.opened);
                let (verdict, points) = score::mark(
                    question,
                    judge.as_ref(),
                    answer,
                    self.settings.mode,
                    spent,
                    given.time,
                );
                Marked {
                    player,
                    answer: answer.clone(),
                    verdict,
                    points,
                }
            })
            .collect();
        let until = at + self.settings.reveal_for(question);
        if !skipped {
            self.count(&marked);
        }
        let warning = !skipped && self.is_warned();
        self.rounds.push(Round { marked, skipped });
        self.phase = Phase::Reveal { until };
        Some(Event::Closed { round, warning })
    }

    pub(super) fn end(&mut self, why: End) -> Event {
        self.phase = Phase::Over(why);
        Event::Over(why)
    }

    fn ask(&mut self) -> Event {
        self.phase = Phase::Asking;
        Event::Ask {
            round: self.rounds.len(),
        }
    }

    /// Adds the points of a closed question to the seats.
    fn count(&mut self, marked: &[Marked]) {
        self.unanswered_in_a_row = match marked {
            [] => self.unanswered_in_a_row + 1,
            _ => 0,
        };
        for seat in self.seats.values_mut() {
            seat.missed_in_a_row = seat.missed_in_a_row.saturating_add(1);
        }
        for row in marked {
            let seat = self.seats.entry(row.player).or_default();
            seat.joined = true;
            seat.missed_in_a_row = 0;
            seat.answered += 1;
            seat.points += row.points;
            seat.right += u32::from(row.verdict == Verdict::Right);
        }
    }

    /// Sets or lifts the early close: when all who joined, and did not miss the last two questions, have answered.
    fn settle(&mut self, at: Duration) {
        let Phase::Open(open) = &mut self.phase else {
            return;
        };
        let mut waited_for = self
            .seats
            .iter()
            .filter(|(_, seat)| seat.is_waited_for())
            .peekable();
        let all = waited_for.peek().is_some()
            && waited_for.all(|(player, _)| open.given.contains_key(player));
        open.settles = all.then_some(at + SETTLE);
    }
}

impl Open {
    /// A question that never opened.
    fn nothing() -> Self {
        Self {
            opened: Duration::ZERO,
            time: None,
            closes: Duration::ZERO,
            settles: None,
            given: std::collections::BTreeMap::new(),
            skip_votes: std::collections::BTreeSet::new(),
        }
    }
}

/// Whether an answer can be one to this question at all.
fn fits(question: &Question, answer: &Answer) -> Result<(), AnswerRefused> {
    match (&question.form, answer) {
        (Form::Choice { options, .. }, Answer::Choice(choice))
            if usize::from(*choice) < options.len() =>
        {
            Ok(())
        }
        (Form::Order { items, .. }, Answer::Order(given)) => {
            let mut sorted = given.clone();
            sorted.sort_unstable();
            sorted.dedup();
            if sorted.len() < items.len() {
                Err(AnswerRefused::Empty)
            } else if sorted.len() == given.len()
                && sorted
                    .last()
                    .is_some_and(|&last| usize::from(last) < items.len())
            {
                Ok(())
            } else {
                Err(AnswerRefused::NoSuchOption)
            }
        }
        (_, Answer::Typed(text)) if question.accepted.is_some() => {
            if text.chars().any(char::is_alphanumeric) {
                Ok(())
            } else {
                Err(AnswerRefused::Empty)
            }
        }
        _ => Err(AnswerRefused::NoSuchOption),
    }
}
