//! People as the rest of the house sees them: names as they stand in the note, and every mention with its place.

mod brackets;
mod bynames;
mod call;
mod columns;
mod epithets;
mod footnotes;
mod letters;
mod links;
mod small;
mod tags;

use super::folded::Names;
use super::join::{NO_LIST, People};
use super::pronoun;
use super::run::without_possessive;
use super::spot::Spot;
use crate::notes::facts::{Basis, Mention, Person};
use crate::notes::keys::Keys;
use crate::notes::markdown::Document;

/// A note whose people are found, and what was found.
pub(super) struct Note<'n> {
    pub(super) document: &'n Document,
    /// Of the document's words.
    pub(super) keys: &'n Keys,
    pub(super) names: &'n Names,
    pub(super) spots: &'n [Spot],
    pub(super) people: &'n People,
    /// Whom the whole note is about.
    pub(super) subject: Option<usize>,
    /// Which blocks are read.
    pub(super) is_read: &'n [bool],
}

/// Where a person is named or meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) block: usize,
    pub(super) token: usize,
    /// Bytes of the visible text.
    pub(super) bytes: (u32, u32),
    /// The statement it stands in.
    pub(super) statement: Option<usize>,
    pub(super) person: usize,
    pub(super) from: Basis,
}

impl Note<'_> {
    /// The people, in order of their first mention.
    pub(super) fn people(&self) -> Vec<Person> {
        let mut people: Vec<Person> = call::all(self);
        let mut places = self.places();
        let tagged = tags::add(self, &mut people, &mut places);
        small::add(self, &mut people, &mut places);
        links::add(self, &mut people);
        columns::add(self, &mut people);
        let mut taken = bynames::add(self, &mut people);
        taken.extend(bynames::add_of_lines(self, &mut people));
        taken.extend(bynames::add_under_headings(self, &mut people));
        brackets::add(self, &mut people);
        epithets::add(self, &mut people, &mut places, &mut taken);
        letters::add(self, &mut people, &mut places);
        footnotes::add(self, &mut people);
        if let Some(subject) = self.subject {
            let aliases = self.document.front_matter.aliases.iter();
            for alias in aliases.filter(|alias| !alias.is_empty()) {
                call::add_alias(&mut people[subject], alias);
            }
        }
        taken.apply(&mut people, &mut places);
        places.sort_by_key(|place| (place.block, place.bytes));
        self.find_statements(&mut places);
        let n_places = places.len();
        self.pronouns(&mut places);
        let is_followed = places.len() > n_places;
        bynames::add_of_pronouns(self, &places[n_places..], &mut people);
        let mut counts = vec![0; people.len()];
        for place in &places {
            counts[place.person] += 1;
        }
        for (person, count) in people.iter_mut().zip(counts) {
            person.mentions.reserve_exact(count);
        }
        for place in &places {
            let mention = self.mention(place);
            people[place.person].mentions.push(mention);
        }
        for person in &mut people {
            if is_followed {
                person
                    .mentions
                    .sort_by_key(|mention| (mention.span.start, mention.span.end));
            }
            person.mentions.dedup_by_key(|mention| mention.span.start);
        }
        people.retain(|person| !person.name.is_empty());
        tagged.add_to(self, &mut people);
        people
    }

    /// The people of a note that names nobody but in tags.
    pub(super) fn only_tagged(&self) -> Vec<Person> {
        let mut people = Vec::new();
        tags::add(self, &mut [], &mut Vec::new()).add_to(self, &mut people);
        people
    }

    /// The places of all spots that name somebody.
    fn places(&self) -> Vec<Place> {
        let mut places = Vec::with_capacity(self.spots.len() + 16);
        for (spot, owner) in self.spots.iter().zip(&self.people.owners) {
            if *owner != NO_LIST {
                places.push(Place {
                    block: spot.block,
                    token: spot.tokens.start,
                    bytes: (spot.start(), spot.bytes.end),
                    statement: None,
                    person: *owner as usize,
                    from: Basis::Stated,
                });
            }
        }
        places
    }

    /// Says in which statement each of `places` stands; both are in file order.
    fn find_statements(&self, places: &mut [Place]) {
        let statements = &self.document.statements;
        let mut after = 0;
        for place in places {
            while statements.get(after).is_some_and(|statement| {
                (statement.block, statement.tokens.start) <= (place.block, place.token)
            }) {
                after += 1;
            }
            place.statement = after.checked_sub(1).filter(|statement| {
                let statement = &statements[*statement];
                statement.block == place.block && statement.tokens.contains(&place.token)
            });
        }
    }

    fn mention(&self, place: &Place) -> Mention {
        let block = &self.document.blocks[place.block];
        let span = block.text.file_span(place.bytes.0..place.bytes.1);
        let line = if block.lines.0 == block.lines.1 {
            block.lines.0
        } else {
            self.document
                .line_starts
                .partition_point(|start| *start as usize <= span.start) as u32
        };
        Mention {
            line,
            span,
            statement: place.statement,
            from: place.from,
        }
    }

    /// Adds the places of the pronouns that can be followed.
    fn pronouns(&self, places: &mut Vec<Place>) {
        let genders: Vec<_> = self
            .people
            .clusters
            .iter()
            .map(|cluster| cluster.gender)
            .collect();
        for pronoun in pronoun::find(self.document, self.keys, places, self.subject, &genders) {
            let block = self.document.statements[pronoun.statement].block;
            let token = &self.document.blocks[block].tokens[pronoun.token];
            let word = without_possessive(token.of(&self.document.blocks[block].text.visible)).0;
            places.push(Place {
                block,
                token: pronoun.token,
                bytes: (token.start, token.start + word.len() as u32),
                statement: Some(pronoun.statement),
                person: pronoun.person,
                from: Basis::Pronoun,
            });
        }
    }
}
