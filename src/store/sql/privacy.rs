//! Who is hidden, which servers were left, what is old: the shell of what `forget` and `person` do.

use std::time::Duration;

use async_trait::async_trait;

use super::forget::{Clear, Fold, Person, Server as ForgetServer};
use super::{Database, Link, Write};
use crate::quiz::{Player, Server};
use crate::store::{Privacy, StoreError};

/// Games that are folded in one transaction: few enough that answers to open questions need not wait long.
const SLICE: u32 = 200;

#[async_trait]
impl Privacy for Database {
    async fn export_person(&self, player: Player) -> Result<serde_json::Value, StoreError> {
        self.rows_of(player).await
    }

    async fn forget_person(&self, player: Player) -> Result<(), StoreError> {
        self.writer.write(Person(player)).await.map(drop)
    }

    async fn set_hidden(
        &self,
        player: Player,
        hidden: bool,
        at: Duration,
    ) -> Result<(), StoreError> {
        let hide = Hide { player, hidden, at };
        self.writer.write(hide).await.map(drop)
    }

    async fn is_hidden(&self, player: Player) -> Result<bool, StoreError> {
        let row = self
            .readers
            .row("SELECT 1 FROM hidden WHERE player = $1", &[player.into()])
            .await?;
        Ok(row.is_some())
    }

    async fn tell(&self, player: Player, at: Duration) -> Result<bool, StoreError> {
        self.writer
            .write(Tell { player, at })
            .await
            .map(|rows| rows > 0)
    }

    async fn servers(&self) -> Result<Vec<(Server, bool)>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT own.server, CASE WHEN servers.left_at IS NULL THEN 0 ELSE 1 END \
                 FROM (SELECT server FROM servers UNION SELECT server FROM games UNION SELECT server FROM totals \
                     UNION SELECT server FROM reports UNION SELECT server FROM study_groups UNION SELECT server FROM seasons) AS own \
                 LEFT JOIN servers ON servers.server = own.server",
                &[],
            )
            .await?;
        rows.iter()
            .map(|row| Ok((Server(row.unsigned(0)?), row.number(1)? > 0)))
            .collect()
    }

    async fn server_left(&self, server: Server, at: Duration) -> Result<(), StoreError> {
        self.writer.write(Left { server, at }).await.map(drop)
    }

    async fn server_returned(&self, server: Server) -> Result<(), StoreError> {
        self.writer.write(Returned(server)).await.map(drop)
    }

    async fn purge_servers(&self, before: Duration) -> Result<u64, StoreError> {
        let left = self
            .readers
            .rows(
                "SELECT server FROM servers WHERE left_at IS NOT NULL AND left_at < $1",
                &[before.into()],
            )
            .await?;
        let mut gone = 0;
        for row in &left {
            let server = ForgetServer(Server(row.unsigned(0)?), before);
            gone += self.writer.write(server).await? as u64;
        }
        Ok(gone)
    }

    async fn fold_answers(&self, before: Duration) -> Result<u64, StoreError> {
        let mut folded = 0;
        loop {
            let games = self
                .writer
                .write(Fold {
                    before,
                    games: SLICE,
                })
                .await?;
            if games == 0 {
                return Ok(folded);
            }
            folded += games as u64;
        }
    }

    async fn clear_games(&self, before: Duration) -> Result<u64, StoreError> {
        self.writer
            .write(Clear(before))
            .await
            .map(|games| games as u64)
    }
}

#[derive(Debug)]
struct Hide {
    player: Player,
    hidden: bool,
    at: Duration,
}

#[async_trait]
impl Write for Hide {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let rows = if self.hidden {
            link.run(
                "INSERT INTO hidden (player, at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                &[self.player.into(), self.at.into()],
            )
            .await?
        } else {
            link.run(
                "DELETE FROM hidden WHERE player = $1",
                &[self.player.into()],
            )
            .await?
        };
        Ok(rows as i64)
    }
}

#[derive(Debug)]
struct Tell {
    player: Player,
    at: Duration,
}

#[async_trait]
impl Write for Tell {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "INSERT INTO told (player, at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            &[self.player.into(), self.at.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}

#[derive(Debug)]
struct Left {
    server: Server,
    at: Duration,
}

#[async_trait]
impl Write for Left {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "INSERT INTO servers (server, left_at) VALUES ($1, $2) \
             ON CONFLICT (server) DO UPDATE SET left_at = COALESCE(servers.left_at, excluded.left_at)",
            &[self.server.into(), self.at.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}

#[derive(Debug)]
struct Returned(Server);

#[async_trait]
impl Write for Returned {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "UPDATE servers SET left_at = NULL WHERE server = $1 AND left_at IS NOT NULL",
            &[self.0.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}
