//! How far a name goes that was begun in a run.

use super::{Part, is_bill, is_eastern, is_nameable};
use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::{Piece, Runs, Shape};
use crate::notes::word_key::{BEFORE_AUGUST, key, words};

/// Whether the piece at `at` goes on with the name begun in `part`.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
pub(in crate::notes::people::spot) fn belongs(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    let is = piece.is;
    let names = &runs.pieces[part.pieces.clone()];
    let given = names.iter().any(|name| {
        name.shape == Shape::Initial
            || name.is.intersects(Is::GIVEN)
                && (!name.is.intersects(Is::PLACE | Is::PEOPLE | Is::GROUP)
                    || runs.raw(name) == "Ed")
    });
    // Senator Rammohan Sen: after a title an unknown word is a given name.
    let named = given || part.title.is_some() && count_words(names) == 1 && names[0].is.is_empty();
    let plain_given = given && !names[0].is.intersects(Is::WORD | Is::FUNCTION | Is::TITLE);
    let ended = names
        .iter()
        .any(|name| matches!(name.shape, Shape::Numeral | Shape::Epithet));
    match piece.shape {
        Shape::Numeral | Shape::Epithet | Shape::Origin | Shape::Nickname | Shape::Byname => {
            return true;
        }
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
                    is_nameable(next.is)
                        // Luis de Plaza, whatever that is.
                        || given && next.is.intersects(Is::PLACE | Is::GROUP | Is::THING)
                        // Seán Mac Gate
                        || given && runs.raw(piece) == "Mac"
                        // Amr ibn al-As, whatever "as" is.
                        || next.is.contains(Is::FUNCTION) && runs.raw(piece).ends_with('-')
                });
        }
        Shape::Word => {}
    }
    if ended || is_bill(runs, part, at) {
        return false;
    }
    let count = count_words(names);
    let after_particle = names
        .last()
        .is_some_and(|name| name.shape == Shape::Particle);
    let surname = is.intersects(Is::SURNAME | Is::KNOWN);
    // "Berlioz Symphonie": nothing unknown follows a surname that is known.
    let complete = count >= 2
        && names.last().is_some_and(|last| {
            last.is.contains(Is::KNOWN) && !last.is.intersects(Is::GIVEN | Is::SURNAME | Is::FAMILY)
        });
    if complete && is.is_empty() && !piece.shouted && !is_cognomen(runs, &names[0], piece) {
        return false;
    }
    if piece.cue.contains(Cue::BEHIND) {
        return true;
    }
    let shouts = piece.shouted && !names.iter().any(|name| name.shouted);
    if shouts && count >= 2 && is.is_empty() {
        // "Ian Smith UDI": the acronym is no name.
        return false;
    }
    let family = count == 1
        && names[0].is.contains(Is::FAMILY)
        && !names[0].is.intersects(Is::GIVEN | Is::PLACE);
    if count == 1 && at > 0 && is_eastern(runs, at - 1) {
        return true;
    }
    let short = family && !names[0].is.intersects(Is::WORD | Is::PEOPLE | Is::FUNCTION);
    if short && is.contains(Is::PEOPLE) && at + 1 == runs.pieces.len() && piece.is_short() {
        // Jiang Qing, of no dynasty.
        return true;
    }
    if short && at + 1 == runs.pieces.len() && runs.raw(piece) == "He" {
        // Zheng He
        return true;
    }
    let second = count == 1
        && plain_given
        && matches!(
            runs.raw(piece),
            "Earl" | "Duke" | "Dean" | "King" | "Prince"
        );
    if second
        && runs
            .pieces
            .get(at + 1)
            .is_some_and(|next| next.shape == Shape::Word && is_nameable(next.is))
    {
        // James Earl Ray.
        return true;
    }
    if is.contains(Is::GROUP) && count == 1 && is_august(runs, &names[0], at) {
        return true;
    }
    if is.intersects(Is::FUNCTION | Is::ROLE | Is::GROUP | Is::PEOPLE | Is::TITLE) {
        let known_role = is.contains(Is::ROLE) && !is.contains(Is::SURNAME);
        return surname && named && !known_role || after_particle;
    }
    if is.contains(Is::THING) {
        return (surname || after_particle || is.intersects(Is::GIVEN)) && given && count <= 2
            || plain_given && count == 1 && is_knights(runs, part, at);
    }
    if is.contains(Is::PLACE) {
        return given && count <= 2
            || after_particle
            || family && is.contains(Is::FAMILY)
            || surname && count == 1 && !names[0].is.intersects(Is::KNOWN);
    }
    if is.contains(Is::WORD) {
        return (surname && named)
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

/// Whether an unknown word is the last of a Roman's names: Publius Cornelius Rufinus.
fn is_cognomen(runs: &Runs<'_>, first: &Piece, last: &Piece) -> bool {
    let raw = runs.raw(last);
    raw.ends_with(['a', 'o', 'r', 's', 'x'])
        && !raw.ends_with("ians")
        && words!(
            "Appius Aulus Decimus Gaius Gnaeus Lucius Manius Marcus Publius Quintus Servius Sextus Tiberius Titus"
        )
        .contains(key(runs.raw(first).as_bytes()))
}

/// Whether the piece at `at` is no month but the second name of the given name before it: Ernst August.
#[inline(never)]
fn is_august(runs: &Runs<'_>, given: &Piece, at: usize) -> bool {
    let end = runs.pieces[at].tokens.1;
    runs.raw(&runs.pieces[at]) == "August"
        && BEFORE_AUGUST.contains(key(runs.raw(given).as_bytes()))
        && runs
            .tokens
            .all
            .get(end)
            .is_none_or(|next| next.kind != Kind::Number)
}

/// Whether the last piece, at `at`, is the surname of a knight whose given name stands before it: Sir Walter Bridge.
fn is_knights(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let title = part.title.map(|title| runs.raw(&runs.pieces[title]));
    at + 1 == runs.pieces.len() && matches!(title, Some("Sir" | "Dame" | "Lord" | "Lady"))
}

/// How many of `pieces` are words.
fn count_words(pieces: &[Piece]) -> usize {
    let words = pieces.iter().filter(|piece| piece.shape == Shape::Word);
    words.count()
}
