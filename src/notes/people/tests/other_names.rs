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
