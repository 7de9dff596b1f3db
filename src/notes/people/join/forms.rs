//! The spellings of a note, each with all its spots and what they weigh together.

use super::Equation;
use crate::notes::people::cluster::END;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::lexicon::Is;
use crate::notes::people::spot::{ENOUGH, Spot};

/// All spots of one spelling.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// The first of its spots.
    pub(super) first: u32,
    /// What its looks and its surroundings weigh together.
    pub(super) weight: i32,
    /// The person it belongs to, once found.
    pub(super) person: Option<u32>,
    /// The next spelling of the same person.
    pub(super) next: u32,
    /// Only spots whose surroundings are no place's mean the person.
    pub(super) choosy: bool,
    /// Where its spots end in [`Forms::order`].
    end: u32,
    n_spots: u32,
    /// Another spelling with the same key.
    twin: u32,
    /// The best of what its spots look like, and the sum of what stands around them.
    shape: i32,
    context: i32,
    /// As `context`, without the spots that are a place's.
    pub(super) apart: i32,
    /// As `context`, without the spots that are the name of a thing called after somebody.
    own: i32,
    n_own: u32,
    /// Spots whose capital says something.
    n_inside: u32,
    /// It ends as plurals do.
    several: bool,
}

impl Form {
    /// A spelling that nobody bears yet, with the spelling of the same key that was found before.
    fn new(first: usize, twin: u32) -> Self {
        Self {
            first: first as u32,
            weight: 0,
            person: None,
            next: END,
            choosy: false,
            end: 0,
            n_spots: 0,
            twin,
            shape: i32::MIN,
            context: 0,
            apart: 0,
            own: 0,
            n_own: 0,
            n_inside: 0,
            several: false,
        }
    }
}

/// All spellings, in order of their first spots.
#[derive(Debug)]
pub(super) struct Forms {
    pub(super) all: Vec<Form>,
    /// The spelling of each spot.
    of_spot: Vec<u32>,
    /// Spots by spelling.
    order: Vec<u32>,
}

impl Forms {
    pub(super) fn of(names: &Names, spots: &[Spot]) -> Self {
        // The spelling with each key that was found last.
        let mut of_key = vec![END; names.len()];
        let mut all: Vec<Form> = Vec::with_capacity(spots.len());
        let mut of_spot = Vec::with_capacity(spots.len());
        for (index, spot) in spots.iter().enumerate() {
            let newest = &mut of_key[spot.key.index()];
            let mut form = *newest;
            while form != END && !is_spelt(&spots[all[form as usize].first as usize], spot) {
                form = all[form as usize].twin;
            }
            if form == END {
                form = all.len() as u32;
                all.push(Form::new(index, *newest));
                all[form as usize].several = spot.ends_as_plural;
                *newest = form;
            }
            let known = &mut all[form as usize];
            known.n_spots += 1;
            known.shape = known.shape.max(spot.shape);
            known.context += spot.context;
            known.apart += if spot.context > -3 { spot.context } else { 0 };
            if spot.context > -4 {
                known.own += spot.context;
                known.n_own += 1;
            }
            known.n_inside += u32::from(!spot.opens);
            of_spot.push(form);
        }
        let order = sort(&mut all, &of_spot);
        Self {
            all,
            of_spot,
            order,
        }
    }

    /// The spelling of a spot.
    pub(super) fn of_spot(&self, spot: usize) -> usize {
        self.of_spot[spot] as usize
    }

    /// How many spots a spelling has.
    pub(super) fn n_spots(&self, form: usize) -> usize {
        self.all[form].n_spots as usize
    }

    /// The spots of a spelling that mean the person, in file order.
    pub(super) fn spots<'s>(
        &'s self,
        spots: &'s [Spot],
        form: usize,
    ) -> impl DoubleEndedIterator<Item = usize> + 's {
        let form = &self.all[form];
        let end = form.end as usize;
        self.order[end - form.n_spots as usize..end]
            .iter()
            .map(|spot| *spot as usize)
            .filter(|spot| !form.choosy || spots[*spot].context > -3)
    }

    /// The first spot of a spelling whose surroundings are no place's; the first of all, if it has none.
    pub(super) fn first_apart(&self, spots: &[Spot], form: usize) -> usize {
        let form = &self.all[form];
        let end = form.end as usize;
        let own = &self.order[end - form.n_spots as usize..end];
        let apart = own.iter().find(|spot| spots[**spot as usize].context > -3);
        apart.copied().unwrap_or(form.first) as usize
    }

    /// Weighs each spelling by all its spots; who stands beside a person in a list is likelier a person.
    pub(super) fn weigh(
        &mut self,
        spots: &[Spot],
        equations: &[Equation],
        companions: &[Equation],
    ) {
        debug_assert_eq!(spots.len(), self.of_spot.len(), "every spot has a spelling");
        for form in &mut self.all {
            // A word in the middle of sentences that is a capital time and again.
            let often = form.n_inside >= 2;
            // Hayes, of Hayes v. Tilden and of his own.
            let certain = form.shape >= ENOUGH && form.n_own > 0;
            let context = if certain { form.own } else { form.context };
            form.weight = form.shape + i32::from(often) + context.clamp(-10, 14);
        }
        self.help(equations, 5, 0);
        // "Nobel, Tho" and "Wales and Henry" are lists of other things as well.
        let lists: Vec<Equation> = companions
            .iter()
            .filter(|(left, right)| !is_doubtful(&spots[*left]) && !is_doubtful(&spots[*right]))
            .copied()
            .collect();
        self.help(&lists, 5, 1);
    }

    /// Raises who stands beside a person; a plural that nothing speaks for has to weigh `least`.
    fn help(&mut self, pairs: &[Equation], by: i32, least: i32) {
        for _ in 0..2 {
            for (left, right) in pairs {
                let (left, right) = (self.of_spot(*left), self.of_spot(*right));
                for (one, other) in [(left, right), (right, left)] {
                    // Nothing speaks for an unknown word that opens a sentence, and nothing against it.
                    let form = &self.all[other];
                    let least = match (form.context < 0, form.several) {
                        (true, _) => 1,
                        (false, several) => least * i32::from(several),
                    };
                    if self.all[one].weight >= ENOUGH && (least..ENOUGH).contains(&form.weight) {
                        let helped = self.all[other].weight + by;
                        self.all[other].weight = helped.max(ENOUGH);
                    }
                }
            }
        }
    }
}

/// Whether a single name is a group's or a people's name too.
fn is_doubtful(spot: &Spot) -> bool {
    spot.is_single() && spot.title.is_none() && spot.last.intersects(Is::GROUP | Is::PEOPLE)
}

/// Whether two spots of one key are one spelling. A title sets "King Charles" apart from "Charles", until both are joined.
fn is_spelt(one: &Spot, other: &Spot) -> bool {
    let title = |spot: &Spot| {
        if spot.is_single() {
            spot.title_word
        } else {
            Folded::NONE
        }
    };
    one.tail == other.tail && title(one) == title(other) && one.cited == other.cited
}

/// Spots by spelling; says in each spelling where its own end.
fn sort(all: &mut [Form], of_spot: &[u32]) -> Vec<u32> {
    let mut end = 0;
    for form in all.iter_mut() {
        form.end = end;
        end += form.n_spots;
    }
    let mut order = vec![0; of_spot.len()];
    for (spot, form) in (0_u32..).zip(of_spot) {
        let form = &mut all[*form as usize];
        order[form.end as usize] = spot;
        form.end += 1;
    }
    order
}
