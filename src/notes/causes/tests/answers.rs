//! Answers to what someone did, shorthand, and who or what is no cause by itself.

use expect_test::expect;

use super::{check_note, check_sentences};

#[test]
fn who_responds_to_a_thing_with_another_is_moved_by_the_first() {
    check_sentences(
        "
        The guilds responded to the new toll with a boycott. || the new toll => a boycott [responded]
        Once the miners walked out, the owners responded with a lockout that lasted all winter. || Once the miners walked out => a lockout [responded]
        The bishop was jailed. The townsfolk reacted to this by storming the keep. || The bishop was jailed => storming the keep [reacted]
        The duke retaliated against the raid by burning the mills. || the raid => burning the mills [retaliated]
        Harbour dues rose, so the captains responded by sailing elsewhere. || Harbour dues rose => the captains responded by sailing elsewhere [so]
        The granary was a direct response to the famine. || the famine => The granary [a direct response to]
        In response to riots Moss called the guard. || riots => Moss called the guard [In response to]
        The league responded to the raid by burning ships, sparking a feud. || the raid => burning ships [responded] || The league responded to the raid by burning ships => a feud [sparking]
        The council responded to the letter. || none
        She responded to him with a letter. || none
        Moss's only response to the famine was a tax on salt, which failed. || the famine => a tax on salt [response to]
        The response to the famine was slow. || none
        Sodium reacts with water. || none
        They had not responded with force. || none
        ",
    );
}

#[test]
fn because_has_many_short_forms() {
    check_sentences(
        "
        The fair closed bcz plague came || plague came => The fair closed [bcz]
        The fair closed bcuz plague came || plague came => The fair closed [bcuz]
        The fair closed cus they feared plague || they feared plague => The fair closed [cus]
        The temple was built in 44 bc by the consul. || none
        The league broke up in 1848 bc they had no funds. || they had no funds => The league broke up in 1848 [bc]
        no wind ∵ no ships || no ships => no wind [∵]
        ",
    );
}

#[test]
fn someone_alone_is_no_cause_but_what_he_did_is() {
    check_sentences(
        "
        Hale provoked a strike by cutting wages. || cutting wages => a strike [provoked]
        He was responsible for the fleet. || none
        Austria was responsible for the loss, so it had to pay. || Austria was responsible for the loss => it had to pay [so]
        The owners, who according to the press caused the slump, kept silent. || none
        The motion failed because, according to the clerk, nobody came. || nobody came => The motion failed [because]
        ",
    );
}

#[test]
fn bodies_that_follow_each_other_state_no_cause() {
    check_sentences(
        "
        Estates General → National Assembly → Convention || none
        The town militia -> Royal Guard (on horseback) || none
        Several economic factors led to the slump. || none
        Old dynasty -> new republic || none
        Two new acts -> also known as the Black Laws || none
        The Assembly was dissolved -> street fights || The Assembly was dissolved => street fights [->]
        ",
    );
}

#[test]
fn roles_and_words_in_other_words_state_no_cause() {
    check_sentences(
        "
        Sixty men disguised as monks entered the keep and took it. || none
        The synod declared Otto as the heir and sent for him. || none
        He called it polis, meaning literally a fort on a hill that rose above. || none
        They made up for the harm they had caused earlier. || none
        ",
    );
}

#[test]
fn clauses_keep_what_belongs_to_them() {
    check_sentences(
        "
        The valley saw a frost which killed the seed and caused a famine. || The valley saw a frost => a famine [caused]
        The troop that crossed the ford burned barns and caused a famine. || The troop => a famine [caused]
        The farm failed because they had no seed and they owed rent. || they had no seed and they owed rent => The farm failed [because]
        The order grew so rich and proud that the crown seized its land. || The order grew so rich and proud => the crown seized its land [so rich and proud that]
        The factors in the slump were greed and debt. || greed and debt => the slump [factors in]
        Debt was a major factor in the slump. || Debt => the slump [factor in]
        He was a minor factor in the slump. || none
        The long-term causes of the slump include debt and drought. || debt and drought => the slump [causes]
        The consequences of the slump were severe. || none
        Rents rose because of the siege, leading to riots. || the siege => Rents rose [because of] || Rents rose => riots [leading to]
        The win was the result of new guns, and this win led to a treaty. || new guns => The win [result] || this win => a treaty [led to]
        The tithe played a major role in the revolt. || The tithe => the revolt [played a major role in]
        Moss played a role in the revolt. || none
        The strike was the weavers response to a new fine. || a new fine => The strike [the weavers response to]
        Moss was forced to do so as the siege left him no food. || the siege left him no food => Moss was forced to do so [as]
        The trap works so well that otters avoid it. || The trap works so well => otters avoid it [so well that]
        The mill burned. So, the weavers left for the coast. || The mill burned => the weavers left for the coast [So]
        The mill burned. One reason for this is that nobody kept watch. || nobody kept watch => The mill burned [reason]
        A loss would have cost him votes and potentially lead to his fall. || none
        Tell us what caused the feud. || none
        The main cause of the riots seems to have been the price of bread. || the price of bread => the riots [cause]
        The king lost his fleet, forcing him to sue for peace. So the war ended. || The king lost his fleet => him to sue for peace [forcing] || The king lost his fleet, forcing him to sue for peace => the war ended [So]
        ",
    );
}

#[test]
fn only_what_a_question_asks_first_has_answers_below() {
    check_note(
        "- What did he make? Why did it fail?\n  - He made a loom.\n  - It failed because the gap grew.\n- Why was it hard to rule? Which towns were free?\n  - The roads were bad.\n- The duke had few men, so why did they win?\n  - Their bows were better.\n",
        &expect![[r#"
            the gap grew => It failed [because]
            The roads were bad => hard to rule [Why]
            Their bows were better => they win [why]"#]],
    );
    check_note(
        "# Reform\n## Background (why 1517 and not earlier)\n- the press spread\n",
        &expect!["the press spread => Reform [why]"],
    );
}

#[test]
fn a_line_that_opens_with_as_a_result_promises_nothing() {
    check_note(
        "## Decree\n- Meetings were banned.\n- As a result, the league gained seats\n    - With ten more it had a majority\n",
        &expect!["Meetings were banned => the league gained seats [As a result]"],
    );
}

#[test]
fn the_first_sentence_below_a_question_answers_it() {
    check_note(
        "# Rising\n### Q: Why did the guild win?\nA: Their bows were new. It was a wet day.\n### ==Draw Conclusions== Why were the towns able to pay?\nToll and tithe came in. Nobody counted them.\n",
        &expect![[r#"
            Their bows were new => the guild win [Why]
            Toll and tithe came in => the towns able to pay [Why]"#]],
    );
}

#[test]
fn outline_items_and_labels_promise_what_their_list_holds() {
    check_note(
        "# The Rising\n\nI. Terror\nQ. causes?\n * bread was dear\n\nIV. Why did the const. council fail?\n   - the mint was shut\n   - → it reopened\n\nVI. Results\n   1. a new toll\n\n## King Ivo: causes of the Charter\n- lost his fleet\n## Prompt\nx\n",
        &expect![[r#"
            bread was dear => I. Terror [causes]
            the mint was shut => the const. council fail [Why]
            The Rising => a new toll [Results]
            lost his fleet => the Charter [causes of]"#]],
    );
}

#[test]
fn questions_for_factors_are_questions_for_causes() {
    check_note(
        "# Mills\n- What factors led to the decline of the mills?\n\t- The factors were the end of the war, cheap coal from the north, and fewer weavers who would stay.\n- Apart from coal, what else contributed to the strike?\n\t- Wages and rents.\n",
        &expect![[r#"
            the end of the war => the decline of the mills [factors led to]
            cheap coal from the north => the decline of the mills [factors led to]
            fewer weavers who would stay => the decline of the mills [factors led to]
            Wages and rents => the strike [else contributed to]"#]],
    );
}

#[test]
fn questions_in_quotation_marks_stand_over_their_answers() {
    check_note(
        "# Rising\n\n## Results\n1. The public turned\n\nQ. 2013 \"Why did the rising fail?\"\na) the ship was lost\nb) no guns\n",
        &expect![[r#"
            Rising => The public turned [Results]
            the ship was lost => the rising fail [Why]
            no guns => the rising fail [Why]"#]],
    );
}

#[test]
fn short_labels_and_tables_of_reasons_are_tied_to_their_thing() {
    check_note(
        "# Dock Strike\nwhy so bad?\n- low pay\n- no bread\n",
        &expect![[r#"
            low pay => Dock Strike [why]
            no bread => Dock Strike [why]"#]],
    );
    check_note(
        "# Canal\n- The duke takes the canal\n  - why -> the loan is refused\n",
        &expect!["the loan is refused => The duke takes the canal [why]"],
    );
    check_note(
        "# Dock Strike\n\n| Reason | Detail |\n|--|--|\n| low pay | 5d an hour |\n",
        &expect!["low pay => Dock Strike [Reason]"],
    );
    check_note(
        "# Dock Strike\nWhy did the dockers win in the end?\nBecause they burned barges, and owners ran out of coal.\n",
        &expect!["they burned barges => the dockers win in the end [Because]"],
    );
}
