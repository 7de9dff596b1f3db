//! What is written of study groups.

use std::time::Duration;

use async_trait::async_trait;

use crate::quiz::{Player, Server};
use crate::store::sql::{Link, Write};
use crate::store::{GroupId, StoreError};

#[derive(Debug)]
pub(super) struct Create {
    pub(super) server: Server,
    pub(super) name: String,
    pub(super) by: Player,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for Create {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.row(
            "INSERT INTO study_groups (server, name, name_key, created_by, created) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT DO NOTHING RETURNING id",
            &[
                self.server.into(),
                (&self.name).into(),
                (&self.name.to_lowercase()).into(),
                self.by.into(),
                self.at.into(),
            ],
        )
        .await?
        .ok_or(StoreError::NameTaken)?
        .number(0)
    }
}

#[derive(Debug)]
pub(super) struct Rename {
    pub(super) server: Server,
    pub(super) group: GroupId,
    pub(super) name: String,
}

#[async_trait]
impl Write for Rename {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let key = self.name.to_lowercase();
        let taken = link
            .row(
                "SELECT id FROM study_groups WHERE server = $1 AND name_key = $2 AND id <> $3",
                &[self.server.into(), (&key).into(), self.group.into()],
            )
            .await?;
        if taken.is_some() {
            return Err(StoreError::NameTaken);
        }
        let renamed = link
            .run(
                "UPDATE study_groups SET name = $3, name_key = $4 WHERE id = $1 AND server = $2",
                &[
                    self.group.into(),
                    self.server.into(),
                    (&self.name).into(),
                    (&key).into(),
                ],
            )
            .await?;
        found(renamed)
    }
}

#[derive(Debug)]
pub(super) struct Remove {
    pub(super) server: Server,
    pub(super) group: GroupId,
}

#[async_trait]
impl Write for Remove {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let removed = link
            .run(
                "DELETE FROM study_groups WHERE id = $1 AND server = $2",
                &[self.group.into(), self.server.into()],
            )
            .await?;
        found(removed)
    }
}

#[derive(Debug)]
pub(super) struct Join {
    pub(super) server: Server,
    pub(super) group: GroupId,
    pub(super) player: Player,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for Join {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let group = [self.group.into(), self.server.into()];
        let known = link
            .row(
                "SELECT id FROM study_groups WHERE id = $1 AND server = $2",
                &group,
            )
            .await?;
        if known.is_none() {
            return Err(StoreError::NoSuchGroup);
        }
        link.run(
            "INSERT INTO members (study_group, player, server, joined) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            &[self.group.into(), self.player.into(), self.server.into(), self.at.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}

#[derive(Debug)]
pub(super) struct Leave {
    pub(super) server: Server,
    pub(super) group: GroupId,
    pub(super) player: Player,
}

#[async_trait]
impl Write for Leave {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "DELETE FROM members WHERE study_group = $1 AND player = $2 AND server = $3",
            &[self.group.into(), self.player.into(), self.server.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}

fn found(rows: u64) -> Result<i64, StoreError> {
    if rows == 0 {
        return Err(StoreError::NoSuchGroup);
    }
    Ok(rows as i64)
}
