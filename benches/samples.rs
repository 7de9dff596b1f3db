//! Pictures as they come in real servers, and as they should not come: long names, ties, nothing at all, centuries.

use clio::bot::pictures::{
    Board, BoardRow, Day, Event, Person, Picture, Podium, Profile, Step, Timeline,
};
use jiff::Span;
use jiff::civil::{Date, date};

const NAMES: [&str; 10] = [
    "Marguerite Lindqvist-Fernández",
    "Ann",
    "Наталія Ґалаґан",
    "Θεόδωρος Παπαδόπουλος",
    "李小龍",
    "x_dark_lord_x",
    "Bartholomew Featherstonehaugh-Cholmondeley of Somewhere Else",
    "Nguyễn Thị Minh Khai",
    "محمد الفاتح",
    "🎉 Zoë 🎉",
];

fn person(at: usize) -> Person {
    Person {
        name: NAMES[at % NAMES.len()].to_owned(),
        id: 7_000_000_000 + at as u64 * 7_919,
    }
}

/// All samples with their names.
pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    vec![
        (
            "leaderboard",
            board(&[1_284, 1_190, 1_020, 874, 610, 598, 402, 233, 40, 5]),
        ),
        (
            "leaderboard of ties",
            board(&[80, 80, 80, 80, 80, 80, 80, 80, 80, 80]),
        ),
        ("leaderboard of one", board(&[10])),
        ("leaderboard of nobody", board(&[])),
        ("podium", podium(&[(1, 120), (2, 95), (3, 60)], 9)),
        ("podium of ties", podium(&[(1, 80); 10], 12)),
        (
            "podium of two firsts",
            podium(&[(1, 80), (1, 80), (3, 40)], 3),
        ),
        ("podium of two", podium(&[(1, 80), (2, 50)], 2)),
        ("podium of one", podium(&[(1, 80)], 1)),
        ("profile", profile(&|day| (day * 7 % 23, day * 5 % 17))),
        (
            "profile of one day",
            profile(&|day| if day == 12 { (3, 2) } else { (0, 0) }),
        ),
        ("profile of nothing", profile(&|_| (0, 0))),
        ("timeline of three", three()),
        ("timeline of a month", month()),
        ("timeline of forty", many(40, 1945, 46)),
        ("timeline of centuries", many(500, -500, 2_520)),
        ("timeline of one", one()),
        ("timeline of stretches", stretches()),
    ]
}

fn board(values: &[u64]) -> Picture {
    let rank = |value: u64| values.iter().filter(|other| **other > value).count() as u64 + 1;
    let rows = values.iter().enumerate().map(|(at, &value)| BoardRow {
        rank: rank(value),
        person: person(at),
        value,
        note: format!("{} games", 40 - at),
    });
    Picture::Board(Board {
        title: "Leaderboard".into(),
        about: "This season · Cold War".into(),
        unit: "point".into(),
        rows: rows.collect(),
        best: values.first().copied().unwrap_or(0),
        page: (1, if values.len() == 10 { 3 } else { 1 }),
    })
}

fn podium(steps: &[(u64, u64)], n_players: usize) -> Picture {
    let step = |(at, &(rank, points)): (usize, &(u64, u64))| Step {
        rank,
        person: person(at),
        points,
        note: "8 right".into(),
    };
    Picture::Podium(Podium {
        title: "The quiz is over".into(),
        about: "Cold War · 10 questions".into(),
        steps: steps.iter().enumerate().map(step).collect(),
        n_players,
    })
}

fn profile(answers: &dyn Fn(u32) -> (u32, u32)) -> Picture {
    let day = |(at, date): (u32, Date)| {
        let (answers, right) = answers(at);
        Day {
            date: format!(
                "{} {}",
                date.day(),
                ["October", "November"][usize::from(date.month() == 11)]
            ),
            answers,
            right: right.min(answers),
        }
    };
    let first = date(2026, 10, 28);
    let dates = (0_u32..30).map(|at| {
        (
            at,
            first
                .checked_add(Span::new().days(i64::from(at)))
                .unwrap_or(first),
        )
    });
    Picture::Profile(Profile {
        person: person(0),
        about: "This season · rank 4 of 23".into(),
        figures: [
            ("1,284", "points"),
            ("78 %", "right"),
            ("41", "games"),
            ("6", "days in a row"),
        ]
        .map(|(value, label)| (value.to_owned(), label.to_owned()))
        .to_vec(),
        days: dates.map(day).collect(),
    })
}

fn event(first: Date, last: Date, date: &str, text: &str) -> Event {
    Event {
        first,
        last,
        is_about: date.starts_with("c."),
        date: date.into(),
        text: text.into(),
    }
}

fn timeline(title: &str, events: Vec<Event>, all: Vec<Date>) -> Picture {
    let about = match all.len().max(events.len()) {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    };
    Picture::Timeline(Timeline {
        title: title.into(),
        about,
        events,
        all,
    })
}

fn three() -> Picture {
    let at = |year, month, day| date(year, month, day);
    timeline(
        "Cuban Missile Crisis",
        vec![
            event(
                at(1961, 4, 17),
                at(1961, 4, 19),
                "17 to 19 April 1961",
                "Exiles land at the Bay of Pigs and are beaten within three days, which leaves Castro stronger than before and the new President embarrassed before the whole world, as even his own advisers would later say",
            ),
            event(
                at(1962, 10, 16),
                at(1962, 10, 28),
                "16 to 28 October 1962",
                "Thirteen days of crisis",
            ),
            event(
                at(1963, 8, 5),
                at(1963, 8, 5),
                "5 August 1963",
                "The Partial Test Ban Treaty is signed in Moscow",
            ),
        ],
        Vec::new(),
    )
}

fn month() -> Picture {
    let texts = [
        (14, "A U-2 photographs launch sites"),
        (16, "Kennedy found out about the missiles"),
        (20, "The blockade is chosen over an air strike"),
        (22, "Kennedy speaks on television"),
        (24, "Soviet ships stop before the line"),
        (26, "Khrushchev sends his first letter"),
        (
            27,
            "American plane shot down in Cuba, led to pilot dead, led to Kennedy advised to launch invasion",
        ),
        (
            27,
            "Khrushchev sends second letter demanding missiles from Turkey to also be removed",
        ),
        (28, "Khrushchev agrees to remove the missiles"),
    ];
    let events = texts.map(|(day, text)| {
        event(
            date(1962, 10, day),
            date(1962, 10, day),
            &format!("{day} October 1962"),
            text,
        )
    });
    timeline("October 1962", events.to_vec(), Vec::new())
}

fn many(n: i32, from: i32, years: i32) -> Picture {
    let day = |at: i32| {
        date(
            (from + at * years / n) as i16,
            (1 + at * 5 % 12) as i8,
            (1 + at * 11 % 28) as i8,
        )
    };
    let all: Vec<Date> = (0..n).map(day).collect();
    let page = if n > 100 { 120..130 } else { 10..20 };
    let events = page.map(|at| {
        let first = day(at);
        let year = first.year();
        let name = if year <= 0 { format!("{} BC", 1 - year) } else { format!("{} {year}", first.day()) };
        let name = if at % 4 == 0 { format!("c. {name}") } else { name };
        event(first, first, &name, "Something of note happened, and the notes say so at some length, with causes and with consequences")
    });
    timeline("Everything", events.collect(), all)
}

fn one() -> Picture {
    let day = date(-43, 3, 15);
    timeline(
        "Julius Caesar",
        vec![event(
            day,
            day,
            "15 March 44 BC",
            "Caesar is killed in the Senate",
        )],
        Vec::new(),
    )
}

fn stretches() -> Picture {
    timeline(
        "Wars",
        vec![
            event(
                date(1914, 7, 28),
                date(1918, 11, 11),
                "28 July 1914 to 11 November 1918",
                "The First World War",
            ),
            event(
                date(1917, 3, 8),
                date(1917, 11, 8),
                "1917",
                "Two revolutions in Russia",
            ),
            event(
                date(1920, 1, 1),
                date(1929, 12, 31),
                "The 1920s",
                "Years of recovery, and of what came before the crash",
            ),
            event(
                date(1929, 10, 29),
                date(1929, 10, 29),
                "29 October 1929",
                "Black Tuesday",
            ),
            event(
                date(1939, 9, 1),
                date(1945, 9, 2),
                "1 September 1939 to 2 September 1945",
                "The Second World War",
            ),
        ],
        Vec::new(),
    )
}
