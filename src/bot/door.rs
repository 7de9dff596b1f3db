//! The one way out: every answer and every message leaves here, so that mentions, deadline, client and counting are the same for all.
//!
//! Interaction endpoints are not counted in Discord's request limits and their routes are never used twice. So they go past
//! serenity's rate limiter, whose table would grow by one entry for each, and a 429 is waited for here.

mod budget;
mod channels;
mod members;
mod pictures;
mod to;

#[cfg(test)]
mod tests;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use reqwest::multipart::{Form, Part};
use serenity::all::{
    AutocompleteChoice, CreateAllowedMentions, CreateAttachment, CreateAutocompleteResponse,
    CreateEmbed, CreateInteractionResponse, CreateInteractionResponseMessage, CreateModal, Http,
    InteractionId, LightMethod, Request, Route,
};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::counters::Counters;
use super::draw::{self, File, Message};
use super::escape;
use super::pictures::Picture;
use super::rooms::PodiumStands;
use crate::answers::Choice;
use crate::config::{Discord, Secret};
use budget::Budget;
use to::DEADLINE;

pub(super) use to::To;

/// How often an answer is tried where the way to Discord or Discord itself fails, and the first pause between; each next one is twice
/// as long. All of them end in time: somebody waits.
const TRIES: u32 = 5;
const SHORT_PAUSE: Duration = Duration::from_millis(100);
/// The first pause before a message to a channel is tried again.
const PAUSE: Duration = Duration::from_millis(200);

/// Discord takes 25 choices of 100 characters.
const CHOICES: usize = 25;
const CHOICE: usize = 100;

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

/// Why an answer did not arrive.
enum Undelivered {
    /// Discord no longer knows the interaction.
    TooLate,
    /// It was answered before.
    Twice,
    Refused(anyhow::Error),
}

/// Why one try did not deliver an answer.
enum Trouble {
    /// It never will be.
    Final(Undelivered),
    /// Discord wants this pause first.
    RateLimit(Duration),
    /// The way to Discord, or Discord itself, failed.
    Hiccup(anyhow::Error),
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

    /// Answers once; whether Discord took it. What goes wrong is counted and logged here; nobody could be told anyway.
    pub(super) async fn answer(&self, to: &To<'_>, answer: Answer) -> bool {
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
    async fn try_send(
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

/// Files as Discord takes them: each a part, beside the message as JSON.
fn form(body: Vec<u8>, files: &[File]) -> Form {
    let json = Part::bytes(body)
        .mime_str("application/json")
        .expect("it is a media type");
    let mut form = Form::new().part("payload_json", json);
    for (number, file) in files.iter().enumerate() {
        let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
        form = form.part(format!("files[{number}]"), part);
    }
    form
}

/// The body of an answer. A message that is made anew loses the picture of what it showed before.
fn json(answer: Answer, files: &[File]) -> serde_json::Result<Vec<u8>> {
    let is_emptied = matches!(answer, Answer::Replace(_)) && files.is_empty();
    let response = response(answer, files);
    if !is_emptied {
        return serde_json::to_vec(&response);
    }
    let mut body = serde_json::to_value(response)?;
    body["data"]["attachments"] = serde_json::json!([]);
    serde_json::to_vec(&body)
}

fn response(answer: Answer, files: &[File]) -> CreateInteractionResponse {
    match answer {
        Answer::Show(message) => {
            let private = message.private;
            CreateInteractionResponse::Message(body(message, files).ephemeral(private))
        }
        Answer::Replace(message) => CreateInteractionResponse::UpdateMessage(body(message, files)),
        Answer::Choices(choices) => CreateInteractionResponse::Autocomplete(choices),
        Answer::Form(form) => CreateInteractionResponse::Modal(form),
    }
}

/// `choices` as far as Discord takes them.
pub(super) fn choices(choices: Vec<Choice>) -> CreateAutocompleteResponse {
    CreateAutocompleteResponse::new().set_choices(
        choices
            .into_iter()
            .filter_map(choice)
            .take(CHOICES)
            .collect(),
    )
}

/// `None` for a choice that Discord would refuse, which would lose all the others.
fn choice(choice: Choice) -> Option<AutocompleteChoice> {
    let mut name = escape::plain(&choice.name);
    draw::cut(&mut name, CHOICE);
    let fits =
        !name.is_empty() && !choice.value.is_empty() && choice.value.chars().count() <= CHOICE;
    fits.then(|| AutocompleteChoice::new(name, choice.value))
}

fn body(message: Message, files: &[File]) -> CreateInteractionResponseMessage {
    let attachments = files.iter().map(|file| {
        // Only what is said of it: its bytes go beside the JSON.
        CreateAttachment::bytes(Vec::new(), file.name.clone()).description(file.description.clone())
    });
    CreateInteractionResponseMessage::new()
        .files(attachments)
        .content(message.content.unwrap_or_default())
        .embeds(message.embed.into_iter().collect())
        .components(message.rows)
        .allowed_mentions(CreateAllowedMentions::new())
}
