//! What a load has offered and what came back: every interaction once, under a lock of its own.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use super::What;
use super::tally::{Answered, Tallies};
use crate::playground::form::command::kind;
use crate::playground::form::message::Upload;
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::state::answering::check_answer;
use crate::playground::state::ids::InteractionId;
use crate::playground::state::interaction::{FIRST_ANSWER, Kind};

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
    interactions: HashMap<u64, Stage>,
    tallies: Tallies,
    n_waiting: usize,
}

impl Ledger {
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
        if !self.is_open.load(Ordering::Relaxed) {
            return None;
        }
        let now = Instant::now();
        let what = match self.lock().interactions.get(&id.get())? {
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
                from_frame,
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
    };
    check_answer(kind, from_message, kind::STRING, body, uploads.to_vec())
}
