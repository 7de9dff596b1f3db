//! Bynames that no list knows: `aka "the Incorruptible"`, `known as the Lady with the Lamp`, `("Oppie")`.

mod after;
mod akin;
mod behind;
mod callers;
mod cues;
mod equated;
mod looks;
mod openings;
mod taken;
mod titles;
mod under;

pub(super) use after::is_quote;

use super::{Note, Place, call};
use crate::notes::facts::Person;
use crate::notes::people::join::NO_LIST;
use crate::notes::word_key::words;
use after::After;
use cues::{CALLS, may_tell};

/// Tokens of a byname, at most.
const LONGEST: usize = 6;

/// Adds what the words right after a name say that its bearer is called; gives who is named in such a byname alone.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) -> Taken {
    let mut taken = Taken::default();
    for (at, spot) in note.spots.iter().enumerate() {
        let owner = note.people.owners[at];
        if owner == NO_LIST || spot.possessive {
            continue;
        }
        let is_equated = note.document.blocks[spot.block].signs.any(b"=");
        if !is_equated && !may_tell(note.keys.of_block(spot.block), spot.tokens.end) {
            continue;
        }
        let after = After::of(note, spot.block);
        if is_equated {
            after.equated(note, spot, |byname| {
                call::add_byname(&mut people[owner as usize], byname);
            });
        }
        if let Some(origin) = after.origin(note, at) {
            call::add_alias(&mut people[owner as usize], origin);
        }
        let Some((start, end, epithet)) = after.byname(note, spot) else {
            continue;
        };
        // What names somebody by itself is not this person's.
        let next = note.spots.get(at + 1);
        let named = next.is_some_and(|next| {
            next.block == spot.block
                && next.start() < end
                && note.people.owners[at + 1] != NO_LIST
                && note.people.owners[at + 1] != owner
        });
        // The Felix of "Iron Felix" is nobody else.
        if named && !epithet {
            continue;
        }
        let called = &mut people[owner as usize];
        let byname = &after.text[start as usize..end as usize];
        if after.word(spot.tokens.end) == "/" {
            call::add_alias(called, byname);
        } else {
            call::add_byname(called, byname);
        }
        if let Some(whole) = after.with_quotation(spot, start, end) {
            call::add_alias(called, whole);
        }
        // Sand is somebody, of "Sand's bulldog".
        if named && !byname.contains("'s ") && !byname.contains("’s ") {
            taken.add(note, spot.block, start..end, owner);
        }
        let close = after.tokens.partition_point(|token| token.start < end);
        if let Some(next) = after.listed(close) {
            taken.call(note, people, owner, spot.block, next);
        }
    }
    taken
}

/// Offices say what somebody is of something, and are no bynames.
pub(super) use equated::is_office;
/// Adds what lines say of whom they are about, further on.
pub(super) use openings::add as add_of_lines;
pub(super) use taken::Taken;
/// Adds what the first line under a heading says of whom the heading names.
pub(super) use under::add as add_under_headings;

/// Adds what statements with a pronoun say that whom it means is called: `Known as the "Virgin Queen", she never married`,
/// `She was called "Good Queen Bess"`.
pub(super) fn add_of_pronouns(note: &Note<'_>, pronouns: &[Place], people: &mut [Person]) {
    for place in pronouns {
        let after = After::of(note, place.block);
        let Some(statement) = place.statement.map(|at| &note.document.statements[at]) else {
            continue;
        };
        let mut opens = [statement.tokens.start, place.token + 1].into_iter();
        let cue = opens.find_map(|at| after.cue(at));
        // "The soldiers called him Old Fritz."
        let is_object = || place.token > 0 && after.any(place.token - 1, CALLS);
        let cue = cue.or_else(|| is_object().then_some(place.token + 1));
        // "at court she was "the Ostwick Woman""
        let is_was = || {
            let was = place.token + 1;
            after.any(was, words!("was is became")) && is_quote(after.word(was + 1))
        };
        let was = if cue.is_none() && is_was() {
            let called = after.called(place.token + 2);
            called.filter(|(start, end)| {
                after.is_phrase(*start..*end) || after.is_byname(*start..*end)
            })
        } else {
            None
        };
        if let Some((start, end)) = cue.and_then(|at| after.called(at)).or(was) {
            call::add_byname(&mut people[place.person], after.text_of(start..end));
        }
    }
}

/// What a quotation after the sign at `at` says that whom the letter before it means is called: `says S = "butcher of Ham"`.
pub(super) fn equated_at<'n>(note: &'n Note<'_>, block: usize, at: usize) -> Option<&'n str> {
    let after = After::of(note, block);
    if after.word(at) != "=" || !is_quote(after.word(at + 1)) {
        return None;
    }
    let open = at + 1;
    let close = after.close_of(open)?;
    let own = open + 1..close;
    let named = after.is_byname(own.clone())
        || after.is_small_epithet(own.clone())
        || after.is_small_phrase(own.clone());
    named.then(|| after.text_of(own))
}
