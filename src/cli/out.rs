//! The one place that writes to standard output and standard error.

use std::io::{self, IsTerminal, Write};

/// Prints `text` and a line's end; styles are left out where the output is no terminal or does not want them.
///
/// A reader that has gone away (`clio … | head`) is no fault.
pub(super) fn line(text: &str) {
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    ignore_closed(writeln!(out, "{text}"));
}

/// Prints `text` and a line's end to standard error.
pub(super) fn aside(text: &str) {
    let mut out = anstream::AutoStream::auto(io::stderr().lock());
    ignore_closed(writeln!(out, "{text}"));
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
