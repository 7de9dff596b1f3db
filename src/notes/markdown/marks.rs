//! Tags and bare addresses of a visible text, put among the marks that the parser saw.

use std::cmp::Reverse;

use super::{Mark, MarkKind};

/// Adds the tags and addresses of a text to the marks that the parser saw.
pub(super) fn add(text: &str, marks: &mut Vec<Mark>) {
    find_tags(text, marks);
    find_addresses(text, marks);
    sort(marks);
}

/// Puts marks in order.
pub(super) fn sort(marks: &mut Vec<Mark>) {
    if marks.len() > 1 {
        marks.sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end)));
        marks.dedup();
    }
}

/// Marks every `#tag`: after white space, of letters, digits, `_`, `-` and `/`, not digits alone.
fn find_tags(text: &str, marks: &mut Vec<Mark>) {
    let n_marks = marks.len();
    let mut code = 0;
    for sign in memchr::memchr_iter(b'#', text.as_bytes()) {
        let before = text[..sign].chars().next_back();
        if before.is_some_and(|char| !char.is_whitespace() && !matches!(char, '(' | ',' | '|')) {
            continue;
        }
        let name = &text[sign + 1..];
        let end = name
            .find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '-' | '/')))
            .unwrap_or(name.len());
        let name = name[..end].trim_end_matches(['/', '-']);
        // Marks of code come in order and do not overlap.
        while code < n_marks
            && (marks[code].kind != MarkKind::Code || marks[code].range.end as usize <= sign)
        {
            code += 1;
        }
        let in_code = code < n_marks && marks[code].range.start as usize <= sign;
        if !in_code && name.chars().any(|char| !char.is_ascii_digit()) {
            marks.push(Mark {
                kind: MarkKind::Tag(name.to_owned()),
                range: sign as u32..(sign + 1 + name.len()) as u32,
            });
        }
    }
}

/// Marks bare addresses.
fn find_addresses(text: &str, marks: &mut Vec<Mark>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    for sign in memchr::memchr_iter(b':', bytes) {
        if sign < from || !bytes[sign..].starts_with(b"://") {
            continue;
        }
        let scheme = bytes[from..sign]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let end = text[sign..]
            .find(char::is_whitespace)
            .map_or(text.len(), |end| sign + end);
        if scheme > 0 {
            marks.push(Mark {
                kind: MarkKind::Address,
                range: (sign - scheme) as u32..end as u32,
            });
        }
        from = end;
    }
}
