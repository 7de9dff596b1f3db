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
            Isabella: 4
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
            Erasmus = Prince of the Humanists: 1 1
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

#[test]
fn who_is_meant_by_a_pronoun_has_the_byname() {
    check(
        "- Elizabeth's reign was long.\n- Known as the \"Virgin Queen\", she never married anybody\n# Reagan\n- Reagan made films.\n- He was nicknamed the Gipper.\n# Truman\n- Truman spoke. He called it the Fair Deal. He made a plan known as the Marshall Plan.\n",
        &expect![[r#"
            Elizabeth = Virgin Queen: 1 2
            Reagan = Gipper = the Gipper: 3 4 5 5
            Truman: 6 7
        "#]],
    );
}

#[test]
fn tenth_popes_particles_and_two_reigns() {
    check(
        "- Leo X (Giovanni de' Medici) needed cash. Malcolm X spoke.\n- Miguel Primo de Rivera took power, and the army brought Primo down.\n- Mary Stuart's son is the son of Mary of Scotland\n- Voltaire (Arouet) wrote. Zwingli met Luther: Huldrych and he quarrelled.\n",
        &expect![[r#"
            Giovanni de' Medici = Leo X: 1 1
            Malcolm X: 1
            Miguel Primo de Rivera = Primo: 2 2
            Mary Stuart = Mary of Scotland: 3 3
            Voltaire = Arouet: 4 4
            Zwingli = Huldrych: 4 4
            Luther: 4
        "#]],
    );
}

#[test]
fn a_bare_name_is_rather_a_rulers_than_her_mothers() {
    check(
        "- Henry VII married Elizabeth of York\n- Elizabeth I and Mary I were sisters\n- Elizabeth's reign was long\n- Elizabeth of York died, and Elizabeth was mourned\n",
        &expect![[r#"
            Henry VII: 1
            Elizabeth of York = Elizabeth: 1 4 4
            Elizabeth I = Elizabeth: 2 3
            Mary I: 2
        "#]],
    );
}

#[test]
fn rulers_in_brackets_and_names_of_a_place() {
    check(
        "- Razia (1st woman sultan of Delhi)\n- Kaiqubad [1287-1290] (last ruler of the dynasty)\n- Harald Hardrada of Norway had a claim\n- Castro won. Fidel Castrol spoke. Napoleon won, Bonaparte fell, and Joseph Bonaparte fled.\n- the trial of Eugene V. Debs, and Debs was jailed\n",
        &expect![[r#"
            Razia: 1
            Kaiqubad: 2
            Harald Hardrada = Harald Hardrada of Norway: 3
            Fidel Castrol = Castro: 4 4
            Napoleon = Bonaparte: 4 4
            Joseph Bonaparte: 4
            Eugene V. Debs = Debs: 5 5
        "#]],
    );
}

#[test]
fn a_given_name_alone_means_who_bore_it_last() {
    check(
        "- Harold Harefoot ruled. Harold Godwinson swore an oath.\n- Harold died.\n- Babur came, and Zahur-ud-din Muhammad Babur ruled.\n",
        &expect![[r#"
            Harold Harefoot: 1
            Harold Godwinson = Harold: 1 2
            Zahur-ud-din Muhammad Babur = Babur: 3 3
        "#]],
    );
}

#[test]
fn capitals_versus_and_the_first() {
    check(
        "* Catherine Of Aragon\n* Mary I (1553-1558) \"Bloody Mary\"\n* Elisabeth the I (1558-1603). Elisabeth ruled.\n* Hoover V Roosevelt. Henry V won.\n* Sun Yat Sen(d.1925) and Zhou En Lai led. Mackenzie King won.\n",
        &expect![[r#"
            Catherine Of Aragon: 1
            Mary I = Mary = Bloody Mary: 2 2
            Elisabeth the I = Elisabeth: 3 3
            Hoover: 4
            Roosevelt: 4
            Henry V: 4
            Sun Yat Sen: 5
            Zhou En Lai: 5
            Mackenzie King: 5
        "#]],
    );
}

#[test]
fn a_bracket_explains_a_byname_after_an_arrow() {
    check(
        "- Marcus Vellius dictator → \"Cessator\" (the Delayer) waits\n- Gaius Tarro consul → \"Fides\" (the paper) sells well\n",
        &expect![[r#"
            Marcus Vellius = Cessator: 1
            Gaius Tarro: 2
        "#]],
    );
}

#[test]
fn letters_may_stand_for_a_title_and_a_famous_given_name() {
    check(
        "- Shah Valir ruled. Shah Valir fled. SV died.\n- Hitler spoke. The men cheered AH loudly. Hitler won\n- Abu'l Karam was shot. Abul Karam wrote\n",
        &expect![[r#"
            Shah Valir = Valir = SV: 1 1 1
            Hitler = AH: 2 2 2
            Abu'l Karam = Abul Karam: 3 3
        "#]],
    );
}
