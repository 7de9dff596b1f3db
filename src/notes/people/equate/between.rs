//! What stands between two names and after them, word by word.

use super::peers;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::Block;
use crate::notes::people::folded::Names;
use crate::notes::people::spot::Spot;

/// Words between two names that may say something of both, at most.
pub(super) const REACH: usize = 7;

/// The token after a name; the stop of "Richard I., also known as" is passed over.
pub(super) fn past_stop(block: &Block, spot: &Spot) -> usize {
    let end = spot.tokens.end;
    let stop = !spot.tail.is_none() && word_at(block, end) == "." && word_at(block, end + 1) == ",";
    end + usize::from(stop)
}

/// The token after exclamation and question marks, John Calvin (Jean Cauvin!!), and after a stop that ends a bracket:
/// Danton (Georges D.).
pub(super) fn past_cries(block: &Block, mut at: usize) -> usize {
    if word_at(block, at) == "." && word_at(block, at + 1) == ")" {
        return at + 1;
    }
    while matches!(word_at(block, at), "!" | "?") {
        at += 1;
    }
    at
}

/// The words of a token of a block; none past its end.
pub(super) fn word_at(block: &Block, at: usize) -> &str {
    let token = block.tokens.get(at);
    token.map_or("", |token| token.of(&block.text.visible))
}

/// The first token of a spot, its title with it.
pub(super) fn start_of(names: &Names, block: &Block, spot: &Spot) -> usize {
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
pub(super) fn words<'r, 't>(
    text: &'t str,
    tokens: &[Token],
    room: &'r mut [&'t str; REACH],
) -> &'r [&'t str] {
    for (place, token) in room.iter_mut().zip(tokens) {
        *place = token.of(text);
    }
    &room[..tokens.len().min(REACH)]
}

/// The words before a name without the mark that opens its quotation: known as "Lionheart".
pub(super) fn without_quote<'w, 't>(between: &'w [&'t str]) -> &'w [&'t str] {
    match between {
        [words @ .., "\"" | "“" | "'" | "‘"] if !words.is_empty() => words,
        _ => between,
    }
}

/// The words before a name without the arrow that they begin with: Arrhidaeus → becomes Philip III.
pub(super) fn without_arrow<'w, 't>(between: &'w [&'t str]) -> &'w [&'t str] {
    match between {
        ["→" | "->" | "⇒" | "=>" | "⟶" | "➜", words @ ..] if !words.is_empty() => words,
        _ => between,
    }
}

/// Whether the words between two names can link them: a quick no for most.
pub(super) fn says_nothing(text: &str, tokens: &[Token]) -> bool {
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
                    | b'?'
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
