//! `[[Vladimir Lenin|Lenin]]`: the target is the name in full.

use super::{Note, call};
use crate::notes::facts::Person;
use crate::notes::markdown::{Link, MarkKind};
use crate::notes::people::join::NO_LIST;
use crate::notes::people::lexicon::{self, Is};

/// Letters of a nickname, at most.
const LONGEST: usize = 30;

/// Names people in full where a link does.
pub(super) fn add(note: &Note<'_>, people: &mut [Person]) {
    if note.document.links.is_empty() {
        return;
    }
    for (index, block) in note.document.blocks.iter().enumerate() {
        for mark in &block.marks {
            let MarkKind::Wikilink(link) = mark.kind else {
                continue;
            };
            let at = note
                .spots
                .partition_point(|spot| (spot.block, spot.bytes.start) < (index, mark.range.start));
            let linked = |at: &usize| {
                note.spots
                    .get(*at)
                    .is_some_and(|spot| spot.block == index && spot.bytes == mark.range)
            };
            let link = note.document.links.get(link);
            let names_somebody = note.spots.get(at).is_some_and(|spot| {
                spot.block == index
                    && spot.bytes.start < mark.range.end
                    && note.people.owners[at] != NO_LIST
            });
            let part = note.spots.get(at).filter(|spot| {
                spot.block == index
                    && spot.linked
                    && spot.bytes.start == mark.range.start
                    && spot.bytes.end < mark.range.end
            });
            if part.is_some()
                && let Some(person) = people.get_mut(note.people.owners[at] as usize)
            {
                let shown = mark.range.start as usize..mark.range.end as usize;
                call::add_alias(person, &block.text.visible[shown]);
                if let Some(link) = link {
                    call::add_alias(
                        person,
                        link.target.rsplit('/').next().unwrap_or_default().trim(),
                    );
                }
            }
            if !names_somebody {
                let shown = mark.range.start as usize..mark.range.end as usize;
                nickname(people, link, &block.text.visible[shown]);
            }
            if let (Some(at), Some(link)) = (Some(at).filter(linked), link)
                && let Some(person) = people.get_mut(note.people.owners[at] as usize)
            {
                let target = link.target.rsplit('/').next().unwrap_or_default().trim();
                let linked = note.spots[at].linked && target != person.name;
                if is_fuller(note, at, target, &person.name)
                    || linked && n_words(target) == n_words(&person.name)
                {
                    call::rename(person, target);
                } else if linked {
                    call::add_alias(person, target);
                }
            }
        }
    }
}

/// `[[Maximilien Robespierre|The Incorruptible]]`: what no spot names is another name of whom the target names.
fn nickname(people: &mut [Person], link: Option<&Link>, shown: &str) {
    let named = shown.len() <= LONGEST
        && shown
            .split(' ')
            .next_back()
            .is_some_and(|last| last.starts_with(char::is_uppercase));
    let Some(link) = link.filter(|_| named) else {
        return;
    };
    let target = link.target.rsplit('/').next().unwrap_or_default().trim();
    let Some((_, surname)) = target.rsplit_once(' ') else {
        return;
    };
    let at = people
        .iter()
        .position(|person| person.name == target)
        .or_else(|| people.iter().position(|person| person.name == surname));
    if let Some(at) = at {
        call::add_alias(&mut people[at], shown);
    }
}

fn n_words(name: &str) -> usize {
    name.split(' ').count()
}

/// Whether the target of a link is a fuller name than `name` for whom spot `at` names.
fn is_fuller(note: &Note<'_>, at: usize, target: &str, name: &str) -> bool {
    let words: Vec<&str> = target.split(' ').collect();
    if words.len() < 2 || words.len() > 5 || words.len() <= name.split(' ').count() {
        return false;
    }
    let named = words
        .iter()
        .all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3);
    let mut folded = String::new();
    lexicon::fold(target, &mut folded);
    let own = note.names.words(note.spots[at].key);
    let shares = folded
        .split(' ')
        .any(|word| own.iter().any(|own| note.names.text(*own) == word));
    let last = folded.rsplit(' ').next().unwrap_or_default();
    named && shares && !lexicon::look_up(last).contains(Is::THING)
}
