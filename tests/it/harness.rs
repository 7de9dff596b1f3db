//! The bot and the playground, together, with verbs that read like the story:
//!
//! ```text
//! let bot = TestBot::in_process().await;
//! bot.member("ann").runs("/event when:27-october").await.shows("27 October 1962");
//! bot.ends().await;
//! ```
//!
//! The bot runs in this process, on its own thread, or as `clio run` in another; the stories are the same.

mod cards;
mod databases;
pub(crate) mod hostile;
mod notes;
pub(crate) mod openapi;
mod process;
mod running;
mod setup;
mod story;
mod true_path;

pub(crate) use cards::{CARDS, right_answer, types};
pub(crate) use databases::{as_administrator, new_database};
pub(crate) use notes::NOTES;
pub(crate) use running::TestBot;
pub(crate) use setup::{EXAM, SCHOOL, Setup};
pub(crate) use story::{Member, Told};
