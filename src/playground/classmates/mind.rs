//! What a classmate makes of what they see. Pure: what is seen goes in with its time, plans come out.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::{RngExt, seq::IndexedRandom};

use super::memory::Memory;
use super::sight::{Choice, Sight, Step, steps};
use super::temper::Temper;
use super::{lines, log_normal};
use crate::playground::people::Seen;
use crate::playground::state::ids::ChannelId;

/// How long the average classmate needs to see that there is something to do.
const LOOK_UP: Duration = Duration::from_millis(1800);
/// And to read one word.
const WORD: Duration = Duration::from_millis(160);
/// How long they think about joining.
const JOIN: Duration = Duration::from_secs(4);
/// Nobody joins or speaks later than this.
const LATEST: Duration = Duration::from_secs(20);
/// Presses closer to the bell than this come too late.
const BELL: Duration = Duration::from_millis(400);
/// The chance of not playing along at all.
const ELSEWHERE: f64 = 0.07;
/// At a full table everybody says less: about as much is said as among this many.
const VOICES: f64 = 5.0;

/// Something to do after a while.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    pub(super) after: Duration,
    pub(super) channel: ChannelId,
    pub(super) message: u64,
    pub(super) act: Act,
}

/// What can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// Press the button of this label.
    Press(String),
    /// Say this.
    Say(String),
}

/// One classmate's head.
#[derive(Debug)]
pub(super) struct Mind {
    temper: Temper,
    rng: StdRng,
    memory: Memory,
    /// Chances to speak are shared among all.
    share: f64,
    /// Messages that have been thought about, and as what.
    met: BTreeSet<(u64, u8)>,
    /// Where they do not play along.
    away: BTreeSet<ChannelId>,
}

impl Mind {
    /// The `nth` classmate of `all`.
    pub(super) fn new(seed: u64, nth: u64, all: usize) -> Self {
        let mut rng = StdRng::seed_from_u64(seed.wrapping_mul(1_000_003).wrapping_add(nth));
        #[expect(clippy::cast_precision_loss, reason = "there are a hundred at most")]
        let share = (VOICES / all.max(1) as f64).min(1.0);
        Self {
            temper: Temper::draw(&mut rng),
            rng,
            memory: Memory::default(),
            share,
            met: BTreeSet::new(),
            away: BTreeSet::new(),
        }
    }

    /// Something is seen in a channel at `now`; each message is thought about once as what it is.
    pub(super) fn meets(
        &mut self,
        channel: ChannelId,
        message: u64,
        sight: &Sight,
        now: Timestamp,
    ) -> Vec<Plan> {
        if !self.met.insert((message, kind(sight))) {
            return Vec::new();
        }
        let plan = |(after, act)| Plan {
            after,
            channel,
            message,
            act,
        };
        let acts = match sight {
            Sight::Lobby { join } => self.lobby(channel, join),
            Sight::Reveal { text } => {
                if self.rng.random_bool(self.temper.attention) {
                    self.memory.keep(text);
                }
                self.speaks(lines::REVEAL, 0.5)
            }
            Sight::Podium => {
                self.away.remove(&channel);
                self.speaks(lines::PODIUM, 1.0)
            }
            Sight::Question { .. } | Sight::Open { .. } if self.sits_out(channel) => Vec::new(),
            Sight::Question {
                text,
                choices,
                closes,
            } => self.question(text, choices, left(*closes, now)),
            Sight::Open {
                text,
                label,
                closes,
            } => {
                let after = self.thinks(text, left(*closes, now), 1.6);
                let press = |after| (after, Act::Press(label.clone()));
                after.map(press).into_iter().collect()
            }
        };
        acts.into_iter().map(plan).collect()
    }

    fn lobby(&mut self, channel: ChannelId, join: &str) -> Vec<(Duration, Act)> {
        if self.rng.random_bool(ELSEWHERE) {
            self.away.insert(channel);
            return Vec::new();
        }
        self.away.remove(&channel);
        let middle = JOIN.mul_f64(self.temper.slowness);
        let after = log_normal(&mut self.rng, middle, 0.6).min(LATEST);
        let mut acts = vec![(after, Act::Press(join.to_owned()))];
        let said = self.speaks(lines::LOBBY, 0.7);
        acts.extend(said.into_iter().map(|(later, act)| (after + later, act)));
        acts
    }

    fn sits_out(&mut self, channel: ChannelId) -> bool {
        self.rng.random_bool(self.temper.absence) || self.away.contains(&channel)
    }

    fn question(
        &mut self,
        text: &str,
        choices: &[Choice],
        left: Option<Duration>,
    ) -> Vec<(Duration, Act)> {
        let options: Vec<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
        let known = self.memory.best(text, &options);
        let haste = if known.is_some() { 0.7 } else { 1.0 };
        let Some(after) = self.thinks(text, left, haste) else {
            return Vec::new();
        };
        let chosen = known.unwrap_or_else(|| self.guesses(choices.len()));
        let press = |at: usize| Act::Press(choices[at].label.clone());
        let mut acts = vec![(after, press(chosen))];
        if known.is_none() && self.rng.random_bool(self.temper.wavering) {
            let later = after + log_normal(&mut self.rng, LOOK_UP, 0.5);
            // Any of the others is as likely as the next.
            let other = (chosen + self.rng.random_range(1..choices.len())) % choices.len();
            if left.is_none_or(|left| later + BELL < left) {
                acts.push((later, press(other)));
            }
        }
        acts
    }

    /// The one that they always like, now and then; else any.
    fn guesses(&mut self, n_choices: usize) -> usize {
        let likes = self.rng.random_bool(0.5);
        let any = self.rng.random_range(0..n_choices);
        let liked = self.temper.leaning.filter(|liked| *liked < n_choices);
        liked.filter(|_| likes).unwrap_or(any)
    }

    /// How long they take over a question; `None`: longer than there is time.
    fn thinks(&mut self, text: &str, left: Option<Duration>, effort: f64) -> Option<Duration> {
        let n_words = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
        let middle = (LOOK_UP + WORD * n_words.min(200)).mul_f64(self.temper.slowness * effort);
        let after = log_normal(&mut self.rng, middle, 0.5);
        let hurries = self.rng.random_bool(0.6);
        let part = self.rng.random_range(0.6..0.95);
        let Some(left) = left else {
            return Some(after);
        };
        if after + BELL < left {
            return Some(after);
        }
        // Who sees the time run out presses in the last moments, or has missed it.
        (hurries && left > BELL * 3).then(|| left.mul_f64(part).saturating_sub(BELL))
    }

    /// What they type where the answer has to be typed.
    pub(super) fn writes(&mut self, question: &str) -> String {
        let names = self.memory.names_about(question);
        let guess = names.choose(&mut self.rng).copied();
        guess
            .or_else(|| lines::NO_IDEA.choose(&mut self.rng).copied())
            .unwrap_or_default()
            .to_owned()
    }

    /// The next button of a private message.
    pub(super) fn orders(&mut self, message: &Seen) -> Option<Step> {
        steps(message).choose(&mut self.rng).cloned()
    }

    /// Between two presses.
    pub(super) fn pause(&mut self) -> Duration {
        let middle = LOOK_UP.mul_f64(self.temper.slowness / 2.0);
        log_normal(&mut self.rng, middle, 0.4)
    }

    /// A line, now and then.
    fn speaks(&mut self, lines: &[&str], occasion: f64) -> Vec<(Duration, Act)> {
        let speaks = self
            .rng
            .random_bool(self.temper.talk * occasion * self.share);
        let after = log_normal(&mut self.rng, LOOK_UP, 0.5).min(LATEST);
        let line = lines.choose(&mut self.rng).filter(|_| speaks);
        line.map(|line| (after, Act::Say((*line).to_owned())))
            .into_iter()
            .collect()
    }
}

const fn kind(sight: &Sight) -> u8 {
    match sight {
        Sight::Lobby { .. } => 0,
        Sight::Question { .. } => 1,
        Sight::Open { .. } => 2,
        Sight::Reveal { .. } => 3,
        Sight::Podium => 4,
    }
}

/// How much time there is until a second of the Unix epoch.
fn left(closes: Option<i64>, now: Timestamp) -> Option<Duration> {
    let closes = Timestamp::from_second(closes?).ok()?;
    Some(closes.duration_since(now).try_into().unwrap_or_default())
}
