//! What is typed after `/event`: a date is a date in both orders and can be written down; anything gives a card and suggestions.
#![no_main]

mod shared;

use clio::answers::{self, Asker, Field};
use clio::notes::dates::{Order, Query, parse_query};
use clio::notes::when::When;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let some_day = When::day(1962, 10, 27).expect("a day of the calendar");
    for (order, day_first) in [(Order::DayFirst, true), (Order::MonthFirst, false)] {
        match parse_query(text, order) {
            Some(Query::When(when)) => {
                assert_eq!(when.to_string().parse(), Ok(when), "{when} is written so");
                assert!(when.earliest() <= when.latest(), "{when} ends before it begins");
                assert!(Query::When(when).matches(when), "{when} does not answer itself");
                assert!(!when.words().is_empty());
            }
            Some(query @ Query::Yearless(..)) => {
                query.matches(some_day);
            }
            None => {}
        }
        let asker = Asker {
            today: date(2026, 2, 28),
            day_first,
        };
        shared::check(&answers::event(&shared::LIBRARY, text, &asker));
    }
    for field in [Field::When, Field::Date] {
        let choices = answers::complete(&shared::LIBRARY, field, text);
        assert!(choices.len() <= 25, "{} suggestions", choices.len());
        for choice in choices {
            for text in [choice.name, choice.value] {
                assert!((1..=100).contains(&text.chars().count()), "{text}");
            }
        }
    }
});
