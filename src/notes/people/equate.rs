//! Two names that a note says are one person's, and names that stand side by side.

mod born;
mod brackets;
pub(super) mod columns;
mod epithets;
mod peers;
mod phrases;
mod renamed;
mod rulers;

use super::folded::Names;
use super::join::Equation;
use super::spot::Spot;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, Document};
use phrases::{Link, joined};

/// Words between two names that may say something of both, at most.
const REACH: usize = 7;

/// Pairs of neighbouring spots that the words between them equate: `Octavian (later Augustus)`, `Temujin, known as Genghis Khan`.
///
/// The second list has neighbours in a list of names: `Pompey, Crassus and Caesar`.
pub(super) fn pairs(
    document: &Document,
    names: &Names,
    spots: &[Spot],
) -> (Vec<Equation>, Vec<Equation>) {
    let mut pairs = Pairs::default();
    for right in 1..spots.len() {
        let left = right - 1;
        let (one, two) = (&spots[left], &spots[right]);
        let before = rulers::before(document, names, spots, right)
            .or_else(|| born::before(document, names, spots, right))
            .or_else(|| renamed::before(document, names, spots, right));
        pairs.same.extend(before.map(|before| (before, right)));
        if one.block != two.block || two.tokens.start < one.tokens.end {
            pairs.bracket = None;
            continue;
        }
        let block = &document.blocks[one.block];
        let start = start_of(names, block, two);
        if start < one.tokens.end || start - one.tokens.end > REACH {
            pairs.bracket = None;
            continue;
        }
        let tokens = &block.tokens[past_stop(block, one)..start];
        if says_nothing(&block.text.visible, tokens) && pairs.bracket.is_none() {
            continue;
        }
        let mut room = [""; REACH];
        let whole = words(&block.text.visible, tokens, &mut room);
        let between = without_quote(whole);
        let opens = left == 0 || spots[left - 1].block != one.block;
        let between = if opens {
            without_arrow(between)
        } else {
            between
        };
        let word = |at: usize| word_at(block, at);
        let end = past_cries(block, two.tokens.end);
        let after = word(end);
        // "Daisy = Nick's cousin" is about what is Nick's.
        let listed = block.tokens.get(end + 1).is_some_and(|token| token.capital);
        let inside = brackets::Inside {
            names,
            block,
            spots,
            pair: [left, right],
            between,
            whole,
            after,
        };
        pairs.judge(&inside, word(end + 1), listed);
    }
    columns::add(document, spots, &mut pairs.same);
    epithets::add(document, names, spots, &mut pairs.same);
    (pairs.same, pairs.beside)
}

/// The pairs that were found so far.
#[derive(Debug, Default)]
struct Pairs {
    /// Two names of one person.
    same: Vec<Equation>,
    /// Two people side by side.
    beside: Vec<Equation>,
    /// The spot that an open bracket explains.
    bracket: Option<usize>,
    /// The spot before an open bracket.
    opened: Option<usize>,
}

impl Pairs {
    /// Takes in two neighbours; `next` is the second word after them, and `listed` whether it has a capital.
    fn judge(&mut self, inside: &brackets::Inside<'_>, next: &str, listed: bool) {
        let [left, right] = inside.pair;
        let (between, after) = (inside.between, inside.after);
        if let Some(explained) = self.bracket.filter(|_| inside.is_second_name()) {
            self.same.push((explained, right));
            return;
        }
        let block = inside.spots[left].block;
        self.opened = match between {
            ["(", ..] => Some(left),
            _ if between.contains(&")") => None,
            _ => self
                .opened
                .filter(|opened| inside.spots[*opened].block == block),
        };
        // "Jiang Qing (Madame Mao, stage name Lan Ping)"
        if let (Some(opened), [",", .., "name" | "sign" | "aka"]) = (self.opened, between)
            && opened < left
            && after == ")"
        {
            self.same.extend([(opened, left), (opened, right)]);
            return;
        }
        match link(inside, next, listed) {
            Some(Link::Same) => {
                self.same.push((left, right));
                if between.first() == Some(&"(") {
                    self.bracket = Some(left);
                }
            }
            Some(Link::Beside) => self.beside.push((left, right)),
            None => {
                // "(Octavianus in Latin, or Augustus Caesar late in life)"
                if let (Some(explained), Some(&"or")) = (self.bracket, between.last()) {
                    self.same.push((explained, right));
                }
                if between.contains(&")") {
                    self.bracket = None;
                }
            }
        }
    }
}

/// The token after a name; the stop of "Richard I., also known as" is passed over.
fn past_stop(block: &Block, spot: &Spot) -> usize {
    let end = spot.tokens.end;
    let stop = !spot.tail.is_none() && word_at(block, end) == "." && word_at(block, end + 1) == ",";
    end + usize::from(stop)
}

/// The token after exclamation and question marks, John Calvin (Jean Cauvin!!), and after a stop that ends a bracket:
/// Danton (Georges D.).
fn past_cries(block: &Block, mut at: usize) -> usize {
    if word_at(block, at) == "." && word_at(block, at + 1) == ")" {
        return at + 1;
    }
    while matches!(word_at(block, at), "!" | "?") {
        at += 1;
    }
    at
}

/// The words before a name without the mark that opens its quotation: known as "Lionheart".
fn without_quote<'w, 't>(between: &'w [&'t str]) -> &'w [&'t str] {
    match between {
        [words @ .., "\"" | "“" | "'" | "‘"] if !words.is_empty() => words,
        _ => between,
    }
}

/// The words before a name without the arrow that they begin with: Arrhidaeus → becomes Philip III.
fn without_arrow<'w, 't>(between: &'w [&'t str]) -> &'w [&'t str] {
    match between {
        ["→" | "->" | "⇒" | "=>" | "⟶" | "➜", words @ ..] if !words.is_empty() => words,
        _ => between,
    }
}

/// The words of a token of a block; none past its end.
fn word_at(block: &Block, at: usize) -> &str {
    let token = block.tokens.get(at);
    token.map_or("", |token| token.of(&block.text.visible))
}

/// What the words between and after two spots say of both; `next` is the second word after them, and `listed` whether it has a
/// capital.
fn link(inside: &brackets::Inside<'_>, next: &str, listed: bool) -> Option<Link> {
    let (one, two) = inside.spots();
    let (names, between, after) = (inside.names, inside.between, inside.after);
    let is_peer = peers::is_same(names, between, [after, next], listed, one, two);
    (is_peer
        || inside.is_same_name()
        || inside.is_quoted()
        || inside.is_in_tongue()
        || inside.is_name_of()
        || inside.are_halves()
        || inside.is_lord(next, listed)
        || renamed::is_renamed(between, || inside.before()))
    .then_some(Link::Same)
    .or_else(|| joined(names, between, after, one, two))
    .filter(|link| matches!(link, Link::Beside) || !inside.is_successor())
    .filter(|link| {
        let owned = one.possessive && !inside.is_name_of();
        matches!(link, Link::Beside) || !owned && !two.possessive
    })
}

/// The first token of a spot, its title with it.
fn start_of(names: &Names, block: &Block, spot: &Spot) -> usize {
    // A peer's title is part of the name, and no token of it.
    match spot.title {
        None if !peers::is_peer(names, spot) => spot.tokens.start,
        _ => {
            let start = spot.start();
            block.tokens.partition_point(|token| token.start < start)
        }
    }
}

/// The words of `tokens`, in `room`.
fn words<'r, 't>(text: &'t str, tokens: &[Token], room: &'r mut [&'t str; REACH]) -> &'r [&'t str] {
    for (place, token) in room.iter_mut().zip(tokens) {
        *place = token.of(text);
    }
    &room[..tokens.len().min(REACH)]
}

/// Whether the words between two names can link them: a quick no for most.
fn says_nothing(text: &str, tokens: &[Token]) -> bool {
    match tokens {
        [] => true,
        [only] => only.kind == Kind::Word && only.end - only.start > 7,
        [first, ..] => {
            let first = first.of(text);
            !matches!(
                first.as_bytes()[0],
                b'(' | b'"'
                    | b'-'
                    | 0xe2
                    | b','
                    | b'='
                    | b'a'
                    | b'b'
                    | b'c'
                    | b'f'
                    | b'k'
                    | b'd'
                    | b'i'
                    | b'l'
                    | b'm'
                    | b'o'
                    | b'p'
                    | b'r'
                    | b's'
                    | b't'
                    | b'v'
                    | b'w'
            )
        }
    }
}
