//! Builds the readable text of one block, with the way back to the file.

use std::ops::Range;

use super::mask::FILLER;
use super::signs::{Signs, double};
use super::{Mark, MarkKind, Piece, Text};

impl Text {
    /// The bytes of the file from the first to the last character of `range`, byte offsets in [`Text::visible`].
    ///
    /// Markup between them is included, markup around them is not.
    #[must_use]
    pub fn file_span(&self, range: Range<u32>) -> Range<usize> {
        file_span(&self.visible, &self.pieces, range)
    }

    /// The place in the file of the character at `visible`, a byte offset in [`Text::visible`].
    #[must_use]
    pub fn file_offset(&self, visible: u32) -> usize {
        file_offset(&self.pieces, visible)
    }
}

/// See [`Text::file_span`].
fn file_span(visible: &str, pieces: &[Piece], range: Range<u32>) -> Range<usize> {
    let start = file_offset(pieces, range.start);
    if range.end <= range.start {
        return start..start;
    }
    if pieces.len() == 1 {
        return start..start + range.len();
    }
    let head = &visible[..range.end as usize];
    let last = head.chars().next_back().map_or(0, char::len_utf8);
    let after = pieces.partition_point(|piece| piece.0 < range.end);
    let end = file_offset(pieces, range.end - last as u32) + last;
    let limit = pieces.get(after).map_or(end, |piece| piece.1 as usize);
    start..end.min(limit).max(start)
}

/// See [`Text::file_offset`].
#[inline]
fn file_offset(pieces: &[Piece], visible: u32) -> usize {
    let piece = match pieces {
        [] => return 0,
        // As most texts have.
        [only] => only,
        _ => {
            let after = pieces.partition_point(|piece| piece.0 <= visible);
            &pieces[after.saturating_sub(1)]
        }
    };
    (piece.1 + (visible - piece.0)) as usize
}

/// The end of a line of the file inside a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Break {
    /// The byte of the visible text where the next line begins.
    pub(super) at: u32,
    /// The author asked for a new line.
    pub(super) hard: bool,
}

/// Dates that stand alone have fewer bytes.
const LONGEST_DATE: usize = 24;

/// Most texts have fewer bytes.
const USUAL: usize = 256;

/// A block's text while it is being put together from the parser's events.
#[derive(Debug, Default)]
pub(super) struct Builder {
    /// What a reader sees.
    pub(super) visible: String,
    /// See [`Text::pieces`].
    pub(super) pieces: Vec<Piece>,
    pub(super) marks: Vec<Mark>,
    /// Where a line of the file ended.
    pub(super) breaks: Vec<Break>,
    /// Bytes of the file from the first to the last visible character.
    pub(super) span: Option<Range<usize>>,
    signs: Signs,
    highlight: Option<u32>,
    no_highlight_closes: bool,
    /// Some of the text does not stand in the file as it is.
    respelt: bool,
}

impl Builder {
    /// An empty text of a file with such signs.
    pub(super) fn new(signs: Signs) -> Self {
        Self {
            signs,
            visible: String::with_capacity(USUAL),
            ..Self::default()
        }
    }

    /// Becomes an empty text, and keeps its room.
    pub(super) fn clear(&mut self) {
        let Self {
            visible,
            pieces,
            marks,
            breaks,
            span,
            signs: _,
            highlight,
            no_highlight_closes,
            respelt,
        } = self;
        visible.clear();
        pieces.clear();
        marks.clear();
        breaks.clear();
        (*span, *highlight) = (None, None);
        (*no_highlight_closes, *respelt) = (false, false);
    }

    #[inline]
    pub(super) fn len(&self) -> u32 {
        self.visible.len() as u32
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        match self.visible.as_bytes().first() {
            Some(b'!'..=b'~') => false,
            _ => self.visible.trim().is_empty(),
        }
    }

    pub(super) fn mark(&mut self, kind: MarkKind, from: u32) {
        if from < self.len() {
            self.marks.push(Mark {
                kind,
                range: from..self.len(),
            });
        }
    }

    /// Adds text that stands at `at` in the file byte for byte; runs of white space become one space.
    pub(super) fn verbatim(&mut self, text: &str, at: usize) {
        let bytes = text.as_bytes();
        // Nearly every text has nothing to leave out.
        if !has_gaps(bytes) {
            self.piece(text, at);
            return;
        }
        let mut from = 0;
        let mut gaps = Gaps::of(bytes);
        while let Some(end) = gaps.next(from) {
            self.piece(&text[from..end], at + from);
            let left_out = |byte: &&u8| matches!(**byte, b' ' | b'\t') || **byte == FILLER as u8;
            from = end + bytes[end..].iter().take_while(left_out).count();
        }
        self.piece(&text[from..], at + from);
    }

    fn piece(&mut self, text: &str, at: usize) {
        let (text, at) = match text.as_bytes() {
            [b' ', ..] if self.visible.is_empty() || self.visible.ends_with(' ') => {
                (&text[1..], at + 1)
            }
            _ => (text, at),
        };
        if text.is_empty() {
            return;
        }
        let visible = self.len();
        let continues = self
            .pieces
            .last()
            .is_some_and(|last| last.1 + (visible - last.0) == at as u32);
        if !continues {
            self.pieces.push((visible, at as u32));
        }
        self.visible.push_str(text);
        let end = at + trimmed(text).len();
        let start = self.span.as_ref().map_or(at, |span| span.start);
        self.span = Some(start..end.max(start));
    }

    /// Adds text that the file spells otherwise, such as `&` for `&amp;`.
    pub(super) fn respelt(&mut self, text: &str, file: &Range<usize>) {
        self.respelt = true;
        let visible = self.len();
        self.pieces.push((visible, file.start as u32));
        self.visible.push_str(text);
        let visible = self.len();
        self.pieces.push((visible, file.end as u32));
        let start = self.span.as_ref().map_or(file.start, |span| span.start);
        self.span = Some(start..file.end);
    }

    /// Adds words that do not stand in the file, such as the bar between two cells.
    pub(super) fn joint(&mut self, text: &str, at: usize) {
        self.respelt = true;
        for char in text.chars() {
            let visible = self.len();
            self.pieces.push((visible, at as u32));
            self.visible.push(char);
        }
        let visible = self.len();
        self.pieces.push((visible, at as u32));
    }

    /// The line of the file ends here; `hard` where the author asked for it.
    pub(super) fn line_break(&mut self, at: usize, hard: bool) {
        if self.visible.is_empty() {
            return;
        }
        if !self.visible.ends_with(' ') {
            self.joint(" ", at);
        }
        self.breaks.push(Break {
            at: self.len(),
            hard,
        });
    }

    /// Adds a text of the parser's that stands at `at` in the file byte for byte; `source` is the file from the text on.
    #[inline]
    pub(super) fn shown<'s>(&mut self, text: &str, at: usize, source: impl FnOnce() -> &'s str) {
        if self.signs.highlight {
            self.with_highlights(text, at, source());
        } else if self.signs.gap {
            self.verbatim(text, at);
        } else {
            self.piece(text, at);
        }
    }

    /// Adds text with `==highlights==` in it; `source` is the file from the text on, to look for what follows the opening `==`,
    /// as the parser's text may end before `**` or `~`, and for the closing one on the same line.
    fn with_highlights(&mut self, text: &str, at: usize, source: &str) {
        let mut from = 0;
        while let Some(found) = double(b'=', &text.as_bytes()[from..]) {
            let sign = from + found;
            let after = sign + 2;
            let closes = self.highlight.is_some();
            let opens = !closes
                && !self.no_highlight_closes
                && source[after..]
                    .chars()
                    .next()
                    .is_some_and(|next| !next.is_whitespace() && !matches!(next, '=' | '>'));
            if closes {
                self.verbatim(&text[from..sign], at + from);
                let start = self.highlight.take().unwrap_or_default();
                self.mark(MarkKind::Highlight, start);
            } else if opens && closes_on_its_line(&source[after..]) {
                self.verbatim(&text[from..sign], at + from);
                self.highlight = Some(self.len());
            } else {
                self.no_highlight_closes |= opens;
                self.verbatim(&text[from..after], at + from);
            }
            from = after;
        }
        self.verbatim(&text[from..], at + from);
    }

    /// Whether the text so far is no statement, in a note of which `n_blocks` have been read.
    pub(super) fn is_loose(&self, n_blocks: usize) -> bool {
        super::loose::is_loose(&self.visible, n_blocks)
    }

    /// Whether the text so far is one short line that begins with a number.
    pub(super) fn is_number(&self) -> bool {
        self.breaks.is_empty()
            && self.visible.len() <= LONGEST_DATE
            && self
                .visible
                .starts_with(|first: char| first.is_ascii_digit())
    }

    /// Ends the text: no space at its end, and a last piece that says where it ends in the file.
    pub(super) fn finish(&mut self) {
        let kept = trimmed(&self.visible).len();
        // As a rule nothing is dropped, and the span ends where the last piece does.
        if self.respelt || kept < self.visible.len() {
            self.cut(kept);
        }
    }

    /// Drops everything from byte `kept` of the visible text on.
    pub(super) fn cut(&mut self, kept: usize) {
        let end = if kept == 0 {
            None
        } else {
            Some(file_span(
                &self.visible,
                &self.pieces,
                kept as u32 - 1..kept as u32,
            ))
        };
        self.visible.truncate(kept);
        // A picture alone on the last line leaves a line end with nothing after it.
        self.breaks.retain(|end| (end.at as usize) < kept);
        self.pieces.retain(|piece| piece.0 as usize <= kept);
        for mark in &mut self.marks {
            mark.range.end = mark.range.end.min(kept as u32);
        }
        self.marks.retain(|mark| mark.range.start < mark.range.end);
        if let (Some(span), Some(end)) = (&mut self.span, end) {
            span.end = end.end.max(span.start);
        }
    }
}

/// `text` without white space at its end; as a rule it ends in a letter or a mark.
#[inline]
fn trimmed(text: &str) -> &str {
    match text.as_bytes().last() {
        Some(b'!'..=b'~') => text,
        _ => text.trim_end(),
    }
}

/// Whether something is left out of a text: without a way out of the loop, so that many bytes are looked at in one step.
#[inline]
fn has_gaps(bytes: &[u8]) -> bool {
    let odd = |byte: u8| (byte == b'\t') | (byte == FILLER as u8);
    let Some((last, rest)) = bytes.split_last() else {
        return false;
    };
    let pairs = rest.iter().zip(&bytes[1..]);
    let found = pairs.fold(false, |found, (one, next)| {
        found | odd(*one) | ((*one == b' ') & (*next == b' '))
    });
    found | odd(*last)
}

/// The places of a text where something is left out: a second space, a tab, a blanked byte.
struct Gaps<'t> {
    bytes: &'t [u8],
    double: Option<usize>,
    odd: Option<usize>,
}

impl<'t> Gaps<'t> {
    fn of(bytes: &'t [u8]) -> Self {
        Self {
            bytes,
            double: memchr::memmem::find(bytes, b"  ").map(|at| at + 1),
            odd: memchr::memchr2(b'\t', FILLER as u8, bytes),
        }
    }

    /// The first such place from byte `from` on. Each kind is looked for again only once it is passed, so that all of a text's
    /// places are found in one pass.
    fn next(&mut self, from: usize) -> Option<usize> {
        if self.double.is_some_and(|at| at < from) {
            self.double = memchr::memmem::find(&self.bytes[from..], b"  ").map(|at| from + at + 1);
        }
        if self.odd.is_some_and(|at| at < from) {
            self.odd =
                memchr::memchr2(b'\t', FILLER as u8, &self.bytes[from..]).map(|at| from + at);
        }
        match (self.double, self.odd) {
            (Some(double), Some(odd)) => Some(double.min(odd)),
            (double, odd) => double.or(odd),
        }
    }
}

/// Whether a `==` stands on the first line of `source`.
fn closes_on_its_line(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr2_iter(b'=', b'\n', bytes)
        .find(|at| bytes[*at] == b'\n' || bytes.get(at + 1) == Some(&b'='))
        .is_some_and(|at| bytes[at] == b'=')
}
