//! `Term: text`, `**Term** – text` and inline fields (`key:: value`, `[key:: value]`).

mod lists;

use std::ops::Range;

use super::facts::{Definition, Flashcard};
use super::ids::{Ids, normalised};
use super::lex::{Kind, Token};
use super::markdown::{Block, BlockKind, Document, MarkKind, Statement};
use lists::{LABELS, MONTHS_AND_DAYS, NOT_LAST, SMALL};

/// A term has at most this many words.
const MOST_WORDS: usize = 6;

/// Every definition of a document, in file order; what is a flashcard is none.
#[must_use]
pub fn read(document: &Document, flashcards: &[Flashcard]) -> Vec<Definition> {
    let mut found = Vec::new();
    let mut ids = Ids::default();
    let mut looked_at = (usize::MAX, false);
    for (index, statement) in document.statements.iter().enumerate() {
        let block = &document.blocks[statement.block];
        if !matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Code
        ) {
            continue;
        }
        if looked_at.0 != statement.block {
            looked_at = (statement.block, may_define(block));
        }
        if !looked_at.1 {
            continue;
        }
        let Some((term, text)) = parts(block, statement) else {
            continue;
        };
        if flashcards
            .binary_search_by_key(&statement.lines.0, |card| card.line)
            .is_ok()
        {
            continue;
        }
        let visible = block.text.visible.as_str();
        let (term, text) = (visible[term].trim(), visible[text].trim());
        let id = ids.next([
            &b"definition"[..],
            &statement.id.digits(),
            normalised(term).as_bytes(),
        ]);
        found.push(Definition {
            id: id.text(),
            term: term.to_owned(),
            text: text.to_owned(),
            line: statement.lines.0,
            statement: index,
        });
    }
    found
}

/// Whether a block has a colon or bold words: cheap, for passing over most of a note.
fn may_define(block: &Block) -> bool {
    block.signs.any(b":") || block.marks.iter().any(|mark| mark.kind == MarkKind::Strong)
}

/// The bytes of the term and of its text in the block's visible text.
fn parts(block: &Block, statement: &Statement) -> Option<(Range<usize>, Range<usize>)> {
    let tokens = &block.tokens[statement.tokens.clone()];
    let (first, last) = (tokens.first()?, tokens.last()?);
    let end = last.end as usize;
    let (term, text) = match bold(block, tokens) {
        Some((term, from)) => (term, from..end),
        None => match field(block, tokens) {
            Some(field) => field,
            None => {
                let (term, from) = plain(block, tokens)?;
                (term, from..end)
            }
        },
    };
    let visible = block.text.visible.as_str();
    let words = visible[term.clone()].trim();
    let is_term = words.chars().any(char::is_alphabetic) && !is_label(words);
    let says = visible
        .get(text.clone())?
        .chars()
        .any(char::is_alphanumeric);
    (is_term && says && term.start >= first.start as usize).then_some((term, text))
}

/// `key:: value` on a line of its own, `[key:: value]` and `(key:: value)` anywhere.
fn field(block: &Block, tokens: &[Token]) -> Option<(Range<usize>, Range<usize>)> {
    let visible = block.text.visible.as_str();
    let colon = tokens.windows(2).position(|pair| {
        !pair[1].spaced && is_colon(visible, &pair[0]) && is_colon(visible, &pair[1])
    })?;
    let value = tokens.get(colon + 2).filter(|value| value.spaced)?;
    let open = tokens[..colon]
        .iter()
        .rposition(|token| matches!(token.of(visible), "[" | "("));
    let (key, close) = match open {
        Some(open) => {
            let sign = if tokens[open].of(visible) == "[" {
                "]"
            } else {
                ")"
            };
            (
                open + 1,
                colon
                    + 2
                    + tokens[colon + 2..]
                        .iter()
                        .position(|token| token.of(visible) == sign)?,
            )
        }
        None => (0, tokens.len()),
    };
    let (first, last) = (tokens[..colon].get(key)?, tokens.get(close - 1)?);
    let words = tokens[key..colon]
        .iter()
        .filter(|token| token.kind == Kind::Word)
        .count();
    (words <= MOST_WORDS).then_some((
        first.start as usize..tokens[colon].start as usize,
        value.start as usize..last.end as usize,
    ))
}

/// `**Term** – text`, `**Term**: text`, `**Term:** text`: the term, and where the text begins.
fn bold(block: &Block, tokens: &[Token]) -> Option<(Range<usize>, usize)> {
    let first = tokens.first()?;
    let strong = block
        .marks
        .iter()
        .take_while(|mark| mark.range.start <= first.start)
        .find(|mark| mark.kind == MarkKind::Strong && mark.range.start == first.start)?;
    let visible = block.text.visible.as_str();
    // "**M**ilitarism"
    if visible[strong.range.end as usize..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let words = &visible[strong.range.start as usize..strong.range.end as usize];
    let inside = words.trim_end();
    let term = inside.trim_end_matches([':', '–', '—', '-', ' ']);
    let separated_inside = term.len() < inside.len();
    let next = tokens
        .iter()
        .position(|token| token.start >= strong.range.end)?;
    let from = match (
        separated_inside,
        visible.get(tokens[next].start as usize..tokens[next].end as usize)?,
    ) {
        (true, _) => tokens[next].start,
        (false, ":" | "–" | "—" | "=") => tokens[next].end,
        (false, "-") if tokens[next].spaced && tokens.get(next + 1)?.spaced => tokens[next].end,
        _ => return None,
    };
    let n_words = term.split_whitespace().count();
    (n_words <= MOST_WORDS + 2).then(|| {
        (
            strong.range.start as usize..strong.range.start as usize + term.len(),
            from as usize,
        )
    })
}

/// `Term: text`: the term, and where the text begins.
fn plain(block: &Block, tokens: &[Token]) -> Option<(Range<usize>, usize)> {
    let visible = block.text.visible.as_str();
    let colon = tokens
        .iter()
        .take(2 * MOST_WORDS + 2)
        .position(|token| is_colon(visible, token))?;
    let (before, after) = (&tokens[..colon], tokens.get(colon + 1)?);
    let first = before.first()?;
    if tokens[colon].spaced || !after.spaced || !first.capital {
        return None;
    }
    let (mut words, mut common) = (0, 0);
    for token in before {
        match (token.kind, token.of(visible)) {
            (Kind::Word, word) => {
                words += 1;
                common += usize::from(!token.capital && !SMALL.contains(&word));
            }
            (Kind::Number, number) if number.len() < 3 => {}
            (Kind::Punct, "-" | "'" | "’" | "(" | ")" | "&" | "." | "/" | "\"" | "“" | "”") =>
                {}
            _ => return None,
        }
    }
    let last = before.last()?.of(visible).to_lowercase();
    // A long run of common words is a sentence before a colon.
    let is_name = words <= 3 || common == 0;
    (words <= MOST_WORDS && is_name && !NOT_LAST.contains(&last.as_str())).then_some((
        first.start as usize..tokens[colon].start as usize,
        after.start as usize,
    ))
}

#[inline]
fn is_colon(text: &str, token: &Token) -> bool {
    token.kind == Kind::Punct && text.as_bytes()[token.start as usize] == b':'
}

/// Whether all that stands before the colon is a label such as "Note", or a date.
fn is_label(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut parts = lower
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = parts.next().unwrap_or_default();
    let is_time = |word: &str| {
        MONTHS_AND_DAYS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.next() {
        None => LABELS.contains(&first) || is_time(first),
        Some(_) => is_time(first) || LABELS.contains(&lower.trim_matches(['*', ' '])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::flashcards;
    use crate::notes::markdown;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let document = markdown::read("note.md", text, &mut Vec::new());
        let cards = flashcards::read("note.md", text, &document);
        let shown: Vec<String> = read(&document, &cards)
            .iter()
            .map(|found| format!("{} {} = {}", found.line, found.term, found.text))
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn terms_with_a_colon() {
        check(
            "- MAD: mutual assured destruction\n- Truman Doctrine: help against communism. It cost money.\n\nGlasnost: openness\nPerestroika: rebuilding\n",
            &expect![[r#"
                1 MAD = mutual assured destruction
                2 Truman Doctrine = help against communism. It cost money.
                4 Glasnost = openness
                5 Perestroika = rebuilding"#]],
        );
    }

    #[test]
    fn terms_in_bold() {
        check(
            "**Détente** – a thaw\n\n- **Iron Curtain**: the border\n- **Cold War:** no fighting\n- **Bold** start of a sentence\n- **Zwei Wörter** - mit Strich\n",
            &expect![[r#"
                1 Détente = a thaw
                3 Iron Curtain = the border
                4 Cold War = no fighting
                6 Zwei Wörter = mit Strich"#]],
        );
    }

    #[test]
    fn fields() {
        check(
            "born:: 1917\n\nHe was president [party:: Democrats]\n\n[office:: President]\n",
            &expect![[r#"
                1 born = 1917
                3 party = Democrats
                5 office = President"#]],
        );
    }

    #[test]
    fn labels_dates_and_sentences_are_no_terms() {
        check(
            "- Note: read this\n- 1954: Brown\n- Jan 5: talks\n- Kennedy said: no\n- Causes: many\n- https://example.org/a\n- at 18:42 he came\n- Because:\n- Clay starts the airlift: 32 flights\n- The long list of all that followed in the war: x\n",
            &expect![[""]],
        );
    }
}
