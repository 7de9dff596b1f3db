//! Presses of a quiz's buttons, and its forms.

use serenity::all::{
    ActionRowComponent, ComponentInteraction, CreateActionRow, CreateInputText, CreateModal,
    InputTextStyle, MessageFlags, ModalInteraction,
};

use crate::bot::Bot;
use crate::bot::custom_id::{CustomId, Does, Quiz};
use crate::bot::door::Answer as Reply;
use crate::bot::draw::quiz::{Sign, letter, my_result, ordering, review};
use crate::bot::draw::{self, Message};
use crate::bot::errors::CommandError;
use crate::bot::escape;
use crate::bot::playing::{self, place_of_press, presser_of_press};
use crate::bot::rooms::{Kept, Line, Refusal};
use crate::config::Secret;
use crate::quiz::Player;
use crate::quiz::game::Saved;
use crate::quiz::game::score::Answer;
use crate::quiz::question::{Form, Question};
use crate::store::{Channel, GameId, Running};

/// Discord's limits of forms.
const PLACEHOLDER: usize = 100;
const LONGEST_ANSWER: u16 = 200;
const LONGEST_REASON: u16 = 500;

/// The names of the fields of forms.
const ANSWER: &str = "answer";
const REASON: &str = "reason";

/// Answers a press.
pub(super) async fn press(
    bot: &Bot,
    interaction: &ComponentInteraction,
    id: &Quiz,
) -> Result<Reply, CommandError> {
    let rooms = &bot.rooms;
    let (channel, game) = (Channel(interaction.channel_id.get()), id.game);
    let who = presser_of_press(interaction);
    let is_private = is_private(interaction);
    let said = match &id.does {
        Does::Join => return join(bot, channel, game, who.player).await,
        Does::MoreTime => match fault(rooms.more_time(channel, game).await)? {
            true => "Every question now stays open half as long again. Nobody is told who asked.",
            false => "More time has been asked for already.",
        },
        Does::StartNow => {
            fault(
                rooms
                    .start_now(channel, game, who, interaction.id.get())
                    .await,
            )?;
            "The quiz begins."
        }
        Does::CloseNow { round } => {
            let question = (channel, game, usize::from(*round));
            fault(rooms.close_now(question, who).await)?;
            "The question is closed."
        }
        Does::Choose { round, choice } => {
            let answer = Answer::Choice(*choice);
            let kept = keep(bot, interaction, game, *round, answer).await?;
            return Ok(shown(told(bot, who.player, &kept).await));
        }
        Does::Type { round } => {
            let question = rooms.open_question(channel, game, usize::from(*round))?;
            return Ok(Reply::Form(form_of(id, *round, &question)));
        }
        Does::Order { round, placed } => {
            let message = order(bot, interaction, game, *round, placed, is_private).await?;
            return Ok(in_place(message, is_private));
        }
        Does::Report { .. } => return Ok(Reply::Form(report_form(id))),
        Does::MyResult => {
            let kept = kept_game(bot, interaction.guild_id, game).await?;
            return Ok(shown(my_result(&kept.state, who.player)));
        }
        Does::Review { miss } => {
            let kept = kept_game(bot, interaction.guild_id, game).await?;
            let sign = Sign {
                game,
                topic: "",
                wished: 0,
            };
            let message = review(&sign, &kept.state, who.player, usize::from(*miss));
            return Ok(in_place(message, is_private));
        }
        Does::PlayAgain => return play_again(bot, interaction, game).await,
        Does::PlayOn => return play_on(bot, interaction, game).await,
    };
    Ok(shown(draw::sentence(said)))
}

/// A seat, and with the first one what is kept of who takes it.
async fn join(
    bot: &Bot,
    channel: Channel,
    game: GameId,
    player: Player,
) -> Result<Reply, CommandError> {
    let is_new = fault(bot.rooms.join(channel, game, player).await)?;
    if !is_new {
        return Ok(shown(draw::sentence("You are in already.")));
    }
    let once = playing::told_once(bot, player).await.unwrap_or_default();
    let told = format!("You are in. {once}");
    Ok(shown(draw::openly(told.trim_end())))
}

/// Answers a form.
pub(super) async fn form(
    bot: &Bot,
    interaction: &ModalInteraction,
    id: &Quiz,
) -> Result<Reply, CommandError> {
    let player = Player(interaction.user.id.get());
    let said = match &id.does {
        Does::Type { round } => {
            let channel = Channel(interaction.channel_id.get());
            let typed = Answer::Typed(typed_answer(interaction));
            let message = interaction.message.as_ref().map(|message| message.id.get());
            let question = (channel, id.game, usize::from(*round));
            let press = interaction.id.get();
            let kept = bot
                .rooms
                .answer(question, player, typed, press, message)
                .await;
            let kept = fault(kept)?;
            let line = Line {
                application: interaction.application_id.get(),
                token: Secret::new(interaction.token.as_str()),
            };
            bot.rooms.can_tell(channel, id.game, player, line);
            return Ok(shown(told(bot, player, &kept).await));
        }
        Does::Report { round } => {
            let kept = kept_game(bot, interaction.guild_id, id.game).await?;
            let question = kept.state.questions().get(usize::from(*round));
            let question = question.ok_or(Refusal::NotKept)?;
            let reason = field(interaction, REASON);
            let now = bot.rooms.now();
            let store = bot.rooms.store();
            store
                .report(kept.server, player, question, &reason, now)
                .await
                .map_err(anyhow::Error::from)?;
            "Thank you. The moderators of this server will see it.".to_owned()
        }
        _ => return Err(crate::bot::errors::UserError::UnknownForm.into()),
    };
    Ok(shown(draw::sentence(&said)))
}

/// Whether the message with the button is seen by the presser alone.
pub(super) fn is_private(interaction: &ComponentInteraction) -> bool {
    let flags = interaction.message.flags;
    flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// What somebody is told whose answer was kept; the first time, what else is kept of them, as they may not have joined.
async fn told(bot: &Bot, player: Player, kept: &Kept) -> Message {
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

async fn keep(
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
async fn order(
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

async fn play_again(
    bot: &Bot,
    interaction: &ComponentInteraction,
    game: GameId,
) -> Result<Reply, CommandError> {
    let place = place_of_press(interaction)?;
    let wanted = kept_game(bot, interaction.guild_id, game).await?.wanted;
    let settings = playing::settings(bot, place.server).await?;
    let message = playing::begin(bot, &place, &settings, wanted, false).await?;
    Ok(shown(message))
}

async fn play_on(
    bot: &Bot,
    interaction: &ComponentInteraction,
    game: GameId,
) -> Result<Reply, CommandError> {
    let place = place_of_press(interaction)?;
    let settings = playing::settings(bot, place.server).await?;
    place.check(&settings, false)?;
    fault(bot.rooms.play_on(&place, game).await)?;
    // In place of the question whether to, so that nobody asks for it twice.
    Ok(Reply::Replace(draw::openly("The quiz goes on.")))
}

/// A game as it is kept, with what its host asked for.
struct KeptGame {
    server: crate::quiz::Server,
    state: crate::quiz::game::Game,
    wanted: crate::bot::rooms::Wanted,
}

/// A game of this server, over or not.
async fn kept_game(
    bot: &Bot,
    server: Option<serenity::all::GuildId>,
    game: GameId,
) -> Result<KeptGame, CommandError> {
    let found: Option<Running> = bot
        .rooms
        .store()
        .game(game)
        .await
        .map_err(anyhow::Error::from)?;
    let here = server.map(|server| crate::quiz::Server(server.get()));
    let kept = found
        .filter(|kept| Some(kept.server) == here)
        .ok_or(Refusal::NotKept)?;
    Ok(KeptGame {
        server: kept.server,
        wanted: crate::bot::rooms::wanted_of(&kept.messages),
        state: kept.state,
    })
}

/// The form for a typed answer to a question of a game.
fn form_of(id: &Quiz, round: u16, question: &Question) -> CreateModal {
    let title = format!("Question {}", round + 1);
    answer_form(&CustomId::Quiz(id.clone()), title, question)
}

/// The form for a typed answer; it repeats the question.
pub(super) fn answer_form(id: &CustomId, title: String, question: &Question) -> CreateModal {
    let prompt = escape::plain(&question.prompt);
    let mut placeholder = prompt.clone();
    let is_long = draw::cut(&mut placeholder, PLACEHOLDER);
    let answer = CreateInputText::new(InputTextStyle::Short, "Your answer", ANSWER)
        .placeholder(placeholder)
        .max_length(LONGEST_ANSWER);
    let mut rows = vec![CreateActionRow::InputText(answer)];
    if is_long {
        // What does not fit above the line to write on stands whole below it.
        let whole = CreateInputText::new(InputTextStyle::Paragraph, "The question", "question")
            .value(prompt)
            .required(false);
        rows.push(CreateActionRow::InputText(whole));
    }
    CreateModal::new(id.to_string(), title).components(rows)
}

/// What was typed into the form of an answer.
pub(super) fn typed_answer(interaction: &ModalInteraction) -> String {
    field(interaction, ANSWER)
}

fn report_form(id: &Quiz) -> CreateModal {
    let reason = CreateInputText::new(
        InputTextStyle::Paragraph,
        "What is wrong with this question?",
        REASON,
    )
    .placeholder("Two answers are right, the date is off, it makes no sense …")
    .max_length(LONGEST_REASON);
    CreateModal::new(CustomId::Quiz(id.clone()).to_string(), "Report a question")
        .components(vec![CreateActionRow::InputText(reason)])
}

/// What stands in a field of a form.
pub(super) fn field(interaction: &ModalInteraction, name: &str) -> String {
    let parts = interaction
        .data
        .components
        .iter()
        .flat_map(|row| &row.components);
    let mut inputs = parts.filter_map(|part| match part {
        ActionRowComponent::InputText(input) if input.custom_id == name => input.value.clone(),
        _ => None,
    });
    inputs.next().unwrap_or_default()
}

/// A refusal is told as it is, a fault of the database as our own.
fn fault<T>(
    outcome: Result<Result<T, Refusal>, crate::store::StoreError>,
) -> Result<T, CommandError> {
    Ok(outcome.map_err(anyhow::Error::from)??)
}

fn shown(message: Message) -> Reply {
    Reply::Show(message.privately())
}

fn in_place(message: Message, is_private: bool) -> Reply {
    match is_private {
        true => Reply::Replace(message),
        false => shown(message),
    }
}
