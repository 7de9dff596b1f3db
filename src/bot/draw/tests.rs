//! Cards as messages.

use expect_test::{Expect, expect};
use proptest::prelude::{Strategy, any, prop_assert, proptest};
use serde_json::Value;

use super::*;
use crate::answers::{Button, Kind, Line, Related, Section, Span, What, Words};

/// What Discord is sent, in a few lines.
fn shown(message: &Message) -> String {
    let embed = serde_json::to_value(&message.embed).unwrap();
    let mut lines = vec![
        format!(
            "author: {}",
            embed["author"]["name"].as_str().unwrap_or("-")
        ),
        format!("title: {}", embed["title"].as_str().unwrap_or("-")),
        embed["description"].as_str().unwrap_or("-").to_owned(),
    ];
    for field in embed["fields"].as_array().into_iter().flatten() {
        lines.push(format!(
            "{}: {}",
            field["name"].as_str().unwrap(),
            field["value"].as_str().unwrap()
        ));
    }
    lines.push(format!(
        "footer: {}",
        embed["footer"]["text"].as_str().unwrap_or("-")
    ));
    for row in &message.rows {
        for part in serde_json::to_value(row).unwrap()["components"]
            .as_array()
            .unwrap()
        {
            lines.push(match part["options"].as_array() {
                None => format!(
                    "[{}] {}",
                    part["label"].as_str().unwrap(),
                    part["custom_id"].as_str().unwrap()
                ),
                Some(options) => options
                    .iter()
                    .map(|option| {
                        format!(
                            "<{}> {}",
                            option["label"].as_str().unwrap(),
                            option["value"].as_str().unwrap()
                        )
                    })
                    .collect::<Vec<_>>()
                    .join("\n"),
            });
        }
    }
    lines.join("\n")
}

#[track_caller]
fn check(drawn: &Card, expected: &Expect) {
    expected.assert_eq(&shown(&card(drawn, 7)));
}

fn find(words: &str) -> Look {
    What::Search(Words::new(words)).into()
}

fn with_all_parts() -> Card {
    let mut drawn = Card::new(Kind::Event, "27 October 1962");
    drawn.byline = Some("Cuban *Missile* Crisis".to_owned());
    drawn.sections = vec![
        Section {
            title: None,
            lines: vec![
                Line {
                    depth: 0,
                    bullet: true,
                    spans: vec![
                        Span::Text("Plane shot down ".into()),
                        Span::Quiet("(line 99)".into()),
                    ],
                },
                Line::bullet("1. led to *advice*", 1),
            ],
        },
        Section {
            title: Some("Less exact".into()),
            lines: vec![Line {
                spans: vec![
                    Span::Strong("1962 ".into()),
                    Span::Text("# the crisis".into()),
                ],
                ..Line::default()
            }],
        },
    ];
    drawn.related = vec![Related {
        label: "People".into(),
        items: vec![
            ("Kennedy".into(), Some(find("kennedy"))),
            ("Nobody".into(), None),
            ("JFK".into(), Some(find("kennedy"))),
        ],
    }];
    drawn.source = vec!["Cuban Missile Crisis, 27_October, lines 98 to 102".into()];
    drawn.buttons = vec![
        Button {
            label: "Earlier: 26 October".into(),
            press: Press::Turn(find("a")),
        },
        Button {
            label: "Context".into(),
            press: Press::Open(find("a")),
        },
        Button {
            label: "Later: 28 October".into(),
            press: Press::Turn(find("a")),
        },
    ];
    drawn.page = (2, 3);
    drawn
}

#[test]
fn a_card_is_drawn_with_all_its_parts() {
    check(
        &with_all_parts(),
        &expect![[r#"
        author: Cuban *Missile* Crisis
        title: 27 October 1962
        - Plane shot down *(line 99)*
          - 1\. led to \*advice\*

        **Less exact**
        **1962** \# the crisis
        People: Kennedy · Nobody · JFK
        footer: Cuban Missile Crisis, 27_October, lines 98 to 102
        Page 2 of 3
        [Earlier: 26 October] t07.s:a:0
        [Context] o1.s:a:0
        [Later: 28 October] t27.s:a:0
        <Kennedy> s:kennedy:0"#]],
    );
}

#[test]
fn an_empty_card_is_still_a_message() {
    check(
        &Card::new(Kind::Nothing, "Nothing found"),
        &expect![[r#"
        author: -
        title: Nothing found
        -
        footer: -"#]],
    );
}

#[test]
fn what_is_clipped_says_so() {
    let mut drawn = Card::new(Kind::Note, "Long");
    drawn.sections = vec![Section {
        title: None,
        lines: vec![Line::bullet("word ".repeat(40), 0); 60],
    }];
    let message = card(&drawn, 7);
    assert!(message.clipped);
    assert!(shown(&message).contains("too long for Discord"));
}

/// Discord's limits, over all texts of a message.
fn fits(message: &Message) -> bool {
    let embed = serde_json::to_value(&message.embed).unwrap();
    let count = |text: &Value| text.as_str().map_or(0, length);
    let fields = embed["fields"].as_array().cloned().unwrap_or_default();
    let parts = [
        count(&embed["author"]["name"]),
        count(&embed["title"]),
        count(&embed["description"]),
        count(&embed["footer"]["text"]),
    ];
    let in_fields: usize = fields
        .iter()
        .map(|field| count(&field["name"]) + count(&field["value"]))
        .sum();
    let within = parts
        .iter()
        .zip([256, 256, 4_096, 2_048])
        .all(|(part, most)| *part <= most);
    let rows: Vec<Value> = message
        .rows
        .iter()
        .map(|row| serde_json::to_value(row).unwrap())
        .collect();
    let ids: Vec<&str> = rows
        .iter()
        .flat_map(|row| row["components"].as_array().unwrap())
        .map(|part| part["custom_id"].as_str().unwrap())
        .collect();
    let unique: std::collections::HashSet<&str> = ids.iter().copied().collect();
    within
        && parts.iter().sum::<usize>() + in_fields <= 6_000
        && fields.len() <= 25
        && fields.iter().all(|field| {
            (1..=256).contains(&count(&field["name"]))
                && (1..=1_024).contains(&count(&field["value"]))
        })
        && rows.len() <= 5
        && unique.len() == ids.len()
        && ids.iter().all(|id| (1..=100).contains(&length(id)))
}

fn any_card() -> impl Strategy<Value = Card> {
    use proptest::collection::vec;
    let text = || "\\PC{1,300}";
    let line =
        (0..9_u8, any::<bool>(), vec(text(), 1..4)).prop_map(|(depth, bullet, spans)| Line {
            depth,
            bullet,
            spans: spans.into_iter().map(Span::Strong).collect(),
        });
    let section = (proptest::option::of(text()), vec(line, 1..12))
        .prop_map(|(title, lines)| Section { title, lines });
    let related = ("[a-z]{1,9}", vec(text(), 0..60)).prop_map(|(label, items)| Related {
        label,
        items: items
            .into_iter()
            .map(|item| (item.clone(), Some(find(&item))))
            .collect(),
    });
    let button = text().prop_map(|label| Button {
        press: Press::Turn(find(&label)),
        label,
    });
    (
        text(),
        vec(section, 0..9),
        vec(related, 0..4),
        vec(text(), 0..9),
        vec(button, 0..9),
    )
        .prop_map(|(title, sections, related, source, buttons)| Card {
            sections,
            related,
            source,
            buttons,
            ..Card::new(Kind::Search, title)
        })
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn any_card_fits_into_a_message(drawn in any_card()) {
        prop_assert!(fits(&card(&drawn, u64::MAX)));
    }
}
