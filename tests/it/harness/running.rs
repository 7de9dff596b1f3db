//! Starting and ending a bot and its playground.

use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use clio::bot::{Counters, Running, Settings, start};
use clio::config::{Defaults, Discord, Metrics, Privacy, Quiz, Secret};
use clio::disk::{Shelf, Shelves, Source};
use clio::playground::record::{Direction, What};
use clio::playground::{Classmates, Options, Playground};
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::openapi::Judge;
use super::{Member, NOTES};

/// The playground's larger server, where people are first: its ids never change.
pub(crate) const SCHOOL: u64 = (336_643_200_000 << 22) + 20;
/// The smaller one, "Exam Cram".
pub(crate) const EXAM: u64 = SCHOOL + 1;

/// What a story starts from.
#[derive(Clone, Default)]
pub(crate) struct Setup {
    notes: Vec<(String, String)>,
    /// Notes of their own for servers.
    shelves: Vec<(u64, Vec<(String, String)>)>,
    discord: Discord,
    quiz: Quiz,
    defaults: Defaults,
    /// A PostgreSQL database in place of the file.
    database: Option<String>,
    watch: bool,
    in_process: bool,
    classmates: u16,
    /// Time between two heartbeats, where it is not Discord's.
    heartbeat: Option<Duration>,
    /// What a bot of its own process logs.
    log: Option<&'static str>,
    monitored_at: Option<SocketAddr>,
}

impl Setup {
    /// The usual notes.
    pub(crate) fn new() -> Self {
        Self {
            in_process: true,
            // As quick as people can bear: a story has better things to do than to wait.
            quiz: Quiz {
                lead_in: 1,
                reveal: 1,
                between_games: 0,
                ..Quiz::default()
            },
            ..Self::default()
        }
        .notes(NOTES)
    }

    /// Other notes: path and text.
    pub(crate) fn notes(mut self, notes: &[(&str, &str)]) -> Self {
        self.notes = owned(notes);
        self
    }

    /// Notes that only `server` reads.
    pub(crate) fn shelf(mut self, server: u64, notes: &[(&str, &str)]) -> Self {
        self.shelves.push((server, owned(notes)));
        self
    }

    /// Only these servers may use the bot.
    pub(crate) fn servers(mut self, servers: &[u64]) -> Self {
        self.discord.servers = servers.to_vec();
        self
    }

    /// Commands are registered in this server alone.
    pub(crate) fn developed_in(mut self, server: u64) -> Self {
        self.discord.development_server = Some(server);
        self
    }

    /// The bot may read what members write.
    pub(crate) fn reading_messages(mut self) -> Self {
        self.discord.message_content = true;
        self
    }

    /// Quizzes are played like this.
    pub(crate) fn quizzes(mut self, change: impl FnOnce(&mut Quiz)) -> Self {
        change(&mut self.quiz);
        self
    }

    /// What holds in servers that have set nothing; only in this process.
    pub(crate) fn defaults(mut self, change: impl FnOnce(&mut Defaults)) -> Self {
        change(&mut self.defaults);
        self
    }

    /// What is kept stands in this PostgreSQL database.
    pub(crate) fn database(mut self, url: &str) -> Self {
        self.database = Some(url.to_owned());
        self
    }

    /// Notes are read again when they change.
    pub(crate) fn watched(mut self) -> Self {
        self.watch = true;
        self
    }

    /// The bot as a program of its own.
    pub(crate) fn in_another_process(mut self) -> Self {
        self.in_process = false;
        self
    }

    /// Monitoring finds the bot there.
    pub(crate) fn monitored_at(mut self, address: SocketAddr) -> Self {
        self.monitored_at = Some(address);
        self
    }

    /// So many simulated classmates, who hurry.
    pub(crate) fn classmates(mut self, count: u16) -> Self {
        self.classmates = count;
        self
    }

    /// Heartbeats are demanded so often.
    pub(crate) fn heartbeats_every(mut self, heartbeat: Duration) -> Self {
        self.heartbeat = Some(heartbeat);
        self
    }

    /// A bot of its own process logs this.
    pub(crate) fn logging(mut self, filter: &'static str) -> Self {
        self.log = Some(filter);
        self
    }

    /// Starts both, and waits until the bot is ready.
    pub(crate) async fn start(self) -> TestBot {
        let playground = self.playground();
        let mut bot = self.start_against(playground);
        bot.is_ready().await;
        bot
    }

    /// Starts both, and does not wait; Discord refuses the first `times` registrations.
    pub(crate) fn registration_fails(self, times: u32) -> TestBot {
        let playground = self.playground();
        playground.refuse_next("PUT", "/commands", 500, times);
        self.start_against(playground)
    }

    /// A playground on any free port, which keeps what it is sent.
    fn playground(&self) -> Playground {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let options = Options {
            keep_record: true,
            classmates: Classmates {
                count: self.classmates,
                seed: 5,
                haste: 10.0,
            },
            heartbeat: self.heartbeat,
            ..Options::default()
        };
        clio::playground::start(listener, &options).unwrap()
    }

    fn start_against(self, playground: Playground) -> TestBot {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("content"), &self.notes);
        for (server, notes) in &self.shelves {
            write(&folder.path().join(server.to_string()), notes);
        }
        let bot = if self.in_process {
            self.thread(&playground, folder.path())
        } else {
            self.process(&playground, folder.path())
        };
        TestBot {
            playground,
            folder,
            bot,
        }
    }

    fn thread(self, playground: &Playground, folder: &Path) -> Bot {
        let shelf = |name: String| {
            let source = Source {
                folders: vec![folder.join(name)],
                ..Source::default()
            };
            Arc::new(Shelf::open(source, &|_, _| {}).unwrap())
        };
        let mut shelves = Shelves::new(shelf("content".to_owned()));
        for (server, _) in &self.shelves {
            shelves = shelves.with(vec![*server], shelf(server.to_string()));
        }
        let discord = Discord {
            api_url: Some(playground.api_url()),
            ..self.discord
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let settings = Settings {
            token: Secret::new(playground.token()),
            discord,
            shelves,
            watch: self.watch,
            data: folder.join("data"),
            database: self.database.map(Secret::new),
            quiz: self.quiz,
            metrics: Metrics {
                listen: self.monitored_at,
            },
            privacy: Privacy::default(),
            defaults: self.defaults,
        };
        let running = start(settings, async { drop(stopped.await) }).unwrap();
        Bot::Thread { running, stop }
    }

    fn process(self, playground: &Playground, folder: &Path) -> Bot {
        use std::fmt::Write as _;
        let quiz = &self.quiz;
        let mut config = format!(
            "[discord]\napi_url = {:?}\nservers = {:?}\nmessage_content = {}\n[content]\nwatch = {}\n\
             [quiz]\nlobby = {}\nlead_in = {}\nreveal = {}\nresume_within = {}\ngames_per_server = {}\nbetween_games = {}\n",
            playground.api_url(),
            self.discord.servers,
            self.discord.message_content,
            self.watch,
            quiz.lobby,
            quiz.lead_in,
            quiz.reveal,
            quiz.resume_within,
            quiz.games_per_server,
            quiz.between_games,
        );
        if let Some(url) = &self.database {
            writeln!(config, "[database]\nurl = {url:?}").unwrap();
        }
        for (server, _) in &self.shelves {
            writeln!(
                config,
                "[[shelf]]\nfolders = [\"{server}\"]\nservers = [{server}]"
            )
            .unwrap();
        }
        if let Some(filter) = self.log {
            writeln!(config, "[log]\nfilter = {filter:?}").unwrap();
        }
        std::fs::write(folder.join("config.toml"), config).unwrap();
        Bot::Process(Process::start(playground, folder))
    }
}

/// A bot, its playground and its notes.
pub(crate) struct TestBot {
    pub(crate) playground: Playground,
    folder: TempDir,
    bot: Bot,
}

enum Bot {
    Thread {
        running: Running,
        stop: oneshot::Sender<()>,
    },
    Process(Process),
}

/// Ended with the test, whatever becomes of it.
struct Process {
    child: Child,
    /// What it logged so far.
    log: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// `clio run` with the settings that stand in `folder`.
    fn start(playground: &Playground, folder: &Path) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_clio"))
            .arg("run")
            .current_dir(folder)
            .env("DISCORD_TOKEN", playground.token())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            child,
            log: Arc::default(),
        }
    }

    /// Asks it to end, as a service manager does; gives what it logged.
    fn ends(mut self) -> Vec<String> {
        self.signal("TERM");
        assert!(
            self.child.wait().unwrap().success(),
            "the bot did not end in good order"
        );
        std::mem::take(&mut *self.log.lock().unwrap())
    }
}

impl Process {
    /// Reads its log to the end, so that the bot never waits for it, and shows each line.
    fn reads(&mut self, mut show: impl FnMut(&str) + Send + 'static) {
        let lines = BufReader::new(self.child.stderr.take().unwrap()).lines();
        let log = Arc::clone(&self.log);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                show(&line);
                log.lock().unwrap().push(line);
            }
        });
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args(["-s", name, &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
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
        let mut second = Process::start(&self.playground, self.folder.path());
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
        self.bot = Bot::Process(Process::start(&self.playground, self.folder.path()));
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

    /// How many sessions the bot has begun at the gateway.
    pub(crate) fn n_identifies(&self) -> usize {
        let identify = |what: &What| matches!(what, What::Gateway { op: 2, .. });
        let record = self.playground.record();
        record.iter().filter(|entry| identify(&entry.what)).count()
    }

    /// Starts a bot of its own process again, on the same folder, and does not wait.
    pub(crate) fn is_started_again(&mut self) {
        let mut process = Process::start(&self.playground, self.folder.path());
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
            playground, bot, ..
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
        judge(&playground);
        playground.stop().await;
    }
}

/// Holds every request that the bot made against Discord's own description, if that is here.
#[expect(
    clippy::print_stdout,
    reason = "who runs the tests should know what was left out"
)]
fn judge(playground: &Playground) {
    static JUDGE: LazyLock<Option<Mutex<Judge>>> = LazyLock::new(|| Judge::here().map(Mutex::new));
    let Some(judge) = &*JUDGE else {
        println!("Not judged: ../shared/discord-openapi is not here.");
        return;
    };
    let mut judge = judge.lock().unwrap_or_else(PoisonError::into_inner);
    let mut n_judged = 0;
    for entry in playground.record() {
        if let (
            Direction::In,
            What::Rest {
                method,
                path,
                status: None,
            },
        ) = (entry.direction, &entry.what)
        {
            let faults = judge.faults(method, path, &as_described(&entry.body));
            assert!(
                faults.is_empty(),
                "{method} {path}: {faults:#?}\n{:#}",
                entry.body
            );
            n_judged += 1;
        }
    }
    drop(judge);
    assert!(n_judged > 0, "the playground kept no record");
}

/// A body as Discord's description has it: what files came along stands beside it, and what numbers files have is text there,
/// though Discord's own examples write numbers.
fn as_described(body: &serde_json::Value) -> serde_json::Value {
    let mut body = body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("files");
    }
    for place in ["/attachments", "/data/attachments"] {
        let files = body
            .pointer_mut(place)
            .and_then(serde_json::Value::as_array_mut);
        for file in files.into_iter().flatten() {
            if let Some(number) = file["id"].as_u64() {
                file["id"] = number.to_string().into();
            }
        }
    }
    body
}

fn owned(notes: &[(&str, &str)]) -> Vec<(String, String)> {
    notes
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

fn write(folder: &Path, notes: &[(String, String)]) {
    std::fs::create_dir_all(folder).unwrap();
    for (path, text) in notes {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
