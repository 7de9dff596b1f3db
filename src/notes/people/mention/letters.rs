//! One letter for who the note is full of: "Hannibal crossed the Alps. In Italy H. never lost."

use super::{Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::folded::Folded;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Cue, Is};

/// How often a note names somebody for whom one letter is enough.
const OFTEN: usize = 3;

/// Names before a letter among which its bearer is looked for.
const NEAR: usize = 64;

/// Adds the letters that mean somebody, and their places.
pub(super) fn add(note: &Note<'_>, people: &mut [Person], places: &mut Vec<Place>) {
    let Some(letters) = letters(note) else { return };
    for (index, block) in note.document.blocks.iter().enumerate() {
        if !note.is_read[index] {
            continue;
        }
        let text = &block.text.visible;
        for (at, token) in block.tokens.iter().enumerate() {
            if !token.capital || token.end - token.start != 1 {
                continue;
            }
            let letter = text.as_bytes()[token.start as usize].wrapping_sub(b'A');
            let often = letters.get(usize::from(letter)).copied();
            let Some(often) = often.filter(|often| *often != NO_LIST) else {
                continue;
            };
            if let Some((ruler, end)) = ruler(note, text, &block.tokens, at) {
                call::add_alias(
                    &mut people[ruler],
                    &text[token.start as usize..end as usize],
                );
                places.push(Place {
                    block: index,
                    token: at,
                    bytes: (token.start, end),
                    statement: None,
                    person: ruler,
                    from: Basis::Stated,
                });
                continue;
            }
            let stopped = stands_for_a_name(text, &block.tokens, at);
            let named = stopped || is_of_many(note, often) && acts(text, &block.tokens, at);
            if !named {
                continue;
            }
            let person = beside(note, (index, at), letter).unwrap_or(often);
            let bytes = (token.start, token.end + u32::from(stopped));
            let alias = &text[bytes.0 as usize..bytes.1 as usize];
            call::add_alias(&mut people[person as usize], alias);
            places.push(Place {
                block: index,
                token: at,
                bytes,
                statement: None,
                person: person as usize,
                from: Basis::Stated,
            });
        }
    }
}

/// The ruler whom a letter and a numeral mean, and where it ends: `L. IX`, of Louis IX; `H VIII`.
#[inline(never)]
fn ruler(note: &Note<'_>, text: &str, tokens: &[Token], at: usize) -> Option<(usize, u32)> {
    let stopped = tokens.get(at + 1)?.of(text) == ".";
    let numeral = tokens.get(at + 1 + usize::from(stopped))?;
    let word = numeral.of(text);
    let is_numeral = |word: &str| {
        word.bytes()
            .all(|letter| matches!(letter, b'I' | b'V' | b'X'))
    };
    if !numeral.spaced || !is_numeral(word) || !tokens[at].spaced || !stopped && word.len() < 2 {
        return None;
    }
    // "V. I. Lenin"
    let next = tokens.get(at + 2 + usize::from(stopped));
    if stopped && word.len() == 1 && next.is_some_and(|next| next.of(text) == ".") {
        return None;
    }
    let (letter, tail) = (
        text.as_bytes()[tokens[at].start as usize].to_ascii_lowercase(),
        word.to_ascii_lowercase(),
    );
    let people = note.people.clusters.iter().enumerate().take(NEAR);
    let mut rulers = people.filter(|(_, person)| {
        note.names.text(person.tail) == tail
            && note.names.text(person.key).as_bytes().first() == Some(&letter)
    });
    let (ruler, _) = rulers.next()?;
    rulers.next().is_none().then_some((ruler, numeral.end))
}

/// For each letter, who is named most often by a surname that begins with it; nothing where nobody is named often.
fn letters(note: &Note<'_>) -> Option<[u32; 26]> {
    let mut letters = [NO_LIST; 26];
    let mut most = [OFTEN - 1; 26];
    let mut found = false;
    for (person, cluster) in (0_u32..).zip(&note.people.clusters) {
        if cluster.n_spots < OFTEN {
            continue;
        }
        let surname = note.names.last(cluster.key);
        let spellings = note.people.spellings.of(person as usize);
        let singles = spellings
            .map(|spot| &note.spots[spot])
            .filter(|spot| spot.is_single());
        for name in singles.map(|spot| spot.key).chain([surname]) {
            let letter = usize::from(letter_of(note, name));
            if letter < 26 && cluster.n_spots > most[letter] {
                (letters[letter], most[letter]) = (person, cluster.n_spots);
                found = true;
            }
        }
    }
    found.then_some(letters)
}

/// The number of a folded name's first letter.
fn letter_of(note: &Note<'_>, name: Folded) -> u8 {
    let first = note.names.text(name).as_bytes().first().copied();
    first.unwrap_or_default().wrapping_sub(b'a')
}

/// Who is named last before token `at` of a block, by a name that begins with the letter.
fn beside(note: &Note<'_>, (block, at): (usize, usize), letter: u8) -> Option<u32> {
    let before = note
        .spots
        .partition_point(|spot| (spot.block, spot.tokens.start) < (block, at));
    let here = (0..before)
        .rev()
        .take(NEAR)
        .take_while(|spot| note.spots[*spot].block == block);
    let mut named = here.filter(|spot| {
        let name = note.names.first(note.spots[*spot].key);
        note.people.owners[*spot] != NO_LIST && letter_of(note, name) == letter
    });
    Some(note.people.owners[named.next()?])
}

/// Whether a note names a person so often that a letter needs no full stop.
fn is_of_many(note: &Note<'_>, person: u32) -> bool {
    note.people.clusters[person as usize].n_spots >= OFTEN + 2
}

/// Whether the capital at `at`, without a full stop, does or suffers what only people do: "so H marched", "H had him killed".
fn acts(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    if matches!(word(at), "A" | "I") || !next.spaced || next.capital || next.kind != Kind::Word {
        return false;
    }
    let opens = match at.checked_sub(1).map(|at| &tokens[at]) {
        None => true,
        Some(before) => match before.kind {
            Kind::Word => matches!(
                before.of(text),
                "and"
                    | "but"
                    | "so"
                    | "because"
                    | "bc"
                    | "when"
                    | "while"
                    | "after"
                    | "before"
                    | "that"
                    | "until"
            ),
            Kind::Punct => {
                tokens[at].spaced && matches!(before.of(text), "." | "," | ";" | ":" | "|")
            }
            Kind::Arrow => true,
            Kind::Number => false,
        },
    };
    if !opens {
        return false;
    }
    let known = lexicon::know(next.of(text));
    let human = Is::HUMAN | Is::FATE;
    if known.cue.contains(Cue::AUXILIARY) {
        return matches!(word(at + 2), "him" | "her" | "his" | "them")
            || lexicon::know(word(at + 2)).is.intersects(human);
    }
    known.is.intersects(human | Is::ACT)
}

/// Whether the capital at `at` has a full stop and stands where a name may: not "J. Smith", "Peng D.", "A. first of a list", "N. of Paris".
fn stands_for_a_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    let free = match before.kind {
        Kind::Word => !before.capital,
        Kind::Punct => !matches!(before.of(text), "." | "-" | "'" | "’" | "&" | "/" | "("),
        Kind::Arrow => true,
        Kind::Number => false,
    };
    let stopped = tokens
        .get(at + 1)
        .is_some_and(|stop| stop.of(text) == "." && !stop.spaced);
    let goes_on = match tokens.get(at + 2) {
        None => true,
        Some(next) => match next.kind {
            Kind::Word => {
                !next.capital && next.spaced && next.end - next.start > 1 && next.of(text) != "of"
            }
            Kind::Punct => matches!(word(at + 2), "?" | "," | ";" | ")" | "|"),
            Kind::Number | Kind::Arrow => false,
        },
    };
    tokens[at].spaced && free && stopped && goes_on
}
