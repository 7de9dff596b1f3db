//! Bynames that no list knows: `aka "the Incorruptible"`, `known as the Lady with the Lamp`, `("Oppie")`.

use super::{Note, Place, call};
use crate::notes::facts::Person;
use crate::notes::lex::{Kind, Token};
use crate::notes::people::join::{NO_LIST, is_numeral};
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;

/// Tokens of a byname, at most.
const LONGEST: usize = 6;

/// Adds what the words right after a name say that its bearer is called.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) {
    for (at, spot) in note.spots.iter().enumerate() {
        let owner = note.people.owners[at];
        if owner == NO_LIST || spot.possessive {
            continue;
        }
        let block = &note.document.blocks[spot.block];
        let after = After {
            text: &block.text.visible,
            tokens: &block.tokens,
        };
        let Some((start, end, epithet)) = after.byname(note, spot) else {
            continue;
        };
        // What names somebody by itself is not this person's.
        let next = note.spots.get(at + 1);
        let named = next.is_some_and(|next| {
            next.block == spot.block
                && next.start() < end
                && note.people.owners[at + 1] != NO_LIST
                && note.people.owners[at + 1] != owner
        });
        // The Felix of "Iron Felix" is nobody else.
        if !named || epithet {
            call::add_alias(
                &mut people[owner as usize],
                &after.text[start as usize..end as usize],
            );
        }
    }
}

/// Adds what statements with a pronoun say that whom it means is called: `Known as the "Virgin Queen", she never married`,
/// `She was called "Good Queen Bess"`.
pub(super) fn add_of_pronouns(note: &Note<'_>, pronouns: &[Place], people: &mut [Person]) {
    for place in pronouns {
        let block = &note.document.blocks[place.block];
        let after = After {
            text: &block.text.visible,
            tokens: &block.tokens,
        };
        let Some(statement) = place.statement.map(|at| &note.document.statements[at]) else {
            continue;
        };
        let mut opens = [statement.tokens.start, place.token + 1].into_iter();
        let cue = opens.find_map(|at| after.cue(at));
        if let Some((start, end)) = cue.and_then(|at| after.called(at)) {
            let (start, end) = after.bytes(start, end);
            let byname = &after.text[start as usize..end as usize];
            call::add_alias(&mut people[place.person], byname);
        }
    }
}

/// The tokens of a block.
struct After<'n> {
    text: &'n str,
    tokens: &'n [Token],
}

impl After<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The bytes of a byname after `spot`, and whether it is an epithet in brackets.
    fn byname(&self, note: &Note<'_>, spot: &Spot) -> Option<(u32, u32, bool)> {
        let of_place = self.of_place(spot);
        if of_place.is_some() {
            return of_place;
        }
        let mut at = spot.tokens.end;
        let first = self.tokens.get(at)?.of(self.text);
        // A quick no for most.
        if !matches!(
            first.as_bytes().first()?,
            b'(' | b',' | b'=' | b'"' | 0xe2 | b'a' | b'b' | b'k' | b'n' | b'c' | b'd' | b'w'
        ) {
            return None;
        }
        // "Babur (r. 1526–30), called": what the bracket counts is passed over.
        at = self.past_years(at);
        let mark = matches!(self.word(at), "(" | "," | "=");
        at += usize::from(mark);
        let cue = self.cue(at);
        at = cue.unwrap_or(at);
        let the = usize::from(cue.is_some() && self.word(at).eq_ignore_ascii_case("the"));
        if is_quote(self.word(at + the)) {
            let open = at + the;
            let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(self.word(*at)))?;
            // `("the Delayer")`, `("Iron Felix")`; a work has a capital: `("The Prince")`.
            let epithet = self.is_epithet(open + 1..close);
            let byname = self.word(open + 1) == "the" || epithet;
            // `Ptolemy VIII ("Physcon" = fatty)`, `Tipu Sultan "Tiger of Mysore"`.
            let single =
                close == open + 2 && !spot.tail.is_none() && is_numeral(note.names.text(spot.tail));
            let said = self.is_name(open + 1..close)
                && (cue.is_some()
                    || mark && self.is_title_of(open + 1)
                    || !mark && byname && !epithet
                    || !mark && self.is_of_a_place(open + 1..close)
                    || close == open + 3 && self.is_other_byname(note, spot, open + 1)
                    || mark && (byname || single || self.is_akin(note, spot, open + 1..close)));
            let (start, end) = self.bytes(open + 1, close);
            return said.then_some((start, end, epithet));
        }
        if cue.is_none() && at > 0 && self.word(at - 1) == "(" {
            return self.in_brackets(note, spot, at);
        }
        if the == 1 && cue.is_some() {
            let end = self.capitals(at + 1);
            let (start, past) = self.bytes(at, end.max(at + 1));
            return (end > at + 1).then_some((start, past, false));
        }
        None
    }

    /// `Harald Hardrada of Norway`, `William duke of Normandy`: the bytes of all of it, and that it is an epithet.
    fn of_place(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        let plain = spot.words > 1 && spot.tail.is_none() && !spot.after_article;
        let first = self.tokens.get(at)?.of(self.text);
        if plain && first == "of" && self.is_place(at + 1) {
            return Some((spot.bytes.start, self.tokens[at + 1].end, true));
        }
        if !spot.tail.is_none() || self.word(at + 1) != "of" || !self.is_small_title(at) {
            return None;
        }
        let end = self.capitals(at + 2);
        let past = self.tokens.get(end.checked_sub(1)?)?.end;
        (end > at + 2).then_some((spot.bytes.start, past, true))
    }

    /// `Frederick (Elector of Saxony)`, `Mary Tudor (Bloody Mary)`: the byname that a bracket holds from `at` on.
    fn in_brackets(&self, note: &Note<'_>, spot: &Spot, at: usize) -> Option<(u32, u32, bool)> {
        if self.is_title_of(at) {
            let end = self.capitals(at);
            let (start, past) = self.bytes(at, end.max(at + 1));
            return matches!(self.word(end), ")" | ",").then_some((start, past, false));
        }
        let other = self.word(at + 2) == ")" && self.is_other_byname(note, spot, at);
        let (start, end) = other.then(|| self.bytes(at, at + 2))?;
        Some((start, end, true))
    }

    /// The tokens of what somebody is called, at `at`: in quotation marks, or "the" and words with capitals.
    fn called(&self, at: usize) -> Option<(usize, usize)> {
        let the = usize::from(self.word(at).eq_ignore_ascii_case("the"));
        let open = at + the;
        if is_quote(self.word(open)) {
            let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(self.word(*at)))?;
            return self.is_name(open + 1..close).then_some((open + 1, close));
        }
        let end = self.capitals(open);
        (the == 1 && end > open).then_some((at, end))
    }

    /// The token after a bracket that has a number in it: `(r. 1526–30)`.
    fn past_years(&self, at: usize) -> usize {
        if self.word(at) != "(" {
            return at;
        }
        let close = (at + 1..at + 8).find(|at| self.word(*at) == ")");
        let close = close.filter(|close| {
            self.tokens[at..*close]
                .iter()
                .any(|token| token.kind == Kind::Number)
        });
        close.map_or(at, |close| close + 1)
    }

    /// Whether a quotation says what somebody is of a place: Tiger of Mysore, Maid of Orleans.
    fn is_of_a_place(&self, tokens: std::ops::Range<usize>) -> bool {
        let [first, of, place] = &self.tokens[tokens] else {
            return false;
        };
        let mut folded = String::new();
        lexicon::fold(place.of(self.text), &mut folded);
        first.capital && of.of(self.text) == "of" && lexicon::look_up(&folded).contains(Is::PLACE)
    }

    /// Whether a title and an "of" stand at `at`: Elector of Saxony, Prince of the Humanists.
    fn is_title_of(&self, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.capital);
        capital && self.word(at + 1) == "of" && self.is_title(at)
    }

    /// Whether a ruler's or a peer's title stands at `at` without its capital.
    fn is_small_title(&self, at: usize) -> bool {
        let small = self.tokens.get(at).is_some_and(|token| !token.capital);
        small && self.is_title(at)
    }

    fn is_title(&self, at: usize) -> bool {
        let cue = lexicon::know(self.word(at)).cue;
        cue.intersects(Cue::REGAL | Cue::PEER)
    }

    /// Whether the name of a place stands at `at`.
    fn is_place(&self, at: usize) -> bool {
        let capital = self.tokens.get(at).is_some_and(|token| token.capital);
        capital && lexicon::know(self.word(at)).is.contains(Is::PLACE)
    }

    /// The token after words that say what somebody is called.
    fn cue(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(matches!(self.word(at), "became" | "was" | "is"));
        let often = usize::from(matches!(
            self.word(at),
            "also" | "better" | "later" | "often" | "usually" | "popularly" | "sometimes"
        ));
        let at = at + often;
        match self.word(at) {
            "known" | "Known" if self.word(at + 1) == "as" => Some(at + 2),
            "aka" | "called" | "nicknamed" | "dubbed" | "alias" => Some(at + 1),
            "a" if self.word(at + 1) == "."
                && self.word(at + 2) == "k"
                && self.word(at + 4) == "a" =>
            {
                Some(at + 5 + usize::from(self.word(at + 5) == "."))
            }
            _ => None,
        }
    }

    /// The token after words with capitals, and small ones between them.
    fn capitals(&self, from: usize) -> usize {
        let mut end = from;
        for at in from..(from + LONGEST).min(self.tokens.len()) {
            let token = &self.tokens[at];
            if token.kind != Kind::Word || at > from && !token.spaced {
                break;
            }
            if token.capital {
                end = at + 1;
            } else if at == from || !matches!(self.word(at), "of" | "the" | "with" | "in" | "and") {
                break;
            }
        }
        end
    }

    /// Whether tokens may be a name: words, of which the last has a capital and none is grammar's alone.
    fn is_name(&self, tokens: std::ops::Range<usize>) -> bool {
        let Some(own) = self.tokens.get(tokens) else {
            return false;
        };
        let words = own.iter().enumerate().all(|(at, token)| {
            let word = token.of(self.text);
            matches!(word, "-" | "'" | "’")
                || token.kind == Kind::Word
                    && (token.capital && (at == 0 && word == "The" || !is_grammar(word))
                        || matches!(word, "of" | "the" | "with" | "in"))
        });
        words && own.last().is_some_and(|last| last.capital)
    }

    /// Whether a quotation is a given name or what somebody is, with one word before it: Iron Felix, Sun King, Desert Fox.
    fn is_epithet(&self, tokens: std::ops::Range<usize>) -> bool {
        let [first, last] = &self.tokens[tokens] else {
            return false;
        };
        let known = |token: &Token| {
            let mut folded = String::new();
            lexicon::fold(token.of(self.text), &mut folded);
            lexicon::look_up(&folded)
        };
        let (of_first, of_last) = (known(first), known(last));
        // Works are "Jane Eyre", "Lord Jim" and "King Lear".
        first.capital
            && last.capital
            && !of_first.intersects(Is::GIVEN | Is::TITLE | Is::FUNCTION)
            && of_last.intersects(Is::GIVEN | Is::TITLE | Is::ROLE | Is::EPITHET)
    }

    /// Whether two words at `at` are a plain one and the first name of `spot`: Bloody Mary.
    fn is_other_byname(&self, note: &Note<'_>, spot: &Spot, at: usize) -> bool {
        let [Some(plain), Some(name)] = [self.tokens.get(at), self.tokens.get(at + 1)] else {
            return false;
        };
        let mut folded = String::new();
        plain.capital && name.capital && {
            lexicon::fold(name.of(self.text), &mut folded);
            let is_first = note.names.text(note.names.first(spot.key)) == folded;
            let is = lexicon::know(plain.of(self.text)).is;
            is_first && !is.intersects(Is::NAME | Is::TITLE | Is::FUNCTION)
        }
    }

    /// Whether a quotation shares a word, three letters or the initials with a name: Oppie, Bloody Mary, JJ.
    fn is_akin(&self, note: &Note<'_>, spot: &Spot, tokens: std::ops::Range<usize>) -> bool {
        let own = note.names.words(spot.key);
        let mut folded = String::new();
        self.tokens[tokens].iter().any(|token| {
            folded.clear();
            lexicon::fold(token.of(self.text), &mut folded);
            let initials = folded.len() >= 2
                && folded.len() <= own.len()
                && own
                    .iter()
                    .zip(folded.bytes())
                    .all(|(word, letter)| note.names.text(*word).as_bytes()[0] == letter);
            initials
                || own.iter().any(|word| {
                    let begin = note.names.text(*word).get(..3);
                    begin.is_some() && folded.get(..3) == begin
                })
        })
    }

    fn bytes(&self, from: usize, end: usize) -> (u32, u32) {
        (self.tokens[from].start, self.tokens[end - 1].end)
    }
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "'" | "‘" | "’")
}

/// Whether a word is one of grammar: `I`, `The`, `What`.
fn is_grammar(word: &str) -> bool {
    let mut folded = String::new();
    lexicon::fold(word, &mut folded);
    lexicon::look_up(&folded).contains(Is::FUNCTION)
}
