//! Builds the readable text of one block from the parser's events, with the way back to the file.

mod gaps;
mod highlights;

use std::ops::Range;

use super::mask::FILLER;
use super::signs::Signs;
use super::text::file_span;
use super::{Mark, MarkKind, Piece};
use gaps::{Gaps, has_gaps};

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
    /// See [`Text::pieces`](super::Text::pieces).
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
