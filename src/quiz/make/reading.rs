//! A statement as it can be asked about: its words without references and arrows, what kind of line it is, who does
//! what in it, and what speaks against showing it.

use std::ops::Range;

use super::Refusal;
use super::doer::{Doer, doer, named};
use super::flaws;
use super::line::{date_label, first_sentence, line, raised, tidy};
use super::options::stems;
use super::page::End;
use super::shape::{Shape, Tense, shape, tense};
use super::told::{Told, told};
use crate::library::facts::{ARROW, BACK_ARROW};
use crate::library::{Library, folded};
use crate::notes::markdown::BlockKind;
use crate::notes::phrase::{DateSpan, Phrase};

/// A statement as it can be asked about.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// Its words; up to the first arrow where it has arrows, without a date that labels them.
    pub(super) text: String,
    /// The date that labels it.
    label: Option<DateSpan>,
    pub(super) shape: Shape,
    pub(super) tense: Tense,
    /// Why it cannot be shown by itself.
    pub(super) flaw: Option<Refusal>,
    /// The first word points back.
    pub(super) dangling: bool,
    /// Dates in its words.
    pub(super) dates: Vec<DateSpan>,
    /// What happened, without the date.
    pub(super) told: Option<Told>,
    pub(super) doer: Option<Doer>,
    /// People named in it once: (person, bytes).
    pub(super) named: Vec<(u32, Range<usize>)>,
    /// Its telling words, see [`stems`].
    pub(super) stems: Vec<u64>,
    /// A word is likely misspelt.
    pub(super) doubtful: bool,
}

impl Reading {
    /// Reads a statement; `people` are those whom it names.
    pub(super) fn of(library: &Library, at: u32, people: &[u32]) -> Self {
        let statement = library.statement(at);
        let (text, cut) = line(statement);
        let tidied = tidy(&text);
        let (label, own) = match date_label(&tidied) {
            Some((date, begins)) => (Some(date), raised(&tidied[begins..])),
            None => (None, tidied),
        };
        let text = first_sentence(&own).to_owned();
        let phrase = Phrase::of(&text);
        let (shape, verb) = shape(&phrase);
        let mut flaw = flaws::of_kind(library, at).or_else(|| flaws::of(&phrase, shape));
        if cut && shape == Shape::Name && text.split(' ').count() < 3 {
            flaw = flaw.or(Some(Refusal::NoSentence));
        }
        let named = named(library, &text, people);
        let doer = verb.and_then(|_| doer(&phrase, &named));
        let told = if flaw.is_none() {
            told(&phrase, shape, tense(&phrase, verb))
        } else {
            None
        };
        Self {
            label,
            shape,
            tense: tense(&phrase, verb),
            flaw,
            dangling: flaws::dangles(&phrase),
            told,
            doer,
            named,
            doubtful: flaws::is_misspelt(&phrase),
            dates: phrase.dates,
            stems: stems(&folded(&text)),
            text,
        }
    }

    /// It can be shown by itself.
    pub(super) fn stands(&self) -> Result<(), Refusal> {
        match self.flaw {
            Some(flaw) => Err(flaw),
            None if self.dangling => Err(Refusal::Dangling),
            None => Ok(()),
        }
    }

    /// The dates that its line says, the one that labels it first.
    pub(super) fn said_dates(&self) -> impl Iterator<Item = &DateSpan> {
        self.label.iter().chain(&self.dates)
    }

    /// What the subject does.
    pub(super) fn deed(&self) -> Option<&str> {
        self.doer.as_ref().map(|doer| &self.text[doer.deed..])
    }
}

/// A cause or an effect as it can be shown.
pub(super) fn ends_as(library: &Library, node: u32) -> End {
    let own = &library.causes().nodes()[node as usize];
    let text = raised(&tidy(&own.text.replace([ARROW, BACK_ARROW], "→")));
    let phrase = Phrase::of(&text);
    let (shape, verb) = shape(&phrase);
    let row = own
        .statement
        .filter(|at| library.statement(*at).kind == BlockKind::Row);
    let kind = own
        .statement
        .and_then(|statement| flaws::of_kind(library, statement));
    let thin = shape == Shape::Name && text.split(' ').count() < 2 && own.statement.is_some();
    // The head of a column ("Result") says too little for a cause.
    let flaw = kind
        .or(row.map(|_| Refusal::Material))
        .or_else(|| flaws::of(&phrase, shape))
        .or(thin.then_some(Refusal::TooShort));
    End {
        node,
        shape,
        tense: tense(&phrase, verb),
        statement: own.statement,
        dangling: flaws::dangles(&phrase),
        // A title or a heading may be short.
        flaw: flaw.filter(|flaw| own.statement.is_some() || *flaw != Refusal::TooShort),
        text,
    }
}
