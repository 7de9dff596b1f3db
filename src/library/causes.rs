//! What led to what: the ends of all cause links as the nodes of a graph that is walked both ways.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rustc_hash::FxHashMap;

use super::excerpt::Excerpt;
use super::facts::{Cause, End, Heading, Statement, Told};
use super::fold::{fold_into, tells};
use super::key::Key;
use super::names::Names;

/// A thing that caused or was caused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Made of its note and its words.
    pub key: Key,
    /// Its words.
    pub text: Excerpt,
    /// The note that it stands in first.
    pub note: u32,
    /// The statement that it is part of; `None` for a heading or a title.
    pub statement: Option<u32>,
}

/// All cause links, indexed by their ends.
#[derive(Debug, Default)]
pub struct Causes {
    links: Vec<Cause>,
    nodes: Vec<Node>,
    /// (node, link), sorted: the links whose cause it is.
    from: Vec<(u32, u32)>,
    /// (node, link), sorted: the links whose effect it is.
    to: Vec<(u32, u32)>,
    /// (cause node, effect node) of each link.
    ends: Vec<(u32, u32)>,
    /// Nodes by their words.
    names: Names,
    /// (heading, node), sorted: the nodes whose statement stands right under it.
    under: Vec<(u32, u32)>,
}

impl Causes {
    pub(super) fn build(told: Vec<Told>, statements: &[Statement]) -> Self {
        let keys: Vec<[Key; 2]> = told
            .par_iter()
            .map_init(String::new, |room, told| {
                [&told.cause, &told.effect].map(|text| key_of(told.link.note, text, room))
            })
            .collect();
        let mut nodes: Vec<Node> = Vec::new();
        let mut known: FxHashMap<Key, u32> = FxHashMap::default();
        let mut node_of = |key: Key, note: u32, end: End, text: Excerpt| {
            *known.entry(key).or_insert_with(|| {
                nodes.push(Node {
                    key,
                    text,
                    note,
                    statement: end.statement,
                });
                u32::try_from(nodes.len() - 1).expect("256 MiB of notes hold fewer links")
            })
        };
        let mut links = Vec::with_capacity(told.len());
        let mut ends = Vec::with_capacity(told.len());
        for (told, [cause, effect]) in told.into_iter().zip(keys) {
            let link = told.link;
            ends.push((
                node_of(cause, link.note, link.cause, told.cause),
                node_of(effect, link.note, link.effect, told.effect),
            ));
            links.push(link);
        }
        nodes.shrink_to_fit();
        let numbered = || (0_u32..).zip(&ends);
        let sorted = || {
            let mut from: Vec<(u32, u32)> = numbered().map(|(link, ends)| (ends.0, link)).collect();
            let mut to: Vec<(u32, u32)> = numbered().map(|(link, ends)| (ends.1, link)).collect();
            from.sort_unstable();
            to.sort_unstable();
            (from, to)
        };
        let names = || Names::build((0..).zip(nodes.iter().map(|node| &*node.text)));
        let ((from, to), names) = rayon::join(sorted, names);
        let mut under: Vec<(u32, u32)> = (0_u32..)
            .zip(&nodes)
            .filter_map(|(at, node)| {
                let statement = &statements[node.statement? as usize];
                Some((statement.heading?, at))
            })
            .collect();
        under.sort_unstable();
        Self {
            links,
            from,
            to,
            ends,
            names,
            under,
            nodes,
        }
    }

    /// All links, in note order.
    #[must_use]
    pub fn links(&self) -> &[Cause] {
        &self.links
    }

    /// All nodes.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The cause and the effect of a link, as nodes.
    #[must_use]
    pub fn ends(&self, link: u32) -> (u32, u32) {
        self.ends[link as usize]
    }

    /// The links whose cause is `node`.
    pub fn out_of(&self, node: u32) -> impl Iterator<Item = u32> {
        of(&self.from, node)
    }

    /// The links whose effect is `node`.
    pub fn into(&self, node: u32) -> impl Iterator<Item = u32> {
        of(&self.to, node)
    }

    /// The nodes whose words hold all of `words` (folded), at most `most`.
    #[must_use]
    pub fn named(&self, words: &[&str], most: usize) -> Vec<u32> {
        self.names.holding_all(words, most)
    }

    /// The nodes that stand right under `heading`.
    pub fn under(&self, heading: u32) -> impl Iterator<Item = u32> {
        of(&self.under, heading)
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }
}

/// The key of the node that is called so in `note`. Long enough, equal words mean the same thing in every note.
/// `words` is room for them.
fn key_of(note: u32, text: &str, words: &mut String) -> Key {
    words.clear();
    fold_into(text, words);
    if tells(words, 3) {
        Key::of(&["cause", EVERY_NOTE, words])
    } else {
        Key::of(&["cause", &note.to_string(), words])
    }
}

/// In place of a note's number.
const EVERY_NOTE: &str = "4294967295";

/// The second halves of the sorted pairs that begin with `first`.
fn of(pairs: &[(u32, u32)], first: u32) -> impl Iterator<Item = u32> {
    let from = pairs.partition_point(|pair| pair.0 < first);
    pairs[from..]
        .iter()
        .take_while(move |pair| pair.0 == first)
        .map(|pair| pair.1)
}

/// The headings from `heading` outwards.
pub(super) fn outwards(headings: &[Heading], heading: Option<u32>) -> impl Iterator<Item = u32> {
    std::iter::successors(heading, |at| headings[*at as usize].parent)
}
