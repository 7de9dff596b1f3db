//! Two names that a note says are one person's, and names that stand side by side.

use super::join::Equation;
use super::spot::Spot;
use crate::notes::lex::Token;
use crate::notes::markdown::Document;

/// Pairs of neighbouring spots that the words between them equate: `Octavian (later Augustus)`, `Temujin, known as Genghis Khan`.
///
/// The second list has neighbours in a list of names: `Pompey, Crassus and Caesar`.
pub(super) fn pairs(document: &Document, spots: &[Spot]) -> (Vec<Equation>, Vec<Equation>) {
    let mut same = Vec::new();
    let mut beside = Vec::new();
    // The spot that an open bracket explains.
    let mut bracket: Option<usize> = None;
    for right in 1..spots.len() {
        let left = right - 1;
        let (one, two) = (&spots[left], &spots[right]);
        if one.block != two.block || two.tokens.start < one.tokens.end {
            bracket = None;
            continue;
        }
        let block = &document.blocks[one.block];
        let start = two.title.map_or(two.tokens.start, |title| {
            block.tokens.partition_point(|token| token.start < title)
        });
        if start < one.tokens.end || start - one.tokens.end > 7 {
            bracket = None;
            continue;
        }
        let between = words(&block.text.visible, &block.tokens[one.tokens.end..start]);
        let after = block
            .tokens
            .get(two.tokens.end)
            .map_or("", |token| token.of(&block.text.visible));
        // "Daisy = Nick's cousin" is about what is Nick's.
        let link = joined(&between, after, one, two)
            .filter(|link| matches!(link, Link::Beside) || !one.possessive && !two.possessive);
        match link {
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

enum Link {
    Same,
    Beside,
}

fn words<'t>(text: &'t str, tokens: &[Token]) -> Vec<&'t str> {
    tokens.iter().map(|token| token.of(text)).collect()
}

#[expect(clippy::too_many_lines, reason = "one table of phrases")]
fn joined(between: &[&str], after: &str, one: &Spot, two: &Spot) -> Option<Link> {
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
                )
            })
    };
    match between {
        ["("] if after == ")" || matches!(after, "in" | ",") => {
            let fuller = one.is_single() != two.is_single() || one.shouted != two.shouted;
            let akin = one
                .key
                .split(' ')
                .any(|word| two.key.split(' ').any(|other| other == word))
                || one.key.len() >= 5
                    && (two.key.starts_with(&one.key)
                        || one.key.starts_with(&two.key)
                        || two.key.get(..5) == one.key.get(..5));
            (akin || fuller && after == ")").then_some(Link::Same)
        }
        ["(", words @ ..] if marked(words) && !two.possessive => Some(Link::Same),
        [",", words @ ..]
            if marked(words)
                && words.iter().any(|word| {
                    matches!(
                        *word,
                        "known"
                            | "aka"
                            | "born"
                            | "later"
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
        | ["later" | "also" | "better", "known", "as"]
        | ["known", "as"]
        | ["a", ".", "k", ".", "a", "."] => Some(Link::Same),
        ["took", "the", "name"]
        | ["takes", "the", "name"]
        | ["changed", "his", "name", "to"]
        | ["became", "known", "as"]
        | ["adopted", "the", "name"] => Some(Link::Same),
        ["and" | "&" | "+" | "," | "/" | "or" | "vs" | "with"] | [",", "and"] | ["vs", "."] => {
            Some(Link::Beside)
        }
        _ => None,
    }
}
