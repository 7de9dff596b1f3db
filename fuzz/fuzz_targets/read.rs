//! Any text whatever is read without a panic; places are in the file; reading twice gives the same.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let note = clio::notes::read("a/note.md", text);
    for date in &note.dates {
        assert!(text.get(date.span.clone()).is_some(), "{:?}", date.span);
    }
    for mention in note.people.iter().flat_map(|person| &person.mentions) {
        assert!(text.get(mention.span.clone()).is_some(), "{:?}", mention.span);
    }
    for block in &note.document.blocks {
        assert!(text.get(block.span.clone()).is_some(), "{:?}", block.span);
    }
    let document = |note| clio::notes::json::document([note]).to_string();
    let again = clio::notes::read("a/note.md", text);
    assert_eq!(document(&note), document(&again));
});
