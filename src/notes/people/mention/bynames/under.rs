//! What the first line under a heading says of whom the heading names: under `## Horace Vane`, `"the Chief" / "Fox of Ostwick"`
//! or `*El Caudillo*`.

mod subtitle;

use std::ops::Range;

use super::{After, LONGEST, Taken, is_quote};
use crate::notes::facts::Person;
use crate::notes::markdown::{Block, BlockKind, MarkKind};
use crate::notes::people::epithet_heads::is_head;
use crate::notes::people::join::NO_LIST;
use crate::notes::people::mention::Note;
use crate::notes::word_key::{Words, words};

/// Bynames of one line, at most.
const MOST: usize = 3;

/// Adds the bynames under headings; gives who is named in one alone.
pub(in super::super) fn add(note: &Note<'_>, people: &mut [Person]) -> Taken {
    let mut taken = Taken::default();
    for (index, heading) in note.document.headings.iter().enumerate() {
        add_labelled(note, index, heading.block, people, &mut taken);
        let at = heading.block + 1;
        let Some(block) = note.document.blocks.get(at) else {
            continue;
        };
        if let Some(own) = subtitle::name(note, index, at)
            && let Some(person) = only(note, heading.block)
        {
            taken.call(note, people, person, at, own);
            continue;
        }
        let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item);
        if block.heading != Some(index) || !plain || !note.is_read[at] || !may_open(block) {
            continue;
        }
        let Some(person) = only(note, heading.block) else {
            continue;
        };
        let after = After::of(note, at);
        let mut next = Some(after.cue(0).unwrap_or(0));
        for _ in 0..MOST {
            let Some(own) = next.and_then(|next| after.first(block, next)) else {
                break;
            };
            taken.call(note, people, person, at, own.clone());
            let listed = matches!(after.word(own.end + 1), "/" | "," | "&" | "or" | "and");
            next = listed.then_some(own.end + 2);
        }
    }
    taken
}

/// Lines under a heading that may say what else it is called.
const LINES: usize = 4;

/// Words that a label of another name begins with.
const LABELS: Words = words!(
    "aka alias also better birth codename full known nickname nicknamed original other pen real stage"
);

/// Adds what lines under heading `index` give behind a label: `- Nickname: Scarface`, `**Also known as:** Hugh Sand`.
fn add_labelled(
    note: &Note<'_>,
    index: usize,
    heading: usize,
    people: &mut [Person],
    taken: &mut Taken,
) {
    for at in heading + 1..=heading + LINES {
        let Some(block) = note.document.blocks.get(at) else {
            return;
        };
        // A quick no for most.
        let first = note.keys.of_block(at).first();
        if !first.is_some_and(|key| LABELS.contains(*key)) {
            continue;
        }
        if block.heading != Some(index) {
            return;
        }
        let after = After::of(note, at);
        let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item);
        let Some(own) = after.labelled().filter(|_| plain && note.is_read[at]) else {
            continue;
        };
        let Some(person) = only(note, heading) else {
            return;
        };
        taken.call(note, people, person, at, own);
    }
}

/// Whether a line may begin with a byname: a quick no for most.
fn may_open(block: &Block) -> bool {
    let emphasis = block
        .marks
        .first()
        .is_some_and(|mark| mark.range.start == 0 && mark.kind == MarkKind::Emphasis);
    emphasis || block.signs.any(b"\"'") || block.signs.any_wide()
}

/// The one person whom a heading names.
fn only(note: &Note<'_>, heading: usize) -> Option<u32> {
    let from = note.spots.partition_point(|spot| spot.block < heading);
    let own = note.spots[from..].iter().zip(&note.people.owners[from..]);
    let own = own.take_while(|(spot, _)| spot.block == heading);
    let mut owners = own
        .map(|(_, owner)| *owner)
        .filter(|owner| *owner != NO_LIST);
    let first = owners.next()?;
    owners.all(|owner| owner == first).then_some(first)
}

impl After<'_> {
    /// The tokens of another name behind a label that the line opens with, to the end of a clause.
    fn labelled(&self) -> Option<Range<usize>> {
        const WORDS: Words = words!("aka alias codename nickname nicknamed");
        const KINDS: Words = words!("birth full original other pen real stage");
        let mut at = if self.any(0, WORDS) {
            1
        } else if self.any(0, KINDS) && self.any(1, words!("name")) {
            2
        } else {
            let known = usize::from(self.any(0, words!("also better")));
            let told = self.any(known, words!("known")) && self.any(known + 1, words!("as"));
            told.then_some(known + 2)?
        };
        at += usize::from(matches!(self.word(at), ":" | "=" | "-" | "–"));
        let open = at + usize::from(self.word(at) == "the");
        if is_quote(self.word(open)) {
            let close = self.close_of(open)?;
            return self.is_name(open + 1..close).then_some(open + 1..close);
        }
        let end = self.capitals(open);
        let ends = matches!(self.word(end), "" | "." | "," | ";" | "(" | "/");
        (end > open && ends && self.is_name(open..end)).then_some(open..end)
    }

    /// The tokens of a byname at `at`: in quotation marks, or all that a line in italics begins with.
    fn first(&self, block: &Block, at: usize) -> Option<Range<usize>> {
        let open = at + usize::from(self.word(at) == "the");
        if is_quote(self.word(open)) {
            let close = self.close_of(open)?;
            let own = open + 1..close;
            let ends = matches!(
                self.word(close + 1),
                "" | "." | "," | ";" | "(" | "/" | "&" | "or" | "and" | "-" | "–" | "—"
            );
            return (ends && self.is_byname(own.clone())).then_some(own);
        }
        let mark = block.marks.first().filter(|_| at == 0)?;
        let end = self
            .tokens
            .partition_point(|token| token.start < mark.range.end);
        // "El Caudillo"; a work may be "Il Principe".
        let article = matches!(self.word(0), "El" | "La" | "Le" | "Il" | "Der");
        let headed = (1..end).any(|at| is_head(self.word(at)));
        let capital = end > 1 && self.tokens[end - 1].capital;
        let named = article && headed && capital && end <= LONGEST;
        (mark.kind == MarkKind::Emphasis && mark.range.start == 0 && named).then_some(0..end)
    }
}
