//! Where one sentence ends and the next begins.

use std::ops::Range;

use smallvec::SmallVec;

use super::text::Break;
use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::{WordTable, key, next_key};

/// Words before a full stop that does not end a sentence.
static ABBREVIATIONS: WordTable<bool, 256, 80> = {
    const WORDS: &str = "adm approx apr aug bros brig ca capt cf ch chap cent co col conf corp cpl dec dept dr ed eds eg esp est et etc feb fig fl ft gen gov govt hon ie inc jan jr jul jun lt ltd maj mar messrs mr mrs ms mt nos nov oct pp pres prof rep rev sec sen sep sept sgt sr st sts supt transl trib viz vol vols vs";
    let mut words = WordTable::empty(false);
    let mut at = 0;
    while let Some((key, next)) = next_key(WORDS, at) {
        words.put_key(key, true);
        at = next;
    }
    words
};

/// Words that open a sentence even after "U.S." or an initial.
const OPENERS: &[&str] = &[
    "A", "After", "Also", "An", "And", "As", "At", "Before", "But", "By", "During", "For", "From",
    "He", "Her", "His", "However", "If", "In", "It", "Its", "On", "She", "Since", "So", "That",
    "The", "Their", "Then", "There", "These", "They", "This", "Those", "Thus", "To", "Under", "We",
    "When", "While", "With",
];

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

/// The ends of lines that end a sentence without a full stop: an author's own line breaks, not those of a text broken at a column.
///
/// `wrapped` says whether a text broken at a column was seen in this note.
pub(super) fn line_ends(text: &str, breaks: &[Break], wrapped: &mut bool) -> Vec<u32> {
    let starts = || std::iter::once(0).chain(breaks.iter().map(|end| end.at as usize));
    let ends = breaks.iter().map(|end| end.at as usize).chain([text.len()]);
    let widths: Vec<usize> = starts()
        .zip(ends)
        .map(|(start, end)| end.saturating_sub(start))
        .collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let first_word = |at: usize| text[at..].find(' ').unwrap_or(text.len() - at);
    let full = breaks
        .iter()
        .zip(&widths)
        .all(|(end, width)| !end.hard && width + first_word(end.at as usize) + 8 > widest);
    let lower = |at: usize| text[at..].chars().next().is_some_and(char::is_lowercase);
    let letters = |at: usize| is_lettered(&text[at..]);
    let continues = breaks
        .iter()
        .any(|end| lower(end.at as usize) && !letters(end.at as usize));
    if full && widest >= 60 && (continues || *wrapped) {
        *wrapped = true;
        return Vec::new();
    }
    // Who begins each of several lines with a small letter ends what is said with its line.
    let small = breaks.len() > 1 && lower(0) && !full;
    let at_end = |end: &&Break| {
        let at = end.at as usize;
        (end.hard && !lower(at))
            || letters(at)
            || !goes_on(&text[..at], &text[at..])
            || small && !is_joined(&text[..at], &text[at..])
    };
    breaks.iter().filter(at_end).map(|end| end.at).collect()
}

/// Whether the line `next` goes on with what the line before it says.
pub(super) fn goes_on(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    // A full stop at the end of a line ends what is said, even where the next begins in small letters.
    let stopped = last.strip_suffix('.').is_some_and(|word| {
        word.len() >= 4
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && !ABBREVIATIONS.get(key(word.as_bytes()))
    });
    if stopped {
        return false;
    }
    next.chars().next().is_some_and(char::is_lowercase)
        || before.ends_with([',', '(', '-', '–', '&', '/'])
        || CONTINUERS.contains(&last)
}

/// Whether the line `next`, in small letters, goes on with the line before it by a word or mark between them.
fn is_joined(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let first = next.split(' ').next().unwrap_or_default();
    before.ends_with([',', '(', '-', '–', '&', '/', ':'])
        || CONTINUERS.contains(&last)
        || CONTINUERS.contains(&first)
}

/// Whether a line begins with a letter of a list or with a label: `b. They lost`, `c) They fled`.
fn is_lettered(line: &str) -> bool {
    matches!(line.as_bytes(), [b'a'..=b'z', b'.' | b')', b' ', ..]) || is_labelled(line)
}

/// Whether a line in small letters asks or lists causes by itself: `why he won: (a) luck`, `causes of famine: frost`.
fn is_labelled(line: &str) -> bool {
    const LABELS: [&str; 9] = [
        "why",
        "cause",
        "consequence",
        "effect",
        "impact",
        "led to",
        "reason",
        "result",
        "trigger",
    ];
    let ends = |label: &str| {
        let rest = line.strip_prefix(label)?;
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        rest.starts_with([' ', ':', '=']).then_some(rest)
    };
    let rest = LABELS.iter().find_map(|label| ends(label));
    rest.is_some_and(|rest| {
        rest.bytes()
            .take(40)
            .any(|byte| matches!(byte, b':' | b'=' | b'?'))
    })
}

/// Words that no statement ends in.
const CONTINUERS: &[&str] = &[
    "a", "an", "and", "as", "at", "because", "between", "but", "by", "for", "from", "in", "into",
    "of", "on", "or", "than", "that", "the", "their", "to", "was", "were", "which", "with",
];

/// Whether a sentence may begin with `token`.
fn opens(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Word if token.capital => true,
        Kind::Word => {
            let small = text.as_bytes()[token.start as usize].is_ascii_lowercase();
            !small
                && !token
                    .of(text)
                    .chars()
                    .next()
                    .is_some_and(char::is_lowercase)
        }
        Kind::Number => true,
        Kind::Arrow => false,
        Kind::Punct => matches!(
            token.of(text),
            "\"" | "'" | "“" | "‘" | "«" | "(" | "[" | "¿" | "¡" | "#" | "*"
        ),
    }
}

/// Whether the number `word` is the month of a day in digits: `16.07.`
fn is_day(text: &str, earlier: &[Token], word: &str) -> bool {
    let [.., day, dot] = earlier else {
        return false;
    };
    let two = |number: &str| number.len() == 2 && number <= "31";
    !dot.spaced
        && dot.of(text) == "."
        && day.kind == Kind::Number
        && two(day.of(text))
        && word.len() == 2
        && ("01"..="12").contains(&word)
}

/// Whether `before`, tokens with these keys, ends a sentence in front of `next`.
fn stops(text: &str, before: &[Token], keys: &[u128], next: &Token) -> bool {
    let closes = |token: &&Token| match first_byte(text, token) {
        b'"' | b'\'' | b')' | b']' | b'*' => true,
        0x80.. => matches!(token.of(text), "”" | "’" | "»"),
        _ => false,
    };
    let closers = before.iter().rev().take(4).take_while(closes).count();
    let before = &before[..before.len() - closers];
    let Some((stop, before)) = before.split_last() else {
        return false;
    };
    match first_byte(text, stop) {
        b'!' | b'?' => return true,
        b'.' => {}
        _ => return stop.of(text) == "…",
    }
    let Some((last, earlier)) = before.split_last() else {
        return false;
    };
    if stop.spaced {
        return true;
    }
    let word = last.of(text);
    match last.kind {
        Kind::Number => {
            // "1. The first point" and the German "am 3. Oktober".
            !(earlier.is_empty()
                || is_day(text, earlier, word)
                || (word.len() <= 2 && next.kind == Kind::Word && is_german_month(next.of(text))))
        }
        Kind::Word if word.chars().count() == 1 && last.capital => {
            let numeral = word == "I" && earlier.last().is_some_and(|token| token.capital);
            numeral || (glued_initials(text, earlier) && OPENERS.contains(&next.of(text)))
        }
        // "a. The first of a list"
        Kind::Word if word.len() == 1 && earlier.is_empty() => false,
        Kind::Word if word.len() == 1 => {
            // "p. 5", "c. 1450", "e.g. Cuba"; but "plan b. The".
            !matches!(
                word,
                "c" | "p" | "d" | "b" | "r" | "v" | "n" | "s" | "g" | "e" | "m"
            ) || (next.capital && earlier.len() > 2 && OPENERS.contains(&next.of(text)))
        }
        // "IV. Why did it fail?"
        Kind::Word
            if earlier.is_empty()
                && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')) =>
        {
            false
        }
        // "Art. 48", and "He loved art. 48 pictures hung there."
        Kind::Word
            if next.kind == Kind::Number && matches!(word, "Art" | "art" | "No" | "no" | "Bk") =>
        {
            word == "art" && earlier.len() > 2
        }
        Kind::Word => {
            word.len() > 6
                || !ABBREVIATIONS.get(keys[earlier.len()])
                || (matches!(
                    word,
                    "etc" | "co" | "Co" | "Inc" | "Corp" | "Ltd" | "Jr" | "Sr"
                ) && OPENERS.contains(&next.of(text)))
        }
        Kind::Arrow | Kind::Punct => true,
    }
}

/// Whether the initial that follows is one of several, as in "U.S.".
fn glued_initials(text: &str, earlier: &[Token]) -> bool {
    matches!(earlier, [.., letter, stop] if stop.of(text) == "." && !stop.spaced && letter.of(text).len() == 1)
}

fn is_german_month(word: &str) -> bool {
    matches!(
        word,
        "Januar"
            | "Jänner"
            | "Februar"
            | "März"
            | "April"
            | "Mai"
            | "Juni"
            | "Juli"
            | "August"
            | "September"
            | "Oktober"
            | "November"
            | "Dezember"
    )
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
