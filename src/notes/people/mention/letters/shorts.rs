//! Names cut short to letters and numbers: `T3` and `RIII` of rulers, `CG II` of Chandragupta II, `QE1` of Queen Elizabeth I, `CoA`
//! of Catherine of Aragon, `P the G` of Peter the Great.

use rustc_hash::FxHashMap;

use super::{NEAR, Note, Place, call};
use crate::notes::facts::{Basis, Person};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::folded::Folded;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::run::{roman, without_possessive};
use crate::notes::word_key::{Words, key, words};

/// Bytes of such a word with an apostrophe and an `s`, at most.
pub(super) const LONGEST: u32 = 7;

/// Such words of a note that are looked up, at most: no note has more, and one in capitals is not to be looked through.
const MOST: usize = 200;

/// Two capitals that mean something else.
const OTHERS: Words =
    words!("ac ad am bc ce cv eu fm gb hq ii iv ix mp nb ok pm ps qc sa ss tv uk un us vi vp xi");

/// Adds the short words that mean somebody.
#[inline(never)]
pub(super) fn add(
    note: &Note<'_>,
    shorts: &[(usize, usize)],
    people: &mut [Person],
    places: &mut Vec<Place>,
) {
    // Whom each means.
    let mut known: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    for (block, at) in shorts.iter().copied().take(MOST) {
        let own = &note.document.blocks[block];
        let (text, tokens) = (&own.text.visible, &own.tokens);
        // Most capitals are no people's.
        let told = || is_told(text, tokens.get(at + 1));
        if tokens[at].shouted && (tokens[at].of(text).len() == 2 && !told())
            || is_named(note, block, at)
        {
            continue;
        }
        let start = tokens[at].start;
        let (word, _) = without_possessive(tokens[at].of(text));
        let mut end = start + word.len() as u32;
        // CG II
        if let Some(next) = tokens.get(at + 1)
            && next.spaced
            && is_roman(next.of(text))
            && word.len() <= 2
        {
            end = next.end;
        }
        let epithet = word.len() == 1;
        if epithet {
            // The O of "Willie O'S" is no letter.
            if !is_epithet(text, &tokens[at..]) {
                continue;
            }
            end = tokens[at + 2].end;
        }
        let whole = &text[start as usize..end as usize];
        let meant = known.entry(whole).or_insert_with(|| match epithet {
            // P the G is PtG.
            true => by_letters(&whole.replace(" the ", "t"), people),
            false => ruler(note, whole).or_else(|| by_letters(whole, people)),
        });
        let Some(person) = *meant else { continue };
        call::add_alias(&mut people[person], whole);
        places.push(Place {
            block,
            token: at,
            bytes: (start, end),
            statement: None,
            person,
            from: Basis::Stated,
        });
    }
}

/// Whether tokens begin with an epithet cut short: `P the G`.
pub(super) fn is_epithet(text: &str, tokens: &[Token]) -> bool {
    let [_, the, letter, ..] = tokens else {
        return false;
    };
    the.of(text) == "the" && letter.capital && letter.end - letter.start == 1
}

/// Whether what follows two capitals says that they are somebody: `MT lost`, `MT (Maria Theresa)`, `MT = heir`.
fn is_told(text: &str, next: Option<&Token>) -> bool {
    next.is_some_and(|next| match next.kind {
        // CG II
        Kind::Word if next.shouted => is_roman(next.of(text)),
        Kind::Punct => matches!(next.of(text), "(" | "="),
        Kind::Word => {
            let is = Is::HUMAN | Is::ACT | Is::FATE;
            !next.capital && lexicon::know(next.of(text)).is.intersects(is)
        }
        Kind::Number | Kind::Arrow => false,
    })
}

/// Whether a token is part of a spot that names somebody already.
fn is_named(note: &Note<'_>, block: usize, at: usize) -> bool {
    let past = note
        .spots
        .partition_point(|spot| (spot.block, spot.tokens.start) <= (block, at));
    let Some(before) = past.checked_sub(1) else {
        return false;
    };
    let spot = &note.spots[before];
    spot.block == block && at < spot.tokens.end && note.people.owners[before] != NO_LIST
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|letter| matches!(letter, b'I' | b'V' | b'X'))
}

/// The one ruler of the note whose name begins with some letters and who has the numeral behind them.
fn ruler(note: &Note<'_>, word: &str) -> Option<usize> {
    let number = word.find(|letter: char| letter.is_ascii_digit());
    let (letters, numeral) = if let Some(number) = number {
        (&word[..number], roman(&word[number..])?.to_owned())
    } else if let Some((letters, numeral)) = word.split_once(' ') {
        (letters, numeral.to_ascii_lowercase())
    } else {
        let letters = word.trim_end_matches(['I', 'V', 'X']);
        let letters = if letters.is_empty() {
            &word[..1]
        } else {
            letters
        };
        (letters, word[letters.len()..].to_ascii_lowercase())
    };
    // The Q of QE1 is a queen's.
    let name = match letters.as_bytes() {
        [b'Q' | b'K', _] if number.is_some() => &letters[1..],
        [_] | [_, _] => letters,
        _ => return None,
    };
    if numeral.is_empty() || !name.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let begins = |key: Folded| {
        let mut rest = note.names.text(key).chars();
        let mut letters = name.chars();
        rest.next() == letters.next() && letters.all(|letter| rest.any(|own| own == letter))
    };
    let mut rulers = (0..note.people.clusters.len().min(NEAR)).filter(|person| {
        note.people.spellings.of(*person).any(|spot| {
            let spot = &note.spots[spot];
            let tail = note.names.text(spot.tail);
            tail.split(' ').next() == Some(&*numeral) && begins(spot.key)
        })
    });
    let ruler = rulers.next()?;
    rulers.next().is_none().then_some(ruler)
}

/// The one person a name of whom has words that begin with the letters of `word`: the small ones with small letters, as in `CoA`.
fn by_letters(word: &str, people: &[Person]) -> Option<usize> {
    let mixed = word.bytes().any(|letter| letter.is_ascii_lowercase());
    let fitting = if mixed { 3..=4 } else { 2..=2 };
    if !fitting.contains(&word.len())
        || !word.bytes().all(|letter| letter.is_ascii_alphabetic())
        || !mixed && OTHERS.contains(key(word.as_bytes()))
    {
        return None;
    }
    let fits = |name: &str| {
        if name.as_bytes().first() != word.as_bytes().first() {
            return false;
        }
        // PW is P.W. Dorter.
        if let Some((initials, _)) = name.split_once(". ")
            && matches!(initials.as_bytes(), [_, b'.', _])
        {
            let letters = initials.bytes().filter(|letter| *letter != b'.');
            return letters.eq(word.bytes());
        }
        let words = name
            .split([' ', '-'])
            .filter_map(|word| word.chars().next());
        words
            .filter(|letter| mixed || letter.is_uppercase())
            .eq(word.chars())
    };
    let mut called =
        people.iter().take(NEAR).enumerate().filter(|(_, person)| {
            fits(&person.name) || person.aliases.iter().any(|alias| fits(alias))
        });
    let (person, _) = called.next()?;
    called.next().is_none().then_some(person)
}
