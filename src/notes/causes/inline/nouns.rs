//! Nouns: `the reason for`, `was the result of`.

use super::{Finder, Side, Sides};
use crate::notes::causes::clause::Part;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, BACK, DET, KIND, NEG, NOUN, POSS, PREP, PRON, SUB};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use std::ops::Range;

impl Finder<'_, '_> {
    /// `The reason for Y was X`, `X was a cause of Y`; `The result of X was Y`, `Y was the result of X`.
    #[expect(
        clippy::too_many_lines,
        reason = "one decision table, read from top to bottom"
    )]
    pub(super) fn noun(&self, reason: bool) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let mut head = cue.from;
        while head > s.start
            && (s.has(head - 1, DET | KIND | POSS | NEG)
                || s.is(head - 1, "of")
                || s.any(head - 1, words!("one leading"))
                || s.is(head - 1, "part") && s.is(head, "of")
                || s.mark(head - 1, "-") && s.has(head, KIND))
        {
            head -= 1;
        }
        // "was a subtle major reason for"
        if head > s.start + 2
            && s.tokens[head - 1].kind == Kind::Word
            && !s.tokens[head - 1].capital
            && s.any(head - 2, words!("a an"))
        {
            head -= 2;
        }
        // "the riot, actually the result of a rumour": "actually" says nothing here.
        let partly = head
            .checked_sub(1)
            .filter(|&at| at > s.start && linked_by_adverb(s, at));
        let as_one = head > s.start && s.is(head - 1, "as");
        // "The murder acted as a spark for war"
        let acts = head > s.start + 2
            && as_one
            && s.any(head - 2, words!("acted acts acting served serves serving"));
        if (head..cue.from).any(|at| s.any(at, words!("no not"))) || as_one && !acts {
            return None;
        }
        // "a factor in": the preposition is part of the cue.
        let factor = s.any(cue.from, words!("factor factors"));
        let of = if factor { cue.to - 1 } else { cue.to };
        let linked = s.any(of, words!("of for behind why that in"));
        let linked = linked && (factor || !s.is(of, "in"));
        let high = self.high(cue.to);
        // "Debt was at the root of the crisis"
        let at_root = usize::from(head > s.start + 2 && s.is(head - 1, "at"));
        let link = match acts {
            true => Some(head - 2),
            false if partly.is_some_and(|at| s.mark(at - 1, ",")) => partly
                .map(|at| at - 1)
                .filter(|&at| self.stands_beside(at, of)),
            // "The rising partly a result of this"
            false if partly.is_some_and(|at| s.verb(s.start..at).is_none()) => partly,
            false => head.checked_sub(1 + at_root).filter(|&at| {
                let is = s.any(at, words!("was were is are became been be"));
                at > s.start && (is || self.stands_beside(at, of))
            }),
        };
        // "The toll was the reason the guilds rose"
        let is_clause = reason
            && !linked
            && s.is(cue.from, "reason")
            && (s.has(of, DET | POSS | PRON)
                || s.tokens.get(of).is_some_and(|token| token.capital))
            && s.verb(of + 1..high).is_some();
        if let Some(at) = link {
            if !linked && !is_clause {
                return if reason {
                    None
                } else {
                    self.was_the_result(at, head)
                };
            }
            let group = s.verb_group(s.start, at + 1).min(at);
            // "Peasants would be the root of it": so it was hoped.
            let hoped =
                s.any(cue.from, words!("root roots")) && (group..at).any(|i| s.is(i, "would"));
            if hoped || (group..at).any(|i| s.has(i, NEG)) {
                return None;
            }
            let start = s.clause_start(self.low(Part::Noun), group, Part::Noun);
            let subject = start..group;
            if subject.clone().any(|at| s.is(at, "there")) {
                return None;
            }
            let pointer = subject.clone().rev().find(|&at| !s.has(at, ADV));
            // "He was a factor in the war"
            if factor && pointer.is_some_and(|at| s.any(at, words!("he she they who"))) {
                return None;
            }
            let first = match pointer {
                Some(at) if self.only_pointer(start, at) => self.before(at),
                None => self.before(start),
                Some(_) => Side::Here(subject),
            };
            // "the spark that started the war"
            let starts = s.is(of, "that") && s.any(of + 1, words!("started began lit"));
            let second = of + usize::from(linked) + usize::from(starts);
            // "the truce, a result of the flood, held"
            let aside = s
                .mark(at, ",")
                .then(|| (second..high).find(|&at| s.mark(at, ",")));
            let high = aside.flatten().unwrap_or(high);
            let second = Side::Here(
                second
                    ..s.clause_end(
                        second,
                        high,
                        if s.any(of, words!("of in")) {
                            Part::Noun
                        } else {
                            Part::Clause
                        },
                    ),
            );
            return Some(if reason {
                (first, second)
            } else {
                (second, first)
            });
        }
        // "The reason the Allies won was …"
        let clause = reason
            && !linked
            && s.any(cue.from, words!("reason reasons"))
            && !s.has(of, BACK)
            && (s.has(of, DET | POSS) || s.tokens.get(of).is_some_and(|token| token.capital));
        let from = if linked { of + 1 } else { of };
        // What stands in the next cell says it of something else.
        // "One reason why the town fell", below what it was.
        if reason && linked && self.is_named_only(head, from) {
            let end = s.clause_end(from, high, Part::Clause);
            return Some((Side::Before, Side::Here(from..end)));
        }
        let mut cell = (from..high).take_while(|&at| !s.mark(at, "|"));
        let is = cell.find(|&at| {
            let includes = linked && s.any(at, words!("include includes included incl"));
            let is = s.any(at, words!("was were is are been"));
            includes || is && (!clause || s.verb(of..at).is_some())
        })?;
        let linked = linked || clause;
        if s.is(is + 1, "not")
            || !(head == s.start || s.has(head, DET) || s.any(head, words!("one")))
        {
            return None;
        }
        let value = is + 1..s.clause_end(is + 1, s.end, Part::Clause);
        let value = if s.any(value.start, words!("that because due to")) {
            value.start + 1 + usize::from(s.is(value.start, "due"))..value.end
        } else {
            value
        };
        // "The main reason was greed" tells of what was said before.
        let unlinked = !linked && reason && !s.any(cue.from, words!("reason reasons"));
        // "the reason why it was crucial is because …": two clauses, and no telling where the first ends.
        let because = value.clone().any(|at| s.is(at, "because"));
        if because || s.hollow(&value) || unlinked || !self.names(&value, linked, is == cue.to) {
            return None;
        }
        let of = if linked {
            Side::Here(from..s.verb_group(from, is))
        } else {
            self.before(head)
        };
        Some(if reason {
            (Side::Here(value), of)
        } else {
            (of, Side::Here(value))
        })
    }

    /// "War was the result": of what was said before. `is` is the "was", the noun phrase behind it begins at `head`.
    fn was_the_result(&self, is: usize, head: usize) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let ends = (cue.to..s.end).all(|at| s.tokens[at].kind == Kind::Punct);
        let said = s.any(is, words!("was were is are")) && s.is(head, "the");
        let start = s.clause_start(self.low(Part::Noun), is, Part::Noun);
        let subject = start..is;
        let named = start == s.start
            && !s.hollow(&subject)
            && !s.has(start, PRON | BACK | PREP | SUB)
            && !s.any(start, words!("what this that these those who which there"));
        (ends && said && named && s.any(cue.from, words!("result outcome consequence")))
            .then_some((Side::Before, Side::Here(subject)))
    }

    /// Whether a sentence is no more than "a key reason why …", "one cause of …": of what was said before. Its noun phrase begins
    /// at `head`, what follows the noun at `from`.
    fn is_named_only(&self, head: usize, from: usize) -> bool {
        let s = self.sentence;
        let one = s.any(head, words!("a one another"));
        let why = s.is(from - 1, "why");
        let is = words!("was were is are been");
        head == s.start
            && one
            && s.any(self.cue().from, words!("reason cause"))
            && (why && s.verb(from..s.end).is_some_and(|verb| !s.any(verb, is))
                || s.any(from - 1, words!("of for behind")) && s.verb(from..s.end).is_none())
            && !(from..s.end).any(|at| s.mark(at, ":") || s.wall(at))
    }

    /// Whether the mark at `at` stands for "is": "Debt = cause of the war", "the truce, a result of the flood", or the bar of a cell.
    fn stands_beside(&self, at: usize, of: usize) -> bool {
        let s = self.sentence;
        let mark = s.mark(at, "=") || s.mark(at, ",") || s.mark(at, "|");
        // "For Kent, the reason for it": no thing stands before the comma.
        let start = s.clause_start(s.start, at, Part::Noun);
        mark && !s.has(start, PREP)
            && s.any(self.cue().from, words!("cause reason result consequence"))
            && s.any(of, words!("of for"))
    }

    /// Whether "the result was …" goes on with a thing, not with "severe" or "announced".
    pub(super) fn names(&self, value: &Range<usize>, linked: bool, close: bool) -> bool {
        let s = self.sentence;
        let value = s.trim(value.clone());
        let first = value.start;
        let thing = s.has(first, DET | POSS)
            || s.tokens[first].capital
            || s.tokens[first].kind != Kind::Word
            || s.is(first - 1, "that")
            || s.verb(first + 1..value.end).is_some();
        let noun = value.len() > 1
            && (!s.word(first).ends_with("ed") || s.has(first, NOUN))
            && !s.has(first, ADV)
            && !s.any(first, words!("very so more less too"));
        let word = value.len() == 1 && is_thing(s.word(first));
        thing && (linked || close) || linked && (noun || word)
    }
}

/// Whether the adverb at `at` stands before "a result of": "partly", "actually".
fn linked_by_adverb(s: &Sentence<'_>, at: usize) -> bool {
    s.any(
        at,
        words!("partly largely mainly mostly partially directly actually really probably also clearly essentially simply"),
    )
}

/// Whether one small word is a noun by its ending or is what notes often give as a cause or a result: `militarism`, `famine`.
pub(in crate::notes::causes) fn is_thing(word: &str) -> bool {
    const ENDINGS: [&str; 11] = [
        "ism", "tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ture", "acy",
    ];
    const THINGS: [&str; 22] = [
        "war", "famine", "hunger", "greed", "fear", "debt", "slavery", "religion", "land", "money",
        "trade", "disease", "plague", "drought", "power", "poverty", "anarchy", "chaos", "unrest",
        "taxes", "oil", "gold",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || THINGS.contains(&word)
}
