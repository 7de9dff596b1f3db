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
