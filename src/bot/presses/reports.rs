//! What `/reports` and its buttons show.

use crate::answers::Look;
use crate::bot::Bot;
use crate::bot::custom_id::Reports;
use crate::bot::draw::Message;
use crate::bot::draw::quiz::reports::{Previewed, previewed, report};
use crate::bot::errors::{CommandError, UserError};
use crate::bot::practice::scope;
use crate::bot::rooms::{Presser, Refusal};
use crate::disk::Loaded;
use crate::library::Key;
use crate::quiz::Server;
use crate::quiz::make::Candidate;
use crate::quiz::question::{Difficulty, Question};

/// The message that a button leads to; what it changes is written down first.
pub(in crate::bot) async fn message(
    bot: &Bot,
    server: Option<u64>,
    who: Presser,
    does: Reports,
) -> Result<Message, CommandError> {
    let server = server.ok_or(UserError::ServerOnly)?;
    if !who.is_moderator {
        return Err(UserError::ModeratorsOnly.into());
    }
    let loaded = bot.shelf(Some(server))?.loaded();
    let (server, store, now) = (Server(server), bot.rooms.store(), bot.rooms.now());
    let closed = |block: bool| match block {
        true => "It is not asked again in this server.",
        false => "It stays.",
    };
    let (at, said) = match does {
        Reports::Preview { at, back, about } => {
            return preview(bot, server, &loaded, about.as_ref(), at, back).await;
        }
        Reports::Never { fact, at, about } => {
            let fact = fact.to_string();
            let written = store.block(server, &fact, who.player, now).await;
            written.map_err(anyhow::Error::from)?;
            return preview(bot, server, &loaded, about.as_ref(), at, false).await;
        }
        Reports::Show { at } => (at, ""),
        Reports::Keep { report, at } | Reports::Block { report, at } => {
            let block = matches!(does, Reports::Block { .. });
            let written = store
                .close_report(server, report, who.player, block, now)
                .await;
            written.map_err(anyhow::Error::from)?;
            (at, closed(block))
        }
    };
    let reports = store.reports(server).await.map_err(anyhow::Error::from)?;
    Ok(report(&reports, at.into(), said))
}

/// The nearest question from a place in the deck on, or before it.
async fn preview(
    bot: &Bot,
    server: Server,
    loaded: &Loaded,
    about: Option<&Look>,
    at: u32,
    back: bool,
) -> Result<Message, CommandError> {
    let scope = scope(&loaded.library, about)?;
    let blocked = bot
        .rooms
        .store()
        .blocked(server)
        .await
        .map_err(anyhow::Error::from)?;
    let deck = loaded.deck();
    let within: Vec<(u32, Candidate)> = (0_u32..)
        .zip(deck.candidates())
        .filter(|(_, candidate)| scope.holds(candidate))
        .collect();
    let from = within.partition_point(|(place, _)| *place < at);
    let make = |index: usize| -> Option<(usize, u32, Key, Question)> {
        let (place, candidate) = within.get(index)?;
        let question = deck
            .make(&loaded.library, candidate, Difficulty::Normal)
            .ok()?;
        Some((index, *place, candidate.fact, question))
    };
    let found = match back {
        true => (0..from).rev().find_map(make),
        false => (from..within.len()).find_map(make),
    };
    let Some((index, place, fact, question)) = found else {
        return Err(Refusal::NoQuestions(
            "There is no question there. /reports preview begins anew.".to_owned(),
        )
        .into());
    };
    Ok(previewed(&Previewed {
        about,
        question: &question,
        fact,
        at: place,
        place: (index + 1, within.len()),
        blocked: blocked.contains(&fact.to_string()),
        earlier: (0..index).rev().any(|index| make(index).is_some()),
        next: (index + 1..within.len()).any(|index| make(index).is_some()),
    }))
}
