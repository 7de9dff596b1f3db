//! `[content]` and `[[shelf]]`: which notes are read, and for whom.

use std::path::PathBuf;

use serde::Deserialize;

/// `[content]`: which notes are read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Content {
    /// `content.folders` (`CLIO_CONTENT_FOLDERS`): where the notes are. Default: `content`.
    pub folders: Vec<PathBuf>,
    /// `content.include` (`CLIO_CONTENT_INCLUDE`): globs; a note must match one. Default: all match.
    pub include: Vec<String>,
    /// `content.exclude` (`CLIO_CONTENT_EXCLUDE`): globs; a note must match none. Default: none.
    pub exclude: Vec<String>,
    /// `content.share_all` (`CLIO_CONTENT_SHARE_ALL`): read a whole vault without `include`. Default: false.
    pub share_all: bool,
    /// `content.watch` (`CLIO_CONTENT_WATCH`): read again on change. Default: false.
    pub watch: bool,
    /// `[content.limits]`
    pub limits: Limits,
}

impl Default for Content {
    fn default() -> Self {
        Self {
            folders: vec![PathBuf::from("content")],
            include: Vec::new(),
            exclude: Vec::new(),
            share_all: false,
            watch: false,
            limits: Limits::default(),
        }
    }
}

/// `[content.limits]`: past these, notes are skipped, and it is said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// `content.limits.note_bytes` (`CLIO_CONTENT_LIMITS_NOTE_BYTES`): the largest note. Default: 1 MiB.
    pub note_bytes: u64,
    /// `content.limits.notes` (`CLIO_CONTENT_LIMITS_NOTES`): how many notes. Default: 20,000.
    pub notes: usize,
    /// `content.limits.total_bytes` (`CLIO_CONTENT_LIMITS_TOTAL_BYTES`): all notes together. Default: 256 MiB.
    pub total_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            note_bytes: 1 << 20,
            notes: 20_000,
            total_bytes: 256 << 20,
        }
    }
}

/// `[[shelf]]`: notes for some servers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    /// `folders`: where these notes are.
    pub folders: Vec<PathBuf>,
    /// `servers`: who may read them.
    pub servers: Vec<u64>,
}
