//! What look-ups answer, told as text: one `check`, small notes of our own.

mod dates;
mod ways;

use expect_test::{Expect, expect};

use super::{
    Asker, Card, Field, Press, Span, TimelineQuery, cause, complete, event, help, note, person,
    search, show, timeline,
};
use crate::library::Library;
use crate::notes;

const CRISIS: &str = "\
# METADATA
- Happened around 1962.

# The October Crisis
## 26 October
- Khrushchev writes a first letter.

## 27 October
- Khrushchev sends a second letter, so that the missiles must be removed [[CENTO]].
- A plane was shot down -> the pilot was killed -> Kennedy was told to invade
- Kennedy delays the attack.

## 28 October
- Khrushchev gives in.

# The Bay of Pigs Invasion
- Exiles landed on 17 April 1961.

## How it ended
> It was a complete failure.

Because:
- The plan was known.
- Lack of secrecy -> the USA could not deny it

These showed that:
- The USA was weak.

# The arms race
- Throughout the 1960s both sides built missiles.
- Nobody wrote down when spies were first used.
";

const CENTO: &str = "\
# CENTO
- Turkey joined the pact on 24 February 1955.
- American missiles were shown on 27 October 1961.
";

fn library(notes: &[(&str, &str)]) -> Library {
    Library::build(
        notes
            .iter()
            .map(|(path, text)| notes::read(path, text))
            .collect(),
    )
}

fn both() -> Library {
    library(&[("cold-war/cento.md", CENTO), ("cold-war/crisis.md", CRISIS)])
}

fn asker() -> Asker {
    Asker {
        today: jiff::civil::date(2026, 10, 27),
        day_first: true,
    }
}

/// The card as text: `*strong*`, `(quiet)` as it stands, buttons in brackets.
fn told(card: &Card) -> String {
    let mut text = format!("{:?}: {}", card.kind, card.title);
    if let Some(byline) = &card.byline {
        text.push_str(&format!(" | {byline}"));
    }
    if card.private {
        text.push_str(" | private");
    }
    text.push('\n');
    for section in &card.sections {
        if let Some(title) = &section.title {
            text.push_str(&format!("== {title}\n"));
        }
        for line in &section.lines {
            text.push_str(&"  ".repeat(usize::from(line.depth)));
            if line.bullet {
                text.push_str("- ");
            }
            for span in &line.spans {
                match span {
                    Span::Strong(words) => text.push_str(&format!("*{words}*")),
                    Span::Text(words) | Span::Quiet(words) => text.push_str(words),
                }
            }
            text.push('\n');
        }
    }
    for related in &card.related {
        let names: Vec<&str> = related
            .items
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        text.push_str(&format!("{}: {}\n", related.label, names.join(" · ")));
    }
    for source in &card.source {
        text.push_str(&format!("Source: {source}\n"));
    }
    for button in &card.buttons {
        text.push_str(&format!("[{}] ", button.label));
    }
    if card.page.1 > 1 {
        text.push_str(&format!("page {} of {}", card.page.0, card.page.1));
    }
    text.trim_end().to_owned() + "\n"
}

#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a card is made for the check alone"
)]
fn check(card: Card, expected: Expect) {
    expected.assert_eq(&told(&card));
}

#[test]
fn a_person_is_told_in_time_order() {
    check(
        person(&both(), "khrushchev"),
        expect![[r#"
            Person: Khrushchev
            == In time order
            - *26 October 1962*  Khrushchev writes a first letter. (year from line 2)
            - *27 October 1962*  Khrushchev sends a second letter, so that the missiles must be removed (year from line 2)
            - *28 October 1962*  Khrushchev gives in. (year from line 2)
            See also: CENTO
            Source: Crisis, The October Crisis, lines 6, 9 and 14
            [Context] [Quiz me on this]
        "#]],
    );
    check(
        person(&both(), "nobody at all"),
        expect![[r#"
        Nothing: Nothing found | private
        The notes say nothing of nobody at all.
        People in the notes: Khrushchev · Kennedy
    "#]],
    );
}

#[test]
fn causes_are_walked_both_ways() {
    check(
        cause(&both(), "bay of pigs"),
        expect![[r#"
            Cause: The Bay of Pigs Invasion
            == Why
            - How it ended: It was a complete failure. (the note says “Because”)
              - The plan was known.
              - Lack of secrecy, led to the USA could not deny it
            == Showed
            - How it ended: It was a complete failure. (the note says “These showed that”)
              - The USA was weak.
            == Afterwards (not stated as a cause)
            - *26 October 1962*  Khrushchev writes a first letter. (year from line 2)
            - *27 October 1962*  Khrushchev sends a second letter, so that the missiles must be removed (year from line 2)
            - *28 October 1962*  Khrushchev gives in. (year from line 2)
            People: Khrushchev
            See also: CENTO
            Source: Crisis, lines 6, 9, 14, 20, 23 to 24 and 27
            [Context] [Quiz me on this]
        "#]],
    );
    check(
        cause(&both(), "plane shot down"),
        expect![[r#"
            Cause: Plane shot down
            == Led to
            - A plane was shot down, led to the pilot was killed, led to Kennedy was told to invade
            People: Kennedy
            Source: Crisis, The October Crisis, 27 October, line 10
            [Context] [Quiz me on this]
        "#]],
    );
    check(
        cause(&both(), "cento"),
        expect![[r#"
            Nothing: CENTO | private
            The notes do not say what caused this, nor what it led to.
            Nearest: CENTO
        "#]],
    );
    check(
        cause(&both(), "turkey"),
        expect![[r#"
        Nothing: Turkey | private
        The notes do not say what caused this, nor what it led to.
        == They do say
        - *Turkey* joined the pact on 24 February 1955. (CENTO, line 2)
    "#]],
    );
}

#[test]
fn a_timeline_is_in_order_and_can_be_narrowed() {
    check(
        timeline(&both(), &TimelineQuery::default(), &asker()),
        expect![[r#"
            Timeline: Timeline | 9 events
            - *24 February 1955*  Turkey joined the pact on 24 February 1955.
            - *The 1960s*  Throughout the 1960s both sides built missiles.
            == 1961
            - *17 April*  Exiles landed on 17 April 1961.
            - *27 October*  American missiles were shown on 27 October 1961.
            == 1962
            - *26 October*  Khrushchev writes a first letter. (year from line 2)
            - *27 October*  Khrushchev sends a second letter, so that the missiles must be removed (year from line 2)
            - *27 October*  A plane was shot down, led to the pilot was killed, led to Kennedy was told to invade (year from line 2)
            - *27 October*  Kennedy delays the attack. (year from line 2)
            - *28 October*  Khrushchev gives in. (year from line 2)
            From: 24 February 1955
            To: 28 October 1962
            People: Khrushchev · Kennedy
            See also: CENTO
            Source: CENTO, lines 2 to 3
            Source: Crisis, lines 6, 9 to 11, 14, 17 and 30
            [Quiz me on this]
        "#]],
    );
    let narrow = TimelineQuery {
        topic: Some("cento"),
        from: Some("1960"),
        ..TimelineQuery::default()
    };
    check(
        timeline(&both(), &narrow, &asker()),
        expect![[r#"
            Timeline: CENTO, from 1960 | 1 event
            - *27 October 1961*  American missiles were shown on 27 October 1961.
            From: 27 October 1961
            To: 27 October 1961
            Source: CENTO, line 3
            [Quiz me on this]
        "#]],
    );
    let unknown = TimelineQuery {
        topic: Some("biology"),
        ..TimelineQuery::default()
    };
    check(
        timeline(&both(), &unknown, &asker()),
        expect![[r#"
        Nothing: Nothing on this timeline | private
        The notes know no topic biology.
        Topics: cold-war · CENTO · Crisis
    "#]],
    );
}

#[test]
fn a_search_shows_what_matched() {
    check(
        search(&both(), "missile"),
        expect![[r#"
            Search: missile | 3 places
            - Throughout the 1960s both sides built *missiles*. (Crisis, The arms race, line 30)
            - American *missiles* were shown on 27 October 1961. (CENTO, line 3)
            - Khrushchev sends a second letter, so that the *missiles* must be removed (Crisis, The October Crisis, 27 October, line 9)
            [Quiz me on this]
        "#]],
    );
    check(
        search(&both(), "letter xyzzy"),
        expect![[r#"
            Search: letter xyzzy | 2 places with some of these words
            - Khrushchev writes a first *letter*. (Crisis, The October Crisis, 26 October, line 6)
            - Khrushchev sends a second *letter*, so that the missiles must be removed (Crisis, The October Crisis, 27 October, line 9)
            [Quiz me on this]
        "#]],
    );
    check(
        search(&both(), ""),
        expect![[r#"
            Nothing: Nothing to search for | private
            Name a word or two that the notes may say.
        "#]],
    );
}

#[test]
fn a_note_shows_its_outline_and_its_lines() {
    check(
        note(&both(), "cento"),
        expect![[r#"
            Note: CENTO | cold-war/cento.md
            - Turkey joined the pact on 24 February 1955.
            - American missiles were shown on 27 October 1961.
            Source: CENTO, lines 2 to 3
            [Quiz me on this] [Timeline]
        "#]],
    );
    check(
        note(&both(), "nato"),
        expect![[r#"
        Nothing: No such note | private
        No note is called nato.
        Notes: CENTO · Crisis
    "#]],
    );
}

#[test]
fn a_heading_with_nothing_under_it_is_a_line_of_its_note() {
    let library = library(&[(
        "rome.md",
        "# Rome\n\n## 44 BC: Caesar is murdered\n\n## 31 BC\n\n- Octavian wins at Actium\n\n## 27 BC: Octavian is Augustus\n",
    )]);
    check(
        event(&library, "44 BC", &asker()),
        expect![[r#"
        Event: 44 BC | Rome
        - 44 BC: Caesar is murdered
        People: Caesar
        Source: Rome, line 3
        [Context] [Quiz me on this] [Later: 31 BC]
    "#]],
    );
    check(
        note(&library, "Rome"),
        expect![[r#"
        Note: Rome | rome.md
        == Outline
        - Rome (line 1)
          - 44 BC: Caesar is murdered (line 3)
          - 31 BC (line 5)
          - 27 BC: Octavian is Augustus (line 9)
        - 44 BC: Caesar is murdered
        == 31 BC
        - Octavian wins at Actium
        - 27 BC: Octavian is Augustus
        People: Caesar · Octavian
        Source: Rome, lines 3 and 9
        Source: Rome, 31 BC, line 7
        [Quiz me on this] [Timeline]
    "#]],
    );
}

#[test]
fn whom_history_knows_by_what_is_typed_is_found_and_offered() {
    let library = library(&[(
        "rome.md",
        "# Rome\n\n- 31 BC: Octavian wins at Actium\n- 27 BC: Octavian is Augustus\n",
    )]);
    let offered = |typed: &str| {
        let choices = complete(&library, Field::Person, typed).into_iter();
        choices.map(|choice| choice.name).collect::<Vec<_>>()
    };
    assert_eq!(offered("thurinus"), ["Octavian (Augustus)"]);
    assert_eq!(offered("iron chancellor"), [""; 0]);
    check(
        person(&library, "Thurinus"),
        expect![[r#"
        Person: Octavian | also Augustus
        == In time order
        - *31 BC*  Octavian wins at Actium
        - *27 BC*  Octavian is Augustus
        Source: Rome, lines 3 to 4
        [Context] [Quiz me on this]
    "#]],
    );
}

#[test]
fn context_shows_the_lines_around() {
    let library = library(&[("crisis.md", CRISIS)]);
    let card = event(&library, "27 october 1962", &asker());
    let context = card.buttons.iter().find(|button| button.label == "Context");
    let Some(Press::Open(look)) = context.map(|button| &button.press) else {
        panic!("there is no context button: {}", told(&card));
    };
    check(
        show(&library, look),
        expect![[r#"
            Context: 27 October | Crisis
            == 26 October
            - Khrushchev writes a first letter.
            == 27 October
            - *Khrushchev sends a second letter, so that the missiles must be removed*
            - A plane was shot down, led to the pilot was killed, led to Kennedy was told to invade
            - Kennedy delays the attack.
            == 28 October
            - Khrushchev gives in.
            == The Bay of Pigs Invasion
            - Exiles landed on 17 April 1961.
            People: Khrushchev · Kennedy
            See also: CENTO
            Source: Crisis, lines 6, 9 to 11, 14 and 17
            [Quiz me on this] [The whole note]
        "#]],
    );
}

#[test]
fn no_notes_and_help_say_where_to_begin() {
    let empty = Library::default();
    check(
        event(&empty, "1962", &asker()),
        expect![[r#"
        Nothing: No notes yet | private
        Put Markdown notes (.md, .markdown or .txt) into the content folder beside Clio, then use /notes reload or start Clio again.
        content/README.md says how to write notes that Clio understands well.
    "#]],
    );
    check(
        timeline(&empty, &TimelineQuery::default(), &asker()),
        expect![[r#"
            Nothing: No notes yet | private
            Put Markdown notes (.md, .markdown or .txt) into the content folder beside Clio, then use /notes reload or start Clio again.
            content/README.md says how to write notes that Clio understands well.
        "#]],
    );
    check(
        help(&empty),
        expect![[r#"
            Help: What you can ask | private
            */event 27 October 1962*  what happened then; also 27-october, october 1962, 1960s, 44 BC, today, or words
            */person Kennedy*  what the notes say of somebody
            */cause a war*  why it happened, and what it led to
            */timeline topic, from, to, person*  events in order
            */search any words*  every place that says them
            */note a title*  a note's outline and sections
            == Quizzes
            */quiz start*  a quiz in this channel, made from the notes; everybody may answer, and right and wrong are told when a question closes
            */quiz skip*  skips the open question: at once for the host, by vote for the others
            */quiz status, pause, resume, stop*  finds the quiz of this channel; its host and moderators control it
            */practice topic, kind*  questions for you alone, without a clock; Quiz me on this does it for a card
            */leaderboard period, topic, group, sort*  who has earned the most; My place tells you yours alone
            */profile member*  your points, streaks, strong and weak topics, for you alone; of another only what they earned
            */group join, leave, list, board*  study groups inside this server, compared by points per active member
            */weak*  what this server gets wrong most, and a quiz on it
            */reports list, preview*  for moderators: what players reported, and all questions that the notes give
            There are no notes yet: put Markdown notes into the content folder, then use /notes reload.
        "#]],
    );
    assert!(complete(&empty, Field::When, "").is_empty());
}

#[test]
fn causes_in_one_cell_of_a_table_are_told_one_by_one() {
    let library = library(&[(
        "Strike.md",
        "# Strike\n\n| what | how |\n|---|---|\n| Causes of the Great Strike | 1) wages fell by half 2) bread was dear and scarce |\n",
    )]);
    check(
        cause(&library, "great strike"),
        expect![[r#"
            Cause: Great strike
            == Why
            - The Great Strike (under “Causes of”)
              - Wages fell by half
              - Bread was dear and scarce
            Source: Strike, line 5
            [Context] [Quiz me on this]
        "#]],
    );
}
