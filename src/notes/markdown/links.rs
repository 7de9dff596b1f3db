//! Wikilinks and links between the notes of a folder.

use super::Link;

/// The parts of `[[target#anchor|alias]]`; `span` and `line` are left for the caller.
pub(super) fn wikilink(source: &str) -> (Link, Shown) {
    let embed = source.starts_with('!');
    let open = match source.as_bytes() {
        [b'[', b'[', ..] => 2,
        _ => source.find("[[").map_or(0, |at| at + 2),
    };
    let inner = source[open..].strip_suffix("]]").unwrap_or(&source[open..]);
    let (first, second) = match inner.split_once('|') {
        // In a table the bar is escaped.
        Some((first, second)) => (first.trim_end_matches('\\'), Some(second)),
        None => (inner, None),
    };
    // Dendron writes `[[words|vault.path.of.note]]`, the other way round.
    let (target, shown) = match second {
        Some(second) if is_dotted(second) && !is_dotted(first) => (
            second,
            Shown {
                at: open,
                length: first.len(),
            },
        ),
        Some(second) => (
            first,
            Shown {
                at: open + inner.len() - second.len(),
                length: second.len(),
            },
        ),
        None => {
            let shown = shown_target(first);
            (
                first,
                Shown {
                    at: open + (shown.as_ptr() as usize - first.as_ptr() as usize),
                    length: shown.len(),
                },
            )
        }
    };
    let (note, anchor) = match target.split_once('#') {
        Some((note, anchor)) => (note, Some(anchor.trim().to_owned())),
        None => (target, None),
    };
    let words = source[shown.at..shown.at + shown.length].trim().to_owned();
    (
        Link {
            target: note.trim().to_owned(),
            anchor,
            shown: words,
            embed,
            line: 0,
            span: 0..0,
        },
        shown,
    )
}

/// Where in the link's source the words are that a reader sees.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub(super) at: usize,
    pub(super) length: usize,
}

/// The note that a Markdown link names, if it is a note of the same folder: `Bay%20of%20Pigs.md#causes`.
pub(super) fn local(address: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) = match address.split_once('#') {
        Some((path, anchor)) => (path, Some(percent_decoded(anchor))),
        None => (address, None),
    };
    if path.contains("://") || path.starts_with('/') {
        return None;
    }
    let end = path.len().checked_sub(3)?;
    let note = path
        .get(end..)
        .filter(|ending| ending.eq_ignore_ascii_case(".md"))
        .and(path.get(..end))?;
    Some((percent_decoded(note), anchor))
}

/// What a reader sees of `folder/note#heading`: the last part.
fn shown_target(target: &str) -> &str {
    let from = memchr::memrchr(b'#', target.as_bytes()).map_or(0, |sign| sign + 1);
    let heading = target[from..].trim();
    if from > 0 && !heading.is_empty() && !heading.starts_with('^') {
        return heading;
    }
    let note = target[..from
        .saturating_sub(1)
        .max(if from == 0 { target.len() } else { 0 })]
        .trim();
    let slash = memchr::memrchr(b'/', note.as_bytes());
    let name = slash.map_or(note, |slash| &note[slash + 1..]);
    if name.is_empty() { target.trim() } else { name }
}

/// `history.cold-war.cuba`: dots, and neither spaces nor capitals.
fn is_dotted(target: &str) -> bool {
    let note = target.split('#').next().unwrap_or(target);
    note.contains('.')
        && !note.ends_with('.')
        && note.chars().all(|char| {
            char.is_alphanumeric() && !char.is_uppercase() || matches!(char, '.' | '-' | '_')
        })
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, target: &str, anchor: Option<&str>, shown: &str) {
        let link = wikilink(source).0;
        assert_eq!(
            (
                link.target.as_str(),
                link.anchor.as_deref(),
                link.shown.as_str()
            ),
            (target, anchor, shown),
            "{source}"
        );
    }

    #[test]
    fn every_form_of_wikilink_is_taken_apart() {
        check("[[CENTO]]", "CENTO", None, "CENTO");
        check(
            "[[Congress of Vienna|Concert of Europe]]",
            "Congress of Vienna",
            None,
            "Concert of Europe",
        );
        check(
            "[[history/Cuba#Bay of Pigs]]",
            "history/Cuba",
            Some("Bay of Pigs"),
            "Bay of Pigs",
        );
        check(
            "[[history/Cuba#^018335]]",
            "history/Cuba",
            Some("^018335"),
            "Cuba",
        );
        check("[[#Causes]]", "", Some("Causes"), "Causes");
        check("[[Cuba\\|the island]]", "Cuba", None, "the island");
        check(
            "[[The blockade|history.cold-war.blockade]]",
            "history.cold-war.blockade",
            None,
            "The blockade",
        );
        check("![[map.png|300]]", "map.png", None, "300");
        check("[[]]", "", None, "");
    }

    #[test]
    fn markdown_links_to_notes_are_decoded() {
        assert_eq!(
            local("Bay%20of%20Pigs.md#Why"),
            Some(("Bay of Pigs".to_owned(), Some("Why".to_owned())))
        );
        assert_eq!(local("https://example.org/a.md"), None);
        assert_eq!(local("picture.png"), None);
    }
}
