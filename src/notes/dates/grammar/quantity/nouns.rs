//! The words that tell a count from a year: labels, units, and what notes count.

use crate::notes::word_key::{WordTable, key, next_key};

/// A list of words.
type Nouns = WordTable<bool, 512, 256>;

const fn list(words: &str) -> Nouns {
    let mut list = Nouns::empty(false);
    let mut at = 0;
    while let Some((key, next)) = next_key(words, at) {
        list.put_key(key, true);
        at = next;
    }
    list
}

/// Whether a list of words holds `word`, whatever its capitals.
#[inline]
pub(super) fn holds(list: &Nouns, word: &str) -> bool {
    list.get(key(word.as_bytes()))
}

/// Before a number they make it a label or a count: "page 1450", "almost 2000".
pub(super) static LABELS: Nouns = list(
    "additional alarm all almost another apartment article asteroid batch box bus catalogue chapter code codon cost \
     costing costs depth each error every exactly exercise experiment extra figure flight form further gene \
     height highway hymn isbn item just least line lines lot merely model nearly ngc number numbered \
     numbering only op opus other over p page pages participant patient per pg pgs port pp problem protein psalm \
     psalms question residue resolution rm room roughly route sample section serial some source specimen step \
     strain subject suite table task than these those totaling totalling under verse volume weighing windows \
     worth",
);

/// People and things that notes count.
pub(super) static COUNTED: Nouns = list(
    "advisers advisors agents aircraft archers atoms banks bombers bombs books bullets cars cases casualties \
     cattle cavalry cells children christians churches cities citizens civilians clergy colonists companies \
     countries dead deaths delegates demonstrators doctors dots elephants emigrants employees examples exiles \
     factories families fans fighters firms followers galaxies genera genes guests guns horses households \
     houses immigrants infantry inhabitants islands items jews jobs knights legionaries legions letters lives \
     lorries marines members men migrants missiles monks muslims names nazis nobles nuns nurses officers passengers \
     patients peasants people pieces planes poems police policemen priests prisoners protesters protestors \
     rebels refugees rockets sailors schools settlers shares sheep ships slaves soldiers sources species \
     spectators spies stars students survivors tanks teachers technicians towns trains tribes troops trucks \
     vessels victims villages volunteers voters warheads women workers works wounded",
);

/// Units of measure, and what is counted in whatever sentence it stands; see [`is_unit`](super::is_unit) for two more.
pub(super) static UNITS: Nouns = list(
    "acres au barrels billion bp cal calories characters cm copies degrees denarii dollars dozen dpi ducats \
     euros ev feet florins foot francs ft g gallons gb gw hectares hundred hz inches j joules k kb kcal kev \
     kg khz kilometer kilometers kilometre kilometres kj km knots kpa kw kwh l lb lbs lines liters litres \
     livres lux ly m marks mb meter meters metre metres mev mg mhz mi mile miles million ml mm mol mph mw ng \
     nm pa pages pc pence per percent points pounds ppm px roubles rpm rubles seats sesterces shillings steps \
     strong talents tb thousand times ton tonne tonnes tons v volts votes w watts words yards",
);

/// Things that are named by their year, without their `s`: "the 1800 elections".
pub(super) static EVENTS: Nouns = list(
    "accord act campaign crise election event game law negotiation olympic protest purge rebellion reform \
     revolt revolution riot strike talk treatie uprising war",
);

/// Third persons that follow a year in notes: "1900 sees".
pub(super) static VERBS: Nouns = list(
    "abdicates becomes begins brings defects dies discovers does ends founds has invades invents leads makes marks \
     marries opens paints publishes resigns retires sees signs starts takes was wins witnesses writes",
);

/// What befalls people who are counted: "2000 crucified".
pub(super) static VICTIMS: Nouns = list(
    "arrested beheaded butchered captured crucified dead deported die died displaced drowned enslaved executed hanged \
     homeless imprisoned injured interned jailed killed massacred missing murdered shot slaughtered starved \
     unemployed wounded",
);

/// What has a date of its own: "the expedition of 468".
pub(super) static OCCASIONS: Nouns = list(
    "act alliance assembly attack battle campaign congress conquest conspiracy council coup crisis crusade \
     decree defeat disaster earthquake edict election embassy expedition famine fire invasion law laws \
     massacre mutiny offensive peace plague raid rebellion reform reforms revolt riots rising sack strikes \
     schism siege synod treaty truce uprising victory war",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_their_words_whatever_their_capitals() {
        for (list, word) in [
            (&LABELS, "additional"),
            (&LABELS, "Worth"),
            (&COUNTED, "Demonstrators"),
            (&UNITS, "km"),
            (&OCCASIONS, "WAR"),
        ] {
            assert!(holds(list, word), "{word}");
        }
        assert!(!holds(&LABELS, "war") && !holds(&UNITS, ""));
    }
}
