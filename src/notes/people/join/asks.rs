//! Which spellings each step of joining has to look at: told in one pass over all, since most steps pass over most.

use bitflags::bitflags;

use super::forms::Forms;
use super::{given_alone, patronymics, pet_names, respelt, slips};
use crate::notes::people::folded::Names;
use crate::notes::people::names as known_names;
use crate::notes::people::spot::Spot;

bitflags! {
    /// The steps that have to look at a spelling.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(super) struct Asks: u8 {
        /// See `Joiner::nicknames`.
        const NICKNAMES = 1;
        /// See `Joiner::patronymics`.
        const PATRONYMICS = 1 << 1;
        /// See `Joiner::pet_names`.
        const PET_NAMES = 1 << 2;
        /// See `Joiner::also_called`.
        const ALSO_CALLED = 1 << 3;
        /// See `Joiner::slips`.
        const SLIPS = 1 << 4;
        /// See `Joiner::origins`.
        const ORIGINS = 1 << 5;
        /// See `Joiner::respelt`.
        const RESPELT = 1 << 6;
        /// See `Joiner::given_alone`.
        const GIVEN_ALONE = 1 << 7;
    }
}

/// The steps for each of `forms`, which have been weighed.
pub(super) fn asks(names: &Names, spots: &[Spot], forms: &Forms) -> Vec<Asks> {
    let all = forms.all.iter();
    all.map(|form| of_form(names, &spots[form.first as usize], form.weight))
        .collect()
}

/// The steps for a spelling of this weight whose first spot is `spot`.
fn of_form(names: &Names, spot: &Spot, weight: i32) -> Asks {
    let last = names.text(names.last(spot.key));
    let is_one = names.is_one(spot.key);
    let mut asks = Asks::empty();
    asks.set(Asks::NICKNAMES, known_names::nickname(last).is_some());
    asks.set(Asks::ALSO_CALLED, known_names::may_be_famous(last));
    let patronymic = !is_one && patronymics::is_patronymic(last);
    asks.set(
        Asks::PATRONYMICS,
        patronymic && names.words(spot.key).len() == 2,
    );
    asks.set(Asks::PET_NAMES, pet_names::may_be_pet_name(spot));
    asks.set(Asks::SLIPS, slips::is_doubtful(names, spot, weight));
    let tailed = !spot.tail.is_none();
    asks.set(
        Asks::ORIGINS,
        tailed && names.text(spot.tail).starts_with("of "),
    );
    asks.set(Asks::RESPELT, respelt::may_be_respelt(names, spot));
    asks.set(Asks::GIVEN_ALONE, given_alone::may_be_alone(spot));
    asks
}
