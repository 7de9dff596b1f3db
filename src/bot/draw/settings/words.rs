//! The words of the panel of settings: what each is called, what it does, and what holds.

use super::{Panel, clock};
use crate::bot::custom_id::Item;
use crate::bot::escape;
use crate::bot::settings::{code, options};
use crate::quiz::Player;
use crate::store::{ServerSettings, Setting};

/// The settings as the panel groups them.
pub(super) const GROUPS: &[(&str, &[Item])] = &[
    (
        "Who plays, where and what",
        &[
            Item::Own(Setting::HostRole),
            Item::Own(Setting::Channels),
            Item::Own(Setting::Topics),
        ],
    ),
    (
        "A quiz, where its host says nothing",
        &[
            Item::Own(Setting::Questions),
            Item::Own(Setting::Seconds),
            Item::Own(Setting::Mode),
            Item::Own(Setting::Answers),
            Item::Own(Setting::Thread),
        ],
    ),
    (
        "Dates and seasons",
        &[
            Item::Own(Setting::MonthFirst),
            Item::Own(Setting::TimeZone),
            Item::Own(Setting::WeekStartsOnSunday),
            Item::SeasonEnd,
            Item::Own(Setting::PodiumChannel),
        ],
    ),
    (
        "Scores, groups and pictures",
        &[
            Item::Own(Setting::SinglePlayerCounts),
            Item::Own(Setting::GroupsByAll),
            Item::Own(Setting::Pictures),
        ],
    ),
];

/// Topics that are shown in full at most.
const TOPICS: usize = 400;

/// What a setting is called.
pub(in crate::bot) fn name(item: Item) -> &'static str {
    let Item::Own(setting) = item else {
        return "End of the season";
    };
    match setting {
        Setting::HostRole => "Who may start quizzes",
        Setting::Channels => "Channels for quizzes",
        Setting::Topics => "Topics that are asked",
        Setting::Seconds => "Time for a question",
        Setting::Questions => "Questions in a quiz",
        Setting::Mode => "Points",
        Setting::Answers => "Answers",
        Setting::Thread => "Where a quiz runs",
        Setting::MonthFirst => "Dates in digits",
        Setting::TimeZone => "Time zone",
        Setting::WeekStartsOnSunday => "Weeks begin on",
        Setting::PodiumChannel => "Podium of a season",
        Setting::SinglePlayerCounts => "Quizzes played alone",
        Setting::GroupsByAll => "Who may make study groups",
        Setting::Pictures => "Pictures",
    }
}

/// What a setting does.
pub(super) fn explained(item: Item) -> &'static str {
    let Item::Own(setting) = item else {
        return "On this day, when it is over, the season ends by itself: its podium is posted, and boards begin anew. Without a date a season lasts until somebody ends it.";
    };
    match setting {
        Setting::HostRole => {
            "Only members with this role start quizzes. Those who moderate always may."
        }
        Setting::Channels => {
            "Quizzes are started in these channels only, and in their threads. What you pick takes the place of what is set."
        }
        Setting::Topics => {
            "Quizzes ask only about these: folders, tags, notes, people or spans of dates, as /quiz start takes them. Look-ups and /practice are not limited."
        }
        Setting::Seconds => {
            "How long a question stays open, unless who starts the quiz says otherwise."
        }
        Setting::Questions => "How many questions a quiz has, unless who starts it says otherwise.",
        Setting::Mode => "How answers score, unless who starts the quiz says otherwise.",
        Setting::Answers => "How answers are given, unless who starts the quiz says otherwise.",
        Setting::Thread => {
            "Whether a quiz opens a thread of its own, unless who starts it says otherwise."
        }
        Setting::MonthFirst => "How a date like 3/4/1962 is read when somebody types it.",
        Setting::TimeZone => {
            "Days, weeks and months of boards begin by the clocks of this place. After a change, answers that are still kept move to the days they fall on there; days that are folded into totals already keep theirs."
        }
        Setting::WeekStartsOnSunday => "Where the week of a board begins.",
        Setting::PodiumChannel => {
            "When a season ends, its podium is posted in this channel. Clio must be allowed to write there."
        }
        Setting::SinglePlayerCounts => {
            "Whether quizzes with one player count for the boards. They always count for the player's own profile."
        }
        Setting::GroupsByAll => {
            "Everybody may join and leave study groups. This says who may make new ones."
        }
        Setting::Pictures => {
            "Whether boards, profiles and timelines come with a picture. The words stand there either way."
        }
    }
}

/// What holds, in Discord's own marks.
pub(super) fn value(panel: &Panel, settings: &ServerSettings, item: Item) -> String {
    let Item::Own(setting) = item else {
        let number = panel.season.number;
        return match panel.season.due {
            None => format!("**no date** (season {number} is on)"),
            Some(due) => format!("**<t:{}:f>** (season {number} is on)", due.as_secs()),
        };
    };
    match setting {
        Setting::HostRole => settings
            .host_role
            .map_or_else(|| "everybody".to_owned(), |role| format!("<@&{role}>")),
        Setting::Channels if settings.channels.is_empty() => "all channels".to_owned(),
        Setting::Channels => {
            let channels = settings
                .channels
                .iter()
                .map(|channel| format!("<#{channel}>"));
            channels.collect::<Vec<_>>().join(" ")
        }
        Setting::PodiumChannel => settings.podium_channel.map_or_else(
            || "posted nowhere".to_owned(),
            |channel| format!("<#{channel}>"),
        ),
        Setting::Topics if !settings.topics.is_empty() => escape::markdown(&topics(settings)),
        Setting::TimeZone => {
            let zone = escape::markdown(&settings.time_zone);
            match settings.time_zone == panel.set.settings.time_zone {
                true => format!("{zone}, where it is {}", clock(panel)),
                false => zone,
            }
        }
        other => in_words(settings, other),
    }
}

/// What holds, for where no marks are read.
pub(super) fn plain_value(panel: &Panel, item: Item) -> String {
    let settings = &panel.set.settings;
    match item {
        Item::SeasonEnd if panel.season.due.is_some() => "on a date".to_owned(),
        Item::SeasonEnd => "no date".to_owned(),
        Item::Own(Setting::HostRole) if settings.host_role.is_some() => "a role".to_owned(),
        Item::Own(Setting::HostRole) => "everybody".to_owned(),
        Item::Own(Setting::Channels) => match settings.channels.len() {
            0 => "all channels".to_owned(),
            1 => "1 channel".to_owned(),
            n => format!("{n} channels"),
        },
        Item::Own(Setting::PodiumChannel) if settings.podium_channel.is_some() => {
            "in a channel".to_owned()
        }
        Item::Own(Setting::PodiumChannel) => "posted nowhere".to_owned(),
        Item::Own(Setting::Topics) if !settings.topics.is_empty() => topics(settings),
        Item::Own(Setting::TimeZone) => settings.time_zone.clone(),
        Item::Own(setting) => in_words(settings, setting),
    }
}

/// What was picked, as its option calls it.
fn in_words(settings: &ServerSettings, setting: Setting) -> String {
    let code = code(settings, setting);
    let found = options(setting)
        .into_iter()
        .find(|option| option.code == code);
    match found {
        Some(option) => option.label,
        None if setting == Setting::Topics => "all topics".to_owned(),
        // Set by hand, or by another version: no option has it.
        None if setting == Setting::Seconds => format!("{code} seconds"),
        None if setting == Setting::Questions && code == "1" => "1 question".to_owned(),
        None if setting == Setting::Questions => format!("{code} questions"),
        None => code,
    }
}

fn topics(settings: &ServerSettings) -> String {
    let mut topics = settings.topics.join(", ");
    super::cut(&mut topics, TOPICS);
    topics
}

/// Who did something.
pub(super) fn person(player: Player) -> String {
    match player {
        Player(0) => "somebody whose data was deleted".to_owned(),
        Player(id) => format!("<@{id}>"),
    }
}

/// The form of a setting that is written: its label, its placeholder, and what stands in it.
pub(in crate::bot) fn field(panel: &Panel, item: Item) -> (&'static str, &'static str, String) {
    let settings = &panel.set.settings;
    match item {
        Item::Own(Setting::Topics) => (
            "One topic a line; empty for all",
            "cold-war",
            settings.topics.join("\n"),
        ),
        Item::Own(Setting::TimeZone) => (
            "A place, as IANA names it",
            "Europe/Vienna",
            settings.time_zone.clone(),
        ),
        _ => ("Its last day: year-month-day", "2027-01-31", String::new()),
    }
}
