//! Two names that a note says are one person's, and names that stand side by side.

mod alike;
mod between;
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
use super::lexicon::{self, Is};
use super::spot::Spot;
use crate::notes::markdown::Document;
use between::{
    REACH, past_cries, past_stop, says_nothing, start_of, without_arrow, without_quote, word_at,
    words,
};
use phrases::{Link, joined};

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
    /// A spot that "aka" stands behind, and the next one.
    aka: Option<Equation>,
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
        // "Ren Tan - aka Lord of Vell, later Gao - a peasant"
        if let (Some((explained, last)), [",", "later" | "then"]) = (self.aka.take(), between)
            && last == left
            && !inside.spots[right].possessive
        {
            self.same.push((explained, right));
            return;
        }
        if let ["-" | "–" | "—" | "(" | ",", "aka" | "alias", ..] = between {
            self.aka = Some((left, right));
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
            Some(Link::Beside) if is_where_it_was(inside) => {}
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

/// Whether the first of two names is where the second did what follows: `Arvenholm, Lindqvist loses his guns`, which is no list.
fn is_where_it_was(inside: &brackets::Inside<'_>) -> bool {
    let (one, _) = inside.spots();
    inside.between == [","]
        && one.single
        && one.last.is_empty()
        && inside.after.ends_with('s')
        && lexicon::know(inside.after)
            .is
            .intersects(Is::ACT | Is::HUMAN)
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
        || inside.is_answer()
        || renamed::is_renamed(between, || inside.before()))
    .then_some(Link::Same)
    .or_else(|| joined(names, between, after, one, two))
    .filter(|link| matches!(link, Link::Beside) || !inside.is_successor())
    .filter(|link| matches!(link, Link::Beside) || !inside.is_said_of_another())
    .filter(|link| {
        let owned = one.possessive && !inside.is_name_of();
        matches!(link, Link::Beside) || !owned && !two.possessive
    })
}
