//! Runs of capitalised words cut into spots: places where a person may be named, each weighed by what it looks like.

use std::ops::Range;

use super::lexicon::{self, Is};
use super::run::{Piece, Runs, Shape, is_peer};
use super::weigh;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind};

/// Weight from which a spot names a person.
pub(super) const ENOUGH: i32 = 6;

/// Whether "he" or "she" can mean somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
    pub(super) title_word: Option<String>,
    /// Folded words of the name without particles before it, one blank between two: `john f kennedy`.
    pub(super) key: String,
    /// Numeral, epithet, origin: `iii`, `the great`, `of aquitaine`.
    pub(super) tail: String,
    /// Words in `key` that are no initials.
    pub(super) words: usize,
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
}

impl Spot {
    /// A single word without numeral or epithet.
    pub(super) fn is_single(&self) -> bool {
        self.tail.is_empty() && !self.key.contains(' ')
    }
}

/// Adds the spots of `block` to `spots`.
pub(super) fn find(index: usize, block: &Block, line_starts: &[u32], spots: &mut Vec<Spot>) {
    let mut runs = Runs::of(block, line_starts);
    while runs.next() {
        cut(index, &runs, spots);
    }
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

fn cut(index: usize, runs: &Runs<'_>, spots: &mut Vec<Spot>) {
    let pieces = &runs.pieces;
    let opens = opens(runs.block, pieces[0].tokens.0);
    let mut part = Part::default();
    let mut at = 0;
    while at < pieces.len() {
        let piece = &pieces[at];
        let open = !part.pieces.is_empty();
        if open && belongs(runs, &part, at) || !open && begins(runs, &part, at) {
            if !open {
                part.pieces.start = at;
            }
            at += 1;
            part.pieces.end = at;
            continue;
        }
        let thing = piece.is.contains(Is::THING) && piece.shape == Shape::Word;
        let before = std::mem::take(&mut part);
        if open && !thing && !before.thing {
            spots.extend(spot(index, runs, &before, opens));
        }
        // What stands before the next part says something of it.
        if piece.is.contains(Is::TITLE) && piece.shape == Shape::Word {
            let grand = at > 0 && runs.folded(&pieces[at - 1]) == "grand";
            part.title = Some(match before.title {
                Some(title) if !open => title,
                _ => at - usize::from(grand),
            });
            part.role = before.role && !open;
        } else if piece.is.contains(Is::ROLE) {
            part.role = true;
        } else if piece.is.contains(Is::PEOPLE) {
            part.people = true;
        } else if piece.is.intersects(Is::GROUP | Is::PLACE) {
            part.body = true;
        } else if piece.shape == Shape::Word && names_things(runs.folded(piece)) {
            part.thing = true;
        }
        at += 1;
    }
    if !part.pieces.is_empty() && !part.thing {
        spots.extend(spot(index, runs, &part, opens));
    }
}

/// Whether the piece at `at` can begin a name.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
fn begins(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    let next = runs.pieces.get(at + 1);
    match piece.shape {
        Shape::Numeral | Shape::Epithet => return false,
        Shape::Nickname => {
            return next.is_some_and(|next| next.shape == Shape::Word && is_nameable(next.is));
        }
        // `Duke of Wellington`: the title is all the name there is.
        Shape::Origin => {
            return part
                .title
                .is_some_and(|title| title + 1 == at && is_peer(runs.folded(&runs.pieces[title])));
        }
        Shape::Initial | Shape::Particle => {
            return next.is_some_and(|next| {
                matches!(next.shape, Shape::Initial | Shape::Particle)
                    || next.shape == Shape::Word && is_nameable(next.is)
            });
        }
        Shape::Word => {}
    }
    let is = piece.is;
    let titled = part.title.is_some_and(|title| title + 1 == at);
    let surname_follows = next.is_some_and(|next| {
        matches!(
            next.shape,
            Shape::Initial | Shape::Particle | Shape::Nickname
        ) || next.shape == Shape::Word
            && (next.is.intersects(Is::KNOWN | Is::SURNAME | Is::FAMILY) || next.is.is_empty())
            && !next.is.intersects(Is::THING)
    });
    if is.is_empty()
        && at == 0
        && is_verb_form(runs.folded(piece))
        && opens(runs.block, piece.tokens.0)
    {
        // A verb: "Burned Cranmer".
        return false;
    }
    let acronym = piece.shouted && is.is_empty() && next.is_some_and(|next| !next.shouted);
    if acronym || names_things(runs.folded(piece)) {
        return false;
    }
    let alone = part.title.is_none() && next.is_none();
    if is.contains(Is::TITLE) {
        // Dr. King; King alone is whom the note has named so before, or nobody.
        return is.contains(Is::SURNAME) && (titled && next.is_none() || alone);
    }
    if is.intersects(Is::FUNCTION | Is::GROUP | Is::ROLE) {
        if alone && is.contains(Is::SURNAME) {
            return true;
        }
        let month = is.contains(Is::GROUP) && next.is_some_and(|next| next.is.contains(Is::KNOWN));
        return is.intersects(Is::GIVEN) && surname_follows && !month
            || is.intersects(Is::KNOWN | Is::GIVEN | Is::SURNAME)
                && (titled || is.contains(Is::KNOWN) && !is.intersects(Is::FUNCTION));
    }
    if is.contains(Is::PEOPLE) {
        return is.contains(Is::KNOWN) && (titled || surname_follows);
    }
    if is.intersects(Is::PLACE) {
        return titled || is.intersects(Is::NAME);
    }
    if is.intersects(Is::WORD | Is::THING) {
        return is.intersects(Is::NAME)
            || titled && !is_weak_title(runs.folded(&runs.pieces[at - 1])) && is.is_empty();
    }
    !is.intersects(Is::ACT | Is::FATE) || is.intersects(Is::NAME)
}

/// Whether the piece at `at` goes on with the name begun in `part`.
#[expect(
    clippy::too_many_lines,
    reason = "one decision, read from top to bottom"
)]
fn belongs(runs: &Runs<'_>, part: &Part, at: usize) -> bool {
    let piece = &runs.pieces[at];
    let is = piece.is;
    let names = &runs.pieces[part.pieces.clone()];
    let given = names.iter().any(|name| {
        name.shape == Shape::Initial
            || name.is.intersects(Is::GIVEN)
                && !name.is.intersects(Is::PLACE | Is::PEOPLE | Is::GROUP)
    });
    let plain_given = given && !names[0].is.intersects(Is::WORD | Is::FUNCTION | Is::TITLE);
    let ended = names
        .iter()
        .any(|name| matches!(name.shape, Shape::Numeral | Shape::Epithet));
    match piece.shape {
        Shape::Numeral | Shape::Epithet | Shape::Origin | Shape::Nickname => return true,
        Shape::Initial => return !ended,
        Shape::Particle => {
            let given = names[0].is.intersects(Is::GIVEN);
            return !ended
                && runs.pieces.get(at + 1).is_some_and(|next| {
                    is_nameable(next.is) || given && next.is.contains(Is::PLACE)
                });
        }
        Shape::Word => {}
    }
    if ended {
        return false;
    }
    let count = names
        .iter()
        .filter(|name| name.shape == Shape::Word)
        .count();
    let after_particle = names
        .last()
        .is_some_and(|name| name.shape == Shape::Particle);
    let surname = is.intersects(Is::SURNAME | Is::KNOWN);
    // "Berlioz Symphonie": nothing unknown follows a surname that is known.
    let complete = count >= 2
        && names.last().is_some_and(|last| {
            last.is.contains(Is::KNOWN) && !last.is.intersects(Is::GIVEN | Is::SURNAME | Is::FAMILY)
        });
    if complete && is.is_empty() && !piece.shouted {
        return false;
    }
    if is.contains(Is::TITLE) && follows_names(runs.folded(piece)) {
        return true;
    }
    let family = count == 1
        && names[0].is.contains(Is::FAMILY)
        && !names[0].is.intersects(Is::GIVEN | Is::PLACE);
    if is.intersects(Is::FUNCTION | Is::ROLE | Is::GROUP | Is::PEOPLE | Is::TITLE) {
        let known_role = is.contains(Is::ROLE) && !is.contains(Is::SURNAME);
        return surname && given && !known_role || after_particle;
    }
    if is.contains(Is::THING) {
        return surname && given && count <= 2;
    }
    if is.contains(Is::PLACE) {
        return given && count <= 2
            || after_particle
            || family && is.contains(Is::FAMILY)
            || surname && count == 1 && !names[0].is.intersects(Is::KNOWN);
    }
    if is.contains(Is::WORD) {
        return (surname && given)
            || (family && is.contains(Is::FAMILY))
            || (plain_given && count == 1 && !is.intersects(Is::ACT | Is::HUMAN))
            || after_particle;
    }
    // An unknown word, or a name. A whole name is not followed by another person's.
    count < 4
        || is.intersects(Is::GIVEN) && names.iter().all(|name| name.is.intersects(Is::GIVEN))
        || names
            .last()
            .is_some_and(|name| name.is.intersects(Is::GIVEN))
}

/// An unknown word that ends as verbs do.
fn is_verb_form(folded: &str) -> bool {
    folded.len() >= 6 && (folded.ends_with("ed") || folded.ends_with("ing"))
}

/// Words before the name of a thing that is called after a person or a god.
fn names_things(folded: &str) -> bool {
    matches!(
        folded,
        "operation"
            | "camp"
            | "fort"
            | "lake"
            | "mount"
            | "mt"
            | "cape"
            | "project"
            | "uss"
            | "hms"
            | "rms"
            | "port"
            | "hurricane"
            | "case"
            | "apollo"
            | "hotel"
            | "college"
            | "villa"
            | "palazzo"
            | "rue"
            | "via"
            | "piazza"
            | "teatro"
            | "castle"
            | "château"
            | "chateau"
            | "schloss"
            | "university"
            | "bridge"
            | "hospital"
    )
}

/// Titles that stand after the name: `Zafar Shah`, `Nana Sahib`.
fn follows_names(folded: &str) -> bool {
    matches!(
        folded,
        "sultan"
            | "hatun"
            | "shah"
            | "khan"
            | "pasha"
            | "bey"
            | "sahib"
            | "singh"
            | "mirza"
            | "begum"
            | "khatun"
            | "hanim"
            | "effendi"
            | "agha"
    )
}

fn is_nameable(is: Is) -> bool {
    is.intersects(Is::NAME) || !is.intersects(Is::OTHER | Is::ACT)
}

/// Titles that are common words too: `General strike`, `Major events`.
fn is_weak_title(folded: &str) -> bool {
    matches!(
        folded,
        "general"
            | "major"
            | "private"
            | "count"
            | "chief"
            | "sister"
            | "brother"
            | "mother"
            | "father"
            | "judge"
            | "representative"
            | "miss"
            | "uncle"
            | "aunt"
            | "justice"
            | "master"
            | "marshal"
            | "commander"
            | "elector"
            | "rep"
            | "mr"
    )
}

/// Whether a capital at `token` says nothing: the start of a sentence, a heading, a cell, a quotation.
fn opens(block: &Block, token: usize) -> bool {
    if matches!(block.kind, BlockKind::Heading | BlockKind::CalloutTitle) || token == 0 {
        return true;
    }
    let before = &block.tokens[token - 1];
    let text = before.of(&block.text.visible);
    before.kind == Kind::Arrow
        || matches!(
            text,
            ":" | "|" | "." | "!" | "?" | "•" | "–" | "—" | "-" | "\"" | "“" | "="
        ) && before.kind == Kind::Punct
            && block.tokens[token].spaced
        || block
            .sentences
            .binary_search_by_key(&token, |sentence| sentence.start)
            .is_ok()
}

#[expect(clippy::too_many_lines, reason = "fills one struct, field by field")]
fn spot(index: usize, runs: &Runs<'_>, part: &Part, opens: bool) -> Option<Spot> {
    let pieces = &runs.pieces[part.pieces.clone()];
    let mut key = String::new();
    let mut tail = String::new();
    let mut words = 0;
    let mut first = None;
    let mut last = Is::empty();
    for piece in pieces {
        let folded = runs.folded(piece).trim_end_matches('.');
        match piece.shape {
            Shape::Word | Shape::Initial | Shape::Nickname => {
                if !key.is_empty() {
                    key.push(' ');
                }
                key.push_str(folded);
                words += usize::from(piece.shape == Shape::Word);
                first.get_or_insert(if piece.shape == Shape::Word {
                    piece.is
                } else {
                    Is::empty()
                });
                last = piece.is;
            }
            Shape::Numeral | Shape::Epithet | Shape::Origin => {
                if !tail.is_empty() {
                    tail.push(' ');
                }
                tail.push_str(folded);
            }
            Shape::Particle if !key.is_empty() => {
                key.push(' ');
                key.push_str(folded);
            }
            Shape::Particle => {}
        }
    }
    let first = first.unwrap_or_default();
    let ends = pieces.last()?;
    if key.len() == 1 {
        return None;
    }
    if key.is_empty() {
        // A peer: the place is the name.
        key = tail.strip_prefix("of ")?.to_owned();
        tail.clear();
        words = 1;
        last = Is::KNOWN;
    }
    let title = part.title.map(|title| &runs.pieces[title]);
    let tokens = pieces[0].tokens.0..ends.tokens.1;
    let mut spot = Spot {
        block: index,
        tokens,
        bytes: pieces[0].bytes.0..ends.bytes.1,
        title: title.map(|title| title.bytes.0),
        title_word: part
            .pieces
            .start
            .checked_sub(1)
            .filter(|_| title.is_some())
            .map(|title| {
                runs.folded(&runs.pieces[title])
                    .trim_end_matches('.')
                    .to_owned()
            }),
        key,
        tail,
        words,
        first,
        last,
        shouted: pieces
            .iter()
            .all(|piece| piece.shouted || piece.shape != Shape::Word),
        opens: opens && part.pieces.start == 0
            || matches!(
                runs.block.kind,
                BlockKind::Heading | BlockKind::CalloutTitle
            ),
        shape: 0,
        context: 0,
        possessive: ends.possessive,
        follows_capital: part.pieces.start > 0,
        in_heading: runs.block.kind == BlockKind::Heading,
    };
    if ends.shape == Shape::Origin
        && spot.words == 1
        && is_peer_title(&spot)
        && spot.tail.is_empty()
    {
        // "Duke of Wellington": the title is part of the name.
        spot.bytes.start = spot.title.take().unwrap_or(spot.bytes.start);
    }
    extend_left(runs.block, &mut spot);
    spot.shape = shape(&spot, pieces, part);
    spot.context = weigh::context(
        runs.block,
        &runs.tags,
        &spot,
        part.title
            .map_or(spot.tokens.start, |title| runs.pieces[title].tokens.0),
    );
    Some(spot)
}

fn is_peer_title(spot: &Spot) -> bool {
    spot.title_word.as_deref().is_some_and(is_peer)
}

/// Takes in a lower-case particle before the name: `von Neumann`, `bin Laden`, `al-Khwarizmi`.
fn extend_left(block: &Block, spot: &mut Spot) {
    let text = &block.text.visible;
    let word = |at: usize| block.tokens[at].of(text);
    let first = spot.tokens.start;
    if spot.title.is_some() || first == 0 {
        return;
    }
    let mut start = first;
    if first >= 2
        && word(first - 1) == "-"
        && !block.tokens[first].spaced
        && matches!(word(first - 2), "al" | "el" | "ul" | "as" | "ar" | "an")
    {
        start = first - 2;
    } else if matches!(
        word(first - 1),
        "von" | "van" | "bin" | "ibn" | "di" | "de" | "du" | "zu"
    ) && block.tokens[first].spaced
    {
        start = first - 1;
    } else if first >= 2
        && matches!(
            (word(first - 2), word(first - 1)),
            ("van", "der" | "den") | ("von", "der") | ("de", "la")
        )
    {
        start = first - 2;
    }
    if start < first
        && (spot.last.contains(Is::KNOWN)
            || matches!(word(start), "von" | "van" | "bin" | "ibn" | "al"))
    {
        spot.tokens.start = start;
        spot.bytes.start = block.tokens[start].start;
    }
}

/// What a spot looks like by itself.
fn shape(spot: &Spot, pieces: &[Piece], part: &Part) -> i32 {
    let Spot { first, last, .. } = *spot;
    let contrary = Is::WORD | Is::PLACE | Is::GROUP | Is::PEOPLE | Is::THING | Is::FUNCTION;
    let mut weight = 0;
    let mut floor = i32::MIN;
    if let Some(title) = &spot.title_word {
        let weak = is_weak_title(title);
        // "Dr. King", "Lord North": whatever else the word may be.
        floor = if weak { floor } else { 0 };
        weight += match (weak, spot.words) {
            (false, _) => 6,
            (true, 1) if last.is_empty() => 6,
            (true, 1) if last.intersects(contrary) && !last.intersects(Is::KNOWN | Is::SURNAME) => {
                0
            }
            (true, _) => 4,
        };
    }
    if part.role {
        weight += 4;
    }
    if part.people {
        weight += 1;
    }
    if part.body && last.is_empty() {
        // Viet Cong, Jallianwala Bagh.
        weight -= 5;
    }
    if !spot.tail.is_empty() {
        weight += if first.intersects(Is::GIVEN | Is::KNOWN) {
            8
        } else {
            4
        };
    }
    if pieces.iter().any(|piece| piece.shape == Shape::Nickname) {
        weight += 6;
    }
    if spot.words == 0 {
        -8
    } else if !spot.key.contains(' ') {
        weight + single(spot, contrary).max(floor)
    } else {
        weight + several(spot, pieces, contrary)
    }
}

fn single(spot: &Spot, contrary: Is) -> i32 {
    let is = spot.last;
    let doubtful = is.intersects(contrary);
    if spot.shouted && !is.intersects(Is::KNOWN | Is::GIVEN) {
        return -6;
    }
    if is.contains(Is::KNOWN) {
        match (doubtful, spot.opens) {
            (false, _) => 6,
            (true, false) if !is.intersects(Is::PLACE | Is::GROUP) => 5,
            (true, _) => 1,
        }
    } else if is.intersects(Is::GIVEN) {
        match (doubtful, spot.opens) {
            (false, _) => 5,
            (true, false) => 1,
            (true, true) => -1,
        }
    } else if doubtful {
        -4
    } else if is.contains(Is::SURNAME) || has_surname_ending(&spot.key) {
        2 + i32::from(!spot.opens)
    } else if has_common_ending(&spot.key) {
        -4
    } else {
        i32::from(is.contains(Is::FAMILY)) + i32::from(!spot.opens)
    }
}

#[expect(clippy::too_many_lines, reason = "one table of weights")]
fn several(spot: &Spot, pieces: &[Piece], contrary: Is) -> i32 {
    let Spot { first, last, .. } = *spot;
    let initials = pieces.iter().any(|piece| piece.shape == Shape::Initial);
    let particle = pieces
        .iter()
        .skip(1)
        .any(|piece| piece.shape == Shape::Particle);
    let common = spot
        .key
        .split(' ')
        .filter(|word| has_common_ending(word))
        .count() as i32;
    let mut weight = if first.intersects(Is::GIVEN) {
        match (
            first.intersects(contrary),
            last.intersects(Is::KNOWN | Is::SURNAME),
        ) {
            (false, _) => 8,
            (true, true) => 7,
            (true, false) if last.is_empty() && !spot.opens => 5,
            (true, false) => 2,
        }
    } else if last.contains(Is::KNOWN) && !last.intersects(contrary)
        || first.contains(Is::KNOWN) && !first.intersects(contrary)
        || first.contains(Is::FAMILY) && !first.intersects(Is::WORD | Is::PLACE | Is::FUNCTION)
        || initials && !last.intersects(contrary - Is::WORD)
    {
        6
    } else if last.contains(Is::THING) && !first.intersects(Is::NAME) {
        // Birnam Wood.
        -2
    } else if spot.key.rsplit(' ').next().is_some_and(follows_names) && !first.intersects(contrary)
    {
        8
    } else if last.intersects(Is::SURNAME | Is::KNOWN) && !first.intersects(contrary)
        || first.intersects(Is::SURNAME | Is::KNOWN)
            && !first.intersects(contrary)
            && last.is_empty()
    {
        4
    } else if last.intersects(Is::GIVEN) && !last.intersects(contrary) && first.is_empty() {
        5
    } else if first.is_empty() && last.is_empty() {
        3 + i32::from(!spot.opens)
    } else if first.is_empty() || last.is_empty() {
        2
    } else {
        -2
    };
    if particle {
        weight += 2;
    }
    if last.intersects(Is::WORD | Is::THING)
        && !last.intersects(Is::SURNAME | Is::KNOWN)
        && (spot.opens || is_plural(&spot.key))
    {
        weight -= 4;
    }
    // Mau Mau, Bora Bora.
    let doubled = spot
        .key
        .split_once(' ')
        .is_some_and(|(one, two)| one == two);
    weight - 3 * common - if doubled { 6 } else { 0 }
}

fn is_plural(key: &str) -> bool {
    key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("us") && !key.ends_with("is")
}

/// Endings of surnames of many languages.
fn has_surname_ending(folded: &str) -> bool {
    if folded.len() >= 5
        && ["o'", "mc", "fitz"]
            .iter()
            .any(|beginning| folded.starts_with(beginning))
    {
        return true;
    }
    const ENDINGS: &[&str] = &[
        "us", "sky", "ski", "skij", "skii", "ov", "ova", "ev", "eva", "off", "enko", "vich", "vic",
        "wicz", "icz", "escu", "poulos", "akis", "stein", "mann", "oglu", "zadeh", "shvili",
        "adze", "sson", "sen", "quist", "strom", "elli", "ini", "etti", "otti", "ucci", "accio",
        "ius", "yan", "ian's", "inho", "kowski", "czyk", "dottir", "man", "haus", "heimer", "baum",
        "feld", "berger", "inger", "meyer", "meier", "son", "etto", "ezzi", "aldi", "ardi", "ello",
        "guez", "andez", "inez", "opez", "eiros", "eira", "ault", "eux", "elle", "illon", "abe",
        "moto", "mura", "yama", "kawa", "hara", "zawa",
    ];
    folded.len() >= 5
        && ENDINGS
            .iter()
            .any(|ending| folded.len() > ending.len() + 1 && folded.ends_with(ending))
        && !has_common_ending(folded)
}

/// Endings of common words, which are no names.
fn has_common_ending(folded: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ism", "isms",
        "ist", "ists", "ing", "ings", "ology", "ologies", "ship", "hood", "ance", "ances", "ence",
        "ences", "ancy", "ency", "cracy", "archy", "ically", "ally", "ously", "ively", "ingly",
        "able", "ible", "ful", "less", "ize", "izes", "ized", "ise", "ised", "ization", "isation",
        "age", "ages", "ated", "ates", "ical", "ional", "ious", "eous", "uous", "ative", "itive",
        "ography", "onomy", "ometer", "scope", "ware", "wise", "ward", "wards", "land", "lands",
        "shire", "ville", "burg", "grad", "stan", "istan", "ese", "cide", "cides", "phobia",
        "philia", "itis", "osis", "ide", "ides", "ium", "ine's", "gate", "ways", "craft", "work",
        "works", "house", "houses",
    ];
    // Not "Harding", "Fleming": whoever is known by name is in the lists.
    folded.len() >= 6
        && ENDINGS
            .iter()
            .any(|ending| folded.len() > ending.len() + 2 && folded.ends_with(ending))
        && !lexicon::look_up(folded).intersects(Is::NAME)
}
