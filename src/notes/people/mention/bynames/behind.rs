//! What stands right behind a name and is what its bearer is called: `aka "the Incorruptible"`, `("Oppie")`, `/the Meek`.

use super::after::is_dash;
use super::{After, is_quote};
use crate::notes::lex::Kind;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::is_numeral;
use crate::notes::people::mention::Note;
use crate::notes::people::spot::Spot;
use crate::notes::word_key::words;

/// What stands between a name and the quotation of a byname.
#[derive(Clone, Copy)]
struct Led {
    /// A dash, a comma, a bracket or "=".
    mark: bool,
    /// A dash.
    dash: bool,
    /// "The".
    the: bool,
    /// Words such as "called".
    cue: bool,
}

impl After<'_> {
    /// The bytes of a byname after `spot`, and whether it is an epithet in brackets.
    pub(super) fn byname(&self, note: &Note<'_>, spot: &Spot) -> Option<(u32, u32, bool)> {
        let of_place = self.of_place(spot).or_else(|| self.peerage(spot));
        let of_place = of_place.or_else(|| self.lordship(spot));
        if of_place.is_some() {
            return of_place;
        }
        let mut at = spot.tokens.end;
        if !self.may_tell(at) {
            return None;
        }
        // "Babur (r. 1526–30), called": what the bracket counts is passed over.
        at = self.past_years(at);
        let dash = self.is_dash(at);
        let mark = dash || matches!(self.word(at), "(" | "," | "=");
        at += usize::from(mark);
        // "Hood - Robin Rebel - robbed the rich"
        if dash && self.is_dash(at + 2) && self.is_epithet(at..at + 2) {
            let (start, end) = self.bytes(at, at + 2);
            return Some((start, end, true));
        }
        // "Carlos – El Caudillo"
        if mark && self.any(at, words!("il el la le der")) && is_head(self.word(at + 1)) {
            let (start, end) = self.bytes(at, at + 2);
            let capital = |at: usize| self.tokens.get(at).is_some_and(|token| token.capital);
            let alone = capital(at) && capital(at + 1) && !capital(at + 2);
            return alone.then_some((start, end, true));
        }
        // "Ivan the Fearful/the Meek"
        if self.word(at) == "/" && self.word(at + 1) == "the" {
            let end = self.capitals(at + 2);
            let (start, past) = self.bytes(at + 1, end.max(at + 2));
            return (end == at + 3 && !spot.tail.is_none()).then_some((start, past, true));
        }
        let cue = self.cue(at);
        let told = cue.is_some() && (mark || self.is_told(at));
        at = cue.unwrap_or(at);
        let article = self.word(at).eq_ignore_ascii_case("the");
        let the = usize::from(article && (cue.is_some() || is_quote(self.word(at + 1))));
        if is_quote(self.word(at + the)) {
            let led = Led {
                mark,
                dash,
                the: the == 1,
                cue: cue.is_some(),
            };
            return self.quoted(note, spot, at + the, led);
        }
        if cue.is_none() && at > 0 && self.word(at - 1) == "(" {
            return self.in_brackets(note, spot, at);
        }
        // "Tilak, whom his friends called Lokmanya", "Litster called himself King of the Commons"
        if the == 0 && told {
            let end = self.capitals(at);
            if end == at || self.word(end).ends_with('s') {
                return None;
            }
            let (start, past) = self.bytes(at, end);
            return Some((start, past, self.is_old(at..end)));
        }
        if the == 1 && cue.is_some() {
            let end = self.capitals(at + 1);
            let (start, past) = self.bytes(at, end.max(at + 1));
            return (end > at + 1).then_some((start, past, false));
        }
        None
    }

    /// What stands in the quotation that opens at `open`, behind what leads to it.
    fn quoted(
        &self,
        note: &Note<'_>,
        spot: &Spot,
        open: usize,
        Led {
            mark,
            dash,
            the,
            cue,
        }: Led,
    ) -> Option<(u32, u32, bool)> {
        let close = self.close_of(open)?;
        // `("the Delayer")`, `("Iron Felix")`; a work has a capital: `("The Prince")`.
        let epithet = self.is_epithet(open + 1..close);
        let byname = self.word(open + 1) == "the" || epithet;
        let called = || open > 0 && self.is_called_before(spot);
        // `Ptolemy VIII ("Physcon" = fatty)`, `Tipu Sultan "Tiger of Mysore"`.
        let single =
            close == open + 2 && !spot.tail.is_none() && is_numeral(note.names.text(spot.tail));
        let equal = mark && self.word(open - 1 - usize::from(the)) == "=";
        let capital = self.tokens.get(open + 1).is_some_and(|token| token.capital);
        let phrase = self.is_phrase(open + 1..close)
            || close == open + 2 && self.is_compound(open + 1)
            || self.is_foreign(open + 1..close)
            || self.is_follower(open + 1..close)
            || (mark || cue) && self.is_small_epithet(open + 1..close)
            || (mark || cue || capital) && self.is_small_phrase(open + 1..close);
        let said = phrase
            || self.is_name(open + 1..close)
                && (cue
                    || equal
                    || mark && (the || self.has_head(open + 1..close))
                    || mark && self.is_title_of(open + 1)
                    || dash && self.is_old(open + 1..close)
                    || called()
                    || !mark && close == open + 2 && self.is_byname_of_given(spot, open + 1)
                    || !mark && byname && !epithet
                    || !mark && self.is_of_a_place(open + 1..close)
                    || !mark && close > open + 3 && self.has_head(open + 1..open + 2)
                    || close == open + 3 && self.is_other_byname(note, spot, open + 1)
                    || mark && (byname || single || self.is_akin(note, spot, open + 1..close)));
        let (start, end) = self.bytes(open + 1, close);
        let set_off = phrase || the || equal || self.has_head(open + 1..close);
        said.then_some((start, end, epithet || set_off))
    }

    /// `Frederick (Elector of Saxony)`, `Mary Tudor (Bloody Mary)`: the byname that a bracket holds from `at` on.
    fn in_brackets(&self, note: &Note<'_>, spot: &Spot, at: usize) -> Option<(u32, u32, bool)> {
        if self.is_title_of(at) {
            let end = self.capitals(at);
            let (start, past) = self.bytes(at, end.max(at + 1));
            return matches!(self.word(end), ")" | ",").then_some((start, past, false));
        }
        let other = self.word(at + 2) == ")" && self.is_other_byname(note, spot, at);
        let (start, end) = other.then(|| self.bytes(at, at + 2))?;
        Some((start, end, true))
    }

    /// The token after a bracket that has a number in it: `(r. 1526–30)`.
    pub(super) fn past_years(&self, at: usize) -> usize {
        // "Papen -1932 - 'the fool' -"
        let number = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Number)
        };
        if is_dash(self.word(at)) && number(at + 1) && is_dash(self.word(at + 2)) {
            return at + 2;
        }
        if self.word(at) != "(" {
            return at;
        }
        let close = (at + 1..at + 8).find(|at| self.word(*at) == ")");
        let close = close.filter(|close| {
            self.tokens[at..*close]
                .iter()
                .any(|token| token.kind == Kind::Number)
        });
        close.map_or(at, |close| close + 1)
    }
}
