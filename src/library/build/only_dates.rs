//! Statements and headings that are a date and tell nothing.

use crate::library::Library;
use crate::notes::dates::{Order, parse_query};

impl Library {
    /// Whether a statement is only the date over others, which tell what happened then: `- 1963`.
    pub(super) fn is_only_a_date(&self, statement: u32) -> bool {
        let opens = self
            .statements
            .get(statement as usize + 1)
            .is_some_and(|next| next.parent == Some(statement));
        let text = &*self.statement(statement).text;
        opens && text.len() <= LONGEST_DATE && is_date(text.trim_end_matches(':'))
    }

    /// Whether a line of the metadata says no more than when all the rest was: "Happened around 1962."
    pub(super) fn says_only_when(&self, statement: u32) -> bool {
        let it = self.statement(statement);
        let is_metadata = it
            .heading
            .is_some_and(|heading| self.headings[heading as usize].metadata);
        let text = it.text.trim_end_matches(['.', ' ']).to_ascii_lowercase();
        let rest = VERBS.iter().find_map(|verb| text.strip_prefix(verb));
        let rest = rest.unwrap_or(&text).trim_start();
        let when = WHEN.iter().find_map(|word| rest.strip_prefix(word));
        is_metadata && text.len() <= LONGEST_DATE && is_date(when.unwrap_or(rest).trim())
    }
}

/// What a line that says only when something was begins with, in small letters.
const VERBS: &[&str] = &[
    "happened",
    "took place",
    "occurred",
    "began",
    "started",
    "ended",
    "dates",
    "date",
    "years",
    "year",
];

/// What may stand before its date.
const WHEN: &[&str] = &["in ", "on ", "at ", "around ", "about ", "from ", ": "];

/// Bytes of the longest date that is looked for: `between September and December 1962`.
const LONGEST_DATE: usize = 40;

/// A heading that is a date is found as a date.
pub(super) fn is_date(heading: &str) -> bool {
    parse_query(heading, Order::DayFirst).is_some()
}
