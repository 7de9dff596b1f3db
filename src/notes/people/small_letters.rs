//! Notes that are written without capitals: `peter the great`, `tsar nicholas ii`, `stalin`.
//!
//! There only what the lists know for a name can be told from other words. Such words are given the capitals that they lack, and all
//! else reads the note as it reads any other.

use super::lexicon::{self, Is};
use crate::notes::lex::{Kind, Token, Tokens};
use crate::notes::markdown::{Block, Document};

/// Words from which on a note shows how it is written.
const ENOUGH_WORDS: usize = 40;

/// Words for each capital in a note that has hardly any, at least.
const WORDS_A_CAPITAL: usize = 50;

/// The note with capitals for its names, if it is written without.
pub(super) fn with_capitals(document: &Document) -> Option<Document> {
    if !is_small(document) {
        return None;
    }
    let mut document = document.clone();
    for block in &mut document.blocks {
        block.tokens = Tokens::from(capitals(block));
    }
    Some(document)
}

/// Whether hardly a word has a capital, but for those that are all in capitals.
fn is_small(document: &Document) -> bool {
    let n_tokens: usize = document.blocks.iter().map(|block| block.tokens.len()).sum();
    let (mut words, mut capitals) = (0, 0);
    for block in &document.blocks {
        for token in block.tokens.iter() {
            words += usize::from(token.kind == Kind::Word);
            capitals += usize::from(token.capital && !token.shouted);
        }
        // However many words follow: this is told from the first blocks of most notes.
        if capitals * WORDS_A_CAPITAL > n_tokens {
            return false;
        }
    }
    words >= ENOUGH_WORDS && capitals * WORDS_A_CAPITAL <= words
}

/// The tokens of a block, those of names with a capital.
fn capitals(block: &Block) -> Vec<Token> {
    let text = block.text.visible.as_str();
    let mut tokens = block.tokens.to_vec();
    let mut before = Before::Nothing;
    for at in 0..tokens.len() {
        let word = Word::of(text, &tokens, at);
        let is_name = match before {
            Before::Title => word.is.intersects(Is::NAME),
            Before::Name if word.is_numeral() => {
                tokens[at].shouted = true;
                true
            }
            Before::Name => word.is.intersects(Is::SURNAME | Is::KNOWN) && word.is_plain(),
            Before::Nothing => word.names(&Word::of(text, &tokens, at + 1), || {
                Word::of(text, &tokens, at + 2)
            }),
        };
        let next = Word::of(text, &tokens, at + 1);
        let is_title = word.is.contains(Is::TITLE)
            && !word.is.intersects(Is::NAME | Is::FUNCTION)
            && next.is.intersects(Is::GIVEN | Is::KNOWN)
            && !next.is.intersects(Is::FUNCTION);
        tokens[at].capital |= is_name || is_title;
        before = match (is_name, is_title) {
            (true, _) => Before::Name,
            (_, true) => Before::Title,
            _ => Before::Nothing,
        };
    }
    tokens
}

/// What stands right before a word.
#[derive(Clone, Copy)]
enum Before {
    Name,
    Title,
    Nothing,
}

/// A word, and what it is known to be.
struct Word<'t> {
    text: &'t str,
    is: Is,
}

impl<'t> Word<'t> {
    /// The word at `at`; nothing where none stands.
    fn of(text: &'t str, tokens: &[Token], at: usize) -> Self {
        let token = tokens.get(at).filter(|token| token.kind == Kind::Word);
        let word = token.map_or("", |token| super::run::without_possessive(token.of(text)).0);
        Self {
            text: word,
            is: lexicon::look_up(word),
        }
    }

    /// Whether it is a name and nothing else.
    fn is_plain(&self) -> bool {
        !self
            .is
            .intersects(Is::OTHER | Is::ACT | Is::HUMAN | Is::FATE | Is::BELONGING)
    }

    /// Whether it names somebody, with the words `next` and `after` behind it: everybody knows who, or it is a given name that a
    /// numeral, an epithet or a surname follows.
    fn names(&self, next: &Self, after: impl FnOnce() -> Self) -> bool {
        if !self.is_plain() {
            return false;
        }
        let given = || {
            next.is_numeral() && next.text.len() > 1
                || next.text == "the" && after().is.contains(Is::EPITHET)
                || next.is.intersects(Is::SURNAME | Is::KNOWN) && next.is_plain()
        };
        self.is.contains(Is::KNOWN) || self.is.intersects(Is::GIVEN) && given()
    }

    /// Whether it is a ruler's number in small letters.
    fn is_numeral(&self) -> bool {
        !self.text.is_empty()
            && self.text.len() <= 6
            && self
                .text
                .bytes()
                .all(|byte| matches!(byte, b'i' | b'v' | b'x'))
    }
}
