//! Clio, a study bot that reads a group's notes: the map of the house, ground floor first.
//!
//! A module imports only from floors below it; `tests/it/floors.rs` holds that.

pub mod notes;

pub mod library;

pub mod answers;
pub mod quiz;

pub mod config;
pub mod disk;
pub mod store;

pub mod bot;
pub mod playground;

pub mod cli;

/// Here rather than in `main.rs`, so that tests and benches run with what the bot runs with.
#[cfg(all(target_arch = "x86_64", not(windows)))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
