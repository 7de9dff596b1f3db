//! Simulated classmates: they join quizzes, answer at their own pace, chat a little, and know no more than anyone.
//!
//! A classmate sees what a person's page sees and does what a page can do: presses of buttons, forms, messages. What
//! is right is never told to them; they guess, and some remember what reveals said. What they will do follows from a
//! seed and from the messages that they see.

mod lines;
mod memory;
mod mind;
pub(in crate::playground) mod sight;
mod temper;

use std::time::Duration;

use serde_json::Value;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

use self::mind::{Act, Mind, Plan};
use self::sight::{Sight, Step};
use super::people::{Answer, Person, Seen};
use super::shared::Shared;
use super::state::ids::{ChannelId, UserId};

/// Most classmates of one playground.
pub const MOST: u16 = 100;
/// Most presses with which a classmate puts events in order; more would be a circle.
const STEPS: usize = 12;

/// Which classmates there are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Classmates {
    /// How many.
    pub count: u16,
    /// What they are like and what they will do follows from this.
    pub seed: u64,
    /// How many times faster than people they are; tests do not wait as people do.
    pub haste: f64,
}

impl Default for Classmates {
    fn default() -> Self {
        Self {
            count: 0,
            seed: 0,
            haste: 1.0,
        }
    }
}

/// Lets the classmates `people` live until the playground ends.
pub(super) fn start(shared: &Shared, people: &[UserId], wanted: Classmates) -> Vec<JoinHandle<()>> {
    let lives = people.iter().zip(0_u64..).map(|(id, nth)| {
        let mind = Mind::new(wanted.seed, nth, people.len());
        let life = Life {
            shared: shared.clone(),
            id: *id,
            mind,
            haste: wanted.haste.max(0.01),
            ahead: Vec::new(),
        };
        // They listen from now on, and not only once their task is first run.
        let events = life.at(super::state::seed::GENERAL).events();
        tokio::spawn(life.run(events))
    });
    lives.collect()
}

/// One classmate.
struct Life {
    shared: Shared,
    id: UserId,
    mind: Mind,
    haste: f64,
    /// What is to be done, and when.
    ahead: Vec<(Instant, Plan)>,
}

impl Life {
    async fn run(mut self, mut events: super::people::Events) {
        loop {
            let next = self.ahead.iter().map(|(at, _)| *at).min();
            tokio::select! {
                event = events.next() => match event {
                    Some((name, data)) => self.hears(name, data),
                    None => return,
                },
                () = until(next) => self.acts(next).await,
                () = self.shared.stopped() => return,
            }
        }
    }

    /// A frame of the page: only new and changed messages matter.
    fn hears(&mut self, name: &str, data: Value) {
        if !matches!(name, "MESSAGE_CREATE" | "MESSAGE_UPDATE") {
            return;
        }
        let Some(channel) = super::form::snowflake::<_>(&data["channel_id"]) else {
            return;
        };
        let message = Seen::of_frame(data);
        let Some(sight) = Sight::of(&message) else {
            return;
        };
        let now = Shared::now();
        let begun = Instant::now();
        for plan in self.mind.meets(channel, message.id(), &sight, now) {
            self.ahead
                .push((begun + plan.after.div_f64(self.haste), plan));
        }
    }

    /// Does the first of what is due.
    async fn acts(&mut self, due: Option<Instant>) {
        let Some(first) = self.ahead.iter().position(|(at, _)| Some(*at) == due) else {
            return;
        };
        let (_, plan) = self.ahead.swap_remove(first);
        let me = self.at(plan.channel);
        match &plan.act {
            Act::Say(line) => {
                // A channel may have been closed to them, or be gone.
                me.says(line).ok();
            }
            Act::Press(label) => {
                if let Some(message) = me
                    .sees(plan.message)
                    .filter(|message| message.offers(label))
                {
                    let answer = me.presses_on(&message, label).await;
                    self.goes_on(&me, answer).await;
                }
            }
        }
    }

    /// What a press opened: a form to fill in, or a private message whose buttons are pressed in order.
    async fn goes_on(&mut self, me: &Person, answer: Answer) {
        if let Some(form) = &answer.modal {
            let guess = self.mind.writes(&form.words());
            let fields: Vec<(&str, &str)> = form
                .fields()
                .into_iter()
                .map(|field| (field, guess.as_str()))
                .collect();
            me.submits(form, &fields).await;
            return;
        }
        let mut message = answer.message.filter(Seen::is_ephemeral);
        for _ in 0..STEPS {
            let Some(shown) = message else { return };
            let Some(Step { label, last }) = self.mind.orders(&shown) else {
                return;
            };
            let pause = self.mind.pause().div_f64(self.haste);
            tokio::time::sleep(pause).await;
            let answer = me.presses_on(&shown, &label).await;
            message = answer.message.filter(|_| answer.changed && !last);
        }
    }

    fn at(&self, channel: ChannelId) -> Person {
        Person::new(self.shared.clone(), self.id, channel)
    }
}

async fn until(next: Option<Instant>) {
    match next {
        Some(next) => sleep_until(next).await,
        None => std::future::pending().await,
    }
}

/// How long something takes of which `middle` is as often exceeded as not; the logarithm is normally distributed.
fn log_normal(rng: &mut impl rand::Rng, middle: Duration, spread: f64) -> Duration {
    use rand::RngExt as _;
    // Box and Muller's way from two even numbers to a normal one.
    let (one, other): (f64, f64) = (rng.random(), rng.random());
    let normal = (-2.0 * (1.0 - one).ln()).sqrt() * (std::f64::consts::TAU * other).cos();
    middle.mul_f64((spread * normal).exp())
}
