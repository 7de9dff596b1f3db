//! People whom a note calls by two names, and the words that say so.

use super::hard::check;
use expect_test::expect;

#[test]
fn words_give_somebody_another_name() {
    check(
        "- the Senate gave Octavian the title Augustus\n- Lev Bronstein was renamed Leon Trotsky\n- Ho Chi Minh is also known as \"Uncle Ho\"\n- Josip Broz received the name Tito\n- Henry II. is followed by Richard I., also known as 'Lionheart'. Lionheart was a king.\n- the court gave Mozart the name of his father, and Haydn left\n",
        &expect![[r#"
            Octavian = Augustus: 1 1
            Lev Bronstein = Leon Trotsky: 2 2
            Ho Chi Minh = Ho = Uncle Ho: 3 3
            Josip Broz = Tito: 4 4
            Henry II: 5
            Richard I = Lionheart: 5 5 5
            Mozart: 6
            Haydn: 6
        "#]],
    );
}

#[test]
fn rulers_take_a_throne_and_peers_have_a_place() {
    check(
        "# 1066\n- Harold Godwinson wants the crown\n- In the end Harold takes the throne as Harold II\n# 1830\n- Louis-Philippe, Duke of Orleans is given the throne\n# Templars\n- King Philip IV ended them. King Philip owed them money.\n",
        &expect![[r#"
            Harold Godwinson = Harold = Harold II: 2 3 3
            Louis-Philippe = Duke of Orleans: 5 5
            King Philip IV = Philip IV = Philip = King Philip: 7 7
        "#]],
    );
}

#[test]
fn birth_names_are_of_whom_the_line_or_the_heading_is_about() {
    check(
        "# Joseph Stalin\n- Born Ioseb Jughashvili in Gori\n# Lenin and Trotsky\n- Born Lev Bronstein\n# Others\n- Tito led the partisans. He was born Josip Broz.\n- Hitler met Mussolini. He was born Adolf Schicklgruber, some say.\n",
        &expect![[r#"
            Joseph Stalin = Ioseb Jughashvili: 1 2
            Lenin: 3
            Trotsky = Lev Bronstein: 3 4
            Josip Broz = Tito: 6 6
            Adolf Schicklgruber = Hitler: 7 7
            Mussolini: 7
        "#]],
    );
}

#[test]
fn names_in_brackets_and_in_full() {
    check(
        "### Cristoforo Colombo (Christopher Columbus)\nColumbus sailed. John Kennedy (Joseph Kennedy) spoke. Franklin (Benjamin Franklin, printer) flew a kite.\n### Dante's Comedy\nDante's full name is Dante Alighieri. Raphael painted, and Raphael Lemkin wrote.\n### Presidents\nJames (Jimmy) Carter won, then Jimmy Carter lost. Franklin (FDR) Roosevelt died. Henry (Protestant) Anne (Catholic)\n",
        &expect![[r#"
            Christopher Columbus = Cristoforo Colombo = Columbus: 1 1 2
            John Kennedy: 2
            Joseph Kennedy: 2
            Benjamin Franklin = Franklin: 2 2
            Dante Alighieri = Dante: 3 4 4
            Raphael: 4
            Raphael Lemkin: 4
            James (Jimmy) Carter = Jimmy Carter: 6 6
            Franklin (FDR) Roosevelt: 6
            Henry: 6
            Anne: 6
        "#]],
    );
}

#[test]
fn juniors_initials_and_rulers_of_one_birth_name() {
    check(
        "- Martin Luther King Jr. marched. MLK was shot. King had a dream.\n- WEB Du Bois wrote, and Du Bois led.\n- Darius II (Ochus) ruled, then Artaxerxes III (Ochus).\n",
        &expect![[r#"
            Martin Luther King Jr = MLK: 1 1
            WEB Du Bois = Du Bois: 2 2
            Darius II = Ochus: 3 3 3
            Artaxerxes III: 3
        "#]],
    );
}

#[test]
fn sloppy_spellings_mean_the_same() {
    check(
        "- Abraham lincoln freed them. Lincoln was shot. Martin luther wrote, and Grace hopes so.\n- Ptlomey drew maps. Ptolemy died.\n- Raja Rammohan Roy wrote. Rammohan left. Senator Tollan Brown won.\n",
        &expect![[r#"
            Abraham lincoln = Lincoln: 1 1 1
            Martin luther = luther: 1 1
            Grace: 1
            Ptolemy = Ptlomey: 2 2
            Rammohan Roy = Rammohan = Raja Rammohan Roy: 3 3
            Tollan Brown = Senator Tollan Brown: 3
        "#]],
    );
}

#[test]
fn a_slip_is_of_who_is_called_so_alone() {
    check(
        &format!(
            "- Napolean joins the siege of Toulon\n- Napoleon invades Russia. Napoleon abdicates.\n{}- Louis Napoleon, nephew of Napoleon, is elected\n- Louis Napoleon proclaims himself Emperor, Napoleon III\n",
            "- the war goes on\n".repeat(10)
        ),
        &expect![[r#"
            Napoleon = Napolean: 1 2 2 13
            Louis Napoleon = Napoleon III: 13 14 14
        "#]],
    );
}

#[test]
fn second_names_that_everybody_knows_are_one_persons() {
    check(
        "- Octavian won at Actium. Augustus ruled Rome.\n- William of Normandy landed. William the Conqueror built castles.\n- Karol Wojtyla came from Poland. John Paul II visited Poland.\n- Joseph Djugashvili was born in Gori. Stalin ruled. Alexander Ulyanov was hanged. Lenin hated the tsar.\n",
        &expect![[r#"
            Octavian = Augustus: 1 1
            William of Normandy = William the Conqueror: 2 2
            John Paul II = Karol Wojtyla: 3 3
            Joseph Djugashvili = Stalin: 4 4
            Alexander Ulyanov: 4
            Lenin: 4
        "#]],
    );
}

#[test]
fn epithets_that_everybody_knows_need_no_explanation() {
    check(
        "- Louis XIV built Versailles. The Sun King danced.\n- Robespierre aka \"the Incorruptible\" fell. Marie Antoinette was \"Madame Deficit\".\n- Mary I ruled. Bloody Mary burnt them.\n- The Iron Lady is a film.\n",
        &expect![[r#"
            Louis XIV = Sun King: 1 1
            Robespierre = Incorruptible = the Incorruptible: 2 2
            Marie Antoinette = Madame Deficit: 2 2
            Mary I = Mary = Bloody Mary: 3 3
        "#]],
    );
}

#[test]
fn an_arrow_says_who_takes_a_throne() {
    check(
        "- 1707: Orvan kills Belmar -> becomes Orkhan Shah I\n- Selmur crowned as Jangir in May. Selmur ruled\n- Gaspar left → becomes king\n",
        &expect![[r#"
            Orkhan Shah I = Orvan: 1 1
            Selmur = Jangir: 2 2 2
            Gaspar: 3
        "#]],
    );
}
