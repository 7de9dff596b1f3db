//! The command line, told from the outside.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use expect_test::{Expect, expect};

/// Runs `clio` with these arguments, in a folder without settings.
fn clio(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_clio"))
        .args(arguments)
        .current_dir(folder.path())
        .env_remove("DISCORD_TOKEN")
        .env_remove("DISCORD_TOKEN_FILE")
        .output()
        .unwrap()
}

fn notes() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("notes");
    std::fs::create_dir(&notes).unwrap();
    let text = "# Storms\n- Around 1950.\n\n## 3 May\n- A storm came, see [[Weather]].\n- It rained for days -> the river rose\n";
    std::fs::write(notes.join("storms.md"), text).unwrap();
    (folder, notes)
}

#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "`expect![…]` reads as it stands"
)]
fn check(arguments: &[&str], notes: &Path, status: i32, expected: Expect) {
    let place = notes.display().to_string();
    let output = clio(&[arguments, &["--content", &place]].concat());
    let told =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    expected.assert_eq(&told.replace(&place, "NOTES"));
    assert_eq!(output.status.code(), Some(status));
}

#[test]
fn asking_prints_the_card() {
    let (_folder, notes) = notes();
    check(
        &["ask", "event", "3", "may"],
        &notes,
        0,
        expect![[r#"
        3 May 1950 (year from line 2)                                             Storms
        ────────────────────────────────────────────────────────────────────────────────

        • A storm came
        • It rained for days, led to the river rose

        See also  Weather
        Source    Storms, 3 May, lines 5 to 6
    "#]],
    );
    check(
        &["ask", "event", "1890"],
        &notes,
        1,
        expect![[r#"
        1890
        ────────────────────────────────────────────────────────────────────────────────

        The notes state nothing for this date.

        Nearest dates  3 May 1950
    "#]],
    );
}

#[test]
fn checking_says_what_is_odd_and_where() {
    let (_folder, notes) = notes();
    check(
        &["check"],
        &notes,
        0,
        expect![[r#"
        Everyone in your servers can read 1 note from 1 folder:
          .  1 note

          ⚠ no note is called Weather
           ╭─[storms.md:5:21]
         4 │ ## 3 May
         5 │ - A storm came, see [[Weather]].
           ·                     ───────────
         6 │ - It rained for days -> the river rose
           ╰────
          help: Write that note, or mend the name in the link.

        1 note: 2 dated statements, 0 names, 1 cause link, 0 definitions, 0 flashcards; 1 warning.
        refused as questions: 1 too-short, 7 dangling, 3 too-few-options, 1 nothing-to-ask
    "#]],
    );
    check(
        &["check", "nowhere"],
        &notes,
        1,
        expect![[r#"
        clio: there is no folder nowhere: make it, or name another with content.folders or --content
    "#]],
    );
}

#[test]
fn the_json_is_all_that_stands_on_standard_output() {
    let (_folder, notes) = notes();
    let output = clio(&["check", "--json", &notes.display().to_string()]);
    assert!(output.status.success());
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["format"], 1);
    assert_eq!(document["notes"][0]["path"], "storms.md");
    assert_eq!(document["notes"][0]["events"][0]["date"], "1950-05-03");
    assert_eq!(document["notes"][0]["warnings"][0]["line"], 5);
}

#[test]
fn the_settings_are_printed_and_a_missing_token_is_explained() {
    let output = clio(&["config"]);
    let text = String::from_utf8(output.stdout).unwrap();
    toml::from_str::<toml::Table>(&text).expect("what `clio config` prints is a settings file");
    let output = clio(&["run"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told.contains("DISCORD_TOKEN") && told.contains("clio playground"),
        "{told}"
    );
}

/// The notes with a card in them, so that there is something to ask.
fn cards() -> (tempfile::TempDir, PathBuf) {
    let (folder, notes) = notes();
    let cards = "# Rivers\n\nWhat did the river carry away?::The old mill\nWho built the mill?::Anna Bell\n";
    std::fs::write(notes.join("rivers.md"), cards).unwrap();
    (folder, notes)
}

#[test]
fn questions_are_printed_to_be_read_counted_and_printed_on_paper() {
    let (_folder, notes) = cards();
    let place = notes.display().to_string();
    let run = |arguments: &[&str]| {
        let output = clio(&[&["quiz", "--content", &place], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let text = run(&["--topic", "rivers", "--kind", "flashcard", "--seed", "1"]);
    for part in [
        "1.   ",
        "2.   ",
        "The old mill",
        "Anna Bell",
        "rivers.md:3",
        "flashcard",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let page = run(&["--topic", "rivers", "--format", "html", "--seed", "1"]);
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    let (asked, answered) = page.split_once("<h2>Answers</h2>").unwrap();
    assert!(
        !asked.contains("Anna Bell") && answered.contains("Anna Bell"),
        "{page}"
    );
    let json = |arguments: &[&str]| -> Vec<serde_json::Value> {
        serde_json::from_str(&run(arguments)).unwrap()
    };
    let all = json(&["--all", "--json"]);
    let game = json(&["--count", "1", "--seed", "5", "--format", "json"]);
    assert_eq!(game, json(&["--count", "1", "--seed", "5", "--json"]));
    assert_eq!(game.len(), 1);
    for question in all.iter().chain(&game) {
        let has = |key: &str| question[key].as_str().is_some_and(|text| !text.is_empty());
        for key in ["id", "kind", "difficulty", "prompt", "explanation"] {
            assert!(has(key), "{key}: {question}");
        }
        let options = question["options"].as_array().unwrap();
        let right = options
            .iter()
            .filter(|option| option["correct"] == true)
            .count();
        let accepted = question["accepted"].as_array().unwrap();
        assert_eq!(right, usize::from(!options.is_empty()), "{question}");
        assert!(!options.is_empty() || !accepted.is_empty(), "{question}");
        assert!(question["source"]["path"].is_string(), "{question}");
        assert!(question["source"]["line"].is_u64(), "{question}");
        assert!(question["source"]["headings"].is_array(), "{question}");
    }
}

#[test]
fn a_topic_that_is_not_there_is_said_with_the_nearest() {
    let (_folder, notes) = cards();
    check(
        &["quiz", "--topic", "rivres"],
        &notes,
        1,
        expect![[r#"
        clio: the notes have no topic rivres; the nearest are Rivers and Storms
    "#]],
    );
    check(
        &["quiz", "--topic", "1890"],
        &notes,
        1,
        expect![[r#"
        clio: the notes have no topic 1890; the nearest is 3 May 1950
    "#]],
    );
}

/// On a machine with one processor the pool has one thread, which must not wait for whoever waits for the pool. The full text
/// of many statements is built in two halves, on that pool.
#[test]
fn full_text_of_many_statements_is_found_at_once_on_one_processor() {
    let (_folder, notes) = notes();
    let many: String = (0..10_500)
        .map(|day| format!("- It snowed, {day}\n"))
        .collect();
    std::fs::write(notes.join("snow.md"), many).unwrap();
    // Who comes first differs from run to run.
    for _ in 0..4 {
        ends(&notes);
    }
}

/// Asks for full text with a pool of one thread.
#[track_caller]
fn ends(notes: &Path) {
    let mut asked = Command::new(env!("CARGO_BIN_EXE_clio"))
        .args(["ask", "search", "rained", "--content"])
        .arg(notes)
        .current_dir(notes.parent().unwrap())
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let ended = (0..12_000).find_map(|_| {
        std::thread::sleep(Duration::from_millis(10));
        asked.try_wait().unwrap()
    });
    let Some(status) = ended else {
        asked.kill().unwrap();
        panic!("the search never ended");
    };
    assert!(status.success(), "{status}");
}
