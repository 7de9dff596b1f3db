//! People whom history calls by several names that no note explains.

use expect_test::expect;

use super::check;

#[test]
fn a_name_that_several_have_means_whom_the_note_calls_otherwise_too() {
    check(
        "- James II was king. The Duke of York had married twice.\n- William III landed. William of Orange was his nephew.\n",
        &expect![[r#"
            James II = Duke of York
            William III = William of Orange
        "#]],
    );
    check(
        "- The Duke of York marched north. William of Orange met him.\n",
        &expect![[r#"
            Duke of York
            William of Orange
        "#]],
    );
}

#[test]
fn two_numerals_are_one_kings_where_history_says_so() {
    check(
        "- James VI ruled from Edinburgh. James I came to London.\n- Charles V abdicated. Charles I of Spain died.\n- Napoleon I fell. Napoleon III fell too.\n",
        &expect![[r#"
            James VI = James I
            Charles V = Charles I of Spain
            Napoleon I
            Napoleon III
        "#]],
    );
}

#[test]
fn epithets_of_several_words_need_no_capital_and_one_word_does() {
    check(
        "- Bismarck was angry; the iron chancellor resigned.\n- Clemenceau spoke, and a tiger roared. The Tiger won.\n- Mussolini fell. Il Duce was shot.\n- Mary, Queen of Scots, was a queen of Scots.\n",
        &expect![[r#"
            Bismarck = iron chancellor
            Clemenceau = Tiger
            Mussolini = Il Duce
            Mary, Queen of Scots = Mary
        "#]],
    );
}

#[test]
fn an_epithet_that_two_of_a_note_have_is_nobodys() {
    check(
        "- Bolívar and O'Connell never met. The Liberator died in 1847.\n- Bolívar freed Peru.\n",
        &expect![[r#"
            Bolívar
            O'Connell
        "#]],
    );
}

#[test]
fn whom_history_tells_apart_no_sign_makes_one() {
    check(
        "- To Eden, Nasser = Hitler.\n- Voltaire = François-Marie Arouet.\n- Saddam Hussein = the new Hitler?\n",
        &expect![[r#"
            Eden
            Nasser
            Hitler
            François-Marie Arouet = Voltaire
            Saddam Hussein
        "#]],
    );
}
