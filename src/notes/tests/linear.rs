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
    "J. K. ",
    "A B ",
    "A-B-",
    "Henry VIII ",
    "Dr. ",
    "1914-1914-",
    "x\r",
    "(Heather 2005) ",
    "*Abc Defg* (2003) ",
    "Ephialtes (a different one!) ",
    "[[Nicholas II|Nicky]] ",
    "478/7 and 5/6 May ",
    "`Kennedy` and kennedy ",
    "peter the great, ",
    "- 4 June 1920\n",
    "- Led to war\n",
    "##War\n",
];

/// Pairs of words with capitals, every word another one.
fn names(n_bytes: usize) -> String {
    let mut text = String::with_capacity(n_bytes + 24);
    let mut number = 0_u64;
    while text.len() < n_bytes {
        // Odd, so that no two products are the same.
        let mut letters = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
        for at in 0..8 {
            let first = if at == 0 { b'A' } else { b'a' };
            text.push(char::from(first + (letters % 26) as u8));
            letters /= 26;
        }
        text.push_str(if number.is_multiple_of(2) {
            " "
        } else {
            " came. "
        });
        number += 1;
    }
    text
}

/// Lists in lists in lists, under headings of all levels.
fn nests(n_bytes: usize) -> String {
    let mut text = String::with_capacity(n_bytes + 200);
    let mut depth = 0_usize;
    while text.len() < n_bytes {
        if depth.is_multiple_of(50) {
            text.push_str(&"#".repeat(1 + depth / 50 % 6));
            text.push_str(" Causes of the war\n\n");
        }
        text.push_str(&"  ".repeat(depth % 50));
        text.push_str("- In 1914 Kennedy came, so war\n");
        depth += 1;
    }
    text
}

/// How long a text takes to be read, the shortest of a few times: other work on the machine only adds to it.
#[expect(
    clippy::disallowed_methods,
    reason = "what is tested is how long it takes"
)]
fn time(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        assert!(read("note.md", text).document.line_starts.len() <= text.len() + 1);
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn reading_is_linear_in_the_length() {
    for shape in SHAPES {
        check(shape, |n_bytes| shape.repeat(n_bytes / shape.len()));
    }
    check("names", names);
    check("nests", nests);
}

fn check(name: &str, text: impl Fn(usize) -> String) {
    let (short, long) = (time(&text(4 << 10)), time(&text(128 << 10)));
    // Of 32 times the length; were it the square, it would take 1,024 times as long.
    assert!(
        long < 400 * short.max(Duration::from_micros(200)),
        "{name:?}: {short:?}, then {long:?}"
    );
}

#[test]
fn a_line_of_a_mebibyte_is_read() {
    let shape = "In October 1962 Kennedy found out, so he -> war. ";
    let text = shape.repeat((1 << 20) / shape.len());
    let note = read("note.md", &text);
    assert_eq!(note.document.line_starts.len(), 1);
    assert!(note.dates.len() > 20_000);
}
