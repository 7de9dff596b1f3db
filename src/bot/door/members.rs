//! The way out for questions about people: what Discord calls them. They matter little, so they give way to games.

use serde_json::Value;
use serenity::all::{GuildId, LightMethod, Route, UserId};

use super::Door;
use crate::bot::rooms::{PostError, Urgency};
use crate::quiz::{Player, Server};

impl Door {
    /// What a member of a server is called there. [`PostError::Deleted`] where there is no such member.
    pub(in crate::bot) async fn member_name(
        &self,
        server: Server,
        player: Player,
    ) -> Result<String, PostError> {
        let route = Route::GuildMember {
            guild_id: GuildId::new(server.0),
            user_id: UserId::new(player.0),
        };
        let member = self.look(route).await?;
        name_of(&member["nick"], &member["user"])
    }

    /// What somebody is called wherever they are.
    pub(in crate::bot) async fn user_name(&self, player: Player) -> Result<String, PostError> {
        let route = Route::User {
            user_id: UserId::new(player.0),
        };
        let user = self.look(route).await?;
        name_of(&Value::Null, &user)
    }

    async fn look(&self, route: Route<'_>) -> Result<Value, PostError> {
        self.ask(route, LightMethod::Get, &Value::Null, Urgency::Progress)
            .await
    }
}

/// The name that Discord shows: the nickname, the display name, or the user name.
fn name_of(nick: &Value, user: &Value) -> Result<String, PostError> {
    let names = [nick, &user["global_name"], &user["username"]];
    let name = names.into_iter().find_map(Value::as_str);
    let name = name.ok_or_else(|| anyhow::anyhow!("Discord answered without a name"))?;
    Ok(name.to_owned())
}
