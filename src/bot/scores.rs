//! Boards, profiles and what a server gets wrong: asked from the store, and drawn with the names of who is on them.
//!
//! Commands and presses come here for their messages, so that each is made in one place.

mod named;

use super::Bot;
use super::custom_id::{BoardOf, By};
use super::draw::scores::{Drawn, Rows};
use super::draw::{Message, scores as drawn};
use super::errors::{CommandError, UserError};
use super::pictures::Person;
use crate::quiz::{Player, Server};
use crate::store::{Board, Group, PAGE, Place, Sort, StoreError, View};

pub(super) use named::{group, group_named, topic_named, topic_of};

/// So many parts of the notes are named as weak.
const WEAK: u32 = 10;
/// How many names a refusal offers.
const OFFERED: usize = 5;

/// What a board is narrowed down to, by name.
#[derive(Debug, Default)]
struct Narrowed {
    topic: Option<String>,
    group: Option<Group>,
}

impl Narrowed {
    fn names(&self) -> (Option<&str>, Option<&str>) {
        let group = self.group.as_ref().map(|group| group.name.as_str());
        (self.topic.as_deref(), group)
    }
}

/// A page of a board for `asker`.
pub(super) async fn board(
    bot: &Bot,
    server: Server,
    asker: Player,
    (of, page): (BoardOf, u32),
) -> Result<Message, CommandError> {
    let narrowed = narrowed(bot, server, &of).await?;
    let last_season = last_season(bot, server).await?;
    let draw = |rows: Rows<'_>, page, pages| {
        let (topic, group) = narrowed.names();
        drawn::board(&Drawn {
            of,
            asker: asker.0,
            topic,
            group,
            last_season,
            page,
            pages,
            rows,
        })
    };
    if of.by == By::Groups {
        let (topic, now) = (narrowed.topic.as_deref(), bot.rooms.now());
        let places = bot.records.group_board(server, of.period, topic, now);
        let places = places.await.map_err(fault)?;
        let pages = (places.len() as u32).div_ceil(PAGE).max(1);
        let page = page.min(pages - 1);
        let shown = places.chunks(PAGE as usize).nth(page as usize);
        return Ok(draw(Rows::Groups(shown.unwrap_or_default()), page, pages));
    }
    let board = ask(bot, server, &of, &narrowed, (page, None)).await?;
    let players: Vec<Player> = board.places.iter().map(|place| place.player).collect();
    let known = bot.names(server, &players).await;
    Ok(draw(Rows::People(&board, &known), board.page, board.pages))
}

/// One person's own place on a board.
pub(super) async fn my_place(
    bot: &Bot,
    server: Server,
    me: Player,
    of: BoardOf,
) -> Result<Message, CommandError> {
    let narrowed = narrowed(bot, server, &of).await?;
    let board = ask(bot, server, &of, &narrowed, (0, Some(me))).await?;
    let Some(mine) = board.mine else {
        let is_hidden = bot.records.is_hidden(me).await.map_err(fault)?;
        return Ok(drawn::not_on_board(&of, is_hidden));
    };
    let before = before(bot, server, &of, &narrowed, &mine).await?;
    let names = narrowed.names();
    Ok(drawn::my_place(
        &of,
        names,
        (&mine, board.players),
        before.as_ref(),
    ))
}

/// The nearest place with a better rank, if it is on the page where the line before stands.
async fn before(
    bot: &Bot,
    server: Server,
    of: &BoardOf,
    narrowed: &Narrowed,
    mine: &Place,
) -> Result<Option<Place>, CommandError> {
    // Who shares a rank stands in a row: the line before the first of them is the better one.
    let Some(line) = mine.rank.checked_sub(2) else {
        return Ok(None);
    };
    let page = u32::try_from(line / u64::from(PAGE)).unwrap_or(u32::MAX);
    let board = ask(bot, server, of, narrowed, (page, None)).await?;
    Ok(board.places.into_iter().find(|place| place.line == line))
}

async fn ask(
    bot: &Bot,
    server: Server,
    of: &BoardOf,
    narrowed: &Narrowed,
    (page, me): (u32, Option<Player>),
) -> Result<Board, CommandError> {
    let view = View {
        period: of.period,
        topic: narrowed.topic.clone(),
        group: narrowed.group.as_ref().map(|group| group.id),
        sort: match of.by {
            By::Points | By::Groups => Sort::Points,
            By::Accuracy => Sort::Accuracy,
            By::Games => Sort::Games,
        },
        page,
        me,
        ..View::of(server)
    };
    let board = bot.records.board(&view, bot.rooms.now()).await;
    board.map_err(fault)
}

/// The names of what a board's button carries.
async fn narrowed(bot: &Bot, server: Server, of: &BoardOf) -> Result<Narrowed, CommandError> {
    let topic = match of.topic {
        Some(key) => Some(topic_of(bot, server, key).await?),
        None => None,
    };
    let group = match of.group {
        Some(id) => Some(group(bot, server, id).await?),
        None => None,
    };
    Ok(Narrowed { topic, group })
}

/// The number of the season before the one that is on.
pub(super) async fn last_season(bot: &Bot, server: Server) -> Result<Option<u32>, CommandError> {
    let seasons = bot.records.seasons(server).await.map_err(fault)?;
    let before = seasons.iter().rev().nth(1);
    Ok(before.map(|season| season.number))
}

/// What somebody is told of themselves.
pub(super) async fn own_profile(
    bot: &Bot,
    server: Server,
    me: Player,
) -> Result<Message, CommandError> {
    let profile = bot.records.profile(server, me, bot.rooms.now()).await;
    let profile = profile.map_err(fault)?;
    let mut known = bot.names(server, &[me]).await;
    let name = known.remove(&me).and_then(|name| name.text);
    let person = name.map(|name| Person { name, id: me.0 });
    Ok(drawn::own(&profile, person))
}

/// What somebody is told of another.
pub(super) async fn profile_of(
    bot: &Bot,
    server: Server,
    player: Player,
) -> Result<Message, CommandError> {
    let profile = bot.records.profile(server, player, bot.rooms.now()).await;
    let profile = profile.map_err(fault)?;
    let known = bot.names(server, &[player]).await;
    Ok(drawn::other(player, &profile, &known))
}

/// What a server gets wrong most.
pub(super) async fn weak(bot: &Bot, server: Server) -> Result<Message, CommandError> {
    let weak = bot.records.weak(server, WEAK).await.map_err(fault)?;
    Ok(drawn::weak(&weak))
}

/// What the store refuses is told to who asked for it; what failed is ours.
pub(super) fn fault(error: StoreError) -> CommandError {
    match error {
        StoreError::NameTaken => UserError::GroupNameTaken.into(),
        StoreError::BadName => UserError::GroupName.into(),
        StoreError::NoSuchGroup => UserError::GroupGone.into(),
        other => anyhow::Error::from(other).into(),
    }
}
