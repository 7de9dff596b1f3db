//! What a section is about, and what its heading promises.

use std::ops::Range;
use std::rc::Rc;

use super::lists::Tie;
use super::names::{is_general, is_named, of_both, without_number};
use super::promise;
use super::promise::Direction;
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::{CauseKind, End};
use crate::notes::ids;
use crate::notes::markdown::{Block, is_span_of_years};
use crate::notes::word_key::words;

/// Sections between "Causes of the war" and "Effects", at most, for both to be about the war.
const BESIDE: usize = 2;

impl Walk<'_> {
    /// Reads what a heading promises; under a promise, a heading is an item itself.
    pub(super) fn heading(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let Some(own) = block.heading else { return };
        let parent = self.document.headings[own].parent;
        let sentence = self.whole(index);
        if let Some(promise) = promise::heading(&sentence) {
            let other = match &promise.of {
                Some(of) => Some(self.named(index, &sentence, of, parent)),
                None => self.topic_beside(own).or_else(|| self.topic_above(own)),
            };
            self.headings[own] = Some(Rc::new(Tie {
                direction: promise.direction,
                other,
                cue: sentence.words(&promise.cue),
                kind: CauseKind::Heading,
                heading: Some(own),
            }));
            return;
        }
        let Some(tie) = self.promised_under(parent).cloned() else {
            return self.words_of_heading(index);
        };
        if promise::denies(&sentence) {
            return;
        }
        let range = sentence.trim(0..sentence.end);
        if promise::is_category(&sentence) {
            self.headings[own] = Some(tie);
        } else if is_general(&sentence, &range) {
            self.words_of_heading(index);
        } else if !self.has_list(parent) && !sentence.hollow(&range) {
            let end = self.here(index, &sentence, &range);
            self.tied(end, &tie, index);
        }
    }

    /// What a promise names, of a block below the heading `above`.
    pub(super) fn named(
        &self,
        index: usize,
        sentence: &Sentence<'_>,
        of: &Range<usize>,
        above: Option<usize>,
    ) -> End {
        self.definite(sentence, of, above)
            .unwrap_or_else(|| self.here(index, sentence, of))
    }

    /// "the war", or "war" by itself, in a note or section about the Thirty Years' War is that war.
    fn definite(
        &self,
        sentence: &Sentence<'_>,
        of: &Range<usize>,
        mut above: Option<usize>,
    ) -> Option<End> {
        let the = of.len() == 2 && sentence.any(of.start, words!("the this that"));
        let bare = of.len() == 1 && !sentence.tokens[of.start].capital;
        // "Why Portugal", of the section "Portugal sets out first"
        let asked = of.len() <= 2 && of.start > 0 && sentence.is(of.start - 1, "why");
        if !(the || bare || asked) {
            return None;
        }
        let word = ids::normalised(sentence.word(of.end - 1));
        while let Some(heading) = above {
            let topic = self.topic(heading);
            let names = |topic: &End| {
                let words = || ids::normalised(&topic.text);
                is_named(&word, topic) || asked && words().split(' ').any(|other| other == word)
            };
            if topic.as_ref().is_some_and(names) {
                return topic;
            }
            above = self.document.headings[heading].parent;
        }
        // "Effects of the wars" in a note with the alias "Wars of succession".
        let is_called = |title: &End| {
            is_named(&word, title)
                || self.document.front_matter.aliases.iter().any(|alias| {
                    let alias = End {
                        text: alias.as_str().into(),
                        line: 1,
                        statement: None,
                    };
                    is_named(&word, &alias)
                })
        };
        Some(self.title()).filter(is_called)
    }

    /// What the section that a block stands in is about.
    pub(super) fn topic_of(&self, block: &Block) -> Option<End> {
        match block.heading {
            Some(heading) => self.topic(heading),
            None => Some(self.title()),
        }
    }

    /// What the nearest heading above that promises causes, or effects, promises them of.
    pub(super) fn promised(&self, mut above: Option<usize>, direction: Direction) -> Option<End> {
        while let Some(heading) = above {
            let tie = self.headings[heading].as_ref();
            if let Some(tie) = tie.filter(|tie| tie.direction == direction) {
                return tie.other.clone();
            }
            above = self.document.headings[heading].parent;
        }
        None
    }

    /// What the last heading at the level of `own` that made a promise is about: "Causes of the war", "Effects".
    fn topic_beside(&self, own: usize) -> Option<End> {
        let heading = &self.document.headings[own];
        let mut n_others = 0;
        for at in (0..own).rev().take(16) {
            let other = &self.document.headings[at];
            if other.parent != heading.parent || other.level != heading.level {
                continue;
            }
            match &self.headings[at] {
                Some(tie) if tie.cue.eq_ignore_ascii_case("why") => {}
                Some(tie) => return tie.other.clone(),
                None => n_others += 1,
            }
            // "Effects" at the end of a long note are those of all of it.
            if n_others > BESIDE {
                return None;
            }
        }
        None
    }

    /// What a heading without a name of its own is about.
    fn topic_above(&self, own: usize) -> Option<End> {
        match self.document.headings[own].parent {
            Some(parent) => self.topic(parent),
            None => Some(self.title()),
        }
    }

    /// The thing that the section `heading` is about: its title, or for "Causes" what the causes are of.
    fn topic(&self, heading: usize) -> Option<End> {
        let topic = self.topics[heading].get_or_init(|| self.find_topic(heading));
        topic.clone()
    }

    fn find_topic(&self, heading: usize) -> Option<End> {
        if let Some(tie) = &self.headings[heading] {
            return tie.other.clone();
        }
        let index = self.document.headings[heading].block;
        let sentence = self.whole(index);
        let mut range = sentence.trim(0..sentence.end);
        // "Fall of the Republic (133-27 BC)"
        let bracket = range.clone().skip(1).find(|&at| sentence.mark(at, "("));
        if let Some(bracket) = bracket.filter(|_| sentence.mark(range.end - 1, ")")) {
            range = sentence.trim(range.start..bracket);
        }
        range = of_both(&sentence, promise::past_number(&sentence, range));
        let general = is_general(&sentence, &range);
        if general
            || sentence.hollow(&range)
            || sentence.is_date(&range)
            || self.document.headings[heading].housekeeping
        {
            return self.topic_above(heading);
        }
        Some(self.here(index, &sentence, &range))
    }

    /// The note's title, without a date in brackets or before a comma and without tags.
    pub(super) fn title(&self) -> End {
        let title = self.document.title.as_str();
        let text = match title.find(" (") {
            Some(bracket) if title.ends_with(')') => &title[..bracket],
            _ => title,
        };
        let text = text.split(" #").next().unwrap_or(text);
        let marks = [": ", " - ", " – ", " — "];
        let named = marks.iter().find_map(|mark| {
            let (number, name) = text.split_once(mark)?;
            promise::is_number_of_part(number).then_some(name)
        });
        // "1950 - 1953, The Korean War"
        let dated = text
            .split_once(", ")
            .filter(|(date, _)| is_span_of_years(date));
        let named = named.or(dated.map(|(_, name)| name));
        let text = without_number(named.unwrap_or(text));
        End {
            text: text.trim().into(),
            line: 1,
            statement: None,
        }
    }
}
