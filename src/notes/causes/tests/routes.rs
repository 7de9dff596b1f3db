//! Arrows that lead somewhere and cause nothing: ways, offices, plans, words and what they mean.

use super::check_sentences;

#[test]
fn an_arrow_from_place_to_place_is_a_way() {
    check_sentences(
        "
        wool → Flanders || none
        cotton: Egypt → Britain, cloth → India || none
        Ghent → Bruges → Ypres || none
        by barge, Mainz → Cologne → N Sea || none
        Rouen march → Caen, 70 miles || none
        the old duke dies → Ghent rebels || the old duke dies => Ghent rebels [→]
        Boston riot → Tea Tax → Salem meeting || Boston riot => Tea Tax [→] || Tea Tax => Salem meeting [→]
        Inflation → Strikes → Revolution || Inflation => Strikes [→] || Strikes => Revolution [→]
        reform → Leeds massacre 1819 || reform => Leeds massacre 1819 [→]
        WW1 → no bread || WW1 => no bread [→]
        ",
    );
}

#[test]
fn an_arrow_behind_a_person_says_who_it_was() {
    check_sentences(
        "
        Alice Frances Hill → led the pickets || none
        Thomas B. Price -> speaker of the house || none
        Heinrich von Salm → able, but cruel || none
        Frances Hill → strike of the weavers || Frances Hill => strike of the weavers [→]
        Hill dies → the pickets go home || Hill dies => the pickets go home [→]
        ",
    );
}

#[test]
fn lives_plans_shares_and_short_names_are_no_causes() {
    check_sentences(
        "
        Otto mayor 1480 → sheriff 1482 → dies 1490 || none
        hoard -> found 1922 -> deciphered 1930 || none
        intro → three points → conclusion || none
        the land tax, 4% → 2.5% in 1871 || none
        LNU → League of Nations Union || none
        NEP → more bread || NEP => more bread [→]
        essay draft due to Mr Hill by May || none
        ",
    );
}

#[test]
fn a_long_chain_of_names_is_a_way_or_a_line_of_kings() {
    check_sentences(
        "
        Lima → Quito → strait → Bogota → Cartagena → Havana || none
        Otto I → (Lothar 950) → Otto II → Otto III → Heinrich II → Konrad wed a widow || none
        Mainz → Cologne → Bremen → Lübeck → Danzig carried home furs || none
        by sea: faith Persia → China (7th c.) || none
        Board of Trade (1696) led to Short Acts → Second Congress || Board of Trade (1696) => Short Acts [led to] || Board of Trade (1696) led to Short Acts => Second Congress [→]
        villein → person who owes labour || none
        crops rot (→ famine) || crops rot => famine [→]
        crops rot (→ see the map) || none
        ",
    );
}
