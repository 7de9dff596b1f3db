//! What the host does with the database.

use std::fs::File;
use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

use async_trait::async_trait;

use super::counts::{self, Recount};
use super::tables::TABLES;
use super::{Database, Link};
use crate::store::{Checked, StoreError, Upkeep};

#[async_trait]
impl Upkeep for Database {
    async fn check(&self) -> Result<Checked, StoreError> {
        let mut link = self.readers.own().await?;
        let mut faults = Vec::new();
        if let Link::Sqlite(_) = &link {
            for sql in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
                for row in link.rows(sql, &[]).await? {
                    let said = row.text(0)?;
                    if said != "ok" {
                        faults.push(said.to_owned());
                    }
                }
            }
        }
        link.begin_reading().await?;
        let wrong_totals = counts::wrong(&mut link).await?;
        let mut rows = Vec::with_capacity(TABLES.len());
        for table in TABLES {
            let row = link.row(table.count, &[]).await?;
            rows.push((table.name, row.map_or(Ok(0), |row| row.unsigned(0))?));
        }
        link.commit().await?;
        link.close().await?;
        Ok(Checked {
            faults,
            wrong_totals,
            rows,
        })
    }

    async fn recount(&self) -> Result<u64, StoreError> {
        self.writer.write(Recount).await.map(|wrong| wrong as u64)
    }

    async fn backup(&self, file: &Path) -> Result<(), StoreError> {
        let mut link = self.readers.own().await?;
        if let Link::Sqlite(_) = &link {
            let name = file.to_str().ok_or_else(|| {
                StoreError::Folder(std::io::Error::other("the name of the file is not Unicode"))
            })?;
            link.run("VACUUM INTO $1", &[name.into()]).await?;
            link.close().await?;
            File::open(file)?.sync_all()?;
            return Ok(());
        }
        link.close().await?;
        let mut out = BufWriter::new(File::create_new(file)?);
        self.export_rows(&mut out).await?;
        let out = out
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)?;
        out.sync_all()?;
        Ok(())
    }

    async fn export(&self, out: &mut (dyn Write + Send)) -> Result<u64, StoreError> {
        self.export_rows(out).await
    }

    async fn import(&self, lines: &mut (dyn BufRead + Send)) -> Result<u64, StoreError> {
        self.import_rows(lines).await
    }
}
