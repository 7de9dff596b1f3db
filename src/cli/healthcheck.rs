//! `clio healthcheck`: whether the bot that runs with these settings is ready.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};

use super::args::Args;
use super::{notes, out};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the endpoint of the running bot, prints what it says, and succeeds when it is ready.
pub(super) fn healthcheck(args: &Args) -> anyhow::Result<ExitCode> {
    let (config, _) = notes::settings(args)?;
    let Some(at) = config.metrics.listen else {
        bail!(
            "There is nothing to ask. Set metrics.listen = \"127.0.0.1:9464\" in config.toml, or CLIO_METRICS_LISTEN, for the bot and for this check."
        );
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (is_ready, said) = runtime.block_on(ask(at))?;
    out::line(said.trim_end());
    Ok(match is_ready {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

async fn ask(at: SocketAddr) -> anyhow::Result<(bool, String)> {
    let unreachable =
        || format!("No bot answers at {at}. Is it running, with the same metrics.listen?");
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        .no_proxy()
        .build()?;
    let answer = client
        .get(format!("http://{at}/readyz"))
        .send()
        .await
        .with_context(unreachable)?;
    let is_ready = answer.status().is_success();
    Ok((is_ready, answer.text().await.with_context(unreachable)?))
}
