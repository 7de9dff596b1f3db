//! Before a load begins: a bot with the commands that it needs, the values that are asked for, and the frames to send.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::frames::{Frame, ID, TOKEN, VALUE, inside};
use super::run::NoLoad;
use super::spec::{Offered, Spec};
use super::{What, games};
use crate::playground::people::{Person, command_data};
use crate::playground::shared::Shared;
use crate::playground::state::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::playground::state::interaction::{Kind, Request};
use crate::playground::state::seed;
use crate::playground::state::servers;
use crate::playground::state::world::World;

/// The command that is given, and its option.
const COMMAND: &str = "event";
const OPTION: &str = "when";
/// Values that any notes of history may have something for, beside those that the bot suggests.
const DATES: [&str; 12] = [
    "27-october",
    "1962",
    "1945",
    "22 november",
    "october 1962",
    "1960s",
    "44 BC",
    "june",
    "4 july 1776",
    "19th century",
    "1914-1918",
    "1989",
];
/// How often it is looked whether the bot is there.
const AGAIN: Duration = Duration::from_millis(20);
/// Most places that are drawn.
const PLACES: u64 = 500;
/// How many answers are asked for whose buttons are to be pressed.
const CARDS: usize = 16;

/// Somebody in a channel of a server.
#[derive(Debug, Clone, Copy)]
struct Place {
    guild: GuildId,
    channel: ChannelId,
    person: UserId,
}

/// All that is needed to offer one kind.
#[derive(Debug)]
pub(super) struct Stock {
    pub(super) frames: Vec<Frame>,
    /// What is typed, as the inside of a JSON string.
    pub(super) values: Vec<String>,
}

/// Waits for a bot that has registered what the load needs.
pub(super) async fn bot(shared: &Shared, spec: &Spec) -> Result<(), NoLoad> {
    let until = Instant::now() + spec.wait;
    loop {
        let (is_online, has_command) = shared.with(|core| {
            let commands = &core.world.commands.commands;
            let wanted = match spec.offered {
                Offered::Rates(_) => COMMAND,
                Offered::Games(_) => games::COMMAND,
            };
            let registered = commands.iter().any(|command| command.name() == wanted);
            (core.sessions.is_online(), registered)
        });
        match (is_online, has_command) {
            (true, true) => return Ok(()),
            _ if Instant::now() < until => tokio::time::sleep(AGAIN).await,
            (false, _) => return Err(NoLoad::NoBot(spec.wait)),
            (true, false) => return Err(NoLoad::NoCommand(spec.wait)),
        }
    }
}

/// The values that are asked for: those of a file, or some of our own and some of the bot's.
pub(super) async fn dates(shared: &Shared, file: Option<&Path>) -> Result<Vec<String>, NoLoad> {
    if let Some(file) = file {
        let text = std::fs::read_to_string(file)
            .map_err(|fault| NoLoad::Dates(file.to_owned(), fault.to_string()))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines: Vec<String> = lines.map(str::to_owned).collect();
        if lines.is_empty() {
            return Err(NoLoad::Dates(file.to_owned(), "it is empty".to_owned()));
        }
        return Ok(lines);
    }
    let mut dates: Vec<String> = DATES.map(str::to_owned).to_vec();
    let place = places(shared)[0];
    let person = Person::new(shared.clone(), place.person, place.channel);
    for typed in ["1", "2", "3"] {
        // A bot without suggestions can be asked for what it knows all the same.
        let offered = person.completes(COMMAND, &[], OPTION, typed).await;
        let offered = offered.unwrap_or_default().into_iter();
        dates.extend(offered.filter_map(|choice| choice.value.as_str().map(str::to_owned)));
    }
    Ok(dates)
}

/// What is sent of one kind.
pub(super) async fn stock(shared: &Shared, what: What, dates: &[String]) -> Result<Stock, NoLoad> {
    let places = places(shared);
    let (frames, values) = match what {
        What::Event => (commands(shared, &places, false)?, dates.to_vec()),
        What::Complete => (commands(shared, &places, true)?, beginnings(dates)),
        What::Press => (presses(shared, &places, dates).await?, vec![String::new()]),
        // What is played follows from what the bot posts.
        What::Start | What::Join | What::Answer | What::Open => (Vec::new(), Vec::new()),
    };
    Ok(Stock {
        frames,
        values: values.iter().map(|value| inside(value)).collect(),
    })
}

/// What stands in the field while these are typed.
fn beginnings(dates: &[String]) -> Vec<String> {
    let begun = |date: &String, letters| date.chars().take(letters).collect();
    let of_one = |date| [1, 2, 4, usize::MAX].map(|letters| begun(date, letters));
    dates.iter().flat_map(of_one).collect()
}

/// One person each in many servers, or a few in the two servers of every playground.
fn places(shared: &Shared) -> Vec<Place> {
    shared.look(|world| {
        let n_servers = world.guilds.len() as u64 - seed::SERVERS;
        let step = (n_servers / PLACES).max(1);
        let far = (0..n_servers).step_by(usize::try_from(step).unwrap_or(1));
        let mut places: Vec<Place> = far.filter_map(|n| place(world, n)).collect();
        if places.is_empty() {
            let people = world.people().into_iter();
            let here = |person: &UserId| world.sees(*person, seed::GENERAL);
            places = people
                .filter(here)
                .map(|person| Place {
                    guild: seed::SCHOOL,
                    channel: seed::GENERAL,
                    person,
                })
                .collect();
        }
        places
    })
}

/// A person in a channel of the `n`-th further server.
fn place(world: &World, n: u64) -> Option<Place> {
    let guild = world.guild(servers::server(n)).ok()?;
    let people = guild.members.get(..servers::PEOPLE)?;
    let person = people.get(usize::try_from(n).ok()? % people.len())?.user;
    Some(Place {
        guild: guild.id,
        channel: servers::channel(n, n % servers::CHANNELS.len() as u64),
        person,
    })
}

fn commands(shared: &Shared, places: &[Place], typing: bool) -> Result<Vec<Frame>, NoLoad> {
    let data = match typing {
        true => command_data(COMMAND, &[], Some((OPTION, VALUE))),
        false => command_data(COMMAND, &[(OPTION, VALUE)], None),
    };
    let draw = |world: &World, place: &Place| {
        let channel = world.place(place.person, place.channel)?;
        let invoked = world.invoke(place.person, channel, &data, typing)?;
        let kind = if typing {
            Kind::Autocomplete
        } else {
            Kind::Command
        };
        Ok(draw(world, place, kind, invoked.data, None))
    };
    let drawn: Result<_, String> =
        shared.look(|world| places.iter().map(|place| draw(world, place)).collect());
    drawn.map_err(NoLoad::Command)
}

/// The buttons of a few answers.
async fn presses(
    shared: &Shared,
    places: &[Place],
    dates: &[String],
) -> Result<Vec<Frame>, NoLoad> {
    let mut frames = Vec::new();
    for (place, date) in places.iter().cycle().zip(dates).take(CARDS) {
        let person = Person::new(shared.clone(), place.person, place.channel);
        let answer = person.command(COMMAND, &[(OPTION, date)]).await;
        let Some(message) = answer.message else {
            continue;
        };
        let Some(id) = MessageId::new_checked(message.id()) else {
            continue;
        };
        for button in message
            .buttons()
            .into_iter()
            .filter(|button| !button.disabled)
        {
            if let Some(custom_id) = button.custom_id {
                let data = json!({"component_type": 2, "custom_id": custom_id, "id": 1});
                frames
                    .push(shared.look(|world| draw(world, place, Kind::Component, data, Some(id))));
            }
        }
    }
    if frames.is_empty() {
        return Err(NoLoad::NoButtons);
    }
    Ok(frames)
}

fn draw(world: &World, place: &Place, kind: Kind, data: Value, source: Option<MessageId>) -> Frame {
    let request = Request {
        kind,
        person: place.person,
        channel: place.channel,
        nonce: Value::Null,
        data,
        command: None,
        source,
        opened_by: None,
    };
    let (_, drawn) = world.make(ID, TOKEN.to_owned(), request, Shared::now());
    Frame::new(place.guild, &drawn)
}
