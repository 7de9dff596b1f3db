//! Whom tags name.

use super::hard::check;
use expect_test::expect;

#[test]
fn whom_tags_alone_name_are_people_of_the_note() {
    check(
        "- Diem was the president.\n- Talks began. #Nixon\n\n#Diem #Kennedy #Truamn #Nixon\n",
        &expect![[r#"
            Diem = #Diem: 1 4 4
            Nixon = #Nixon: 2 4
            Kennedy = #Kennedy: 4
            Truamn = #Truamn: 4
        "#]],
    );
    check(
        "- Talks began.\n\n#Nixon\n",
        &expect![[r#"
        Nixon = #Nixon: 3
    "#]],
    );
}

#[test]
fn other_tags_name_nobody() {
    check(
        "- Talks began.\n\n#history #Washington #Warsaw #Marshall/Plan #nixon #KENNEDY #Exam #Johnsn\n",
        &expect![[""]],
    );
}

#[test]
fn tags_of_several_words_are_whom_the_note_calls_by_one() {
    check(
        "- Chiang led the war, and Kennedy sent help. Ruby shot. Franklin Roosevelt died.\n\n#ChiangKaiShek #JohnKennedy #TheodoreRoosevelt #ChiangTrail #KennedyPlan\n",
        &expect![[r#"
            Chiang = #ChiangKaiShek: 1 3
            Kennedy = #JohnKennedy: 1 3
            Ruby: 1
            Franklin Roosevelt: 1
        "#]],
    );
}
