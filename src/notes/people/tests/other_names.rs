//! Other names of people: spellings of other scripts, epithets of rulers, bynames under headings and further on, letters.

use super::hard::check;
use expect_test::expect;

#[test]
fn one_name_of_another_script_has_several_spellings() {
    check(
        "- Kitbuqa (Ketbugha) took Ostwick. Tolchun Khan / Tulchin rode. Borchu Khan ruled, and Borchuq Khan died.\n- Marie (Mary) went. Marcus (Marcius) fell.\n",
        &expect![[r#"
            Kitbuqa = Ketbugha: 1 1
            Tolchun Khan = Tulchin: 1 1
            Borchu Khan = Borchuq Khan: 1 1
            Marie: 2
            Mary: 2
            Marcus = Marcius: 2 2
        "#]],
    );
}

#[test]
fn an_epithet_after_an_equals_sign_is_a_rulers() {
    check(
        "- Alexander the Great ruled Ostmark. Alexander III = the Great, Alexander IV = his nephew.\n",
        &expect![[r#"
            Alexander the Great = Alexander III = the Great: 1 1
            Alexander IV: 1
        "#]],
    );
}

#[test]
fn letters_stand_for_a_surname_of_two_words_or_for_two_names() {
    check(
        "- José de San Blas came. Then SB wanted war, and SB fled.\n- General Dessalon, later called Louverain, rode. DL's army. Dessalon fell. Then DL marched.\n",
        &expect![[r#"
            José de San Blas = SB: 1 1 1
            General Dessalon = Dessalon = Louverain = DL: 2 2 2 2 2
        "#]],
    );
    check(
        "- Louis I ruled. Louis fled. Louis IX came. Louis died. L. I was old, L IX fat. V. I. Lenin wrote.\n",
        &expect![[r#"
            Louis I = Louis = L. I: 1 1 1
            Louis IX = Louis = L IX: 1 1 1
            V. I. Lenin: 1
        "#]],
    );
}

#[test]
fn a_short_given_name_is_the_only_one_of_the_note() {
    check(
        "- Benjamin Lawless rose. The brothers Ben and Willie marched.\n- Max Weber wrote. Maximilian Vane and Maximus came.\n",
        &expect![[r#"
            Benjamin Lawless = Ben: 1 1
            Willie: 1
            Max Weber: 2
            Maximilian Vane: 2
            Maximus: 2
        "#]],
    );
}

#[test]
fn the_first_line_under_a_heading_has_bynames() {
    check(
        "## Horace Vane\n\"Fox of Ostwick\" / \"the Chief\". Lawyer, b. 1820\n\n## Diego Sand\n*El Caudillo*\n\n## Thomas Mann\n*La Montagna*\n\n## Cripps and Attlee\n\"the Chief\", 1945\n\n## Paine\n\"Common Sense\", 1776\n",
        &expect![[r#"
            Horace Vane = Fox of Ostwick = Chief = the Chief: 1 2
            Diego Sand = El Caudillo: 4
            Thomas Mann: 7
            Cripps: 10
            Attlee: 10
            Paine: 13
        "#]],
    );
}

#[test]
fn bynames_stand_after_the_sentence_and_are_nobody_else() {
    check(
        "- Sand fell at Ham in 1830. (\"the Hannibal of Ham\")\n- Korvath rode. Born in Ham and old. \"White Spartacus\" (the press called him that)\n- Jane Vane fought. Gibbon calls her \"butcher of Ham\".\n- Philip IV was the son of Philip III. He was known as \"the Planet King\".\n",
        &expect![[r#"
            Sand = Hannibal of Ham = the Hannibal of Ham: 1 1
            Korvath = White Spartacus: 2 2
            Jane Vane = butcher of Ham: 3
            Gibbon: 3
            Philip IV = Planet King = the Planet King: 4 4
            Philip III: 4
        "#]],
    );
}

#[test]
fn others_have_names_of_their_own_for_somebody() {
    check(
        "- **Overton** – \"Chief Painter\". Was old. J.P. to his men\n- Marie Korvath (Nelly to her friends, \"Birdie\" to Overton) wept. Attlee (Moved to his uncle) left.\n",
        &expect![[r#"
            Overton = Chief Painter = J.P.: 1 1 2
            Marie Korvath = Nelly = Birdie: 2
            Attlee: 2
        "#]],
    );
}

#[test]
fn quotations_after_a_name_may_be_what_its_bearer_has() {
    check(
        "- Ivan Korvath \"Silverbags\" collects. Thomas Hobbes \"Leviathan\" argues. Edmund 'Bloodaxe' rode. Ethelred the Heedless/the Lame sat.\n",
        &expect![[r#"
            Ivan Korvath = Silverbags: 1
            Thomas Hobbes: 1
            Edmund = Bloodaxe = Edmund 'Bloodaxe': 1
            Ethelred the Heedless = the Lame: 1
        "#]],
    );
}

#[test]
fn titles_in_small_letters_are_told_as_well() {
    check(
        "- viceroy Abascal fled, and pope Gregory IX wrote (sergeant Overton died). Their brother Joseph, ex-king Zog and a mere Attlee\n",
        &expect![[r#"
            Abascal = viceroy Abascal: 1
            Gregory IX = pope Gregory IX: 1
            Overton = sergeant Overton: 1
            Joseph: 1
            Zog: 1
            Attlee: 1
        "#]],
    );
}

#[test]
fn well_known_epithets_are_nobody_else() {
    check(
        "- Rommel marched. The Desert Fox died.\n",
        &expect![[r#"
            Rommel = Desert Fox: 1 1
        "#]],
    );
}

#[test]
fn a_name_in_another_tongue_is_whose_the_note_says_it_is() {
    check(
        "- King Charles I paid for the ships.\n- Rajah Tumaway (aka Carlos) was old. Tumaway was a chief.\n",
        &expect![[r#"
            King Charles I = Charles I: 1
            Carlos = Tumaway = Rajah Tumaway: 2 2 2
        "#]],
    );
}

#[test]
fn the_full_name_in_capitals_under_a_heading() {
    check(
        "# **HADRIAN**\n#### *PVBLIVS AELIVS HADRIANVS AVGVSTVS*\n\n- Hadrian ruled for long\n\n# Julius Caesar\n\nGAIVS IVLIVS CAESAR\n\nCaesar crossed the river.\n",
        &expect![[r#"
            Hadrian = HADRIAN = PVBLIVS AELIVS HADRIANVS AVGVSTVS: 1 4
            Julius Caesar = Caesar = GAIVS IVLIVS CAESAR: 6 8 10
        "#]],
    );
    check(
        "# Caesar\n\nTHE END\n\nCaesar fell.\n",
        &expect![[r#"
        Caesar: 1 5
    "#]],
    );
}

#[test]
fn apart_by_dashes_and_by_a_monks_name() {
    check(
        "- Liu Renko - aka Lord of Vell, later Gaozu - a peasant\n- Gaozu gave land away\n- Tan Sheng - also Tan Shao - killed by his driver\n- Hugh Sand (monk name Teodosios) was made bishop\n",
        &expect![[r#"
            Liu Renko = Gaozu = Lord of Vell: 1 1 2
            Tan Sheng = Tan Shao: 3 3
            Hugh Sand = Teodosios: 4
        "#]],
    );
}

#[test]
fn what_is_said_of_kin_or_of_any_of_a_name_is_no_second_name() {
    check(
        "- mother of Charles = Judith, whom they hated\n- Charles the Bald won\n- founded by a Constantine (Constantine the Great), lost by Constantine XI\n",
        &expect![[r#"
            Charles the Bald = Charles: 1 2
            Judith: 1
            Constantine XI: 3
            Constantine the Great = Constantine: 3 3
        "#]],
    );
}

#[test]
fn answers_of_cards_and_names_cut_short_twice() {
    check(
        "- Who was Rodmar Vell? :: Hugh Sand, a lawyer\n- Stanislaw Lesny made king (Stan L.)\n- Who was Karl Dorn? :: Emil Fahr's friend\n",
        &expect![[r#"
            Hugh Sand = Rodmar Vell: 1 1
            Stanislaw Lesny = Stan L: 2 2
            Karl Dorn: 3
            Emil Fahr: 3
        "#]],
    );
    check(
        "# Claudius\n\n- Claudius limped\n- Sons: Claudius Drusus, Britannicus\n",
        &expect![[r#"
            Claudius: 1 3
            Claudius Drusus: 4
            Britannicus: 4
        "#]],
    );
}

#[test]
fn surnames_cut_short_that_nothing_else_speaks_for() {
    check(
        "- Kerensky led the government, but nobody trusted Ker\n- Lenin and Trotsky turned against Ker in 1917\n",
        &expect![[r#"
            Kerensky = Ker: 1 1 2
            Lenin: 2
            Trotsky: 2
        "#]],
    );
}
