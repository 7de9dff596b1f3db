//! `/search`: full text, the best first, what matched in bold.

use super::card::{Button, Card, Kind, Line, Press, Section, Span};
use super::look::{Look, Words};
use super::places::path;
use super::{nothing, words};
use crate::library::{Library, matches, stems};

/// Hits on a page.
const HITS: usize = 8;
/// Hits beside another answer.
const FEW: usize = 3;
/// Characters of a hit.
const SNIPPET: usize = 300;

/// All statements that hold the words.
pub(super) fn card(library: &Library, look: &Look, asked: &Words) -> Card {
    hits(library, look, asked.as_str(), Kind::Search)
        .unwrap_or_else(|| nothing::no_text(library, asked.as_str()))
}

/// One page of hits; `None` where there are none.
pub(super) fn hits(library: &Library, look: &Look, asked: &str, kind: Kind) -> Option<Card> {
    let mut page = usize::from(look.page);
    let mut hits = library.search(asked, page * HITS, HITS);
    if hits.n_all == 0 {
        return None;
    }
    let n_pages = hits.n_all.div_ceil(HITS);
    if page >= n_pages {
        page = n_pages - 1;
        hits = library.search(asked, page * HITS, HITS);
    }
    let mut card = Card::new(kind, asked.to_owned());
    card.byline = Some(match hits.is_whole {
        true => words::counted(hits.n_all, "place"),
        false => format!(
            "{} with some of these words",
            words::counted(hits.n_all, "place")
        ),
    });
    let stems = stems(asked);
    let mut section = Section::default();
    for statement in &hits.statements {
        section.lines.push(hit(library, *statement, &stems));
    }
    card.sections.push(section);
    card.page = (page + 1, n_pages);
    let turns = page
        .checked_sub(1)
        .into_iter()
        .chain(Some(page + 1).filter(|next| *next < n_pages));
    card.buttons.extend(turns.map(|to| Button {
        label: format!("Page {} of {n_pages}", to + 1),
        press: Press::Turn(look.on_page(to)),
    }));
    let look = look.on_page(page);
    card.buttons.push(Button {
        label: "Quiz me on this".to_owned(),
        press: Press::Quiz(look.clone()),
    });
    card.look = Some(look);
    card.statements = hits.statements;
    Some(card)
}

/// The best hits with all the words, under `title`; `None` where there are none.
pub(super) fn first(library: &Library, asked: &str, title: &str) -> Option<Section> {
    let hits = library.search(asked, 0, FEW);
    if hits.n_all == 0 || !hits.is_whole {
        return None;
    }
    let stems = stems(asked);
    let found = hits.statements.iter();
    Some(Section {
        title: Some(title.to_owned()),
        lines: found
            .map(|statement| hit(library, *statement, &stems))
            .collect(),
    })
}

/// The part of a statement around its first match, matches in bold, where it stands behind it.
fn hit(library: &Library, statement: u32, stems: &[String]) -> Line {
    let text = words::said(library, statement);
    let found = matches(&text, stems);
    let (from, to) = window(&text, found.first().map_or(0, |first| first.start));
    let mut spans = Vec::new();
    let mut at = from;
    if from > 0 {
        spans.push(Span::Text("…".to_owned()));
    }
    for matched in found
        .into_iter()
        .filter(|it| it.start >= from && it.end <= to)
    {
        if at < matched.start {
            spans.push(Span::Text(text[at..matched.start].to_owned()));
        }
        spans.push(Span::Strong(text[matched.clone()].to_owned()));
        at = matched.end;
    }
    spans.push(Span::Text(text[at..to].to_owned()));
    if to < text.len() {
        spans.push(Span::Text("…".to_owned()));
    }
    let it = library.statement(statement);
    let place = words::clipped(&path(library, it.note, it.heading), 90);
    let lines = words::lines(it.lines.0, it.lines.1);
    spans.push(Span::Quiet(format!(" ({place}, {lines})")));
    Line {
        depth: 0,
        bullet: true,
        spans,
    }
}

/// A stretch of `text` of at most [`SNIPPET`] characters that holds byte `at`, cut at spaces.
fn window(text: &str, at: usize) -> (usize, usize) {
    if text.chars().count() <= SNIPPET {
        return (0, text.len());
    }
    let back = text[..at]
        .char_indices()
        .rev()
        .nth(SNIPPET / 4)
        .map_or(0, |(at, _)| at);
    let from = match back {
        0 => 0,
        back => text[back..at]
            .find(' ')
            .map_or(back, |space| back + space + 1),
    };
    let end = text[from..]
        .char_indices()
        .nth(SNIPPET)
        .map_or(text.len(), |(at, _)| from + at);
    let to = match end {
        end if end == text.len() => end,
        end => text[from..end].rfind(' ').map_or(end, |space| from + space),
    };
    (from, to.max(at.min(end)))
}
