//! How a fault is written: what goes wrong, then how often and where, with commas between.
//!
//! ```text
//! status=503,route=POST /messages,chance=0.1    one in ten messages is refused
//! limited=global,times=3                        three requests get 429 (user, global or shared)
//! slow=2s,chance=0.05                           some answers come late
//! lost,route=/callback                          answers to interactions are done, but the bot never knows
//! drop,every=30s                                the socket goes away every half minute
//! close=4000   close                            a close frame with a code, or without one
//! reconnect   invalid-session   invalid-session=resumable
//! no-session   no-session=resumable             IDENTIFY and RESUME are answered with "invalid session"
//! no-ack                                        heartbeats are not acknowledged
//! duplicate,chance=0.1   reorder,chance=0.1     events come twice, or after the next one
//! ```

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::{Dispatched, Rest};
use crate::playground::gateway::session::Disturbance;
use crate::playground::limits::Scope;

/// Time between two disturbances where none is named.
const EVERY: Duration = Duration::from_secs(30);

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Rest(Rest),
    Gateway(Disturbance),
    NoAck,
    /// No session is given or taken up; whether it is said that trying again may help.
    NoSession(bool),
    Dispatch(Dispatched),
}

/// A fault with how often and where it strikes.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub(crate) what: What,
    /// Of each time that it could strike.
    pub(crate) chance: f64,
    /// How often at most.
    pub(crate) times: Option<u32>,
    /// Between two disturbances of the Gateway.
    pub(crate) every: Duration,
    /// A method, and a part of the path.
    pub(crate) method: Option<String>,
    pub(crate) route: String,
    /// As it was written.
    text: String,
}

/// What is wrong with a fault that was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoFault {
    /// The first word is none of those that are known.
    #[error(
        "there is no fault \"{0}\": write status=503, limited=user, slow=2s, lost, drop, close=4000, close, reconnect, invalid-session, no-session, no-ack, duplicate or reorder"
    )]
    Unknown(String),
    /// A later word is none of those that are known.
    #[error(
        "\"{0}\" says nothing here: write chance=0.1, times=3, every=30s or route=POST /messages"
    )]
    UnknownWord(String),
    /// What stands after `=` cannot be used.
    #[error("\"{0}\" cannot be used: {1}")]
    Value(String, &'static str),
}

impl Fault {
    /// A fault that a test makes: the next `times` requests of this method, whose path holds `route`.
    pub(crate) fn refusing(method: &str, route: &str, status: u16, times: u32) -> Self {
        let text = format!("status={status},route={method} {route},times={times}");
        Self {
            what: What::Rest(Rest::Status(status)),
            chance: 1.0,
            times: Some(times),
            every: EVERY,
            method: Some(method.to_owned()),
            route: route.to_owned(),
            text,
        }
    }

    /// Is it about such a request?
    pub(crate) fn is_about(&self, method: &str, path: &str) -> bool {
        self.method.as_deref().is_none_or(|own| own == method) && path.contains(&self.route)
    }
}

impl FromStr for Fault {
    type Err = NoFault;

    fn from_str(text: &str) -> Result<Self, NoFault> {
        let mut words = text.split(',').map(str::trim);
        let mut fault = Self {
            what: what(words.next().unwrap_or_default())?,
            chance: 1.0,
            times: None,
            every: EVERY,
            method: None,
            route: String::new(),
            text: text.trim().to_owned(),
        };
        for word in words {
            let value = |why| NoFault::Value(word.to_owned(), why);
            match word.split_once('=') {
                Some(("chance", number)) => {
                    fault.chance = number
                        .parse()
                        .ok()
                        .filter(|chance| (0.0..=1.0).contains(chance))
                        .ok_or_else(|| value("a chance is a number from 0 to 1"))?;
                }
                Some(("times", number)) => {
                    let times = number.parse().ok().filter(|times| *times > 0);
                    fault.times = Some(times.ok_or_else(|| value("write a number above 0"))?);
                }
                Some(("every", time)) => {
                    fault.every =
                        duration(time).ok_or_else(|| value("write a time as 500ms or 30s"))?;
                }
                Some(("route", route)) => match route.split_once(' ') {
                    Some((method, route)) => {
                        fault.method = Some(method.to_uppercase());
                        route.clone_into(&mut fault.route);
                    }
                    None => route.clone_into(&mut fault.route),
                },
                _ => return Err(NoFault::UnknownWord(word.to_owned())),
            }
        }
        Ok(fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

fn what(word: &str) -> Result<What, NoFault> {
    let (name, value) = match word.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (word, None),
    };
    let wrong = |why| NoFault::Value(word.to_owned(), why);
    let number = |least: u16, most: u16| {
        let number = value.and_then(|value| value.parse().ok());
        number.filter(|number| (least..=most).contains(number))
    };
    Ok(match (name, value) {
        ("status", _) => {
            let status = number(400, 599).ok_or_else(|| wrong("a status is 400 to 599"))?;
            What::Rest(Rest::Status(status))
        }
        ("limited", value) => What::Rest(Rest::Limited(match value {
            None | Some("user") => Scope::User,
            Some("global") => Scope::Global,
            Some("shared") => Scope::Shared,
            Some(_) => return Err(wrong("write user, global or shared")),
        })),
        ("slow", Some(time)) => {
            let time = duration(time).ok_or_else(|| wrong("write a time as 500ms or 30s"))?;
            What::Rest(Rest::Slow(time))
        }
        ("lost", None) => What::Rest(Rest::Lost),
        ("drop", None) => What::Gateway(Disturbance::Drop),
        ("close", None) => What::Gateway(Disturbance::CloseWithoutCode),
        ("close", Some(_)) => {
            let code = number(1000, 4999).ok_or_else(|| wrong("a close code is 1000 to 4999"))?;
            What::Gateway(Disturbance::Close(code))
        }
        ("reconnect", None) => What::Gateway(Disturbance::Reconnect),
        ("invalid-session", None) => What::Gateway(Disturbance::InvalidSession(false)),
        ("invalid-session", Some("resumable")) => What::Gateway(Disturbance::InvalidSession(true)),
        ("no-session", None) => What::NoSession(false),
        ("no-session", Some("resumable")) => What::NoSession(true),
        ("no-ack", None) => What::NoAck,
        ("duplicate", None) => What::Dispatch(Dispatched::Twice),
        ("reorder", None) => What::Dispatch(Dispatched::Later),
        _ => return Err(NoFault::Unknown(word.to_owned())),
    })
}

/// `500ms`, `30s`, `2m`.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let digits = text.find(|sign: char| !sign.is_ascii_digit())?;
    let (number, unit) = text.split_at(digits);
    let number: u32 = number.parse().ok()?;
    let unit = match unit {
        "ms" => Duration::from_millis(1),
        "s" => Duration::from_secs(1),
        "m" => Duration::from_mins(1),
        _ => return None,
    };
    Some(unit * number).filter(|time| !time.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<What, &str>) {
        let found = text.parse::<Fault>();
        if let Ok(fault) = &found {
            assert_eq!(fault.to_string(), text);
        }
        let found = found.map(|fault| fault.what).map_err(|why| why.to_string());
        match (found, expected) {
            (Err(why), Err(words)) => assert!(why.contains(words), "{text}: {why}"),
            (found, expected) => assert_eq!(found.ok(), expected.ok(), "{text}"),
        }
    }

    #[test]
    fn a_fault_is_read_or_refused_with_what_to_write() {
        check("status=503", Ok(What::Rest(Rest::Status(503))));
        check("status=200", Err("400 to 599"));
        check("status", Err("400 to 599"));
        check("limited", Ok(What::Rest(Rest::Limited(Scope::User))));
        check(
            "limited=shared",
            Ok(What::Rest(Rest::Limited(Scope::Shared))),
        );
        check("limited=all", Err("user, global or shared"));
        check(
            "slow=2s",
            Ok(What::Rest(Rest::Slow(Duration::from_secs(2)))),
        );
        check(
            "slow=500ms,chance=0.5",
            Ok(What::Rest(Rest::Slow(Duration::from_millis(500)))),
        );
        check("slow=2", Err("500ms or 30s"));
        check("slow=0s", Err("500ms or 30s"));
        check("lost,route=/callback", Ok(What::Rest(Rest::Lost)));
        check("drop,every=2m", Ok(What::Gateway(Disturbance::Drop)));
        check("close", Ok(What::Gateway(Disturbance::CloseWithoutCode)));
        check("close=4009", Ok(What::Gateway(Disturbance::Close(4009))));
        check("close=7", Err("1000 to 4999"));
        check("reconnect", Ok(What::Gateway(Disturbance::Reconnect)));
        check(
            "invalid-session",
            Ok(What::Gateway(Disturbance::InvalidSession(false))),
        );
        check(
            "invalid-session=resumable",
            Ok(What::Gateway(Disturbance::InvalidSession(true))),
        );
        check("no-session", Ok(What::NoSession(false)));
        check("no-session=resumable", Ok(What::NoSession(true)));
        check("no-ack", Ok(What::NoAck));
        check("duplicate", Ok(What::Dispatch(Dispatched::Twice)));
        check("reorder", Ok(What::Dispatch(Dispatched::Later)));
        check("drop,chance=2", Err("from 0 to 1"));
        check("drop,times=0", Err("above 0"));
        check("drop,when=now", Err("says nothing here"));
        check("explode", Err("there is no fault \"explode\""));
        check("", Err("there is no fault \"\""));
    }

    #[test]
    fn a_route_is_a_method_and_a_part_of_a_path() {
        let fault: Fault = "lost,route=post /messages".parse().unwrap();
        assert!(fault.is_about("POST", "/channels/5/messages"));
        assert!(!fault.is_about("GET", "/channels/5/messages"));
        assert!(!fault.is_about("POST", "/channels/5/typing"));
        let any: Fault = "lost".parse().unwrap();
        assert!(any.is_about("GET", "/anything"));
    }
}
