//! What everybody calls somebody, and the name in full: nicknames, pen names, peerages.

use crate::notes::word_key::{WordTable, key};

/// Names that everybody knows a person by, and the folded name.
const NICKNAMES: &[(&str, &str)] = &[
    ("abe", "abraham lincoln"),
    ("amerigo", "amerigo vespucci"),
    ("arouet", "francois voltaire"),
    ("ataturk", "mustafa kemal"),
    ("bapu", "mohandas gandhi"),
    ("beaconsfield", "benjamin disraeli"),
    ("bibi", "benjamin netanyahu"),
    ("bonaparte", "napoleon"),
    ("boney", "napoleon bonaparte"),
    ("boz", "charles dickens"),
    ("bronstein", "leon trotsky"),
    ("buckingham", "george villiers"),
    ("buonaparte", "napoleon bonaparte"),
    ("burghley", "william cecil"),
    ("castlereagh", "robert stewart"),
    ("caudillo", "francisco franco"),
    ("chatham", "william pitt"),
    ("che", "che guevara"),
    ("clarendon", "edward hyde"),
    ("dizzy", "benjamin disraeli"),
    ("djugashvili", "joseph stalin"),
    ("dubya", "george bush"),
    ("duce", "benito mussolini"),
    ("dzhugashvili", "joseph stalin"),
    ("essex", "robert devereux"),
    ("evita", "eva peron"),
    ("fuhrer", "adolf hitler"),
    ("gorby", "mikhail gorbachev"),
    ("huldrych", "huldrych zwingli"),
    ("ignatius", "ignatius loyola"),
    ("ike", "dwight eisenhower"),
    ("jughashvili", "joseph stalin"),
    ("koba", "joseph stalin"),
    ("lafayette", "gilbert motier"),
    ("leicester", "robert dudley"),
    ("lenin", "vladimir ulyanov"),
    ("madiba", "nelson mandela"),
    ("mahatma", "mohandas gandhi"),
    ("marlborough", "john churchill"),
    ("moliere", "jean-baptiste poquelin"),
    ("monty", "bernard montgomery"),
    ("netaji", "subhas bose"),
    ("norfolk", "thomas howard"),
    ("northumberland", "john dudley"),
    ("orwell", "eric blair"),
    ("palmerston", "henry temple"),
    ("parma", "alexander farnese"),
    ("pele", "edson nascimento"),
    ("qaid-e-azam", "muhammad jinnah"),
    ("quaid-e-azam", "muhammad jinnah"),
    ("quaid-i-azam", "muhammad jinnah"),
    ("saladin", "salah din"),
    ("shaftesbury", "anthony cooper"),
    ("somerset", "edward seymour"),
    ("strafford", "thomas wentworth"),
    ("suffolk", "charles brandon"),
    ("supermac", "harold macmillan"),
    ("temujin", "genghis khan"),
    ("tito", "josip broz"),
    ("twain", "samuel clemens"),
    ("tycho", "tycho brahe"),
    ("ulyanov", "vladimir lenin"),
    ("voltaire", "francois arouet"),
    ("wellington", "arthur wellesley"),
];

/// As [`NICKNAMES`], to be asked for one.
static TABLE: WordTable<&str, 256, 128> = WordTable::of(NICKNAMES, "");

/// The folded name of whom everybody knows by a nickname.
pub(in crate::notes::people) fn nickname(folded: &str) -> Option<&'static str> {
    Some(TABLE.get(key(folded.as_bytes()))).filter(|name| !name.is_empty())
}
