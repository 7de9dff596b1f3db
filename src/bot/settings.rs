//! What the panel of settings takes: for each setting what can be picked or written, and the change that it comes to.

mod options;
mod written;

use super::custom_id::Item;
use crate::config;
use crate::store::{ServerSettings, Setting};

pub(super) use options::{code, options, picked};
pub(super) use written::{last_day, topics, zone};

/// How a setting is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// By picking one of [`options()`].
    Options,
    /// By picking a role.
    Role,
    /// By picking so many channels at most.
    Channels(u8),
    /// By writing.
    Text,
}

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
    use std::time::Duration;

    use super::*;
    use crate::store::Calendar;

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
