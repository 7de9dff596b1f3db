//! A page of a board, of people or of study groups, with the ways to its other pages and periods.

mod my_place;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::{
    Embed, GOLD, Message, button, columns, counted, medal, message, named, number, ordinal,
    period_name, shown,
};
use crate::bot::custom_id::{BoardOf, Boards, By};
use crate::bot::draw::pictured;
use crate::bot::escape;
use crate::bot::names::Known;
use crate::bot::pictures::Picture;
use crate::store::{Board, ENOUGH, GroupPlace, Period, Place};

pub(in crate::bot) use my_place::{my_place, not_on_board};

/// A page of a board, and what its heading and its buttons say.
#[derive(Debug)]
pub(in crate::bot) struct Drawn<'b> {
    pub(in crate::bot) of: BoardOf,
    /// Who alone may turn it in place.
    pub(in crate::bot) asker: u64,
    /// Only of this topic.
    pub(in crate::bot) topic: Option<&'b str>,
    /// Only of this study group.
    pub(in crate::bot) group: Option<&'b str>,
    /// The season before the one that is on, if there is one.
    pub(in crate::bot) last_season: Option<u32>,
    pub(in crate::bot) page: u32,
    pub(in crate::bot) pages: u32,
    pub(in crate::bot) rows: Rows<'b>,
}

/// What stands on a page.
#[derive(Debug)]
pub(in crate::bot) enum Rows<'b> {
    People(&'b Board, &'b Known),
    /// Study groups with points per active member, those of this page.
    Groups(&'b [GroupPlace]),
}

/// A page of a board.
pub(in crate::bot) fn board(drawn: &Drawn<'_>) -> Message {
    let (table, n) = match &drawn.rows {
        Rows::People(board, known) => (
            people(board, known, drawn.of.by),
            counted(board.players, "player"),
        ),
        Rows::Groups(places) => (groups(places), String::new()),
    };
    let described = match table {
        Some(table) => table,
        None => empty(drawn),
    };
    let mut footer = vec![n];
    if drawn.pages > 1 {
        footer.push(format!("page {} of {}", drawn.page + 1, drawn.pages));
    }
    footer.retain(|part| !part.is_empty());
    let embed = Embed {
        title: title(&drawn.of),
        description: [about(drawn.topic, drawn.group), described]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        footer: footer.join(" · "),
        ..Embed::default()
    };
    Message {
        private: drawn.of.by == By::Accuracy,
        picture: picture(drawn),
        ..message(embed, GOLD, buttons(drawn))
    }
}

/// What all may see of people, as a picture.
fn picture(drawn: &Drawn<'_>) -> Option<Picture> {
    let Rows::People(board, known) = &drawn.rows else {
        return None;
    };
    if drawn.of.by == By::Accuracy {
        return None;
    }
    let title = title(&drawn.of);
    let (title, period) = title.split_once(": ").unwrap_or((&title, ""));
    let narrowed = drawn.topic.into_iter().chain(drawn.group);
    let about: Vec<&str> = std::iter::once(period).chain(narrowed).collect();
    let page = (drawn.page as usize + 1, drawn.pages as usize);
    let by_games = drawn.of.by == By::Games;
    pictured::board(
        (title, about.join(" · ")),
        &board.places,
        known,
        by_games,
        page,
    )
}

fn title(of: &BoardOf) -> String {
    let what = match of.by {
        By::Points => "Leaderboard",
        By::Accuracy => "By right answers",
        By::Games => "By games played",
        By::Groups => "Study groups",
    };
    format!("{what}: {}", period_name(of.period))
}

/// What the board is narrowed down to.
fn about(topic: Option<&str>, group: Option<&str>) -> String {
    let topic = topic.map(|topic| format!("Topic: {}", escape::markdown(topic)));
    let group = group.map(|group| format!("Study group: {}", shown(group)));
    let parts: Vec<String> = topic.into_iter().chain(group).collect();
    parts.join(" · ")
}

/// `None` where nobody is on it.
fn people(board: &Board, known: &Known, by: By) -> Option<String> {
    let heads = match by {
        By::Accuracy => ["rank", "right", "answers"],
        By::Games => ["rank", "games", "points"],
        By::Points | By::Groups => ["rank", "points", "games"],
    };
    let cells = |place: &Place| {
        let tally = &place.tally;
        let share = format!("{} %", tally.accuracy().unwrap_or_default());
        let (points, games) = (number(tally.points), number(tally.games));
        let [first, second] = match by {
            By::Accuracy => [share, number(tally.answers)],
            By::Games => [games, points],
            By::Points | By::Groups => [points, games],
        };
        vec![ordinal(place.rank), first, second]
    };
    let row = |place: &Place| {
        let name = named(known, place.player);
        (cells(place), format!("{}{name}", medal(place.rank)))
    };
    table(heads, board.places.iter().map(row))
}

fn groups(places: &[GroupPlace]) -> Option<String> {
    let row = |place: &GroupPlace| {
        let active = format!(
            "{} of {}",
            number(place.active),
            number(place.group.members)
        );
        let cells = match place.active {
            0 => vec!["–".to_owned(), "–".to_owned(), active],
            _ => vec![ordinal(place.rank), format!("{:.1}", place.average), active],
        };
        let medal = if place.active > 0 {
            medal(place.rank)
        } else {
            ""
        };
        let name = shown(&place.group.name);
        (cells, format!("{medal}**{name}**"))
    };
    table(["rank", "average", "active"], places.iter().map(row))
}

fn table(heads: [&str; 3], rows: impl Iterator<Item = (Vec<String>, String)>) -> Option<String> {
    let mut all = vec![(heads.map(str::to_owned).to_vec(), String::new())];
    all.extend(rows);
    (all.len() > 1).then(|| columns(&all))
}

/// What stands in place of an empty board.
fn empty(drawn: &Drawn<'_>) -> String {
    match (drawn.of.by, drawn.of.period) {
        (By::Groups, _) => {
            "There are no study groups here yet. /group create makes one.".to_owned()
        }
        (By::Accuracy, _) => {
            format!("Nobody has {ENOUGH} answers that count here yet; from then on they are ranked.")
        }
        (_, Period::OneSeason(_)) => "Nobody is on this board.".to_owned(),
        _ => "Nobody is on this board yet. Play with /quiz start; what one person plays alone counts for /profile, and for boards only where \
              the server wants it."
            .to_owned(),
    }
}

fn buttons(drawn: &Drawn<'_>) -> Vec<CreateActionRow> {
    let show = |slot, period, page| Boards::Show {
        slot,
        asker: drawn.asker,
        board: BoardOf { period, ..drawn.of },
        page,
    };
    let mut first: Vec<CreateButton> = Vec::new();
    let turn = |slot, page, label| {
        let does = show(slot, drawn.of.period, page);
        button(does, label, ButtonStyle::Secondary)
    };
    if let Some(earlier) = drawn.page.checked_sub(1) {
        first.push(turn(0, earlier, "Higher places"));
    }
    if drawn.page + 1 < drawn.pages {
        first.push(turn(1, drawn.page + 1, "Lower places"));
    }
    if drawn.of.by != By::Groups {
        let does = Boards::MyPlace(drawn.of);
        first.push(button(does, "My place", ButtonStyle::Primary));
    }
    let mut periods: Vec<(Period, &str)> = vec![
        (Period::Season, "Season"),
        (Period::Month, "Month"),
        (Period::Week, "Week"),
        (Period::Day, "Today"),
        (Period::ThirtyDays, "30 days"),
        (Period::All, "All time"),
    ];
    if let Some(number) = drawn.last_season {
        periods.push((Period::OneSeason(number), "Last season"));
    }
    // The one that is shown can not be pressed, which its title says in words.
    let mut rest: Vec<CreateButton> = periods
        .into_iter()
        .zip(2..)
        .map(|((period, label), slot)| {
            button(show(slot, period, 0), label, ButtonStyle::Secondary)
                .disabled(period == drawn.of.period)
        })
        .collect();
    let last = rest.split_off(rest.len().min(5));
    first.extend(last);
    vec![
        CreateActionRow::Buttons(rest),
        CreateActionRow::Buttons(first),
    ]
}
