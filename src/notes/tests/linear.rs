//! Reading takes time in proportion to the length of the text, whatever the text.

use std::time::{Duration, Instant};

use crate::notes::read;

/// Pieces that a text may be made of all through: nested, never closed, or full of what the readers look for.
const SHAPES: &[&str] = &[
    "> ",
    "- ",
    "[[",
    "![[",
    "[",
    "(",
    "**a ",
    "==a== ",
    "==a ",
    "`",
    "<b>",
    "| a ",
    "%%a%% ",
    "%% ",
    "a::b ",
    "#a ",
    "\"",
    "-> ",
    "because ",
    "1914-",
    "in 121 and ",
    "He said that Kennedy ",
    "x\n",
    "- a: b\n",
    "```\n",
    "a?\n",
    "Kennedy came in 1914, so -> war. ",
];

/// How long a text made of `shape` takes to be read, the shortest of a few times: other work on the machine only adds to it.
#[expect(
    clippy::disallowed_methods,
    reason = "what is tested is how long it takes"
)]
fn time(shape: &str, n_bytes: usize) -> Duration {
    let text = shape.repeat(n_bytes / shape.len());
    let once = || {
        let start = Instant::now();
        assert!(read("note.md", &text).document.line_starts.len() <= text.len() + 1);
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn reading_is_linear_in_the_length() {
    for shape in SHAPES {
        let (short, long) = (time(shape, 4 << 10), time(shape, 128 << 10));
        // Of 32 times the length; were it the square, it would take 1,024 times as long.
        assert!(
            long < 400 * short.max(Duration::from_micros(200)),
            "{shape:?}: {short:?}, then {long:?}"
        );
    }
}

#[test]
fn a_line_of_a_mebibyte_is_read() {
    let shape = "In October 1962 Kennedy found out, so he -> war. ";
    let text = shape.repeat((1 << 20) / shape.len());
    let note = read("note.md", &text);
    assert_eq!(note.document.line_starts.len(), 1);
    assert!(note.dates.len() > 20_000);
}
