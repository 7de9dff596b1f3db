//! The world as it is when the playground starts: two servers, four classmates, their admin, and the bot.
//!
//! All ids are fixed, so that a page, a bot and a test find the same world after every start.

use jiff::Timestamp;
use twilight_model::guild::Permissions;
use twilight_model::id::Id;

use super::guild::{Channel, Guild, Member, Overwrite, Role, User};
use super::ids::{ChannelId, DISCORD_EPOCH, GuildId, RoleId, UserId};

/// Milliseconds since Discord's epoch at which the world was made: 1 September 2025, 08:00.
pub(super) const MADE: u64 = 336_643_200_000;

/// The `n`-th fixed id.
const fn fixed(n: u64) -> u64 {
    (MADE << 22) + n
}

/// The bot's user; its application has the same id.
pub(crate) const BOT: UserId = Id::new(fixed(1));
/// The person who owns both servers.
pub(crate) const ADMIN: UserId = Id::new(fixed(15));
/// The larger server.
pub(crate) const SCHOOL: GuildId = Id::new(fixed(20));
/// How many servers there are at least.
pub(crate) const SERVERS: u64 = 2;
/// The smaller server.
pub(crate) const EXAM: GuildId = Id::new(fixed(21));

const ANN: UserId = Id::new(fixed(11));
const BEN: UserId = Id::new(fixed(12));
const CLEO: UserId = Id::new(fixed(13));
const DEV: UserId = Id::new(fixed(14));
const TUTOR: RoleId = Id::new(fixed(30));
const BOT_AT_SCHOOL: RoleId = Id::new(fixed(31));
const BOT_AT_EXAM: RoleId = Id::new(fixed(32));

/// The id of the `n`-th person, for those who are made in numbers.
pub(super) const fn person(n: u64) -> UserId {
    Id::new(fixed(10_000 + n))
}

/// What classmates are called, after Ann, Ben, Cleo and Dev.
const CLASSMATES: [&str; 40] = [
    "Ela", "Finn", "Gia", "Hal", "Ivo", "Jun", "Kai", "Lea", "Noa", "Oli", "Pia", "Quin", "Ria",
    "Sol", "Tam", "Uma", "Vic", "Wim", "Yael", "Zed", "Ada", "Bo", "Cy", "Dot", "Eli", "Fay",
    "Gus", "Hana", "Ines", "Joy", "Kit", "Lou", "Max", "Nils", "Orla", "Paz", "Rex", "Sana",
    "Tove", "Yara",
];

/// What everyone may do, as in a new server.
pub(super) fn everyone() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::CREATE_PUBLIC_THREADS
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::ADD_REACTIONS
        | Permissions::USE_EXTERNAL_EMOJIS
        | Permissions::USE_SLASH_COMMANDS
        | Permissions::CHANGE_NICKNAME
}

/// What the bot's invitation asks for.
pub(super) fn bots() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::READ_MESSAGE_HISTORY
}

/// When the world was made.
pub(crate) fn begun() -> Timestamp {
    let since = i64::try_from(MADE).unwrap_or_default();
    Timestamp::from_millisecond(DISCORD_EPOCH + since).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The people in the order in which they are offered, then the bot.
pub(crate) fn users() -> Vec<User> {
    let user = |id, username: &str, display: &str, bot| User {
        id,
        username: username.to_owned(),
        display: display.to_owned(),
        bot,
        simulated: false,
    };
    vec![
        user(ANN, "ann", "Ann", false),
        user(BEN, "ben", "Ben", false),
        user(CLEO, "cleo", "Cleo", false),
        user(DEV, "dev", "Dev", false),
        user(ADMIN, "mia", "Mia", false),
        user(BOT, "clio", "Clio", true),
    ]
}

/// Classmates that the playground plays, beside the four that a person can be.
pub(crate) fn classmates(count: usize) -> Vec<User> {
    let user = |n: usize| {
        let again = n / CLASSMATES.len() + 1;
        let name = CLASSMATES[n % CLASSMATES.len()];
        let display = match again {
            1 => name.to_owned(),
            again => format!("{name} {again}"),
        };
        User {
            id: Id::new(fixed(1000 + n as u64)),
            username: display.to_lowercase().replace(' ', ""),
            display,
            bot: false,
            simulated: true,
        }
    };
    (0..count).map(user).collect()
}

/// The servers with their roles and members.
pub(crate) fn guilds() -> Vec<Guild> {
    let guild = |id: GuildId, name: &str, bot_role, members: &[UserId]| Guild {
        id,
        name: name.to_owned(),
        owner: ADMIN,
        roles: vec![
            role(id.cast(), "@everyone", everyone(), 0),
            role(
                TUTOR,
                "Tutor",
                Permissions::MANAGE_GUILD | Permissions::MANAGE_MESSAGES,
                2,
            ),
            Role {
                managed_by: Some(BOT),
                ..role(bot_role, "Clio", bots(), 1)
            },
        ],
        members: members.iter().map(|user| member(*user, bot_role)).collect(),
    };
    let mut exam = guild(EXAM, "Exam Cram", BOT_AT_EXAM, &[ANN, BEN, ADMIN, BOT]);
    exam.roles.retain(|role| role.id != TUTOR);
    for member in &mut exam.members {
        member.roles.retain(|role| *role != TUTOR);
    }
    vec![
        guild(
            SCHOOL,
            "History Study Group",
            BOT_AT_SCHOOL,
            &[ANN, BEN, CLEO, DEV, ADMIN, BOT],
        ),
        exam,
    ]
}

/// The channels of both servers.
pub(crate) fn channels() -> Vec<Channel> {
    let channel = |n, guild, name: &str, position, topic: &str| Channel {
        topic: Some(topic.to_owned()),
        ..Channel::text(Id::new(fixed(n)), guild, name, position)
    };
    let mut announcements = channel(
        43,
        SCHOOL,
        "announcements",
        3,
        "News from the tutors. Clio may read here but not post.",
    );
    announcements
        .overwrites
        .push(deny(BOT_AT_SCHOOL, Permissions::SEND_MESSAGES));
    let mut tutors = channel(
        44,
        SCHOOL,
        "tutors",
        4,
        "For tutors only. Clio cannot see it.",
    );
    tutors
        .overwrites
        .push(deny(SCHOOL.cast(), Permissions::VIEW_CHANNEL));
    tutors.overwrites.push(Overwrite {
        id: TUTOR.get(),
        is_member: false,
        allow: Permissions::VIEW_CHANNEL,
        deny: Permissions::empty(),
    });
    vec![
        channel(
            40,
            SCHOOL,
            "general",
            0,
            "Talk about anything, ask Clio anything.",
        ),
        channel(
            41,
            SCHOOL,
            "cold-war",
            1,
            "What the notes say about 1945 to 1991.",
        ),
        channel(
            42,
            SCHOOL,
            "quiz-night",
            2,
            "Group quizzes, so that the other channels stay readable.",
        ),
        announcements,
        tutors,
        channel(45, EXAM, "general", 0, "A small server with one channel."),
    ]
}

/// The first channel of the larger server.
pub(crate) const GENERAL: ChannelId = Id::new(fixed(40));

fn role(id: RoleId, name: &str, permissions: Permissions, position: u32) -> Role {
    Role {
        id,
        name: name.to_owned(),
        permissions,
        colour: if id == TUTOR { 0x00E6_7E22 } else { 0 },
        position,
        managed_by: None,
    }
}

fn member(user: UserId, bot_role: RoleId) -> Member {
    let roles = if user == BOT {
        vec![bot_role]
    } else if user == DEV {
        vec![TUTOR]
    } else {
        Vec::new()
    };
    Member {
        user,
        nick: None,
        roles,
        joined: begun(),
    }
}

fn deny(role: RoleId, permissions: Permissions) -> Overwrite {
    Overwrite {
        id: role.get(),
        is_member: false,
        allow: Permissions::empty(),
        deny: permissions,
    }
}
