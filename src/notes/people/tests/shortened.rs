//! Names cut short, and names in full of whom a note mostly calls by less.

use super::hard::check;
use expect_test::expect;

#[test]
fn clipped_and_contracted_names_are_of_whom_they_begin() {
    check(
        "- Lord Wellington led the army. W'ton was careful.\n- Casimir Olenski rebelled. Then Cas was shot.\n- Jan van Tollen wrote to her. Later Vant was arrested.\n- The Dems lost. O'Neill spoke.\n",
        &expect![[r#"
            Lord Wellington = Wellington = W'ton: 1 1
            Casimir Olenski = Cas: 2 2
            Jan van Tollen = Vant: 3 3
            O'Neill: 4
        "#]],
    );
}

#[test]
fn letters_without_a_stop_act_where_the_note_is_full_of_somebody() {
    check(
        "- Hannibal was born in Carthage. Hannibal crossed the Alps. Hannibal won at Cannae.\n- Rome feared Hannibal. Hannibal's brother died.\n- Rome refused, so H marched south. H had him killed.\n- Vitamin H is a vitamin. Option H failed.\n",
        &expect![[r#"
            Hannibal = H: 1 1 1 2 2 3 3
        "#]],
    );
}

#[test]
fn romans_have_short_given_names_and_bynames() {
    check(
        "- Q. Servilius led. Quintus was killed in 105.\n- CN. PISO governed Syria. Gnaeus Piso was accused.\n- Scipio fought in Asia. Scipio Asiaticus won there.\n- Marcius Rex was consul, then Rex was sent east.\n- Carbo ruled, Carbo was killed. Papirius Carbo is dead.\n- His uncle Drusus and his slave Tiro fled.\n",
        &expect![[r#"
            Q. Servilius = Quintus: 1 1
            Gnaeus Piso = CN. PISO: 2 2
            Scipio Asiaticus = Scipio: 3 3
            Marcius Rex = Rex: 4 4
            Papirius Carbo = Carbo: 5 5 5 6
            Drusus: 6
            Tiro: 6
        "#]],
    );
}

#[test]
fn rulers_are_whom_the_note_names_before_a_comma() {
    check(
        "- Henri Dubois fought for freedom.\n- Dubois, king Henry I of the island, built a palace.\n- He worked for Enea Piccolomini, Pope Pius II.\n- Guests: Cesare Borgia, Pope Julius II and Machiavelli.\n",
        &expect![[r#"
            Henri Dubois = Dubois = Henry I: 1 2 2 3
            Pope Pius II = Enea Piccolomini = Pius II: 3 3
            Cesare Borgia: 4
            Pope Julius II = Julius II: 4
            Machiavelli: 4
        "#]],
    );
}

#[test]
fn peers_of_one_place_stay_apart_where_the_note_says_who_they_are() {
    check(
        "- The Duke of Somerset (Edward Seymour) ruled for Edward VI.\n- Robert Carr, 1st Earl of Somerset, sat in the Tower.\n- Essex (Robert Devereux) told the Queen.\n",
        &expect![[r#"
            Edward Seymour = Duke of Somerset: 1 1
            Edward VI: 1
            Robert Carr = Earl of Somerset = 1st Earl of Somerset: 2 2
            Robert Devereux = Essex: 3 3
        "#]],
    );
}

#[test]
fn who_comes_far_later_is_not_meant() {
    let gap = "- The crowd waited.\n".repeat(10);
    check(
        &format!(
            "- Anne Boleyn was crowned. Anne was beheaded.\n- Cato spoke. Cato hated Carthage.\n{gap}- Anne of Denmark ruled Scotland.\n- Cato the Younger killed himself.\n- Sir Henry Lisle *the younger* (his father Henry Lisle the Elder died). Lisle wrote.\n"
        ),
        &expect![[r#"
            Anne Boleyn = Anne: 1 1
            Cato: 2 2
            Anne of Denmark: 13
            Cato the Younger: 14
            Henry Lisle the younger = Sir Henry Lisle = Sir Henry Lisle the younger: 15
            Henry Lisle the Elder = Lisle: 15 15
        "#]],
    );
}

#[test]
fn the_irish_have_two_names_and_clans_a_chief() {
    check(
        "- **Thomas Ashe** (Tomás Ashe / T. Ashe) spoke. Seamus Moran (Mac Giolla) wrote.\n- The O'Donoghue was killed in Kerry.\n- 1913: James Nolan v. Patrick Byrne ended badly. Roe v. Wade (1973) was a case.\n- Brig. Hale signed. Sean's Mills and Stephen's Green were held.\n",
        &expect![[r#"
            Thomas Ashe = Tomás Ashe = T. Ashe: 1 1 1
            Seamus Moran = Mac Giolla: 1 1
            The O'Donoghue: 2
            James Nolan: 3
            Patrick Byrne: 3
            Brig. Hale = Hale: 4
        "#]],
    );
}

#[test]
fn brackets_may_end_in_a_letter_and_compounds_name_nobody() {
    check(
        "- Robespierre (Maximilien R.) spoke. They fought at Bourg-en-Bresse and Crête-à-Julien.\n- Didnt work. Caspar wouldnt work with Melchior.\n",
        &expect![[r#"
            Robespierre = Maximilien R: 1 1
            Caspar: 2
            Melchior: 2
        "#]],
    );
}

#[test]
fn letters_that_a_key_explains_mean_people_throughout() {
    check(
        "key: B = Borvin, M+D = Maltin & Durvo\n\n- Borvin was born in 1850. Maltin and Durvo were arrested with Borvin. Durvo died.\n- 1901 B ill, M in exile. D's book\n- M + D out of the party. Plan B failed, and M. Karsk left\n",
        &expect![[r#"
            Borvin = B: 1 1 3 3 4
            Maltin = M: 1 1 3 4 5
            Durvo = D: 1 1 3 3 4 5
            M. Karsk: 5
        "#]],
    );
    check(
        "- Borvin led. Borvin won. Borvin fell. Maltin hid. Maltin ran. Maltin died.\n- B + M v the rest. Then M out. B's army left\n- vitamins B and M. The B's\n",
        &expect![[r#"
            Borvin = B: 1 1 1 2 2
            Maltin = M: 1 1 1 2 2
        "#]],
    );
}

#[test]
fn letters_beside_a_sign_are_called_what_is_quoted() {
    check(
        "- Borvin (B) led. Borvin won. Borvin fell.\n- The paper says B = \"butcher of the valley\". Karsk = \"iron dwarf\"\n",
        &expect![[r#"
            Borvin = B = butcher of the valley: 1 1 1 1 2
        "#]],
    );
}

#[test]
fn rulers_are_cut_short_before_their_numerals() {
    check(
        "- Philip II ruled long. Henry VIII died. William III was crowned. Louis XIV built. Louis XVI fell.\n- The daughter of Phil II was born. Hen VIII lost the war. Wm III came. Lou XIV died. Phil IV wrote.\n- John Halden of Overhouse died. DDE spoke.\n",
        &expect![[r#"
            Philip II = Phil II: 1 2
            Henry VIII = Hen VIII: 1 2
            William III = Wm III: 1 2
            Louis XIV = Lou XIV: 1 2
            Louis XVI: 1
            Phil IV: 2
            John Halden = John Halden of Overhouse: 3
            DDE: 3
        "#]],
    );
}

#[test]
fn words_of_one_letter_are_nobody() {
    check(
        "A = Augustus. Augustus won, Augustus ruled and Augustus died. A man came. I was there.\n",
        &expect![[r#"
            Augustus: 1 1 1 1
        "#]],
    );
}

#[test]
fn given_names_alone_are_of_whom_the_note_names_otherwise() {
    check(
        "- Thatcher won. Maggie stayed until 1990.\n- H. Ostrander led the party. Later Harold was defeated.\n- RFK was a senator, then Bobby was shot. Robert Kennedy died in June.\n- Jack = John Aldermoor. Jack Telford killed him.\n- Moltke the Elder won in 1870. Old Moltke died in 1891.\n",
        &expect![[r#"
            Thatcher = Maggie: 1 1
            H. Ostrander = Harold: 2 2
            Robert Kennedy = RFK = Bobby: 3 3 3
            John Aldermoor = Jack: 4 4
            Jack Telford: 4
            Old Moltke = Moltke the Elder: 5 5
        "#]],
    );
}

#[test]
fn given_names_of_others_stay_apart() {
    check(
        "- M.K. Gandhi marched. Motilal was arrested.\n- Jack Telford led. John was killed in 1450.\n- H. Ostrander led. W. Ostrander died. Harry and Walter fled.\n",
        &expect![[r#"
            M.K. Gandhi: 1
            Motilal: 1
            Jack Telford: 2
            John: 2
            H. Ostrander = Harry: 3 3
            W. Ostrander = Walter: 3 3
        "#]],
    );
}

#[test]
fn letters_behind_a_given_name_are_a_surname() {
    check(
        "- Kerensky asked General Kornilov. Alexander K. failed.\n- Truman spoke to Stalin. Harry S was sure.\n- Mendez Ramos led his party. Juan M.R. was killed. Juan Rubio died.\n- President Vondel ruled in 1958. Dieter V. was stabbed.\n",
        &expect![[r#"
            Kerensky = Alexander K: 1 1
            General Kornilov = Kornilov: 1
            Truman = Harry S: 2 2
            Stalin: 2
            Mendez Ramos = Juan M.R: 3 3
            Juan Rubio: 3
            President Vondel = Vondel = Dieter V: 4 4
        "#]],
    );
}

#[test]
fn initials_stand_before_particles() {
    check(
        "- J. de Wolff was killed in 1672. Then C. van Gaal resigned.\n- P.W. von Dorter ruled, and PW lost in 1989.\n- U.S. Grant won. U.S. Marines landed.\n- Emmeline Thorpe spoke. Thorpe was arrested, then Mrs T was released. Thorpe died.\n- Take vitamin C. de Boer said no.\n",
        &expect![[r#"
            J. de Wolff: 1
            C. van Gaal: 1
            P.W. von Dorter = PW: 2 2
            U.S. Grant: 3
            Emmeline Thorpe = Thorpe = Mrs T: 4 4 4 4
        "#]],
    );
}

#[test]
fn titles_of_women_of_whom_the_note_gives_more() {
    check(
        "- Marie Dubois found it. Mme Dubois died in 1934.\n- He left Mme de Valmont for Solange, then Valmont was banished.\n- Khedive Selim ruled. Selim was deposed.\n- Fernando de Vargas landed. Vargas the elder was killed.\n- He crowned Emperor Jacques I. Toussaint Moreau had died.\n",
        &expect![[r#"
            Marie Dubois = Dubois = Mme Dubois: 1 1
            Mme de Valmont = de Valmont = Valmont: 2 2
            Khedive Selim = Selim: 3 3
            Fernando de Vargas = Vargas the elder: 4 4 5
            Emperor Jacques I = Jacques I: 5
            Toussaint Moreau: 5
        "#]],
    );
}

#[test]
fn a_name_cut_short_behind_an_apostrophe_is_no_letter() {
    check(
        "- Willie O'S\n- Anna Brandt sang\n",
        &expect![[r#"
        Anna Brandt: 2
    "#]],
    );
}

#[test]
fn lords_and_knights_are_called_after_things() {
    check(
        "- Lord Marsh took the fort. Sir Walter Bridge was sent home.\n- The Lord Chancellor and the Sir Walter Bridge Inn closed.\n",
        &expect![[r#"
            Lord Marsh = Marsh: 1
            Walter Bridge = Sir Walter Bridge: 1
        "#]],
    );
}

#[test]
fn letters_of_a_junior_are_a_name() {
    check(
        "- The murder of MLK Jr. was in April.\n- BBC Jr. is a station.\n",
        &expect![[r#"
            MLK Jr: 1
        "#]],
    );
}
