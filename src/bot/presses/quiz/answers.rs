//! Answers that are pressed, and what somebody is told whose answer was kept.

use serenity::all::ComponentInteraction;

use super::{fault, is_private};
use crate::bot::draw::quiz::{letter, ordering};
use crate::bot::draw::{self, Message};
use crate::bot::errors::CommandError;
use crate::bot::rooms::Kept;
use crate::bot::{Bot, playing};
use crate::quiz::Player;
use crate::quiz::game::Saved;
use crate::quiz::game::score::Answer;
use crate::quiz::question::{Form, Question};
use crate::store::{Channel, GameId};

/// What somebody is told whose answer was kept; the first time, what else is kept of them, as they may not have joined.
pub(super) async fn told(bot: &Bot, player: Player, kept: &Kept) -> Message {
    let mut message = draw::sentence(&saved(kept));
    if kept.saved == Saved::First
        && let Some(once) = playing::told_once(bot, player).await
    {
        message.content = message.content.map(|said| format!("{said} {once}"));
    }
    message
}

fn saved(kept: &Kept) -> String {
    let what = in_words(&kept.question, &kept.answer);
    match kept.saved {
        Saved::First => format!("Saved: {what}. You can change it until the question closes."),
        Saved::Changed => format!("Changed to {what}."),
        Saved::Same => format!("{what} is saved. You can change it until the question closes."),
    }
}

fn in_words(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Choice(choice) => letter(usize::from(*choice)).to_string(),
        Answer::Typed(text) => text.trim().to_owned(),
        Answer::Order(_) => draw::quiz::given(question, answer),
    }
}

pub(super) async fn keep(
    bot: &Bot,
    interaction: &ComponentInteraction,
    game: GameId,
    round: u16,
    answer: Answer,
) -> Result<Kept, CommandError> {
    let question = (
        Channel(interaction.channel_id.get()),
        game,
        usize::from(round),
    );
    let player = Player(interaction.user.id.get());
    let press = interaction.id.get();
    let is_private = is_private(interaction);
    let message = (!is_private).then(|| interaction.message.id.get());
    fault(
        bot.rooms
            .answer(question, player, answer, press, message)
            .await,
    )
}

/// One more item in its place; once all are, the order is kept.
pub(super) async fn order(
    bot: &Bot,
    interaction: &ComponentInteraction,
    game: GameId,
    round: u16,
    placed: &[u8],
    is_private: bool,
) -> Result<Message, CommandError> {
    let channel = Channel(interaction.channel_id.get());
    let question = bot.rooms.open_question(channel, game, usize::from(round));
    let question = match question {
        Ok(question) => question,
        // The private message says so in its own place, and its buttons go.
        Err(refusal) if is_private => return Ok(draw::sentence(&refusal.to_string())),
        Err(refusal) => return Err(refusal.into()),
    };
    let n_items = match &question.form {
        Form::Order { items, .. } => items.len(),
        Form::Choice { .. } | Form::Typed => 0,
    };
    if placed.len() >= n_items {
        let answer = Answer::Order(placed.to_vec());
        match keep(bot, interaction, game, round, answer).await {
            Ok(_) => {}
            Err(CommandError::User(refusal)) if is_private => {
                return Ok(draw::sentence(&refusal.to_string()));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(ordering(game, usize::from(round), &question, placed))
}
