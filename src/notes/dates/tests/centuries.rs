//! Centuries in short, and years of three digits that are plainly years.

use expect_test::expect;

use super::{check, check_none, check_note};

#[test]
fn centuries_in_short() {
    check(&[
        ("in the 16thC trade grew", &["the 16thC = 15XX"]),
        ("mid C19th slump", &["mid C19th = 18XX"]),
        ("In late C16 trade grew", &["late C16 = 15XX"]),
        ("16th C trade", &["16th C = 15XX"]),
    ]);
    check_none(&["C14 dating", "a C19 test", "vitamin C12th"]);
}

#[test]
fn a_year_by_that_name_needs_no_other() {
    check_note(
        "n.md",
        "Since the year 871, he is king. In 886, he takes the town.\n",
        &expect![[r#"
            1: 0871
            1: 0886 (line 1)
        "#]],
    );
}

#[test]
fn years_at_the_head_of_lines_go_up_to_four_digits() {
    check_note(
        "n.md",
        "* 264-241BC: a war\n* 610: a mill\n* 655: the mill burns\n* 910: an abbey\n* 960: a flood\n* 1015: no abbey\n",
        &expect![[r#"
            1: -0263/-0240
            2: 0610 (line 1)
            3: 0655 (line 2)
            4: 0910 (line 1)
            5: 0960 (line 4)
            6: 1015
        "#]],
    );
}
