//! Phrases in which students say that one thing came of another.

use expect_test::expect;

use super::{check_note, check_sentences};

#[test]
fn phrases_that_say_what_came_of_a_thing() {
    check_sentences(
        "
        The salt tax sparked off a revolt. || The salt tax => a revolt [sparked off]
        The revolt was triggered off by the tax. || the tax => The revolt [triggered off by]
        The tax sowed the seeds of war. || The tax => war [sowed the seeds of]
        The truce set the stage for a new war. || The truce => a new war [set the stage for]
        The truce opened the door to reform. || The truce => reform [opened the door to]
        The fall of Lens can be traced back to treason. || treason => The fall of Lens [traced back to]
        Lens fell due in large part to hunger. || hunger => Lens fell [due in large part to]
        Lens fell due mainly to hunger. || hunger => Lens fell [due mainly to]
        The league was formed off the back of the tax. || the tax => The league was formed [off the back of]
        ",
    );
}

#[test]
fn verbs_between_the_cause_and_its_verb_are_no_part_of_it() {
    check_sentences(
        "
        The tax ended up causing a revolt. || The tax => a revolt [causing]
        The tax went on to cause a revolt. || The tax => a revolt [cause]
        The duke's greed is to blame for the war. || The duke's greed => the war [blame for]
        ",
    );
}

#[test]
fn two_halves_of_a_reason_have_one_effect() {
    check_sentences(
        "
        Lens fell partly because the wells ran dry, partly because of treason. || the wells ran dry => Lens fell [because] || treason => Lens fell [because of]
        The valley was rich. They were different because they had no lord. || they had no lord => They were different [because]
        ",
    );
}

#[test]
fn an_arrow_goes_on_from_a_quotation_or_a_paper() {
    check_sentences(
        "
        The miller: \"If we pay we starve.\" → a march on the castle || \"If we pay we starve.\" => a march on the castle [→]
        Grain riots -> Autumn Manifesto -> Assembly || Grain riots => Autumn Manifesto [->] || Autumn Manifesto => Assembly [->]
        ",
    );
}

#[test]
fn bullets_go_on_from_the_one_they_hang_on() {
    check_note(
        "# Salt\n- The duke doubled the tax\n\t- Which means, the towns rebelled\n- The pamphlet sold well in the north\n\t- A key reason why the north kept out of the war\n- **The pamphlet** came out in 1852\n\t- Written in response to the tax\n",
        &expect![[r#"
            The duke doubled the tax => the towns rebelled [means]
            The pamphlet sold well in the north => the north kept out of the war [reason]
            the tax => The pamphlet came out in 1852 [in response to]"#]],
    );
}

#[test]
fn what_points_back_may_be_stressed() {
    check_sentences(
        "
        Wages were cut, that's the main reason the mills stood still. || Wages were cut => the mills stood still [that's the main reason]
        Wages were cut. This was the main reason for the strike. || Wages were cut => the strike [This was the main reason for]
        The duke doubled the tax, this is what sparked the revolt. || The duke doubled the tax => the revolt [sparked]
        The duke was shot. That's what led to the war. || The duke was shot => the war [led to]
        The guild built a canal. That's how Ghent became rich. || The guild built a canal => Ghent became rich [That's how]
        The looms were broken. A rumour set it off. || A rumour => The looms were broken [set it off]
        At dawn they set off for Ghent. || none
        ",
    );
}

#[test]
fn what_follows_may_end_its_clause() {
    check_sentences(
        "
        The bank closed. The mayor stood down as a result, his son took over. || The bank closed => The mayor stood down [as a result]
        The queen called in the loan, Otto seized the port in response. || The queen called in the loan => Otto seized the port [in response]
        The bank closed. The guild was, as a result, banned. || The bank closed => The guild was, as a result, banned [as a result]
        light carts so could cross the bog || light carts => could cross the bog [so]
        Ada was rich and so was Otto. || none
        ",
    );
}

#[test]
fn adverbs_and_names_do_not_hide_the_cause() {
    check_sentences(
        "
        The riot, actually the result of a rumour, was put down. || a rumour => The riot [result]
        The bank closed. The riot partly a result of this || The bank closed => The riot [result]
        Because of this quarrel Ivo and his brothers were banished. || this quarrel => Ivo and his brothers were banished [Because of]
        row with the abbot re: tithes → fine || row with the abbot re: tithes => fine [→]
        ",
    );
}

#[test]
fn hurried_words_tell_causes_too() {
    check_sentences(
        "
        the abbey survived thx to the weavers || the weavers => the abbey survived [thx to]
        the slump of 1831 came from lending too freely || lending too freely => the slump of 1831 [came from]
        the settlers came from surrounding villages || none
        the tithe kicked off the rising || the tithe => the rising [kicked off]
        the games kicked off in May || none
        the frost brought on a famine || the frost => a famine [brought on]
        the duke fled cuz guards deserted || guards deserted => the duke fled [cuz]
        The toll was the reason the guilds rose. || The toll => the guilds rose [reason]
        The abbot freed the serfs. A riot was the result. || The abbot freed the serfs => A riot [result]
        Hale provoked a strike when he raised the rents. || he raised the rents => a strike [provoked]
        Grain Board 1801 (response to the dearth) || the dearth => Grain Board 1801 [response to]
        ",
    );
}
