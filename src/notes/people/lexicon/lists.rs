//! The lists of words, and what each says of its words.

use super::{Cue, Is};

/// The people whom one word names.
pub(in crate::notes::people) const KNOWN: [&str; 2] = [
    include_str!("../lists/known.txt"),
    include_str!("../lists/known_together.txt"),
];

/// The files, and what their words are.
pub(super) const LISTS: [(Is, &str); 19] = [
    (Is::HE, include_str!("../lists/given_men.txt")),
    (Is::SHE, include_str!("../lists/given_women.txt")),
    (Is::KNOWN, KNOWN[0]),
    (Is::KNOWN, KNOWN[1]),
    (Is::SURNAME, include_str!("../lists/surnames.txt")),
    (Is::FAMILY, include_str!("../lists/families.txt")),
    (Is::PLACE, include_str!("../lists/places.txt")),
    (Is::PEOPLE, include_str!("../lists/peoples.txt")),
    (Is::GROUP, include_str!("../lists/groups.txt")),
    (Is::THING, include_str!("../lists/things.txt")),
    (Is::TITLE, include_str!("../lists/titles.txt")),
    (Is::ROLE, include_str!("../lists/roles.txt")),
    (Is::FUNCTION, include_str!("../lists/function_words.txt")),
    (Is::WORD, include_str!("../lists/words.txt")),
    (Is::ACT, include_str!("../lists/acts.txt")),
    (Is::HUMAN, include_str!("../lists/human_acts.txt")),
    (Is::FATE, include_str!("../lists/fates.txt")),
    (Is::BELONGING, include_str!("../lists/belongings.txt")),
    (Is::EPITHET, include_str!("../lists/epithets.txt")),
];

/// The files, and what their words do beside a name.
pub(super) const CUES: [(Cue, &str); 27] = [
    (Cue::PEER, include_str!("../lists/peers.txt")),
    (Cue::WEAK, include_str!("../lists/weak_titles.txt")),
    (Cue::REGAL, include_str!("../lists/regal_titles.txt")),
    (Cue::MAN, include_str!("../lists/titles_of_men.txt")),
    (Cue::WOMAN, include_str!("../lists/titles_of_women.txt")),
    (Cue::BEHIND, include_str!("../lists/titles_behind.txt")),
    (Cue::WIFE, include_str!("../lists/titles_of_wives.txt")),
    (
        Cue::OPENS_THING,
        include_str!("../lists/openers_of_things.txt"),
    ),
    (Cue::EPONYM, include_str!("../lists/eponyms.txt")),
    (Cue::CALLED_AFTER, include_str!("../lists/called_after.txt")),
    (
        Cue::TAKES_PLACES,
        include_str!("../lists/takers_of_places.txt"),
    ),
    (Cue::REGNAL, include_str!("../lists/regnal_names.txt")),
    (
        Cue::ABBREVIATION,
        include_str!("../lists/abbreviations.txt"),
    ),
    (Cue::PARTICLE, include_str!("../lists/particles.txt")),
    (
        Cue::CAPITAL_PARTICLE,
        include_str!("../lists/capital_particles.txt"),
    ),
    (Cue::AUXILIARY, include_str!("../lists/auxiliaries.txt")),
    (Cue::SOMEBODYS, include_str!("../lists/somebodys.txt")),
    (Cue::SOMEWHERES, include_str!("../lists/somewheres.txt")),
    (Cue::BEARER, include_str!("../lists/bearers_of_names.txt")),
    (Cue::ARTICLE, include_str!("../lists/articles.txt")),
    (Cue::WHERE, include_str!("../lists/whereabouts.txt")),
    (Cue::HER, include_str!("../lists/women.txt")),
    (Cue::DONE_BY, include_str!("../lists/done_by_people.txt")),
    (Cue::DONE_TO, include_str!("../lists/done_to_people.txt")),
    (Cue::LED, include_str!("../lists/led.txt")),
    (
        Cue::HAPPENS_TO,
        include_str!("../lists/happens_to_people.txt"),
    ),
    (Cue::HAD_BY, include_str!("../lists/had_by_people.txt")),
];

/// The next word of a list from byte `at` on, and where it ends. A list opens with a line that says what it is.
pub(in crate::notes::people) const fn next_word(
    list: &'static str,
    at: usize,
) -> Option<(&'static str, usize)> {
    let mut rest = list.as_bytes().split_at(at).1;
    let mut is_over = at > 0;
    while let [byte, after @ ..] = rest
        && (!is_over || *byte <= b' ')
    {
        is_over |= *byte == b'\n';
        rest = after;
    }
    let start = list.len() - rest.len();
    while let [one, two, after @ ..] = rest
        && *one > b' '
        && *two > b' '
    {
        rest = after;
    }
    while let [byte, after @ ..] = rest
        && *byte > b' '
    {
        rest = after;
    }
    let end = list.len() - rest.len();
    if start == end {
        return None;
    }
    Some((list.split_at(end).0.split_at(start).1, end))
}

/// The words of a list.
#[cfg(test)]
pub(super) fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (word, next) = next_word(list, at)?;
        at = next;
        Some(word)
    })
}

/// All lists, with what their words are or do.
#[cfg(test)]
pub(super) fn named() -> impl Iterator<Item = (String, &'static str)> {
    let lists = LISTS.map(|(is, list)| (format!("{is:?}"), list));
    let cues = CUES.map(|(cue, list)| (format!("{cue:?}"), list));
    lists.into_iter().chain(cues)
}
