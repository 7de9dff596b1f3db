//! Phrases between two names that say they are one person's, or stand side by side.

use super::alike::{are_alike, are_siblings};
use crate::notes::people::folded::Names;
use crate::notes::people::join::is_numeral;
use crate::notes::people::spot::Spot;

/// What the words between two names say of both.
pub(super) enum Link {
    /// One person.
    Same,
    /// Neighbours in a list.
    Beside,
}

/// What `between` and the word `after` say of `one` and `two`.
#[expect(clippy::too_many_lines, reason = "one table of phrases")]
pub(super) fn joined(
    names: &Names,
    between: &[&str],
    after: &str,
    one: &Spot,
    two: &Spot,
) -> Option<Link> {
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
                        | "stage"
                        | "code"
                        | "codename"
                        | "spelled"
                        | "spelt"
                        | "temple"
                        | "call"
                        | "sign"
                        | "new"
                        | "orig"
                        | "original"
                        | "nickname"
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
                        | "nickname"
                        | "now"
                        | "codename"
                        | "spelled"
                        | "spelt"
                        | "sign"
                        | "="
                )
            })
    };
    match between {
        ["("] if after == ")" || matches!(after, "in" | "," | "/" | "from" | "since") => {
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
            let of_place = names
                .text(one.tail)
                .strip_prefix("of ")
                .is_some_and(|place| {
                    names.first(one.key) != names.first(two.key)
                        && right.rsplit([' ', '\'']).next() == Some(place)
                });
            (akin || of_place || fuller && after == ")" || titled || are_alike(names, one, two))
                .then_some(Link::Same)
        }
        ["(", words @ ..] if marked(words) && !two.possessive => Some(Link::Same),
        ["(", "from", "then" | "now", "on"] if !two.possessive => Some(Link::Same),
        // "First wife Khadija, later Aisha", "Warren Hastings, later Lord Cornwallis": one after the other.
        [",", "later"]
            if (two.title.is_some() && one.words > 1 || one.context >= 5)
                && !is_pope(names, two) =>
        {
            None
        }
        // "Hugh Sand → Pope Clement IX"
        ["→" | "->" | "⇒" | "=>"]
            if is_pope(names, two) && one.words >= 2 && one.tail.is_none() =>
        {
            Some(Link::Same)
        }
        // "Hugh Sand (pen name of Karl Dorn)"
        ["(" | ",", "pen" | "stage" | "code" | "real", "name", "of"] => Some(Link::Same),
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
                            | "codename"
                            | "né"
                            | "née"
                    )
                }) =>
        {
            Some(Link::Same)
        }
        // "Ren Tan - also Ren Ta - a peasant"
        ["-" | "–" | "—", "also" | "aka"]
            if matches!(after, "-" | "–" | "—") && !two.possessive =>
        {
            Some(Link::Same)
        }
        // "(was Katsura Kogoro)"
        ["(", "was"] if after == ")" => Some(Link::Same),
        // "Túpac Amaru II in 1780 (real name José Condorcanqui)", "Stanley, real name John Rowlands", "– orig. name Myrtale"
        [
            "=" | "is" | "was" | "-" | "–" | ",",
            ..,
            "name" | "nickname",
            "for",
        ]
        | ["=", "name" | "nickname" | "title", "of"]
        | [
            "=",
            "birth" | "other" | "real" | "regnal" | "throne",
            "name",
            "of",
        ] => Some(Link::Same),
        [.., "name"] | [.., "name", ":"] if marked(behind_bracket(between)) => Some(Link::Same),
        [
            "called" | "calls" | "named" | "styled",
            "himself" | "herself",
        ] => Some(Link::Same),
        ["is" | "was", "crowned"]
            if is_numeral(names.text(two.tail)) && names.first(one.key) == two.key =>
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

/// Whether a spot is a pope's, whose name he took: `Pope Clement IX`.
fn is_pope(names: &Names, spot: &Spot) -> bool {
    is_numeral(names.text(spot.tail)) && names.text(spot.title_word) == "pope"
}

/// The words behind the last bracket that opens, or the dash before them.
fn behind_bracket<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let mark = words
        .iter()
        .rposition(|word| matches!(*word, "(" | "-" | "–" | "—" | ","));
    mark.map_or(words, |mark| &words[mark + 1..])
}
