//! What a look-up answers with, as plain data: the bot draws it as an embed, the terminal prints it.
//!
//! Every text here is plain, as a reader would say it: no Markdown, nothing escaped. Who draws escapes.

use jiff::civil::Date;

use super::look::Look;

/// What a card is about; a drawing may colour or mark it by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What happened at a date, or the section of a thing without a date.
    Event,
    /// A person.
    Person,
    /// Why something happened, and what it led to.
    Cause,
    /// Events in order.
    Timeline,
    /// Full-text search.
    Search,
    /// A note's outline.
    Note,
    /// The lines around a statement.
    Context,
    /// How to use Clio.
    Help,
    /// Nothing was found; the lines say what is near.
    Nothing,
}

/// One answer, or one page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is about.
    pub kind: Kind,
    /// The headline: `27 October 1962`, `Nikita Khrushchev`.
    pub title: String,
    /// What stands beside the headline: the note's title, or a person's other names.
    pub byline: Option<String>,
    /// The answer itself, in order.
    pub sections: Vec<Section>,
    /// What the answer mentions and can be looked up next.
    pub related: Vec<Related>,
    /// Where it stands in the notes, one entry a place: `Cuban Missile Crisis, What Happened, 27 October, lines 98 to 102`.
    pub source: Vec<String>,
    /// At most six, each saying where it leads.
    pub buttons: Vec<Button>,
    /// This page and how many there are, counted from 1: `(1, 1)` where all fits.
    pub page: (usize, usize),
    /// Only for who asked: nothing found, no notes yet.
    pub private: bool,
    /// How to show it again, where it can be.
    pub look: Option<Look>,
    /// The statements that it tells, as numbers of the library that it was made from.
    pub statements: Vec<u32>,
    /// The same along time, where it tells of dated events: what a picture of it is drawn from.
    pub along_time: Option<AlongTime>,
}

/// Events by their days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlongTime {
    /// Those of the page, in order.
    pub page: Vec<Dated>,
    /// The first days of all, in order; empty where one page has them all.
    pub all: Vec<Date>,
}

/// An event by its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// The date is not sure.
    pub is_about: bool,
    /// `27 October 1962`.
    pub date: String,
    /// What happened.
    pub text: String,
}

/// A part of a card under its own small heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The small heading: `Why`, `Less exact`, `26 October 1962`.
    pub title: Option<String>,
    /// Its lines; never empty.
    pub lines: Vec<Line>,
}

/// One line of a section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Nesting, 0 for the outermost.
    pub depth: u8,
    /// Drawn with a bullet.
    pub bullet: bool,
    /// Its words.
    pub spans: Vec<Span>,
}

/// A run of words in one manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain.
    Text(String),
    /// To be seen first: a date, a matched word.
    Strong(String),
    /// An aside: `(year from line 3)`, a line number.
    Quiet(String),
}

/// A row of things to look up next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// `People`, `See also`, `Topics`.
    pub label: String,
    /// What it says, and what looking it up shows; `None` where the notes have nothing on it.
    pub items: Vec<(String, Option<Look>)>,
}

/// A button under the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// At most 80 characters: `Earlier: 26 October`.
    pub label: String,
    /// What pressing it does.
    pub press: Press,
}

/// What a press does.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Press {
    /// Shows another card in this one's place: an earlier date, the next page.
    Turn(Look),
    /// Shows another card beside this one, to who pressed: the context.
    Open(Look),
    /// Asks who pressed about what this card tells.
    Quiz(Look),
}

/// One thing that autocomplete offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the person sees, at most 100 characters; what differs stands within the first 45.
    pub name: String,
    /// What is sent when it is picked, at most 100 bytes; the look-ups take it in place of words.
    pub value: String,
}

impl Span {
    /// Its words, whatever the manner.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Quiet(text) => text,
        }
    }
}

impl Line {
    /// A line of plain words at the outermost level, without a bullet.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            spans: vec![Span::Text(text.into())],
            ..Self::default()
        }
    }

    /// The same line as a bullet at `depth`.
    #[must_use]
    pub fn bullet(text: impl Into<String>, depth: u8) -> Self {
        Self {
            depth,
            bullet: true,
            ..Self::plain(text)
        }
    }

    /// All words of the line.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(Span::text).collect()
    }
}

impl Card {
    /// A card of one page with a headline and nothing else yet.
    #[must_use]
    pub fn new(kind: Kind, title: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            byline: None,
            sections: Vec::new(),
            related: Vec::new(),
            source: Vec::new(),
            buttons: Vec::new(),
            page: (1, 1),
            private: false,
            look: None,
            statements: Vec::new(),
            along_time: None,
        }
    }
}
