//! Names respelt, and names cut short to letters and numbers.

use super::hard::check;
use expect_test::expect;

#[test]
fn letters_and_a_number_are_a_ruler_of_the_note() {
    check(
        "- Henry VII was careful. H7 saved money.\n- Thutmose II died. After T2 came Gregory VII. GVII fled.\n- Chandragupta II reigned, and CG II was rich.\n- Elizabeth I never married. QE1 sent help.\n- V2 rockets fell. Paper H2 has two questions.\n",
        &expect![[r#"
            Henry VII = H7: 1 1
            Thutmose II = T2: 2 2
            Gregory VII = GVII: 2 2
            Chandragupta II = CG II: 3 3
            Elizabeth I = QE1: 4 4
        "#]],
    );
}

#[test]
fn digits_are_a_rulers_numeral() {
    check(
        "- Louis XIV built Versailles. Louis 14's palace was large.\n- Thomas Wolsey was Henry 8's minister.\n- Edward 6 was ill. Henry 8 had six wives.\n- Henry 3 times refused. George 5 May.\n",
        &expect![[r#"
            Louis XIV = Louis 14: 1 1
            Thomas Wolsey: 2
            Henry 8 = Henry: 2 3 4
            Edward 6: 3
            George: 4
        "#]],
    );
}

#[test]
fn small_letters_stand_for_small_words() {
    check(
        "- Margaret of Anjou led the army. MoA fled to Scotland.\n- Peter the Great travelled. P the G built ships.\n- Maria Theresa inherited Austria. MT lost Silesia.\n- The UK and McA are something else.\n",
        &expect![[r#"
            Margaret of Anjou = MoA: 1 1
            Peter the Great = P the G: 2 2
            Maria Theresa = MT: 3 3
        "#]],
    );
}

#[test]
fn a_surname_cut_short_is_whom_the_note_calls_by_it() {
    check(
        "- Liszt was born in 1811. Franz L. played the piano.\n- Gluck envied Piccinni (Niccolo P.).\n- Alexander Hamilton wrote essays. A. Ham was shot.\n- Castlereagh spoke. Castlereagh left. Viscount C. died. Castlereagh was buried.\n",
        &expect![[r#"
            Liszt = Franz L: 1 1
            Gluck: 2
            Piccinni = Niccolo P: 2 2
            Alexander Hamilton = A. Ham: 3 3
            Castlereagh = Viscount C.: 4 4 4 4
        "#]],
    );
}

#[test]
fn one_name_in_two_spellings_is_one_person() {
    check(
        "- Zeng Guofan raised an army. Tseng Kuo-fan retired.\n- Vasu Mitra wrote plays. Vasumitra died in 320.\n- Henri III was stabbed. Henry III had no son.\n- Gustav Adolf invaded. Gustavus Adolphus was killed.\n- Alexius Comnenus asked for help. Bohemond swore to Alexios.\n",
        &expect![[r#"
            Zeng Guofan = Tseng Kuo-fan: 1 1
            Vasu Mitra = Vasumitra: 2 2
            Henri III = Henry III: 3 3
            Gustav Adolf = Gustavus Adolphus: 4 4
            Alexius Comnenus = Alexios: 5 5
            Bohemond: 5
        "#]],
    );
}

#[test]
fn short_forms_and_particles_belong_to_the_name() {
    check(
        "- Gerald Ford pardoned Nixon. Jerry lost in 1976.\n- Taira no Tadanori fought. Tadanori died at the coast.\n- Thomas Kempis wrote. Thomas à Kempis is read.\n- Nadir Shah Afshar took Delhi. Nadir Shah was killed.\n- Q. Fulvius Flaccus was consul. Fulvius took Capua.\n- John of Gaunt was rich. Gaunt's palace burned.\n",
        &expect![[r#"
            Gerald Ford = Jerry: 1 1
            Nixon: 1
            Taira no Tadanori = Tadanori: 2 2
            Thomas Kempis = Thomas à Kempis: 3 3
            Nadir Shah Afshar = Nadir Shah: 4 4
            Q. Fulvius Flaccus = Fulvius: 5 5
            John of Gaunt = Gaunt: 6 6
        "#]],
    );
}

#[test]
fn a_line_with_room_for_the_next_word_is_not_wrapped() {
    check(
        "The emperor sent two envoys with letters and gold to Leo\nMurad took the fort and then the bridge and the harbour with all the ships in it\n",
        &expect![[r#"
            Leo: 1
            Murad: 2
        "#]],
    );
}

#[test]
fn surnames_that_sound_alike_are_one() {
    check(
        "- Padraig Pearse read it out. Pearce was shot in May.\n- Myron Theodore Johnson was elected. Then Myron Jonson went home.\n- Orson Brauning closed the schools. Then Brawning was sacked.\n- Md. Selim Khan led them. Muhammad Selim Khan was captured.\n",
        &expect![[r#"
            Padraig Pearse = Pearce: 1 1
            Myron Theodore Johnson = Myron Jonson: 2 2
            Orson Brauning = Brawning: 3 3
            Muhammad Selim Khan = Md. Selim Khan: 4 4
        "#]],
    );
}

#[test]
fn well_known_letters_are_whom_the_note_names() {
    check(
        "- TR gave the bride away. Theodore Roosevelt was pleased.\n- WSC wrote to Stalin. Churchill was tired.\n",
        &expect![[r#"
            Theodore Roosevelt = TR: 1 1
            Churchill = WSC: 2 2
            Stalin: 2
        "#]],
    );
}
