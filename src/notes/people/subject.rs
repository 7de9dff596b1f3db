//! The person whom a whole note is about: its title is a name.

use super::cluster::Cluster;
use super::folded::Names;
use super::join::People;
use super::spot::{ENOUGH, Finder, Spot};
use crate::notes::lex::{self, Marks};
use crate::notes::markdown::{Block, BlockKind, Document, Text};
use crate::notes::word_key::key;

/// The person whose name the note's title is; added to `people` where the text does not name them.
pub(super) fn find(
    document: &Document,
    names: &mut Names,
    spots: &[Spot],
    people: &mut People,
) -> Option<usize> {
    let title = document
        .title
        .split(['(', ',', '–', ':'])
        .next()
        .unwrap_or_default()
        .trim();
    let spot = whole(document, names, title)?;
    let n_people = people.clusters.len();
    let spelt = |person: &usize| {
        let mut own = people.spellings.of(*person).map(|own| &spots[own]);
        own.any(|own| own.key == spot.key && own.tail == spot.tail)
    };
    let called = |person: &usize| {
        let cluster = &people.clusters[*person];
        let bare = cluster.key == names.last(spot.key) && names.is_one(cluster.key);
        let mut own = people.spellings.of(*person).map(|own| &spots[own]);
        bare && cluster.tail.is_none() && spot.tail.is_none()
            || cluster.is_same(names, spot.key, spot.tail)
            || spot.is_single() && own.any(|own| own.is_single() && own.key == spot.key)
    };
    let known = (0..n_people)
        .find(spelt)
        .or_else(|| (0..n_people).find(called));
    // A title of one word names a person whom the text names too, or one of the well known.
    let person = match known {
        Some(person) => person,
        None if spot.shape >= ENOUGH => {
            people.clusters.push(Cluster::titled(names, &spot));
            people.spots.add_empty();
            people.spellings.add_empty();
            n_people
        }
        None => return None,
    };
    people.clusters[person].title = Some(title.to_owned());
    Some(person)
}

/// The spot that takes up all of `text`, if one does.
pub(super) fn whole(document: &Document, names: &mut Names, text: &str) -> Option<Spot> {
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tokens = lex::tokens(text);
    let block = Block {
        // Not a heading: here the capitals say something.
        kind: BlockKind::Paragraph,
        heading: None,
        parent: None,
        depth: 0,
        span: 0..text.len(),
        lines: (1, 1),
        quoted: false,
        task: None,
        header: false,
        sentences: std::iter::once(0..tokens.len()).collect(),
        tokens: tokens.into(),
        signs: Marks::all(),
        text: Text {
            visible: text.into(),
            pieces: std::iter::once((0, 0)).collect(),
        },
        marks: Vec::new(),
    };
    let keys: Vec<u128> = block
        .tokens
        .iter()
        .map(|token| key(token.of(text).as_bytes()))
        .collect();
    let spots = Finder::alone(document, &block, &keys, names);
    let [only] = spots.as_slice() else {
        return None;
    };
    (only.start() == 0 && only.bytes.end as usize == text.len()).then(|| only.clone())
}
