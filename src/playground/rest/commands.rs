//! Application commands, for all servers and for one.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::call::{At, Sent};
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::shared::Shared;
use crate::playground::state::ids::{ApplicationId, CommandId, GuildId};
use crate::playground::state::world::World;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/applications/{application}/commands",
            get(list).post(create).put(replace),
        )
        .route(
            "/applications/{application}/commands/{command}",
            get(read).patch(edit).delete(delete),
        )
        .route(
            "/applications/{application}/guilds/{guild}/commands",
            get(list_in).post(create_in).put(replace_in),
        )
        .route(
            "/applications/{application}/guilds/{guild}/commands/permissions",
            get(permissions),
        )
        .route(
            "/applications/{application}/guilds/{guild}/commands/{command}",
            get(read_in).patch(edit_in).delete(delete_in),
        )
}

fn own(world: &World, application: ApplicationId) -> Outcome<()> {
    if world.application() == application {
        return Ok(());
    }
    Err(Refusal::UNKNOWN_APPLICATION)
}

type Here = State<Shared>;
type Everywhere = At<ApplicationId>;
type OneEverywhere = At<(ApplicationId, CommandId)>;
type InGuild = At<(ApplicationId, GuildId)>;
type OneInGuild = At<(ApplicationId, GuildId, CommandId)>;

async fn list(shared: Here, At(application): Everywhere) -> Outcome<Json<Value>> {
    list_all(&shared, application, None)
}

async fn list_in(shared: Here, At((application, guild)): InGuild) -> Outcome<Json<Value>> {
    list_all(&shared, application, Some(guild))
}

fn list_all(
    shared: &Shared,
    application: ApplicationId,
    guild: Option<GuildId>,
) -> Outcome<Json<Value>> {
    shared.look(|world| {
        own(world, application)?;
        Ok(Json(world.list_commands(guild)?.into()))
    })
}

async fn create(
    shared: Here,
    At(application): Everywhere,
    sent: Sent,
) -> Outcome<(StatusCode, Json<Value>)> {
    create_one(&shared, application, None, &sent)
}

async fn create_in(
    shared: Here,
    At((application, guild)): InGuild,
    sent: Sent,
) -> Outcome<(StatusCode, Json<Value>)> {
    create_one(&shared, application, Some(guild), &sent)
}

fn create_one(
    shared: &Shared,
    application: ApplicationId,
    guild: Option<GuildId>,
    sent: &Sent,
) -> Outcome<(StatusCode, Json<Value>)> {
    shared.change(|world, now| {
        own(world, application)?;
        let (command, new) = world.create_command(guild, &sent.json, now)?;
        let status = if new {
            StatusCode::CREATED
        } else {
            StatusCode::OK
        };
        Ok((status, Json(command)))
    })
}

async fn replace(shared: Here, At(application): Everywhere, sent: Sent) -> Outcome<Json<Value>> {
    replace_all(&shared, application, None, &sent)
}

async fn replace_in(
    shared: Here,
    At((application, guild)): InGuild,
    sent: Sent,
) -> Outcome<Json<Value>> {
    replace_all(&shared, application, Some(guild), &sent)
}

fn replace_all(
    shared: &Shared,
    application: ApplicationId,
    guild: Option<GuildId>,
    sent: &Sent,
) -> Outcome<Json<Value>> {
    shared.change(|world, now| {
        own(world, application)?;
        Ok(Json(world.replace_commands(guild, &sent.json, now)?.into()))
    })
}

async fn read(shared: Here, At((application, command)): OneEverywhere) -> Outcome<Json<Value>> {
    read_one(&shared, application, None, command)
}

async fn read_in(
    shared: Here,
    At((application, guild, command)): OneInGuild,
) -> Outcome<Json<Value>> {
    read_one(&shared, application, Some(guild), command)
}

fn read_one(
    shared: &Shared,
    application: ApplicationId,
    guild: Option<GuildId>,
    command: CommandId,
) -> Outcome<Json<Value>> {
    shared.look(|world| {
        own(world, application)?;
        Ok(Json(world.draw_command(world.command(guild, command)?)))
    })
}

async fn edit(
    shared: Here,
    At((application, command)): OneEverywhere,
    sent: Sent,
) -> Outcome<Json<Value>> {
    edit_one(&shared, application, None, command, &sent)
}

async fn edit_in(
    shared: Here,
    At((application, guild, command)): OneInGuild,
    sent: Sent,
) -> Outcome<Json<Value>> {
    edit_one(&shared, application, Some(guild), command, &sent)
}

fn edit_one(
    shared: &Shared,
    application: ApplicationId,
    guild: Option<GuildId>,
    command: CommandId,
    sent: &Sent,
) -> Outcome<Json<Value>> {
    shared.change(|world, now| {
        own(world, application)?;
        world
            .edit_command(guild, command, &sent.json, now)
            .map(Json)
    })
}

async fn delete(shared: Here, At((application, command)): OneEverywhere) -> Outcome<StatusCode> {
    delete_one(&shared, application, None, command)
}

async fn delete_in(
    shared: Here,
    At((application, guild, command)): OneInGuild,
) -> Outcome<StatusCode> {
    delete_one(&shared, application, Some(guild), command)
}

fn delete_one(
    shared: &Shared,
    application: ApplicationId,
    guild: Option<GuildId>,
    command: CommandId,
) -> Outcome<StatusCode> {
    shared.change(|world, _| {
        own(world, application)?;
        world.delete_command(guild, command)?;
        Ok(StatusCode::NO_CONTENT)
    })
}

/// Nobody has set permissions for single commands here.
async fn permissions(shared: Here, At((application, guild)): InGuild) -> Outcome<Json<Value>> {
    shared.look(|world| {
        own(world, application)?;
        world.guild_of_bot(guild)?;
        Ok(Json(json!([])))
    })
}
