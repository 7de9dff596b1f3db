//! The words that tell a count from a year: labels, units, and what notes count.

use phf::{Set, phf_set};

/// The longest word of the lists.
const LONGEST: usize = 16;

/// Whether a list of words holds `word`, whatever its capitals.
pub(super) fn holds(list: &Set<&str>, word: &str) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return list.contains(word);
    }
    let mut small = [0_u8; LONGEST];
    let small = &mut small[..word.len()];
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).is_ok_and(|small| list.contains(small))
}

/// Before a number they make it a label or a count: "page 1450", "almost 2000".
pub(super) static LABELS: Set<&str> = phf_set! {
    "additional", "all", "almost", "another", "apartment", "article", "asteroid", "batch", "box",
    "bus", "catalogue", "chapter", "code", "codon", "cost", "costing", "costs", "depth", "each",
    "error", "every",
    "exactly", "exercise", "experiment", "extra", "figure", "flight", "form", "further", "gene",
    "height", "highway", "hymn", "isbn", "item", "just", "least", "line", "lines", "lot",
    "merely", "model", "nearly", "ngc", "number", "numbered", "numbering", "only", "op", "opus",
    "other", "over", "p", "page", "pages", "participant", "patient", "per", "port", "pp", "problem",
    "protein", "psalm", "psalms", "question", "residue", "resolution", "room", "roughly", "route",
    "sample", "section", "serial", "some", "source", "specimen", "step", "strain", "subject",
    "suite", "table", "task", "than", "these", "those", "totaling", "totalling", "under", "verse",
    "volume", "weighing", "windows", "worth",
};

/// People and things that notes count.
pub(super) static COUNTED: Set<&str> = phf_set! {
    "advisers", "advisors", "agents", "aircraft", "archers", "atoms", "banks", "bombers", "bombs",
    "books", "bullets", "cars", "cases", "casualties", "cattle", "cavalry", "cells", "children",
    "christians", "churches", "cities", "citizens", "civilians", "clergy", "colonists", "companies",
    "countries", "dead", "deaths", "delegates", "demonstrators", "doctors", "dots", "elephants",
    "emigrants", "employees", "examples", "exiles", "factories", "families", "fans", "fighters",
    "firms", "followers", "galaxies", "genera", "genes", "guests", "guns", "horses", "households",
    "houses", "immigrants", "infantry", "inhabitants", "islands", "items", "jews", "jobs",
    "knights", "legionaries", "legions", "letters", "lives", "lorries", "marines", "members", "men",
    "migrants", "missiles", "monks", "muslims", "nobles", "nuns", "nurses", "officers",
    "passengers", "patients", "peasants", "people", "pieces", "planes", "poems", "police",
    "policemen", "priests", "prisoners", "protesters", "protestors", "rebels", "refugees",
    "rockets", "sailors", "schools", "settlers", "shares", "sheep", "ships", "slaves", "soldiers",
    "sources", "species", "spectators", "spies", "stars", "students", "survivors", "tanks",
    "teachers", "technicians", "towns", "trains", "tribes", "troops", "trucks", "vessels",
    "victims", "villages", "volunteers", "voters", "warheads", "women", "workers", "works",
    "wounded",
};

/// Units of measure, and what is counted in whatever sentence it stands.
pub(super) static UNITS: Set<&str> = phf_set! {
    "acres", "au", "barrels", "billion", "bp", "cal", "calories", "characters", "cm", "copies",
    "degrees", "denarii", "dollars", "dozen", "dpi", "ducats", "euros", "ev", "feet", "florins",
    "foot", "francs", "ft", "g", "gallons", "gb", "gw", "hectares", "hundred", "hz", "inches", "j",
    "joules", "k", "kb", "kcal", "kev", "kg", "khz", "kilometer", "kilometers", "kilometre",
    "kilometres", "kj", "km", "km²", "knots", "kpa", "kw", "kwh", "l", "lb", "lbs", "lines",
    "liters", "litres", "livres", "lux", "ly", "m", "marks", "mb", "meter", "meters", "metre",
    "metres", "mev", "mg", "mhz", "mi", "mile", "miles", "million", "ml", "mm", "mol", "mph", "mw",
    "ng", "nm", "pa", "pages", "pc", "pence", "per", "percent", "points", "pounds", "ppm", "px",
    "roubles", "rpm", "rubles", "seats", "sesterces", "shillings", "steps", "strong", "talents",
    "tb", "thousand", "times", "ton", "tonne", "tonnes", "tons", "v", "volts", "votes", "w",
    "watts", "words", "yards", "µg",
};

/// Things that are named by their year, without their `s`: "the 1800 elections".
pub(super) static EVENTS: Set<&str> = phf_set! {
    "accord", "act", "campaign", "crise", "election", "event", "game", "law", "negotiation",
    "olympic", "protest", "purge", "rebellion", "reform", "revolt", "revolution", "riot", "strike",
    "talk", "treatie", "uprising", "war",
};

/// Third persons that follow a year in notes: "1900 sees".
pub(super) static VERBS: Set<&str> = phf_set! {
    "becomes", "begins", "brings", "dies", "discovers", "does", "ends", "founds", "has", "invades",
    "invents", "leads", "makes", "marks", "opens", "paints", "publishes", "sees", "signs", "starts",
    "takes", "was", "wins", "witnesses", "writes",
};

/// What befalls people who are counted: "2000 crucified".
pub(super) static VICTIMS: Set<&str> = phf_set! {
    "arrested", "beheaded", "butchered", "captured", "crucified", "dead", "deported", "displaced",
    "drowned", "enslaved", "executed", "hanged", "homeless", "imprisoned", "injured", "interned",
    "jailed", "killed", "massacred", "missing", "murdered", "shot", "slaughtered", "starved",
    "unemployed", "wounded",
};

/// What has a date of its own: "the expedition of 468".
pub(super) static OCCASIONS: Set<&str> = phf_set! {
    "act", "alliance", "assembly", "attack", "battle", "campaign", "congress", "conquest",
    "conspiracy", "council", "coup", "crisis", "crusade", "decree", "defeat", "disaster", "earthquake",
    "edict", "election", "embassy", "expedition", "famine", "fire", "invasion", "law", "laws",
    "massacre", "mutiny", "offensive", "peace", "plague", "raid", "rebellion", "reform", "reforms", "revolt",
    "riots", "rising", "sack", "strikes", "schism", "siege", "synod", "treaty", "truce", "uprising", "victory", "war",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_too_long_to_be_found() {
        for list in [
            &LABELS, &COUNTED, &UNITS, &EVENTS, &VERBS, &VICTIMS, &OCCASIONS,
        ] {
            assert!(
                list.iter().all(
                    |word| holds(list, word) && holds(list, &word.to_uppercase())
                        || !word.is_ascii()
                ),
                "{list:?}"
            );
        }
    }
}
