//! Snowflakes made from the time, and the two ways in which Discord writes a time.

use jiff::Timestamp;
use twilight_model::id::Id;
use twilight_model::id::marker::{
    ApplicationMarker, AttachmentMarker, ChannelMarker, CommandMarker, GuildMarker,
    InteractionMarker, MessageMarker, RoleMarker, UserMarker,
};

pub(crate) type ApplicationId = Id<ApplicationMarker>;
pub(crate) type AttachmentId = Id<AttachmentMarker>;
pub(crate) type ChannelId = Id<ChannelMarker>;
pub(crate) type CommandId = Id<CommandMarker>;
pub(crate) type GuildId = Id<GuildMarker>;
pub(crate) type InteractionId = Id<InteractionMarker>;
pub(crate) type MessageId = Id<MessageMarker>;
pub(crate) type RoleId = Id<RoleMarker>;
pub(crate) type UserId = Id<UserMarker>;

/// The first second of 2015 in milliseconds: where Discord's ids begin to count.
pub(crate) const DISCORD_EPOCH: i64 = 1_420_070_400_000;

/// Hands out ids that hold the time and never repeat or go back.
#[derive(Debug, Default)]
pub(crate) struct Snowflakes {
    last: u64,
}

impl Snowflakes {
    /// The next id at `now`.
    pub(crate) fn next<T>(&mut self, now: Timestamp) -> Id<T> {
        let since = u64::try_from(now.as_millisecond() - DISCORD_EPOCH).unwrap_or(0);
        self.last = (since << 22).max(self.last + 1);
        Id::new(self.last)
    }
}

/// When the thing that `id` names was made.
pub(crate) fn made_at<T>(id: Id<T>) -> Timestamp {
    let since = i64::try_from(id.get() >> 22).unwrap_or(0);
    Timestamp::from_millisecond(DISCORD_EPOCH + since).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A time as Discord writes it: `2026-08-01T12:00:00.123000+00:00`.
pub(crate) fn iso(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S.%6f+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_hold_the_time_and_never_repeat() {
        let now: Timestamp = "2026-08-01T12:00:00.123Z".parse().unwrap();
        let mut snowflakes = Snowflakes::default();
        let first: MessageId = snowflakes.next(now);
        let second: MessageId = snowflakes.next(now);
        let earlier: MessageId = snowflakes.next("2026-01-01T00:00:00Z".parse().unwrap());
        assert!(first < second && second < earlier);
        assert_eq!(made_at(first), now);
        assert_eq!(iso(made_at(second)), "2026-08-01T12:00:00.123000+00:00");
    }
}
