//! What a bracket right after a name says that its bearer is called: `Darius III (Codomannus, D3)`, `(call sign Chaika, "Seagull")`.

mod looks;

use std::ops::Range;

use super::bynames::is_quote;
use super::{Note, call};
use crate::notes::facts::Person;
use crate::notes::lex::{Kind, Token};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::NO_LIST;
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
const FILLERS: Words = words!(
    "a as baptismal better birth call code full later monastic monk orig original papal pen real regnal religious stage temple then throne"
);

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
}
