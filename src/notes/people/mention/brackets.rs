//! What a bracket right after a name says that its bearer is called: `Darius III (Codomannus, D3)`, `(call sign Chaika, "Seagull")`.

use std::ops::Range;

use super::bynames::{is_office, is_quote};
use super::{Note, call};
use crate::notes::facts::Person;
use crate::notes::lex::{Kind, Token};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::{NO_LIST, is_numeral};
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::spot::Spot;
use crate::notes::people::tongues::is_tongue;
use crate::notes::word_key::{Words, key, words};

/// Tokens of a bracket, at most.
const LONGEST: usize = 24;

/// Words that announce another name.
const CUES: Words = words!(
    "aka alias also born called codename dubbed formerly k known name nickname nicknamed now originally sign spelled spelt"
);

/// Words beside those.
const FILLERS: Words =
    words!("a as better birth call code full later orig original pen real stage temple then");

/// Adds the other names that brackets hold.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) {
    for (at, spot) in note.spots.iter().enumerate() {
        let owner = note.people.owners[at];
        let after = note.keys.of_block(spot.block).get(spot.tokens.end);
        let opens = after.is_some_and(|key| words!("(").contains(*key));
        if !opens || owner == NO_LIST || spot.possessive {
            continue;
        }
        let block = &note.document.blocks[spot.block];
        let tokens = &block.tokens;
        let text = &block.text.visible;
        let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
        let open = spot.tokens.end + 1;
        let Some(close) = (open..open + LONGEST).find(|at| matches!(word(*at), "(" | ")" | ""))
        else {
            continue;
        };
        if word(close) != ")" {
            continue;
        }
        let bracket = Bracket {
            note,
            at,
            spot,
            text,
            tokens,
        };
        bracket.read(open..close, |name| {
            call::add_byname(&mut people[owner as usize], &text[name]);
        });
    }
}

/// A bracket and the name before it.
struct Bracket<'n> {
    note: &'n Note<'n>,
    /// The place of the spot among all.
    at: usize,
    spot: &'n Spot,
    text: &'n str,
    tokens: &'n [Token],
}

impl Bracket<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Gives the names among the items of the bracket, up to the first that is none.
    fn read(&self, tokens: Range<usize>, mut found: impl FnMut(Range<usize>)) {
        let mut start = tokens.start;
        let (mut called, mut only_cued) = (false, false);
        while start < tokens.end {
            let end = (start..tokens.end)
                .find(|at| matches!(self.word(*at), "," | ";" | "/" | "+" | "or"))
                .unwrap_or(tokens.end);
            let after_cue = self.after_cue(start..end);
            let told = self
                .told_to(after_cue..end)
                .or_else(|| self.told_in(after_cue..end));
            let mut cued = after_cue > start || told.is_some();
            let tongue = if cued {
                start
            } else {
                self.after_tongue(start..end)
            };
            let after_cue = after_cue.max(tongue);
            cued |= tongue > start;
            let name = self.name(after_cue..told.unwrap_or(end), cued || called);
            let whole = start == tokens.start && end == tokens.end;
            let name = name.or_else(|| self.strange(&(start..end)).filter(|_| whole));
            match name.filter(|_| cued || !only_cued) {
                Some(name) => found(name),
                // "(Danton, 1794)"
                None => only_cued |= start == tokens.start,
            }
            // "stage name Lan Ping/Li Yunhe"
            called = cued;
            start = end + 1;
        }
    }

    /// The "to" of an item that says who calls somebody so: `Nelly to her friends`, `"Birdie" to Sand`.
    fn told_to(&self, item: Range<usize>) -> Option<usize> {
        let to = (item.start + 1..item.end).find(|at| self.word(*at) == "to")?;
        let quoted = is_quote(self.word(to - 1)) && to > item.start + 2;
        let given = || {
            to == item.start + 1
                && lexicon::know(self.word(item.start))
                    .is
                    .intersects(Is::GIVEN)
        };
        let whose = matches!(self.word(to + 1), "his" | "her" | "their");
        let somebody = self.tokens.get(to + 1).is_some_and(|token| token.capital);
        (quoted && (whose || somebody) || whose && given()).then_some(to)
    }

    /// The "in" of an item that says where somebody is called so: `Karel in Czech`, `Rodmer in older books`.
    fn told_in(&self, item: Range<usize>) -> Option<usize> {
        let at = (item.start + 1..item.end).find(|at| self.word(*at) == "in")?;
        let last = self.word(item.end - 1);
        let tongue = at + 2 == item.end && is_tongue(last);
        let books =
            words!("book books notes source sources textbook textbooks translation translations");
        (tongue || item.len() <= 8 && books.contains(key(last.as_bytes()))).then_some(at)
    }

    /// The token after words that say whose tongue a name is in: `Latin Rodmarus`, `Greeks: Rodmaros`.
    fn after_tongue(&self, item: Range<usize>) -> usize {
        let colon = usize::from(self.word(item.start + 1) == ":");
        let name = item.start + 1 + colon;
        let own = name..item.end;
        let bare = self
            .word(item.start)
            .strip_suffix('s')
            .filter(|_| colon == 1);
        let told = is_tongue(bare.unwrap_or(self.word(item.start))) && self.is_unknown(&own);
        if told { name } else { item.start }
    }

    /// The first token after words that announce another name.
    fn after_cue(&self, item: Range<usize>) -> usize {
        let key = |at: usize| key(self.word(at).as_bytes());
        let cue = |at: usize| CUES.contains(key(at)) || self.word(at) == "=";
        let filler = |at: usize| FILLERS.contains(key(at)) || matches!(self.word(at), "." | ":");
        let end = item
            .clone()
            .find(|at| !cue(*at) && !filler(*at))
            .unwrap_or(item.end);
        if (item.start..end).any(cue) {
            end
        } else {
            item.start
        }
    }

    /// The bytes of a name that the item `item` is; `cued` where words before said that it is one.
    fn name(&self, item: Range<usize>, cued: bool) -> Option<Range<usize>> {
        if item.is_empty() {
            return None;
        }
        let set_off = cued
            || is_quote(self.word(item.start))
            || self.word(item.start) == "the"
            || self.is_head_of(&item);
        if self.is_anothers(&item, set_off) {
            return None;
        }
        let bytes = |item: Range<usize>| {
            self.tokens[item.start].start as usize..self.tokens[item.end - 1].end as usize
        };
        if is_quote(self.word(item.start)) {
            let close = (item.start + 2..item.end).find(|at| is_quote(self.word(*at)))?;
            let inside = item.start + 1..close;
            let shown = cued
                || self.is_epithet(inside.clone())
                || self.is_short_form(&self.text[bytes(inside.clone())]);
            return shown.then(|| bytes(inside));
        }
        if matches!(self.word(item.start), "the" | "The") && item.len() > 1 {
            let inside = item.start + 1..item.end;
            let capital = self.tokens[inside.start].capital;
            let headed = inside.clone().any(|at| is_head(self.word(at)));
            let told = headed && self.word(item.start) == "the" && self.is_epithet(inside.clone());
            let work = self.word(item.start) == "The" && !headed;
            let said = told || !work && self.is_what_he_is(&inside);
            return (capital && said).then(|| bytes(item));
        }
        if self.is_short_form(&self.text[bytes(item.clone())]) {
            return Some(bytes(item));
        }
        let capitals = self.tokens[item.clone()].iter().all(|token| {
            let word = token.of(self.text);
            token.capital || word == "-" || word.len() <= 3 && token.kind == Kind::Word
        });
        let ends = self.tokens[item.end - 1].capital && self.tokens[item.start].capital;
        let named = cued || self.is_unknown(&item) || self.is_head_of(&item);
        (capitals && ends && named).then(|| bytes(item))
    }

    /// Whether one word after "the" says what somebody is called, and not what he was by his people or his office: the Drunkard,
    /// the Delayer, but not the Saxon, the Socialist or the Elector.
    fn is_what_he_is(&self, word: &Range<usize>) -> bool {
        if word.len() != 1 || self.tokens[word.start].kind != Kind::Word {
            return false;
        }
        let (word, is) = (
            self.word(word.start),
            lexicon::know(self.word(word.start)).is,
        );
        let many = word.ends_with('s') && !word.ends_with("ss");
        let kind = ["ist", "crat", "ian", "ese", "ish"]
            .iter()
            .any(|end| word.ends_with(end));
        let ruler = || is_numeral(self.note.names.text(self.spot.tail));
        let other =
            Is::PLACE | Is::GROUP | Is::PEOPLE | Is::THING | Is::FUNCTION | Is::TITLE | Is::ROLE;
        let plain = word.len() >= 4 && !many && !is.intersects(other | Is::NAME);
        plain && !kind || is_head(word) && (ruler() || !is.intersects(Is::TITLE | Is::ROLE))
    }

    /// Whether an item says what its bearer is of something: Maid of Norway, Lion of the North; `Lord of the Rings` is a book.
    fn is_head_of(&self, item: &Range<usize>) -> bool {
        let of = (item.start + 1..item.end).find(|at| self.word(*at) == "of");
        of.is_some_and(|of| is_head(self.word(of - 1)) && !is_office(self.word(item.start)))
    }

    /// The bytes of two words with capitals that no list has and that name nobody else: `Prithvi Singh (Rai Bomora)`.
    fn strange(&self, item: &Range<usize>) -> Option<Range<usize>> {
        let [one, two] = &self.tokens[item.clone()] else {
            return None;
        };
        let is_strange = |token: &Token| {
            let word = token.of(self.text);
            token.kind == Kind::Word
                && token.capital
                && word.len() >= 3
                && !token.shouted
                && lexicon::know(word).is.is_empty()
        };
        let full = self.spot.words > 1 || !self.spot.single;
        (full && is_strange(one) && is_strange(two) && !self.is_anothers(item, true))
            .then_some(one.start as usize..two.end as usize)
    }

    /// Whether somebody else is named in an item.
    fn is_anothers(&self, item: &Range<usize>, cued: bool) -> bool {
        let owner = self.note.people.owners[self.at];
        let after = self.at + 1..self.note.spots.len();
        let mut near = after.take_while(|at| {
            let spot = &self.note.spots[*at];
            spot.block == self.spot.block && spot.tokens.start < item.end
        });
        near.any(|at| {
            let other = self.note.people.owners[at];
            self.note.spots[at].tokens.end > item.start
                && other != owner
                && (other != NO_LIST || !cued && self.note.spots[at].last.intersects(Is::NAME))
        })
    }

    /// Whether a quotation says what somebody is, or is one word that says nothing else: "Hobbe the robber", "Zamba".
    fn is_epithet(&self, tokens: Range<usize>) -> bool {
        let own = &self.tokens[tokens.clone()];
        // "la Pucelle", "el Cuñadísimo"
        let foreign = own.len() == 2
            && matches!(
                self.word(tokens.start),
                "la" | "La" | "el" | "El" | "le" | "Le" | "il" | "Il"
            )
            && self.is_unknown(&(tokens.start + 1..tokens.end));
        let single = own.len() == 1 && self.is_unknown(&tokens) || foreign;
        // Works are "The Prince" and "King Lear".
        let first = lexicon::know(self.word(tokens.start)).is;
        let work = self.word(tokens.start) == "The" || first.contains(Is::TITLE) && own.len() == 2;
        let head = own.iter().any(|token| is_head(token.of(self.text)));
        own.iter().all(|token| token.kind == Kind::Word) && (single || head && !work)
    }

    /// Whether an item is one word with a capital that no list knows.
    fn is_unknown(&self, item: &Range<usize>) -> bool {
        item.len() == 1
            && self.tokens[item.start].kind == Kind::Word
            && self.tokens[item.start].capital
            && self.word(item.start).len() >= 4
            && lexicon::know(self.word(item.start)).is.is_empty()
            // "(Abyssinian)"
            && !self.word(item.start).ends_with("ian")
    }

    /// Whether letters stand for the name before: `H8` for Henry VIII, `MQS` for Mary Queen of Scots, `B-P`, `K. of K.`
    fn is_short_form(&self, letters: &str) -> bool {
        let digits = letters.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let capitals = letters.bytes().filter(u8::is_ascii_uppercase);
        let plain = |byte: u8| byte.is_ascii_uppercase() || b".-& o f".contains(&byte);
        let short = &letters[..letters.len() - digits.len()];
        let n_capitals = capitals.clone().count();
        if letters.len() > 9 || n_capitals == 0 || !short.bytes().all(plain) {
            return false;
        }
        let names = self.note.names;
        let mut initials = names
            .text(self.spot.key)
            .split([' ', '-'])
            .chain(names.text(self.spot.tail).split(' '))
            .filter_map(|word| word.bytes().next())
            .map(|byte| byte.to_ascii_uppercase());
        if !digits.is_empty() {
            let numeral = is_numeral(names.text(self.spot.tail));
            return numeral
                && n_capitals == 1
                && digits.len() <= 2
                && initials.next() == letters.bytes().next();
        }
        // Each capital is an initial, in order.
        n_capitals >= 2
            && capitals
                .into_iter()
                .all(|letter| initials.any(|initial| initial == letter))
    }
}
