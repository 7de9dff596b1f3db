//! A run of capitalised words, with the particles, initials, numerals and epithets that hold a name together.

use super::lexicon::{self, Is};
use super::weigh;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, MarkKind};

/// What a piece of a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word with a capital.
    Word,
    /// `F.`, or the `X` of Malcolm X.
    Initial,
    /// `von`, `de la`, `bin`.
    Particle,
    /// `XIV`.
    Numeral,
    /// A nickname in quotation marks between two words.
    Nickname,
    /// `the Great`.
    Epithet,
    /// `of Aquitaine`.
    Origin,
}

/// One piece of a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) shape: Shape,
    /// First token, and the one past the last.
    pub(super) tokens: (usize, usize),
    /// Bytes of the visible text, possessive cut off.
    pub(super) bytes: (u32, u32),
    /// Where its folded word stands in [`Runs::folded`].
    folded: (usize, usize),
    pub(super) is: Is,
    /// Ends in `'s`.
    pub(super) possessive: bool,
    /// All capitals, two letters at least.
    pub(super) shouted: bool,
}

/// Finds the runs of one block, one after the other.
pub(super) struct Runs<'d> {
    pub(super) block: &'d Block,
    /// Edges of marks: no name goes over one.
    edges: Vec<u32>,
    /// Bytes that are no text: tags, addresses, inline code.
    masked: Vec<(u32, u32)>,
    /// The folded words of the current run.
    folded: String,
    /// The current run.
    pub(super) pieces: Vec<Piece>,
    at: usize,
    /// Tags of the block.
    pub(super) tags: Vec<weigh::Tagged>,
    /// Where lines of the file begin, for blocks of several lines.
    line_starts: &'d [u32],
}

impl<'d> Runs<'d> {
    pub(super) fn of(block: &'d Block, line_starts: &'d [u32]) -> Self {
        let mut edges = Vec::new();
        let mut masked = Vec::new();
        for mark in &block.marks {
            match mark.kind {
                MarkKind::Tag(_) | MarkKind::Address | MarkKind::Code => {
                    masked.push((mark.range.start, mark.range.end));
                }
                MarkKind::Wikilink(_)
                | MarkKind::Strong
                | MarkKind::Emphasis
                | MarkKind::Highlight => {}
            }
            edges.extend([mark.range.start, mark.range.end]);
        }
        edges.sort_unstable();
        masked.sort_unstable();
        Self {
            block,
            edges,
            masked,
            folded: String::new(),
            pieces: Vec::new(),
            at: 0,
            tags: weigh::tags(block),
            line_starts: if block.lines.0 == block.lines.1 {
                &[]
            } else {
                line_starts
            },
        }
    }

    /// The folded word of `piece`.
    pub(super) fn folded(&self, piece: &Piece) -> &str {
        &self.folded[piece.folded.0..piece.folded.1]
    }

    /// Reads the next run into [`Self::pieces`]; `false` after the last.
    pub(super) fn next(&mut self) -> bool {
        let tokens = &self.block.tokens;
        while let Some(token) = tokens.get(self.at) {
            if self.is_capital(self.at) && !self.is_masked(token) {
                self.pieces.clear();
                self.folded.clear();
                let first = self.at;
                self.gather(first);
                self.open_nickname(first);
                if !self.pieces.is_empty() {
                    self.mark_places();
                    return true;
                }
                self.at = self.at.max(first + 1);
            } else {
                self.at += 1;
            }
        }
        false
    }

    fn is_masked(&self, token: &Token) -> bool {
        let after = self.masked.partition_point(|range| range.1 <= token.start);
        self.masked
            .get(after)
            .is_some_and(|range| range.0 < token.end)
    }

    /// Whether a mark begins or ends between two neighbouring tokens.
    fn is_parted(&self, left: &Token, right: &Token) -> bool {
        let at = self.edges.partition_point(|edge| *edge < left.end);
        self.edges.get(at).is_some_and(|edge| *edge <= right.start)
    }

    /// Whether a line of the file ends before `at`, and is not the full line of a wrapped paragraph that leaves a name open.
    fn is_broken(&self, at: usize, last: &Piece) -> bool {
        if self.line_starts.is_empty() {
            return false;
        }
        let offset = |token: &Token| self.block.text.file_offset(token.start) as u32;
        let right = offset(&self.block.tokens[at]);
        let line = self.line_starts.partition_point(|start| *start <= right);
        let start = self.line_starts[line.saturating_sub(1)];
        let left = offset(&self.block.tokens[at - 1]);
        let column = left.saturating_sub(self.line_starts[line.saturating_sub(2)]);
        let open = last.is.intersects(Is::GIVEN | Is::TITLE)
            || matches!(last.shape, Shape::Initial | Shape::Particle);
        left < start && !(open && column >= 55)
    }

    fn word(&self, at: usize) -> &'d str {
        self.block
            .tokens
            .get(at)
            .map_or("", |token| token.of(&self.block.text.visible))
    }

    fn is_glued(&self, at: usize) -> bool {
        self.block.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a word with a capital stands at `at`; `d'Alembert` has one.
    fn is_capital(&self, at: usize) -> bool {
        self.block.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && (token.capital || is_elided(token.of(&self.block.text.visible)))
        })
    }

    fn gather(&mut self, first: usize) {
        let mut next = Some(first);
        while let Some(at) = next {
            self.at = self.push(at);
            next = match self.pieces.last() {
                Some(last) if last.possessive => None,
                Some(_) => self.follow(self.at),
                None => None,
            };
        }
    }

    /// Takes the word at `at`, with what is glued to it by hyphens and an abbreviating stop; says where it goes on.
    #[expect(
        clippy::too_many_lines,
        reason = "one word and all that may be glued to it"
    )]
    fn push(&mut self, at: usize) -> usize {
        let tokens = &self.block.tokens;
        let text = tokens[at].of(&self.block.text.visible);
        let (bare, possessive) = without_possessive(text);
        let from = self.folded.len();
        lexicon::fold(bare, &mut self.folded);
        let mut end = at + 1;
        let mut bytes_end = tokens[at].start + bare.len() as u32;
        let mut is = lexicon::look_up(&self.folded[from..]);
        let mut possessive = possessive;
        // Hyphens: Kai-shek, Saint-Just, Rimsky-Korsakov; a common word after the hyphen makes no name.
        while !possessive && self.is_hyphen(end) {
            let part_from = self.folded.len() + 1;
            let (part, owned) = without_possessive(self.word(end + 1));
            let capital = self.is_capital(end + 1);
            self.folded.push('-');
            lexicon::fold(part, &mut self.folded);
            let part_is = lexicon::look_up(&self.folded[part_from..]);
            let family = self
                .pieces
                .last()
                .is_some_and(|family| family.is.contains(Is::FAMILY));
            let syllable = family
                || part.len() <= 6
                    && !part_is.intersects(Is::FUNCTION | Is::WORD | Is::ACT | Is::THING);
            if !capital && !syllable {
                // "Kennedy-era" is no mention of a person.
                self.pieces.clear();
                self.folded.clear();
                return end + 2;
            }
            is = if family {
                Is::empty()
            } else {
                compound(lexicon::look_up(&self.folded[from..]), is, part_is)
            };
            bytes_end = tokens[end + 1].start + part.len() as u32;
            possessive = owned;
            end += 2;
        }
        let mut shape = shape_of(&self.folded[from..], tokens[at].shouted, self.pieces.last());
        let is_stop = self.word(end) == "." && self.is_glued(end);
        if is_stop && !possessive {
            let letter = bare.chars().nth(1).is_none();
            let abbreviates = letter || is_abbreviation(&self.folded[from..]);
            if abbreviates && self.goes_on(end + 1, shape) {
                if letter {
                    shape = Shape::Initial;
                }
                bytes_end = tokens[end].end;
                end += 1;
            }
        }
        // An apostrophe alone after an s: "Hobbes' Leviathan".
        if !possessive
            && bare.ends_with('s')
            && matches!(self.word(end), "'" | "’")
            && self.is_glued(end)
            && tokens
                .get(end + 1)
                .is_some_and(|after| after.spaced && after.kind == Kind::Word)
        {
            possessive = true;
            end += 1;
        }
        self.pieces.push(Piece {
            shape,
            tokens: (at, end),
            bytes: (tokens[at].start, bytes_end),
            folded: (from, self.folded.len()),
            is,
            possessive,
            shouted: is_shouted(bare),
        });
        end
    }

    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "–")
            && self.is_glued(at)
            && self.is_glued(at + 1)
            && self
                .block
                .tokens
                .get(at + 1)
                .is_some_and(|token| token.kind == Kind::Word)
            && !self.is_parted(&self.block.tokens[at], &self.block.tokens[at + 1])
    }

    /// Whether a name goes on after an abbreviating stop.
    fn goes_on(&self, at: usize, shape: Shape) -> bool {
        if !self.is_capital(at) {
            return false;
        }
        if shape == Shape::Numeral
            && self
                .pieces
                .last()
                .is_none_or(|given| is_regnal(self.folded(given)))
        {
            // "Charles I. Then": the stop ends the sentence.
            return false;
        }
        let mut folded = String::new();
        lexicon::fold(without_possessive(self.word(at)).0, &mut folded);
        let is = lexicon::look_up(&folded);
        folded.len() == 1 || !is.contains(Is::FUNCTION) || is.intersects(Is::NAME)
    }

    /// Where the run goes on after the piece that ends before `at`, if it does.
    fn follow(&mut self, at: usize) -> Option<usize> {
        let tokens = &self.block.tokens;
        let next = tokens.get(at)?;
        let last = *self.pieces.last()?;
        if self.is_parted(&tokens[at - 1], next)
            || self.is_broken(at, &last)
            || matches!(last.shape, Shape::Epithet | Shape::Origin)
        {
            return None;
        }
        let initials = last.shape == Shape::Initial;
        match next.kind {
            Kind::Word if self.is_capital(at) && (next.spaced || initials) => {
                if self.word(at).eq_ignore_ascii_case("the") {
                    return self.epithet(at);
                }
                Some(at)
            }
            Kind::Word if next.spaced => match self.word(at) {
                "the" => self.epithet(at),
                "of" => self.origin(at),
                particle if is_particle(particle) => self.particles(at),
                _ => None,
            },
            Kind::Punct if matches!(self.word(at), "\"" | "“" | "'" | "‘") && next.spaced => {
                self.nickname(at)
            }
            Kind::Punct if self.word(at) == "," && self.is_realm(at + 1) => {
                self.add(Shape::Epithet, (at, at + 4), Is::EPITHET);
                self.at = at + 4;
                self.own(at + 4);
                None
            }
            Kind::Punct if self.word(at) == "," && matches!(self.word(at + 1), "Jr" | "Sr") => {
                self.at = at + 2 + usize::from(self.word(at + 2) == "." && self.is_glued(at + 2));
                None
            }
            _ => None,
        }
    }

    /// `von`, `van der`, `de la`, `al-`: one or two lower-case particles before a capital.
    fn particles(&mut self, at: usize) -> Option<usize> {
        let mut end = at + 1;
        if is_particle(self.word(end)) && !self.is_capital(end) {
            end += 1;
        }
        // Catherine de' Medici.
        end += usize::from(matches!(self.word(end), "'" | "’") && self.is_glued(end));
        let glued = matches!(self.word(end), "-") && self.is_glued(end) && self.is_glued(end + 1);
        let name = end + usize::from(glued);
        if !self.is_capital(name) || (!glued && self.is_glued(name)) {
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
        let mut folded = String::new();
        lexicon::fold(self.word(at + 1), &mut folded);
        let is = lexicon::look_up(&folded);
        let capital = self.is_capital(at + 1);
        let lower = matches!(
            folded.as_str(),
            "great" | "elder" | "younger" | "conqueror" | "terrible" | "magnificent"
        );
        if !named || !is.contains(Is::EPITHET) || !(capital || lower) {
            return None;
        }
        // "Kennedy the First Catholic president" is no name, and neither is "the Red Army".
        if self.is_capital(at + 2) && !self.is_glued(at + 2) {
            return None;
        }
        self.add(Shape::Epithet, (at, at + 2), is);
        self.at = at + 2;
        self.own(at + 2);
        None
    }

    /// `Queen of Scots` after a given name and a comma.
    fn is_realm(&self, at: usize) -> bool {
        let bare = self
            .pieces
            .iter()
            .filter(|piece| !piece.is.contains(Is::TITLE))
            .count()
            == 1;
        let given = self
            .pieces
            .last()
            .is_some_and(|last| last.is.intersects(Is::GIVEN) && last.shape == Shape::Word);
        let title = matches!(
            self.word(at),
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
        );
        bare && given && title && self.word(at + 1) == "of" && self.is_capital(at + 2)
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
            && last.is.intersects(Is::GIVEN)
            && !last
                .is
                .intersects(Is::THING | Is::WORD | Is::PLACE | Is::TITLE | Is::ROLE);
        let peer = is_peer(self.folded(&last));
        if !(single || last.shape == Shape::Numeral || peer) || !self.is_capital(at + 1) {
            return None;
        }
        let mut end = at + 2;
        while self.is_hyphen(end) {
            end += 2;
        }
        self.add(Shape::Origin, (at, end), Is::empty());
        self.own(end);
        self.at = end;
        None
    }

    /// `"Bull"` between two words of a name.
    fn nickname(&mut self, at: usize) -> Option<usize> {
        let close =
            (at + 2..at + 4).find(|close| matches!(self.word(*close), "\"" | "”" | "'" | "’"))?;
        if !self.is_capital(at + 1) || !self.is_capital(close + 1) || self.is_glued(close + 1) {
            return None;
        }
        self.add(Shape::Nickname, (at, close + 1), Is::empty());
        // The name without its quotation marks.
        if let Some(nickname) = self.pieces.last_mut() {
            let name = self.folded[nickname.folded.0..nickname.folded.1]
                .trim_matches(['"', '“', '”', '\'', '‘', '’']);
            let from = nickname.folded.0
                + self.folded[nickname.folded.0..]
                    .find(name)
                    .unwrap_or_default();
            nickname.folded = (from, from + name.len());
        }
        Some(close + 1)
    }

    /// `"Bull" Connor`: a nickname in quotation marks that a surname follows.
    fn open_nickname(&mut self, first: usize) {
        let quoted = first > 0
            && matches!(self.word(first - 1), "\"" | "“")
            && matches!(self.word(self.at), "\"" | "”");
        let single = matches!(self.pieces.as_slice(), [only] if !only.possessive && !only.is.contains(Is::FUNCTION));
        let close = self.at;
        if quoted
            && single
            && self.is_capital(close + 1)
            && !self.is_glued(close + 1)
            && self.block.tokens[first - 1].spaced
        {
            self.pieces[0].shape = Shape::Nickname;
            self.pieces[0].tokens = (first - 1, close + 1);
            self.pieces[0].bytes = (
                self.block.tokens[first - 1].start,
                self.block.tokens[close].end,
            );
            self.gather(close + 1);
        }
    }

    fn add(&mut self, shape: Shape, tokens: (usize, usize), is: Is) {
        let text = &self.block.text.visible;
        let bytes = (
            self.block.tokens[tokens.0].start,
            self.block.tokens[tokens.1 - 1].end,
        );
        let from = self.folded.len();
        lexicon::fold(&text[bytes.0 as usize..bytes.1 as usize], &mut self.folded);
        if let Some((bare, true)) = self.folded.get(from..).map(without_possessive) {
            let length = bare.len();
            self.folded.truncate(from + length);
        }
        self.pieces.push(Piece {
            shape,
            tokens,
            bytes,
            folded: (from, self.folded.len()),
            is,
            possessive: false,
            shouted: false,
        });
    }

    /// Notes that the last piece is a possessive, if its last word is.
    fn own(&mut self, end: usize) {
        let (_, possessive) = without_possessive(self.word(end - 1));
        let length = possessive_length(self.word(end - 1));
        if possessive && let Some(last) = self.pieces.last_mut() {
            last.possessive = true;
            last.bytes.1 -= length;
        }
    }

    /// Marks the words of places of several words: New York, Dien Bien Phu.
    fn mark_places(&mut self) {
        // U.S. Marines, U.N. troops.
        for first in 1..self.pieces.len() {
            let letters = (
                self.folded(&self.pieces[first - 1]),
                self.folded(&self.pieces[first]),
            );
            if matches!(letters, ("u", "s" | "k" | "n")) {
                for piece in &mut self.pieces[first - 1..=first] {
                    piece.is = Is::GROUP | Is::FUNCTION;
                    piece.shape = Shape::Word;
                }
            }
        }
        for first in 0..self.pieces.len() {
            if !self.pieces[first].is.contains(Is::OPENS) {
                continue;
            }
            let mut joined = self
                .folded(&self.pieces[first])
                .trim_end_matches('.')
                .to_owned();
            for last in first + 1..self.pieces.len().min(first + 4) {
                joined.push('_');
                joined.push_str(self.folded(&self.pieces[last]));
                if lexicon::look_up(&joined).contains(Is::PLACE) {
                    for piece in &mut self.pieces[first..=last] {
                        piece.is = Is::PLACE | Is::FUNCTION;
                    }
                }
            }
        }
    }
}

/// `Castro's` is `Castro`, and somebody's.
pub(super) fn without_possessive(word: &str) -> (&str, bool) {
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(bare) = word.strip_suffix(ending)
            && !bare.is_empty()
        {
            return (bare, true);
        }
    }
    (word, false)
}

fn possessive_length(word: &str) -> u32 {
    (word.len() - without_possessive(word).0.len()) as u32
}

/// What a compound is, from what it is as a whole and in its parts.
fn compound(whole: Is, left: Is, right: Is) -> Is {
    let other = Is::PEOPLE | Is::PLACE | Is::GROUP | Is::THING | Is::FUNCTION;
    if !whole.is_empty() {
        whole
    } else if left.intersects(other - Is::FUNCTION)
        || (right.intersects(other) && !right.intersects(Is::NAME))
    {
        Is::PEOPLE
    } else if left.contains(Is::KNOWN) && right.contains(Is::KNOWN) {
        // Two people's names make the name of a thing: the Molotov-Ribbentrop pact.
        Is::THING
    } else if left.intersects(Is::GIVEN) && right.intersects(Is::GIVEN) {
        left & Is::GIVEN
    } else {
        (left | right) & (Is::WORD | Is::SURNAME | Is::FAMILY)
    }
}

fn shape_of(folded: &str, shouted: bool, before: Option<&Piece>) -> Shape {
    let single = folded.len() == 1;
    let named = before.is_some_and(|before| {
        before.is.intersects(Is::GIVEN | Is::KNOWN)
            || !before.is.intersects(Is::OTHER)
            || before.shape == Shape::Numeral
    });
    if (single || shouted) && before.is_some() && is_numeral(folded) && named {
        return Shape::Numeral;
    }
    if single {
        let initials = named || before.is_some_and(|before| before.shape == Shape::Initial);
        return if initials {
            Shape::Initial
        } else {
            Shape::Word
        };
    }
    if matches!(
        folded,
        "von"
            | "van"
            | "de"
            | "du"
            | "da"
            | "di"
            | "del"
            | "della"
            | "la"
            | "le"
            | "el"
            | "al"
            | "bin"
            | "ibn"
            | "ter"
            | "ten"
    ) {
        return Shape::Particle;
    }
    Shape::Word
}

/// A Roman numeral of a ruler: I to XXXIX.
fn is_numeral(folded: &str) -> bool {
    folded.len() <= 6
        && folded
            .bytes()
            .all(|byte| matches!(byte, b'i' | b'v' | b'x'))
        && folded != "x"
        && folded != "xx"
}

/// `d'Alembert`, `l’Hôpital`.
fn is_elided(word: &str) -> bool {
    word.strip_prefix(['d', 'l'])
        .and_then(|rest| rest.strip_prefix(['\'', '’']))
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_uppercase)
}

/// Names that rulers bear with a numeral, so that "Charles I." may end a sentence; "Francisco I. Madero" goes on.
fn is_regnal(folded: &str) -> bool {
    matches!(
        folded,
        "charles"
            | "elizabeth"
            | "napoleon"
            | "james"
            | "george"
            | "edward"
            | "william"
            | "wilhelm"
            | "francis"
            | "nicholas"
            | "alexander"
            | "peter"
            | "frederick"
            | "otto"
            | "leopold"
            | "catherine"
            | "mary"
            | "ferdinand"
            | "philip"
            | "louis"
            | "henry"
            | "constantine"
            | "darius"
            | "ptolemy"
            | "ramesses"
            | "xerxes"
            | "cyrus"
            | "seti"
            | "justinian"
            | "theodosius"
            | "pedro"
            | "isabella"
            | "joseph"
            | "maximilian"
            | "rudolf"
            | "richard"
            | "stephen"
            | "john"
            | "paul"
    )
}

/// Two capitals at least, and no small letter.
fn is_shouted(word: &str) -> bool {
    let mut capitals = 0;
    word.chars().all(|char| {
        capitals += usize::from(char.is_uppercase());
        !char.is_lowercase()
    }) && capitals >= 2
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "von"
            | "van"
            | "de"
            | "der"
            | "den"
            | "du"
            | "da"
            | "di"
            | "del"
            | "della"
            | "dello"
            | "dos"
            | "das"
            | "do"
            | "la"
            | "le"
            | "bin"
            | "ibn"
            | "ben"
            | "bint"
            | "al"
            | "el"
            | "ul"
            | "ud"
            | "zu"
            | "zur"
            | "ter"
            | "ten"
            | "af"
            | "av"
            | "y"
            | "d"
    )
}

/// Titles that stand before a place to name a person: the Duke of Wellington.
pub(super) fn is_peer(folded: &str) -> bool {
    matches!(
        folded,
        "duke"
            | "duchess"
            | "earl"
            | "count"
            | "countess"
            | "marquis"
            | "marquess"
            | "marquise"
            | "viscount"
            | "baron"
            | "baroness"
            | "rani"
            | "ranee"
            | "nawab"
    )
}

fn is_abbreviation(folded: &str) -> bool {
    matches!(
        folded,
        "dr" | "mr"
            | "mrs"
            | "ms"
            | "st"
            | "jr"
            | "sr"
            | "gen"
            | "col"
            | "lt"
            | "gov"
            | "sen"
            | "rev"
            | "prof"
            | "capt"
            | "pres"
            | "maj"
            | "wm"
            | "geo"
            | "chas"
            | "sgt"
            | "rep"
            | "adm"
            | "fr"
            | "hon"
            | "messrs"
            | "mme"
            | "mlle"
            | "ph"
            | "th"
            | "chr"
            | "alex"
    )
}
