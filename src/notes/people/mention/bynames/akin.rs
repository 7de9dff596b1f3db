//! How what is said after a name goes with that name: Bloody **Mary**, **Opp**ie, Edmund "Ironside".

use std::ops::Range;

use super::cues::CALLS;
use super::{After, is_quote};
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::mention::Note;
use crate::notes::people::spot::Spot;

impl After<'_> {
    /// Whether capitals at `at` may stand for a name: they begin as it begins, or end as its surname begins.
    pub(super) fn are_letters(&self, note: &Note<'_>, spot: &Spot, at: usize) -> bool {
        let letters = self.word(at).to_ascii_lowercase();
        let shouted = self.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
        let begins = |name| note.names.text(name).as_bytes().first().copied();
        (2..=4).contains(&letters.len())
            && shouted
            && (begins(note.names.first(spot.key)) == letters.bytes().next()
                || begins(note.names.last(spot.key)) == letters.bytes().last())
    }

    /// The name of `spot` and the quotation right behind it, of which `start` and `end` are the bytes inside: Eric 'Bloodaxe'.
    pub(super) fn with_quotation(&self, spot: &Spot, start: u32, end: u32) -> Option<&str> {
        let open = self.text.get(spot.bytes.end as usize..start as usize)?;
        let close = self.text[end as usize..].chars().next()?;
        let mark = close.len_utf8();
        let marks = [" '", " ‘", " \"", " “"];
        (spot.single && marks.contains(&open) && is_quote(&self.text[end as usize..][..mark]))
            .then(|| &self.text[spot.bytes.start as usize..end as usize + mark])
    }

    /// Whether one word in quotation marks may be what a given name's bearer is called: Edmund "Ironside".
    pub(super) fn is_byname_of_given(&self, spot: &Spot, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.capital);
        capital
            && spot.single
            && spot.first.intersects(Is::GIVEN)
            && !lexicon::know(self.word(at))
                .is
                .intersects(Is::OTHER - Is::WORD)
    }

    /// Whether somebody calls the bearer of `spot` what follows: `they called Graham "Bluidy Clavers"`.
    pub(super) fn is_called_before(&self, spot: &Spot) -> bool {
        let start = spot.start();
        let first = self.tokens.partition_point(|token| token.start < start);
        first > 0 && self.any(first - 1, CALLS)
    }

    /// Whether two words at `at` are a plain one and the first name of `spot`: Bloody Mary.
    pub(super) fn is_other_byname(&self, note: &Note<'_>, spot: &Spot, at: usize) -> bool {
        let [Some(plain), Some(name)] = [self.tokens.get(at), self.tokens.get(at + 1)] else {
            return false;
        };
        let mut folded = String::new();
        plain.capital && name.capital && {
            lexicon::fold(name.of(self.text), &mut folded);
            let is_first = note.names.text(note.names.first(spot.key)) == folded;
            let is = lexicon::know(plain.of(self.text)).is;
            is_first && !is.intersects(Is::NAME | Is::TITLE | Is::FUNCTION)
        }
    }

    /// Whether a quotation shares a word, three letters or the initials with a name: Oppie, Bloody Mary, JJ.
    pub(super) fn is_akin(&self, note: &Note<'_>, spot: &Spot, tokens: Range<usize>) -> bool {
        let own = note.names.words(spot.key);
        let mut folded = String::new();
        self.tokens[tokens].iter().any(|token| {
            folded.clear();
            lexicon::fold(token.of(self.text), &mut folded);
            let initials = folded.len() >= 2
                && folded.len() <= own.len()
                && own
                    .iter()
                    .zip(folded.bytes())
                    .all(|(word, letter)| note.names.text(*word).as_bytes()[0] == letter);
            initials
                || own.iter().any(|word| {
                    let begin = note.names.text(*word).get(..3);
                    begin.is_some() && folded.get(..3) == begin
                })
        })
    }
}
