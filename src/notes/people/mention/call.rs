//! What a note calls its people: the fullest name and all others, as they stand.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::Note;
use crate::notes::facts::Person;
use crate::notes::people::folded::Folded;
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::Spot;

/// Spots of one person among whose spellings doubles are looked for one by one.
const FEW: usize = 16;

/// All people of `note`, without their mentions.
pub(super) fn all(note: &Note<'_>) -> Vec<Person> {
    // How many spots of the person have each key.
    let mut counts = vec![0_u32; note.names.len()];
    (0..note.people.clusters.len())
        .map(|person| call(note, person, &mut counts))
        .collect()
}

fn call(note: &Note<'_>, person: usize, counts: &mut [u32]) -> Person {
    let own = note.people.spots.of(person);
    let spots = || own.clone().map(|spot| &note.spots[spot]);
    let text = |spot: &Spot, start: u32| {
        &note.document.blocks[spot.block].text.visible[start as usize..spot.bytes.end as usize]
    };
    spots().for_each(|spot| counts[spot.key.index()] += 1);
    let fullest = spots().max_by_key(|spot| {
        (
            !spot.linked,
            !spot.shouted,
            spot.words,
            !spot.tail.is_none(),
            !note.names.is_one(spot.key),
            note.names.known(spot.key).is.intersects(Is::NAME),
            spot.title.is_some(),
            counts[spot.key.index()],
            Reverse((spot.block, spot.bytes.start)),
        )
    });
    spots().for_each(|spot| counts[spot.key.index()] = 0);
    let title = &note.people.clusters[person].title;
    let name = match fullest {
        Some(spot) if spot.words <= 1 => text(spot, spot.start()),
        Some(spot) => text(spot, spot.bytes.start),
        None => title.as_deref().unwrap_or_default(),
    };
    let mut called = Person {
        name: name.to_owned(),
        aliases: Vec::new(),
        mentions: Vec::new(),
    };
    let others = spots().map(|spot| text(spot, spot.bytes.start));
    add_others(&mut called, others, own.len());
    // "Cardinal Wolsey" beside Thomas Wolsey.
    let titled = |spot: &&Spot| spot.words == 1 && !spot.shouted && spot.start() < spot.bytes.start;
    let mut before = (Folded::NONE, Folded::NONE);
    for spot in spots().filter(titled) {
        let own = (spot.title_word, spot.tail);
        if own != before {
            before = own;
            add_alias(&mut called, text(spot, spot.start()));
        }
    }
    // "Archbishop Oscar Romero", beside the name.
    let titled = spots().find(|spot| spot.words > 1 && spot.start() < spot.bytes.start);
    if let Some(spot) = titled {
        add_alias(&mut called, text(spot, spot.start()));
    }
    if fullest.is_some_and(|spot| spot.words <= 1) {
        add_bare(&mut called, name);
    }
    if let Some(title) = title
        && *title != called.name
    {
        // The note's title is the fuller name, unless the text has one as full.
        if title.split(' ').count() > called.name.split(' ').count() {
            rename(&mut called, title);
        } else {
            add_alias(&mut called, title);
        }
    }
    called
}

/// Adds the name alone: "Philip, King of Spain" is Philip.
fn add_bare(called: &mut Person, name: &str) {
    if let Some((bare, _)) = name.split_once(", ") {
        add_alias(called, bare);
    }
}

/// Adds the other names, of so many spots, each once.
fn add_others<'t>(called: &mut Person, others: impl Iterator<Item = &'t str>, n_spots: usize) {
    if n_spots <= FEW {
        others.for_each(|other| add_alias(called, other));
        return;
    }
    let name = called.name.clone();
    let mut known = FxHashSet::from_iter([name.as_str()]);
    let new = others.filter(|other| known.insert(other));
    called.aliases.extend(new.map(str::to_owned));
}

/// Makes `name` the person's name, and the name before an alias.
pub(super) fn rename(person: &mut Person, name: &str) {
    let before = std::mem::replace(&mut person.name, name.to_owned());
    person.aliases.retain(|alias| alias != name);
    person.aliases.insert(0, before);
}

/// Adds what else a person is called.
pub(super) fn add_alias(person: &mut Person, alias: &str) {
    if alias != person.name && !person.aliases.iter().any(|known| known == alias) {
        person.aliases.push(alias.to_owned());
    }
}
