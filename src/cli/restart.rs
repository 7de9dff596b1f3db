//! Starting anew after the watchdog's alarm: the same program with the same arguments takes this one's place, a few times an hour.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::out;
use crate::bot::Alarm;

/// When this program was started anew, in seconds since 1970, with commas between; it goes from each start to the next.
const VARIABLE: &str = "CLIO_RESTARTS";

/// So often within [`WITHIN`]; then somebody should look.
const MOST: usize = 5;
const WITHIN: Duration = Duration::from_hours(1);

/// This is a start after an alarm.
pub(super) fn is_back() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Says what is wrong, and starts anew unless that was done too often.
#[expect(
    clippy::disallowed_methods,
    reason = "the edge where the time of day comes in"
)]
pub(super) fn anew(alarm: &Alarm) {
    if let Alarm::Unending(_) = alarm {
        give_up(&alarm.to_string());
    }
    let before = std::env::var(VARIABLE).unwrap_or_default();
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let Some(times) = once_more(&before, now.unwrap_or_default().as_secs()) else {
        give_up(&format!(
            "{alarm}, and Clio was started anew {MOST} times within an hour. Look in the log for why, then start it again."
        ));
    };
    tracing::error!("Starting anew: {alarm}");
    give_up(&format!(
        "{alarm}, and Clio cannot be started anew: {}. Start it again.",
        take_the_place(&times)
    ));
}

/// What the variable is to say for one more start at `now`; `None` if there were enough.
fn once_more(before: &str, now: u64) -> Option<String> {
    let mut times: Vec<u64> = before
        .split(',')
        .filter_map(|time| time.parse().ok())
        .filter(|&time: &u64| time + WITHIN.as_secs() > now)
        .collect();
    if times.len() >= MOST {
        return None;
    }
    times.push(now);
    let times: Vec<String> = times.iter().map(u64::to_string).collect();
    Some(times.join(","))
}

/// Gives why it did not work; if it did, nobody is there any more to be told.
#[cfg(unix)]
fn take_the_place(times: &str) -> std::io::Error {
    use std::os::unix::process::CommandExt as _;

    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(fault) => return fault,
    };
    std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(VARIABLE, times)
        .exec()
}

#[cfg(not(unix))]
fn take_the_place(_: &str) -> std::io::Error {
    std::io::ErrorKind::Unsupported.into()
}

/// Ends the process from whichever thread: the bot's own may never answer.
fn give_up(why: &str) -> ! {
    out::aside(&format!("clio: {why}"));
    std::process::exit(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, now: u64, expected: Option<&str>) {
        assert_eq!(once_more(before, now).as_deref(), expected, "{before:?}");
    }

    #[test]
    fn five_starts_anew_within_an_hour_are_enough() {
        check("", 10_000, Some("10000"));
        check("9000", 10_000, Some("9000,10000"));
        check(
            "9000,9100,9200,9300",
            10_000,
            Some("9000,9100,9200,9300,10000"),
        );
        check("9000,9100,9200,9300,9400", 10_000, None);
        check(
            "6400,9100,9200,9300,9400",
            10_000,
            Some("9100,9200,9300,9400,10000"),
        );
        check("nonsense,,-1", 10_000, Some("10000"));
    }
}
