//! What commands and presses of a quiz share: where they come from, who pressed, and beginning a game.

use serenity::all::{
    ChannelId, CommandInteraction, ComponentInteraction, GuildId, Member, PartialChannel,
    Permissions, UserId,
};

use super::Bot;
use super::draw::{self, Message};
use super::errors::CommandError;
use super::rooms::{Place, Presser, Refusal, Started, Wanted, questions};
use crate::quiz::game::score::Answer;
use crate::quiz::{Player, Server};
use crate::store::{Channel, ServerSettings};

/// Who may control the quizzes of others: those who look after messages or the server.
const MODERATES: [Permissions; 3] = [
    Permissions::ADMINISTRATOR,
    Permissions::MANAGE_GUILD,
    Permissions::MANAGE_MESSAGES,
];

/// More messages than this wait to be sent: a quiz that begins now is slow.
const BUSY: usize = 20;

/// Where a command was given.
pub(super) fn place_of_command(interaction: &CommandInteraction) -> Result<Place, Refusal> {
    place(
        interaction.guild_id,
        interaction.channel_id,
        interaction.channel.as_ref(),
        interaction.member.as_deref(),
        interaction.user.id,
        interaction.app_permissions,
    )
}

/// Where a button was pressed.
pub(super) fn place_of_press(interaction: &ComponentInteraction) -> Result<Place, Refusal> {
    place(
        interaction.guild_id,
        interaction.channel_id,
        interaction.channel.as_ref(),
        interaction.member.as_ref(),
        interaction.user.id,
        interaction.app_permissions,
    )
}

/// Who gave a command.
pub(super) fn presser_of_command(interaction: &CommandInteraction) -> Presser {
    Presser {
        player: Player(interaction.user.id.get()),
        is_moderator: moderates(interaction.member.as_deref()),
    }
}

/// Who pressed a button.
pub(super) fn presser_of_press(interaction: &ComponentInteraction) -> Presser {
    Presser {
        player: Player(interaction.user.id.get()),
        is_moderator: moderates(interaction.member.as_ref()),
    }
}

/// Whether somebody may change the settings of the server.
pub(super) fn manages(member: Option<&Member>) -> bool {
    let has = member
        .and_then(|member| member.permissions)
        .unwrap_or_default();
    has.intersects(Permissions::ADMINISTRATOR | Permissions::MANAGE_GUILD)
}

/// What a person is told the first time that something of them is kept; nothing after that.
pub(super) async fn told_once(bot: &Bot, player: Player) -> Option<&'static str> {
    if !bot.told.first(player.0) {
        return None;
    }
    match bot.records.tell(player, bot.rooms.now()).await {
        Ok(is_first) => is_first.then_some(draw::privacy::ONCE),
        Err(fault) => {
            // They are told with the next press.
            tracing::warn!(%fault, "It could not be written down that somebody was told");
            bot.told.forget(player.0);
            None
        }
    }
}

fn moderates(member: Option<&Member>) -> bool {
    let has = member
        .and_then(|member| member.permissions)
        .unwrap_or_default();
    MODERATES.iter().any(|one| has.contains(*one))
}

fn place(
    server: Option<GuildId>,
    channel_id: ChannelId,
    channel: Option<&PartialChannel>,
    member: Option<&Member>,
    user: UserId,
    bot_may: Option<Permissions>,
) -> Result<Place, Refusal> {
    let server = server.ok_or(Refusal::DirectMessage)?;
    let roles = member.map(|member| &member.roles).into_iter().flatten();
    Ok(Place {
        server: Server(server.get()),
        channel: Channel(channel_id.get()),
        is_thread: channel.is_some_and(|channel| channel.thread_metadata.is_some()),
        parent: channel
            .and_then(|channel| channel.parent_id)
            .map(|parent| Channel(parent.get())),
        host: Player(user.get()),
        roles: roles.map(|role| role.get()).collect(),
        is_moderator: moderates(member),
        bot_may: bot_may.unwrap_or(Permissions::all()),
    })
}

/// A server's settings, as they are kept.
pub(super) async fn settings(bot: &Bot, server: Server) -> anyhow::Result<ServerSettings> {
    Ok(bot.rooms.store().settings(server).await?)
}

/// Begins a game, and says so to its host.
pub(super) async fn begin(
    bot: &Bot,
    place: &Place,
    settings: &ServerSettings,
    mut wanted: Wanted,
    thread: bool,
) -> Result<Message, CommandError> {
    place.check(settings, thread)?;
    bot.rooms.may_begin(place)?;
    let loaded = bot.shelf(Some(place.server.0))?.loaded();
    let found = questions(
        bot.rooms.store(),
        &loaded,
        place.server,
        &settings.topics,
        &mut wanted,
    )
    .await
    .map_err(anyhow::Error::from)?;
    let found = found?;
    let few = found.len() < wanted.questions;
    let place = match thread {
        true => &bot.rooms.thread(place, &thread_name(&wanted)).await?,
        false => place,
    };
    let mut parts = vec![
        match wanted.lobby {
            true => "The lobby is open. You are the host: Start now, /quiz pause, /quiz skip and /quiz stop are yours.",
            false => "The quiz begins. You are the host: /quiz pause, /quiz skip and /quiz stop are yours.",
        }
        .to_owned(),
    ];
    let Started {
        channel,
        n_questions,
    } = bot
        .rooms
        .begin(place, wanted, found)
        .await
        .map_err(anyhow::Error::from)??;
    match n_questions {
        _ if !few => {}
        1 => parts.push("There is only 1 question on this topic.".to_owned()),
        n => parts.push(format!("There are only {n} questions on this topic.")),
    }
    if thread {
        parts.push(format!("It is played in <#{}>.", channel.0));
    }
    if bot.door.n_waiting() > BUSY {
        parts.push(
            "Many quizzes are running just now, so the first message may take some seconds."
                .to_owned(),
        );
    }
    Ok(draw::openly(&parts.join(" ")).privately())
}

/// Discord takes 100 characters.
fn thread_name(wanted: &Wanted) -> String {
    let mut name = match wanted.topic_name.as_str() {
        "" => "Quiz".to_owned(),
        topic => format!("Quiz: {}", super::escape::plain(topic)),
    };
    draw::cut(&mut name, 100);
    name
}

/// A message that may be a typed answer: a reply to the open question, or any message of its channel where the bot may read it.
pub(super) async fn typed(bot: &Bot, message: &serenity::all::Message) {
    if message.author.bot || message.guild_id.is_none() || message.content.is_empty() {
        return;
    }
    let channel = Channel(message.channel_id.get());
    let replied_to = message.message_reference.as_ref();
    let replied_to = replied_to.and_then(|reference| reference.message_id);
    if replied_to.is_none() && !bot.reads_messages {
        return;
    }
    let Some((game, round)) = bot
        .rooms
        .asked_by(channel, replied_to.map(|message| message.get()))
    else {
        return;
    };
    let answer = Answer::Typed(message.content.clone());
    let player = Player(message.author.id.get());
    let kept = bot
        .rooms
        .answer(
            (channel, game, round),
            player,
            answer,
            message.id.get(),
            None,
        )
        .await;
    match kept {
        // Nobody can be told privately; the question says how many have answered.
        Ok(_) => {}
        Err(fault) => tracing::error!(%fault, "A typed answer could not be saved"),
    }
}
