//! A note whose name asks for causes or effects, with no heading that does: `Why was the wall built?.md`, `Causes of the war.md`.

use super::lists::Tie;
use super::promise;
use super::sentence::Sentence;
use crate::notes::facts::{CauseKind, End};
use crate::notes::markdown::{self, Document};

/// Words of which one is in each title that promises anything: a quick no for most.
const PROMISING: &[&str] = &[
    "why",
    "caus",
    "reason",
    "origin",
    "root",
    "factor",
    "effect",
    "affect",
    "consequence",
    "impact",
    "result",
    "outcome",
];

/// What the title promises of the items and sections of its note.
pub(super) fn tie(document: &Document) -> Option<Tie> {
    let title = document.title.as_str();
    let words = title.to_ascii_lowercase();
    let is_heading = |heading: &markdown::Heading| {
        let shown = &document.blocks[heading.block].text.visible;
        shown.trim_end_matches([':', ' ']) == title.trim_end_matches([':', ' '])
    };
    if !PROMISING.iter().any(|word| words.contains(word))
        || title.contains('\n')
        || document.headings.iter().any(is_heading)
    {
        return None;
    }
    let (read, keys) = markdown::read_keyed("title.md", &["# ", title].concat(), &mut Vec::new());
    let block = read.blocks.first()?;
    let sentence = Sentence::of(&read, &keys, 0, &(0..block.tokens.len()));
    let promise = promise::heading(&sentence)?;
    let text = sentence.words(&promise.of?).to_string();
    Some(Tie {
        direction: promise.direction,
        other: Some(End {
            text: text.as_str().into(),
            line: 1,
            statement: None,
        }),
        cue: sentence.words(&promise.cue),
        kind: CauseKind::Heading,
        heading: None,
    })
}
