//! Lists, headings, tables and whole notes.

use expect_test::expect;

use super::check_note;

#[test]
fn a_bare_lead_in_hangs_on_what_was_said_before_it() {
    check_note(
        "## The landing\nThe landing failed.\n\nBecause:\n- the tide was low\n- surprise was lost -> guns were ready\n\nConsequences:\n1. The general resigned\n2. The plan was dropped, so the fleet went home\n",
        &expect![[r#"
            the tide was low => The landing failed [Because]
            surprise was lost => guns were ready [->]
            surprise was lost => The landing failed [Because]
            The landing failed => The general resigned [Consequences]
            The plan was dropped => the fleet went home [so]
            The landing failed => The plan was dropped [Consequences]"#]],
    );
}

#[test]
fn a_lead_in_may_name_its_own_end() {
    check_note(
        "# Rome\n\nThe empire fell for several reasons:\n- weak emperors\n- lead in the water (so some say)\n\nThe plague had several effects:\n* fewer farmers\n* higher wages\n\nReasons for the growth of towns:\n- trade\n- safety\n\nThe blockade led to:\n- hunger\n- a black market\n",
        &expect![[r#"
            weak emperors => The empire fell [for several reasons]
            lead in the water (so some say) => The empire fell [for several reasons]
            The plague => fewer farmers [had several effects]
            The plague => higher wages [had several effects]
            trade => the growth of towns [Reasons]
            safety => the growth of towns [Reasons]
            The blockade => hunger [led to]
            The blockade => a black market [led to]"#]],
    );
}

#[test]
fn a_why_question_is_answered_by_its_list() {
    check_note(
        "Why did the League fail?\n- no army\n- the USA never joined\n\nQ: Why did prices rise?\nA: Because money was printed.\n",
        &expect![[r#"
            no army => the League fail [Why]
            the USA never joined => the League fail [Why]
            money was printed => prices rise [Because]"#]],
    );
}

#[test]
fn sections_tie_their_items_to_the_topic() {
    check_note(
        "# The Black Death (1346-1353)\n\n## Causes\n- **Fleas** on rats\n- Trade ships from the east\n    - Genoa\n- 1347: siege of Caffa\n\n## Impact on Europe\n1. Labour was scarce, so wages rose\n2. Led to attacks on Jews\n3. Fewer priests\n\n## Remedies\n- leeches\n",
        &expect![[r#"
            Fleas on rats => The Black Death [Causes]
            Trade ships from the east => The Black Death [Causes]
            siege of Caffa => The Black Death [Causes]
            Labour was scarce => wages rose [so]
            The Black Death => Labour was scarce [Impact]
            The Black Death => attacks on Jews [Impact]
            The Black Death => Fewer priests [Impact]"#]],
    );
}

#[test]
fn a_heading_may_name_its_topic() {
    check_note(
        "# Twentieth century\n## Causes of the First World War\n- alliances\n- naval race\n## WW2: consequences\n- the UN\n## Why the League failed\n- no army\n## Why it matters\n- it is on the exam\n## Effects of smoking on health\n- lung cancer\n## Reasons for migration\n- jobs\n## Factors leading to the Depression\n- cheap credit\n",
        &expect![[r#"
            alliances => the First World War [Causes of]
            naval race => the First World War [Causes of]
            WW2 => the UN [consequences]
            no army => the League failed [Why]
            smoking => lung cancer [Effects of]
            jobs => migration [Reasons for]
            cheap credit => the Depression [Factors leading to]"#]],
    );
}

#[test]
fn sub_headings_are_items_and_kinds_of_cause_are_not() {
    check_note(
        "# The Revolt\n## Causes\n### Taxes\n- salt tax\n### The drought\nNo rain for two years.\n## Consequences\n### Political\n- the king fled\n### Long-term effects\n- a constitution\n",
        &expect![[r#"
            Taxes => The Revolt [Causes]
            The drought => The Revolt [Causes]
            The Revolt => the king fled [Consequences]
            The Revolt => a constitution [effects]"#]],
    );
}

#[test]
fn labels_in_bullets_promise_too() {
    check_note(
        "# Coral bleaching\n- Causes\n  - warm water\n  - acid rain\n- **Effects:**\n  - fish leave\n- Definition: corals lose their algae\n",
        &expect![[r#"
            warm water => Coral bleaching [Causes]
            acid rain => Coral bleaching [Causes]
            Coral bleaching => fish leave [Effects]"#]],
    );
}

#[test]
fn columns_called_cause_and_effect_are_read_row_by_row() {
    check_note(
        "# Economics\n\n| Cause | Effect |\n|---|---|\n| Higher interest rates | Less borrowing |\n| Strong pound | Cheaper imports |\n\n| Event | Year | Consequence |\n|--|--|--|\n| Wall Street Crash | 1929 | Great Depression |\n\n| Country | Capital |\n|--|--|\n| Peru | Lima |\n",
        &expect![[r#"
            Higher interest rates => Less borrowing [Effect]
            Strong pound => Cheaper imports [Effect]
            Wall Street Crash => Great Depression [Consequence]"#]],
    );
}

#[test]
fn arrows_go_on_from_the_line_above() {
    check_note(
        "- Treaty signed\n  - -> Germany angry\n  - → votes for extremists\n- Assassination →\n  - ultimatum\n  - mobilisation\n- → [[See also]]\n",
        &expect![[r#"
            Treaty signed => Germany angry [->]
            Treaty signed => votes for extremists [→]
            Assassination => ultimatum [→]
            Assassination => mobilisation [→]"#]],
    );
}

#[test]
fn bullets_that_open_with_a_verb_share_their_cause() {
    check_note(
        "## Treaty of Versailles\n- Led to resentment in Germany\n- Caused hyperinflation\n\n## Locarno\n- Germany accepts its borders\n- Leads to a better mood\n",
        &expect![[r#"
            Treaty of Versailles => resentment in Germany [Led to]
            Treaty of Versailles => hyperinflation [Caused]
            Locarno => a better mood [Leads to]"#]],
    );
}

#[test]
fn programs_cards_sources_and_tasks_state_no_cause() {
    check_note(
        "## Consequences\n- the fall of the tsar\n\nWhat fell?::the tsar\n\n- [ ] wrong answer\n- [x] right answer\n\n```rust\nfn main() -> u32 { 1 }\n```\n\n## Sources\n- Smith, Causes of war, led to print 1999\n",
        &expect![[r#"
            The Topic => the fall of the tsar [Consequences]"#]],
    );
}

#[test]
fn quotes_callouts_and_code_lines_are_read() {
    check_note(
        "> [!note] Why it broke\n> The dam was old so it broke.\n\n```\ndrought -> no harvest -> famine\n```\n",
        &expect![[r#"
            The dam was old => it broke [so]
            drought => no harvest [->]
            no harvest => famine [->]"#]],
    );
}

#[test]
fn paragraphs_of_a_promising_section_are_read_for_their_own_words() {
    check_note(
        "# The Strike\n## Causes\nWages had not risen for years. The owners refused to talk because they had large stocks of coal.\n## Results\nThe union lost.\n",
        &expect![[r#"
            they had large stocks of coal => The owners refused to talk [because]
            Wages had not risen for years => The Strike [Causes]
            The Strike => The union lost [Results]"#]],
    );
}

#[test]
fn labels_before_a_colon_promise_what_follows() {
    check_note(
        "# 2010 Haiti earthquake\nCause: the Caribbean plate slid past its neighbour\n\nPrimary effects: 220,000 deaths; port destroyed\n\nSecondary effects:\n- cholera due to poor sanitation\n\n## Battles\n- Hastings (1066)\n  - Result: Norman victory\n  - Causes: a disputed crown, Norman ambition\n- Note: bring a pen\n",
        &expect![[r#"
            the Caribbean plate slid past its neighbour => 2010 Haiti earthquake [Cause]
            2010 Haiti earthquake => 220,000 deaths [effects]
            2010 Haiti earthquake => port destroyed [effects]
            poor sanitation => cholera [due to]
            2010 Haiti earthquake => cholera [Secondary effects]
            Hastings (1066) => Norman victory [Result]
            a disputed crown => Hastings (1066) [Causes]
            Norman ambition => Hastings (1066) [Causes]"#]],
    );
}

#[test]
fn a_line_over_a_list_promises_as_a_heading_does() {
    check_note(
        "# The Topic\n\nThe war ended in 146.\n\nConsequences of the war\n* Rome rules the sea\n* Slaves flood Italy\n\nCauses\n\n- naval rivalry\n- alliances\n\nA list of\n- things\n\nThe causes are many, as is well known.\n- no item\n",
        &expect![[r#"
            the war => Rome rules the sea [Consequences of]
            the war => Slaves flood Italy [Consequences of]
            naval rivalry => the war [Causes]
            alliances => the war [Causes]"#]],
    );
}

#[test]
fn lists_under_words_in_bold_are_about_the_note() {
    check_note(
        "# The flood\n\n**16 August 2004**\n\n**Causes**\n- steep valley\n- heavy rain\n\n**Effects**\n- homes flooded\n",
        &expect![[r#"
            steep valley => The flood [Causes]
            heavy rain => The flood [Causes]
            The flood => homes flooded [Effects]"#]],
    );
}

#[test]
fn lines_of_a_sentence_each_are_the_list_of_a_heading() {
    check_note(
        "# The war\n\n## Causes\n\n**Militarism** – an arms race\n**Alliances** – two blocs\n**Nationalism** in Serbia\n\n## Effects\nLong-term: new borders\nShort-term: hunger\n\n## Why it was lost\nThe reasons were:\na) debt\nb) plague\n\n## Effects at home\n\nThe war ended. Many had died, and the towns\nwere empty. Nobody cared.\n",
        &expect![[r#"
            Militarism – an arms race => The war [Causes]
            Alliances – two blocs => The war [Causes]
            Nationalism in Serbia => The war [Causes]
            The war => Long-term: new borders [Effects]
            The war => Short-term: hunger [Effects]
            debt => The war [The reasons]
            plague => The war [The reasons]"#]],
    );
}

#[test]
fn a_verb_by_itself_takes_what_it_is_said_of_along() {
    check_note(
        "# The war\n\n- Kapp Putsch - March 1920 - failed b/c of a general strike\n- Offensive 21 March; failed due to lack of supplies\n",
        &expect![[r#"
            a general strike => Kapp Putsch - March 1920 - failed [b/c of]
            lack of supplies => Offensive 21 March; failed [due to]"#]],
    );
}

#[test]
fn answers_of_flashcards_and_questions_of_a_cornell_sheet() {
    check_note(
        "# Kenya\n\n## The Emergency\n\n**Q: Causes**\n- land was taken\n- squatters were thrown off\n\nFamine::1959. everyone makes steel => the harvest rots => hunger\n\nA chief was shot. This led the governor to declare an emergency.\n",
        &expect![[r#"
            land was taken => The Emergency [Causes]
            squatters were thrown off => The Emergency [Causes]
            Famine::1959. everyone makes steel => the harvest rots [=>]
            the harvest rots => hunger [=>]
            A chief was shot => the governor to declare an emergency [led]"#]],
    );
}

#[test]
fn outline_numbers_and_roman_numerals_make_items() {
    check_note(
        "# The strike\n\n## 1.1 Causes\n1.1.1 Wages fell.\n1.1.2 Bread was dear.\n\n## 1.2 Consequences\ni. The mill closed\nii. Many left\n\n## Review\n\nWhy did it spread to the ports?\n1. sailors heard of it\n2. the docks were idle\n",
        &expect![[r#"
            Wages fell => The strike [Causes]
            Bread was dear => The strike [Causes]
            The strike => The mill closed [Consequences]
            The strike => Many left [Consequences]
            sailors heard of it => spread to the ports [Why]
            the docks were idle => spread to the ports [Why]"#]],
    );
}

#[test]
fn effects_are_of_what_the_causes_beside_them_are_of() {
    check_note(
        "# Unit 3\n\n## Road to Revolution\n\n### Causes of the Revolution\n- **Economic.** Taxes rose.\n- tea was dear\n\n### Effects\n- many left\n\n## Exam\n\n**Q: Why did the assembly fail?**\nA:\n- it was slow\n- it had no army\n\nThe crown was refused. The princes laughed.\n\nConsequences:\n- it dissolved\n",
        &expect![[r#"
            Taxes rose => the Revolution [Causes of]
            tea was dear => the Revolution [Causes of]
            the Revolution => many left [Effects]
            it was slow => the assembly fail [Why]
            it had no army => the assembly fail [Why]
            Unit 3 => it dissolved [Consequences]"#]],
    );
}

#[test]
fn questions_behind_a_number_and_rows_that_open_with_their_date() {
    check_note(
        "# The war\n\n## Card 3 - why did they win? (8 marks)\n- they had ships\n- luck\n\n## Effects\n- many died\n\n## Battles\n\n| date | battle | result |\n|---|---|---|\n| 8 Oct 1912 | Lule Burgas | the army retreats |\n",
        &expect![[r#"
            they had ships => they win [why]
            luck => they win [why]
            The war => many died [Effects]
            Lule Burgas => the army retreats [result]"#]],
    );
}

#[test]
fn lines_and_first_sentences_below_a_heading_are_its_items() {
    check_note(
        "# The Salt War\n### Causes\nOld grudges - Ivo and Odo fought together. Suspicion loomed.\nThe mint was shut\nSpies at court\n\nOG MS\n### Effect\nFearful of a second war, the guilds hired guards. They sailed west, thus sparking trade.\n### Why were the towns unhappy? Give two reasons.\na. The duke did nothing all year\nb. They called it a closed club because it took no poor men\n",
        &expect![[r#"
            Old grudges - Ivo and Odo fought together => The Salt War [Causes]
            The mint was shut => The Salt War [Causes]
            Spies at court => The Salt War [Causes]
            They sailed west => trade [sparking]
            The Salt War => Fearful of a second war, the guilds hired guards [Effect]
            The duke did nothing all year => the towns unhappy [Why]
            it took no poor men => They called it a closed club [because]
            They called it a closed club => the towns unhappy [Why]"#]],
    );
}

#[test]
fn sections_after_a_thing_and_other_titles_are_about_the_note() {
    check_note(
        "---\naliases: [\"Salt wars\"]\n---\n# The Three Brothers\n\n## Effects of the wars\n- the treasury was drained\n\n## 6 After\nA treaty was signed.\n### Consequences\n- no war for 99 years\n",
        &expect![[r#"
            The Three Brothers => the treasury was drained [Effects of]
            The Three Brothers => no war for 99 years [Consequences]"#]],
    );
}

#[test]
fn motives_are_causes_of_what_they_moved_to() {
    check_note(
        "# The Salt Revolt\n\n## Ada's motives\n- the tax on salt\n\n## Motives for the march\n- hunger\n\n## Motives of the guilds\n- fear of the duke\n\nHer motives were never known.\n",
        &expect![[r#"
            the tax on salt => The Salt Revolt [motives]
            hunger => the march [Motives for]
            fear of the duke => the march [Motives]"#]],
    );
}
