//! Messages as they are sent and edited: content, embeds, components, files, mentions, flags.
//!
//! <https://discord.com/developers/docs/resources/message#create-message>

use serde_json::Value;
use twilight_model::channel::message::MessageFlags;
use twilight_validate::message::{
    ATTACHMENT_DESCIPTION_LENGTH_MAX, EMBED_COUNT_LIMIT, MESSAGE_CONTENT_LENGTH_MAX, STICKER_MAX,
};

use super::{Form, component, embed, join, snowflake};
use crate::playground::refusal::{Faults, Outcome};
use crate::playground::state::ids::{MessageId, RoleId, UserId};

/// Most characters of a nonce.
const NONCE_LENGTH: usize = 25;
/// Most files of a message.
const FILE_COUNT: usize = 10;
/// Most users or roles that `allowed_mentions` may list.
const ALLOWED_MENTIONS: usize = 100;
/// The flag of a message made of layout components.
pub(crate) const LAYOUT: u64 = 1 << 15;

/// A file that came with a request, in the part `files[index]`.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) index: u64,
    pub(crate) filename: String,
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

/// A file that a message shall have: one that it has already, or one that came along.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FileWish {
    /// The id of a file that the message has, or the index of an [`Upload`].
    pub(crate) id: u64,
    pub(crate) filename: Option<String>,
    pub(crate) description: Option<String>,
}

/// Which mentions may ping.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct AllowedMentions {
    pub(crate) parse: Vec<String>,
    pub(crate) users: Vec<UserId>,
    pub(crate) roles: Vec<RoleId>,
    pub(crate) replied_user: bool,
}

impl AllowedMentions {
    /// What a client sends with a reply whose ping is switched off.
    pub(crate) fn all_but_the_author() -> Self {
        Self {
            parse: ["users", "roles", "everyone"].map(str::to_owned).to_vec(),
            ..Self::default()
        }
    }
}

/// A message to send, or what an edit changes: `None` leaves a part as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) content: Option<String>,
    pub(crate) embeds: Option<Vec<Value>>,
    pub(crate) components: Option<Vec<Value>>,
    pub(crate) files: Option<Vec<FileWish>>,
    pub(crate) uploads: Vec<Upload>,
    pub(crate) allowed_mentions: Option<AllowedMentions>,
    pub(crate) flags: Option<MessageFlags>,
    pub(crate) reply_to: Option<MessageId>,
    /// Whether a reply to a message that is gone fails.
    pub(crate) reply_must_exist: bool,
    pub(crate) nonce: Option<Value>,
    pub(crate) enforce_nonce: bool,
    pub(crate) tts: bool,
}

/// Which flags a request may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// A message in a channel.
    Channel,
    /// An answer to an interaction, which may be ephemeral.
    Answer,
}

/// Reads a message body that stands at `path` (empty, or `data` in an interaction callback).
pub(crate) fn read(body: &Value, path: &str, uploads: Vec<Upload>, purpose: Use) -> Outcome<Draft> {
    let mut faults = Faults::default();
    let draft =
        Form::open(body, path, &mut faults).map(|form| draft(&form, uploads, purpose, &mut faults));
    faults.done()?;
    Ok(draft.unwrap_or_default())
}

fn draft(form: &Form<'_>, uploads: Vec<Upload>, purpose: Use, faults: &mut Faults) -> Draft {
    let flags = flags(form, purpose, faults);
    let layout = flags.is_some_and(|flags| flags.bits() & LAYOUT != 0);
    let content = form.text("content", 0..=MESSAGE_CONTENT_LENGTH_MAX, faults);
    let embeds = form.list("embeds", 0..=EMBED_COUNT_LIMIT, faults);
    if layout {
        for key in ["content", "embeds"] {
            if form
                .get(key)
                .is_some_and(|value| *value != Value::String(String::new()))
            {
                let message = "The 'content' and 'embeds' fields cannot be used with MessageFlags.IS_COMPONENTS_V2";
                form.fault(
                    key,
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    message,
                    faults,
                );
            }
        }
    }
    form.list("sticker_ids", 0..=STICKER_MAX, faults);
    let embeds = embeds.map(|embeds| embed::read(embeds, &form.at("embeds"), faults));
    let components = form
        .list("components", 0..=40, faults)
        .map(|components| component::read(components, &form.at("components"), layout, faults));
    let (reply_to, reply_must_exist) = reply(form, faults);
    Draft {
        content: text_change(form, content),
        embeds: list_change(form, "embeds", embeds),
        components: list_change(form, "components", components),
        files: files(form, &uploads, faults),
        uploads,
        allowed_mentions: allowed_mentions(form, faults),
        flags,
        reply_to,
        reply_must_exist,
        nonce: nonce(form, faults),
        enforce_nonce: form.boolean("enforce_nonce", faults).unwrap_or(false),
        tts: form.boolean("tts", faults).unwrap_or(false),
    }
}

/// A content of null empties a message; one that is not named leaves it.
fn text_change(form: &Form<'_>, content: Option<&str>) -> Option<String> {
    if form.mentions("content") {
        return Some(content.unwrap_or_default().to_owned());
    }
    None
}

fn list_change(form: &Form<'_>, key: &str, list: Option<Vec<Value>>) -> Option<Vec<Value>> {
    if form.mentions(key) {
        return Some(list.unwrap_or_default());
    }
    None
}

fn flags(form: &Form<'_>, purpose: Use, faults: &mut Faults) -> Option<MessageFlags> {
    let flags = form.integer("flags", 0..=i64::from(u32::MAX), faults)?;
    let flags = MessageFlags::from_bits_retain(u64::try_from(flags).unwrap_or(0));
    let mut settable = MessageFlags::SUPPRESS_EMBEDS
        | MessageFlags::SUPPRESS_NOTIFICATIONS
        | MessageFlags::from_bits_retain(LAYOUT);
    if purpose == Use::Answer {
        settable |= MessageFlags::EPHEMERAL;
    }
    // Other flags are ignored, as Discord does.
    Some(flags & settable)
}

fn reply(form: &Form<'_>, faults: &mut Faults) -> (Option<MessageId>, bool) {
    let Some(reference) = form.object("message_reference", faults) else {
        return (None, true);
    };
    reference.require("message_id", faults);
    let target = reference.snowflake("message_id", faults);
    let must_exist = reference.boolean("fail_if_not_exists", faults);
    (target, must_exist.unwrap_or(true))
}

fn nonce(form: &Form<'_>, faults: &mut Faults) -> Option<Value> {
    let nonce = form.get("nonce")?;
    if nonce.is_string() {
        form.text("nonce", 0..=NONCE_LENGTH, faults);
    } else if !nonce.is_i64() && !nonce.is_u64() {
        let message = "Could not interpret value as string.";
        form.fault("nonce", "STRING_TYPE_CONVERT", message, faults);
    }
    Some(nonce.clone())
}

fn files(form: &Form<'_>, uploads: &[Upload], faults: &mut Faults) -> Option<Vec<FileWish>> {
    let listed = form.list("attachments", 0..=FILE_COUNT, faults);
    let mut wishes = Vec::new();
    for (index, file) in listed.into_iter().flatten().enumerate() {
        let path = join(&form.at("attachments"), &index.to_string());
        let Some(file) = Form::open(file, &path, faults) else {
            continue;
        };
        file.require("id", faults);
        let id = match file.get("id") {
            Some(Value::Number(number)) => number.as_u64(),
            Some(Value::String(text)) => text.parse().ok(),
            _ => None,
        };
        let description = file.text("description", 0..=ATTACHMENT_DESCIPTION_LENGTH_MAX, faults);
        let filename = file.text("filename", 1..=1024, faults);
        let Some(id) = id else {
            let message = "Value is not snowflake.";
            file.fault("id", "NUMBER_TYPE_COERCE", message, faults);
            continue;
        };
        wishes.push(FileWish {
            id,
            filename: filename.map(str::to_owned),
            description: description.map(str::to_owned),
        });
    }
    // Files that the list does not name come along all the same.
    for upload in uploads {
        if !wishes.iter().any(|wish| wish.id == upload.index) {
            wishes.push(FileWish {
                id: upload.index,
                filename: None,
                description: None,
            });
        }
    }
    if uploads.len() > FILE_COUNT {
        let message = format!("Must be {FILE_COUNT} or fewer in length.");
        form.fault("files", "BASE_TYPE_MAX_LENGTH", &message, faults);
    }
    (form.mentions("attachments") || !uploads.is_empty()).then_some(wishes)
}

fn allowed_mentions(form: &Form<'_>, faults: &mut Faults) -> Option<AllowedMentions> {
    let allowed = form.object("allowed_mentions", faults)?;
    let mut read = AllowedMentions {
        replied_user: allowed.boolean("replied_user", faults).unwrap_or(false),
        ..AllowedMentions::default()
    };
    let parse = allowed.list("parse", 0..=3, faults);
    for (index, kind) in parse.into_iter().flatten().enumerate() {
        match kind.as_str() {
            Some(kind @ ("users" | "roles" | "everyone")) => read.parse.push(kind.to_owned()),
            _ => {
                let path = join(&allowed.at("parse"), &index.to_string());
                let message = "Value must be one of {'users', 'roles', 'everyone'}.";
                faults.push(&path, "BASE_TYPE_CHOICES", message);
            }
        }
    }
    for key in ["users", "roles"] {
        let listed = allowed
            .list(key, 0..=ALLOWED_MENTIONS, faults)
            .unwrap_or_default();
        if !listed.is_empty() && read.parse.iter().any(|kind| kind == key) {
            let message = format!("parse:[\"{key}\"] and {key}: [ids...] are mutually exclusive.");
            allowed.fault(
                key,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                &message,
                faults,
            );
        }
        for (index, id) in listed.iter().enumerate() {
            if listed[..index].contains(id) {
                let path = join(&allowed.at(key), &index.to_string());
                faults.push(
                    &path,
                    "SET_TYPE_CONTAINS_DUPLICATES",
                    "Set contains duplicates",
                );
            }
            match snowflake::<()>(id) {
                Some(id) if key == "users" => read.users.push(id.cast()),
                Some(id) => read.roles.push(id.cast()),
                None => {
                    let path = join(&allowed.at(key), &index.to_string());
                    faults.push(&path, "NUMBER_TYPE_COERCE", "Value is not snowflake.");
                }
            }
        }
    }
    Some(read)
}
