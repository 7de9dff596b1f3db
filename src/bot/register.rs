//! Telling Discord the commands: apart from the start, and again until it works, so that a hiccup there leaves no deaf bot.

use std::time::Duration;

use serenity::all::{Command, CreateCommand, GuildId, Http};

/// The first pause after a failure; each next one is twice as long, to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_mins(5);

/// Registers `commands` in `server` at once, or everywhere. Returns when it has worked.
pub(super) async fn until_done(http: &Http, server: Option<u64>, commands: Vec<CreateCommand>) {
    let mut pause = FIRST;
    while let Err(error) = register(http, server, commands.clone()).await {
        // Display: `{:?}` of an HTTP error prints its address.
        tracing::warn!(fault = %error, "The commands could not be registered, trying again in {} s", pause.as_secs());
        tokio::time::sleep(pause).await;
        pause = LONGEST.min(pause * 2);
    }
    match server {
        Some(server) => tracing::info!("Registered {} commands in server {server}", commands.len()),
        None => tracing::info!("Registered {} commands in all servers", commands.len()),
    }
}

async fn register(
    http: &Http,
    server: Option<u64>,
    commands: Vec<CreateCommand>,
) -> serenity::Result<Vec<Command>> {
    match server {
        Some(server) => GuildId::new(server).set_commands(http, commands).await,
        None => Command::set_global_commands(http, commands).await,
    }
}
