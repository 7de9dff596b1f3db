//! "He" and "she" of the next sentence or bullet, where the note leaves one candidate.

use super::lexicon;
use super::spot::Gender;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Document, Statement};

/// Words of a statement in which its first pronoun may stand.
const REACH: usize = 12;

/// A pronoun that means one of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pronoun {
    /// Index of the person.
    pub(super) person: usize,
    /// Index into `Document::statements`.
    pub(super) statement: usize,
    /// The token in the statement's block.
    pub(super) token: usize,
}

/// The pronouns that can be followed.
///
/// `named` has the people whom each statement names, with the token, in order; `headings` those whom each heading names; `subject` is whom the
/// whole note is about; `genders` is one per person.
pub(super) fn find(
    document: &Document,
    named: &[Vec<(usize, usize)>],
    headings: &[Vec<usize>],
    subject: Option<usize>,
    genders: &[Gender],
) -> Vec<Pronoun> {
    let mut found = Vec::new();
    // Whom each statement is about, named or meant.
    let mut about: Vec<Vec<usize>> = Vec::with_capacity(document.statements.len());
    for (index, statement) in document.statements.iter().enumerate() {
        let mut people: Vec<usize> = Vec::new();
        for (person, _) in &named[index] {
            if !people.contains(person) {
                people.push(*person);
            }
        }
        if let Some((token, gender)) = pronoun(document, statement)
            && named[index].iter().all(|(_, at)| *at > token)
        {
            let candidates = candidates(document, index, &about, headings, subject);
            let mut fitting = candidates.iter().filter(|person| {
                genders[**person] == gender || genders[**person] == Gender::Unknown
            });
            if let (Some(person), None) = (fitting.next(), fitting.next()) {
                found.push(Pronoun {
                    person: *person,
                    statement: index,
                    token,
                });
                if !people.contains(person) {
                    people.insert(0, *person);
                }
            }
        }
        about.push(people);
    }
    found
}

/// Whom the statement before, the one it hangs on, or the heading is about.
fn candidates<'a>(
    document: &Document,
    index: usize,
    about: &'a [Vec<usize>],
    headings: &'a [Vec<usize>],
    subject: Option<usize>,
) -> Vec<usize> {
    let statement = &document.statements[index];
    let heading = document.blocks[statement.block].heading;
    let before = index
        .checked_sub(1)
        .filter(|before| document.blocks[document.statements[*before].block].heading == heading);
    if let Some(before) = before {
        let beside = document.statements[before].parent == statement.parent
            || statement.parent == Some(before);
        if beside && !about[before].is_empty() {
            return about[before].clone();
        }
        let hung_on = statement
            .parent
            .map(|parent| &about[parent])
            .filter(|people| !people.is_empty());
        if let Some(people) = hung_on {
            return people.clone();
        }
        // A paragraph about one person goes on about them: "He ...", a sentence without a name, "He ...".
        return Vec::new();
    }
    let titled = heading
        .map(|heading| &headings[heading])
        .filter(|people| !people.is_empty());
    titled
        .cloned()
        .unwrap_or_else(|| subject.into_iter().collect())
}

/// The first "he" or "she" near the beginning of `statement`, with its token in the block.
fn pronoun(document: &Document, statement: &Statement) -> Option<(usize, Gender)> {
    let block = &document.blocks[statement.block];
    let tokens: &[Token] = block.tokens.get(statement.tokens.clone())?;
    tokens
        .iter()
        .take(REACH)
        .enumerate()
        .find_map(|(offset, token)| {
            let word = token.of(&block.text.visible);
            if token.kind != Kind::Word
                || word.len() > 10
                || !word.starts_with(['h', 'H', 's', 'S'])
            {
                return None;
            }
            let mut folded = String::new();
            lexicon::fold(word, &mut folded);
            let gender = match folded.split('\'').next().unwrap_or_default() {
                "he" | "his" | "him" | "himself" => Gender::He,
                "she" | "her" | "hers" | "herself" => Gender::She,
                _ => return None,
            };
            Some((statement.tokens.start + offset, gender))
        })
}
