//! Lists, headings, tables and whole notes.

use expect_test::expect;

use super::check_note;

#[test]
fn a_bare_lead_in_hangs_on_what_was_said_before_it() {
    check_note(
        "## The landing\nThe landing failed.\n\nBecause:\n- the tide was low\n- surprise was lost -> guns were ready\n\nConsequences:\n1. The general resigned\n2. The plan was dropped, so the fleet went home\n",
        &expect![[]],
    );
}

#[test]
fn a_lead_in_may_name_its_own_end() {
    check_note(
        "# Rome\n\nThe empire fell for several reasons:\n- weak emperors\n- lead in the water (so some say)\n\nThe plague had several effects:\n* fewer farmers\n* higher wages\n\nReasons for the growth of towns:\n- trade\n- safety\n\nThe blockade led to:\n- hunger\n- a black market\n",
        &expect![[]],
    );
}

#[test]
fn a_why_question_is_answered_by_its_list() {
    check_note(
        "Why did the League fail?\n- no army\n- the USA never joined\n\nQ: Why did prices rise?\nA: Because money was printed.\n",
        &expect![[]],
    );
}

#[test]
fn sections_tie_their_items_to_the_topic() {
    check_note(
        "# The Black Death (1346-1353)\n\n## Causes\n- **Fleas** on rats\n- Trade ships from the east\n    - Genoa\n- 1347: siege of Caffa\n\n## Impact on Europe\n1. Labour was scarce, so wages rose\n2. Led to attacks on Jews\n3. Fewer priests\n\n## Remedies\n- leeches\n",
        &expect![[]],
    );
}

#[test]
fn a_heading_may_name_its_topic() {
    check_note(
        "# Twentieth century\n## Causes of the First World War\n- alliances\n- naval race\n## WW2: consequences\n- the UN\n## Why the League failed\n- no army\n## Why it matters\n- it is on the exam\n## Effects of smoking on health\n- lung cancer\n## Reasons for migration\n- jobs\n## Factors leading to the Depression\n- cheap credit\n",
        &expect![[]],
    );
}

#[test]
fn sub_headings_are_items_and_kinds_of_cause_are_not() {
    check_note(
        "# The Revolt\n## Causes\n### Taxes\n- salt tax\n### The drought\nNo rain for two years.\n## Consequences\n### Political\n- the king fled\n### Long-term effects\n- a constitution\n",
        &expect![[]],
    );
}

#[test]
fn labels_in_bullets_promise_too() {
    check_note(
        "# Coral bleaching\n- Causes\n  - warm water\n  - acid rain\n- **Effects:**\n  - fish leave\n- Definition: corals lose their algae\n",
        &expect![[]],
    );
}

#[test]
fn columns_called_cause_and_effect_are_read_row_by_row() {
    check_note(
        "# Economics\n\n| Cause | Effect |\n|---|---|\n| Higher interest rates | Less borrowing |\n| Strong pound | Cheaper imports |\n\n| Event | Year | Consequence |\n|--|--|--|\n| Wall Street Crash | 1929 | Great Depression |\n\n| Country | Capital |\n|--|--|\n| Peru | Lima |\n",
        &expect![[]],
    );
}

#[test]
fn arrows_go_on_from_the_line_above() {
    check_note(
        "- Treaty signed\n  - -> Germany angry\n  - → votes for extremists\n- Assassination →\n  - ultimatum\n  - mobilisation\n- → [[See also]]\n",
        &expect![[]],
    );
}

#[test]
fn bullets_that_open_with_a_verb_share_their_cause() {
    check_note(
        "## Treaty of Versailles\n- Led to resentment in Germany\n- Caused hyperinflation\n\n## Locarno\n- Germany accepts its borders\n- Leads to a better mood\n",
        &expect![[]],
    );
}

#[test]
fn programs_cards_sources_and_tasks_state_no_cause() {
    check_note(
        "## Consequences\n- the fall of the tsar\n\nWhat fell?::the tsar\n\n- [ ] wrong answer\n- [x] right answer\n\n```rust\nfn main() -> u32 { 1 }\n```\n\n## Sources\n- Smith, Causes of war, led to print 1999\n",
        &expect![[]],
    );
}

#[test]
fn quotes_callouts_and_code_lines_are_read() {
    check_note(
        "> [!note] Why it broke\n> The dam was old so it broke.\n\n```\ndrought -> no harvest -> famine\n```\n",
        &expect![[]],
    );
}

#[test]
fn paragraphs_of_a_promising_section_are_read_for_their_own_words() {
    check_note(
        "# The Strike\n## Causes\nWages had not risen for years. The owners refused to talk because they had large stocks of coal.\n## Results\nThe union lost.\n",
        &expect![[]],
    );
}
