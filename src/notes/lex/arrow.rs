//! Arrows: of ASCII characters, of LaTeX, of Unicode.

/// Hyphens or equals signs in one arrow, at most.
const LONGEST_SHAFT: usize = 12;

/// LaTeX names of arrows, without the backslash.
const LATEX: &[&str] = &[
    "to",
    "gets",
    "implies",
    "impliedby",
    "iff",
    "rightarrow",
    "Rightarrow",
    "longrightarrow",
    "Longrightarrow",
    "leftarrow",
    "Leftarrow",
    "longleftarrow",
    "Longleftarrow",
    "leftrightarrow",
    "Leftrightarrow",
    "uparrow",
    "downarrow",
    "mapsto",
    "leadsto",
    "rightsquigarrow",
];

/// The length of the arrow of ASCII characters that `text` begins with.
pub(super) fn arrow(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // A longer shaft is a rule, not an arrow.
    let run = |from: usize, byte: u8| {
        let rest = bytes[from..].iter().take(LONGEST_SHAFT);
        rest.take_while(|b| **b == byte).count()
    };
    match bytes[0] {
        shaft @ (b'-' | b'=' | b'~') => {
            let length = run(0, shaft);
            (bytes.get(length) == Some(&b'>')).then_some(length + 1)
        }
        b'<' => {
            // `<=` alone is "at most".
            let hyphens = run(1, b'-');
            let equals = run(1, b'=');
            let shaft = 1 + hyphens.max(equals);
            let tip = usize::from(bytes.get(shaft) == Some(&b'>'));
            (hyphens > 0 || (equals > 0 && tip == 1) || equals > 1).then_some(shaft + tip)
        }
        // "taxes >> riots", but not a shift or a quotation.
        b'>' => (run(0, b'>') == 2 && bytes.get(2) == Some(&b' ')).then_some(2),
        b'$' => {
            let open = 1 + run(1, b' ');
            let name = latex(bytes.get(open..)?)?;
            let close = open + name + run(open + name, b' ');
            (bytes.get(close) == Some(&b'$')).then_some(close + 1)
        }
        b'\\' => latex(bytes),
        _ => None,
    }
}

/// The length of the LaTeX arrow, backslash included, that `bytes` begin with.
fn latex(bytes: &[u8]) -> Option<usize> {
    let letters = bytes.strip_prefix(b"\\")?;
    let length = letters
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    LATEX
        .iter()
        .any(|name| name.as_bytes() == &letters[..length])
        .then_some(length + 1)
}

pub(super) fn is_arrow(char: char) -> bool {
    matches!(char,
        '\u{2190}'..='\u{21ff}' | '\u{27f0}'..='\u{27ff}' | '\u{2900}'..='\u{297f}' | '\u{2794}' | '\u{2798}'..='\u{27af}'
        | '\u{27b1}'..='\u{27be}' | '\u{2b05}'..='\u{2b0d}' | '\u{2b95}' | '\u{1f850}'..='\u{1f8ff}')
}
