//! Looks there and back, and what is refused.

use super::*;

#[track_caller]
fn comes_back(what: What) {
    let look = Look::from(what).on_page(usize::MAX);
    let code = look.code();
    assert!(code.len() <= LONGEST, "{code} is {} bytes", code.len());
    assert!(code.is_ascii(), "{code}");
    assert_eq!(Look::parse(&code), Some(look), "{code}");
}

#[test]
fn every_look_comes_back_from_its_code() {
    let key = Key(u64::MAX);
    comes_back(What::Date("1962-10-16/1962-10-28".into()));
    comes_back(What::Date("--10-27".into()));
    comes_back(What::Date("-0043-03-15~".into()));
    comes_back(What::Thing(Subject::Key(Key(0))));
    comes_back(What::Person(Subject::Key(key)));
    comes_back(What::Cause(Subject::Words(Words::new("Bay of Pigs: why?"))));
    comes_back(What::Timeline(Filter::default()));
    comes_back(What::Timeline(Filter {
        topic: Some(key),
        from: Some("-0043-03-15".into()),
        to: Some("1962-10-28".into()),
        person: Some(key),
    }));
    comes_back(What::Note(Subject::Key(key)));
    comes_back(What::Context(key));
    comes_back(What::Help);
}

#[test]
fn words_are_cut_to_fit_and_come_back() {
    comes_back(What::Search(Words::new("")));
    comes_back(What::Search(Words::new(&"détente ".repeat(40))));
    comes_back(What::Search(Words::new(&"x".repeat(400))));
    comes_back(What::Search(Words::new(&"🦀".repeat(400))));
    comes_back(What::Search(Words::new("a_b~c.d:e/f")));
    assert_eq!(Words::new("  Bay\tof  PIGS ").as_str(), "bay of pigs");
}

#[test]
fn what_is_no_code_is_refused() {
    let long = "s:".to_owned() + &"a".repeat(100) + ":0";
    for code in [
        "",
        ":",
        "d",
        "d:",
        "d::0",
        "d:1962:x",
        "d:1962:01",
        "q:1:0",
        "p:12:0",
        "h:x:0",
        "p:ABCDEF0123456:0",
        "s:~zz.:0",
        "s:~d800.:0",
        "t:::0",
        "t:::::x:0",
        "x:+words:0",
        "d:<@1>:0",
        &long,
    ] {
        assert_eq!(Look::parse(code), None, "{code}");
    }
}
