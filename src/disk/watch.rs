//! Being told when notes change on disk.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::{DiskError, Source};

/// How long the files must be left alone before a change is told: an editor or `git pull` writes many at once.
const QUIET: Duration = Duration::from_millis(500);

/// Watches until it is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// Calls `changed` on a thread of its own whenever notes of `source` were written, added, moved or removed, once for many at a time.
///
/// # Errors
/// Where the system cannot watch these folders.
pub fn watch(source: &Source, changed: impl FnMut() + Send + 'static) -> Result<Watch, DiskError> {
    let refuse = |fault: notify::Error| DiskError::Watch(fault.to_string());
    let (tell, told) = channel();
    let folders: Vec<PathBuf> = source
        .folders
        .iter()
        .map(|folder| folder.canonicalize().unwrap_or_else(|_| folder.clone()))
        .collect();
    let below = folders.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| matters(&event, &below)) {
            // Nobody listens any more once the watch is dropped.
            tell.send(()).ok();
        }
    })
    .map_err(refuse)?;
    for folder in &folders {
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .map_err(refuse)?;
    }
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || tell_when_quiet(&told, changed))
        .map_err(|fault| DiskError::Watch(fault.to_string()))?;
    Ok(Watch { _watcher: watcher })
}

/// Ends when the watcher, which holds the other end, is dropped.
fn tell_when_quiet(told: &Receiver<()>, mut changed: impl FnMut()) {
    while told.recv().is_ok() {
        loop {
            match told.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        changed();
    }
}

/// Reading is no change, and neither is what happens in hidden files and folders (`.git`, an editor's swap file).
fn matters(event: &Event, folders: &[PathBuf]) -> bool {
    let is_change = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Any
    );
    is_change && event.paths.iter().any(|path| is_seen(path, folders))
}

fn is_seen(path: &Path, folders: &[PathBuf]) -> bool {
    let inside = folders
        .iter()
        .find_map(|folder| path.strip_prefix(folder).ok())
        .unwrap_or(path);
    inside.components().all(|part| {
        let part = part.as_os_str();
        part == OsStr::new(".gitignore")
            || part == OsStr::new(".clioignore")
            || !part.as_encoded_bytes().starts_with(b".")
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use notify::event::{AccessKind, CreateKind};

    use super::*;

    #[test]
    fn hidden_files_and_reading_do_not_matter() {
        let folders = [PathBuf::from("/home/.notes")];
        let event = |kind, path: &str| Event::new(kind).add_path(path.into());
        let create = EventKind::Create(CreateKind::Any);
        assert!(matters(&event(create, "/home/.notes/a/b.md"), &folders));
        assert!(matters(
            &event(create, "/home/.notes/.clioignore"),
            &folders
        ));
        assert!(!matters(
            &event(create, "/home/.notes/a/.b.md.swp"),
            &folders
        ));
        assert!(!matters(
            &event(create, "/home/.notes/.git/index"),
            &folders
        ));
        assert!(!matters(
            &event(EventKind::Access(AccessKind::Any), "/home/.notes/a/b.md"),
            &folders
        ));
    }

    #[test]
    fn many_writes_are_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let source = Source {
            folders: vec![folder.path().to_owned()],
            ..Source::default()
        };
        let (tell, told) = channel();
        let watching = watch(&source, move || tell.send(()).unwrap()).unwrap();
        for n in 0..20 {
            fs::write(folder.path().join(format!("{n}.md")), "# A note").unwrap();
        }
        told.recv().unwrap();
        // Dropping the watch ends its thread, and with it the channel.
        drop(watching);
        let n_told = 1 + told.iter().count();
        assert!(n_told < 20, "told {n_told} times");
    }
}
