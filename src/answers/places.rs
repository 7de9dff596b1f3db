//! Where an answer stands in the notes: `Cuban Missile Crisis, What Happened, 27 October, lines 98 to 102`.

use super::words;
use crate::library::{Library, folded};

/// Places in the source.
const PLACES: usize = 5;
/// Characters of a place, without its lines.
const LETTERS: usize = 160;
/// Runs of lines that are told one by one.
const RUNS: usize = 6;

/// Statements of one note with the headings over all of them, outermost first.
struct Place {
    note: u32,
    headings: Vec<u32>,
    lines: Vec<(u32, u32)>,
}

/// Where `statements` stand: one place for each section, or for each note where there are more than two sections of it.
pub(super) fn places(library: &Library, statements: &[u32]) -> Vec<String> {
    let mut sections: Vec<Place> = Vec::new();
    for statement in statements {
        let it = library.statement(*statement);
        let mut headings: Vec<u32> = library.headings_over(*statement).collect();
        headings.reverse();
        match sections
            .iter_mut()
            .find(|place| (place.note, &place.headings) == (it.note, &headings))
        {
            Some(place) => place.lines.push(it.lines),
            None => sections.push(Place {
                note: it.note,
                headings,
                lines: vec![it.lines],
            }),
        }
    }
    let sections = joined(sections);
    let n_more = sections.len().saturating_sub(PLACES);
    let shown = if n_more > 1 { PLACES } else { PLACES + 1 };
    let mut places: Vec<String> = sections
        .into_iter()
        .take(shown)
        .map(|place| {
            let path = path(library, place.note, place.headings.last().copied());
            format!("{}, {}", words::clipped(&path, LETTERS), lines(place.lines))
        })
        .collect();
    if n_more > 1 {
        places.push(format!("and {n_more} more notes"));
    }
    places
}

/// Sections of one note as one place under the headings that they share, where there are more than two.
fn joined(sections: Vec<Place>) -> Vec<Place> {
    let n_of = |note: u32| sections.iter().filter(|place| place.note == note).count();
    let many: Vec<bool> = sections.iter().map(|place| n_of(place.note) > 2).collect();
    let mut places: Vec<Place> = Vec::new();
    for (section, many) in sections.into_iter().zip(many) {
        match places
            .iter_mut()
            .find(|place| many && place.note == section.note)
        {
            Some(place) => {
                let same = place
                    .headings
                    .iter()
                    .zip(&section.headings)
                    .take_while(|(a, b)| a == b);
                let n_same = same.count();
                place.headings.truncate(n_same);
                place.lines.extend(section.lines);
            }
            None => places.push(section),
        }
    }
    places
}

/// `line 98`, `lines 9 to 11`, `lines 2, 6 and 9 to 11`; of many runs, from the first line to the last.
fn lines(mut lines: Vec<(u32, u32)>) -> String {
    lines.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (first, last) in lines {
        match runs.last_mut() {
            // A blank line between two bullets does not part them.
            Some(run) if first <= run.1 + 2 => run.1 = run.1.max(last),
            _ => runs.push((first, last)),
        }
    }
    let told = |(first, last): &(u32, u32)| match first == last {
        true => first.to_string(),
        false => format!("{first} to {last}"),
    };
    match runs.as_slice() {
        [] => String::new(),
        [(first, last)] => words::lines(*first, *last),
        [rest @ .., last] if runs.len() <= RUNS => {
            let rest: Vec<String> = rest.iter().map(told).collect();
            format!("lines {} and {}", rest.join(", "), told(last))
        }
        [first, .., last] => words::lines(first.0, last.1),
    }
}

/// `Cuban Missile Crisis, What Happened, 27 October`.
pub(super) fn path(library: &Library, note: u32, heading: Option<u32>) -> String {
    let title = &library.note(note).title;
    let mut parts: Vec<&str> = std::iter::successors(heading, |at| library.heading(*at).parent)
        .filter(|at| !library.heading(*at).metadata)
        .map(|at| &*library.heading(at).text)
        .filter(|text| !text.is_empty() && folded(text) != folded(title))
        .collect();
    parts.push(title);
    parts.reverse();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_in_runs() {
        for (given, told) in [
            (vec![(7, 7)], "line 7"),
            (vec![(9, 9), (11, 11), (10, 10)], "lines 9 to 11"),
            (vec![(98, 98), (100, 102)], "lines 98 to 102"),
            (vec![(2, 2), (6, 6), (9, 11)], "lines 2, 6 and 9 to 11"),
            ((0..9).map(|n| (n * 10, n * 10)).collect(), "lines 0 to 80"),
        ] {
            assert_eq!(lines(given), told);
        }
    }
}
