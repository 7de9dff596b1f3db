//! Where a line ends inside a block: what follows goes on, or is a block that CommonMark does not see as one.

use std::ops::Range;

use super::{Walk, line_at};
use crate::notes::markdown::BlockKind;
use crate::notes::markdown::bullets::Bullet;
use crate::notes::markdown::loose::is_tag_line;
use crate::notes::markdown::sink::Open;

impl Walk<'_> {
    /// The line ends; what follows may be a block of its own that CommonMark does not see as one.
    pub(super) fn line_break(&mut self, range: &Range<usize>, hard: bool) {
        let next = range.end
            + self.source[range.end..]
                .bytes()
                .take_while(|byte| matches!(byte, b'>' | b' ' | b'\t'))
                .count();
        let line = line_at(self.source, next);
        let line_start = memchr::memrchr2(b'\n', b'\r', &self.source.as_bytes()[..next])
            .map_or(0, |end| end + 1);
        let anew = self.quotes.is_empty() && self.sink.starts_anew(line, next == line_start);
        let Some(open) = &mut self.sink.current else {
            return;
        };
        if open.kind == BlockKind::CalloutTitle {
            let title = self.close();
            if let Some(quote) = self.quotes.last_mut() {
                *quote = title;
            }
            return;
        }
        let loose = open.kind == BlockKind::Paragraph
            && (open.text.is_loose(self.sink.document.blocks.len()) || is_tag_line(line));
        let bullet = if open.kind == BlockKind::Heading {
            None
        } else {
            let whole = &self.source[line_start..next + line.len()];
            let said = || said_of_date(open, self.source, (next - line_start, line), self.base);
            self.letters.bullet(whole, self.sink.signs).or_else(said)
        };
        // `   A. Batista flees` below `III. Cuba`, `B. Hunger` below `A. Taxes`.
        let outlined = self.items.is_empty()
            && bullet.is_some()
            && line.starts_with(|first: char| {
                first.is_ascii_uppercase() || first.is_ascii_digit() || first == ':'
            });
        if loose {
            self.close();
        } else if anew && !outlined {
            self.line_at_margin(next);
        } else if let Some(bullet) = bullet {
            let nested = open.kind == BlockKind::Item;
            let block = self.close();
            if self.nest.is_empty() {
                self.nest.above = if nested {
                    block.or_else(|| self.items.last().copied().flatten())
                } else {
                    self.sink.lead_in()
                };
            }
            self.hand_made_item(bullet.indent, next, line_start + bullet.text);
        } else {
            open.text.line_break(range.start + self.base, hard);
        }
    }

    /// A line at the margin right below a list, which CommonMark takes for the item's own: a statement that hangs on nothing.
    fn line_at_margin(&mut self, at: usize) {
        self.leave_nest();
        let open = self.sink.open(BlockKind::Paragraph, at + self.base);
        self.sink.current = Some(open);
        self.at_margin = true;
    }
}

/// The `: ` of a definition list whose term is a date, as the marker of an item: `1789` over `: the Bastille falls` and `: nobles
/// flee`. `line` stands `before` bytes into its line of the file.
fn said_of_date(
    open: &Open,
    source: &str,
    (before, line): (usize, &str),
    base: usize,
) -> Option<Bullet> {
    let text = line.strip_prefix(": ")?.trim_start();
    let goes_on = || source.as_bytes().get(open.start - base) == Some(&b':');
    let dated = match open.hand_made {
        None => open.kind == BlockKind::Paragraph && open.text.is_number(),
        Some(_) => goes_on(),
    };
    (dated && !text.is_empty()).then_some(Bullet {
        indent: 0,
        text: before + line.len() - text.len(),
    })
}
