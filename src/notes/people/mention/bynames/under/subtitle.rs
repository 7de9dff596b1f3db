//! Romans in full and in capitals under the heading that names them: `MARCVS ORBIVS CAESAR`, under `# Orbius`.

use std::ops::Range;

use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::people::mention::Note;

/// Words of a Roman's name, at most.
const LONGEST: usize = 7;

/// The tokens of a line that is nothing but a Roman's name in capitals, right under heading `index`, if it can be the name of
/// whom the heading names.
pub(super) fn name(note: &Note<'_>, index: usize, at: usize) -> Option<Range<usize>> {
    let block = &note.document.blocks[at];
    let n_words = block.tokens.len();
    // A quick no for most.
    if !(2..=LONGEST).contains(&n_words) || !block.tokens.iter().all(|token| token.shouted) {
        return None;
    }
    let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading);
    if !plain || !note.is_read[at] || !block.tokens.iter().all(|token| token.kind == Kind::Word) {
        return None;
    }
    let above = words(&note.document.blocks[note.document.headings[index].block]);
    let own = words(block);
    let is_roman = |word: &String| matches!(word.as_str(), "caesar" | "avgvstvs");
    let named = own
        .iter()
        .any(|word| above.contains(word) || is_roman(word));
    (named && own.iter().any(|word| is_latin(word))).then_some(0..n_words)
}

/// The words of a block in small letters, spelt as on stone: `ivlivs`.
fn words(block: &Block) -> Vec<String> {
    let words = block
        .tokens
        .iter()
        .map(|token| token.of(&block.text.visible));
    let stone = |word: &str| word.to_lowercase().replace('u', "v").replace('j', "i");
    words.map(stone).collect()
}

/// Whether a word spelt as on stone ends as Romans' names do.
fn is_latin(word: &str) -> bool {
    word == "caesar" || word.ends_with("vs")
}
