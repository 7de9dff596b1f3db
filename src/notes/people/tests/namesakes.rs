//! Spellings of one person, and people whose names are nearly one.

use super::hard::check;
use expect_test::expect;

#[test]
fn other_scripts_in_brackets_are_the_same_person() {
    check(
        "- Guo Songtao (Kuo Sung-t'ao) went to London\n- Cao Kun (Ts'ao K'un) bribed them\n- Song Jiaoren (Sung Chiao-jen, SCJ) was shot, SCJ had won\n",
        &expect![[r#"
            Guo Songtao = Kuo Sung-t'ao: 1 1
            Cao Kun = Ts'ao K'un: 2 2
            Song Jiaoren = Sung Chiao-jen = SCJ: 3 3 3 3
        "#]],
    );
}

#[test]
fn kings_before_the_throne_and_second_names_in_brackets() {
    check(
        "- Pius XI (Achille Ratti) signed\n- Henry VIII (Anne Boleyn) broke with Rome\n- Sacagawea (Sacajawea, Bird Woman) led them\n- Cabinet (Lord Rockingham, later Shelburne) fell\n- Edward I \"Longshanks\" took Wales\n",
        &expect![[r#"
            Achille Ratti = Pius XI: 1 1
            Henry VIII: 2
            Anne Boleyn: 2
            Sacagawea = Sacajawea = Bird Woman: 3 3 3
            Lord Rockingham = Rockingham: 4
            Shelburne: 4
            Edward I = Longshanks: 5 5
        "#]],
    );
}

#[test]
fn what_follows_a_numeral_is_the_kings_own() {
    check(
        "- Antiochus IV Epiphanes looted the temple, Antiochus died in Persia\n- Ptolemy IX Lathyros fled\n- Ptolemy Lathyros came back\n- Demetrius the Sharp-Eyed lost\n- Louis XVI Guillotined!\n",
        &expect![[r#"
            Antiochus IV Epiphanes = Antiochus = Antiochus IV: 1 1
            Ptolemy Lathyros = Ptolemy IX Lathyros: 2 3
            Demetrius the Sharp-Eyed: 4
            Louis XVI: 5
        "#]],
    );
}

#[test]
fn a_name_long_before_the_numeral_is_the_elders() {
    check(
        "- Philip won\n- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine\n- Philip V lost to Rome\n",
        &expect![[r#"
            Philip: 1
            Philip V: 11
        "#]],
    );
}

#[test]
fn saints_fathers_and_brothers_keep_their_names() {
    check(
        "- son Martín came with José de San Martín\n- San Martín left\n- Cromwell ruled\n- Cromwell died\n- then Richard Cromwell gave up\n- Robert Peel spoke\n\n- William's son Robert rebelled\n- Nur Begam and Shah Begam\n- Hasan was shot in 1550\n- Kara Hasan came in 1600\n",
        &expect![[r#"
            Martín: 1
            José de San Martín = San Martín: 1 2
            Cromwell: 3 4
            Richard Cromwell: 5
            Robert Peel: 6
            William: 8
            Robert: 8
            Nur Begam: 9
            Shah Begam = Begam: 9
            Hasan: 10
            Kara Hasan: 11
        "#]],
    );
}

#[test]
fn other_consonants_make_other_people() {
    check(
        "- Valerian lost\n- Valerius won\n- Marcellus besieged it, Marcianus did not\n- Robespierre spoke, Robespeirre was cheered\n",
        &expect![[r#"
            Valerian: 1
            Valerius: 2
            Marcellus: 3
            Robespierre = Robespeirre: 4 4
        "#]],
    );
}

#[test]
fn who_wrote_the_book_is_another() {
    check(
        "- Ellen Kennedy sang\n\nSources: Kennedy *The Songs* (1988)\n",
        &expect![[r#"
            Ellen Kennedy: 1
            Kennedy: 3
        "#]],
    );
}

#[test]
fn links_footnotes_and_pet_names() {
    check(
        "- [[Wilhelm II|Willy]] wrote to [[Nicholas II|Nicky]]. Willy was his cousin[^1]\n- [[Vladimir Lenin|Lenin]] slept. Vladimir Ilyich woke up\n- Walter Ulbrecht came. Ulbie left\n- Marie Tussaud made wax[^2]\n\n[^1]: letters\n[^2]: from Tussaud's memoirs\n",
        &expect![[r#"
            Wilhelm II = Willy: 1 1
            Nicholas II = Nicky: 1
            Vladimir Lenin = Vladimir Ilyich = Lenin: 2 2
            Walter Ulbrecht = Ulbie: 3 3
            Marie Tussaud = Tussaud: 4
        "#]],
    );
}

#[test]
fn epithets_in_quotation_marks() {
    check(
        "- Bismarck (\"Iron Chancellor\") resigned\n- Zhukov (\"Iron Georgy\") won\n- Osman II \"the Young\" was strangled\n- partisans (Boris Petrov) were shot\n",
        &expect![[r#"
            Bismarck = Iron Chancellor: 1 1
            Zhukov = Iron Georgy: 2
            Osman II = the Young: 3
            Boris Petrov: 4
        "#]],
    );
}

#[test]
fn a_given_name_without_its_s_is_a_slip() {
    check(
        "- Jean Jacques Rousseau wrote it\n- ideas of Jean Jacque Rousseau and of Voltaire\n- Louis Philippe Dupont and Loui Philippe Durand met\n",
        &expect![[r#"
            Jean Jacques Rousseau = Jean Jacque Rousseau: 1 2
            Voltaire: 2
            Louis Philippe Dupont: 3
            Loui Philippe Durand: 3
        "#]],
    );
}

#[test]
fn a_famous_given_name_is_of_whom_the_note_names_in_full_before() {
    check(
        "- Dara Velukoh was at court. Dara was killed. Lincoln wrote. Then Gandhi Vorak came.\n",
        &expect![[r#"
            Dara Velukoh = Dara: 1 1
            Lincoln: 1
            Gandhi Vorak: 1
        "#]],
    );
}

#[test]
fn a_given_name_is_whose_it_is_letter_by_letter() {
    check(
        "- Arthur George and Georges Duval met in Paris.\n\n## What Arthur George wanted\n- In public, Georges didnt agree.\n",
        &expect![[r#"
            Arthur George: 1 3
            Georges Duval = Georges: 1 4
        "#]],
    );
}

#[test]
fn a_family_name_announces_who_has_it() {
    check(
        "## Yamagata\n\nThe plan was made by Admiral Takeru Yamagata in the summer.\n",
        &expect![[r#"
            Takeru Yamagata = Yamagata = Admiral Takeru Yamagata: 1 3
        "#]],
    );
}

#[test]
fn a_bare_name_is_hardly_who_died_or_was_denied() {
    check(
        "# The war\n\nCharles XII of Sweden fought on. Charles XI died in 1697.\n\n- Charles marched east\n- not Charles X, who was long dead\n- Charles came home\n",
        &expect![[r#"
            Charles XII of Sweden = Charles = Charles XII: 3 5 7
            Charles XI: 3
            Charles X: 6
        "#]],
    );
    check(
        "# The city\n\nConstantine XI Palaiologos ruled it. NB not Constantine the Great, who founded it.\n\n- Constantine asked for help\n",
        &expect![[r#"
            Constantine XI Palaiologos = Constantine = Constantine XI: 3 5
            Constantine the Great: 3
        "#]],
    );
}

#[test]
fn a_byname_further_on_does_not_take_the_kings_name() {
    check(
        "## Henry II and the bishops\n\n1155 a friend of Henry\nHenry was whipped in 1174\nHenry the Younger died before him\n",
        &expect![[r#"
            Henry II = Henry: 1 3 4
            Henry the Younger: 5
        "#]],
    );
    check(
        "- the king marries Anne Boleyn, Anne is crowned\n- later the Anne of Cleves mess\n",
        &expect![[r#"
            Anne Boleyn = Anne: 1 1
            Anne of Cleves: 2
        "#]],
    );
}

#[test]
fn emperors_and_ladies_are_no_strangers_with_the_name() {
    check(
        "- Wu Guang rebelled and Xiang Yu won\n- Emperor Wu came later\n- Xiang Yu left Lady Yu\n- King Zheng was Ying Zheng\n",
        &expect![[r#"
            Wu Guang: 1
            Xiang Yu: 1 3
            Emperor Wu = Wu: 2
            Lady Yu: 3
            Ying Zheng = Zheng = King Zheng: 4 4
        "#]],
    );
}

#[test]
fn labels_of_kin_name_several_people() {
    check(
        "- Father: John Orne, a smith\n- Sons: John Quill Orne, Peter Orne\n",
        &expect![[r#"
            John Orne: 1
            John Quill Orne: 2
            Peter Orne: 2
        "#]],
    );
}

#[test]
fn a_style_behind_an_emperors_name_is_his() {
    check(
        "- Caligula was killed\n- Julius Caesar came long before\n\n## Caligula Caesar\n\nCaligula had a horse. Caligula liked it. Caesar had a better one.\n",
        &expect![[r#"
            Caligula Caesar = Caligula: 1 4 6 6
            Julius Caesar = Caesar: 2 6
        "#]],
    );
}

#[test]
fn who_is_told_apart_is_not_meant_by_the_bare_name() {
    check(
        "- Demetrius lost at Gaza\n- Demetrius frees the city from Demetrius of Phalerum\n- Demetrius Poliorcetes won\n",
        &expect![[r#"
            Demetrius Poliorcetes = Demetrius: 1 2 3
            Demetrius of Phalerum: 2
        "#]],
    );
    check(
        "- Fabio Tizarro sailed\n- Tizarro won\n- with him his brother Fabio Alcanta\n- Tizarro took Lima\n- Fabio was killed there\n",
        &expect![[r#"
            Fabio Tizarro = Tizarro = Fabio: 1 2 3 4 5
            Fabio Alcanta: 3
        "#]],
    );
    check(
        "- N. Harlan spoke\n- Harlon gave in\n- his dad was Joe Harlan\n",
        &expect![[r#"
            N. Harlan = Harlon: 1 2 3
            Joe Harlan: 3
        "#]],
    );
}
