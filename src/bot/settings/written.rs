//! Settings that are written: a time zone, topics, the last day of a season.

use std::time::Duration;

use jiff::civil::Date;

use crate::bot::errors::UserError;
use crate::library::Library;
use crate::quiz::choose::Topic;
use crate::store::Calendar;

/// Topics that a server may name at most, and characters of one.
const TOPICS: usize = 25;
const TOPIC: usize = 100;
/// No time zone has a longer name.
const ZONE: usize = 64;
/// A season may be planned so far ahead.
const LONGEST_SEASON: Duration = Duration::from_secs(5 * 366 * 24 * 3600);

/// The time zone that somebody means: its IANA name, or the place in it.
pub(in crate::bot) fn zone(typed: &str) -> Result<String, UserError> {
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
pub(in crate::bot) fn topics(library: &Library, typed: &str) -> Result<Vec<String>, UserError> {
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
pub(in crate::bot) fn last_day(
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
    crate::bot::draw::cut(&mut short, TOPIC);
    short
}
