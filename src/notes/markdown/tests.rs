//! Notes of every style → blocks and statements, as an outline.

mod inline;
mod lists;

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
