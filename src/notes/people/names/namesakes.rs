//! Surnames that several people bear, and whom each means alone.

use super::are_same;
use crate::notes::word_key::{WordTable, key};

/// Whose surname several famous people bear, and whom it means where no given name is near.
const NAMESAKES: &[(&str, &[&str])] = &[
    ("kennedy", &["john", "jack"]),
    ("kerensky", &["alexander"]),
    ("nelson", &["horatio"]),
    ("verwoerd", &["hendrik"]),
    ("desmoulins", &["camille"]),
    ("galilei", &["galileo"]),
    ("voltaire", &["francois"]),
    ("khrushchev", &["nikita"]),
    ("brezhnev", &["leonid"]),
    ("gorbachev", &["mikhail"]),
    ("yeltsin", &["boris"]),
    ("dickens", &["charles"]),
    ("tolstoy", &["leo", "lev"]),
    ("nietzsche", &["friedrich"]),
    ("picasso", &["pablo"]),
    ("goethe", &["johann", "wolfgang"]),
    ("engels", &["friedrich"]),
    ("goebbels", &["joseph"]),
    ("mazzini", &["giuseppe"]),
    ("cavour", &["camillo"]),
    ("zapata", &["emiliano"]),
    ("allende", &["salvador"]),
    ("pinochet", &["augusto"]),
    ("trudeau", &["pierre", "justin"]),
    ("netanyahu", &["benjamin"]),
    ("nightingale", &["florence"]),
    ("magellan", &["ferdinand"]),
    ("copernicus", &["nicolaus"]),
    ("kepler", &["johannes"]),
    ("spinoza", &["baruch"]),
    ("kant", &["immanuel"]),
    ("hegel", &["georg"]),
    ("sherman", &["william"]),
    ("hindenburg", &["paul"]),
    ("castro", &["fidel"]),
    ("dulles", &["john"]),
    ("napoleon", &["bonaparte"]),
    ("lincoln", &["abraham"]),
    ("washington", &["george"]),
    ("darwin", &["charles"]),
    ("marx", &["karl"]),
    ("luther", &["martin"]),
    ("churchill", &["winston"]),
    ("hitler", &["adolf"]),
    ("stalin", &["joseph", "iosif", "josef"]),
    ("lenin", &["vladimir"]),
    ("trotsky", &["leon", "lev"]),
    ("gandhi", &["mahatma", "mohandas"]),
    ("freud", &["sigmund"]),
    ("mandela", &["nelson"]),
    ("shakespeare", &["william"]),
    ("assad", &["hafez", "bashar"]),
    ("bach", &["johann"]),
    ("beethoven", &["ludwig"]),
    ("begin", &["menachem"]),
    ("bismarck", &["otto"]),
    ("bolivar", &["simon"]),
    ("bonaparte", &["napoleon"]),
    ("columbus", &["christopher", "cristobal"]),
    ("cortes", &["hernan", "hernando"]),
    ("cromwell", &["oliver"]),
    ("curie", &["marie", "pierre"]),
    ("danton", &["georges"]),
    ("disraeli", &["benjamin"]),
    ("einstein", &["albert"]),
    ("eisenhower", &["dwight"]),
    ("franco", &["francisco"]),
    ("garibaldi", &["giuseppe"]),
    ("gladstone", &["william"]),
    ("goering", &["hermann"]),
    ("guevara", &["che", "ernesto"]),
    ("himmler", &["heinrich"]),
    ("kruger", &["paul"]),
    ("mao", &["zedong", "tse-tung"]),
    ("mozart", &["wolfgang"]),
    ("mussolini", &["benito"]),
    ("nasser", &["gamal", "abdel"]),
    ("nehru", &["jawaharlal"]),
    ("newton", &["isaac"]),
    ("nixon", &["richard"]),
    ("pankhurst", &["emmeline"]),
    ("peron", &["juan"]),
    ("pizarro", &["francisco"]),
    ("reagan", &["ronald"]),
    ("robespierre", &["maximilien"]),
    ("rockefeller", &["john"]),
    ("roosevelt", &["franklin", "theodore"]),
    ("rousseau", &["jean", "jean-jacques"]),
    ("sadat", &["anwar"]),
    ("thatcher", &["margaret"]),
    ("truman", &["harry"]),
    ("wilson", &["woodrow", "harold"]),
    ("wordsworth", &["william"]),
];

/// As [`NAMESAKES`], to be asked for one.
static FAMOUS: WordTable<&[&str], 256, 128> = WordTable::of(NAMESAKES, &[]);

/// Whether `surname` alone would mean somebody else than `given`.
pub(in crate::notes::people) fn means_another(surname: &str, given: &str) -> bool {
    let givens = FAMOUS.get(key(surname.as_bytes()));
    !givens.is_empty()
        && !givens
            .iter()
            .any(|famous| are_same(famous, given) || given.len() == 1 && famous.starts_with(given))
}

/// Whether `surname` alone means the one whose given name is `given`: Nehru is Jawaharlal, whoever else is named.
pub(in crate::notes::people) fn is_meant(surname: &str, given: &str) -> bool {
    let givens = FAMOUS.get(key(surname.as_bytes()));
    givens.iter().any(|famous| are_same(famous, given))
}

/// Whether the given name of whom `surname` alone means begins with a letter: the `a` of Adolf Hitler.
pub(in crate::notes::people) fn is_famous_by(surname: &str, letter: u8) -> bool {
    let givens = FAMOUS.get(key(surname.as_bytes()));
    let first = givens.first().and_then(|given| given.bytes().next());
    first == Some(letter)
}

/// Whether `surname` alone means `given`.
pub(in crate::notes::people) fn is_namesake(surname: &str, given: &str) -> bool {
    FAMOUS.get(key(surname.as_bytes())).contains(&given)
}
