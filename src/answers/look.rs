//! What a card shows, as a short code that a button carries and that still means the same after a restart.
//!
//! A code is `kind:part:…:page`, at most [`LONGEST`] bytes of printable ASCII. Facts are named by their stable keys; free words
//! are clipped when the [`Words`] are made, so that the second page of a search is a page of the same search.

#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use crate::library::Key;

/// The longest code in bytes. Discord allows 100 characters; the rest is for what the bot puts around it.
pub const LONGEST: usize = 80;

/// How many bytes of a code free words may take.
const LONGEST_WORDS: usize = 64;

/// Words that a person typed: lower case, single spaces, short enough for a code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Words(String);

/// A thing, by its key or by what a person typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Known.
    Key(Key),
    /// Still to be found.
    Words(Words),
}

/// Which events a timeline shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only of this topic: a folder, a tag or a note.
    pub topic: Option<Key>,
    /// Not before this day, month, year … (EDTF).
    pub from: Option<String>,
    /// Not after it.
    pub to: Option<String>,
    /// Only where this person is mentioned.
    pub person: Option<Key>,
}

/// What a card shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// What happened at a date, in EDTF; `--10-27` is a day of any year.
    Date(String),
    /// What the notes say of a thing that is no date.
    Thing(Subject),
    /// A person.
    Person(Subject),
    /// Causes and effects.
    Cause(Subject),
    /// Events in order.
    Timeline(Filter),
    /// Full-text search.
    Search(Words),
    /// A note.
    Note(Subject),
    /// The lines around a statement.
    Context(Key),
    /// How to use Clio.
    Help,
}

/// One page of something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Look {
    /// What.
    pub what: What,
    /// Which page, from 0.
    pub page: u16,
}

impl From<What> for Look {
    fn from(what: What) -> Self {
        Self { what, page: 0 }
    }
}

impl Words {
    /// `text` in lower case with single spaces, cut at a word's end where a code would be too long for it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut words = String::new();
        let mut bytes = 0;
        for word in text.split_whitespace() {
            let word = word.to_lowercase();
            let room = LONGEST_WORDS.saturating_sub(bytes + usize::from(bytes > 0));
            let longer = word.chars().map(width).sum::<usize>();
            if longer > room && !words.is_empty() {
                break;
            }
            if !words.is_empty() {
                words.push(' ');
                bytes += 1;
            }
            for letter in word.chars() {
                if bytes + width(letter) > LONGEST_WORDS {
                    break;
                }
                bytes += width(letter);
                words.push(letter);
            }
        }
        Self(words)
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Look {
    /// The same on another page, counted from 0.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        Self {
            what: self.what.clone(),
            page: u16::try_from(page).unwrap_or(u16::MAX),
        }
    }

    /// The code, at most [`LONGEST`] bytes of `[A-Za-z0-9._~:/?%+-]`.
    #[must_use]
    pub fn code(&self) -> String {
        let mut code = match &self.what {
            What::Date(edtf) => format!("d:{edtf}"),
            What::Thing(subject) => format!("e:{}", subject_code(subject)),
            What::Person(subject) => format!("p:{}", subject_code(subject)),
            What::Cause(subject) => format!("c:{}", subject_code(subject)),
            What::Timeline(filter) => format!(
                "t:{}:{}:{}:{}",
                filter.topic.map(key_code).unwrap_or_default(),
                filter.from.as_deref().unwrap_or_default(),
                filter.to.as_deref().unwrap_or_default(),
                filter.person.map(key_code).unwrap_or_default(),
            ),
            What::Search(words) => format!("s:{}", escaped(words.as_str())),
            What::Note(subject) => format!("n:{}", subject_code(subject)),
            What::Context(key) => format!("x:{}", key_code(*key)),
            What::Help => "h:".to_owned(),
        };
        write!(code, ":{}", self.page).expect("writing to a string cannot fail");
        code
    }

    /// Reads a [`code`](Self::code); `None` for anything else.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        if code.len() > LONGEST {
            return None;
        }
        let (kind, rest) = code.split_once(':')?;
        let (body, page) = rest.rsplit_once(':')?;
        let what = match kind {
            "d" => What::Date(edtf(body).filter(|text| !text.is_empty())?),
            "e" => What::Thing(parse_subject(body)?),
            "p" => What::Person(parse_subject(body)?),
            "c" => What::Cause(parse_subject(body)?),
            "t" => What::Timeline(parse_filter(body)?),
            "s" => What::Search(Words(unescaped(body)?)),
            "n" => What::Note(parse_subject(body)?),
            "x" => What::Context(parse_key(body)?),
            "h" if body.is_empty() => What::Help,
            _ => return None,
        };
        let look = Self {
            what,
            page: page.parse().ok()?,
        };
        // One spelling for each look: `p:…:007` and upper-case keys are not ours.
        (look.code() == code).then_some(look)
    }
}

fn parse_filter(body: &str) -> Option<Filter> {
    let mut parts = body.split(':');
    let mut next = || parts.next();
    let (topic, from, to, person) = (next()?, next()?, next()?, next()?);
    if next().is_some() {
        return None;
    }
    let key = |text: &str| match text {
        "" => Some(None),
        text => parse_key(text).map(Some),
    };
    let date = |text: &str| edtf(text).map(|text| (!text.is_empty()).then_some(text));
    Some(Filter {
        topic: key(topic)?,
        from: date(from)?,
        to: date(to)?,
        person: key(person)?,
    })
}

/// Only what EDTF is written with.
fn edtf(text: &str) -> Option<String> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit() || b"-/X~?%.".contains(&byte))
        .then(|| text.to_owned())
}

fn subject_code(subject: &Subject) -> String {
    match subject {
        Subject::Key(key) => key_code(*key),
        Subject::Words(words) => format!("+{}", escaped(words.as_str())),
    }
}

fn parse_subject(code: &str) -> Option<Subject> {
    match code.strip_prefix('+') {
        Some(words) => unescaped(words).map(|words| Subject::Words(Words(words))),
        None => parse_key(code).map(Subject::Key),
    }
}

fn key_code(key: Key) -> String {
    key.to_string()
}

fn parse_key(code: &str) -> Option<Key> {
    code.parse().ok()
}

/// How many bytes of a code `letter` takes.
fn width(letter: char) -> usize {
    let mut one = String::new();
    escape(letter, &mut one);
    one.len()
}

fn escaped(text: &str) -> String {
    let mut code = String::new();
    for letter in text.chars() {
        escape(letter, &mut code);
    }
    code
}

fn escape(letter: char, code: &mut String) {
    match letter {
        ' ' => code.push('_'),
        'a'..='z' | '0'..='9' | '-' => code.push(letter),
        _ => write!(code, "~{:x}.", u32::from(letter)).expect("writing to a string cannot fail"),
    }
}

fn unescaped(code: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        match first {
            '_' => text.push(' '),
            'a'..='z' | '0'..='9' | '-' => text.push(first),
            '~' => {
                let (number, after) = rest[1..].split_once('.')?;
                text.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
                rest = after;
                continue;
            }
            _ => return None,
        }
        rest = &rest[1..];
    }
    Some(text)
}
