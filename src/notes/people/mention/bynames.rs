//! Bynames that no list knows: `aka "the Incorruptible"`, `known as the Lady with the Lamp`, `("Oppie")`.

mod callers;
mod equated;
mod looks;
mod openings;
mod taken;
mod under;

use super::{Note, Place, call};
use crate::notes::facts::Person;
use crate::notes::lex::Token;
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::{NO_LIST, is_numeral};
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{Words, words};

/// Tokens of a byname, at most.
const LONGEST: usize = 6;

/// Adds what the words right after a name say that its bearer is called; gives who is named in such a byname alone.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) -> Taken {
    let mut taken = Taken::default();
    for (at, spot) in note.spots.iter().enumerate() {
        let owner = note.people.owners[at];
        if owner == NO_LIST || spot.possessive {
            continue;
        }
        let is_equated = note.document.blocks[spot.block].signs.any(b"=");
        if !is_equated && !may_tell(note.keys.of_block(spot.block), spot.tokens.end) {
            continue;
        }
        let after = After::of(note, spot.block);
        if is_equated {
            after.equated(note, spot, |byname| {
                call::add_byname(&mut people[owner as usize], byname);
            });
        }
        if let Some(origin) = after.origin(note, at) {
            call::add_alias(&mut people[owner as usize], origin);
        }
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
        if named && !epithet {
            continue;
        }
        let called = &mut people[owner as usize];
        let byname = &after.text[start as usize..end as usize];
        if after.word(spot.tokens.end) == "/" {
            call::add_alias(called, byname);
        } else {
            call::add_byname(called, byname);
        }
        if let Some(whole) = after.with_quotation(spot, start, end) {
            call::add_alias(called, whole);
        }
        // Sand is somebody, of "Sand's bulldog".
        if named && !byname.contains("'s ") && !byname.contains("’s ") {
            taken.add(note, spot.block, start..end, owner);
        }
        let close = after.tokens.partition_point(|token| token.start < end);
        if let Some(next) = after.listed(close) {
            let (start, end) = after.bytes(next.start, next.end);
            call::add_byname(called, &after.text[start as usize..end as usize]);
            taken.add(note, spot.block, start..end, owner);
        }
    }
    taken
}

/// Offices say what somebody is of something, and are no bynames.
pub(super) use equated::is_office;
/// Adds what lines say of whom they are about, further on.
pub(super) use openings::add as add_of_lines;
pub(super) use taken::Taken;
/// Adds what the first line under a heading says of whom the heading names.
pub(super) use under::add as add_under_headings;

/// Adds what statements with a pronoun say that whom it means is called: `Known as the "Virgin Queen", she never married`,
/// `She was called "Good Queen Bess"`.
pub(super) fn add_of_pronouns(note: &Note<'_>, pronouns: &[Place], people: &mut [Person]) {
    for place in pronouns {
        let after = After::of(note, place.block);
        let Some(statement) = place.statement.map(|at| &note.document.statements[at]) else {
            continue;
        };
        let mut opens = [statement.tokens.start, place.token + 1].into_iter();
        let cue = opens.find_map(|at| after.cue(at));
        // "The soldiers called him Old Fritz."
        let is_object = || place.token > 0 && after.any(place.token - 1, CALLS);
        let cue = cue.or_else(|| is_object().then_some(place.token + 1));
        // "at court she was "the Ostwick Woman""
        let is_was = || {
            let was = place.token + 1;
            after.any(was, words!("was is became")) && is_quote(after.word(was + 1))
        };
        let was = if cue.is_none() && is_was() {
            let called = after.called(place.token + 2);
            called.filter(|(start, end)| {
                after.is_phrase(*start..*end) || openings::is_byname(&after, *start..*end)
            })
        } else {
            None
        };
        if let Some((start, end)) = cue.and_then(|at| after.called(at)).or(was) {
            let (start, end) = after.bytes(start, end);
            let byname = &after.text[start as usize..end as usize];
            call::add_byname(&mut people[place.person], byname);
        }
    }
}

/// What a quotation after the sign at `at` says that whom the letter before it means is called: `says S = "butcher of Ham"`.
pub(super) fn equated_at<'n>(note: &'n Note<'_>, block: usize, at: usize) -> Option<&'n str> {
    let after = After::of(note, block);
    if after.word(at) != "=" || !is_quote(after.word(at + 1)) {
        return None;
    }
    let open = at + 1;
    let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(after.word(*at)))?;
    let own = open + 1..close;
    let named = openings::is_byname(&after, own.clone())
        || after.is_small_epithet(own.clone())
        || after.is_small_phrase(own);
    let (start, end) = after.bytes(open + 1, close);
    named.then(|| &after.text[start as usize..end as usize])
}

/// Words before whom somebody calls something.
const CALLS: Words =
    words!("called calls call nicknamed dubbed christened labelled labeled branded");

/// Words that what somebody is called may begin with, after a word or a mark.
const OPENERS: Words = words!(
    "became was is gets got whom who also better later often usually popularly sometimes known called aka nicknamed nickname dubbed alias real birth stage temple pen code codename styled a"
);

/// Words for a name in another tongue.
const SPELLINGS: Words = words!("spelling form name version");

/// Those of them that may stand right after a name.
const NEXT: Words = words!(
    "became was gets got whom who also better known called aka nicknamed nickname dubbed alias real birth styled a"
);

/// Whether the words from `at` on, with these keys, may say what somebody is called: a quick no for most names.
fn may_tell(keys: &[u128], at: usize) -> bool {
    let is_of = |at: usize| keys.get(at).is_some_and(|key| words!("of").contains(*key));
    // A quotation mark may have no key.
    let may_open = |key: u128| key == 0 || MARKS.contains(key) || NEXT.contains(key);
    keys.get(at).is_some_and(|key| may_open(*key)) || is_of(at) || is_of(at + 1)
}

/// Marks that may stand right after a name and before what its bearer is called.
const MARKS: Words = words!("( , = \" ' - /");

/// What stands between a name and the quotation of a byname.
#[derive(Clone, Copy)]
struct Led {
    /// A dash, a comma, a bracket or "=".
    mark: bool,
    /// A dash.
    dash: bool,
    /// "The".
    the: bool,
    /// Words such as "called".
    cue: bool,
}

/// The tokens of a block.
struct After<'n> {
    text: &'n str,
    tokens: &'n [Token],
    /// The key of each.
    keys: &'n [u128],
}

impl<'n> After<'n> {
    fn of(note: &'n Note<'_>, block: usize) -> Self {
        let own = &note.document.blocks[block];
        Self {
            text: &own.text.visible,
            tokens: &own.tokens,
            keys: note.keys.of_block(block),
        }
    }

    /// Whether one of `words` stands at `at`, whatever its capitals.
    #[inline]
    fn any(&self, at: usize, words: Words) -> bool {
        self.keys.get(at).is_some_and(|key| words.contains(*key))
    }

    /// Whether "of" stands at `at`.
    #[inline]
    fn is_of(&self, at: usize) -> bool {
        self.any(at, words!("of")) && self.word(at) == "of"
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether the token at `at` may open a byname: a quick no for most.
    fn may_tell(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        match self.text.as_bytes()[token.start as usize] {
            b'(' | b',' | b'=' | b'"' | b'\'' | 0xe2 => true,
            b'-' | b'/' => self.may_go_on(at + 1),
            b'a'..=b'z' => self.any(at, NEXT),
            _ => false,
        }
    }

    /// The bytes of a byname after `spot`, and whether it is an epithet in brackets.
    fn byname(&self, note: &Note<'_>, spot: &Spot) -> Option<(u32, u32, bool)> {
        let of_place = self.of_place(spot).or_else(|| self.peerage(spot));
        let of_place = of_place.or_else(|| self.lordship(spot));
        if of_place.is_some() {
            return of_place;
        }
        let mut at = spot.tokens.end;
        if !self.may_tell(at) {
            return None;
        }
        // "Babur (r. 1526–30), called": what the bracket counts is passed over.
        at = self.past_years(at);
        let dash = self.is_dash(at);
        let mark = dash || matches!(self.word(at), "(" | "," | "=");
        at += usize::from(mark);
        // "Hood - Robin Rebel - robbed the rich"
        if dash && self.is_dash(at + 2) && self.is_epithet(at..at + 2) {
            let (start, end) = self.bytes(at, at + 2);
            return Some((start, end, true));
        }
        // "Carlos – El Caudillo"
        if mark && self.any(at, words!("il el la le der")) && is_head(self.word(at + 1)) {
            let (start, end) = self.bytes(at, at + 2);
            let capital = |at: usize| self.tokens.get(at).is_some_and(|token| token.capital);
            let alone = capital(at) && capital(at + 1) && !capital(at + 2);
            return alone.then_some((start, end, true));
        }
        // "Ivan the Fearful/the Meek"
        if self.word(at) == "/" && self.word(at + 1) == "the" {
            let end = self.capitals(at + 2);
            let (start, past) = self.bytes(at + 1, end.max(at + 2));
            return (end == at + 3 && !spot.tail.is_none()).then_some((start, past, true));
        }
        let cue = self.cue(at);
        let told = cue.is_some() && (mark || self.is_told(at));
        at = cue.unwrap_or(at);
        let article = self.word(at).eq_ignore_ascii_case("the");
        let the = usize::from(article && (cue.is_some() || is_quote(self.word(at + 1))));
        if is_quote(self.word(at + the)) {
            let led = Led {
                mark,
                dash,
                the: the == 1,
                cue: cue.is_some(),
            };
            return self.quoted(note, spot, at + the, led);
        }
        if cue.is_none() && at > 0 && self.word(at - 1) == "(" {
            return self.in_brackets(note, spot, at);
        }
        // "Tilak, whom his friends called Lokmanya", "Litster called himself King of the Commons"
        if the == 0 && told {
            let end = self.capitals(at);
            if end == at || self.word(end).ends_with('s') {
                return None;
            }
            let (start, past) = self.bytes(at, end);
            return Some((start, past, self.is_old(at..end)));
        }
        if the == 1 && cue.is_some() {
            let end = self.capitals(at + 1);
            let (start, past) = self.bytes(at, end.max(at + 1));
            return (end > at + 1).then_some((start, past, false));
        }
        None
    }

    /// What stands in the quotation that opens at `open`, behind what leads to it.
    fn quoted(
        &self,
        note: &Note<'_>,
        spot: &Spot,
        open: usize,
        Led {
            mark,
            dash,
            the,
            cue,
        }: Led,
    ) -> Option<(u32, u32, bool)> {
        let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(self.word(*at)))?;
        // `("the Delayer")`, `("Iron Felix")`; a work has a capital: `("The Prince")`.
        let epithet = self.is_epithet(open + 1..close);
        let byname = self.word(open + 1) == "the" || epithet;
        let called = || open > 0 && self.is_called_before(spot);
        // `Ptolemy VIII ("Physcon" = fatty)`, `Tipu Sultan "Tiger of Mysore"`.
        let single =
            close == open + 2 && !spot.tail.is_none() && is_numeral(note.names.text(spot.tail));
        let equal = mark && self.word(open - 1 - usize::from(the)) == "=";
        let capital = self.tokens.get(open + 1).is_some_and(|token| token.capital);
        let phrase = self.is_phrase(open + 1..close)
            || close == open + 2 && self.is_compound(open + 1)
            || self.is_foreign(open + 1..close)
            || self.is_follower(open + 1..close)
            || (mark || cue) && self.is_small_epithet(open + 1..close)
            || (mark || cue || capital) && self.is_small_phrase(open + 1..close);
        let said = phrase
            || self.is_name(open + 1..close)
                && (cue
                    || equal
                    || mark && (the || self.has_head(open + 1..close))
                    || mark && self.is_title_of(open + 1)
                    || dash && self.is_old(open + 1..close)
                    || called()
                    || !mark && close == open + 2 && self.is_byname_of_given(spot, open + 1)
                    || !mark && byname && !epithet
                    || !mark && self.is_of_a_place(open + 1..close)
                    || !mark && close > open + 3 && self.has_head(open + 1..open + 2)
                    || close == open + 3 && self.is_other_byname(note, spot, open + 1)
                    || mark && (byname || single || self.is_akin(note, spot, open + 1..close)));
        let (start, end) = self.bytes(open + 1, close);
        let set_off = phrase || the || equal || self.has_head(open + 1..close);
        said.then_some((start, end, epithet || set_off))
    }

    /// `Harald Hardrada of Norway`, `William duke of Normandy`: the bytes of all of it, and that it is an epithet.
    fn of_place(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        let plain = spot.words > 1 && spot.tail.is_none() && !spot.after_article;
        // "Rodmar of Ostwick", whom no list knows
        let stranger = || {
            !spot.first.intersects(Is::OTHER | Is::GIVEN)
                && spot.single
                && !spot.after_article
                && self.is_nowhere(at + 1)
        };
        // "John Halden of Overhouse"
        let full = || plain && spot.first.intersects(Is::GIVEN) && self.is_nowhere(at + 1);
        if self.is_of(at) && (plain && self.is_place(at + 1) || full() || stranger()) {
            return Some((spot.bytes.start, self.tokens[at + 1].end, true));
        }
        if !spot.tail.is_none() || !self.is_of(at + 1) || !self.is_small_title(at) {
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

    /// Whether capitals at `at` may stand for a name: they begin as it begins, or end as its surname begins.
    fn are_letters(&self, note: &Note<'_>, spot: &Spot, at: usize) -> bool {
        let letters = self.word(at).to_ascii_lowercase();
        let shouted = self.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
        let begins = |name| note.names.text(name).as_bytes().first().copied();
        (2..=4).contains(&letters.len())
            && shouted
            && (begins(note.names.first(spot.key)) == letters.bytes().next()
                || begins(note.names.last(spot.key)) == letters.bytes().last())
    }

    /// `George Villiers, duke of Buckingham`, `Thomas Percy (earl of Northumberland)`, `Elizabeth Barton, the Nun of Kent`: the
    /// bytes of the title, and that it is an epithet.
    fn peerage(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        if !self.any(at, words!(", (")) || !self.is_of(at + 2) && !self.is_of(at + 3) {
            return None;
        }
        let the = usize::from(self.word(at + 1) == "the");
        let title = at + 1 + the;
        let token = self.tokens.get(title)?;
        let cue = lexicon::know(token.of(self.text)).cue;
        let peer = cue.contains(Cue::PEER);
        let headed = the == 1 && token.capital && is_head(token.of(self.text));
        if self.word(title + 1) != "of" {
            return None;
        }
        let end = self.capitals(title + 2);
        // "Margaret, Maid of Ostwick"
        let told = || self.is_head_of(&(title..end));
        if !(headed || peer && !token.capital || told()) {
            return None;
        }
        let (start, past) = self.bytes(title, end.max(title + 1));
        (end > title + 2).then_some((start, past, true))
    }

    /// `Ferdinand, Lord Foss`, where no list of people goes on: the bytes of all of it.
    fn lordship(&self, spot: &Spot) -> Option<(u32, u32, bool)> {
        let at = spot.tokens.end;
        if !spot.single
            || !self.any(at, words!(","))
            || !self.any(at + 1, words!("lord lady baron baroness viscount"))
            || !spot.first.intersects(Is::GIVEN)
        {
            return None;
        }
        let end = self.capitals(at + 1);
        let next = self.tokens.get(end + 1);
        let listed = self.any(end, words!("and & /"))
            || self.word(end) == "," && next.is_some_and(|next| next.capital);
        let past = self.tokens.get(end.checked_sub(1)?)?.end;
        (end == at + 3 && !listed).then_some((spot.bytes.start, past, true))
    }

    /// The tokens of what somebody is called, at `at`: in quotation marks, or "the" and words with capitals.
    fn called(&self, at: usize) -> Option<(usize, usize)> {
        let the = usize::from(self.word(at).eq_ignore_ascii_case("the"));
        let open = at + the;
        if is_quote(self.word(open)) {
            let close = (open + 2..=open + 1 + LONGEST).find(|at| is_quote(self.word(*at)))?;
            let inside = open + 1..close;
            let said = self.is_name(inside.clone()) || self.is_phrase(inside);
            return said.then_some((open + 1, close));
        }
        let end = self.capitals(open);
        (the == 1 && end > open).then_some((at, end))
    }

    /// The token after words that say what somebody is called.
    fn cue(&self, at: usize) -> Option<usize> {
        if !self.any(at, OPENERS) {
            // "Carolus (Czech spelling Karel)"
            let tongue =
                self.any(at + 1, SPELLINGS) && lexicon::know(self.word(at)).is.contains(Is::PEOPLE);
            return tongue.then_some(at + 2);
        }
        let at = at
            + usize::from(matches!(
                self.word(at),
                "became" | "was" | "is" | "gets" | "got"
            ));
        // "whom his fans called"
        let whom = matches!(self.word(at), "whom" | "who");
        let at = match whom
            .then(|| (at + 1..at + 5).find(|at| matches!(self.word(*at), "called" | "nicknamed")))
        {
            Some(Some(called)) => called,
            Some(None) => return None,
            None => at,
        };
        let often = usize::from(matches!(
            self.word(at),
            "also" | "better" | "later" | "often" | "usually" | "popularly" | "sometimes"
        ));
        let at = at + often;
        match self.word(at) {
            "known" | "Known" if self.word(at + 1) == "as" => Some(at + 2),
            "called" | "styled" if matches!(self.word(at + 1), "himself" | "herself") => {
                Some(at + 2)
            }
            "aka" | "called" | "nicknamed" | "nickname" | "dubbed" | "alias" | "codename" => {
                Some(at + 1)
            }
            "real" | "birth" | "stage" | "temple" | "pen" | "code"
                if self.word(at + 1) == "name" =>
            {
                Some(at + 2)
            }
            "a" if self.word(at + 1) == "."
                && self.word(at + 2) == "k"
                && self.word(at + 4) == "a" =>
            {
                Some(at + 5 + usize::from(self.word(at + 5) == "."))
            }
            _ => None,
        }
    }
}

/// Whether a token is a quotation mark.
pub(super) fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "'" | "‘" | "’")
}
