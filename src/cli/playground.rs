//! `clio playground`: a stand-in for Discord on loopback, and the real bot in it.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;

use super::args::{Args, Playground as Asked};
use super::{log, notes, out, run};
use crate::config::{self, Config, Secret};
use crate::{bot, playground};

/// Starts the playground, the bot unless it is to stay out, says where, and runs until it is told to stop.
pub(super) fn play(args: &Args, asked: &Asked) -> anyhow::Result<ExitCode> {
    let (config, _) = notes::settings(args)?;
    log::start(&config::Log {
        // A bot that is told to stop drops its connection, which serenity warns of.
        filter: "warn,serenity=error".to_owned(),
        format: config.log.format,
    });
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, asked.port)).with_context(|| {
        format!(
            "port {} is taken: name another with --port, or any free one with --port 0",
            asked.port
        )
    })?;
    let runtime = tokio::runtime::Runtime::new()?;
    let _entered = runtime.enter();
    let options = playground::Options {
        record: asked.record.clone(),
        classmates: playground::Classmates {
            count: asked.players,
            seed: asked.seed,
            ..playground::Classmates::default()
        },
        rate_limits: (!asked.no_limits).then_some(playground::RateLimits::DISCORD),
        faults: asked.faults.clone(),
        control: asked.control,
        servers: servers(asked),
        ..playground::Options::default()
    };
    let playground = playground::start(listener, &options)?;
    if let Some(spec) = &asked.load {
        introduce(&playground, out::aside);
        let report = runtime.block_on(playground.load(spec))?;
        out::line(&if asked.json {
            report.json()
        } else {
            report.to_string()
        });
    } else if asked.no_bot {
        introduce(&playground, out::line);
        runtime.block_on(bot::stop_signal());
    } else {
        // Its people are made up and its messages end with it: what was played there does too, unless a folder is named.
        let own = tempfile::tempdir().context("no temporary folder can be made")?;
        let data = args.data.clone().unwrap_or_else(|| own.path().to_owned());
        let mut running = start_bot(config, data, &playground)?;
        if runtime.block_on(running.ready()) {
            out::line(&format!("Clio is at {}", playground.page_url()));
        }
        running.join()?;
    }
    runtime.block_on(playground.stop());
    Ok(ExitCode::SUCCESS)
}

/// How many further servers there shall be: the load may say so too.
fn servers(asked: &Asked) -> u64 {
    let load = asked.load.as_ref().and_then(|load| load.servers);
    load.unwrap_or_else(|| asked.servers.into())
}

/// Says what another bot needs.
fn introduce(playground: &playground::Playground, say: fn(&str)) {
    say(&format!("Page:  {}", playground.page_url()));
    say(&format!("API:   {}/api/v10", playground.api_url()));
    say(&format!("Token: {}", playground.token()));
}

/// The real bot, with the playground for Discord.
fn start_bot(
    config: Config,
    data: PathBuf,
    playground: &playground::Playground,
) -> anyhow::Result<bot::Running> {
    let shelves = run::shelves(&config, |_| {})?;
    let settings = bot::Settings {
        token: Secret::new(playground.token()),
        discord: config::Discord {
            api_url: Some(playground.api_url()),
            ..config::Discord::default()
        },
        shelves,
        watch: config.content.watch,
        data,
        database: None,
        quiz: config.quiz,
        commands: config.commands,
        metrics: config::Metrics::default(),
        privacy: config.privacy,
        defaults: config.defaults,
    };
    Ok(bot::start(settings, bot::stop_signal())?)
}
