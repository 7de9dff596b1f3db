//! Where a run goes on after a word: particles, epithets, origins, nicknames.

use super::words::{is_numeral, roman, without_possessive};
use super::{Piece, Runs, Shape};
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::word_key::words;

impl Runs<'_> {
    /// Where the run goes on after the piece that ends before `at`, if it does.
    pub(super) fn follow(&mut self, at: usize) -> Option<usize> {
        let next = *self.tokens.all.get(at)?;
        let last = *self.pieces.last()?;
        let goes_on = match next.kind {
            Kind::Word => next.spaced || last.shape == Shape::Initial,
            Kind::Punct => true,
            Kind::Number if last.cue.contains(Cue::REGNAL) => return self.number(at),
            Kind::Number | Kind::Arrow => false,
        };
        if !goes_on
            || self.tokens.is_parted(at) && !self.is_byname(at, &last) && !self.is_generation(at)
            || self.is_broken(at, &last)
            || self.is_street(at)
            || matches!(last.shape, Shape::Epithet | Shape::Origin)
        {
            return None;
        }
        if next.kind == Kind::Punct {
            return self.follow_mark(at, self.tokens.word(at), next.spaced);
        }
        if self.tokens.is_capital(at) {
            return self.follow_capital(at, &last);
        }
        if !next.spaced {
            None
        } else if self.tokens.is(at, "the") {
            self.epithet(at)
        } else if self.tokens.is(at, "of") {
            self.origin(at)
        } else if self.tokens.is_particle(at)
            || self.tokens.is_article(at)
            || next.end - next.start == 2 && self.is_odd_particle(at, &last)
        {
            self.particles(at)
        } else {
            self.is_small_surname(at).then_some(at)
        }
    }

    /// Whether the small word at `at` stands between two names as in Minamoto **no** Tadamichi, Thomas **à** Kempis.
    #[inline(never)]
    fn is_odd_particle(&self, at: usize, last: &Piece) -> bool {
        self.tokens.is(at, "no") && self.is_japanese(at, last) || self.tokens.word(at) == "à"
    }

    /// Whether the "no" at `at` stands between a family and a given name that no list has for a word: Minamoto no Tadamichi.
    fn is_japanese(&self, at: usize, last: &Piece) -> bool {
        let other = Is::OTHER | Is::ACT | Is::HUMAN;
        last.is.contains(Is::FAMILY)
            && self.tokens.is_capital(at + 1)
            && !self.tokens.known(at + 1).is.intersects(other)
    }

    /// Takes the number at `at` of the ruler whose name stands before it: Henry **8** was fat; Louis **14**'s palace.
    #[inline(never)]
    fn number(&mut self, at: usize) -> Option<usize> {
        let next = self.tokens.all.get(at + 1);
        let goes_on = match next.map(|next| next.kind) {
            None => true,
            Some(Kind::Arrow) => true,
            Some(Kind::Number) => false,
            Some(Kind::Word) => {
                let known = self.tokens.known(at + 1);
                !self.tokens.is_capital(at + 1)
                    && (known.is.intersects(Is::ACT | Is::HUMAN | Is::FATE)
                        || self
                            .tokens
                            .any(at + 1, words!("and or but was is had has did vs v who s")))
            }
            Some(Kind::Punct) => {
                let number = self.tokens.all.get(at + 2);
                matches!(
                    self.tokens.word(at + 1),
                    "," | ";" | ")" | "(" | "." | "!" | "?" | "=" | "|" | "'" | "’"
                ) && number.is_none_or(|number| number.spaced || number.kind == Kind::Word)
            }
        };
        let alone = self.pieces.iter().all(|piece| piece.shape == Shape::Word);
        if goes_on
            && alone
            && self.tokens.all[at].spaced
            && roman(self.tokens.word(at)).is_some()
            && !self.is_broken(at, &self.pieces[self.pieces.len() - 1])
        {
            self.add(Shape::Numeral, (at, at + 1), Is::empty());
            self.at = at + 1;
            let mark = matches!(self.tokens.word(at + 1), "'" | "’");
            if mark
                && self.tokens.is(at + 2, "s")
                && let Some(last) = self.pieces.last_mut()
            {
                last.possessive = true;
                self.at = at + 3;
            }
        }
        None
    }

    /// Whether "the younger" or "the elder", set off, begins at `at`: Cato **the Elder**.
    fn is_generation(&self, at: usize) -> bool {
        self.tokens.is(at, "the")
            && matches!(
                self.tokens.word(at + 1),
                "younger" | "Younger" | "elder" | "Elder"
            )
    }

    /// Whether one unknown word, set off, follows a ruler's numeral: Antigonus II **Gonatas**.
    fn is_byname(&self, at: usize, last: &Piece) -> bool {
        last.shape == Shape::Numeral
            && self.tokens.is_capital(at)
            && !self.tokens.is_capital(at + 1)
            && self.tokens.known(at).is.is_empty()
    }

    /// Where the run goes on after the piece `last`, which the word with a capital at `at` follows.
    fn follow_capital(&mut self, at: usize, last: &Piece) -> Option<usize> {
        let word = self.tokens.word(at);
        let rays = word == "X" && self.tokens.word(at + 1).starts_with("ray");
        if rays || word.ends_with(|letter: char| letter.is_ascii_digit()) {
            // "Hist A2", "Röntgen X rays": no name has a number in it.
            return None;
        }
        if last.is.is_empty() && self.is_owner(at) {
            return None;
        }
        if matches!(word, "The" | "THE") {
            return self.epithet(at);
        }
        if word == "Of" {
            return self.origin(at);
        }
        if self.is_past_a_compound(at, last) {
            return None;
        }
        if self.is_realm(at) {
            return self.realm(at);
        }
        if self.is_versus(at, last) {
            self.at = at + 1;
            return None;
        }
        (!self.is_verb_of_heading(at)).then_some(at)
    }

    /// Whether the name that begins at `at` is another than the one before it, of which a compound is made: "pro-Chiang Mao Renfeng".
    fn is_past_a_compound(&self, at: usize, last: &Piece) -> bool {
        let start = last.tokens.0;
        self.pieces.len() == 1
            && start > 1
            && self.tokens.is_capital(at + 1)
            && self.tokens.is(start - 1, "-")
            && self.tokens.is_glued(start)
            && self.tokens.is_glued(start - 1)
            && self
                .tokens
                .any(start - 2, words!("anti pro non ex post pre"))
            && self.tokens.known(at).is.intersects(Is::NAME)
    }

    /// Whether the word before `at` is a well-known name's possessive without its apostrophe: "Cromwells Ironsides".
    fn is_owner(&self, at: usize) -> bool {
        let Some(bare) = self.tokens.word(at - 1).strip_suffix('s') else {
            return false;
        };
        let is_name = |is: Is| is.contains(Is::KNOWN);
        bare.len() >= 4
            && !self.tokens.known(at).is.intersects(Is::NAME)
            && is_name(lexicon::know(bare).is)
    }

    /// Whether a V stands between two names: Hoover V Roosevelt, but not Henry V.
    fn is_versus(&self, at: usize, last: &Piece) -> bool {
        self.tokens.is(at, "V")
            && !last.cue.contains(Cue::REGNAL)
            && self.tokens.is_capital(at + 1)
            && self
                .tokens
                .known(at + 1)
                .is
                .intersects(Is::KNOWN | Is::SURNAME)
    }

    /// Whether a verb has a capital because all words of a heading have one: "Hitler Becomes Chancellor".
    fn is_verb_of_heading(&self, at: usize) -> bool {
        if self.tokens.block().kind != BlockKind::Heading {
            return false;
        }
        let known = self.tokens.known(at);
        let verb = known.cue.contains(Cue::AUXILIARY) || known.is.contains(Is::ACT);
        verb && !known.is.intersects(Is::NAME)
    }

    /// Where the run goes on after the mark at `at`.
    fn follow_mark(&mut self, at: usize, mark: &str, spaced: bool) -> Option<usize> {
        match mark {
            "\"" | "“" | "'" | "‘" if spaced => self.nickname(at),
            "(" if spaced => self.short_form(at),
            "," if self.is_realm(at + 1) => self.realm(at + 1),
            "," if matches!(self.tokens.word(at + 1), "Jr" | "Sr") => {
                self.at = at + 2 + usize::from(self.tokens.is_stop(at + 2));
                None
            }
            _ => None,
        }
    }

    /// `von`, `van der`, `de la`, `al-`: one or two lower-case particles before a capital.
    fn particles(&mut self, at: usize) -> Option<usize> {
        let mut end = at + 1;
        if self.tokens.is_particle(end) && !self.tokens.is_capital(end) {
            end += 1;
        }
        // Catherine de' Medici.
        end += usize::from(matches!(self.tokens.word(end), "'" | "’") && self.tokens.is_glued(end));
        let glued = self.tokens.word(end) == "-"
            && self.tokens.is_glued(end)
            && self.tokens.is_glued(end + 1);
        let name = end + usize::from(glued);
        if !self.tokens.is_capital(name) || (!glued && self.tokens.is_glued(name)) {
            return None;
        }
        self.add(Shape::Particle, (at, name), Is::empty());
        Some(name)
    }

    /// `the Great`, `The Younger`.
    fn epithet(&mut self, at: usize) -> Option<usize> {
        let named = self.pieces.iter().any(|piece| {
            piece.is.intersects(Is::GIVEN | Is::KNOWN) || !piece.is.intersects(Is::OTHER)
        });
        let (word, known) = self.tokens.know(at + 1);
        let lower = || {
            let small = word.to_lowercase();
            matches!(
                small.as_str(),
                "great" | "elder" | "younger" | "conqueror" | "terrible" | "magnificent"
            )
        };
        let ends = !self.tokens.is_capital(at + 2) || self.tokens.is_glued(at + 2);
        if named && ends && self.tokens.is_capital(at + 1) && is_numeral(self.tokens.word(at + 1)) {
            // Elizabeth the I.
            self.add(Shape::Numeral, (at + 1, at + 2), Is::empty());
            self.at = at + 2;
            self.own(at + 2);
            return None;
        }
        let compound = self.tokens.is_hyphen(at + 2);
        if named && compound && self.tokens.is_capital(at + 1) && self.is_epithet(at + 1) {
            // Antigonus the One-Eyed.
            self.add(Shape::Epithet, (at, at + 4), Is::EPITHET);
            self.at = at + 4;
            self.own(at + 4);
            return None;
        }
        if self.is_new_epithet(at, known.is) {
            self.add(Shape::Epithet, (at, at + 2), Is::EPITHET);
            self.at = at + 2;
            self.own(at + 2);
            return None;
        }
        if !named || !known.is.contains(Is::EPITHET) || !(self.tokens.is_capital(at + 1) || lower())
        {
            return None;
        }
        // "Kennedy the First Catholic president" is no name, and neither is "the Red Army".
        let shouted = self.tokens.all.get(at + 2).is_some_and(|next| next.shouted);
        if self.tokens.is_capital(at + 2) && !self.tokens.is_glued(at + 2) && !shouted {
            return None;
        }
        self.add(Shape::Epithet, (at, at + 2), known.is);
        self.at = at + 2;
        self.own(at + 2);
        None
    }

    /// Whether the word after the "the" at `at`, which no list has, is what a ruler is called: Wilfred the Heedless, Leo the Norman.
    fn is_new_epithet(&self, at: usize, is: Is) -> bool {
        let [.., last] = self.pieces.as_slice() else {
            return false;
        };
        let word = self.tokens.word(at + 1);
        let fits = is.is_empty() && word.len() > 3 || is.contains(Is::PEOPLE);
        fits && self.tokens.is_capital(at + 1)
            && last.shape == Shape::Word
            && last.cue.contains(Cue::REGNAL)
            && (!word.ends_with(['s', 'h', 'I', 'V', 'X']) || word.ends_with("less"))
            && (at + 2 == self.tokens.all.len()
                || matches!(
                    self.tokens.word(at + 2),
                    "," | "." | "/" | ")" | "|" | "(" | "who" | ";"
                ))
    }

    /// Whether two words with a hyphen between say what somebody is like: One-Eyed, Lion-Hearted, Short.
    fn is_epithet(&self, at: usize) -> bool {
        let (start, end) = (self.tokens.all[at].start, self.tokens.all[at + 2].end);
        let known = self.tokens.know_bytes((start, end)).is;
        let word = without_possessive(self.tokens.word(at + 2)).0;
        known.contains(Is::EPITHET)
            || self.tokens.is_capital(at + 2) && (word.ends_with("ed") || word.ends_with("less"))
    }

    /// Takes `Queen of Scots` at `at`.
    fn realm(&mut self, at: usize) -> Option<usize> {
        let end = at + 3 + usize::from(self.tokens.is(at + 2, "the"));
        self.add(Shape::Epithet, (at, end), Is::EPITHET);
        self.at = end;
        self.own(end);
        None
    }

    /// `Queen of Scots` after a given name, with a comma between or without.
    fn is_realm(&self, at: usize) -> bool {
        let bare = || {
            let mut names = self
                .pieces
                .iter()
                .filter(|piece| !piece.is.contains(Is::TITLE));
            names.next().is_some() && names.next().is_none()
        };
        let given = self
            .pieces
            .last()
            .is_some_and(|last| last.is.intersects(Is::GIVEN) && last.shape == Shape::Word);
        given
            && self.tokens.is(at + 1, "of")
            && (self.tokens.is_capital(at + 2)
                || self.tokens.is(at + 2, "the") && self.tokens.is_capital(at + 3))
            && bare()
            && is_ruler(self.tokens.word(at))
    }

    /// `of Aquitaine` after a given name or a numeral, `of Wellington` after a peer's title.
    fn origin(&mut self, at: usize) -> Option<usize> {
        let last = *self.pieces.last()?;
        let before = self.pieces.iter().rev().nth(1);
        let titled = before.is_none_or(|before| {
            before.is.contains(Is::TITLE)
                || before.is.intersects(Is::OTHER | Is::ACT) && !before.is.intersects(Is::GIVEN)
        });
        let single = titled
            // Attalus of Pergamum
            && (last.is.intersects(Is::GIVEN)
                || last.cue.contains(Cue::REGNAL)
                || last.is.is_empty() && is_highlander(self.raw(&last)))
            && !last
                .is
                .intersects(Is::THING | Is::WORD | Is::PLACE | Is::TITLE | Is::ROLE);
        let peer = last.cue.contains(Cue::PEER);
        // "Baron Rutherford of Nelson": the place is no name.
        let baron = before.is_some_and(|before| before.cue.contains(Cue::PEER));
        if baron && !single && last.shape == Shape::Word && self.tokens.is_capital(at + 1) {
            self.at = at + 2;
            return None;
        }
        // John of the Cross.
        let the = usize::from(
            (single || last.shape == Shape::Numeral && self.is_land(at + 2))
                && self.tokens.word(at + 1) == "the",
        );
        if !(single || last.shape == Shape::Numeral || peer)
            || !self.tokens.is_capital(at + the + 1)
        {
            return None;
        }
        // "Hugh of St Victor"
        let saint = matches!(self.tokens.word(at + 1), "St" | "Saint" | "Sankt")
            && self.tokens.is_capital(at + 2)
            && !self.tokens.is_glued(at + 2);
        let mut end = at + the + 2 + usize::from(saint);
        // Hugo of Plarno Carvini: a place of two words that no list has.
        let known = |at: usize| self.tokens.known(at).is;
        let long = single
            && the == 0
            && known(at + 1).is_empty()
            && !known(end).intersects(Is::OTHER | Is::ACT);
        while self.tokens.is_hyphen(end) || (peer || long) && self.is_more_of_a_place(end) {
            end += if self.tokens.is_hyphen(end) { 2 } else { 1 };
        }
        self.add(Shape::Origin, (at, end), Is::empty());
        self.own(end);
        self.at = end;
        None
    }

    /// Whether one word at `at` names the land of a ruler or may: Willem II of the Netherlands.
    fn is_land(&self, at: usize) -> bool {
        let is = self.tokens.known(at).is;
        (is.is_empty() || is.contains(Is::PLACE)) && !self.tokens.is_capital(at + 1)
    }

    /// The second word of Medina Sidonia.
    fn is_more_of_a_place(&self, at: usize) -> bool {
        self.tokens.is_capital(at)
            && !self.tokens.is_glued(at)
            && !self.tokens.is_parted(at)
            && !self.is_broken(at, &self.pieces[0])
            && !self
                .tokens
                .known(at)
                .is
                .intersects(Is::GIVEN | Is::TITLE | Is::FUNCTION)
    }

    /// `"Bull"` between two words of a name.
    fn nickname(&mut self, at: usize) -> Option<usize> {
        let close = (at + 2..at + 4)
            .find(|close| matches!(self.tokens.word(*close), "\"" | "”" | "'" | "’"))?;
        if !self.tokens.is_capital(at + 1)
            || !self.tokens.is_capital(close + 1)
            || self.tokens.is_glued(close + 1)
            || self.is_dated(close + 1)
            || self.is_broken(close + 1, self.pieces.last()?)
        {
            return None;
        }
        self.add(Shape::Nickname, (at, close + 1), Is::empty());
        Some(close + 1)
    }

    /// `(Jimmy)`, `(FDR)` between a given name and a surname.
    fn short_form(&mut self, at: usize) -> Option<usize> {
        let close = (at + 2..at + 5).find(|close| self.tokens.word(*close) == ")")?;
        let given = |last: &Piece| last.shape == Shape::Word && last.is.intersects(Is::GIVEN);
        let (known, surname) = (
            self.tokens.known(at + 1).is,
            self.tokens.known(close + 1).is,
        );
        let is_name =
            |is: Is| is.is_empty() || is.intersects(Is::NAME) && !is.intersects(Is::TITLE);
        if !self.pieces.last().is_some_and(given)
            || !self.tokens.is_capital(at + 1)
            || !is_name(known)
            || is_numeral(self.tokens.word(at + 1))
            || !self.tokens.is_capital(close + 1)
            || !(surname.is_empty() && !self.is_dated(close + 1)
                || surname.intersects(Is::SURNAME | Is::KNOWN))
            || self.tokens.is_glued(close + 1)
            || self.is_broken(close + 1, self.pieces.last()?)
        {
            return None;
        }
        self.add(Shape::Nickname, (at, close + 1), Is::empty());
        Some(close + 1)
    }

    /// Whether the word at `at`, written small, is the surname of the given name before it: "Abraham lincoln".
    fn is_small_surname(&self, at: usize) -> bool {
        let [given] = self.pieces.as_slice() else {
            return false;
        };
        let known = self.tokens.known(at).is;
        given.shape == Shape::Word
            && given.is.intersects(Is::GIVEN)
            && !given.is.intersects(Is::OTHER)
            && known.intersects(Is::SURNAME | Is::KNOWN)
            && !known.intersects(Is::OTHER | Is::ACT | Is::HUMAN | Is::FATE | Is::BELONGING)
            // "Arthur banks a fortune": what somebody does to something.
            && !(self.tokens.word(at).ends_with('s')
                && self.tokens.any(at + 1, words!("a an the another his her their its")))
    }

    /// Whether a number follows the word at `at`: "Jan 9".
    fn is_dated(&self, at: usize) -> bool {
        let next = self.tokens.all.get(at + 1);
        next.is_some_and(|next| next.kind == Kind::Number)
    }

    /// Whether a piece is the month, and no march that the words before it name: "Elijah Muhammad March 1964".
    pub(in crate::notes::people) fn is_dated_month(&self, piece: usize) -> bool {
        let piece = &self.pieces[piece];
        self.raw(piece) == "March" && self.is_dated(piece.tokens.0)
    }

    /// `"Bull" Connor`: a nickname in quotation marks that a surname follows.
    pub(super) fn open_nickname(&mut self, first: usize) {
        let quoted = first > 0
            && matches!(self.tokens.word(self.at), "\"" | "”")
            && matches!(self.tokens.word(first - 1), "\"" | "“");
        let single = matches!(self.pieces.as_slice(), [only] if !only.possessive && !only.is.contains(Is::FUNCTION));
        let close = self.at;
        if quoted
            && single
            && self.tokens.is_capital(close + 1)
            && !self.tokens.is_glued(close + 1)
            && !self.is_broken(close + 1, &self.pieces[0])
            && self.tokens.all[first - 1].spaced
        {
            self.pieces[0].shape = Shape::Nickname;
            self.pieces[0].tokens = (first - 1, close + 1);
            self.pieces[0].bytes = (self.tokens.all[first - 1].start, self.tokens.all[close].end);
            let known = self.tokens.known(close + 1);
            self.gather(close + 1, known);
        }
    }

    fn add(&mut self, shape: Shape, tokens: (usize, usize), is: Is) {
        self.pieces.push(Piece {
            shape,
            tokens,
            bytes: (
                self.tokens.all[tokens.0].start,
                self.tokens.all[tokens.1 - 1].end,
            ),
            is,
            cue: Cue::empty(),
            possessive: false,
            shouted: false,
        });
    }

    /// Notes that the last piece is a possessive, if its last word is.
    fn own(&mut self, end: usize) {
        let word = self.tokens.word(end - 1);
        let (bare, possessive) = without_possessive(word);
        if possessive && let Some(last) = self.pieces.last_mut() {
            last.possessive = true;
            last.bytes.1 -= (word.len() - bare.len()) as u32;
        }
    }
}

/// Whether a name is a clan's, whose head goes by his place: `MacTavish of Dunardry`.
fn is_highlander(raw: &str) -> bool {
    raw.strip_prefix("Mac")
        .is_some_and(|clan| clan.starts_with(|letter: char| letter.is_uppercase()))
}

/// Who is of a realm: `Queen of Scots`.
fn is_ruler(word: &str) -> bool {
    matches!(
        word,
        "Queen"
            | "King"
            | "Prince"
            | "Princess"
            | "Duke"
            | "Duchess"
            | "Count"
            | "Countess"
            | "Earl"
            | "Empress"
            | "Emperor"
            | "Elector"
    )
}
