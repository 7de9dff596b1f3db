//! Blanks what is not meant to be read, byte for byte, so that offsets hold: comments, shortcodes, footnotes in the line, formulas.

use std::borrow::Cow;
use std::ops::Range;

use super::signs::double;
use super::tight;

/// Stands in for a blanked byte where the line has other words; never shown.
pub(super) const FILLER: char = '\u{1}';

/// `text` with `%%comments%%`, `{{< shortcodes >}}`, `^[footnotes]` and `$$formulas$$` blanked, with the last `#` of `##Heading`
/// made a space, and the bytes of a comment that is opened and never closed (Obsidian hides the rest of such a note; here it
/// is read).
///
/// `tight` says whether there may be such headings.
pub(super) fn mask(text: &str, tight: bool) -> (Cow<'_, str>, Option<Range<usize>>) {
    let any = may_hide(text.as_bytes());
    if !any && !tight {
        return (Cow::Borrowed(text), None);
    }
    let mut scan = Scan::of(text);
    (scan.tight, scan.signs) = (tight, any);
    while scan.at < text.len() {
        scan.line();
    }
    let Scan { hidden, open, .. } = scan;
    if hidden.is_empty() {
        return (Cow::Borrowed(text), open);
    }
    let mut masked = text.as_bytes().to_vec();
    for Hidden { range, opens_line } in hidden {
        if range.len() == 1 {
            masked[range.start] = b' ';
            continue;
        }
        let rest = text[range.end..].trim_start_matches([' ', '\t']);
        let text_follows = !rest.is_empty() && !rest.starts_with(['\n', '\r']);
        // A line of its own becomes a blank line; elsewhere spaces could make an indented code block.
        let blank = if opens_line && !text_follows {
            b' '
        } else {
            FILLER as u8
        };
        for byte in &mut masked[range] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = blank;
            }
        }
    }
    let masked = String::from_utf8(masked).expect("whole characters were replaced by ASCII");
    (Cow::Owned(masked), open)
}

/// Whether something may have to be hidden: cheap, for nearly all notes.
fn may_hide(bytes: &[u8]) -> bool {
    let opens = |at: usize| {
        matches!(
            bytes[at..],
            [b'%', b'%', ..] | [b'{', b'{', b'<' | b'%', ..] | [b'^', b'[', ..]
        )
    };
    memchr::memchr3_iter(b'%', b'{', b'^', bytes).any(opens) || double(b'$', bytes).is_some()
}

/// What is blanked.
struct Hidden {
    range: Range<usize>,
    /// Nothing but white space stands before it on its line.
    opens_line: bool,
}

/// Which signs have no closing partner in the rest of the text: not looked for again, so that the scan stays linear.
#[derive(Default)]
struct Unclosed {
    comment: bool,
    shortcode: [bool; 2],
    formula: bool,
    /// No footnote that opens before this byte is closed on its line.
    footnote_before: usize,
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The character and length of the open code fence.
    fence: Option<(u8, usize)>,
    hidden: Vec<Hidden>,
    open: Option<Range<usize>>,
    unclosed: Unclosed,
    /// There are headings without a space after their signs, perhaps.
    tight: bool,
    /// There are signs of something to hide.
    signs: bool,
}

impl<'t> Scan<'t> {
    /// Before the first line of `text`.
    fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            fence: None,
            hidden: Vec::new(),
            open: None,
            unclosed: Unclosed::default(),
            tight: false,
            signs: true,
        }
    }

    /// Takes in one line, or as far as what is hidden in it reaches.
    fn line(&mut self) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |end| start + end + 1);
        if self.is_fence(start, end) {
            self.at = end;
            return;
        }
        let anew = start == 0 || bytes[start - 1] == b'\n';
        if self.tight
            && anew
            && let Some(sign) = tight::last_sign(&self.text[start..end])
        {
            // One byte alone: a space, and the sign of a heading's end.
            self.hidden.push(Hidden {
                range: start + sign..start + sign + 1,
                opens_line: true,
            });
        }
        if self.signs {
            self.words(end);
        } else {
            self.at = end;
        }
    }

    /// Whether the line from `start` to `end` is in a code fence, or opens or closes one.
    fn is_fence(&mut self, start: usize, end: usize) -> bool {
        let line = self.text[start..end].trim_start_matches([' ', '\t', '>']);
        let mark = line
            .bytes()
            .next()
            .filter(|byte| matches!(byte, b'`' | b'~'));
        let run = mark.map_or(0, |mark| {
            line.bytes().take_while(|byte| *byte == mark).count()
        });
        match (self.fence, mark) {
            (Some((open, length)), mark) => {
                if mark == Some(open) && run >= length && line[run..].trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            (None, Some(mark)) if run >= 3 && !(mark == b'`' && line[run..].contains('`')) => {
                self.fence = Some((mark, run));
                true
            }
            (None, _) => false,
        }
    }

    /// Takes in the rest of a line that is no code.
    fn words(&mut self, end: usize) {
        let bytes = self.text.as_bytes();
        let mut code = false;
        let mut opens_line = true;
        while self.at < end {
            let Some(step) = bytes[self.at..end]
                .iter()
                .position(|byte| matches!(byte, b'%' | b'{' | b'^' | b'$' | b'`' | b'\\'))
            else {
                break;
            };
            opens_line &= bytes[self.at..self.at + step]
                .iter()
                .all(|byte| matches!(byte, b' ' | b'\t' | b'>'));
            self.at += step;
            let closed = if code { None } else { self.closing(end) };
            if let Some(after) = closed {
                self.hidden.push(Hidden {
                    range: self.at..after,
                    opens_line,
                });
                self.at = after;
                if after > end {
                    // What is hidden goes over the line's end: go on from there as if in mid-line.
                    return;
                }
                continue;
            }
            opens_line = false;
            match bytes[self.at] {
                b'`' => code = !code,
                b'\\' => self.at += 1,
                _ => {}
            }
            // Every sign is ASCII; a character after a backslash may be longer.
            self.at += 1;
            while self.at < self.text.len() && !self.text.is_char_boundary(self.at) {
                self.at += 1;
            }
        }
        self.at = self.at.max(end).min(self.text.len());
    }

    /// Where what opens at `self.at` ends, if it is something to hide; `line_end` ends the line.
    fn closing(&mut self, line_end: usize) -> Option<usize> {
        let rest = &self.text[self.at..];
        let find = |from: usize, sign: &str| {
            memchr::memmem::find(&rest.as_bytes()[from..], sign.as_bytes())
                .map(|found| from + found + sign.len())
        };
        if rest.starts_with("%%") && !self.unclosed.comment {
            let close = find(2, "%%");
            self.unclosed.comment = close.is_none();
            if close.is_none()
                && self.at == self.text[..self.at].rfind('\n').map_or(0, |end| end + 1)
            {
                self.open = Some(self.at..self.at + 2);
            }
            return close.map(|length| self.at + length);
        }
        if rest.starts_with("{{<") || rest.starts_with("{{%") {
            let (close, which) = if rest.starts_with("{{<") {
                (">}}", 0)
            } else {
                ("%}}", 1)
            };
            if self.unclosed.shortcode[which] {
                return None;
            }
            let length = find(3, close);
            self.unclosed.shortcode[which] = length.is_none();
            return length.map(|length| self.at + length);
        }
        if rest.starts_with("$$") && !self.unclosed.formula {
            let length = find(2, "$$");
            self.unclosed.formula = length.is_none();
            let length = length?;
            // An arrow between statements is no formula.
            let arrow = crate::notes::lex::tokens(rest[..length].trim_matches('$')).len() == 1;
            return (!arrow).then_some(self.at + length);
        }
        if rest.starts_with("^[") && self.at >= self.unclosed.footnote_before {
            let line = &self.text.as_bytes()[self.at..line_end];
            let mut depth = 0;
            let close = line.iter().position(|byte| {
                depth += i32::from(*byte == b'[') - i32::from(*byte == b']');
                *byte == b']' && depth == 0
            });
            if close.is_none() {
                self.unclosed.footnote_before = line_end;
            }
            return close.map(|close| self.at + close + 1);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let (masked, open) = mask(text, true);
        assert_eq!(masked.len(), text.len());
        let open = open
            .map(|open| format!(" open at {}", open.start))
            .unwrap_or_default();
        expected.assert_eq(&format!(
            "{}{open}",
            masked.replace(FILLER, "~").replace(' ', "·")
        ));
    }

    #[test]
    fn comments_become_blanks_of_equal_length() {
        check(
            "a %%b é%% c\n%%whole\nlines%%\nd",
            &expect![[r#"
                a·~~~~~~~~·c
                ·······
                ·······
                d"#]],
        );
        check("%%aside%% Text goes on", &expect!["~~~~~~~~~·Text·goes·on"]);
    }

    #[test]
    fn headings_get_the_space_they_lack() {
        check(
            "##War\n### Peace\n#tag\n```\n##code\n```\n## %%x%% ##end",
            &expect![[r#"
                #·War
                ###·Peace
                #tag
                ```
                ##code
                ```
                ##·~~~~~·##end"#]],
        );
    }

    #[test]
    fn code_keeps_its_signs() {
        check(
            "```\n%%x%%\n```\n`%%y%%` %%z%%",
            &expect![[r#"
                ```
                %%x%%
                ```
                `%%y%%`·~~~~~"#]],
        );
    }

    #[test]
    fn a_backslash_may_be_the_last_character() {
        check("a^[b] \\", &expect![[r#"a~~~~·\"#]]);
    }

    #[test]
    fn an_unclosed_comment_hides_nothing() {
        check(
            "a\n%% b\nc 50%% d",
            &expect![[r#"
                a
                ~~~~
                ~~~~~~·d"#]],
        );
        check(
            "a\n%% b\nc",
            &expect![[r#"
            a
            %%·b
            c open at 2"#]],
        );
    }

    #[test]
    fn shortcodes_footnotes_and_formulas_go() {
        check(
            "{{< figure src=\"1962.jpg\" >}}\nx^[Smith [ed.] 1999, p. 3] y $$x=1945$$ $$\\to$$ z",
            &expect![[r#"
                ·····························
                x~~~~~~~~~~~~~~~~~~~~~~~~~·y·~~~~~~~~~~·$$\to$$·z"#]],
        );
    }
}
