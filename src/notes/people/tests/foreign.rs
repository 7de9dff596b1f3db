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
