//! Which files of the folders are notes: ignore files, globs, limits, nothing outside the folder.

use std::path::{Path, PathBuf};

use globset::{Glob, GlobSet, GlobSetBuilder};
use ignore::WalkBuilder;

use super::{DiskError, Finding, Source, counted};
use crate::notes::Warning;

/// A file to be read.
#[derive(Debug)]
pub(super) struct File {
    /// Where.
    pub(super) place: PathBuf,
    /// Path below its folder, with `/`; with several folders, the folder's name before it.
    pub(super) path: String,
    /// Bytes, as the folder says.
    pub(super) n_bytes: u64,
}

/// What the folders hold.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) files: Vec<File>,
    pub(super) n_other: usize,
    pub(super) n_not_followed: usize,
    pub(super) findings: Vec<Finding>,
    /// There is a whole folder, so that links to nowhere can be told.
    pub(super) is_folder: bool,
}

/// Lists the notes of `source` by path, within its limits.
pub(super) fn walk(source: &Source) -> Result<Found, DiskError> {
    let globs = Globs::new(source)?;
    let mut found = Found::default();
    for folder in &source.folders {
        let before = match source.folders.len() {
            1 => String::new(),
            _ => folder
                .file_name()
                .map(|name| format!("{}/", name.to_string_lossy()))
                .unwrap_or_default(),
        };
        walk_folder(folder, &before, source, &globs, &mut found)?;
    }
    found.files.sort_by(|a, b| a.path.cmp(&b.path));
    found.files.dedup_by(|a, b| a.place == b.place);
    keep_within_limits(source, &mut found);
    Ok(found)
}

fn walk_folder(
    folder: &Path,
    before: &str,
    source: &Source,
    globs: &Globs,
    found: &mut Found,
) -> Result<(), DiskError> {
    let unreadable = |why: &dyn std::fmt::Display| DiskError::Unreadable {
        folder: folder.to_owned(),
        why: why.to_string(),
    };
    if !folder.exists() {
        return Err(DiskError::Missing(folder.to_owned()));
    }
    // The folder itself may be a link; what lies in it is only followed as far as it stays there.
    let root = folder.canonicalize().map_err(|why| unreadable(&why))?;
    if root.is_dir() {
        found.is_folder = true;
        std::fs::read_dir(&root).map_err(|why| unreadable(&why))?;
    }
    if root.join(".obsidian").is_dir() && source.include.is_empty() && !source.share_all {
        return Err(DiskError::Vault(folder.to_owned()));
    }
    let walker = WalkBuilder::new(&root)
        .standard_filters(false)
        .hidden(true)
        .git_ignore(true)
        .require_git(false)
        .add_custom_ignore_filename(".clioignore")
        .follow_links(false)
        .build();
    for entry in walker {
        let entry = match entry {
            Ok(entry) => entry,
            Err(why) => {
                let (path, why) = name_of_fault(&root, before, &why);
                found.skip(
                    path,
                    format!("this could not be read: {why}"),
                    "Give the account that runs Clio the right to read it.",
                );
                continue;
            }
        };
        let Some(kind) = entry.file_type().filter(|kind| !kind.is_dir()) else {
            continue;
        };
        if !kind.is_file() {
            found.n_not_followed += 1;
            continue;
        }
        let inside = below(&root, entry.path());
        let is_guide = before.is_empty()
            && inside == "README.md"
            && root.is_dir()
            && inside != root_name(&root);
        if !is_note(entry.path()) {
            found.n_other += 1;
        } else if !is_guide && globs.admit(&inside) {
            let n_bytes = entry.metadata().map_or(0, |about| about.len());
            found.files.push(File {
                path: format!("{before}{inside}"),
                place: entry.into_path(),
                n_bytes,
            });
        }
    }
    Ok(())
}

impl Found {
    fn skip(&mut self, path: String, message: String, help: &str) {
        self.findings.push(Finding {
            path,
            warning: Warning {
                line: 1,
                span: None,
                message,
                help: help.to_owned(),
            },
            skipped: true,
        });
    }
}

fn keep_within_limits(source: &Source, found: &mut Found) {
    let limits = source.limits;
    let mut n_bytes = 0;
    let mut n_over = 0;
    let mut first_over = 0;
    for file in std::mem::take(&mut found.files) {
        if file.n_bytes > limits.note_bytes {
            let message = format!(
                "this note has {} bytes; at most {} are read",
                file.n_bytes, limits.note_bytes
            );
            found.skip(
                file.path,
                message,
                "Split it into several notes, or raise content.limits.note_bytes.",
            );
        } else if found.files.len() == limits.notes || n_bytes + file.n_bytes > limits.total_bytes {
            n_over += 1;
            if n_over == 1 {
                first_over = found.findings.len();
                let message = format!(
                    "from here on notes are left out: at most {} and {} bytes are read",
                    counted(limits.notes, "note"),
                    limits.total_bytes
                );
                found.skip(
                    file.path,
                    message,
                    "Share fewer with content.include, or raise content.limits.",
                );
            }
        } else {
            n_bytes += file.n_bytes;
            found.files.push(file);
        }
    }
    if let (2.., Some(first)) = (n_over, found.findings.get_mut(first_over)) {
        first
            .warning
            .message
            .push_str(&format!("; {} left out", counted(n_over, "note")));
    }
}

/// `.md`, `.markdown` and `.txt`, in any case.
fn is_note(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ["md", "markdown", "txt"]
            .iter()
            .any(|note| ending.eq_ignore_ascii_case(note))
    })
}

fn root_name(root: &Path) -> String {
    root.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The path below `root` with `/`; the file name where `root` is the file.
fn below(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    match parts.is_empty() {
        true => root_name(root),
        false => parts.join("/"),
    }
}

fn name_of_fault(root: &Path, before: &str, fault: &ignore::Error) -> (String, String) {
    match fault {
        ignore::Error::WithPath { path, err } => {
            (format!("{before}{}", below(root, path)), err.to_string())
        }
        ignore::Error::WithDepth { err, .. } => name_of_fault(root, before, err),
        other => (before.trim_end_matches('/').to_owned(), other.to_string()),
    }
}

/// What a host shares and what not.
struct Globs {
    include: Option<GlobSet>,
    exclude: GlobSet,
}

impl Globs {
    fn new(source: &Source) -> Result<Self, DiskError> {
        Ok(Self {
            include: match source.include.as_slice() {
                [] => None,
                some => Some(glob_set(some)?),
            },
            exclude: glob_set(&source.exclude)?,
        })
    }

    fn admit(&self, path: &str) -> bool {
        self.include.as_ref().is_none_or(|some| some.is_match(path)) && !self.exclude.is_match(path)
    }
}

fn glob_set(globs: &[String]) -> Result<GlobSet, DiskError> {
    let wrong = |glob: &str, why: &globset::Error| DiskError::Glob {
        glob: glob.to_owned(),
        why: why.kind().to_string(),
    };
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        set.add(Glob::new(glob).map_err(|why| wrong(glob, &why))?);
        // A folder's name means all that is in it.
        let inside = format!("{}/**", glob.trim_end_matches('/'));
        set.add(Glob::new(&inside).map_err(|why| wrong(glob, &why))?);
    }
    set.build().map_err(|why| wrong(&globs.join(", "), &why))
}
