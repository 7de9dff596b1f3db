//! Cards as a terminal shows them.

use expect_test::{Expect, expect};

use super::*;
use crate::answers::{Button, Look, Press, Related, Section, What};

fn card() -> Card {
    let mut card = Card::new(Kind::Event, "27 October 1962 (year from line 3)");
    card.byline = Some("The Crisis".to_owned());
    let mut dated = Line::bullet("", 0);
    dated.spans = vec![
        Span::Strong("The 1960s".to_owned()),
        Span::Text(
            "  both sides built more and more missiles of a longer and longer reach".to_owned(),
        ),
        Span::Quiet(" (line 8)".to_owned()),
    ];
    card.sections = vec![
        Section {
            title: None,
            lines: vec![
                Line::bullet("Kennedy delays the attack.", 0),
                Line::bullet("For a day.", 1),
            ],
        },
        Section {
            title: Some("Less exact".to_owned()),
            lines: vec![dated],
        },
    ];
    card.related.push(Related {
        label: "People".to_owned(),
        items: vec![
            ("Kennedy".to_owned(), None),
            ("Khrushchev".to_owned(), None),
        ],
    });
    card.source = vec!["The Crisis, What happened, 27 October, lines 98 to 102".to_owned()];
    card.buttons.push(Button {
        label: "Later: 28 October".to_owned(),
        press: Press::Turn(Look::from(What::Help)),
    });
    card.page = (1, 2);
    card
}

/// The card without its styles.
#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "what is expected is used up by the check"
)]
fn check(width: usize, expected: Expect) {
    let styled = drawn(&card(), width).join("\n");
    let plain = anstream::adapter::strip_str(&styled).to_string();
    for line in plain.lines() {
        assert!(display_width(line) <= width, "{line}");
    }
    expected.assert_eq(&(plain + "\n"));
}

#[test]
fn a_card_is_wrapped_to_the_width() {
    check(
        72,
        expect![[r#"
        27 October 1962 (year from line 3)                            The Crisis
        ────────────────────────────────────────────────────────────────────────

        • Kennedy delays the attack.
          • For a day.

        Less exact
        • The 1960s  both sides built more and more missiles of a longer and
          longer reach (line 8)

        People  Kennedy · Khrushchev
        Source  The Crisis, What happened, 27 October, lines 98 to 102

        Page 1 of 2, next: --page 2   Later: 28 October
    "#]],
    );
    check(
        34,
        expect![[r#"
        27 October 1962 (year from line 3)
        The Crisis
        ──────────────────────────────────

        • Kennedy delays the attack.
          • For a day.

        Less exact
        • The 1960s  both sides built more
          and more missiles of a longer
          and longer reach (line 8)

        People  Kennedy · Khrushchev
        Source  The Crisis, What happened,
                27 October, lines 98 to
                102

        Page 1 of 2, next: --page 2
        Later: 28 October
    "#]],
    );
}

#[test]
fn styles_end_where_they_end_over_a_wrapped_line() {
    let lines = drawn(&card(), 34).join("\n");
    let strong = STRONG.render().to_string();
    let ended = format!("{strong}The 1960s  {}both", STRONG.render_reset());
    assert!(lines.contains(&ended), "{lines:?}");
}
