//! Lists, as students indent and number them.

use expect_test::expect;

use super::{check, read};

#[test]
fn lists_nest_and_hang_on_their_lead_in() {
    check(
        "Because:\n- one\n  - two\n    goes on\n- three\n\nNo lead-in.\n- four\n\n**Causes**\n1. five\n",
        &expect![[r#"
            1 Paragraph: Because:
            2 Item 1 ^1: one
            3 Item 2 ^2: two goes on
            5 Item 1 ^1: three
            7 Paragraph: No lead-in.
            8 Item 1: four
            10 Paragraph: Causes
              strong: Causes
            11 Item 1 ^10: five
        "#]],
    );
}

#[test]
fn tab_indented_lists_are_no_code() {
    check(
        "# Heading\n\t- one **bold**\n\t\t- two [[Cuba]]\n\t- three\n\nPara:\n\t- four\n\t- five\n",
        &expect![[r#"
            1 Heading: Heading
            2 Item 1: one bold
              strong: bold
            3 Item 2 ^2: two Cuba
              link to Cuba: Cuba
            4 Item 1: three
            6 Paragraph: Para:
            7 Item 1 ^6: four
            8 Paragraph: - five
        "#]],
    );
}

#[test]
fn bullets_that_markdown_does_not_know_are_items() {
    check(
        "• one\n  ◦ two\n• three\n\nText\n– a\n– b\n",
        &expect![[r#"
            1 Item 1: one
            2 Paragraph: ◦ two
            3 Item 1: three
            5 Paragraph: Text
            6 Item 1: a
            7 Item 1: b
        "#]],
    );
}

#[test]
fn letters_of_an_outline_are_items() {
    check(
        "III. Cuba\n   A. Batista flees\n   B. A break\n      1. in 1960\n",
        &expect![[r#"
            1 Item 1: Cuba
            2 Item 2 ^1: Batista flees
            3 Item 2 ^1: A break
            4 Item 3 ^3: in 1960
        "#]],
    );
}

#[test]
fn task_lists_keep_their_boxes() {
    check(
        "Which?\n- [x] right\n- [ ] wrong\n",
        &expect![[r#"
        1 Paragraph: Which?
        2 Item 1 ^1 [x]: right
        3 Item 1 ^1 [ ]: wrong
    "#]],
    );
}

#[test]
fn lines_at_the_margin_below_a_list_stand_alone() {
    check(
        "- Congress\n    - Tagore gives back his knighthood\n1920-22 Non-cooperation\nSalt March 1930\nPartition:\n- riots\n- goes\non\ntrade and tolls:\n- salt\n",
        &expect![[r#"
            1 Item 1: Congress
            2 Item 2 ^1: Tagore gives back his knighthood
            3 Paragraph: 1920-22 Non-cooperation Salt March 1930 Partition:
              3. 1920-22 Non-cooperation
              4. Salt March 1930
              5. Partition:
            6 Item 1 ^3: riots
            7 Item 1 ^3: goes on
            9 Paragraph: trade and tolls:
            10 Item 1 ^9: salt
        "#]],
    );
}

#[test]
fn a_heading_in_a_list_is_a_line_of_the_outline_and_ends_with_its_item() {
    let text = "# Athens\n## Rulers\n- #### Reforms (594 BC)\n\t- debts cancelled\n- a colony\n- # Tyranny\n\t- exile\n\nLater.\n\n1. ## War\n\nIt came.\n";
    let document = read("note.md", text, &mut Vec::new());
    let stated: Vec<u32> = document
        .statements
        .iter()
        .map(|statement| document.blocks[statement.block].lines.0)
        .collect();
    assert_eq!(stated, [3, 4, 5, 6, 7, 9, 13]);
    let over: Vec<Option<u32>> = document
        .blocks
        .iter()
        .map(|block| block.heading.map(|heading| document.headings[heading].line))
        .collect();
    // What no item holds stands under a heading that no item holds.
    let lines = [1, 2, 3, 3, 2, 6, 6, 2, 11, 11];
    assert_eq!(over, lines.map(Some));
}

#[test]
fn lists_that_are_indented_by_too_little_hang_on_the_item_above() {
    check(
        "1. Taxes\n  - on salt\n    - in ports\n  - on wool\n2. Debt\n\n  - of its own\n- a\n * b\n- c\n\nText\n  - d\n",
        &expect![[r#"
            1 Item 1: Taxes
            2 Item 2 ^1: on salt
            3 Item 3 ^2: in ports
            4 Item 2 ^1: on wool
            5 Item 1: Debt
            7 Item 1: of its own
            8 Item 1: a
            9 Item 2 ^8: b
            10 Item 1: c
            12 Paragraph: Text
            13 Item 1: d
        "#]],
    );
}
