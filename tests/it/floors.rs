//! Imports point down: no module of `src/` uses one on its own floor or above, and every module has a floor.

use std::fs;
use std::path::{Path, PathBuf};

/// Ground floor first. Modules on one line do not know each other.
const FLOORS: &[&[&str]] = &[
    &["notes"],
    &["library"],
    &["quiz", "answers", "review"],
    &["store", "config", "disk"],
    &["bot", "playground"],
    &["cli"],
];

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The top-level module that a file belongs to; `None` for `main.rs` and `lib.rs`.
fn module_of(file: &Path, src: &Path) -> Option<String> {
    let inside = file.strip_prefix(src).unwrap();
    let first = inside.components().next().unwrap().as_os_str();
    let name = Path::new(first).file_stem().unwrap().to_str().unwrap();
    (!matches!(name, "main" | "lib")).then(|| name.to_owned())
}

/// The modules that `crate::…` names in a line of code: `crate::x` and `crate::{x, y::z}`.
fn named_in(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let mut names = Vec::new();
    for after in code.split("crate::").skip(1) {
        let (list, braces) = match after.strip_prefix('{') {
            Some(rest) => (rest, true),
            None => (after, false),
        };
        let mut depth = 0_i32;
        let mut name = String::new();
        let mut taking = true;
        for letter in list.chars() {
            match letter {
                'a'..='z' | '0'..='9' | '_' if depth == 0 && taking => name.push(letter),
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 && braces => {
                    names.push(std::mem::take(&mut name));
                    taking = true;
                }
                ' ' if name.is_empty() => {}
                _ if !braces => break,
                _ => taking = false,
            }
        }
        names.push(name);
    }
    names.retain(|name| !name.is_empty());
    names
}

/// What is wrong with `code` as a part of `module`.
fn faults(module: &str, code: &str) -> Vec<String> {
    let Some(floor) = floor_of(module) else {
        return vec![format!("`{module}` has no floor: add it to FLOORS")];
    };
    // A list in braces may run over several lines: join it before looking.
    let joined = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default().trim())
        .collect::<Vec<_>>()
        .join(" ")
        .replace(';', ";\n");
    let mut faults = Vec::new();
    for name in joined.lines().flat_map(named_in) {
        match floor_of(&name) {
            _ if name == module => {}
            Some(other) if other < floor => {}
            Some(_) => faults.push(format!(
                "`{module}` imports `{name}`, which is not below it"
            )),
            None => faults.push(format!("`{module}` imports `{name}`, which has no floor")),
        }
    }
    faults
}

#[test]
fn imports_point_down_and_every_module_has_a_floor() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > 3, "src/ was not found at {}", src.display());
    let found: Vec<String> = files
        .iter()
        .filter_map(|file| Some((file, module_of(file, &src)?)))
        .flat_map(|(file, module)| {
            faults(&module, &fs::read_to_string(file).unwrap())
                .into_iter()
                .map(|fault| format!("{}: {fault}", file.display()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_import_that_points_up_is_found() {
    let up = |code| faults("quiz", code).len();
    assert_eq!(up("use crate::notes::Note;"), 0);
    assert_eq!(up("use crate::quiz::Game;"), 0);
    assert_eq!(up("// crate::bot is above"), 0);
    assert_eq!(up("use crate::bot::Bot;"), 1);
    assert_eq!(
        up("use crate::answers::Card;"),
        1,
        "one floor does not know itself"
    );
    assert_eq!(up("use crate::{notes::{Note, when}, store::Store};"), 1);
    assert_eq!(up("use crate::{\n    bot,\n    cli::Run,\n};"), 2);
    assert_eq!(up("let x = crate::playground::serve();"), 1);
    assert_eq!(faults("attic", "").len(), 1, "a new module needs a floor");
    assert_eq!(up("use crate::attic::Box;"), 1);
}

/// Crates that may be named on one floor only: the playground is a second witness of Discord's protocol.
const OUTSIDERS: &[(&str, &[&str])] = &[
    ("serenity::", &["bot"]),
    ("poise::", &["bot"]),
    ("twilight_model::", &["playground"]),
    ("twilight_validate::", &["playground"]),
    ("tokio::fs", &[]),
];

#[test]
fn discord_libraries_stay_on_their_floor() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut found = Vec::new();
    for file in &files {
        let module = module_of(file, &src).unwrap_or_else(|| "main".to_owned());
        let code = fs::read_to_string(file).unwrap();
        let code = code
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default());
        for (number, line) in code.enumerate() {
            for (outsider, floors) in OUTSIDERS {
                if line.contains(outsider) && !floors.contains(&module.as_str()) {
                    found.push(format!("{}:{}: {outsider}", file.display(), number + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
