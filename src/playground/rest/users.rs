//! Users: the bot itself, others by id, the bot's servers and direct messages.

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::call::{At, Sent};
use crate::playground::form::Form;
use crate::playground::refusal::{Faults, Outcome, Refusal};
use crate::playground::shared::Shared;
use crate::playground::state::ids::UserId;
use crate::playground::state::permissions;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/users/@me", get(me))
        .route("/users/@me/guilds", get(guilds))
        .route("/users/@me/channels", post(direct_channel))
        .route("/users/{user}", get(user))
}

async fn me(State(shared): State<Shared>) -> Outcome<Json<Value>> {
    shared.look(|world| {
        let mut me = world.user(world.bot)?.draw();
        for (key, value) in [
            ("verified", json!(true)),
            ("mfa_enabled", json!(false)),
            ("email", Value::Null),
            ("locale", json!("en-US")),
            ("premium_type", json!(0)),
            ("bio", json!("")),
        ] {
            me[key] = value;
        }
        Ok(Json(me))
    })
}

async fn user(State(shared): State<Shared>, At(user): At<UserId>) -> Outcome<Json<Value>> {
    shared.look(|world| Ok(Json(world.user(user)?.draw())))
}

async fn guilds(State(shared): State<Shared>) -> Json<Value> {
    shared.look(|world| {
        let guilds = world.guilds.iter().filter_map(|guild| {
            let member = guild.member(world.bot)?;
            let allowed: Permissions = permissions::in_guild(guild, member);
            Some(json!({
                "id": guild.id, "name": guild.name, "icon": null, "banner": null, "owner": false,
                "permissions": allowed.bits().to_string(), "features": [],
                "approximate_member_count": guild.members.len(), "approximate_presence_count": 0,
            }))
        });
        Json(guilds.collect())
    })
}

async fn direct_channel(State(shared): State<Shared>, sent: Sent) -> Outcome<Json<Value>> {
    let mut faults = Faults::default();
    let recipient: Option<UserId> = Form::open(&sent.json, "", &mut faults).and_then(|form| {
        form.require("recipient_id", &mut faults);
        form.snowflake("recipient_id", &mut faults)
    });
    faults.done()?;
    let recipient = recipient.ok_or(Refusal::UNKNOWN_USER)?;
    shared.change(|world, now| {
        let channel = world.direct_channel(recipient, now)?;
        Ok(Json(world.draw_channel(world.channel(channel)?)))
    })
}
