//! What is said of whom a line is about further on in it: `**Sand** - a lawyer. "Mad Jack" (so his men)`, `Sand cut the dole
//! (nicknamed Bread Chancellor)`.

use std::ops::Range;

use super::callers::CALLERS;
use super::{After, LONGEST, Taken, is_quote};
use crate::notes::facts::Person;
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::mention::{Note, call};
use crate::notes::people::spot::Gender;
use crate::notes::word_key::{Words, words};

/// Tokens of a line among which a byname is looked for.
const REACH: usize = 64;

/// Names before a byname that are looked at.
const MOST: usize = 8;

/// Tokens of a byname that a line opens with, and of the mark and the title after it, at most.
const OPENING: usize = 8;

/// Words that announce a byname wherever they stand; before "him" and "her" somebody has to call them so, and before "his" and
/// "her" a name and "to" have to stand.
const CUES: Words = words!("nickname nicknamed dubbed known hence him his her");

/// A bit for each letter and mark that a byname may be announced by begins with, and for no letter.
const LETTERS: u32 = 1
    | 1 << (b'n' & 31)
    | 1 << (b'd' & 31)
    | 1 << (b'h' & 31)
    | 1 << (b'k' & 31)
    | 1 << (b'"' & 31)
    | 1 << (b'\'' & 31);

/// Adds the bynames of whom lines are about; gives who is named in one alone.
pub(in super::super) fn add(note: &Note<'_>, people: &mut [Person]) -> Taken {
    let mut taken = Taken::default();
    let mut at = 0;
    while let Some(first) = note.spots.get(at) {
        let own = note.spots[at..].iter();
        let end = at + own.take_while(|spot| spot.block == first.block).count();
        let line = Line {
            note,
            spots: at..end,
            end: usize::MAX,
        };
        let mut found = |person: u32, tokens: Range<usize>| {
            let after = After::of(note, first.block);
            let (start, end) = after.bytes(tokens.start, tokens.end);
            let byname = &after.text[start as usize..end as usize];
            call::add_byname(&mut people[person as usize], byname);
            taken.add(note, first.block, start..end, person);
        };
        if let Some((person, tokens)) = line.byname() {
            let next = line.after().listed(tokens.end);
            found(person, tokens);
            if let Some(next) = next {
                found(person, next);
            }
        }
        if let Some((person, tokens)) = line.opening().or_else(|| line.quoted_opening()) {
            found(person, tokens);
        }
        for (person, tokens) in line.fronts() {
            found(person, tokens);
        }
        for line in line.later() {
            if let Some((person, tokens)) = line.byname() {
                found(person, tokens);
            }
        }
        at = end;
    }
    taken
}

/// A line and the names in it.
struct Line<'n> {
    note: &'n Note<'n>,
    /// Never empty.
    spots: Range<usize>,
    /// The token past its last, if it is but a sentence of its block.
    end: usize,
}

impl Line<'_> {
    /// The first byname after the first name, and whose it is.
    fn byname(&self) -> Option<(u32, Range<usize>)> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let keys = self.note.keys.of_block(first.block);
        // A quick no for most.
        let quotes = block.signs.any(b"\"'") || block.signs.any_wide();
        if !quotes && !block.signs.any(b"(") {
            return None;
        }
        let from = first.tokens.end + 1;
        let near = keys.get(from..keys.len().min(from + REACH).min(self.end))?;
        let label = quotes && (self.end < usize::MAX || block.tokens[0].start == first.start());
        let found = (from..).zip(near).find_map(|(at, key)| {
            if LETTERS >> (*key as u32 & 31) & 1 == 0 {
                return None;
            }
            if !CUES.contains(*key) {
                let quote = quotes && (*key == 0 || words!("\" '").contains(*key));
                let found = if quote { self.quoted(at, label) } else { None }?;
                return Some((self.only(at)?, found, at));
            }
            self.announced(at, label)
        });
        let (person, own, pronoun) = found?;
        let after = self.after();
        let is_other = match self.note.people.clusters[person as usize].gender {
            Gender::He => after.any(pronoun, words!("her she")),
            Gender::She => after.any(pronoun, words!("him his he")),
            Gender::Unknown => false,
        };
        (!is_other).then_some((person, own))
    }

    /// The sentences of the block after its first, lines of a list without bullets among them, that open with a name.
    fn later(&self) -> impl Iterator<Item = Self> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let quotes = block.signs.any(b"\"'") || block.signs.any_wide();
        let sentences = if quotes { &block.sentences[..] } else { &[] };
        sentences.iter().skip(1).filter_map(|sentence| {
            let spots = &self.note.spots[self.spots.clone()];
            let from = spots.partition_point(|spot| spot.tokens.end <= sentence.start);
            let to = spots.partition_point(|spot| spot.tokens.start < sentence.end);
            let opens = spots.get(from)?.start() == block.tokens[sentence.start].start;
            opens.then(|| Self {
                note: self.note,
                spots: self.spots.start + from..self.spots.start + to,
                end: sentence.end,
            })
        })
    }

    /// The byname that the word at `at` announces, whose it is, and the pronoun for whom; `label` says that the line opens with a
    /// name.
    fn announced(&self, at: usize, label: bool) -> Option<(u32, Range<usize>, usize)> {
        let after = self.after();
        let topic = || {
            let owner = self.note.people.owners[self.spots.start];
            Some(owner).filter(|owner| label && *owner != NO_LIST)
        };
        if after.any(at, words!("known")) {
            let own = self.known_as(at)?;
            let told = at > 1 && after.any(at - 2, words!("he she"));
            let person = if told {
                topic()
            } else {
                self.right_before(at).or_else(|| self.only(at))
            };
            return Some((person?, own, at.saturating_sub(2)));
        }
        if after.any(at, words!("his her"))
            && let Some(found) = self.told_to(at)
        {
            return Some((topic().or_else(|| self.only(found.start))?, found, at));
        }
        let found = self.cued(at)?;
        Some((self.only(at)?, found, at))
    }

    /// The tokens of what somebody is called by others, before the "to" that stands before `at`: `"Birdie" to her friends`,
    /// `J.P. to his men`.
    fn told_to(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        let end = at.checked_sub(1)?;
        if after.word(end) != "to" || !after.any(at + 1, CALLERS) {
            return None;
        }
        let close = end.checked_sub(1)?;
        if is_quote(after.word(close)) {
            let mut before = (close.saturating_sub(LONGEST)..close).rev();
            let open = before.find(|at| is_quote(after.word(*at)))?;
            let own = open + 1..close;
            return after.is_name(own.clone()).then_some(own);
        }
        let letter = |at: usize| {
            let token = after.tokens.get(at);
            token.is_some_and(|token| token.capital && token.end - token.start == 1)
        };
        let mut start = end;
        while start >= 2 && after.word(start - 1) == "." && letter(start - 2) {
            start -= 2;
        }
        let apart =
            |at: usize| at == 0 || matches!(after.word(at - 1), "." | ";" | "(" | "," | "-" | "–");
        if end - start >= 4 {
            return apart(start).then_some(start..end);
        }
        let given = lexicon::know(after.word(close)).is.intersects(Is::GIVEN);
        (given && after.tokens[close].capital && apart(close)).then_some(close..end)
    }

    /// The tokens of a byname in quotation marks behind the "known" at `at`, of whom the line is about: `He was known as "the
    /// Butcher"`, `Sand - known to his friends as "Foxy"`.
    fn known_as(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        // "known to his friends as", "known simply as"
        let mut near = at + 1..at + 5;
        let by = near.find(|at| after.word(*at) == "as")?;
        let open = by + 1 + usize::from(after.word(by + 1) == "the");
        let is = |at: usize| after.any(at, words!("was is became"));
        let told = at > 1 && after.any(at - 2, words!("he she")) && is(at - 1);
        // "Sand won, becoming known as the "Iron Lady""
        let becomes = at > 0 && after.any(at - 1, words!("became becomes becoming be"));
        let right_before = !told && self.right_before(at).is_some();
        if !is_quote(after.word(open)) || !told && !becomes && !right_before {
            return None;
        }
        let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
        let own = open + 1..close;
        let named = is_byname(&after, own.clone()) || right_before && after.is_name(own.clone());
        named.then_some(own)
    }

    /// Who is named right before the "known" at `at`, with a mark or a verb and an adverb between: `Sand, affectionately known`.
    fn right_before(&self, at: usize) -> Option<u32> {
        let after = self.after();
        let mut end = at;
        if end > 0
            && (after.word(end - 1).ends_with("ly")
                || after.any(end - 1, words!("also best better")))
        {
            end -= 1;
        }
        if end > 0 && after.any(end - 1, words!("was is became who , - (")) {
            end -= 1;
        }
        let spots = self.spots.clone().take(MOST);
        let mut spots = spots.filter(|spot| self.note.spots[*spot].tokens.end == end);
        let spot = spots
            .next()
            .filter(|spot| !self.note.spots[*spot].possessive)?;
        Some(self.note.people.owners[spot]).filter(|owner| *owner != NO_LIST)
    }

    /// The bynames that cards ask for, and whose they are: `Iron Jane :: Jane Sand`, `"Fox of Ham" :: Sand`.
    fn fronts(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        let first = &self.note.spots[self.spots.start];
        let block = &self.note.document.blocks[first.block];
        let is_card = block.signs.any(b":") && block.text.visible.contains("::");
        let sentences = block.sentences.iter().filter(move |_| is_card);
        sentences.filter_map(|sentence| self.front(sentence.start))
    }

    /// As [`Self::fronts`], of a card that begins at token `from`.
    fn front(&self, from: usize) -> Option<(u32, Range<usize>)> {
        let after = self.after();
        let colon = (from + 1..from + LONGEST + 2).find(|at| after.word(*at).starts_with(':'))?;
        let back = colon + if after.word(colon) == "::" { 1 } else { 2 };
        if back == colon + 2 && after.word(colon + 1) != ":" {
            return None;
        }
        let start = after.tokens.get(back)?.start;
        let spots = &self.note.spots[self.spots.clone()];
        let named = self.spots.start + spots.partition_point(|spot| spot.start() < start);
        if self.note.spots.get(named)?.start() != start || named >= self.spots.end {
            return None;
        }
        let owner = self.note.people.owners[named];
        let quoted =
            is_quote(after.word(from)) && is_quote(after.word(colon - 1)) && colon > from + 2;
        let own = if quoted {
            from + 1..colon - 1
        } else {
            from..colon
        };
        let the = matches!(after.word(own.start), "the" | "The");
        let own = own.start + usize::from(the)..own.end;
        let told = after.is_epithet(own.clone())
            || after.is_name(own.clone()) && after.has_head(own.clone());
        let named = told || own.len() == 2 && self.is_another(&after, own.clone());
        (owner != NO_LIST && named).then_some((owner, own))
    }

    /// Whether two words are a plain one and a well-known surname: Frontier Gandhi.
    fn is_another(&self, after: &After<'_>, tokens: Range<usize>) -> bool {
        let is = |at: usize| lexicon::know(after.word(at)).is;
        after.is_name(tokens.clone())
            && is(tokens.end - 1).contains(Is::KNOWN)
            && !is(tokens.start).intersects(Is::NAME | Is::TITLE | Is::FUNCTION)
    }

    /// The tokens of a byname that the word at `at` announces: `(nicknamed Iron Jane)`.
    fn cued(&self, at: usize) -> Option<Range<usize>> {
        let after = self.after();
        let before = at.checked_sub(1)?;
        let the = usize::from(after.word(at + 1) == "the");
        let nickname = after.any(at, words!("nickname"));
        let said = if after.any(at, words!("him her")) {
            after.any(before, super::CALLS) && is_quote(after.word(at + 1 + the))
        } else if after.any(at, words!("hence")) {
            is_quote(after.word(at + 1 + the))
        } else {
            // "Her nickname was", "earned the nickname"
            words!("( . ; , : was is got gets been also").contains(after.keys[before])
                || nickname && after.any(before, words!("the hence thus his her"))
        };
        let verb = nickname && after.any(at + 1, words!("was is ="));
        let open = at + 1 + usize::from(verb || after.word(at + 1) == ":");
        let open = open + usize::from(after.word(open) == "the");
        let own = if is_quote(after.word(open)) {
            let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
            open + 1..close
        } else {
            open..after.capitals(open)
        };
        let named = !own.is_empty()
            && (after.is_name(own.clone())
                || after.is_phrase(own.clone())
                || after.is_small_phrase(own.clone()));
        // What is said to be a nickname is one, whatever it says.
        let quoted = || nickname && is_quote(after.word(open));
        (said && named && (quoted() || is_somebodys(&after, own.clone()))).then_some(own)
    }

    /// The tokens of a byname that stands in quotation marks at `at`, as a sentence or in a cell of its own.
    fn quoted(&self, at: usize, label: bool) -> Option<Range<usize>> {
        let after = self.after();
        let block = &self.note.document.blocks[self.note.spots[self.spots.start].block];
        let ends_before = |at: usize| {
            matches!(after.word(at), "." | ";" | "|" | "!")
                || label && after.tokens[at].kind == Kind::Arrow
        };
        // "Sand: a lawyer, "Mad Jack"", where the line is about Sand.
        let item = label
            && at - 1 > self.note.spots[self.spots.start].tokens.end
            && matches!(after.word(at - 1), "," | ":" | "-" | "–" | "—");
        // "Sand, the so-called "Iron Lady""
        let so_called = || {
            after.any(at - 1, words!("so-called"))
                || after.word(at - 1) == "called" && at > 2 && after.word(at - 2) == "-"
        };
        let apart = item
            || so_called()
            || matches!(block.kind, BlockKind::Row | BlockKind::Code)
            || ends_before(at - 1);
        // "Sand fell at Ham. ("the lion of Ham")"
        let bracket = at > 1 && after.word(at - 1) == "(" && ends_before(at - 2);
        if !apart && !bracket || !is_quote(after.word(at)) {
            return None;
        }
        let close = (at + 2..=at + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
        let own = at + 1..close;
        let ends = match after.word(close + 1) {
            ")" => bracket,
            "" | "." | "," | ";" | "(" | "|" => true,
            "-" | "–" | "—" => item,
            "to" | "as" | "in" | "at" => after.past_callers(close + 1).is_some(),
            // The line ends.
            _ => {
                let start = |sentence: &Range<usize>| sentence.start;
                item && block
                    .sentences
                    .binary_search_by_key(&(close + 1), start)
                    .is_ok()
            }
        };
        let told = || after.past_callers(close + 1).is_some();
        let said = || label || self.is_so_called(&after, close + 1) || told();
        let small = || after.is_small_phrase(own.clone()) || after.is_small_epithet(own.clone());
        let named = || {
            is_byname(&after, own.clone())
                || self.is_explained(&after, own.clone())
                || item && small()
                || after.is_name(own.clone()) && told()
        };
        (ends && said() && named()).then_some(own)
    }

    /// The byname that the line opens with, before a dash or a bracket and whose it is: `Frog King – Baldwin`, `The Lion of Ham (Sand)`.
    fn opening(&self) -> Option<(u32, Range<usize>)> {
        let mut near = self.spots.clone().take(3);
        let named = near.find(|at| {
            let start = self.note.spots[*at].tokens.start;
            (3..=OPENING).contains(&start) && self.note.people.owners[*at] != NO_LIST
        })?;
        let (first, owner) = (&self.note.spots[named], self.note.people.owners[named]);
        let after = self.after();
        let start = after
            .tokens
            .partition_point(|token| token.start < first.start());
        let mark = start.checked_sub(1)?;
        let from = usize::from(after.any(0, words!("the")));
        let set_off = after.word(mark) == "(" || after.is_dash(mark) || after.word(mark) == "=";
        if !set_off || mark < from + 2 {
            return None;
        }
        let own = from..mark;
        let called = after.is_kind_of_head(&own) || after.is_head_of(&own);
        (called && !first.possessive).then_some((owner, own))
    }

    /// The byname in quotation marks that the line opens with, before a comma or a verb and whose it is: `The "Iron Lady", Sand,
    /// won`, `"Raven" was really Sand`.
    fn quoted_opening(&self) -> Option<(u32, Range<usize>)> {
        let block = &self.note.document.blocks[self.note.spots[self.spots.start].block];
        if !block.signs.any(b"\"'") && !block.signs.any_wide() {
            // A quick no for most.
            return None;
        }
        let after = self.after();
        let open = usize::from(after.any(0, words!("the agent")));
        if !is_quote(after.word(open)) {
            return None;
        }
        let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
        let own = open + 1..close;
        let mark = close + 1;
        let really =
            after.any(mark, words!("was is")) && after.any(mark + 1, words!("really actually"));
        let agent = after.any(0, words!("agent")) && after.any(mark, words!("was is ="));
        let comma = after.word(mark) == "," && is_byname(&after, own.clone());
        if !(really || agent || comma) || !after.is_name(own.clone()) {
            return None;
        }
        let start = after.tokens.get(mark + 1 + usize::from(really))?.start;
        let at = self
            .spots
            .clone()
            .find(|at| self.note.spots[*at].start() == start)?;
        let owner = self.note.people.owners[at];
        (owner != NO_LIST && !self.note.spots[at].possessive).then_some((owner, own))
    }

    /// Whether a bracket after the quotation of one word says what it means: `→ "Cessator" (the Delayer)`.
    fn is_explained(&self, after: &After<'_>, own: Range<usize>) -> bool {
        let bracket = own.end + 1;
        own.len() == 1
            && after.tokens[own.start].capital
            && after.word(bracket) == "("
            && after.word(bracket + 1) == "the"
            && after.word(bracket + 3) == ")"
            && is_head(after.word(bracket + 2))
    }

    /// Whether a bracket at `at` says that somebody called whom the line is about so: `(the press called her that)`.
    fn is_so_called(&self, after: &After<'_>, at: usize) -> bool {
        after.word(at) == "("
            && (at + 1..at + 8).any(|at| {
                after.any(at, super::CALLS)
                    && after.any(at + 1, words!("him her"))
                    && after.any(at + 2, words!("that so this"))
            })
    }

    fn after(&self) -> After<'_> {
        After::of(self.note, self.note.spots[self.spots.start].block)
    }

    /// The one person whom the line names before token `at`, but for who calls somebody so: `Sand calls her "butcher of Ham"`.
    fn only(&self, at: usize) -> Option<u32> {
        let after = self.after();
        let calls = after.any(at, words!("him her")) && after.any(at - 1, super::CALLS);
        let caller = if calls { at - 1 } else { usize::MAX };
        let before = self.spots.clone().take(MOST);
        let mut before = before
            .filter(|spot| self.note.spots[*spot].tokens.end <= at)
            .filter(|spot| self.note.spots[*spot].tokens.end != caller)
            .map(|spot| self.note.people.owners[spot])
            .filter(|owner| *owner != NO_LIST);
        let first = before.next()?;
        before.all(|owner| owner == first).then_some(first)
    }
}

/// Whether a quotation looks like what a person is called.
pub(super) fn is_byname(after: &After<'_>, own: Range<usize>) -> bool {
    let byname = after.is_old(own.clone())
        || after.is_epithet(own.clone())
        || after.is_phrase(own.clone())
        || after.is_name(own.clone()) && after.has_head(own.clone());
    byname && is_somebodys(after, own)
}

/// Whether the words of a byname say that it is a person's: Mad Jack, Bread Chancellor, Black Baron.
fn is_somebodys(after: &After<'_>, tokens: Range<usize>) -> bool {
    let old = after.is_old(tokens.clone());
    old || tokens.into_iter().any(|at| {
        let word = after.word(at);
        let is = lexicon::know(word).is;
        is_head(word) || is.intersects(Is::GIVEN | Is::EPITHET)
    })
}
