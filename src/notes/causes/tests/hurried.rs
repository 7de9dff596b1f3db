//! Notes in a hurry: signs for words, answers in one line, and what is said not to be a cause.

use expect_test::expect;

use super::{check_note, check_sentences};

#[test]
fn signs_stand_for_words() {
    check_sentences(
        "
        The well dried up $\\Rightarrow$ the herd died $\\Longrightarrow$ a famine || The well dried up => the herd died [$\\Rightarrow$] || the herd died => a famine [$\\Longrightarrow$]
        the tenants left >> rents fell by 2/3 || the tenants left => rents fell by 2/3 [>>]
        The dyke broke ⤷ two towns drowned || The dyke broke => two towns drowned [⤷]
        By May 1790 1.5 million had left and fields lay bare ∴ bread was dear || By May 1790 1.5 million had left and fields lay bare => bread was dear [∴]
        the mine closed => 2.5m lost work || the mine closed => 2.5m lost work [=>]
        all of them fled 'cause of the plague || the plague => all of them fled ['cause of]
        The levee held -> therefore the town was spared || The levee held => the town was spared [-> therefore]
        The March Charter => a parliament with no teeth || The March Charter => a parliament with no teeth [=>]
        Toll roads 1750-60: hated → riots || Toll roads 1750-60: hated => riots [→]
        Bristol (2 May 1643) <- Astleys army was late || Astleys army was late => Bristol (2 May 1643) [<-]
        ",
    );
}

#[test]
fn signs_that_are_no_causes() {
    check_sentences(
        "
        key: ∴ so / † dies || none
        coal 1.3 → 5.2 mt || none
        Spain → France: war || none
        The Tudors, Henry VII → Edward VI (1485–1553) || none
        some went over to the king ← check || none
        ",
    );
}

#[test]
fn an_arrow_that_opens_its_cell_goes_on_from_the_cell_before() {
    check_note(
        "| When | What | So |\n|---|---|---|\n| 5 May | The dam broke | → the mills stood still |\n| 6 May | | → nothing |\n",
        &expect!["The dam broke => the mills stood still [→]"],
    );
}

#[test]
fn what_is_said_to_be_no_cause_is_none() {
    check_note(
        "## Causes of the flood\n- weak dykes\n- not enough sand bags\n- NOT the full moon\n- *not* because of the miller\n- had the mayor woken it would have been stopped\n- the comet had nothing to do with it\n- will be covered next week\n\n## Not causes of the flood\n- a curse\n",
        &expect![[r#"
            weak dykes => the flood [Causes of]
            not enough sand bags => the flood [Causes of]"#]],
    );
}

#[test]
fn a_thing_does_not_cause_by_itself() {
    check_sentences(
        "
        The letter did not by itself cause a war. || none
        The letter by itself caused a war. || The letter => a war [caused]
        They sailed, not because it was warm, but because they were poor. || they were poor => They sailed [because]
        If the duke had come → no siege || none
        There were two problems that led to the split. || none
        Two problems led to the split. || Two problems => the split [led to]
        ",
    );
}

#[test]
fn clauses_with_lists_asides_and_quotes_keep_their_words() {
    check_sentences(
        "
        The fair was a flop, as Ghent, Bruges and Lille did not turn up. || Ghent, Bruges and Lille did not turn up => The fair was a flop [as]
        Nelly, as everyone called her, ran the inn. || none
        Farmers backed him as they feared that the town would tax them. || they feared that the town would tax them => Farmers backed him [as]
        They saw themselves as the heirs that nobody had asked for. || none
        Since her only brother, the old duke, had died in May, the land went to her. || her only brother, the old duke, had died in May => the land went to her [Since]
        She held the stairs, thanks to which he had time to hide. || She held the stairs => he had time to hide [thanks to]
        He left the league; because it had cheated him, he says, but money played a part. || it had cheated him => He left the league [because]
        A big part of the reason for his fall was the drought. || the drought => his fall [reason]
        Long neglect was the leading cause of the fires. || Long neglect => the fires [cause]
        The strike led to one more thing: no owner dared to cut pay. || The strike => no owner dared to cut pay [led to]
        Ford cut pay as he wanted a profit, which caused a strike. || he wanted a profit => Ford cut pay [as] || Ford cut pay => a strike [caused]
        The bridge fell. Weeks of rain had caused it. || Weeks of rain => The bridge fell [caused]
        The bank closed. In contrast to the south, this led to anger. || The bank closed => anger [led to]
        The bank closed. Overall it resulted in a run on gold. || The bank closed => a run on gold [resulted in]
        In jail with his cousin, since the sack of Liège (6 May 1468) || none
        ",
    );
}

#[test]
fn a_question_is_answered_in_its_own_block() {
    check_note(
        "**Q3. Why did the abbey close?**\nA. The monks had run out of money. It was sold in 1540.\n\n**WHY THE BOOM? [8]**\n1 cheap coal\n2 new canals\n\nwhy the mill won: (a) water (b) cheap wool\n\nHe asked why. Nobody knew.\n",
        &expect![[r#"
            The monks had run out of money => the abbey close [Why]
            cheap coal => THE BOOM [WHY]
            new canals => THE BOOM [WHY]
            water => the mill won [why]
            cheap wool => the mill won [why]"#]],
    );
}

#[test]
fn labels_under_a_question_are_about_what_it_asks_after() {
    check_note(
        "**Q4** Rebecca Riots?\nA: 1839-43 in Wales, at night\nCauses: 1) tolls 2) bad harvests 3) tithes\nLed to: fewer gates; a new police\nTheir leader was never found.\n\nQ5. Why did she sell the farm?\nIn 1850, because she was ill.\nLed to:\n- a lawsuit\n",
        &expect![[r#"
            tolls => Rebecca Riots [Causes]
            bad harvests => Rebecca Riots [Causes]
            tithes => Rebecca Riots [Causes]
            Rebecca Riots => fewer gates [Led to]
            Rebecca Riots => a new police [Led to]
            she was ill => sell the farm [because]
            sell the farm => a lawsuit [Led to]"#]],
    );
}

#[test]
fn lines_of_small_letters_and_slashes_are_lists() {
    check_note(
        "HUNGER 1845-49, 1m dead\ncauses of the hunger: blight / exports kept up / no relief\n\n## Results\n=> empty farms\n=> ships full -> many drowned\n\n- tolls. turnpike trusts\n\t- => people hate the gates\n",
        &expect![[r#"
            blight => the hunger [causes of]
            exports kept up => the hunger [causes of]
            no relief => the hunger [causes of]
            ships full => many drowned [->]
            The Topic => empty farms [Results]
            The Topic => ships full [Results]
            The Topic => tolls. turnpike trusts [Results]
            tolls. turnpike trusts => people hate the gates [=>]"#]],
    );
}

#[test]
fn a_list_under_problems_that_led_to_a_thing_names_its_causes() {
    check_note(
        "However there were 3 issues that resulted in the split:\n- a tax on salt\n- the bishop left\n\nReasons Harold lost:\n1. he was tired\n2. he fought too soon\n",
        &expect![[r#"
            a tax on salt => the split [issues that resulted in]
            the bishop left => the split [issues that resulted in]
            he was tired => Harold lost [Reasons]
            he fought too soon => Harold lost [Reasons]"#]],
    );
}

#[test]
fn answers_and_lists_in_haste_are_told_apart() {
    check_note(
        "## The canal\nWhy was it dug?\nNo roads\nCoal was dear\n\n*Why was Brindley loved?* paid well; built houses\n\n- Boats came 1761. Why? Coal was needed. What then?\n- Q6. What was lost? Nobody knows\n\nWhy (what led to it?)\n",
        &expect![[r#"
            No roads => The canal [Why]
            Coal was dear => The canal [Why]
            paid well => Brindley loved [Why]
            built houses => Brindley loved [Why]
            Coal was needed => Boats came 1761 [Why]"#]],
    );
}

#[test]
fn lists_behind_a_cue_are_lists() {
    check_sentences(
        "
        The duke won thanks to (1) rain (2) gold || rain => The duke won [thanks to] || gold => The duke won [thanks to]
        The pact led to a) new borders b) a tax || The pact => new borders [led to] || The pact => a tax [led to]
        The siege caused: hunger, typhus || The siege => hunger [caused] || The siege => typhus [caused]
        The siege led to hunger (p. 3) and typhus || The siege => hunger (p. 3) and typhus [led to]
        They turned on him, partly as a result of the tax and partly because of the war. || the tax => They turned on him [as a result of] || the war => They turned on him [because of]
        ",
    );
}

#[test]
fn names_beside_a_cause_or_a_result() {
    check_sentences(
        "
        Evictions = cause of the riots || Evictions => the riots [cause]
        The truce, a result of the flood, held for a year. || the flood => The truce [result]
        | 1587 | The queen was beheaded | one more reason for the raid | || The queen was beheaded => the raid [reason]
        For Kent, the reason for the raid was gold. || gold => the raid [reason]
        It was because of the fog that they met. || the fog => they met [because of]
        Thanks to the fog the king got away. || the fog => the king got away [Thanks to]
        Because of the Welsh match Sir John Perrot (the son) raised Kent. || the Welsh match => Sir John Perrot (the son) raised Kent [Because of]
        It fell because of the bold leader Robert Kett. || the bold leader Robert Kett => It fell [because of]
        ",
    );
}

#[test]
fn lead_ins_need_no_colon() {
    check_note(
        "The rising failed b/c\n- no guns\n- no leader\n\nThe raid →\n* a war\n\nWhat the oath means\n- peace\n\nWhy did they sail? (2 reasons)\n- cod\n- gold\n\nThe Ludlow strike\nCauses:\nlong hours\nlow pay\n",
        &expect![[r#"
            no guns => The rising failed [b/c]
            no leader => The rising failed [b/c]
            The raid => a war [→]
            cod => they sail [Why]
            gold => they sail [Why]
            long hours => The Ludlow strike [Causes]
            low pay => The Ludlow strike [Causes]"#]],
    );
}

#[test]
fn what_is_a_myth_or_a_wish_is_no_cause() {
    check_sentences(
        "
        Myth: the comet caused the plague || none
        It wasnt because of the comet || none
        The cause he fought for was lost. || none
        See p. 34 → essay plan || none
        ",
    );
    check_note(
        "## Why did it fall?\n- debt\n- **not** Spain\n\n## Notes\nIt fell. Why? Livy says luck.\n",
        &expect!["debt => The Topic [Why]"],
    );
}

#[test]
fn effects_far_below_the_causes_of_one_thing_are_those_of_the_note() {
    check_note(
        "## Causes of the raid\n- gold\n\n## Second raid\nx\n\n## Third raid\ny\n\n## Peace\nz\n\n## Effects\n- debt\n",
        &expect![[r#"
            gold => the raid [Causes of]
            The Topic => debt [Effects]"#]],
    );
}

#[test]
fn lines_in_small_letters_end_what_is_said() {
    check_note(
        "# Purge\n\n### effects\narmy wrecked (35,000 officers) => the winter war was a mess\nparty full of yes men\neconomy slowed down from 1937 bc managers were arrested\nfear of neighbours\n",
        &expect![[r#"
            army wrecked (35,000 officers) => the winter war was a mess [=>]
            managers were arrested => economy slowed down from 1937 [bc]
            Purge => army wrecked (35,000 officers) [effects]
            Purge => party full of yes men [effects]
            Purge => economy slowed down from 1937 [effects]
            Purge => fear of neighbours [effects]"#]],
    );
}

#[test]
fn small_letters_number_a_list() {
    check_note(
        "# Rising\n\n1. Why did the rising fail?\n   a. the ship was lost\n   b. no guns\n\n## Famine\nWhy did prices rise?\na. bad harvests\nb. the war went on\n",
        &expect![[r#"
            the ship was lost => the rising fail [Why]
            no guns => the rising fail [Why]
            bad harvests => prices rise [Why]
            the war went on => prices rise [Why]"#]],
    );
}

#[test]
fn one_result_is_of_the_bullet_above() {
    check_note(
        "# Army\n\n## Reform\n- 107: the consul enrols the poor\n- Result: soldiers look to him for land\n",
        &expect!["the consul enrols the poor => soldiers look to him for land [Result]"],
    );
}
