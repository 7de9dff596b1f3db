//! Mentions in a message's text, and which of them `allowed_mentions` lets through.

use super::ids::{RoleId, UserId};
use crate::playground::form::message::AllowedMentions;

pub(crate) use super::message::Mentions;

/// Finds `<@user>`, `<@!user>`, `<@&role>`, `@everyone` and `@here` in `content`.
pub(crate) fn find(content: &str, allowed: Option<&AllowedMentions>) -> Mentions {
    let parses =
        |kind: &str| allowed.is_none_or(|allowed| allowed.parse.iter().any(|one| one == kind));
    let mut found = Mentions {
        everyone: parses("everyone")
            && (content.contains("@everyone") || content.contains("@here")),
        ..Mentions::default()
    };
    for piece in content.split("<@").skip(1) {
        let Some((inside, _)) = piece.split_once('>') else {
            continue;
        };
        if let Some(role) = inside.strip_prefix('&') {
            let Ok(role) = role.parse::<RoleId>() else {
                continue;
            };
            let listed = allowed.is_some_and(|allowed| allowed.roles.contains(&role));
            if (parses("roles") || listed) && !found.roles.contains(&role) {
                found.roles.push(role);
            }
        } else {
            let user = inside.strip_prefix('!').unwrap_or(inside);
            let Ok(user) = user.parse::<UserId>() else {
                continue;
            };
            let listed = allowed.is_some_and(|allowed| allowed.users.contains(&user));
            if (parses("users") || listed) && !found.users.contains(&user) {
                found.users.push(user);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &str, allowed: Option<&AllowedMentions>, expected: (&[u64], &[u64], bool)) {
        let found = find(content, allowed);
        let users: Vec<u64> = found.users.iter().map(|id| id.get()).collect();
        let roles: Vec<u64> = found.roles.iter().map(|id| id.get()).collect();
        assert_eq!(
            (&users[..], &roles[..], found.everyone),
            expected,
            "{content}"
        );
    }

    #[test]
    fn mentions_ping_only_as_far_as_they_are_allowed() {
        let none = AllowedMentions::default();
        let users = AllowedMentions {
            parse: vec!["users".to_owned()],
            ..AllowedMentions::default()
        };
        let one_role = AllowedMentions {
            roles: vec!["9".parse().unwrap()],
            ..AllowedMentions::default()
        };
        let text = "hi <@5>, <@!6> and <@5>; <@&9> <@&8> @everyone <@x> <@";
        check(text, None, (&[5, 6], &[9, 8], true));
        check(text, Some(&none), (&[], &[], false));
        check(text, Some(&users), (&[5, 6], &[], false));
        check(text, Some(&one_role), (&[], &[9], false));
    }
}
