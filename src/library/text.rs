//! Full-text search over statements, by tantivy, in memory: stemmed, ranked by BM25.

mod stems;

use std::ops::Range;

use tantivy::collector::{Count, TopDocs};
use tantivy::directory::RamDirectory;
use tantivy::indexer::merge_indices;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, Searcher, TantivyDocument, Term};

use stems::Remembering;
pub use stems::{matches, stems};

/// What a hit's own words weigh against those of the headings over it.
const HEADING_WEIGHT: f32 = 0.5;

/// What building the index may take before it is written out.
const WRITER_BYTES: usize = 256 << 20;

/// Fewer statements than this are indexed at once.
const FEW: u32 = 10_000;

/// The index. Its documents are the statements, in their order: a document's number is a statement's.
pub(crate) struct Text {
    searcher: Option<Searcher>,
    body: Field,
    heading: Field,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// How many statements match.
    pub n_all: usize,
    /// One page of them, the best first.
    pub statements: Vec<u32>,
    /// They hold all of the words; else some of them.
    pub is_whole: bool,
}

impl Text {
    /// Indexes `n` statements in order: their words, and the words of the headings over them. `statements` gives those of a range.
    pub(crate) fn build<'t, S>(n: u32, statements: impl Fn(Range<u32>) -> S + Sync) -> Self
    where
        S: Iterator<Item = (&'t str, String)>,
    {
        let mut schema = Schema::builder();
        let words = |position| {
            TextOptions::default().set_indexing_options(
                TextFieldIndexing::default()
                    .set_tokenizer("notes")
                    .set_index_option(position)
                    .set_fieldnorms(true),
            )
        };
        let body = schema.add_text_field("body", words(IndexRecordOption::WithFreqs));
        let heading = schema.add_text_field("heading", words(IndexRecordOption::Basic));
        let mut text = Self {
            searcher: None,
            body,
            heading,
        };
        // The index lives in memory, where writing cannot fail; should it all the same, search finds nothing.
        text.searcher = text.whole(&schema.build(), n, statements).ok();
        text
    }

    /// All statements; many in two halves at the same time, which are then put together.
    fn whole<'t, S>(
        &self,
        schema: &Schema,
        n: u32,
        statements: impl Fn(Range<u32>) -> S + Sync,
    ) -> tantivy::Result<Searcher>
    where
        S: Iterator<Item = (&'t str, String)>,
    {
        let index = if n < FEW {
            self.index(schema.clone(), statements(0..n))?
        } else {
            let half = |range| self.index(schema.clone(), statements(range));
            let (one, other) = rayon::join(|| half(0..n / 2), || half(n / 2..n));
            merge_indices(&[one?, other?], RamDirectory::create())?
        };
        Ok(index.reader()?.searcher())
    }

    fn index<'t>(
        &self,
        schema: Schema,
        statements: impl Iterator<Item = (&'t str, String)>,
    ) -> tantivy::Result<Index> {
        let tokenizers = TokenizerManager::new();
        tokenizers.register("notes", Remembering::new());
        let builder = Index::builder().schema(schema).tokenizers(tokenizers);
        let mut writer =
            builder.single_segment_index_writer(RamDirectory::create(), WRITER_BYTES)?;
        for (words, heading) in statements {
            let mut document = TantivyDocument::new();
            document.add_text(self.body, words);
            document.add_text(self.heading, heading);
            writer.add_document(document)?;
        }
        writer.finalize()
    }

    /// The statements that hold all words of `asked`; where none does, those that hold any. `skip` and `most` make a page.
    pub(crate) fn search(&self, asked: &str, skip: usize, most: usize) -> Hits {
        let words = stems(asked);
        let all = self.run(&words, Occur::Must, skip, most);
        if all.n_all > 0 || words.len() < 2 {
            return all;
        }
        self.run(&words, Occur::Should, skip, most)
    }

    fn run(&self, words: &[String], occur: Occur, skip: usize, most: usize) -> Hits {
        let Some(searcher) = self.searcher.as_ref().filter(|_| !words.is_empty()) else {
            return Hits::default();
        };
        let each = words.iter().map(|word| (occur, self.word(word)));
        let each: Box<dyn Query> = Box::new(BooleanQuery::new(each.collect()));
        // A heading alone is no hit: else a note about missiles would be one long hit for *missiles*.
        let own = words.iter().map(|word| (Occur::Should, self.own(word)));
        let own: Box<dyn Query> = Box::new(BooleanQuery::new(own.collect()));
        let own: Box<dyn Query> = Box::new(ConstScoreQuery::new(own, 0.0));
        let query = BooleanQuery::new(vec![(Occur::Must, own), (Occur::Must, each)]);
        let collector = (
            Count,
            TopDocs::with_limit(most).and_offset(skip).order_by_score(),
        );
        let Ok((n_all, top)) = searcher.search(&query, &collector) else {
            return Hits::default();
        };
        Hits {
            n_all,
            is_whole: occur == Occur::Must && n_all > 0,
            statements: top.into_iter().map(|(_, address)| address.doc_id).collect(),
        }
    }

    /// A word in the statement.
    fn own(&self, word: &str) -> Box<dyn Query> {
        let term = Term::from_field_text(self.body, word);
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    }

    /// A word in the statement, or in a heading over it.
    fn word(&self, word: &str) -> Box<dyn Query> {
        let term = Term::from_field_text(self.heading, word);
        let heading: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
        Box::new(BooleanQuery::new(vec![
            (Occur::Should, self.own(word)),
            (
                Occur::Should,
                Box::new(BoostQuery::new(heading, HEADING_WEIGHT)),
            ),
        ]))
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Text").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_found_by_its_number_however_many_there_are() {
        for n in [5, FEW - 1, FEW, FEW + 7] {
            let words: Vec<String> = (0..n).map(|at| format!("treaty zq{at}zq")).collect();
            let text = Text::build(n, |range| {
                range.map(|at| (words[at as usize].as_str(), format!("Part hd{at}hd")))
            });
            for at in [0, 1, n / 2 - 1, n / 2, n / 2 + 1, n - 1] {
                for asked in [format!("zq{at}zq"), format!("treaty hd{at}hd")] {
                    assert_eq!(text.search(&asked, 0, 3).statements, [at], "{asked} of {n}");
                }
            }
            assert_eq!(text.search("treaty", 0, 3).n_all, n as usize);
        }
    }
}
