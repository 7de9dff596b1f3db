//! All rows as JSON lines and back: from one database to another with nothing lost.
//!
//! The first line says what it is, then each row is a line, and the last line says how many there were.

use std::io::BufRead;

use async_trait::async_trait;
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

use super::tables::{TABLES, Table};
use super::{Database, Link, Row, Write};
use crate::store::StoreError;

/// The form of the lines.
const FORMAT: i64 = 1;
/// Rows that one statement takes.
const AT_ONCE: usize = 500;

/// A row by the names of its columns.
pub(super) fn object(table: &Table, row: &Row) -> Result<Map<String, Json>, StoreError> {
    let mut object = Map::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let value = if column.is_text {
            row.text_if_any(index)?.map(Json::from)
        } else {
            row.number_if_any(index)?.map(Json::from)
        };
        object.insert(column.name.to_owned(), value.unwrap_or(Json::Null));
    }
    Ok(object)
}

impl Database {
    pub(super) async fn export_rows(
        &self,
        out: &mut (dyn std::io::Write + Send),
    ) -> Result<u64, StoreError> {
        let mut link = self.readers.own().await?;
        link.begin_reading().await?;
        writeln!(out, "{}", json!({"clio": "export", "format": FORMAT}))?;
        let mut rows = 0_u64;
        for table in TABLES {
            link.each(table.select, |row| {
                let line = json!({"table": table.name, "row": object(table, row)?});
                writeln!(out, "{line}")?;
                rows += 1;
                Ok(())
            })
            .await?;
        }
        writeln!(out, "{}", json!({"rows": rows}))?;
        out.flush()?;
        link.commit().await?;
        link.close().await?;
        Ok(rows)
    }

    pub(super) async fn import_rows(
        &self,
        lines: &mut (dyn BufRead + Send),
    ) -> Result<u64, StoreError> {
        let import = Import::read(lines)?;
        self.writer.write(import).await.map(|rows| rows as u64)
    }
}

/// One line of an export.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    Head { clio: String, format: i64 },
    Row { table: String, row: Json },
    Foot { rows: u64 },
}

/// An export that was read: for each statement, the rows that it takes.
#[derive(Debug)]
struct Import {
    parts: Vec<(&'static Table, String)>,
    rows: u64,
}

impl Import {
    fn read(lines: &mut (dyn BufRead + Send)) -> Result<Self, StoreError> {
        let refuse = |why: String| Err(StoreError::NotImported(why));
        let mut parts: Vec<(&'static Table, Vec<Json>)> = Vec::new();
        let (mut head, mut foot, mut rows) = (false, None, 0);
        for (number, line) in (1..).zip(lines.lines()) {
            let line: Line = match serde_json::from_str(&line?) {
                Ok(line) => line,
                Err(fault) => {
                    return refuse(format!("line {number} is not of an export ({fault})"));
                }
            };
            match line {
                Line::Head { clio, format } if clio == "export" && format == FORMAT => head = true,
                Line::Head { format, .. } => {
                    return refuse(format!(
                        "it has the form {format}, and this version of Clio reads {FORMAT}"
                    ));
                }
                Line::Row { table, row } => {
                    let Some(table) = TABLES.iter().find(|known| known.name == table) else {
                        return refuse(format!(
                            "line {number} is of a table `{table}`, which this version of Clio does not have"
                        ));
                    };
                    rows += 1;
                    match parts.last_mut() {
                        Some((last, list)) if last.name == table.name && list.len() < AT_ONCE => {
                            list.push(row);
                        }
                        _ => parts.push((table, vec![row])),
                    }
                }
                Line::Foot { rows } => foot = Some(rows),
            }
        }
        if !head || foot != Some(rows) {
            return refuse("it is not complete".to_owned());
        }
        let parts = parts
            .into_iter()
            .map(|(table, rows)| super::json(&rows).map(|rows| (table, rows)))
            .collect::<Result<_, _>>()?;
        Ok(Self { parts, rows })
    }
}

#[async_trait]
impl Write for Import {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        for table in TABLES {
            let row = link.row(table.count, &[]).await?;
            if row.map_or(Ok(0), |row| row.number(0))? > 0 {
                return Err(StoreError::NotImported(
                    "this database holds something already, and an import goes into an empty one"
                        .to_owned(),
                ));
            }
        }
        for (table, rows) in &self.parts {
            link.run(table.insert, &[rows.into()]).await?;
        }
        link.continue_numbers().await?;
        Ok(self.rows as i64)
    }
}
