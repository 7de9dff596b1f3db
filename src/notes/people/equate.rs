//! Two names that a note says are one person's, and names that stand side by side.

mod born;
mod brackets;
mod peers;
mod renamed;
mod rulers;

use super::folded::Names;
use super::join::Equation;
use super::lexicon::Is;
use super::spot::Spot;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, Document};

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
    let mut same = Vec::new();
    let mut beside = Vec::new();
    // The spot that an open bracket explains.
    let mut bracket: Option<usize> = None;
    for right in 1..spots.len() {
        let left = right - 1;
        let (one, two) = (&spots[left], &spots[right]);
        let before = rulers::before(document, names, spots, right)
            .or_else(|| born::before(document, names, spots, right));
        same.extend(before.map(|before| (before, right)));
        if one.block != two.block || two.tokens.start < one.tokens.end {
            bracket = None;
            continue;
        }
        let block = &document.blocks[one.block];
        let start = start_of(names, block, two);
        if start < one.tokens.end || start - one.tokens.end > REACH {
            bracket = None;
            continue;
        }
        let tokens = &block.tokens[past_stop(block, one)..start];
        if says_nothing(&block.text.visible, tokens) && bracket.is_none() {
            continue;
        }
        let mut room = [""; REACH];
        let between = without_quote(words(&block.text.visible, tokens, &mut room));
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
            after,
        };
        if let Some(explained) = bracket.filter(|_| inside.is_second_name()) {
            same.push((explained, right));
            continue;
        }
        match link(&inside, word(end + 1), listed) {
            Some(Link::Same) => {
                same.push((left, right));
                if between.first() == Some(&"(") {
                    bracket = Some(left);
                }
            }
            Some(Link::Beside) => beside.push((left, right)),
            None => {
                // "(Octavianus in Latin, or Augustus Caesar late in life)"
                if let (Some(explained), Some(&"or")) = (bracket, between.last()) {
                    same.push((explained, right));
                }
                if between.contains(&")") {
                    bracket = None;
                }
            }
        }
    }
    (same, beside)
}

/// The token after a name; the stop of "Richard I., also known as" is passed over.
fn past_stop(block: &Block, spot: &Spot) -> usize {
    let end = spot.tokens.end;
    let stop = !spot.tail.is_none() && word_at(block, end) == "." && word_at(block, end + 1) == ",";
    end + usize::from(stop)
}

/// The token after exclamation and question marks: John Calvin (Jean Cauvin!!).
fn past_cries(block: &Block, mut at: usize) -> usize {
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
        || inside.are_halves()
        || renamed::is_renamed(between, || inside.before()))
    .then_some(Link::Same)
    .or_else(|| joined(names, between, after, one, two))
    .filter(|link| matches!(link, Link::Beside) || !inside.is_successor())
    .filter(|link| matches!(link, Link::Beside) || !one.possessive && !two.possessive)
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

enum Link {
    Same,
    Beside,
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
                    | b't'
                    | b'v'
                    | b'w'
            )
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one table of phrases")]
fn joined(names: &Names, between: &[&str], after: &str, one: &Spot, two: &Spot) -> Option<Link> {
    let marked = |words: &[&str]| {
        !words.is_empty()
            && words.iter().all(|word| {
                matches!(
                    *word,
                    "later"
                        | "born"
                        | "né"
                        | "née"
                        | "then"
                        | "aka"
                        | "a"
                        | "k"
                        | "."
                        | "or"
                        | "called"
                        | "known"
                        | "as"
                        | "real"
                        | "name"
                        | "formerly"
                        | "originally"
                        | "also"
                        | "better"
                        | "himself"
                        | "herself"
                        | "renamed"
                        | "nicknamed"
                        | ","
                        | "now"
                        | "who"
                        | "became"
                        | "was"
                        | "commonly"
                        | "his"
                        | "her"
                        | ":"
                        | "future"
                        | "the"
                        | "i.e"
                        | "="
                        | "pen"
                        | "birth"
                        | "pseudonym"
                        | "alias"
                        | "full"
                        | "personal"
                        | "maiden"
                        | "given"
                )
            })
            && words.iter().any(|word| {
                matches!(
                    *word,
                    "later"
                        | "born"
                        | "né"
                        | "née"
                        | "aka"
                        | "k"
                        | "known"
                        | "name"
                        | "called"
                        | "renamed"
                        | "nicknamed"
                        | "formerly"
                        | "originally"
                        | "became"
                        | "pseudonym"
                        | "alias"
                        | "or"
                        | "future"
                        | "="
                )
            })
    };
    match between {
        ["("] if after == ")" || matches!(after, "in" | "," | "from" | "since") => {
            let several = one.single && one.ends_as_plural && one.last.is_empty();
            let fuller =
                !several && one.is_single() != two.is_single() || one.shouted != two.shouted;
            let (left, right) = (names.text(one.key), names.text(two.key));
            let of_right = names.words(two.key);
            let akin = !are_siblings(names, one, two)
                && names
                    .words(one.key)
                    .iter()
                    .any(|word| of_right.contains(word))
                || left.len() >= 5
                    && (right.starts_with(left)
                        || left.starts_with(right)
                        || right.get(..5) == left.get(..5));
            // "William Cecil (Lord Burghley from 1571)".
            let titled = fuller && !two.title_word.is_none() && matches!(after, "from" | "since");
            (akin || fuller && after == ")" || titled || are_alike(names, one, two))
                .then_some(Link::Same)
        }
        ["(", words @ ..] if marked(words) && !two.possessive => Some(Link::Same),
        ["(", "from", "then" | "now", "on"] if !two.possessive => Some(Link::Same),
        // "First wife Khadija, later Aisha", "Warren Hastings, later Lord Cornwallis": one after the other.
        [",", "later"] if two.title.is_some() && one.words > 1 || one.context >= 5 => None,
        [",", words @ ..]
            if marked(words)
                && words.iter().any(|word| {
                    matches!(
                        *word,
                        "known"
                            | "aka"
                            | "born"
                            | "later"
                            | "future"
                            | "called"
                            | "nicknamed"
                            | "renamed"
                            | "name"
                            | "né"
                            | "née"
                    )
                }) =>
        {
            Some(Link::Same)
        }
        ["becomes" | "became"]
        | ["=" | "aka"]
        | [
            "later" | "also" | "better" | "became" | "is" | "was",
            "known",
            "as",
        ]
        | ["is" | "was", "also" | "better" | "later", "known", "as"]
        | ["known", "as"]
        | ["a", ".", "k", ".", "a", "."] => Some(Link::Same),
        [
            "made" | "crowned" | "declared" | "proclaimed",
            "himself" | "herself",
        ] if two.title.is_some() => Some(Link::Same),
        ["and" | "&" | "+" | "," | "/" | "or" | "vs" | "with"]
        | [",", "and"]
        | ["vs", "."]
        | ["first" | "out", ",", "then"]
        | ["out", ","] => Some(Link::Beside),
        _ => None,
    }
}

/// Whether two full names have one surname and other given names: John Kennedy (Joseph Kennedy).
fn are_siblings(names: &Names, one: &Spot, two: &Spot) -> bool {
    one.words >= 2
        && two.words >= 2
        && names.last(one.key) == names.last(two.key)
        && one.first.intersects(Is::GIVEN)
        && two.first.intersects(Is::GIVEN)
        && !names.can_be_same(names.first(one.key), names.first(two.key))
}

/// Whether the words of two full names begin alike: Mark Antony and Marcus Antonius, John Calvin and Jean Cauvin.
fn are_alike(names: &Names, one: &Spot, two: &Spot) -> bool {
    let (one, two) = (names.words(one.key), names.words(two.key));
    let texts = one.iter().zip(two);
    let mut texts = texts.map(|(one, two)| (names.text(*one), names.text(*two)));
    one.len() == two.len()
        && one.len() >= 2
        && match (texts.next(), texts.next_back()) {
            // Cristoforo Colombo and Christopher Columbus; siblings have one surname.
            (Some(given), Some(surname)) => {
                let first = given.0.chars().next() == given.1.chars().next();
                (names_begin_alike(given.0, given.1) || first && surname.0 != surname.1)
                    && (names_begin_alike(surname.0, surname.1)
                        || rims_are_alike(surname.0, surname.1))
                    && texts.all(|(one, two)| names_begin_alike(one, two))
            }
            _ => false,
        }
}

/// Whether two words have their first two and their last two letters in common: Calvin and Cauvin.
fn rims_are_alike(one: &str, two: &str) -> bool {
    let last_two = one.len().checked_sub(2).and_then(|at| one.get(at..));
    one.get(..2)
        .is_some_and(|begin| two.get(..2) == Some(begin))
        && last_two.is_some_and(|end| two.ends_with(end))
}

/// Whether two words have their first three letters in common.
fn names_begin_alike(one: &str, two: &str) -> bool {
    one.get(..3)
        .is_some_and(|begin| two.get(..3) == Some(begin))
}
