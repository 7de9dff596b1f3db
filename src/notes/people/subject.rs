//! The person whom a whole note is about: its title is a name.

use super::join::Cluster;
use super::spot::{self, ENOUGH, Spot};
use crate::notes::lex;
use crate::notes::markdown::{Block, BlockKind, Document, Text};

/// The person whose name the note's title is; added to `clusters` where the text does not name them.
pub(super) fn find(
    document: &Document,
    spots: &[Spot],
    clusters: &mut Vec<Cluster>,
) -> Option<usize> {
    let title = document
        .title
        .split(['(', ',', '–', ':'])
        .next()
        .unwrap_or_default()
        .trim();
    let spot = whole(title)?;
    let spelt = |cluster: &Cluster| {
        cluster
            .spots
            .iter()
            .any(|own| spots[*own].key == spot.key && spots[*own].tail == spot.tail)
    };
    let known = clusters
        .iter()
        .position(spelt)
        .or_else(|| clusters.iter().position(|cluster| cluster.is_called(&spot)));
    // A title of one word names a person whom the text names too, or one of the well known.
    let person = match known {
        Some(person) => person,
        None if spot.shape >= ENOUGH => {
            clusters.push(Cluster::titled(&spot));
            clusters.len() - 1
        }
        None => return None,
    };
    clusters[person].title = Some(title.to_owned());
    Some(person)
}

/// The spot that takes up all of `text`, if one does.
fn whole(text: &str) -> Option<Spot> {
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
        tokens,
        text: Text {
            visible: text.to_owned(),
            pieces: vec![(0, 0)],
        },
        marks: Vec::new(),
    };
    let mut spots = Vec::new();
    spot::find(0, &block, &[], &mut spots);
    let [only] = spots.as_slice() else {
        return None;
    };
    let start = only.title.unwrap_or(only.bytes.start);
    (start == 0 && only.bytes.end as usize == text.len()).then(|| only.clone())
}
