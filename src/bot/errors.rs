//! Two kinds of failure: refusals, shown as they are written, and faults, logged once and shown as an apology with a reference.

use poise::FrameworkError;

use super::door::{Answer, To};
use super::{Bot, draw};

/// Why a command or a press gave no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum CommandError {
    /// Shown as is, not logged.
    #[error(transparent)]
    User(#[from] UserError),
    /// Our fault: logged in full, shown as an apology.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// A refusal, written for who asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum UserError {
    #[error(
        "Clio is not set up for this server: its host can add {0} to discord.servers in config.toml."
    )]
    ServerNotAllowed(u64),
    #[error("Clio's notes belong to servers here. Use this command in one of yours.")]
    DirectMessage,
    #[error("This works only in a server. Use it in one of yours.")]
    ServerOnly,
    #[error("Only those who moderate this server may do that. Ask one of them.")]
    ModeratorsOnly,
    #[error("Only those who manage this server may do that. Ask one of them.")]
    ManagersOnly,
    #[error("Nothing has been counted for a topic called “{typed}”. {others}")]
    NoCounted { typed: String, others: String },
    #[error("Nothing is counted for that topic any more. Run the command again.")]
    TopicGone,
    #[error("There is no study group called “{typed}”. {others}")]
    NoGroup { typed: String, others: String },
    #[error("That study group is gone. /group list shows those that there are.")]
    GroupGone,
    #[error(
        "There is a study group of that name already. Choose another name, or join it with /group join."
    )]
    GroupNameTaken,
    #[error(
        "The name of a study group has 1 to 32 characters that can be seen. Choose another one."
    )]
    GroupName,
    #[error("There is no season before this one yet. /leaderboard shows the one that is on.")]
    FirstSeason,
    #[error(
        "Only those who manage this server (the permission Manage Server) may see and change its settings. Ask one of them."
    )]
    AdminsOnly,
    #[error("There is no time zone called \"{typed}\". {near}")]
    TimeZone { typed: String, near: String },
    #[error("There is no topic called \"{typed}\". {near} Nothing was changed.")]
    Topic { typed: String, near: String },
    #[error("That are too many topics: {0} at most. Name a folder instead of its notes.")]
    ManyTopics(usize),
    #[error("\"{0}\" is no date. Write year-month-day, as in 2027-01-31.")]
    LastDay(String),
    #[error(
        "A season cannot end on {0}. Write a day that is still to come, within the next five years."
    )]
    FarDay(String),
    #[error("This season has ended already. /settings show has the one that is on.")]
    SeasonOver,
    #[error(
        "Your data is too large for one message of Discord's. Whoever runs this Clio can give it to you from its database."
    )]
    TooMuchData,
    #[error("This command is from another version of Clio. Type / to see the commands of today.")]
    UnknownCommand,
    #[error("This button is from another version of Clio. Run the command again for a fresh card.")]
    UnknownButton,
    #[error("This form is from another version of Clio. Run the command again.")]
    UnknownForm,
    #[error("The notes are being read already. Try again in a moment.")]
    ReloadRunning,
    #[error("The notes were not read again, the ones from before stay: {0}.")]
    ReloadFailed(#[from] crate::disk::DiskError),
    #[error("That was not understood: {0}. Type / and pick the command again.")]
    Argument(String),
    #[error(
        "You may not use this command. A person who manages the server can change that in Server Settings, Integrations."
    )]
    NotAllowed,
    #[error(
        "Clio lacks a permission here. A person who manages the server can invite it again with the link that the host has."
    )]
    BotNotAllowed,
    #[error("That is too fast. Try again in a moment.")]
    TooFast,
    #[error(
        "You have given many commands within a minute. The next one works in {0} s; buttons work meanwhile."
    )]
    ManyCommands(u64),
    #[error(
        "Many commands are given in this server just now. Try yours again in {0} s; quizzes and buttons go on meanwhile."
    )]
    ManyCommandsHere(u64),
    #[error(
        "Clio is busy: saving takes longer than it should, and may still be done. Look in a moment, and try again if it was not."
    )]
    Busy,
    #[error(transparent)]
    Quiz(#[from] super::rooms::Refusal),
}

impl From<super::rooms::Refusal> for CommandError {
    fn from(refusal: super::rooms::Refusal) -> Self {
        Self::User(refusal.into())
    }
}

/// Tells who asked, and the log where it is our fault.
pub(super) async fn tell(bot: &Bot, to: &To<'_>, what: &str, error: CommandError) {
    if matches!(error, CommandError::Internal(_)) {
        bot.counters.faults.bump();
    }
    let text = in_a_sentence(to.id, what, error);
    bot.door
        .answer(to, Answer::Show(draw::sentence(&text)))
        .await;
}

/// A refusal as it is written; a fault goes to the log, once, and the person gets its reference.
fn in_a_sentence(interaction: u64, what: &str, error: CommandError) -> String {
    match error {
        CommandError::User(refusal) => refusal.to_string(),
        CommandError::Internal(fault) => {
            let reference = reference(interaction);
            tracing::error!(
                reference,
                what,
                fault = format!("{fault:#}"),
                "{what} failed, reference {reference}"
            );
            let is_store = fault
                .downcast_ref::<crate::store::StoreError>()
                .is_some_and(crate::store::StoreError::is_fault);
            if is_store {
                return format!(
                    "Clio's database does not work just now, so nothing was changed. Try again in a minute. If it stays so, tell the host this reference: {reference}."
                );
            }
            format!(
                "Sorry, something went wrong in Clio. If it happens again, tell the host this reference: {reference}."
            )
        }
    }
}

/// What poise reports, every kind of it.
pub(super) async fn on_framework_error(error: FrameworkError<'_, Bot, CommandError>) {
    let (bot, to, command) = match &error {
        FrameworkError::UnknownInteraction {
            framework,
            interaction,
            ..
        } => (
            framework.user_data,
            To::command(interaction),
            interaction.data.name.clone(),
        ),
        FrameworkError::CommandStructureMismatch { ctx, .. } => (
            ctx.framework.user_data,
            To::command(ctx.interaction),
            ctx.interaction.data.name.clone(),
        ),
        other => match other.ctx() {
            Some(poise::Context::Application(ctx)) => (
                ctx.framework.user_data,
                To::command(ctx.interaction),
                ctx.command().qualified_name.to_string(),
            ),
            Some(poise::Context::Prefix(_)) | None => {
                tracing::error!(fault = %other, "An event outside commands failed");
                return;
            }
        },
    };
    tell(bot, &to, &format!("/{command}"), in_words(error)).await;
}

fn in_words(error: FrameworkError<'_, Bot, CommandError>) -> CommandError {
    match error {
        FrameworkError::Command { error, .. }
        | FrameworkError::EventHandler { error, .. }
        | FrameworkError::Setup { error, .. } => error,
        FrameworkError::CommandCheckFailed { error, .. } => {
            error.unwrap_or(UserError::NotAllowed.into())
        }
        FrameworkError::CommandPanic { payload, .. } => anyhow::anyhow!(
            "panicked: {}",
            payload.as_deref().unwrap_or("without words")
        )
        .into(),
        FrameworkError::ArgumentParse { error, .. } => {
            UserError::Argument(error.to_string()).into()
        }
        FrameworkError::CommandStructureMismatch { description, .. } => {
            tracing::warn!(
                description,
                "A command came in another shape than it was registered in"
            );
            UserError::UnknownCommand.into()
        }
        FrameworkError::UnknownInteraction { .. }
        | FrameworkError::SubcommandRequired { .. }
        | FrameworkError::UnknownCommand { .. } => UserError::UnknownCommand.into(),
        FrameworkError::CooldownHit { .. } => UserError::TooFast.into(),
        FrameworkError::MissingBotPermissions { .. } => UserError::BotNotAllowed.into(),
        FrameworkError::MissingUserPermissions { .. }
        | FrameworkError::NotAnOwner { .. }
        | FrameworkError::NsfwOnly { .. }
        | FrameworkError::DmOnly { .. } => UserError::NotAllowed.into(),
        FrameworkError::GuildOnly { .. } => UserError::ServerOnly.into(),
        FrameworkError::PermissionFetchFailed { .. } => {
            anyhow::anyhow!("the permissions could not be fetched").into()
        }
        FrameworkError::DynamicPrefix { error, .. }
        | FrameworkError::NonCommandMessage { error, .. } => error,
        other @ FrameworkError::__NonExhaustive(_) => anyhow::anyhow!("{other}").into(),
    }
}

/// Six letters and digits that find a fault in the log; made from the interaction's id.
pub(super) fn reference(interaction: u64) -> String {
    // No 0, 1, I, L, O: they are misread.
    const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    // The low bits of a snowflake hardly vary: spread all of it (Fibonacci hashing).
    let mut rest = interaction.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    (0..6)
        .map(|_| {
            let letter = LETTERS[(rest % 31) as usize];
            rest /= 31;
            char::from(letter)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_shown_and_a_fault_is_not() {
        let told = |error| in_a_sentence(7, "/event", error);
        assert_eq!(
            told(UserError::ServerOnly.into()),
            "This works only in a server. Use it in one of yours."
        );
        let fault = told(anyhow::anyhow!("the index is torn").into());
        assert!(
            fault.contains(&reference(7)) && !fault.contains("torn"),
            "{fault}"
        );
    }

    #[test]
    fn a_reference_is_short_and_differs_between_neighbours() {
        let references: std::collections::HashSet<String> = (0..1_000)
            .map(|n| reference(1_300_000_000_000_000_000 + (n << 22)))
            .collect();
        assert_eq!(references.len(), 1_000);
        assert!(references.iter().all(|reference| reference.len() == 6));
    }
}
