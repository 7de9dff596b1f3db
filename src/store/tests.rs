//! One story, told to both stores: a real SQLite file, and a real PostgreSQL where `CLIO_TEST_POSTGRES` names one.

mod play;

mod boards;
mod closing;
mod groups;
mod kill;
mod moving;
mod privacy;
mod profiles;
mod sessions;
mod totals;
mod trouble;
