//! One letter for who the note is full of: "Hannibal crossed the Alps. In Italy H. never lost."

mod shorthand;
mod shorts;
mod stands;

use super::{Note, Place, bynames, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::lex::Token;
use crate::notes::people::folded::Folded;
use crate::notes::people::join::NO_LIST;
use stands::{acts, is_title, is_titled, opens_and_acts, owns, stands_for_a_name};

/// How often a note names somebody for whom one letter is enough.
const OFTEN: usize = 3;

/// Names before a letter among which its bearer is looked for.
const NEAR: usize = 64;

/// A capital that stands alone or owns something: `H marched`, `H's army`.
struct Single {
    block: usize,
    at: usize,
    /// An apostrophe and an `s` follow.
    owns: bool,
}

/// Whom letters may mean.
struct Letters {
    /// For each letter, who is named most often by a name that begins with it; [`NO_LIST`] where nobody is named often.
    people: [u32; 26],
    /// How often.
    most: [usize; 26],
    /// How often the next of them is named.
    second: [usize; 26],
    /// A bit for each letter that means somebody throughout.
    sure: u32,
}

impl Letters {
    /// Whether nobody else with the letter is named nearly as often.
    fn is_clear(&self, letter: usize) -> bool {
        self.people[letter] != NO_LIST && self.second[letter] * 3 <= self.most[letter]
    }

    fn is_sure(&self, letter: usize) -> bool {
        self.sure >> letter & 1 == 1
    }

    /// Makes a letter mean `person` throughout, unless it does another. "A" and "I" are words.
    fn make_sure(&mut self, letter: usize, person: u32) {
        let is_word = matches!(letter, 0 | 8);
        if !is_word && !self.is_sure(letter) {
            self.people[letter] = person;
            self.sure |= 1 << letter;
        }
    }
}

/// Adds the letters that mean somebody, and their places.
pub(super) fn add(note: &Note<'_>, people: &mut [Person], places: &mut Vec<Place>) {
    let Found { singles, shorts } = find(note);
    if !shorts.is_empty() {
        shorts::add(note, &shorts, people, places);
    }
    if singles.is_empty() {
        return;
    }
    let mut letters = letters(note);
    shorthand::find(note, &singles, &mut letters);
    for single in &singles {
        let (index, at) = (single.block, single.at);
        let block = &note.document.blocks[index];
        let (text, token) = (&block.text.visible, &block.tokens[at]);
        let number = text.as_bytes()[token.start as usize].wrapping_sub(b'A');
        let letter = usize::from(number);
        let often = letters.people.get(letter).copied();
        let Some(often) = often.filter(|often| *often != NO_LIST) else {
            continue;
        };
        let (person, end) = if let Some((ruler, end)) = ruler(note, text, &block.tokens, at) {
            (ruler, end)
        } else if letters.is_sure(letter) && shorthand::is_free(text, &block.tokens, at)
            || single.owns && letters.is_clear(letter) && owns(note, often, &block.tokens, at)
            || !single.owns && letters.is_clear(letter) && is_titled(text, &block.tokens, at)
        {
            (often as usize, token.start + 1)
        } else if single.owns {
            continue;
        } else {
            let stopped = stands_for_a_name(text, &block.tokens, at)
                || letters.is_clear(letter) && opens_and_acts(text, &block.tokens, at);
            let named = stopped || is_of_many(note, often) && acts(text, &block.tokens, at);
            if !named {
                continue;
            }
            let person = beside(note, (index, at), number).unwrap_or(often);
            (person as usize, token.end + u32::from(stopped))
        };
        // Viscount C.
        let titled = at.checked_sub(1).map(|before| &block.tokens[before]);
        let titled = titled.filter(|before| before.capital && is_title(before.of(text)));
        let start = titled.map_or(token.start, |title| title.start);
        let alias = &text[start as usize..end as usize];
        call::add_alias(&mut people[person], alias);
        if let Some(byname) = bynames::equated_at(note, index, at + 1) {
            call::add_byname(&mut people[person], byname);
        }
        places.push(Place {
            block: index,
            token: at,
            bytes: (token.start, end),
            statement: None,
            person,
            from: Basis::Stated,
        });
    }
}

/// Words of a note that may be names cut short.
#[derive(Default)]
struct Found {
    singles: Vec<Single>,
    /// Block and token of short words that end in a capital or a digit.
    shorts: Vec<(usize, usize)>,
}

/// All capitals that stand alone, and short words that letters and numbers make up: `T3`, `RIII`, `CoA`.
fn find(note: &Note<'_>) -> Found {
    let mut found = Found::default();
    for (block, own) in note.document.blocks.iter().enumerate() {
        if !note.is_read[block] {
            continue;
        }
        let text = own.text.visible.as_bytes();
        for (at, token) in own.tokens.iter().enumerate() {
            let length = token.end - token.start;
            if !token.capital || length > shorts::LONGEST {
                continue;
            }
            let last = text[token.end as usize - 1];
            let behind = || &text[token.start as usize + 1..token.end as usize];
            let owns = last == b's' && matches!(behind(), b"'s" | b"\xe2\x80\x99s");
            if length == 1 || owns {
                found.singles.push(Single { block, at, owns });
                if !owns && shorts::is_epithet(&own.text.visible, &own.tokens[at..]) {
                    found.shorts.push((block, at));
                }
            } else if last.is_ascii_uppercase() || last.is_ascii_digit() {
                found.shorts.push((block, at));
            }
        }
    }
    found
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

/// For each letter, who is named most often by a surname that begins with it.
fn letters(note: &Note<'_>) -> Letters {
    let mut letters = Letters {
        people: [NO_LIST; 26],
        most: [OFTEN - 1; 26],
        second: [0; 26],
        sure: 0,
    };
    for (person, cluster) in (0_u32..).zip(&note.people.clusters) {
        let n_spots = cluster.n_spots;
        let surname = note.names.last(cluster.key);
        let spellings = note.people.spellings.of(person as usize);
        let singles = spellings
            .filter(|_| n_spots >= OFTEN)
            .map(|spot| &note.spots[spot])
            .filter(|spot| spot.is_single());
        for name in singles.map(|spot| spot.key).chain([surname]) {
            let letter = usize::from(letter_of(note, name));
            if letter >= 26 || letters.people[letter] == person {
                continue;
            }
            if n_spots > letters.most[letter] {
                if letters.people[letter] != NO_LIST {
                    letters.second[letter] = letters.most[letter];
                }
                (letters.people[letter], letters.most[letter]) = (person, n_spots);
            } else {
                letters.second[letter] = letters.second[letter].max(n_spots);
            }
        }
    }
    letters
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

/// Whether a note names a person so often that a letter needs no full stop, or has a heading with the name.
fn is_of_many(note: &Note<'_>, person: u32) -> bool {
    let cluster = &note.people.clusters[person as usize];
    let often = if cluster.headed { OFTEN } else { OFTEN + 2 };
    cluster.n_spots >= often
}
