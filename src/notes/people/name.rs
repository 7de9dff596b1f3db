//! A name taken apart, to tell whether two names can be one person's.

use super::lexicon::{self, Is};
use super::names;

/// The parts of a name, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Name {
    /// Given names, initials and surname, without titles and leading particles.
    pub words: Vec<String>,
    /// Numeral, epithet, origin: `iii`, `the great`, `of aquitaine`.
    pub tail: String,
}

impl Name {
    /// Takes `name` apart.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        let mut tail = String::new();
        for (index, raw) in name.split_whitespace().enumerate() {
            let mut folded = String::new();
            lexicon::fold(
                raw.trim_matches(|char: char| !char.is_alphanumeric()),
                &mut folded,
            );
            let numeral = index > 0
                && raw.chars().all(|char| matches!(char, 'I' | 'V' | 'X'))
                && (folded.len() > 1 || folded != "x");
            let opens_tail =
                !words.is_empty() && (numeral || matches!(folded.as_str(), "the" | "of"));
            if !tail.is_empty() || opens_tail {
                if !tail.is_empty() {
                    tail.push(' ');
                }
                tail.push_str(&folded);
            } else if !folded.is_empty() {
                words.push(folded);
            }
        }
        let is_before = |word: &String| {
            let is = lexicon::look_up(word);
            is.contains(Is::TITLE)
                || matches!(word.as_str(), "von" | "van" | "de" | "al" | "bin" | "grand")
        };
        let start = words
            .iter()
            .take_while(|word| is_before(word))
            .count()
            .min(words.len().saturating_sub(1));
        words.drain(..start);
        Self { words, tail }
    }

    /// One word without numeral or epithet: a surname, a given name, initials.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.words.len() < 2 && self.tail.is_empty()
    }

    /// The last word: the surname, in most languages.
    #[must_use]
    pub fn surname(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The first word, where family names stand first (`Mao Zedong`).
    #[must_use]
    pub fn family(&self) -> Option<&str> {
        let first = self.words.first().filter(|_| self.words.len() > 1)?;
        let is = lexicon::look_up(first);
        (is.contains(Is::FAMILY) && !is.intersects(Is::GIVEN)).then_some(first)
    }

    /// The surname in the spelling that all its spellings share (`tse-tung` is `zedong`).
    #[must_use]
    pub fn surname_key(&self) -> &str {
        names::common_spelling(self.surname())
    }

    /// A first word that may mean the person by itself: Napoleon, Leonardo.
    #[must_use]
    pub fn mononym(&self) -> Option<&str> {
        let first = self.words.first().filter(|_| self.words.len() > 1)?;
        lexicon::look_up(first).contains(Is::KNOWN).then_some(first)
    }

    /// Whether both can be one person's name: same surname, given names that do not contradict each other, same numeral.
    #[must_use]
    pub fn can_be(&self, other: &Self) -> bool {
        let begins = |long: &str, short: &str| {
            !short.is_empty()
                && long
                    .strip_prefix(short)
                    .is_some_and(|rest| rest.starts_with(' '))
        };
        if self.tail != other.tail
            && !begins(&self.tail, &other.tail)
            && !begins(&other.tail, &self.tail)
        {
            return false;
        }
        if self.words == other.words {
            return true;
        }
        if self.words.len() < 2
            || other.words.len() < 2
            || !names::are_same(self.surname(), other.surname())
        {
            return false;
        }
        let (long, short) = if self.words.len() >= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        // "Gaius Julius Caesar" and "Julius Caesar"; middle names do not contradict each other.
        let fit = long.ends_with(short)
            || names::can_be_same(&long[0], &short[0]) && {
                let (long, short) = (&long[1..long.len() - 1], &short[1..short.len() - 1]);
                let is_among =
                    |name: &String| long.iter().any(|other| names::can_be_same(name, other));
                short.iter().all(is_among)
            };
        fit && !names::are_apart(&long.join(" "), &short.join(" "))
    }

    /// Whether this surname alone means this person: nobody more famous bears it.
    #[must_use]
    pub fn owns_surname(&self) -> bool {
        self.words
            .first()
            .is_none_or(|given| !names::means_another(self.surname(), given))
    }

    /// Whom history knows by this name among others, by number, where it means one person alone: Octavian is Augustus.
    #[must_use]
    pub fn famous(&self) -> Option<u16> {
        let last = self.words.last()?;
        if !names::may_be_famous(last) {
            return None;
        }
        // A surname or a given name alone may be anybody's.
        let is = lexicon::look_up(last);
        if self.is_single() && !is.is_empty() && !is.contains(Is::KNOWN) {
            return None;
        }
        match names::famous(&self.text())[..] {
            [famous] => Some(famous),
            _ => None,
        }
    }

    /// The other names of those whom history knows by a name or an epithet: `Koba`, `the Iron Chancellor`.
    pub fn others(called: &str) -> impl Iterator<Item = &'static str> + use<> {
        let mut folded = String::new();
        lexicon::fold(called.trim(), &mut folded);
        folded.retain(|char| char != '.');
        names::names_of(folded.strip_prefix("the ").unwrap_or(&folded))
    }

    /// All of it in one piece.
    fn text(&self) -> String {
        let mut text = self.words.join(" ");
        if !self.tail.is_empty() {
            text.push(' ');
            text.push_str(&self.tail);
        }
        text
    }

    /// The name that well-known initials stand for (`JFK`).
    #[must_use]
    pub fn initials(&self) -> Option<Self> {
        let [only] = self.words.as_slice() else {
            return None;
        };
        names::well_known_initials(only).map(Self::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, same: bool) {
        assert_eq!(
            Name::of(left).can_be(&Name::of(right)),
            same,
            "{left} / {right}"
        );
        assert_eq!(
            Name::of(right).can_be(&Name::of(left)),
            same,
            "{right} / {left}"
        );
    }

    #[test]
    fn names_of_one_person_can_be_the_same() {
        check("John F. Kennedy", "John Kennedy", true);
        check("President Jack Kennedy", "John F. Kennedy", true);
        check("J. F. Kennedy", "John Fitzgerald Kennedy", true);
        check("Gaius Julius Caesar", "Julius Caesar", true);
        check("Philip II of Spain", "Philip II", true);
        check("Mao Tse-tung", "Mao Zedong", true);
    }

    #[test]
    fn namesakes_stay_apart() {
        check("John F. Kennedy", "Robert F. Kennedy", false);
        check("Henry VII", "Henry VIII", false);
        check("Cato the Elder", "Cato the Younger", false);
        check("John Foster Dulles", "Allen Dulles", false);
        check("Napoleon Bonaparte", "Napoleon III", false);
        check("Martin Luther", "Martin Luther King", false);
        check("John Adams", "John Quincy Adams", false);
    }
}
