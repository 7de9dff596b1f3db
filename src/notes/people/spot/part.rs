//! Which pieces of a run make up one name.

use super::{Part, opens};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::{Runs, Shape};

/// Whether the piece at `at` can begin a name.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
pub(super) fn begins(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    let next = runs.pieces.get(at + 1);
    match piece.shape {
        Shape::Numeral | Shape::Epithet => return false,
        Shape::Nickname => {
            return next.is_some_and(|next| next.shape == Shape::Word && is_nameable(next.is));
        }
        // `Duke of Wellington`: the title is all the name there is.
        Shape::Origin => {
            return part.title.is_some_and(|title| {
                title + 1 == at && runs.pieces[title].cue.contains(Cue::PEER)
            });
        }
        Shape::Initial | Shape::Particle => {
            return next.is_some_and(|next| {
                matches!(next.shape, Shape::Initial | Shape::Particle)
                    || next.shape == Shape::Word && is_nameable(next.is)
            });
        }
        Shape::Word => {}
    }
    let is = piece.is;
    let titled = part.title.is_some_and(|title| title + 1 == at);
    let surname_follows = next.is_some_and(|next| {
        matches!(
            next.shape,
            Shape::Initial | Shape::Particle | Shape::Nickname
        ) || next.shape == Shape::Word
            && (next.is.intersects(Is::KNOWN | Is::SURNAME | Is::FAMILY) || next.is.is_empty())
            && !next.is.intersects(Is::THING)
    });
    if is.is_empty()
        && at == 0
        && is_verb_form(runs.raw(piece))
        && opens(&runs.tokens, piece.tokens.0)
    {
        // A verb: "Burned Cranmer".
        return false;
    }
    let acronym = piece.shouted && is.is_empty() && next.is_some_and(|next| !next.shouted);
    if acronym || piece.cue.contains(Cue::OPENS_THING) {
        return false;
    }
    let alone = part.title.is_none() && next.is_none();
    if is.contains(Is::TITLE) {
        // Dr. King; King alone is whom the note has named so before, or nobody.
        return is.contains(Is::SURNAME) && (titled && next.is_none() || alone);
    }
    if is.intersects(Is::FUNCTION | Is::GROUP | Is::ROLE) {
        if alone && is.contains(Is::SURNAME) {
            return true;
        }
        let month = is.contains(Is::GROUP) && next.is_some_and(|next| next.is.contains(Is::KNOWN));
        return is.intersects(Is::GIVEN) && surname_follows && !month
            || is.intersects(Is::KNOWN | Is::GIVEN | Is::SURNAME)
                && (titled || is.contains(Is::KNOWN) && !is.intersects(Is::FUNCTION));
    }
    if is.contains(Is::FAMILY)
        && is.intersects(Is::PEOPLE | Is::GROUP)
        && next.is_some_and(|next| {
            next.shape == Shape::Word && (next.is.is_empty() || next.is.intersects(Is::GIVEN))
        })
    {
        // Tokugawa Yoshinobu, of the Tokugawa.
        return true;
    }
    if is.contains(Is::PEOPLE) {
        return is.contains(Is::KNOWN) && (titled || surname_follows);
    }
    if is.intersects(Is::PLACE) {
        return titled || is.intersects(Is::NAME);
    }
    if is.intersects(Is::WORD | Is::THING) {
        return is.intersects(Is::NAME)
            || titled && !runs.pieces[at - 1].cue.contains(Cue::WEAK) && is.is_empty();
    }
    !is.intersects(Is::ACT | Is::FATE) || is.intersects(Is::NAME)
}

/// Whether the piece at `at` goes on with the name begun in `part`.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
pub(super) fn belongs(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    let is = piece.is;
    let names = &runs.pieces[part.pieces.clone()];
    let given = names.iter().any(|name| {
        name.shape == Shape::Initial
            || name.is.intersects(Is::GIVEN)
                && !name.is.intersects(Is::PLACE | Is::PEOPLE | Is::GROUP)
    });
    let plain_given = given && !names[0].is.intersects(Is::WORD | Is::FUNCTION | Is::TITLE);
    let ended = names
        .iter()
        .any(|name| matches!(name.shape, Shape::Numeral | Shape::Epithet));
    match piece.shape {
        Shape::Numeral | Shape::Epithet | Shape::Origin | Shape::Nickname => return true,
        Shape::Initial => return !ended,
        Shape::Particle => {
            let given = names[0].is.intersects(Is::GIVEN);
            let next = runs.pieces.get(at + 1);
            // German "Gandhi von Nathuram Godse" is two people, who follow each other.
            let by = !given
                && runs.raw(piece) == "von"
                && next.is_some_and(|next| {
                    next.is.intersects(Is::GIVEN) && !next.is.intersects(Is::KNOWN | Is::SURNAME)
                });
            return !ended
                && !by
                && runs.pieces.get(at + 1).is_some_and(|next| {
                    is_nameable(next.is) || given && next.is.contains(Is::PLACE)
                });
        }
        Shape::Word => {}
    }
    if ended {
        return false;
    }
    let count = names
        .iter()
        .filter(|name| name.shape == Shape::Word)
        .count();
    let after_particle = names
        .last()
        .is_some_and(|name| name.shape == Shape::Particle);
    let surname = is.intersects(Is::SURNAME | Is::KNOWN);
    // "Berlioz Symphonie": nothing unknown follows a surname that is known.
    let complete = count >= 2
        && names.last().is_some_and(|last| {
            last.is.contains(Is::KNOWN) && !last.is.intersects(Is::GIVEN | Is::SURNAME | Is::FAMILY)
        });
    if complete && is.is_empty() && !piece.shouted {
        return false;
    }
    if is.contains(Is::TITLE) && piece.cue.contains(Cue::BEHIND) {
        return true;
    }
    let family = count == 1
        && names[0].is.contains(Is::FAMILY)
        && !names[0].is.intersects(Is::GIVEN | Is::PLACE);
    if is.intersects(Is::FUNCTION | Is::ROLE | Is::GROUP | Is::PEOPLE | Is::TITLE) {
        let known_role = is.contains(Is::ROLE) && !is.contains(Is::SURNAME);
        return surname && given && !known_role || after_particle;
    }
    if is.contains(Is::THING) {
        return surname && given && count <= 2;
    }
    if is.contains(Is::PLACE) {
        return given && count <= 2
            || after_particle
            || family && is.contains(Is::FAMILY)
            || surname && count == 1 && !names[0].is.intersects(Is::KNOWN);
    }
    if is.contains(Is::WORD) {
        return (surname && given)
            || (family && is.contains(Is::FAMILY))
            || (plain_given && count == 1 && !is.intersects(Is::ACT | Is::HUMAN))
            || after_particle;
    }
    // An unknown word, or a name. A whole name is not followed by another person's.
    count < 4
        || is.intersects(Is::GIVEN) && names.iter().all(|name| name.is.intersects(Is::GIVEN))
        || names
            .last()
            .is_some_and(|name| name.is.intersects(Is::GIVEN))
}

/// An unknown word that ends as verbs do.
fn is_verb_form(folded: &str) -> bool {
    folded.len() >= 6 && (folded.ends_with("ed") || folded.ends_with("ing"))
}

fn is_nameable(is: Is) -> bool {
    is.intersects(Is::NAME) || !is.intersects(Is::OTHER | Is::ACT)
}
