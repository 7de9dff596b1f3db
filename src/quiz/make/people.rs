//! "Who did this?", and the names of people.

mod deeds;

use super::draft::{Draft, quoted};
use super::options::{ELSEWHERE, Wrong, common, stems};
use super::page::{Member, Page};
use super::reading::Reading;
use super::shape::Shape;
use super::{Maker, Refusal};
use crate::library::folded;
use crate::library::people::Joined;
use crate::notes::phrase::{Phrase, Role};
use crate::quiz::question::{Accepted, Question, Sort};

pub(super) use deeds::{deed, deed_of, other_deeds};

/// Other names that are taken for slips of a typed name, at most.
const RIVALS: usize = 40;

/// All the words by which a person could be told from a prompt.
pub(super) fn name_words(person: &Joined) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for name in std::iter::once(&person.name).chain(&person.aliases) {
        let whole = folded(name);
        words.extend(
            whole
                .split(' ')
                .filter(|word| {
                    word.len() > 3
                        && !matches!(
                            *word,
                            "king"
                                | "queen"
                                | "great"
                                | "pope"
                                | "emperor"
                                | "president"
                                | "general"
                                | "elder"
                                | "younger"
                                | "saint"
                                | "lord"
                                | "lady"
                                | "prince"
                                | "from"
                                | "with"
                                | "line"
                        )
                })
                .flat_map(|word| [word.to_owned(), format!("{word}s")]),
        );
        words.push(whole);
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The name and its aliases as they are typed, the fullest first, and who else there is.
pub(super) fn accepted(maker: &Maker<'_>, at: u32) -> Accepted {
    let person = &maker.library.people()[at as usize];
    let mut answers: Vec<String> = vec![person.name.clone()];
    for alias in &person.aliases {
        let alias = alias.trim_start_matches('#');
        if alias.len() > 1 && !answers.iter().any(|answer| folded(answer) == folded(alias)) {
            answers.push(alias.to_owned());
        }
    }
    let rivals = maker
        .page()
        .cast
        .iter()
        .filter(|other| other.person != at)
        .take(RIVALS)
        .map(|other| maker.library.people()[other.person as usize].name.clone())
        .collect();
    Accepted {
        sort: Sort::Name,
        answers,
        rivals,
    }
}

/// Other people of the note and of notes near by who did not do `deed` by any line of theirs.
pub(super) fn other_people(maker: &Maker<'_>, own: u32, deed: &str) -> Vec<Wrong> {
    let library = maker.library;
    let words = stems(&folded(deed));
    let mut pool: Vec<Wrong> = Vec::new();
    let mut seen: Vec<u32> = vec![own];
    let line: Vec<Member> = std::iter::once(own)
        .chain(maker.deck.named_in(maker.statement()))
        .map(|person| Member::of(library, person))
        .collect();
    let mut take = |page: &Page, extra: u32| {
        for (rank, member) in (0_u32..).zip(&page.cast) {
            let person = member.person;
            if seen.contains(&person) {
                continue;
            }
            seen.push(person);
            let joined = &library.people()[person as usize];
            let in_line = line.iter().any(|other| other.is_same(member));
            let did = page
                .people
                .iter()
                .filter(|(other, _)| *other == person)
                .any(|(_, statement)| common(&words, &page.reading(*statement).stems) > 0.6);
            if !in_line && !did {
                let form = u32::from(
                    joined.name.contains(' ') != library.people()[own as usize].name.contains(' '),
                ) * 3;
                pool.push(Wrong {
                    text: joined.name.clone(),
                    far: extra + rank + form,
                    statement: None,
                });
            }
        }
    };
    take(maker.page(), 0);
    if maker.page().cast.len() < 5 {
        for page in maker.neighbours().take(4) {
            take(page, ELSEWHERE);
        }
    }
    pool
}

/// The reading of the statement, if it can be shown.
fn standing<'p>(maker: &Maker<'p>) -> Result<&'p Reading, Refusal> {
    let reading = maker.page().reading(maker.statement());
    reading.stands()?;
    Ok(reading)
}

pub(super) fn who(maker: &Maker<'_>) -> Result<Question, Refusal> {
    let reading = standing(maker)?;
    let person = maker.candidate.part;
    let joined = &maker.library.people()[person as usize];
    if reading.shape != Shape::Sentence {
        return Err(Refusal::NoSentence);
    }
    let doer = reading.doer.as_ref().filter(|doer| doer.person == person);
    let (asked, deed) = match doer {
        Some(doer) if doer.plain && reading.text.len() - doer.deed <= 160 => {
            let deed = &reading.text[doer.deed..];
            (
                format!("who {deed}, according to the notes?"),
                deed.to_owned(),
            )
        }
        _ => {
            let (_, name) = reading
                .named
                .iter()
                .find(|(other, _)| *other == person)
                .ok_or(Refusal::Inferred)?;
            let (before, after) = (&reading.text[..name.start], &reading.text[name.end..]);
            if after.starts_with('-') || is_part_of_name(before, after) || is_of_noun(after) {
                return Err(Refusal::NothingToAsk);
            }
            (
                format!(
                    "which person is missing in this line of the notes? {}",
                    quoted(&format!("{before}____{after}"))
                ),
                format!("{before} {after}"),
            )
        }
    };
    let place = maker.place(Some(maker.statement()), &name_words(joined))?;
    let prompt = format!("{place}{asked}");
    if super::place::shows(&prompt, &name_words(joined)) {
        return Err(Refusal::ShowsAnswer);
    }
    let pool = other_people(maker, person, &deed);
    maker.choice(
        Draft {
            prompt,
            statement: maker.statement(),
            shown: Vec::new(),
            accepted: Some(accepted(maker, person)),
        },
        &joined.name,
        pool,
    )
}

/// "the ____ ultimatum": the gap would stand before a noun.
pub(super) fn is_of_noun(after: &str) -> bool {
    let phrase = Phrase::of(after);
    let free = Role::FINITE
        | Role::PREPOSITION
        | Role::AND
        | Role::OPENS
        | Role::ADVERB
        | Role::VERB
        | Role::BACK
        | Role::MODAL
        | Role::BE
        | Role::HAVE;
    after.starts_with(' ')
        && phrase.is_word(0)
        && !phrase.is(0, free)
        && !phrase.word(0).ends_with("ed")
        && !phrase.word(0).ends_with("ing")
}

/// "Kennedy ____ Doctrine", "St ____'s": the gap would stand in the name of something else.
fn is_part_of_name(before: &str, after: &str) -> bool {
    let next = after.trim_start_matches(['\'', '’', 's', ' ']);
    let goes_on = (after.starts_with(' ') || after.starts_with("'s ") || after.starts_with("’s "))
        && next.starts_with(char::is_uppercase);
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let begun = before.ends_with(' ')
        && last.starts_with(char::is_uppercase)
        && before.trim_end().contains(' ');
    let title = Phrase::of(last)
        .words
        .first()
        .is_some_and(|word| word.role.intersects(Role::TITLE));
    goes_on || begun && !title
}
