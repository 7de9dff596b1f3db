//! Answers to interactions, tried until Discord has decided.

use std::time::Duration;

use anyhow::Context as _;
use serenity::all::{InteractionId, LightMethod, Request, Route};
use tokio::time::Instant;

use super::body::{form, json};
use super::to::{DEADLINE, To};
use super::{Answer, Door};
use crate::bot::draw::File;

/// How often an answer is tried where the way to Discord or Discord itself fails, and the first pause between; each next one is twice
/// as long. All of them end in time: somebody waits.
const TRIES: u32 = 5;
const SHORT_PAUSE: Duration = Duration::from_millis(100);

/// Why an answer did not arrive.
pub(super) enum Undelivered {
    /// Discord no longer knows the interaction.
    TooLate,
    /// It was answered before.
    Twice,
    Refused(anyhow::Error),
}

/// Why one try did not deliver an answer.
pub(super) enum Trouble {
    /// It never will be.
    Final(Undelivered),
    /// Discord wants this pause first.
    RateLimit(Duration),
    /// The way to Discord, or Discord itself, failed.
    Hiccup(anyhow::Error),
}

impl Door {
    /// Answers once; whether Discord took it. What goes wrong is counted and logged here; nobody could be told anyway.
    pub(in crate::bot) async fn answer(&self, to: &To<'_>, answer: Answer) -> bool {
        if let Answer::Show(message) | Answer::Replace(message) = &answer
            && message.clipped
        {
            self.counters.clipped.bump();
            tracing::warn!("A card was longer than Discord takes and was clipped");
        }
        let what = match &answer {
            Answer::Choices(_) => "autocomplete",
            Answer::Show(_) | Answer::Replace(_) | Answer::Form(_) => to.what,
        };
        let mut answer = answer;
        let files = match &mut answer {
            Answer::Show(message) | Answer::Replace(message) => std::mem::take(&mut message.files),
            Answer::Choices(_) | Answer::Form(_) => Vec::new(),
        };
        let sent = tokio::time::timeout_at(to.deadline, self.send(to, answer, &files)).await;
        let sent = sent.unwrap_or(Err(Undelivered::TooLate));
        let arrived = sent.is_ok();
        let outcome = match sent {
            Ok(()) => {
                self.counters.answered.bump();
                "answered"
            }
            Err(Undelivered::TooLate) => {
                self.counters.too_late.bump();
                tracing::debug!(interaction = to.id, "An answer came too late");
                "too_late"
            }
            Err(Undelivered::Twice) => {
                self.counters.answered_twice.bump();
                tracing::debug!(
                    interaction = to.id,
                    "An interaction had been answered already"
                );
                "twice"
            }
            Err(Undelivered::Refused(fault)) => {
                self.counters.undelivered.bump();
                tracing::error!(
                    interaction = to.id,
                    fault = format!("{fault:#}"),
                    "An answer could not be delivered"
                );
                "undelivered"
            }
        };
        let took = DEADLINE.saturating_sub(to.deadline.saturating_duration_since(Instant::now()));
        self.counters.metrics.answered(what, outcome, took);
        arrived
    }

    /// Sends until Discord has decided; a hiccup on the way or at Discord is tried over, [`TRIES`] times in all.
    async fn send(&self, to: &To<'_>, answer: Answer, files: &[File]) -> Result<(), Undelivered> {
        let body = json(answer, files)
            .context("an answer could not be written as JSON")
            .map_err(Undelivered::Refused)?;
        let (mut n_tried, mut pause) = (0, SHORT_PAUSE);
        loop {
            n_tried += 1;
            match self.send_once(to, body.clone(), files).await {
                Ok(()) => return Ok(()),
                // An earlier try has arrived after all.
                Err(Trouble::Final(Undelivered::Twice)) if n_tried > 1 => return Ok(()),
                Err(Trouble::Final(undelivered)) => return Err(undelivered),
                Err(Trouble::RateLimit(wait)) => {
                    self.counters.rate_limited.bump();
                    tokio::time::sleep(wait).await;
                }
                Err(Trouble::Hiccup(fault)) if n_tried >= TRIES => {
                    return Err(Undelivered::Refused(fault));
                }
                Err(Trouble::Hiccup(_)) => {
                    tokio::time::sleep(pause).await;
                    pause *= 2;
                }
            }
        }
    }

    async fn send_once(&self, to: &To<'_>, body: Vec<u8>, files: &[File]) -> Result<(), Trouble> {
        let route = Route::InteractionResponse {
            interaction_id: InteractionId::new(to.id),
            token: to.token,
        };
        self.try_send(route, body, files).await
    }

    /// One request to an interaction's own address, past serenity's limiter.
    pub(super) async fn try_send(
        &self,
        route: Route<'_>,
        body: Vec<u8>,
        files: &[File],
    ) -> Result<(), Trouble> {
        let token = format!("Bot {}", self.token.expose());
        let (body, form) = match files {
            [] => (Some(body), None),
            files => (None, Some(form(body, files))),
        };
        let request = Request::new(route, LightMethod::Post).body(body).build(
            &self.client,
            &token,
            self.api_url.as_deref(),
        );
        let request = request
            .map_err(|error| Trouble::Final(Undelivered::Refused(anyhow::anyhow!("{error}"))))?;
        let request = match form {
            Some(form) => request.multipart(form),
            None => request,
        };
        // The address carries the interaction's token: it stays out of errors.
        let response = request
            .send()
            .await
            .map_err(|error| Trouble::Hiccup(error.without_url().into()))?;
        let status = response.status();
        if status.is_success() {
            return Ok(());
        }
        if status.as_u16() == 429 {
            return Err(Trouble::RateLimit(wait(&response)));
        }
        let text = response.text().await.unwrap_or_default();
        let code = serde_json::from_str::<serde_json::Value>(&text)
            .ok()
            .and_then(|error| error["code"].as_u64());
        let fault = || anyhow::anyhow!("{status}: {}", text.chars().take(600).collect::<String>());
        Err(match code {
            Some(10_062) => Trouble::Final(Undelivered::TooLate),
            Some(40_060) => Trouble::Final(Undelivered::Twice),
            _ if status.is_server_error() => Trouble::Hiccup(fault()),
            _ => Trouble::Final(Undelivered::Refused(fault())),
        })
    }
}

/// How long a 429 asks to wait: `Retry-After`, in seconds.
fn wait(response: &reqwest::Response) -> Duration {
    let seconds = response
        .headers()
        .get("retry-after")
        .and_then(|value| value.to_str().ok()?.parse::<f64>().ok());
    Duration::try_from_secs_f64(seconds.unwrap_or(0.5)).unwrap_or(DEADLINE)
}
