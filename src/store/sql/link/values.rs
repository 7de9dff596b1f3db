//! What goes into a statement: whole numbers and text.

use std::borrow::Cow;
use std::time::Duration;

use crate::quiz::{Player, Server};
use crate::store::{Channel, GameId, GroupId};

/// What is bound to a placeholder.
#[derive(Debug, Clone)]
pub(in crate::store) enum Value<'v> {
    Number(i64),
    Text(&'v str),
}

/// PostgreSQL cannot keep the character NUL; so that both stores hold the same, SQLite does without it too.
pub(super) fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') {
        Cow::Owned(text.replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A snowflake or a count as it is kept; Discord's stay below 2^63 for the next 60 years.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(signed(number))
    }
}
impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(signed(number as u64))
    }
}
impl From<bool> for Value<'_> {
    fn from(switch: bool) -> Self {
        Self::Number(switch.into())
    }
}
impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text)
    }
}
impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(text)
    }
}
impl From<Server> for Value<'_> {
    fn from(server: Server) -> Self {
        server.0.into()
    }
}
impl From<Player> for Value<'_> {
    fn from(player: Player) -> Self {
        player.0.into()
    }
}
impl From<Channel> for Value<'_> {
    fn from(channel: Channel) -> Self {
        channel.0.into()
    }
}
impl From<GameId> for Value<'_> {
    fn from(game: GameId) -> Self {
        Self::Number(game.0)
    }
}
impl From<GroupId> for Value<'_> {
    fn from(group: GroupId) -> Self {
        Self::Number(group.0)
    }
}
/// Milliseconds since the epoch.
impl From<Duration> for Value<'_> {
    fn from(at: Duration) -> Self {
        Self::Number(i64::try_from(at.as_millis()).unwrap_or(i64::MAX))
    }
}
