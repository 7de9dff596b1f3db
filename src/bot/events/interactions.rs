//! Interactions on their way to poise and to `presses`.

use serenity::all::{CommandInteraction, Context, Interaction, ResolvedValue};

use super::Events;
use crate::bot::door::{Answer, To};
use crate::bot::errors::{self, CommandError};
use crate::bot::{Bot, presses};

impl Events {
    pub(super) async fn interaction(&self, ctx: &Context, interaction: &Interaction) {
        let answering = self.answering.read().await;
        if self.bot.once.first(interaction.id().get()) {
            self.bot.names.hear(interaction, self.bot.rooms.now());
            self.answer(ctx, interaction).await;
        } else {
            self.bot.counters.repeated.bump();
            tracing::debug!(
                interaction = interaction.id().get(),
                "An interaction came again and was left alone"
            );
        }
        drop(answering);
    }

    async fn answer(&self, ctx: &Context, interaction: &Interaction) {
        match interaction {
            Interaction::Command(interaction) => self.command(ctx, interaction).await,
            Interaction::Autocomplete(interaction) => {
                Box::pin(self.complete(ctx, interaction)).await;
            }
            Interaction::Component(interaction) => {
                Box::pin(presses::component(&self.bot, interaction)).await;
            }
            Interaction::Modal(interaction) => {
                Box::pin(presses::modal(&self.bot, interaction)).await;
            }
            _ => {}
        }
    }

    async fn command(&self, ctx: &Context, interaction: &CommandInteraction) {
        let Some(framework) = self.framework(ctx) else {
            return;
        };
        if let Err(refusal) = self.bot.takes(interaction) {
            let to = To::command(interaction);
            let told = errors::tell(&self.bot, &to, "A command", refusal.into());
            return Box::pin(told).await;
        }
        let (sent, data, mut tree) = (
            false.into(),
            tokio::sync::Mutex::new(Box::new(()) as _),
            Vec::new(),
        );
        let options = interaction.data.options();
        if let Err(error) =
            poise::dispatch_interaction(framework, interaction, &sent, &data, &options, &mut tree)
                .await
        {
            error.handle(&self.options).await;
        }
    }

    /// poise would send the choices itself; they leave through the door instead.
    async fn complete(&self, ctx: &Context, interaction: &CommandInteraction) {
        let Some(framework) = self.framework(ctx) else {
            return;
        };
        let (sent, data, mut tree) = (
            false.into(),
            tokio::sync::Mutex::new(Box::new(()) as _),
            Vec::new(),
        );
        let options = interaction.data.options();
        let kind = poise::CommandInteractionType::Autocomplete;
        let found = poise::extract_command_and_run_checks(
            framework,
            interaction,
            kind,
            &sent,
            &data,
            &options,
            &mut tree,
        )
        .await;
        let choices = match found {
            Ok(command) => focused(command).await,
            // An unknown command or argument has no choices; running it says why.
            Err(_) => None,
        };
        self.bot
            .door
            .answer(
                &To::command(interaction),
                Answer::Choices(choices.unwrap_or_default()),
            )
            .await;
    }

    /// `None` only before serenity has connected, when nothing can come in.
    fn framework<'f>(
        &'f self,
        ctx: &'f Context,
    ) -> Option<poise::FrameworkContext<'f, Bot, CommandError>> {
        Some(poise::FrameworkContext {
            serenity_context: ctx,
            bot_id: *self.me.get()?,
            options: &self.options,
            user_data: &self.bot,
            shard_manager: self.shards.get()?,
        })
    }
}

/// What the argument that is being typed could be.
async fn focused(
    command: poise::ApplicationContext<'_, Bot, CommandError>,
) -> Option<serenity::all::CreateAutocompleteResponse> {
    let (name, typed) = command.args.iter().find_map(|option| match &option.value {
        ResolvedValue::Autocomplete { value, .. } => Some((option.name, *value)),
        _ => None,
    })?;
    let argument = command
        .command()
        .parameters
        .iter()
        .find(|argument| argument.name == name)?;
    Some((argument.autocomplete_callback?)(command, typed).await)
}
