//! People as the rest of the house sees them: names as they stand in the note, and every mention with its place.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::join::Cluster;
use super::lexicon::{self, Is};
use super::pronoun;
use super::run::without_possessive;
use super::spot::Spot;
use crate::notes::facts::{Basis, Mention, Person};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, Document, MarkKind};

/// The people of `clusters`, in order of their first mention. `is_read` tells the blocks that are read.
pub(super) fn people(
    document: &Document,
    spots: &[Spot],
    clusters: &[Cluster],
    subject: Option<usize>,
    is_read: &[bool],
) -> Vec<Person> {
    let mut places: Vec<Vec<Place>> = clusters
        .iter()
        .map(|cluster| {
            cluster
                .spots
                .iter()
                .map(|spot| Place::of(&spots[*spot]))
                .collect()
        })
        .collect();
    let mut people: Vec<Person> = clusters
        .iter()
        .map(|cluster| named(document, spots, cluster))
        .collect();
    let names = Names::of(clusters, spots);
    for (index, block) in document.blocks.iter().enumerate() {
        if is_read[index] {
            names.tags(index, block, &mut people, &mut places);
            names.small(index, block, &mut places);
        }
    }
    links(document, spots, clusters, &mut people);
    if let Some(subject) = subject {
        let aliases = document.front_matter.aliases.iter();
        for alias in aliases.filter(|alias| !alias.is_empty()) {
            add_alias(&mut people[subject], alias);
        }
    }
    pronouns(document, clusters, subject, &mut places);
    for (person, places) in people.iter_mut().zip(places) {
        person.mentions = places.iter().map(|place| place.mention(document)).collect();
        person
            .mentions
            .sort_by_key(|mention| (mention.span.start, mention.span.end));
        person.mentions.dedup_by_key(|mention| mention.span.start);
    }
    people
}

/// Where a person is named or meant.
struct Place {
    block: usize,
    token: usize,
    bytes: Range<u32>,
    from: Basis,
}

impl Place {
    fn of(spot: &Spot) -> Self {
        let start = spot.title.unwrap_or(spot.bytes.start);
        Self {
            block: spot.block,
            token: spot.tokens.start,
            bytes: start..spot.bytes.end,
            from: Basis::Stated,
        }
    }

    /// The statement that this place is in.
    fn statement(&self, document: &Document) -> Option<usize> {
        // Statements are in file order, those of one block in token order.
        let after = document.statements.partition_point(|statement| {
            (statement.block, statement.tokens.start) <= (self.block, self.token)
        });
        after.checked_sub(1).filter(|statement| {
            let statement = &document.statements[*statement];
            statement.block == self.block && statement.tokens.contains(&self.token)
        })
    }

    fn mention(&self, document: &Document) -> Mention {
        let span = document.blocks[self.block]
            .text
            .file_span(self.bytes.clone());
        let line = document
            .line_starts
            .partition_point(|start| *start as usize <= span.start) as u32;
        Mention {
            line,
            span,
            statement: self.statement(document),
            from: self.from,
        }
    }
}

/// The fullest name and the aliases of `cluster`, as they stand in the note.
fn named(document: &Document, spots: &[Spot], cluster: &Cluster) -> Person {
    let text = |spot: &Spot, start: u32| {
        document.blocks[spot.block].text.visible[start as usize..spot.bytes.end as usize].to_owned()
    };
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for spot in &cluster.spots {
        *counts.entry(spots[*spot].key.as_str()).or_default() += 1;
    }
    let fullest = cluster
        .spots
        .iter()
        .map(|spot| &spots[*spot])
        .max_by_key(|spot| {
            (
                !spot.shouted,
                spot.words,
                !spot.tail.is_empty(),
                spot.key.contains(' '),
                spot.title.is_some(),
                counts[spot.key.as_str()],
                Reverse((spot.block, spot.bytes.start)),
            )
        });
    let name = fullest.map_or_else(
        || cluster.title.clone().unwrap_or_default(),
        |spot| {
            let start = if spot.words <= 1 { spot.title } else { None };
            text(spot, start.unwrap_or(spot.bytes.start))
        },
    );
    let mut person = Person {
        name,
        aliases: Vec::new(),
        mentions: Vec::new(),
    };
    for spot in &cluster.spots {
        let spot = &spots[*spot];
        add_alias(&mut person, &text(spot, spot.bytes.start));
    }
    if let Some(title) = &cluster.title
        && *title != person.name
    {
        // The note's title is the fuller name, unless the text has one as full.
        let fuller = title.split(' ').count() > person.name.split(' ').count();
        if fuller {
            let name = std::mem::replace(&mut person.name, title.clone());
            person.aliases.retain(|alias| alias != title);
            person.aliases.insert(0, name);
        } else {
            add_alias(&mut person, title);
        }
    }
    person
}

/// What a tag calls a person: `#people/john-f-kennedy` is `john f kennedy`.
fn tag_key(tag: &str) -> String {
    let mut folded = String::new();
    lexicon::fold(tag.rsplit('/').next().unwrap_or(tag), &mut folded);
    folded.replace(['-', '_'], " ")
}

fn add_alias(person: &mut Person, alias: &str) {
    if alias != person.name && !person.aliases.iter().any(|known| known == alias) {
        person.aliases.push(alias.to_owned());
    }
}

/// The single words that mean a person of the note, however they are written.
struct Names<'c> {
    words: FxHashMap<&'c str, usize>,
    /// Bit `n` of letter `l`: some name that begins with `l` has `n` letters.
    lengths: [u64; 26],
    /// People by what a tag may call them.
    tagged: FxHashMap<String, usize>,
}

impl<'c> Names<'c> {
    fn of(clusters: &'c [Cluster], spots: &'c [Spot]) -> Self {
        let mut words: FxHashMap<&str, usize> = FxHashMap::default();
        let mut lengths = [0; 26];
        for (index, cluster) in clusters.iter().enumerate() {
            for spot in &cluster.spots {
                let spot = &spots[*spot];
                let word = if spot.is_single() {
                    spot.key.as_str()
                } else {
                    spot.key.rsplit(' ').next().unwrap_or_default()
                };
                let is = lexicon::look_up(word);
                let first = word.as_bytes().first().copied().unwrap_or_default();
                if word.len() < 4
                    || is.intersects(Is::OTHER | Is::ACT | Is::FATE | Is::BELONGING)
                    || !spot.tail.is_empty()
                    || !first.is_ascii_lowercase()
                {
                    continue;
                }
                words.entry(word).or_insert(index);
                for length in word.len()..=word.len() + 3 {
                    lengths[usize::from(first - b'a')] |= 1 << length.min(63);
                }
            }
        }
        let mut tagged = FxHashMap::default();
        for (index, cluster) in clusters.iter().enumerate() {
            for name in cluster.tag_names() {
                tagged.entry(name).or_insert(index);
            }
        }
        Self {
            words,
            lengths,
            tagged,
        }
    }

    /// Tags that name a person: `#Kennedy`.
    fn tags(&self, index: usize, block: &Block, people: &mut [Person], places: &mut [Vec<Place>]) {
        for mark in &block.marks {
            let MarkKind::Tag(tag) = &mark.kind else {
                continue;
            };
            let Some(person) = self.tagged.get(&tag_key(tag)).copied() else {
                continue;
            };
            add_alias(&mut people[person], &format!("#{tag}"));
            let token = block
                .tokens
                .partition_point(|token| token.start < mark.range.start);
            places[person].push(Place {
                block: index,
                token,
                bytes: mark.range.clone(),
                from: Basis::Stated,
            });
        }
    }

    /// Names written small: "anti castro", "castros army".
    fn small(&self, index: usize, block: &Block, places: &mut [Vec<Place>]) {
        if self.words.is_empty() {
            return;
        }
        let text = &block.text.visible;
        for (at, token) in block.tokens.iter().enumerate() {
            if token.kind != Kind::Word || token.capital {
                continue;
            }
            let first = text.as_bytes()[token.start as usize];
            let length = (token.end - token.start).min(63);
            if !first.is_ascii_lowercase()
                || self.lengths[usize::from(first - b'a')] & (1 << length) == 0
            {
                continue;
            }
            let word = without_possessive(token.of(text)).0;
            let person = self
                .words
                .get(word)
                .or_else(|| word.strip_suffix('s').and_then(|stem| self.words.get(stem)));
            let masked = || {
                block.marks.iter().any(|mark| {
                    matches!(
                        mark.kind,
                        MarkKind::Tag(_) | MarkKind::Address | MarkKind::Code
                    ) && mark.range.start <= token.start
                        && token.end <= mark.range.end
                })
            };
            if let Some(person) = person
                && !masked()
            {
                let bytes = token.start..token.start + word.len() as u32;
                places[*person].push(Place {
                    block: index,
                    token: at,
                    bytes,
                    from: Basis::Stated,
                });
            }
        }
    }
}

/// `[[Vladimir Lenin|Lenin]]`: the target is the name in full.
fn links(document: &Document, spots: &[Spot], clusters: &[Cluster], people: &mut [Person]) {
    let mut shown: FxHashMap<(usize, u32, u32), usize> = FxHashMap::default();
    for (index, block) in document.blocks.iter().enumerate() {
        for mark in &block.marks {
            if let MarkKind::Wikilink(link) = mark.kind {
                shown.insert((index, mark.range.start, mark.range.end), link);
            }
        }
    }
    if shown.is_empty() {
        return;
    }
    for (index, cluster) in clusters.iter().enumerate() {
        for spot in &cluster.spots {
            let spot = &spots[*spot];
            let link = shown
                .get(&(spot.block, spot.bytes.start, spot.bytes.end))
                .and_then(|link| document.links.get(*link));
            let Some(target) =
                link.map(|link| link.target.rsplit('/').next().unwrap_or_default().trim())
            else {
                continue;
            };
            let words: Vec<&str> = target.split(' ').collect();
            let named = words.len() >= 2
                && words.len() <= 5
                && words
                    .iter()
                    .all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3);
            let mut folded = String::new();
            lexicon::fold(target, &mut folded);
            let shares = folded
                .split(' ')
                .any(|word| spot.key.split(' ').any(|own| own == word));
            if named
                && shares
                && words.len() > people[index].name.split(' ').count()
                && !lexicon::look_up(folded.rsplit(' ').next().unwrap_or_default())
                    .contains(Is::THING)
            {
                let name = std::mem::replace(&mut people[index].name, target.to_owned());
                people[index].aliases.retain(|alias| alias != target);
                people[index].aliases.insert(0, name);
            }
        }
    }
}

fn pronouns(
    document: &Document,
    clusters: &[Cluster],
    subject: Option<usize>,
    places: &mut [Vec<Place>],
) {
    let mut named: Vec<Vec<(usize, usize)>> = vec![Vec::new(); document.statements.len()];
    let mut headings: Vec<Vec<usize>> = vec![Vec::new(); document.headings.len()];
    for (person, places) in places.iter().enumerate() {
        for place in places {
            if let Some(statement) = place.statement(document) {
                named[statement].push((person, place.token));
            } else if let Some(heading) = document.blocks[place.block]
                .heading
                .filter(|heading| document.headings[*heading].block == place.block)
                && !headings[heading].contains(&person)
            {
                headings[heading].push(person);
            }
        }
    }
    for people in &mut named {
        people.sort_by_key(|(_, token)| *token);
    }
    let genders: Vec<_> = clusters.iter().map(|cluster| cluster.gender).collect();
    for pronoun in pronoun::find(document, &named, &headings, subject, &genders) {
        let block = document.statements[pronoun.statement].block;
        let token = &document.blocks[block].tokens[pronoun.token];
        let word = without_possessive(token.of(&document.blocks[block].text.visible)).0;
        places[pronoun.person].push(Place {
            block,
            token: pronoun.token,
            bytes: token.start..token.start + word.len() as u32,
            from: Basis::Pronoun,
        });
    }
}
