//! `Term: text`, `**Term** – text` and inline fields (`key:: value`, `[key:: value]`).

mod lists;
mod parts;

use super::facts::{Definition, Flashcard};
use super::ids::{Ids, normalised};
use super::markdown::{Block, BlockKind, Document, MarkKind};
use parts::parts;

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
