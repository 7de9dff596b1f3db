//! Topics and study groups by what somebody types of their names.

use super::{OFFERED, fault};
use crate::bot::Bot;
use crate::bot::custom_id::key_of_topic;
use crate::bot::errors::{CommandError, UserError};
use crate::library::Key;
use crate::quiz::Server;
use crate::store::{Group, GroupId};

/// The topic that has this key.
pub(in crate::bot) async fn topic_of(
    bot: &Bot,
    server: Server,
    key: Key,
) -> Result<String, CommandError> {
    let topics = bot.records.topics(server).await.map_err(fault)?;
    let mut topics = topics.into_iter().map(|(topic, _)| topic);
    let found = topics.find(|topic| key_of_topic(topic) == key);
    found.ok_or_else(|| UserError::TopicGone.into())
}

/// The key of a topic as it was typed, capitals aside; a part of its name will do where only one has it.
pub(in crate::bot) async fn topic_named(
    bot: &Bot,
    server: Server,
    typed: &str,
) -> Result<Key, CommandError> {
    let topics = bot.records.topics(server).await.map_err(fault)?;
    let names: Vec<&str> = topics.iter().map(|(topic, _)| topic.as_str()).collect();
    match one_of(&names, typed) {
        Some(topic) => Ok(key_of_topic(topic)),
        None => Err(UserError::NoCounted {
            typed: typed.trim().to_owned(),
            others: offer("The topics with answers", &names),
        }
        .into()),
    }
}

/// A server's study group.
pub(in crate::bot) async fn group(
    bot: &Bot,
    server: Server,
    id: GroupId,
) -> Result<Group, CommandError> {
    let groups = bot.records.groups(server).await.map_err(fault)?;
    let found = groups.into_iter().find(|group| group.id == id);
    found.ok_or_else(|| UserError::GroupGone.into())
}

/// A server's study group as its name was typed.
pub(in crate::bot) async fn group_named(
    bot: &Bot,
    server: Server,
    typed: &str,
) -> Result<Group, CommandError> {
    let groups = bot.records.groups(server).await.map_err(fault)?;
    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
    let found = one_of(&names, typed).and_then(|name| groups.iter().find(|one| one.name == name));
    found.cloned().ok_or_else(|| {
        UserError::NoGroup {
            typed: typed.trim().to_owned(),
            others: offer("The groups here", &names),
        }
        .into()
    })
}

/// The name that was typed: the whole, capitals and blanks aside, or the only one that holds it.
fn one_of<'n>(names: &[&'n str], typed: &str) -> Option<&'n str> {
    let bare = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let typed = bare(typed);
    let whole = names.iter().find(|name| bare(name) == typed);
    whole.copied().or_else(|| {
        let mut partly = names.iter().filter(|name| bare(name).contains(&typed));
        match (partly.next(), partly.next()) {
            (Some(only), None) if !typed.is_empty() => Some(*only),
            _ => None,
        }
    })
}

fn offer(what: &str, names: &[&str]) -> String {
    match names {
        [] => "There are none yet.".to_owned(),
        few if few.len() <= OFFERED => format!("{what}: {}.", few.join(", ")),
        many => format!(
            "{what}: {} and {} more.",
            many[..OFFERED].join(", "),
            many.len() - OFFERED
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_whole_or_by_a_part_that_only_one_has() {
        let names = ["Red Team", "Blue Team", "Red"];
        for (typed, found) in [
            ("red", Some("Red")),
            (" RED   team ", Some("Red Team")),
            ("blu", Some("Blue Team")),
            ("team", None),
            ("green", None),
            ("", None),
        ] {
            assert_eq!(one_of(&names, typed), found, "{typed:?}");
        }
    }
}
