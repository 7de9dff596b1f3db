//! Surnames in footnotes: "from Meitner's side", of Lise Meitner in the text.

use super::{Note, call};
use crate::notes::facts::Person;
use crate::notes::markdown::BlockKind;
use crate::notes::people::folded::Folded;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::run::without_possessive;

/// Adds surnames that stand in footnotes alone, where one person bears them.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) {
    let footnotes = note.document.blocks.iter();
    let mut footnotes = footnotes
        .filter(|block| block.kind == BlockKind::Footnote)
        .peekable();
    if footnotes.peek().is_none() {
        return;
    }
    let bearers = surnames(note);
    let mut folded = String::new();
    for block in footnotes {
        let text = &block.text.visible;
        for token in block.tokens.iter().filter(|token| token.capital) {
            let word = without_possessive(token.of(text)).0;
            folded.clear();
            lexicon::fold(word, &mut folded);
            let bearer = note.names.find(&folded).and_then(|word| {
                let at = bearers
                    .binary_search_by_key(&word, |(word, _)| *word)
                    .ok()?;
                Some(bearers[at].1)
            });
            if let Some(bearer) = bearer {
                call::add_alias(&mut people[bearer], word);
            }
        }
    }
}

/// The surnames that one person of the note bears, and no common words.
fn surnames(note: &Note<'_>) -> Vec<(Folded, usize)> {
    let clusters = note.people.clusters.iter().enumerate();
    let mut surnames: Vec<(Folded, usize)> = clusters
        .filter(|(_, person)| person.tail.is_none() && !note.names.is_one(person.key))
        .map(|(index, person)| (note.names.last(person.key), index))
        .filter(|(word, _)| !note.names.known(*word).is.intersects(Is::OTHER | Is::GIVEN))
        .collect();
    surnames.sort_unstable();
    let mut alone = Vec::with_capacity(surnames.len());
    for group in surnames.chunk_by(|one, other| one.0 == other.0) {
        if let [only] = group {
            alone.push(*only);
        }
    }
    alone
}
