//! What a line lists after its label: numbered, or parted by semicolons or commas.

use std::ops::Range;

use super::{heading, is_category};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{BACK, KIND, PREP, PRON, SUB};
use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::words;

/// The things listed after a label: numbered, or parted by semicolons, or by commas where none is a clause.
pub(in crate::notes::causes) fn pieces(s: &Sentence<'_>, from: usize) -> Vec<Range<usize>> {
    if let Some(numbered) = numbered(s, from..s.end) {
        return numbered;
    }
    let mut pieces = split(s, from..s.end, ";");
    // "lies / bad harvests / debt"
    let slash = |at: usize| s.mark(at, "/") && s.tokens[at].spaced;
    if pieces.len() == 1 && (from..s.end).any(slash) {
        pieces = split(s, from..s.end, "/");
    }
    let arrow = (from..s.end).any(|at| s.tokens[at].kind == Kind::Arrow);
    if pieces.len() > 1 || arrow || s.verb(from..s.end).is_some() {
        return pieces;
    }
    split(s, from..s.end, ",")
}

/// The things listed after words that announce a list: parted by semicolons, else by commas, verbs or not.
pub(in crate::notes::causes) fn listed(s: &Sentence<'_>, from: usize) -> Vec<Range<usize>> {
    if let Some(numbered) = numbered(s, from..s.end) {
        return numbered;
    }
    let parts = split(s, from..s.end, ";");
    let parts = if parts.len() > 1 {
        parts
    } else {
        split(s, from..s.end, ",")
    };
    // ", which …" goes on from the part before.
    let mut listed: Vec<Range<usize>> = Vec::with_capacity(parts.len());
    for part in parts {
        match listed.last_mut() {
            Some(last) if s.has(part.start, SUB | BACK | PREP) => last.end = part.end,
            _ => listed.push(part),
        }
    }
    listed
}

/// What an answer lists: `The main factors were the end of the war, cheap coal, and hunger`.
pub(in crate::notes::causes) fn factors_were(s: &Sentence<'_>) -> Option<Vec<Range<usize>>> {
    let noun = (s.start + 1..s.end.min(s.start + 4)).find(|&at| {
        s.any(
            at,
            words!("factors reasons causes effects consequences results"),
        )
    })?;
    let is = noun + 1;
    let opens =
        s.any(s.start, words!("the these")) && s.any(is, words!("were are included include"));
    if !opens || (s.start + 1..noun).any(|at| !s.has(at, KIND)) {
        return None;
    }
    let mut pieces = listed(s, is + 1);
    for piece in &mut pieces {
        piece.start += usize::from(piece.len() > 1 && s.any(piece.start, words!("and")));
    }
    (pieces.len() > 2).then_some(pieces)
}

/// Parts `range` at a mark that stands in no bracket.
fn split(s: &Sentence<'_>, range: Range<usize>, mark: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    let mut depth = 0_i32;
    for at in range.clone() {
        if s.mark(at, "(") {
            depth += 1;
        } else if s.mark(at, ")") {
            depth -= 1;
        } else if depth <= 0
            && s.mark(at, mark)
            && s.tokens.get(at + 1).is_none_or(|next| next.spaced)
        {
            pieces.push(start..at);
            start = at + 1;
        }
    }
    pieces.push(start..range.end);
    pieces
}

/// The items of a list that was put into one line with its dashes: `weak king - bad harvests -war`.
fn dashed(s: &Sentence<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let is_dash = |at: &usize| {
        let own = &s.tokens[*at];
        own.spaced && matches!(s.word(*at), "-" | "–" | "—" | "•")
    };
    let mut items = Vec::new();
    let mut start = range.start;
    for dash in range.clone().filter(is_dash).chain([range.end]) {
        if dash > start {
            items.push(up_to_stop(s, start..dash));
        }
        start = dash + 1;
    }
    items
}

/// The items of `1) bread 2) land` or `(a) bread; (b) land`, each up to its first full stop; `None` unless `range` begins with
/// the first number, or with what stands behind it where it was taken for a bullet, and has the second.
pub(in crate::notes::causes) fn numbered(
    s: &Sentence<'_>,
    range: Range<usize>,
) -> Option<Vec<Range<usize>>> {
    // Without a bracket, the first number is the first word.
    let counted = s
        .tokens
        .get(range.start)
        .is_some_and(|first| first.kind == Kind::Number);
    if !counted && memchr::memchr(b')', s.words(&range).as_bytes()).is_none() {
        return None;
    }
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for at in range.clone() {
        let is_mark = |next: &Token| next.kind == Kind::Punct;
        if !s.tokens.get(at + 1).is_some_and(is_mark) {
            continue;
        }
        let bracket = s.mark(at + 1, ")");
        if starts.is_empty() && at > range.start && bracket && counts(s.word(at), 1) {
            starts.push((range.start, range.start));
        }
        // "1. The mill closed 2. Rents fell"
        let dotted = s.tokens[at].kind == Kind::Number
            && s.mark(at + 1, ".")
            && s.tokens
                .get(at + 2)
                .is_some_and(|next| next.spaced && next.capital);
        if (bracket || dotted) && counts(s.word(at), starts.len()) {
            let bracket = at > range.start && s.mark(at - 1, "(");
            starts.push((at - usize::from(bracket), at + 2));
        }
    }
    let opens = starts.first().is_some_and(|first| first.0 == range.start);
    if !opens || starts.len() < 2 {
        return None;
    }
    let ends = starts.iter().skip(1).map(|next| next.0).chain([range.end]);
    let items = starts.iter().zip(ends);
    Some(
        items
            .map(|(start, end)| up_to_stop(s, start.1..end))
            .collect(),
    )
}

/// Whether `word` is the number or letter of the item after `before` others.
fn counts(word: &str, before: usize) -> bool {
    let letter = word.len() == 1 && before < 26 && {
        let byte = word.as_bytes()[0].to_ascii_lowercase();
        usize::from(byte) == usize::from(b'a') + before
    };
    letter || word.parse() == Ok(before + 1)
}

/// `range` up to its first full stop with more behind it.
fn up_to_stop(s: &Sentence<'_>, range: Range<usize>) -> Range<usize> {
    let stop = range.clone().find(|&at| s.mark(at, ".") && is_stop(s, at));
    range.start..stop.unwrap_or(range.end)
}

/// Whether a sentence ends at the full stop at `at`, as far as a list in a cell goes.
fn is_stop(s: &Sentence<'_>, at: usize) -> bool {
    // "d. 1558", "c. 900"
    let short = s
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Number)
        && at > 0
        && s.word(at - 1).len() == 1;
    !short && !s.tokens[at].spaced && s.tokens.get(at + 1).is_none_or(|next| next.spaced)
}

/// What a cell says that stands beside "Causes of X": its numbered items, its parts between semicolons, else its sentences. What
/// only names a kind ("Economic") is none, and neither is what speaks of the sentence before ("It fell").
pub(in crate::notes::causes) fn stated(s: &Sentence<'_>, cell: Range<usize>) -> Vec<Range<usize>> {
    let pieces = numbered(s, cell.clone()).unwrap_or_else(|| {
        let parts = split(s, cell.clone(), ";");
        if parts.len() > 1 {
            return parts;
        }
        let dashed = dashed(s, cell.clone());
        if dashed.len() > 2 {
            return dashed;
        }
        let mut sentences = Vec::new();
        let mut start = cell.start;
        for at in cell.clone() {
            if s.mark(at, ".") && is_stop(s, at) {
                sentences.push(start..at);
                start = at + 1;
            }
        }
        sentences.push(start..cell.end);
        sentences
    });
    let said = pieces.into_iter().map(|piece| {
        let own = s.trim(piece);
        // "Immediate cause - bankruptcy"
        let dash = own.clone().find(|&at| s.wall(at) || s.mark(at, ":"));
        let label = dash.filter(|&at| {
            heading(&s.within(&(own.start..at))).is_some_and(|promise| promise.of.is_none())
        });
        s.trim(label.map_or(own.start, |at| at + 1)..own.end)
    });
    said.filter(|own| {
        !s.hollow(own)
            && !s.is_date(own)
            && !is_category(&s.within(own))
            && !s.has(own.start, PRON | BACK)
    })
    .collect()
}
