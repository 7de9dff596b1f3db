//! A profile: of oneself with everything, of another with nothing that shames.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::super::pictured;
use super::{
    BLUE, Embed, Message, columns, counted, medal, message, named, number, ordinal, right_of,
};
use crate::bot::custom_id::{CustomId, Practice};
use crate::bot::escape;
use crate::bot::names::Known;
use crate::bot::pictures::Person;
use crate::quiz::Player;
use crate::store::{ENOUGH, Missed, Profile, Tally};

/// Topics named as strong, and as weak.
const TOPICS: usize = 3;
const TOPIC: usize = 80;
/// Missed questions that are listed, and how long each may be.
const MISSED: usize = 5;
const PROMPT: usize = 140;

/// One's own profile, private.
pub(in crate::bot) fn own(profile: &Profile, name: Option<Person>) -> Message {
    let mut parts = vec![standing(profile)];
    if profile.all.answers > 0 {
        parts.push(sums(profile));
        parts.extend(topics(&profile.topics));
        parts.push(thirty_days(&profile.days));
        parts.extend(missed(&profile.missed));
    }
    let mut rows = Vec::new();
    if !profile.missed.is_empty() {
        let id = CustomId::Practice(Practice::of_misses());
        let review = CreateButton::new(id.to_string())
            .label("Review my misses")
            .style(ButtonStyle::Success);
        rows.push(CreateActionRow::Buttons(vec![review]));
    }
    let embed = Embed {
        title: "Your profile".to_owned(),
        description: parts.join("\n\n"),
        footer: "Only you see this. Games played alone are counted here.".to_owned(),
        ..Embed::default()
    };
    Message {
        private: true,
        picture: name
            .filter(|_| profile.all.answers > 0)
            .map(|me| pictured::days(profile, me)),
        ..message(embed, BLUE, rows)
    }
}

fn standing(profile: &Profile) -> String {
    match profile.rank {
        _ if profile.hidden => {
            "You are hidden from the boards, as you wished. /privacy puts you back.".to_owned()
        }
        Some(rank) => format!(
            "{}**{}** of {} this season",
            medal(rank),
            ordinal(rank),
            number(profile.players)
        ),
        None if profile.all.answers == 0 => {
            "You have not answered a question here yet. /quiz start begins a quiz with others, /practice is for you alone."
                .to_owned()
        }
        None => "Not on the board of this season yet: answer in a quiz with others.".to_owned(),
    }
}

fn sums(profile: &Profile) -> String {
    let heads = ["points", "right", "games"].map(str::to_owned);
    let sum = |name: &str, tally: &Tally| {
        let cells = [number(tally.points), right_of(tally), number(tally.games)];
        (cells.to_vec(), name.to_owned())
    };
    let table = columns(&[
        (heads.to_vec(), String::new()),
        sum("season", &profile.season),
        sum("all time", &profile.all),
    ]);
    format!("{table}\n**In a row:** {}", streaks(profile))
}

fn streaks(profile: &Profile) -> String {
    format!(
        "{} · {}",
        counted(profile.answer_streak, "right answer"),
        counted(profile.day_streak, "day")
    )
}

/// The best and the least known; each topic is named once.
fn topics(topics: &[(String, Tally)]) -> Vec<String> {
    let section = |name: &str, topics: Vec<&(String, Tally)>| {
        let lines = topics
            .into_iter()
            .map(|(topic, tally)| format!("- {}: {}", named_topic(topic), right_of(tally)));
        let lines: Vec<String> = lines.collect();
        format!("**{name}**\n{}", lines.join("\n"))
    };
    match topics {
        [] => vec![format!(
            "Strong and weak topics are named from {ENOUGH} answers on a topic on."
        )],
        [only] => vec![section("By topic", vec![only])],
        several => {
            let n = TOPICS.min(several.len() / 2);
            let weakest = several.iter().rev().take(n).collect();
            vec![
                section("Strongest", several.iter().take(n).collect()),
                section("Weakest", weakest),
            ]
        }
    }
}

fn named_topic(topic: &str) -> String {
    let mut topic = escape::plain(topic);
    super::super::cut(&mut topic, TOPIC);
    escape::markdown(&topic)
}

/// The last 30 days in words; today is the last.
fn thirty_days(days: &[Tally]) -> String {
    let played: Vec<(usize, &Tally)> = days
        .iter()
        .rev()
        .enumerate()
        .filter(|(_, day)| day.answers > 0)
        .collect();
    let sum = |field: fn(&Tally) -> u64| played.iter().map(|(_, day)| field(day)).sum::<u64>();
    let Some(best) = played
        .iter()
        .max_by_key(|(ago, day)| (day.points, usize::MAX - ago))
    else {
        return "**Last 30 days:** no answers.".to_owned();
    };
    let ago = match best.0 {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    };
    format!(
        "**Last 30 days:** {} on {}, {} of {} answers right. The best day was {ago}, with {}.",
        counted(sum(|day| day.points), "point"),
        counted(played.len() as u64, "day"),
        number(sum(|day| day.right)),
        number(sum(|day| day.answers)),
        counted(best.1.points, "point"),
    )
}

fn missed(missed: &[Missed]) -> Option<String> {
    let mut lines: Vec<String> = missed
        .iter()
        .take(MISSED)
        .map(|miss| {
            let mut prompt = escape::plain(&miss.prompt);
            super::super::cut(&mut prompt, PROMPT);
            match prompt.is_empty() {
                true => format!("- a question on {}", named_topic(&miss.topic)),
                false => format!("- {}", escape::markdown(&prompt)),
            }
        })
        .collect();
    let more = missed.len().saturating_sub(MISSED);
    if more > 0 {
        lines.push(format!("- and {more} more"));
    }
    (!lines.is_empty()).then(|| format!("**Missed lately**\n{}", lines.join("\n")))
}

/// Streaks that are worth a word: nobody is told what another has broken off.
fn streak(profile: &Profile) -> Option<String> {
    let parts = [
        (profile.answer_streak, "right answer"),
        (profile.day_streak, "day"),
    ];
    let parts = parts.into_iter().filter(|(n, _)| *n > 1);
    let parts: Vec<String> = parts.map(|(n, what)| counted(n, what)).collect();
    (!parts.is_empty()).then(|| format!("**In a row:** {}", parts.join(" · ")))
}

/// The profile of another: nothing that they did not know, and no rank. Nothing is said of who is hidden.
pub(in crate::bot) fn other(player: Player, profile: &Profile, known: &Known) -> Message {
    let sum = |name: &str, tally: &Tally| {
        (tally.games > 0).then(|| {
            format!(
                "**{name}:** {} · {}",
                counted(tally.points, "point"),
                counted(tally.games, "game")
            )
        })
    };
    let lines = [
        sum("This season", &profile.season),
        sum("All time", &profile.all),
        streak(profile),
    ];
    let mut lines: Vec<String> = lines.into_iter().flatten().collect();
    let name = named(known, player);
    if profile.hidden {
        let text = format!("{name} keeps their scores to themselves.");
        return super::super::openly(&text).privately();
    }
    if lines.is_empty() {
        let text = format!(
            "{name} has not answered a question here yet. /quiz start begins a quiz for everybody."
        );
        return super::super::openly(&text).privately();
    }
    // Discord shows no mention in a title.
    let mut title = name.replace("**", "");
    if title.starts_with('<') {
        lines.insert(0, std::mem::take(&mut title));
    }
    let embed = Embed {
        title,
        description: lines.join("\n"),
        ..Embed::default()
    };
    message(embed, BLUE, Vec::new())
}
