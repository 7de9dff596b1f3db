//! Floor 2: facts in, questions and the game out. No disk, no clock, no async.
//!
//! Times are [`Duration`](std::time::Duration)s since the Unix epoch, handed in by who calls: Discord's own, from its snowflakes,
//! where there is one. So a game that was written down can go on in another process.

pub mod question;

pub mod make;

pub mod choose;

pub mod judge;

pub mod game;

use serde::{Deserialize, Serialize};

/// A Discord user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Player(pub u64);

/// A Discord guild.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Server(pub u64);
