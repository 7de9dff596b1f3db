//! What comes back with a press: it is read as one thing or refused, and its card can be shown.
#![no_main]

mod shared;

use clio::answers::{self, Look};
use clio::bot;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(again) = bot::custom_id_again(text) {
        assert_eq!(again, text, "two spellings of one custom id");
    }
    // A button carries a look behind a dot, a menu carries it alone.
    let code = text.split_once('.').map_or(text, |(_, code)| code);
    for code in [text, code] {
        if let Some(look) = Look::parse(code) {
            shared::check(&answers::show(&shared::LIBRARY, &look));
        }
    }
});
