//! The link that puts the bot on a server, with the permissions that it needs and no other.

use serenity::all::Permissions;

use super::gateway::{self, StartError};
use crate::config::{Discord, Secret};

/// What the bot needs on a server: to see a channel and answer there, and for quizzes to post, to open a thread, and to find its own
/// messages again after a restart.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::CREATE_PUBLIC_THREADS)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The invite link of an application.
#[must_use]
pub fn invite_link(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={}",
        NEEDED.bits()
    )
}

/// The invite link of the application that `token` belongs to; asks Discord.
///
/// # Errors
/// When Discord cannot be reached or refuses the token.
pub fn ask_invite(token: &Secret, discord: &Discord) -> Result<String, StartError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|fault| StartError::Unreachable(fault.to_string()))?;
    let http = gateway::http(token, discord, gateway::http_client(discord)?);
    let application = runtime
        .block_on(http.get_current_application_info())
        .map_err(gateway::unreachable)?;
    Ok(invite_link(application.id.get()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_asks_for_what_is_used_and_no_more() {
        assert_eq!(
            invite_link(7),
            "https://discord.com/oauth2/authorize?client_id=7&scope=bot+applications.commands&permissions=309237730304"
        );
    }
}
