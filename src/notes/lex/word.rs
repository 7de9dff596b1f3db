//! Where a word ends, and its capitals.

use super::Marks;

/// Where a word ends whose plain letters end at `end`.
#[inline]
pub(super) fn word(text: &str, end: usize, marks: &mut Marks) -> usize {
    match text.as_bytes().get(end) {
        // As most are.
        None | Some(b' ') => end,
        // What may go on with other letters or an apostrophe is looked at closely.
        Some(b'\'' | 0x80..) => {
            marks.add(b'\'');
            word_end(text, end)
        }
        Some(_) => end,
    }
}

/// Whether the word of the bytes from `at` to `end`, which begins with an ASCII capital, is shouted.
#[inline]
pub(super) fn shouts(text: &str, at: usize, end: usize) -> bool {
    // Most capitals are followed by a small letter.
    let next = text.as_bytes()[at + 1..end].first();
    next.is_some_and(|next| !next.is_ascii_lowercase()) && case(&text[at..end]).1
}

/// Where the word that goes on at `at` ends.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() {
        if bytes[end].is_ascii_alphanumeric() {
            end += 1;
        } else if bytes[end] == b'\'' {
            // An apostrophe belongs to the word when a letter follows it.
            match text[end + 1..].chars().next() {
                Some(letter) if letter.is_alphabetic() => end += 1,
                _ => break,
            }
        } else if bytes[end] < 0x80 {
            break;
        } else {
            let mut rest = text[end..].chars();
            let char = rest
                .next()
                .expect("`end` is before the end, on a character border");
            let joins = is_letter(char)
                || char.is_numeric()
                || is_combining(char)
                || char == '\u{ad}'
                || (char == '’' && rest.next().is_some_and(char::is_alphabetic));
            if !joins {
                break;
            }
            end += char.len_utf8();
        }
    }
    end
}

/// Whether a word begins with a capital, and whether it is all capitals (two at least).
pub(super) fn case(word: &str) -> (bool, bool) {
    let capital = match word.as_bytes()[0] {
        byte @ 0..0x80 => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    };
    if !capital {
        return (false, false);
    }
    let mut upper = 0;
    for char in word.chars() {
        if char.is_lowercase() {
            return (true, false);
        }
        upper += usize::from(char.is_uppercase());
    }
    (true, upper >= 2)
}

/// Whether a character beyond ASCII is a letter: those that notes have most are told without a look at the tables of Unicode.
pub(super) fn is_letter(char: char) -> bool {
    match char {
        'À'..='ɏ' => !matches!(char, '×' | '÷'),
        // Quotes, dashes, arrows.
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{21ff}' => false,
        _ => char.is_alphabetic(),
    }
}

fn is_combining(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}')
}

pub(super) fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}'
    )
}
