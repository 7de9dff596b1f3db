//! Runs of capitalised words cut into spots: places where a person may be named, each weighed by what it looks like.

mod edges;
mod listed;
mod part;
mod shape;
mod spell;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::folded::{Folded, Names};
use super::join::place_of_peer;
use super::lexicon::{self, Cue, Is};
use super::misspelt::is_known_misspelt;
use super::run::{Piece, Runs, Shape, Tokens};
use super::weigh;
use crate::notes::markdown::{Block, BlockKind, Document};
use edges::{extend_left, is_son, opens, take_article};
use listed::Listed;
use spell::{common_surname, spell};

/// Weight from which a spot names a person.
pub(super) const ENOUGH: i32 = 6;

/// What names nobody looks like, whatever stands around it.
pub(super) const NOBODY: i32 = -50;

/// What stands around a place that is no peer, at most.
const NOWHERE: i32 = -6;

/// What a column or a section of people adds.
const LISTED: i32 = 6;

/// Whether "he" or "she" can mean somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Gender {
    /// "He".
    He,
    /// "She".
    She,
    /// The notes do not say.
    #[default]
    Unknown,
}

/// A place where a person may be named.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// Index into `Document::blocks`.
    pub(super) block: usize,
    /// Tokens of the name, without title and possessive.
    pub(super) tokens: Range<usize>,
    /// Bytes of the visible text that the name takes up.
    pub(super) bytes: Range<u32>,
    /// Where the title before the name begins.
    pub(super) title: Option<u32>,
    /// The title's folded word.
    pub(super) title_word: Folded,
    /// Folded words of the name without particles before it: `john f kennedy`.
    pub(super) key: Folded,
    /// Numeral, epithet, origin: `iii`, `the great`, `of aquitaine`.
    pub(super) tail: Folded,
    /// What follows the numeral: the `soter` of Ptolemy I Soter.
    pub(super) byname: Folded,
    /// Words in `key` that are no initials.
    pub(super) words: usize,
    /// `key` has one word, and there is no numeral or epithet.
    pub(super) single: bool,
    /// What the first and the last word of `key` are.
    pub(super) first: Is,
    /// See `first`.
    pub(super) last: Is,
    /// All in capitals.
    pub(super) shouted: bool,
    /// In a heading, or after a full stop: the capital says nothing.
    pub(super) opens: bool,
    /// What it looks like by itself.
    pub(super) shape: i32,
    /// What stands around it.
    pub(super) context: i32,
    /// A possessive.
    pub(super) possessive: bool,
    /// A word with a capital stands right before it.
    pub(super) follows_capital: bool,
    /// It stands in a heading.
    pub(super) in_heading: bool,
    /// "The", "a" or the like stands before it.
    pub(super) after_article: bool,
    /// Nobody whom the note names so elsewhere: who wrote a book about it all (`Kennedy *Freedom from Fear* (1999)`), or
    /// `Ephialtes (a different one)`.
    pub(super) cited: bool,
    /// An `s` at the end makes it several: Rangers, but not Doria or Callisthenes.
    pub(super) ends_as_plural: bool,
    /// "Son", "brother" or the like stands before it.
    pub(super) kin: bool,
    /// A link says whom it means.
    pub(super) linked: bool,
    /// An Arabic article or `Ibn` stands before it: al-Razi, Ibn Rushd.
    pub(super) arabic: bool,
}

impl Spot {
    /// A single word without numeral or epithet.
    pub(super) fn is_single(&self) -> bool {
        self.single
    }

    /// Where the name begins, its title with it.
    pub(super) fn start(&self) -> u32 {
        self.title.unwrap_or(self.bytes.start)
    }
}

/// Finds the spots of one block after the other.
pub(super) struct Finder<'d> {
    document: &'d Document,
    runs: Runs<'d>,
    listed: Listed,
    names: Names,
    spots: Vec<Spot>,
    /// Room for the name that is put together.
    key: String,
    /// Room for its tail.
    tail: String,
    /// Room for its title.
    title: String,
    /// The places that peers before are of: Norfolk, of the Duke of Norfolk.
    peers: FxHashSet<Folded>,
}

impl<'d> Finder<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self {
            document,
            listed: Listed::default(),
            runs: Runs::of(document),
            names: Names::new(),
            spots: Vec::with_capacity(document.statements.len()),
            key: String::new(),
            tail: String::new(),
            title: String::new(),
            peers: FxHashSet::default(),
        }
    }

    /// Adds the spots of `block`, number `index`, whose tokens have these keys.
    pub(super) fn read(&mut self, index: usize, block: &'d Block, keys: &'d [u128]) {
        self.runs.open(block, keys);
        self.listed.open(self.document, index, block);
        while self.runs.next() {
            self.cut(index);
        }
    }

    /// All spots that were found, and their names.
    pub(super) fn finish(self) -> (Vec<Spot>, Names) {
        (self.spots, self.names)
    }

    /// The spots of one block, with names that are counted on from those in `names`.
    pub(super) fn alone(
        document: &'d Document,
        block: &'d Block,
        keys: &'d [u128],
        names: &mut Names,
    ) -> Vec<Spot> {
        let mut finder = Self::of(document);
        std::mem::swap(&mut finder.names, names);
        finder.read(0, block, keys);
        std::mem::swap(&mut finder.names, names);
        finder.spots
    }

    fn cut(&mut self, index: usize) {
        let n_pieces = self.runs.pieces.len();
        let opens = opens(&self.runs.tokens, self.runs.pieces[0].tokens.0);
        let mut part = Part::default();
        let mut at = 0;
        while at < n_pieces {
            let open = !part.pieces.is_empty();
            if open && part::belongs(&self.runs, &part, at)
                || !open && (part::begins(&self.runs, &part, at) || self.is_peers_place(at))
            {
                if !open {
                    part.pieces.start = at;
                }
                at += 1;
                part.pieces.end = at;
                continue;
            }
            let piece = self.runs.pieces[at];
            let thing = piece.is.contains(Is::THING)
                && piece.shape == Shape::Word
                && !self.runs.is_dated_month(at)
                || part::is_bill(&self.runs, &part, at);
            let before = std::mem::take(&mut part);
            if open && (!thing || self.is_his_time(&before, at)) && !before.thing {
                self.add(index, &before, opens);
            }
            // What stands before the next part says something of it.
            // "Philadelphia MS. Bob": a state.
            let is_state = || matches!(self.runs.raw(&piece), "MS" | "MS.");
            if piece.is.contains(Is::TITLE) && piece.shape == Shape::Word && !is_state() {
                let raw = |at: usize| self.runs.raw(&self.runs.pieces[at]);
                let grand = at > 0 && is_high(raw(at - 1), raw(at));
                part.title = Some(match before.title {
                    Some(title) if !open => title,
                    _ => at - usize::from(grand),
                });
                part.role = before.role && !open;
            } else if piece.shape == Shape::Word && piece.cue.contains(Cue::OPENS_THING) {
                part.thing = true;
            } else if piece.is.contains(Is::ROLE) {
                part.role = true;
            } else if piece.is.contains(Is::PEOPLE) {
                part.people = true;
            } else if piece.is.intersects(Is::GROUP | Is::PLACE) {
                part.body = true;
            }
            at += 1;
        }
        if !part.pieces.is_empty() && !part.thing {
            self.add(index, &part, opens);
        }
    }

    /// Whether the piece at `at` says that it is the time of whom the whole name before it means: Warren Harding Presidency.
    fn is_his_time(&self, before: &Part, at: usize) -> bool {
        let [given, .., surname] = &self.runs.pieces[before.pieces.clone()] else {
            return false;
        };
        surname.is.intersects(Is::KNOWN | Is::SURNAME)
            && (given.is.intersects(Is::GIVEN) || given.shape == Shape::Initial)
            && matches!(
                self.runs.raw(&self.runs.pieces[at]),
                "Presidency" | "Administration" | "Era" | "Reign" | "Years" | "Government"
            )
    }

    /// Whether a run is nothing but the place of a peer who was named before.
    fn is_peers_place(&self, at: usize) -> bool {
        let pieces = &self.runs.pieces;
        at == 0
            && pieces.len() == 1
            && !self.peers.is_empty()
            && pieces[0].is.contains(Is::PLACE)
            && {
                let mut folded = String::new();
                lexicon::fold(self.runs.raw(&pieces[0]), &mut folded);
                self.names
                    .find(&folded)
                    .is_some_and(|key| self.peers.contains(&key))
            }
    }

    /// Adds the spot that `part` is, if it is one.
    fn add(&mut self, index: usize, part: &Part, opens: bool) {
        let pieces = &self.runs.pieces[part.pieces.clone()];
        let Some(mut spoken) = spell(&self.runs, pieces, &mut self.key, &mut self.tail) else {
            return;
        };
        let last = &pieces[pieces.len() - 1];
        if self.key.is_empty() && !spoken.take_place(&mut self.key, &mut self.tail) {
            return;
        }
        let block = self.runs.tokens.block();
        let title = part.title.map(|title| &self.runs.pieces[title]);
        let word_before = part.pieces.start.checked_sub(1).filter(|_| title.is_some());
        let title_word = word_before.map_or(Folded::NONE, |before| {
            title_word(
                self.runs.raw(&self.runs.pieces[before]),
                &mut self.title,
                &mut self.names,
            )
        });
        let key = self.names.add(&self.key);
        let in_heading = block.kind == BlockKind::Heading;
        self.spots.push(Spot {
            block: index,
            tokens: pieces[0].tokens.0..last.tokens.1,
            bytes: pieces[0].bytes.0..last.bytes.1,
            title: title.map(|title| title.bytes.0),
            title_word,
            key,
            tail: self.names.add(&self.tail),
            byname: byname(&self.runs, last, &mut self.title, &mut self.names),
            words: spoken.words,
            single: self.tail.is_empty() && self.names.is_one(key),
            first: spoken.first,
            last: spoken.last,
            shouted: spoken.shouted,
            opens: opens && part.pieces.start == 0
                || in_heading
                || block.kind == BlockKind::CalloutTitle,
            shape: 0,
            context: 0,
            possessive: last.possessive,
            follows_capital: part.pieces.start > 0 && !self.is_after_verb(part, opens),
            in_heading,
            after_article: false,
            cited: false,
            ends_as_plural: is_plural(&self.key),
            kin: false,
            linked: false,
            arabic: is_son(self.runs.raw(&pieces[0])),
        });
        self.look(part);
    }

    /// Whether only the verb that opens the sentence stands before `part`: "Marries Thessalonice".
    fn is_after_verb(&self, part: &Part, opens: bool) -> bool {
        let verb = self.runs.pieces[0].is;
        opens
            && part.pieces.start == 1
            && verb.intersects(Is::ACT | Is::HUMAN)
            && !verb.intersects(Is::OTHER | Is::NAME)
    }

    /// Weighs the last spot, which `part` of the run is, and notes what it says of words after it.
    fn look(&mut self, part: &Part) {
        let Some(spot) = self.spots.last_mut() else {
            return;
        };
        let pieces = &self.runs.pieces[part.pieces.clone()];
        let last = &pieces[pieces.len() - 1];
        let title = part.title.map(|title| &self.runs.pieces[title]);
        let is_peer = self.names.known(spot.title_word).cue.contains(Cue::PEER);
        if last.shape == Shape::Origin && spot.words == 1 && is_peer && spot.tail.is_none() {
            // "Duke of Wellington": the title is part of the name.
            spot.bytes.start = spot.title.take().unwrap_or(spot.bytes.start);
            self.peers.insert(spot.key);
            self.runs.lets_places = true;
        } else if last.shape == Shape::Epithet
            && let Some(place) = place_of_peer(self.names.text(spot.tail)).map(str::to_owned)
        {
            // "Lionel, Duke of Clarence": Clarence alone is he.
            self.peers.insert(self.names.add(&place));
            self.runs.lets_places = true;
        }
        if let Some(surname) = common_surname(pieces, spot) {
            let raw = self.runs.raw(surname);
            if !self.runs.surnames.contains(&raw) {
                self.runs.surnames.push(raw);
            }
        }
        extend_left(&self.runs.tokens, spot);
        let is_clan = self.runs.raw(&pieces[0]).starts_with('O');
        let is_chief = is_clan && take_article(&self.runs.tokens, spot);
        spot.shape = shape::shape(&self.names, spot, pieces, part);
        let start = title.map_or(spot.tokens.start, |title| title.tokens.0);
        if is_chief {
            spot.shape = spot.shape.max(ENOUGH);
        }
        if spot.single && spot.opens && weigh::is_agent(&self.runs.tokens, spot) {
            let raw = self.runs.raw(&pieces[0]);
            if self.runs.is_surname_here(raw) {
                // "Law fled France", of John Law.
                spot.shape = spot.shape.max(1);
            }
        }
        // Heradotus; in brackets it is how another note spells the name before.
        if spot.single
            && spot.last.is_empty()
            && (start == 0 || self.runs.tokens.word(start - 1) != "(")
            && is_known_misspelt(self.names.text(spot.key))
        {
            spot.shape = spot.shape.max(ENOUGH);
        }
        look_behind(&self.runs.tokens, &self.names, spot);
        spot.kin = spot.single && weigh::is_kins(&self.runs.tokens, start);
        spot.after_article = follows_article(&self.runs.tokens, start);
        spot.context = weigh::context(&self.runs.tokens, &self.names, spot, start);
        if spot.single && spot.last.contains(Is::PLACE) {
            weigh_place(&self.runs, spot, start, !self.peers.is_empty());
        }
        if !spot.shouted && self.listed.is_person(self.runs.tokens.block(), start) {
            spot.context += LISTED;
        }
    }
}

/// Notes what stands right behind a spot and says that nobody of the note is named.
fn look_behind(tokens: &Tokens<'_>, names: &Names, spot: &mut Spot) {
    let end = spot.tokens.end;
    spot.cited = spot.single && (weigh::is_cited(tokens, end) || weigh::is_another(tokens, end));
    if spot.single
        && tokens.is_capital(end)
        && weigh::is_half_a_people(tokens, names.text(spot.key), end)
    {
        spot.cited = true;
        spot.shape = NOBODY;
    }
}

/// Weighs a spot that may be a place, where `peers` were named before or not.
#[inline(never)]
fn weigh_place(runs: &Runs<'_>, spot: &mut Spot, start: usize, peers: bool) {
    if start > 0 && runs.is_called(start) {
        // "His son Cleveland"
        spot.shape = spot.shape.max(1);
    }
    if peers && weigh::is_where(&runs.tokens, spot) {
        // "Rode from Norfolk", "Kent and Norfolk": the county, whoever is duke of it.
        spot.context = spot.context.min(NOWHERE);
    }
}

/// Whether a folded name ends as plurals do.
fn is_plural(key: &str) -> bool {
    let other = [
        "as", "is", "os", "us", "ss", "ys", "enes", "anes", "ocles", "ocrates",
    ];
    key.ends_with('s') && !other.iter().any(|ending| key.ends_with(ending))
}

/// Whether a word raises or narrows the title after it: Grand Duke, Senior Chief, Field Marshal.
fn is_high(raw: &str, title: &str) -> bool {
    match raw {
        "Grand" | "grand" | "Senior" | "Vice" | "Paramount" | "Crown" | "Prime" | "Deputy"
        | "Acting" => true,
        "Field" => title == "Marshal",
        "Air" => matches!(title, "Marshal" | "Chief" | "Commodore"),
        _ => false,
    }
}

/// The folded word after a numeral, if `last` is one.
fn byname(runs: &Runs<'_>, last: &Piece, room: &mut String, names: &mut Names) -> Folded {
    if last.shape != Shape::Byname {
        return Folded::NONE;
    }
    title_word(runs.raw(last), room, names)
}

/// The folded word of a title.
fn title_word(raw: &str, room: &mut String, names: &mut Names) -> Folded {
    room.clear();
    lexicon::fold(raw.trim_end_matches('.'), room);
    names.add(room)
}

/// Whether "the", "a" or the like stands before token `start`.
fn follows_article(tokens: &Tokens<'_>, start: usize) -> bool {
    start > 0 && tokens.known(start - 1).cue.contains(Cue::ARTICLE)
}

/// The part of a run that may be one name.
#[derive(Debug, Default, Clone)]
struct Part {
    pieces: Range<usize>,
    title: Option<usize>,
    role: bool,
    people: bool,
    /// An organisation or a place stands right before it.
    body: bool,
    /// `Operation Barbarossa`, `HMS Victory`: what follows is a thing's name.
    thing: bool,
}
