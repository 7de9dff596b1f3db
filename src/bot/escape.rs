//! Text of notes and people on its way to Discord: nothing in it may format, link, mention or hide anything.

/// `text` for places where Discord reads no Markdown: button labels, footers, choices.
///
/// One line; no control characters, none that reorder or are not seen.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        if letter.is_whitespace() {
            if !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else if !is_unseen(letter) || joins(plain.chars().next_back(), letter, next) {
            plain.push(letter);
        }
    }
    plain.trim().to_owned()
}

/// `text` for places where Discord reads Markdown: every reader sees it as it stands in the note.
#[must_use]
pub(super) fn markdown(text: &str) -> String {
    let plain = plain(text);
    let mut escaped = String::with_capacity(plain.len() + 8);
    let mut rest = plain.as_str();
    // "1." and "1)" open a numbered list.
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && rest[digits..].starts_with(['.', ')']) {
        escaped.push_str(&rest[..digits]);
        escaped.push('\\');
        rest = &rest[digits..];
    } else if rest.starts_with(['#', '-', '+', '>']) {
        escaped.push('\\');
    }
    for (at, letter) in rest.char_indices() {
        match letter {
            '\\' | '*' | '_' | '~' | '`' | '|' | '[' | ']' | '<' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            // A bare address would become a link.
            ':' if rest[at..].starts_with("://") => escaped.push_str("\\:"),
            // `allowed_mentions` forbids the ping already; this keeps it from looking like one.
            '@' if is_ping(&rest[at + 1..]) => escaped.push_str("@\u{200b}"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

fn is_ping(after: &str) -> bool {
    after.starts_with("everyone") || after.starts_with("here")
}

/// Joiners (U+200C, U+200D) belong to words of some scripts and to pictograms, not between ASCII letters.
fn joins(before: Option<char>, letter: char, after: Option<char>) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
        && [before, after]
            .into_iter()
            .all(|beside| beside.is_some_and(|beside| !beside.is_ascii() && !is_unseen(beside)))
}

/// Control, zero-width, bidirectional and filler characters; tag characters.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(markdown(text), expected, "{text:?}");
    }

    #[test]
    fn markdown_of_a_note_is_shown_as_it_stands() {
        check("plain words, 1962 -> 1963", "plain words, 1962 -> 1963");
        check(
            "**bold** _it_ ~~no~~ `code` ||spoiler||",
            r"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|",
        );
        check("```\nblock\n```", r"\`\`\` block \`\`\`");
        check(
            "[text](https://example.org)",
            r"\[text\](https\://example.org)",
        );
        check(r"a \ b", r"a \\ b");
    }

    #[test]
    fn nothing_at_the_start_of_a_line_makes_a_block() {
        check("# heading", r"\# heading");
        check("### heading", r"\### heading");
        check("-# small", r"\-# small");
        check("- item", r"\- item");
        check("+ item", r"\+ item");
        check("* item", r"\* item");
        check("> quote", r"\> quote");
        check(">>> quote", r"\>>> quote");
        check("1. first", r"1\. first");
        check("1962) what", r"1962\) what");
        check("1962.", r"1962\.");
        check("first\n# second", "first # second");
    }

    #[test]
    fn nothing_is_mentioned() {
        check(
            "<@1> <@&2> <#3> <:e:4> <t:5:R> </c:6>",
            r"\<@1> \<@&2> \<#3> \<:e:4> \<t:5:R> \</c:6>",
        );
        check("@everyone and @here", "@\u{200b}everyone and @\u{200b}here");
        check("ann@example.org", "ann@example.org");
    }

    #[test]
    fn what_is_not_seen_is_dropped() {
        check("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{0}f", "abcdef");
        check("@\u{200b}everyone", "@\u{200b}everyone");
        check("\u{3164}\u{e0041} ", "");
        check("a\u{200d}b", "ab");
        check(
            "👩\u{200d}🚀 می\u{200c}خواهم",
            "👩\u{200d}🚀 می\u{200c}خواهم",
        );
        check("*\u{200b}*x", r"\*\*x");
    }

    #[test]
    fn labels_stay_without_backslashes() {
        assert_eq!(
            plain(" Earlier:\n26_October \u{202e}"),
            "Earlier: 26_October"
        );
    }

    proptest::proptest! {
        #[test]
        fn taking_the_backslashes_away_gives_the_plain_text(text in "\\PC{0,60}") {
            let shown = markdown(&text).replace("@\u{200b}", "@");
            let mut bare = String::new();
            let mut letters = shown.chars();
            while let Some(letter) = letters.next() {
                bare.push(if letter == '\\' { letters.next().unwrap() } else { letter });
            }
            proptest::prop_assert_eq!(bare, plain(&text));
        }
    }
}
