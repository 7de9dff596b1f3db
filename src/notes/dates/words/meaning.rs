//! What a word can mean in a date.

use crate::notes::when::Season;

/// Before or after the year 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::notes) enum Era {
    /// BC, BCE.
    Before,
    /// AD, CE.
    After,
}

/// A stretch of the calendar by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::notes) enum Span {
    /// Shorter than a day: never a date.
    Moment,
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A day with a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::notes) enum Feast {
    /// 25 December.
    Christmas,
    /// The Sunday after a full moon in spring.
    Easter,
    /// The 13th or 15th of a Roman month.
    Ides,
}

/// What a token can mean in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::notes) enum Word {
    /// Nothing.
    Other,
    /// Digits; the value is 0 where there are more than six.
    Number(u32, u8),
    /// Letters and a year written as one word: `AD14`, `c1450`.
    Glued(Option<Era>, u16),
    /// A month, and whether its name is shortened.
    Month(u8, bool),
    /// A day of the week.
    Weekday,
    /// A season.
    Season(Season),
    /// `st`, `nd`, `rd`, `th`.
    Suffix,
    /// The `s` of `1960s`.
    Plural,
    /// `first`, `nineteenth`.
    Ordinal(u8),
    /// `two`, `twenty`.
    Cardinal(u8),
    /// `twenties` to `nineties`, by its first year.
    Decade(u8),
    /// `XIX`.
    Roman(u8),
    /// `C19th`, `C19`, and whether the ending stands there.
    Century(u8, bool),
    /// `day`, `years`, and whether it is a plural.
    Span(Span, bool),
    /// `BC`, `CE`.
    Era(Era),
    /// A single capital letter of `B.C.E.` or `A.D.`.
    Letter(u8),
    /// `c`, `ca`, `circa`.
    Circa,
    /// `about`, `around`.
    About,
    /// `early`, `late`.
    Part,
    /// `mid`, `middle`.
    Mid,
    /// `beginning`, `end`, `turn`, `half`.
    Edge,
    /// `christmas`, `ides`.
    Feast(Feast),
    /// `eve`.
    Eve,
    /// `the`.
    The,
    /// `a`, `an`.
    A,
    /// `in`, `on`, `during`, `since`: what stands before a time.
    In,
    /// `by`, `before`, `after`, `of`-like words that stand before other things as well.
    By,
    /// `of`.
    Of,
    /// `from`.
    From,
    /// `between`.
    Between,
    /// `to`, `until`, `till`, `through`.
    To,
    /// `and`, `&`, `or`.
    And,
    /// `same`.
    Same,
    /// `next`, `following`.
    Next,
    /// `previous`, `preceding`, `last`, `past`.
    Previous,
    /// `that`.
    That,
    /// `this`.
    This,
    /// `later`, `afterwards`.
    Later,
    /// `earlier`, `previously`, `ago`.
    Earlier,
    /// `onwards`.
    Onwards,
    /// `present`, `now`, `today`.
    Now,
    /// `-`, `–`, `—`.
    Dash,
    /// `,`.
    Comma,
    /// `.`.
    Dot,
    /// `/`.
    Slash,
    /// `:`.
    Colon,
    /// `'`, `’`.
    Apostrophe,
    /// `(`, `[`.
    Open,
    /// `)`, `]`.
    Close,
    /// An arrow.
    Arrow,
    /// `$`, `£`, `€`, `#`, `%`, `^`, `=`, `+`, `*`: no date stands right beside one.
    Sign,
}
