//! List items that CommonMark does not see: indented under a paragraph, taken for code, or marked with `•`.

use super::signs::Signs;

/// The marker of a hand-made list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bullet {
    /// Columns before the marker; a tab goes to the next multiple of four.
    pub(super) indent: usize,
    /// Bytes of the line up to the item's own text.
    pub(super) text: usize,
}

/// The bullet that `line` begins with: `•` and the like, `a)` and `(a)` anywhere, `-`, `*`, `+`, `1.` and `1)` only from `least` columns on.
pub(super) fn bullet(line: &str, least: usize) -> Option<Bullet> {
    let mut indent = 0;
    let mut at = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => indent += 1,
            b'\t' => indent += 4 - indent % 4,
            _ => break,
        }
        at += 1;
    }
    let rest = &line[at..];
    let first = rest.chars().next()?;
    let marker = match first {
        '•' | '‣' | '⁃' | '◦' | '▪' | '▫' | '■' | '□' | '○' | '●' | '∙' | '►' | '▸' | '➢' | '➤'
        | '❖' => {
            return rest[first.len_utf8()..]
                .chars()
                .any(|char| !char.is_whitespace())
                .then(|| {
                    let after = &rest[first.len_utf8()..];
                    Bullet {
                        indent,
                        text: at + rest.len() - after.trim_start().len(),
                    }
                });
        }
        '–' | '—' | '·' => first.len_utf8(),
        'i' | 'v' | 'x' if roman(rest).is_some() => roman(rest)?,
        // `A. Philip` below `I. Macedon`: a letter at the margin may be an initial.
        'A'..='Z' if indent > 0 && rest[1..].starts_with(['.', ')']) => 2,
        'I' | 'V' | 'X' if outer(rest).is_some() => outer(rest)?,
        // `a. taxes` below `1. Causes`; but "c. 1450" and "b. 1869" are years.
        'a'..='z' if indent > 0 && is_small_letter(rest) => 2,
        // `a) debt`, `(b) plague`
        'a'..='z' if rest[1..].starts_with(')') => 2,
        '(' if matches!(rest.as_bytes(), [_, b'a'..=b'z' | b'0'..=b'9', b')', ..]) => 3,
        '-' | '*' | '+' if indent >= least => 1,
        '0'..='9' if outline(rest).is_some() => outline(rest)?,
        '0'..='9' if indent >= least => {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 3 || !rest[digits..].starts_with(['.', ')']) {
                return None;
            }
            digits + 1
        }
        _ => return None,
    };
    let after = &rest[marker..];
    let text = after.trim_start();
    (after.len() > text.len() && !text.is_empty()).then_some(Bullet {
        indent,
        text: at + rest.len() - text.len(),
    })
}

/// How far an outline has come whose letters stand at the margin: `A. Taxes`, `B. Hunger`.
#[derive(Debug, Default)]
pub(super) struct Letters(u8);

impl Letters {
    /// The [bullet] that `line` begins with, with at least four columns before a plain one; or the next letter of the outline, in a
    /// note that has such.
    pub(super) fn bullet(&mut self, line: &str, signs: Signs) -> Option<Bullet> {
        let found = bullet(line, 4);
        if found.is_some() || !signs.lettered {
            return found;
        }
        let letter = lettered(line)?;
        let is_next = matches!(letter, b'A' | b'a') || letter == self.0 + 1;
        is_next.then(|| {
            self.0 = letter;
            Bullet { indent: 0, text: 3 }
        })
    }
}

/// The letter of `B. Hunger` or `b. hunger` at the margin.
fn lettered(line: &str) -> Option<u8> {
    match line.as_bytes() {
        [letter @ b'A'..=b'Z', b'.', b' ', _, ..] => Some(*letter),
        [letter, ..] if is_small_letter(line) => Some(*letter),
        _ => None,
    }
}

/// Whether a text begins with a small letter of a list and words.
fn is_small_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'a'..=b'z', b'.', b' ', next, ..] if !next.is_ascii_digit())
}

/// The length of `1.1.1` or `2.4.`, which is no number; `16.07.` is a day.
fn outline(rest: &str) -> Option<usize> {
    let marker = rest.split(' ').next()?;
    let closed = marker.ends_with('.');
    let mut parts = marker.trim_end_matches('.').split('.');
    let numbered = |part: &str| {
        (1..=2).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && (part.len() == 1 || !part.starts_with('0'))
    };
    let n_parts = parts.clone().count();
    if is_day(parts.clone()) {
        return None;
    }
    (n_parts >= 3 - usize::from(closed) && n_parts <= 5 && parts.all(numbered))
        .then_some(marker.len())
}

/// Whether numbers that could be those of an outline are a day: `29.10.29`.
fn is_day<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    let mut numbers = parts.map(|part| part.parse::<u8>().unwrap_or_default());
    let (Some(day), Some(month), Some(year), None) = (
        numbers.next(),
        numbers.next(),
        numbers.next(),
        numbers.next(),
    ) else {
        return false;
    };
    let plain = day > 12 && year > 12 || year > 31;
    plain && (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// The length of `i.`, `iv)`.
fn roman(rest: &str) -> Option<usize> {
    let digits = rest
        .bytes()
        .take_while(|byte| b"ivx".contains(byte))
        .count();
    (digits <= 4 && rest[digits..].starts_with(['.', ')'])).then_some(digits + 1)
}

/// The length of `II.`, `XIV.`: of at least two digits, as one may be an initial.
fn outer(rest: &str) -> Option<usize> {
    let digits = rest
        .bytes()
        .take_while(|byte| b"IVX".contains(byte))
        .count();
    ((2..=5).contains(&digits) && rest[digits..].starts_with(['.', ')'])).then_some(digits + 1)
}

/// Whether a line begins with a Roman number of an outline, or with a letter of one: `IV. Results`, `B. Hunger`.
pub(super) fn is_outer(line: &str) -> bool {
    outer(line.trim_start_matches([' ', '\t'])).is_some() || lettered(line).is_some()
}

/// Which hand-made item hangs on which: the open ones with their columns, outermost first.
#[derive(Debug, Default)]
pub(super) struct Nest {
    /// The block that the outermost items hang on.
    pub(super) above: Option<usize>,
    open: Vec<(usize, usize)>,
}

impl Nest {
    /// The parent of an item at `indent`, and how many hand-made items it is nested in.
    pub(super) fn parent(&mut self, indent: usize) -> (Option<usize>, usize) {
        while self.open.last().is_some_and(|open| open.0 >= indent) {
            self.open.pop();
        }
        (
            self.open.last().map_or(self.above, |open| Some(open.1)),
            self.open.len(),
        )
    }

    /// No item is open any more, nor what they hang on.
    pub(super) fn leave(&mut self) {
        self.above = None;
        self.open.clear();
    }

    /// The block of the item that was opened last.
    pub(super) fn last(&self) -> Option<usize> {
        self.open.last().map(|open| open.1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Remembers the block of the item at `indent`.
    pub(super) fn push(&mut self, indent: usize, block: usize) {
        self.open.push((indent, block));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(usize, &str)>) {
        assert_eq!(
            bullet(line, 4).map(|bullet| (bullet.indent, &line[bullet.text..])),
            expected,
            "{line:?}"
        );
    }

    #[test]
    fn hand_made_bullets_are_seen() {
        check("• Rome falls", Some((0, "Rome falls")));
        check("•Rome falls", Some((0, "Rome falls")));
        check("\t- nested", Some((4, "nested")));
        check("\t\t12) deeper", Some((8, "deeper")));
        check("– dash", Some((0, "dash")));
        check("1.1.2 Yalta", Some((0, "Yalta")));
        check("2.4. Suez", Some((0, "Suez")));
        check("16.07. lift-off", None);
        check("iii. a coup", Some((0, "a coup")));
        check("\tB. Flamininus wins", Some((4, "Flamininus wins")));
        check("II. Corinth", Some((0, "Corinth")));
    }

    #[test]
    fn letters_are_bullets_in_their_order() {
        let signs = Signs::of("A. Taxes\nB. Hunger\nJ. Ogden");
        let mut letters = Letters::default();
        let mut is_bullet = |line: &str| letters.bullet(line, signs).is_some();
        assert!(is_bullet("A. Taxes") && is_bullet("B. Hunger"));
        assert!(!is_bullet("J. Ogden") && is_bullet("C. War") && is_bullet("A. Peace"));
        let signs = Signs::of("A. Lincoln spoke\nJ. Ogden");
        assert!(
            Letters::default()
                .bullet("A. Lincoln spoke", signs)
                .is_none()
        );
    }

    #[test]
    fn other_lines_are_not() {
        for line in [
            "- plain lists are the parser's",
            "–dash",
            "\t-5 degrees",
            "    1962. was",
            "1.5 million died",
            "27.10.1962 a plane is shot down",
            "29.10.29 shares fall",
            "ivory. It",
            "A. Lincoln spoke",
            "I. Newton fell ill",
            "X. It",
            "•",
            "text",
            "",
        ] {
            check(line, None);
        }
    }
}
