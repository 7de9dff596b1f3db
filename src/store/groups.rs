//! Study groups inside a server.

use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::{Period, StoreError};
use crate::quiz::{Player, Server};

/// A study group's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub i64);

/// A study group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its number.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// How many are in it.
    pub members: u64,
}

/// A study group on the board of groups.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPlace {
    /// 1 for the first; groups with the same average share a rank.
    pub rank: u64,
    /// Which.
    pub group: Group,
    /// Members who answered within the period.
    pub active: u64,
    /// Their points together.
    pub points: u64,
    /// Points per active member; 0 without any.
    pub average: f64,
}

/// Study groups.
#[async_trait]
pub trait Groups {
    /// Makes a group. [`StoreError::NameTaken`] where the server has one of that name, capitals aside; [`StoreError::BadName`] for a name
    /// that is empty or longer than 32 characters.
    async fn create_group(
        &self,
        server: Server,
        name: &str,
        by: Player,
        at: Duration,
    ) -> Result<GroupId, StoreError>;

    /// Gives a group another name.
    async fn rename_group(
        &self,
        server: Server,
        group: GroupId,
        name: &str,
    ) -> Result<(), StoreError>;

    /// Takes a group away; its members keep their points.
    async fn remove_group(&self, server: Server, group: GroupId) -> Result<(), StoreError>;

    /// Puts a player into a group; doing it twice changes nothing.
    async fn join_group(
        &self,
        server: Server,
        group: GroupId,
        player: Player,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Takes a player out of a group; says whether they were in it.
    async fn leave_group(
        &self,
        server: Server,
        group: GroupId,
        player: Player,
    ) -> Result<bool, StoreError>;

    /// A server's groups by name.
    async fn groups(&self, server: Server) -> Result<Vec<Group>, StoreError>;

    /// The groups that a player is in, by name.
    async fn groups_of(&self, server: Server, player: Player) -> Result<Vec<Group>, StoreError>;

    /// All groups of a server, the highest average per active member first.
    async fn group_board(
        &self,
        server: Server,
        period: Period,
        topic: Option<&str>,
        at: Duration,
    ) -> Result<Vec<GroupPlace>, StoreError>;
}
