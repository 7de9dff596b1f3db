//! What a note itself says that somebody is called, in brackets, quotations and equations, and who is found so.

use super::hard::check;
use expect_test::expect;

#[test]
fn what_somebody_is_called_stands_in_brackets_after_the() {
    check(
        "- Hugo Lorne (the Gatherer) lost to Albert II (the Drunkard).\n- Albert III (The Hammer) won. Hugo Lorne (the Socialist, the Saxon) spoke.\n- Queen Isabella (She-Wolf of Ostwick) ruled. Tolkien (Lord of the Rings) wrote. Dostoevsky (The Gambler) wrote.\n- Captain Robert Lee (Commander of the Northern Forces) lost. Berke (Golden Horde, muslim) raged.\n",
        &expect![[r#"
            Hugo Lorne = Gatherer = the Gatherer: 1 2
            Albert II = Drunkard = the Drunkard: 1
            Albert III = Hammer = The Hammer: 2
            Queen Isabella = Isabella = She-Wolf of Ostwick: 3
            Tolkien: 3
            Dostoevsky: 3
            Robert Lee = Captain Robert Lee: 4
            Berke: 4
        "#]],
    );
}

#[test]
fn names_of_other_tongues_and_books_are_the_same() {
    check(
        "- Rodmar ibn Yusuf (Latin Rodmarius) wrote. Umar Bronson (Omer in the textbook) ruled.\n- Louis Kossuth (Lajos in Hungarian) spoke. Prithvi Singh (Rai Bomora) won.\n- Tito (Josip Broz, from Croatia) ruled. Tom Benson, new name Oswald, was baptised.\n- Halley read it to Newton (Hugh Tanner, 1966).\n",
        &expect![[r#"
            Rodmar ibn Yusuf = Rodmarius: 1 1
            Umar Bronson = Omer: 1 1
            Louis Kossuth = Lajos: 2 2
            Prithvi Singh = Rai Bomora: 2
            Josip Broz = Tito: 3 3
            Tom Benson = Oswald: 3 3
            Halley: 4
            Newton: 4
            Hugh Tanner: 4
        "#]],
    );
}

#[test]
fn quotations_say_what_somebody_is_further_on_in_the_line() {
    check(
        "- Stephen Carter: two terms, popular songs, \"Little Wolf\"\n- Custer - \"Little Jack\", \"Young Hannibal\", too slow\n- Giuseppe Mazzini, black coat, \"prophet of two lands\", 1860\n- Edmond Halley, \"Newton's bulldog\", spoke for Newton\n- Hojo Noriko = \"monk shogun\", Margaret = \"she-wolf\"\n- Robert Benson \"Marshal of the army of Ham\", Carlo Benson \"il Rosso\"\n- Mazzini said \"here we make Italy\"\n",
        &expect![[r#"
            Stephen Carter = Little Wolf: 1
            Custer = Little Jack = Young Hannibal: 2 2 2
            Giuseppe Mazzini = Mazzini = prophet of two lands: 3 7
            Edmond Halley = Newton's bulldog: 4
            Newton: 4 4
            Hojo Noriko = monk shogun: 5
            Robert Benson = Marshal of the army of Ham: 6
            Carlo Benson = il Rosso: 6
        "#]],
    );
}

#[test]
fn a_byname_opens_the_line() {
    check(
        "- Spider King (Charles V of the Netherlands) lost Ghent.\n- **Boy King** – Henry VI won\n- King of Prussia – Frederick William IV\n\n# Ali Benson\norig name Hasan Gorsasp, from Ham\n",
        &expect![[r#"
            Charles V of the Netherlands = Charles V = Spider King: 1
            Henry VI = Boy King: 2
            Frederick William IV: 3
            Ali Benson = Hasan Gorsasp: 5 6
        "#]],
    );
}

#[test]
fn equations_say_what_somebody_is_of_something() {
    check(
        "- Agnes Carter = Lady of the Marches\n- Frederick William IV = King of Prussia\n- Zeno's real name was Rodmar, some say\n- Otto \"Bomfo\" left\n",
        &expect![[r#"
            Agnes Carter = Lady of the Marches: 1
            Frederick William IV: 2
            Zeno = Rodmar: 3 3
            Otto = Bomfo = Otto "Bomfo": 4 4
        "#]],
    );
}

#[test]
fn who_made_it_and_whose_kin_they_are_are_people() {
    check(
        "- the tomb was opened 1941 by Borovin. a long inscription by Bomorin\n- heir = Matilda. Jolibai = mother\n- they sent O'Rafferty\n- the army of Zhao Zhao burned. Owen v Bishop Butler\n",
        &expect![[r#"
            Borovin: 1
            Bomorin: 1
            Matilda: 2
            Jolibai: 2
            O'Rafferty: 3
            Zhao Zhao: 4
            Owen: 4
            Bishop Butler = Butler: 4
        "#]],
    );
}

#[test]
fn lines_of_a_list_without_bullets_are_no_wrapped_text() {
    check(
        "Bernard of Ostwick sold the mill and kept the money, and never wrote to Robert\nHugo of Lorne was the oldest and the richest\nAnna Benson wrote the book about her dad, and Anna hates Bernard and thinks he is great\n",
        &expect![[r#"
            Bernard of Ostwick = Bernard: 1 3
            Robert: 1
            Hugo of Lorne: 2
            Anna Benson = Anna: 3 3
        "#]],
    );
    check(
        "The second king of the whole long line was Robert, and his son was Henry\nTudor, who won at Bosworth after a very long and very bad war, and he then\nruled for many years.\n",
        &expect![[r#"
            Henry Tudor: 1
        "#]],
    );
    check(
        "Q: who came first?\nA: John Benson -> Earl of Ham -> Duke of Norfolk\nQ: what did Norfolk do?\n",
        &expect![[r#"
            John Benson: 2
            Earl of Ham: 2
            Norfolk = Duke of Norfolk: 2 3
        "#]],
    );
}

#[test]
fn every_line_of_a_paragraph_may_be_about_somebody() {
    check(
        "Godfrey Benson, first ruler, \"Defender of the Holy Hill\"\nBaldwin Carter – first at the wall, \"Old Fox\"\nHugo Tanner, who was last of all, \"Robin Hood\" his book\n",
        &expect![[r#"
            Godfrey Benson = Defender of the Holy Hill: 1
            Baldwin Carter = Old Fox: 2 2
            Hugo Tanner: 3
            Robin Hood: 3
        "#]],
    );
    check(
        "- Margaret, Maid of Ostwick, died and Margaret was young. Lorenzo Carter = Il Magnifico, Simón Carter – El Libertador\n- Émile Zola – La Terre\n- Thomas Benson = \"Good Tom\", nickname Silent Ox\n- Sebastos = title of Augustus\n- Hugh Carter (Henry Carter, Heinrich Carter in german) died\n",
        &expect![[r#"
            Margaret = Maid of Ostwick: 1 1 1
            Lorenzo Carter = Il Magnifico: 1 1
            Simón Carter = El Libertador: 1
            Zola: 2
            Thomas Benson = Good Tom = Silent Ox: 3 3
            Augustus = Sebastos: 4 4
            Hugh Carter: 5
            Henry Carter = Heinrich Carter: 5 5
        "#]],
    );
}

#[test]
fn rows_of_kin_and_names_have_people() {
    check(
        "| | Rodmar | Hugo |\n|---|---|---|\n| wife | Yasomara | Tavoda |\n| birth name | Omar Benson | Vardomar |\n| town | Kessam | Bolvor |\n",
        &expect![[r#"
            Hugo: 1
            Yasomara: 3
            Tavoda: 3
            Omar Benson: 4
            Vardomar: 4
        "#]],
    );
}

#[test]
fn saints_are_no_end_of_an_origin() {
    check(
        "- Hugh of Lorne (Hugh of St Victor), son in law of Rodmar Bomorin\n- Wives Messalina, then Agrippina. Assizes of Clarendon\n",
        &expect![[r#"
            Hugh of Lorne = Hugh of St Victor: 1 1
            Rodmar Bomorin: 1
            Messalina: 2
            Agrippina: 2
        "#]],
    );
}
