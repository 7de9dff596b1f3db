//! The interaction that is answered: who asked, where, and until when.

use std::time::Duration;

use serenity::all::{
    ApplicationId, CommandInteraction, ComponentInteraction, GuildId, InteractionId,
    ModalInteraction, User,
};
use tokio::time::Instant;

use crate::quiz::Server;

/// Discord voids an interaction after three seconds. An answer that is this long under way is given up.
pub(super) const DEADLINE: Duration = Duration::from_millis(2_800);

/// The interaction that is answered.
#[derive(Debug, Clone, Copy)]
pub(in crate::bot) struct To<'i> {
    /// Its id.
    pub(in crate::bot) id: u64,
    /// Who is answered.
    pub(in crate::bot) asker: u64,
    /// Where, outside direct messages.
    pub(in crate::bot) server: Option<Server>,
    /// What was used: `/event`, `button`, `form`.
    pub(super) what: &'i str,
    /// By whom.
    pub(super) application: u64,
    pub(super) token: &'i str,
    /// When it is void.
    pub(super) deadline: Instant,
}

impl<'i> To<'i> {
    /// A command, or an argument being typed.
    pub(in crate::bot) fn command(interaction: &'i CommandInteraction) -> Self {
        Self::new(
            (&interaction.data.name, &interaction.token),
            interaction.id,
            &interaction.user,
            interaction.guild_id,
            interaction.application_id,
        )
    }

    /// A button or a menu.
    pub(in crate::bot) fn component(interaction: &'i ComponentInteraction) -> Self {
        Self::new(
            ("button", &interaction.token),
            interaction.id,
            &interaction.user,
            interaction.guild_id,
            interaction.application_id,
        )
    }

    /// A form.
    pub(in crate::bot) fn modal(interaction: &'i ModalInteraction) -> Self {
        Self::new(
            ("form", &interaction.token),
            interaction.id,
            &interaction.user,
            interaction.guild_id,
            interaction.application_id,
        )
    }

    fn new(
        (what, token): (&'i str, &'i str),
        id: InteractionId,
        asker: &User,
        server: Option<GuildId>,
        application: ApplicationId,
    ) -> Self {
        Self {
            id: id.get(),
            asker: asker.id.get(),
            server: server.map(|server| Server(server.get())),
            application: application.get(),
            what,
            token,
            deadline: Instant::now() + DEADLINE,
        }
    }
}
