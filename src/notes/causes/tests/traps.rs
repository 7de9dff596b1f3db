//! Sentences that state no cause, although they look like it.

use expect_test::expect;

use super::{check_note, check_sentences};

#[test]
fn denials_state_no_cause() {
    check_sentences(
        "
        The treaty did not lead to peace. || none
        The comet never caused any harm. || none
        The war was not caused by nationalism. || none
        They lost, not because of the weather. || none
        The talks ended without leading to a treaty. || none
        The drug doesn't cause side effects. || none
        No single event caused the war. || none
        The strike failed to trigger a revolution. || none
        A bill required that employers and workers contribute to insurance. || none
        ",
    );
}

#[test]
fn who_came_after_whom_is_no_cause() {
    check_sentences(
        "
        Dalton → Rutherford → Bohr || none
        Tiberius 14-37 AD -> Caligula 37-41 -> Nero 54-68 || none
        ",
    );
}

#[test]
fn concessions_state_no_cause() {
    check_sentences(
        "
        Although the army was small, it won. || none
        Despite heavy losses, the attack went on. || none
        While Britain ruled the seas, France ruled the land. || none
        Even though it rained, the harvest was good. || none
        In spite of the ban, people drank. || none
        ",
    );
}

#[test]
fn conditions_and_what_ifs_state_no_cause() {
    check_sentences(
        "
        If the bridge had held, it would have led to victory. || none
        If prices rise, this leads to lower demand. || none
        A shot on the border would have led to war. || none
        Had he lived, his reforms might have caused a split. || none
        They feared that a strike could lead to revolution. || none
        He warned that cuts would cause unrest. || none
        Unless it rains, the heat will cause fires. || none
        Might the alliance have led to war? || none
        Did the treaty cause the war? || none
        ",
    );
}

#[test]
fn as_in_roles_and_comparisons_states_no_cause() {
    check_sentences(
        "
        As Foreign Secretary he pushed hardest to stay. || none
        He served as consul in 59 BC. || none
        As king of Prussia, Frederick wrote music. || none
        Rome was as strong as Carthage. || none
        Crops such as wheat and rye were grown. || none
        Taxes rose as well as rents. || none
        No state became too strong, as Spain had been. || none
        The city fell, as Livy says. || none
        As Marx argued, capital concentrates. || none
        The same rights as men had were demanded. || none
        He was known as the Sun King. || none
        It acts as a catalyst. || none
        As mentioned above, the tsar refused. || none
        As early as 1900 the plan was ready. || none
        He ruled as if he were a god. || none
        The church was used as a stable. || none
        As time went on, the walls crumbled. || none
        He did as he was told. || none
        As of 1950, the law applied everywhere. || none
        ",
    );
}

#[test]
fn since_as_a_time_states_no_cause() {
    check_sentences(
        "
        Germany has been divided since 1945. || none
        Since then, nothing has changed. || none
        Since the war ended, prices have doubled. || none
        Since March the port was closed. || none
        It was the worst flood since the great storm. || none
        Ever since the king died, the nobles had plotted. || none
        ",
    );
}

#[test]
fn so_that_joins_nothing_states_no_cause() {
    check_sentences(
        "
        The walls were built so that nobody could leave. || none
        So far the plan had worked. || none
        He promised to pay and did so. || none
        It was not so simple. || none
        There were so many refugees. || none
        Women, children and so on were moved. || none
        They hoped so. || none
        The so-called reforms failed. || none
        He spoke so quickly. || none
        ",
    );
}

#[test]
fn nouns_that_look_like_verbs_state_no_cause() {
    check_sentences(
        "
        The causes are listed below. || none
        He fought for the cause of freedom. || none
        The exam results in 1932 were poor. || none
        Forced labour was common in the camps. || none
        Lee led his army to attack the ridge. || none
        She led the crowd to storm the palace. || none
        f :: Int -> Int || none
        They set off for the coast. || none
        Effects → the company was abolished || The Topic => the company was abolished [Effects]
        The party was down to 12 seats. || none
        The town lies in a valley. || none
        The leading to his room was long. || none
        The force of the wind is measured in newtons. || none
        A spark plug is part of the engine. || none
        The prompt arrival of the police helped. || none
        The trigger was pulled. || none
        He was concerned about the effects of the war on trade. || none
        The train was due to arrive at noon. || none
        He was forced to resign. || none
        He was led to believe in ghosts. || none
        The road led to Rome. || none
        It was meant to last. || none
        Pax means peace in Latin. || none
        The damage caused in 1940 was never repaired. || none
        Pompey led about 60 senators. || none
        He pushed the door open. || none
        The word meant king. || none
        ",
    );
}

#[test]
fn purposes_state_no_cause() {
    check_sentences(
        "
        He wanted to cause trouble. || none
        They met in order to trigger a vote. || none
        Taxes were raised to pay for the war. || none
        ",
    );
}

#[test]
fn arrows_that_join_no_statements_state_no_cause() {
    check_sentences(
        r"
        File → Save as → PDF || none
        Settings -> Privacy -> Location || none
        as $x \to 0$ || none
        x → y || none
        10 → 20 || none
        see → [[Other note]] || none
        A <-> B are equivalent || none
        war ↔ revolution || none
        fn read(path: &str) -> Note || none
        44 BC → Caesar murdered || none
        March -> famine || none
        late 1950s → crisis || none
        ",
    );
}

#[test]
fn plain_statements_state_no_cause() {
    check_sentences(
        "
        Octavian becomes Augustus and dies in 14 AD. || none
        After the war, women got the vote. || none
        Then the king fled to Varennes. || none
        Photosynthesis takes place in chloroplasts. || none
        A democracy is a state ruled by its people. || none
        Hence the name Thermopylae, the hot gates. || none
        The mayor opened the bridge on 4 May 1932. || none
        The war began in 1618 when the king tried to impose his faith. || none
        ",
    );
}

#[test]
fn other_names_manner_and_what_only_shows_are_no_causes() {
    check_sentences(
        "
        Gold Coast -> Ghana, Belgian Congo -> Zaire || none
        The small council governed as it could under the truce. || none
        The pledge was fulfilled by provoked raids. || none
        Most men were pardoned (as oposed to none). || none
        As the earl watched the coast until May when he was forced to return the fleet to port. || none
        He marched with his men, leading them to battle. || none
        ",
    );
    check_note(
        "- Other factors that signaled the end of the guild\n    - Tolls were raised\n- The factors that caused the riot were:\n    - Bread was dear\n",
        &expect!["Bread was dear => the riot [The factors]"],
    );
}

#[test]
fn what_the_writer_does_is_no_history() {
    check_sentences(
        "
        Since I forget names, I'll list them here. || none
        The text book is long, so I only read a part. || none
        Everyone writes about the dukes, so here are the weavers. || none
        ",
    );
}

#[test]
fn degrees_proofs_and_near_misses_are_no_causes() {
    check_sentences(
        "
        The duke, had a cough so bad he was carried to bed. || none
        The guard fought for pay, as the siege showed. || none
        Trade mattered less as the order of the towns and if one fell they all did. || none
        The tax nearly caused a war. || none
        ",
    );
    check_note(
        "# Bern\n- started a quarrel with the guilds\n\t- Later forced back into talks after a fine\n",
        &expect![[r#""#]],
    );
}

#[test]
fn remarks_and_meanings_are_no_causes() {
    check_sentences(
        "
        It's funny because they were allies before. || none
        The priests prayed as they chose in private. || none
        He had the right of \"sanctuary\", which means he was safe in church. || none
        force feeding in prison -> public anger || force feeding in prison => public anger [->]
        ",
    );
    check_note(
        "---\ntitle: Key terms - manors\n---\n\ndemesne → land kept by the lord\nboon work → labour at harvest\n",
        &expect![[""]],
    );
}
