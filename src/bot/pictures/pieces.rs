//! What all pictures are made of: the ground, a headline, a text, an avatar; and the colours.
//!
//! One look for everybody: a dark card of its own stands on Discord's dark and on its light ground alike. What colours tell, light and
//! dark tell as well, and so do words.

use maud::{Markup, html};

use super::letters::{Fonts, Weight, Written};

/// Every picture is so wide, in pixels.
pub(super) const WIDTH: f32 = 1_000.0;
/// The empty edge.
pub(super) const EDGE: f32 = 48.0;

pub(super) const GROUND: &str = "#171a21";
/// Tiles, steps and the empty part of a bar.
pub(super) const RAISED: &str = "#232833";
pub(super) const RULE: &str = "#333a48";
pub(super) const TEXT: &str = "#f3f5f9";
pub(super) const QUIET: &str = "#a3acbb";
/// The one accent.
pub(super) const ACCENT: &str = "#f5b84c";
/// Words upon the accent.
pub(super) const ON_ACCENT: &str = "#2a1d03";
/// What stands back behind the accent.
pub(super) const BACK: &str = "#566178";

/// Grounds of avatars: equally light, so that none stands out.
const AVATARS: [&str; 8] = [
    "#3d5a80", "#5b4b8a", "#2f6f6a", "#7a4f5f", "#4f6b3a", "#7a5a36", "#375f8c", "#6b4580",
];

/// What a text is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) colour: &'static str,
}

/// `start`, `middle` or `end` of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Type {
    pub(super) const fn regular(size: f32, colour: &'static str) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            colour,
        }
    }

    pub(super) const fn semibold(size: f32, colour: &'static str) -> Self {
        Self {
            size,
            weight: Weight::SemiBold,
            colour,
        }
    }
}

/// A person as a picture shows one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// What they are called where the picture is seen.
    pub name: String,
    /// What the colour of the avatar follows from: the same person keeps it.
    pub id: u64,
}

/// A whole picture, `height` pixels high.
pub(super) fn sheet(height: f32, inside: &Markup) -> String {
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(height)
            viewBox=(format!("0 0 {WIDTH} {height}")) font-family="Clio Sans" {
            rect width=(WIDTH) height=(height) fill=(GROUND) {}
            (inside)
        }
    }
    .into_string()
}

/// A number with one digit behind the point at most.
pub(super) fn n(number: f32) -> f32 {
    (number * 10.0).round() / 10.0
}

/// One line that is written already.
pub(super) fn text(x: f32, y: f32, anchor: Anchor, of: Type, text: &str) -> Markup {
    let weight = match of.weight {
        Weight::Regular => "400",
        Weight::SemiBold => "600",
    };
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    html! {
        text x=(n(x)) y=(n(y)) text-anchor=(anchor) font-size=(of.size) font-weight=(weight) fill=(of.colour) { (text) }
    }
}

pub(super) fn bar(x: f32, y: f32, width: f32, height: f32, radius: f32, colour: &str) -> Markup {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    html! {
        rect x=(n(x)) y=(n(y)) width=(n(width)) height=(n(height)) rx=(n(radius)) fill=(colour) {}
    }
}

/// The headline, and below it in quiet letters what it is about.
pub(super) fn headline(fonts: &Fonts, title: &str, below: &str, x: f32) -> Markup {
    let room = WIDTH - EDGE - x;
    let large = Type::semibold(40.0, TEXT);
    let small = Type::regular(25.0, QUIET);
    let title = fonts.fit(&fonts.write(title).text, large.size, large.weight, room);
    let below = fonts.fit(&fonts.write(below).text, small.size, small.weight, room);
    html! {
        (text(x, 78.0, Anchor::Start, large, &title))
        (text(x, 116.0, Anchor::Start, small, &below))
    }
}

/// What a person is called, in letters that the fonts have.
pub(super) fn readable(fonts: &Fonts, person: &Person) -> Written {
    let mut written = fonts.write(&person.name);
    if written.text.is_empty() {
        "(no letters)".clone_into(&mut written.text);
    }
    written
}

/// A name in `room` pixels; what had to be spelled in Latin letters is underlined with dots.
pub(super) fn name(
    fonts: &Fonts,
    (x, y): (f32, f32),
    anchor: Anchor,
    of: Type,
    written: &Written,
    room: f32,
) -> Markup {
    let shown = fonts.fit(&written.text, of.size, of.weight, room);
    let width = fonts.width(&shown, of.size, of.weight);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    html! {
        (text(x, y, anchor, of, &shown))
        @if written.is_spelled {
            line x1=(n(left)) x2=(n(left + width)) y1=(n(y + 7.0)) y2=(n(y + 7.0)) stroke=(QUIET) stroke-width="2.5"
                stroke-linecap="round" stroke-dasharray="0.1 6" {}
        }
    }
}

/// What the dots under a name mean, where there are any.
pub(super) fn spelling<'p>(
    fonts: &Fonts,
    mut people: impl Iterator<Item = &'p Person>,
) -> Option<&'static str> {
    people
        .any(|person| fonts.write(&person.name).is_spelled)
        .then_some("Dotted names are spelled in Latin letters.")
}

/// Initials in a disc.
pub(super) fn avatar(fonts: &Fonts, (x, y): (f32, f32), radius: f32, person: &Person) -> Markup {
    let size = radius * 0.8;
    let ground = AVATARS[(person.id.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 61) as usize];
    html! {
        circle cx=(n(x)) cy=(n(y)) r=(n(radius)) fill=(ground) {}
        (text(x, y + size * 0.36, Anchor::Middle, Type::semibold(n(size), TEXT), &initials(fonts, &person.name)))
    }
}

/// The first letters of the first and the last word; a dot where there are none.
fn initials(fonts: &Fonts, name: &str) -> String {
    let written = fonts.write(name).text;
    let first = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let mut letters = written.split([' ', '_', '-', '.']).filter_map(first);
    let both = [letters.next(), letters.next_back()];
    let initials: String = both
        .into_iter()
        .flatten()
        .flat_map(char::to_uppercase)
        // An ß becomes two letters.
        .take(2)
        .collect();
    match initials.is_empty() {
        true => "•".to_owned(),
        false => initials,
    }
}

/// `1,284`.
pub(super) fn figure(number: u64) -> String {
    let digits = number.to_string();
    let mut figure = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            figure.push(',');
        }
        figure.push(digit);
    }
    figure
}

/// `1 point`, `1,284 points`.
pub(super) fn counted(number: u64, what: &str) -> String {
    format!(
        "{} {what}{}",
        figure(number),
        if number == 1 { "" } else { "s" }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_two_letters_at_most() {
        let fonts = Fonts::read();
        for (name, expected) in [
            ("Ann Lee", "AL"),
            ("ann", "A"),
            ("Maria da Silva Santos", "MS"),
            ("x_dark_x", "XX"),
            ("наталія", "Н"),
            ("北京", "B"),
            ("🎉", "•"),
            ("ßeta", "SS"),
        ] {
            assert_eq!(initials(&fonts, name), expected, "{name}");
        }
    }

    #[test]
    fn figures_have_commas_between_thousands() {
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(figure(number), expected);
        }
    }
}
