//! Finished blocks → blocks and headings of the [`Document`].

mod headings;
mod open;

use smallvec::SmallVec;

use super::block::is_all_bold;
use super::builder::Builder;
use super::lines::Lines;
use super::marks;
use super::sentences::{self, LineEnds};
use super::signs::Signs;
use super::statements::{self, Texts};
use super::{Block, BlockKind, Document, Text};
use crate::notes::ids::Stem;
use crate::notes::keys::Keys;
use crate::notes::lex::{self, Marks, Tokens};
use headings::Outlined;
pub(super) use open::Open;

/// Most notes have fewer headings.
const USUAL: usize = 16;

/// Takes finished blocks.
#[derive(Debug)]
pub(super) struct Sink {
    pub(super) document: Document,
    pub(super) lines: Lines,
    /// The block that is being read.
    pub(super) current: Option<Box<Open>>,
    /// The block that a list right below may hang on.
    pub(super) last: Option<usize>,
    /// The block that was filed last, for its room.
    filed: Option<Box<Open>>,
    /// The texts of the blocks.
    texts: Texts,
    pub(super) signs: Signs,
    /// A paragraph broken at a column was seen.
    wrapped: bool,
    /// Where lines end sentences, in the blocks in which they do.
    line_ends: Vec<LineEnds>,
    /// The headings open here, outermost first.
    open_headings: Vec<usize>,
    /// The first heading of each list item that is open and has one.
    outlined: Vec<Outlined>,
    /// What all ids begin with.
    path: Stem,
}

impl Sink {
    /// For the note at `path`, of whose file the parser sees `source`.
    pub(super) fn new(path: &str, source: &str, document: Document, lines: Lines) -> Self {
        let mut sink = Self {
            document,
            lines,
            current: None,
            last: None,
            filed: None,
            texts: Texts::for_file(source),
            signs: Signs::of(source),
            wrapped: false,
            line_ends: Vec::new(),
            open_headings: Vec::new(),
            outlined: Vec::new(),
            path: Stem::of(path),
        };
        // About as many as there are lines, as a rule; a list that grows is moved each time.
        let n_lines = sink.lines.starts.len().min(256);
        sink.document.blocks.reserve(n_lines);
        sink.document.headings.reserve(USUAL);
        sink
    }

    /// The paragraph right above that ends in a colon or asks, or is bold alone, for a list to hang on.
    pub(super) fn lead_in(&self) -> Option<usize> {
        let block = self.last?;
        let above = &self.document.blocks[block];
        let text = self.texts.of(&above.text);
        let leads = is_all_bold(&above.marks, text.len())
            || text
                .trim_end_matches([' ', '-', '–', '—', '*', ')'])
                .ends_with([':', '?']);
        leads.then_some(block)
    }

    /// Whether `line` says something new after the item that is open: it begins with a capital, a digit or a mark, or it stands at the
    /// margin and ends in a colon; and the item is neither unfinished nor broken at a column.
    pub(super) fn starts_anew(&self, line: &str, at_margin: bool) -> bool {
        let Some(open) = self
            .current
            .as_ref()
            .filter(|open| open.kind == BlockKind::Item)
        else {
            return false;
        };
        let item = &open.text.visible;
        let full = self.wrapped && item.len() >= 60;
        // "trade and geography:" over a list of its own
        let leads = || at_margin && line.trim_end().ends_with(':');
        !full && (!sentences::goes_on(item, line) || leads())
    }

    /// The document, with the statements of its blocks, and the keys of its words.
    pub(super) fn finish(mut self) -> (Document, Keys) {
        let keys = statements::add(
            &mut self.document,
            self.texts,
            self.path,
            &mut self.lines,
            &self.line_ends,
        );
        self.document.line_starts = self.lines.starts;
        (self.document, keys)
    }

    /// Files a block; `None` if it has no text.
    pub(super) fn close(&mut self, mut open: Box<Open>) -> Option<usize> {
        let filed = self.file(&mut open);
        self.filed = Some(open);
        filed
    }

    fn file(&mut self, open: &mut Open) -> Option<usize> {
        open.text.finish();
        if self.signs.block_id {
            cut_block_id(&mut open.text);
        }
        if !has_tokens(&open.text.visible) {
            return None;
        }
        if open.kind == BlockKind::Heading && open.underlined && is_prose(&open.text) {
            open.kind = BlockKind::Paragraph;
        } else if matches!(open.kind, BlockKind::Paragraph | BlockKind::Item)
            && open.text.is_loose(self.document.blocks.len())
        {
            open.kind = BlockKind::Loose;
        }
        let visible = &open.text.visible;
        let mut marks = std::mem::take(&mut open.text.marks);
        marks::sort(&mut marks);
        if !open.text.breaks.is_empty() {
            let ends = sentences::line_ends(visible, &open.text.breaks, &mut self.wrapped);
            self.line_ends.push((self.document.blocks.len(), ends));
        }
        let span = open.text.span.clone().unwrap_or(open.start..open.start);
        let lines = self.lines.of_span(&span);
        let index = self.document.blocks.len();
        let text = Text {
            visible: self.texts.push(visible),
            pieces: match open.text.pieces[..] {
                [only] => SmallVec::from_buf_and_len([only; 2], 1),
                ref pieces => SmallVec::from_slice(pieces),
            },
        };
        let block = Block {
            kind: open.kind,
            heading: self.open_headings.last().copied(),
            parent: open.parent,
            depth: open.depth,
            span,
            lines,
            quoted: open.quoted,
            task: open.task,
            header: open.header,
            text,
            tokens: Tokens::default(),
            signs: Marks::default(),
            sentences: SmallVec::new(),
            marks,
        };
        self.last = (open.kind == BlockKind::Paragraph).then_some(index);
        self.document.blocks.push(block);
        if open.kind == BlockKind::Heading {
            self.heading(index, open.level);
        }
        Some(index)
    }
}

/// A heading by the line under it that was meant as text over a rule.
fn is_prose(text: &Builder) -> bool {
    let visible = &text.visible;
    !text.breaks.is_empty() || visible.ends_with(['.', ';', '!']) || visible.split(' ').count() > 14
}

/// Drops `^block-id` and a heading's `{#id}` at the end.
fn cut_block_id(text: &mut Builder) {
    let visible = &text.visible;
    if memchr::memchr2(b'^', b'{', visible.as_bytes()).is_none() {
        return;
    }
    let (start, id) = match visible.rfind(' ') {
        Some(space) => (space, &visible[space + 1..]),
        None => (0, visible.as_str()),
    };
    let is_id = |id: &str| {
        !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let block_id = id.strip_prefix('^').is_some_and(is_id);
    let anchor = id
        .strip_prefix("{#")
        .and_then(|id| id.strip_suffix('}'))
        .is_some_and(is_id);
    if block_id || anchor {
        let kept = visible[..start].trim_end().len();
        text.cut(kept);
    }
}

/// Whether anything of a text is in a token: what begins with a plain character always has one.
fn has_tokens(visible: &str) -> bool {
    match visible.as_bytes().first() {
        Some(b'!'..=b'~') => true,
        _ => !visible.trim().is_empty() && !lex::tokens(visible).is_empty(),
    }
}
