//! Words of notes: each a part of one text that all facts of a shelf share. Hundreds of thousands of small texts would take half
//! as much again, and lie about in what reading has left behind.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use memchr::memmem;

/// The text that excerpts are parts of.
#[derive(Debug, Default)]
pub(super) struct Whole(Box<str>);

/// Some words of a note.
///
/// Before it is bound to its text, it only says where its words stand there, and reads as nothing.
#[derive(Clone, Default)]
pub struct Excerpt {
    whole: Option<Arc<Whole>>,
    start: u32,
    length: u32,
}

impl Excerpt {
    /// Words of a text to come.
    fn at(start: usize, length: usize) -> Self {
        let number = |of| u32::try_from(of).expect("notes are 256 MiB at most");
        Self {
            whole: None,
            start: number(start),
            length: number(length),
        }
    }

    /// The same words, of a text that has at `base` the one for which the excerpt was made.
    pub(super) fn bound(self, whole: &Arc<Whole>, base: u32) -> Self {
        Self {
            whole: Some(Arc::clone(whole)),
            start: base + self.start,
            length: self.length,
        }
    }
}

/// The words of one note's facts as they are gathered.
#[derive(Debug, Clone, Default)]
pub(super) struct Words(String);

impl Words {
    /// Adds words.
    pub(super) fn add(&mut self, words: &str) -> Excerpt {
        let start = self.0.len();
        self.0.push_str(words);
        Excerpt::at(start, words.len())
    }

    /// Where words stand in `inside`, which was added before; adds them if they do not.
    pub(super) fn find_or_add(&mut self, inside: Option<&Excerpt>, words: &str) -> Excerpt {
        let found = inside.and_then(|inside| {
            let start = inside.start as usize;
            let inside = &self.0.as_bytes()[start..start + inside.length as usize];
            let at = memmem::find(inside, words.as_bytes())?;
            Some(Excerpt::at(start + at, words.len()))
        });
        found.unwrap_or_else(|| self.add(words))
    }

    /// The same without room for more.
    pub(super) fn closed(mut self) -> Self {
        self.0.shrink_to_fit();
        self
    }

    /// One text of those of many notes.
    pub(super) fn joined<'w>(all: impl Iterator<Item = &'w Self> + Clone) -> Arc<Whole> {
        let length = all.clone().map(|words| words.0.len()).sum();
        let mut whole = String::with_capacity(length);
        all.for_each(|words| whole.push_str(&words.0));
        Arc::new(Whole(whole.into_boxed_str()))
    }

    /// Bytes of them.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.0.len()).expect("notes are 256 MiB at most")
    }
}

impl Deref for Excerpt {
    type Target = str;

    fn deref(&self) -> &str {
        let start = self.start as usize;
        let range = start..start + self.length as usize;
        self.whole.as_ref().map_or("", |whole| &whole.0[range])
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, out)
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}

impl PartialEq for Excerpt {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Excerpt {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_of_several_notes_are_parts_of_one_text() {
        let (mut one, mut other) = (Words::default(), Words::default());
        one.add("The Suez Crisis");
        let line = other.add("Détente began in 1969");
        let part = other.find_or_add(Some(&line), "began");
        let own = other.find_or_add(Some(&line), "Suez");
        let alone = other.find_or_add(None, "1969");
        assert_eq!(&*line, "", "it is not bound");
        let base = one.len();
        let whole = Words::joined([&one, &other].into_iter());
        assert_eq!(&*whole.0, "The Suez CrisisDétente began in 1969Suez1969");
        for (excerpt, words) in [
            (line, "Détente began in 1969"),
            (part, "began"),
            (own, "Suez"),
            (alone, "1969"),
        ] {
            assert_eq!(&*excerpt.bound(&whole, base), words);
        }
    }
}
