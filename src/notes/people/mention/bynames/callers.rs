//! To whom, as what or where somebody has another name: `"Butch" to his crews`, `"Dutch" as a kid`, `"Mad Jack" at court`.

use std::ops::Range;

use super::{After, is_quote};
use crate::notes::people::lexicon::{self, Is};
use crate::notes::word_key::{Words, words};

/// To whom somebody may have another name.
pub(super) const CALLERS: Words = words!(
    "admirers all army children classmates colleagues comrades contemporaries crew crews enemies everybody everyone fans family \
     followers friends intimates mates men opponents pals parents people pupils rivals sailors soldiers staff students subjects \
     supporters troops workers"
);

/// As what somebody may have another name.
const SELVES: Words = words!(
    "boy child girl hustler kid poet rebel soldier spy student teenager wrestler writer youth"
);

/// Where somebody may have another name.
const PLACES: Words = words!(
    "army barracks camp court family home jail letters navy newspapers papers press prison school songs street streets trenches \
     west"
);

impl After<'_> {
    /// The tokens of a second byname in quotation marks, after the mark that closes the first at `close`: `"Mad Jack", "Old Fox"`,
    /// `"Mad Jack" at court, "Fox" to his men`.
    pub(super) fn listed(&self, close: usize) -> Option<Range<usize>> {
        if !is_quote(self.word(close)) {
            return None;
        }
        let mark = self.past_callers(close + 1).unwrap_or(close + 1);
        let open = mark + 1;
        let listed = matches!(self.word(mark), "," | "/" | "or" | "and" | "&");
        if !listed || !is_quote(self.word(open)) {
            return None;
        }
        let close = self.close_of(open)?;
        let told = |own: &Range<usize>| {
            self.is_byname(own.clone())
                || self.is_name(own.clone()) && self.past_callers(close + 1).is_some()
        };
        Some(open + 1..close).filter(told)
    }

    /// The token after words at `at` that say to whom, as what or where somebody has another name: `to his crews`, `as a kid`, `in
    /// the family letters`.
    pub(super) fn past_callers(&self, at: usize) -> Option<usize> {
        let article = |words| usize::from(self.any(at + 1, words));
        match self.word(at) {
            "to" => {
                let who = at + 1 + article(words!("his her their the"));
                self.any(who, CALLERS).then_some(who + 1)
            }
            "as" => {
                let what = at + 1 + article(words!("a an"));
                let role = || lexicon::know(self.word(what)).is.contains(Is::ROLE);
                let small = self.tokens.get(what).is_some_and(|token| !token.capital);
                (small && (self.any(what, SELVES) || role())).then_some(what + 1)
            }
            "in" | "at" => {
                let place = at + 1 + article(words!("the his her"));
                let mut near = place..place + 2;
                near.find(|place| self.any(*place, PLACES))
                    .map(|place| place + 1)
            }
            _ => None,
        }
    }
}
