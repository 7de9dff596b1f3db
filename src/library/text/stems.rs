//! The words of a text as the index holds them: in lower case, without accents, stemmed.

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenStream, SimpleTokenizer,
    Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer,
};

fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(64))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::English))
        .build()
}

/// The words of `text` as the index holds them, once each.
#[must_use]
pub fn stems(text: &str) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    analyzer().token_stream(text).process(&mut |token| {
        if !stems.contains(&token.text) && stems.len() < 16 {
            stems.push(token.text.clone());
        }
    });
    stems
}

/// The byte ranges of `text` whose words have one of `stems`, in order.
#[must_use]
pub fn matches(text: &str, stems: &[String]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    analyzer().token_stream(text).process(&mut |token| {
        if stems.contains(&token.text) {
            found.push(token.offset_from..token.offset_to);
        }
    });
    found
}

/// Words whose stems are remembered, at most.
const MOST_WORDS: usize = 1 << 17;

/// Gives the same words as the analyzer, but stems each once: notes say most of their words again and again.
#[derive(Clone)]
pub(super) struct Remembering {
    words: SimpleTokenizer,
    analyzer: TextAnalyzer,
    /// What the analyzer makes of a word; nothing where it leaves it out.
    stems: FxHashMap<String, String>,
}

impl Remembering {
    pub(super) fn new() -> Self {
        Self {
            words: SimpleTokenizer::default(),
            analyzer: analyzer(),
            stems: FxHashMap::default(),
        }
    }
}

/// The words of one text.
pub(super) struct Remembered<'t> {
    words: SimpleTokenStream<'t>,
    analyzer: &'t mut TextAnalyzer,
    stems: &'t mut FxHashMap<String, String>,
}

impl Tokenizer for Remembering {
    type TokenStream<'t> = Remembered<'t>;

    fn token_stream<'t>(&'t mut self, text: &'t str) -> Remembered<'t> {
        Remembered {
            words: self.words.token_stream(text),
            analyzer: &mut self.analyzer,
            stems: &mut self.stems,
        }
    }
}

impl TokenStream for Remembered<'_> {
    fn advance(&mut self) -> bool {
        while self.words.advance() {
            let token = self.words.token_mut();
            if let Some(stem) = self.stems.get(&token.text) {
                token.text.clone_from(stem);
            } else {
                let mut stem = String::new();
                let mut keep = |found: &Token| stem.clone_from(&found.text);
                self.analyzer.token_stream(&token.text).process(&mut keep);
                let word = std::mem::replace(&mut token.text, stem);
                if self.stems.len() < MOST_WORDS {
                    self.stems.insert(word, token.text.clone());
                }
            }
            if !token.text.is_empty() {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.words.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.words.token_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_the_analyzer_says() {
        let long = "x".repeat(70);
        let text = format!(
            "Railways and Détente: railways, {long} RAILWAY’s 1962 ½ Übermut – {long} détente"
        );
        let mut remembering = Remembering::new();
        for _ in 0..2 {
            let (mut said, mut remembered) = (Vec::new(), Vec::new());
            let words = &mut |token: &Token| said.push(token.clone());
            analyzer().token_stream(&text).process(words);
            let words = &mut |token: &Token| remembered.push(token.clone());
            remembering.token_stream(&text).process(words);
            assert_eq!(remembered, said);
            assert_eq!(said.len(), 10);
        }
    }
}
