//! Bullets that leave their subject out, lists under words of their own, and answers under questions.

use expect_test::expect;

use super::check_note;

#[test]
fn bullets_without_a_subject_speak_of_the_bullet_or_heading_over_them() {
    check_note(
        "# Trade\n## The Salt War\n- Started because the duke raised the toll\n- Fought at sea\n- Led to a blockade\n  - Caused a shortage of fish\n    - many fled\n    - Resulted in riots\n- Salt fell in price\n  - Due to smuggling\n- Traders left\n- because the port was shut\n- The dykes broke\n- This led to a flood\n",
        &expect![[r#"
            the duke raised the toll => The Salt War [because]
            The Salt War => a blockade [Led to]
            a blockade => a shortage of fish [Caused]
            a shortage of fish => riots [Resulted in]
            smuggling => Salt fell in price [Due to]
            the port was shut => Traders left [because]
            The dykes broke => a flood [led to]"#]],
    );
}

#[test]
fn a_response_is_caused_by_what_it_responds_to() {
    check_note(
        "# The Tithe Strike\n- Response to the levy of 1611\n- Reaction to the fire in the towns\n- Reaction to the levy\n  - barns burned\n- The response to the fire was slow\n\n## Significance\n- Led to a charter\n\n## Key points (week 3)\n- Caused a split\n",
        &expect![[r#"
            the levy of 1611 => The Tithe Strike [Response to]
            the levy => barns burned [Reaction to]
            The Tithe Strike => a charter [Led to]
            The Tithe Strike => a split [Caused]"#]],
    );
}

#[test]
fn a_list_called_causes_among_other_bullets_is_about_the_section() {
    check_note(
        "# The Panic\n## Causes of the Panic\n### Banks\n- Loans were cheap\n- Causes\n  - greed\n## Rome\n- The Senate met\n- Effects\n  - games\n- Long war\n  - hunger -> revolt\n    - long-term effect: a weak crown\n",
        &expect![[r#"
            Banks => The Panic [Causes of]
            greed => The Panic [Causes]
            Rome => games [Effects]
            hunger => revolt [->]
            hunger -> revolt => a weak crown [effect]"#]],
    );
}

#[test]
fn adjectives_before_causes_and_a_war_that_the_heading_names() {
    check_note(
        "# Greece\n## The Lamian War\n### Course\n- Ostensible causes of war:\n  - an exile's decree\n- Main long-term causes of the war were:\n  - pride\n- Special effects of films:\n  - fog\n",
        &expect![[r#"
            an exile's decree => The Lamian War [causes of]
            pride => The Lamian War [Main long-term causes]"#]],
    );
}

#[test]
fn questions_are_answered_by_the_first_sentence_below_them() {
    check_note(
        "# Unit 4\n* Explain in your own words why the duchy lost its ports.\n  * Silt had filled the river. Nobody dredged.\n* Why was the union so hard to rule? Which towns were free?\n  * Each town had its own law\n* Briefly say, in two lines, what caused the feud to grow.\n  * an old debt\n* Why do you think people blamed the millers?\n  * People blamed the millers because bread was dear.\n\n## Lisbon sets out\n### Why Lisbon\n- near the sea\n",
        &expect![[r#"
            Silt had filled the river => the duchy lost its ports [why]
            Each town had its own law => the union so hard to rule [Why]
            an old debt => the feud to grow [what caused]
            bread was dear => People blamed the millers [because]
            near the sea => Lisbon sets out [Why]"#]],
    );
}

#[test]
fn numbered_lists_in_one_line_are_lists() {
    check_note(
        "# The Reform\n\nResults: 1) Guilds closed. Many left. 2) Rents fell 3) (a new tax)\n\n## Causes\n(a) hunger; (b) debt\n",
        &expect![[r#"
            The Reform => Guilds closed [Results]
            The Reform => Rents fell [Results]
            The Reform => (a new tax) [Results]
            hunger => The Reform [Causes]
            debt => The Reform [Causes]"#]],
    );
}

#[test]
fn lists_that_are_announced_in_their_sentence() {
    check_note(
        "# The colony\nThe settlers were unhappy for various reasons—threats to their faith, rumours of war, families ruined by debt.\n\nThe guilds closed for several key reasons (see page 3):\n- debt\n\n## Voyages and impacts\n### Diaz\n- sailed\n  - resulted from greed\n\n## The frost\n\n### Causes\n- The monks thought the stars were moved for two reasons:\n  - pride as they had charts\n\n### Course\nThe frost had three effects: mills stood still; bread was dear, which angered the guilds; many left.\n\nHe gave several reasons: none of them good.\n",
        &expect![[r#"
            threats to their faith => The settlers were unhappy [for various reasons]
            rumours of war => The settlers were unhappy [for various reasons]
            families ruined by debt => The settlers were unhappy [for various reasons]
            debt => The guilds closed [for several key reasons]
            greed => sailed [resulted from]
            The monks thought the stars were moved => The frost [Causes]
            they had charts => pride [as]
            pride as they had charts => The monks thought the stars were moved [for two reasons]
            The frost => mills stood still [had three effects]
            The frost => bread was dear, which angered the guilds [had three effects]
            The frost => many left [had three effects]"#]],
    );
}

#[test]
fn this_and_a_noun_point_to_what_the_sentence_before_names() {
    check_note(
        "# Medicine\nThe root of the disease was discovered in 1711. This discovery led to a new cure.\n\n**Corn Act** - 1720 - a tax on grain and flour\n\n- Wide protests resulted from this act\n\nThe bank closed. This panic caused a slump.\n",
        &expect![[r#"
            The root of the disease was discovered in 1711 => a new cure [led to]
            Corn Act => Wide protests [resulted from]
            This panic => a slump [caused]"#]],
    );
}

#[test]
fn words_in_bold_over_lists_are_items_as_sub_headings_are() {
    check_note(
        "# The Enclosures\n\n## Causes\n\n**1. New ploughs**\n\n- made in Ghent\n\n**Political**\n\n- a weak crown\n\n## Effects\n\n### I. Social\n\n- empty villages\n",
        &expect![[r#"
            New ploughs => The Enclosures [Causes]
            made in Ghent => The Enclosures [Causes]
            a weak crown => The Enclosures [Causes]
            The Enclosures => empty villages [Effects]"#]],
    );
}

#[test]
fn chapters_are_about_what_stands_behind_their_number() {
    check_note(
        "# AP World 5.2 — The Mills\n\n## Effects\n- smoke\n\n# Lecture 8+9 - The Looms\n## Effects\n- noise\n\n# 1789: The Storm\n## Effects\n- hail\n\n## Unit IV - Causes of the Coal War\n- cold\n\n## Causes and effects of the Salt War\n- Causes:\n  - a tax\n",
        &expect![[r#"
            The Mills => smoke [Effects]
            The Looms => noise [Effects]
            The Storm => hail [Effects]
            cold => the Coal War [Causes of]
            a tax => the Salt War [Causes]"#]],
    );
}

#[test]
fn labels_may_end_in_a_dash_and_stand_in_a_row() {
    check_note(
        "# The Coal War\nCauses - cold, greed\nConsequences – dear bread → riots\nShort-term cause: a raid\nTrigger: a shot\n\n- Salt Riot (1611) - response to the tax\n- Long - term plans\n",
        &expect![[r#"
            cold => The Coal War [Causes]
            greed => The Coal War [Causes]
            The Coal War => dear bread [Consequences]
            dear bread => riots [→]
            a raid => The Coal War [cause]
            a shot => The Coal War [Trigger]
            the tax => Salt Riot (1611) [response to]"#]],
    );
}

#[test]
fn a_bullet_that_says_what_the_result_was_names_it() {
    check_note(
        "# Causes of the strike\n- Wages came late\n- The result was a ruined guild\n\n# Border\n- There were raids at the ford. These raids resulted in heavy losses.\n",
        &expect![[r#"
            Wages came late => the strike [Causes of]
            Wages came late => a ruined guild [result]
            a ruined guild => the strike [Causes of]
            These raids => heavy losses [resulted in]"#]],
    );
}

#[test]
fn lines_and_headings_say_causes_as_bullets_do() {
    check_note(
        "# Notes\n\nWhy US joined the war\n\n1. sunk ships\n2. a telegram\n\n# Guilds\n## The guilds fell because they had no money\n\n- Prices rose\n- The result was a strike\n- Causes = debt, greed\n\n## The weavers -> the mill\n\n## Events leading to war\n\n- Responsible for new roads\n",
        &expect![[r#"
            sunk ships => US joined the war [Why]
            a telegram => US joined the war [Why]
            they had no money => The guilds fell [because]
            Prices rose => a strike [result]
            debt => The guilds fell because they had no money [Causes]
            greed => The guilds fell because they had no money [Causes]"#]],
    );
}

#[test]
fn the_result_of_the_cause_above_is_linked_with_it() {
    check_note(
        "# Causes of the Rising\n- Looms came late\n- The result was a small guild ready to march\n- Led to hunger\n",
        &expect![[r#"
            Looms came late => Causes of the Rising [Causes of]
            Looms came late => a small guild ready to march [result]
            a small guild ready to march => Causes of the Rising [Causes of]
            hunger => Causes of the Rising [Causes of]"#]],
    );
}

#[test]
fn letters_at_the_margin_are_an_outline_where_they_follow_each_other() {
    check_note(
        "# The Salt War\n\n## II. Causes\nA. new taxes - set in May\nB. brutal work: half died\n\t1. men fled\nC. free men were shut out\n\n## Effects\nA. mills burn\n\nB. bread is dear\n\nJ. Ogden told of it.\n",
        &expect![[r#"
            new taxes - set in May => The Salt War [Causes]
            brutal work: half died => The Salt War [Causes]
            free men were shut out => The Salt War [Causes]
            The Salt War => mills burn [Effects]
            The Salt War => bread is dear [Effects]"#]],
    );
}

#[test]
fn headings_that_name_nothing_are_about_the_note() {
    check_note(
        "# Dukes of the Salt Valley\n## Cost / results\n- a famine\n## Results of the whole thing\n- a truce\n## So what? (effects of the dukes)\n- dear bread\n## Siege of Lens\n### Casus Belli\n- To punish the town\n",
        &expect![[r#"
            Dukes of the Salt Valley => a famine [results]
            Dukes of the Salt Valley => a truce [Results of]
            Dukes of the Salt Valley => dear bread [effects of]
            To punish the town => Siege of Lens [Casus Belli]"#]],
    );
}

#[test]
fn a_word_that_opens_an_item_takes_its_clause_along() {
    check_note(
        "# Revolt\n## Causes\n1. Money. The old duke left debts, and the new one spent more.\n2. Religion. Too long a sermon\n3. A wet summer. The corn rotted.\n",
        &expect![[r#"
            Money. The old duke left debts => Revolt [Causes]
            Religion => Revolt [Causes]
            A wet summer => Revolt [Causes]"#]],
    );
}

#[test]
fn what_was_done_by_doing_something_is_listed_below() {
    check_note(
        "# War\n\n- The consul beat the raiders by:\n  - burning the fields\n  - avoiding battles\n- The treaty was signed by:\n  - the king\n- Signed by:\n  - the queen\n",
        &expect![[r#"
            burning the fields => The consul beat the raiders [by]
            avoiding battles => The consul beat the raiders [by]"#]],
    );
}

#[test]
fn what_is_done_as_a_response_answers_what_it_hangs_on() {
    check_note(
        "# July\n\n- Ivo's duchy declares war on the league.\n  - The league closes its ports as a response.\n- Ada declares war on Ivo.\n  - He burns her mills in response.\n",
        &expect![[r#"
            Ivo's duchy declares war on the league => The league closes its ports [as a response]
            Ada declares war on Ivo => He burns her mills [in response]"#]],
    );
}

#[test]
fn reasons_may_be_counted_in_digits() {
    check_note(
        "- However he did not want the town to be punished for 2 reasons:\n\t1. He feared revenge.\n\t2. He needed its salt.\n",
        &expect![[r#"
            He feared revenge => he did not want the town to be punished [for 2 reasons]
            He needed its salt => he did not want the town to be punished [for 2 reasons]"#]],
    );
}
