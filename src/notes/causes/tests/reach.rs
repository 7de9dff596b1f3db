//! Who was forced or drawn into what, and lists below the reason of something.

use expect_test::expect;

use super::{check_note, check_sentences};

#[test]
fn somebody_is_drawn_into_a_war_by_a_thing_and_not_by_a_person() {
    check_sentences(
        "
        The murder of the duke led the guilds into war. || The murder of the duke => the guilds into war [led]
        The pact dragged Genoa into the First Salt War. || The pact => Genoa into the First Salt War [dragged]
        The raid on the port brought Genoa into the war. || The raid on the port => Genoa into the war [brought]
        He led his country into war. || none
        The queen drew the map to show the border. || none
        He pulled his men out of the war. || none
        ",
    );
}

#[test]
fn somebody_is_forced_away_and_a_deed_is_forced() {
    check_sentences(
        "
        The mob marched on the castle and forced the king back to Lens. || The mob => the king back to Lens [forced]
        Hunger forced many from their homes. || Hunger => many from their homes [forced]
        The duke cut off the water, forcing their surrender. || The duke cut off the water => their surrender [forcing]
        The strike forced the resignation of the mayor. || The strike => the resignation of the mayor [forced]
        Anna Bell forces Tom Reed to resign. || Anna Bell => Tom Reed to resign [forces]
        He needed gold: forced loan 1626, salt money from 1634 || none
        Built roads - forced nobles to pay for them || none
        Allied forces back in Lens met the mayor. || none
        ",
    );
}

#[test]
fn a_list_below_a_reason_tells_it_or_names_the_reasons() {
    check_note(
        "# The Salt War\n- Peace became hard because of a bad harvest:\n  - no rain\n  - mice\n\nIt was lost due to several factors:\n- old guns\n\nLens barely won because of 3 main reasons:\n- rain\n- gold\n\nReasons war broke out:\n- salt\n",
        &expect![[r#"
            a bad harvest => Peace became hard [because of]
            no rain => Peace became hard [because of]
            mice => Peace became hard [because of]
            old guns => It was lost [due to]
            rain => Lens barely won [because of]
            gold => Lens barely won [because of]
            salt => war broke out [Reasons]"#]],
    );
}

#[test]
fn a_kind_before_a_mark_is_no_effect() {
    check_note(
        "# Empire\n## Beginning of the salt trade\n- Economic - due to a surplus of fish\n- Politics: because of new ideas\n",
        &expect![[r#"
            a surplus of fish => Beginning of the salt trade [due to]
            new ideas => Beginning of the salt trade [because of]"#]],
    );
}

#[test]
fn slips_offices_and_remarks() {
    check_sentences(
        "
        The new plough let to better harvests. || The new plough => better harvests [let to]
        His time as mayor did not last, as he was shot. || he was shot => His time as mayor did not last [as]
        Help came too late as the duke cared more about salt. || the duke cared more about salt => Help came too late [as]
        The loss of its fleet was a subtle major reason for the fall of Lens. || The loss of its fleet => the fall of Lens [reason]
        He was shot as he had lied, his last words being few. || he had lied => He was shot [as]
        Two feuds that arose because of the toll were the Lens Feud and the Salt War. || the toll => the Lens Feud and the Salt War [because of]
        So there, that was the war. || none
        ",
    );
}
