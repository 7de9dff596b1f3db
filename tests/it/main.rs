//! The integration binary: stories told through the playground, and the laws of the house.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at once when something is missing"
)]

mod harness;

mod bot_connection;
mod bot_faults;
mod bot_start;
mod bot_stories;
mod bot_trouble;
mod cli;
mod database_trouble;
mod db_stories;
mod floors;
mod group_stories;
mod hostile_stories;
mod load;
mod operations;
mod page;
mod picture_stories;
mod playground_answers;
mod playground_classmates;
mod playground_client;
mod playground_faults;
mod playground_gateway;
mod playground_judge;
mod playground_limits;
mod playground_rest;
mod playground_rules;
mod playground_shapes;
mod playground_strict;
mod playground_trouble;
mod playground_walls;
mod practice_stories;
mod privacy_stories;
mod quiz_kept;
mod quiz_permissions;
mod quiz_stories;
mod quiz_trouble;
mod random_excuses;
mod random_run;
mod score_stories;
mod settings_stories;
mod true_path;
