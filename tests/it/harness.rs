//! The bot and the playground, together, with verbs that read like the story.

pub(crate) mod openapi;
