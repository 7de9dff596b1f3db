//! Names by what a person has typed so far: every word of a name by its beginning, and nearly by its spelling.

mod best;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use fst::automaton::{Automaton, Levenshtein};
use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use rustc_hash::FxHashMap;

use super::fold::{fold_into, folded};
use best::{best, in_order};

/// Names by their words. A name's number is its place in the list that it was built from; the most sought-after first.
pub(crate) struct Names {
    /// A word → its place in `ends`.
    words: Map<Vec<u8>>,
    /// Where each word's postings end; they start where those of the word before it end.
    ends: Vec<u32>,
    /// For each word the names that hold it, ascending: the number, doubled, odd where the word is not the name's first.
    postings: Vec<u32>,
    /// How many words each name has, so that a name that is all typed comes first.
    lengths: Vec<u8>,
}

/// What [`Names::postings`] holds of one typed word, ascending.
type Postings<'n> = Cow<'n, [u32]>;

/// At most this many words of the vocabulary stand for one that is typed.
const MOST_WORDS: usize = 20_000;

/// Words typed past these are not looked at.
const MOST_TYPED: usize = 12;

impl Names {
    /// Indexes `names`; one name may be given in several spellings with the same number.
    pub(crate) fn build<'n>(names: impl Iterator<Item = (u32, &'n str)>) -> Self {
        let mut lengths = Vec::new();
        // All names one behind the other, and where each ends.
        let mut folded = String::new();
        let mut spelt: Vec<(u32, usize)> = Vec::new();
        for (number, name) in names {
            let from = folded.len();
            fold_into(name, &mut folded);
            spelt.push((number, folded.len()));
            let n_words = words_of(&folded[from..]).take(u8::MAX.into()).count() as u8;
            let place = number as usize;
            if lengths.len() <= place {
                lengths.resize(place + 1, u8::MAX);
            }
            lengths[place] = lengths[place].min(n_words);
        }
        let (words, ends, postings) = posted(&folded, &spelt);
        let mut map = MapBuilder::memory();
        for (place, word) in (0..).zip(words) {
            map.insert(word, place)
                .expect("the words are sorted and differ");
        }
        Self {
            words: map.into_map(),
            ends,
            postings,
            lengths,
        }
    }

    /// The names that hold every word of `typed`, the last one perhaps unfinished; the best first, at most `most`.
    pub(crate) fn starting(&self, typed: &str, most: usize) -> Vec<u32> {
        let typed = folded(typed);
        let Some((last, whole)) = split_last(&typed) else {
            return (0..).take(self.lengths.len().min(most)).collect();
        };
        let mut lists: Vec<Postings<'_>> = whole.iter().map(|word| self.holding(word)).collect();
        lists.push(self.beginning(last));
        self.best(lists, whole.len() + 1, most)
    }

    /// The names that hold every word of `typed` as it is spelt; the best first, at most `most`.
    pub(crate) fn whole(&self, typed: &str, most: usize) -> Vec<u32> {
        let typed = folded(typed);
        let words: Vec<&str> = words_of(&typed).take(MOST_TYPED).collect();
        let lists = words.iter().map(|word| self.holding(word)).collect();
        self.best(lists, words.len(), most)
    }

    /// The names that hold every word of `typed`, each spelt so or, from three letters on, beginning so; the best first.
    pub(crate) fn holding_all(&self, typed: &[&str], most: usize) -> Vec<u32> {
        let lists = typed.iter().take(MOST_TYPED).map(|word| match word.len() {
            0..=2 => self.holding(word),
            _ => self.beginning(word),
        });
        self.best(lists.collect(), typed.len(), most)
    }

    /// The names that hold every word of `typed`, give or take a letter or two in each; the best first.
    pub(crate) fn nearly(&self, typed: &str, most: usize) -> Vec<u32> {
        let typed = folded(typed);
        let Some((last, whole)) = split_last(&typed) else {
            return Vec::new();
        };
        let mut lists: Vec<Postings<'_>> =
            whole.iter().map(|word| self.near(word, false)).collect();
        lists.push(self.near(last, true));
        self.best(lists, whole.len() + 1, most)
    }

    /// Postings of the words whose places in `ends` are in `words`; in the order of the words.
    fn of_words(&self, words: Range<usize>) -> &[u32] {
        let end_of = |word: usize| self.ends[word] as usize;
        let from = words.start.checked_sub(1).map_or(0, end_of);
        &self.postings[from..words.end.checked_sub(1).map_or(0, end_of).max(from)]
    }

    /// Postings of exactly this word.
    fn holding(&self, word: &str) -> Postings<'_> {
        let word = self.words.get(word).map(place);
        Cow::Borrowed(word.map_or(&[], |word| self.of_words(word..word + 1)))
    }

    /// Postings of all words that begin so: they stand one behind the other.
    fn beginning(&self, start: &str) -> Postings<'_> {
        let first = self.place_from(start.as_bytes());
        let mut past = start.as_bytes().to_vec();
        if let Some(last) = past.last_mut() {
            // The last byte of a text is never the highest there is.
            *last += 1;
        }
        let end = self.place_from(&past).min(first + MOST_WORDS);
        let postings = self.of_words(first..end.max(first));
        match end.saturating_sub(first) {
            0 | 1 => Cow::Borrowed(postings),
            _ => Cow::Owned(in_order(postings.to_vec(), self.lengths.len())),
        }
    }

    /// The place of the first word that is `bytes` or comes after.
    fn place_from(&self, bytes: &[u8]) -> usize {
        let mut rest = self.words.range().ge(bytes).into_stream();
        rest.next().map_or(self.ends.len(), |(_, word)| place(word))
    }

    /// Postings of all words that are spelt nearly so; with `unfinished`, of words that begin nearly so too.
    fn near(&self, word: &str, unfinished: bool) -> Postings<'_> {
        let distance = match word.chars().count() {
            0..=3 if unfinished => return self.beginning(word),
            0..=3 => return self.holding(word),
            4..=7 => 1,
            8..=32 => 2,
            // The automaton of so long a word would be too large.
            _ => return self.beginning(word),
        };
        let Ok(near) = Levenshtein::new(word, distance) else {
            return self.beginning(word);
        };
        match unfinished {
            true => self.accepted_by(near.starts_with()),
            false => self.accepted_by(near),
        }
    }

    fn accepted_by(&self, automaton: impl Automaton) -> Postings<'_> {
        let mut found = Vec::new();
        let mut stream = self.words.search(automaton).into_stream();
        let mut n_words = 0;
        while let Some((_, word)) = stream.next() {
            let word = place(word);
            found.extend_from_slice(self.of_words(word..word + 1));
            n_words += 1;
            if n_words == MOST_WORDS {
                break;
            }
        }
        Cow::Owned(if n_words > 1 {
            in_order(found, self.lengths.len())
        } else {
            found
        })
    }

    /// The numbers that are in all of `lists`: a name all typed first, then a name that begins so, then the rest.
    fn best(&self, lists: Vec<Postings<'_>>, n_typed: usize, most: usize) -> Vec<u32> {
        let is_all = |number: u32| usize::from(self.lengths[number as usize]) == n_typed;
        best(lists, is_all, most)
    }
}

/// A word's place in `ends`.
fn place(word: u64) -> usize {
    usize::try_from(word).expect("a word's number was a length")
}

impl Default for Names {
    fn default() -> Self {
        // A builder of maps fills half a megabyte before its first word.
        static NO_WORDS: LazyLock<Map<Vec<u8>>> = LazyLock::new(Map::default);
        Self {
            words: NO_WORDS.clone(),
            ends: Vec::new(),
            postings: Vec::new(),
            lengths: Vec::new(),
        }
    }
}

impl std::fmt::Debug for Names {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Names")
            .field("n_names", &self.lengths.len())
            .field("n_words", &self.ends.len())
            .finish()
    }
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

/// The words of names in order, where the postings of each end, and all postings. `names` are numbers, and where each ends in
/// `folded`.
fn posted<'f>(folded: &'f str, names: &[(u32, usize)]) -> (Vec<&'f str>, Vec<u32>, Vec<u32>) {
    // A word stands in many names: only its first place is sorted by its letters.
    let mut known: FxHashMap<&str, u32> = FxHashMap::default();
    let mut words: Vec<&str> = Vec::new();
    let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(names.len() * 4);
    let mut from = 0;
    for (number, end) in names {
        for (at, word) in words_of(&folded[from..*end]).enumerate() {
            let place = *known.entry(word).or_insert_with(|| {
                words.push(word);
                count(words.len() - 1)
            });
            pairs.push((place, number * 2 + u32::from(at > 0)));
        }
        from = *end;
    }
    let mut order: Vec<u32> = (0..count(words.len())).collect();
    order.sort_unstable_by_key(|place| words[*place as usize]);
    let mut places = vec![0; words.len()];
    for (place, word) in (0_u32..).zip(&order) {
        places[*word as usize] = place;
    }
    // Counted, then filed: the names come in order, so that the postings of each word nearly are.
    let mut starts = vec![0_u32; words.len() + 1];
    for (word, _) in &pairs {
        starts[places[*word as usize] as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut filed = vec![0; pairs.len()];
    let mut next = starts.clone();
    for (word, posting) in pairs {
        let place = &mut next[places[word as usize] as usize];
        filed[*place as usize] = posting;
        *place += 1;
    }
    let mut postings: Vec<u32> = Vec::with_capacity(filed.len());
    let mut ends = Vec::with_capacity(words.len());
    for range in starts.windows(2) {
        let of_word = &mut filed[range[0] as usize..range[1] as usize];
        of_word.sort_unstable();
        postings.extend(
            of_word
                .chunk_by(|one, next| one == next)
                .map(|same| same[0]),
        );
        ends.push(count(postings.len()));
    }
    let words = order.into_iter().map(|word| words[word as usize]).collect();
    (words, ends, postings)
}

fn count(of: usize) -> u32 {
    u32::try_from(of).expect("256 MiB of notes hold fewer words")
}

fn split_last(folded: &str) -> Option<(&str, Vec<&str>)> {
    let mut words: Vec<&str> = words_of(folded).take(MOST_TYPED).collect();
    Some((words.pop()?, words))
}
