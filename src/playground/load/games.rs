//! Group quizzes, many at once: each in a channel of its own, with players who join, think, and answer each question once.
//!
//! They are played in the world itself, since what players can press is what the bot has posted. The admin, who owns
//! all servers, sees every channel; what is seen there decides what players do next.

mod acting;
mod table;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::fs::File;
use std::io::BufWriter;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tokio::time::{Instant, sleep_until};

use super::report::{Costs, Played, Report};
use super::run::{self, NoLoad};
use super::spec::{Games, Spec};
use crate::playground::classmates::sight::Sight;
use crate::playground::form::snowflake;
use crate::playground::people::Seen;
use crate::playground::shared::{Frame, Shared};
use crate::playground::state::ids::{ChannelId, InteractionId};
use crate::playground::state::{seed, servers};
use table::{Deed, Table, Wish};

/// The command that starts a game.
pub(super) const COMMAND: &str = "quiz";
/// What players do follows from this number and from how quick the bot is.
const SEED: u64 = 7;
/// How what the bot says to an answer begins that it has kept.
const SAVED: &str = "Saved";
/// How long somebody takes for a press that needs no thought.
const QUICK: (f64, f64) = (0.2, 1.5);
/// How long is waited for the last acknowledgements after the last podium.
const PATIENCE: Duration = Duration::from_secs(4);

/// Plays games until all are over, or their time is.
pub(super) async fn play(shared: &Shared, spec: &Spec, games: Games) -> Result<Report, NoLoad> {
    let mut evening = Evening::new(shared, spec, games)?;
    let begun = Instant::now();
    let before = run::used(spec)?;
    let costs = Costs::begin(before, before);
    evening.run(begun + spec.time).await?;
    let costs = costs.end(run::used(spec)?);
    let seconds = begun.elapsed().as_secs_f64();
    let tallies = shared.ledger().close();
    let played = evening.over(Instant::now());
    Ok(Report::new(spec, seconds, &tallies, costs).of_games(played))
}

/// All games of one load.
struct Evening {
    shared: Shared,
    games: Games,
    tables: HashMap<ChannelId, Table>,
    /// What is to be done, the soonest first, then in the order in which it came up.
    ahead: BinaryHeap<Reverse<(Instant, u64)>>,
    wishes: HashMap<u64, Wish>,
    n_wishes: u64,
    /// What is done and not acknowledged.
    under_way: HashMap<InteractionId, Wish>,
    log: Option<BufWriter<File>>,
    rng: StdRng,
    played: Played,
}

impl Evening {
    /// Seats the players; games begin one after the other within the time of `warm`.
    fn new(shared: &Shared, spec: &Spec, games: Games) -> Result<Self, NoLoad> {
        let n_channels = servers::CHANNELS.len() as u32;
        let n_servers = shared.look(|world| world.guilds.len() as u64 - seed::SERVERS);
        if u64::from(games.count) > n_servers * u64::from(n_channels) {
            return Err(NoLoad::Servers(games.count.div_ceil(n_channels)));
        }
        let log = spec.log.as_ref().map(File::create).transpose();
        let log = log.map_err(|fault| {
            NoLoad::Log(spec.log.clone().unwrap_or_default(), fault.to_string())
        })?;
        let mut evening = Self {
            shared: shared.clone(),
            games,
            tables: HashMap::new(),
            ahead: BinaryHeap::new(),
            wishes: HashMap::new(),
            n_wishes: 0,
            under_way: HashMap::new(),
            log: log.map(BufWriter::new),
            rng: StdRng::seed_from_u64(SEED),
            played: Played::default(),
        };
        let now = Instant::now();
        for n in 0..games.count {
            let (server, nth) = (u64::from(n / n_channels), u64::from(n % n_channels));
            let channel = servers::channel(server, nth);
            let players = shared.quietly(|core| {
                let players = core.world.add_people(games.players as usize);
                core.world.let_in(servers::server(server), &players);
                players
            });
            let person = players[0];
            evening.tables.insert(channel, Table::new(players));
            let after = spec.warm.mul_f64(f64::from(n) / f64::from(games.count));
            let deed = Deed::Start;
            evening.plan(
                now + after,
                Wish {
                    channel,
                    person,
                    deed,
                },
            );
        }
        Ok(evening)
    }

    async fn run(&mut self, until: Instant) -> Result<(), NoLoad> {
        let mut watching = self.shared.watch(seed::ADMIN);
        let mut answered = self.shared.ledger().follow();
        let mut until = until;
        let mut is_ending = false;
        loop {
            if !is_ending && self.played.finished == u64::from(self.games.count) {
                is_ending = true;
                until = until.min(Instant::now() + PATIENCE);
            }
            if is_ending && self.under_way.is_empty() {
                return Ok(());
            }
            let next = self.ahead.peek().map_or(until, |Reverse((at, _))| *at);
            tokio::select! {
                Some(frame) = watching.frames.recv() => self.hear(frame),
                Some(id) = answered.recv() => self.acknowledged(id),
                () = sleep_until(next.min(until)) => {
                    if Instant::now() >= until {
                        return Ok(());
                    }
                    self.act();
                }
                () = self.shared.stopped() => return Err(NoLoad::Stopped),
            }
        }
    }

    fn over(mut self, now: Instant) -> Played {
        let tables = self.tables.values();
        let minutes = tables.filter_map(|table| table.minutes(now));
        self.played.game_minutes = minutes.sum();
        self.played
    }

    fn plan(&mut self, at: Instant, wish: Wish) {
        self.n_wishes += 1;
        self.wishes.insert(self.n_wishes, wish);
        self.ahead.push(Reverse((at, self.n_wishes)));
    }

    fn after(&mut self, (least, most): (f64, f64)) -> Instant {
        Instant::now() + Duration::from_secs_f64(self.rng.random_range(least..most))
    }

    /// A new message: what it asks for is done after a while.
    fn hear(&mut self, frame: Frame) {
        if frame.name != "MESSAGE_CREATE" {
            return;
        }
        let Some(channel) = snowflake::<_>(&frame.data["channel_id"]) else {
            return;
        };
        let message = Seen::of_frame(frame.data);
        let Some(sight) = Sight::of(&message) else {
            return;
        };
        let Some(table) = self.tables.get_mut(&channel) else {
            return;
        };
        match sight {
            Sight::Lobby { join } => {
                table.begins(Instant::now(), &message);
                self.played.begun += 1;
                self.all_press(channel, &message, QUICK, |_| (join.clone(), Deed::join));
            }
            Sight::Question { choices, .. } => {
                self.all_press(channel, &message, self.thinks(), |rng| {
                    let choice = &choices[rng.random_range(0..choices.len())];
                    (choice.label.clone(), Deed::answer)
                });
            }
            Sight::Open { label, .. } => {
                self.all_press(channel, &message, self.thinks(), |_| {
                    (label.clone(), Deed::open)
                });
            }
            Sight::Reveal { .. } => self.played.questions += 1,
            Sight::Podium => self.played.finished += u64::from(table.ends(Instant::now())),
        }
    }

    /// How long somebody thinks about a question: four fifths of its time at most.
    fn thinks(&self) -> (f64, f64) {
        (0.5, f64::from(self.games.seconds) * 0.8)
    }

    /// Every player of a table presses a button of a message, each after a time of their own.
    fn all_press(
        &mut self,
        channel: ChannelId,
        message: &Seen,
        after: (f64, f64),
        mut choose: impl FnMut(&mut StdRng) -> (String, fn(u64, String) -> Deed),
    ) {
        let players = self.tables[&channel].players.clone();
        for person in players {
            let (label, deed) = choose(&mut self.rng);
            let button = message.button(&label).and_then(|button| button.custom_id);
            if let Some(custom_id) = button {
                let at = self.after(after);
                let deed = deed(message.id(), custom_id);
                self.plan(
                    at,
                    Wish {
                        channel,
                        person,
                        deed,
                    },
                );
            }
        }
    }
}
