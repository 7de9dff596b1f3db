//! A running bot: what can be done to it, and what it has done.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use clio::bot::{Counters, Running};
use clio::playground::Playground;
use clio::playground::record::What;
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::Member;
use super::openapi::judge;
use super::process::Process;
use super::setup::{Setup, owned, write};
use super::true_path::TruePath;

/// A bot, its playground and its notes.
pub(crate) struct TestBot {
    pub(crate) playground: Playground,
    pub(super) folder: TempDir,
    /// How it goes to the playground, where it is not told of it.
    pub(super) way: Option<TruePath>,
    pub(super) bot: Bot,
    /// The playground keeps what it is sent, so that it can be judged at the end.
    pub(super) has_record: bool,
}

pub(super) enum Bot {
    Thread {
        running: Running,
        stop: oneshot::Sender<()>,
    },
    Process(Process),
}

impl TestBot {
    /// With the usual notes, in this process.
    pub(crate) async fn in_process() -> Self {
        Setup::new().start().await
    }

    /// With the usual notes, as `clio run`.
    pub(crate) async fn process() -> Self {
        Setup::new().in_another_process().start().await
    }

    /// Waits until the bot is connected and its commands are registered.
    pub(crate) async fn is_ready(&mut self) {
        match &mut self.bot {
            Bot::Thread { running, .. } => {
                assert!(running.ready().await, "the bot ended before it was ready");
            }
            Bot::Process(process) => {
                let (tell, told) = oneshot::channel();
                let mut tell = Some(tell);
                process.reads(move |line| {
                    if line.contains("Registered")
                        && let Some(tell) = tell.take()
                    {
                        tell.send(()).ok();
                    }
                });
                assert!(
                    told.await.is_ok(),
                    "the bot ended before it was ready: {:#?}",
                    process.log.lock().unwrap()
                );
            }
        }
    }

    /// Someone in the first channel of the first server.
    pub(crate) fn member(&self, name: &str) -> Member {
        Member::new(self.playground.person(name))
    }

    /// Writes a note; the bot does not know it until it reads again.
    pub(crate) fn writes_note(&self, path: &str, text: &str) {
        write(&self.folder.path().join("content"), &owned(&[(path, text)]));
    }

    /// Takes a note away.
    pub(crate) fn removes_note(&self, path: &str) {
        std::fs::remove_file(self.folder.path().join("content").join(path)).unwrap();
    }

    /// Takes the whole folder away.
    pub(crate) fn loses_its_notes(&self) {
        std::fs::remove_dir_all(self.folder.path().join("content")).unwrap();
    }

    /// Tells a bot of its own process to read its notes again, as a service manager does.
    pub(crate) fn is_hung_up(&self) {
        match &self.bot {
            Bot::Process(process) => process.signal("HUP"),
            Bot::Thread { .. } => panic!("a signal would reach every bot of this process"),
        }
    }

    /// Ends a bot of its own process at once, as a loss of power does.
    pub(crate) fn is_killed(&mut self) {
        match &mut self.bot {
            Bot::Process(process) => {
                process.child.kill().unwrap();
                process.child.wait().unwrap();
            }
            Bot::Thread { .. } => panic!("only a bot of its own process can be killed"),
        }
    }

    /// Asks a bot of its own process to end, as a service manager does, and waits. Gives how long that took.
    pub(crate) async fn is_stopped(&mut self) -> Duration {
        let began = tokio::time::Instant::now();
        match &mut self.bot {
            Bot::Process(process) => {
                process.signal("TERM");
                let status = loop {
                    if let Some(status) = process.child.try_wait().unwrap() {
                        break status;
                    }
                    tokio::time::sleep(Duration::from_millis(10)).await;
                };
                assert!(status.success());
            }
            Bot::Thread { .. } => panic!("a signal would reach every bot of this process"),
        }
        began.elapsed()
    }

    /// What another bot says that is started on the same folder, before it ends.
    pub(crate) fn a_second_one_says(&self) -> String {
        let mut second = Process::start(&self.playground, self.folder.path(), self.way.as_ref());
        let mut told = String::new();
        let mut errors = second.child.stderr.take().unwrap();
        std::io::Read::read_to_string(&mut errors, &mut told).unwrap();
        assert!(!second.child.wait().unwrap().success());
        told
    }

    /// Where its notes, its settings and its database are.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts a bot of its own process again, on the same folder, and waits until it is ready.
    pub(crate) async fn comes_back(&mut self) {
        self.bot = Bot::Process(Process::start(
            &self.playground,
            self.folder.path(),
            self.way.as_ref(),
        ));
        self.is_ready().await;
    }

    /// Waits until a bot of its own process ends without being told to. Gives whether it calls that a success, and what it logged.
    pub(crate) async fn ends_by_itself(&mut self) -> (bool, Vec<String>) {
        let Bot::Process(process) = &mut self.bot else {
            panic!("only a bot of its own process ends by itself");
        };
        for _ in 0..1_500 {
            if let Some(status) = process.child.try_wait().unwrap() {
                // What it said last is still on its way.
                tokio::time::sleep(Duration::from_millis(100)).await;
                return (status.success(), process.log.lock().unwrap().clone());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the bot did not end: {:#?}", process.log.lock().unwrap());
    }

    /// What a bot of its own process has logged so far.
    pub(crate) fn log(&self) -> Vec<String> {
        match &self.bot {
            Bot::Process(process) => process.log.lock().unwrap().clone(),
            Bot::Thread { .. } => panic!("the log of this process is everybody's"),
        }
    }

    /// How much memory a bot of its own process holds just now, in KiB.
    pub(crate) fn resident_kib(&self) -> u64 {
        let Bot::Process(process) = &self.bot else {
            panic!("only a bot of its own process has memory of its own");
        };
        let status = std::fs::read_to_string(format!("/proc/{}/status", process.child.id()));
        let status = status.unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.unwrap().trim_end_matches("kB").trim().parse().unwrap()
    }

    /// How many sessions the bot has begun at the gateway.
    pub(crate) fn n_identifies(&self) -> usize {
        let identify = |what: &What| matches!(what, What::Gateway { op: 2, .. });
        let record = self.playground.record();
        record.iter().filter(|entry| identify(&entry.what)).count()
    }

    /// Starts a bot of its own process again, on the same folder, and does not wait.
    pub(crate) fn is_started_again(&mut self) {
        let mut process = Process::start(&self.playground, self.folder.path(), self.way.as_ref());
        process.reads(|_| {});
        self.bot = Bot::Process(process);
    }

    /// What a bot in this process has counted.
    pub(crate) fn counters(&self) -> Arc<Counters> {
        match &self.bot {
            Bot::Thread { running, .. } => running.counters(),
            Bot::Process(_) => panic!("only a bot in this process can be asked for its counters"),
        }
    }

    /// Ends the story: every answer arrived, and the rest of [`Self::ends_after_faults`].
    pub(crate) async fn ends(self) {
        if let Bot::Thread { running, .. } = &self.bot {
            let undelivered = running.counters().undelivered.get();
            assert_eq!(undelivered, 0, "answers that were refused");
        }
        self.ends_after_faults().await;
    }

    /// Ends the story: nothing was misread, all that was sent is as Discord describes it, and the bot stops when told.
    pub(crate) async fn ends_after_faults(self) {
        let Self {
            playground,
            bot,
            way,
            has_record,
            ..
        } = self;
        if let Bot::Thread { running, .. } = &bot {
            let counters = running.counters();
            assert_eq!(
                counters.unknown_events(),
                Default::default(),
                "events that serenity could not read"
            );
            assert_eq!(counters.clipped.get(), 0, "cards that were too long");
        }
        match bot {
            Bot::Thread { running, stop } => {
                stop.send(()).unwrap();
                tokio::task::spawn_blocking(|| running.join())
                    .await
                    .unwrap()
                    .unwrap();
            }
            Bot::Process(process) => {
                // Not in the way of the playground, which the bot may have something to say to.
                let ending = tokio::task::spawn_blocking(|| process.ends());
                let log = ending.await.unwrap();
                assert!(
                    !log.iter().any(|line| line.contains(playground.token())),
                    "the token is in the log"
                );
            }
        }
        if has_record {
            judge(&playground);
        }
        drop(way);
        playground.stop().await;
    }
}
