//! Whether a fault explains that the bot has not answered, judged by what went over the wire in those seconds.

use std::collections::BTreeMap;

use clio::playground::record::{Direction, Entry, What};
use jiff::{SignedDuration, Timestamp};

/// Something that a person did and that was not answered.
#[derive(Debug)]
pub(crate) struct Unanswered {
    pub(crate) person: u64,
    /// When they did it, and when they gave up.
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
    /// What they were shown instead, for who looks into it.
    #[expect(dead_code, reason = "Debug shows it")]
    pub(crate) why: String,
}

/// How much may pass between what happens and its line in the record.
const BLINK: SignedDuration = SignedDuration::from_millis(100);
/// The first moment of Discord's ids, in milliseconds.
const EPOCH: u64 = 1_420_070_400_000;

/// What a record tells of the seconds in which somebody was not answered.
pub(crate) struct Excuses {
    /// From when to when the bot had no connection.
    away: Vec<(Timestamp, Timestamp)>,
    /// Interactions that went to the bot: the interaction, its person, when.
    sent: Vec<(u64, u64, Timestamp)>,
    /// The statuses that answers to an interaction got.
    answers: BTreeMap<u64, Vec<u16>>,
}

impl Excuses {
    pub(crate) fn of(record: &[Entry]) -> Self {
        let mut all = Self {
            away: Vec::new(),
            sent: Vec::new(),
            answers: BTreeMap::new(),
        };
        let mut since = None;
        for entry in record {
            let at: Timestamp = entry.time.parse().unwrap();
            match &entry.what {
                What::Close { .. } => {
                    since.get_or_insert(at);
                }
                // The bot is asked to go, or its session is taken away.
                What::Gateway { op: 7 | 9, .. } if entry.direction == Direction::Out => {
                    since.get_or_insert(at);
                }
                What::Gateway {
                    event: Some(event), ..
                } if event == "READY" || event == "RESUMED" => {
                    all.away.extend(since.take().map(|since| (since, at)));
                }
                What::Gateway {
                    event: Some(event), ..
                } if event == "INTERACTION_CREATE" => {
                    let body = &entry.body;
                    let person =
                        number(&body["member"]["user"]["id"]).or(number(&body["user"]["id"]));
                    all.sent.extend(
                        number(&body["id"])
                            .zip(person)
                            .map(|(id, person)| (id, person, at)),
                    );
                }
                What::Rest {
                    path,
                    status: Some(status),
                    ..
                } => {
                    let id = path
                        .strip_prefix("/interactions/")
                        .and_then(|rest| rest.split('/').next());
                    if let Some(id) = id.and_then(|id| id.parse().ok()) {
                        all.answers.entry(id).or_default().push(*status);
                    }
                }
                _ => {}
            }
        }
        all.away.extend(since.map(|since| (since, Timestamp::MAX)));
        all
    }

    /// The fault; `Err` with what was seen where there is none.
    pub(crate) fn excuse(&self, unanswered: &Unanswered) -> Result<&'static str, String> {
        let (from, to) = (unanswered.from - BLINK, unanswered.to + BLINK);
        let is_away = self
            .away
            .iter()
            .any(|(since, until)| *since <= to && *until >= from);
        let own = self.sent.iter().find(|(id, person, _)| {
            let born = Timestamp::from_millisecond(((id >> 22) + EPOCH).cast_signed()).unwrap();
            *person == unanswered.person && born >= from && born <= to
        });
        let Some((id, _, sent)) = own else {
            return match is_away {
                true => Ok("no connection"),
                false => Err("it was never sent, and the bot was there".to_owned()),
            };
        };
        let statuses = self.answers.get(id).map(Vec::as_slice).unwrap_or_default();
        match statuses {
            statuses
                if statuses
                    .iter()
                    .any(|status| *status == 429 || *status >= 500) =>
            {
                Ok("refused")
            }
            _ if is_away => Ok("connection lost"),
            statuses => Err(format!("sent at {sent}, its answers got {statuses:?}")),
        }
    }
}

fn number(value: &serde_json::Value) -> Option<u64> {
    value.as_str()?.parse().ok()
}
