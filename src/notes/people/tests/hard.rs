//! Names that are hard to tell: rulers of one name, Arabic articles, nicknames, authors of studies.

use expect_test::{Expect, expect};

/// Reads `note` and shows each person with all names and the lines that mean them.
fn check(note: &str, expected: &Expect) {
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
