//! What brackets, quotations and other words right after a name say that its bearer is called.

use super::hard::check;
use expect_test::expect;

#[test]
fn brackets_hold_other_names() {
    check(
        "- Artaxerxes III (Umasu, A3) reigned. Demetrius (Poliorcetes) fought.\n- Francis I (F1) ruled. Mary Queen of Scots (MQS) fled. Robert Baden-Powell (B-P) held out.\n- Robespierre (Danton) fell. Attlee (Labour) won. Picasso (\"Guernica\") painted. Machiavelli (\"The Prince\") wrote.\n",
        &expect![[r#"
            Artaxerxes III = Umasu = A3: 1 1
            Demetrius = Poliorcetes: 1 1
            Francis I = F1: 2 2
            Mary Queen of Scots = MQS: 2 2
            Robert Baden-Powell = B-P: 2
            Robespierre: 3
            Danton: 3
            Attlee: 3
            Picasso: 3
            Machiavelli: 3
        "#]],
    );
}

#[test]
fn words_in_brackets_announce_another_name() {
    check(
        "- Sally Ride (call sign Raven, \"Tomboy\") flew. Jiang Qing (Madame Mao, stage name Lan Ping) acted.\n- Lord Irwin (the later Lord Halifax) gave in. Tecumseh in 1805 (real name Joseph Tanner) rose.\n- Inoue Kaoru (was Shiji Monta) went abroad. Gladstone (the Grand Old Man) dithered.\n",
        &expect![[r#"
            Sally Ride = Raven = Tomboy: 1 1 1
            Jiang Qing = Mao = Lan Ping = Madame Mao: 1 1 1
            Lord Irwin = Irwin = Halifax = Lord Halifax: 2 2
            Joseph Tanner = Tecumseh: 2 2
            Inoue Kaoru = Shiji Monta: 3 3
            Gladstone = Grand Old Man = the Grand Old Man: 3 3
        "#]],
    );
}

#[test]
fn quotations_say_what_somebody_is() {
    check(
        "- Carnot = \"Organiser of Victory\". Thomas Glover, the \"Scottish Samurai\", sold rifles.\n- Dorothea Dix, \"Angel of Mercy\", nursed. Luther, \"Ninety-five Theses\", 1517.\n- Orders (John Talbot, \"Old Talbot\", killed). \"Apis\" = Col. Dragutin Dimitrijević.\n- Strafford (Thomas Wentworth, \"Black Tom Tyrant\") died. Thomas Fairfax (also \"Black Tom\") won.\n",
        &expect![[r#"
            Carnot = Organiser = Organiser of Victory: 1 1
            Thomas Glover = Scottish Samurai: 1
            Dorothea Dix = Angel = Angel of Mercy: 2 2
            Luther: 2
            John Talbot = Old Talbot: 3 3
            Dragutin Dimitrijević = Apis = Col. Dragutin Dimitrijević: 3 3
            Thomas Wentworth = Strafford = Black Tom = Black Tom Tyrant: 4 4 4 4
            Thomas Fairfax = Black Tom: 4
        "#]],
    );
}

#[test]
fn somebody_calls_himself_or_is_called() {
    check(
        "- Pugachev called himself Peter III. Geoffrey Litster called himself King of the Commons until he fell.\n- Bal Tilak, whom his fans called Lokmanya, wrote. Thomas Jackson gets called **Stonewall**.\n- Stalin called Trotsky a traitor. Nixon called Congress back.\n- Henry Morton Stanley real name John Rowlands, b. Wales. Baldwin of Boulogne was crowned Baldwin I.\n",
        &expect![[r#"
            Peter III = Pugachev: 1 1
            Geoffrey Litster = King of the Commons: 1
            Bal Tilak = Lokmanya: 2 2
            Thomas Jackson = Stonewall: 2 2
            Stalin: 3
            Trotsky: 3
            Nixon: 3
            Henry Morton Stanley = John Rowlands: 4 4
            Baldwin of Boulogne = Baldwin I: 4 4
        "#]],
    );
}

#[test]
fn titles_behind_a_name_may_be_written_small() {
    check(
        "- George Villiers, duke of Buckingham, fell. Thomas Percy (earl of Northumberland) rose.\n- Elizabeth Barton, the Nun of Kent, was hanged. Robert Lee, the Battle of Gettysburg, 1863.\n",
        &expect![[r#"
            George Villiers = Buckingham = duke of Buckingham: 1 1
            Thomas Percy = earl of Northumberland: 1 1
            Elizabeth Barton = Nun of Kent: 2 2
            Robert Lee: 2
        "#]],
    );
}

#[test]
fn one_name_is_written_in_two_ways() {
    check(
        "- Cimon won. Kimon smashed the Persians. Nur ad-Din ruled. After Nur ad-Dins death all changed.\n- Anthony Eden resigned. Lady Eden wept. Mrs Thatcher won.\n- Motilal Nehru wrote. Nehru went to jail. Jawaharlal Nehru flew the flag. Nehru spoke.\n- a marriage to Elizabeth Woodville (1464)\n",
        &expect![[r#"
            Cimon = Kimon: 1 1
            Nur ad-Din = Nur ad-Dins: 1 1
            Anthony Eden: 2
            Lady Eden: 2
            Mrs Thatcher = Thatcher: 2
            Motilal Nehru: 3
            Jawaharlal Nehru = Nehru: 3 3 3
            Elizabeth Woodville: 4
        "#]],
    );
}

#[test]
fn possessives_without_an_apostrophe_are_names_too() {
    check(
        "- Lenin came back. Lenins Testament came too late. Oliver Cromwell won. Cromwells Ironsides charged.\n- Lester Pearsons idea won. King Leopold II of Belgium wanted cake. Johns Hopkins was rich.\n",
        &expect![[r#"
            Lenin = Lenins: 1 1
            Oliver Cromwell = Cromwells: 1 1
            Lester Pearson = Lester Pearsons: 2
            King Leopold II of Belgium = Leopold II of Belgium = King Leopold II: 2
            Johns Hopkins: 2
        "#]],
    );
}

#[test]
fn one_letter_stands_for_who_is_named_often() {
    check(
        "- Hannibal crossed the Alps. Hannibal won. Hannibal went home.\n- in Italy H. never lost a battle. The Romans feared H.\n- see vitamin H. The H. Jones plan. Who was N.?\n",
        &expect![[r#"
            Hannibal = H.: 1 1 1 2
        "#]],
    );
}

#[test]
fn what_is_said_to_be_a_thing_is_nobody() {
    check(
        "- Mary Rose = ship, sank in 1545. Kubla Khan is the poem. Cruiser Aurora fired.\n- General Gordon fell. He never met the Gordon Highlanders. Wilhelm was a painter.\n",
        &expect![[r#"
            General Gordon = Gordon: 2
            Wilhelm: 2
        "#]],
    );
}

#[test]
fn nothing_behind_a_cue_names_nobody() {
    check(
        "- Bal Tilak, whom his fans called\n- Lord Irwin (the later\n- Kublai aka\n",
        &expect![[r#"
            Bal Tilak: 1
            Lord Irwin = Irwin: 2
            Kublai: 3
        "#]],
    );
}

#[test]
fn a_well_known_name_is_known_in_the_possessive_and_by_its_tag() {
    check(
        "- Stalins death made them less sure. The Lenins of the world. Borders stayed.\n\n#Stalin #Truman\n",
        &expect![[r#"
            Stalin = Stalins = #Stalin: 1 3
            Truman = #Truman: 3
        "#]],
    );
}

#[test]
fn a_bare_surname_makes_no_namesake_of_who_bears_it() {
    check(
        "- Winfield Scott won. Dred Scott sued his master.\n- Roger Taney decided against Scott.\n",
        &expect![[r#"
            Winfield Scott: 1
            Dred Scott = Scott: 1 2
            Roger Taney: 2
        "#]],
    );
}

#[test]
fn an_s_behind_a_link_is_no_part_of_the_name() {
    check(
        "- The plan of [[Otto Ebert]]s cabinet failed. Ebert tried again.\n- **Bismarck**s army won.\n- See [[Johns]].\n",
        &expect![[r#"
            Otto Ebert = Ebert: 1 1
            Bismarck: 2
            Johns: 3
        "#]],
    );
}

#[test]
fn the_time_of_somebody_names_him() {
    check(
        "Warren G. Harding Presidency\n\n- Harding was tired.\n- The Harding Presidency ended. The Warren Harding Bridge was built.\n- Mary, Queen of the Franks fled.\n",
        &expect![[r#"
            Warren G. Harding = Harding: 1 3 4
            Mary, Queen of the Franks = Mary: 5
        "#]],
    );
}
