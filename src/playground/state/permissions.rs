//! What a member may do in a channel.
//!
//! The order in which roles and overwrites apply is Discord's:
//! <https://discord.com/developers/docs/topics/permissions#permission-overwrites>.

use twilight_model::guild::Permissions;

use super::guild::{Channel, Guild, Member, Overwrite};

/// What `member` may do in the whole server.
pub(crate) fn in_guild(guild: &Guild, member: &Member) -> Permissions {
    if guild.owner == member.user {
        return Permissions::all();
    }
    let mut allowed = guild
        .role(guild.id.cast())
        .map_or(Permissions::empty(), |everyone| everyone.permissions);
    for role in member.roles.iter().filter_map(|id| guild.role(*id)) {
        allowed |= role.permissions;
    }
    if allowed.contains(Permissions::ADMINISTRATOR) {
        return Permissions::all();
    }
    allowed
}

/// What `member` may do in `channel`; for a thread, `channel` is its parent.
pub(crate) fn in_channel(guild: &Guild, member: &Member, channel: &Channel) -> Permissions {
    let mut allowed = in_guild(guild, member);
    if allowed == Permissions::all() {
        return allowed;
    }
    let mut apply = |overwrites: &[&Overwrite]| {
        for overwrite in overwrites {
            allowed &= !overwrite.deny;
        }
        for overwrite in overwrites {
            allowed |= overwrite.allow;
        }
    };
    let roles = |wanted: &dyn Fn(u64) -> bool| -> Vec<&Overwrite> {
        channel
            .overwrites
            .iter()
            .filter(|overwrite| !overwrite.is_member && wanted(overwrite.id))
            .collect()
    };
    apply(&roles(&|id| id == guild.id.get()));
    apply(&roles(&|id| {
        member.roles.iter().any(|role| role.get() == id)
    }));
    let own: Vec<&Overwrite> = channel
        .overwrites
        .iter()
        .filter(|overwrite| overwrite.is_member && overwrite.id == member.user.get())
        .collect();
    apply(&own);
    if !allowed.contains(Permissions::VIEW_CHANNEL) {
        return Permissions::empty();
    }
    allowed
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use twilight_model::id::Id;

    use super::*;
    use crate::playground::state::guild::Role;

    fn role(id: u64, permissions: Permissions) -> Role {
        Role {
            id: Id::new(id),
            name: id.to_string(),
            permissions,
            colour: 0,
            position: 0,
            managed_by: None,
        }
    }

    fn overwrite(id: u64, is_member: bool, allow: Permissions, deny: Permissions) -> Overwrite {
        Overwrite {
            id,
            is_member,
            allow,
            deny,
        }
    }

    /// A server 1 whose everyone may view and send; role 2 is an admin's, role 3 has nothing of its own.
    fn check(owner: u64, roles: &[u64], overwrites: Vec<Overwrite>) -> Permissions {
        let view_and_send = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES;
        let guild = Guild {
            id: Id::new(1),
            name: "server".to_owned(),
            owner: Id::new(owner),
            roles: vec![
                role(1, view_and_send),
                role(2, Permissions::ADMINISTRATOR),
                role(3, Permissions::empty()),
            ],
            members: Vec::new(),
        };
        let member = Member {
            user: Id::new(50),
            nick: None,
            roles: roles.iter().map(|id| Id::new(*id)).collect(),
            joined: Timestamp::UNIX_EPOCH,
        };
        let mut channel = Channel::text(Id::new(9), guild.id, "channel", 0);
        channel.overwrites = overwrites;
        in_channel(&guild, &member, &channel)
    }

    #[test]
    fn roles_and_overwrites_apply_in_discords_order() {
        let send = Permissions::SEND_MESSAGES;
        let view = Permissions::VIEW_CHANNEL;
        let none = Permissions::empty();
        assert_eq!(check(7, &[], vec![]), view | send);
        assert_eq!(check(50, &[], vec![]), Permissions::all(), "the owner");
        assert_eq!(
            check(7, &[2], vec![overwrite(1, false, none, view)]),
            Permissions::all()
        );
        assert_eq!(check(7, &[], vec![overwrite(1, false, none, send)]), view);
        assert_eq!(
            check(
                7,
                &[3],
                vec![
                    overwrite(3, false, send, none),
                    overwrite(1, false, none, send)
                ]
            ),
            view | send,
            "a role's allow beats everyone's deny"
        );
        assert_eq!(
            check(
                7,
                &[3],
                vec![
                    overwrite(3, false, send, none),
                    overwrite(50, true, none, send)
                ]
            ),
            view,
            "the member's own overwrite is the last word"
        );
        assert_eq!(
            check(7, &[], vec![overwrite(1, false, none, view)]),
            none,
            "who cannot see a channel can do nothing there"
        );
    }
}
