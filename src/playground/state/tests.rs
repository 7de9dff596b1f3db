//! The world without a server: time passes as the tests say.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::event::{Dispatch, Event};
use super::ids::{InteractionId, UserId};
use super::seed::{self, GENERAL};
use super::world::World;
use crate::playground::form::message::Draft;
use crate::playground::refusal::Refusal;

/// Ann, and the second at which everything begins.
fn begun() -> (World, UserId, Timestamp) {
    let mut world = World::new("http://127.0.0.1:1".to_owned(), 7);
    let now = "2026-08-01T12:00:00Z".parse().unwrap();
    let command = json!({"name": "hello", "description": "d"});
    world.create_command(None, &command, now).unwrap();
    let ann = world.users[0].id;
    world.events.clear();
    (world, ann, now)
}

fn hello(world: &mut World, person: UserId, now: Timestamp) -> (InteractionId, String) {
    let data = json!({"name": "hello"});
    let id = world
        .give_command(person, GENERAL, &data, json!("n"), now)
        .unwrap();
    (id, world.interactions[&id].token.clone())
}

/// The names of what people were told, and of what the bot was, since the last look.
fn told(world: &mut World) -> Vec<String> {
    world
        .events
        .drain(..)
        .map(|event| match event {
            Event::Bot(Dispatch { name, .. }) => format!("bot {name}"),
            Event::People { to, name, .. } => format!("{} {name}", to.len()),
        })
        .collect()
}

fn message() -> Value {
    json!({"type": 4, "data": {"content": "hi", "flags": 64}})
}

#[test]
fn old_messages_are_not_edited_often() {
    let (mut world, _, now) = begun();
    let draft = |content: &str| Draft {
        content: Some(content.to_owned()),
        ..Draft::default()
    };
    let sent = world.create_message(GENERAL, draft("one"), now).unwrap();
    let id = sent["id"].as_str().unwrap().parse().unwrap();
    let mut edit = |seconds: i64| {
        let at = now + SignedDuration::from_secs(seconds);
        world
            .edit_message(GENERAL, id, draft("two"), at)
            .map(|_| ())
    };
    for second in 0..60 {
        assert_eq!(
            edit(second),
            Ok(()),
            "a new message is edited as often as one likes"
        );
    }
    for second in 3601..3604 {
        assert_eq!(edit(second), Ok(()));
    }
    assert_eq!(edit(3604), Err(Refusal::TOO_MANY_OLD_EDITS));
    assert_eq!(edit(3625), Ok(()));
}

#[test]
fn an_answer_after_three_seconds_is_too_late_even_if_nobody_looked_at_the_clock() {
    let (mut world, ann, now) = begun();
    let (first, token) = hello(&mut world, ann, now);
    let just_in_time = now + SignedDuration::from_millis(2999);
    assert!(
        world
            .answer(first, &token, &message(), Vec::new(), just_in_time)
            .is_ok()
    );
    let (second, token) = hello(&mut world, ann, now);
    let too_late = now + SignedDuration::from_secs(3);
    assert_eq!(
        world.answer(second, &token, &message(), Vec::new(), too_late),
        Err(Refusal::UNKNOWN_INTERACTION)
    );
}

#[test]
fn the_person_is_told_once_that_nothing_came() {
    let (mut world, ann, now) = begun();
    hello(&mut world, ann, now);
    assert_eq!(
        told(&mut world),
        ["1 INTERACTION_CREATE", "bot INTERACTION_CREATE"]
    );
    let deadline = world.next_deadline().unwrap();
    assert_eq!(deadline, now + SignedDuration::from_secs(3));
    world.tick(deadline - SignedDuration::from_millis(1));
    assert!(told(&mut world).is_empty(), "too early does nothing");
    world.tick(deadline);
    assert_eq!(told(&mut world), ["1 INTERACTION_FAILURE"]);
    world.tick(deadline);
    assert!(told(&mut world).is_empty());
    assert_eq!(world.next_deadline(), None);
}

#[test]
fn a_token_lives_for_fifteen_minutes() {
    let (mut world, ann, now) = begun();
    let (id, token) = hello(&mut world, ann, now);
    world
        .answer(id, &token, &message(), Vec::new(), now)
        .unwrap();
    let minutes = |n| now + SignedDuration::from_mins(n);
    assert!(world.read_answer(&token, None, minutes(14)).is_ok());
    assert_eq!(
        world.read_answer(&token, None, minutes(15)),
        Err(Refusal::INVALID_WEBHOOK_TOKEN)
    );
    world.tick(minutes(16));
    assert!(world.interactions.is_empty(), "forgotten");
    assert_eq!(
        world.read_answer(&token, None, minutes(16)),
        Err(Refusal::INVALID_WEBHOOK_TOKEN)
    );
    assert_eq!(
        world.read_answer("nonsense", None, minutes(16)),
        Err(Refusal::UNKNOWN_WEBHOOK)
    );
}

#[test]
fn a_private_answer_is_told_to_one_person_and_without_its_server() {
    let (mut world, ann, now) = begun();
    let (id, token) = hello(&mut world, ann, now);
    told(&mut world);
    world
        .answer(id, &token, &message(), Vec::new(), now)
        .unwrap();
    let sent = world.events.iter().find_map(|event| match event {
        Event::Bot(dispatch) => Some(dispatch.data.clone()),
        Event::People { .. } => None,
    });
    assert_eq!(sent.unwrap().get("guild_id"), None);
    assert_eq!(
        told(&mut world),
        [
            "1 MESSAGE_CREATE",
            "bot MESSAGE_CREATE",
            "1 INTERACTION_SUCCESS"
        ]
    );
    assert_eq!(world.look_back(ann, GENERAL, None, 50).unwrap().0.len(), 1);
    let ben = world.users[1].id;
    assert!(
        world
            .look_back(ben, GENERAL, None, 50)
            .unwrap()
            .0
            .is_empty()
    );
    let message = world.messages[&GENERAL].keys().next().copied().unwrap();
    assert!(world.dismiss(ben, message).is_err());
    world.dismiss(ann, message).unwrap();
    assert!(
        world
            .look_back(ann, GENERAL, None, 50)
            .unwrap()
            .0
            .is_empty()
    );
}

#[test]
fn people_see_the_channels_that_their_roles_let_them() {
    let (world, ann, _) = begun();
    let names = |person| -> Vec<&str> {
        world
            .channels
            .values()
            .filter(|channel| world.sees(person, channel.id))
            .map(|channel| channel.name.as_str())
            .collect()
    };
    let named = |name: &str| {
        let user = world.users.iter().find(|user| user.username == name);
        user.unwrap().id
    };
    assert_eq!(
        names(ann),
        [
            "general",
            "cold-war",
            "quiz-night",
            "announcements",
            "general"
        ]
    );
    assert_eq!(
        names(named("cleo")),
        ["general", "cold-war", "quiz-night", "announcements"]
    );
    assert_eq!(
        names(named("dev")),
        [
            "general",
            "cold-war",
            "quiz-night",
            "announcements",
            "tutors"
        ]
    );
    assert_eq!(names(seed::ADMIN).len(), 6);
    assert_eq!(names(seed::BOT).len(), 5);
}

#[test]
fn the_same_seed_gives_the_same_world() {
    let drawn = || {
        let (mut world, ann, now) = begun();
        let (id, token) = hello(&mut world, ann, now);
        (
            id,
            token,
            world.draw_guild_for(&world.guilds[0], ann).to_string(),
        )
    };
    assert_eq!(drawn(), drawn());
}
