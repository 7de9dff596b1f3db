//! People of a note: who is named, by which spellings, and where.
//!
//! One pass over the tokens looks at capitals only. A run of capitalised words ([`run`]) is cut into spots ([`spot`]), each
//! weighed by the lists ([`lexicon`]) and by the words around it ([`weigh`]); all spots of one spelling are weighed together,
//! spellings are joined to people ([`join`]), and "he" or "she" is followed where one person can be meant ([`pronoun`]).

mod eastern;
mod folded;
mod lexicon;
mod names;
mod operations;
mod run;
mod spot;
mod weigh;

mod cluster;
mod epithet_heads;
mod equate;
mod join;
mod linked;
mod mention;
mod misspelt;
mod name;
mod pronoun;
mod small_letters;
mod subject;
mod tongues;
mod word;

pub use name::Name;
pub(super) use word::{WordIs, word_is};

use super::facts::Person;
use super::keys::Keys;
use super::markdown::{BlockKind, Document, Heading};

/// Everyone whom a note names.
#[must_use]
pub fn read(document: &Document) -> Vec<Person> {
    read_keyed(document, &Keys::of(document))
}

/// As [`read`], with the keys of the document's words, which are the same without capitals and with.
pub(super) fn read_keyed(document: &Document, keys: &Keys) -> Vec<Person> {
    let with_capitals = small_letters::with_capitals(document);
    let document = with_capitals.as_ref().unwrap_or(document);
    let is_read: Vec<bool> = (0..document.blocks.len())
        .map(|index| is_read(document, index))
        .collect();
    let mut finder = spot::Finder::of(document);
    for (index, block) in document.blocks.iter().enumerate() {
        if is_read[index] {
            finder.read(index, block, keys.of_block(index));
        }
    }
    let (mut spots, mut names) = finder.finish();
    operations::drop(&names, &mut spots);
    linked::apply(document, &mut names, &mut spots);
    let (equations, companions) = equate::pairs(document, &names, &spots);
    let mut people = join::people(document, &mut names, &spots, &equations, &companions);
    let subject = subject::find(document, &mut names, &spots, &mut people);
    let note = mention::Note {
        document,
        keys,
        names: &names,
        spots: &spots,
        people: &people,
        subject,
        is_read: &is_read,
    };
    if people.clusters.is_empty() {
        return note.only_tagged();
    }
    note.people()
}

/// Sources are no history: footnotes and the sections that list them are left out.
fn is_read(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    if block.kind == BlockKind::Footnote || block.lists_sources() {
        return false;
    }
    let heading = block
        .heading
        .and_then(|heading| document.headings.get(heading));
    heading.is_none_or(|heading| !heading.housekeeping || is_of_note(document, heading))
}

/// Whether a heading is over what a note says of itself.
#[inline(never)]
fn is_of_note(document: &Document, heading: &Heading) -> bool {
    let words = document.blocks[heading.block].text.visible.to_lowercase();
    ["meta", "info", "overview"]
        .iter()
        .any(|word| words.contains(word))
}

#[cfg(test)]
mod tests;
