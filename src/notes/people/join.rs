//! Spots → people: the spellings of one person put together, namesakes kept apart.

mod also_called;
mod asks;
mod bearer;
mod elders;
mod equated;
mod forms;
mod fuller;
mod given_alone;
mod index;
mod initials;
mod lists;
mod merge;
mod names;
mod namesakes;
mod nicknames;
mod patronymics;
mod peers;
mod pet_names;
mod pinyin;
mod respelt;
mod rulers;
mod sharing;
mod slips;

pub(super) use lists::{Lists, NO_LIST};
pub(super) use peers::{is_peerage, place_of_peer};
pub(super) use rulers::is_numeral;

use super::cluster::{Cluster, END};
use super::folded::{Folded, Names};
use super::lexicon::Cue;
use super::names::{self as known_names, Famous};
use super::spot::Spot;
use crate::notes::markdown::Document;
use asks::{Asks, asks};
use forms::Forms;
use index::Index;
use peers::peers_of;

/// What the text says of two spots: one person (`Octavian (later Augustus)`).
pub(super) type Equation = (usize, usize);

/// The people of a note, in order of their first mention.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Each of them.
    pub(super) clusters: Vec<Cluster>,
    /// The spots that name each, in file order.
    pub(super) spots: Lists,
    /// The first spot of each spelling of each.
    pub(super) spellings: Lists,
    /// Whom each spot names; [`NO_LIST`] where it names nobody.
    pub(super) owners: Vec<u32>,
    /// Of whom history knows what else they are called, and who they are or may be.
    pub(super) famous: Vec<(u32, Famous)>,
}

/// The people that `spots` name.
pub(super) fn people(
    document: &Document,
    names: &mut Names,
    spots: &[Spot],
    equations: &[Equation],
    companions: &[Equation],
) -> People {
    let mut forms = Forms::of(names, spots);
    forms.weigh(spots, equations, companions);
    let peers = peers_of(names, spots, &forms, equations);
    let asks = asks(names, spots, &forms);
    let mut joiner = Joiner {
        document,
        spots,
        forms,
        asks,
        people: Vec::with_capacity(32),
        roots: Vec::with_capacity(32),
        index: Index::of(names),
        found: Vec::new(),
        ruled: Vec::new(),
        peers,
        famous: Vec::new(),
    };
    joiner.full_names(names);
    joiner.single_names(names, equations);
    joiner.fuller_names(names);
    joiner.styled(names);
    let initials = joiner.initials(names);
    joiner.equate(names, equations);
    joiner.initials_of_parts(names, &initials);
    joiner.nicknames(names);
    joiner.patronymics(names);
    joiner.pet_names(names);
    joiner.given_alone(names);
    joiner.elders(names);
    joiner.also_called(names);
    joiner.bynames(names);
    joiner.slips(names);
    joiner.origins(names);
    joiner.respelt(names);
    joiner.finish(names)
}

struct Joiner<'s> {
    document: &'s Document,
    spots: &'s [Spot],
    forms: Forms,
    /// Which steps look at each of them.
    asks: Vec<Asks>,
    people: Vec<Cluster>,
    /// Whom each person was merged into; themselves, if into nobody.
    roots: Vec<u32>,
    /// People by word.
    index: Index,
    /// Room for candidates.
    found: Vec<u32>,
    /// Spellings that may mean one ruler here and another there (see [`rulers`]).
    ruled: Vec<u32>,
    /// Spellings that are peerages, of which the note says whose they are.
    peers: Vec<usize>,
    /// People of whom history knows other names, and who of the note they are.
    famous: Vec<(Famous, u32)>,
}

impl Joiner<'_> {
    /// A new person of this name.
    fn add(&mut self, names: &Names, key: Folded, tail: Folded) -> u32 {
        let person = self.people.len() as u32;
        for word in names.words(key) {
            self.index.add(names, *word, person);
        }
        // C. Marius is called Gaius as well.
        if !names.is_one(key)
            && let Some(given) = known_names::praenomen(names.text(names.first(key)))
            && let Some(given) = names.find(given)
        {
            self.index.add(names, given, person);
        }
        if let Some(place) = place_of_peer(names.text(tail))
            && let Some(place) = names.find(place)
        {
            self.index.add(names, place, person);
        }
        // John of Gaunt is called Gaunt, which no list has for a place.
        if let Some(place) = names.text(tail).strip_prefix("of ")
            && let Some(place) = names.find(place)
            && names.is_one(place)
            && names.known(place).is.is_empty()
        {
            self.index.add(names, place, person);
        }
        self.people.push(Cluster::of(key, tail));
        self.roots.push(person);
        person
    }

    /// The spellings that have a rank: those of the highest first, and of one rank in order.
    fn ranked(&self, rank: impl Fn(usize) -> Option<i32>) -> Vec<Ranked> {
        let n_forms = self.forms.all.len();
        let mut ranked = Vec::with_capacity(n_forms);
        for form in 0..n_forms {
            if let Some(rank) = rank(form) {
                ranked.push(Ranked::of(form, rank));
            }
        }
        ranked.sort_unstable();
        ranked
    }

    /// The first spot of a spelling.
    fn first(&self, form: usize) -> &Spot {
        &self.spots[self.forms.all[form].first as usize]
    }

    /// Puts into `self.found` whom `word` may mean.
    fn candidates(&mut self, names: &Names, word: Folded) {
        let mut found = std::mem::take(&mut self.found);
        self.index.candidates(names, word, &mut found);
        self.found = found;
    }

    /// The spellings of `person`, by number.
    fn forms_of(&self, person: u32) -> impl Iterator<Item = usize> {
        let mut next = self.people[person as usize]
            .forms
            .map_or(END, |(first, _)| first);
        std::iter::from_fn(move || {
            let form = (next != END).then_some(next as usize)?;
            next = self.forms.all[form].next;
            Some(form)
        })
    }

    fn finish(mut self, names: &Names) -> People {
        let mut famous = std::mem::take(&mut self.famous);
        for (_, person) in &mut famous {
            *person = self.root(*person);
        }
        // By the spot that names each first, which is in one number with who it is.
        let mut order: Vec<u64> = Vec::with_capacity(self.people.len());
        let people = (0_u64..).zip(&self.people);
        let named = people.filter(|(_, person)| person.n_spots > 0);
        order.extend(named.map(|(number, person)| (person.earliest as u64) << 32 | number));
        order.sort_unstable();
        let mut owners = vec![NO_LIST; self.spots.len()];
        let mut spellings = vec![NO_LIST; self.spots.len()];
        let mut clusters = Vec::with_capacity(order.len() + 1);
        let mut known = Vec::with_capacity(famous.len());
        for (number, person) in (0_u32..).zip(order) {
            let person = person as u32;
            let is = famous.iter().filter(|(_, own)| *own == person);
            known.extend(is.map(|(famous, _)| (number, *famous)));
            for form in self.forms_of(person) {
                for spot in self.forms.spots(self.spots, form) {
                    owners[spot] = number;
                }
                spellings[self.forms.all[form].first as usize] = number;
            }
            clusters.push(self.people[person as usize].clone());
        }
        self.share_out(names, &clusters, &mut owners);
        People {
            spots: Lists::grouped(clusters.len(), &owners),
            spellings: Lists::grouped(clusters.len(), &spellings),
            clusters,
            owners,
            famous: known,
        }
    }
}

/// A spelling and its rank in one number, which is quick to compare: the higher the rank, the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked(i64);

impl Ranked {
    fn of(form: usize, rank: i32) -> Self {
        Self(form as i64 - (i64::from(rank) << 32))
    }

    /// The number of the spelling.
    fn form(&self) -> usize {
        self.0 as u32 as usize
    }
}

/// Whether a spot names a wife by her husband's name: Mme Roland, but Mme de Pompadour by her own.
fn is_called_as_wife(names: &Names, spot: &Spot) -> bool {
    is_wife(names, spot.title_word)
        && (spot.tokens.len() == names.words(spot.key).len()
            || !matches!(names.text(spot.title_word), "madame" | "mme" | "mlle"))
}

/// Whether a title is a wife's: Lady Macbeth is not Macbeth, but Mrs Thatcher is Thatcher.
fn is_wife(names: &Names, title: Folded) -> bool {
    names.known(title).cue.contains(Cue::WIFE)
}
