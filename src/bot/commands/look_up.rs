//! The look-ups: `/event`, `/person`, `/cause`, `/timeline`, `/search`, `/note`, and `/help`.

use std::future::Ready;

use serenity::all::CreateAutocompleteResponse;

use super::{Context, Done, answer, complete};
use crate::answers::{self, Field, TimelineQuery};
use crate::bot::asker;

/// What happened then?
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn event(
    ctx: Context<'_>,
    #[description = "A date or a thing: 27-october, 1962, 44 BC, today, bay of pigs"]
    #[autocomplete = "when"]
    #[max_length = 200]
    when: String,
    #[description = "Show the answer to you alone"] private: Option<bool>,
) -> Done {
    let asker = asker(&ctx.interaction.locale);
    answer(ctx, private, |library| {
        answers::event(library, &when, &asker)
    })
    .await
}

/// Who was this?
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn person(
    ctx: Context<'_>,
    #[description = "A name, or part of one"]
    #[autocomplete = "person_name"]
    #[max_length = 200]
    name: String,
    #[description = "Show the answer to you alone"] private: Option<bool>,
) -> Done {
    answer(ctx, private, |library| answers::person(library, &name)).await
}

/// Why did it happen, and what did it lead to?
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn cause(
    ctx: Context<'_>,
    #[description = "A thing that happened"]
    #[autocomplete = "effect"]
    #[max_length = 200]
    of: String,
    #[description = "Show the answer to you alone"] private: Option<bool>,
) -> Done {
    answer(ctx, private, |library| answers::cause(library, &of)).await
}

/// Events in order.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn timeline(
    ctx: Context<'_>,
    #[description = "Only this folder, tag or note"]
    #[autocomplete = "topic_name"]
    #[max_length = 200]
    topic: Option<String>,
    #[description = "Not before this date"]
    #[autocomplete = "date"]
    #[max_length = 200]
    from: Option<String>,
    #[description = "Not after this date"]
    #[autocomplete = "date"]
    #[max_length = 200]
    to: Option<String>,
    #[description = "Only where this person is mentioned"]
    #[autocomplete = "person_name"]
    #[max_length = 200]
    person: Option<String>,
    #[description = "Show the answer to you alone"] private: Option<bool>,
) -> Done {
    let asker = asker(&ctx.interaction.locale);
    let query = TimelineQuery {
        topic: topic.as_deref(),
        from: from.as_deref(),
        to: to.as_deref(),
        person: person.as_deref(),
    };
    answer(ctx, private, |library| {
        answers::timeline(library, &query, &asker)
    })
    .await
}

/// Find words in the notes.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn search(
    ctx: Context<'_>,
    #[description = "The words to find"]
    #[autocomplete = "when"]
    #[max_length = 200]
    text: String,
    #[description = "Show the answer to you alone"] private: Option<bool>,
) -> Done {
    answer(ctx, private, |library| answers::search(library, &text)).await
}

/// What is in a note?
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn note(
    ctx: Context<'_>,
    #[description = "Its title"]
    #[autocomplete = "note_title"]
    #[max_length = 200]
    title: String,
    #[description = "Show the answer to you alone"] private: Option<bool>,
) -> Done {
    answer(ctx, private, |library| answers::note(library, &title)).await
}

/// What Clio can do.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn help(ctx: Context<'_>) -> Done {
    answer(ctx, None, answers::help).await
}

fn when(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    complete(ctx, Field::When, typed)
}

fn date(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    complete(ctx, Field::Date, typed)
}

fn person_name(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    complete(ctx, Field::Person, typed)
}

fn effect(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    complete(ctx, Field::Cause, typed)
}

fn topic_name(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    complete(ctx, Field::Topic, typed)
}

fn note_title(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    complete(ctx, Field::Note, typed)
}
