//! Verbs that point on: `led to`, `caused`, `forced someone to`.

mod shared;

use super::{Finder, Found, Side, Sides, takes_it};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::{Form, Shape};
use crate::notes::causes::promise;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, BACK, COORD, PREP};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use std::ops::Range;

impl Finder<'_, '_> {
    /// `X led to Y`, `X, leading to Y`, `X, which led to Y`, `This led to Y`.
    pub(super) fn forward(&self, form: Form, found: &[Found]) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let from = cue.to;
        let part = if cue.shape == Shape::Meant {
            Part::Clause
        } else {
            Part::Noun
        };
        let object = Side::Here(self.named_behind(from..s.clause_end(from, self.high(from), part)));
        let low = self.low(Part::Noun);
        let group = self.group_from(low);
        // "The tax ended up causing a war" is told as "caused" is.
        if form == Form::Ing && !(group < cue.from && s.is(cue.from - 1, "up")) {
            return Some(self.participle(low, group, from, object, found));
        }
        let start = s.clause_start(low, group, Part::Noun);
        let subject = start..group;
        let object = match part == Part::Noun && takes_it(s, cue) {
            true => self.before(start),
            false => object,
        };
        if let Some(cause) = self.said_elsewhere(start, group) {
            return Some((cause, object));
        }
        if group > low && s.has(group - 1, COORD) {
            return Some((self.shared_cause(low, group - 1, found), object));
        }
        if s.hollow(&subject) && s.only_joins(subject.clone()) {
            return Some((self.before(start), object));
        }
        let pointer = (start..group).rev().find(|&at| !s.has(at, ADV));
        if let Some(at) = pointer
            && self.only_pointer(start, at)
        {
            let whole = self.main_before(at, low, found);
            return Some((whole.unwrap_or_else(|| self.before(at)), object));
        }
        if pointer.is_some_and(|at| is_long_before(s, start, at)) {
            return Some((Side::Before, object));
        }
        // "resentment that led to war": the relative pronoun is no part of the cause.
        if let Some(at) = pointer.filter(|&at| s.any(at, words!("that which who")) && at > start) {
            // "Although ideas mattered, it was greed that led to war"
            let it = (start..at.saturating_sub(2))
                .find(|&it| s.is(it, "it") && s.any(it + 1, words!("was is")));
            let start = it.map_or(start, |it| it + 2);
            return Some(
                self.factor(start..at, from)
                    .unwrap_or((Side::Here(start..at), object)),
            );
        }
        if let Side::Here(done) = &object
            && let Some((deed, done)) = self.by_doing(&subject, done)
        {
            return Some((Side::Here(deed), Side::Here(done)));
        }
        Some((Side::Here(subject), object))
    }

    /// The cause, where the words before the verb at `group` only point to it: "Gale sank the boats, this is what caused the panic",
    /// "Long term: led to strikes".
    fn said_elsewhere(&self, start: usize, group: usize) -> Option<Side> {
        let s = self.sentence;
        let last = group.checked_sub(1)?;
        if let Some(this) = points_at_what(s, last) {
            return Some(self.before(this));
        }
        let label = Sentence {
            start,
            end: last,
            ..*s
        };
        let labelled = last > start && s.mark(last, ":") && promise::is_category(&label);
        labelled.then_some(Side::Before)
    }

    /// Where the verb of the cue begins: "His greed | is to blame for the war".
    fn group_from(&self, low: usize) -> usize {
        let s = self.sentence;
        let cue = self.cue();
        let group = s.verb_group(low, cue.from);
        match cue.shape {
            Shape::Blame if group > low && s.is(group - 1, "to") => s.verb_group(low, group - 1),
            _ => group,
        }
    }

    /// "He cut wages as he wanted a profit, which led to a strike": the wages led to it, whatever was wanted.
    fn main_before(&self, which: usize, low: usize, found: &[Found]) -> Option<Side> {
        let s = self.sentence;
        if !s.is(which, "which") || which == 0 || !s.mark(which - 1, ",") {
            return None;
        }
        let last = found.last().filter(|last| last.cue.end == low)?;
        let why = matches!(last.shape, Shape::As | Shape::Since);
        (why && is_before(&last.effect, last.cue.start)).then(|| last.effect.clone())
    }

    /// "led to one more thing: a strike": what stands behind the colon is the thing.
    fn named_behind(&self, object: Range<usize>) -> Range<usize> {
        let s = self.sentence;
        let last = object.end.wrapping_sub(1);
        let thing = object.len() <= 4
            && s.mark(object.end, ":")
            && s.any(
                last,
                words!("thing things problem problems result effect change"),
            );
        match thing {
            true => object.end + 1..s.clause_end(object.end + 1, s.end, Part::Clause),
            false => object,
        }
    }

    /// "Hale provoked a strike by cutting wages", "Hale provoked a strike when he cut wages": where someone is named and then what
    /// he did, the deed is the cause. Gives it and what it did.
    fn by_doing(
        &self,
        subject: &Range<usize>,
        done: &Range<usize>,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let s = self.sentence;
        let who = s.trim(subject.clone());
        let someone = who.len() <= 3
            && who
                .into_iter()
                .all(|at| s.tokens[at].capital || s.any(at, words!("he she they")));
        if !someone {
            return None;
        }
        let mut places = done.start + 1..done.end;
        if let Some(by) = places.find(|&at| s.is(at, "by") && s.word(at + 1).ends_with("ing")) {
            return Some((by + 1..done.end, done.start..by));
        }
        let when = (done.start + 1..done.end + 1).find(|&at| s.is(at, "when"))?;
        let end = s.clause_end(when + 1, self.high(when + 1), Part::Clause);
        let deed = s.any(when + 1, words!("he she they")) && s.verb(when + 1..end).is_some();
        deed.then_some((when + 1..end, done.start..when))
    }

    /// `X fell, leading to Y`; `events leading to Y began`; `factors contributing to Y include X`.
    fn participle(
        &self,
        low: usize,
        group: usize,
        from: usize,
        object: Side,
        found: &[Found],
    ) -> (Side, Side) {
        let s = self.sentence;
        let start = s.clause_start(low, group, Part::Noun);
        let parted = group == start || s.tokens[group - 1].kind == Kind::Punct;
        let Side::Here(effect) = &object else {
            return (self.before(group), object);
        };
        // "Rents rose because of the siege, leading to riots": what rose led to them.
        let because = found.last().filter(|last| {
            group > low && s.mark(group - 1, ",") && self.is_because(last) && last.cue.end == low
        });
        if let Some(last) = because.filter(|last| is_before(&last.effect, last.cue.start)) {
            return (last.effect.clone(), object);
        }
        if parted || s.verb(start..group).is_some() {
            return (self.before(group), object);
        }
        let Some(verb) = s.verb(from + 1..effect.end) else {
            return (self.before(group), object);
        };
        match self.factor(start..group, from) {
            Some(sides) => sides,
            None => (
                Side::Here(start..group),
                Side::Here(from..s.verb_group(from, verb)),
            ),
        }
    }

    /// Whether `at` is a pronoun that by itself is the subject: `This`, `, which`, `and it`.
    pub(super) fn only_pointer(&self, start: usize, at: usize) -> bool {
        let s = self.sentence;
        let alone = (start..at).all(|i| {
            s.has(i, COORD | ADV | PREP)
                || s.tokens[i].kind == Kind::Punct
                || s.any(i, words!("all of"))
        });
        (s.has(at, BACK) || s.any(at, words!("he she")))
            && (alone || (s.is(at, "which") && at > 0 && s.mark(at - 1, ",")))
    }

    /// "One factor that led to war was greed": the cause is what the factor was.
    fn factor(&self, head: Range<usize>, object: usize) -> Option<(Side, Side)> {
        let s = self.sentence;
        let generic = (head.start..head.end).any(|at| {
            s.any(at, words!("factor factors reason reasons cause causes event events thing things issue issues problem problems"))
        });
        let high = self.high(object);
        let is = (object..high)
            .find(|&at| s.any(at, words!("was were is are include includes included")))?;
        generic.then(|| {
            (
                Side::Here(is + 1..s.clause_end(is + 1, high, Part::Noun)),
                Side::Here(object..is),
            )
        })
    }
}

/// Where "this is what", "that's what" starts, whose "what" is at `what`.
pub(in crate::notes::causes) fn points_at_what(s: &Sentence<'_>, what: usize) -> Option<usize> {
    let is = what.checked_sub(1).filter(|_| s.is(what, "what"))?;
    if s.any(is, words!("that's thats")) {
        return Some(is);
    }
    let this = is.checked_sub(1).filter(|_| s.any(is, words!("is was")))?;
    s.any(this, words!("this that which")).then_some(this)
}

/// Whether a side stands before token `at`.
fn is_before(side: &Side, at: usize) -> bool {
    matches!(side, Side::Here(range) if range.end <= at)
}

/// Whether the "this" at `at` is that of "It was not long before this led to war", in a clause from `start` on.
fn is_long_before(s: &Sentence<'_>, start: usize, at: usize) -> bool {
    at > start + 2 && s.is(at, "this") && s.is(at - 1, "before") && s.is(at - 2, "long")
}
