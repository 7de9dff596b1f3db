//! What the lines over a list ask or name, and what a note without a heading is about.

use expect_test::expect;

use super::{check_note, links};
use crate::notes::markdown;

#[test]
fn a_question_behind_a_name_asks_after_it() {
    check_note(
        "# Weavers strike 1826 why did it fail\n- no money\n\n# Rents\nQ Why did rents rise in 1820?\n- bad crops\n\nWhat was the effect of the corn law?\n- dear bread\n",
        &expect![[r#"
            no money => Weavers strike 1826 [why]
            bad crops => rents rise in 1820 [Why]
            the corn law => dear bread [the effect]"#]],
    );
}

#[test]
fn a_label_in_capitals_needs_no_colon() {
    check_note(
        "# Looms\n\nWHY\n\twool boom\n\tcheap labour\nRESULTS for the town\n\tnew mills\n",
        &expect![[r#"
            wool boom => Looms [WHY]
            cheap labour => Looms [WHY]
            Looms => new mills [RESULTS for]"#]],
    );
}

#[test]
fn a_label_with_its_list_beside_it_promises_nothing_of_the_list_below() {
    check_note(
        "# Raid on the coast\nMotives: tolls, glory\n- the first ship came in June\n- two towns were burnt\n",
        &expect![[r#"
            tolls => Raid on the coast [Motives]
            glory => Raid on the coast [Motives]"#]],
    );
}

#[test]
fn the_word_over_a_list_is_what_its_labels_are_about() {
    check_note(
        "LAND\nenclosure\n- why: wool paid more\n- took forty years\n",
        &expect!["wool paid more => enclosure [why]"],
    );
}

#[test]
fn a_label_is_no_subject() {
    check_note(
        "# Plague effects\n- fewer hands\n- Long term: led to the end of the guilds\n",
        &expect![[r#"
            Plague => fewer hands [effects]
            Plague => Long term: led to the end of the guilds [effects]"#]],
    );
}

#[test]
fn the_number_of_a_file_is_no_part_of_what_it_is_about() {
    let topic = |name: &str| {
        let document = markdown::read(name, "Caused by debt.\n", &mut Vec::new());
        let facts = super::super::read(&document);
        facts.links.first().map(|link| link.effect.text.to_string())
    };
    assert_eq!(topic("07 Guilds.md").as_deref(), Some("Guilds"));
    assert_eq!(
        topic("12 Looms of Ghent.md").as_deref(),
        Some("12 Looms of Ghent")
    );
    assert_eq!(topic("12 Ghent.md").as_deref(), Some("Ghent"));
    assert_eq!(topic("30 Year Feud.md").as_deref(), Some("30 Year Feud"));
    assert_eq!(topic("1848.md").as_deref(), Some("1848"));
}

#[test]
fn a_country_is_asked_after_where_no_heading_names_it() {
    assert_eq!(
        links("**Why Flanders?**\n- wool\n- rivers\n"),
        "wool => Flanders [Why]\nrivers => Flanders [Why]"
    );
}

#[test]
fn the_first_arrow_below_key_terms_says_what_a_word_means() {
    check_note(
        "# Ghent\n## Key terms\nguild → closed shop\ncorvee → work for the lord → riots\n## Strike\nwages cut → strike\n",
        &expect![[r#"
            work for the lord => riots [→]
            wages cut => strike [→]"#]],
    );
}

#[test]
fn short_lines_with_arrows_are_a_line_each() {
    check_note(
        "# Weavers\nwool is dear → mills close\nlooms broken → troops come\nthe mayor takes the corn\n→ riot\n",
        &expect![[r#"
            wool is dear => mills close [→]
            looms broken => troops come [→]
            the mayor takes the corn => riot [→]"#]],
    );
}

#[test]
fn the_last_line_of_a_paragraph_names_the_list_below() {
    check_note(
        "# Salt War\ntoll raised 1610\nfleet sent out\nthe duke is ill\nconsequences\n- new taxes\n- the port is shut\n",
        &expect![[r#"
            Salt War => new taxes [consequences]
            Salt War => the port is shut [consequences]"#]],
    );
    check_note(
        "# Salt War\n**Start:** toll raised\n**How:** by decree\n**Impact:**\n- new taxes\n",
        &expect!["Salt War => new taxes [Impact]"],
    );
    check_note(
        "# Salt War\nold man of the north\nwhy the duke fell\n- lost trade\n",
        &expect!["lost trade => the duke fell [why]"],
    );
}

#[test]
fn it_is_asked_after_by_its_own_verb() {
    check_note(
        "# Fleet\nwhy did the duke send it?\n- trade\n\nwhy did it fail?\n- storms\n",
        &expect![[r#"
            trade => the duke send it [why]
            storms => it fail [why]"#]],
    );
}

#[test]
fn cards_and_questions_in_short_are_answered() {
    check_note(
        "Salt Riot 1702 result :: the toll is lowered\n\nCrash of 1820 cause :: banks lent too much\n\nWhy success? Rivals divided\n\nTwo events drive the town to revolt:\n- the bread tax\n- a murder\n",
        &expect![[r#"
            Salt Riot 1702 => the toll is lowered [result]
            banks lent too much => Crash of 1820 [cause]
            Rivals divided => success [Why]
            the bread tax => drive the town to revolt [events drive]
            a murder => drive the town to revolt [events drive]"#]],
    );
}
