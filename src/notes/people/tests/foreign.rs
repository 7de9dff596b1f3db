//! Names of China, Iberia and Turkey, kings by number, and things that bear a name.

use super::hard::check;
use expect_test::expect;

#[test]
fn chinese_names_of_one_syllable_and_states() {
    check(
        "- Zeng Ke and Guo He met the minister. Yan fell first, then Chu has fallen too\n- Liao An wrote it\n",
        &expect![[r#"
            Zeng Ke: 1
            Guo He: 1
        "#]],
    );
}

#[test]
fn names_of_iberia_and_turkey_go_on() {
    check(
        "- the marquis (Tomás Nunes de Brito e Lima) drilled them\n- Marx y Engels, not Antonio Díaz Soto y Gama\n- the plan of Torgan pasha failed, Zorlu bey fled\n- Serdik Ahmed landed, then came Mehmed\n- Barbosa gives in, then the king gave in\n",
        &expect![[r#"
            Tomás Nunes de Brito e Lima: 1
            Marx: 2
            Engels: 2
            Antonio Díaz Soto y Gama: 2
            Torgan pasha: 3
            Zorlu bey: 3
            Serdik Ahmed: 4
            Mehmed: 4
            Barbosa: 5
        "#]],
    );
}

#[test]
fn strangers_are_told_by_their_people_and_office() {
    check(
        "- Urdan the Bulgarian offered a gun\n- at Urdel the Bulgarian army broke\n- Marin de Sorre, Spanish envoy to Rome\n- but Torvald in command, and Ansgor on the throne\n- Fulko (eldest son) left, as did Burgel (his cousin)\n- the sufi saint Talib Korani came\n- Basil the Bulgar-Slayer\n- they met Rudravan II there, and the Polvax II\n",
        &expect![[r#"
            Urdan the Bulgarian: 1
            Marin de Sorre: 3
            Torvald: 4
            Ansgor: 4
            Fulko: 5
            Burgel: 5
            Talib Korani: 6
            Basil: 7
            Rudravan II: 8
        "#]],
    );
}

#[test]
fn kings_by_number_and_women_of_rome() {
    check(
        "- Henry 8 not ready\n- Edward 6 heir\n- Mary 8 years old\n- James 2:14\n- da Gama sailed, da Bismarck krank war\n- MATER: Claudia Minor\n",
        &expect![[r#"
            Henry 8: 1
            Edward 6: 2
            Mary: 3
            James: 4
            da Gama: 5
            Bismarck: 5
            Claudia Minor: 6
        "#]],
    );
}

#[test]
fn risings_gates_ships_and_cases_are_nobody() {
    check(
        "- Kett's Rebellion 1549\n- Pontiac's revolt\n- the gate of St Vardan, near St Olave gate\n- the steamer Marquês de Sorre sank\n- Tanner's ferry\n- Canning of a senator\n- the Dreyfus case\n- the Julian Calendar, and the Grimm brothers\n- 3 May - Arvenholm, Wallenstein loses his guns\n",
        &expect![[r#"
            Wallenstein: 9
        "#]],
    );
}

#[test]
fn an_administration_is_of_whom_it_is_called_after() {
    check(
        "- Ulysses S. Grant won\n- The Grant administration was corrupt\n- the Nixon Administration\n- the Vichy administration\n- Hugo Berro (whites) v Pedro Salas (reds)\n",
        &expect![[r#"
            Ulysses S. Grant = Grant: 1 2
            Nixon: 3
            Hugo Berro: 5
            Pedro Salas: 5
        "#]],
    );
}
