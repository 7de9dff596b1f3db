//! Channels and threads, and the sign of typing.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::Value;

use super::call::{At, Sent};
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::shared::Shared;
use crate::playground::state::ids::{ChannelId, MessageId};

pub(crate) async fn read(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
) -> Outcome<Json<Value>> {
    shared.look(|world| {
        world.bot_permissions(channel)?;
        Ok(Json(world.draw_channel(world.channel(channel)?)))
    })
}

pub(crate) async fn edit(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
    sent: Sent,
) -> Outcome<Json<Value>> {
    shared.change(|world, _| world.edit_thread(channel, &sent.json).map(Json))
}

pub(crate) async fn delete(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
) -> Outcome<Json<Value>> {
    shared.change(|world, _| world.delete_thread(channel).map(Json))
}

pub(crate) async fn typing(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
) -> Outcome<StatusCode> {
    shared.change(|world, now| {
        world.bot_permissions(channel)?;
        world.typing(world.bot, channel, now)?;
        Ok(StatusCode::NO_CONTENT)
    })
}

pub(crate) async fn start_thread(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
    sent: Sent,
) -> Outcome<(StatusCode, Json<Value>)> {
    shared.change(|world, now| {
        let thread = world.start_thread(channel, None, &sent.json, now)?;
        Ok((StatusCode::CREATED, Json(thread)))
    })
}

pub(crate) async fn start_thread_from(
    State(shared): State<Shared>,
    At((channel, message)): At<(ChannelId, MessageId)>,
    sent: Sent,
) -> Outcome<(StatusCode, Json<Value>)> {
    shared.change(|world, now| {
        let thread = world.start_thread(channel, Some(message), &sent.json, now)?;
        Ok((StatusCode::CREATED, Json(thread)))
    })
}

pub(crate) async fn join(
    State(shared): State<Shared>,
    At((channel, user)): At<(ChannelId, String)>,
) -> Outcome<StatusCode> {
    shared.change(|world, _| {
        let user = match user.as_str() {
            "@me" => world.bot,
            other => other.parse().map_err(|_| Refusal::UNKNOWN_USER)?,
        };
        world.join_thread(channel, user)?;
        Ok(StatusCode::NO_CONTENT)
    })
}
