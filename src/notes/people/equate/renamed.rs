//! Who is given another name: `Octavian was given the name Augustus`, `the Senate gave Octavian the title Augustus`.

use super::start_of;
use crate::notes::lex::Kind;
use crate::notes::markdown::Document;
use crate::notes::people::folded::Names;
use crate::notes::people::spot::Spot;

/// Words from whom a line is about to the arrow, at most.
const REACH: usize = 4;

/// The spot before `right` of whom an arrow says that `right` is what he becomes: the Orvan of `Orvan kills Bors -> becomes Orvan
/// Shah I`.
pub(super) fn before(
    document: &Document,
    names: &Names,
    spots: &[Spot],
    right: usize,
) -> Option<usize> {
    let spot = &spots[right];
    if spot.is_single() {
        // A quick no for most.
        return None;
    }
    let block = &document.blocks[spot.block];
    let verb = start_of(names, block, spot).checked_sub(1)?;
    let token = &block.tokens[verb];
    if !matches!(token.end - token.start, 6 | 7) {
        // Quicker than to compare the words.
        return None;
    }
    let text = &block.text.visible;
    let arrow = verb.checked_sub(1)?;
    if !matches!(token.of(text), "became" | "becomes") || block.tokens[arrow].kind != Kind::Arrow {
        return None;
    }
    let is_near = |at: usize| {
        let before = &spots[at];
        let end = before.tokens.end;
        // "Orvan kills"
        let acts = block.tokens.get(end).is_some_and(|verb| {
            verb.kind == Kind::Word && !verb.capital && verb.spaced && end < arrow
        });
        before.block == spot.block && acts && arrow - end <= REACH && !before.possessive
    };
    (right.saturating_sub(2)..right).find(|at| is_near(*at))
}

/// Whether the words between two names say so; `before` gives the word before the first of them.
pub(super) fn is_renamed<'t>(between: &[&str], before: impl FnOnce() -> &'t str) -> bool {
    match between {
        ["is" | "was", "renamed" | "nicknamed" | "dubbed"]
        | ["changed" | "changes", "his" | "her", "name", "to"]
        | ["crowned" | "enthroned", "as"]
        | ["is" | "was" | "got" | "gets", "crowned" | "enthroned", "as"]
        | ["reigned" | "reigns" | "ruled" | "rules", "as"]
        // "Hugh Sand published as Karl Dorn"
        | [
            "published" | "publishes" | "wrote" | "writes" | "writing" | "performed" | "performs",
            "as",
        ]
        | ["went" | "goes", "by"]
        | ["used" | "uses", "the", "alias" | "pseudonym"]
        | ["is" | "was", "elected", "pope", "as"]
        | [.., "by" | "under", "the", "name" | "pseudonym" | "alias"]
        | [.., "by" | "under", "the", "name", "of"]
        | [
            "takes" | "took" | "ascends" | "ascended",
            "the",
            "throne",
            "as",
        ] => true,
        [verbs @ .., "the", "name" | "title"] | [verbs @ .., "the", "name" | "title", "of"] => {
            match verbs {
                [] => matches!(before(), "gave" | "gives" | "granted" | "awarded"),
                ["is" | "was", "given" | "granted" | "awarded"] => true,
                [verb] => is_taking(verb),
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether a verb says that somebody has a new name from now on.
fn is_taking(verb: &str) -> bool {
    matches!(
        verb,
        "took"
            | "takes"
            | "adopted"
            | "adopts"
            | "assumed"
            | "assumes"
            | "received"
            | "receives"
            | "accepted"
            | "accepts"
    )
}
