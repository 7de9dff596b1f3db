//! The term of a statement and what it says of it.

use std::ops::Range;

use super::lists::{LABELS, MONTHS_AND_DAYS, NOT_LAST, SMALL};
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, MarkKind, Statement};

/// A term has at most this many words.
const MOST_WORDS: usize = 6;

/// The bytes of the term and of its text in the block's visible text.
pub(super) fn parts(block: &Block, statement: &Statement) -> Option<(Range<usize>, Range<usize>)> {
    let tokens = &block.tokens[statement.tokens.clone()];
    let (first, last) = (tokens.first()?, tokens.last()?);
    let end = last.end as usize;
    let (term, text) = match bold(block, tokens) {
        Some((term, from)) => (term, from..end),
        None => match field(block, tokens) {
            Some(field) => field,
            None => {
                let (term, from) = plain(block, tokens)?;
                (term, from..end)
            }
        },
    };
    let visible = block.text.visible.as_str();
    let words = visible[term.clone()].trim();
    let is_term = words.chars().any(char::is_alphabetic) && !is_label(words);
    let says = visible
        .get(text.clone())?
        .chars()
        .any(char::is_alphanumeric);
    (is_term && says && term.start >= first.start as usize).then_some((term, text))
}

/// `key:: value` on a line of its own, `[key:: value]` and `(key:: value)` anywhere.
fn field(block: &Block, tokens: &[Token]) -> Option<(Range<usize>, Range<usize>)> {
    let visible = block.text.visible.as_str();
    let colon = tokens.windows(2).position(|pair| {
        !pair[1].spaced && is_colon(visible, &pair[0]) && is_colon(visible, &pair[1])
    })?;
    let value = tokens.get(colon + 2).filter(|value| value.spaced)?;
    let open = tokens[..colon]
        .iter()
        .rposition(|token| matches!(token.of(visible), "[" | "("));
    let (key, close) = match open {
        Some(open) => {
            let sign = if tokens[open].of(visible) == "[" {
                "]"
            } else {
                ")"
            };
            (
                open + 1,
                colon
                    + 2
                    + tokens[colon + 2..]
                        .iter()
                        .position(|token| token.of(visible) == sign)?,
            )
        }
        None => (0, tokens.len()),
    };
    let (first, last) = (tokens[..colon].get(key)?, tokens.get(close - 1)?);
    let words = tokens[key..colon]
        .iter()
        .filter(|token| token.kind == Kind::Word)
        .count();
    (words <= MOST_WORDS).then_some((
        first.start as usize..tokens[colon].start as usize,
        value.start as usize..last.end as usize,
    ))
}

/// `**Term** – text`, `**Term**: text`, `**Term:** text`: the term, and where the text begins.
fn bold(block: &Block, tokens: &[Token]) -> Option<(Range<usize>, usize)> {
    let first = tokens.first()?;
    let strong = block
        .marks
        .iter()
        .take_while(|mark| mark.range.start <= first.start)
        .find(|mark| mark.kind == MarkKind::Strong && mark.range.start == first.start)?;
    let visible = block.text.visible.as_str();
    // "**M**ilitarism"
    if visible[strong.range.end as usize..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let words = &visible[strong.range.start as usize..strong.range.end as usize];
    let inside = words.trim_end();
    let term = inside.trim_end_matches([':', '–', '—', '-', ' ']);
    let separated_inside = term.len() < inside.len();
    let next = tokens
        .iter()
        .position(|token| token.start >= strong.range.end)?;
    let from = match (
        separated_inside,
        visible.get(tokens[next].start as usize..tokens[next].end as usize)?,
    ) {
        (true, _) => tokens[next].start,
        (false, ":" | "–" | "—" | "=") => tokens[next].end,
        (false, "-") if tokens[next].spaced && tokens.get(next + 1)?.spaced => tokens[next].end,
        _ => return None,
    };
    let n_words = term.split_whitespace().count();
    (n_words <= MOST_WORDS + 2).then(|| {
        (
            strong.range.start as usize..strong.range.start as usize + term.len(),
            from as usize,
        )
    })
}

/// `Term: text`: the term, and where the text begins.
fn plain(block: &Block, tokens: &[Token]) -> Option<(Range<usize>, usize)> {
    let visible = block.text.visible.as_str();
    let colon = tokens
        .iter()
        .take(2 * MOST_WORDS + 2)
        .position(|token| is_colon(visible, token))?;
    let (before, after) = (&tokens[..colon], tokens.get(colon + 1)?);
    let first = before.first()?;
    if tokens[colon].spaced || !after.spaced || !first.capital {
        return None;
    }
    let (mut words, mut common) = (0, 0);
    for token in before {
        match (token.kind, token.of(visible)) {
            (Kind::Word, word) => {
                words += 1;
                common += usize::from(!token.capital && !SMALL.contains(&word));
            }
            (Kind::Number, number) if number.len() < 3 => {}
            (Kind::Punct, "-" | "'" | "’" | "(" | ")" | "&" | "." | "/" | "\"" | "“" | "”") =>
                {}
            _ => return None,
        }
    }
    let last = before.last()?.of(visible).to_lowercase();
    // A long run of common words is a sentence before a colon.
    let is_name = words <= 3 || common == 0;
    (words <= MOST_WORDS && is_name && !NOT_LAST.contains(&last.as_str())).then_some((
        first.start as usize..tokens[colon].start as usize,
        after.start as usize,
    ))
}

#[inline]
fn is_colon(text: &str, token: &Token) -> bool {
    token.kind == Kind::Punct && text.as_bytes()[token.start as usize] == b':'
}

/// Whether all that stands before the colon is a label such as "Note", or a date.
fn is_label(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut parts = lower
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = parts.next().unwrap_or_default();
    let is_time = |word: &str| {
        MONTHS_AND_DAYS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.next() {
        None => LABELS.contains(&first) || is_time(first),
        Some(_) => is_time(first) || LABELS.contains(&lower.trim_matches(['*', ' '])),
    }
}
