//! What history calls somebody, and no note explains: the Sun King.

/// Which numerals go with a name: these, or any and none.
type Tails = Option<&'static [&'static str]>;

/// Folded names, their numerals, and what history calls their bearers, as it is written.
pub(super) const EPITHETS: &[(&[&str], Tails, &[&str])] = &[
    (&["louis"], Some(&["xiv"]), &["Sun King"]),
    (
        &["louis-philippe", "louis philippe"],
        None,
        &["Citizen King"],
    ),
    (
        &["marie antoinette", "marie-antoinette"],
        None,
        &["Madame Deficit", "Madame Déficit"],
    ),
    (
        &["maximilien robespierre", "robespierre"],
        None,
        &["Incorruptible"],
    ),
    (
        &["napoleon bonaparte", "napoleon"],
        Some(&["", "i"]),
        &["Little Corporal"],
    ),
    (
        &["joan"],
        Some(&["of arc"]),
        &["Maid of Orleans", "Maid of Orléans"],
    ),
    (
        &["elizabeth"],
        Some(&["", "i"]),
        &["Virgin Queen", "Good Queen Bess", "Gloriana"],
    ),
    (&["mary"], Some(&["", "i"]), &["Bloody Mary"]),
    (&["mary tudor"], None, &["Bloody Mary"]),
    (
        &["edward"],
        Some(&["", "i"]),
        &["Longshanks", "Hammer of the Scots"],
    ),
    (&["john"], Some(&[""]), &["Softsword", "Lackland"]),
    (&["richard"], Some(&["", "i"]), &["Lionheart"]),
    (&["richard neville"], None, &["Kingmaker"]),
    (&["arthur wellesley", "wellington"], None, &["Iron Duke"]),
    (
        &["florence nightingale", "nightingale"],
        None,
        &["Lady with the Lamp"],
    ),
    (&["margaret thatcher", "thatcher"], None, &["Iron Lady"]),
    (
        &["otto bismarck", "otto von bismarck", "bismarck"],
        None,
        &["Iron Chancellor"],
    ),
    (&["erwin rommel", "rommel"], None, &["Desert Fox"]),
    (
        &["joseph stalin", "stalin"],
        None,
        &["Uncle Joe", "Man of Steel"],
    ),
    (&["grigori rasputin", "rasputin"], None, &["Mad Monk"]),
    (&["andrew jackson", "jackson"], None, &["Old Hickory"]),
    (
        &["abraham lincoln", "lincoln"],
        None,
        &["Honest Abe", "Great Emancipator"],
    ),
    (&["henry clay", "clay"], None, &["Great Compromiser"]),
    (&["richard nixon", "nixon"], None, &["Tricky Dick"]),
    (&["ronald reagan", "reagan"], None, &["Great Communicator"]),
    (&["sarojini naidu"], None, &["Nightingale of India"]),
    (&["tipu sultan"], None, &["Tiger of Mysore"]),
];

/// What history calls a person of this folded name and numeral, as it is written.
pub(in crate::notes::people) fn epithets(name: &str, tail: &str) -> &'static [&'static str] {
    let mut all = EPITHETS.iter();
    all.find(|(names, tails, _)| {
        names.contains(&name) && tails.is_none_or(|tails| tails.contains(&tail))
    })
    .map_or(&[], |(_, _, epithets)| *epithets)
}
