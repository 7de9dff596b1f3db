//! The way out into channels: messages that nobody asked for just now, as running games send them.
//!
//! These requests count in Discord's limits, so they go through the process's budget and then through serenity's limiter.

use std::time::Duration;

use anyhow::Context as _;
use async_trait::async_trait;
use serde_json::{Value, json};
use serenity::all::{ApplicationId, ChannelId, HttpError, LightMethod, MessageId, Request, Route};

use super::{Door, PAUSE};
use crate::bot::draw::Message;
use crate::bot::rooms::{HasButton, Line, PodiumStands, Post, PostError, Urgency};
use crate::store::Channel;

/// How often something that matters is tried, and the longest pause between. Together about half a minute.
const TRIES: u32 = 9;
const LONGEST_PAUSE: Duration = Duration::from_secs(6);
/// Messages of a channel that are looked through.
const LOOKED_THROUGH: u32 = 50;
/// A thread falls silent in the list after a day.
const THREAD_ARCHIVES_AFTER_MINUTES: u32 = 1_440;

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
const UNKNOWN_MEMBER: isize = 10_007;
const UNKNOWN_MESSAGE: isize = 10_008;
const UNKNOWN_USER: isize = 10_013;

#[async_trait]
impl Post for Door {
    async fn send(
        &self,
        channel: Channel,
        message: &Message,
        nonce: &str,
        urgency: Urgency,
    ) -> Result<u64, PostError> {
        let mut body = self.body(message);
        body["nonce"] = json!(nonce);
        body["enforce_nonce"] = json!(true);
        let route = Route::ChannelMessages {
            channel_id: ChannelId::new(channel.0),
        };
        let sent = self.ask(route, LightMethod::Post, &body, urgency).await?;
        id_of(&sent)
    }

    async fn edit(
        &self,
        channel: Channel,
        message: u64,
        new: &Message,
        urgency: Urgency,
    ) -> Result<(), PostError> {
        let route = Route::ChannelMessage {
            channel_id: ChannelId::new(channel.0),
            message_id: MessageId::new(message),
        };
        let body = self.body(new);
        self.ask(route, LightMethod::Patch, &body, urgency)
            .await
            .map(drop)
    }

    async fn find(
        &self,
        channel: Channel,
        has_button: HasButton<'_>,
        after: u64,
    ) -> Result<Option<u64>, PostError> {
        let route = Route::ChannelMessages {
            channel_id: ChannelId::new(channel.0),
        };
        let messages = self
            .ask(route, LightMethod::Get, &Value::Null, Urgency::Question)
            .await?;
        let ours = messages.as_array().into_iter().flatten().find(|message| {
            let is_ours = message["application_id"].is_string() || message["author"]["bot"] == true;
            is_ours
                && id_of(message).is_ok_and(|id| id > after)
                && custom_ids(message).any(has_button)
        });
        ours.map(id_of).transpose()
    }

    async fn whisper(&self, line: &Line, message: &Message) {
        const EPHEMERAL: u64 = 1 << 6;
        let mut body = self.body(message);
        body["flags"] = json!(EPHEMERAL);
        let route = Route::WebhookFollowupMessages {
            application_id: ApplicationId::new(line.application),
            token: line.token.expose(),
        };
        // Like every answer to an interaction it is not counted in the limits.
        match serde_json::to_vec(&body) {
            Ok(body) => {
                if self.try_send(route, body, &[]).await.is_err() {
                    tracing::debug!("A private word to a player did not arrive");
                }
            }
            Err(fault) => tracing::error!(%fault, "A private word could not be written as JSON"),
        }
    }

    fn podium_stands(&self, podium: PodiumStands) {
        if self.podiums.try_send(podium).is_err() {
            tracing::debug!("Too many podiums wait for their pictures: one stays without");
        }
    }

    async fn open_thread(&self, channel: Channel, name: &str) -> Result<Channel, PostError> {
        const PUBLIC_THREAD: u8 = 11;
        let route = Route::ChannelThreads {
            channel_id: ChannelId::new(channel.0),
        };
        let body = json!({
            "name": name,
            "type": PUBLIC_THREAD,
            "auto_archive_duration": THREAD_ARCHIVES_AFTER_MINUTES,
        });
        let thread = self
            .ask(route, LightMethod::Post, &body, Urgency::Question)
            .await?;
        id_of(&thread).map(Channel)
    }
}

impl Door {
    /// A message as Discord takes it: it pings nobody.
    fn body(&self, message: &Message) -> Value {
        if message.clipped {
            self.counters.clipped.bump();
            tracing::warn!("A message was longer than Discord takes and was clipped");
        }
        let embeds: Vec<_> = message.embed.iter().collect();
        json!({
            "content": message.content.as_deref().unwrap_or_default(),
            "embeds": embeds,
            "components": message.rows,
            "allowed_mentions": {"parse": []},
        })
    }

    /// Asks until Discord has decided; a hiccup on the way or at Discord is tried over, unless it matters little.
    pub(super) async fn ask(
        &self,
        route: Route<'_>,
        method: LightMethod,
        body: &Value,
        urgency: Urgency,
    ) -> Result<Value, PostError> {
        let tries = match urgency {
            Urgency::Progress => 1,
            Urgency::Question | Urgency::Close => TRIES,
        };
        let mut pause = PAUSE;
        for n_tried in 1.. {
            if !self.budget.room_for(urgency).await {
                return Err(PostError::LeftOut);
            }
            match self.ask_once(route, method, body).await {
                Err(Again::Never(error)) => return Err(error),
                Err(Again::Later(fault, wait)) if n_tried < tries => {
                    tracing::debug!(fault = format!("{fault:#}"), "Discord is asked again");
                    tokio::time::sleep(wait.unwrap_or(pause)).await;
                    pause = LONGEST_PAUSE.min(pause * 2);
                }
                Err(Again::Later(fault, _)) => {
                    return match urgency {
                        Urgency::Progress => Err(PostError::LeftOut),
                        Urgency::Question | Urgency::Close => Err(PostError::Failed(fault)),
                    };
                }
                Ok(value) => return Ok(value),
            }
        }
        unreachable!("the loop counts up until it returns")
    }

    async fn ask_once(
        &self,
        route: Route<'_>,
        method: LightMethod,
        body: &Value,
    ) -> Result<Value, Again> {
        let name = name_of(route, method);
        let mut request = Request::new(route, method);
        if body.is_null() {
            if let Route::ChannelMessages { .. } = route {
                request = request.params(Some(vec![("limit", LOOKED_THROUGH.to_string())]));
            }
        } else {
            let body = serde_json::to_vec(body).context("a message could not be written as JSON");
            request = request.body(Some(body.map_err(|fault| Again::Never(fault.into()))?));
        }
        self.counters.requests.bump();
        let asked = self.http.request(request).await;
        let status = match &asked {
            Ok(response) => response.status().as_u16(),
            Err(error) => status_of(error),
        };
        self.counters.metrics.requested(name, status);
        let response = asked.map_err(|error| self.again(error))?;
        let read = response.bytes().await;
        let bytes = read.map_err(|fault| Again::Later(fault.without_url().into(), None))?;
        serde_json::from_slice(&bytes).map_err(|fault| Again::Later(fault.into(), None))
    }

    /// Whether it is worth asking again.
    fn again(&self, error: serenity::Error) -> Again {
        let serenity::Error::Http(error) = error else {
            return Again::Later(anyhow::anyhow!("{error}"), None);
        };
        match error {
            HttpError::UnsuccessfulRequest(response) => {
                let (status, code) = (response.status_code.as_u16(), response.error.code);
                let told = format!("{status}, {} ({code})", response.error.message);
                match status {
                    429 => {
                        self.counters.rate_limited.bump();
                        Again::Later(anyhow::anyhow!(told), Some(Duration::from_secs(1)))
                    }
                    404 if [UNKNOWN_MESSAGE, UNKNOWN_MEMBER, UNKNOWN_USER].contains(&code) => {
                        Again::Never(PostError::Deleted)
                    }
                    401 | 403 | 404 => Again::Never(PostError::Shut(told)),
                    500.. => Again::Later(anyhow::anyhow!(told), None),
                    _ => {
                        self.counters.undelivered.bump();
                        Again::Never(PostError::Failed(anyhow::anyhow!(told)))
                    }
                }
            }
            // Its address stays out of what is logged.
            HttpError::Request(error) => Again::Later(error.without_url().into(), None),
            other => Again::Later(anyhow::anyhow!("{other}"), None),
        }
    }
}

/// Why one try did not work.
enum Again {
    Never(PostError),
    /// After this pause, if Discord named one.
    Later(anyhow::Error, Option<Duration>),
}

fn id_of(object: &Value) -> Result<u64, PostError> {
    let id = object["id"].as_str().and_then(|id| id.parse().ok());
    id.ok_or_else(|| PostError::Failed(anyhow::anyhow!("Discord answered without an id")))
}

/// The custom ids of a message's buttons.
fn custom_ids(message: &Value) -> impl Iterator<Item = &str> {
    let rows = message["components"].as_array().into_iter().flatten();
    rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
        .filter_map(|button| button["custom_id"].as_str())
}

/// The method and the route, without ids.
fn name_of(route: Route<'_>, method: LightMethod) -> &'static str {
    match (route, method) {
        (Route::ChannelMessages { .. }, LightMethod::Post) => "POST /channels/messages",
        (Route::ChannelMessages { .. }, LightMethod::Get) => "GET /channels/messages",
        (Route::ChannelMessage { .. }, LightMethod::Patch) => "PATCH /channels/messages/id",
        (Route::ChannelThreads { .. }, LightMethod::Post) => "POST /channels/threads",
        (Route::GuildMember { .. }, LightMethod::Get) => "GET /guilds/members",
        (Route::User { .. }, LightMethod::Get) => "GET /users",
        _ => "other",
    }
}

/// 0 where nothing came back.
fn status_of(error: &serenity::Error) -> u16 {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            response.status_code.as_u16()
        }
        _ => 0,
    }
}
