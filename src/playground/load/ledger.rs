//! What a load has offered and what came back: every interaction once, under a lock of its own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustc_hash::FxHashMap;
use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::Instant;

use super::What;
use super::tally::{Answered, Tallies};
use crate::playground::form::command::kind;
use crate::playground::form::message::Upload;
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::state::answering::check_answer;
use crate::playground::state::ids::InteractionId;
use crate::playground::state::interaction::{FIRST_ANSWER, Kind};

/// Most interactions that room is made for beforehand.
const ROOM: usize = 2_000_000;

/// An interaction that is about to be sent.
#[derive(Debug)]
pub(crate) struct Offered {
    pub(crate) what: What,
    pub(crate) token: String,
    /// When it was due.
    pub(crate) intended: Instant,
    /// Whether it is in the time that is measured.
    pub(crate) counts: bool,
}

/// How far an interaction has come.
#[derive(Debug)]
enum Stage {
    /// Not answered; with the time at which its frame was written.
    Waiting(Offered, Option<Instant>),
    Answered,
    /// Answered in the world.
    Played,
}

/// The book of one load, while there is one.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Whether there is a load at all: without one a request costs no lock.
    is_open: AtomicBool,
    // A plain mutex: nobody waits for anything while holding it.
    book: Mutex<Book>,
}

#[derive(Debug, Default)]
struct Book {
    interactions: FxHashMap<u64, Stage>,
    tallies: Tallies,
    n_waiting: usize,
    follower: Option<UnboundedSender<InteractionId>>,
}

impl Ledger {
    /// Makes room for so many, so that no moment of the load is spent on growing.
    pub(super) fn expect(&self, count: usize) {
        self.lock().interactions.reserve(count.min(ROOM));
    }

    /// Begins a book; false if there is one already.
    pub(super) fn open(&self) -> bool {
        let mut book = self.lock();
        let begins = !self.is_open.swap(true, Ordering::Relaxed);
        if begins {
            *book = Book::default();
        }
        begins
    }

    /// Ends the book: what came of it. What is not answered by now never is.
    pub(super) fn close(&self) -> Tallies {
        let mut book = self.lock();
        self.is_open.store(false, Ordering::Relaxed);
        std::mem::take(&mut *book).tallies
    }

    /// Writes down what is about to be sent.
    pub(super) fn offered(&self, id: InteractionId, offered: Offered) {
        let mut book = self.lock();
        if offered.counts {
            book.tallies.of(offered.what).sent += 1;
            book.n_waiting += 1;
            if offered.what.is_played() {
                let late = Instant::now().duration_since(offered.intended);
                book.tallies.late.add(late);
            }
        }
        book.interactions
            .insert(id.get(), Stage::Waiting(offered, None));
    }

    /// The frame of an interaction is about to be written to the socket.
    pub(crate) fn framed(&self, id: InteractionId) {
        self.lock().framed(id, Instant::now());
    }

    /// The bot's answer to an interaction of the load; `None` if it is none of its.
    pub(crate) fn answer(
        &self,
        id: InteractionId,
        token: &str,
        body: &Value,
        uploads: &[Upload],
    ) -> Option<Outcome<()>> {
        if !self.is_open() {
            return None;
        }
        let now = Instant::now();
        let what = match self.lock().interactions.get(&id.get())? {
            Stage::Waiting(offered, _) if offered.what.is_played() => return None,
            Stage::Played => return None,
            Stage::Waiting(offered, _) if offered.token != token => {
                return Some(Err(Refusal::UNKNOWN_INTERACTION));
            }
            Stage::Waiting(offered, _) => offered.what,
            Stage::Answered => return Some(Err(Refusal::ALREADY_ACKNOWLEDGED)),
        };
        // Judged without the lock: this takes longer than all the rest.
        let judged = judge(what, body, uploads);
        Some(self.lock().answer(id, judged, now))
    }

    /// The world has taken the bot's answer to an interaction, or has refused it.
    pub(crate) fn played(&self, id: InteractionId, arrived: Instant, is_taken: bool) {
        if self.is_open() {
            self.lock().played(id, arrived, is_taken);
        }
    }

    /// Where it is told which interactions the world has taken answers to, from now on.
    pub(super) fn follow(&self) -> UnboundedReceiver<InteractionId> {
        let (tell, told) = unbounded_channel();
        self.lock().follower = Some(tell);
        told
    }

    /// Is there a load?
    pub(crate) fn is_open(&self) -> bool {
        self.is_open.load(Ordering::Relaxed)
    }

    /// How many are counted and not answered.
    pub(super) fn n_waiting(&self) -> usize {
        self.lock().n_waiting
    }

    fn lock(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    fn framed(&mut self, id: InteractionId, now: Instant) {
        if let Some(Stage::Waiting(offered, at)) = self.interactions.get_mut(&id.get()) {
            *at = Some(now);
            if offered.counts {
                self.tallies.late.add(now.duration_since(offered.intended));
            }
        }
    }

    fn played(&mut self, id: InteractionId, arrived: Instant, is_taken: bool) {
        let Some(stage) = self.interactions.get_mut(&id.get()) else {
            return;
        };
        let Stage::Waiting(offered, _) = stage else {
            return;
        };
        let tally = self.tallies.of(offered.what);
        if !is_taken {
            tally.refused += 1;
            return;
        }
        tally.answered(Answered {
            latency: arrived.duration_since(offered.intended),
            from_frame: None,
        });
        self.tallies.last = Some(arrived);
        self.n_waiting -= 1;
        *stage = Stage::Played;
        if let Some(follower) = &self.follower {
            // Who does not follow any more needs no news.
            follower.send(id).ok();
        }
    }

    fn answer(&mut self, id: InteractionId, judged: Outcome<()>, now: Instant) -> Outcome<()> {
        let stage = self.interactions.get_mut(&id.get());
        let stage = stage.ok_or(Refusal::UNKNOWN_INTERACTION)?;
        let Stage::Waiting(offered, framed) = stage else {
            return Err(Refusal::ALREADY_ACKNOWLEDGED);
        };
        let from_frame = framed.map_or(Duration::ZERO, |framed| now.duration_since(framed));
        let tally = self.tallies.of(offered.what);
        if let Err(refusal) = judged {
            tally.refused += u64::from(offered.counts);
            return Err(refusal);
        }
        let life = Duration::try_from(FIRST_ANSWER).unwrap_or_default();
        if from_frame >= life {
            return Err(Refusal::UNKNOWN_INTERACTION);
        }
        if offered.counts {
            tally.answered(Answered {
                latency: now.duration_since(offered.intended),
                from_frame: Some(from_frame),
            });
            self.tallies.last = Some(now);
            self.n_waiting -= 1;
        }
        *stage = Stage::Answered;
        Ok(())
    }
}

fn judge(what: What, body: &Value, uploads: &[Upload]) -> Outcome<()> {
    let (kind, from_message) = match what {
        What::Event => (Kind::Command, false),
        What::Complete => (Kind::Autocomplete, false),
        What::Press => (Kind::Component, true),
        // These are judged by the world.
        What::Start | What::Join | What::Answer | What::Open => return Ok(()),
    };
    check_answer(kind, from_message, kind::STRING, body, uploads.to_vec())
}
