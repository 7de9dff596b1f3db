//! What stands around a question: the place that its prompt names, the explanation, the source.

use super::options::holds;
use super::{Maker, Refusal};
use crate::library::{Heading, folded};
use crate::notes::markdown::BlockKind;
use crate::notes::phrase::Phrase;
use crate::quiz::question::Source;

/// Headings that say nothing of their section by themselves.
const GENERIC: &str = "about,after,aftermath,afterwards,background,basics,before,biography,cards,cause,causes,characters,chronology, \
     conclusion,consequences,content,contents,context,dates,definitions,details,discoveries,earlier,effect,effects, \
     events,facts,flashcards,fun facts,general,glossary,history,impact,impacts,important dates,in brevi,in brief, \
     in long,in longum,in short,info,information,intro,introduction,key dates,key events,key facts,key figures, \
     key people,key points,key terms,keywords,later,legacy,life,ludibunda vera,main,main points,misc,next,notes, \
     now,origins,other,outcome,outline,overview,people,plot,points,questions,quick facts,quotes,reasons,results, \
     review,setting,significance,summary,terms,the causes,the effects,the end,themes,then,timeline,today,topics, \
     vita et familia,vocabulary,war,what happened,who,who wanted what,why,words,words to know";

const LONGEST: usize = 70;

impl Maker<'_> {
    /// "Cuban Missile Crisis, The Cuban Revolution: ", without what would show one of `answers` (folded words).
    pub(super) fn place(
        &self,
        statement: Option<u32>,
        answers: &[String],
    ) -> Result<String, Refusal> {
        let note = self.library.note(self.candidate.note);
        let title = without_brackets(&note.title);
        let mut parts: Vec<String> = Vec::new();
        if !title.is_empty() && title.chars().count() <= LONGEST && !shows(&title, answers) {
            parts.push(title.clone());
        }
        let heading = statement
            .into_iter()
            .flat_map(|statement| self.library.headings_over(statement))
            .find_map(|at| self.page().heading(at));
        if let Some(heading) = heading {
            let (own, above) = (folded(heading), folded(&title));
            let new = !above.contains(&own) && !own.contains(&above);
            if new && heading.chars().count() <= LONGEST && !shows(heading, answers) {
                parts.push(heading.to_owned());
            } else if !new && parts.is_empty() {
                return Err(Refusal::ShowsAnswer);
            }
        }
        if parts.is_empty() {
            return Err(Refusal::ShowsAnswer);
        }
        Ok(format!("{}: ", parts.join(", ")))
    }

    /// A statement with what stands around it: its lead-in or the sentence before, and its date where a heading gives it.
    pub(super) fn explanation(&self, statement: u32) -> (String, Vec<u32>) {
        let own = self.library.statement(statement);
        let mut shown = vec![statement];
        let mut words = String::new();
        if let Some(parent) = own.parent {
            let above = self.library.statement(parent);
            if above.text.chars().count() < 300 {
                words.push_str(above.text.trim_end_matches([':', '.', ' ']));
                words.push_str(": ");
                shown.push(parent);
            }
        } else if let Some(before) = self.sentence_before(statement) {
            words.push_str(&self.library.statement(before).text);
            words.push(' ');
            shown.push(before);
        }
        let mut events = self.library.events_of(statement);
        if let (Some(event), None) = (events.next(), events.next())
            && words.is_empty()
            && self
                .deck
                .page(self.library, own.note)
                .reading(statement)
                .said_dates()
                .next()
                .is_none()
        {
            words.push_str(&event.when.words());
            words.push_str(": ");
        }
        words.push_str(&own.text.replace(" | ", " · "));
        let mut cut: String = words.chars().take(900).collect();
        if cut.len() < words.len() {
            cut.push('…');
        }
        (cut, shown)
    }

    /// The sentence before, in the same paragraph.
    fn sentence_before(&self, statement: u32) -> Option<u32> {
        let before = statement.checked_sub(1)?;
        let (one, own) = (
            self.library.statement(before),
            self.library.statement(statement),
        );
        let same = one.note == own.note
            && one.heading == own.heading
            && one.kind == own.kind
            && matches!(own.kind, BlockKind::Paragraph | BlockKind::Item)
            && one.lines.1 >= own.lines.0
            && one.text.chars().count() < 300;
        same.then_some(before)
    }

    /// Where a statement stands.
    pub(super) fn source(&self, statement: u32) -> Source {
        let own = self.library.statement(statement);
        let note = self.library.note(own.note);
        let mut headings: Vec<String> = self
            .library
            .headings_over(statement)
            .map(|heading| self.library.heading(heading).text.to_string())
            .collect();
        headings.reverse();
        Source {
            path: note.path.clone(),
            title: note.title.clone(),
            line: own.lines.0,
            headings,
        }
    }
}

/// A heading as a prompt names it, where it says what its section is about.
pub(super) fn named(heading: &Heading) -> Option<String> {
    (!heading.housekeeping && tells(&heading.text)).then(|| without_brackets(&heading.text))
}

/// Whether a heading says what its section is about.
fn tells(heading: &str) -> bool {
    let words = folded(heading);
    let bare = words.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    bare.len() > 2
        && !GENERIC.split(',').any(|word| word.trim() == bare)
        && Phrase::of(heading).dates.is_empty()
        && !heading.contains('?')
        && !bare.starts_with("causes")
        && !bare.starts_with("consequences")
        && !bare.starts_with("why ")
        && !bare.starts_with("how ")
        && !bare.starts_with("what ")
}

/// Whether `text` has one of `answers` among its words.
pub(super) fn shows(text: &str, answers: &[String]) -> bool {
    let words = folded(text);
    answers
        .iter()
        .any(|answer| !answer.is_empty() && holds(&words, answer))
}

/// `text` without brackets that hold a number: dates, as a rule.
fn without_brackets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(['(', '[']) {
        let (inside, tail) = after.split_once([')', ']']).unwrap_or((after, ""));
        kept.push_str(before);
        if !inside.contains(|letter: char| letter.is_ascii_digit()) {
            kept.push_str(&rest[before.len()..rest.len() - tail.len()]);
        }
        rest = tail;
    }
    kept.push_str(rest);
    let tag = |word: &&str| !(word.starts_with('#') && word.len() > 1);
    let words: Vec<&str> = kept.split_whitespace().filter(tag).collect();
    words
        .join(" ")
        .trim_end_matches([':', ',', '.', ' ', '-'])
        .to_owned()
}
