//! What a page asks for, and what is done about it.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::playground::shared::{Frame, Shared};
use crate::playground::state::acting::{Act, Reply};
use crate::playground::state::ids::{ChannelId, InteractionId, MessageId, UserId};
use crate::playground::state::world::World;

/// Messages of one `history` when the page names no number.
const HISTORY: usize = 50;
/// Most messages of one `history`.
const MOST_HISTORY: usize = 100;

/// A request with the nonce that its answer carries.
#[derive(Debug, Deserialize)]
pub(crate) struct Request {
    #[serde(default)]
    nonce: Value,
    #[serde(flatten)]
    op: Op,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
enum Op {
    History {
        channel_id: ChannelId,
        before: Option<MessageId>,
        limit: Option<usize>,
    },
    Send {
        channel_id: ChannelId,
        content: String,
        reply_to: Option<MessageId>,
        /// Whether the reply mentions whom it replies to; it does unless the page says otherwise.
        #[serde(default = "yes")]
        ping: bool,
    },
    Typing {
        channel_id: ChannelId,
    },
    Command {
        channel_id: ChannelId,
        data: Value,
    },
    Autocomplete {
        channel_id: ChannelId,
        data: Value,
    },
    Component {
        channel_id: ChannelId,
        message_id: MessageId,
        data: Value,
    },
    Modal {
        id: InteractionId,
        custom_id: String,
        components: Value,
    },
    Dismiss {
        message_id: MessageId,
    },
    /// Opens the direct messages with the bot.
    Direct,
}

const fn yes() -> bool {
    true
}

impl Request {
    /// Reads a frame of the page; the error is the frame that says so.
    pub(crate) fn read(text: &str) -> Result<Self, Frame> {
        serde_json::from_str(text).map_err(|why| {
            let nonce = serde_json::from_str::<Value>(text)
                .map_or(Value::Null, |value| value["nonce"].clone());
            tracing::debug!(%why, "The page sent what the playground does not know");
            error(
                &nonce,
                "The playground does not know this request. Reload the page.",
            )
        })
    }

    /// Does what is asked; gives the answer that only this window gets.
    pub(crate) fn act(self, shared: &Shared, person: UserId) -> Option<Frame> {
        let nonce = self.nonce.clone();
        match self.perform(shared, person) {
            Ok(answer) => answer,
            Err(why) => Some(error(&nonce, &why)),
        }
    }

    fn perform(self, shared: &Shared, person: UserId) -> Act<Option<Frame>> {
        let nonce = self.nonce;
        shared.change(|world, now| {
            match self.op {
                Op::History {
                    channel_id,
                    before,
                    limit,
                } => {
                    return history(world, person, channel_id, before, limit, &nonce).map(Some);
                }
                Op::Send {
                    channel_id,
                    content,
                    reply_to,
                    ping,
                } => {
                    let reply = reply_to.map(|to| Reply { to, ping });
                    world.say(person, channel_id, &content, reply, nonce, now)?;
                }
                Op::Typing { channel_id } => {
                    world.place(person, channel_id)?;
                    world
                        .typing(person, channel_id, now)
                        .map_err(|refusal| refusal.message.into_owned())?;
                }
                Op::Command { channel_id, data } => {
                    world.give_command(person, channel_id, &data, nonce, now)?;
                }
                Op::Autocomplete { channel_id, data } => {
                    world.complete(person, channel_id, &data, nonce, now)?;
                }
                Op::Component {
                    channel_id,
                    message_id,
                    data,
                } => {
                    world.use_component(person, channel_id, message_id, &data, nonce, now)?;
                }
                Op::Modal {
                    id,
                    custom_id,
                    components,
                } => {
                    world.submit_modal(person, id, &custom_id, &components, nonce, now)?;
                }
                Op::Dismiss { message_id } => world.dismiss(person, message_id)?,
                Op::Direct => return direct(world, person, &nonce, now).map(Some),
            }
            Ok(None)
        })
    }
}

/// The channel of the direct messages between a person and the bot.
fn direct(world: &mut World, person: UserId, nonce: &Value, now: Timestamp) -> Act<Frame> {
    let channel = world
        .direct_channel(person, now)
        .and_then(|id| Ok(world.draw_direct(world.channel(id)?)))
        .map_err(|refusal| refusal.message.into_owned())?;
    Ok(Frame {
        name: "DIRECT",
        data: json!({"nonce": nonce, "channel": channel}),
    })
}

/// A piece of a channel's past.
fn history(
    world: &World,
    person: UserId,
    channel: ChannelId,
    before: Option<MessageId>,
    limit: Option<usize>,
    nonce: &Value,
) -> Act<Frame> {
    let limit = limit.unwrap_or(HISTORY).min(MOST_HISTORY);
    let (messages, more) = world.look_back(person, channel, before, limit)?;
    let guild = world
        .channels
        .get(&channel)
        .and_then(|channel| channel.guild);
    let messages: Vec<Value> = messages
        .into_iter()
        .map(|message| {
            let mut drawn = world.draw_message(message);
            drawn["guild_id"] = json!(guild);
            drawn
        })
        .collect();
    let data = json!({"nonce": nonce, "channel_id": channel, "messages": messages, "more": more});
    Ok(Frame {
        name: "HISTORY",
        data,
    })
}

fn error(nonce: &Value, message: &str) -> Frame {
    Frame {
        name: "ERROR",
        data: json!({"nonce": nonce, "message": message}),
    }
}
