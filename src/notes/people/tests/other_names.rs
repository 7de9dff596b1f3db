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
