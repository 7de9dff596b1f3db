//! The one way out: every answer and every message leaves here, so that mentions, deadline, client and counting are the same for all.
//!
//! Interaction endpoints are not counted in Discord's request limits and their routes are never used twice. So they go past
//! serenity's rate limiter, whose table would grow by one entry for each, and a 429 is waited for here.

mod body;
mod budget;
mod channels;
mod interactions;
mod members;
mod pictures;
mod to;

#[cfg(test)]
mod tests;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{CreateAutocompleteResponse, CreateEmbed, CreateModal, Http};
use tokio::sync::mpsc;

use super::counters::Counters;
use super::draw::Message;
use super::pictures::Picture;
use super::rooms::PodiumStands;
use crate::config::{Discord, Secret};
use budget::Budget;

pub(super) use body::choices;
pub(super) use to::To;

/// The first pause before a message to a channel is tried again.
const PAUSE: Duration = Duration::from_millis(200);

/// What is answered.
#[derive(Debug)]
pub(super) enum Answer {
    /// A new message.
    Show(Message),
    /// The message of the button, made anew.
    Replace(Message),
    /// What an argument could be.
    Choices(CreateAutocompleteResponse),
    /// A form to fill in.
    Form(CreateModal),
}

impl Answer {
    /// The picture that shows the same, and the embed that it belongs into.
    pub(super) fn picture(&self) -> Option<(Picture, CreateEmbed)> {
        match self {
            Self::Show(message) | Self::Replace(message) => {
                Some((message.picture.clone()?, message.embed.clone()?))
            }
            Self::Choices(_) | Self::Form(_) => None,
        }
    }
}

/// Sends answers, and messages to channels.
pub(super) struct Door {
    client: reqwest::Client,
    token: Secret,
    /// Instead of Discord's own address.
    api_url: Option<String>,
    counters: Arc<Counters>,
    /// What is counted in Discord's limits goes through serenity's limiter, after the budget.
    http: Arc<Http>,
    budget: Budget,
    /// Podiums that a picture may follow.
    podiums: mpsc::Sender<PodiumStands>,
}

impl std::fmt::Debug for Door {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Serenity's client prints its whole table of limits.
        out.debug_struct("Door")
            .field("budget", &self.budget)
            .finish_non_exhaustive()
    }
}

impl Door {
    pub(super) fn new(
        client: reqwest::Client,
        token: Secret,
        api_url: Option<String>,
        counters: Arc<Counters>,
        http: Arc<Http>,
        podiums: mpsc::Sender<PodiumStands>,
    ) -> Self {
        Self {
            client,
            token,
            api_url,
            counters,
            http,
            budget: Budget::new(Discord::REQUESTS_A_SECOND),
            podiums,
        }
    }

    /// With so many messages to channels a second in place of the usual ones.
    pub(super) fn with_requests(self, per_second: NonZeroU32) -> Self {
        Self {
            budget: Budget::new(per_second),
            ..self
        }
    }

    /// The client that messages to channels go through.
    pub(super) fn http(&self) -> Arc<Http> {
        Arc::clone(&self.http)
    }

    /// How many messages to channels wait for room in the budget.
    pub(super) fn n_waiting(&self) -> usize {
        self.budget.n_waiting()
    }
}
