//! What a person typed as a command, checked against the command as it is registered.
//!
//! A Discord client does not send what the command does not take; so whatever is wrong here is said to the person,
//! in words, and the bot never hears of it.

use serde_json::{Map, Value, json};

use super::command::Command;
use super::guild::Channel;
use super::ids::{ChannelId, GuildId, RoleId, UserId};
use super::world::World;
use crate::playground::form::command::kind;
use crate::playground::form::snowflake;

/// A checked command: its name with subcommands, and the interaction's `data`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Invocation {
    pub(crate) name: String,
    pub(crate) data: Value,
}

/// Objects that options name by id.
#[derive(Debug, Default)]
struct Resolved {
    lists: Map<String, Value>,
}

impl Resolved {
    fn put(&mut self, list: &str, id: &str, object: Value) {
        self.lists.entry(list).or_insert_with(|| json!({}))[id] = object;
    }
}

/// What a check needs to know at every depth.
struct Check<'a> {
    world: &'a World,
    guild: Option<GuildId>,
    /// While a person is still typing, required options may be missing and values unfinished.
    typing: bool,
    name: String,
    resolved: Resolved,
    n_focused: usize,
}

impl World {
    /// Checks the command `data` that `person` gives in `channel`.
    ///
    /// # Errors
    ///
    /// A sentence for the person.
    pub(crate) fn invoke(
        &self,
        person: UserId,
        channel: &Channel,
        data: &Value,
        typing: bool,
    ) -> Result<Invocation, String> {
        let command = self.named_command(person, channel, data)?;
        let mut check = Check {
            world: self,
            guild: channel.guild,
            typing,
            name: command.name().to_owned(),
            resolved: Resolved::default(),
            n_focused: 0,
        };
        let known = command.fields["options"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let options = check.options(known, &data["options"])?;
        if typing && check.n_focused != 1 {
            return Err("Exactly one option must be the one that is being typed.".to_owned());
        }
        let mut checked = json!({
            "id": command.id, "name": command.name(), "type": command.fields["type"], "options": options,
        });
        if let Some(guild) = command.guild {
            checked["guild_id"] = json!(guild);
        }
        if !check.resolved.lists.is_empty() {
            checked["resolved"] = Value::Object(check.resolved.lists);
        }
        Ok(Invocation {
            name: check.name,
            data: checked,
        })
    }

    fn named_command(
        &self,
        person: UserId,
        channel: &Channel,
        data: &Value,
    ) -> Result<&Command, String> {
        let id = snowflake(&data["id"]);
        let name = data["name"].as_str().unwrap_or_default();
        let mut named: Vec<&Command> = self
            .commands
            .commands
            .iter()
            .filter(|command| id.map_or(command.name() == name, |id| command.id == id))
            .collect();
        if named.is_empty() {
            return Err(format!(
                "There is no command /{name}. It may have changed: reload the page."
            ));
        }
        named.retain(|command| self.may_use(person, command, channel.guild));
        // A server's own command hides one of the same name for all servers.
        named.sort_by_key(|command| command.guild.is_none());
        named.first().copied().ok_or_else(|| match channel.guild {
            Some(_) => format!("You do not have permission to use /{name} here."),
            None => format!("/{name} can be used in servers only."),
        })
    }
}

impl Check<'_> {
    fn options(&mut self, known: &[Value], given: &Value) -> Result<Vec<Value>, String> {
        let given = given.as_array().map_or(&[][..], Vec::as_slice);
        for option in given {
            let name = option["name"].as_str().unwrap_or_default();
            if !known.iter().any(|known| known["name"] == option["name"]) {
                return Err(format!("/{} has no option \"{name}\".", self.name));
            }
        }
        let nests = known
            .first()
            .is_some_and(|first| first["type"].as_i64() <= Some(kind::GROUP));
        if nests && given.len() != 1 {
            return Err(format!("Choose one of the subcommands of /{}.", self.name));
        }
        let mut checked = Vec::new();
        for option in known {
            let name = option["name"].as_str().unwrap_or_default();
            match given.iter().find(|given| given["name"] == option["name"]) {
                Some(given) => checked.push(self.option(option, name, given)?),
                None if option["required"] == json!(true) && !self.typing => {
                    return Err(format!("/{} needs \"{name}\".", self.name));
                }
                None => {}
            }
        }
        Ok(checked)
    }

    fn option(&mut self, known: &Value, name: &str, given: &Value) -> Result<Value, String> {
        let kind = known["type"].as_i64().unwrap_or_default();
        if kind <= kind::GROUP {
            self.name = format!("{} {name}", self.name);
            let inner = known["options"].as_array().map_or(&[][..], Vec::as_slice);
            let options = self.options(inner, &given["options"])?;
            return Ok(json!({"name": name, "type": kind, "options": options}));
        }
        let focused = given["focused"] == json!(true);
        let mut option = json!({"name": name, "type": kind, "value": given["value"]});
        if self.typing && focused {
            if known["autocomplete"] != json!(true) {
                return Err(format!("\"{name}\" does not suggest anything."));
            }
            self.n_focused += 1;
            option["focused"] = json!(true);
            // While it is typed, every value is a text.
            let text = given["value"]
                .as_str()
                .map_or_else(|| given["value"].to_string(), str::to_owned);
            option["value"] = json!(text);
            return Ok(option);
        }
        option["value"] = self
            .value(known, kind, &given["value"])
            .map_err(|what| format!("\"{name}\" {what}."))?;
        Ok(option)
    }

    /// The value as the bot gets it; a text is read as what the option takes.
    fn value(&mut self, known: &Value, kind: i64, given: &Value) -> Result<Value, String> {
        let text = given.as_str();
        let value = match kind {
            kind::STRING => json!(text.ok_or("must be text")?),
            kind::INTEGER => {
                let number = given.as_i64().or_else(|| text?.trim().parse().ok());
                json!(number.ok_or("must be a whole number")?)
            }
            kind::NUMBER => {
                let number = given.as_f64().or_else(|| text?.trim().parse().ok());
                json!(number.ok_or("must be a number")?)
            }
            kind::BOOLEAN => {
                let yes = given
                    .as_bool()
                    .or_else(|| text?.to_lowercase().parse().ok());
                json!(yes.ok_or("must be true or false")?)
            }
            kind::USER | kind::CHANNEL | kind::ROLE | kind::MENTIONABLE => {
                let id = snowflake::<()>(given).ok_or("must be chosen from the list")?;
                self.resolve(known, kind, id.get())?;
                json!(id.to_string())
            }
            _ => return Err("cannot be given in the playground".to_owned()),
        };
        bounds(known, &value)?;
        let choices = known["choices"].as_array().map_or(&[][..], Vec::as_slice);
        if !choices.is_empty() {
            // A person may type the name of a choice.
            let chosen = choices
                .iter()
                .find(|choice| choice["value"] == value || choice["name"] == *given);
            return chosen
                .map(|choice| choice["value"].clone())
                .ok_or_else(|| "must be one of its choices".to_owned());
        }
        Ok(value)
    }

    fn resolve(&mut self, known: &Value, kind: i64, id: u64) -> Result<(), String> {
        let Some(id) = twilight_model::id::Id::<()>::new_checked(id) else {
            return Err("must be chosen from the list".to_owned());
        };
        let guild = self.guild.and_then(|guild| self.world.guild(guild).ok());
        let key = id.to_string();
        let user: UserId = id.cast();
        let role: RoleId = id.cast();
        let channel: ChannelId = id.cast();
        if matches!(kind, kind::USER | kind::MENTIONABLE)
            && let Ok(found) = self.world.user(user)
        {
            self.resolved.put("users", &key, found.draw());
            if let Some((guild, member)) =
                guild.and_then(|guild| Some((guild, guild.member(user)?)))
            {
                let mut drawn = member.draw_partial();
                let allowed = super::permissions::in_guild(guild, member);
                drawn["permissions"] = json!(allowed.bits().to_string());
                self.resolved.put("members", &key, drawn);
            }
            return Ok(());
        }
        if matches!(kind, kind::ROLE | kind::MENTIONABLE)
            && let Some(found) = guild.and_then(|guild| guild.role(role))
        {
            self.resolved.put("roles", &key, found.draw());
            return Ok(());
        }
        if kind == kind::CHANNEL
            && let Ok(found) = self.world.channel(channel)
            && found.guild == self.guild
        {
            let kinds = known["channel_types"].as_array();
            if kinds.is_some_and(|kinds| {
                !kinds.is_empty() && !kinds.contains(&json!(found.kind.number()))
            }) {
                return Err("must be another kind of channel".to_owned());
            }
            self.resolved
                .put("channels", &key, self.world.draw_channel(found));
            return Ok(());
        }
        Err("must be chosen from the list".to_owned())
    }
}

/// The bounds that an option sets.
fn bounds(known: &Value, value: &Value) -> Result<(), String> {
    if let Some(number) = value.as_f64() {
        if let Some(least) = known["min_value"].as_f64().filter(|least| number < *least) {
            return Err(format!("must be at least {least}"));
        }
        if let Some(most) = known["max_value"].as_f64().filter(|most| number > *most) {
            return Err(format!("must be at most {most}"));
        }
    }
    if let Some(text) = value
        .as_str()
        .filter(|_| known["type"] == json!(kind::STRING))
    {
        let length = text.chars().count() as u64;
        let least = known["min_length"].as_u64().unwrap_or(1);
        let most = known["max_length"].as_u64().unwrap_or(6000);
        if length < least {
            return Err(format!("must have at least {least} characters"));
        }
        if length > most {
            return Err(format!("must have at most {most} characters"));
        }
    }
    Ok(())
}
