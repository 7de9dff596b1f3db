//! Sobriquets that a note puts beside a name, after a dash, further on in the line, or on the other side of a card.

use super::hard::check;
use expect_test::expect;

#[test]
fn sobriquets_follow_a_dash() {
    check(
        "- **Zachary Taylor** - \"Old Ramrod\", fought in Mexico\n- Cripps – \"the austere monk\" – starved them\n- Laval -1935 - 'deflation king' - cut wages\n- **Philip Hood** - *also* called Mad Phil since he charged alone\n- Overton - Ploughman Dick - was hanged\n- Paine - \"Common Sense\", 1776. Nixon - \"the war is over\"\n",
        &expect![[r#"
            Zachary Taylor = Old Ramrod: 1
            Cripps = austere monk = the austere monk: 2
            Laval = deflation king: 3
            Philip Hood = Phil = Mad Phil: 4 4
            Overton = Ploughman Dick: 5
            Paine: 6
            Nixon: 6
        "#]],
    );
}

#[test]
fn sobriquets_stand_further_on_in_the_line() {
    check(
        "**Jane Sand** - MP for Leeds. \"Mad Jane\" (so her men). Not rich\n\n- Asquith cut the dole (nicknamed Bread Chancellor)\n- Lord Byng, general. nickname \"the monk of Ypres\"\n- **Attlee** - PM. Small. Later the army called him \"that man of straw\".\n- Baldwin passed the act (nicknamed the Gag)\n\n| Who | Where | |\n|---|---|---|\n| Budyonny | Don | \"the Red Baron\", rode well |\n",
        &expect![[r#"
            Jane Sand = Jane = Mad Jane: 1 1
            Asquith = Bread Chancellor: 3
            Lord Byng = Byng = monk of Ypres = the monk of Ypres: 4
            Attlee = man of straw: 5
            Baldwin: 6
            Budyonny = Red Baron = the Red Baron: 10
        "#]],
    );
}

#[test]
fn what_is_equated_may_be_a_byname() {
    check(
        "- Antiochus III = the Hawk-Eyed = Hierax. Bohemond = the Giant = son of Guiscard\n- Baldwin V = boy king. Lenin = the Bolsheviks. Otto = german king\n",
        &expect![[r#"
            Antiochus III = Hawk-Eyed = the Hawk-Eyed = Hierax: 1
            Bohemond: 1
            Guiscard: 1
            Baldwin V = boy king: 2
            Lenin: 2
            Otto: 2
        "#]],
    );
}

#[test]
fn a_card_asks_who_is_called_so() {
    check(
        "- Desert Fox :: Erwin Rommel\n- \"Iron Woman of Ceylon\" :: Sirimavo Bandaranaike\n- African Gandhi :: Kenneth Kaunda\n- Last king :: Louis XVI\n- Treaty of Rome :: Adenauer signed\n",
        &expect![[r#"
            Erwin Rommel = Desert Fox: 1 1
            Sirimavo Bandaranaike = Iron Woman of Ceylon: 2
            Kenneth Kaunda = African Gandhi: 3 3
            Louis XVI: 4
            Adenauer: 5
        "#]],
    );
}

#[test]
fn names_in_other_tongues_and_forms() {
    check(
        "- Charles of Moravia, Czech spelling Karel, ruled\n- Nasr ad-Din ruled. Nasr al-Din died.\n- [[Gustavus Vasa|Gustav Vasson]] freed Sweden. [[Boudicca|Boudica]] burnt London.\n- [[Trotsky|Trotskyists]] fled\n- Lord Halifax (\"Holy\") went. General Franco (Francisco) won. Franco died.\n- Raymond of Tolva came. Raymond de Tolva fell. Pyrrhus of Ostwick killed Stalin\n",
        &expect![[r#"
            Charles of Moravia = Karel: 1
            Nasr ad-Din = Nasr al-Din: 2 2
            Gustavus Vasa = Gustav Vasson: 3
            Boudicca = Boudica: 3
            Lord Halifax = Halifax: 5
            General Franco = Franco = Francisco: 5 5 5
            Raymond of Tolva: 6
            Raymond de Tolva: 6
            Pyrrhus = Pyrrhus of Ostwick: 6
            Stalin: 6
        "#]],
    );
}

#[test]
fn rulers_have_unlisted_bynames() {
    check(
        "- Ethelred the Heedless, king. William the Norman, who won.\n- Antigonus III **Doson** ruled, and Doson died. Philip II Augustus sailed.\n- Bahadur Shah I was old. Bahadur Shah II fled. Christian IV lost. Christian of Anholt won.\n- N.B. Nicholas II fell. Henry the Cistercian abbot prayed.\n- half-brother Arses → becomes Darius III\n",
        &expect![[r#"
            Ethelred the Heedless: 1
            William the Norman: 1
            Antigonus III Doson = Doson = Antigonus III: 2 2
            Philip II Augustus = Philip II: 2
            Bahadur Shah I: 3
            Bahadur Shah II: 3
            Christian IV: 3
            Christian of Anholt: 3
            Nicholas II: 4
            Henry: 4
            Darius III = Arses: 5 5
        "#]],
    );
}

#[test]
fn strangers_are_told_by_their_kin_and_office() {
    check(
        "- Ravenel took over and drank. Zeldin (German ambassador) was shot.\n- Korvath was Ahmad Shah's grandson. He married Thyrine, half sister of Darius.\n- He'd been duke. Ed White walked in space.\n- Francisco Pizarro had a girl. Francisca sailed.\n",
        &expect![[r#"
            Ravenel: 1
            Zeldin: 1
            Korvath: 2
            Ahmad Shah: 2
            Thyrine: 2
            Darius: 2
            Ed White: 3
            Francisco Pizarro: 4
        "#]],
    );
}

#[test]
fn columns_links_and_lordships_hold_other_names() {
    check(
        "| name | dom. | aka |\n|---|---|---|\n| Erwin Rommel | Swabia | \"Rommi\" |\n\n- Ferdinand, Lord Foss, who led them. Charles, Lord Foss and Pym\n- Alexander III = the Great\n- [[Gustavus Vasa|Gustav I Vasa]] \"Lion of the North\" rode\n",
        &expect![[r#"
            Erwin Rommel = Rommi: 3 3
            Ferdinand = Foss = Lord Foss = Ferdinand, Lord Foss: 5 5 5
            Charles: 5
            Pym: 5
            Alexander III = the Great: 6
            Gustav I Vasa = Gustav I = Gustavus Vasa = Lion of the North: 7
        "#]],
    );
}

#[test]
fn who_is_no_one_else_is_not_joined() {
    check(
        "- Jalal kills Ozram -> becomes Darius III\n- The Duke of Ostmark (John Dudley) fell. Thomas Percy, Duke of Ostmark, rose. Carew, Duke of Suffolk (= Henry Grey)\n- Seleucus won. The Seleucids ruled.\n\n## V. Trotsky\n- Fredrick Douglas wrote. Frederick Douglass spoke. Marries Thyrine, half sister of Darius\n- Christian of Anholt lost. Anholt, who was old, fled. Condé was still Duke of Enghien.\n",
        &expect![[r#"
            Darius III = Jalal = Darius: 1 1 6
            John Dudley = Duke of Ostmark: 2 2 2
            Thomas Percy: 2
            Carew: 2
            Henry Grey = Duke of Suffolk: 2 2
            Seleucus: 3
            Trotsky: 5
            Frederick Douglass = Fredrick Douglas: 6 6
            Thyrine: 6
            Christian of Anholt = Anholt: 7 7
            Condé = Duke of Enghien: 7 7
        "#]],
    );
}

#[test]
fn articles_before_one_word_in_quotation_marks() {
    check(
        "- **Hugh Sand** - dictator, \"el mariscal\", took over\n- Karl Dorn - peasant, \"the Goose\", sword hunt\n- Emil Fahr - poet, \"the Alps\", a hymn\n",
        &expect![[r#"
            Hugh Sand = el mariscal: 1
            Karl Dorn = Goose = the Goose: 2
            Emil Fahr: 3
        "#]],
    );
}
