//! What a bot says to identify itself, whether it may, and what it is told then.

use serde_json::{Value, json};
use twilight_model::gateway::{CloseCode, Intents};

use super::session::Session;
use crate::playground::state::guild::Guild;
use crate::playground::state::ids::GuildId;
use crate::playground::state::world::World;

/// Intents that Discord gives on request only.
pub(crate) const PRIVILEGED: Intents = Intents::GUILD_MEMBERS
    .union(Intents::GUILD_PRESENCES)
    .union(Intents::MESSAGE_CONTENT);

/// A bot that has shown who it is.
#[derive(Debug, PartialEq)]
pub(crate) struct Identify {
    pub(crate) shard: (u64, u64),
    pub(crate) intents: Intents,
}

impl Identify {
    /// Reads the data of an IDENTIFY; the error is the code that the connection is closed with.
    pub(crate) fn read(data: &Value, token: &str) -> Result<Self, CloseCode> {
        if !is_token(data["token"].as_str(), token) {
            return Err(CloseCode::AuthenticationFailed);
        }
        if !data["properties"].is_object() {
            return Err(CloseCode::DecodeError);
        }
        let intents = data["intents"].as_u64().ok_or(CloseCode::InvalidIntents)?;
        let intents = Intents::from_bits(intents).ok_or(CloseCode::InvalidIntents)?;
        let shard = match &data["shard"] {
            Value::Null => (0, 1),
            shard => {
                let number = |at: usize| shard[at].as_u64().ok_or(CloseCode::InvalidShard);
                (number(0)?, number(1)?)
            }
        };
        if shard.1 == 0 || shard.0 >= shard.1 {
            return Err(CloseCode::InvalidShard);
        }
        Ok(Self { shard, intents })
    }
}

/// Some libraries put `Bot ` before the token, and Discord takes both.
pub(crate) fn is_token(given: Option<&str>, token: &str) -> bool {
    given.map(|given| given.strip_prefix("Bot ").unwrap_or(given)) == Some(token)
}

/// The READY event.
pub(crate) fn ready(world: &World, session: &Session, resume_url: &str) -> Value {
    let guilds: Vec<Value> = own_guilds(world, session)
        .map(|id| json!({"id": id, "unavailable": true}))
        .collect();
    let user = world.user(world.bot).map(|bot| {
        let mut bot = bot.draw();
        bot["verified"] = json!(true);
        bot["mfa_enabled"] = json!(false);
        bot["email"] = Value::Null;
        bot
    });
    json!({
        "v": 10, "user": user.unwrap_or_default(), "guilds": guilds, "session_id": session.id,
        "resume_gateway_url": resume_url, "shard": [session.shard.0, session.shard.1],
        "application": {"id": world.application(), "flags": world.application_flags()},
        "session_type": "normal", "private_channels": [], "presences": [], "relationships": [],
        "user_settings": {}, "geo_ordered_rtc_regions": [], "_trace": ["playground"],
    })
}

/// The servers of the session's shard as `GUILD_CREATE` sends them; none without the intent.
pub(crate) fn guilds(world: &World, session: &Session) -> Vec<Value> {
    if !session.intents.contains(Intents::GUILDS) {
        return Vec::new();
    }
    world.draw_guilds_for(world.bot, |guild| is_own(world, session, guild))
}

fn own_guilds<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = GuildId> + 'a {
    world
        .guilds
        .iter()
        .filter(|guild| is_own(world, session, guild))
        .map(|guild| guild.id)
}

/// Is it a server that the bot is in, and of the session's shard?
fn is_own(world: &World, session: &Session, guild: &Guild) -> bool {
    guild.member(world.bot).is_some() && session.serves(Some(guild.id))
}

/// The answer to a request for members: by name or by id.
pub(crate) fn members(world: &World, guild: GuildId, asked: &Value) -> Option<Value> {
    let guild = world.guild_of_bot(guild).ok()?;
    let wanted: Vec<String> = match &asked["user_ids"] {
        Value::Array(ids) => ids
            .iter()
            .filter_map(|id| id.as_str().map(str::to_owned))
            .collect(),
        Value::String(id) => vec![id.clone()],
        _ => Vec::new(),
    };
    let query = asked["query"].as_str().map(str::to_lowercase);
    let found: Vec<Value> = guild
        .members
        .iter()
        .filter_map(|member| Some((member, world.user(member.user).ok()?)))
        .filter(|(member, user)| match &query {
            Some(start) => user.username.starts_with(start.as_str()),
            None => wanted.contains(&member.user.to_string()),
        })
        .map(|(member, user)| member.draw(user))
        .collect();
    let mut chunk = json!({
        "guild_id": guild.id, "members": found, "chunk_index": 0, "chunk_count": 1, "not_found": [],
    });
    if let Some(nonce) = asked.get("nonce") {
        chunk["nonce"] = nonce.clone();
    }
    Some(chunk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(change: &[(&str, Value)], expected: Result<(u64, u64), CloseCode>) {
        let mut data = json!({"token": "secret", "intents": 1, "properties": {"os": "linux"}});
        for (key, value) in change {
            data[*key] = value.clone();
        }
        let read = Identify::read(&data, "secret").map(|identify| identify.shard);
        assert_eq!(read, expected, "{change:?}");
    }

    #[test]
    fn who_identifies_wrongly_is_told_why_by_code() {
        check(&[], Ok((0, 1)));
        check(&[("token", json!("Bot secret"))], Ok((0, 1)));
        check(
            &[("token", json!("wrong"))],
            Err(CloseCode::AuthenticationFailed),
        );
        check(
            &[("token", Value::Null)],
            Err(CloseCode::AuthenticationFailed),
        );
        check(&[("shard", json!([1, 2]))], Ok((1, 2)));
        check(&[("shard", json!([2, 2]))], Err(CloseCode::InvalidShard));
        check(&[("shard", json!([0, 0]))], Err(CloseCode::InvalidShard));
        check(&[("shard", json!("0"))], Err(CloseCode::InvalidShard));
        check(
            &[("intents", json!(1_u64 << 60))],
            Err(CloseCode::InvalidIntents),
        );
        check(&[("intents", Value::Null)], Err(CloseCode::InvalidIntents));
        check(&[("properties", Value::Null)], Err(CloseCode::DecodeError));
    }
}
