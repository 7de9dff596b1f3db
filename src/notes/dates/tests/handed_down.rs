//! What headings and bullets give to the lines below them, and what they do not.

use expect_test::expect;

use super::check_note;

#[test]
fn each_line_of_a_definition_list_is_its_own() {
    check_note(
        "n.md",
        "# France\n\n1789\n: the king calls the estates together again, which nobody had done for very long\n: Crowds march to \
         the palace with pikes. only one guard (a boy) goes with them\n: Nobles leave for the towns beyond the river\n",
        &expect![[r#"
            4: 1789
            5: 1789
            6: 1789
        "#]],
    );
}
