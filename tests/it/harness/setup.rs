//! What a story starts from: notes, settings, and whether the bot runs in this process.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use clio::bot::{Settings, start};
use clio::config::{Commands, Defaults, Discord, Metrics, Privacy, Quiz, Secret};
use clio::disk::{Shelf, Shelves, Source};
use clio::playground::{Classmates, Options, Playground, RateLimits};
use tokio::sync::oneshot;

use super::NOTES;
use super::process::Process;
use super::running::{Bot, TestBot};
use super::true_path::TruePath;

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
    commands: Commands,
    defaults: Defaults,
    /// A PostgreSQL database in place of the file.
    database: Option<String>,
    watch: bool,
    in_process: bool,
    on_the_true_path: bool,
    without_a_record: bool,
    classmates: u16,
    /// Servers beside the usual two.
    further_servers: u64,
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
            // Stories are told in a hurry.
            commands: Commands::UNLIMITED,
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

    /// As many commands as hosts allow by default.
    pub(crate) fn limited(mut self) -> Self {
        self.commands = Commands::default();
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

    /// The bot as a program of its own that takes the playground for Discord itself, which holds it to its limits.
    pub(crate) fn on_the_true_path(mut self) -> Self {
        self.in_process = false;
        self.on_the_true_path = true;
        self
    }

    /// The playground forgets what it was sent.
    pub(crate) fn without_a_record(mut self) -> Self {
        self.without_a_record = true;
        self
    }

    /// Monitoring finds the bot there.
    pub(crate) fn monitored_at(mut self, address: SocketAddr) -> Self {
        self.monitored_at = Some(address);
        self
    }

    /// So many servers beside the usual two.
    pub(crate) fn further_servers(mut self, count: u64) -> Self {
        self.further_servers = count;
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
            keep_record: !self.without_a_record,
            rate_limits: self.on_the_true_path.then_some(RateLimits::DISCORD),
            classmates: Classmates {
                count: self.classmates,
                seed: 5,
                haste: 10.0,
            },
            heartbeat: self.heartbeat,
            servers: self.further_servers,
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
        let way = self.on_the_true_path.then(|| TruePath::to(&playground));
        let has_record = !self.without_a_record;
        let bot = if self.in_process {
            self.thread(&playground, folder.path())
        } else {
            self.process(&playground, folder.path(), way.as_ref())
        };
        TestBot {
            playground,
            folder,
            way,
            bot,
            has_record,
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
            commands: self.commands,
            metrics: Metrics {
                listen: self.monitored_at,
            },
            privacy: Privacy::default(),
            defaults: self.defaults,
        };
        let running = start(settings, async { drop(stopped.await) }).unwrap();
        Bot::Thread { running, stop }
    }

    fn process(self, playground: &Playground, folder: &Path, way: Option<&TruePath>) -> Bot {
        use std::fmt::Write as _;
        let quiz = &self.quiz;
        let mut config = format!(
            "[discord]\n{}\nservers = {:?}\nmessage_content = {}\n[content]\nwatch = {}\n\
             [commands]\nper_person = {}\nper_server = {}\n[quiz]\nlobby = {}\nlead_in = {}\nreveal = {}\nresume_within = {}\ngames_per_server = {}\nbetween_games = {}\n",
            match way {
                Some(_) => String::new(),
                None => format!("api_url = {:?}", playground.api_url()),
            },
            self.discord.servers,
            self.discord.message_content,
            self.watch,
            self.commands.per_person,
            self.commands.per_server,
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
        if let Some(at) = self.monitored_at {
            writeln!(config, "[metrics]\nlisten = \"{at}\"").unwrap();
        }
        if let Some(filter) = self.log {
            writeln!(config, "[log]\nfilter = {filter:?}").unwrap();
        }
        std::fs::write(folder.join("config.toml"), config).unwrap();
        Bot::Process(Process::start(playground, folder, way))
    }
}

pub(super) fn owned(notes: &[(&str, &str)]) -> Vec<(String, String)> {
    notes
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

pub(super) fn write(folder: &Path, notes: &[(String, String)]) {
    std::fs::create_dir_all(folder).unwrap();
    for (path, text) in notes {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
