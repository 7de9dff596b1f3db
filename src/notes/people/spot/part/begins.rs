//! Where a name begins in a run.

use super::{Part, is_eastern, is_nameable};
use crate::notes::markdown::BlockKind;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::{Piece, Runs, Shape, Tokens};
use crate::notes::people::spot::edges::opens;
use crate::notes::people::weigh::is_somebodys;

/// Whether the piece at `at` can begin a name.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
pub(in crate::notes::people::spot) fn begins(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    let next = runs.pieces.get(at + 1);
    match piece.shape {
        Shape::Numeral | Shape::Epithet | Shape::Byname => return false,
        Shape::Nickname => {
            return next.is_some_and(|next| next.shape == Shape::Word && is_nameable(next.is));
        }
        // `Duke of Wellington`: the title is all the name there is.
        Shape::Origin => {
            return part.title.is_some_and(|title| {
                title + 1 == at && runs.pieces[title].cue.contains(Cue::PEER)
            });
        }
        Shape::Initial if is_counted(runs, at) => return false,
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
    if is_eastern(runs, at) {
        return true;
    }
    let raw = runs.raw(piece);
    if raw.ends_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    if is.is_empty()
        && at == 0
        && is_verb_form(raw)
        && opens(&runs.tokens, piece.tokens.0)
        && !is_somebodys(&runs.tokens, piece.tokens.1)
    {
        // A verb: "Burned Cranmer".
        return false;
    }
    if is.is_empty() && is_contraction(raw) {
        return false;
    }
    let acronym = piece.shouted
        && is.is_empty()
        && next.is_some_and(|next| {
            !next.shouted && !matches!(runs.raw(next), "Jr" | "Jr." | "Sr" | "Sr.")
        })
        && !is_initials(runs, at);
    if acronym || piece.cue.contains(Cue::OPENS_THING) && !(titled && is_lord(runs, at)) {
        return false;
    }
    if matches!(raw, "Co" | "Co.") && follows_a_name(&runs.tokens, piece.tokens.0) {
        // "Jay Cooke & Co."
        return false;
    }
    if titled && raw == "Will" && runs.raw(&runs.pieces[at - 1]) == "General" {
        // Rousseau's, and no officer's.
        return false;
    }
    let alone = part.title.is_none() && next.is_none();
    if alone && runs.is_surname_here(raw) {
        // "Begin", in a note that names Menachem Begin.
        return true;
    }
    if is.contains(Is::TITLE) {
        // Dr. King; King alone is whom the note has named so before, or nobody.
        return is.contains(Is::SURNAME) && (titled && next.is_none() || alone);
    }
    if is.intersects(Is::FUNCTION | Is::GROUP | Is::ROLE) {
        if alone && is.contains(Is::SURNAME) {
            return true;
        }
        let month = is.contains(Is::GROUP)
            && next.is_some_and(|next| next.is.contains(Is::KNOWN))
            && !follows_a_name(&runs.tokens, piece.tokens.0);
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
    let numbered = next.is_some_and(|next| matches!(next.shape, Shape::Numeral | Shape::Origin));
    if is.contains(Is::PEOPLE) && is.intersects(Is::GIVEN) && numbered {
        // Christian IV, Christian of Brunswick.
        return true;
    }
    if is.contains(Is::PEOPLE) {
        // Christian Schad, Norman Heatley.
        let surname = Is::KNOWN | Is::SURNAME;
        let given = is.intersects(Is::GIVEN)
            && next.is_some_and(|next| {
                let plain = !next.shouted && next.shape == Shape::Word;
                let unknown = next.is.is_empty()
                    && matches!(raw, "Norman" | "Christian" | "Frank")
                    && !runs.raw(next).ends_with('s');
                plain && (unknown || next.is.intersects(surname) && (surname | next.is) == surname)
            });
        return is.contains(Is::KNOWN) && (titled || surname_follows) || given;
    }
    if is.intersects(Is::PLACE) {
        let start = piece.tokens.0;
        return titled || is.intersects(Is::NAME) || alone && start > 0 && runs.is_called(start);
    }
    if is.intersects(Is::WORD | Is::THING) {
        return is.intersects(Is::NAME)
            || titled
                && is.contains(Is::WORD)
                && next.is_none()
                && is_rank(runs.raw(&runs.pieces[at - 1]))
            || titled && is_lord(runs, at);
    }
    !is.intersects(Is::ACT | Is::FATE) || is.intersects(Is::NAME)
}

/// Whether capitals are the initials of a surname that is known: PW Botha, FW de Klerk.
fn is_initials(runs: &Runs<'_>, at: usize) -> bool {
    let surname = |piece: &Piece| {
        piece.shape == Shape::Word && piece.is.intersects(Is::KNOWN | Is::SURNAME) && !piece.shouted
    };
    let raw = runs.raw(&runs.pieces[at]);
    // Three letters are rather an organisation's.
    (raw.len() == 2 || matches!(raw, "WEB" | "AJP" | "CLR" | "JRR"))
        && match runs.pieces.get(at + 1..) {
            Some([particle, name, ..]) if particle.shape == Shape::Particle => surname(name),
            Some([name, ..]) => surname(name),
            _ => false,
        }
}

/// Whether a title is abbreviated, so that a name follows, whatever else it means: Gen. Loan.
fn is_rank(title: &str) -> bool {
    matches!(
        title,
        "Gen."
            | "Col."
            | "Capt."
            | "Lt."
            | "Maj."
            | "Adm."
            | "Sgt."
            | "Dr."
            | "Mrs."
            | "Sen."
            | "Gov."
            | "Rev."
    )
}

/// Whether the last piece, at `at`, stands after "Lord" and is what a lord may be called, whatever thing it is elsewhere: Lord Marsh.
fn is_lord(runs: &Runs<'_>, at: usize) -> bool {
    at + 1 == runs.pieces.len()
        && runs.raw(&runs.pieces[at - 1]) == "Lord"
        && !runs.pieces[at]
            .is
            .intersects(Is::ROLE | Is::FUNCTION | Is::GROUP)
}

/// Whether a letter before one name is the number of a heading, and no initial: `## V. Leclerc`.
fn is_counted(runs: &Runs<'_>, at: usize) -> bool {
    let [letter, _] = runs.pieces.as_slice() else {
        return false;
    };
    at == 0
        && letter.tokens.0 == 0
        && matches!(runs.raw(letter), "I." | "V." | "X.")
        && runs.tokens.block().kind == BlockKind::Heading
}

/// `He'd`, `They'll`, `Who've`.
fn is_contraction(raw: &str) -> bool {
    let end = raw.strip_prefix(|letter: char| letter.is_ascii_uppercase());
    end.is_some_and(|end| {
        ["'d", "’d", "'ll", "’ll", "'ve", "’ve", "'re", "’re"]
            .iter()
            .any(|ending| end.ends_with(ending))
    })
}

/// An unknown word that ends as verbs do.
fn is_verb_form(folded: &str) -> bool {
    folded.len() >= 6 && (folded.ends_with("ed") || folded.ends_with("ing"))
}

/// Whether what stands before token `at` joins names, so that August is no month: Münter and August Macke.
fn follows_a_name(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0
        && matches!(
            tokens.word(at - 1),
            "and" | "&" | "by" | "with" | "vs" | "w/"
        )
}
