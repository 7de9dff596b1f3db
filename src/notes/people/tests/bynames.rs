//! What a note calls somebody beside the name: halves of it, titles, pet names, slips.

use super::hard::check;
use expect_test::expect;

#[test]
fn the_halves_of_a_name_stand_apart() {
    check(
        "- Tycho (Brahe) had a silver nose. Brahe died.\n- Loyola (Ignatius, St. Ignatius) was a soldier.\n- John Calvin (Jean Cauvin!!) wrote.\n- Isabella (Columbus) paid. Robespierre (Danton) ruled.\n\nNewton, Isaac: plague closes Cambridge. Sir Isaac was knighted.\n",
        &expect![[r#"
            Brahe = Tycho: 1 1 1
            St. Ignatius = Loyola = Ignatius: 2 2 2
            John Calvin = Jean Cauvin: 3 3
            Columbus: 4
            Robespierre: 4
            Danton: 4
            Sir Isaac = Newton = Isaac: 6 6 6
        "#]],
    );
}

#[test]
fn titles_and_epithets_behind_a_name_are_its() {
    check(
        "- Erasmus (\"Prince of the Humanists\") wrote. Frederick (Elector of Saxony) hid Luther.\n- Edward wanted William duke of Normandy as king. William landed.\n- She married Philip, King of Spain.\n- Mary Tudor (Bloody Mary) burnt them. Churchill (Prime Minister of Britain) spoke.\n",
        &expect![[r#"
            Erasmus = Prince of the Humanists: 1
            Frederick = Elector of Saxony: 1 1
            Luther: 1
            Edward: 2
            William = William duke of Normandy: 2 2
            Philip, King of Spain = Philip: 3
            Mary Tudor = Mary = Bloody Mary: 4 4
            Churchill: 4
        "#]],
    );
}

#[test]
fn pet_names_are_of_whom_the_note_often_names() {
    check(
        "- Napoleon won. Napoleon became consul. Napoleon fell.\n- Nap was First Consul. They answered only to Nappy.\n- Metternich spoke. Mett left. Gorbachev met Reagan. Reag lost.\n",
        &expect![[r#"
            Napoleon = Nap = Nappy: 1 1 1 2 2
            Metternich: 3
            Gorbachev: 3
            Reagan: 3
        "#]],
    );
}

#[test]
fn slips_of_well_known_names_may_be_made_twice() {
    check(
        "- Octavial won. Octavial ruled. Octavian, aka Agustus, ruled.\n- Perdiccas led, Perdicass was killed, and Perdicass had a ring.\n- Gallileo:\n- the books of Galileo Galilei got out\n- the Porfiriato ended, and Porfirio Díaz fled\n- the Franco Prussian War came long before Franco ruled\n",
        &expect![[r#"
            Octavian = Octavial = Agustus: 1 1 1 1
            Perdiccas = Perdicass: 2 2 2
            Galileo Galilei = Gallileo: 3 4
            Porfirio Díaz: 5
            Franco: 6
        "#]],
    );
}
