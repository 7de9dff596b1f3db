//! Names that no list has, told by what stands around them, and names that are nobody.

use super::hard::check;
use expect_test::expect;

#[test]
fn courts_try_cases_and_candidates_run_against_each_other() {
    check(
        "- Garfield v. Hancock was close, Garfield won\n- Loving v. Virginia and Gideon v. Wainwright (1963) changed the law\n- US v. Nixon: tapes\n",
        &expect![[r#"
            Garfield: 1 1
            Hancock: 1
        "#]],
    );
}

#[test]
fn countries_act_and_are_nobody() {
    check(
        "- Jordan attacked, Jordan lost the hills and Jordan signed\n- The North won. North furious about it\n- Lord North resigned, North had had enough\n",
        &expect![[r#"
            Lord North = North: 2 3 3
        "#]],
    );
}

#[test]
fn kin_and_ends_make_a_person() {
    check(
        "- Arsin's widow ruled for him\n- Trebon found dead in his tent\n- Doval beaten at the bridge, Kessan strangled\n- the king was stabbed by Ravak\n- Melkor (nephew of Darius) knew\n- Zorba passed over his son\n- Tolan 3rd president of the club\n",
        &expect![[r#"
            Arsin: 1
            Trebon: 2
            Doval: 3
            Kessan: 3
            Ravak: 4
            Melkor: 5
            Darius: 5
            Zorba: 6
            Tolan: 7
        "#]],
    );
}

#[test]
fn words_that_lead_to_a_name() {
    check(
        "- people feared that Stalin would come\n- What happened to Gordon?\n- a scar in Lister's sense\n- they put it into Edward Brandl\n- Faraday's law of 1831 and Hooke's law\n",
        &expect![[r#"
            Stalin: 1
            Gordon: 2
            Lister: 3
            Edward Brandl: 4
            Faraday: 5
        "#]],
    );
}

#[test]
fn columns_and_sections_of_people() {
    check(
        "| Year | Emperor | What |\n|---|---|---|\n| 855 | Montoku | quiet |\n| 858 | Seiva | a child |\n\n## Key figures\n- Brandl: drew the maps\n- Tovar = money\n\n## Key terms\n- Corvee: forced work\n",
        &expect![[r#"
            Montoku: 3
            Seiva: 4
            Brandl: 7
            Tovar: 8
        "#]],
    );
}

#[test]
fn names_of_east_asia_are_told_by_their_syllables() {
    check(
        "- Du Wenxiu led a revolt, Chen Yi and Zhu Qi did not\n- Sun Ketai held the south, and Sun hated the court\n- shot by An Myong-geun\n- Byon Yong-su sang\n- Zhou Fohai fled; Zhou came back\n",
        &expect![[r#"
            Du Wenxiu: 1
            Chen Yi: 1
            Zhu Qi: 1
            Sun Ketai = Sun: 2 2
            An Myong-geun: 3
            Zhou Fohai = Zhou: 5 5
        "#]],
    );
}

#[test]
fn things_that_look_like_people() {
    check(
        "- Op. Martha Lee began\n- Tel el-Farkha was dug up, so was Wadi al-Natrun\n- the Valdivia Earthquake, the Randfontein Goldfields\n- Plan B2 and Ada Brown NHS failed\n- Jim Crow and Uncle Sam are no people\n- Mark IV tanks\n- St George's Hill was dug over\n- Lord Privy Seal, Empress Dowager\n- smallpox: Cholera came too\n",
        &expect![[r#"
            Ada Brown: 4
        "#]],
    );
}

#[test]
fn surnames_that_are_common_words() {
    check(
        "- Shimon Begins and Condoleezza Rice met\n- later Rice met the king\n- Rice is eaten in Asia\n- V.P. Wheeler, PM Barton and Gen. Loan came\n- Senior Chief Okoro sang\n- Robert Earl Keen wrote songs\n",
        &expect![[r#"
            Shimon Begins: 1
            Condoleezza Rice = Rice: 1 2 3
            V.P. Wheeler = Wheeler: 4
            PM Barton = Barton: 4
            Gen. Loan = Loan: 4
            Senior Chief Okoro = Okoro: 5
            Robert Earl Keen: 6
        "#]],
    );
}

#[test]
fn lists_help_their_members() {
    check(
        "- Freedom: Werntz, Mandel and Lincoln stood there\n- Prizes: Nobel, Lincoln says no\n- Barlow first, then Joseph Barnes\n- Rossi out, Aldo Verdi in\n- Factories, Lincoln and coal\n",
        &expect![[r#"
            Werntz: 1
            Mandel: 1
            Lincoln: 1 2 5
            Barlow: 3
            Joseph Barnes: 3
            Rossi: 4
            Aldo Verdi: 4
        "#]],
    );
}

#[test]
fn roads_lead_from_places_and_slips_in_long_names_are_seen() {
    check(
        "- a road from Halifax to Quebec\n- the Directory Govt fell\n- as Heradotus tells it, and Tocquevile after him\n- Robespieree spoke\n",
        &expect![[r#"
            Heradotus: 3
            Tocquevile: 3
            Robespieree: 4
        "#]],
    );
}

#[test]
fn notes_without_capitals_name_whom_everybody_knows() {
    check(
        "# notes\n- peter the great went on a tour of europe in disguise and built a navy for the baltic\n- tsar nicholas ii fell, then lenin and stalin ruled, and may came\n- ivan iii ends mongol rule and marries the niece of the last emperor of byzantium\n- a serf had no mark and no will of his own, but a bill was paid\n",
        &expect![[r#"
            peter the great: 2
            tsar nicholas ii = nicholas ii: 3
            lenin: 3
            stalin: 3
            ivan iii: 4 5
        "#]],
    );
}

#[test]
fn words_between_back_ticks_are_read_where_they_are_words() {
    check(
        "- radar was built by `Robert Watson-Watt` and `fn Lenin()` by nobody\n- `Lenin`\n",
        &expect![[r#"
            Robert Watson-Watt: 1
        "#]],
    );
}

#[test]
fn verbs_of_headings_and_plurals_are_no_names() {
    check(
        "## Lenin Returns\n- a fight, and Castles were burned\n- Zubrow states \"they planned it\"\n- by Scotsman John Baird\n",
        &expect![[r#"
            Lenin: 1
            Zubrow: 3
            John Baird: 4
        "#]],
    );
}

#[test]
fn kin_has_lines_of_its_own_and_bills_and_realms_are_nobody() {
    check(
        "- Father: Vissarion (bootmaker)\n- Capital: Tiflis\n## The Wade Davis Bill\n- Buffalo Bill rode\n- the Duke of Milan and the Duke of Wellington, rivals\n- the Czarevich Alexis was ill\n",
        &expect![[r#"
            Vissarion: 1
            Buffalo Bill: 4
            Duke of Wellington: 5
            Czarevich Alexis = Alexis: 6
        "#]],
    );
}

#[test]
fn roles_beside_a_name_tell_who_it_is() {
    check(
        "- the driver, Lobkov, took a wrong turn. He shot a policeman, Sarvis, on 17 December.\n- a slave nurse, Hipola. Komeo, his father, died. Inalchin, governor of Otrar, had them killed.\n- the lancers of Rondel who saved the day\n- in the city, Tarvel, they spoke. The treaty, Marvon, and others\n",
        &expect![[r#"
            Lobkov: 1
            Sarvis: 1
            Hipola: 2
            Komeo: 2
            Inalchin: 2
            Rondel: 3
        "#]],
    );
}

#[test]
fn places_streets_and_books_are_nobody() {
    check(
        "- b. Lincoln in 1478. Simon (of Marbrey) ruled. In St Brides they sang.\n- a walk to Nelson St in haste.\n- (Strabo, Marvasis 7.26) and (today Hattina)\n- the Babington plot failed. Heil Hitler was shouted\n- moved to Darwin, New Zealand\n- Lough Corrin froze and Hendry Haven too\n",
        &expect![[r#"
            Simon: 1
            Strabo: 3
            Hitler: 4
        "#]],
    );
}

#[test]
fn names_of_odd_words_are_whole() {
    check(
        "- Luis de Plaza led them\n- Seamus Mac Gate died\n- Hugo of Plarno Carvini wrote\n- after Umar Sa'id died\n- the Chiang Kai-Shek and his men\n- Gen. Peter Van Bridge came\n",
        &expect![[r#"
            Luis de Plaza: 1
            Seamus Mac Gate: 2
            Hugo of Plarno Carvini: 3
            Umar Sa'id: 4
            Chiang Kai-Shek: 5
            Peter Van Bridge = Gen. Peter Van Bridge: 6
        "#]],
    );
}

#[test]
fn who_works_with_somebody_is_somebody() {
    check(
        "- had he worked with Bedvord in 1641\n- wouldn't work w/ Brannior\n- Vergan's On the Good Life\n- Henry (Beauclerk) plotted\n- dined with Rosalind\n- he lived with Roses\n",
        &expect![[r#"
            Bedvord: 1
            Brannior: 2
            Vergan: 3
            Henry = Beauclerk: 4 4
            Rosalind: 5
        "#]],
    );
}

#[test]
fn who_is_counted_is_nobody() {
    check(
        "- Then 300 Tambranos fled to it. In 1634 Tambros converted his wife.\n- Leaders:\n  - Tollkeepers were left with nothing.\n  - Marlo Tessing.\n",
        &expect![[r#"
            Tambros: 1
        "#]],
    );
}

#[test]
fn treaties_of_saints_are_of_towns() {
    check(
        "- The Treaty Of St Laurent took land. The death of St Francis came later.\n",
        &expect![[r#"
            St Francis = Francis: 1
        "#]],
    );
}

#[test]
fn who_held_an_office_for_a_time_is_a_person() {
    check(
        "## 3. Tolbrook (Officiating; 1802)\n- Brask (acting) did the same.\n- Plumbo (boring) did not.\n",
        &expect![[r#"
            Tolbrook: 1
            Brask: 2
        "#]],
    );
}

#[test]
fn followers_and_ideas_are_nobody() {
    check(
        "- The Norvalistas won. Norvalistas ruled the north.\n- He believed in the General Will. General Hill did not.\n- Arthur banks a fortune. Arthur banks said so.\n",
        &expect![[r#"
            Arthur: 3 3
        "#]],
    );
}
