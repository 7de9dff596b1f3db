//! The words of a statement as a library keeps them: arrows alike, links that only stand behind left out.

use super::entry::index;
use super::{ARROW, BACK_ARROW};
use crate::notes::markdown::{Block, Document, MarkKind, Statement as Read};
use crate::notes::{self, lex};

/// The words of a statement, and the links in it.
pub(super) fn words(
    document: &Document,
    block: &Block,
    statement: &Read,
    causes: &[notes::CauseLink],
    at: usize,
) -> (String, Vec<u32>) {
    let visible = block.text.visible.as_str();
    let tokens = &block.tokens[statement.tokens.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return (String::new(), Vec::new());
    };
    let mut links = Vec::new();
    let mut end = last.end;
    for mark in &block.marks {
        let MarkKind::Wikilink(link) = mark.kind else {
            continue;
        };
        if mark.range.start >= first.start && mark.range.end <= last.end {
            links.push((link, mark.range.clone()));
        }
    }
    // Links that only stand behind the statement, from the last one backwards.
    for (link, range) in links.iter().rev() {
        let shown = document.links[*link].shown.as_str();
        let is_end = |end: &notes::End| end.statement == Some(at) && end.text.ends_with(shown);
        let told = || {
            causes
                .iter()
                .any(|cause| is_end(&cause.cause) || is_end(&cause.effect))
        };
        let behind = &visible[range.end as usize..end as usize];
        let before = &visible[first.start as usize..range.start as usize];
        // Few links get as far as to be looked for among all causes.
        if behind.chars().any(char::is_alphanumeric) || !stands_apart(before) || told() {
            break;
        }
        let kept = without_see(before);
        end = first.start + u32::try_from(kept.len()).unwrap_or(u32::MAX);
    }
    let shown = arrows_alike(visible, tokens, end);
    (
        shown,
        links.into_iter().map(|(link, _)| index(link)).collect(),
    )
}

/// The marked words of a statement, as bytes of its `text`; what is not found there, or twice, is left out.
pub(super) fn marked<'m>(
    block: &'m Block,
    statement: &Read,
    text: &'m str,
) -> impl Iterator<Item = (u16, u16)> {
    let visible = block.text.visible.as_str();
    let tokens = &block.tokens[statement.tokens.clone()];
    let inside = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.start..last.end,
        _ => 0..0,
    };
    block.marks.iter().filter_map(move |mark| {
        let kept = matches!(
            mark.kind,
            MarkKind::Strong | MarkKind::Highlight | MarkKind::Wikilink(_)
        );
        if !kept || mark.range.start < inside.start || mark.range.end > inside.end {
            return None;
        }
        let words = visible
            .get(mark.range.start as usize..mark.range.end as usize)?
            .trim();
        let mut places = text.match_indices(words);
        let (start, _) = places.next().filter(|_| !words.is_empty())?;
        if places.next().is_some() {
            return None;
        }
        Some((start.try_into().ok()?, words.len().try_into().ok()?))
    })
}

/// `before` without what only leads to a link: punctuation, an open bracket, *see*.
fn without_see(before: &str) -> &str {
    fn trimmed(text: &str) -> &str {
        text.trim_end_matches(|letter: char| {
            letter.is_whitespace() || "([,;:-–—→&".contains(letter)
        })
    }
    let mut kept = trimmed(before);
    for see in ["also", "see", "See", "cf.", "cf"] {
        let rest = kept.strip_suffix(see);
        // *also* goes only together with *see*, and neither as the end of a longer word.
        let is_word = |rest: &&str| rest.ends_with([' ', '(', '[']);
        let is_see = |rest: &&str| see != "also" || rest.trim_end().to_lowercase().ends_with("see");
        if let Some(rest) = rest.filter(is_word).filter(is_see) {
            kept = trimmed(rest);
        }
    }
    kept
}

/// Whether a link after `before` is only an addition: after a full stop, after *see* or *as well*, after a passive
/// ("to be removed"), none of which takes an object.
fn stands_apart(before: &str) -> bool {
    let trimmed = before.trim_end();
    if trimmed.is_empty() {
        return false;
    }
    if trimmed.ends_with(['.', '!', '?', ';', '(', '–', '—']) {
        return true;
    }
    let mut words = trimmed
        .split_whitespace()
        .rev()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let last = words.next().unwrap_or_default();
    const CLOSED: &[&str] = &["see", "cf", "well", "too", "again", "away", "back", "also"];
    if CLOSED.iter().any(|word| last.eq_ignore_ascii_case(word)) {
        return true;
    }
    let participle = last.len() > 4 && (last.ends_with("ed") || last.ends_with("en"));
    participle
        && words.take(3).any(|word| {
            ["be", "been", "being", "is", "are", "was", "were"]
                .iter()
                .any(|form| word.eq_ignore_ascii_case(form))
        })
}

/// The text of `tokens` up to `end`, every arrow as ` → `, all white space as single spaces.
fn arrows_alike(visible: &str, tokens: &[lex::Token], end: u32) -> String {
    let mut text = String::new();
    let start = tokens.first().map_or(0, |token| token.start);
    let mut from = start;
    for token in tokens {
        if token.kind == lex::Kind::Arrow && token.end <= end {
            text.push_str(&visible[from as usize..token.start as usize]);
            text.push(' ');
            let arrow = token.of(visible);
            let back = arrow.starts_with(['<', '←', '⇐']) || arrow.contains("left");
            text.push(if back { BACK_ARROW } else { ARROW });
            text.push(' ');
            from = token.end;
        }
    }
    text.push_str(&visible[from.min(end) as usize..end as usize]);
    if text.contains("  ") || text.contains(['\n', '\t', '\r']) || text.ends_with(' ') {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    text
}
