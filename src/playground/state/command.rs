//! The commands that the bot has registered, for all servers or for one.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use twilight_model::guild::Permissions;

use super::event::Audience;
use super::ids::{CommandId, GuildId, UserId};
use super::permissions;
use super::world::World;
use crate::playground::form;
use crate::playground::refusal::{Outcome, Refusal};

/// Most slash commands of one scope.
const COMMAND_COUNT: usize = 100;

/// One registered command.
#[derive(Debug, Clone)]
pub(crate) struct Command {
    pub(crate) id: CommandId,
    /// The server that it is for; `None` for all.
    pub(crate) guild: Option<GuildId>,
    /// A new id with every change.
    pub(crate) version: CommandId,
    /// Discord's fields, complete.
    pub(crate) fields: Map<String, Value>,
}

impl Command {
    pub(crate) fn name(&self) -> &str {
        self.fields["name"].as_str().unwrap_or_default()
    }

    /// Two commands of one scope may not have the same name and type.
    fn key(&self) -> (&Value, &Value) {
        (&self.fields["type"], &self.fields["name"])
    }

    /// What a member needs, beside the right to use commands; `None` when nothing.
    fn permissions(&self) -> Option<Permissions> {
        let bits = self.fields["default_member_permissions"].as_str()?;
        Some(Permissions::from_bits_truncate(bits.parse().ok()?))
    }

    /// May it be used in direct messages with the bot?
    pub(crate) fn in_direct_messages(&self) -> bool {
        if self.guild.is_some() {
            return false;
        }
        match self.fields["contexts"].as_array() {
            Some(contexts) => contexts.contains(&json!(1)),
            None => self.fields["dm_permission"] != json!(false),
        }
    }

    fn in_servers(&self) -> bool {
        self.fields["contexts"]
            .as_array()
            .is_none_or(|contexts| contexts.contains(&json!(0)))
    }
}

/// All registered commands, in the order of their making.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    pub(crate) commands: Vec<Command>,
}

impl World {
    /// The commands of one scope.
    pub(crate) fn list_commands(&self, guild: Option<GuildId>) -> Outcome<Vec<Value>> {
        self.scope(guild)?;
        Ok(self
            .commands
            .commands
            .iter()
            .filter(|command| command.guild == guild)
            .map(|command| self.draw_command(command))
            .collect())
    }

    /// One command of a scope.
    pub(crate) fn command(&self, guild: Option<GuildId>, id: CommandId) -> Outcome<&Command> {
        self.scope(guild)?;
        self.commands
            .commands
            .iter()
            .find(|command| command.id == id && command.guild == guild)
            .ok_or(Refusal::UNKNOWN_COMMAND)
    }

    /// Registers a command; one of the same name is replaced. Gives it, and whether it is new.
    pub(crate) fn create_command(
        &mut self,
        guild: Option<GuildId>,
        body: &Value,
        now: Timestamp,
    ) -> Outcome<(Value, bool)> {
        self.scope(guild)?;
        let fields = form::command::read(body)?;
        let before = self.commands.commands.len();
        let command = self.put(guild, fields, now);
        let new = self.commands.commands.len() > before;
        let n_commands = self
            .commands
            .commands
            .iter()
            .filter(|command| command.guild == guild)
            .count();
        if new && n_commands > COMMAND_COUNT {
            self.commands.commands.pop();
            return Err(Refusal::TOO_MANY_COMMANDS);
        }
        self.commands_changed();
        Ok((self.draw_command(&command), new))
    }

    /// Replaces all commands of a scope; those that keep their name keep their id.
    pub(crate) fn replace_commands(
        &mut self,
        guild: Option<GuildId>,
        body: &Value,
        now: Timestamp,
    ) -> Outcome<Vec<Value>> {
        self.scope(guild)?;
        let list = form::command::read_all(body)?;
        if list.len() > COMMAND_COUNT {
            return Err(Refusal::TOO_MANY_COMMANDS);
        }
        let kept: Vec<CommandId> = list
            .into_iter()
            .map(|fields| self.put(guild, fields, now).id)
            .collect();
        self.commands
            .commands
            .retain(|command| command.guild != guild || kept.contains(&command.id));
        self.commands_changed();
        self.list_commands(guild)
    }

    /// Changes the named fields of a command.
    pub(crate) fn edit_command(
        &mut self,
        guild: Option<GuildId>,
        id: CommandId,
        body: &Value,
        now: Timestamp,
    ) -> Outcome<Value> {
        let mut fields = self.command(guild, id)?.fields.clone();
        let Some(changes) = body.as_object() else {
            return Err(Refusal::form(
                "",
                "DICT_TYPE_CONVERT",
                "Only dictionaries may be used in a DictType",
            ));
        };
        fields.extend(changes.clone());
        let fields = form::command::read(&Value::Object(fields))?;
        let version = self.snowflakes.next(now);
        for command in &mut self.commands.commands {
            if command.id == id {
                command.fields = fields.clone();
                command.version = version;
            }
        }
        self.commands_changed();
        Ok(self.draw_command(self.command(guild, id)?))
    }

    /// Forgets a command.
    pub(crate) fn delete_command(&mut self, guild: Option<GuildId>, id: CommandId) -> Outcome<()> {
        self.command(guild, id)?;
        self.commands.commands.retain(|command| command.id != id);
        self.commands_changed();
        Ok(())
    }

    /// The command object.
    pub(crate) fn draw_command(&self, command: &Command) -> Value {
        let mut drawn = json!({"id": command.id, "application_id": self.application(), "version": command.version});
        if let Some(guild) = command.guild {
            drawn["guild_id"] = json!(guild);
        }
        super::guild::merge(&mut drawn, Value::Object(command.fields.clone()));
        drawn
    }

    /// May `person` use `command` in `guild` (`None`: in direct messages)?
    pub(crate) fn may_use(
        &self,
        person: UserId,
        command: &Command,
        guild: Option<GuildId>,
    ) -> bool {
        let Some(guild) = guild else {
            return command.in_direct_messages();
        };
        if command.guild.is_some_and(|own| own != guild) || !command.in_servers() {
            return false;
        }
        let Ok(guild) = self.guild(guild) else {
            return false;
        };
        if guild.member(self.bot).is_none() {
            return false;
        }
        let Some(member) = guild.member(person) else {
            return false;
        };
        let allowed = permissions::in_guild(guild, member);
        let needed = match command.permissions() {
            // A bit set of zero means: administrators only.
            Some(none) if none.is_empty() => Permissions::ADMINISTRATOR,
            Some(needed) => needed,
            None => Permissions::empty(),
        };
        allowed.contains(needed | Permissions::USE_SLASH_COMMANDS)
    }

    /// The commands that `person` may use anywhere. A command for all servers that is closed to the person in some
    /// servers only is offered everywhere and refused there.
    pub(crate) fn commands_for(&self, person: UserId) -> Vec<Value> {
        self.commands
            .commands
            .iter()
            .filter(|command| {
                command.in_direct_messages() && command.permissions().is_none()
                    || self
                        .guilds
                        .iter()
                        .any(|guild| self.may_use(person, command, Some(guild.id)))
            })
            .map(|command| self.draw_command(command))
            .collect()
    }

    fn scope(&self, guild: Option<GuildId>) -> Outcome<()> {
        match guild {
            Some(guild) => self
                .guild_of_bot(guild)
                .map(|_| ())
                .map_err(|_| Refusal::MISSING_ACCESS),
            None => Ok(()),
        }
    }

    fn put(
        &mut self,
        guild: Option<GuildId>,
        fields: Map<String, Value>,
        now: Timestamp,
    ) -> Command {
        let version = self.snowflakes.next(now);
        let mut command = Command {
            id: version,
            guild,
            version,
            fields,
        };
        let known = self
            .commands
            .commands
            .iter_mut()
            .find(|known| known.guild == guild && known.key() == command.key());
        if let Some(known) = known {
            command.id = known.id;
            if known.fields == command.fields {
                command.version = known.version;
            }
            *known = command.clone();
        } else {
            self.commands.commands.push(command.clone());
        }
        command
    }

    fn commands_changed(&mut self) {
        for person in self.onlookers() {
            let data = json!({"commands": self.commands_for(person)});
            self.tell(Audience::Person(person), "COMMANDS_UPDATE", data);
        }
    }
}
