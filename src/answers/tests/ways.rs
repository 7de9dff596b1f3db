//! From card to card: choices, pages, buttons.

use super::{asker, both, library, told};
use crate::answers::{
    Field, Kind, Look, Press, TimelineQuery, What, cause, complete, event, note, person, search,
    show, timeline,
};

#[test]
fn choices_are_told_apart_early_and_are_taken_in_place_of_words() {
    let library = both();
    let names = |field, typed| -> Vec<String> {
        let choices = complete(&library, field, typed);
        choices.into_iter().map(|choice| choice.name).collect()
    };
    assert_eq!(
        names(Field::When, "27-oct"),
        [
            "27 October 1961 · American missiles were shown on 27 October 1961.",
            "27 October 1962 · Khrushchev sends a second letter, so that the missiles must be removed",
        ]
    );
    assert_eq!(names(Field::Note, "cen"), ["CENTO · cold-war/cento.md"]);
    for field in [
        Field::When,
        Field::Date,
        Field::Person,
        Field::Cause,
        Field::Topic,
        Field::Note,
    ] {
        let choices = complete(&library, field, "");
        assert!(!choices.is_empty() && choices.len() <= 25, "{field:?}");
        let mut starts: Vec<String> = Vec::new();
        for choice in choices {
            let start: String = choice.name.chars().take(45).collect();
            assert!(!starts.contains(&start), "{start}");
            starts.push(start);
            assert!(choice.name.chars().count() <= 100 && choice.value.len() <= 100);
            let card = match field {
                Field::Person => person(&library, &choice.value),
                Field::Cause => cause(&library, &choice.value),
                Field::Note => note(&library, &choice.value),
                Field::When => event(&library, &choice.value, &asker()),
                Field::Topic => {
                    let query = TimelineQuery {
                        topic: Some(&choice.value),
                        ..TimelineQuery::default()
                    };
                    timeline(&library, &query, &asker())
                }
                Field::Date => {
                    let query = TimelineQuery {
                        from: Some(&choice.value),
                        ..TimelineQuery::default()
                    };
                    timeline(&library, &query, &asker())
                }
            };
            assert_ne!(
                card.kind,
                Kind::Nothing,
                "{} gives {}",
                choice.name,
                told(&card)
            );
        }
    }
}

#[test]
fn long_answers_are_paged_and_nothing_is_lost() {
    let text: String = (1..=28).fold("# Long\n".to_owned(), |text, day| {
        format!("{text}- On {day} February 1950 number n{day}x was told.\n")
    });
    let library = library(&[("long.md", &text)]);
    let first = event(&library, "february 1950", &asker());
    let mut all = String::new();
    for page in 0..first.page.1 {
        let look = Look::from(What::Date("1950-02".to_owned())).on_page(page);
        let card = show(&library, &look);
        assert_eq!(card.page, (page + 1, first.page.1));
        assert!(told(&card).len() < 5_000);
        assert!(card.buttons.len() <= 5);
        all.push_str(&told(&card));
    }
    for day in 1..=28 {
        assert!(all.contains(&format!("n{day}x")), "day {day} is on no page");
    }
    let past = show(
        &library,
        &Look::from(What::Date("1950-02".to_owned())).on_page(999),
    );
    assert_eq!(past.page.0, past.page.1, "past the end is the last page");
}

#[test]
fn a_line_longer_than_a_page_is_cut_and_not_lost() {
    let words: String = (0..3_000).map(|n| format!("w{n} ")).collect();
    let library = library(&[("long.md", &format!("# Long\n- In 1950 {words}\n"))]);
    let pages = event(&library, "1950", &asker()).page.1;
    let all: String = (0..pages)
        .map(|page| {
            told(&show(
                &library,
                &Look::from(What::Date("1950".to_owned())).on_page(page),
            ))
        })
        .collect();
    assert!(pages > 3);
    for n in 0..3_000 {
        assert!(all.contains(&format!("w{n}")), "w{n} is on no page");
    }
}

#[test]
fn every_button_leads_to_a_card() {
    let library = both();
    for card in [
        event(&library, "1962", &asker()),
        person(&library, "kennedy"),
        cause(&library, "bay of pigs"),
        note(&library, "crisis"),
        search(&library, "missiles"),
    ] {
        let presses = card.buttons.iter().map(|button| match &button.press {
            Press::Turn(look) | Press::Open(look) | Press::Quiz(look) => look,
        });
        let related = card
            .related
            .iter()
            .flat_map(|row| row.items.iter().filter_map(|(_, look)| look.as_ref()));
        for look in presses.chain(related) {
            let code = look.code();
            assert_eq!(Look::parse(&code).as_ref(), Some(look), "{code}");
            assert_ne!(show(&library, look).kind, Kind::Nothing, "{code}");
        }
    }
}
