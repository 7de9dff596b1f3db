//! Notes of many styles, and the people whom they name.

mod beside;
mod bynames;
mod called;
mod famous;
mod foreign;
mod hard;
mod namesakes;
mod other_names;
mod peers;
mod renamed;
mod respelt;
mod said_to_be;
mod shortened;
mod sobriquets;
mod strangers;
mod subjects;
mod tagged;
mod told;
mod unlisted;

use expect_test::{Expect, expect};

/// Reads `note` and shows each person as `name = alias, alias`, with `(he 2)` where pronouns mean them.
fn check(note: &str, expected: &Expect) {
    let note = crate::notes::read("note.md", note);
    let mut shown = String::new();
    for person in &note.people {
        shown.push_str(&person.name);
        if !person.aliases.is_empty() {
            shown.push_str(" = ");
            shown.push_str(&person.aliases.join(", "));
        }
        let meant = person
            .mentions
            .iter()
            .filter(|mention| mention.from == crate::notes::Basis::Pronoun)
            .count();
        if meant > 0 {
            shown.push_str(&format!(" (he or she {meant})"));
        }
        shown.push('\n');
        for mention in &person.mentions {
            assert!(
                note.source.get(mention.span.clone()).is_some(),
                "{mention:?} is in the note"
            );
        }
    }
    expected.assert_eq(&shown);
}

#[test]
fn a_rank_of_two_words_is_the_whole_title() {
    check(
        "Field Marshal Haig attacked in 1916. Haig was blamed. Air Marshal Tedder agreed. Air Chief Marshal Dowding won.\n\nThe Field Marshal rested.\n",
        &expect![[r#"
            Field Marshal Haig = Haig
            Air Marshal Tedder = Tedder
            Air Chief Marshal Dowding = Dowding
        "#]],
    );
}

#[test]
fn titles_before_and_after_names() {
    check(
        r##"# Revolt of 1857
**Causes**: Doctrine of Lapse (Lord Dalhousie), greased cartridges of the Enfield rifle, Christian missionaries
- 29 March 1857: Mangal Pandey attacks his officers at Barrackpore
- 10 May: sepoys in Meerut rise, march on Delhi and proclaim Bahadur Shah Zafar as emperor. Bakht Khan commands there
- Kanpur: Nana Sahib, adopted son of Peshwa Baji Rao II. Tantia Tope was his general
- Lucknow: Begum Hazrat Mahal declares her son Birjis Qadr Nawab. Sir Henry Lawrence dies in the Residency
- Jhansi: Rani Lakshmibai dies fighting at Gwalior, June 1858. Sir Hugh Rose called her the best of the rebels
- Bihar -> Kunwar Singh (aged 80!)
John Nicholson led the assault on Delhi, Hodson shot the Mughal princes. Colin Campbell relieved Lucknow
Result: East India Company abolished, Queen Victoria's Proclamation, Lord Canning first Viceroy"##,
        &expect![[r#"
            Lord Dalhousie = Dalhousie
            Mangal Pandey
            Bahadur Shah Zafar
            Bakht Khan
            Nana Sahib
            Baji Rao II = Peshwa Baji Rao II
            Tantia Tope
            Hazrat Mahal = Begum Hazrat Mahal
            Birjis Qadr
            Henry Lawrence = Sir Henry Lawrence
            Rani Lakshmibai = Lakshmibai
            Hugh Rose = Sir Hugh Rose
            Kunwar Singh
            John Nicholson
            Hodson
            Colin Campbell
            Queen Victoria = Victoria
            Lord Canning = Canning
        "#]],
    );
}

#[test]
fn surnames_in_lists() {
    check(
        r##"## 1905 Revolution
Father Gapon leads workers to the Winter Palace on 22 January 1905 = Bloody Sunday. Tsar Nicholas II was not even there. Grand Duke Sergei is blown up by the SRs in February. Sergei Witte gets the Tsar to sign the October Manifesto. Trotsky chairs the St Petersburg Soviet, Lenin comes back too late.
Stolypin ("necktie") hangs rebels and gives peasants land. He is shot in Kiev 1911 by Bogrov.
### 1917
Rasputin killed by Prince Felix Yusupov, Dec 1916. Prince Lvov heads the Provisional Government, then Kerensky. Kornilov affair. Lenin arrives at the Finland Station with the April Theses
Bolsheviks: Lenin, Trotsky, Zinoviev, Kamenev, Stalin, Sverdlov
Alexandra Kollontai = first woman in the government. Whites: Kolchak, Denikin, Yudenich, Wrangel"##,
        &expect![[r#"
            Father Gapon = Gapon
            Tsar Nicholas II = Nicholas II
            Grand Duke Sergei = Sergei
            Sergei Witte
            Trotsky
            Lenin
            Stolypin (he or she 1)
            Bogrov
            Rasputin
            Felix Yusupov = Prince Felix Yusupov
            Prince Lvov = Lvov
            Kerensky
            Kornilov
            Zinoviev
            Kamenev
            Stalin
            Sverdlov
            Alexandra Kollontai
            Kolchak
            Denikin
            Yudenich
            Wrangel
        "#]],
    );
}

#[test]
fn a_name_at_birth() {
    check(
        r##"# Haitian revolution
1791 Boukman's ceremony at Bois Caïman. Toussaint Louverture (born Toussaint Bréda) was a coachman who read Epictetus and the abbé Raynal.
Léger-Félicité Sonthonax abolishes slavery in the north in 1793. Rigaud fights Toussaint in the War of Knives.
Napoleon sends his brother-in-law Leclerc with 20,000 men; Toussaint is tricked, dies in Fort de Joux in 1803. Jean-Jacques Dessalines beats Rochambeau at Vertières and declares independence on 1 January 1804. Henri Christophe builds the Citadelle; Alexandre Pétion gets the south."##,
        &expect![[r#"
            Boukman
            Toussaint Louverture = Toussaint Bréda, Toussaint
            Epictetus
            Léger-Félicité Sonthonax
            Rigaud
            Napoleon
            Leclerc
            Jean-Jacques Dessalines
            Rochambeau
            Henri Christophe
            Alexandre Pétion
        "#]],
    );
}

#[test]
fn one_man_in_two_spellings() {
    check(
        r##"# Conquest of Mexico
Hernán Cortés left Cuba in February 1519 against the orders of governor Diego Velázquez. At Potonchán he was given Malintzin (Doña Marina to the Spaniards, La Malinche today), who spoke Nahuatl and Maya.
In Tenochtitlan, Moctezuma II received Cortes as a guest and was made prisoner. Pedro de Alvarado massacres nobles at the feast of Toxcatl. Montezuma dies, killed by a stone or by the Spanish. Cuitláhuac drives them out (Noche Triste) but dies of smallpox. Cuauhtémoc surrendered on 13 August 1521.
Bernal Díaz del Castillo wrote his True History as an old man. Pánfilo de Narváez lost an eye."##,
        &expect![[r#"
            Hernán Cortés = Cortes
            Diego Velázquez
            Doña Marina = Malintzin, Marina, La Malinche
            Moctezuma II = Montezuma
            Pedro de Alvarado
            Cuitláhuac
            Cuauhtémoc
            Bernal Díaz del Castillo
            Pánfilo de Narváez
        "#]],
    );
}

#[test]
fn names_with_hyphens() {
    check(
        r##"### Goryeo and Joseon
Wang Geon founded Goryeo in 918. Yi Seong-gye turns back at Wihwado Island & founds Joseon 1392. King Sejong the Great invents Hangul in 1443, with scholars such as Jeong In-ji. Prince Suyang usurped his nephew Danjong. King Seonjo fled Hanyang in 1592; Admiral Yi Sun-sin wins at Hansando and Myeongnyang. Gwanghaegun balanced Ming and Qing. King Injo bowed to Hong Taiji. Jeong Yak-yong built Hwaseong for King Jeongjo.
Heungseon Daewongun closed the ports. Queen Min was murdered in 1895 by Japanese agents. Jeon Bong-jun led Donghak peasants. Ahn Jung-geun shot Ito Hirobumi at Harbin station in 1909."##,
        &expect![[r#"
            Wang Geon
            Yi Seong-gye
            King Sejong the Great = Sejong the Great
            Jeong In-ji
            Prince Suyang = Suyang
            Danjong
            King Seonjo = Seonjo
            Yi Sun-sin = Admiral Yi Sun-sin
            King Injo = Injo
            Hong Taiji
            Jeong Yak-yong
            King Jeongjo = Jeongjo
            Heungseon Daewongun
            Queen Min = Min
            Jeon Bong-jun
            Ahn Jung-geun
            Ito Hirobumi
        "#]],
    );
}

#[test]
fn names_in_headings() {
    check(
        r##"# Unification of Japan
## Oda Nobunaga
- Won at Okehazama in 1560 against Imagawa Yoshimoto
- Betrayed by Akechi Mitsuhide at Honno-ji, 1582
- burned Mt Hiei
## Hideyoshi
- Peasant's son. Toyotomi Hideyoshi beat Mitsuhide 11 days later
- Sword hunt 1588, invaded Korea twice -> admiral Yi Sun-sin's turtle ships
- he died 1598
## Tokugawa
- Sekigahara 1600: Ieyasu beats Ishida Mitsunari. Shogun in 1603
- Tokugawa Iemitsu closes the country (sakoku)
- William Adams = first Englishman in Japan
- Christianity: Francis Xavier, Amakusa Shiro leads Shimabara rebellion"##,
        &expect![[r#"
            Oda Nobunaga
            Imagawa Yoshimoto
            Akechi Mitsuhide = Mitsuhide
            Toyotomi Hideyoshi = Hideyoshi
            Yi Sun-sin (he or she 1)
            Ieyasu
            Ishida Mitsunari
            Tokugawa Iemitsu
            William Adams
            Francis Xavier
            Amakusa Shiro
        "#]],
    );
}

#[test]
fn he_and_she_are_followed_where_one_person_can_be_meant() {
    check(
        r##"Marie Curie found radium. She won two prizes.

Napoleon met Alexander I at Tilsit. He was pleased.

- Malcolm X
  - He spoke in Harlem
  - His speech was printed"##,
        &expect![[r#"
            Marie Curie (he or she 1)
            Napoleon
            Alexander I
            Malcolm X (he or she 2)
        "#]],
    );
}

#[test]
fn a_numeral_that_differs_is_another_person() {
    check(
        r##"Alexander II freed the serfs. Alexander III did not. Selim I took Egypt; Selim III built a new army. Darius I and Darius III were kings. Henry VIII. Henry married six times."##,
        &expect![[r#"
            Alexander II
            Alexander III
            Selim I
            Selim III
            Darius I
            Darius III
            Henry VIII = Henry
        "#]],
    );
}

#[test]
fn a_note_about_a_person_is_named_by_its_title_and_aliases() {
    check(
        r##"---
title: Rosa Luxemburg
aliases: [Red Rosa]
---
She was born in Zamość. Luxemburg was murdered in January 1919."##,
        &expect![[r#"
            Rosa Luxemburg = Luxemburg, Red Rosa (he or she 1)
        "#]],
    );
}

#[test]
fn links_and_tags_name_people() {
    check(
        r##"[[Vladimir Lenin|Lenin]] came back in April. #lenin #Trotsky

Trotsky led the Red Army. The trotsky line was lost."##,
        &expect![[r#"
            Vladimir Lenin = Lenin, #lenin
            Trotsky = #Trotsky
        "#]],
    );
}

#[test]
fn things_called_after_people_are_nobody() {
    check(
        r##"The Marshall Plan, the Nobel Prize, Jim Crow laws, the Truman Doctrine, Halley's comet, Brown v. Board of Education, HMS Victory, Operation Barbarossa and the Molotov-Ribbentrop Pact. The King of Prussia refused."##,
        &expect![[""]],
    );
}

#[test]
fn slips_of_the_pen_stand_beside_the_right_spelling() {
    check(
        r##"Clement Attlee won in 1945. Atlee resigned in 1951. Stalin refused. Stallin was furious. Castro won. Castros army marched."##,
        &expect![[r#"
            Clement Attlee = Atlee
            Stalin = Stallin
            Castro = Castros
        "#]],
    );
}
