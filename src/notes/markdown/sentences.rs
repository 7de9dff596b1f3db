//! Where one sentence ends and the next begins.

mod lines;
mod stops;

use std::ops::Range;

use smallvec::SmallVec;

use crate::notes::lex::{Kind, Token};
pub(super) use lines::{goes_on, line_ends};
use stops::{opens, stops};

/// Most texts are one sentence or two.
pub(super) type Sentences = SmallVec<[Range<usize>; 2]>;

/// A block, and the bytes of its text at which a line ends a sentence.
pub(super) type LineEnds = (usize, Vec<u32>);

/// The sentences of a text, as ranges of its tokens, whose keys are `keys`; none for no tokens. `ends` are offsets where one ends
/// in any case.
pub(super) fn split(text: &str, tokens: &[Token], keys: &[u128], mut ends: &[u32]) -> Sentences {
    let mut sentences = Sentences::new();
    let mut start = 0;
    for (before, pair) in tokens.windows(2).enumerate() {
        let [last, next] = pair else { continue };
        if last.kind != Kind::Punct && ends.is_empty() {
            continue;
        }
        let mut ended = false;
        while let Some((end, others)) = ends.split_first()
            && *end <= next.start
        {
            (ended, ends) = (true, others);
        }
        // What ends a sentence is a mark.
        let may_end = next.spaced && last.kind == Kind::Punct && may_end(first_byte(text, last));
        let at = before + 1;
        if ended
            || (may_end
                && opens(text, next)
                && stops(text, &tokens[start..at], &keys[start..at], next))
        {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Whether a sentence may end in the mark that begins with this byte: cheap, for passing over commas.
#[inline]
fn may_end(mark: u8) -> bool {
    matches!(
        mark,
        b'.' | b'!' | b'?' | b'"' | b'\'' | b')' | b']' | b'*' | 0x80..
    )
}

#[inline]
fn first_byte(text: &str, token: &Token) -> u8 {
    text.as_bytes()[token.start as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::keys::Keys;
    use crate::notes::lex;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let tokens = lex::tokens(text);
        let keys = Keys::of_text(text, &tokens);
        let shown: Vec<&str> = split(text, &tokens, keys.of_block(0), &[])
            .into_iter()
            .map(|range| {
                &text[tokens[range.start].start as usize..tokens[range.end - 1].end as usize]
            })
            .collect();
        expected.assert_eq(&shown.join(" | "));
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        check(
            "He won. She lost! \"Why?\" they asked. in lower case",
            &expect![[r#"He won. | She lost! | "Why?" they asked. in lower case"#]],
        );
        check(
            "It ended in 1962. Then (so they say.) Peace came.",
            &expect!["It ended in 1962. | Then (so they say.) | Peace came."],
        );
    }

    #[test]
    fn a_number_after_its_word_goes_with_it() {
        check(
            "Art. 48 let him rule. By art. 5 he could. He loved old art. 48 pictures hung there.",
            &expect![
                "Art. 48 let him rule. | By art. 5 he could. | He loved old art. | 48 pictures hung there."
            ],
        );
    }

    #[test]
    fn abbreviations_and_initials_do_not() {
        check(
            "John F. Kennedy met Dr. King c. 1960 in St. Louis. He spoke.",
            &expect!["John F. Kennedy met Dr. King c. 1960 in St. Louis. | He spoke."],
        );
        check(
            "The U.S. Navy sailed. The U.S. The end of World War I. It rained.",
            &expect!["The U.S. Navy sailed. | The U.S. | The end of World War I. | It rained."],
        );
        check(
            "See vol. 3, pp. 4 ff. Am 3. Oktober 1990 war es so.",
            &expect!["See vol. 3, pp. 4 ff. | Am 3. Oktober 1990 war es so."],
        );
    }
}
