//! What stands within a line: marks, comments, HTML; and where its sentences end.

use expect_test::expect;

use super::check;

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
fn entities_and_escapes_keep_their_place() {
    check(
        "Marks &amp; Engels, 5&nbsp;May, \\*no\\* &nGt; $5 and $10, $\\to$\n",
        &expect![[r#"
        1 Paragraph: Marks & Engels, 5 May, *no* ≫⃒ $5 and $10, $\to$
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
