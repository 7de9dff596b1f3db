//! Tables whose rows or cells state causes.

use expect_test::expect;

use super::check_note;

#[test]
fn rows_that_name_causes_in_their_first_cell_list_them_in_the_next() {
    check_note(
        "# Revision\n\n| | |\n|--|--|\n| Leader | Ivo, a smith |\n| Causes of the Bread Rising | 1) Economic 2) Tax on salt. It was high. 3) Immediate cause - a bad harvest |\n| Results of the Bread Rising | Guilds closed; rents fell |\n| Effects | The mint moved. It never came back. |\n| Effect size | large |\n",
        &expect![[r#"
            Tax on salt => the Bread Rising [Causes of]
            a bad harvest => the Bread Rising [Causes of]
            the Bread Rising => Guilds closed [Results of]
            the Bread Rising => rents fell [Results of]
            Revision => The mint moved [Effects]"#]],
    );
}

#[test]
fn a_cell_without_a_subject_speaks_of_the_first_cell() {
    check_note(
        "| Law | Content | Reason |\n|--|--|--|\n| Corn Act | Fixed prices | Passed because bread was dear |\n| Wool Act | Banned exports | Because looms stood idle, they hoped for work |\n| 1712 | Nothing | Due to war |\n",
        &expect![[r#"
            bread was dear => Corn Act [because]
            looms stood idle => they hoped for work [Because]
            looms stood idle, they hoped for work => Wool Act [Reason]"#]],
    );
}

#[test]
fn a_cell_may_list_its_effects_by_number() {
    check_note(
        "| Event | Consequences |\n|--|--|\n| Flood of 1342 | 1) Mills lost 2) Bridges gone |\n| Fire of 1371 | 1. Roofs of slate 2. A guard |\n\n| Land | East | West |\n|--|--|--|\n| Causes | debt | war |\n",
        &expect![[r#"
            Flood of 1342 => Mills lost [Consequences]
            Flood of 1342 => Bridges gone [Consequences]
            Fire of 1371 => Roofs of slate [Consequences]
            Fire of 1371 => A guard [Consequences]"#]],
    );
}

#[test]
fn a_list_that_was_put_into_one_cell_keeps_its_dashes() {
    check_note(
        "| a | b |\n|--|--|\n| Causes of the downfall | Bold, but proud - Men of many towns - Rise of guilds -Tolls were high -Ill treatment of the abbot. He left. |\n",
        &expect![[r#"
            Bold, but proud => the downfall [Causes of]
            Men of many towns => the downfall [Causes of]
            Rise of guilds => the downfall [Causes of]
            Tolls were high => the downfall [Causes of]
            Ill treatment of the abbot => the downfall [Causes of]"#]],
    );
}

#[test]
fn a_table_of_causes_below_a_heading_that_says_of_what() {
    check_note(
        "## Causes of the Slump\n\n| Cause | Explanation |\n|--|--|\n| Mills grew too fast | Demand fell |\n| One buyer | All went there |\n",
        &expect![[r#"
            Mills grew too fast => the Slump [Cause]
            One buyer => the Slump [Cause]"#]],
    );
}

#[test]
fn results_of_people_are_no_effects_and_rows_open_with_number_and_date() {
    check_note(
        "# Trials\n\n| # | when | who | result |\n|---|---|---|---|\n| 1 | 19 Aug 1936 | Ada and Ivo | both were shot |\n\n| # | when | event | effect |\n|---|---|---|---|\n| 1 | 19 Aug 1936 | the mill burnt down | bread was dear |\n",
        &expect!["the mill burnt down => bread was dear [effect]"],
    );
}

#[test]
fn columns_that_say_where_from_are_no_causes() {
    check_note(
        "| From | To | Goods | Effect |\n|--|--|--|--|\n| Java | Leiden | pepper | prices fall |\n",
        &expect!["pepper => prices fall [Effect]"],
    );
}
