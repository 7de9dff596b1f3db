//! The world that the playground keeps: servers, people, messages, commands, interactions.
//!
//! Nothing here knows of sockets or clocks: time comes in as `now`, and what is to be told goes out
//! as [`event::Event`]s, which the shells deliver.

// What there is.
pub(crate) mod ids;
pub(crate) mod roll;

pub(crate) mod guild;
pub(crate) mod message;
pub(crate) mod permissions;

pub(crate) mod seed;
pub(crate) mod servers;

// What happens to it.
pub(crate) mod event;
pub(crate) mod world;

pub(crate) mod posting;
pub(crate) mod reading;
pub(crate) mod threads;

pub(crate) mod ruling;

pub(crate) mod files;
pub(crate) mod mentions;

// What people and the bot ask of each other.
pub(crate) mod command;
pub(crate) mod invoke;

pub(crate) mod interaction;

pub(crate) mod acting;
pub(crate) mod answering;

#[cfg(test)]
mod tests;
