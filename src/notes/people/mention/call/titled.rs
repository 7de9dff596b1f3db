//! Names with their titles, and whose they are: "Cardinal Wolsey", "viceroy Abascal", "Lady Eden".

use super::{add_alias, add_unless_alike};
use crate::notes::facts::Person;
use crate::notes::people::cluster::Cluster;
use crate::notes::people::folded::Folded;
use crate::notes::people::join::{is_peerage, place_of_peer};
use crate::notes::people::lexicon::Is;
use crate::notes::people::mention::Note;
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{Words, words};

/// Adds names with their titles: "Cardinal Wolsey" beside Thomas Wolsey, "Archbishop Oscar Romero".
pub(super) fn add_titled<'n>(
    note: &Note<'_>,
    called: &mut Person,
    mut spots: impl Iterator<Item = &'n Spot> + Clone,
) {
    let text = |block: usize| &note.document.blocks[block].text.visible;
    let mut before = (Folded::NONE, Folded::NONE, Folded::NONE);
    let mut last: Option<&Spot> = None;
    for spot in spots.clone() {
        let full = last.replace(spot).filter(|full| full.words > 1);
        if !spot.tail.is_none()
            && let Some(peerage) = peerage(note, spot)
        {
            add_alias(called, peerage);
        }
        if spot.title_word.is_none() {
            continue;
        }
        let own = (spot.title_word, spot.key, spot.tail);
        if is_peerage(note.names, spot) {
            // "Robert Carr, 1st Earl of Somerset"
            let text = text(spot.block);
            if let Some(start) = counted(&text[..spot.bytes.start as usize]) {
                add_alias(called, &text[start..spot.bytes.end as usize]);
            }
            // "Robert Carr, Earl of Somerset"
            let full = full.filter(|full| {
                let between = full.bytes.end as usize..spot.bytes.start as usize;
                full.block == spot.block && text.get(between) == Some(", ")
            });
            if let Some(full) = full {
                add_alias(
                    called,
                    &text[full.bytes.start as usize..spot.bytes.end as usize],
                );
            }
        } else if spot.words == 1 && !spot.shouted && own != before {
            before = own;
            add_alias(
                called,
                &text(spot.block)[spot.start() as usize..spot.bytes.end as usize],
            );
        }
    }
    if let Some(titled) = spots
        .clone()
        .next()
        .and_then(|first| small_titled(note, first))
    {
        add_unless_alike(called, titled);
    }
    let titled = spots.find(|spot| spot.words > 1 && spot.start() < spot.bytes.start);
    if let Some(spot) = titled {
        let titled = &text(spot.block)[spot.start() as usize..spot.bytes.end as usize];
        // "Sir Henry Lisle the younger" is Sir Henry Lisle.
        let generations = ["younger", "elder"].iter();
        let bare = generations.filter_map(|end| titled.strip_suffix(end)?.strip_suffix(" the "));
        for bare in bare {
            add_alias(called, bare);
        }
        add_alias(called, titled);
    }
}

/// Titles that are told with a name in small letters too.
const SMALL_TITLES: Words = words!(
    "admiral ambassador archbishop archon baron bishop cacique caliph captain cardinal chancellor colonel commander commissar \
     consul corporal count emir emperor empress general governor judge king lady legate lieutenant lord marshal minister pharaoh pope \
     prefect premier president prince princess professor queen regent satrap secretary senator sergeant shah sheriff shogun \
     sultan tribune tsar tsarina viceroy"
);

/// A name of one word, or a ruler's, with the title in small letters right before it: `viceroy Abascal`, `pope Gregory IX`.
fn small_titled<'n>(note: &Note<'n>, spot: &Spot) -> Option<&'n str> {
    let before = spot.tokens.start.checked_sub(1)?;
    let key = note.keys.of_block(spot.block).get(before)?;
    if !SMALL_TITLES.contains(*key) || spot.words > 1 || spot.title.is_some() {
        return None;
    }
    let block = &note.document.blocks[spot.block];
    let (title, text) = (&block.tokens[before], &block.text.visible);
    // No "ex-king".
    let apart = title.spaced || !text[..title.start as usize].ends_with(['-', '\'', '’']);
    let is_title = apart && !title.capital && title.end + 1 == spot.bytes.start;
    is_title.then(|| &text[title.start as usize..spot.bytes.end as usize])
}

/// The peerage behind a given name, where nobody else of the note has one of that place: the Duke of York of `James, Duke of York`.
fn peerage<'n>(note: &Note<'n>, spot: &Spot) -> Option<&'n str> {
    let place = place_of_peer(note.names.text(spot.tail))?;
    let text = &note.document.blocks[spot.block].text.visible;
    let whole = text.get(spot.bytes.start as usize..spot.bytes.end as usize)?;
    let (_, own) = whole.split_once(", ")?;
    let is_others = |other: &Cluster| {
        other.key != spot.key && place_of_peer(note.names.text(other.tail)) == Some(place)
    };
    let mut others = note.people.clusters.iter().take(MOST);
    (!others.any(is_others)).then_some(own)
}

/// Where the `1st ` begins that ends a text.
fn counted(before: &str) -> Option<usize> {
    let number = before.strip_suffix(' ')?;
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| number.strip_suffix(end))?;
    let start = digits
        .trim_end_matches(|digit: char| digit.is_ascii_digit())
        .len();
    (start < digits.len()).then_some(start)
}

/// People of a note among whom a wife's husband is looked for.
const MOST: usize = 1024;

/// Whether a spot names a wife by her husband's name, which alone is his: "Lady Eden" is not Eden.
pub(super) fn is_only_titled(note: &Note<'_>, person: usize, spot: &Spot) -> bool {
    let is_titled = spot.words == 1 && spot.start() < spot.bytes.start;
    if !is_titled || !note.people.clusters[person].wife {
        return false;
    }
    let mut others = note.people.clusters.iter().enumerate().take(MOST);
    !note.names.known(spot.key).is.intersects(Is::GIVEN)
        && others.any(|(at, other)| at != person && note.names.last(other.key) == spot.key)
}
