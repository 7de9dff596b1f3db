//! What a note calls its people: the fullest name and all others, as they stand.

mod titled;

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::Note;
use crate::notes::facts::Person;
use crate::notes::lex::Kind;
use crate::notes::people::join::is_numeral;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{key, words};
use titled::{add_titled, is_only_titled};

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
    let fullest = if own.len() == 1 {
        spots().next()
    } else {
        fullest(note, spots(), counts)
    };
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
    let others = spots()
        .filter(|spot| !is_only_titled(note, person, spot))
        .map(|spot| text(spot, spot.bytes.start));
    add_others(&mut called, others, own.len());
    add_titled(note, &mut called, spots());
    if fullest.is_some_and(|spot| spot.words <= 1) {
        add_bare(&mut called, name);
    }
    if let Some(spot) = fullest {
        let is_owner = is_owner(note, spot);
        if is_owner {
            let bare = called.name[..called.name.len() - 1].to_owned();
            rename(&mut called, &bare);
        }
        let bare = without_origin(&called.name).map(str::to_owned);
        // Ptolemy I Soter is Ptolemy I.
        let bare = bare.or_else(|| {
            let (ruler, _) = called.name.rsplit_once(' ')?;
            (!spot.byname.is_none()).then(|| ruler.to_owned())
        });
        if let Some(bare) = bare {
            add_alias(&mut called, &bare);
        }
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

/// Whether the surname is cut short to a letter: Georges D.
fn ends_in_letter(note: &Note<'_>, spot: &Spot) -> bool {
    matches!(note.names.text(spot.key).as_bytes(), [.., b' ', _])
}

/// The spot with the fullest name; of a ruler with a numeral no byname, however long.
fn fullest<'n>(
    note: &Note<'_>,
    spots: impl Iterator<Item = &'n Spot> + Clone,
    counts: &mut [u32],
) -> Option<&'n Spot> {
    spots.clone().for_each(|spot| counts[spot.key.index()] += 1);
    let numbered = spots.clone().any(|spot| is_numbered(note, spot));
    let fullest = spots.clone().max_by_key(|spot| {
        (
            !spot.linked,
            !spot.shouted,
            numbered && (is_numbered(note, spot) || spot.first.intersects(Is::GIVEN)),
            spot.words,
            !spot.tail.is_none() && is_rulers(note, spot),
            !note.names.is_one(spot.key) && !ends_in_letter(note, spot),
            note.names.known(spot.key).is.intersects(Is::NAME) && is_rulers(note, spot)
                || spot.words > 1 && spot.first.intersects(Is::GIVEN),
            spot.title.is_some(),
            counts[spot.key.index()],
            Reverse((spot.block, spot.bytes.start)),
        )
    });
    spots.for_each(|spot| counts[spot.key.index()] = 0);
    fullest
}

/// Whether a name has a ruler's numeral: Mehmed II, and not the "Kayser-i Rum" that he called himself.
fn is_numbered(note: &Note<'_>, spot: &Spot) -> bool {
    !spot.tail.is_none()
        && note
            .names
            .text(spot.tail)
            .bytes()
            .all(|digit| b"ivx".contains(&digit))
        && is_rulers(note, spot)
}

/// Whether the letter behind a name is a numeral: Charles V, and not "Hendrik V." for a surname.
fn is_rulers(note: &Note<'_>, spot: &Spot) -> bool {
    note.names.text(spot.tail) != "v"
        || spot.words > 1
        || note.names.known(spot.key).cue.contains(Cue::REGNAL)
}

/// Adds the name alone: "Philip, King of Spain" is Philip.
fn add_bare(called: &mut Person, name: &str) {
    if let Some((bare, _)) = name.split_once(", ") {
        add_alias(called, bare);
    }
}

/// Whether a name is only written as a possessive without its apostrophe: "Lester Pearsons idea".
fn is_owner(note: &Note<'_>, spot: &Spot) -> bool {
    let block = &note.document.blocks[spot.block];
    let next = block.tokens.get(spot.tokens.end);
    let surname = note.names.text(note.names.last(spot.key));
    next.is_some_and(|next| next.kind == Kind::Word && !next.capital && next.spaced)
        && spot.tail.is_none()
        && spot.last.is_empty()
        && surname.strip_suffix('s').is_some_and(|bare| {
            lexicon::look_up(bare).intersects(Is::SURNAME | Is::KNOWN | Is::TITLE)
        })
        && block.text.visible[..spot.bytes.end as usize].ends_with('s')
}

/// The name without the realm behind its numeral: Leopold II of Belgium.
fn without_origin(name: &str) -> Option<&str> {
    let (bare, _) = name.split_once(" of ")?;
    let numeral = bare.rsplit(' ').next()?;
    is_numeral(&numeral.to_ascii_lowercase()).then_some(bare)
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

/// Adds what a person is called beside the name, without the article before it, and as it stands in the note: the Iron Duke is
/// `Iron Duke` and `the Iron Duke`, but the Great is nobody without it.
pub(super) fn add_byname(person: &mut Person, byname: &str) {
    let mut articles = ["the ", "The ", "that "].into_iter();
    let bare = articles.find_map(|article| byname.strip_prefix(article));
    let adjective = |bare: &&str| {
        words!("great elder younger young old good bad bold fair short fat lame mad tall wise")
            .contains(key(bare.as_bytes()))
    };
    if let Some(bare) = bare.filter(|bare| !adjective(bare)) {
        add_alias(person, bare);
    }
    if !byname.starts_with("that ") {
        add_alias(person, byname);
    }
}

/// Adds what else a person is called, unless only its capitals are new: `rasputin`, where he is Grigori Rasputin elsewhere.
pub(super) fn add_unless_alike(person: &mut Person, alias: &str) {
    let is_known = |name: &String| name.eq_ignore_ascii_case(alias);
    if !is_known(&person.name) && !person.aliases.iter().any(is_known) {
        person.aliases.push(alias.to_owned());
    }
}
