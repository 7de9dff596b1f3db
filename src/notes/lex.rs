//! Visible text cut into tokens once, for the date, people and cause readers to share.

mod arrow;
mod cut;
mod marks;
mod plain;
mod tokens;
mod word;

pub(super) use cut::cut;
pub(super) use marks::Marks;
pub(super) use plain::{Plain, bits};
pub use tokens::Tokens;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters (with inner apostrophes: `Castro's`, `don’t`); digits may follow letters (`SPD2`).
    Word,
    /// ASCII digits only. `1960s` is `1960` and, glued to it, `s`; `16th` is `16` and `th`; `60BC` is `60` and `BC`.
    Number,
    /// `->`, `→`, `=>`, `⇒`, `-->`, `$\to$` and the like, one token each; leftward ones (`<-`, `←`) too.
    Arrow,
    /// Any other single character.
    Punct,
}

/// One token of a visible text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Byte offset of its first byte in the visible text.
    pub start: u32,
    /// Byte offset past its last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: Kind,
    /// White space, or the start of the text, stands before it.
    pub spaced: bool,
    /// The first letter is upper case.
    pub capital: bool,
    /// All letters are upper case, and there are at least two.
    pub shouted: bool,
}

impl Token {
    /// The token's own words.
    #[inline]
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Cuts `text` into tokens. White space and invisible characters are between tokens; everything else is in one.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    cut(text, &Plain::of(text.as_bytes()), 0, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let shown: Vec<String> = tokens(text)
            .iter()
            .map(|token| {
                let glue = if token.spaced { "" } else { "+" };
                let kind = match token.kind {
                    Kind::Word => "",
                    Kind::Number => "№",
                    Kind::Arrow => "A",
                    Kind::Punct => "P",
                };
                format!("{glue}{kind}{}", token.of(text))
            })
            .collect();
        expected.assert_eq(&shown.join(" "));
    }

    #[test]
    fn numbers_part_from_the_letters_glued_to_them() {
        check(
            "the 1960s, 16th, 60BC and SPD2",
            &expect!["the №1960 +s +P, №16 +th +P, №60 +BC and SPD2"],
        );
    }

    #[test]
    fn apostrophes_inside_words_stay_quotes_part() {
        check(
            "Castro's don’t 'quoted' dogs'",
            &expect!["Castro's don’t P' +quoted +P' dogs +P'"],
        );
    }

    #[test]
    fn arrows_of_every_make_are_one_token() {
        check(
            r"a->b --> c => d → e $\to$ f $\Rightarrow$ g \implies h <- i ← j <-> k –> l ⟶ m",
            &expect![[
                r"a +A-> +b A--> c A=> d A→ e A$\to$ f A$\Rightarrow$ g A\implies h A<- i A← j A<-> k A–> l A⟶ m"
            ]],
        );
        check(
            r"x <= 5 and - 3 = $5 \alpha",
            &expect![[r"x P< +P= №5 and P- №3 P= P$ +№5 P\ +alpha"]],
        );
    }

    #[test]
    fn letters_of_other_languages_are_words() {
        check(
            "Übermut naïve 大躍進 São",
            &expect!["Übermut naïve 大躍進 São"],
        );
        let capitals: Vec<(bool, bool)> = tokens("Ölpreis USSR é A")
            .iter()
            .map(|t| (t.capital, t.shouted))
            .collect();
        assert_eq!(
            capitals,
            [(true, false), (true, true), (false, false), (true, false)]
        );
    }
}
