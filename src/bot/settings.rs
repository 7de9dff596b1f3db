//! What the panel of settings takes: for each setting what can be picked or written, and the change that it comes to.

use std::time::Duration;

use jiff::civil::Date;

use super::custom_id::Item;
use super::errors::UserError;
use crate::config;
use crate::library::Library;
use crate::quiz::choose::Topic;
use crate::quiz::game::settings::{Answers, Mode, Seconds};
use crate::store::{Calendar, Change, ServerSettings, Setting};

/// How a setting is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// By picking one of [`options`].
    Options,
    /// By picking a role.
    Role,
    /// By picking so many channels at most.
    Channels(u8),
    /// By writing.
    Text,
}

/// One thing that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// What the menu sends back.
    pub(super) code: String,
    pub(super) label: String,
    pub(super) description: &'static str,
}

/// Topics that a server may name at most, and characters of one.
const TOPICS: usize = 25;
const TOPIC: usize = 100;
/// No time zone has a longer name.
const ZONE: usize = 64;
/// A season may be planned so far ahead.
const LONGEST_SEASON: Duration = Duration::from_secs(5 * 366 * 24 * 3600);

/// How a line of the panel is changed.
pub(super) fn control(item: Item) -> Control {
    match item {
        Item::Own(Setting::HostRole) => Control::Role,
        Item::Own(Setting::Channels) => Control::Channels(25),
        Item::Own(Setting::PodiumChannel) => Control::Channels(1),
        Item::Own(Setting::Topics | Setting::TimeZone) | Item::SeasonEnd => Control::Text,
        Item::Own(_) => Control::Options,
    }
}

/// What can be picked for a setting; nothing where it is not picked from a list.
pub(super) fn options(setting: Setting) -> Vec<Choice> {
    match setting {
        Setting::Questions => questions(),
        Setting::Seconds => seconds(),
        other => listed(other)
            .iter()
            .map(|(code, label, description)| choice(code, label, description))
            .collect(),
    }
}

/// One thing that can be picked: its code, its label and its description.
type Listed = (&'static str, &'static str, &'static str);

/// What is picked from a short list that is always the same.
fn listed(setting: Setting) -> &'static [Listed] {
    match setting {
        Setting::Mode => &[
            ("study", "study", "10 points, however late"),
            ("race", "race", "10 points, and up to 5 more for speed"),
        ],
        Setting::Answers => &[
            ("buttons", "buttons", "Pick one of the options"),
            ("typed", "typed", "Where the question allows it"),
        ],
        Setting::Thread => &[
            ("no", "in the channel", "Where it was started"),
            ("yes", "in a thread of its own", "Clio must be allowed to"),
        ],
        Setting::MonthFirst => &[
            ("no", "day before month", "3/4/1962 is the third of April"),
            ("yes", "month before day", "3/4/1962 is the fourth of March"),
        ],
        Setting::WeekStartsOnSunday => &[
            ("no", "Monday", "As in most of Europe"),
            ("yes", "Sunday", "As in North America"),
        ],
        Setting::SinglePlayerCounts => &[
            (
                "no",
                "do not count for boards",
                "So that nobody collects points alone",
            ),
            ("yes", "count for boards", "Every answer counts"),
        ],
        Setting::GroupsByAll => &[
            (
                "no",
                "only those who manage the server",
                "With /group create",
            ),
            ("yes", "everybody", "With /group create"),
        ],
        Setting::Pictures => &[
            ("no", "off", "Words alone"),
            ("yes", "on", "A picture beside the words"),
        ],
        Setting::Questions
        | Setting::Seconds
        | Setting::HostRole
        | Setting::Channels
        | Setting::Topics
        | Setting::TimeZone
        | Setting::PodiumChannel => &[],
    }
}

fn questions() -> Vec<Choice> {
    [3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50]
        .map(|n: u16| {
            let label = format!("{n} questions");
            choice(&n.to_string(), &label, "Fewer where the notes give no more")
        })
        .to_vec()
}

fn seconds() -> Vec<Choice> {
    let mut all = vec![
        choice(
            "auto",
            "by its length",
            "20 to 90 seconds, longer questions longer",
        ),
        choice(
            "none",
            "no clock",
            "Until all have answered or the host closes it",
        ),
    ];
    let fixed = [5, 10, 15, 20, 30, 45, 60, 90, 120];
    all.extend(fixed.map(|n: u16| {
        choice(
            &n.to_string(),
            &format!("{n} seconds"),
            "The same for all questions",
        )
    }));
    all
}

fn choice(code: &str, label: &str, description: &'static str) -> Choice {
    Choice {
        code: code.to_owned(),
        label: label.to_owned(),
        description,
    }
}

/// The code of what holds.
pub(super) fn code(settings: &ServerSettings, setting: Setting) -> String {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let code = match setting {
        Setting::Questions => return settings.questions.to_string(),
        Setting::Seconds => match settings.seconds {
            Seconds::Auto => "auto",
            Seconds::Unlimited => "none",
            Seconds::Fixed(seconds) => return seconds.to_string(),
        },
        Setting::Mode => match settings.mode {
            Mode::Study => "study",
            Mode::Race => "race",
        },
        Setting::Answers => match settings.answers {
            Answers::Buttons => "buttons",
            Answers::Typed => "typed",
        },
        Setting::Thread => yes(settings.thread),
        Setting::MonthFirst => yes(settings.month_first),
        Setting::WeekStartsOnSunday => yes(settings.week_starts_on_sunday),
        Setting::SinglePlayerCounts => yes(settings.single_player_counts),
        Setting::GroupsByAll => yes(settings.groups_by_all),
        Setting::Pictures => yes(settings.pictures),
        Setting::HostRole
        | Setting::Channels
        | Setting::Topics
        | Setting::TimeZone
        | Setting::PodiumChannel => "",
    };
    code.to_owned()
}

/// What picking `code` changes; `None` for what is no option.
pub(super) fn picked(setting: Setting, code: &str) -> Option<Change> {
    options(setting).iter().find(|option| option.code == code)?;
    let yes = code == "yes";
    Some(match setting {
        Setting::Questions => Change::Questions(code.parse().ok()?),
        Setting::Seconds => Change::Seconds(match code {
            "auto" => Seconds::Auto,
            "none" => Seconds::Unlimited,
            number => Seconds::Fixed(number.parse().ok()?),
        }),
        Setting::Mode if code == "race" => Change::Mode(Mode::Race),
        Setting::Mode => Change::Mode(Mode::Study),
        Setting::Answers if code == "typed" => Change::Answers(Answers::Typed),
        Setting::Answers => Change::Answers(Answers::Buttons),
        Setting::Thread => Change::Thread(yes),
        Setting::MonthFirst => Change::MonthFirst(yes),
        Setting::WeekStartsOnSunday => Change::WeekStartsOnSunday(yes),
        Setting::SinglePlayerCounts => Change::SinglePlayerCounts(yes),
        Setting::GroupsByAll => Change::GroupsByAll(yes),
        Setting::Pictures => Change::Pictures(yes),
        Setting::HostRole
        | Setting::Channels
        | Setting::Topics
        | Setting::TimeZone
        | Setting::PodiumChannel => {
            return None;
        }
    })
}

/// The time zone that somebody means: its IANA name, or the place in it.
pub(super) fn zone(typed: &str) -> Result<String, UserError> {
    let key = |name: &str| name.trim().to_lowercase().replace(' ', "_");
    let wanted = key(typed);
    let names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| Calendar::knows(name))
        .collect();
    if let Some(name) = names.iter().find(|name| key(name) == wanted) {
        return Ok(name.clone());
    }
    // Names are compared letter by letter, which nobody needs for a long text.
    let is_long = wanted.chars().count() > ZONE;
    let place = |name: &str| key(name.rsplit('/').next().unwrap_or(name));
    let mut there = names.iter().filter(|name| place(name) == wanted);
    if let (Some(only), None) = (there.next(), there.next()) {
        return Ok(only.clone());
    }
    let mut near: Vec<(usize, &String)> = names
        .iter()
        .filter(|_| !is_long)
        .map(|name| {
            let far = |name: &str| {
                rapidfuzz::distance::damerau_levenshtein::distance(name.chars(), wanted.chars())
            };
            (far(&place(name)).min(far(&key(name))), name)
        })
        .filter(|(far, _)| *far <= 3)
        .collect();
    near.sort();
    let near: Vec<&str> = near.iter().take(3).map(|(_, name)| name.as_str()).collect();
    Err(UserError::TimeZone {
        typed: shortened(typed),
        near: match near.is_empty() {
            true => "Write it as in Europe/Vienna or America/New_York.".to_owned(),
            false => format!("Did you mean {}?", near.join(" or ")),
        },
    })
}

/// The topics that somebody wrote, one a line, as the notes call them.
pub(super) fn topics(library: &Library, typed: &str) -> Result<Vec<String>, UserError> {
    let mut topics: Vec<String> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let refused = || UserError::Topic {
            typed: shortened(line),
            near: "/quiz start shows the topics while you type.".to_owned(),
        };
        // No topic has so long a name, and looking for the nearest would take long.
        if line.chars().count() > TOPIC {
            return Err(refused());
        }
        let found = Topic::named(library, line).map_err(|unknown| UserError::Topic {
            typed: shortened(line),
            near: match unknown.nearest.as_slice() {
                [] => "/quiz start shows the topics while you type.".to_owned(),
                nearest => format!("The nearest: {}.", nearest.join(", ")),
            },
        })?;
        let known = line.to_owned();
        if found.scope.is_empty() {
            return Err(refused());
        }
        if !topics.contains(&known) {
            topics.push(known);
        }
    }
    match topics.len() > TOPICS {
        true => Err(UserError::ManyTopics(TOPICS)),
        false => Ok(topics),
    }
}

/// The moment at which a season ends whose last day somebody wrote.
pub(super) fn last_day(
    calendar: &Calendar,
    typed: &str,
    now: Duration,
) -> Result<Duration, UserError> {
    let refused = || UserError::LastDay(shortened(typed));
    let date: Date = typed.trim().parse().map_err(|_| refused())?;
    let end = calendar.end_of(date).ok_or_else(refused)?;
    match end > now && end - now <= LONGEST_SEASON {
        true => Ok(end),
        false => Err(UserError::FarDay(shortened(typed))),
    }
}

/// What somebody typed, for a sentence.
fn shortened(typed: &str) -> String {
    let mut short = typed.trim().to_owned();
    super::draw::cut(&mut short, TOPIC);
    short
}

/// What holds in servers that have set nothing, by the host's `[defaults]`.
pub(super) fn defaults(config: &config::Defaults) -> ServerSettings {
    ServerSettings {
        topics: config.topics.clone(),
        seconds: config.seconds.0,
        questions: config.questions,
        mode: config.mode,
        answers: config.answers,
        thread: config.thread,
        month_first: config.dates == config::Dates::MonthDay,
        time_zone: config.time_zone.clone(),
        week_starts_on_sunday: config.week_start == config::WeekStart::Sunday,
        single_player_counts: config.single_player_counts,
        groups_by_all: config.groups_by_all,
        pictures: config.pictures,
        ..ServerSettings::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_picked_is_what_holds_then() {
        for item in Item::ALL {
            let Item::Own(setting) = item else { continue };
            assert_eq!(
                control(item) == Control::Options,
                !options(setting).is_empty()
            );
            for option in options(setting) {
                let change = picked(setting, &option.code).unwrap();
                let field = serde_json::to_value(&change).unwrap();
                let settings: ServerSettings = serde_json::from_value(field).unwrap();
                assert_eq!(code(&settings, setting), option.code, "{setting:?}");
                assert!(option.description.len() <= 100 && option.label.len() <= 100);
            }
            assert_eq!(picked(setting, "7"), None, "{setting:?}");
        }
    }

    #[test]
    fn a_time_zone_is_found_by_its_name_or_its_place() {
        for (typed, expected) in [
            ("Europe/Vienna", "Europe/Vienna"),
            (" europe/vienna ", "Europe/Vienna"),
            ("vienna", "Europe/Vienna"),
            ("New York", "America/New_York"),
            ("UTC", "UTC"),
        ] {
            assert_eq!(zone(typed).unwrap(), expected, "{typed}");
        }
        let near = zone("Viena").unwrap_err().to_string();
        assert!(near.contains("Did you mean Europe/Vienna"), "{near}");
        let far = zone("the moon, somewhere").unwrap_err().to_string();
        assert!(far.contains("Write it as in"), "{far}");
    }

    #[test]
    fn a_last_day_is_in_the_future_and_ends_where_the_server_is() {
        let calendar = Calendar::of(&ServerSettings {
            time_zone: "Europe/Vienna".to_owned(),
            ..ServerSettings::default()
        });
        let now = Duration::from_secs(1_790_000_000);
        let end = last_day(&calendar, "2027-01-31", now).unwrap();
        // 31 January 2027, 23:00 UTC.
        assert_eq!(end, Duration::from_secs(1_801_436_400));
        for typed in [
            "2020-01-01",
            "2200-01-01",
            "31.1.2027",
            "soon",
            "2027-02-30",
        ] {
            let refused = last_day(&calendar, typed, now).unwrap_err().to_string();
            assert!(refused.contains(typed), "{refused}");
        }
    }
}
