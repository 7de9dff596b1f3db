//! How a connection comes to its session: a new one, or the one it had; and what it asks for then.

use std::ops::ControlFlow;

use serde_json::{Value, json};
use twilight_model::gateway::CloseCode;

use super::closing::{End, close};
use super::identify::{self, Identify};
use super::session::{NoResume, Order, Session};
use super::{Connection, op};
use crate::playground::limits::starts::NoStart;
use crate::playground::shared::Shared;

impl Connection {
    pub(super) async fn identify(&mut self, data: &Value) -> ControlFlow<End> {
        if self.session.is_some() {
            return ControlFlow::Break(close(CloseCode::AlreadyAuthenticated));
        }
        let identify = match Identify::read(data, self.shared.token()) {
            Ok(identify) => identify,
            Err(code) => return ControlFlow::Break(close(code)),
        };
        if identify.shard.1 < self.shared.least_shards() {
            return ControlFlow::Break(close(CloseCode::ShardingRequired));
        }
        let may = self.shared.with(|core| core.world.privileged_intents);
        if !may && identify.intents.intersects(identify::PRIVILEGED) {
            return ControlFlow::Break(close(CloseCode::DisallowedIntents));
        }
        let started = self
            .shared
            .with(|core| core.starts.begin(identify.shard.0, Shared::now()));
        match started {
            Ok(()) => {}
            Err(NoStart::TooSoon) => {
                self.say(op::INVALID_SESSION, json!(false)).await;
                return ControlFlow::Continue(());
            }
            Err(NoStart::TooMany) => {
                let void = Order::Close(4004, "Authentication failed.");
                self.shared.with(|core| core.sessions.order_all(&void));
                return ControlFlow::Break(close(CloseCode::AuthenticationFailed));
            }
        }
        self.begin(&identify);
        ControlFlow::Continue(())
    }

    /// Starts the session of a bot that may have one.
    fn begin(&mut self, identify: &Identify) {
        let address = self.shared.address();
        let id = self.shared.with(|core| {
            let id = core.world.session_id();
            let session = Session::new(
                id.clone(),
                identify.shard,
                identify.intents,
                self.link.clone(),
            );
            let ready = identify::ready(&core.world, &session, &format!("ws://{address}/gateway"));
            let guilds = identify::guilds(&core.world, &session);
            core.sessions.add(session);
            core.sessions.send_to(&id, "READY", &ready);
            for guild in guilds {
                core.sessions.send_to(&id, "GUILD_CREATE", &guild);
            }
            id
        });
        self.session = Some(id);
    }

    pub(super) async fn resume(&mut self, data: &Value) -> ControlFlow<End> {
        if self.session.is_some() {
            return ControlFlow::Break(close(CloseCode::AlreadyAuthenticated));
        }
        if !identify::is_token(data["token"].as_str(), self.shared.token())
            || self.shared.with(|core| core.starts.is_void())
        {
            return ControlFlow::Break(close(CloseCode::AuthenticationFailed));
        }
        let (Some(id), Some(sequence)) = (data["session_id"].as_str(), data["seq"].as_u64()) else {
            return ControlFlow::Break(close(CloseCode::DecodeError));
        };
        let resumed = self
            .shared
            .with(|core| core.sessions.resume(id, sequence, self.link.clone()));
        match resumed {
            Ok(()) => self.session = Some(id.to_owned()),
            Err(NoResume::Sequence) => {
                return ControlFlow::Break(close(CloseCode::InvalidSequence));
            }
            Err(NoResume::Unknown) => self.say(op::INVALID_SESSION, json!(false)).await,
        }
        ControlFlow::Continue(())
    }

    /// Answers a request for the members of a server.
    pub(super) fn members(&self, data: &Value) {
        let Some(session) = &self.session else { return };
        let guild = crate::playground::form::snowflake(&data["guild_id"]);
        self.shared.with(|core| {
            let Some(chunk) = guild.and_then(|guild| identify::members(&core.world, guild, data))
            else {
                return;
            };
            core.sessions
                .send_to(session, "GUILD_MEMBERS_CHUNK", &chunk);
        });
    }
}
