//! One question as plain data: what is asked, what is right, and where in the notes it stands.

use serde::{Deserialize, Serialize};

use crate::notes::when::When;

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// When something happened.
    DateOfEvent,
    /// What happened on a date.
    EventOnDate,
    /// Who did something.
    Who,
    /// What a person did.
    Deed,
    /// What caused a thing.
    CauseOf,
    /// What a thing caused.
    EffectOf,
    /// The missing middle of a chain.
    MissingMiddle,
    /// Three to five events to be put in order of time.
    Order,
    /// Which of two happened first.
    BeforeOrAfter,
    /// A statement with a gap.
    Cloze,
    /// Whether a statement stands, with its doer or date perhaps swapped.
    TrueFalse,
    /// Which of several does not belong.
    OddOneOut,
    /// A flashcard that an author wrote.
    Flashcard,
}

impl Kind {
    /// All kinds, in the order in which help lists them.
    pub const ALL: [Self; 13] = [
        Self::DateOfEvent,
        Self::EventOnDate,
        Self::Who,
        Self::Deed,
        Self::CauseOf,
        Self::EffectOf,
        Self::MissingMiddle,
        Self::Order,
        Self::BeforeOrAfter,
        Self::Cloze,
        Self::TrueFalse,
        Self::OddOneOut,
        Self::Flashcard,
    ];

    /// Its name in commands, files and JSON: `date-of-event`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DateOfEvent => "date-of-event",
            Self::EventOnDate => "event-on-date",
            Self::Who => "who",
            Self::Deed => "deed",
            Self::CauseOf => "cause-of",
            Self::EffectOf => "effect-of",
            Self::MissingMiddle => "missing-middle",
            Self::Order => "order",
            Self::BeforeOrAfter => "before-or-after",
            Self::Cloze => "cloze",
            Self::TrueFalse => "true-false",
            Self::OddOneOut => "odd-one-out",
            Self::Flashcard => "flashcard",
        }
    }

    /// The kind of that [name](Self::name).
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How near the wrong options are to the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Difficulty {
    /// Wrong options from far away.
    Easy,
    /// From the same topic.
    Normal,
    /// The nearest there are.
    Hard,
}

impl Difficulty {
    /// All, the easiest first.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Normal, Self::Hard];

    /// Its name in commands, files and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Normal => "normal",
            Self::Hard => "hard",
        }
    }

    /// The difficulty of that [name](Self::name).
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|difficulty| difficulty.name() == name)
    }
}

/// Where in the notes a question comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// Path of the note below its content folder.
    pub path: String,
    /// The note's title.
    pub title: String,
    /// 1-based line.
    pub line: u32,
    /// Headings over that line, outermost first.
    pub headings: Vec<String>,
}

/// What a typed answer is compared as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// A person's or a thing's name: small slips are forgiven.
    Name,
    /// A date: compared as a date, on the parts that were asked.
    Date,
    /// A number: compared as a number.
    Number,
    /// Words: small slips are forgiven.
    Words,
}

/// What counts as right when the answer is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// What it is compared as.
    pub sort: Sort,
    /// The answers that count, the one to be shown first. A date stands in EDTF.
    pub answers: Vec<String>,
    /// Other things of the same sort in the notes: who is nearer to one of these is not right by a slip.
    pub rivals: Vec<String>,
}

impl Accepted {
    /// The answers in words, the one to be shown first.
    #[must_use]
    pub fn in_words(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::with_capacity(self.answers.len());
        for answer in &self.answers {
            let answer = match (self.sort, answer.parse::<When>()) {
                (Sort::Date, Ok(when)) => when.words(),
                _ => answer.clone(),
            };
            if !words.contains(&answer) {
                words.push(answer);
            }
        }
        words
    }
}

/// How a question is answered with buttons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// One of these is right.
    Choice {
        /// As shown, in order.
        options: Vec<String>,
        /// Index of the right one.
        right: u8,
    },
    /// These belong in another order.
    Order {
        /// As shown.
        items: Vec<String>,
        /// Indices into `items`, earliest first.
        right: Vec<u8>,
    },
    /// There are no options: the answer is typed.
    Typed,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Stable: made of the fact's id, the kind and what is asked.
    pub id: String,
    /// The fact it is made from.
    pub fact: String,
    /// The statements that its prompt, options or reveal show, so that nothing shown is asked later in the same game.
    pub shows: Vec<String>,
    /// What it asks for.
    pub kind: Kind,
    /// How near the wrong options are.
    pub difficulty: Difficulty,
    /// The whole question in full sentences, with the place it belongs to.
    pub prompt: String,
    /// Options, items or none.
    pub form: Form,
    /// For typed answers; `None` where it can only be answered with buttons.
    pub accepted: Option<Accepted>,
    /// The statement that makes it right, with its neighbours.
    pub explanation: String,
    /// Where that stands.
    pub source: Source,
    /// Its statement is likely misspelt, so it is asked last.
    #[serde(default)]
    pub doubtful: bool,
}

impl Question {
    /// The right answer in words, as a reveal shows it.
    #[must_use]
    pub fn answer(&self) -> String {
        match &self.form {
            Form::Choice { options, right } => options
                .get(usize::from(*right))
                .cloned()
                .unwrap_or_default(),
            Form::Order { items, right } => right
                .iter()
                .filter_map(|&index| items.get(usize::from(index)))
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" → "),
            Form::Typed => self.typed_answers().into_iter().next().unwrap_or_default(),
        }
    }

    /// What counts as right in words, as a person would type it; for an order, the order.
    #[must_use]
    pub fn typed_answers(&self) -> Vec<String> {
        match (&self.form, &self.accepted) {
            (Form::Order { .. }, _) => vec![self.answer()],
            (_, Some(accepted)) => accepted.in_words(),
            (_, None) => Vec::new(),
        }
    }

    /// Characters that a player has to read: prompt and options.
    #[must_use]
    pub fn reading(&self) -> usize {
        let options: usize = match &self.form {
            Form::Choice { options: texts, .. } | Form::Order { items: texts, .. } => {
                texts.iter().map(|text| text.chars().count()).sum()
            }
            Form::Typed => 0,
        };
        self.prompt.chars().count() + options
    }
}
