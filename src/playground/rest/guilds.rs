//! Servers: their channels, roles and members, for reading.

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::call::{Asked, At};
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::shared::Shared;
use crate::playground::state::guild::Role;
use crate::playground::state::ids::{GuildId, RoleId, UserId};

/// Most members that are listed at once.
const MEMBERS: u64 = 1000;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/guilds/{guild}", get(read))
        .route("/guilds/{guild}/channels", get(channels))
        .route("/guilds/{guild}/threads/active", get(threads))
        .route("/guilds/{guild}/roles", get(roles))
        .route("/guilds/{guild}/roles/{role}", get(role))
        .route("/guilds/{guild}/members", get(members))
        .route("/guilds/{guild}/members/search", get(search))
        .route("/guilds/{guild}/members/{user}", get(member))
        .route("/guilds/{guild}/emojis", get(nothing))
        .route("/guilds/{guild}/stickers", get(nothing))
}

async fn read(
    State(shared): State<Shared>,
    At(guild): At<GuildId>,
    asked: Asked,
) -> Outcome<Json<Value>> {
    shared.look(|world| {
        let guild = world.guild_of_bot(guild)?;
        let mut drawn = guild.draw();
        if asked.is_true("with_counts") {
            drawn["approximate_member_count"] = json!(guild.members.len());
            drawn["approximate_presence_count"] = json!(guild.members.len());
        }
        Ok(Json(drawn))
    })
}

async fn channels(State(shared): State<Shared>, At(guild): At<GuildId>) -> Outcome<Json<Value>> {
    shared.look(|world| {
        let guild = world.guild_of_bot(guild)?;
        Ok(Json(
            world.draw_guild_for(guild, world.bot)["channels"].take(),
        ))
    })
}

async fn threads(State(shared): State<Shared>, At(guild): At<GuildId>) -> Outcome<Json<Value>> {
    shared.look(|world| {
        let guild = world.guild_of_bot(guild)?;
        let threads = world.draw_guild_for(guild, world.bot)["threads"].take();
        Ok(Json(
            json!({"threads": threads, "members": [], "has_more": false}),
        ))
    })
}

async fn roles(State(shared): State<Shared>, At(guild): At<GuildId>) -> Outcome<Json<Value>> {
    shared.look(|world| {
        let guild = world.guild_of_bot(guild)?;
        Ok(Json(guild.roles.iter().map(Role::draw).collect()))
    })
}

async fn role(
    State(shared): State<Shared>,
    At((guild, role)): At<(GuildId, RoleId)>,
) -> Outcome<Json<Value>> {
    shared.look(|world| {
        let role = world.guild_of_bot(guild)?.role(role);
        Ok(Json(role.ok_or(Refusal::UNKNOWN_ROLE)?.draw()))
    })
}

async fn members(
    State(shared): State<Shared>,
    At(guild): At<GuildId>,
    asked: Asked,
) -> Outcome<Json<Value>> {
    let limit = asked.number("limit", 1, MEMBERS)?.unwrap_or(1);
    let after = asked.number("after", 0, u64::MAX)?.unwrap_or(0);
    shared.look(|world| {
        let guild = world.guild_of_bot(guild)?;
        let mut members: Vec<_> = guild
            .members
            .iter()
            .filter(|member| member.user.get() > after)
            .collect();
        members.sort_by_key(|member| member.user);
        Ok(Json(
            members
                .into_iter()
                .filter_map(|member| Some(member.draw(world.user(member.user).ok()?)))
                .take(usize::try_from(limit).unwrap_or(1))
                .collect(),
        ))
    })
}

async fn search(
    State(shared): State<Shared>,
    At(guild): At<GuildId>,
    asked: Asked,
) -> Outcome<Json<Value>> {
    let limit = asked.number("limit", 1, MEMBERS)?.unwrap_or(1);
    let start = asked
        .text("query")
        .ok_or_else(|| Refusal::form("query", "BASE_TYPE_REQUIRED", "This field is required"))?;
    let start = start.to_lowercase();
    shared.look(|world| {
        let guild = world.guild_of_bot(guild)?;
        Ok(Json(
            guild
                .members
                .iter()
                .filter_map(|member| Some((member, world.user(member.user).ok()?)))
                .filter(|(_, user)| user.username.starts_with(&start))
                .map(|(member, user)| member.draw(user))
                .take(usize::try_from(limit).unwrap_or(1))
                .collect(),
        ))
    })
}

async fn member(
    State(shared): State<Shared>,
    At((guild, user)): At<(GuildId, UserId)>,
) -> Outcome<Json<Value>> {
    shared.look(|world| {
        world.guild_of_bot(guild)?;
        let user = world.user(user)?;
        Ok(Json(world.member(guild, user.id)?.draw(user)))
    })
}

async fn nothing(State(shared): State<Shared>, At(guild): At<GuildId>) -> Outcome<Json<Value>> {
    shared.look(|world| world.guild_of_bot(guild).map(|_| Json(json!([]))))
}
