//! Events along time: those of a page as a staircase over their own stretch, all of them as a strip beneath.

mod row;

use jiff::civil::Date;
use maud::{Markup, html};

use super::letters::Fonts;
use super::pieces::{
    ACCENT, Anchor, BACK, EDGE, QUIET, RAISED, RULE, Type, WIDTH, bar, headline, n, sheet, text,
};
use super::scale::{Scale, year};
use row::Row;

/// A page of a time line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Timeline {
    /// `Timeline`, `Cold War: Kennedy`.
    pub title: String,
    /// `40 events`.
    pub about: String,
    /// What is told, in order.
    pub events: Vec<Event>,
    /// The first day of each event on all pages, in order; empty where one page has them all.
    pub all: Vec<Date>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// The date is not sure.
    pub is_about: bool,
    /// `27 October 1962`.
    pub date: String,
    /// What happened.
    pub text: String,
}

const TOP: f32 = 156.0;
const LEFT: f32 = EDGE + 12.0;
const RIGHT: f32 = WIDTH - EDGE - 12.0;
/// What begins left of here is told to the right of its mark, what begins right of here to its left.
const TURN: f32 = 500.0;
/// A stretch that is shorter than this is drawn as a point.
const STRETCH: f32 = 26.0;
/// Between a mark and its words.
const BESIDE: f32 = 22.0;
/// Bars in the strip.
const BINS: usize = 113;

impl Timeline {
    pub(super) fn svg(&self, fonts: &Fonts) -> String {
        let first = self
            .events
            .iter()
            .map(|event| event.first)
            .min()
            .unwrap_or(Date::ZERO);
        let last = self
            .events
            .iter()
            .map(|event| event.last)
            .max()
            .unwrap_or(first);
        let scale = Scale::new(first, last, LEFT, RIGHT);
        let rows: Vec<Row> = self.rows(fonts, &scale);
        let axis = TOP + rows.iter().map(|row| row.height).sum::<f32>() + 18.0;
        let has_strip = self.all.len() > self.events.len();
        let height = axis + if has_strip { 158.0 } else { 66.0 };
        let stairs = rows.iter().scan(TOP, |top, row| {
            let own = *top;
            *top += row.height;
            Some((own, row))
        });
        let stairs: Vec<(f32, &Row)> = stairs.collect();
        sheet(
            height,
            &html! {
                (headline(fonts, &self.title, &self.about, EDGE))
                @for (at, (top, row)) in stairs.iter().enumerate() {
                    (row.stem(*top, stem_end(&stairs[at + 1..], row.stretch.0).unwrap_or(axis)))
                }
                @for (top, row) in &stairs {
                    (row.draw(*top))
                }
                (line(&scale, axis))
                @for row in &rows {
                    circle cx=(n(row.stretch.0)) cy=(n(axis)) r="5" fill=(ACCENT) {}
                }
                @if has_strip {
                    (self.strip(fonts, axis + 66.0, (first, last)))
                }
            },
        )
    }

    fn rows(&self, fonts: &Fonts, scale: &Scale) -> Vec<Row> {
        let most = if self.events.len() <= 5 { 3 } else { 1 };
        let row = |event: &Event| Row::new(fonts, scale, event, most);
        self.events.iter().map(row).collect()
    }

    /// All events as bars, the more the higher, with the page's stretch marked.
    fn strip(&self, fonts: &Fonts, top: f32, (from, to): (Date, Date)) -> Markup {
        const TALL: f32 = 36.0;
        let (Some(first), Some(last)) = (self.all.iter().min(), self.all.iter().max()) else {
            return html! {};
        };
        let scale = Scale::new(*first, *last, LEFT, RIGHT);
        let each = (RIGHT - LEFT) / BINS as f32;
        let bin = |date: Date| (((scale.x(date) - LEFT) / each) as usize).min(BINS - 1);
        let mut counts = [0_u32; BINS];
        for date in &self.all {
            counts[bin(*date)] += 1;
        }
        let most = counts.iter().copied().max().unwrap_or(1) as f32;
        let shown = bin(from.max(*first))..=bin(to.max(from));
        let foot = Type::regular(20.0, QUIET);
        let marked = (
            LEFT + each * *shown.start() as f32,
            LEFT + each * (shown.end() + 1) as f32,
        );
        let ends = (ends_of(*first), ends_of(*last));
        let name = "Highlighted: this page";
        let name_fits = fonts.width(&ends.0, foot.size, foot.weight)
            + fonts.width(&ends.1, foot.size, foot.weight)
            + fonts.width(name, foot.size, foot.weight)
            < RIGHT - LEFT - 40.0;
        html! {
            (bar(marked.0 - 4.0, top - 6.0, marked.1 - marked.0 + 8.0, TALL + 12.0, 8.0, RAISED))
            @for (at, count) in counts.iter().enumerate() {
                @let height = if *count == 0 { 2.0 } else { 6.0 + (TALL - 6.0) * *count as f32 / most };
                @let colour = match (*count, shown.contains(&at)) { (0, _) => RULE, (_, true) => ACCENT, (_, false) => BACK };
                (bar(LEFT + each * at as f32 + 1.5, top + TALL - height, each - 3.0, height, 2.0, colour))
            }
            (text(LEFT, top + TALL + 36.0, Anchor::Start, foot, &ends.0))
            @if name_fits {
                (text(WIDTH / 2.0, top + TALL + 36.0, Anchor::Middle, foot, name))
            }
            (text(RIGHT, top + TALL + 36.0, Anchor::End, foot, &ends.1))
        }
    }

    pub(super) fn words(&self) -> String {
        let events = self
            .events
            .iter()
            .map(|event| format!("{}: {}", event.date, event.text));
        let events: Vec<String> = events.collect();
        format!("{}, {}. {}", self.title, self.about, events.join("; "))
    }
}

/// Where words of a later row stand in the way of a stem at `x`.
fn stem_end(later: &[(f32, &Row)], x: f32) -> Option<f32> {
    let in_the_way = later
        .iter()
        .find(|(_, row)| row.words.0 < x && x < row.words.1)?;
    Some(in_the_way.0 - 2.0)
}

fn ends_of(date: Date) -> String {
    year(date.year())
}

/// The line of time with its round dates.
fn line(scale: &Scale, y: f32) -> Markup {
    html! {
        line x1=(EDGE) x2=(WIDTH - EDGE) y1=(n(y)) y2=(n(y)) stroke=(RULE) stroke-width="3" stroke-linecap="round" {}
        @for (x, name) in scale.marks() {
            @let half = name.len() as f32 * 5.5;
            line x1=(n(x)) x2=(n(x)) y1=(n(y - 6.0)) y2=(n(y + 6.0)) stroke=(QUIET) stroke-width="2" {}
            (text(x.clamp(EDGE + half, WIDTH - EDGE - half), y + 36.0, Anchor::Middle, Type::regular(20.0, QUIET), &name))
        }
    }
}
