//! The words that say that one thing caused another, and which way they point.

mod first_words;

use crate::notes::known;
use crate::notes::lex::{Kind, Token};

use super::clause::Sentence;
use super::words::{ADV, CUE, Flags, KIND, with_lower};
pub(in crate::notes) use first_words::FIRST_WORDS;

/// How a cue ties its two sides together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notes) enum Shape {
    /// `cause → effect`
    Arrow,
    /// `effect ← cause`
    ArrowBack,
    /// `cause led to effect`
    Forward(Form),
    /// `cause forced someone to effect`
    Force(Form),
    /// `cause meant (that) effect`
    Meant,
    /// `effect was caused by cause`
    Passive,
    /// `effect resulted from cause`
    Backward(Form),
    /// `effect because clause`
    Because,
    /// `because` in short, which needs a pronoun after it: `cause`, `cos`
    BecauseShort,
    /// `effect because of thing`
    BecauseOf,
    /// `effect as clause`, if it is not a role or a comparison
    As,
    /// `effect since clause`, if it is not a time
    Since,
    /// `cause, so effect`
    So,
    /// `so weak that effect`
    SoThat,
    /// `cause; therefore effect`
    Therefore,
    /// `which is why effect`
    Why,
    /// `the reason for effect was cause`, and the other way round
    Reason,
    /// `the result of cause was effect`, and the other way round
    Result,
    /// `cause was responsible for effect`
    Blame,
    /// `Response to cause`, as all that is said of an effect
    Response,
    /// `someone responded to cause with effect`
    Respond,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notes) enum Form {
    /// `led to`, `caused`: past tense, or a participle.
    Past,
    /// `leads to`, `causes`: or a plural noun.
    Third,
    /// `lead to`, `cause`: or a noun.
    Base,
    /// `leading to`, `causing`.
    Ing,
}

/// A cue at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    /// First token.
    pub(super) from: usize,
    /// Past the last token.
    pub(super) to: usize,
    /// What it says.
    pub(super) shape: Shape,
    /// The verb takes its object at once (`caused war`), with no preposition that would tell it from a noun.
    pub(super) bare: bool,
}

use Shape::{Because, BecauseOf, Therefore};

/// Whether a cue may begin at token `at`, by what its words can be each by itself: cheap, for passing over most of a note.
pub(super) fn may_begin(text: &str, tokens: &[Token], plain: &[Flags], at: usize) -> bool {
    let token = &tokens[at];
    if plain[at] & CUE == 0 {
        return false;
    }
    if token.kind != Kind::Word {
        return true;
    }
    let next = |words: &[&str]| {
        tokens[at + 1..].iter().take(3).any(|next| {
            words
                .iter()
                .any(|word| next.of(text).eq_ignore_ascii_case(word))
        })
    };
    with_lower(token.of(text), |word| match word {
        // Common words need the next one to be a cue.
        "in" => next(&[
            "response",
            "reaction",
            "retaliation",
            "consequence",
            "view",
            "light",
        ]),
        "by" => next(&["virtue", "reason"]),
        "on" => next(&["account", "grounds"]),
        "for" => next(&["reason", "reasons"]),
        "with" => next(&["result", "consequence"]),
        "this" | "that" | "which" => next(&["why", "reason"]),
        "to" => next(&["point"]),
        "b" => next(&["/"]),
        _ => true,
    })
}

/// The cue that begins at token `at`, before any look at its surroundings.
#[inline]
pub(super) fn at(s: &Sentence<'_>, at: usize, end: usize) -> Option<Cue> {
    if s.marked.flags[at] & CUE == 0 {
        return None;
    }
    marked_at(s, at, end)
}

/// The cue that begins at token `at`, which may begin one.
fn marked_at(s: &Sentence<'_>, at: usize, end: usize) -> Option<Cue> {
    let (text, tokens) = (s.text, s.tokens);
    let token = &tokens[at];
    let own = token.of(text);
    let one = |shape| {
        Some(Cue {
            from: at,
            to: at + 1,
            shape,
            bare: false,
        })
    };
    match token.kind {
        Kind::Arrow => return arrow(own).and_then(one),
        Kind::Punct if own == "∴" => return one(Therefore),
        Kind::Punct if own == "∵" => return one(Because),
        Kind::Number | Kind::Punct => return None,
        Kind::Word => {}
    }
    let row = match s.marked.keys[at] {
        // "That’s why", with the other apostrophe.
        0 => with_lower(own, |word| known::of(word.as_bytes())),
        key => known::of_key(key),
    };
    let tails = FIRST_WORDS[usize::from(row.cue.checked_sub(1)?)].1;
    if own.eq_ignore_ascii_case("b") {
        let shorthand = tokens[at + 1..end].get(..2)?;
        let is_bc = shorthand[0].of(text) == "/" && shorthand[1].of(text).eq_ignore_ascii_case("c");
        let of = tokens[at + 3..end]
            .first()
            .is_some_and(|t| t.of(text) == "of");
        return is_bc.then_some(Cue {
            from: at,
            to: at + 3 + usize::from(of),
            shape: if of { BecauseOf } else { Because },
            bare: false,
        });
    }
    // "44 BC" is no "because".
    if token.shouted && own == "BC" {
        return None;
    }
    tails.iter().find_map(|&(tail, shape)| {
        if !may_follow(tail, s, at + 1, end) {
            return None;
        }
        let to = follow(tail, s, at + 1, end)?;
        Some(Cue {
            from: at,
            to,
            shape,
            bare: tail.is_empty(),
        })
    })
}

/// Whether `tail` may stand at `at`: a look at one letter, which turns most away.
fn may_follow(tail: &str, s: &Sentence<'_>, at: usize, end: usize) -> bool {
    let begins = |at: usize, letter: u8| {
        at < end && s.text.as_bytes()[s.tokens[at].start as usize] | 0x20 == letter | 0x20
    };
    match tail.as_bytes() {
        [b'?', b' ', letter, ..] => begins(at, *letter) || begins(at + 1, *letter),
        [letter, ..] => begins(at, *letter),
        [] => true,
    }
}

/// The end of `tail` if it stands at `at`.
fn follow(tail: &str, s: &Sentence<'_>, mut at: usize, end: usize) -> Option<usize> {
    let (text, tokens) = (s.text, s.tokens);
    let mut words = tail.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        if word == "?" {
            let next = words.peek()?;
            let here = tokens[at..end].first()?;
            if !here.of(text).eq_ignore_ascii_case(next)
                && (s.marked.flags[at] & (KIND | ADV) != 0 || here.of(text).ends_with("ly"))
            {
                at += 1;
            }
            continue;
        }
        if !tokens[at..end].first()?.of(text).eq_ignore_ascii_case(word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Which way an arrow points; arrows with two heads say nothing.
fn arrow(own: &str) -> Option<Shape> {
    let left = own.starts_with('<')
        || own.contains(['←', '⇐', '⟵', '⟸'])
        || own.contains("leftarrow")
        || own.contains("gets")
        || own.contains("impliedby");
    let right = own.ends_with('>')
        || own.contains([
            '→', '⇒', '⟶', '⟹', '➔', '➜', '➝', '➞', '⮕', '↦', '▶', '►', '➡',
        ])
        || own.contains("\\to")
        || own.contains("rightarrow")
        || own.contains("implies");
    match (left, right) {
        (false, true) => Some(Shape::Arrow),
        (true, false) => Some(Shape::ArrowBack),
        _ => None,
    }
}
