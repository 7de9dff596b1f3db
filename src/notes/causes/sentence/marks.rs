//! Marks and arrows: which one stands at a token, and which of them no clause goes over.

use super::Sentence;
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

impl Sentence<'_> {
    /// Whether token `at` is this punctuation mark.
    #[inline]
    pub(in crate::notes::causes) fn mark(&self, at: usize, mark: &str) -> bool {
        at < self.end && self.tokens[at].kind == Kind::Punct && self.reads(at, mark)
    }

    /// Whether the mark at `at` is this one: apart, since most tokens are no marks at all.
    #[inline(never)]
    fn reads(&self, at: usize, mark: &str) -> bool {
        // A mark is one character: its first byte tells one of ASCII from all others.
        let first = self.text.as_bytes()[self.tokens[at].start as usize];
        first == mark.as_bytes()[0] && (first < 0x80 || self.word(at) == mark)
    }

    /// The punctuation mark at `at`, which is one.
    #[inline]
    pub(in crate::notes::causes) fn sign(&self, at: usize) -> char {
        self.word(at).chars().next().unwrap_or_default()
    }

    /// Whether a dash with space around it, a semicolon, a cell bar or an arrow stands at `at`: no clause goes over it.
    #[inline]
    pub(in crate::notes::causes) fn wall(&self, at: usize) -> bool {
        self.is_sign(at) && self.parts(at)
    }

    /// Whether a cell bar, a bullet or a semicolon stands at `at`.
    #[inline]
    pub(in crate::notes::causes) fn parts_cells(&self, at: usize) -> bool {
        at < self.end
            && self.tokens[at].kind == Kind::Punct
            && matches!(self.sign(at), '|' | '•' | ';')
    }

    /// Whether a mark or an arrow stands at `at`.
    #[inline]
    pub(in crate::notes::causes) fn is_sign(&self, at: usize) -> bool {
        matches!(self.tokens[at].kind, Kind::Punct | Kind::Arrow)
    }

    /// Whether the mark or arrow at `at` is a wall.
    fn parts(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.kind == Kind::Arrow {
            return self.directed(at);
        }
        match self.sign(at) {
            ';' | '|' | '•' | '·' | '∴' | '∵' | '—' => true,
            '-' | '–' => token.spaced && self.tokens.get(at + 1).is_none_or(|next| next.spaced),
            _ => false,
        }
    }

    /// Whether an arrow points from one thing to another: `↑` and `↓` are words for "rises" and "falls".
    #[inline]
    pub(in crate::notes::causes) fn directed(&self, at: usize) -> bool {
        !matches!(
            self.word(at),
            "↑" | "↓" | "⬆" | "⬇" | "\\uparrow" | "\\downarrow" | "$\\uparrow$" | "$\\downarrow$"
        )
    }

    /// Whether a clause ends at the full stop at `at`: not that of "Pres. Wilson", "Wabash v. Illinois".
    pub(in crate::notes::causes) fn full_stop(&self, at: usize) -> bool {
        if !self.mark(at, ".") {
            return false;
        }
        let goes_on = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.spaced && next.capital);
        let short = at > 0
            && !self.tokens[at].spaced
            && self.tokens[at - 1].kind == Kind::Word
            && self.word(at - 1).len() <= 4
            && (self.tokens[at - 1].capital || self.any(at - 1, words!("v vs")));
        goes_on && !short
    }
}
