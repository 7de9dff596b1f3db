//! One event of a timeline: where its mark and its words stand.

use maud::{Markup, html};

use super::{BESIDE, Event, STRETCH, TURN};
use crate::bot::pictures::letters::Fonts;
use crate::bot::pictures::pieces::{
    ACCENT, Anchor, EDGE, GROUND, RAISED, TEXT, Type, WIDTH, bar, n, text,
};
use crate::bot::pictures::scale::Scale;

/// One event as it is laid out.
pub(super) struct Row {
    /// Where it begins and ends; a point has both in one place.
    pub(super) stretch: (f32, f32),
    is_about: bool,
    date: String,
    lines: Vec<String>,
    anchor: Anchor,
    /// Where its words begin, or end.
    x: f32,
    /// From where to where they reach.
    pub(super) words: (f32, f32),
    pub(super) height: f32,
}

const DATE: Type = Type::semibold(22.0, ACCENT);
const WORDS: Type = Type::regular(25.0, TEXT);
const LINE: f32 = 31.0;

impl Row {
    pub(super) fn new(fonts: &Fonts, scale: &Scale, event: &Event, most: usize) -> Self {
        let (from, to) = (scale.x(event.first), scale.x(event.last));
        let stretch = if to - from < STRETCH {
            (from, from)
        } else {
            (from, to)
        };
        let is_point = stretch.0 == stretch.1;
        let anchor = match (from + to) / 2.0 {
            middle if middle <= TURN => Anchor::Start,
            _ => Anchor::End,
        };
        // Words stand beside a point, and under a stretch.
        let x = match (anchor, is_point) {
            (Anchor::End, true) => from - BESIDE,
            (Anchor::End, false) => to,
            (_, true) => from + BESIDE,
            (_, false) => from,
        };
        let room = match anchor {
            Anchor::End => x - EDGE,
            _ => WIDTH - EDGE - x,
        };
        let written = fonts.write(&event.text).text;
        let lines = fonts.wrap(&written, WORDS.size, WORDS.weight, room, most);
        let date = fonts.fit(&fonts.write(&event.date).text, DATE.size, DATE.weight, room);
        let widest = lines
            .iter()
            .map(|line| fonts.width(line, WORDS.size, WORDS.weight))
            .chain([fonts.width(&date, DATE.size, DATE.weight)])
            .fold(0.0, f32::max);
        let words = match anchor {
            Anchor::End => (x - widest - 10.0, x + 10.0),
            _ => (x - 10.0, x + widest + 10.0),
        };
        let under = if is_point { 0.0 } else { 20.0 };
        Self {
            stretch,
            is_about: event.is_about,
            date,
            words,
            height: 37.0 + LINE * lines.len().max(1) as f32 + under,
            lines,
            anchor,
            x,
        }
    }

    fn is_point(&self) -> bool {
        self.stretch.0 == self.stretch.1
    }

    /// From the mark down to the line of time.
    pub(super) fn stem(&self, top: f32, axis: f32) -> Markup {
        let x = n(self.stretch.0);
        html! {
            line x1=(x) x2=(x) y1=(n(top + 12.0)) y2=(n(axis)) stroke=(RAISED) stroke-width="2" {}
        }
    }

    pub(super) fn draw(&self, top: f32) -> Markup {
        let (from, to) = self.stretch;
        let date = top + if self.is_point() { 20.0 } else { 40.0 };
        html! {
            @if self.is_point() {
                @if self.is_about {
                    circle cx=(n(from)) cy=(n(top + 12.0)) r="7" fill=(GROUND) stroke=(ACCENT) stroke-width="4" {}
                } @else {
                    circle cx=(n(from)) cy=(n(top + 12.0)) r="9" fill=(ACCENT) {}
                }
            } @else {
                (bar(from - 5.0, top + 7.0, to - from + 10.0, 10.0, 5.0, ACCENT))
            }
            (text(self.x, date, self.anchor, DATE, &self.date))
            @for (at, line) in self.lines.iter().enumerate() {
                (text(self.x, date + 31.0 + LINE * at as f32, self.anchor, WORDS, line))
            }
        }
    }
}
