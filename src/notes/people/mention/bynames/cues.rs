//! Words and marks that announce what somebody is called: `known as`, `whom his fans called`, `a.k.a.`

use super::{After, is_quote};
use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::word_key::{Words, words};

/// Words before whom somebody calls something.
pub(super) const CALLS: Words =
    words!("called calls call nicknamed dubbed christened labelled labeled branded");

/// Words that what somebody is called may begin with, after a word or a mark.
const OPENERS: Words = words!(
    "became was is gets got whom who also better later often usually popularly sometimes known called aka nicknamed nickname dubbed alias real birth stage temple pen code codename styled a"
);

/// Words for a name in another tongue.
const SPELLINGS: Words = words!("spelling form name version");

/// Those of them that may stand right after a name.
const NEXT: Words = words!(
    "became was gets got whom who also better known called aka nicknamed nickname dubbed alias real birth styled a"
);

/// Marks that may stand right after a name and before what its bearer is called.
const MARKS: Words = words!("( , = \" ' - /");

/// Whether the words from `at` on, with these keys, may say what somebody is called: a quick no for most names.
#[inline]
pub(super) fn may_tell(keys: &[u128], at: usize) -> bool {
    let is_of = |at: usize| keys.get(at).is_some_and(|key| words!("of").contains(*key));
    // A quotation mark may have no key.
    let may_open = |key: u128| key == 0 || MARKS.contains(key) || NEXT.contains(key);
    keys.get(at).is_some_and(|key| may_open(*key)) || is_of(at) || is_of(at + 1)
}

impl After<'_> {
    /// Whether the token at `at` may open a byname: a quick no for most.
    pub(super) fn may_tell(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        match self.text.as_bytes()[token.start as usize] {
            b'(' | b',' | b'=' | b'"' | b'\'' | 0xe2 => true,
            b'-' | b'/' => self.may_go_on(at + 1),
            b'a'..=b'z' => self.any(at, NEXT),
            _ => false,
        }
    }

    /// The token after words that say what somebody is called.
    pub(super) fn cue(&self, at: usize) -> Option<usize> {
        if !self.any(at, OPENERS) {
            // "Carolus (Czech spelling Karel)"
            let tongue =
                self.any(at + 1, SPELLINGS) && lexicon::know(self.word(at)).is.contains(Is::PEOPLE);
            return tongue.then_some(at + 2);
        }
        let at = at
            + usize::from(matches!(
                self.word(at),
                "became" | "was" | "is" | "gets" | "got"
            ));
        // "whom his fans called"
        let whom = matches!(self.word(at), "whom" | "who");
        let at = match whom
            .then(|| (at + 1..at + 5).find(|at| matches!(self.word(*at), "called" | "nicknamed")))
        {
            Some(Some(called)) => called,
            Some(None) => return None,
            None => at,
        };
        let often = usize::from(matches!(
            self.word(at),
            "also" | "better" | "later" | "often" | "usually" | "popularly" | "sometimes"
        ));
        let at = at + often;
        match self.word(at) {
            "known" | "Known" if self.word(at + 1) == "as" => Some(at + 2),
            "called" | "styled" if matches!(self.word(at + 1), "himself" | "herself") => {
                Some(at + 2)
            }
            "aka" | "called" | "nicknamed" | "nickname" | "dubbed" | "alias" | "codename" => {
                Some(at + 1)
            }
            "real" | "birth" | "stage" | "temple" | "pen" | "code"
                if self.word(at + 1) == "name" =>
            {
                Some(at + 2)
            }
            "a" if self.word(at + 1) == "."
                && self.word(at + 2) == "k"
                && self.word(at + 4) == "a" =>
            {
                Some(at + 5 + usize::from(self.word(at + 5) == "."))
            }
            _ => None,
        }
    }

    /// The tokens of what somebody is called, at `at`: in quotation marks, or "the" and words with capitals.
    pub(super) fn called(&self, at: usize) -> Option<(usize, usize)> {
        let the = usize::from(self.word(at).eq_ignore_ascii_case("the"));
        let open = at + the;
        if is_quote(self.word(open)) {
            let close = self.close_of(open)?;
            let inside = open + 1..close;
            let said = self.is_name(inside.clone()) || self.is_phrase(inside);
            return said.then_some((open + 1, close));
        }
        let end = self.capitals(open);
        (the == 1 && end > open).then_some((at, end))
    }

    /// Whether what somebody is called may stand at `at`, after a dash: a quick no for most.
    pub(super) fn may_go_on(&self, at: usize) -> bool {
        is_quote(self.word(at))
            || self.any(at, OPENERS)
            || self.any(at, words!("the il el la le der"))
            || self.tokens.get(at).is_some_and(|token| {
                token.kind == Kind::Number || token.capital && self.is_dash(at + 2)
            })
    }

    /// Whether words at `at` are said of the bearer, who does not call somebody else so.
    pub(super) fn is_told(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "gets" | "got" | "was" | "is" | "who" | "whom" | "a" | "aka"
        ) || matches!(self.word(at + 1), "himself" | "herself")
    }
}
