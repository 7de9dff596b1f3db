//! Blanks what is not meant to be read, byte for byte, so that offsets hold: comments, shortcodes, footnotes in the line, formulas.

mod scan;

use std::borrow::Cow;
use std::ops::Range;

use super::signs::double;
use scan::{Hidden, Scan};

/// Stands in for a blanked byte where the line has other words; never shown.
pub(super) const FILLER: char = '\u{1}';

/// `text` with `%%comments%%`, `{{< shortcodes >}}`, `^[footnotes]` and `$$formulas$$` blanked, with the last `#` of `##Heading`
/// made a space, and the bytes of a comment that is opened and never closed (Obsidian hides the rest of such a note; here it
/// is read).
///
/// `tight` says whether there may be such headings.
pub(super) fn mask(text: &str, tight: bool) -> (Cow<'_, str>, Option<Range<usize>>) {
    let any = may_hide(text.as_bytes());
    if !any && !tight {
        return (Cow::Borrowed(text), None);
    }
    let mut scan = Scan::of(text);
    (scan.tight, scan.signs) = (tight, any);
    while scan.at < text.len() {
        scan.line();
    }
    let Scan { hidden, open, .. } = scan;
    if hidden.is_empty() {
        return (Cow::Borrowed(text), open);
    }
    let mut masked = text.as_bytes().to_vec();
    for Hidden { range, opens_line } in hidden {
        if range.len() == 1 {
            masked[range.start] = b' ';
            continue;
        }
        let rest = text[range.end..].trim_start_matches([' ', '\t']);
        let text_follows = !rest.is_empty() && !rest.starts_with(['\n', '\r']);
        // A line of its own becomes a blank line; elsewhere spaces could make an indented code block.
        let blank = if opens_line && !text_follows {
            b' '
        } else {
            FILLER as u8
        };
        for byte in &mut masked[range] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = blank;
            }
        }
    }
    let masked = String::from_utf8(masked).expect("whole characters were replaced by ASCII");
    (Cow::Owned(masked), open)
}

/// Whether something may have to be hidden: cheap, for nearly all notes.
fn may_hide(bytes: &[u8]) -> bool {
    let opens = |at: usize| {
        matches!(
            bytes[at..],
            [b'%', b'%', ..] | [b'{', b'{', b'<' | b'%', ..] | [b'^', b'[', ..]
        )
    };
    memchr::memchr3_iter(b'%', b'{', b'^', bytes).any(opens) || double(b'$', bytes).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let (masked, open) = mask(text, true);
        assert_eq!(masked.len(), text.len());
        let open = open
            .map(|open| format!(" open at {}", open.start))
            .unwrap_or_default();
        expected.assert_eq(&format!(
            "{}{open}",
            masked.replace(FILLER, "~").replace(' ', "·")
        ));
    }

    #[test]
    fn comments_become_blanks_of_equal_length() {
        check(
            "a %%b é%% c\n%%whole\nlines%%\nd",
            &expect![[r#"
                a·~~~~~~~~·c
                ·······
                ·······
                d"#]],
        );
        check("%%aside%% Text goes on", &expect!["~~~~~~~~~·Text·goes·on"]);
    }

    #[test]
    fn headings_get_the_space_they_lack() {
        check(
            "##War\n### Peace\n#tag\n```\n##code\n```\n## %%x%% ##end",
            &expect![[r#"
                #·War
                ###·Peace
                #tag
                ```
                ##code
                ```
                ##·~~~~~·##end"#]],
        );
    }

    #[test]
    fn code_keeps_its_signs() {
        check(
            "```\n%%x%%\n```\n`%%y%%` %%z%%",
            &expect![[r#"
                ```
                %%x%%
                ```
                `%%y%%`·~~~~~"#]],
        );
    }

    #[test]
    fn a_backslash_may_be_the_last_character() {
        check("a^[b] \\", &expect![[r#"a~~~~·\"#]]);
    }

    #[test]
    fn an_unclosed_comment_hides_nothing() {
        check(
            "a\n%% b\nc 50%% d",
            &expect![[r#"
                a
                ~~~~
                ~~~~~~·d"#]],
        );
        check(
            "a\n%% b\nc",
            &expect![[r#"
            a
            %%·b
            c open at 2"#]],
        );
    }

    #[test]
    fn shortcodes_footnotes_and_formulas_go() {
        check(
            "{{< figure src=\"1962.jpg\" >}}\nx^[Smith [ed.] 1999, p. 3] y $$x=1945$$ $$\\to$$ z",
            &expect![[r#"
                ·····························
                x~~~~~~~~~~~~~~~~~~~~~~~~~·y·~~~~~~~~~~·$$\to$$·z"#]],
        );
    }
}
