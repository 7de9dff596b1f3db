//! An answer as it grows: lines that know which statement they tell, cut into pages, each with its own sources.

mod pages;
mod related;

use rustc_hash::FxHashSet;

use super::card::{Button, Card, Kind, Line, Press, Section, Span};
use super::look::{Look, What};
use super::places::places;
use super::words;
use crate::library::Library;
use pages::{cut, paged};

/// A card before it is cut into pages.
pub(super) struct Draft<'l> {
    library: &'l Library,
    look: Look,
    /// Title, byline, kind; its sections are still to come.
    pub(super) card: Card,
    sections: Vec<(Option<String>, Vec<Told>)>,
    /// Statements that stand in the draft already.
    told: FxHashSet<u32>,
    earlier: Option<Button>,
    later: Option<Button>,
    others: Vec<Button>,
    context: bool,
    /// This page and how many there are, where who made the draft has cut it.
    given: Option<(usize, usize)>,
}

/// A line and the statement that it tells.
struct Told {
    line: Line,
    statement: Option<u32>,
}

impl<'l> Draft<'l> {
    /// An empty draft of what `look` shows.
    pub(super) fn new(
        library: &'l Library,
        look: &Look,
        kind: Kind,
        title: impl Into<String>,
    ) -> Self {
        Self {
            library,
            look: look.clone(),
            card: Card::new(kind, title),
            sections: Vec::new(),
            told: FxHashSet::default(),
            earlier: None,
            later: None,
            others: Vec::new(),
            context: true,
            given: None,
        }
    }

    /// Begins a section.
    pub(super) fn section(&mut self, title: Option<String>) {
        self.sections.push((title, Vec::new()));
    }

    /// Adds a line that tells no statement.
    pub(super) fn line(&mut self, line: Line) {
        self.push(line, None);
    }

    /// Adds a line that tells `statement`.
    pub(super) fn tell(&mut self, line: Line, statement: u32) {
        self.told.insert(statement);
        self.push(line, Some(statement));
    }

    /// Adds a statement as a bullet, what it hangs on before it and what hangs on it below it, unless it stands here already.
    pub(super) fn statement(&mut self, statement: u32, aside: Option<String>) {
        if self.told.contains(&statement) {
            return;
        }
        let library = self.library;
        let mut depth = 0;
        if let Some(parent) = library.statement(statement).parent {
            if self.told.insert(parent) {
                let over = Line::plain(words::said(library, parent));
                self.push(over, Some(parent));
            }
            depth = u8::from(library.statement(parent).depth > 0);
        }
        let base = library.statement(statement).depth;
        let mut line = Line::bullet(words::said(library, statement), depth);
        // A lead-in stands over its list rather than in it.
        line.bullet = base > 0 || !line.text().ends_with(':');
        line.spans
            .extend(aside.map(|aside| Span::Quiet(format!(" ({aside})"))));
        self.tell(line, statement);
        for below in library.below(statement) {
            if self.told.contains(&below) {
                continue;
            }
            let deeper = library.statement(below).depth.saturating_sub(base).max(1);
            let line = Line::bullet(words::said(library, below), depth.saturating_add(deeper));
            self.tell(line, below);
        }
    }

    /// The statement stands in the draft already.
    pub(super) fn has(&self, statement: u32) -> bool {
        self.told.contains(&statement)
    }

    /// There is no line at all.
    pub(super) fn is_empty(&self) -> bool {
        self.sections.iter().all(|(_, lines)| lines.is_empty())
    }

    /// A button to an earlier date.
    pub(super) fn earlier(&mut self, label: &str, look: Look) {
        self.earlier = Some(button(&format!("Earlier: {label}"), Press::Turn(look)));
    }

    /// A button to a later date.
    pub(super) fn later(&mut self, label: &str, look: Look) {
        self.later = Some(button(&format!("Later: {label}"), Press::Turn(look)));
    }

    /// Another button; at most two are shown.
    pub(super) fn button(&mut self, label: &str, press: Press) {
        self.others.push(button(label, press));
    }

    /// No *Context* button: the card is context already.
    pub(super) fn without_context(&mut self) {
        self.context = false;
    }

    /// The draft is page `at` (from 0) of `n_pages` already.
    pub(super) fn is_page(&mut self, at: usize, n_pages: usize) {
        self.given = Some((at, n_pages));
    }

    /// The page that the look asks for.
    pub(super) fn finish(mut self) -> Card {
        let sections = std::mem::take(&mut self.sections);
        let (page, at, n_pages) = match self.given {
            Some((at, n_pages)) => (sections, at, n_pages),
            None => {
                let mut pages = paged(sections);
                let n_pages = pages.len().max(1);
                let at = usize::from(self.look.page).min(n_pages - 1);
                let page = pages.drain(..).nth(at).unwrap_or_default();
                (page, at, n_pages)
            }
        };
        let statements: Vec<u32> = page
            .iter()
            .flat_map(|(_, lines)| lines.iter().filter_map(|told| told.statement))
            .collect();
        self.mention(&statements);
        let mut card = self.card;
        card.page = (at + 1, n_pages);
        card.source = places(self.library, &statements);
        let context = statements.first().filter(|_| self.context).map(|first| {
            let key = self.library.statement(*first).key;
            button("Context", Press::Open(What::Context(key).into()))
        });
        card.buttons.extend(self.earlier);
        card.buttons.extend(context);
        // What asks about this stands after what shows more of it, and in a row of its own where this one is full.
        let after_context = card.buttons.len();
        card.buttons.extend(self.others.into_iter().take(2));
        card.buttons.extend(self.later);
        // Of five places pages come first: what does not fit must be reachable.
        let turn = |to: usize| {
            let look = self.look.on_page(to);
            button(&format!("Page {} of {n_pages}", to + 1), Press::Turn(look))
        };
        let turns = at
            .checked_sub(1)
            .into_iter()
            .chain(Some(at + 1).filter(|next| *next < n_pages));
        let turns: Vec<Button> = turns.map(turn).collect();
        card.buttons.truncate(5 - turns.len());
        card.buttons.extend(turns);
        if !statements.is_empty() {
            let at = match card.buttons.len() {
                5.. => card.buttons.len(),
                _ => after_context.min(card.buttons.len()),
            };
            let quiz = button("Quiz me on this", Press::Quiz(self.look.clone()));
            card.buttons.insert(at, quiz);
        }
        card.sections = page
            .into_iter()
            .map(|(title, lines)| Section {
                title,
                lines: lines.into_iter().map(|told| told.line).collect(),
            })
            .collect();
        card.look = Some(self.look);
        card.statements = statements;
        card
    }

    fn push(&mut self, line: Line, statement: Option<u32>) {
        if self.sections.is_empty() {
            self.section(None);
        }
        if let Some((_, lines)) = self.sections.last_mut() {
            for line in cut(line) {
                lines.push(Told { line, statement });
            }
        }
    }
}

fn button(label: &str, press: Press) -> Button {
    Button {
        label: words::clipped(label, 80),
        press,
    }
}
