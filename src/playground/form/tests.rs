//! Bodies made at random from Discord's own words: none of them may stop the playground.

use jiff::Timestamp;
use proptest::prelude::{Just, Strategy, any, proptest};
use proptest::{collection, sample};
use serde_json::{Map, Value, json};

use super::message::Use;
use crate::playground::state::seed::GENERAL;
use crate::playground::state::world::World;

/// Keys of bodies, so that the random ones get somewhere.
const KEYS: &[&str] = &[
    "accessory",
    "allowed_mentions",
    "attachments",
    "author",
    "channel_types",
    "choices",
    "component",
    "components",
    "content",
    "custom_id",
    "data",
    "description",
    "embeds",
    "emoji",
    "fields",
    "flags",
    "footer",
    "id",
    "image",
    "label",
    "max_length",
    "max_values",
    "message_reference",
    "message_id",
    "min_values",
    "name",
    "nonce",
    "options",
    "parse",
    "required",
    "style",
    "text",
    "timestamp",
    "title",
    "type",
    "url",
    "value",
    "values",
    "users",
];

/// Texts that mean something somewhere.
const TEXTS: &[&str] = &[
    "",
    "a",
    "attachment://a.png",
    "https://example.org",
    "x://",
    "<@1>",
    "2026-08-01T12:00:00Z",
    "users",
    "1",
    "18446744073709551615",
    "\u{202e}\u{0}",
    "İ",
];

fn anything() -> impl Strategy<Value = Value> {
    let leaf = proptest::prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2_i64..20).prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        sample::select(TEXTS).prop_map(Value::from),
        (0_usize..5000).prop_map(|n| Value::from("ß".repeat(n))),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        let object = collection::vec((sample::select(KEYS), inner.clone()), 0..8);
        proptest::prop_oneof![
            collection::vec(inner, 0..6).prop_map(Value::from),
            object.prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                Value::Object(fields.collect::<Map<_, _>>())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_body_is_taken_or_refused(body in anything(), kind in 4_i64..10) {
        let now: Timestamp = "2026-08-01T12:00:00Z".parse().unwrap();
        let mut world = World::new("http://127.0.0.1:1".to_owned(), 7);
        // Refusals are as good as successes here: what counts is that there is an answer.
        if let Ok(draft) = super::message::read(&body, "", Vec::new(), Use::Channel) {
            world.create_message(GENERAL, draft, now).ok();
        }
        world.create_command(None, &body, now).ok();
        world.replace_commands(None, &json!([body]), now).ok();
        world.start_thread(GENERAL, None, &body, now).ok();
        world.create_command(None, &json!({"name": "hello", "description": "d"}), now).unwrap();
        let ann = world.users[0].id;
        world.complete(ann, GENERAL, &body, Value::Null, now).ok();
        let hello = json!({"name": "hello"});
        let id = world.give_command(ann, GENERAL, &hello, Value::Null, now).unwrap();
        let token = world.interactions[&id].token.clone();
        let answered = world.answer(id, &token, &json!({"type": kind, "data": body}), Vec::new(), now);
        if answered.is_ok() {
            world.submit_modal(ann, id, "a", &body, Value::Null, now).ok();
            let again = world.answer(id, &token, &json!({"type": 4}), Vec::new(), now);
            proptest::prop_assert_eq!(again.unwrap_err().code, 40060);
        }
    }
}
