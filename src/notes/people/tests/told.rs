//! Bynames that somebody has to others, as something or somewhere, and strangers whom the words around tell.

use super::check;
use expect_test::expect;

#[test]
fn a_byname_is_somebodys_to_others_or_somewhere() {
    check(
        r#"- Harald Brannow was made no lord, "Butch" to his crews

- Ruhan Bozkir left in spring. Cassettes were sold. "Imam" to followers

- Horace Vane, a lawyer, "Stumpy" as a kid, "Moose" in prison
"#,
        &expect![[r#"
            Harald Brannow = Butch
            Ruhan Bozkir = Imam
            Horace Vane = Stumpy, Moose
        "#]],
    );
}

#[test]
fn somebody_is_what_the_line_says_in_quotation_marks() {
    check(
        r#"Anna of Ostwick came in spring. At court she was "the Ostwick Woman".
"#,
        &expect![[r#"
            Anna of Ostwick = Ostwick Woman, the Ostwick Woman (he or she 1)
        "#]],
    );
}

#[test]
fn the_title_behind_a_given_name_is_its() {
    check(
        r#"Ferdinand, Lord Fosswick was the king's best friend. Lord Fosswick was beheaded.
"#,
        &expect![[r#"
            Ferdinand = Fosswick, Lord Fosswick, Ferdinand, Lord Fosswick
        "#]],
    );
}

#[test]
fn strangers_are_told_by_dates_lists_and_arrows() {
    check(
        r#"Shot 30 Mar 81 by Brinkley. He asked Dolgar for help and wrote to Pollin.

The lords: FitzHugh, de Morvan, le Brand

Henry I → Ghorvin → Henry II

Gen. v. Holden was no friend of v. Papen.

MIA chooses a new preacher. Dr King's house was bombed, Coretta + baby inside.
"#,
        &expect![[r#"
            Brinkley (he or she 1)
            Dolgar
            Pollin
            FitzHugh
            de Morvan
            Henry I
            Ghorvin
            Henry II
            Holden
            Papen
            Dr King = King
            Coretta
        "#]],
    );
}

#[test]
fn planes_and_the_like_are_nobody() {
    check(
        r#"- Hamilton = plane, Wilson = the tank
"#,
        &expect![""],
    );
}

/// Notes about one person, and two of their names.
const TOLD: &[(&str, &str, &str)] = &[
    (
        "- Josef Brandt wrote under the name Edward Holm.",
        "Josef Brandt",
        "Edward Holm",
    ),
    (
        "- Josef Brandt went by the name of Edward Holm.",
        "Josef Brandt",
        "Edward Holm",
    ),
    (
        "- Josef Brandt published as Edward Holm.",
        "Josef Brandt",
        "Edward Holm",
    ),
    (
        "- Edward Holm (pen name of Josef Brandt) wrote it.",
        "Edward Holm",
        "Josef Brandt",
    ),
    (
        "- Josef Brandt earned the nickname \"Scarface\".",
        "Josef Brandt",
        "Scarface",
    ),
    (
        "- Josef Brandt: nickname \"Scarface\"",
        "Josef Brandt",
        "Scarface",
    ),
    (
        "# Josef Brandt\n- nickname: Scarface",
        "Josef Brandt",
        "Scarface",
    ),
    (
        "# Josef Brandt\n**Also known as:** Edward Holm",
        "Josef Brandt",
        "Edward Holm",
    ),
    (
        "# Josef Brandt\n- born 1900\n- real name: Edward Holm",
        "Josef Brandt",
        "Edward Holm",
    ),
    (
        "- Giulio Rosponi, later Pope Clement IX.",
        "Pope Clement IX",
        "Giulio Rosponi",
    ),
    (
        "- Giulio Rosponi → Pope Clement IX",
        "Pope Clement IX",
        "Giulio Rosponi",
    ),
    (
        "- Anna Brandt (code name \"Raven\") spied.",
        "Anna Brandt",
        "Raven",
    ),
    (
        "- \"Raven\" was really Anna Brandt.",
        "Anna Brandt",
        "Raven",
    ),
    (
        "- The \"Iron Lady\", Anna Brandt, won.",
        "Anna Brandt",
        "Iron Lady",
    ),
    (
        "- Anna Brandt, the so-called \"Iron Lady\", won.",
        "Anna Brandt",
        "Iron Lady",
    ),
    (
        "- Anna Brandt won. People called her the \"Iron Lady\".",
        "Anna Brandt",
        "Iron Lady",
    ),
    (
        "- Anna Brandt won. Her nickname was \"Iron Lady\".",
        "Anna Brandt",
        "Iron Lady",
    ),
    (
        "- Hugh Sand, known to his friends as \"Foxy\", ran.",
        "Hugh Sand",
        "Foxy",
    ),
    (
        "- Hugh Sand was known simply as \"Foxy\".",
        "Hugh Sand",
        "Foxy",
    ),
    (
        "- Hugh Sand styled himself \"King of Ham\".",
        "Hugh Sand",
        "King of Ham",
    ),
    (
        "- Hugh Sand (also spelled Hew Sand) ran.",
        "Hugh Sand",
        "Hew Sand",
    ),
    (
        "- Anna Brandt won the vote, hence \"Iron Lady\".",
        "Anna Brandt",
        "Iron Lady",
    ),
    (
        "- Anna Brandt won, becoming known as the \"Iron Lady\".",
        "Anna Brandt",
        "Iron Lady",
    ),
    (
        "| Person | Known as |\n|---|---|\n| Anna Brandt | Iron Lady |",
        "Anna Brandt",
        "Iron Lady",
    ),
];

#[test]
fn other_names_are_told_in_many_ways() {
    let mut unread = Vec::new();
    for &(note, name, alias) in TOLD {
        let read = crate::notes::read("note.md", note);
        let people: Vec<_> = read
            .people
            .iter()
            .map(|person| (&person.name, &person.aliases))
            .collect();
        let is_one = people.len() == 1
            && [name, alias].iter().all(|called| {
                people[0].0 == called || people[0].1.iter().any(|other| other == called)
            });
        if !is_one {
            unread.push(format!("{note}: {people:?}"));
        }
    }
    assert!(unread.is_empty(), "{unread:#?}");
}
