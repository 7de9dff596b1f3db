//! Settings that are picked from a list: what can be picked, which of it holds, and what picking changes.

use crate::quiz::game::settings::{Answers, Mode, Seconds};
use crate::store::{Change, ServerSettings, Setting};

/// One thing that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) struct Choice {
    /// What the menu sends back.
    pub(in crate::bot) code: String,
    pub(in crate::bot) label: String,
    pub(in crate::bot) description: &'static str,
}

/// What can be picked for a setting; nothing where it is not picked from a list.
pub(in crate::bot) fn options(setting: Setting) -> Vec<Choice> {
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

pub(super) fn questions() -> Vec<Choice> {
    [3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50]
        .map(|n: u16| {
            let label = format!("{n} questions");
            choice(&n.to_string(), &label, "Fewer where the notes give no more")
        })
        .to_vec()
}

pub(super) fn seconds() -> Vec<Choice> {
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
pub(in crate::bot) fn code(settings: &ServerSettings, setting: Setting) -> String {
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
pub(in crate::bot) fn picked(setting: Setting, code: &str) -> Option<Change> {
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
