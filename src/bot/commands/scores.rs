//! `/leaderboard`, `/profile` and `/weak`.

use serenity::all::{CreateAutocompleteResponse, User};

use super::groups::group_name;
use super::{Context, Done};
use crate::answers::Choice;
use crate::bot::custom_id::{BoardOf, By};
use crate::bot::door::{self, Answer, To};
use crate::bot::draw::{self, Message};
use crate::bot::errors::{CommandError, UserError};
use crate::bot::scores;
use crate::quiz::{Player, Server};
use crate::store::Period;

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum PeriodChoice {
    #[name = "season"]
    Season,
    #[name = "month"]
    Month,
    #[name = "week"]
    Week,
    #[name = "day"]
    Day,
    #[name = "30 days"]
    ThirtyDays,
    #[name = "all"]
    All,
    #[name = "last season"]
    LastSeason,
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum SortChoice {
    #[name = "points"]
    Points,
    #[name = "accuracy"]
    Accuracy,
    #[name = "games"]
    Games,
}

impl From<SortChoice> for By {
    fn from(choice: SortChoice) -> Self {
        match choice {
            SortChoice::Points => Self::Points,
            SortChoice::Accuracy => Self::Accuracy,
            SortChoice::Games => Self::Games,
        }
    }
}

/// Who has earned the most: this season, or another time, topic or study group.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn leaderboard(
    ctx: Context<'_>,
    #[description = "From when; this season without it"] period: Option<PeriodChoice>,
    #[description = "Only answers on one topic"]
    #[autocomplete = "counted_topic"]
    #[max_length = 200]
    topic: Option<String>,
    #[description = "Only the members of one study group"]
    #[autocomplete = "group_name"]
    #[max_length = 64]
    group: Option<String>,
    #[description = "What comes first; accuracy is shown to you alone"] sort: Option<SortChoice>,
    #[description = "Study groups instead of people, by points per active member"] groups: Option<
        bool,
    >,
) -> Done {
    let by = match groups {
        Some(true) => By::Groups,
        _ => sort.map_or(By::Points, By::from),
    };
    // Among groups there is no group to choose.
    let group = group.filter(|_| by != By::Groups);
    show_board(ctx, by, period, topic, group).await
}

/// Answers with the first page of a board.
pub(super) async fn show_board(
    ctx: Context<'_>,
    by: By,
    period: Option<PeriodChoice>,
    topic: Option<String>,
    group: Option<String>,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let period = match period {
        None | Some(PeriodChoice::Season) => Period::Season,
        Some(PeriodChoice::Month) => Period::Month,
        Some(PeriodChoice::Week) => Period::Week,
        Some(PeriodChoice::Day) => Period::Day,
        Some(PeriodChoice::ThirtyDays) => Period::ThirtyDays,
        Some(PeriodChoice::All) => Period::All,
        Some(PeriodChoice::LastSeason) => {
            let number = scores::last_season(bot, server).await?;
            Period::OneSeason(number.ok_or(UserError::FirstSeason)?)
        }
    };
    let topic = match topic.filter(|topic| !topic.trim().is_empty()) {
        Some(typed) => Some(scores::topic_named(bot, server, &typed).await?),
        None => None,
    };
    let group = match group.filter(|group| !group.trim().is_empty()) {
        Some(typed) => Some(scores::group_named(bot, server, &typed).await?.id),
        None => None,
    };
    let of = BoardOf {
        period,
        by,
        topic,
        group,
    };
    tell(ctx, scores::board(bot, server, me(ctx), (of, 0)).await?).await
}

/// Your points, streaks, strong and weak topics, for you alone; or what another has earned.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn profile(
    ctx: Context<'_>,
    #[description = "Somebody else; yourself without it"] member: Option<User>,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let message = match member.filter(|member| member.id.get() != me(ctx).0) {
        None => scores::own_profile(bot, server, me(ctx)).await?,
        Some(member) if member.bot => draw::sentence("Bots do not play. Choose a person."),
        Some(member) => scores::profile_of(bot, server, Player(member.id.get())).await?,
    };
    tell(ctx, message).await
}

/// What this server gets wrong most, and a quiz on it.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn weak(ctx: Context<'_>) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let mut message = scores::weak(bot, server).await?;
    if !message.private && bot.is_playing(ctx.interaction.channel_id.get()) {
        // Nobody is to take it for a hint at the open question.
        message.private = true;
        message.content =
            Some("A quiz is running in this channel, so only you see this.".to_owned());
    }
    tell(ctx, message).await
}

/// The server that a command was given in.
pub(super) fn server(ctx: Context<'_>) -> Result<Server, CommandError> {
    let server = ctx.interaction.guild_id;
    let server = server.ok_or(UserError::ServerOnly)?;
    Ok(Server(server.get()))
}

/// Who gave a command.
pub(super) fn me(ctx: Context<'_>) -> Player {
    Player(ctx.interaction.user.id.get())
}

/// Answers a command.
pub(super) async fn tell(ctx: Context<'_>, message: Message) -> Done {
    ctx.framework
        .user_data
        .answer(&To::command(ctx.interaction), Answer::Show(message))
        .await;
    Ok(())
}

/// Topics that something is counted for.
pub(super) async fn counted_topic(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let topics = match server(ctx) {
        Ok(server) => ctx.framework.user_data.records.topics(server).await,
        Err(_) => Ok(Vec::new()),
    };
    let topics = topics.unwrap_or_default().into_iter();
    door::choices(offered(topics.map(|(topic, _)| topic), typed))
}

/// The names that hold what is typed, those that begin with it first.
pub(super) fn offered(names: impl Iterator<Item = String>, typed: &str) -> Vec<Choice> {
    let typed = typed.trim().to_lowercase();
    let mut found: Vec<(bool, String)> = names
        .filter_map(|name| {
            let bare = name.to_lowercase();
            bare.contains(&typed)
                .then(|| (!bare.starts_with(&typed), name))
        })
        .collect();
    found.sort_by_key(|(is_within, _)| *is_within);
    found
        .into_iter()
        .map(|(_, name)| Choice {
            // A value that is too long is cut by nobody: what it begins with will do.
            value: name.chars().take(100).collect(),
            name,
        })
        .collect()
}
