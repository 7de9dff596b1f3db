//! Whom a single name means: Kennedy, Charles, King Charles.

use super::namesakes::is_saints;
use super::{Joiner, is_numeral, is_wife, place_of_peer};
use crate::notes::people::cluster::{Cluster, title_gender};
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names;
use crate::notes::people::spot::{Gender, Spot};

/// Blocks after which a given name alone hardly announces a full name.
pub(super) const FAR: usize = 8;

impl Joiner<'_> {
    /// Whom a single name means, among those found: the more prominent of several.
    pub(super) fn bearer(&mut self, names: &Names, form: usize) -> Option<u32> {
        let spot = &self.spots[self.forms.all[form].first as usize];
        if spot.cited {
            // Who wrote the book is not who the note is about.
            return None;
        }
        // The first that is no place's.
        let first = self.forms.first_apart(self.spots, form);
        let is = spot.last;
        // A word that is rather a place or a common word needs some sign to be a bare name.
        let floor = if is.intersects(Is::PLACE | Is::FUNCTION | Is::GROUP)
            || (is.contains(Is::WORD) && spot.opens)
            || is.contains(Is::TITLE) && spot.title.is_none()
            || names.is_saint(spot.title_word)
        {
            1
        } else {
            -7
        };
        // "Washington refused" means a person, however often the city is named.
        let apart = self.forms.all[form].apart;
        let refused = is.contains(Is::PLACE) && apart >= 2;
        self.candidates(names, spot.key);
        if self.forms.all[form].weight < floor && !refused {
            // "Norfolk had his niece crowned", "Norfolk in the Tower", of the Duke of Norfolk.
            let peer = is.contains(Is::PLACE)
                && apart >= 0
                && self.spots[first].context > -3
                && self
                    .found
                    .iter()
                    .any(|person| self.is_peer(names, *person, spot.key));
            if !peer {
                return None;
            }
        }
        let mut best = None;
        for at in 0..self.found.len() {
            let person = self.found[at];
            let rank = self.rank(names, person, spot, first);
            // Of Henry Percy, Earl of Northumberland, the Duke is another.
            let others =
                || self.peers.contains(&form) && self.has_other_peerage(names, person, spot);
            if rank == 0 || others() {
                continue;
            }
            let cluster = &self.people[person as usize];
            let order = self.order(names, person, spot, first);
            let meant = self.is_meant(names, form, person);
            // Mary is Mary Tudor, where Mary of Guise comes far later.
            let titled = cluster.tail.is_none() || starts_with_numeral(names.text(cluster.tail));
            let known = titled || !self.is_far_after(person, first);
            // Named in a heading, then more often.
            let prominence = (known, rank, cluster.headed, cluster.n_spots, meant, order);
            if best.is_none_or(|(best, _)| best <= prominence) {
                best = Some((prominence, person));
            }
        }
        let (_, person) = best?;
        if self.is_ruler(names, person) && self.found.len() > 1 {
            self.ruled.push(form as u32);
        }
        Some(person)
    }

    /// Who of several is meant by a name at spot `first`: by a given name or a peer's place the one named last before, by a surname
    /// the first.
    fn order(&self, names: &Names, person: u32, spot: &Spot, first: usize) -> Option<i64> {
        let cluster = &self.people[person as usize];
        let several = self.found.len() > 1;
        if cluster.tail.is_none() {
            let given =
                spot.last.intersects(Is::GIVEN) || several && self.is_peer(names, person, spot.key);
            let near = given.then(|| self.last_before(person, first)).flatten();
            let order = near.map_or(-(cluster.earliest as i64), |near| near as i64);
            return (cluster.n_spots > 0).then_some(order);
        }
        if !several {
            return None;
        }
        let near = self.last_before(person, first).map(|near| near as i64);
        // Thomas Percy the Younger is no ruler: the first of two is meant.
        let full = !names.is_one(cluster.key);
        near.or_else(|| full.then_some(-(cluster.earliest as i64)))
    }

    /// Whether a bare name means its famous bearer `person`: Nehru is Jawaharlal; but Oliver Cromwell, named after all else, is not
    /// who was meant.
    fn is_meant(&self, names: &Names, form: usize, person: u32) -> bool {
        let cluster = &self.people[person as usize];
        let bare = names.text(self.first(form).key);
        let last = self.forms.spots(self.spots, form).last();
        !names.is_one(cluster.key)
            && last.is_some_and(|last| cluster.earliest < last)
            && names::is_meant(bare, names.text(names.first(cluster.key)))
    }

    /// The last spot before `spot` that names `person`.
    pub(super) fn last_before(&self, person: u32, spot: usize) -> Option<usize> {
        self.forms_of(person)
            .filter_map(|form| {
                self.forms
                    .spots(self.spots, form)
                    .take_while(|own| *own < spot)
                    .last()
            })
            .max()
    }

    /// How well a single name fits a person: 0 not at all.
    fn rank(&self, names: &Names, person: u32, spot: &Spot, at: usize) -> i32 {
        let cluster = &self.people[person as usize];
        let (key, words) = (spot.key, names.words(cluster.key));
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return 0;
        };
        if clash(title_gender(names, spot.title_word), cluster.gender) {
            return 0;
        }
        let is_one = words.len() == 1;
        if !is_one && names.is_saint(spot.title_word) {
            // St John is no John Burgoyne.
            return 0;
        }
        if is_one
            && is_wife(names, spot.title_word) != cluster.wife
            && !names.known(key).cue.contains(Cue::HER)
        {
            return 0;
        }
        // King Charles I and King Charles, Cato the Elder and Cato.
        if is_one && names.are_same(*first, key) || self.is_called(person, key) {
            return if self.is_far_before(names, person, at) {
                0
            } else {
                2
            };
        }
        if is_one {
            return self.rank_place(names, person, spot);
        }
        let first_is = names.known(*first).is;
        let surname_first = first_is.contains(Is::FAMILY) && !first_is.intersects(Is::GIVEN);
        if is_saints(names, words) {
            // San Martín is no Martín, but José de San Martín.
            let before = words[words.len() - 2];
            return 2 * i32::from(*last == key && spot.title_word == before);
        }
        if names.are_same(*last, key) || surname_first && names.are_same(*first, key) {
            let earlier = cluster.n_spots > 0 && at < cluster.first;
            // Muhammad is not Askia Muhammad, who comes later.
            let known = names.known(key).is;
            let known_so = words.len() < 3
                && known.intersects(Is::GIVEN)
                && !known.contains(Is::SURNAME)
                && !first_is.intersects(Is::GIVEN);
            if names::reigns(names.text(spot.title_word)) && !surname_first {
                // Shah Jahan is not Nur Jahan.
                return 0;
            }
            let given = if surname_first { *last } else { *first };
            let another =
                earlier && (known_so || names::means_another(names.text(key), names.text(given)));
            return if another { 0 } else { 2 };
        }
        self.rank_given(names, person, spot, at)
    }

    /// How well the name of a place alone fits a person of it.
    fn rank_place(&self, names: &Names, person: u32, spot: &Spot) -> i32 {
        let cluster = &self.people[person as usize];
        let (tail, place) = (names.text(cluster.tail), names.text(spot.key));
        // Clarence is Lionel, Duke of Clarence.
        if place_of_peer(tail) == Some(place) {
            return 2;
        }
        // Gaunt is John of Gaunt.
        let is_of_it = tail.strip_prefix("of ") == Some(place);
        i32::from(is_of_it && spot.last.is_empty() && cluster.gender != Gender::She)
    }

    /// How well a given or a middle name alone fits a person.
    fn rank_given(&self, names: &Names, person: u32, spot: &Spot, at: usize) -> i32 {
        let cluster = &self.people[person as usize];
        let (key, words) = (spot.key, names.words(cluster.key));
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return 0;
        };
        // C. Marius is called Gaius as well.
        let is_roman =
            names::praenomen(names.text(*first)).is_some_and(|given| given == names.text(key));
        let first = if is_roman { &key } else { first };
        let titled = !spot.title_word.is_none();
        if !titled && is_middle_of_roman(names, words, key) {
            return 1;
        }
        let given = spot.last.intersects(Is::GIVEN);
        // Dara, after Dara Velukoh, is no other Dara.
        let is_told = || {
            words.len() == 2
                && *first == key
                && names.known(*last).is.is_empty()
                && !spot.last.intersects(Is::SURNAME | Is::OTHER)
                && cluster.n_spots > 0
                && cluster.first < at
        };
        let named_otherwise = spot.last.contains(Is::KNOWN) && !given && !is_told();
        let regal = names.known(spot.title_word).cue.contains(Cue::REGAL);
        if *first == key && self.is_somebody_else(names, person, spot, at) {
            return 0;
        }
        // Sir Thomas is Thomas More, Lady Jane is Lady Jane Grey.
        let courtesy = || match names.text(spot.title_word) {
            "sir" | "dame" | "don" | "dona" => true,
            _ => cluster.wife && is_wife(names, spot.title_word),
        };
        // Mies is Mies van der Rohe.
        if (named_otherwise || *first != key)
            && !titled
            && self.is_before_a_particle(names, person, key)
        {
            return 1;
        }
        if *first == key && words.len() == 2 && !titled && is_byname(names, key, *last) {
            return 1;
        }
        if *first == key && !regal && (!titled || !spot.last.contains(Is::KNOWN) || courtesy()) {
            return if given
                && names.known(key).cue.contains(Cue::REGNAL)
                && !names::is_namesake(names.text(key), names.text(*last))
            {
                // Edward is Edward VI rather than Edward Seymour.
                1
            } else if given {
                2
            } else {
                i32::from(!named_otherwise)
            };
        }
        if *first != key && !titled && self.is_other_form(names, person, spot, at) {
            return 1;
        }
        let middle = words[1..words.len() - 1].contains(&key);
        i32::from(middle && !named_otherwise && !given && !titled)
    }

    /// Whether a name alone is another form of a person's given name: Jerry, after Gerald Ford; Khubilai, of Kublai Khan.
    fn is_other_form(&self, names: &Names, person: u32, spot: &Spot, at: usize) -> bool {
        let cluster = &self.people[person as usize];
        let words = names.words(cluster.key);
        let (first, last) = (words[0], names.last(cluster.key));
        if cluster.n_spots == 0 || !names.are_same(first, spot.key) {
            return false;
        }
        let (own, whole) = (names.text(spot.key), names.text(first));
        let known = spot.last.contains(Is::KNOWN);
        let titled = words.len() == 2 && names.known(last).is.contains(Is::TITLE);
        // Alexios is Alexius Comnenus.
        let respelt = own.len() > 5 && own.get(..4) == whole.get(..4);
        titled
            || cluster.earliest < at
                && (spot.last.is_empty() || spot.last.intersects(Is::GIVEN))
                && (respelt || !known && names::common_spelling(own) != own)
    }

    /// Whether a given name alone, which `person` has, means somebody else.
    fn is_somebody_else(&self, names: &Names, person: u32, spot: &Spot, at: usize) -> bool {
        let cluster = &self.people[person as usize];
        let name = names.text(spot.key);
        let given = spot.last.intersects(Is::GIVEN);
        // Alexandra, long before Alexandra Kollontai, is another.
        let far = cluster.n_spots > 0
            && at < cluster.first
            && self.spots[cluster.first].block > spot.block + FAR;
        // Muhammad is not Muhammad ibn Qasim, who comes later.
        let in_full = || {
            let last = names.words(cluster.key).last();
            last.is_some_and(|last| names::is_in_full(name, names.text(*last)))
        };
        far && given && !spot.last.contains(Is::KNOWN)
            // Tiberius, long after Tiberius Gracchus, is the emperor.
            || names::is_emperor(name) && self.is_long_after(person, spot, at)
            || self.is_another(names, person, at)
            || names::is_famous_alone(name) && at < cluster.earliest && !in_full()
    }

    /// Whether a spelling of `person` is this word and a particle after it: Mies van der Rohe, Miguel Primo de Rivera.
    fn is_before_a_particle(&self, names: &Names, person: u32, key: Folded) -> bool {
        self.forms_of(person).any(|form| {
            let words = names.words(self.first(form).key);
            let is_particle = |word: Folded| names.known(word).cue.contains(Cue::PARTICLE);
            words.len() > 2
                && words
                    .windows(2)
                    .any(|pair| pair[0] == key && is_particle(pair[1]))
        })
    }

    /// Whether `person` is the duke of the place `key`.
    fn is_peer(&self, names: &Names, person: u32, key: Folded) -> bool {
        self.forms_of(person).any(|form| {
            let spot = self.first(form);
            spot.key == key && names.known(spot.title_word).cue.contains(Cue::PEER)
                || !spot.tail.is_none()
                    && place_of_peer(names.text(spot.tail))
                        .is_some_and(|place| place == names.text(key))
        })
    }

    /// Whether a spelling of `person` is this single word.
    pub(super) fn is_called(&self, person: u32, key: Folded) -> bool {
        self.forms_of(person).any(|form| {
            let spot = self.first(form);
            spot.is_single() && spot.key == key
        })
    }
}

/// Whether a word stands in the middle of a Roman's name: Q. Fabius Maximus is called Fabius.
fn is_middle_of_roman(names: &Names, words: &[Folded], key: Folded) -> bool {
    matches!(*words, [given, name, _] if name == key && names::praenomen(names.text(given)).is_some())
}

/// Whether a ruler's numeral begins a tail: the `ii of aragon` of Ferdinand II of Aragon.
fn starts_with_numeral(tail: &str) -> bool {
    is_numeral(tail.split(' ').next().unwrap_or_default())
}

/// Whether who has the first name is called the second as well, which no list has: Antiochus Hierax, Metellus Macedonicus.
fn is_byname(names: &Names, name: Folded, byname: Folded) -> bool {
    let greek = ["tor", "ter", "us", "es", "os", "tas"];
    is_agnomen(names, name, byname)
        || names.known(name).cue.contains(Cue::REGNAL)
            && greek.iter().any(|end| names.text(byname).ends_with(end))
            && names.known(byname).is.is_empty()
}

/// Whether a Roman of the first name is called the second for what he did: Scipio Asiaticus, Sulla Felix.
fn is_agnomen(names: &Names, name: Folded, byname: Folded) -> bool {
    let (name, byname) = (names.text(name), names.text(byname));
    let is_roman = ["us", "o", "a"].iter().any(|end| name.ends_with(end));
    is_roman
        && (matches!(byname, "felix" | "magnus" | "pius" | "maximus")
            || ["icus", "anus", "inus"]
                .iter()
                .any(|end| byname.len() >= 7 && byname.ends_with(end)))
}

/// Whether a spot's title says "he" of a "she".
fn clash(left: Gender, right: Gender) -> bool {
    matches!(
        (left, right),
        (Gender::He, Gender::She) | (Gender::She, Gender::He)
    )
}

/// For the full names that well-known initials stand for.
pub(super) fn fits(names: &Names, person: &Cluster, given: Folded, surname: Folded) -> bool {
    let words = names.words(person.key);
    let (Some(own_given), Some(own_surname)) = (words.first(), words.last()) else {
        return false;
    };
    *own_surname == surname
        && (words.len() == 1 || names.can_be_same(*own_given, given))
        && person.tail.is_none()
}
