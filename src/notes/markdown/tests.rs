//! Notes of every style → blocks and statements, as an outline.

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::*;

/// Each block: line, kind, what it hangs on, text; below it its statements where there is not just one, and its marks.
fn outline(path: &str, text: &str) -> String {
    let mut warnings = Vec::new();
    let document = read(path, text, &mut warnings);
    let mut shown = String::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let parent = block
            .parent
            .map(|parent| format!(" ^{}", document.blocks[parent].lines.0))
            .unwrap_or_default();
        let quoted = if block.quoted { " >" } else { "" };
        let task = block
            .task
            .map(|done| if done { " [x]" } else { " [ ]" })
            .unwrap_or_default();
        let depth = if block.depth > 0 {
            format!(" {}", block.depth)
        } else {
            String::new()
        };
        writeln!(
            shown,
            "{} {:?}{depth}{parent}{quoted}{task}: {}",
            block.lines.0,
            block.kind,
            block.text.visible.as_str()
        )
        .unwrap();
        let statements: Vec<&Statement> = document
            .statements
            .iter()
            .filter(|statement| statement.block == index)
            .collect();
        if statements.len() != 1 && block.kind != BlockKind::Heading && !block.header {
            for statement in statements {
                let tokens = &block.tokens[statement.tokens.clone()];
                let words = &block.text.visible
                    [tokens[0].start as usize..tokens[tokens.len() - 1].end as usize];
                writeln!(shown, "  {}. {words}", statement.lines.0).unwrap();
            }
        }
        for mark in &block.marks {
            let words = &block.text.visible[mark.range.start as usize..mark.range.end as usize];
            let kind = match &mark.kind {
                MarkKind::Wikilink(link) => format!("link to {}", document.links[*link].target),
                kind => format!("{kind:?}").to_lowercase(),
            };
            writeln!(shown, "  {kind}: {words}").unwrap();
        }
    }
    for warning in &warnings {
        writeln!(shown, "warning {}: {}", warning.line, warning.message).unwrap();
    }
    shown
}

fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&outline("note.md", text));
}

#[test]
fn a_pair_of_rules_in_mid_note_hides_nothing() {
    check(
        "Before.\n\n---\nyear: 1914\nInside.\n\n---\nAfter.\n",
        &expect![[r#"
            1 Paragraph: Before.
            4 Paragraph: year: 1914 Inside.
              4. year: 1914
              5. Inside.
            8 Paragraph: After.
        "#]],
    );
}

#[test]
fn a_line_of_hyphens_under_prose_makes_no_heading() {
    check(
        "The treaty was signed. It failed.\n---\nAfter.\n\nReal heading\n---\n",
        &expect![[r#"
            1 Paragraph: The treaty was signed. It failed.
              1. The treaty was signed.
              1. It failed.
            3 Paragraph: After.
            5 Heading: Real heading
        "#]],
    );
}

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
fn tables_have_rows_and_a_header() {
    check(
        "| When | What |\n|---|---|\n| 1914 | [[War\\|the war]] starts |\n| | a\\|b |\n",
        &expect![[r#"
            1 Row: When | What
            3 Row ^1: 1914 | the war starts
              link to War: the war
            4 Row ^1:  | a|b
        "#]],
    );
}

#[test]
fn callouts_have_a_title_and_text() {
    check(
        "> [!event]- 27 October\n> Plane *shot* down.\n> - one\n> - two\n\n> [!quote]\n> Words\n\n> plain quote\n",
        &expect![[r#"
            1 CalloutTitle >: 27 October
            2 Paragraph ^1 >: Plane shot down.
              emphasis: shot
            3 Item 1 ^1 >: one
            4 Item 1 ^1 >: two
            7 Paragraph >: Words
            9 Paragraph >: plain quote
        "#]],
    );
}

#[test]
fn fences_are_read_line_by_line_unless_they_hold_a_program() {
    check(
        "```\nNATO - 1949 - treaty\n\nEEC - 1957\n```\n```python\nyear = 1962\n```\n~~~\nopen\n",
        &expect![[r#"
            2 Code: NATO - 1949 - treaty
            4 Code: EEC - 1957
            10 Code: open
            warning 9: This code block is never closed, so the rest of the note is read as code
        "#]],
    );
}

#[test]
fn links_tags_and_emphasis_are_marked() {
    check(
        "**Bold** *it* ==high== `co#de` #tag/sub [[a/Cuba]] [[Cuba#Bay of Pigs]] [[Cuba|isle]] ![[1962.png]] ![1962](x.png) <https://x.org/1962> https://y.org/1963 [site](https://z.org) [note](Bay%20of%20Pigs.md) ~~struck~~ 1 ~ 2 #1 a#b\n",
        &expect![[r#"
            1 Paragraph: Bold it high co#de #tag/sub Cuba Bay of Pigs isle https://x.org/1962 https://y.org/1963 site note 1 ~ 2 #1 a#b
              strong: Bold
              emphasis: it
              highlight: high
              code: co#de
              tag("tag/sub"): #tag/sub
              link to a/Cuba: Cuba
              link to Cuba: Bay of Pigs
              link to Cuba: isle
              address: https://x.org/1962
              address: https://y.org/1963
              link to Bay of Pigs: note
        "#]],
    );
}

#[test]
fn a_highlight_may_begin_with_emphasis_or_a_tilde() {
    check(
        "==**Draco** wrote== in ==~621 BC==, ==*he*== said; 2 ==*3* and\n",
        &expect![[r#"
            1 Paragraph: Draco wrote in ~621 BC, he said; 2 ==3 and
              highlight: Draco wrote
              strong: Draco
              highlight: ~621 BC
              emphasis: he
              highlight: he
              emphasis: 3
        "#]],
    );
}

#[test]
fn footnotes_are_sources_and_their_marks_vanish() {
    check(
        "Rome fell[^1] then^[Smith 1999].\n\n[^1]: Jones 2003, p. 4.\n",
        &expect![[r#"
            1 Paragraph: Rome fell then.
            3 Footnote: Jones 2003, p. 4.
        "#]],
    );
}

#[test]
fn comments_and_shortcodes_are_not_read() {
    check(
        "%%hidden 1900%% Shown <!-- no --> text %%x%%end\n\n%%\nblock 1901\n\n%%\n\n{{< figure src=\"1962.jpg\" >}}\n\n<!-- 1902\n\nstill -->\nend\n",
        &expect![[r#"
            1 Paragraph: Shown text end
            13 Paragraph: end
        "#]],
    );
}

#[test]
fn html_is_read_between_its_tags() {
    check(
        "<details><summary>Causes</summary>\n\nInside **text**\n\n</details>\n\nLine<br>next x<sup>12</sup> 5<sup>th</sup>\n\n<table><tr><td>476</td><td>Rome</td></tr></table>\n",
        &expect![[r#"
            1 Paragraph: Causes
            3 Paragraph: Inside text
              strong: text
            7 Paragraph: Line next x 5th
            9 Paragraph: 476 | Rome
        "#]],
    );
}

#[test]
fn lines_of_their_own_are_statements_and_wrapped_prose_is_not_broken() {
    check(
        "1914: Archduke shot\n1915: Lusitania sunk\n\nThe long war that began in the summer of 1914 was, as nearly all of\nthe people who saw it start believed, meant to end by Christmas; the\nPresident of France said so, too. It did not end.\n\nShort line,\nKennedy follows\n",
        &expect![[r#"
            1 Paragraph: 1914: Archduke shot 1915: Lusitania sunk
              1. 1914: Archduke shot
              2. 1915: Lusitania sunk
            4 Paragraph: The long war that began in the summer of 1914 was, as nearly all of the people who saw it start believed, meant to end by Christmas; the President of France said so, too. It did not end.
              4. The long war that began in the summer of 1914 was, as nearly all of the people who saw it start believed, meant to end by Christmas; the President of France said so, too.
              6. It did not end.
            8 Paragraph: Short line, Kennedy follows
        "#]],
    );
}

#[test]
fn stamps_and_tag_lines_are_loose() {
    check(
        "07-11-2023 18:42\n#Stalin #Bevin\n# Title\nText.\n#Kennedy #Castro\n",
        &expect![[r#"
            1 Loose: 07-11-2023 18:42
            2 Loose: #Stalin #Bevin
              tag("stalin"): #Stalin
              tag("bevin"): #Bevin
            3 Heading: Title
            4 Paragraph: Text.
            5 Loose: #Kennedy #Castro
              tag("kennedy"): #Kennedy
              tag("castro"): #Castro
        "#]],
    );
}

#[test]
fn block_ids_and_anchors_vanish() {
    check(
        "- Fact one ^abc123\n\n# Title {#id}\n\nText.\n\n^lone-id\n\n5^2\n",
        &expect![[r#"
        1 Item 1: Fact one
        3 Heading: Title
        5 Paragraph: Text.
        9 Paragraph: 5^2
    "#]],
    );
}

#[test]
fn line_ends_of_every_kind_keep_their_numbers() {
    check(
        "a\r\n\r\n- b\r\n- c\r\n",
        &expect![[r#"
        1 Paragraph: a
        3 Item 1: b
        4 Item 1: c
    "#]],
    );
    check(
        "\u{feff}# T\n\nx\n",
        &expect![[r#"
        1 Heading: T
        3 Paragraph: x
    "#]],
    );
    check(
        "a\r\rb\r\r- c\r",
        &expect![[r#"
            1 Paragraph: a
            3 Paragraph: b
            5 Item 1: c
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
fn text_files_have_no_code() {
    expect![[r#"
        1 Paragraph: Heading
        3 Paragraph: Indented prose that goes on here.
    "#]]
    .assert_eq(&outline(
        "a.txt",
        "Heading\n\n    Indented prose that\n    goes on here.\n",
    ));
}

#[test]
fn entities_and_escapes_keep_their_place() {
    check(
        "Marks &amp; Engels, 5&nbsp;May, \\*no\\* &nGt; $5 and $10, $\\to$\n",
        &expect![[r#"
        1 Paragraph: Marks & Engels, 5 May, *no* ≫⃒ $5 and $10, $\to$
    "#]],
    );
}

#[test]
fn options_that_are_off_change_nothing() {
    check(
        "# Crisis {1962}\n\nTerm\n: 1962 \"quoted\" -- x^2^ H~2~O $a*b*c$\n\n> [!NOTE]\n> gfm\n",
        &expect![[r#"
            1 Heading: Crisis {1962}
            3 Paragraph: Term : 1962 "quoted" -- x^2^ H~2~O $abc$
              3. Term
              4. : 1962 "quoted" -- x^2^ H~2~O $abc$
              emphasis: b
            7 Paragraph >: gfm
        "#]],
    );
}

#[test]
fn front_matter_stands_at_byte_0_alone() {
    check(
        "---\ntitle: T\n---\nText.\n",
        &expect![[r#"
        4 Paragraph: Text.
    "#]],
    );
    check(
        "---\ntitle: T\nText.\n",
        &expect![[r#"
        2 Paragraph: title: T Text.
          2. title: T
          3. Text.
        warning 1: The front matter is never closed, so it is read as text
    "#]],
    );
    check(
        "---\ntitle: [\n---\nText.\n",
        &expect![[r#"
        4 Paragraph: Text.
        warning 2: The front matter could not be read, so it was left out
    "#]],
    );
    check(
        "+++\ntitle = \"T\"\ndate = 2023-01-02\n+++\nText.\n",
        &expect![[r#"
        5 Paragraph: Text.
    "#]],
    );
    check(
        "\n---\ntitle: T\n---\n",
        &expect![[r#"
        3 Heading: title: T
    "#]],
    );
}

#[test]
fn lines_at_the_margin_below_a_list_stand_alone() {
    check(
        "- Congress\n    - Tagore gives back his knighthood\n1920-22 Non-cooperation\nSalt March 1930\nPartition:\n- riots\n- goes\non\n",
        &expect![[r#"
            1 Item 1: Congress
            2 Item 2 ^1: Tagore gives back his knighthood
            3 Paragraph: 1920-22 Non-cooperation Salt March 1930 Partition:
              3. 1920-22 Non-cooperation
              4. Salt March 1930
              5. Partition:
            6 Item 1 ^3: riots
            7 Item 1 ^3: goes on
        "#]],
    );
}

#[test]
fn a_picture_alone_on_the_last_line_is_no_line() {
    check(
        "It fell.\n![[a.jpg]]\n\nRoom 12, 9:30.\n![x](y.png)\n",
        &expect![[r#"
            1 Paragraph: It fell.
            4 Paragraph: Room 12, 9:30.
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
fn headings_without_a_space_are_headings_of_their_level() {
    check(
        "##The war\nIt began.\n###Fronts\n- East\n####1916\n> ##Quoted\n\n#tag\n##one ##two\n    ##code\n",
        &expect![[r#"
            1 Heading: The war
            2 Paragraph: It began.
            3 Heading: Fronts
            4 Item 1: East
            5 Heading: 1916
            6 Heading >: Quoted
            8 Loose: #tag
              tag("tag"): #tag
            9 Paragraph: ##one ##two ##code
              9. ##one ##two
              10. ##code
        "#]],
    );
    let document = read(
        "note.md",
        "##The war\n###Fronts\n##Peace\n",
        &mut Vec::new(),
    );
    let levels: Vec<_> = document
        .headings
        .iter()
        .map(|heading| (heading.level, heading.parent, heading.line))
        .collect();
    assert_eq!(levels, [(2, None, 1), (3, Some(0), 2), (2, None, 3)]);
    assert_eq!(document.blocks[1].span, 13..19);
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

#[test]
fn a_full_stop_at_the_end_of_a_line_ends_a_sentence_before_small_letters() {
    check(
        "He weighed the gas with great care and found it light.\nconcluded that it was new\nfound it in approx.\nten places\n",
        &expect![[r#"
            1 Paragraph: He weighed the gas with great care and found it light. concluded that it was new found it in approx. ten places
              1. He weighed the gas with great care and found it light.
              2. concluded that it was new found it in approx. ten places
        "#]],
    );
}

#[test]
fn words_in_tags_stay_in_their_line() {
    check(
        "<ul>\n<li><a href=\"x\">Tiberius</a> (14–37 CE)</li>\n<li>Rome <b>fell</b>, in <i>476</i>. The <a href=\"y\">king</a>s fled\nand left.</li>\n</ul>\n",
        &expect![[r#"
            2 Paragraph: Tiberius (14–37 CE)
            3 Paragraph: Rome fell, in 476. The kings fled and left.
              3. Rome fell, in 476.
              3. The kings fled and left.
        "#]],
    );
}
