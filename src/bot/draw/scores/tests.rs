//! Boards, profiles and groups as they are drawn.

use expect_test::{Expect, expect};

use super::*;
use crate::bot::custom_id::{BoardOf, By};
use crate::bot::names::Name;
use crate::store::{Board, Group, GroupId, GroupPlace, Missed, Place, Profile, Weak};

/// What is read of a message: its texts with blanks as blanks, and its buttons.
fn shown_text(message: &Message) -> String {
    let embed = serde_json::to_value(&message.embed).unwrap();
    let texts = [
        &serde_json::json!(message.content),
        &embed["title"],
        &embed["description"],
        &embed["footer"]["text"],
    ];
    let mut lines: Vec<String> = texts
        .into_iter()
        .filter_map(|text| text.as_str().map(|text| text.replace('\u{a0}', " ")))
        .collect();
    let mut ids = Vec::new();
    for row in &message.rows {
        let row = serde_json::to_value(row).unwrap();
        let parts = row["components"].as_array().unwrap().iter();
        let labels = parts.map(|part| {
            ids.push(part["custom_id"].clone());
            let is_off = part["disabled"] == true;
            let label = part["label"].as_str().or(part["placeholder"].as_str());
            let options = part["options"].as_array().into_iter().flatten();
            let options: String = options.map(|one| format!(" <{}>", one["label"])).collect();
            format!(
                "[{}{}]{options}",
                label.unwrap(),
                if is_off { ", off" } else { "" }
            )
        });
        lines.push(labels.collect::<Vec<_>>().join(" "));
    }
    let n_ids = ids.len();
    ids.sort_by_key(ToString::to_string);
    ids.dedup();
    assert_eq!(ids.len(), n_ids, "Discord wants every custom id to differ");
    assert!(!message.clipped);
    lines.join("\n")
}

#[track_caller]
fn check(message: &Message, expected: &Expect) {
    expected.assert_eq(&shown_text(message));
}

fn tally(points: u64, right: u64, answers: u64, games: u64) -> Tally {
    Tally {
        points,
        right,
        answers,
        games,
    }
}

fn names(all: &[(u64, &str, bool)]) -> Known {
    let name = |(player, text, left): &(u64, &str, bool)| {
        let text = (!text.is_empty()).then(|| (*text).to_owned());
        (Player(*player), Name { text, left: *left })
    };
    all.iter().map(name).collect()
}

/// The second of three pages, with a tie, somebody who left, somebody nobody knows and a name of another script.
fn page() -> (Board, Known) {
    let place = |line: u64, rank, player, points| Place {
        rank,
        line,
        player: Player(player),
        tally: tally(points, 40, 60, 12),
    };
    let board = Board {
        places: vec![
            place(10, 11, 1, 12_340),
            place(11, 12, 2, 980),
            place(12, 12, 3, 980),
            place(13, 14, 4, 5),
        ],
        page: 1,
        pages: 3,
        players: 1_024,
        mine: None,
    };
    let known = names(&[(1, "Ann", false), (2, "Dev", true), (3, "小明*", false)]);
    (board, known)
}

#[test]
fn a_page_of_a_board_has_straight_columns_and_ways_to_the_others() {
    let (shown, known) = page();
    let drawn = |by, topic, group| {
        board(&Drawn {
            of: BoardOf {
                by,
                ..BoardOf::default()
            },
            asker: 7,
            topic,
            group,
            last_season: Some(3),
            page: 1,
            pages: 3,
            rows: Rows::People(&shown, &known),
        })
    };
    check(
        &drawn(By::Points, None, None),
        &expect![[r#"
        Leaderboard: this season
        `rank  points  games`
        `11th  12,340     12` **Ann**
        `12th     980     12` **Dev** (left the server)
        `12th     980     12` **小明\***
        `14th       5     12` <@4>
        1,024 players · page 2 of 3
        [Season, off] [Month] [Week] [Today] [30 days]
        [Higher places] [Lower places] [My place] [All time] [Last season]"#]],
    );
    let narrowed = drawn(By::Games, Some("cold_war"), Some("Red"));
    assert!(!narrowed.private);
    check(
        &narrowed,
        &expect![[r#"
        By games played: this season
        Topic: cold\_war · Study group: Red
        `rank  games  points`
        `11th     12  12,340` **Ann**
        `12th     12     980` **Dev** (left the server)
        `12th     12     980` **小明\***
        `14th     12       5` <@4>
        1,024 players · page 2 of 3
        [Season, off] [Month] [Week] [Today] [30 days]
        [Higher places] [Lower places] [My place] [All time] [Last season]"#]],
    );
    let accuracy = drawn(By::Accuracy, None, None);
    assert!(accuracy.private);
    check(
        &accuracy,
        &expect![[r#"
        By right answers: this season
        `rank  right  answers`
        `11th   67 %       60` **Ann**
        `12th   67 %       60` **Dev** (left the server)
        `12th   67 %       60` **小明\***
        `14th   67 %       60` <@4>
        1,024 players · page 2 of 3
        [Season, off] [Month] [Week] [Today] [30 days]
        [Higher places] [Lower places] [My place] [All time] [Last season]"#]],
    );
}

#[test]
fn groups_that_did_not_play_have_no_rank() {
    let group = |id, name: &str, members| Group {
        id: GroupId(id),
        name: name.to_owned(),
        members,
    };
    let places = [
        GroupPlace {
            rank: 1,
            group: group(1, "Red", 12),
            active: 3,
            points: 127,
            average: 127.0 / 3.0,
        },
        GroupPlace {
            rank: 2,
            group: group(2, "Blue", 4),
            active: 0,
            points: 0,
            average: 0.0,
        },
    ];
    let drawn = board(&Drawn {
        of: BoardOf {
            by: By::Groups,
            ..BoardOf::default()
        },
        asker: 7,
        topic: None,
        group: None,
        last_season: None,
        page: 0,
        pages: 1,
        rows: Rows::Groups(&places),
    });
    check(
        &drawn,
        &expect![[r#"
        Study groups: this season
        `rank  average   active`
        ` 1st     42.3  3 of 12` 🥇 **Red**
        `   –        –   0 of 4` **Blue**
        [Season, off] [Month] [Week] [Today] [30 days]
        [All time]"#]],
    );
}

#[test]
fn a_place_says_what_is_missing_to_the_one_before() {
    let (shown, _) = page();
    let of = BoardOf::default();
    let mine = (&shown.places[2], shown.players);
    let told = my_place(&of, (None, None), mine, Some(&shown.places[0]));
    assert!(told.private);
    check(
        &told,
        &expect![[r#"
        Your place, this season: 12th of 1,024
        **980 points** in 12 games.
        Right: 40 of 60, 67 %.
        11,360 points to the 11th place."#]],
    );
}

fn profile() -> Profile {
    let mut days = vec![Tally::default(); 30];
    days[20] = tally(90, 9, 12, 1);
    days[28] = tally(40, 4, 5, 1);
    let topic = |name: &str, right| (name.to_owned(), tally(0, right, 10, 0));
    let missed = |n: usize| Missed {
        question: n.to_string(),
        fact: n.to_string(),
        topic: "cold-war".to_owned(),
        prompt: format!("Question *{n}*?"),
        at: std::time::Duration::ZERO,
    };
    Profile {
        rank: Some(4),
        players: 12,
        season: tally(130, 13, 17, 2),
        all: tally(1_340, 140, 200, 31),
        answer_streak: 3,
        day_streak: 2,
        topics: vec![topic("nato", 9), topic("cold_war", 8), topic("berlin", 4)],
        days,
        missed: (1..=7).map(missed).collect(),
        hidden: false,
    }
}

#[test]
fn a_profile_of_oneself_tells_all() {
    let own = own(&profile(), None);
    assert!(own.private);
    check(
        &own,
        &expect![[r#"
        Your profile
        **4th** of 12 this season

        `points             right  games`
        `   130    13 of 17, 76 %      2` season
        ` 1,340  140 of 200, 70 %     31` all time
        **In a row:** 3 right answers · 2 days

        **Strongest**
        - nato: 9 of 10, 90 %

        **Weakest**
        - berlin: 4 of 10, 40 %

        **Last 30 days:** 130 points on 2 days, 13 of 17 answers right. The best day was 9 days ago, with 90 points.

        **Missed lately**
        - Question \*1\*?
        - Question \*2\*?
        - Question \*3\*?
        - Question \*4\*?
        - Question \*5\*?
        - and 2 more
        Only you see this. Games played alone are counted here.
        [Review my misses]"#]],
    );
}

#[test]
fn a_profile_of_another_tells_nothing_that_shames() {
    let known = names(&[(7, "Ann", false)]);
    let of = |profile: &Profile| other(Player(7), profile, &known);
    assert!(!of(&profile()).private);
    check(
        &of(&profile()),
        &expect![[r#"
        Ann
        **This season:** 130 points · 2 games
        **All time:** 1,340 points · 31 games
        **In a row:** 3 right answers · 2 days"#]],
    );
    let broken = Profile {
        answer_streak: 0,
        day_streak: 1,
        season: Tally::default(),
        ..profile()
    };
    check(
        &of(&broken),
        &expect![[r#"
        Ann
        **All time:** 1,340 points · 31 games"#]],
    );
    let hidden = Profile {
        hidden: true,
        ..profile()
    };
    assert!(of(&hidden).private);
    check(
        &of(&hidden),
        &expect!["**Ann** keeps their scores to themselves."],
    );
    check(
        &of(&Profile::default()),
        &expect![
            "**Ann** has not answered a question here yet. /quiz start begins a quiz for everybody."
        ],
    );
    check(
        &other(Player(7), &profile(), &Known::new()),
        &expect![[r#"
        <@7>
        **This season:** 130 points · 2 games
        **All time:** 1,340 points · 31 games
        **In a row:** 3 right answers · 2 days"#]],
    );
}

#[test]
fn who_never_played_is_told_how_to_begin() {
    check(
        &own(&Profile::default(), None),
        &expect![[r#"
        Your profile
        You have not answered a question here yet. /quiz start begins a quiz with others, /practice is for you alone.
        Only you see this. Games played alone are counted here."#]],
    );
}

#[test]
fn weak_parts_of_several_topics_lead_to_a_menu_of_quizzes() {
    let part = |topic: &str, note: &str, heading: &str, wrong| Weak {
        topic: topic.to_owned(),
        note: note.to_owned(),
        heading: heading.to_owned(),
        answers: 12,
        wrong,
    };
    let several = [
        part("cold-war", "Missile Crisis", "What happened", 11),
        part("cold-war", "Missile Crisis", "", 8),
        part("NATO", "NATO", "NATO", 1),
    ];
    check(
        &weak(&several),
        &expect![[r#"
        What this server gets wrong most
        `   wrong`
        `11 of 12` **Missile Crisis**, What happened (cold-war)
        ` 8 of 12` **Missile Crisis** (cold-war)
        ` 1 of 12` **NATO**
        Parts of the notes with at least 5 answers. Nobody is named.
        [Quiz us on this] <"cold-war"> <"NATO">"#]],
    );
    check(
        &weak(&several[..1]),
        &expect![[r#"
        What this server gets wrong most
        `   wrong`
        `11 of 12` **Missile Crisis**, What happened (cold-war)
        Parts of the notes with at least 5 answers. Nobody is named.
        [Quiz us on this]"#]],
    );
    check(
        &weak(&[]),
        &expect![
            "Nothing stands out yet: a part of the notes is listed here from 5 answers on, when some of them were wrong. /quiz start begins a quiz."
        ],
    );
}

#[test]
fn numbers_and_ranks_read_as_people_write_them() {
    for (n, grouped, rank) in [
        (0, "0", "0th"),
        (1, "1", "1st"),
        (2, "2", "2nd"),
        (3, "3", "3rd"),
        (11, "11", "11th"),
        (112, "112", "112th"),
        (121, "121", "121st"),
        (1_003, "1,003", "1,003rd"),
        (1_234_567, "1,234,567", "1,234,567th"),
    ] {
        assert_eq!((number(n).as_str(), ordinal(n).as_str()), (grouped, rank));
    }
    assert_eq!(counted(1, "point"), "1 point");
    assert_eq!(counted(1_200, "point"), "1,200 points");
}

#[test]
fn people_are_named_whatever_is_known_of_them() {
    let mut known = Known::new();
    let ann = Player(7);
    assert_eq!(named(&known, ann), "<@7>");
    let mut check = |text: Option<&str>, left, expected: &str| {
        let text = text.map(str::to_owned);
        known.insert(ann, Name { text, left });
        assert_eq!(named(&known, ann), expected);
    };
    check(Some("Ann"), false, "**Ann**");
    check(Some("Ann"), true, "**Ann** (left the server)");
    check(None, true, "somebody who left the server");
    check(Some("\u{200b}"), false, "<@7>");
    check(
        Some("**@everyone** `x`"),
        false,
        "**\\*\\*@\u{200b}everyone\\*\\* \\`x\\`**",
    );
    check(
        Some(&"x".repeat(40)),
        false,
        &format!("**{}…**", "x".repeat(31)),
    );
}
