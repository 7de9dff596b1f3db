//! How a load is written: what is offered how often a second, then for how long and to whom, with commas between.
//!
//! ```text
//! event=400,complete=100,for=30s                400 commands and 100 suggestions a second, for half a minute
//! event=50,press=50,warm=5s,pid=4711            buttons of the answers are pressed too; CPU and memory of process 4711
//! event=0.5,dates=dates.txt,wait=1m             values of `when` from a file, a line each; how long to wait for a bot
//! games=1000,players=10,questions=5,seconds=10  group quizzes, each in a channel of its own; begun within `warm`
//! ```

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use super::What;
use crate::playground::faults::spec::duration;

/// Most of one kind a second: more than any playground can send.
const MOST: f64 = 1_000_000.0;
/// How long a load is measured, and how long games may take, where it is not said.
const TIME: Duration = Duration::from_secs(10);
const TIME_OF_GAMES: Duration = Duration::from_mins(5);

/// A load.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    pub(super) offered: Offered,
    /// How long it is measured; games at most so long.
    pub(super) time: Duration,
    /// How long it is offered before.
    pub(super) warm: Duration,
    /// How long a bot is waited for.
    pub(super) wait: Duration,
    /// The bot's process.
    pub(super) pid: Option<u32>,
    /// Values of `when`, a line each.
    pub(super) dates: Option<PathBuf>,
    /// Where answers are written that the bot has acknowledged as saved, a JSON object a line.
    pub(super) log: Option<PathBuf>,
    /// How many further servers there should be, if it says so.
    pub servers: Option<u64>,
    /// As it was written.
    text: String,
}

/// What is offered.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Offered {
    /// So many of each kind a second.
    Rates(Vec<(What, f64)>),
    Games(Games),
}

/// Group quizzes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Games {
    pub(super) count: u32,
    /// In each game.
    pub(super) players: u32,
    /// Of each game.
    pub(super) questions: u32,
    /// That a question stays open at most.
    pub(super) seconds: u32,
}

/// What is wrong with a load that was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSpec {
    /// Nothing is offered.
    #[error("a load needs something to offer: write event=100, complete=50, press=20 or games=10")]
    Nothing,
    /// A word is none of those that are known.
    #[error(
        "there is no \"{0}\" in a load: write event, complete, press, games, players, questions, seconds, for, warm, wait, pid, dates, log or servers, each with = and a value"
    )]
    Unknown(String),
    /// What stands after `=` cannot be used.
    #[error("\"{0}\" cannot be used: {1}")]
    Value(String, &'static str),
    /// Two things that are measured in different ways.
    #[error("a load has either rates or games: leave one out")]
    Both,
}

impl FromStr for Spec {
    type Err = NoSpec;

    fn from_str(text: &str) -> Result<Self, NoSpec> {
        let mut reading = Reading {
            spec: Self {
                offered: Offered::Rates(Vec::new()),
                time: Duration::ZERO,
                warm: Duration::from_secs(2),
                wait: Duration::from_secs(30),
                pid: None,
                dates: None,
                log: None,
                servers: None,
                text: text.trim().to_owned(),
            },
            rates: Vec::new(),
            games: Games {
                count: 0,
                players: 10,
                questions: 5,
                seconds: 10,
            },
        };
        let words = text.split(',').map(str::trim);
        for word in words.filter(|word| !word.is_empty()) {
            reading.take(word)?;
        }
        let Reading {
            mut spec,
            rates,
            games,
        } = reading;
        spec.offered = match games.count {
            0 if rates.is_empty() => return Err(NoSpec::Nothing),
            0 => Offered::Rates(rates),
            _ if rates.is_empty() => Offered::Games(games),
            _ => return Err(NoSpec::Both),
        };
        if spec.time.is_zero() {
            spec.time = match spec.offered {
                Offered::Rates(_) => TIME,
                Offered::Games(_) => TIME_OF_GAMES,
            };
        }
        Ok(spec)
    }
}

/// A load, as far as it is read.
struct Reading {
    spec: Spec,
    rates: Vec<(What, f64)>,
    games: Games,
}

impl Reading {
    fn take(&mut self, word: &str) -> Result<(), NoSpec> {
        let Some((name, value)) = word.split_once('=') else {
            return Err(NoSpec::Unknown(word.to_owned()));
        };
        let wrong = |why| NoSpec::Value(word.to_owned(), why);
        let number = |least: u32, most: u32, why| {
            let number = value.parse().ok();
            let number = number.filter(|number| (least..=most).contains(number));
            number.ok_or_else(|| wrong(why))
        };
        let time = || duration(value).ok_or_else(|| wrong("write a time as 500ms, 30s or 2m"));
        let (spec, games) = (&mut self.spec, &mut self.games);
        match name {
            "for" => spec.time = time()?,
            "warm" => spec.warm = time()?,
            "wait" => spec.wait = time()?,
            "pid" => spec.pid = Some(number(1, u32::MAX, "a process has a number above 0")?),
            "dates" => spec.dates = Some(PathBuf::from(value)),
            "log" => spec.log = Some(PathBuf::from(value)),
            "servers" => {
                let most = super::SERVERS;
                let servers = number(0, most, "there can be 0 to 10000 further servers")?;
                spec.servers = Some(servers.into());
            }
            "games" => games.count = number(1, 10_000, "write 1 to 10000 games")?,
            "players" => games.players = number(1, 100, "a game has 1 to 100 players")?,
            "questions" => games.questions = number(1, 50, "a game has 1 to 50 questions")?,
            "seconds" => {
                games.seconds = number(5, 120, "a question is open for 5 to 120 seconds")?;
            }
            _ => {
                let (what, rate) = rate(name, value, word)?;
                if rate > 0.0 {
                    self.rates.push((what, rate));
                }
            }
        }
        Ok(())
    }
}

fn rate(name: &str, value: &str, word: &str) -> Result<(What, f64), NoSpec> {
    let what = What::OFFERED.into_iter().find(|what| what.name() == name);
    let what = what.ok_or_else(|| NoSpec::Unknown(name.to_owned()))?;
    let rate = value.parse().ok();
    let rate = rate.filter(|rate| (0.0..=MOST).contains(rate));
    let why = "write how many a second, from 0 to 1000000";
    Ok((
        what,
        rate.ok_or_else(|| NoSpec::Value(word.to_owned(), why))?,
    ))
}

impl fmt::Display for Spec {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Offered, &str>) {
        let found = text.parse::<Spec>();
        match (found, expected) {
            (Err(why), Err(words)) => {
                let why = why.to_string();
                assert!(why.contains(words), "{text}: {why}");
            }
            (Ok(found), Ok(expected)) => {
                assert_eq!(found.offered, expected, "{text}");
                assert_eq!(found.to_string(), text);
            }
            (found, expected) => panic!("{text}: {found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn a_load_is_read_or_refused_with_what_to_write() {
        let rates = |rates: &[(What, f64)]| Ok(Offered::Rates(rates.to_vec()));
        check("event=400", rates(&[(What::Event, 400.0)]));
        check(
            "event=0.5, complete=2,for=1m,press=0",
            rates(&[(What::Event, 0.5), (What::Complete, 2.0)]),
        );
        check(
            "games=20,players=3",
            Ok(Offered::Games(Games {
                count: 20,
                players: 3,
                questions: 5,
                seconds: 10,
            })),
        );
        for nothing in ["", "for=10s", "event=0"] {
            check(nothing, Err("event=100"));
        }
        check("event", Err("there is no \"event\" in a load"));
        check("party=5", Err("there is no \"party\""));
        check("answer=5", Err("there is no \"answer\""));
        check("event=-1", Err("from 0 to 1000000"));
        check("event=NaN", Err("from 0 to 1000000"));
        check("event=many", Err("\"event=many\" cannot be used"));
        check("event=1,for=10", Err("500ms, 30s or 2m"));
        check("event=1,warm=0s", Err("500ms, 30s or 2m"));
        check("event=1,pid=clio", Err("a number above 0"));
        check("event=1,servers=20000", Err("0 to 10000"));
        check("event=1,games=2", Err("either rates or games"));
        check("games=0", Err("1 to 10000 games"));
        check("games=1,seconds=2", Err("5 to 120 seconds"));
    }
}
