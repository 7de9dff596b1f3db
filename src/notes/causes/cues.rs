//! The words that say that one thing caused another, and which way they point.

mod first_words;
mod tails;

use crate::notes::known;
use crate::notes::lex::Kind;
use crate::notes::word_key::{Words, words};

use super::sentence::Sentence;
use super::words::{ADV, CUE, KIND, with_lower};
pub(in crate::notes) use first_words::FIRST_WORDS;
use tails::{FREE, ROWS};

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

/// First words of cues that are common elsewhere, and what one of the next three words is where they are part of a cue.
const COMMON: [(Words, Words); 8] = [
    (
        words!("in"),
        words!("response reaction retaliation consequence view light"),
    ),
    (words!("by"), words!("virtue reason")),
    (words!("on"), words!("account grounds")),
    (words!("for"), words!("reason reasons")),
    (words!("with"), words!("result consequence")),
    (words!("this that which"), words!("why reason how")),
    (words!("to"), words!("point")),
    (words!("b"), words!("/")),
];

/// Whether a cue may begin at token `at`, which is marked as one that may, by its word and the three after it: cheap, for passing
/// over most of a note.
pub(super) fn may_begin(keys: &[u128], at: usize) -> bool {
    let common = COMMON.iter().find(|(words, _)| words.contains(keys[at]));
    common.is_none_or(|(_, wanted)| {
        let mut next = keys[at + 1..].iter().take(3);
        next.any(|&next| wanted.contains(next))
    })
}

/// The next token from `at` on that may begin a cue.
#[inline]
pub(super) fn next(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let rest = s.flags.get(at..s.end)?;
    let next = rest.iter().position(|flags| flags & CUE != 0)?;
    Some(at + next)
}

/// The cue that begins at token `at`, which may begin one, before any look at its surroundings.
pub(super) fn at(s: &Sentence<'_>, at: usize, end: usize) -> Option<Cue> {
    let token = &s.tokens[at];
    let one = |shape| {
        Some(Cue {
            from: at,
            to: at + 1,
            shape,
            bare: false,
        })
    };
    match token.kind {
        Kind::Arrow => return arrow(s.word(at)).and_then(one),
        Kind::Punct if s.sign(at) == '∴' => return one(Therefore),
        Kind::Punct if s.sign(at) == '∵' => return one(Because),
        Kind::Number | Kind::Punct => return None,
        Kind::Word => {}
    }
    let key = s.keys[at];
    let known = match key {
        // "That’s why", with the other apostrophe.
        0 => with_lower(s.word(at), |word| known::of(word.as_bytes())),
        key => known::of_key(key),
    };
    let row = &ROWS[usize::from(known.cue.checked_sub(1)?)];
    if !row.may_go_on(&s.keys[at + 1..end]) {
        return None;
    }
    if s.is(at, "b") {
        let is_bc = at + 2 < end && s.mark(at + 1, "/") && s.is(at + 2, "c");
        let of = at + 3 < end && s.word(at + 3) == "of";
        return is_bc.then_some(Cue {
            from: at,
            to: at + 3 + usize::from(of),
            shape: if of { BecauseOf } else { Because },
            bare: false,
        });
    }
    if let Some(short) = clipped(s, at) {
        return Some(short);
    }
    // "44 BC" is no "because".
    if token.shouted && s.word(at) == "BC" {
        return None;
    }
    let next = s.keys[..end].get(at + 1).copied().unwrap_or_default();
    row.tails().iter().find_map(|tail| {
        if !tail.may_begin(next) {
            return None;
        }
        let to = follow(tail.words(), s, at + 1, end)?;
        Some(Cue {
            from: at,
            to,
            shape: tail.shape,
            bare: tail.words().is_empty(),
        })
    })
}

/// "'cause" and "'cause of", whose apostrophe stands for "be".
fn clipped(s: &Sentence<'_>, at: usize) -> Option<Cue> {
    let is_clipped = at > s.start
        && s.is(at, "cause")
        && !s.tokens[at].spaced
        && !s.tokens[at].capital
        && s.tokens[at - 1].spaced
        && matches!(s.word(at - 1), "'" | "’" | "‘");
    let of = s.is(at + 1, "of");
    is_clipped.then(|| Cue {
        from: at - 1,
        to: at + 1 + usize::from(of),
        shape: if of { BecauseOf } else { Because },
        bare: false,
    })
}

/// The end of `words` if they stand at `at`.
fn follow(words: &[u128], s: &Sentence<'_>, mut at: usize, end: usize) -> Option<usize> {
    let keys = &s.keys[..end];
    for (place, &word) in words.iter().enumerate() {
        let here = *keys.get(at)?;
        if word != FREE {
            if here != word {
                return None;
            }
            at += 1;
        } else if here != words[place + 1]
            && (s.flags[at] & (KIND | ADV) != 0 || s.word(at).ends_with("ly"))
        {
            at += 1;
        }
    }
    Some(at)
}

/// Which way an arrow points; arrows with two heads say nothing.
fn arrow(own: &str) -> Option<Shape> {
    if matches!(own, "->" | "→" | "=>" | "⇒") {
        return Some(Shape::Arrow);
    }
    let left = own.starts_with('<')
        || own.contains(['←', '⇐', '⟵', '⟸'])
        || own.contains("eft")
        || own.contains("gets")
        || own.contains("impliedby");
    let right = own.ends_with('>')
        || own.contains([
            '→', '⇒', '⟶', '⟹', '➔', '➜', '➝', '➞', '⮕', '↦', '▶', '►', '➡', '↳', '⤷', '↪', '⇨',
            '⤳',
        ])
        || own.contains("\\to")
        || own.contains("sto")
        || own.contains("ight")
        || own.contains("implies");
    match (left, right) {
        (false, true) => Some(Shape::Arrow),
        (true, false) => Some(Shape::ArrowBack),
        _ => None,
    }
}
