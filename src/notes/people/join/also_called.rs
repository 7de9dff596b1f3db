//! Two names by which history knows one person, where a note has both: Octavian and Augustus, Mary Tudor and Mary I.

use smallvec::SmallVec;

use super::Joiner;
use super::asks::Asks;
use super::peers::is_peerage;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names::{self as known_names, Bearers, Famous};

/// Spellings of a note that history knows, of which those that may mean several people are looked at twice.
const MOST: usize = 512;

impl Joiner<'_> {
    /// Puts together who is called by several names of one person. A name that several people have, such as Duke of York, means the
    /// one of them whom the note calls by another name too.
    pub(super) fn also_called(&mut self, names: &Names) {
        let mut asked: Vec<(usize, Bearers)> = Vec::new();
        for form in 0..self.asks.len() {
            if self.asks[form].contains(Asks::ALSO_CALLED) && asked.len() < MOST {
                let bearers = self.bearers(names, form);
                if !bearers.is_empty() {
                    asked.push((form, bearers));
                }
            }
        }
        for (form, bearers) in &asked {
            if let [bearer] = bearers[..]
                && self.is_own_name(names, *form)
            {
                self.claim(names, *form, bearer);
            }
        }
        for (at, (form, bearers)) in asked.iter().enumerate() {
            // Whom a bare name that several have means is told by what stands around it.
            let spot = self.first(*form);
            if bearers.len() > 1 && spot.is_single() && spot.title_word.is_none() {
                continue;
            }
            // Scott, which here is Dred Scott, does not make him Winfield Scott.
            if self.forms.all[*form].person.is_some() && !self.is_own_name(names, *form) {
                continue;
            }
            let mut claimed = bearers.iter().filter(|bearer| self.is_claimed(**bearer));
            match (claimed.next().copied(), claimed.next()) {
                (Some(bearer), None) => self.claim(names, *form, bearer),
                (None, _) if bearers.len() > 1 => {
                    if let Some(bearer) = self.in_common(bearers, (*form, at), &asked) {
                        self.claim(names, *form, bearer);
                    }
                }
                _ => {}
            }
        }
        for (form, bearers) in asked {
            self.note_doubtful(form, &bearers);
        }
    }

    /// The one person whom a name that may mean several and another name of the note both mean: Philip II, beside King Philip.
    fn in_common(
        &self,
        bearers: &[Famous],
        (form, at): (usize, usize),
        asked: &[(usize, Bearers)],
    ) -> Option<Famous> {
        let own = self.first(form);
        let others = asked[at + 1..].iter().take(FEW);
        others
            .filter(|(other, _)| {
                self.first(*other).key != own.key || self.first(*other).tail != own.tail
            })
            .find_map(|(_, others)| {
                let mut both = bearers.iter().filter(|bearer| others.contains(bearer));
                both.next().copied().filter(|_| both.next().is_none())
            })
    }

    /// Whether two spots name two well-known people by their surnames: what makes one of them is a comparison.
    pub(super) fn are_two_famous(&self, names: &Names, left: usize, right: usize) -> bool {
        let is_known = |spot: usize| {
            let spot = &self.spots[spot];
            spot.tail.is_none() && spot.last.contains(Is::KNOWN) && !spot.last.intersects(Is::GIVEN)
        };
        if !is_known(left) || !is_known(right) {
            return false;
        }
        let spots = [left, right];
        let [left, right] = spots.map(|spot| self.bearers(names, self.forms.of_spot(spot)));
        !left.is_empty() && !right.is_empty() && !left.iter().any(|bearer| right.contains(bearer))
    }

    /// Whom history knows by a spelling.
    fn bearers(&self, names: &Names, form: usize) -> Bearers {
        let spot = self.first(form);
        let (key, tail) = (names.text(spot.key), names.text(spot.tail));
        let mut name = SmallVec::<[&str; 5]>::new();
        if !spot.title_word.is_none() {
            name.push(names.text(spot.title_word));
            if is_peerage(names, spot) {
                name.push("of");
            }
        }
        name.push(key);
        if !tail.is_empty() {
            name.push(tail);
        }
        let titled = known_names::famous(&name.join(" "));
        if !titled.is_empty() || name[0] == key {
            return titled;
        }
        // Lady Eden is not Eden.
        let is_hers = names
            .known(spot.title_word)
            .cue
            .intersects(Cue::WIFE | Cue::WOMAN);
        if is_peerage(names, spot) || is_hers {
            return Bearers::new();
        }
        known_names::famous(&name[1..].join(" "))
    }

    /// Whether a spelling is the name of its bearer, and not the first or the last word alone of a longer one.
    fn is_own_name(&self, names: &Names, form: usize) -> bool {
        let spot = self.first(form);
        let own = self.forms.all[form].person;
        own.is_some_and(|own| {
            let person = &self.people[self.root_of(own) as usize];
            let is_part = names.words(person.key).contains(&spot.key)
                && (person.key, person.tail) != (spot.key, spot.tail);
            !spot.is_single() || !is_part
        })
    }

    /// Whether somebody of the note is a famous person.
    fn is_claimed(&self, famous: Famous) -> bool {
        self.famous.iter().any(|(own, _)| *own == famous)
    }

    /// Whether a person of the note is one of whom history knows.
    fn is_famous(&self, person: u32) -> bool {
        self.famous
            .iter()
            .any(|(_, own)| self.root_of(*own) == person)
    }

    /// Gives a spelling to a famous person: its bearer is the person, or else becomes so.
    fn claim(&mut self, names: &Names, form: usize, famous: Famous) {
        let own = self.forms.all[form].person.map(|own| self.root(own));
        let known = self.famous.iter().find(|(known, _)| *known == famous);
        let person = known.map(|(_, person)| *person);
        let person = person.map(|person| self.root(person));
        match (person, own) {
            // Who is somebody else of whom history knows already is not this one too.
            (person, Some(own)) if person != Some(own) && !self.is_famous(own) => match person {
                Some(person) => self.unite(names, person, own),
                None => self.famous.push((famous, own)),
            },
            (Some(person), None) if self.forms.all[form].weight >= 0 => {
                self.take(names, form, person);
            }
            _ => {}
        }
    }

    /// Notes whom the bearer of a spelling may be who was not told: what else either is called is this one's.
    fn note_doubtful(&mut self, form: usize, bearers: &[Famous]) {
        let Some(own) = self.forms.all[form].person.map(|own| self.root(own)) else {
            return;
        };
        let told = bearers.len() < 2 || self.is_famous(own);
        if !told {
            self.famous
                .extend(bearers.iter().map(|bearer| (*bearer, own)));
        }
    }
}

/// Names beside one of several people of which one is looked for that means the same.
const FEW: usize = 16;
