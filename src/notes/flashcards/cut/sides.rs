//! The separators of a card within a line: the sides of `question::answer`, the gaps of `a ==gap==`.

use super::{Cut, Form};

impl<'s> Cut<'s> {
    /// The sides of `question::answer` or `one:::other`, unless that is something else.
    pub(super) fn inline(&self, line: &'s str) -> Option<(Form, &'s str, &'s str)> {
        let (form, sign, at) = match outside_code(line, ":::") {
            Some(at) => (Form::BothWays, ":::", at),
            None => (Form::Forward, "::", outside_code(line, "::")?),
        };
        let (front, back) = (&line[..at], &line[at + sign.len()..]);
        let bracketed = front.rfind(['[', '(']).is_some_and(|open| {
            let close = if front[open..].starts_with('[') {
                ']'
            } else {
                ')'
            };
            !front[open..].contains(close) && back.contains(close) && is_key(&front[open + 1..])
        });
        let bare = front
            .trim_start_matches(['-', '*', '+', '>', ' ', '\t'])
            .trim_start_matches(|char: char| char.is_ascii_digit());
        let is_field =
            form == Form::Forward && is_key(bare) && !bare.starts_with(char::is_uppercase);
        if bracketed || (!self.tagged && is_field) {
            return None;
        }
        Some((form, front, back))
    }
}

/// One word, as the key of a field is.
fn is_key(words: &str) -> bool {
    let words = words.trim();
    !words.is_empty()
        && words
            .chars()
            .all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '/' | '*'))
}

/// Where `sign` stands first in `line` outside inline code.
fn outside_code(line: &str, sign: &str) -> Option<usize> {
    let first = find(line, sign)?;
    if memchr::memchr(b'`', line.as_bytes()).is_none() {
        return Some(first);
    }
    let mut code = false;
    let mut at = 0;
    for part in line.split_inclusive('`') {
        if !code && let Some(found) = find(part, sign) {
            return Some(at + found);
        }
        at += part.len();
        code ^= part.ends_with('`');
    }
    // An odd backtick opens nothing.
    (line.matches('`').count() == 1).then_some(first)
}

/// Where `sign` stands first in a short text.
fn find(text: &str, sign: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(sign.as_bytes()[0], bytes)
        .find(|at| bytes[*at..].starts_with(sign.as_bytes()))
}

pub(super) fn has_gap(line: &str) -> bool {
    outside_code(line, "==")
        .is_some_and(|open| line[open + 2..].find("==").is_some_and(|close| close > 0))
}
