//! Folders of notes, as they come.

use std::fs;
use std::path::Path;

use super::{DiskError, Limits, Loaded, Shelf, Source, load};

fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let place = folder.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

fn source(folder: &Path) -> Source {
    Source {
        folders: vec![folder.to_owned()],
        ..Source::default()
    }
}

fn loaded(source: &Source) -> Loaded {
    load(source, &|_, _| {}).unwrap()
}

fn paths(source: &Source) -> Vec<String> {
    let notes = loaded(source);
    notes
        .library
        .notes()
        .iter()
        .map(|note| note.path.clone())
        .collect()
}

/// What is odd, as `path:line message`.
fn odd(source: &Source) -> Vec<String> {
    let findings = loaded(source).report.findings;
    let told = findings
        .iter()
        .map(|it| format!("{}:{} {}", it.path, it.warning.line, it.warning.message));
    told.collect()
}

#[test]
fn notes_are_read_and_other_files_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    for path in [
        "a.md",
        "b.markdown",
        "c.txt",
        "deep/er/D.MD",
        "README.md",
        "deep/README.md",
        "map.png",
        ".hidden.md",
        ".git/x.md",
    ] {
        write(folder.path(), path, "# T\n- text\n");
    }
    assert_eq!(
        paths(&source(folder.path())),
        [
            "a.md",
            "b.markdown",
            "c.txt",
            "deep/README.md",
            "deep/er/D.MD"
        ]
    );
    let report = loaded(&source(folder.path())).report;
    assert_eq!((report.n_notes, report.n_other), (5, 1));
    assert_eq!(
        report.who_can_read_what(),
        [
            "Everyone in your servers can read 5 notes from 3 folders:",
            "  .  3 notes",
            "  deep  1 note",
            "  deep/er  1 note",
            "1 other file passed over (only .md, .markdown and .txt are read).",
        ]
    );
}

#[test]
fn ignore_files_and_globs_leave_notes_out() {
    let folder = tempfile::tempdir().unwrap();
    for path in [
        "a.md",
        "draft.md",
        "diary/day.md",
        "history/b.md",
        "history/old/c.md",
    ] {
        write(folder.path(), path, "- text\n");
    }
    write(folder.path(), ".gitignore", "draft.md\n");
    write(folder.path(), ".clioignore", "diary/\n");
    assert_eq!(
        paths(&source(folder.path())),
        ["a.md", "history/b.md", "history/old/c.md"]
    );
    let some = |include: &[&str], exclude: &[&str]| {
        let globs = |list: &[&str]| list.iter().map(|glob| (*glob).to_owned()).collect();
        paths(&Source {
            include: globs(include),
            exclude: globs(exclude),
            ..source(folder.path())
        })
    };
    assert_eq!(
        some(&["history"], &[]),
        ["history/b.md", "history/old/c.md"]
    );
    assert_eq!(some(&["history/**"], &["**/old"]), ["history/b.md"]);
    assert_eq!(some(&[], &["*.md"]), Vec::<String>::new());
    let wrong = Source {
        include: vec!["a[".to_owned()],
        ..source(folder.path())
    };
    assert!(matches!(
        load(&wrong, &|_, _| {}),
        Err(DiskError::Glob { .. })
    ));
}

#[test]
fn private_notes_are_left_out_of_everything() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "a.md",
        "# Open\n- On 3 May 1950 it rained.\n",
    );
    write(
        folder.path(),
        "b.md",
        "---\nclio: false\n---\n# Secret\n- On 4 May 1950 it snowed.\n",
    );
    write(
        folder.path(),
        "c.md",
        "# Hush\n- On 5 May 1950 it hailed.\n\n#private\n",
    );
    let loaded = loaded(&source(folder.path()));
    assert_eq!((loaded.report.n_notes, loaded.report.n_private), (1, 2));
    assert!(
        loaded
            .library
            .search("snowed hailed", 0, 9)
            .statements
            .is_empty()
    );
    assert_eq!(loaded.library.dates().all().len(), 1);
}

#[test]
fn a_vault_is_not_shared_by_accident() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ".obsidian/app.json", "{}");
    write(folder.path(), "history/a.md", "- text\n");
    assert!(matches!(
        load(&source(folder.path()), &|_, _| {}),
        Err(DiskError::Vault(_))
    ));
    let shared = Source {
        share_all: true,
        ..source(folder.path())
    };
    assert_eq!(paths(&shared), ["history/a.md"]);
    let some = Source {
        include: vec!["history".to_owned()],
        ..source(folder.path())
    };
    assert_eq!(paths(&some), ["history/a.md"]);
}

#[test]
fn what_is_over_a_limit_is_skipped_and_said() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..5 {
        write(folder.path(), &format!("{n}.md"), "- text\n");
    }
    write(folder.path(), "long.md", "x".repeat(200));
    let limited = Source {
        limits: Limits {
            note_bytes: 100,
            notes: 3,
            ..Limits::default()
        },
        ..source(folder.path())
    };
    assert_eq!(paths(&limited), ["0.md", "1.md", "2.md"]);
    assert_eq!(
        odd(&limited),
        [
            "3.md:1 from here on notes are left out: at most 3 notes and 268435456 bytes are read; 2 notes left out",
            "long.md:1 this note has 200 bytes; at most 100 are read",
        ]
    );
}

#[test]
fn odd_bytes_links_to_nowhere_and_equal_titles_are_said() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "a.md",
        b"# One\n- D\xe9tente, see [[Nowhere]] and [[b]]\n",
    );
    write(folder.path(), "b.md", "\u{feff}# one\r\n- text\r\n");
    assert_eq!(
        odd(&source(folder.path())),
        [
            "a.md:2 this note is not UTF-8 text; what is not reads as `?`",
            "a.md:2 no note is called Nowhere",
            "b.md:1 one is also the title of a.md",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_and_devices_are_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "secret.md", "- text\n");
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.md", "- text\n");
    std::os::unix::fs::symlink(outside.path().join("secret.md"), folder.path().join("b.md"))
        .unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("c")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("d.md")).unwrap();
    assert_eq!(paths(&source(folder.path())), ["a.md"]);
    assert_eq!(loaded(&source(folder.path())).report.n_not_followed, 3);
}

#[test]
fn several_folders_are_told_apart_by_their_names() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "one/a.md", "- text\n");
    write(folder.path(), "two/a.md", "- text\n");
    let both = Source {
        folders: vec![folder.path().join("one"), folder.path().join("two")],
        ..Source::default()
    };
    assert_eq!(paths(&both), ["one/a.md", "two/a.md"]);
    assert_eq!(
        paths(&source(&folder.path().join("one/a.md"))),
        ["a.md"],
        "one file is a source too"
    );
}

#[test]
fn a_broken_folder_keeps_the_old_library_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("notes");
    write(&notes, "a.md", "- text\n");
    let shelf = Shelf::open(source(&notes), &|_, _| {}).unwrap();
    let before = shelf.library();
    write(&notes, "b.md", "- text\n");
    assert_eq!(shelf.reload().unwrap().report.n_notes, 2);
    assert_eq!(
        before.notes().len(),
        1,
        "who holds the old library keeps it"
    );
    fs::rename(&notes, folder.path().join("away")).unwrap();
    assert!(matches!(shelf.reload(), Err(DiskError::Missing(_))));
    assert_eq!(shelf.library().notes().len(), 2);
}
