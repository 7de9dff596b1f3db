//! Whether a full stop ends a sentence, and what may open the next.

use super::first_byte;
use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::{WordTable, next_key};

/// Words before a full stop that does not end a sentence.
pub(super) static ABBREVIATIONS: WordTable<bool, 256, 80> = {
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

/// Whether a sentence may begin with `token`.
pub(super) fn opens(text: &str, token: &Token) -> bool {
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

/// Whether `before`, tokens with these keys, ends a sentence in front of `next`.
pub(super) fn stops(text: &str, before: &[Token], keys: &[u128], next: &Token) -> bool {
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
