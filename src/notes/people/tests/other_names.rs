//! Other names of people: spellings of other scripts, epithets of rulers, bynames under headings and further on, letters.

use super::hard::check;
use expect_test::expect;

#[test]
fn one_name_of_another_script_has_several_spellings() {
    check(
        "- Kitbuqa (Ketbugha) took Ostwick. Tolchun Khan / Tulchin rode. Borchu Khan ruled, and Borchuq Khan died.\n- Marie (Mary) went. Marcus (Marcius) fell.\n",
        &expect![[r#"
            Kitbuqa = Ketbugha: 1 1
            Tolchun Khan = Tulchin: 1 1
            Borchu Khan = Borchuq Khan: 1 1
            Mary: 2
        "#]],
    );
}

#[test]
fn an_epithet_after_an_equals_sign_is_a_rulers() {
    check(
        "- Frederick the Great ruled Ostmark. Frederick II = the Great, Frederick III = his nephew.\n",
        &expect![[r#"
            Frederick the Great = Frederick II = the Great: 1 1
            Frederick III: 1
        "#]],
    );
}

#[test]
fn letters_stand_for_a_surname_of_two_words_or_for_two_names() {
    check(
        "- José de San Blas came. Then SB wanted war, and SB fled.\n- General Dessalon, later called Louverain, rode. DL's army. Dessalon fell. Then DL marched.\n",
        &expect![[r#"
            José de San Blas = SB: 1 1 1
            General Dessalon = Dessalon = Louverain = DL: 2 2 2 2 2
        "#]],
    );
    check(
        "- Louis I ruled. Louis fled. Louis IX came. Louis died. L. I was old, L IX fat. V. I. Lenin wrote.\n",
        &expect![[r#"
            Louis I = Louis = L. I: 1 1 1
            Louis IX = Louis = L IX: 1 1 1
            V. I. Lenin: 1
        "#]],
    );
}

#[test]
fn a_short_given_name_is_the_only_one_of_the_note() {
    check(
        "- Benjamin Lawless rose. The brothers Ben and Willie marched.\n- Max Weber wrote. Maximilian Vane and Maximus came.\n",
        &expect![[r#"
            Benjamin Lawless = Ben: 1 1
            Willie: 1
            Max Weber: 2
            Maximilian Vane: 2
            Maximus: 2
        "#]],
    );
}

#[test]
fn titles_in_small_letters_are_told_as_well() {
    check(
        "- viceroy Abascal fled, and pope Gregory IX wrote (sergeant Overton died). Their brother Joseph, ex-king Zog and a mere Attlee\n",
        &expect![[r#"
            Abascal = viceroy Abascal: 1
            Gregory IX = pope Gregory IX: 1
            Overton = sergeant Overton: 1
            Joseph: 1
            Zog: 1
            Attlee: 1
        "#]],
    );
}
