//! What a spot is and looks like: it is put together from the part of a run that it is, and weighed.

use super::edges::{extend_left, is_son, take_article};
use super::finder::Finder;
use super::part::Part;
use super::spell::{common_surname, spell};
use super::{ENOUGH, NOBODY, Spot, shape};
use crate::notes::markdown::BlockKind;
use crate::notes::people::eastern::is_given;
use crate::notes::people::folded::{Folded, Names};
use crate::notes::people::join::{is_numeral, place_of_peer};
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::people::misspelt::is_known_misspelt;
use crate::notes::people::run::{Piece, Runs, Shape, Tokens};
use crate::notes::people::weigh;

/// What stands around a place that is no peer, at most.
const NOWHERE: i32 = -6;

/// What a column or a section of people adds.
const LISTED: i32 = 6;

impl Finder<'_> {
    /// Adds the spot that `part` is, if it is one.
    pub(super) fn add(&mut self, index: usize, part: &Part, opens: bool) {
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
        look_east(&mut self.eastern, &self.names, spot);
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
        if spot.shape == ENOUGH - 1 && is_ruler(&self.names, spot) {
            spot.shape = ENOUGH;
        }
        spot.context = weigh::context(&self.runs.tokens, &self.names, spot, start);
        if spot.single && spot.last.contains(Is::PLACE) {
            weigh_place(&self.runs, spot, start, !self.peers.is_empty());
        }
        if !spot.shouted && self.listed.is_person(self.runs.tokens.block(), start) {
            spot.context += LISTED;
        }
    }
}

/// Notes in `eastern` that a family name stands first, and from then on lets an unknown word be a given name alone.
#[inline]
fn look_east(eastern: &mut bool, names: &Names, spot: &mut Spot) {
    if spot.words == 2 {
        *eastern |= spot.first.contains(Is::FAMILY) && spot.shape >= ENOUGH;
    } else if *eastern && spot.shape < 0 && is_like_given(names, spot) {
        spot.shape = 0;
    }
}

/// Whether an unknown word is two syllables of Chinese, however it ends: Ziying.
fn is_like_given(names: &Names, spot: &Spot) -> bool {
    spot.single && spot.last.is_empty() && !spot.shouted && is_given(names.text(spot.key))
}

/// Whether a numeral behind an unknown word in the middle of a sentence is a ruler's, and no ship's or rocket's: Rudrasena II.
fn is_ruler(names: &Names, spot: &Spot) -> bool {
    !spot.after_article
        && !spot.opens
        && !spot.ends_as_plural
        && spot.first.is_empty()
        && is_numeral(names.text(spot.tail))
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
