//! A bare serenity/poise bot: `/event` with a constant card as large as Clio's, and constant choices. It is the limit of Clio's libraries.
//!
//! `DISCORD_TOKEN` and `API_URL` (where Discord is) come from the environment.

#![expect(clippy::disallowed_methods, reason = "it answers as poise's users do")]

mod card;

use anyhow::Context as _;
use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

type Context<'c> = poise::Context<'c, (), serenity::Error>;

/// What happened then?
#[poise::command(slash_command)]
async fn event(
    ctx: Context<'_>,
    #[description = "A date or a thing"]
    #[autocomplete = "choices"]
    #[max_length = 200]
    when: String,
) -> Result<(), serenity::Error> {
    ctx.send(card::card(&when)).await?;
    Ok(())
}

#[expect(
    clippy::unused_async,
    reason = "poise awaits what completes an argument"
)]
async fn choices(_: Context<'_>, _: &str) -> CreateAutocompleteResponse {
    let choices = card::CHOICES
        .iter()
        .map(|(name, value)| AutocompleteChoice::new(*name, *value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let token = std::env::var("DISCORD_TOKEN").context("DISCORD_TOKEN is not set")?;
    let api_url = std::env::var("API_URL").context("API_URL is not set")?;
    let options = poise::FrameworkOptions {
        commands: vec![event()],
        ..poise::FrameworkOptions::default()
    };
    let framework = poise::Framework::builder()
        .options(options)
        .setup(|ctx, _, framework| {
            Box::pin(async move {
                poise::builtins::register_globally(ctx, &framework.options().commands).await
            })
        })
        .build();
    // Serenity goes to another address only without its own limiter.
    let http = serenity::HttpBuilder::new(&token)
        .proxy(api_url)
        .ratelimiter_disabled(true)
        .build();
    let mut client = serenity::ClientBuilder::new_with_http(http, serenity::GatewayIntents::GUILDS)
        .framework(framework)
        .await?;
    client.start().await?;
    Ok(())
}
