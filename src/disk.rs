//! Floor 3: folders of notes → a library and what was odd about them; the only reader of notes from disk.
//!
//! Limits and globs are arguments. A bad file never stops the rest: it becomes a [`Finding`]. Only a folder that cannot be used
//! at all is a [`DiskError`].

mod walk;

mod read;

mod shelf;

mod watch;

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::thread;

use crate::library::{Entry, Library, Outline};
use crate::notes::{Note, Warning};
use crate::quiz::make::Deck;

pub use shelf::{Shelf, Shelves};
pub use watch::{Watch, watch};

/// Which notes to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Folders, or single files.
    pub folders: Vec<PathBuf>,
    /// Globs below a folder (`history/**`); where there are any, nothing else is read.
    pub include: Vec<String>,
    /// Globs below a folder that are not read.
    pub exclude: Vec<String>,
    /// Also read folders that are somebody's Obsidian vault, without any `include`.
    pub share_all: bool,
    /// How much to read at most.
    pub limits: Limits,
}

/// How much to read at most; what is over is skipped and said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one note.
    pub note_bytes: u64,
    /// Notes in all.
    pub notes: usize,
    /// Bytes of all notes.
    pub total_bytes: u64,
}

impl Default for Limits {
    /// 1 MiB a note, 20,000 notes, 256 MiB.
    fn default() -> Self {
        Self {
            note_bytes: 1 << 20,
            notes: 20_000,
            total_bytes: 256 << 20,
        }
    }
}

/// Something odd about a file, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Path below its folder, with `/`.
    pub path: String,
    /// What and where.
    pub warning: Warning,
    /// The file was not read at all.
    pub skipped: bool,
}

/// How many notes of one folder everyone can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderCount {
    /// Path below the notes folder; `.` for its top.
    pub path: String,
    /// Notes directly in it.
    pub n_notes: usize,
}

/// What was read and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Notes that everyone can read.
    pub n_notes: usize,
    /// Their bytes.
    pub n_bytes: u64,
    /// Where they are, by path.
    pub folders: Vec<FolderCount>,
    /// Notes left out by `clio: false` or `#private`.
    pub n_private: usize,
    /// Files that are no notes.
    pub n_other: usize,
    /// Symbolic links and devices, which are not followed.
    pub n_not_followed: usize,
    /// All that is odd, by path and line.
    pub findings: Vec<Finding>,
}

/// A library, what could be asked of it, and how it came about.
#[derive(Debug)]
pub struct Loaded {
    /// The facts.
    pub library: Arc<Library>,
    /// What was read.
    pub report: Report,
    deck: Arc<OnceLock<Deck>>,
}

impl Loaded {
    fn new(library: Library, report: Report) -> Self {
        let loaded = Self {
            library: Arc::new(library),
            report,
            deck: Arc::default(),
        };
        // Who looks up dates and names need not wait for full text and questions; who wants those waits for the rest of it.
        let (library, deck) = (Arc::clone(&loaded.library), Arc::clone(&loaded.deck));
        let ready = move || {
            library.ready_text();
            deck.get_or_init(|| Deck::of(&library));
        };
        // A thread of its own: one of the pool's would wait here for whoever came first, who may wait for the pool. Where the
        // system gives none, the first to ask builds them.
        drop(
            thread::Builder::new()
                .name("indexes".to_owned())
                .spawn(ready),
        );
        loaded
    }

    /// What could be asked of the library.
    #[must_use]
    pub fn deck(&self) -> &Deck {
        self.deck.get_or_init(|| Deck::of(&self.library))
    }
}

/// Why a source gives no library. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// No such folder.
    #[error("there is no folder {}: make it, or name another with content.folders or --content", .0.display())]
    Missing(PathBuf),
    /// The folder stands but cannot be read.
    #[error("{} cannot be read ({why}): give the account that runs Clio the right to read it", .folder.display())]
    Unreadable {
        /// Which.
        folder: PathBuf,
        /// The system's words.
        why: String,
    },
    /// A vault is also a diary: it is not shared by accident.
    #[error(
        "{} is an Obsidian vault, and everyone in your servers could read all of it: list what to share in content.include, or set content.share_all = true",
        .0.display()
    )]
    Vault(PathBuf),
    /// A glob that is none.
    #[error("`{glob}` is no glob ({why}): write it like history/** or *.draft.md")]
    Glob {
        /// As written.
        glob: String,
        /// What is wrong with it.
        why: String,
    },
    /// The watcher could not start.
    #[error(
        "changes of the notes cannot be watched ({0}): set content.watch = false and use /notes reload"
    )]
    Watch(String),
}

/// Told now and then while loading: how many of how many bytes are read.
pub type Progress<'p> = &'p (dyn Fn(u64, u64) + Sync);

/// Reads all notes of `source` and indexes them.
///
/// # Errors
/// Where a folder is missing, unreadable or an unshared vault, or a glob is none.
pub fn load(source: &Source, progress: Progress<'_>) -> Result<Loaded, DiskError> {
    let (entries, report) =
        read::read_all(walk::walk(source)?, progress, Entry::of, Entry::outline);
    Ok(Loaded::new(Library::of(entries), report))
}

/// Reads all notes of `source`, whole, in the order of their paths; private ones are left out.
///
/// # Errors
/// As [`load`].
pub fn read_notes(
    source: &Source,
    progress: Progress<'_>,
) -> Result<(Vec<Note>, Report), DiskError> {
    let found = walk::walk(source)?;
    let (mut notes, report) = read::read_all(found, progress, |note| note, outline_of);
    // What is odd comes with the note too, for who looks at notes one by one.
    for finding in report.findings.iter().filter(|finding| !finding.skipped) {
        if let Ok(at) = notes.binary_search_by(|note| note.path.as_str().cmp(&finding.path)) {
            notes[at].warnings.push(finding.warning.clone());
        }
    }
    Ok((notes, report))
}

fn outline_of(note: &Note) -> Outline<'_> {
    Outline {
        path: &note.path,
        title: &note.document.title,
        aliases: &note.document.front_matter.aliases,
        links: &note.document.links,
    }
}

impl Report {
    /// Who can read what, as `clio run` and `clio check` open with: one line, then one for each folder.
    #[must_use]
    pub fn who_can_read_what(&self) -> Vec<String> {
        let mut lines = vec![format!(
            "Everyone in your servers can read {} from {}{}",
            counted(self.n_notes, "note"),
            counted(self.folders.len(), "folder"),
            if self.folders.is_empty() { "." } else { ":" }
        )];
        lines.extend(
            self.folders
                .iter()
                .map(|folder| format!("  {}  {}", folder.path, counted(folder.n_notes, "note"))),
        );
        let mut aside = |n, what: &str, why: &str| {
            if n > 0 {
                lines.push(format!("{} {why}.", counted(n, what)));
            }
        };
        aside(
            self.n_private,
            "private note",
            "left out (clio: false or #private)",
        );
        aside(
            self.n_other,
            "other file",
            "passed over (only .md, .markdown and .txt are read)",
        );
        aside(self.n_not_followed, "link or device", "not followed");
        lines
    }
}

/// `1 note`, `12 notes`.
fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
