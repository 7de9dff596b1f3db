//! Gateway sessions: who is connected with which shard and intents, what was sent, what can be sent again.

use std::collections::VecDeque;

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;
use twilight_model::gateway::Intents;

use crate::playground::state::event::{Dispatch, Need};
use crate::playground::state::ids::{GuildId, InteractionId};

/// How many events are kept for a session that comes back.
const REPLAY: usize = 2000;
/// How many sessions without a connection are kept.
const ABSENT: usize = 16;

/// What a connection is to send.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Order {
    /// A text frame.
    Frame(Utf8Bytes),
    /// The text frame of an interaction that a load offers.
    Offer(Utf8Bytes, InteractionId),
    /// Close with this code.
    Close(u16, &'static str),
    /// Close, and do not say why.
    CloseWithoutCode,
    /// Go away without a word.
    Drop,
    /// Ask for a new connection.
    Reconnect,
    /// Say that the session is invalid, and whether it can be resumed.
    InvalidSession(bool),
}

/// What Discord does to connections now and then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disturbance {
    /// Asks the bot to connect again and resume.
    Reconnect,
    /// Says that the session is invalid; it can be resumed only if this is true.
    InvalidSession(bool),
    /// Closes with this code.
    Close(u16),
    /// Closes without a code.
    CloseWithoutCode,
    /// Goes away without a closing handshake.
    Drop,
}

/// One session of the bot.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    /// Which shard of how many.
    pub(crate) shard: (u64, u64),
    pub(crate) intents: Intents,
    sequence: u64,
    replay: VecDeque<(u64, Utf8Bytes)>,
    link: Option<UnboundedSender<Order>>,
}

impl Session {
    /// A new session on a connection.
    pub(crate) fn new(
        id: String,
        shard: (u64, u64),
        intents: Intents,
        link: UnboundedSender<Order>,
    ) -> Self {
        Self {
            id,
            shard,
            intents,
            sequence: 0,
            replay: VecDeque::new(),
            link: Some(link),
        }
    }

    /// Does this session hear of what happens in `guild` (`None`: direct messages)?
    pub(crate) fn serves(&self, guild: Option<GuildId>) -> bool {
        let (shard, n_shards) = self.shard;
        guild.map_or(0, |guild| (guild.get() >> 22) % n_shards) == shard
    }

    /// Sends a dispatch, now or when the session is resumed.
    pub(crate) fn send(&mut self, name: &str, data: &Value) {
        self.send_text(name, &data.to_string(), Order::Frame);
    }

    /// Sends a dispatch whose data is JSON already, as one kind of order.
    fn send_text(&mut self, name: &str, data: &str, order: impl FnOnce(Utf8Bytes) -> Order) {
        self.sequence += 1;
        let sequence = self.sequence;
        let frame = format!(r#"{{"op":0,"s":{sequence},"t":"{name}","d":{data}}}"#);
        let frame = Utf8Bytes::from(frame);
        if let Some(link) = &self.link
            && link.send(order(frame.clone())).is_err()
        {
            self.link = None;
        }
        self.replay.push_back((sequence, frame));
        if self.replay.len() > REPLAY {
            self.replay.pop_front();
        }
    }
}

/// All sessions.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    sessions: Vec<Session>,
}

/// Why a session cannot be resumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoResume {
    /// There is none such, or too much was missed: identify again.
    Unknown,
    /// The sequence number was never sent.
    Sequence,
}

impl Sessions {
    /// Adds a session that has just identified.
    pub(crate) fn add(&mut self, session: Session) {
        let absent = |session: &Session| session.link.is_none();
        if self
            .sessions
            .iter()
            .filter(|session| absent(session))
            .count()
            > ABSENT
            && let Some(oldest) = self.sessions.iter().position(absent)
        {
            self.sessions.remove(oldest);
        }
        self.sessions.push(session);
    }

    /// Takes a session up again on a new connection and sends what it missed after `sequence`.
    pub(crate) fn resume(
        &mut self,
        id: &str,
        sequence: u64,
        link: UnboundedSender<Order>,
    ) -> Result<(), NoResume> {
        let session = self
            .sessions
            .iter_mut()
            .find(|session| session.id == id)
            .ok_or(NoResume::Unknown)?;
        if sequence > session.sequence {
            return Err(NoResume::Sequence);
        }
        let first_kept = session
            .replay
            .front()
            .map_or(session.sequence + 1, |(first, _)| *first);
        if sequence + 1 < first_kept {
            return Err(NoResume::Unknown);
        }
        for (_, frame) in session.replay.iter().filter(|(sent, _)| *sent > sequence) {
            if link.send(Order::Frame(frame.clone())).is_err() {
                return Ok(());
            }
        }
        session.link = Some(link);
        session.send("RESUMED", &json!({"_trace": ["playground"]}));
        Ok(())
    }

    /// Notes that a connection is gone. With `over` the session cannot be resumed.
    pub(crate) fn leave(&mut self, id: &str, link: &UnboundedSender<Order>, over: bool) {
        for session in &mut self.sessions {
            let same = session
                .link
                .as_ref()
                .is_some_and(|own| own.same_channel(link));
            if session.id == id && same {
                session.link = None;
            }
        }
        if over {
            self.sessions
                .retain(|session| session.id != id || session.link.is_some());
        }
    }

    /// Sends to one session.
    pub(crate) fn send_to(&mut self, id: &str, name: &str, data: &Value) {
        if let Some(session) = self.sessions.iter_mut().find(|session| session.id == id) {
            session.send(name, data);
        }
    }

    /// Sends an order to every connection as it is, without a sequence number.
    pub(crate) fn order_all(&self, order: &Order) {
        for link in self
            .sessions
            .iter()
            .filter_map(|session| session.link.as_ref())
        {
            // A connection that has just gone needs no orders.
            link.send(order.clone()).ok();
        }
    }

    /// Disturbs every connection.
    pub(crate) fn disturb(&self, disturbance: Disturbance) {
        self.order_all(&match disturbance {
            Disturbance::Reconnect => Order::Reconnect,
            Disturbance::InvalidSession(resumable) => Order::InvalidSession(resumable),
            Disturbance::Close(code) => Order::Close(code, ""),
            Disturbance::CloseWithoutCode => Order::CloseWithoutCode,
            Disturbance::Drop => Order::Drop,
        });
    }

    /// Sends a dispatch to every session that serves its server and has its intent.
    pub(crate) fn dispatch(&mut self, dispatch: &Dispatch) {
        for session in &mut self.sessions {
            let wanted =
                session.serves(dispatch.guild) && session.intents.contains(intent(dispatch.need));
            if !wanted {
                continue;
            }
            let reads = session.intents.contains(Intents::MESSAGE_CONTENT);
            let data = match &dispatch.blanked {
                Some(blanked) if !reads => blanked,
                _ => &dispatch.data,
            };
            session.send(dispatch.name, data);
        }
    }

    /// Sends the interaction of a load, drawn already, to the session that serves `guild`; false where none is connected.
    pub(crate) fn offer(&mut self, guild: GuildId, id: InteractionId, data: &str) -> bool {
        let serves = |session: &&mut Session| session.link.is_some() && session.serves(Some(guild));
        let Some(session) = self.sessions.iter_mut().find(serves) else {
            return false;
        };
        session.send_text("INTERACTION_CREATE", data, |frame| Order::Offer(frame, id));
        true
    }

    /// Is any connection open?
    pub(crate) fn is_online(&self) -> bool {
        self.sessions
            .iter()
            .any(|session| session.link.as_ref().is_some_and(|link| !link.is_closed()))
    }
}

const fn intent(need: Need) -> Intents {
    match need {
        Need::Nothing => Intents::empty(),
        Need::Guilds => Intents::GUILDS,
        Need::GuildMessages => Intents::GUILD_MESSAGES,
        Need::GuildTyping => Intents::GUILD_MESSAGE_TYPING,
        Need::DirectMessages => Intents::DIRECT_MESSAGES,
        Need::DirectTyping => Intents::DIRECT_MESSAGE_TYPING,
    }
}
