//! Strangers told by what only people do, other spellings and other names of one person, and what is nobody.

use super::hard::check;
use expect_test::expect;

#[test]
fn by_whom_of_whom_and_under_whom() {
    check(
        "- the bank was saved by Velnak at the last minute\n- the murder of Torvan shocked them\n- the rebels under Zubrow lost\n- she married Keldar in spring\n- painters such as Ravik\n- Leader: Pozmar\n- according to Dolgar it was fate\n- *The Long Road* (1920) by Mervat\n",
        &expect![[r#"
            Velnak: 1
            Torvan: 2
            Zubrow: 3 4
            Keldar: 4
            Ravik: 5
            Pozmar: 6
            Dolgar: 7
            Mervat: 8
        "#]],
    );
}

#[test]
fn what_is_somebodys_and_who_somebody_is() {
    check(
        "- Velnak's memoirs sold well\n- Torvan, a priest from the north, agreed\n- Zubrow (PM) agreed\n- Keldar became chancellor\n- Ravik published his findings\n- Pozmar (1830-1910) was a painter\n- Dolgar won the election\n- Mervat, *The Long Road*, 1920\n- Lipkan the postmaster saw him\n",
        &expect![[r#"
            Velnak: 1
            Torvan: 2
            Zubrow: 3
            Keldar: 4
            Ravik: 5
            Pozmar: 6
            Dolgar: 7
            Mervat: 8 9
        "#]],
    );
}

#[test]
fn places_and_things_do_the_same_and_are_nobody() {
    check(
        "- Guanajo was taken and the army under Velnan marched on\n- they sacked Brestovo\n- Zapatismo grew\n- Kolvan revolted\n- the Jay Cooke & Co. bank\n- *De Rerum Varietate* sold well\n- founded on St Patricks day at St Mary's\n- A-H was weak, PEEL paragraphs\n- B. Robber barons\n- Brown II (1955) was vague\n- Kaiser abdicates, Kaiser flees\n- Brady came in his Adler car\n",
        &expect![[r#"
            Velnan: 1
            Jay Cooke: 5
            Brady: 12
        "#]],
    );
}

#[test]
fn initials_months_peoples_and_particles_of_names() {
    check(
        "- PW Botha and FW de Klerk ruled\n- Mondrian and August Macke painted\n- Norman Bethune saw it with Christian Schad\n- the shooting of vom Rath\n- Amr ibn al-As took Egypt and Al-Umari wrote of it\n- Booker T. Washington spoke to Elijah Muhammad March 1964\n- Röntgen X rays\n",
        &expect![[r#"
            PW Botha: 1
            FW de Klerk: 1
            Mondrian: 2
            August Macke: 2
            Christian Schad: 3
            vom Rath: 4
            Amr ibn al-As: 5
            Al-Umari: 5
            Booker T. Washington: 6
            Elijah Muhammad: 6
            Röntgen: 7
        "#]],
    );
}

#[test]
fn a_numeral_ends_its_sentence() {
    check(
        "- the throne went to Fyodor I. Dmitry fled\n- he painted Composition V. Gabriele Münter liked it\n- Aga Khan III spoke\n",
        &expect![[r#"
            Fyodor I: 1
            Dmitry: 1
            Gabriele Münter: 2
            Aga Khan III: 3
        "#]],
    );
}

#[test]
fn one_person_by_many_names() {
    check(
        "- Khufu (Cheops) built it\n- al-Mamun founded it, and al-Ma'mun paid\n- Saladin / Salah al-Din won\n- Babur (r. 1526–30), called \"the Tiger\", came\n- Tipu Sultan \"Tiger of Mysore\" fell\n- Ptolemy VIII (\"Physcon\" = fat) ruled. Ptolemy XII Auletes was his kin, Auletes fled\n- Catherine of Aragon came, Catherine of Aragorn died\n- John Dudley (Northumberland) took over. Northumberland lost\n- Edward Seymour made himself Lord Protector Somerset\n- Mies van der Rohe came, then Mies left\n#OConnell Daniel O'Connell spoke\n",
        &expect![[r#"
            Khufu = Cheops: 1 1
            al-Mamun = al-Ma'mun: 2 2
            Salah al-Din = Saladin: 3 3
            Babur = Tiger = the Tiger: 4
            Tipu Sultan = Tiger of Mysore: 5 5
            Ptolemy VIII = Physcon: 6 6
            Ptolemy XII Auletes = Auletes = Ptolemy XII: 6 6
            Catherine of Aragon = Catherine of Aragorn: 7 7
            John Dudley = Northumberland: 8 8 8
            Edward Seymour = Somerset = Lord Protector Somerset: 9 9
            Mies van der Rohe = Mies: 10 10
            Daniel O'Connell = #OConnell: 11 11
        "#]],
    );
}

#[test]
fn a_link_shows_what_somebody_is_called() {
    check(
        "- Maximilien Robespierre spoke. [[Maximilien Robespierre|The Incorruptible]] lost\n",
        &expect![[r#"
            Maximilien Robespierre = The Incorruptible: 1 1
        "#]],
    );
}

#[test]
fn namesakes_stay_apart() {
    check(
        "- Ephialtes showed the path\n- Ephialtes (a different one) led the poor\n- Muhammad died in 632\n- Muhammad ibn Qasim took Sind\n- Captain O'Shea sued Kitty O'Shea\n- Miguel Primo de Rivera fell, José Antonio Primo de Rivera was shot\n- Lenin's brother Alexander Ulyanov hanged\n",
        &expect![[r#"
            Ephialtes: 1
            Ephialtes: 2
            Muhammad: 3
            Muhammad ibn Qasim: 4
            Captain O'Shea = O'Shea: 5
            Kitty O'Shea: 5
            Miguel Primo de Rivera: 6
            José Antonio Primo de Rivera: 6
            Lenin: 7
            Alexander Ulyanov: 7
        "#]],
    );
}

#[test]
fn a_bare_ruler_is_the_one_named_next() {
    check(
        "# From Ivan IV to Nicholas II\n- nobody knew whether Nicholas was tsar. Nicholas I hanged five\n\n# Cleopatra\n\n## Cleopatra VII\n- Cleopatra fled\n- Cleopatra Selene lived\n",
        &expect![[r#"
            Ivan IV: 1
            Nicholas II: 1
            Nicholas I = Nicholas: 2 2
            Cleopatra VII = Cleopatra: 4 6 7
            Cleopatra Selene: 8
        "#]],
    );
}

#[test]
fn a_surname_that_is_a_word_is_who_was_named_in_full() {
    check(
        "- John Law sold shares\n\n- Law fled France\n",
        &expect![[r#"
            John Law = Law: 1 3
        "#]],
    );
}

#[test]
fn kin_and_readings() {
    check(
        "- JFK phones Coretta\n- he was shot with Alexandra and the children\n- the husband of Fatima\n- Lyonel Feininger's cathedral\n\nReading: Figes, Natasha's Dance\n",
        &expect![[r#"
            JFK: 1 2
            Coretta: 1
            Alexandra: 2
            Fatima: 3
            Lyonel Feininger: 4
        "#]],
    );
}

#[test]
fn a_compound_ends_before_the_next_name() {
    check(
        "- The pro-Chiang Mao Renfeng wrote it. Chiang was angry.\n- The anti-Franklin Roosevelt press wrote more.\n",
        &expect![[r#"
            Chiang: 1 1
            Mao Renfeng: 1
            Franklin Roosevelt: 2
        "#]],
    );
}
