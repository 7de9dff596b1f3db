//! Floor 5: the subcommands of `clio`.

mod args;

mod ask;
mod check;
mod db;
mod healthcheck;
mod playground;
mod quiz;
mod run;

mod log;
mod notes;
mod out;
mod restart;
mod text;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Does what the command line says; what is wrong is said on standard error, with what to do about it.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Run => run::run(&args),
        Command::Playground(asked) => playground::play(&args, asked),
        Command::Check(check) => check::check(&args, check),
        Command::Ask(ask) => ask::ask(&args, ask),
        Command::Quiz(asked) => quiz::quiz(&args, asked),
        Command::Db(database) => db::look_after(&args, database),
        Command::Healthcheck => healthcheck::healthcheck(&args),
        Command::Config => {
            out::line(crate::config::EXAMPLE.trim_end());
            Ok(ExitCode::SUCCESS)
        }
        Command::Invite => run::invite(&args),
    };
    done.unwrap_or_else(|fault| {
        out::aside(&format!("clio: {fault:#}"));
        ExitCode::FAILURE
    })
}
