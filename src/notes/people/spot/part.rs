//! Which pieces of a run make up one name.

use super::{Part, opens};
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::people::eastern::{is_given, is_romanised};
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::run::{Piece, Runs, Shape, Tokens};
use crate::notes::people::weigh::is_somebodys;
use crate::notes::word_key::{BEFORE_AUGUST, key, words};

/// Whether the piece at `at` can begin a name.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
pub(super) fn begins(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
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

/// Whether a piece is the bill of the names before it, and nobody's name: the Wade Davis Bill.
pub(super) fn is_bill(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    part.pieces.len() > 1 && piece.len() == 4 && runs.raw(piece) == "Bill"
}

/// How many of `pieces` are words.
fn count_words(pieces: &[Piece]) -> usize {
    let words = pieces.iter().filter(|piece| piece.shape == Shape::Word);
    words.count()
}

/// Whether a family name stands at `at` and a given name of two syllables after it: Sun Yat-sen, whatever else the sun is.
fn is_eastern(runs: &Runs<'_>, at: usize) -> bool {
    let [family, given, ..] = &runs.pieces[at..] else {
        return false;
    };
    let is_family = family.is.contains(Is::FAMILY) || family.len() == 2 && runs.raw(family) == "An";
    // Lyuh Woon-hyung: the given name tells enough.
    let may_be_family = is_family || family.is.is_empty() && family.is_short() && !family.shouted;
    if !may_be_family || family.shape != Shape::Word || given.shape != Shape::Word {
        return false;
    }
    let raw = runs.raw(given);
    let hyphened = raw.contains('-');
    if !is_family && !hyphened {
        return false;
    }
    let fits = if hyphened {
        is_romanised(raw) && !given.is.intersects(Is::PEOPLE | Is::PLACE | Is::GROUP)
    } else {
        given.is.is_empty() || given.is.intersects(Is::GIVEN)
    };
    if !fits {
        return false;
    }
    let mut folded = String::new();
    lexicon::fold(raw, &mut folded);
    let first = folded.split('-').next().unwrap_or_default();
    is_given(&folded) && (!hyphened || !lexicon::look_up(first).intersects(Is::OTHER))
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

/// Whether the last piece, at `at`, is the surname of a knight whose given name stands before it: Sir Walter Bridge.
fn is_knights(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let title = part.title.map(|title| runs.raw(&runs.pieces[title]));
    at + 1 == runs.pieces.len() && matches!(title, Some("Sir" | "Dame" | "Lord" | "Lady"))
}

/// Whether what stands before token `at` joins names, so that August is no month: Münter and August Macke.
fn follows_a_name(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0
        && matches!(
            tokens.word(at - 1),
            "and" | "&" | "by" | "with" | "vs" | "w/"
        )
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

fn is_nameable(is: Is) -> bool {
    is.intersects(Is::NAME) || !is.intersects(Is::OTHER | Is::ACT)
}
