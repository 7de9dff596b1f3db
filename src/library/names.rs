//! Names by what a person has typed so far: every word of a name by its beginning, and nearly by its spelling.

use fst::automaton::{Automaton, Levenshtein, Str};
use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::fold::folded;

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

/// At most this many words of the vocabulary stand for one that is typed.
const MOST_WORDS: usize = 20_000;

/// Words typed past these are not looked at.
const MOST_TYPED: usize = 12;

impl Names {
    /// Indexes `names`; one name may be given in several spellings with the same number.
    pub(crate) fn build<'n>(names: impl Iterator<Item = (u32, &'n str)>) -> Self {
        let mut pairs: Vec<(Box<str>, u32)> = Vec::new();
        let mut lengths = Vec::new();
        for (number, name) in names {
            let name = folded(name);
            let mut n_words = 0_u8;
            for (at, word) in words_of(&name).enumerate() {
                pairs.push((word.into(), number * 2 + u32::from(at > 0)));
                n_words = n_words.saturating_add(1);
            }
            let place = number as usize;
            if lengths.len() <= place {
                lengths.resize(place + 1, u8::MAX);
            }
            lengths[place] = lengths[place].min(n_words);
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut words = MapBuilder::memory();
        let mut ends: Vec<u32> = Vec::new();
        let mut postings = Vec::with_capacity(pairs.len());
        for of_word in pairs.chunk_by(|a, b| a.0 == b.0) {
            postings.extend(of_word.iter().map(|(_, posting)| *posting));
            words
                .insert(&*of_word[0].0, ends.len() as u64)
                .expect("the words are sorted and differ");
            ends.push(u32::try_from(postings.len()).expect("256 MiB of notes hold fewer words"));
        }
        Self {
            words: words.into_map(),
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
        let mut lists: Vec<Vec<u32>> = whole.iter().map(|word| self.holding(word)).collect();
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
        let mut lists: Vec<Vec<u32>> = whole.iter().map(|word| self.near(word, false)).collect();
        lists.push(self.near(last, true));
        self.best(lists, whole.len() + 1, most)
    }

    fn of_word(&self, word: u64) -> &[u32] {
        let word = usize::try_from(word).expect("a word's number was a length");
        let from = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.postings[from as usize..self.ends[word] as usize]
    }

    /// Postings of exactly this word.
    fn holding(&self, word: &str) -> Vec<u32> {
        self.words
            .get(word)
            .map(|word| self.of_word(word).to_vec())
            .unwrap_or_default()
    }

    /// Postings of all words that begin so.
    fn beginning(&self, start: &str) -> Vec<u32> {
        self.accepted_by(Str::new(start).starts_with())
    }

    /// Postings of all words that are spelt nearly so; with `unfinished`, of words that begin nearly so too.
    fn near(&self, word: &str, unfinished: bool) -> Vec<u32> {
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

    fn accepted_by(&self, automaton: impl Automaton) -> Vec<u32> {
        let mut found = Vec::new();
        let mut stream = self.words.search(automaton).into_stream();
        let mut n_words = 0;
        while let Some((_, word)) = stream.next() {
            found.extend_from_slice(self.of_word(word));
            n_words += 1;
            if n_words == MOST_WORDS {
                break;
            }
        }
        if n_words > 1 {
            found.sort_unstable();
        }
        found
    }

    /// The numbers that are in all of `lists`: a name all typed first, then a name that begins so, then the rest.
    fn best(&self, mut lists: Vec<Vec<u32>>, n_typed: usize, most: usize) -> Vec<u32> {
        lists.sort_by_key(Vec::len);
        let mut lists = lists.into_iter();
        let mut kept: Vec<(u32, bool)> = Vec::new();
        for posting in lists.next().unwrap_or_default() {
            let (number, begins) = (posting / 2, posting % 2 == 0);
            match kept.last_mut() {
                Some((last, begun)) if *last == number => *begun |= begins,
                _ => kept.push((number, begins)),
            }
        }
        for list in lists {
            let mut at = 0;
            kept.retain_mut(|(number, begun)| {
                at += list[at..].partition_point(|posting| posting / 2 < *number);
                let here = list[at..]
                    .iter()
                    .take_while(|posting| **posting / 2 == *number);
                let mut found = false;
                for posting in here {
                    found = true;
                    *begun |= posting % 2 == 0;
                }
                found
            });
        }
        let rank = |(number, begins): &(u32, bool)| {
            let all = usize::from(self.lengths[*number as usize]) == n_typed;
            (!(all && *begins), !begins, *number)
        };
        if kept.len() > most {
            kept.select_nth_unstable_by_key(most, rank);
            kept.truncate(most);
        }
        kept.sort_unstable_by_key(rank);
        kept.into_iter().map(|(number, _)| number).collect()
    }
}

impl Default for Names {
    fn default() -> Self {
        Self::build(std::iter::empty())
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

fn split_last(folded: &str) -> Option<(&str, Vec<&str>)> {
    let mut words: Vec<&str> = words_of(folded).take(MOST_TYPED).collect();
    Some((words.pop()?, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: &[&str] = &[
        "Nikita Khrushchev",
        "John F. Kennedy",
        "Robert Kennedy",
        "Fidel Castro",
        "Kennedy Airport",
        "Lech Wałęsa",
    ];

    fn names() -> Names {
        Names::build((0..).zip(PEOPLE.iter().copied()))
    }

    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let found: Vec<&str> = names()
            .starting(typed, 25)
            .into_iter()
            .map(|at| PEOPLE[at as usize])
            .collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn a_name_is_found_by_the_start_of_any_word() {
        check(
            "ken",
            &["Kennedy Airport", "John F. Kennedy", "Robert Kennedy"],
        );
        check("f kennedy", &["John F. Kennedy"]);
        check("kennedy f", &["John F. Kennedy"]);
        check("KHRUSH", &["Nikita Khrushchev"]);
        check("walesa", &["Lech Wałęsa"]);
        check("", PEOPLE);
        check("zz", &[]);
        check("john x", &[]);
    }

    #[test]
    fn a_misspelt_name_is_found_when_asked_for() {
        let near = |typed: &str| names().nearly(typed, 25);
        assert_eq!(near("kruschew"), Vec::<u32>::new(), "three letters off");
        assert_eq!(near("khruschev"), [0]);
        assert_eq!(near("kenedy"), [4, 1, 2]);
        assert_eq!(near("robrt kenedy"), [2]);
        assert_eq!(near(""), Vec::<u32>::new());
        assert_eq!(near(&"x".repeat(300)), Vec::<u32>::new());
    }

    #[test]
    fn no_more_than_asked_for() {
        assert_eq!(names().starting("ken", 2), [4, 1]);
        assert_eq!(names().starting("", 2), [0, 1]);
    }
}
