//! The one place that writes to standard output and standard error.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

/// Prints `text` and a line's end; styles are left out where the output is no terminal or does not want them.
///
/// A reader that has gone away (`clio … | head`) is no fault.
pub(super) fn line(text: &str) {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    ignore_closed(writeln!(out, "{}", tame(text)));
}

/// Prints `text` and a line's end to standard error.
pub(super) fn aside(text: &str) {
    let mut out = anstream::AutoStream::auto(io::stderr().lock());
    ignore_closed(writeln!(out, "{}", tame(text)));
}

/// How wide the output is; 80 where it is no terminal, never more than 100, which is where lines stop being easy to read.
pub(super) fn width() -> usize {
    terminal_size::terminal_size()
        .map_or(80, |(width, _)| usize::from(width.0))
        .clamp(30, 100)
}

/// Somebody looks on.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

fn ignore_closed(written: io::Result<()>) {
    // There is nobody left to tell.
    drop(written);
}

/// `text` with nothing in it that a terminal obeys but styles: a note may hold what clears the screen or writes to the clipboard.
fn tame(text: &str) -> Cow<'_, str> {
    let obeyed = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut tamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(obeyed) {
        let (before, from) = rest.split_at(at);
        tamed.push_str(before);
        let style = style(from);
        let letter = from.chars().next().map_or(0, char::len_utf8);
        tamed.push_str(style.unwrap_or("\u{fffd}"));
        rest = &from[style.map_or(letter, str::len)..];
    }
    tamed.push_str(rest);
    Cow::Owned(tamed)
}

/// The style that `text` begins with: `ESC [ 1 ; 31 m`.
fn style(text: &str) -> Option<&str> {
    let numbers = text.strip_prefix("\u{1b}[")?;
    let end = numbers.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
    numbers[end..].starts_with('m').then(|| &text[..end + 3])
}

#[cfg(test)]
mod tests {
    use super::tame;

    #[test]
    fn a_terminal_obeys_styles_and_nothing_else() {
        for (text, tamed) in [
            ("Plain\n\ttext", "Plain\n\ttext"),
            ("\u{1b}[1mStrong\u{1b}[0m", "\u{1b}[1mStrong\u{1b}[0m"),
            ("\u{1b}[38;5;9mRed", "\u{1b}[38;5;9mRed"),
            ("\u{1b}[2JGone", "\u{fffd}[2JGone"),
            ("\u{1b}]0;title\u{7}", "\u{fffd}]0;title\u{fffd}"),
            ("\u{9b}2J\u{7f}", "\u{fffd}2J\u{fffd}"),
            ("over\rwritten", "over\u{fffd}written"),
            ("\u{1b}[", "\u{fffd}["),
            ("\u{1b}", "\u{fffd}"),
        ] {
            assert_eq!(tame(text), tamed, "{text:?}");
        }
    }
}
