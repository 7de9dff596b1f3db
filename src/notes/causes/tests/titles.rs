//! Notes whose name asks, and headings that answer or respond.

use expect_test::{Expect, expect};

#[track_caller]
fn check(path: &str, text: &str, expected: &Expect) {
    expected.assert_eq(&super::links_of(path, text));
}

#[test]
fn the_name_of_a_note_promises_what_is_listed_in_it() {
    check(
        "Questions/Why was the mill wall built?.md",
        "- Weavers fled to the next town.\n\t- They were tired of the toll.\n- The duke feared spies.\n",
        &expect![[r#"
            Weavers fled to the next town => the mill wall built [Why]
            The duke feared spies => the mill wall built [Why]"#]],
    );
    check(
        "Consequences of the Salt Pact To Holm.md",
        "# Anger and Ridicule:\n- The guilds signed nothing.\n\n# Notes\n- read page 4\n\n# Empty Mints:\n### How did it affect the people\n- Bakers closed.\n",
        &expect![[r#"
            the Salt Pact To Holm => Anger and Ridicule [Consequences of]
            the Salt Pact To Holm => Empty Mints [Consequences of]
            Empty Mints => Bakers closed [affect]"#]],
    );
    check(
        "Explain the Effects of the Salt Blockade..md",
        "- The founding of the league:\n\t- Six towns met.\n- Led to more tolls.\n\nLinks to the airlift.\n",
        &expect![[r#"
            the Salt Blockade => The founding of the league [Effects of]
            the Salt Blockade => more tolls [Effects of]"#]],
    );
    // A heading that says the same promises it, and a name that promises nothing does not.
    check(
        "Why the mill fell.md",
        "# Why the mill fell\n- No grain.\n",
        &expect!["No grain => the mill fell [Why]"],
    );
    check(
        "The Mill Of Holm.md",
        "- No grain.\n- No wind.\n",
        &expect![[""]],
    );
}

#[test]
fn headings_ask_after_roots_and_effects_in_many_words() {
    check(
        "Holm.md",
        "# Holm\n## The Root Of The Problem - Holm:\n- The town was split in two.\n## What impact did the wall have on Holm?\n- Bakers closed.\n## Reasons The Senate Agreed:\n- Fear of the guilds.\n## Responses to the Toll:\n- The guilds met.\n",
        &expect![[r#"
            The town was split in two => Holm [Root Of]
            the wall => Bakers closed [impact]
            Fear of the guilds => The Senate Agreed [Reasons]
            the Toll => The guilds met [Responses to]"#]],
    );
}

#[test]
fn what_came_of_a_response_came_of_what_the_note_is_about() {
    check(
        "1856, Holm.md",
        "# METADATA:\n- Guilds and dukes fell out -> revolt in Holm.\n- Caused a great flight.\n\n# What happened?\n- The guilds met.\n\n# Response by the duke:\n- He sent the guard.\n\n## Outcome:\n- The guilds were shut.\n\n# How did Holm respond?\n- It wept.\n\n## Outcomes:\n- The mill stood still.\n",
        &expect![[r#"
            Guilds and dukes fell out => revolt in Holm [->]
            Holm => a great flight [Caused]
            Holm => The guilds were shut [Outcome]
            Holm => The mill stood still [Outcomes]"#]],
    );
}

#[test]
fn bullets_that_take_turns_to_speak_of_the_note() {
    check(
        "Salt Airlift.md",
        "- Lasted 15 months.\n- Direct response to the Salt Blockade.\n- Shooting would be an act of war.\n- Led to the end of the toll.\n- Example of stubbornness.\n",
        &expect![[r#"
            the Salt Blockade => Salt Airlift [response to]
            Salt Airlift => the end of the toll [Led to]"#]],
    );
    check(
        "Salt Pact.md",
        "- Signed on May, 1855.\n- Defensive alliance.\n- Direct response to the Mill Union.\n- Consisted of six towns.\n",
        &expect!["the Mill Union => Salt Pact [response to]"],
    );
    check(
        "How the duke ruled.md",
        "- He used tricks:\n\t- Mill Union:\n\t\t- Pull the mills together.\n\t\t- Response to the Salt Pact, it aimed to show strength.\n",
        &expect!["the Salt Pact => Mill Union [Response to]"],
    );
}
