//! What speaks against showing a statement by itself: it hedges, points at what is not shown, talks to its author.

mod lists;
mod pointing;
mod spelling;

pub(super) use pointing::dangles;
pub(super) use spelling::is_misspelt;

use super::Refusal;
use super::shape::Shape;
use crate::library::Library;
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::phrase::{Phrase, Role};
use lists::{ASIDES, HEDGES, ORDERS, UNFINISHED};
use pointing::points_out;

/// Characters of a statement that is quoted.
const LONGEST: usize = 280;
const SHORTEST: usize = 10;

/// What kind of line may be asked about at all.
pub(super) fn of_kind(library: &Library, at: u32) -> Option<Refusal> {
    let statement = library.statement(at);
    let kind = matches!(
        statement.kind,
        BlockKind::Code
            | BlockKind::Footnote
            | BlockKind::CalloutTitle
            | BlockKind::Loose
            | BlockKind::Heading
    );
    (kind || library.is_housekeeping(at)).then_some(Refusal::Material)
}

/// Why the text cannot be shown; that its first word may point back is said by [`dangles`].
pub(super) fn of(phrase: &Phrase<'_>, shape: Shape) -> Option<Refusal> {
    let text = phrase.text;
    let letters = text.chars().count();
    if letters < SHORTEST
        || phrase
            .words
            .iter()
            .filter(|word| word.token.kind == Kind::Word)
            .count()
            < 2
    {
        return Some(Refusal::TooShort);
    }
    if letters > LONGEST {
        return Some(Refusal::TooLong);
    }
    if is_unfinished(phrase) {
        return Some(Refusal::NoSentence);
    }
    if cites_a_page(text) {
        return Some(Refusal::Material);
    }
    if is_odd(text) || !is_balanced(text) {
        return Some(Refusal::Malformed);
    }
    if ORDERS.contains(phrase.lower(0).replace('’', "'").as_str()) && shape != Shape::Sentence {
        return Some(Refusal::Aside);
    }
    for at in 0..phrase.words.len() {
        if !phrase.is_word(at) {
            continue;
        }
        let (word, next) = (phrase.lower(at), phrase.lower(at + 1));
        let is_may = (word == "may" || word == "could")
            && at > 0
            && !phrase.words[at].token.capital
            && (word == "may" || next == "have");
        if is_may || HEDGES.contains(word) || word == "would" && next == "have" {
            return Some(Refusal::Hedged);
        }
        if ASIDES.contains(word)
            && !phrase.words[at].token.shouted
            && !(word == "i" && is_numeral(phrase, at))
        {
            return Some(Refusal::Aside);
        }
    }
    let heard = ["they say", "is said", "some say", "istorians", "mix up"];
    if heard.iter().any(|words| text.contains(words)) {
        return Some(Refusal::Hedged);
    }
    if labelled(phrase) {
        return Some(Refusal::Labelled);
    }
    points_out(phrase).then_some(Refusal::Dangling)
}

/// Whether the text asks, or goes on elsewhere: "There were three reasons:", "the queen and".
fn is_unfinished(phrase: &Phrase<'_>) -> bool {
    let text = phrase.text;
    let last = phrase.words.len().saturating_sub(1);
    text.ends_with([':', '…'])
        || text.ends_with("...")
        || text.contains('?')
        || UNFINISHED.contains(phrase.word(last))
}

/// "Gaddis 2005 p. 33"
fn cites_a_page(text: &str) -> bool {
    [" p. ", " pp. ", " p.", " pp."].iter().any(|page| {
        text.split(page).skip(1).any(|rest| {
            rest.trim_start()
                .starts_with(|letter: char| letter.is_ascii_digit())
        })
    })
}

/// "William I", "World War I".
fn is_numeral(phrase: &Phrase<'_>, at: usize) -> bool {
    at > 0 && phrase.words[at].token.capital && phrase.words[at - 1].token.capital
}

/// Signs that no sentence has.
fn is_odd(text: &str) -> bool {
    text.contains([
        '{', '}', '\\', '|', '<', '>', '_', '^', '~', '=', '@', '*', '`', '↑', '↓', '→', '←',
        '\u{fffd}', '¶', '☐', '✓', '•',
    ]) || text.contains("//")
        || text.contains("$$")
        || text.contains("##")
        || text.contains(" + ")
        || text.contains("..")
        || text.contains("!!")
        || text.contains(" - ") && text.matches(" - ").count() > 1
        || text.contains(". ") && text.split(". ").count() > 3
}

fn is_balanced(text: &str) -> bool {
    let count = |letter: char| text.matches(letter).count();
    count('(') == count(')')
        && count('[') == count(']')
        && count('"').is_multiple_of(2)
        && count('“') == count('”')
}

/// "Medicare: insurance for the old" and "Medicare - insurance": a label rather than a sentence.
fn labelled(phrase: &Phrase<'_>) -> bool {
    let Some(mark) = (1..phrase.words.len()).find(|&at| {
        let spaced = phrase
            .words
            .get(at + 1)
            .is_none_or(|next| next.token.spaced);
        let parted = phrase.words[at].token.spaced && spaced;
        match phrase.word(at) {
            ":" => spaced,
            "-" | "–" | "—" => parted,
            _ => false,
        }
    }) else {
        return false;
    };
    !(0..mark).any(|at| phrase.is(at, Role::FINITE))
}
