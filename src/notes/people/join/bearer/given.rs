//! How well a given or a middle name alone fits a person: Jane, of Jane Grey; Mies, of Mies van der Rohe.

use super::FAR;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::join::{Joiner, is_wife};
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::names;
use crate::notes::people::spot::Spot;

impl Joiner<'_> {
    /// How well a given or a middle name alone fits a person.
    pub(super) fn rank_given(&self, names: &Names, person: u32, spot: &Spot, at: usize) -> i32 {
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
            // Tiberius, before or long after Tiberius Gracchus, is the emperor.
            || names::is_emperor(name)
                && (at < cluster.earliest || self.is_long_after(person, spot, at))
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
}

/// Whether a word stands in the middle of a Roman's name: Q. Fabius Maximus is called Fabius.
fn is_middle_of_roman(names: &Names, words: &[Folded], key: Folded) -> bool {
    matches!(*words, [given, name, _] if name == key && names::praenomen(names.text(given)).is_some())
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
