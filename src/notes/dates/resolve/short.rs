//! Years, decades and centuries that leave out their era: "killed in 121", "the early 360s", "the 4th century".

use super::context::Context;
use super::dated::Dated;
use super::era::NoteEra;
use super::place::{NEAR, Placed};
use super::standing::opens_line;
use super::units::{astronomical, in_year, year_of};
use crate::notes::dates::partial::{End, Partial, Scale};
use crate::notes::dates::words::Era;
use crate::notes::facts::Basis;
use crate::notes::lex::Kind;
use crate::notes::when::Unit;

impl Context<'_> {
    /// The era that a stated year, decade or century leaves out and that is not the usual one, and the line that tells.
    pub(super) fn unsaid_era(&self, index: usize, partial: &Partial) -> Option<(Era, u32)> {
        if partial.era.is_some() {
            return None;
        }
        let note = self.note_era.filter(|note| note.is_before());
        let note = note.map(|note| (note.era, note.line));
        match partial.scale? {
            // "The 4th century" where all dates are BC.
            Scale::Century(..=12) => note,
            Scale::Year(..1000) => note,
            // "From 1479" where all dates are BC, or beside "1550 BC"; "2040", beside "2160-2040".
            // "Blown up on 26 September 1687", "Kagan 1969": after Christ, in whatever note.
            Scale::Year(1000..=2100) if partial.day.is_some() => None,
            Scale::Year(1500..=2100) if self.note_era.is_some_and(|note| !note.long) => None,
            Scale::Year(year @ 1000..=2100) => {
                let Some(last) = self.found.dates.last() else {
                    return note;
                };
                let (first, end) = (1 - year_of(last.when.start()), 1 - year_of(last.when.end()));
                let counted = self.counts_down && last.from == Basis::Context;
                let from = if counted { first } else { end };
                let near = (counted || year < 1800)
                    && last.own_year
                    && end >= 1000
                    && (end - 150..=from + 150).contains(&i32::from(year));
                note.or_else(|| near.then(|| (Era::Before, self.line(last))))
            }
            // "The early 360s" in a note on ancient Greece.
            Scale::Decade(tens @ ..100) => {
                let here = self.found.dates[self.block_start..].iter().rev().take(4);
                let mut here =
                    here.filter_map(|date| Some((ancient(date, tens * 10)?, self.line(date))));
                here.next().or_else(|| self.weak_era(index, tens * 10))
            }
            _ => None,
        }
    }

    /// "Killed in 121": a year only where the note is about such years.
    pub(super) fn place_weak(&self, index: usize, end: &End) -> Option<Placed> {
        let partial = &end.partial;
        let value = match partial.scale? {
            Scale::ShortYear(value) => return self.place_habitual(partial, value.into()),
            Scale::Year(value) => value,
            _ => return None,
        };
        // "went red in 49", "66: Red Guards"
        let block = &self.document.blocks[index];
        if (32..100).contains(&value)
            && (!partial.bare
                || opens_line(self.document, block, end.tokens.start)
                    && !self.is_before_word(index, end.tokens.end))
            && let Some(placed) = self.place_habitual(partial, value)
        {
            return Some(placed);
        }
        // "58, Caesar becomes governor", "in 88": where all years that state an era are BC.
        let shown = !partial.bare || end.tokens.start == 0;
        let implied = || {
            let note = self.note_era.filter(|note| note.era == Era::Before)?;
            (shown && note.may_hold(value)).then_some((note.era, note.line))
        };
        let here = self.found.dates[self.block_start..]
            .iter()
            .rev()
            .take(NEAR)
            .find(|date| date.when.end().year().is_some());
        let (era, line) = match here {
            _ if partial.bare && value < 100 && self.is_before_word(index, end.tokens.end) => {
                self.era_of_heading_around(index, value)?
            }
            // Two digits beside a word are a year only where all dates are before Christ.
            _ if partial.bare && value < 100 => {
                let note = self.note_era.filter(|note| note.is_before());
                note.map(|note| (note.era, note.line)).or_else(implied)?
            }
            _ if partial.bare => self.bare_era(index, value)?,
            Some(date) => match ancient(date, value) {
                Some(era) => (era, self.line(date)),
                // "(blown up in 1687 AD) … ostracised 443"
                None => {
                    let note = self.note_era.filter(|note| note.is_before());
                    note.map(|note| (note.era, note.line))?
                }
            },
            // "Dies in 54": only beside years as near.
            None if value < 100 && !self.note_era.is_some_and(NoteEra::is_before) => {
                self.bare_era(index, value).or_else(implied)?
            }
            None => self.weak_era(index, value)?,
        };
        let unit = in_year(partial, astronomical(value, Some(era)))?;
        Some(Placed {
            unit,
            from: Basis::Context,
            line: Some(line),
            about: false,
        })
    }

    /// "Since the year 871", "built in 330": a year after Christ, where nothing says otherwise.
    pub(super) fn place_named(&self, index: usize, end: &End) -> Option<Placed> {
        let Some(Scale::Year(value @ 100..)) = end.partial.scale else {
            return None;
        };
        let block = &self.document.blocks[index];
        let word = |at: usize| {
            let token = block.tokens.get(at)?;
            Some(token.of(&block.text.visible))
        };
        let start = end.tokens.start;
        let year = end.tokens.clone().find(|&at| word(at) == Some("year"));
        let of_year = year.is_some_and(|year| {
            let the = year.checked_sub(1).and_then(word) == Some("the");
            the && year + 2 == end.tokens.end
        });
        let stops = || {
            let next = block.tokens.get(end.tokens.end);
            next.is_none_or(|next| next.kind == Kind::Punct)
        };
        let befell = || {
            let before = start.saturating_sub(FEW)..start;
            word(start.wrapping_sub(1)) == Some("in")
                && stops()
                && block.tokens[before]
                    .iter()
                    .any(|token| BEFALLS.contains(&token.of(&block.text.visible)))
        };
        let before = self.note_era.is_some_and(|note| note.era == Era::Before);
        if before || !(of_year || befell()) {
            return None;
        }
        Some(Placed {
            unit: in_year(&end.partial, i32::from(value))?,
            from: Basis::Stated,
            line: None,
            about: false,
        })
    }

    /// The era of "90 lex Julia" where 90 is among the years of its heading.
    fn era_of_heading_around(&self, index: usize, value: u16) -> Option<(Era, u32)> {
        let date = self.dated_heading(index)?;
        let (from, to) = (year_of(date.when.start()), year_of(date.when.end()));
        let within = to < 0 && (from..=to).contains(&(1 - i32::from(value)));
        within.then_some((Era::Before, self.line(date)))
    }

    /// Whether a word stands at token `at`, apart from what is before it.
    fn is_before_word(&self, index: usize, at: usize) -> bool {
        let next = self.document.blocks[index].tokens.get(at);
        next.is_some_and(|next| next.spaced && next.kind == Kind::Word)
    }

    /// The era that the headings, the title or the narrative give to a bare short year.
    fn weak_era(&self, index: usize, value: u16) -> Option<(Era, u32)> {
        if let Some(date) = self.dated_heading(index)
            && let Some(era) = ancient(date, value)
        {
            return Some((era, self.line(date)));
        }
        if let Some(era) = self.title_era {
            return Some((era, 1));
        }
        if let Some(note) = self.note_era.filter(|note| note.may_hold(value)) {
            return Some((note.era, note.line));
        }
        // "Until 1453" looks ahead: a few dates back may be those of the telling.
        let before = &self.found.dates[..self.block_start];
        let with_year = |date: &&Dated| date.when.end().year().is_some();
        let told = before.iter().rev().take(NEAR).filter(with_year).take(4);
        let mut eras = told.map(|date| Some((ancient(date, value)?, self.line(date))));
        eras.find_map(|era| era)
    }

    /// The era of a number that nothing but its place shows to be a year: it must be near the years of its heading, or
    /// of a date in the same line or in the line before.
    fn bare_era(&self, index: usize, value: u16) -> Option<(Era, u32)> {
        let near = |date: &&Dated| {
            let era = ancient(date, value);
            let year = astronomical(value, era);
            let (from, to) = (year_of(date.when.start()), year_of(date.when.end()));
            era.is_some() && from - 60 <= year && year <= to + 80
        };
        // Two digits are a year beside the last date only, three beside any of the last few.
        let long = value >= 100;
        let told = self.found.dates.iter().rev().take(if long { 4 } else { 1 });
        let close = |date: &&Dated| {
            let gap = index - date.block;
            gap <= 1
                || long
                    && gap <= 12
                    && (year_of(date.when.end()).abs() - i32::from(value)).abs() <= 25
        };
        let date = self
            .dated_heading(index)
            .filter(near)
            .or_else(|| told.filter(close).find(near));
        match (date, self.note_era) {
            (Some(date), _) => Some((ancient(date, value)?, self.line(date))),
            (None, Some(note)) if note.lone && (long || note.stated) && note.may_hold(value) => {
                Some((note.era, note.line))
            }
            _ => None,
        }
    }

    /// The date of the nearest enclosing heading that states a year, years or a century.
    fn dated_heading(&self, index: usize) -> Option<&Dated> {
        let mut heading = self.document.blocks[index].heading;
        while let Some(at) = heading {
            let date = self.heading_dates[at].map(|date| &self.found.dates[date]);
            let states = |date: &&Dated| {
                let end = date.when.end();
                end.year().is_some() || matches!(end, Unit::Century(_))
            };
            if let Some(date) = date.filter(states) {
                return Some(date);
            }
            heading = self.document.headings[at].parent;
        }
        None
    }
}

/// Words before "in 330" among which one of [`BEFALLS`] is looked for.
const FEW: usize = 8;

/// What befalls a town or a man in a year.
const BEFALLS: [&str; 10] = [
    "founded",
    "built",
    "born",
    "baptised",
    "converted",
    "sacked",
    "crowned",
    "died",
    "dies",
    "conquered",
];

/// The era of a date with a year before 1000, where a short year may be of the same times.
fn ancient(date: &Dated, value: u16) -> Option<Era> {
    let year = year_of(date.when.end());
    let near = |other: i32| (other - i32::from(value)).abs() <= 400;
    match year {
        ..=0 if near(1 - year) => Some(Era::Before),
        1..1000 if near(year) => Some(Era::After),
        _ => None,
    }
}
