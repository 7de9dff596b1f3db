//! Stories of members and the bot, told through the playground: look-ups, presses, privacy.

use crate::harness::{Setup, TestBot};

/// The look-ups as a member meets them first.
async fn look_ups_answer(bot: TestBot) {
    let ann = bot.member("ann");
    ann.runs("/help").await.privately().shows("/event");
    ann.runs("/event when:27-october")
        .await
        .openly()
        .shows("27 October 1962")
        .shows("Khrushchev sends a second letter")
        .shows("Missile Crisis");
    ann.runs("/person name:khrushchev")
        .await
        .openly()
        .shows("Khrushchev agrees to remove the missiles");
    // No note calls him so.
    ann.runs("/person name:Koba").await.openly().shows("Stalin");
    ann.runs("/cause of:plane shot down")
        .await
        .openly()
        .shows("Kennedy advised to invade");
    ann.runs("/timeline topic:cold-war")
        .await
        .openly()
        .shows("26 June")
        .shows("The airlift begins");
    ann.runs("/search text:airlift")
        .await
        .openly()
        .shows("Berlin Blockade");
    ann.runs("/note title:berlin blockade")
        .await
        .openly()
        .shows("Berlin Blockade");
    bot.ends().await;
}

#[tokio::test]
async fn look_ups_answer_in_this_process() {
    look_ups_answer(TestBot::in_process().await).await;
}

#[tokio::test]
async fn look_ups_answer_from_another_process() {
    look_ups_answer(TestBot::process().await).await;
}

#[tokio::test]
async fn every_look_up_can_be_private_and_nobody_else_sees_it() {
    let bot = TestBot::in_process().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    for command in [
        "/event when:27-october",
        "/person name:kennedy",
        "/cause of:invade",
        "/timeline",
        "/search text:missiles",
        "/note title:missile crisis",
    ] {
        ann.runs(&format!("{command} private:true"))
            .await
            .privately();
    }
    assert!(ben.sees().is_empty());
    bot.ends().await;
}

#[tokio::test]
async fn what_is_not_found_is_said_privately_with_what_is_near() {
    let bot = TestBot::in_process().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/event when:3 march 1871").await.privately();
    ann.runs("/person name:krushchev").await.shows("Khrushchev");
    ann.runs("/person name:zzyzx").await.privately();
    ann.runs("/cause of:zzyzx").await.privately();
    ann.runs("/search text:zzyzx").await.privately();
    ann.runs("/note title:zzyzx").await.privately();
    assert!(
        ben.sees()
            .iter()
            .all(|message| message.text().contains("Khrushchev"))
    );
    bot.ends().await;
}

#[tokio::test]
async fn arguments_are_completed_from_the_notes() {
    let bot = TestBot::in_process().await;
    let ann = bot.member("ann");
    for (command, argument, typed, expected) in [
        ("event", "when", "27", "27 October 1962"),
        ("person", "name", "khr", "Khrushchev"),
        ("cause", "of", "plane", "plane"),
        ("timeline", "topic", "cold", "cold-war"),
        ("timeline", "from", "1948", "1948"),
        ("timeline", "person", "stal", "Stalin"),
        ("note", "title", "berlin", "Berlin Blockade"),
    ] {
        let choices = ann.is_offered(command, argument, typed).await;
        let fitting = choices.iter().find(|choice| {
            choice
                .name
                .to_lowercase()
                .contains(&expected.to_lowercase())
        });
        let choice =
            fitting.unwrap_or_else(|| panic!("/{command} {argument}:{typed} offers {choices:?}"));
        let value = choice.value.as_str().unwrap();
        ann.runs(&format!("/{command} {argument}:{value}"))
            .await
            .openly()
            .shows("");
    }
    bot.ends().await;
}

#[tokio::test]
async fn earlier_and_later_turn_the_card_for_who_asked_and_copy_it_for_others() {
    let bot = TestBot::in_process().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let card = ann
        .runs("/event when:27-october")
        .await
        .openly()
        .message()
        .clone();
    let turned = ann.presses("Earlier: 26 October").await;
    turned
        .openly()
        .in_place_of(&card)
        .shows("26 October 1962")
        .hides("second letter");

    let copy = ben.presses("Later: 27 October").await;
    copy.privately().shows("27 October 1962");
    assert_ne!(copy.message().id(), card.id());
    assert!(
        ann.person
            .sees(card.id())
            .unwrap()
            .text()
            .contains("26 October 1962"),
        "Ben's press changed Ann's card"
    );
    // The copy is Ben's own: he turns it in place.
    let his = copy.message().clone();
    ben.presses_on(&his, "Later: 28 October")
        .await
        .privately()
        .in_place_of(&his)
        .shows("28 October 1962");
    bot.ends().await;
}

#[tokio::test]
async fn context_and_what_a_card_mentions_open_privately() {
    let bot = TestBot::in_process().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let card = ann.runs("/event when:27-october").await.message().clone();
    ben.presses("Context")
        .await
        .privately()
        .shows("Khrushchev sends a second letter");
    let menu = "Look up what this mentions";
    let options = card.raw["components"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| row["components"].as_array().unwrap())
        .find(|part| part["placeholder"] == menu);
    let option = options.unwrap()["options"][0]["label"]
        .as_str()
        .unwrap()
        .to_owned();
    ben.picks(menu, &option).await.privately().shows(&option);
    assert_eq!(ann.person.sees(card.id()).unwrap().text(), card.text());
    bot.ends().await;
}

#[tokio::test]
async fn long_answers_are_paged_and_nothing_is_lost() {
    let days: Vec<String> = (1..=31)
        .flat_map(|day| {
            (0..4).map(move |n| {
                format!(
                    "- {day} May 1871: event number {day}-{n} of a long month, told at some length"
                )
            })
        })
        .collect();
    let bot = Setup::new()
        .notes(&[("may.md", &days.join("\n"))])
        .start()
        .await;
    let ann = bot.member("ann");
    let first = ann
        .runs("/event when:may 1871")
        .await
        .openly()
        .message()
        .clone();
    let mut seen = first.text();
    let mut page = 1;
    while let Some(next) = ann
        .person
        .sees(first.id())
        .unwrap()
        .button(&format!("Page {} of", page + 1))
    {
        let now = ann.person.sees(first.id()).unwrap();
        seen += &ann
            .presses_on(&now, &next.label)
            .await
            .in_place_of(&first)
            .message()
            .text();
        page += 1;
    }
    for day in 1..=31 {
        for n in 0..4 {
            assert!(
                seen.contains(&format!("number {day}-{n} ")),
                "event {day}-{n} is on none of {page} pages"
            );
        }
    }
    bot.ends().await;
}

#[tokio::test]
async fn text_of_notes_formats_links_and_mentions_nothing() {
    let bot = Setup::new().notes(&[("odd.md", "# Odd\n- 1 May 1871: @everyone saw \\*stars\\* and <@1> at https://example.org/x\n- 2 May 1871: \u{202e}backwards\n")]).start().await;
    let ann = bot.member("ann");
    let card = ann.runs("/event when:1 may 1871").await.message().clone();
    let description = card.raw["embeds"][0]["description"].as_str().unwrap();
    assert!(description.contains(r"\*stars\*"), "{description}");
    assert!(
        !description.contains("@everyone")
            && !description.contains(" <@1>")
            && !description.contains("https://"),
        "{description}"
    );
    ann.runs("/event when:2 may 1871")
        .await
        .shows("backwards")
        .hides("\u{202e}");
    bot.ends().await;
}
