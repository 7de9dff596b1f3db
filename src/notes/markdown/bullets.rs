//! List items that CommonMark does not see: indented under a paragraph, taken for code, or marked with `•`.

/// The marker of a hand-made list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bullet {
    /// Columns before the marker; a tab goes to the next multiple of four.
    pub(super) indent: usize,
    /// Bytes of the line up to the item's own text.
    pub(super) text: usize,
}

/// The bullet that `line` begins with: `•` and the like anywhere, `-`, `*`, `+`, `1.` and `1)` only from `least` columns on.
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
        '-' | '*' | '+' if indent >= least => 1,
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
    }

    #[test]
    fn other_lines_are_not() {
        for line in [
            "- plain lists are the parser's",
            "–dash",
            "\t-5 degrees",
            "    1962. was",
            "•",
            "text",
            "",
        ] {
            check(line, None);
        }
    }
}
