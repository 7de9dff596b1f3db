//! Threads: started from a message or on their own, joined, renamed, archived, deleted.

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;
use twilight_model::guild::Permissions;
use twilight_validate::channel::{CHANNEL_NAME_LENGTH_MAX, CHANNEL_NAME_LENGTH_MIN};

use super::event::{Audience, Need};
use super::guild::{Channel, ChannelKind};
use super::ids::{ChannelId, MessageId, UserId};
use super::world::World;
use crate::playground::form::Form;
use crate::playground::refusal::{Faults, Outcome, Refusal};

/// Minutes after which a quiet thread may be archived.
const ARCHIVE_AFTER: [i64; 4] = [60, 1440, 4320, 10080];

/// Most seconds between two messages of a person.
const SLOWEST: i64 = 21_600;

impl World {
    /// The bot starts a thread, from a message or on its own.
    pub(crate) fn start_thread(
        &mut self,
        parent: ChannelId,
        from: Option<MessageId>,
        body: &Value,
        now: Timestamp,
    ) -> Outcome<Value> {
        let allowed = self.bot_permissions(parent)?;
        if self.channel(parent)?.kind != ChannelKind::Text {
            return Err(Refusal::WRONG_CHANNEL_TYPE);
        }
        let wish = read_thread(body, from.is_some())?;
        let needed = if wish.kind == ChannelKind::PrivateThread {
            Permissions::CREATE_PRIVATE_THREADS
        } else {
            Permissions::CREATE_PUBLIC_THREADS
        };
        if !allowed.contains(needed) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        let id = match from {
            Some(from) => {
                if self.message_for_bot(parent, from)?.has_thread {
                    return Err(Refusal::THREAD_ALREADY_MADE);
                }
                let message = self.message_mut(parent, from)?;
                message.has_thread = true;
                message.flags |= MessageFlags::HAS_THREAD;
                from.cast()
            }
            None => self.snowflakes.next(now),
        };
        let guild = self
            .channel(parent)?
            .guild
            .ok_or(Refusal::WRONG_CHANNEL_TYPE)?;
        let mut thread = Channel::text(id, guild, &wish.name, 0);
        thread.kind = wish.kind;
        thread.parent = Some(parent);
        thread.owner = Some(self.bot);
        thread.joined = vec![self.bot];
        thread.auto_archive = wish.auto_archive;
        let mut drawn = self.draw_channel(&thread);
        self.channels.insert(id, thread);
        self.tell(Audience::Channel(id), "CHANNEL_CREATE", drawn.clone());
        drawn["newly_created"] = json!(true);
        drawn["member"] = json!({
            "id": id, "user_id": self.bot, "join_timestamp": super::ids::iso(now), "flags": 0,
        });
        self.dispatch("THREAD_CREATE", Some(guild), drawn.clone(), Need::Guilds);
        Ok(drawn)
    }

    /// Changes a thread: its name, and whether it is archived or locked.
    pub(crate) fn edit_thread(&mut self, id: ChannelId, body: &Value) -> Outcome<Value> {
        let allowed = self.bot_permissions(id)?;
        let owner = self.channel(id)?.owner;
        if !self.channel(id)?.kind.is_thread() {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        if owner != Some(self.bot) && !allowed.contains(Permissions::MANAGE_THREADS) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        let mut faults = Faults::default();
        let changes = Form::open(body, "", &mut faults).map(|form| {
            (
                form.text(
                    "name",
                    CHANNEL_NAME_LENGTH_MIN..=CHANNEL_NAME_LENGTH_MAX,
                    &mut faults,
                ),
                form.boolean("archived", &mut faults),
                form.boolean("locked", &mut faults),
                form.integer("rate_limit_per_user", 0..=SLOWEST, &mut faults),
                form.choice("auto_archive_duration", &ARCHIVE_AFTER, &mut faults),
            )
        });
        faults.done()?;
        let (name, archived, locked, _, after) = changes.unwrap_or_default();
        let thread = self.channel_mut(id)?;
        let after = after.and_then(|after| u32::try_from(after).ok());
        thread.auto_archive = after.unwrap_or(thread.auto_archive);
        if let Some(name) = name {
            name.clone_into(&mut thread.name);
        }
        thread.archived = archived.unwrap_or(thread.archived);
        thread.locked = locked.unwrap_or(thread.locked);
        let guild = thread.guild;
        let drawn = self.draw_channel(self.channel(id)?);
        self.tell(Audience::Channel(id), "CHANNEL_UPDATE", drawn.clone());
        self.dispatch("THREAD_UPDATE", guild, drawn.clone(), Need::Guilds);
        Ok(drawn)
    }

    /// Deletes a thread.
    pub(crate) fn delete_thread(&mut self, id: ChannelId) -> Outcome<Value> {
        let allowed = self.bot_permissions(id)?;
        let thread = self.channel(id)?;
        if !thread.kind.is_thread() || !allowed.contains(Permissions::MANAGE_THREADS) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        self.close_channel(id)
    }

    /// A message wakes a thread that was archived, unless it is locked and its writer may not open it.
    pub(crate) fn wake(&mut self, id: ChannelId, allowed: Permissions) -> Outcome<()> {
        let thread = self.channel_mut(id)?;
        if !thread.archived {
            return Ok(());
        }
        if thread.locked && !allowed.contains(Permissions::MANAGE_THREADS) {
            return Err(Refusal::THREAD_ARCHIVED);
        }
        thread.archived = false;
        let guild = thread.guild;
        let drawn = self.draw_channel(self.channel(id)?);
        self.tell(Audience::Channel(id), "CHANNEL_UPDATE", drawn.clone());
        self.dispatch("THREAD_UPDATE", guild, drawn, Need::Guilds);
        Ok(())
    }

    /// Lets `user` join a thread.
    pub(crate) fn join_thread(&mut self, id: ChannelId, user: UserId) -> Outcome<()> {
        self.bot_permissions(id)?;
        self.user(user)?;
        let thread = self.channel_mut(id)?;
        if !thread.kind.is_thread() {
            return Err(Refusal::WRONG_CHANNEL_TYPE);
        }
        if !thread.joined.contains(&user) {
            thread.joined.push(user);
        }
        let drawn = self.draw_channel(self.channel(id)?);
        self.tell(Audience::Person(user), "CHANNEL_CREATE", drawn);
        Ok(())
    }
}

struct ThreadWish {
    name: String,
    kind: ChannelKind,
    auto_archive: u32,
}

fn read_thread(body: &Value, from_message: bool) -> Outcome<ThreadWish> {
    let mut faults = Faults::default();
    let mut wish = ThreadWish {
        name: String::new(),
        kind: ChannelKind::PublicThread,
        auto_archive: 1440,
    };
    if let Some(form) = Form::open(body, "", &mut faults) {
        let length = CHANNEL_NAME_LENGTH_MIN..=CHANNEL_NAME_LENGTH_MAX;
        wish.name = form
            .required_text("name", length, &mut faults)
            .unwrap_or_default()
            .to_owned();
        let after = form.choice("auto_archive_duration", &ARCHIVE_AFTER, &mut faults);
        wish.auto_archive = after
            .and_then(|after| u32::try_from(after).ok())
            .unwrap_or(1440);
        form.integer("rate_limit_per_user", 0..=SLOWEST, &mut faults);
        form.boolean("invitable", &mut faults);
        if !from_message {
            let private = i64::from(ChannelKind::PrivateThread.number());
            let public = i64::from(ChannelKind::PublicThread.number());
            // Without a type the documentation makes the thread private.
            let kind = form.choice("type", &[10, public, private], &mut faults);
            if kind.unwrap_or(private) == private {
                wish.kind = ChannelKind::PrivateThread;
            }
        }
    }
    faults.done()?;
    Ok(wish)
}
