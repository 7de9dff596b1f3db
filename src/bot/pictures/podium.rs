//! Who was best, on steps: at the end of a quiz or of a season.

use maud::{Markup, html};

use super::letters::{Fonts, Written};
use super::pieces::{
    ACCENT, Anchor, EDGE, ON_ACCENT, Person, QUIET, RAISED, RULE, TEXT, Type, WIDTH, avatar,
    counted, headline, n, name, readable, sheet, spelling, text,
};

/// The best of a quiz or of a season.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Podium {
    /// `The quiz is over`, `Spring season`.
    pub title: String,
    /// `Cold War · 10 questions`.
    pub about: String,
    /// Who stands on it, the best first: the first three ranks.
    pub steps: Vec<Step>,
    /// How many took part in all.
    pub n_players: usize,
}

/// One person on the podium.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Step {
    /// 1 to 3; those with the same points share it.
    pub rank: u64,
    /// Who.
    pub person: Person,
    /// How many points.
    pub points: u64,
    /// What else: `8 right`. May be empty.
    pub note: String,
}

/// More than so many do not find room side by side; the words beside the picture name them all.
const ABREAST: usize = 5;
const HEIGHT: f32 = 672.0;
const FLOOR: f32 = 598.0;
const GAP: f32 = 14.0;
/// A line of a name.
const NAME: f32 = 32.0;

impl Podium {
    pub(super) fn svg(&self, fonts: &Fonts) -> String {
        let steps = &self.steps[..self.steps.len().min(ABREAST)];
        let wide = ((WIDTH - 2.0 * EDGE + GAP) / steps.len().max(3) as f32 - GAP).min(250.0);
        let places = places(steps.len());
        let left = WIDTH / 2.0 - (wide + GAP) * steps.len() as f32 / 2.0 + GAP / 2.0;
        sheet(
            HEIGHT,
            &html! {
                (headline(fonts, &self.title, &self.about, EDGE))
                @for (step, place) in steps.iter().zip(places) {
                    (column(fonts, step, left + (wide + GAP) * place as f32, wide))
                }
                line x1=(EDGE) x2=(WIDTH - EDGE) y1=(FLOOR) y2=(FLOOR) stroke=(RULE) stroke-width="2" {}
                (text(EDGE, HEIGHT - 30.0, Anchor::Start, Type::regular(22.0, QUIET), &self.foot(fonts, steps.len())))
            },
        )
    }

    fn foot(&self, fonts: &Fonts, n_shown: usize) -> String {
        let more = match self.n_players.saturating_sub(n_shown) {
            0 => None,
            1 => Some("One more played.".to_owned()),
            n => Some(format!("{n} more played.")),
        };
        let spelled = spelling(
            fonts,
            self.steps.iter().take(n_shown).map(|step| &step.person),
        );
        let spelled = spelled.map(str::to_owned);
        more.into_iter()
            .chain(spelled)
            .collect::<Vec<_>>()
            .join("   ·   ")
    }

    pub(super) fn words(&self) -> String {
        let steps = self.steps.iter().map(|step| {
            let note = match step.note.is_empty() {
                true => String::new(),
                false => format!(", {}", step.note),
            };
            format!(
                "{}. {}, {}{note}",
                step.rank,
                step.person.name,
                counted(step.points, "point")
            )
        });
        let steps: Vec<String> = steps.collect();
        let played = counted(self.n_players as u64, "player");
        format!(
            "{}, {}. {}. {played}.",
            self.title,
            self.about,
            steps.join("; ")
        )
    }
}

/// Where each stands from the left: the best in the middle, then left and right of it by turns.
fn places(n_steps: usize) -> Vec<usize> {
    let middle = n_steps / 2;
    (0..n_steps)
        .map(|at| match at % 2 {
            1 => middle - at.div_ceil(2),
            _ => middle + at / 2,
        })
        .collect()
}

fn column(fonts: &Fonts, step: &Step, left: f32, wide: f32) -> Markup {
    let middle = left + wide / 2.0;
    let (height, ground, ink) = match step.rank {
        1 => (240.0, ACCENT, ON_ACCENT),
        2 => (188.0, "#3a4252", TEXT),
        _ => (140.0, RAISED, TEXT),
    };
    let top = FLOOR - height;
    let radius = if step.rank == 1 { 50.0 } else { 42.0 };
    let called = Type::semibold(if wide < 200.0 { 23.0 } else { 26.0 }, TEXT);
    let lines = names(fonts, &step.person, called, wide - 8.0);
    let face = top - 26.0 - NAME * lines.len() as f32 - radius;
    let note = fonts.write(&step.note).text;
    html! {
        @if step.rank == 1 {
            circle cx=(n(middle)) cy=(n(face)) r=(n(radius + 7.0)) fill="none" stroke=(ACCENT) stroke-width="4" {}
        }
        (avatar(fonts, (middle, face), radius, &step.person))
        @for (at, line) in lines.iter().rev().enumerate() {
            (name(fonts, (middle, top - 20.0 - NAME * at as f32), Anchor::Middle, called, line, wide))
        }
        path fill=(ground) d=(step_shape(left, top, wide)) {}
        (text(middle, top + 56.0, Anchor::Middle, Type::semibold(46.0, ink), &step.rank.to_string()))
        (text(middle, top + 91.0, Anchor::Middle, Type::semibold(24.0, ink), &counted(step.points, "point")))
        (text(middle, top + 121.0, Anchor::Middle, Type::regular(21.0, ink), &note))
    }
}

/// A name in two lines where one is too short.
fn names(fonts: &Fonts, person: &Person, of: Type, room: f32) -> Vec<Written> {
    let written = readable(fonts, person);
    let lines = fonts.wrap(&written.text, of.size, of.weight, room, 2);
    let line = |text| Written {
        text,
        ..written.clone()
    };
    lines.into_iter().map(line).collect()
}

/// A block that is round above and stands flat on the floor.
fn step_shape(left: f32, top: f32, wide: f32) -> String {
    let radius = 16.0;
    let (left, right, top) = (n(left), n(left + wide), n(top));
    format!(
        "M{left} {FLOOR}V{}Q{left} {top} {} {top}H{}Q{right} {top} {right} {}V{FLOOR}Z",
        top + radius,
        left + radius,
        right - radius,
        top + radius
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_stands_in_the_middle() {
        for (n_steps, expected) in [
            (0, vec![]),
            (1, vec![0]),
            (2, vec![1, 0]),
            (3, vec![1, 0, 2]),
            (4, vec![2, 1, 3, 0]),
            (5, vec![2, 1, 3, 0, 4]),
        ] {
            assert_eq!(places(n_steps), expected);
        }
    }
}
