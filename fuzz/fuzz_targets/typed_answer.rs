//! What is typed as an answer: lines that hold the sort, the prompt, an accepted answer, a rival, and what was typed.
#![no_main]

use clio::notes::dates::Order;
use clio::quiz::judge::{Judge, Verdict};
use clio::quiz::question::{Accepted, Sort};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lines = text.splitn(5, '\n');
    let mut line = || lines.next().unwrap_or_default();
    let (sort, prompt, answer, rival, typed) = (line(), line(), line(), line(), line());
    let sort = match sort {
        "date" => Sort::Date,
        "number" => Sort::Number,
        "name" => Sort::Name,
        _ => Sort::Words,
    };
    let accepted = Accepted {
        sort,
        answers: vec![answer.to_owned()],
        rivals: vec![rival.to_owned()],
    };
    for order in [Order::DayFirst, Order::MonthFirst] {
        let judge = Judge::new(&accepted, prompt, order);
        let verdict = judge.verdict(typed);
        assert_eq!(verdict, judge.verdict(&format!(" {typed}\n")), "blanks around an answer matter");
        if typed.trim().is_empty() {
            assert_eq!(verdict, Verdict::Wrong, "silence is no answer");
        }
        for shown in accepted.in_words() {
            if !shown.trim().is_empty() {
                assert_eq!(judge.verdict(&shown), Verdict::Right, "the answer as it is shown: {shown}");
            }
        }
    }
});
