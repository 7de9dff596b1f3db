//! People as the rest of the house sees them: names as they stand in the note, and every mention with its place.

use super::join::Cluster;
use super::spot::Spot;
use crate::notes::facts::{Basis, Mention, Person};
use crate::notes::markdown::{Document, MarkKind};

/// The people of `clusters`, in order of their first mention.
pub(super) fn people(document: &Document, spots: &[Spot], clusters: &[Cluster]) -> Vec<Person> {
    clusters
        .iter()
        .map(|cluster| person(document, spots, cluster))
        .collect()
}

fn person(document: &Document, spots: &[Spot], cluster: &Cluster) -> Person {
    let bare = |spot: &Spot| {
        let text = &document.blocks[spot.block].text.visible;
        text[spot.bytes.start as usize..spot.bytes.end as usize].to_owned()
    };
    let titled = |spot: &Spot| {
        let text = &document.blocks[spot.block].text.visible;
        let start = if spot.words <= 1 {
            spot.title.unwrap_or(spot.bytes.start)
        } else {
            spot.bytes.start
        };
        text[start as usize..spot.bytes.end as usize].to_owned()
    };
    let fullest = cluster
        .spots
        .iter()
        .map(|spot| &spots[*spot])
        .max_by_key(|spot| {
            let count = cluster
                .spots
                .iter()
                .filter(|other| spots[**other].key == spot.key)
                .count();
            (
                !spot.shouted,
                spot.words,
                !spot.tail.is_empty(),
                spot.key.len() > 1 && spot.key.contains(' '),
                spot.title.is_some(),
                count,
                std::cmp::Reverse((spot.block, spot.bytes.start)),
            )
        });
    let name = fullest.map(titled).unwrap_or_default();
    let mut aliases: Vec<String> = Vec::new();
    let mut add = |alias: String| {
        if alias != name && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    };
    let mut mentions = Vec::new();
    for spot in cluster.spots.iter().map(|spot| &spots[*spot]) {
        add(bare(spot));
        mentions.push(mention(
            document,
            spot.block,
            spot.tokens.start,
            spot.title.unwrap_or(spot.bytes.start)..spot.bytes.end,
            Basis::Stated,
        ));
    }
    // Tags that name them.
    for (index, block) in document.blocks.iter().enumerate() {
        for mark in &block.marks {
            if let MarkKind::Tag(tag) = &mark.kind
                && cluster.is_tagged(tag)
            {
                add(format!("#{tag}"));
                let token = block
                    .tokens
                    .partition_point(|token| token.start < mark.range.start);
                mentions.push(mention(
                    document,
                    index,
                    token,
                    mark.range.clone(),
                    Basis::Stated,
                ));
            }
        }
    }
    mentions.sort_by_key(|mention| mention.span.start);
    Person {
        name,
        aliases,
        mentions,
    }
}

fn mention(
    document: &Document,
    block: usize,
    token: usize,
    bytes: std::ops::Range<u32>,
    from: Basis,
) -> Mention {
    let span = document.blocks[block].text.file_span(bytes);
    let line = document
        .line_starts
        .partition_point(|start| *start as usize <= span.start) as u32;
    // Statements are in file order, those of one block in token order.
    let after = document
        .statements
        .partition_point(|statement| (statement.block, statement.tokens.start) <= (block, token));
    let statement = after.checked_sub(1).filter(|statement| {
        let statement = &document.statements[*statement];
        statement.block == block && statement.tokens.contains(&token)
    });
    Mention {
        line,
        span,
        statement,
        from,
    }
}
