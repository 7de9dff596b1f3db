//! Which note a wikilink names, and what is odd between notes: links to nowhere, two notes of one title.

use rustc_hash::FxHashMap;

use super::fold::folded;
use crate::notes::Warning;
use crate::notes::markdown::Link;

/// One note, as far as links to and from it go.
#[derive(Debug, Clone, Copy)]
pub struct Outline<'n> {
    /// Path below the content folder.
    pub path: &'n str,
    /// Title.
    pub title: &'n str,
    /// Other titles.
    pub aliases: &'n [String],
    /// Links in it.
    pub links: &'n [Link],
}

/// Notes by the names that a link may use: file name, title, alias; case, hyphens and a leading *the* do not matter.
#[derive(Debug, Default)]
pub(super) struct Targets {
    by_name: FxHashMap<String, u32>,
}

impl Targets {
    /// Indexes `notes`, the first of a name wins; file names before titles before aliases.
    #[must_use]
    pub(super) fn of(notes: &[Outline<'_>]) -> Self {
        let mut by_name = FxHashMap::default();
        let mut add = |name: &str, note: usize| {
            let note = u32::try_from(note).expect("there are at most some 20,000 notes");
            by_name.entry(link_name(name)).or_insert(note);
        };
        for (at, note) in notes.iter().enumerate() {
            add(file_stem(note.path), at);
        }
        for (at, note) in notes.iter().enumerate() {
            add(note.title, at);
        }
        for (at, note) in notes.iter().enumerate() {
            note.aliases.iter().for_each(|alias| add(alias, at));
        }
        Self { by_name }
    }

    /// The note that a link to `target` means.
    #[must_use]
    pub(super) fn find(&self, target: &str) -> Option<u32> {
        let name = link_name(file_stem(target.trim_end_matches(".md")));
        self.by_name.get(&name).copied()
    }
}

/// What is odd between `notes`: (index of the note, warning).
#[must_use]
pub fn across(notes: &[Outline<'_>]) -> Vec<(usize, Warning)> {
    let targets = Targets::of(notes);
    let mut found = Vec::new();
    let mut titles: FxHashMap<String, usize> = FxHashMap::default();
    for (at, note) in notes.iter().enumerate() {
        if let Some(first) = titles.get(&folded(note.title)) {
            found.push((
                at,
                Warning {
                    line: 1,
                    span: None,
                    message: format!("{} is also the title of {}", note.title, notes[*first].path),
                    help: "Give one of them a title of its own, in its front matter or its first heading.".to_owned(),
                },
            ));
        } else {
            titles.insert(folded(note.title), at);
        }
        for link in note.links {
            let named = !link.target.is_empty() && !is_file(&link.target);
            if named && targets.find(&link.target).is_none() {
                found.push((
                    at,
                    Warning {
                        line: link.line,
                        span: Some(link.span.clone()),
                        message: format!("no note is called {}", link.target),
                        help: "Write that note, or mend the name in the link.".to_owned(),
                    },
                ));
            }
        }
    }
    found
}

/// A picture, a PDF: something with another ending than a note's.
fn is_file(target: &str) -> bool {
    target.rsplit_once('.').is_some_and(|(_, ending)| {
        (2..=5).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && ending.bytes().any(|byte| byte.is_ascii_lowercase())
            && !["md", "markdown", "txt"].contains(&ending)
    })
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, "md" | "markdown" | "txt" | "MD" | "TXT")) => stem,
        _ => name,
    }
}

fn link_name(name: &str) -> String {
    let name = folded(name);
    match name.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note<'n>(path: &'n str, title: &'n str, links: &'n [Link]) -> Outline<'n> {
        Outline {
            path,
            title,
            aliases: &[],
            links,
        }
    }

    fn link(target: &str) -> Link {
        Link {
            target: target.to_owned(),
            anchor: None,
            shown: target.to_owned(),
            embed: false,
            line: 7,
            span: 0..1,
        }
    }

    #[test]
    fn a_link_finds_its_note_by_file_name_title_or_alias() {
        let aliases = ["JFK".to_owned()];
        let notes = [
            note("cold-war/bay-of-pigs.md", "The Bay of Pigs Invasion", &[]),
            Outline {
                aliases: &aliases,
                ..note("people/Kennedy.md", "John F. Kennedy", &[])
            },
        ];
        let targets = Targets::of(&notes);
        for (target, found) in [
            ("Bay of Pigs", Some(0)),
            ("bay_of_pigs", Some(0)),
            ("cold-war/bay-of-pigs.md", Some(0)),
            ("Bay of Pigs invasion", Some(0)),
            ("the Bay of Pigs", Some(0)),
            ("jfk", Some(1)),
            ("kennedy", Some(1)),
            ("Castro", None),
        ] {
            assert_eq!(targets.find(target), found, "{target}");
        }
    }

    #[test]
    fn links_to_nowhere_and_equal_titles_are_said() {
        let links = [link("Nowhere"), link("B"), link("map.png"), link("")];
        let notes = [
            note("a.md", "A", &links),
            note("b.md", "B", &[]),
            note("c.md", "b", &[]),
        ];
        let said: Vec<(usize, u32, String)> = across(&notes)
            .into_iter()
            .map(|(at, warning)| (at, warning.line, warning.message))
            .collect();
        assert_eq!(
            said,
            [
                (0, 7, "no note is called Nowhere".to_owned()),
                (2, 1, "b is also the title of b.md".to_owned()),
            ]
        );
    }
}
