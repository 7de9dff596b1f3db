//! Text of notes and people on its way to Discord: nothing in it may format, link, invite, mention, hide or overrun anything.

use unicode_normalization::char::is_combining_mark;

/// Marks on one letter that some language needs: accents of Vietnamese or ancient Greek; letters below each other in Tibetan.
const ACCENTS: usize = 3;
const MARKS: usize = 5;
/// No letter before it is one.
const FIRST_MARK: char = '\u{300}';
/// Discord's names of pictograms are no longer.
const PICTOGRAM: usize = 32;
/// An address in front of an invitation's code is no longer.
const ADDRESS: usize = 64;

/// `text` for places where Discord reads no Markdown: button labels, footers, choices.
///
/// One line; no control characters, none that reorder or are not seen, no towers of marks that reach into other lines.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    // Nearly all texts: words of printable ASCII with single spaces between them.
    let is_shown = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(is_shown) && !text.contains("  ") {
        return text.trim_matches(' ').to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut n_marks = 0;
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        if letter.is_whitespace() {
            n_marks = 0;
            if !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else if !matches!(letter, '!'..='~') && is_unseen(letter) {
            // What is dropped does not make room for more marks.
            if joins(plain.chars().next_back(), letter, next) {
                plain.push(letter);
            }
        } else if letter < FIRST_MARK || !is_combining_mark(letter) {
            n_marks = 0;
            plain.push(letter);
        } else if n_marks < most_marks(letter) {
            n_marks += 1;
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
    let mut copied = 0;
    // All that is escaped is ASCII, which is no part of another letter.
    for (at, byte) in rest.bytes().enumerate() {
        let is_escaped = match byte {
            b'\\' | b'*' | b'_' | b'~' | b'`' | b'|' | b'[' | b']' | b'<' => true,
            // A bare address would become a link, and `:joy:` a pictogram.
            b':' => rest[at..].starts_with("://") || is_pictogram(&rest[at + 1..]),
            // An invitation is found in the raw text, with or without `https` before it.
            b'/' => is_of_discord(&rest[..at]),
            // `allowed_mentions` forbids the ping already; this keeps it from looking like one.
            b'@' if is_ping(&rest[at + 1..]) => {
                escaped.push_str(&rest[copied..=at]);
                escaped.push('\u{200b}');
                copied = at + 1;
                false
            }
            _ => false,
        };
        if is_escaped {
            escaped.push_str(&rest[copied..at]);
            escaped.push('\\');
            copied = at;
        }
    }
    escaped.push_str(&rest[copied..]);
    escaped
}

fn is_ping(after: &str) -> bool {
    after.starts_with("everyone") || after.starts_with("here")
}

/// `joy:`, after a colon.
fn is_pictogram(after: &str) -> bool {
    let name = after
        .bytes()
        .take(PICTOGRAM + 1)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-'));
    let length = name.count();
    length > 0 && after.as_bytes().get(length) == Some(&b':')
}

/// Whether the word that ends here is an address of Discord's: `discord.gg`, `https://discord.com/invite`.
fn is_of_discord(before: &str) -> bool {
    let bytes = before.as_bytes();
    let near = &bytes[bytes.len().saturating_sub(ADDRESS)..];
    let word = near.rsplit(u8::is_ascii_whitespace).next();
    let word = word.unwrap_or_default().to_ascii_lowercase();
    word.windows(7).any(|part| part == b"discord")
}

fn most_marks(mark: char) -> usize {
    match mark {
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe2f}' => ACCENTS,
        _ => MARKS,
    }
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
            | '\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
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
            r"\<@1> \<@&2> \<#3> \<\:e:4> \<t\:5:R> \</c:6>",
        );
        check("<id:customize> <a:e:4>", r"\<id:customize> \<a\:e:4>");
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
    fn nothing_becomes_a_link_an_invitation_or_a_pictogram() {
        check("http://a.example/b", r"http\://a.example/b");
        check("discord.gg/abc", r"discord.gg\/abc");
        check("(Discord.GG/invite/abc)", r"(Discord.GG\/invite\/abc)");
        check(
            "https://discord.com/invite/abc",
            r"https\://discord.com\/invite\/abc",
        );
        check("discordapp.com/template/x", r"discordapp.com\/template\/x");
        check("and/or, 27/10/62", "and/or, 27/10/62");
        check(":joy: :+1: :100:", r"\:joy: \:+1: \:100:");
        check("10:30 : a :: b: c", "10:30 : a :: b: c");
    }

    #[test]
    fn marks_do_not_pile_up() {
        let tower = |letter: &str, mark: &str, n: usize| format!("{letter}{}", mark.repeat(n));
        check(&tower("Z", "\u{321}", 60), &tower("Z", "\u{321}", 3));
        check(&tower("ก", "\u{e49}", 60), &tower("ก", "\u{e49}", 5));
        check(
            &tower("a", "\u{489}\u{200b}", 60),
            &tower("a", "\u{489}", 3),
        );
        check(&tower("", "\u{fe0f}", 9), &tower("", "\u{fe0f}", 3));
        for needed in [
            "ế",
            "e\u{302}\u{301}",
            "ᾆ",
            "α\u{313}\u{342}\u{345}",
            "שּׁ\u{5b8}",
            "हिन्दी",
            "བརྒྱུད",
            "น้ำ",
            "1\u{fe0f}\u{20e3}",
        ] {
            check(needed, needed);
        }
    }

    #[test]
    fn letters_that_only_look_like_others_stay_as_they_are() {
        // They are somebody's letters; a name beside a number tells people apart.
        check("Аnn Ꭺnn ａｎｎ", "Аnn Ꭺnn ａｎｎ");
    }

    #[test]
    fn markup_of_other_languages_is_text() {
        check(
            "<script>alert(1)</script> &lt; ]]> <!--",
            r"\<script>alert(1)\</script> &lt; \]\]> \<!--",
        );
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
