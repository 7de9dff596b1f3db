//! `[discord]`: who may use the bot, and where Discord is.

use std::num::NonZeroU32;

use serde::Deserialize;

use super::is_loopback;

/// `[discord]`: who may use the bot, and where Discord is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Discord {
    /// `discord.api_url` (`CLIO_DISCORD_API_URL`): another address than Discord's own; loopback only. Default: Discord.
    pub api_url: Option<String>,
    /// `discord.development_server` (`CLIO_DISCORD_DEVELOPMENT_SERVER`): commands are registered here alone, at once. Default: everywhere.
    pub development_server: Option<u64>,
    /// `discord.servers` (`CLIO_DISCORD_SERVERS`): the servers that may use the bot. Default: all.
    pub servers: Vec<u64>,
    /// `discord.message_content` (`CLIO_DISCORD_MESSAGE_CONTENT`): ask for the privileged intent. Default: false.
    pub message_content: bool,
    /// `discord.requests_a_second` (`CLIO_DISCORD_REQUESTS_A_SECOND`): messages to channels; more than 45 only at another address than
    /// Discord's. Default: 45.
    pub requests_a_second: Option<NonZeroU32>,
}

impl Discord {
    /// Of the 50 requests a second that Discord allows, five are left for what serenity sends by itself.
    pub const REQUESTS_A_SECOND: NonZeroU32 = NonZeroU32::new(45).expect("it is not zero");

    /// What types alone cannot say: the setting and what is wrong with it.
    pub(super) fn fault(&self) -> Option<(&'static str, &'static str)> {
        if self.api_url.as_ref().is_some_and(|url| !is_loopback(url)) {
            return Some((
                "discord.api_url",
                "must be a loopback address such as http://127.0.0.1:8321. Leave it out to use Discord itself.",
            ));
        }
        let wanted = self.requests_a_second;
        let too_many = wanted.is_some_and(|wanted| wanted > Self::REQUESTS_A_SECOND);
        (too_many && self.api_url.is_none()).then_some((
            "discord.requests_a_second",
            "must be at most 45: Discord allows a bot 50 requests a second and shuts out who sends more. Only a playground (discord.api_url) bears more.",
        ))
    }
}
