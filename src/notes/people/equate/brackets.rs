//! Names in brackets after a name: `Peng Dehuai (P'eng Te-huai)`, `Pius XII (Eugenio Pacelli)`, `Govt (Lvov, later Kerensky)`.

mod same_name;

use crate::notes::markdown::Block;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::spot::Spot;
use crate::notes::people::tongues::is_tongue;
use crate::notes::people::weigh::kin::is_kin;

/// Spots among which somebody else of a surname is looked for.
const MOST: usize = 1024;

/// Two spots that stand side by side, and what stands between and after.
pub(super) struct Inside<'n> {
    pub(super) names: &'n Names,
    pub(super) block: &'n Block,
    pub(super) spots: &'n [Spot],
    /// The two.
    pub(super) pair: [usize; 2],
    pub(super) between: &'n [&'n str],
    /// The same with the mark that opens a quotation.
    pub(super) whole: &'n [&'n str],
    /// The word after the second.
    pub(super) after: &'n str,
}

impl Inside<'_> {
    pub(super) fn spots(&self) -> (&Spot, &Spot) {
        let [one, two] = self.pair;
        (&self.spots[one], &self.spots[two])
    }

    /// Whether the second ends a bracket that has another name of the same person: `Malinche (Malintzin, Doña Marina)`,
    /// `(Malintzin / Marina)`.
    pub(super) fn is_second_name(&self) -> bool {
        let (_, two) = self.spots();
        let quoted = matches!(self.whole, [",", "\"" | "“" | "'" | "‘"])
            && matches!(self.after, "\"" | "”" | "'" | "’");
        let ends = || self.after == ")" || self.after == "in" && self.is_called_so_in();
        (matches!(self.between, ["," | "/"]) && ends() || quoted) && !two.possessive
    }

    /// Whether the second, in brackets, is the first in another tongue or in other books: `Rodmar (Latin Rodmarus)`,
    /// `Rodmar (Rothmar in the textbook)`.
    pub(super) fn is_in_tongue(&self) -> bool {
        let (_, two) = self.spots();
        match self.between {
            ["(", tongue] | ["(", tongue, ":"] => {
                let bare = tongue.strip_suffix('s').filter(|_| self.between.len() == 3);
                is_tongue(bare.unwrap_or(tongue))
                    && self.after == ")"
                    && !two.last.contains(Is::KNOWN)
            }
            ["("] => self.after == "in" && self.is_called_so_in(),
            _ => false,
        }
    }

    /// Whether the bracket ends with where the second is the name, after "in": `in Latin)`, `in the textbook)`.
    fn is_called_so_in(&self) -> bool {
        let (_, two) = self.spots();
        let tokens = &self.block.tokens;
        let word = |at: usize| {
            let token = tokens.get(at);
            token.map_or("", |token| token.of(&self.block.text.visible))
        };
        let end = two.tokens.end;
        let close = (end + 2..end + 6).find(|at| word(*at) == ")");
        close.is_some_and(|close| {
            let last = word(close - 1);
            close == end + 2 && is_tongue(last)
                || matches!(
                    last,
                    "book" | "books" | "sources" | "textbook" | "textbooks"
                )
        })
    }

    /// Whether the words between say that the second is the first's name: `Rodmar's real name was Hugh Sand`.
    pub(super) fn is_name_of(&self) -> bool {
        let (one, two) = self.spots();
        let own = matches!(
            self.between,
            [
                "real" | "birth" | "full" | "original" | "true",
                "name",
                "was" | "is" | "=" | ":"
            ]
        );
        own && one.possessive && !two.possessive
    }

    /// Whether the second begins what the first is called in quotation marks: `, "Angel of the Battlefield"`, `(also "Black Tom")`.
    pub(super) fn is_quoted(&self) -> bool {
        let (one, two) = self.spots();
        let [before @ .., "\"" | "“"] = self.whole else {
            return false;
        };
        // `Sand grand vizier ("Bomfo")`: what he was stands between.
        let role = |word: &&str| *word == "grand" || lexicon::know(word).is.contains(Is::ROLE);
        let before = match before {
            [roles @ .., "("] if roles.len() <= 2 && roles.iter().all(role) => &["("][..],
            _ => before,
        };
        if before.is_empty() {
            // `Rodmar "Bomfo"`
            return one.single
                && two.single
                && one.first.intersects(Is::GIVEN)
                && matches!(self.after, "\"" | "”")
                && two.title.is_none()
                && !one.possessive;
        }
        let told = match before {
            ["="] | ["(", "also" | "aka"] | ["," | "(", "the"] => true,
            ["," | "("] => false,
            _ => return false,
        };
        let word = |at: usize| self.block.tokens[at].of(&self.block.text.visible);
        // `Lord Alanbrooke ("Brookie")`, who has that name to himself.
        let end = two.tokens.end;
        let alone = before == ["("]
            && end + 1 < self.block.tokens.len()
            && word(end + 1) == ")"
            && !two.last.contains(Is::KNOWN)
            && two.is_single()
            && two.title.is_none();
        if alone && matches!(self.after, "\"" | "”") && !one.possessive {
            return true;
        }
        let start = two.tokens.start;
        let last = self.block.tokens.len().min(start + 6);
        let Some(close) = (start..last).find(|at| matches!(word(*at), "\"" | "”")) else {
            return false;
        };
        // "King Lear" is a work.
        let akin = two.words > 1 && self.names.last(one.key) == self.names.last(two.key);
        let heads = akin || two.title.is_none() && (start..close).any(|at| is_head(word(at)));
        !one.possessive && (told || heads)
    }

    /// Whether the second is the title of whom the first gives the name: `Ferdinand, Lord Foss`; `next` is the second word after
    /// them, and `listed` whether it has a capital.
    pub(super) fn is_lord(&self, next: &str, listed: bool) -> bool {
        let (one, two) = self.spots();
        self.between == [","]
            && one.single
            && one.first.intersects(Is::GIVEN)
            && !one.last.contains(Is::SURNAME)
            && one.title.is_none()
            && two.words == 1
            && two.title.is_some()
            && matches!(
                self.names.text(two.title_word),
                "lord" | "lady" | "baron" | "baroness" | "viscount"
            )
            && !one.possessive
            && !(matches!(self.after, "," | "and" | "&" | ";" | "+" | "/")
                && (listed || next == "and"))
            && !matches!(self.before(), "," | "and" | "&")
            && !self.is_anothers_title()
    }

    /// Whether somebody else of a full name may be the second: the Hugh Foss of `Ferdinand, Lord Foss`.
    fn is_anothers_title(&self) -> bool {
        let (one, two) = self.spots();
        let mut others = self.spots.iter().take(MOST);
        others.any(|other| {
            other.words >= 2
                && self.names.last(other.key) == two.key
                && self.names.first(other.key) != one.key
        })
    }

    /// The word before the first; none where it opens the block.
    pub(super) fn before(&self) -> &str {
        self.word_before(1)
    }

    /// The word so many words before the first.
    fn word_before(&self, back: usize) -> &str {
        let start = self.spots().0.start();
        let tokens = &self.block.tokens;
        let first = tokens.partition_point(|token| token.start < start);
        let before = first.checked_sub(back);
        before.map_or("", |at| tokens[at].of(&self.block.text.visible))
    }

    /// Whether a card asks who the first is, and the answer begins with the second: `Who was Rodmar? :: Hugh Sand, a lawyer`.
    pub(super) fn is_answer(&self) -> bool {
        let card = matches!(self.between, ["?", "::" | ":::"] | ["?", ":", ":"]);
        card && matches!(self.before(), "was" | "is")
            && matches!(self.word_before(2), "who" | "Who")
            && self.spots().1.words > 1
    }

    /// Whether the second is said of another than the first: "mother of Rodmar = Edda", "lost by a Rodmar (Rodmar the Lame)".
    pub(super) fn is_said_of_another(&self) -> bool {
        let (one, _) = self.spots();
        let is_of = || self.before() == "of" && is_kin(self.word_before(2));
        match self.between {
            ["=" | "is" | "was", ..] => is_of(),
            ["("] => one.after_article && one.single && matches!(self.before(), "a" | "another"),
            _ => false,
        }
    }

    /// Whether both held one office, one after the other: `(Prince Lvov, later Kerensky)`.
    pub(super) fn is_successor(&self) -> bool {
        let (one, two) = self.spots();
        let given = one.first.intersects(Is::GIVEN) || two.first.intersects(Is::GIVEN);
        self.before() == "("
            && matches!(self.between, [",", "later" | "then"])
            && (one.title.is_some() || !given)
    }
}
