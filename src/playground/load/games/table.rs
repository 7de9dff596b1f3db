//! A game and its players, and what a player does next.

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::playground::form::modal::{self, Modal};
use crate::playground::load::What;
use crate::playground::load::spec::Games;
use crate::playground::people::{Seen, command_data};
use crate::playground::state::acting::Act;
use crate::playground::state::ids::{ChannelId, InteractionId, MessageId, UserId};
use crate::playground::state::world::World;

/// What somebody types where an answer is typed.
const TYPED: &str = "1962";

/// Who plays in a channel, and how far they are.
#[derive(Debug)]
pub(super) struct Table {
    /// The first one is the host.
    pub(super) players: Vec<UserId>,
    n_joined: usize,
    /// The button that begins at once, and its message.
    start: Option<(u64, String)>,
    begun: Option<Instant>,
    over: Option<Instant>,
}

impl Table {
    pub(super) fn new(players: Vec<UserId>) -> Self {
        Self {
            players,
            n_joined: 0,
            start: None,
            begun: None,
            over: None,
        }
    }

    /// The lobby is there.
    pub(super) fn begins(&mut self, now: Instant, lobby: &Seen) {
        let button = lobby
            .button("Start now")
            .and_then(|button| button.custom_id);
        self.start = button.map(|custom_id| (lobby.id(), custom_id));
        self.begun = Some(now);
    }

    /// One more has joined; after the last it is begun at once.
    pub(super) fn joined(&mut self) -> Option<Deed> {
        self.n_joined += 1;
        if self.n_joined < self.players.len() {
            return None;
        }
        let (message, custom_id) = self.start.take()?;
        Some(Deed::join(message, custom_id))
    }

    /// The podium is there; false if it was there before.
    pub(super) fn ends(&mut self, now: Instant) -> bool {
        let is_new = self.over.is_none();
        self.over.get_or_insert(now);
        is_new
    }

    /// How long it has been played.
    pub(super) fn minutes(&self, now: Instant) -> Option<f64> {
        let time = self.over.unwrap_or(now).duration_since(self.begun?);
        Some(time.as_secs_f64() / 60.0)
    }
}

/// What a player is about to do.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) channel: ChannelId,
    pub(super) person: UserId,
    pub(super) deed: Deed,
}

#[derive(Debug)]
pub(super) enum Deed {
    Start,
    Press {
        what: What,
        message: u64,
        custom_id: String,
    },
    Submit {
        opener: InteractionId,
        modal: Modal,
    },
}

impl Deed {
    fn press(what: What, message: u64, custom_id: String) -> Self {
        Self::Press {
            what,
            message,
            custom_id,
        }
    }

    pub(super) fn join(message: u64, custom_id: String) -> Self {
        Self::press(What::Join, message, custom_id)
    }

    pub(super) fn answer(message: u64, custom_id: String) -> Self {
        Self::press(What::Answer, message, custom_id)
    }

    pub(super) fn open(message: u64, custom_id: String) -> Self {
        Self::press(What::Open, message, custom_id)
    }

    /// What the button or the form is called to the bot.
    pub(super) fn custom_id(&self) -> Option<&str> {
        match self {
            Self::Start => None,
            Self::Press { custom_id, .. } => Some(custom_id),
            Self::Submit { modal, .. } => Some(&modal.custom_id),
        }
    }

    pub(super) fn what(&self) -> What {
        match self {
            Self::Start => What::Start,
            Self::Press { what, .. } => *what,
            Self::Submit { .. } => What::Answer,
        }
    }
}

impl Wish {
    /// Does it; a sentence where the page would not let a person do it any more.
    pub(super) fn act(
        &self,
        world: &mut World,
        games: Games,
        now: jiff::Timestamp,
    ) -> Act<InteractionId> {
        let (person, channel) = (self.person, self.channel);
        match &self.deed {
            Deed::Start => {
                let (questions, seconds) = (games.questions.to_string(), games.seconds.to_string());
                let options = [("questions", questions.as_str()), ("seconds", &seconds)];
                let data = command_data("quiz start", &options, None);
                world.give_command(person, channel, &data, Value::Null, now)
            }
            Deed::Press {
                message, custom_id, ..
            } => {
                let message = MessageId::new_checked(*message).ok_or("That message is gone.")?;
                let data = json!({"component_type": 2, "custom_id": custom_id});
                world.use_component(person, channel, message, &data, Value::Null, now)
            }
            Deed::Submit { opener, modal } => {
                let filled = filled(&modal.components);
                world.submit_modal(person, *opener, &modal.custom_id, &filled, Value::Null, now)
            }
        }
    }
}

/// The form with something typed into every field.
fn filled(components: &[Value]) -> Value {
    let fields = modal::inputs(components).into_iter().map(|input| {
        let field = json!({"type": input["type"], "custom_id": input["custom_id"], "value": TYPED});
        json!({"type": 1, "components": [field]})
    });
    fields.collect()
}
