//! What can be typed after `clio`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use crate::quiz::question::{Difficulty, Kind};

/// A study bot that reads your notes.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, max_term_width = 100)]
pub(super) struct Args {
    /// Settings file; without it, config.toml where there is one.
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Folder of notes, in place of content.folders; may be given several times.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) content: Vec<PathBuf>,
    /// Folder of the database, in place of data.folder; the playground has one of its own, which it throws away.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start the bot on Discord.
    Run,
    /// Try everything in the browser, without a Discord account.
    Playground(Playground),
    /// Read notes and say what is odd about them.
    Check(Check),
    /// Look something up, as in chat.
    #[command(subcommand)]
    Ask(Ask),
    /// Print questions as a quiz would ask them, with their answers.
    Quiz(Quiz),
    /// Look after the database.
    Db(Database),
    /// Ask the bot that runs with these settings whether it is ready.
    Healthcheck,
    /// Print the settings with their defaults.
    Config,
    /// Print the link that invites the bot to a server.
    Invite,
}

#[derive(Debug, clap::Args)]
pub(super) struct Playground {
    /// Where to listen on this machine; 0 is any free port.
    #[arg(long, default_value_t = crate::playground::PORT)]
    pub(super) port: u16,
    /// Simulated classmates who play along in quizzes.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=i64::from(crate::playground::classmates::MOST)))]
    pub(super) players: u16,
    /// What the classmates are like and what they will do follows from this number.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(super) seed: u64,
    /// Let the bot ask as often as it likes, without Discord's rate limits.
    #[arg(long)]
    pub(super) no_limits: bool,
    /// Let something go wrong: "drop,every=30s", "status=503,chance=0.1", "slow=2s,route=POST /messages"; repeatable.
    #[arg(long = "fault", value_name = "SPEC")]
    pub(super) faults: Vec<crate::playground::Fault>,
    /// Let faults be switched and loads be offered under /control.
    #[arg(long)]
    pub(super) control: bool,
    /// Leave the bot out, and print what another bot needs.
    #[arg(long)]
    pub(super) no_bot: bool,
    /// Have so many more servers, for bots that are in many.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=i64::from(crate::playground::load::SERVERS)))]
    pub(super) servers: u32,
    /// Offer a load to the bot that connects, say how it did, and end: "event=400,complete=100,for=30s".
    #[arg(long, value_name = "SPEC", requires = "no_bot")]
    pub(super) load: Option<crate::playground::load::Spec>,
    /// Print what came of the load as one JSON document.
    #[arg(long, requires = "load")]
    pub(super) json: bool,
    /// Write the bot's traffic to this file, one JSON object a line, tokens blanked.
    #[arg(long, value_name = "FILE")]
    pub(super) record: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// A folder of notes, or one note.
    #[arg(value_name = "DIR|FILE")]
    pub(super) place: Option<PathBuf>,
    /// Print one JSON document: dates, events, people, causes, flashcards and warnings of every note.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Database {
    #[command(subcommand)]
    pub(super) task: Db,
}

#[derive(Debug, Subcommand)]
pub(super) enum Db {
    /// Say whether the database is sound and its totals agree with the answers; the bot may run meanwhile.
    Check,
    /// Copy the database to a new file; the bot may run meanwhile.
    Backup {
        /// The new file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write everything as JSON lines; the bot may run meanwhile.
    Export {
        /// A new file; without it, standard output.
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Read an export into an empty database, of the same or the other kind.
    Import {
        /// What `clio db export` wrote.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Make all totals anew from the answers; the bot must not run.
    Recount,
}

#[derive(Debug, Subcommand)]
pub(super) enum Ask {
    /// What happened then: 27-october, "27 October 1962", 1962, 1960s, "44 BC", today, "bay of pigs".
    Event(Words),
    /// Who somebody is.
    Person(Words),
    /// Why something happened, and what it led to.
    Cause(Words),
    /// Events in order.
    Timeline(Timeline),
    /// Search all notes.
    Search(Words),
    /// A note's outline and sections.
    Note(Words),
}

#[derive(Debug, clap::Args)]
pub(super) struct Words {
    /// What to look up.
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    #[command(flatten)]
    pub(super) page: Page,
}

#[derive(Debug, clap::Args)]
pub(super) struct Page {
    /// Which page of a long answer.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) page: u16,
}

#[derive(Debug, clap::Args)]
pub(super) struct Timeline {
    /// Only of a folder, a tag or a note.
    #[arg(long)]
    pub(super) topic: Option<String>,
    /// Not before.
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    /// Not after.
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<String>,
    /// Only where this person is mentioned.
    #[arg(long, value_name = "NAME")]
    pub(super) person: Option<String>,
    #[command(flatten)]
    pub(super) page: Page,
}

#[derive(Debug, clap::Args)]
pub(super) struct Quiz {
    /// Only from a folder, a tag, a title, a heading, a person or a span of dates.
    #[arg(long, value_name = "TOPIC")]
    pub(super) topic: Option<String>,
    /// How many: the questions of one game.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=500))]
    pub(super) count: u16,
    /// All questions that there are, in the order of the notes.
    #[arg(long, conflicts_with_all = ["count", "seed"])]
    pub(super) all: bool,
    /// The same seed chooses the same questions; without it, another game each time.
    #[arg(long, value_name = "S")]
    pub(super) seed: Option<u64>,
    /// Only questions of this kind.
    #[arg(long, value_parser = kind())]
    pub(super) kind: Option<Kind>,
    /// How near the wrong options are to the right one.
    #[arg(long, default_value = "normal", value_parser = difficulty())]
    pub(super) difficulty: Difficulty,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// The same as --format json.
    #[arg(long, conflicts_with = "format")]
    pub(super) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// To read in a terminal.
    Text,
    /// One JSON array.
    Json,
    /// A sheet to print: questions first, answers and where they stand at the end.
    Html,
}

fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name))
        .map(|name| Kind::by_name(&name).expect("only names of kinds are let through"))
}

fn difficulty() -> impl TypedValueParser<Value = Difficulty> {
    PossibleValuesParser::new(Difficulty::ALL.map(Difficulty::name))
        .map(|name| Difficulty::by_name(&name).expect("only names of difficulties are let through"))
}

impl Words {
    /// The words as one text.
    pub(super) fn text(&self) -> String {
        self.words.join(" ")
    }
}
