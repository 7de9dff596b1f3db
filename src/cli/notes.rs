//! From arguments and settings to notes, with a progress bar where that takes a while.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::args::Args;
use super::out;
use crate::config::{self, Config, Environment};
use crate::disk::{Limits, Source};

/// The bar shows once loading has taken this long.
const PATIENCE: Duration = Duration::from_millis(500);

/// The settings that `args` name.
pub(super) fn settings(args: &Args) -> anyhow::Result<(Config, Environment)> {
    let environment = Environment::of_process();
    let mut config = config::load(args.config.as_deref(), &environment)?;
    if !args.content.is_empty() {
        config.content.folders.clone_from(&args.content);
    }
    if let Some(folder) = &args.data {
        config.data.folder.clone_from(folder);
    }
    Ok((config, environment))
}

/// Which notes the servers without a shelf of their own read.
pub(super) fn source(content: &config::Content) -> Source {
    Source {
        folders: content.folders.clone(),
        include: content.include.clone(),
        exclude: content.exclude.clone(),
        share_all: content.share_all,
        limits: Limits {
            note_bytes: content.limits.note_bytes,
            notes: content.limits.notes,
            total_bytes: content.limits.total_bytes,
        },
    }
}

/// Does `load` with a progress bar on standard error, where that is a terminal and loading takes over half a second.
#[expect(
    clippy::disallowed_methods,
    reason = "a progress bar is for a person who waits now"
)]
pub(super) fn with_progress<T>(load: impl FnOnce(&(dyn Fn(u64, u64) + Sync)) -> T) -> T {
    if !out::is_watched() {
        return load(&|_, _| {});
    }
    let began = Instant::now();
    let bar: OnceLock<ProgressBar> = OnceLock::new();
    let loaded = load(&|done, all| {
        if began.elapsed() >= PATIENCE {
            bar.get_or_init(|| new_bar(all)).set_position(done);
        }
    });
    if let Some(bar) = bar.get() {
        bar.finish_and_clear();
    }
    loaded
}

fn new_bar(n_bytes: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("Reading notes {bar:30} {bytes} of {total_bytes}")
        .expect("the template is ours");
    ProgressBar::new(n_bytes).with_style(style)
}
