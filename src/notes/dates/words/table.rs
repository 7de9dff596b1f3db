//! The words of dates, and the tables that find them fast.

use super::{Era, Feast, Span, Word};
use crate::notes::when::Season;

/// Which lengths there are in [`TABLE`] for each first letter.
pub(super) static LENGTHS: [u16; 26] = {
    let mut lengths = [0; 26];
    let mut i = 0;
    while i < TABLE.len() {
        let entry = TABLE[i].0.as_bytes();
        lengths[(entry[0] - b'a') as usize] |= 1 << entry.len();
        i += 1;
    }
    // Roman numerals are not in the table.
    lengths[(b'i' - b'a') as usize] |= 0b1111_1100;
    lengths[(b'v' - b'a') as usize] |= 0b1111_1100;
    lengths[(b'x' - b'a') as usize] |= 0b1111_1100;
    lengths
};

/// Each entry of [`TABLE`] as one number, its first letter lowest.
pub(super) static KEYS: [u128; TABLE.len()] = {
    let mut keys = [0; TABLE.len()];
    let mut entry = 0;
    while entry < TABLE.len() {
        let word = TABLE[entry].0.as_bytes();
        let mut at = 0;
        while at < word.len() {
            keys[entry] |= (word[at] as u128) << (8 * at);
            at += 1;
        }
        entry += 1;
    }
    keys
};

/// Where the words of each letter start in [`TABLE`], and where the last of them end.
pub(super) static STARTS: [u8; 27] = {
    let mut starts = [0; 27];
    let mut entry = 0;
    while entry < TABLE.len() {
        let mut letter = (TABLE[entry].0.as_bytes()[0] - b'a') as usize + 1;
        while letter < 27 {
            starts[letter] = entry as u8 + 1;
            letter += 1;
        }
        entry += 1;
    }
    starts
};

/// In the order of the alphabet.
pub(super) static TABLE: &[(&str, Word)] = &[
    ("a", Word::Letter(b'a')),
    ("about", Word::About),
    ("ad", Word::Era(Era::After)),
    ("after", Word::By),
    ("afterward", Word::Later),
    ("afterwards", Word::Later),
    ("ago", Word::Earlier),
    ("an", Word::A),
    ("and", Word::And),
    ("approx", Word::About),
    ("approximately", Word::About),
    ("apr", Word::Month(4, true)),
    ("april", Word::Month(4, false)),
    ("around", Word::About),
    ("aug", Word::Month(8, true)),
    ("august", Word::Month(8, false)),
    ("autumn", Word::Season(Season::Autumn)),
    ("b", Word::Letter(b'b')),
    ("bc", Word::Era(Era::Before)),
    ("bce", Word::Era(Era::Before)),
    ("before", Word::By),
    ("beginning", Word::Edge),
    ("between", Word::Between),
    ("by", Word::By),
    ("c", Word::Letter(b'c')),
    ("ca", Word::Circa),
    ("ce", Word::Era(Era::After)),
    ("centuries", Word::Span(Span::Century, true)),
    ("century", Word::Span(Span::Century, false)),
    ("christmas", Word::Feast(Feast::Christmas)),
    ("circa", Word::Circa),
    ("close", Word::Edge),
    ("d", Word::Letter(b'd')),
    ("dawn", Word::Edge),
    ("day", Word::Span(Span::Day, false)),
    ("days", Word::Span(Span::Day, true)),
    ("dec", Word::Month(12, true)),
    ("decade", Word::Span(Span::Decade, false)),
    ("decades", Word::Span(Span::Decade, true)),
    ("december", Word::Month(12, false)),
    ("during", Word::In),
    ("e", Word::Letter(b'e')),
    ("earlier", Word::Earlier),
    ("early", Word::Part),
    ("eight", Word::Cardinal(8)),
    ("eighteen", Word::Cardinal(18)),
    ("eighteenth", Word::Ordinal(18)),
    ("eighth", Word::Ordinal(8)),
    ("eighties", Word::Decade(80)),
    ("eighty", Word::Cardinal(80)),
    ("eleven", Word::Cardinal(11)),
    ("eleventh", Word::Ordinal(11)),
    ("end", Word::Edge),
    ("eve", Word::Eve),
    ("fall", Word::Season(Season::Autumn)),
    ("feb", Word::Month(2, true)),
    ("february", Word::Month(2, false)),
    ("fifteen", Word::Cardinal(15)),
    ("fifteenth", Word::Ordinal(15)),
    ("fifth", Word::Ordinal(5)),
    ("fifties", Word::Decade(50)),
    ("fifty", Word::Cardinal(50)),
    ("first", Word::Ordinal(1)),
    ("five", Word::Cardinal(5)),
    ("following", Word::Next),
    ("forties", Word::Decade(40)),
    ("forty", Word::Cardinal(40)),
    ("four", Word::Cardinal(4)),
    ("fourteen", Word::Cardinal(14)),
    ("fourteenth", Word::Ordinal(14)),
    ("fourth", Word::Ordinal(4)),
    ("friday", Word::Weekday),
    ("from", Word::From),
    ("half", Word::Edge),
    ("hour", Word::Span(Span::Moment, false)),
    ("hours", Word::Span(Span::Moment, true)),
    ("ides", Word::Feast(Feast::Ides)),
    ("in", Word::In),
    ("jan", Word::Month(1, true)),
    ("january", Word::Month(1, false)),
    ("jul", Word::Month(7, true)),
    ("july", Word::Month(7, false)),
    ("jun", Word::Month(6, true)),
    ("june", Word::Month(6, false)),
    ("last", Word::Previous),
    ("late", Word::Part),
    ("later", Word::Later),
    ("latter", Word::Part),
    ("mar", Word::Month(3, true)),
    ("march", Word::Month(3, false)),
    ("may", Word::Month(5, false)),
    ("mid", Word::Mid),
    ("middle", Word::Mid),
    ("minute", Word::Span(Span::Moment, false)),
    ("minutes", Word::Span(Span::Moment, true)),
    ("monday", Word::Weekday),
    ("month", Word::Span(Span::Month, false)),
    ("months", Word::Span(Span::Month, true)),
    ("nd", Word::Suffix),
    ("next", Word::Next),
    ("nine", Word::Cardinal(9)),
    ("nineteen", Word::Cardinal(19)),
    ("nineteenth", Word::Ordinal(19)),
    ("nineties", Word::Decade(90)),
    ("ninety", Word::Cardinal(90)),
    ("ninth", Word::Ordinal(9)),
    ("nov", Word::Month(11, true)),
    ("november", Word::Month(11, false)),
    ("now", Word::Now),
    ("oct", Word::Month(10, true)),
    ("october", Word::Month(10, false)),
    ("of", Word::Of),
    ("on", Word::In),
    ("one", Word::Cardinal(1)),
    ("onset", Word::Edge),
    ("onward", Word::Onwards),
    ("onwards", Word::Onwards),
    ("or", Word::And),
    ("part", Word::Edge),
    ("past", Word::Previous),
    ("preceding", Word::Previous),
    ("present", Word::Now),
    ("previous", Word::Previous),
    ("previously", Word::Earlier),
    ("rd", Word::Suffix),
    ("rest", Word::Edge),
    ("roughly", Word::About),
    ("s", Word::Plural),
    ("same", Word::Same),
    ("saturday", Word::Weekday),
    ("second", Word::Ordinal(2)),
    ("sep", Word::Month(9, true)),
    ("sept", Word::Month(9, true)),
    ("september", Word::Month(9, false)),
    ("seven", Word::Cardinal(7)),
    ("seventeen", Word::Cardinal(17)),
    ("seventeenth", Word::Ordinal(17)),
    ("seventh", Word::Ordinal(7)),
    ("seventies", Word::Decade(70)),
    ("seventy", Word::Cardinal(70)),
    ("since", Word::In),
    ("six", Word::Cardinal(6)),
    ("sixteen", Word::Cardinal(16)),
    ("sixteenth", Word::Ordinal(16)),
    ("sixth", Word::Ordinal(6)),
    ("sixties", Word::Decade(60)),
    ("sixty", Word::Cardinal(60)),
    ("spring", Word::Season(Season::Spring)),
    ("st", Word::Suffix),
    ("start", Word::Edge),
    ("summer", Word::Season(Season::Summer)),
    ("sunday", Word::Weekday),
    ("ten", Word::Cardinal(10)),
    ("tenth", Word::Ordinal(10)),
    ("th", Word::Suffix),
    ("that", Word::That),
    ("the", Word::The),
    ("third", Word::Ordinal(3)),
    ("thirteen", Word::Cardinal(13)),
    ("thirteenth", Word::Ordinal(13)),
    ("thirties", Word::Decade(30)),
    ("thirtieth", Word::Ordinal(30)),
    ("thirty", Word::Cardinal(30)),
    ("this", Word::This),
    ("three", Word::Cardinal(3)),
    ("through", Word::To),
    ("throughout", Word::In),
    ("thursday", Word::Weekday),
    ("till", Word::To),
    ("to", Word::To),
    ("today", Word::Now),
    ("tuesday", Word::Weekday),
    ("turn", Word::Edge),
    ("twelfth", Word::Ordinal(12)),
    ("twelve", Word::Cardinal(12)),
    ("twenties", Word::Decade(20)),
    ("twentieth", Word::Ordinal(20)),
    ("twenty", Word::Cardinal(20)),
    ("two", Word::Cardinal(2)),
    ("until", Word::To),
    ("wednesday", Word::Weekday),
    ("week", Word::Span(Span::Week, false)),
    ("weeks", Word::Span(Span::Week, true)),
    ("winter", Word::Season(Season::Winter)),
    ("year", Word::Span(Span::Year, false)),
    ("years", Word::Span(Span::Year, true)),
];

#[cfg(test)]
mod tests {
    use super::super::LONGEST;
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.is_sorted_by(|one, other| one.0 < other.0));
        assert!(TABLE.iter().all(|(word, _)| word.len() <= LONGEST));
        assert!(TABLE.len() < 256, "an entry's place fits a byte");
    }
}
