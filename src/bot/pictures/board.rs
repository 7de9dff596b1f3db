//! A page of a leaderboard.

use maud::{Markup, html};

use super::letters::{Fonts, tabular};
use super::pieces::{
    ACCENT, Anchor, BACK, EDGE, Person, QUIET, RAISED, TEXT, Type, WIDTH, avatar, bar, counted,
    figure, headline, name, readable, sheet, spelling, text,
};

/// A page of a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Board {
    /// `Leaderboard`, `Study groups`.
    pub title: String,
    /// Period, topic and group: `This season · Cold War`.
    pub about: String,
    /// What is counted: `point`, `game`.
    pub unit: String,
    /// The page, the best first.
    pub rows: Vec<BoardRow>,
    /// What a whole bar stands for: the most of the page.
    pub best: u64,
    /// The page and how many there are, from 1.
    pub page: (usize, usize),
}

/// One place on a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BoardRow {
    /// Those with the same value share it.
    pub rank: u64,
    /// Who.
    pub person: Person,
    /// How much.
    pub value: u64,
    /// What else: `12 games`. May be empty.
    pub note: String,
}

const TOP: f32 = 152.0;
const ROW: f32 = 61.0;
const BAR: (f32, f32) = (176.0, 668.0);
/// What else stands left of here, before the value.
const NOTE: f32 = 828.0;

impl Board {
    pub(super) fn svg(&self, fonts: &Fonts) -> String {
        let below = TOP + ROW * self.rows.len().max(1) as f32;
        let foot = self.foot(fonts);
        let height = below + if foot.is_empty() { 28.0 } else { 62.0 };
        sheet(
            height,
            &html! {
                (headline(fonts, &self.title, &self.about, EDGE))
                @if self.rows.is_empty() {
                    (text(EDGE, TOP + 38.0, Anchor::Start, Type::regular(28.0, TEXT), "Nobody is on this board yet."))
                }
                @for (at, row) in self.rows.iter().enumerate() {
                    (self.row(fonts, row, TOP + ROW * at as f32))
                }
                (text(EDGE, height - 26.0, Anchor::Start, Type::regular(21.0, QUIET), &foot))
            },
        )
    }

    fn row(&self, fonts: &Fonts, row: &BoardRow, top: f32) -> Markup {
        let is_high = row.rank <= 3;
        let rank = Type::semibold(27.0, if is_high { ACCENT } else { QUIET });
        let called = Type::semibold(26.0, TEXT);
        let share = row.value as f32 / self.best.max(1) as f32;
        let long = ((BAR.1 - BAR.0) * share.clamp(0.0, 1.0)).max(10.0);
        let beside = Type::regular(22.0, QUIET);
        let note = fonts.write(&row.note).text;
        let note = fonts.fit(&note, beside.size, beside.weight, NOTE - BAR.1 - 14.0);
        let value = Type::semibold(30.0, TEXT);
        html! {
            (text(82.0, top + 41.0, Anchor::End, rank, &tabular(&row.rank.to_string())))
            (avatar(fonts, (128.0, top + 31.0), 24.0, &row.person))
            (name(fonts, (BAR.0, top + 27.0), Anchor::Start, called, &readable(fonts, &row.person), BAR.1 - BAR.0))
            (bar(BAR.0, top + 42.0, BAR.1 - BAR.0, 9.0, 4.5, RAISED))
            @if row.value > 0 {
                (bar(BAR.0, top + 42.0, long, 9.0, 4.5, if is_high { ACCENT } else { BACK }))
            }
            (text(NOTE, top + 40.0, Anchor::End, beside, &tabular(&note)))
            (text(WIDTH - EDGE, top + 41.0, Anchor::End, value, &tabular(&figure(row.value))))
        }
    }

    fn foot(&self, fonts: &Fonts) -> String {
        let page = (self.page.1 > 1).then(|| format!("Page {} of {}", self.page.0, self.page.1));
        let spelled = spelling(fonts, self.rows.iter().map(|row| &row.person)).map(str::to_owned);
        page.into_iter()
            .chain(spelled)
            .collect::<Vec<_>>()
            .join("   ·   ")
    }

    pub(super) fn words(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            let note = match row.note.is_empty() {
                true => String::new(),
                false => format!(", {}", row.note),
            };
            format!(
                "{}. {}, {}{note}",
                row.rank,
                row.person.name,
                counted(row.value, &self.unit)
            )
        });
        let rows: Vec<String> = rows.collect();
        format!("{}, {}. {}.", self.title, self.about, rows.join("; "))
    }
}
