//! Every picture can be drawn, whatever stands in it, and says the same in words.

use std::time::Duration;

use jiff::civil::date;
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use resvg::usvg::{Options, Tree};

use super::{
    Board, BoardRow, Day, Event, Person, Picture, Pictures, Podium, Profile, Step, Timeline,
};

fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        id: 7,
    }
}

/// One of each kind, with `text` wherever text comes from outside.
fn pictures(text: &str, n: u64) -> Vec<Picture> {
    let at =
        |days: u64| date(-43, 3, 15).saturating_add(jiff::Span::new().days(days as i64 * 9_000));
    let text = || text.to_owned();
    let rows = (1..=n).map(|rank| BoardRow {
        rank,
        person: person(&text()),
        value: n - rank,
        note: text(),
    });
    let steps = (1..=n).map(|rank| Step {
        rank,
        person: person(&text()),
        points: n,
        note: text(),
    });
    let days = (0..n as u32).map(|answers| Day {
        date: text(),
        answers,
        right: answers / 2,
    });
    let events = (0..n).map(|day| Event {
        first: at(day),
        last: at(day + day % 3),
        is_about: day % 2 == 1,
        date: text(),
        text: text(),
    });
    vec![
        Picture::Board(Board {
            title: text(),
            about: text(),
            unit: "point".into(),
            rows: rows.collect(),
            best: n,
            page: (1, n as usize),
        }),
        Picture::Podium(Podium {
            title: text(),
            about: text(),
            steps: steps.collect(),
            n_players: n as usize,
        }),
        Picture::Profile(Profile {
            person: person(&text()),
            about: text(),
            figures: vec![(text(), text()); 4],
            days: days.collect(),
        }),
        Picture::Timeline(Timeline {
            title: text(),
            about: text(),
            events: events.collect(),
            all: (0..n * 3).map(at).collect(),
        }),
    ]
}

#[test]
fn every_picture_is_drawn_a_thousand_pixels_wide() {
    let studio = Pictures::default();
    for n in [0, 2, 10] {
        for picture in pictures("Kennedy <b>&amp; \"Khrushchev\" ]]> find out", n) {
            let png = studio.draw(&picture).unwrap();
            let read = png::Decoder::new(std::io::Cursor::new(&png))
                .read_info()
                .unwrap();
            let (width, height) = (read.info().width, read.info().height);
            assert_eq!(width, 1_000, "{picture:?}");
            assert!((200..1_500).contains(&height), "{height}: {picture:?}");
            assert!(png.len() < 500_000, "{}: {picture:?}", png.len());
        }
    }
}

#[test]
fn texts_stand_in_the_template_as_they_are() {
    let studio = Pictures::default();
    for picture in pictures("</text><image href='x'/>&", 2) {
        let svg = picture.svg(&studio.inner.fonts);
        assert!(!svg.contains("<image"), "{svg}");
        assert!(svg.contains("&lt;/text"), "{svg}");
    }
}

#[test]
fn words_beside_a_picture_name_everybody() {
    let podium = Picture::Podium(Podium {
        title: "The quiz is over".into(),
        about: "Cold War".into(),
        steps: ["Ann", "李小龍"]
            .into_iter()
            .zip(1..)
            .map(|(name, rank)| Step {
                rank,
                person: person(name),
                points: 30 / rank,
                note: "3 right".into(),
            })
            .collect(),
        n_players: 4,
    });
    assert_eq!(
        podium.words(),
        "The quiz is over, Cold War. 1. Ann, 30 points, 3 right; 2. 李小龍, 15 points, 3 right. 4 players."
    );
    for picture in pictures(&"word ".repeat(200), 10) {
        assert!(picture.words().chars().count() <= 1_024);
    }
}

#[tokio::test]
async fn a_picture_is_kept_and_one_that_takes_too_long_is_not_waited_for() {
    let studio = Pictures::default();
    let picture = pictures("Ann", 3).remove(1);
    let late = studio.ready_within(Duration::ZERO, picture.clone()).await;
    assert_eq!(late, None, "nothing is drawn in no time");
    let drawn = studio
        .ready_within(Duration::from_secs(60), picture.clone())
        .await
        .unwrap();
    assert_eq!(drawn.file, "podium.png");
    let again = studio.ready_within(Duration::ZERO, picture).await;
    assert_eq!(again, Some(drawn), "it was kept");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_text_breaks_a_picture_or_leaves_a_hole_in_it(text in "\\PC{0,40}|.{0,24}", n in 0_u64..4) {
        let studio = Pictures::default();
        let fonts = &studio.inner.fonts;
        for picture in pictures(&text, n) {
            let svg = picture.svg(fonts);
            let options = Options { fontdb: std::sync::Arc::clone(&fonts.database), ..Options::default() };
            prop_assert!(Tree::from_str(&svg, &options).is_ok(), "{}", svg);
        }
        let written = fonts.write(&text).text;
        prop_assert!(written.chars().all(|letter| fonts.has(letter)), "{:?}", written);
    }
}
