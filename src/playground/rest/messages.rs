//! Messages of channels.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::Value;
use twilight_model::guild::Permissions;
use twilight_validate::channel::{
    CHANNEL_BULK_DELETE_MESSAGES_MAX, CHANNEL_BULK_DELETE_MESSAGES_MIN,
};

use super::call::{Asked, At, Sent};
use crate::playground::form::message::{self, Use};
use crate::playground::form::{Form, snowflake};
use crate::playground::refusal::{Faults, Outcome, Refusal};
use crate::playground::shared::Shared;
use crate::playground::state::ids::{ChannelId, MessageId};
use crate::playground::state::reading::Window;

pub(crate) async fn create(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
    sent: Sent,
) -> Outcome<Json<Value>> {
    shared.change(|world, now| {
        world.bot_permissions(channel)?;
        let draft = message::read(&sent.json, "", sent.uploads, Use::Channel)?;
        world.create_message(channel, draft, now).map(Json)
    })
}

pub(crate) async fn edit(
    State(shared): State<Shared>,
    At((channel, id)): At<(ChannelId, MessageId)>,
    sent: Sent,
) -> Outcome<Json<Value>> {
    shared.change(|world, now| {
        world.bot_permissions(channel)?;
        let draft = message::read(&sent.json, "", sent.uploads, Use::Channel)?;
        world.edit_message(channel, id, draft, now).map(Json)
    })
}

pub(crate) async fn read(
    State(shared): State<Shared>,
    At((channel, id)): At<(ChannelId, MessageId)>,
) -> Outcome<Json<Value>> {
    shared.look(|world| world.read_message(channel, id).map(Json))
}

pub(crate) async fn delete(
    State(shared): State<Shared>,
    At((channel, id)): At<(ChannelId, MessageId)>,
) -> Outcome<StatusCode> {
    shared.change(|world, _| {
        world.delete_message(channel, id)?;
        Ok(StatusCode::NO_CONTENT)
    })
}

pub(crate) async fn list(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
    asked: Asked,
) -> Outcome<Json<Value>> {
    let limit = asked.number("limit", 1, 100)?.unwrap_or(50);
    let limit = usize::try_from(limit).unwrap_or(50);
    let around = asked.number("around", 0, u64::MAX)?.map(Window::Around);
    let before = asked.number("before", 0, u64::MAX)?.map(Window::Before);
    let after = asked.number("after", 0, u64::MAX)?.map(Window::After);
    // The documentation lets only one of the three be named.
    let window = around.or(before).or(after).unwrap_or(Window::Newest);
    shared.look(|world| Ok(Json(world.read_messages(channel, window, limit)?.into())))
}

pub(crate) async fn bulk_delete(
    State(shared): State<Shared>,
    At(channel): At<ChannelId>,
    sent: Sent,
) -> Outcome<StatusCode> {
    let mut faults = Faults::default();
    let ids: Vec<Option<MessageId>> = Form::open(&sent.json, "", &mut faults)
        .and_then(|form| {
            form.require("messages", &mut faults);
            let count = CHANNEL_BULK_DELETE_MESSAGES_MIN..=CHANNEL_BULK_DELETE_MESSAGES_MAX;
            form.list("messages", count, &mut faults)
        })
        .into_iter()
        .flatten()
        .map(snowflake)
        .collect();
    faults.done()?;
    shared.change(|world, _| {
        if !world
            .bot_permissions(channel)?
            .contains(Permissions::MANAGE_MESSAGES)
        {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        // Messages that are gone already are no fault.
        for id in ids.into_iter().flatten() {
            world.remove(channel, id).ok();
        }
        Ok(StatusCode::NO_CONTENT)
    })
}
