//! `clio db`: looks after the database.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use super::args::{self, Args, Db};
use super::{notes, out};
use crate::config::Secret;
use crate::store::{Database, Postgres, Sqlite, Store as _, StoreError, Upkeep as _};

/// Does what `clio db …` says.
pub(super) fn look_after(args: &Args, asked: &args::Database) -> anyhow::Result<ExitCode> {
    let (config, _) = notes::settings(args)?;
    let place = match &config.database.url {
        Some(url) => Place::Postgres(url.clone()),
        None => Place::Folder(config.data.folder),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match &asked.task {
            Db::Check => check(&place).await,
            Db::Backup { file } => backup(&place, file).await,
            Db::Export { file } => export(&place, file.as_deref()).await,
            Db::Import { file } => import(&place, file).await,
            Db::Recount => recount(&place).await,
        }
    })
}

/// Where the database is.
enum Place {
    Postgres(Secret),
    Folder(PathBuf),
}

impl Place {
    /// Beside a bot that runs.
    async fn to_read(&self) -> anyhow::Result<Database> {
        Ok(match self {
            Self::Postgres(url) => Postgres::open(url.expose()).await?,
            Self::Folder(folder) => {
                if !folder.join("clio.db").is_file() {
                    bail!(
                        "There is no clio.db in {}. Name its folder with --data.",
                        folder.display()
                    );
                }
                Sqlite::look(folder).await?
            }
        })
    }

    /// In place of the bot.
    async fn to_write(&self) -> Result<Database, StoreError> {
        match self {
            Self::Postgres(url) => Postgres::open(url.expose()).await,
            Self::Folder(folder) => Sqlite::open(folder).await,
        }
    }
}

async fn check(place: &Place) -> anyhow::Result<ExitCode> {
    let store = place.to_read().await?;
    let checked = store.check().await?;
    store.close().await;
    for (table, rows) in &checked.rows {
        out::line(&format!("{rows:>10}  {table}"));
    }
    for fault in &checked.faults {
        out::line(&format!("Damaged: {fault}"));
    }
    if checked.wrong_totals > 0 {
        out::line(&format!(
            "{} totals do not agree with the answers. `clio db recount` makes them anew.",
            checked.wrong_totals
        ));
    }
    if !checked.faults.is_empty() {
        out::line("Stop the bot, and put the latest backup in the database's place.");
    }
    if checked.faults.is_empty() && checked.wrong_totals == 0 {
        out::line("The database is sound, and all totals agree with the answers.");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

async fn backup(place: &Place, file: &Path) -> anyhow::Result<ExitCode> {
    if file.exists() {
        bail!("{} is there already. Name a new file.", file.display());
    }
    let store = place.to_read().await?;
    store
        .backup(file)
        .await
        .with_context(|| format!("{} could not be written", file.display()))?;
    store.close().await;
    out::line(&match place {
        Place::Folder(_) => format!(
            "Copied to {}. To go back to it, stop the bot and put it in the place of clio.db.",
            file.display()
        ),
        Place::Postgres(_) => format!(
            "Exported to {}. `clio db import` reads it into an empty database.",
            file.display()
        ),
    });
    Ok(ExitCode::SUCCESS)
}

async fn export(place: &Place, file: Option<&Path>) -> anyhow::Result<ExitCode> {
    let store = place.to_read().await?;
    let rows = match file {
        None => store.export(&mut BufWriter::new(std::io::stdout())).await?,
        Some(file) => {
            let new = File::create_new(file).with_context(|| {
                format!("{} could not be made; name a new file", file.display())
            })?;
            let mut writer = BufWriter::new(new);
            let rows = store.export(&mut writer).await?;
            writer.flush()?;
            writer.get_ref().sync_all()?;
            rows
        }
    };
    store.close().await;
    out::aside(&format!("{rows} rows exported."));
    Ok(ExitCode::SUCCESS)
}

async fn import(place: &Place, file: &Path) -> anyhow::Result<ExitCode> {
    let lines = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let store = place.to_write().await?;
    let rows = store.import(&mut BufReader::new(lines)).await?;
    store.close().await;
    out::line(&format!("{rows} rows imported."));
    Ok(ExitCode::SUCCESS)
}

async fn recount(place: &Place) -> anyhow::Result<ExitCode> {
    let store = place.to_write().await?;
    let wrong = store.recount().await?;
    store.close().await;
    out::line(&match wrong {
        0 => "Counted anew: all totals were right.".to_owned(),
        wrong => format!("Counted anew: {wrong} totals were wrong and are right now."),
    });
    Ok(ExitCode::SUCCESS)
}
