//! Who is told by what stands beside the name: a second name, a place, a title, a trade.

use super::hard::check;
use expect_test::expect;

#[test]
fn second_names_places_and_cognomina_are_part_of_a_name() {
    check(
        "- King Ernst August had left. Ernst August in August was ill.\n- Lucius Sempronius Bassor was too keen. Quintus Licinius Varro Tupa fled.\n- Attalus of Pergamum paid. MacTavish of Dunardry swore.\n- also Count Verona for the pope.\n",
        &expect![[r#"
            Ernst August = King Ernst August: 1 1
            Lucius Sempronius Bassor: 2
            Quintus Licinius Varro Tupa: 2
            Attalus of Pergamum: 3
            MacTavish of Dunardry: 3
            Count Verona = Verona: 4
        "#]],
    );
}

#[test]
fn a_trade_behind_a_comma_tells_a_person_whatever_the_ending() {
    check(
        "- Stapling, his junior doctor, claims that he was ill.\n- Farming, a big business, grew. Mining, the main trade, fell.\n- L + Kollontai telegram from Baku. The Kollontai telegram leaked.\n",
        &expect![[r#"
            Stapling: 1
            Kollontai: 3 3
        "#]],
    );
}

#[test]
fn an_operation_is_no_emperor_where_its_war_is_told() {
    check(
        "- Hitler thinks it is easy, so Barbarossa starts. Barbarossa fails.\n",
        &expect![[r#"
            Hitler: 1
        "#]],
    );
    check(
        "- Barbarossa drowned on the way to Acre.\n",
        &expect![[r#"
            Barbarossa: 1
        "#]],
    );
}
