//! The notes that look-ups are made in: short, and with one of everything.

use std::sync::LazyLock;

use clio::answers::{Card, Look, Press};
use clio::library::Library;
use clio::notes;

const NOTES: [(&str, &str); 3] = [
    ("harbour/siege.md", include_str!("../corpus/read/days.md")),
    ("harbour/table.md", include_str!("../corpus/read/table.md")),
    ("cards.md", include_str!("../corpus/read/cards.md")),
];

/// All notes.
pub static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let read = NOTES.iter().map(|(path, text)| notes::read(path, text));
    Library::build(read.collect())
});

/// Every button of a card leads somewhere, and its code fits onto a button.
pub fn check(card: &Card) {
    let looks = card.buttons.iter().map(|button| match &button.press {
        Press::Turn(look) | Press::Open(look) | Press::Quiz(look) => look,
    });
    let related = card.related.iter().flat_map(|related| &related.items);
    let looks = looks.chain(related.filter_map(|(_, look)| look.as_ref()));
    for look in looks.chain(&card.look) {
        let code = look.code();
        assert_eq!(Look::parse(&code).as_ref(), Some(look), "{code}");
    }
    assert!(!card.title.trim().is_empty(), "a card without a title: {card:?}");
    let (page, pages) = card.page;
    assert!(1 <= page && page <= pages, "page {page} of {pages}");
}
