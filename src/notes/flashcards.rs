//! Flashcards that an author wrote on purpose, in the forms of Obsidian's spaced-repetition plugin, and multiple choice.
//!
//! Forms and separators are the defaults of <https://github.com/st3v3nmw/obsidian-spaced-repetition>.
//! The plugin reads only notes tagged `#flashcards`. Here every note is read, but in a note without that tag a form that
//! means something else to other tools is left to them: `key:: value` is a field, a line that is highlighted whole is emphasis.

mod choices;
mod cloze;
mod cut;

use super::facts::Flashcard;
use super::ids::{self, END, Ids, Stem, normalise};
use super::markdown::{Document, read as read_markdown};
use cut::{Card, Form};

/// Every flashcard of the note at `path`, in file order.
#[must_use]
pub fn read(path: &str, source: &str, document: &Document) -> Vec<Flashcard> {
    let tagged = document.tags.iter().any(|tag| {
        let deck = tag.split('/').next().unwrap_or_default();
        deck.eq_ignore_ascii_case("flashcards") || deck.eq_ignore_ascii_case("flashcard")
    });
    let mut stem = Stem::of("card");
    stem.add(path.as_bytes());
    stem.add(&[END]);
    let mut maker = Maker {
        document,
        ids: Ids::default(),
        stem,
        under: (None, stem),
        id_parts: Vec::with_capacity(ids::USUAL),
        made: Vec::new(),
    };
    let skipped = document.front_matter.lines as usize;
    for card in cut::cards(source, &document.line_starts, skipped, tagged) {
        maker.make(&card, tagged);
    }
    for card in choices::read(document, tagged) {
        maker.add(card);
    }
    maker.made.sort_by_key(|card| card.line);
    maker.made
}

struct Maker<'d> {
    document: &'d Document,
    ids: Ids,
    /// What all ids begin with.
    stem: Stem,
    /// The heading over the last card, and what the ids of cards under it begin with.
    under: (Option<usize>, Stem),
    /// What the id at hand is made of besides; kept for its room.
    id_parts: Vec<u8>,
    made: Vec<Flashcard>,
}

impl Maker<'_> {
    fn make(&mut self, card: &Card<'_>, tagged: bool) {
        let sides = match card.form {
            Form::Cloze => {
                for deletion in cloze::deletions(card.front) {
                    let (question, answer) = (plain(&deletion.question), plain(&deletion.answer));
                    let words_left = question.split_whitespace().count();
                    if tagged || words_left > 3 {
                        self.side(question, answer, card.line);
                    }
                }
                return;
            }
            Form::Forward | Form::BothWays => (plain(card.front), plain(card.back)),
        };
        let (front, back) = sides;
        if matches!(card.form, Form::BothWays) {
            self.side(front.clone(), back.clone(), card.line);
            self.side(back, front, card.line);
        } else {
            self.side(front, back, card.line);
        }
    }

    fn side(&mut self, question: String, answer: String, line: u32) {
        let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
        if has_words(&question) && has_words(&answer) {
            self.add(Flashcard {
                id: String::new(),
                question,
                answer,
                wrong: Vec::new(),
                line,
            });
        }
    }

    fn add(&mut self, mut card: Flashcard) {
        self.enter(card.line);
        self.id_parts.clear();
        self.id_parts.push(END);
        normalise(&card.question, &mut self.id_parts);
        self.id_parts.push(END);
        card.id = self.ids.of(&self.under.1, &self.id_parts).text();
        self.made.push(card);
    }

    /// Moves on to a line: the words of the headings over it are part of the ids of its cards.
    fn enter(&mut self, line: u32) {
        let headings = &self.document.headings;
        let after = headings.partition_point(|heading| heading.line <= line);
        let mut heading = after.checked_sub(1);
        if heading == self.under.0 {
            return;
        }
        self.under = (heading, self.stem);
        self.id_parts.clear();
        while let Some(index) = heading {
            let block = &self.document.blocks[headings[index].block];
            normalise(&block.text.visible, &mut self.id_parts);
            self.id_parts.push(0x1f);
            heading = headings[index].parent;
        }
        self.under.1.add(&self.id_parts);
    }
}

/// The readable words of a side of a card: no markup, no tags at the front, no schedule.
fn plain(markdown: &str) -> String {
    let mut markdown = markdown.trim();
    while let Some(tag) = markdown.strip_prefix('#') {
        let end = tag.find(char::is_whitespace).unwrap_or(tag.len());
        if end == 0 || tag.starts_with('#') {
            break;
        }
        markdown = tag[end..].trim_start();
    }
    if is_bare(markdown) {
        return markdown.to_owned();
    }
    let document = read_markdown("", markdown, &mut Vec::new());
    let lines: Vec<&str> = document
        .blocks
        .iter()
        .map(|block| block.text.visible.trim())
        .collect();
    lines.join("\n")
}

/// Whether `markdown` is one line of words and marks that mean nothing but themselves, as most sides of cards are.
fn is_bare(markdown: &str) -> bool {
    let bare = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b' ' | b',' | b'.' | b'?' | b'\'' | b'"' | b';' | b'(' | b')' | b'-'
            )
    };
    markdown.starts_with(|first: char| first.is_ascii_alphabetic())
        && markdown.bytes().all(bare)
        && !markdown.as_bytes().windows(2).any(|pair| pair == b"  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let document = read_markdown("note.md", text, &mut Vec::new());
        let shown: Vec<String> = read("note.md", text, &document)
            .iter()
            .map(|card| {
                let wrong: String = card
                    .wrong
                    .iter()
                    .map(|wrong| format!(" / not {wrong}"))
                    .collect();
                format!(
                    "{} {:?} = {:?}{wrong}",
                    card.line, card.question, card.answer
                )
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn one_line_forward_and_both_ways() {
        check(
            "#flashcards\nWho led Cuba?::**Castro**\nfirst:::second\n- Capital :: Havana ^id\n",
            &expect![[r#"
                2 "Who led Cuba?" = "Castro"
                3 "first" = "second"
                3 "second" = "first"
                4 "Capital" = "Havana""#]],
        );
    }

    #[test]
    fn several_lines_forward_and_both_ways() {
        check(
            "#flashcards\n\nA question\nof two lines\n?\nIts answer\nof two lines\n<!--SR:!2024-01-01,3,250-->\n\none\n??\n- two\n- three\n\nnothing\n\n?\n\nfollows\n",
            &expect![[r#"
                3 "A question of two lines" = "Its answer of two lines"
                10 "one" = "two\nthree"
                10 "two\nthree" = "one""#]],
        );
    }

    #[test]
    fn highlights_are_gaps() {
        check(
            "#flashcards\nThe ==first== crisis was in ==1962==^[year].\n\n==alone==\n\nTwo ==1;;a== and ==1;;b== and ==2;;c;;letter==\n",
            &expect![[r#"
                1 "The [...] crisis was in 1962." = "first"
                1 "The first crisis was in [year]." = "1962"
                6 "Two [...] and [...] and c" = "a, b"
                6 "Two a and b and [letter]" = "c""#]],
        );
    }

    #[test]
    fn code_is_never_a_card() {
        check(
            "#flashcards\n`a::b`\n\n```\nc::d\n```\n\n<!-- e::f\ng::h -->\n%%\ni::j\n%%\n",
            &expect![[""]],
        );
    }

    #[test]
    fn a_note_without_the_tag_keeps_its_fields_and_emphasis() {
        check(
            "born:: 1917\n[died:: 1963]\n==Important==\n\nstd::vector\nWhat is NATO?::An alliance\nCENTO::A pact of 1955\n",
            &expect![[r#"
                6 "What is NATO?" = "An alliance"
                7 "CENTO" = "A pact of 1955""#]],
        );
    }

    #[test]
    fn task_lists_with_right_and_wrong_boxes_are_choices() {
        check(
            "# Quiz\nWho blinked first?\n- [ ] Kennedy\n- [x] Khrushchev\n- [ ] Castro\n\nTo do:\n- [x] read\n- [ ] write\n",
            &expect![[r#"2 "Who blinked first?" = "Khrushchev" / not Kennedy / not Castro"#]],
        );
    }
}
