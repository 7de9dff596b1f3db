//! The tables, step by step. A step is never edited once it has landed: databases remember its checksum.
//!
//! The steps are listed by hand, since sqlx's macro for it would build both databases a second time.

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// A step's number, what it does, and its SQL.
type Step = (i64, &'static str, &'static str);

const SQLITE: &[Step] = &[
    (
        1,
        "first",
        include_str!("../../migrations/sqlite/0001_first.sql"),
    ),
    (
        2,
        "scores",
        include_str!("../../migrations/sqlite/0002_scores.sql"),
    ),
    (
        3,
        "sessions",
        include_str!("../../migrations/sqlite/0003_sessions.sql"),
    ),
    (
        4,
        "told",
        include_str!("../../migrations/sqlite/0004_told.sql"),
    ),
    (
        5,
        "podium",
        include_str!("../../migrations/sqlite/0005_podium.sql"),
    ),
    (
        6,
        "unsorted",
        include_str!("../../migrations/sqlite/0006_unsorted.sql"),
    ),
];

const POSTGRES: &[Step] = &[
    (
        1,
        "first",
        include_str!("../../migrations/postgres/0001_first.sql"),
    ),
    (
        2,
        "sessions",
        include_str!("../../migrations/postgres/0002_sessions.sql"),
    ),
    (
        3,
        "told",
        include_str!("../../migrations/postgres/0003_told.sql"),
    ),
    (
        4,
        "podium",
        include_str!("../../migrations/postgres/0004_podium.sql"),
    ),
    (
        5,
        "unsorted",
        include_str!("../../migrations/postgres/0005_unsorted.sql"),
    ),
];

/// The steps of the SQLite database.
pub(super) fn sqlite() -> Migrator {
    migrator(SQLITE)
}

/// The steps of the PostgreSQL database.
pub(super) fn postgres() -> Migrator {
    migrator(POSTGRES)
}

fn migrator(steps: &[Step]) -> Migrator {
    let step = |&(number, what, sql): &Step| {
        Migration::new(
            number,
            what.into(),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    Migrator::with_migrations(steps.iter().map(step).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_file_of_the_folder_is_a_step() {
        for (folder, steps) in [("sqlite", SQLITE), ("postgres", POSTGRES)] {
            let folder = format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
            let mut files: Vec<(String, String)> = fs::read_dir(&folder)
                .unwrap()
                .map(|file| file.unwrap())
                .map(|file| {
                    let name = file.file_name().into_string().unwrap();
                    (name, fs::read_to_string(file.path()).unwrap())
                })
                .collect();
            files.sort();
            let listed: Vec<(String, String)> = steps
                .iter()
                .map(|(number, what, sql)| (format!("{number:04}_{what}.sql"), (*sql).to_owned()))
                .collect();
            assert_eq!(listed, files, "{folder}");
        }
    }
}
