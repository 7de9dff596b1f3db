//! What a message tells, as the plain data of its picture.

use crate::answers::Card;
use crate::bot::names::Known;
use crate::bot::pictures::{
    Board, BoardRow, Day, Event, Person, Picture, Profile as Days, Timeline,
};
use crate::quiz::Player;
use crate::store::{Place, Profile};

/// The events of a card along time.
pub(super) fn along_time(card: &Card) -> Option<Picture> {
    let along = card.along_time.as_ref()?;
    let page = (card.page.1 > 1).then(|| format!("page {} of {}", card.page.0, card.page.1));
    let about: Vec<String> = card.byline.iter().cloned().chain(page).collect();
    let events = along.page.iter().map(|event| Event {
        first: event.first,
        last: event.last,
        is_about: event.is_about,
        date: event.date.clone(),
        text: event.text.clone(),
    });
    Some(Picture::Timeline(Timeline {
        title: card.title.clone(),
        about: about.join(" · "),
        events: events.collect(),
        all: along.all.clone(),
    }))
}

/// Places on a board, by points or by games. Without a name for everybody there is no picture: the words mention people instead.
pub(super) fn board(
    (title, about): (&str, String),
    places: &[Place],
    known: &Known,
    by_games: bool,
    page: (usize, usize),
) -> Option<Picture> {
    let row = |place: &Place| {
        let (points, games) = (place.tally.points, place.tally.games);
        let (value, note) = match by_games {
            true => (games, super::scores::counted(points, "point")),
            false => (points, super::scores::counted(games, "game")),
        };
        Some(BoardRow {
            rank: place.rank,
            person: person(known, place.player)?,
            value,
            note,
        })
    };
    let rows: Vec<BoardRow> = places.iter().map(row).collect::<Option<_>>()?;
    let best = rows.iter().map(|row| row.value).max()?;
    Some(Picture::Board(Board {
        title: title.to_owned(),
        about,
        unit: if by_games { "game" } else { "point" }.to_owned(),
        rows,
        best,
        page,
    }))
}

fn person(known: &Known, player: Player) -> Option<Person> {
    let name = known.get(&player)?;
    let text = name.text.as_ref()?;
    Some(Person {
        name: match name.left {
            true => format!("{text} (left)"),
            false => text.clone(),
        },
        id: player.0,
    })
}

/// The last 30 days of a profile, for the person alone.
pub(super) fn days(profile: &Profile, me: Person) -> Picture {
    let rank = match profile.rank {
        Some(rank) if !profile.hidden => format!(" · place {rank} of {}", profile.players),
        _ => String::new(),
    };
    let season = &profile.season;
    let share = season
        .accuracy()
        .map(|share| (format!("{share} %"), "right".to_owned()));
    let figure = |number: u64, what: &str| {
        let counted = super::scores::counted(number, what);
        let (number, what) = counted.split_once(' ').unwrap_or((&counted, ""));
        (number.to_owned(), what.to_owned())
    };
    let figures = [
        Some(figure(season.points, "point")),
        share,
        Some(figure(season.games, "game")),
        Some((profile.day_streak.to_string(), "days in a row".to_owned())),
    ];
    let n_days = profile.days.len();
    let days = profile.days.iter().enumerate().map(|(at, day)| Day {
        date: match n_days - at - 1 {
            0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            ago => format!("{ago} days ago"),
        },
        answers: u32::try_from(day.answers).unwrap_or(u32::MAX),
        right: u32::try_from(day.right).unwrap_or(u32::MAX),
    });
    Picture::Profile(Days {
        person: me,
        about: format!("This season{rank}"),
        figures: figures.into_iter().flatten().collect(),
        days: days.collect(),
    })
}
