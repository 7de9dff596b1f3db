//! The fonts that come along, what of a text can be written in them, and how wide it is.

use std::sync::Arc;

use any_ascii::any_ascii_char;
use resvg::usvg::fontdb;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::bot::escape;

const REGULAR: &[u8] = include_bytes!("fonts/ClioSans-Regular.otf");
const SEMIBOLD: &[u8] = include_bytes!("fonts/ClioSans-SemiBold.otf");

/// Figures of one width have these codes in the fonts.
const TABULAR: std::ops::RangeInclusive<char> = '\u{e030}'..='\u{e039}';

/// Marks on one letter; more are a prank.
const MARKS: usize = 2;

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

/// Both fonts, read once.
#[derive(Debug)]
pub(super) struct Fonts {
    pub(super) database: Arc<fontdb::Database>,
    regular: Face,
    semibold: Face,
}

/// A text that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) text: String,
    /// Some of it is spelled in Latin letters, as the fonts have no others for it.
    pub(super) is_spelled: bool,
}

struct Face {
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Face").finish_non_exhaustive()
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("the font that comes along is whole");
        Self {
            letters: font.charmap(),
            // Widths are asked for at one pixel and multiplied.
            metrics: font.glyph_metrics(Size::new(1.0), LocationRef::default()),
        }
    }

    fn has(&self, letter: char) -> bool {
        !TABULAR.contains(&letter) && self.letters.map(letter).is_some()
    }

    fn width(&self, letter: char) -> f32 {
        let glyph = self.letters.map(letter).unwrap_or_default();
        self.metrics.advance_width(glyph).unwrap_or_default()
    }
}

impl Fonts {
    pub(super) fn read() -> Self {
        let mut database = fontdb::Database::new();
        database.load_font_data(REGULAR.to_vec());
        database.load_font_data(SEMIBOLD.to_vec());
        Self {
            database: Arc::new(database),
            regular: Face::read(REGULAR),
            semibold: Face::read(SEMIBOLD),
        }
    }

    /// `text` in letters that the fonts have. Foreign scripts are spelled in Latin letters, pictograms are left out.
    pub(super) fn write(&self, text: &str) -> Written {
        let mut written = Written {
            text: String::with_capacity(text.len()),
            is_spelled: false,
        };
        let mut n_marks = 0;
        for letter in escape::plain(text).nfc() {
            n_marks = if is_combining_mark(letter) {
                n_marks + 1
            } else {
                0
            };
            if n_marks > MARKS {
                continue;
            }
            if self.regular.has(letter) {
                written.text.push(letter);
                continue;
            }
            let plainer: String = std::iter::once(letter).nfkc().collect();
            if plainer.chars().all(|letter| self.regular.has(letter)) {
                written.text.push_str(&plainer);
                continue;
            }
            let spelled = any_ascii_char(letter);
            let is_name_of_pictogram =
                !letter.is_alphanumeric() && spelled.contains(|part: char| part.is_alphanumeric());
            if !is_name_of_pictogram {
                written.text.push_str(spelled);
                written.is_spelled |= letter.is_alphanumeric() && !spelled.is_empty();
            }
        }
        written.text = written
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        written
    }

    /// Whether a letter can be written as it is.
    #[cfg(test)]
    pub(super) fn has(&self, letter: char) -> bool {
        self.regular.has(letter) && self.semibold.has(letter)
    }

    /// How wide a written text is.
    pub(super) fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        };
        text.chars().map(|letter| face.width(letter)).sum::<f32>() * size
    }

    /// A written text as far as it goes into `room`, cut with an ellipsis.
    pub(super) fn fit(&self, text: &str, size: f32, weight: Weight, room: f32) -> String {
        if self.width(text, size, weight) <= room {
            return text.to_owned();
        }
        let room = room - self.width("…", size, weight);
        let mut width = 0.0;
        let mut end = 0;
        for (at, letter) in text.char_indices() {
            width += self.width(letter.encode_utf8(&mut [0; 4]), size, weight);
            if width > room {
                break;
            }
            end = at + letter.len_utf8();
        }
        // Between words, where that costs little.
        let kept = &text[..end];
        let is_word = text[end..].starts_with(' ');
        let end = kept
            .rfind(' ')
            .filter(|space| !is_word && space * 10 > end * 7)
            .unwrap_or(end);
        let kept = text[..end].trim_end_matches([' ', ',', ';', ':', '.', '-', '–']);
        format!("{kept}…")
    }

    /// A written text in at most `most` lines that go into `room`; the last is cut with an ellipsis.
    pub(super) fn wrap(
        &self,
        text: &str,
        size: f32,
        weight: Weight,
        room: f32,
        most: usize,
    ) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut rest = text;
        while !rest.is_empty() && lines.len() + 1 < most {
            if self.width(rest, size, weight) <= room {
                break;
            }
            let end = self.break_before(rest, size, weight, room);
            let Some(end) = end else { break };
            lines.push(rest[..end].trim_end().to_owned());
            rest = rest[end..].trim_start();
        }
        if !rest.is_empty() {
            lines.push(self.fit(rest, size, weight, room));
        }
        lines
    }

    /// Where a line that goes into `room` ends: at the last space in it.
    fn break_before(&self, text: &str, size: f32, weight: Weight, room: f32) -> Option<usize> {
        let mut width = 0.0;
        let mut end = None;
        for (at, letter) in text.char_indices() {
            if letter == ' ' {
                end = Some(at);
            }
            width += self.width(letter.encode_utf8(&mut [0; 4]), size, weight);
            if width > room {
                break;
            }
        }
        end
    }
}

/// `text` with figures of one width, so that those of a column stand under each other.
pub(super) fn tabular(text: &str) -> String {
    let figure = |letter: char| {
        let figure = letter.to_digit(10)?;
        char::from_u32(u32::from(*TABULAR.start()) + figure)
    };
    text.chars()
        .map(|letter| figure(letter).unwrap_or(letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_written_in_letters_that_the_fonts_have() {
        let fonts = Fonts::read();
        for (text, expected, is_spelled) in [
            ("Ann Lee", "Ann Lee", false),
            (
                "Łukasz Žižek ñandú Nguyễn",
                "Łukasz Žižek ñandú Nguyễn",
                false,
            ),
            ("Θουκυδίδης ᾠδή", "Θουκυδίδης ᾠδή", false),
            ("Наталія Ґалаґан", "Наталія Ґалаґан", false),
            ("𝓐𝓷𝓷 Ｌｅｅ", "Ann Lee", false),
            ("Ann 🎉🏳️‍🌈", "Ann", false),
            ("🎉", "", false),
            ("北京", "BeiJing", true),
            ("Анна 北京", "Анна BeiJing", true),
            ("سلام", "slm", true),
            (
                "Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}a",
                "\u{179}\u{302}\u{303}a",
                false,
            ),
            ("a\u{202e}b\0c\nd", "abc d", false),
            ("A → B ⇒ C", "A → B > C", false),
        ] {
            let written = fonts.write(text);
            assert_eq!(
                (&*written.text, written.is_spelled),
                (expected, is_spelled),
                "{text:?}"
            );
        }
    }

    #[test]
    fn what_is_too_wide_is_cut_with_an_ellipsis() {
        let fonts = Fonts::read();
        let text = "Kennedy found out about the missiles";
        assert_eq!(fonts.fit(text, 20.0, Weight::Regular, 1_000.0), text);
        let cut = fonts.fit(text, 20.0, Weight::Regular, 150.0);
        assert!(
            cut.ends_with('…') && fonts.width(&cut, 20.0, Weight::Regular) <= 150.0,
            "{cut}"
        );
        let lines = fonts.wrap(text, 20.0, Weight::Regular, 190.0, 2);
        assert_eq!(lines, ["Kennedy found out", "about the missiles"]);
        let one_word = "x".repeat(90);
        let lines = fonts.wrap(&one_word, 20.0, Weight::Regular, 190.0, 2);
        assert!(lines.len() == 1 && lines[0].ends_with('…'), "{lines:?}");
    }

    #[test]
    fn figures_of_a_column_are_of_one_width() {
        let fonts = Fonts::read();
        let width = |digit: char| fonts.width(&tabular(&digit.to_string()), 100.0, Weight::Regular);
        assert!(('1'..='9').all(|digit| width(digit) == width('0')));
        assert!(width('0') > 30.0, "the fonts have them");
        assert_eq!(
            fonts.write("\u{e031}").text,
            "",
            "nobody else may use their codes"
        );
    }
}
