//! Along the links, from cause to cause or from effect to effect, line by line.

use std::collections::BTreeSet;

use crate::answers::card::{Line, Span};
use crate::answers::draft::Draft;
use crate::answers::words;
use crate::library::facts::Cause;
use crate::library::{Causes, Library};
use crate::notes::CauseKind;
use crate::notes::markdown::BlockKind;

/// How far a chain is followed beyond the thing that was asked for.
const DEEPEST: u8 = 4;

/// Which way a chain is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the causes.
    Back,
    /// To the effects.
    On,
}

/// Tells links, and the chains beyond them.
pub(super) struct Walk<'d, 'l> {
    pub(super) library: &'l Library,
    pub(super) causes: &'l Causes,
    pub(super) draft: &'d mut Draft<'l>,
    pub(super) seen: BTreeSet<u32>,
}

impl Walk<'_, '_> {
    /// The links of one section, those of one thing (the effect on the way back, the cause on the way on) together.
    pub(super) fn section(&mut self, title: &str, links: &[u32], way: Way) {
        self.draft.section(Some(title.to_owned()));
        let mut groups: Vec<(u32, Vec<u32>)> = Vec::new();
        for link in links {
            let near = self.near(*link, way);
            match groups.iter_mut().find(|(node, _)| *node == near) {
                Some((_, links)) => links.push(*link),
                None => groups.push((near, vec![*link])),
            }
        }
        for (node, links) in groups {
            self.group(node, &links, way);
        }
    }

    /// The end of a link that the walk comes from.
    fn near(&self, link: u32, way: Way) -> u32 {
        let (cause, effect) = self.causes.ends(link);
        match way {
            Way::Back => effect,
            Way::On => cause,
        }
    }

    /// The end that the walk goes to.
    fn far(&self, link: u32, way: Way) -> u32 {
        let (cause, effect) = self.causes.ends(link);
        match way {
            Way::Back => cause,
            Way::On => effect,
        }
    }

    fn statement_of(&self, node: u32) -> Option<u32> {
        self.causes.nodes()[node as usize].statement
    }

    fn is_row(&self, statement: u32) -> bool {
        self.library.statement(statement).kind == BlockKind::Row
    }

    /// Whether the line of statement `here` tells `node` too; of a table's row only parts are told.
    fn is_told_with(&self, here: Option<u32>, node: u32) -> bool {
        here.is_some_and(|here| self.statement_of(node) == Some(here) && !self.is_row(here))
    }

    /// One thing and the links from it.
    fn group(&mut self, node: u32, links: &[u32], way: Way) {
        let here = self.statement_of(node);
        let told = here.is_some_and(|statement| self.draft.has(statement));
        let elsewhere: Vec<u32> = links
            .iter()
            .copied()
            .filter(|link| !self.is_told_with(here, self.far(*link, way)))
            .collect();
        if elsewhere.is_empty() && told {
            return;
        }
        let cue = elsewhere.first().or(links.first()).copied();
        if !told || !elsewhere.is_empty() {
            self.tell(node, 0, cue);
        }
        for link in links {
            let far = self.far(*link, way);
            let inside = self.is_told_with(here, far);
            if !self.seen.insert(*link) {
                continue;
            }
            if !inside {
                self.tell(far, 1, None);
            }
            self.beyond(far, if inside { 1 } else { 2 }, way);
        }
    }

    /// The links that go on from `node`, nested.
    fn beyond(&mut self, node: u32, depth: u8, way: Way) {
        if depth > DEEPEST {
            return;
        }
        let links: Vec<u32> = match way {
            Way::Back => self.causes.into(node).collect(),
            Way::On => self.causes.out_of(node).collect(),
        };
        for link in links {
            if !self.seen.insert(link) {
                continue;
            }
            let far = self.far(link, way);
            let here = self.statement_of(node);
            let inside = here.is_some() && self.statement_of(far) == here;
            if inside {
                self.beyond(far, depth, way);
            } else if self.statement_of(far).is_none_or(|it| !self.draft.has(it)) {
                self.tell(far, depth, Some(link));
                self.beyond(far, depth + 1, way);
            }
        }
    }

    /// A line for a node: its whole statement, or its words where it is a heading, a title or a part of a table's row.
    pub(super) fn tell(&mut self, node: u32, depth: u8, link: Option<u32>) {
        let it = &self.causes.nodes()[node as usize];
        let whole = it.statement.filter(|statement| !self.is_row(*statement));
        let text = match whole {
            Some(statement) => words::said_alone(self.library, statement),
            None => words::capitalised(&it.text),
        };
        let mut line = Line::bullet(text, depth);
        let cue = link.and_then(|link| cue(&self.causes.links()[link as usize]));
        line.spans.extend(cue.map(Span::Quiet));
        match it.statement {
            Some(statement) => self.draft.tell(line, statement),
            None => self.draft.line(line),
        }
    }
}

/// The words of the note that say so; an arrow is told as *led to* already.
pub(super) fn cue(link: &Cause) -> Option<String> {
    let cue = link.cue.trim();
    match link.kind {
        CauseKind::Arrow => None,
        CauseKind::Connective | CauseKind::LeadIn => Some(format!(" (the note says “{cue}”)")),
        CauseKind::Heading => Some(format!(" (under “{}”)", cue.trim_end_matches(':'))),
    }
}
