//! Names that are hard to tell: rulers of one name, Arabic articles, nicknames, authors of studies.

use expect_test::{Expect, expect};

/// Reads `note` and shows each person with all names and the lines that mean them.
pub(super) fn check(note: &str, expected: &Expect) {
    let note = crate::notes::read("note.md", note);
    let mut shown = String::new();
    for person in &note.people {
        let names = [vec![person.name.clone()], person.aliases.clone()].concat();
        let lines: Vec<String> = person
            .mentions
            .iter()
            .map(|mention| mention.line.to_string())
            .collect();
        shown.push_str(&format!("{}: {}\n", names.join(" = "), lines.join(" ")));
    }
    expected.assert_eq(&shown);
}

#[test]
fn a_bare_name_means_the_ruler_whose_section_it_stands_in() {
    check(
        "## Henry VII\n- Henry was careful with money\n\n## Henry VIII\n- Henry spent it\n- Francis I met Henry in 1520\n",
        &expect![[r#"
            Henry VII = Henry: 1 2
            Henry VIII = Henry: 4 5 6
            Francis I: 6
        "#]],
    );
}

#[test]
fn realms_are_part_of_the_name() {
    check(
        "- Mary Queen of Scots fled to England\n- Mary, Queen of Scots was executed in 1587\n- the Duke of Medina Sidonia led the Armada\n- John of the Cross wrote poems\n",
        &expect![[r#"
            Mary Queen of Scots = Mary, Queen of Scots: 1 2
            Duke of Medina Sidonia: 3
            John of the Cross: 4
        "#]],
    );
}

#[test]
fn arabic_articles_and_sons_are_part_of_the_name() {
    check(
        "- Nur ad-Din ruled Aleppo\n- Ibn al-Haytham wrote about optics\n- Hassan-i Sabbah led the Assassins\n- Avicenna (= Ibn Sina) wrote about medicine, Averroes (Ibn Rushd) about Aristotle\n",
        &expect![[r#"
            Nur ad-Din: 1
            Ibn al-Haytham: 2
            Hassan-i Sabbah: 3
            Avicenna = Ibn Sina: 4 4
            Averroes = Ibn Rushd: 4 4
            Aristotle: 4
        "#]],
    );
}

#[test]
fn nicknames_go_to_whom_they_mean() {
    check(
        "- Mohandas Karamchand Gandhi came back in 1915\n- The Mahatma fasted\n- Dwight D. Eisenhower won in 1952, everybody liked Ike\n- Maos plan failed, Mao blamed the weather\n",
        &expect![[r#"
            Mohandas Karamchand Gandhi = Mahatma: 1 2
            Dwight D. Eisenhower = Ike: 3 3
            Mao = Maos: 4 4
        "#]],
    );
}

#[test]
fn authors_of_studies_are_people() {
    check(
        "- Atkinson & Shiffrin (1968) have three stores\n- Rukmini and Pattanaik (1998): children\n- Suez (1956)\n",
        &expect![[r#"
            Atkinson: 1
            Shiffrin: 1
            Rukmini: 2
            Pattanaik: 2
        "#]],
    );
}

#[test]
fn who_holds_an_office_later_is_another() {
    check(
        "- First wife Khadija, later Aisha\n- Temujin, later Genghis Khan, united the tribes\n",
        &expect![[r#"
            Khadija: 1
            Aisha: 1
            Genghis Khan = Temujin: 2 2
        "#]],
    );
}

#[test]
fn places_and_compounds_beside_a_name_end_it() {
    check(
        "- Adorno F-scale\n- Washington, D.C. is a city\n- Golgi apparatus, Punnett squares\n- Kennedy-era politics\n",
        &expect![[r#"
            Adorno: 1
        "#]],
    );
}

#[test]
fn names_put_together_from_common_words_are_names() {
    check(
        "- Santa Anna lost Texas\n- El Cid took Valencia\n- Sitting Bull fought at Little Bighorn\n",
        &expect![[r#"
            Santa Anna: 1
            El Cid: 2
            Sitting Bull: 3
        "#]],
    );
}

#[test]
fn a_peer_is_who_the_note_says_and_goes_by_the_place() {
    check(
        "- Henry Tudor, Earl of Richmond, won in 1485 and became Henry VII\n- John Dudley, Earl of Warwick and later Duke of Northumberland, took over. Northumberland had Lady Jane Grey crowned, Lady Jane reigned nine days\n- The Duke of Norfolk (Thomas Howard) hated Cromwell. Norfolk pushed his niece, rebels rose in Norfolk\n- Arthur Wellesley, later the Duke of Wellington, beat Marmont\n- William Cecil (Lord Burghley from 1571) served Elizabeth I\n",
        &expect![[r#"
            Henry Tudor = Earl of Richmond = Henry VII = Henry Tudor, Earl of Richmond: 1 1 1
            John Dudley = Earl of Warwick = Duke of Northumberland = Northumberland = John Dudley, Earl of Warwick: 2 2 2 2
            Jane Grey = Jane = Lady Jane = Lady Jane Grey: 2 2
            Thomas Howard = Duke of Norfolk = Norfolk: 3 3 3
            Cromwell: 3
            Arthur Wellesley = Duke of Wellington: 4 4
            Marmont: 4
            William Cecil = Burghley = Lord Burghley: 5 5
            Elizabeth I: 5
        "#]],
    );
}

#[test]
fn titles_hyphens_umlauts_and_bynames_name_the_same_person() {
    check(
        "- Thomas Wolsey rose. Cardinal Wolsey fell\n- Marie Antoinette came, Marie-Antoinette fled\n- Wilhelm Röntgen saw the rays. Roentgen got the prize\n- Maximilien Robespierre aka \"the Incorruptible\"\n- J. Robert Oppenheimer (\"Oppie\") led it. Picasso (\"Guernica\") painted\n- Mary I, \"Bloody Mary\", reigned. Mary Tudor was Catholic\n- Louis XVI's treasury was empty. Louis XVI died in 1793\n- Mark Antony (Marcus Antonius) spoke\n- General Napoleon Bonaparte came from Corsica. In 1804 he became Emperor Napoleon I\n",
        &expect![[r#"
            Thomas Wolsey = Wolsey = Cardinal Wolsey: 1 1
            Marie Antoinette = Marie-Antoinette: 2 2
            Wilhelm Röntgen = Roentgen: 3 3
            Maximilien Robespierre = Incorruptible = the Incorruptible: 4 4
            J. Robert Oppenheimer = Oppie: 5 5
            Picasso: 5
            Mary Tudor = Mary I = Mary = Bloody Mary: 6 6 6
            Louis XVI: 7 7
            Mark Antony = Marcus Antonius: 8 8
            Napoleon Bonaparte = Napoleon I = Emperor Napoleon I = General Napoleon Bonaparte: 9 9
        "#]],
    );
}

#[test]
fn rulers_with_and_without_their_numeral_are_one_and_two_numerals_are_two() {
    check(
        "- Victor Emmanuel II ruled Piedmont. Victor Emmanuel met Garibaldi. Victor Emanuel left\n- King Wilhelm I reigned\n- Wilhelm II (Kaiser Bill) sacked Otto von Bismarck. Bismark left\n- Giuseppe Mazzini, known as the Hero of Two Worlds, wrote\n- Emperor Meiji (personal name Mutsuhito) moved\n",
        &expect![[r#"
            Victor Emmanuel II = Victor Emmanuel = Victor Emanuel: 1 1 1
            Garibaldi = Hero of Two Worlds: 1 4
            King Wilhelm I = Wilhelm I: 2
            Wilhelm II = Bill = Kaiser Bill: 3 3
            Otto von Bismarck = Bismark: 3 3
            Giuseppe Mazzini = Hero of Two Worlds = the Hero of Two Worlds: 4
            Emperor Meiji = Meiji = Mutsuhito: 5 5
        "#]],
    );
}

#[test]
fn bynames_and_later_names_are_the_same_person() {
    check(
        "- Scipio (from then on Scipio Africanus) defeats Hannibal.\n- Fabius Maximus (\"the Delayer\") avoided battle. Niccolò Machiavelli (\"The Prince\") wrote.\n- Karol Wojtyla, the future John Paul II, was ordained.\n- Temujin took the title Genghis Khan.\n- Siddhartha Gautama became known as the Buddha.\n- Andrew Jackson was nicknamed \"Old Hickory\".\n- Emperor Komei died. His son Mutsuhito (later known as the Meiji Emperor) was 14.\n- The Wall St Crash ruined them. Pres. Ebert resigned.\n",
        &expect![[r#"
            Scipio Africanus = Scipio: 1 1
            Hannibal: 1
            Fabius Maximus = Delayer = the Delayer: 2 2
            Niccolò Machiavelli: 2
            John Paul II = Karol Wojtyla: 3 3
            Genghis Khan = Temujin: 4 4
            Siddhartha Gautama = Buddha = the Buddha: 5 5
            Andrew Jackson = Old Hickory: 6 6
            Emperor Komei = Komei: 7
            Mutsuhito = Meiji Emperor = the Meiji Emperor: 7 7
            Pres. Ebert = Ebert: 8
        "#]],
    );
}

#[test]
fn a_pronoun_after_one_that_cannot_be_followed_is_left_open() {
    check(
        "Charles Darwin was born in Shrewsbury. His grandfather Erasmus Darwin wrote too. In 1831 he sailed with Robert FitzRoy. He came home in 1836.\n\nRosa Parks kept her seat. She was arrested.\n",
        &expect![[r#"
            Charles Darwin: 1 1
            Erasmus Darwin: 1
            Robert FitzRoy: 1
            Rosa Parks: 3 3
        "#]],
    );
}
