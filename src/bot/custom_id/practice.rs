//! What the buttons of a practice carry: all that it is, so that nothing of it is kept and nothing is lost at a restart.
//!
//! `p`, a letter for what it does, the kind, the index, the seed, how many were right and a check of the question in places of
//! fixed width, then what was chosen, a full stop, and what it is about as a look's code. At most 100 characters.

use std::fmt;
use std::str::FromStr;

use super::{NotOurs, digit};
use crate::answers::Look;
use crate::quiz::question::Kind;

/// Seeds are below this, five digits.
pub(in crate::bot) const SEEDS: u32 = 36_u32.pow(5);
/// Checks are below this, three digits.
pub(in crate::bot) const CHECKS: u32 = 36_u32.pow(3);

/// In place of a look's code, which has a colon: what its player got wrong.
const MISSES: &str = "missed";

/// A button of a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) struct Practice {
    /// Everything where there is none.
    pub(in crate::bot) about: Option<Look>,
    /// Only what its player got wrong in quizzes; it is about nothing else then.
    pub(in crate::bot) misses: bool,
    /// Only questions of this kind.
    pub(in crate::bot) kind: Option<Kind>,
    /// The order of the questions.
    pub(in crate::bot) seed: u32,
    /// Index of the question.
    pub(in crate::bot) at: u8,
    /// How many before it were right.
    pub(in crate::bot) right: u8,
    /// A hash of the question's id: after a change of the notes another one may stand in its place.
    pub(in crate::bot) check: u32,
    /// What it does.
    pub(in crate::bot) does: Step,
}

/// What a button of a practice does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) enum Step {
    /// Begins: the seed is still to be drawn.
    Begin,
    /// Shows the question.
    Ask,
    /// Chooses an option.
    Choose(u8),
    /// Opens the form for a typed answer; the form has the same id.
    Type,
    /// Puts an item in its place: those that stand already, the last one being that of this button.
    Order(Vec<u8>),
    /// Shows the answer to who does not know it.
    Show,
}

impl fmt::Display for Practice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.does {
            Step::Begin => 'b',
            Step::Ask => 'a',
            Step::Choose(_) => 'c',
            Step::Type => 't',
            Step::Order(_) => 'o',
            Step::Show => 's',
        };
        let kind = self
            .kind
            .and_then(|kind| Kind::ALL.iter().position(|one| *one == kind))
            .map_or('-', |place| digit(place as u8));
        write!(out, "p{letter}{kind}")?;
        for (number, width) in [
            (self.at.into(), 2),
            (self.seed, 5),
            (self.right.into(), 1),
            (self.check, 3),
        ] {
            fixed(out, number, width)?;
        }
        match &self.does {
            Step::Choose(choice) => fixed(out, (*choice).into(), 1)?,
            Step::Order(placed) => placed
                .iter()
                .try_for_each(|item| fixed(out, (*item).into(), 1))?,
            Step::Begin | Step::Ask | Step::Type | Step::Show => {}
        }
        out.write_str(".")?;
        match &self.about {
            Some(look) => out.write_str(&look.code()),
            None if self.misses => out.write_str(MISSES),
            None => Ok(()),
        }
    }
}

impl FromStr for Practice {
    type Err = NotOurs;

    /// The caller sees to it that there is one spelling for each.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let (head, code) = text.split_once('.').ok_or(NotOurs)?;
        let mut letters = head.strip_prefix('p').ok_or(NotOurs)?.chars();
        let step = letters.next().ok_or(NotOurs)?;
        let kind = match letters.next().ok_or(NotOurs)? {
            '-' => None,
            other => {
                let place = other.to_digit(36).ok_or(NotOurs)?;
                Some(*Kind::ALL.get(place as usize).ok_or(NotOurs)?)
            }
        };
        let mut number = |width: usize| -> Result<u32, NotOurs> {
            (0..width).try_fold(0, |sum, _| {
                let digit = letters.next().and_then(|one| one.to_digit(36));
                Ok(sum * 36 + digit.ok_or(NotOurs)?)
            })
        };
        let at = u8::try_from(number(2)?).map_err(|_| NotOurs)?;
        let (seed, right, check) = (number(5)?, number(1)? as u8, number(3)?);
        let chosen: Vec<u8> = letters
            .map(|one| one.to_digit(36).map(|item| item as u8))
            .collect::<Option<_>>()
            .ok_or(NotOurs)?;
        let does = match (step, chosen.as_slice()) {
            ('b', []) => Step::Begin,
            ('a', []) => Step::Ask,
            ('c', [choice]) => Step::Choose(*choice),
            ('t', []) => Step::Type,
            ('o', placed) if placed.len() <= 5 => Step::Order(placed.to_vec()),
            ('s', []) => Step::Show,
            _ => return Err(NotOurs),
        };
        let about = match code {
            "" | MISSES => None,
            code => Some(Look::parse(code).ok_or(NotOurs)?),
        };
        Ok(Self {
            about,
            misses: code == MISSES,
            kind,
            seed,
            at,
            right,
            check,
            does,
        })
    }
}

/// `number` in base 36, in exactly `width` digits.
fn fixed(out: &mut fmt::Formatter<'_>, number: u32, width: u32) -> fmt::Result {
    (0..width)
        .rev()
        .try_for_each(|place| write!(out, "{}", digit((number / 36_u32.pow(place) % 36) as u8)))
}
