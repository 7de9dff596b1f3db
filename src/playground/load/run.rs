//! One load from start to end.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

use super::offer::{Kind, Plan, offer};
use super::process::Used;
use super::report::{Costs, Report};
use super::spec::{Offered, Spec};
use super::tally::Tallies;
use super::{What, games, ready};
use crate::playground::shared::Shared;

/// How long the last are waited for: a little more than Discord gives a bot.
const PATIENCE: Duration = Duration::from_millis(3_200);
/// How often it is looked whether all is answered.
const AGAIN: Duration = Duration::from_millis(10);

/// Why a load was not offered.
#[derive(Debug, thiserror::Error)]
pub enum NoLoad {
    /// No bot in time.
    #[error(
        "no bot has connected within {} seconds: start one with this playground's API address and token",
        .0.as_secs()
    )]
    NoBot(Duration),
    /// A bot, but not its command.
    #[error(
        "the bot has not registered /event within {} seconds: a load needs a global command `event` with a text option `when`",
        .0.as_secs()
    )]
    NoCommand(Duration),
    /// The command is another than what the load gives.
    #[error("the load's command cannot be given: {0}")]
    Command(String),
    /// Nothing to press.
    #[error("the bot's answers to /event have no buttons: leave press out")]
    NoButtons,
    /// Fewer channels than games.
    #[error(
        "each game needs a channel of its own: start the playground with --servers {0} or more"
    )]
    Servers(u32),
    /// A file of answers that cannot be made.
    #[error("the log of answers cannot be written to {0}: {1}")]
    Log(PathBuf, String),
    /// A file of dates that cannot be used.
    #[error("the dates cannot be read from {0}: {1}")]
    Dates(PathBuf, String),
    /// No process of that number.
    #[error("there is no process {0} here: pid is the number of the bot's process")]
    Process(u32),
    /// There is a load already.
    #[error("a load runs already: wait for its report")]
    Busy,
    /// The playground was stopped meanwhile.
    #[error("the playground was stopped before the load was over")]
    Stopped,
}

/// Closes the ledger and ends the thread, also when nobody waits for the report any more.
struct Open {
    shared: Shared,
    is_over: Arc<AtomicBool>,
}

impl Open {
    fn begin(shared: &Shared) -> Result<Self, NoLoad> {
        if !shared.ledger().open() {
            return Err(NoLoad::Busy);
        }
        Ok(Self {
            shared: shared.clone(),
            is_over: Arc::default(),
        })
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        self.shared.ledger().close();
    }
}

/// Offers what `spec` says, and reports.
pub(super) async fn run(shared: &Shared, spec: &Spec) -> Result<Report, NoLoad> {
    let open = Open::begin(shared)?;
    ready::bot(shared, spec).await?;
    match &spec.offered {
        Offered::Rates(rates) => offered(shared, spec, rates, &open).await,
        Offered::Games(wanted) => games::play(shared, spec, *wanted).await,
    }
}

async fn offered(
    shared: &Shared,
    spec: &Spec,
    rates: &[(What, f64)],
    open: &Open,
) -> Result<Report, NoLoad> {
    let dates = ready::dates(shared, spec.dates.as_deref()).await?;
    let mut kinds = Vec::new();
    for (what, rate) in rates {
        kinds.push(Kind {
            what: *what,
            stock: ready::stock(shared, *what, &dates).await?,
            rate: *rate,
            n_sent: 0,
        });
    }
    let begins = Instant::now() + AGAIN;
    let counts = begins + spec.warm;
    let plan = Plan {
        kinds,
        begins,
        counts,
        ends: counts + spec.time,
        is_over: Arc::clone(&open.is_over),
    };
    let each: f64 = rates.iter().map(|(_, rate)| rate).sum();
    let count = each * (spec.warm + spec.time).as_secs_f64();
    shared.ledger().expect(count as usize);
    let before = used(spec)?;
    let schedule = shared.clone();
    let mut schedule = tokio::task::spawn_blocking(move || offer(&schedule, plan));
    sleep_until(counts).await;
    let costs = Costs::begin(before, used(spec)?);
    tokio::select! {
        // A schedule that has panicked has sent what it has sent.
        _ = &mut schedule => {}
        () = shared.stopped() => return Err(NoLoad::Stopped),
    }
    wait_for_the_last(shared).await;
    let costs = costs.end(used(spec)?);
    let tallies = shared.ledger().close();
    let seconds = measured(&tallies, counts, spec.time);
    Ok(Report::new(spec, seconds, &tallies, costs))
}

/// What the bot's process has used, if it is named.
pub(super) fn used(spec: &Spec) -> Result<Option<Used>, NoLoad> {
    let read = |pid| Used::by(pid).ok_or(NoLoad::Process(pid));
    spec.pid.map(read).transpose()
}

async fn wait_for_the_last(shared: &Shared) {
    let until = Instant::now() + PATIENCE;
    while shared.ledger().n_waiting() > 0 && Instant::now() < until {
        sleep(AGAIN).await;
    }
}

/// From the first that counts to the last answer.
fn measured(tallies: &Tallies, counts: Instant, time: Duration) -> f64 {
    let last = tallies.last.map(|last| last.duration_since(counts));
    last.unwrap_or_default().max(time).as_secs_f64()
}
