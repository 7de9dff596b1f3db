//! The search for what is hidden, line by line: code is passed over, and each sign has to be closed.

use std::ops::Range;

use crate::notes::markdown::tight;

pub(super) struct Scan<'t> {
    text: &'t str,
    pub(super) at: usize,
    /// The character and length of the open code fence.
    fence: Option<(u8, usize)>,
    pub(super) hidden: Vec<Hidden>,
    pub(super) open: Option<Range<usize>>,
    unclosed: Unclosed,
    /// There are headings without a space after their signs, perhaps.
    pub(super) tight: bool,
    /// There are signs of something to hide.
    pub(super) signs: bool,
}

impl<'t> Scan<'t> {
    /// Before the first line of `text`.
    pub(super) fn of(text: &'t str) -> Self {
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
    pub(super) fn line(&mut self) {
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

/// What is blanked.
pub(super) struct Hidden {
    pub(super) range: Range<usize>,
    /// Nothing but white space stands before it on its line.
    pub(super) opens_line: bool,
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
