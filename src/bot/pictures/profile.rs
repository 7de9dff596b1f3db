//! Thirty days of one player: some figures, and what was answered each day.

use maud::{Markup, html};

use super::letters::{Fonts, tabular};
use super::pieces::{
    ACCENT, Anchor, BACK, EDGE, Person, QUIET, RAISED, RULE, TEXT, Type, WIDTH, avatar, bar,
    counted, figure, headline, n, readable, sheet, text,
};

/// A player's last days.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Profile {
    /// Who.
    pub person: Person,
    /// `This season · rank 4 of 23`.
    pub about: String,
    /// At most four figures with what they count: `("1,284", "points")`.
    pub figures: Vec<(String, String)>,
    /// The oldest first.
    pub days: Vec<Day>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Day {
    /// `26 November`.
    pub date: String,
    /// Answers given.
    pub answers: u32,
    /// How many of them were right.
    pub right: u32,
}

const FIGURES: usize = 4;
const TILES: f32 = 158.0;
const TILE: f32 = 112.0;
/// The chart from its highest line to its floor.
const CHART: (f32, f32) = (366.0, 576.0);
const HEIGHT: f32 = 640.0;
/// Left of the bars stand their counts.
const LEFT: f32 = 108.0;

impl Profile {
    pub(super) fn svg(&self, fonts: &Fonts) -> String {
        let name = readable(fonts, &self.person).text;
        sheet(
            HEIGHT,
            &html! {
                (avatar(fonts, (EDGE + 42.0, 86.0), 42.0, &self.person))
                (headline(fonts, &name, &self.about, EDGE + 108.0))
                (self.tiles(fonts))
                (legend(fonts, &format!("Last {} days", self.days.len())))
                (self.chart(fonts))
            },
        )
    }

    fn tiles(&self, fonts: &Fonts) -> Markup {
        let figures = &self.figures[..self.figures.len().min(FIGURES)];
        let gap = 16.0;
        let wide = (WIDTH - 2.0 * EDGE + gap) / figures.len().max(1) as f32 - gap;
        html! {
            @for (at, (value, label)) in figures.iter().enumerate() {
                @let left = EDGE + (wide + gap) * at as f32;
                (bar(left, TILES, wide, TILE, 16.0, RAISED))
                (text(left + 22.0, TILES + 54.0, Anchor::Start, Type::semibold(38.0, TEXT), &fonts.write(value).text))
                (text(left + 22.0, TILES + 88.0, Anchor::Start, Type::regular(22.0, QUIET), &fonts.write(label).text))
            }
        }
    }

    fn chart(&self, fonts: &Fonts) -> Markup {
        let most = self.days.iter().map(|day| day.answers).max().unwrap_or(0);
        let step = step(most);
        let top = (most.div_ceil(step) * step).max(step) as f32;
        let y = |count: u32| CHART.1 - (CHART.1 - CHART.0) * count as f32 / top;
        let lines = (0..=top as u32).step_by(step as usize);
        html! {
            @for count in lines {
                line x1=(LEFT) x2=(WIDTH - EDGE) y1=(n(y(count))) y2=(n(y(count))) stroke=(RULE)
                    stroke-width=(if count == 0 { "2" } else { "1" }) {}
                @if count == 0 || most > 0 {
                    (text(LEFT - 16.0, y(count) + 7.0, Anchor::End, Type::regular(20.0, QUIET), &tabular(&figure(count.into()))))
                }
            }
            (self.bars(fonts, &y))
            @if most == 0 {
                (text((LEFT + WIDTH - EDGE) / 2.0, 478.0, Anchor::Middle, Type::regular(26.0, QUIET), "No answers in these days"))
            }
        }
    }

    fn bars(&self, fonts: &Fonts, y: &dyn Fn(u32) -> f32) -> Markup {
        let each = (WIDTH - EDGE - LEFT) / self.days.len().max(1) as f32;
        let wide = (each * 0.62).min(40.0);
        let labelled = [0, self.days.len() / 2, self.days.len().saturating_sub(1)];
        html! {
            @for (at, day) in self.days.iter().enumerate() {
                @let middle = LEFT + each * (at as f32 + 0.5);
                @let left = middle - wide / 2.0;
                @let right = day.right.min(day.answers);
                @if day.answers == 0 {
                    circle cx=(n(middle)) cy=(n(CHART.1 - 8.0)) r="2.5" fill=(BACK) {}
                } @else {
                    (bar(left, y(day.answers), wide, (CHART.1 - y(day.answers)).max(4.0), 5.0, BACK))
                    @if right > 0 {
                        (bar(left, y(right), wide, (CHART.1 - y(right)).max(4.0), 5.0, ACCENT))
                    }
                }
                @if labelled.contains(&at) {
                    @let (x, anchor) = match at {
                        0 => (LEFT, Anchor::Start),
                        last if last + 1 == self.days.len() => (WIDTH - EDGE, Anchor::End),
                        _ => (middle, Anchor::Middle),
                    };
                    (text(x, CHART.1 + 34.0, anchor, Type::regular(21.0, QUIET), &fonts.write(&day.date).text))
                }
            }
        }
    }

    pub(super) fn words(&self) -> String {
        let figures = self
            .figures
            .iter()
            .map(|(value, label)| format!("{value} {label}"));
        let figures: Vec<String> = figures.collect();
        let answers: u64 = self.days.iter().map(|day| u64::from(day.answers)).sum();
        let right: u64 = self.days.iter().map(|day| u64::from(day.right)).sum();
        let active = self.days.iter().filter(|day| day.answers > 0).count();
        let busiest = self.days.iter().max_by_key(|day| day.answers);
        let busiest = busiest.filter(|day| day.answers > 0).map(|day| {
            format!(
                " Most on {}: {}, {} right.",
                day.date,
                counted(day.answers.into(), "answer"),
                day.right
            )
        });
        format!(
            "{}, {}. {}. In the last {} days {}, {} right, on {}.{}",
            self.person.name,
            self.about,
            figures.join(", "),
            self.days.len(),
            counted(answers, "answer"),
            figure(right),
            counted(active as u64, "day"),
            busiest.unwrap_or_default()
        )
    }
}

/// Between two lines of the chart: one, two or five times a power of ten, so that there are two to five of them.
fn step(most: u32) -> u32 {
    let mut step = 1;
    for factor in [2, 5, 10].into_iter().cycle() {
        if most.div_ceil(step) <= 4 {
            break;
        }
        let power = 10_u32.pow(step.ilog10());
        step = power * factor;
    }
    step
}

fn legend(fonts: &Fonts, title: &str) -> Markup {
    let y = 326.0;
    let words = Type::regular(21.0, QUIET);
    let other = WIDTH - EDGE - fonts.width("not right", words.size, words.weight);
    let right = other - 58.0 - fonts.width("right", words.size, words.weight);
    html! {
        (text(EDGE, y, Anchor::Start, Type::semibold(25.0, TEXT), title))
        (bar(right - 26.0, y - 15.0, 16.0, 16.0, 4.0, ACCENT))
        (text(right, y, Anchor::Start, words, "right"))
        (bar(other - 26.0, y - 15.0, 16.0, 16.0, 4.0, BACK))
        (text(other, y, Anchor::Start, words, "not right"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_has_few_lines_at_round_counts() {
        for (most, expected) in [
            (0, 1),
            (1, 1),
            (4, 1),
            (5, 2),
            (8, 2),
            (9, 5),
            (20, 5),
            (21, 10),
            (40, 10),
            (41, 20),
            (1_234, 500),
        ] {
            assert_eq!(step(most), expected, "{most}");
        }
    }
}
