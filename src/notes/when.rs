//! A historical date: day, month, year, decade, century or a range of those, possibly approximate, possibly BC.
//!
//! Written in EDTF, level 2 of ISO 8601-2 (<https://www.loc.gov/standards/datetime/>): `1962-10-27`, `1962-10`, `196X`,
//! `18XX`, `1962-10-16/1962-10-28`, `1962~`, `-0043` (44 BC: astronomical years).

/// A historical date. (First sketch: its EDTF text.)
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct When(pub String);
