//! "He" and "she" of the next sentence or bullet, where the note leaves one candidate.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::mention::Place;
use super::spot::Gender;
use crate::notes::keys::Keys;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Document, Statement};
use crate::notes::word_key::{key, words};

/// Words of a statement in which its first pronoun may stand.
const REACH: usize = 12;

/// A pronoun that means one of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pronoun {
    /// Index of the person.
    pub(super) person: usize,
    /// Index into `Document::statements`.
    pub(super) statement: usize,
    /// The token in the statement's block.
    pub(super) token: usize,
}

/// The pronouns that can be followed.
///
/// `places` has where people are named, in file order; `subject` is whom the whole note is about; `genders` is one per person.
pub(super) fn find(
    document: &Document,
    keys: &Keys,
    places: &[Place],
    subject: Option<usize>,
    genders: &[Gender],
) -> Vec<Pronoun> {
    let mut found = Vec::new();
    let mut about = About {
        document,
        subject,
        people: Vec::with_capacity(places.len()),
        statements: Vec::with_capacity(document.statements.len()),
        headings: Vec::with_capacity(document.headings.len()),
        unsure: FxHashSet::default(),
    };
    about.headings(places, genders.len());
    // The last statement that names each person.
    let mut named_in = vec![usize::MAX; genders.len()];
    let mut ahead = places;
    // Of the statement before.
    let mut heading_before = None;
    for (index, statement) in document.statements.iter().enumerate() {
        let from = about.people.len();
        let mut first_named = usize::MAX;
        while let [place, after @ ..] = ahead
            && place.statement.is_none_or(|statement| statement == index)
        {
            ahead = after;
            if place.statement.is_none() {
                continue;
            }
            first_named = first_named.min(place.token);
            if std::mem::replace(&mut named_in[place.person], index) != index {
                about.people.push(place.person);
            }
        }
        let heading = document.blocks[statement.block].heading;
        let goes_on = heading_before.replace(heading) == Some(heading);
        let (candidates, told_by) = about.candidates(index, heading, goes_on);
        let meant = (!candidates.is_empty() || from < about.people.len())
            .then(|| pronoun(document, keys, statement, first_named))
            .flatten();
        if let Some((token, gender)) = meant {
            // "He sailed with FitzRoy. He …": whoever the first was is the likelier one.
            let is_open = told_by.is_some_and(|before| about.unsure.contains(&(before, gender)));
            let mut fitting = about.people[candidates]
                .iter()
                .copied()
                .filter(|person| genders[*person] == gender || genders[*person] == Gender::Unknown);
            let first = fitting.next();
            let only = first.filter(|_| !is_open && fitting.next().is_none());
            if only.is_none() {
                about.unsure.insert((index, gender));
            }
            if let Some(person) = only {
                found.push(Pronoun {
                    person,
                    statement: index,
                    token,
                });
                if named_in[person] != index {
                    about.people.insert(from, person);
                }
            }
        }
        about.statements.push(from..about.people.len());
    }
    found
}

/// Whom headings and statements are about, named or meant.
struct About<'d> {
    document: &'d Document,
    subject: Option<usize>,
    /// Indices of people, those of one heading or statement side by side.
    people: Vec<usize>,
    /// The people of each statement that has been read.
    statements: Vec<Range<usize>>,
    /// The people of each heading.
    headings: Vec<Range<usize>>,
    /// Statements with a pronoun that could not be followed, and its gender.
    unsure: FxHashSet<(usize, Gender)>,
}

impl About<'_> {
    /// Takes up whom the headings name, of so many people.
    fn headings(&mut self, places: &[Place], n_people: usize) {
        let mut outside = places
            .iter()
            .filter(|place| place.statement.is_none())
            .peekable();
        // The subject comes first, so that it is a range as well.
        self.people.extend(self.subject);
        // The last heading that names each person.
        let mut named_in = vec![usize::MAX; n_people];
        for heading in &self.document.headings {
            let from = self.people.len();
            while let Some(place) = outside.next_if(|place| place.block <= heading.block) {
                let own = place.block == heading.block;
                if own
                    && std::mem::replace(&mut named_in[place.person], heading.block)
                        != heading.block
                {
                    self.people.push(place.person);
                }
            }
            self.headings.push(from..self.people.len());
        }
    }

    /// Whom the statement before, the one it hangs on, or the heading is about: a range of `people`, and the statement.
    ///
    /// `heading` is the one that statement number `index` stands under, and `goes_on` says that the statement before does as well.
    fn candidates(
        &self,
        index: usize,
        heading: Option<usize>,
        goes_on: bool,
    ) -> (Range<usize>, Option<usize>) {
        let statements = &self.document.statements;
        let statement = &statements[index];
        if goes_on {
            let before = index - 1;
            let beside =
                statements[before].parent == statement.parent || statement.parent == Some(before);
            if beside && !self.statements[before].is_empty() {
                return (self.statements[before].clone(), Some(before));
            }
            // A paragraph about one person goes on about them: "He ...", a sentence without a name, "He ...".
            let over = statement.parent;
            let people = over.map_or(0..0, |parent| self.statements[parent].clone());
            return (people, over);
        }
        let titled = heading.map_or(0..0, |heading| self.headings[heading].clone());
        let people = if titled.is_empty() {
            0..usize::from(self.subject.is_some())
        } else {
            titled
        };
        (people, None)
    }
}

/// The first "he" or "she" near the beginning of `statement` and before token `end`, with its token in the block.
fn pronoun(
    document: &Document,
    keys: &Keys,
    statement: &Statement,
    end: usize,
) -> Option<(usize, Gender)> {
    let start = statement.tokens.start;
    let end = statement.tokens.end.min(start + REACH).min(end);
    let near = keys.of_block(statement.block).get(start..end)?;
    (start..).zip(near).find_map(|(at, key)| {
        // Most begin with other letters.
        if LETTERS >> (*key as u32 & 31) & 1 == 0 {
            return None;
        }
        // With the other apostrophe, a word has no key.
        let may_be = matches!(*key as u16, 0 | HE | HIS | SHE);
        let gender = may_be.then(|| {
            let block = &document.blocks[statement.block];
            let token = &block.tokens[at];
            (token.kind == Kind::Word).then(|| gender(token.of(&block.text.visible)))?
        });
        Some((at, gender??))
    })
}

/// A bit for each letter that pronouns begin with, and for no letter.
const LETTERS: u32 = 1 | 1 << (b'h' & 31) | 1 << (b's' & 31);

/// What keys of pronouns begin with: `he`, `her`.
const HE: u16 = u16::from_le_bytes(*b"he");
/// `his`, `him`.
const HIS: u16 = u16::from_le_bytes(*b"hi");
/// `she`.
const SHE: u16 = u16::from_le_bytes(*b"sh");

/// The gender of a pronoun: `he`, `She's`.
fn gender(word: &str) -> Option<Gender> {
    let bare = word.split(['\'', '’']).next().unwrap_or_default();
    let bare = key(bare.as_bytes());
    if words!("he his him himself").contains(bare) {
        Some(Gender::He)
    } else if words!("she her hers herself").contains(bare) {
        Some(Gender::She)
    } else {
        None
    }
}
