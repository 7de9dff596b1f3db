//! Whole notes of many subjects and peoples, and whom they name.

use expect_test::expect;

use super::check;

#[test]
fn a_dynasty_of_china() {
    check(
        r##"---
title: Qin to Han
tags: [china, ancient]
---
## Qin Dynasty
Ying Zheng became king of Qin aged 13. After defeating the other six Warring States he called himself Qin Shi Huang ("First Emperor"). His chancellor Li Si pushed Legalism, burned books and had 460 scholars buried alive.
Meng Tian was sent north with 300,000 men to build the Great Wall. When the emperor died in 210 BC, the eunuch Zhao Gao forged the will so that Fusu killed himself and Huhai took the throne.
## Han
- Liu Bang (later Emperor Gaozu) beat Xiang Yu at Gaixia in 202 BC
- Empress Lü ruled behind the scenes
- Emperor Wu made Confucianism the state ideology -> Dong Zhongshu
- Zhang Qian travelled to Bactria, opening the Silk Road
- Wang Mang usurps the throne, Xin dynasty 9-23 AD
- Sima Qian wrote the Shiji; Ban Zhao finished her brother's Book of Han"##,
        &expect![[r#"
            Qin Shi Huang = Ying Zheng, First Emperor (he or she 2)
            Li Si
            Meng Tian
            Zhao Gao
            Fusu
            Huhai
            Liu Bang = Gaozu, Emperor Gaozu
            Xiang Yu
            Empress Lü = Lü
            Emperor Wu = Wu
            Dong Zhongshu
            Zhang Qian
            Wang Mang
            Sima Qian
            Ban Zhao
        "#]],
    );
}

#[test]
fn the_characters_of_a_novel() {
    check(
        r##"# The Great Gatsby - chapter notes
**Nick Carraway** rents a house in West Egg next to Jay Gatsby.
Daisy Buchanan = Nick's cousin, married to Tom. Tom Buchanan is having an affair with Myrtle Wilson.
Jordan Baker tells Nick that Gatsby knew Daisy in Louisville.
- Meyer Wolfsheim fixed the 1919 World Series
- Daisy runs over Myrtle; George Wilson thinks it was Gatsby and shoots him
- Fitzgerald uses the Valley of Ashes and the eyes of Doctor T. J. Eckleburg as symbols
- Green light = the American Dream
Themes: Wealth, Class, Illusion"##,
        &expect![[r#"
            Jay Gatsby = Gatsby
            Nick Carraway = Nick
            Daisy Buchanan = Daisy
            Tom Buchanan = Tom
            Myrtle Wilson = Myrtle
            Jordan Baker
            Meyer Wolfsheim
            George Wilson
            Fitzgerald
            Doctor T. J. Eckleburg = T. J. Eckleburg
        "#]],
    );
}

#[test]
fn economists_but_not_their_laws() {
    check(
        r##"# Macroeconomics: Schools of Thought
### Classical
Adam Smith's invisible hand. Say's Law: supply creates its own demand. David Ricardo - comparative advantage. Thomas Malthus thought population would outrun food.
### Keynesian
John Maynard Keynes published The General Theory in 1936. Keynes argued that the government should run deficits in a slump. Joan Robinson and Nicholas Kaldor carried on his work at Cambridge. The IS-LM model was drawn up by John Hicks.
### Monetarism
* Milton Friedman (Chicago School) blamed the Fed for the Great Depression, with Anna Schwartz
* Phillips Curve breaks down in the 1970s -> stagflation
* Paul Volcker raises rates. Thatcher and Reagan follow Friedman
### Austrians
Hayek vs Keynes. Friedrich Hayek's teacher was Ludwig von Mises. Joseph Schumpeter -> creative destruction.
The Laffer Curve, Gini coefficient and Pareto optimum are on the exam"##,
        &expect![[r#"
            Adam Smith
            David Ricardo
            Thomas Malthus
            John Maynard Keynes = Keynes
            Joan Robinson
            Nicholas Kaldor
            John Hicks
            Milton Friedman = Friedman
            Anna Schwartz
            Paul Volcker
            Thatcher
            Reagan
            Friedrich Hayek = Hayek
            Ludwig von Mises
            Joseph Schumpeter
        "#]],
    );
}

#[test]
fn a_table_of_people_and_no_treaties() {
    check(
        r##"## Key people - Weimar
| Name | Role | Date |
|---|---|---|
| Friedrich Ebert | first President, SPD | 1919-25 |
| Gustav Stresemann | Chancellor 1923, then Foreign Minister | 1923-29 |
| Rosa Luxemburg | Spartacist, murdered | Jan 1919 |
| Wolfgang Kapp | putsch | 1920 |
| Matthias Erzberger | signed the armistice, shot by Organisation Consul | 1921 |
| Hjalmar Schacht | Rentenmark | 1923 |
| von Papen | Chancellor | 1932 |

Who said "stab in the back"?::Ludendorff
Hindenburg appoints Hitler chancellor on 30 January 1933. Papen thought he could control him. Van der Lubbe blamed for the Reichstag Fire. Röhm shot in the Night of the Long Knives
Dawes Plan, Young Plan, Locarno Pact, Kellogg-Briand Pact, Treaty of Rapallo, Ruhr"##,
        &expect![[r#"
            Friedrich Ebert
            Gustav Stresemann
            Rosa Luxemburg
            Wolfgang Kapp
            Matthias Erzberger
            Hjalmar Schacht
            von Papen = Papen
            Ludendorff
            Hindenburg
            Hitler
            Van der Lubbe
            Röhm
        "#]],
    );
}

#[test]
fn rulers_by_numeral_and_queens_of_one_name() {
    check(
        r##"# The Tudors
Henry VII beat Richard III at Bosworth. Married Elizabeth of York. Perkin Warbeck and Lambert Simnel = pretenders.
Henry VIII: Catherine of Aragon, Anne Boleyn, Jane Seymour, Anne of Cleves, Catherine Howard, Catherine Parr. Henry broke with Rome because the Pope (Clement VII) wouldn't annul his marriage
Wolsey fell in 1529; Thomas More was beheaded in 1535; Thomas Cromwell ran the Dissolution of the Monasteries and Cromwell fell over Anne of Cleves
Edward VI (9 years old). Protector Somerset then the Duke of Northumberland. Lady Jane Grey reigned nine days
Mary I = Bloody Mary, married Philip II of Spain. Burned Cranmer, Latimer and Ridley
Elizabeth I. William Cecil, Walsingham. Mary, Queen of Scots executed 1587. Sir Francis Drake, Spanish Armada 1588. Earl of Essex rebels 1601"##,
        &expect![[r#"
            Henry VII
            Richard III
            Elizabeth of York
            Perkin Warbeck
            Lambert Simnel
            Henry VIII = Henry
            Catherine of Aragon
            Anne Boleyn
            Jane Seymour
            Anne of Cleves
            Catherine Howard
            Catherine Parr
            Clement VII
            Wolsey
            Thomas More
            Thomas Cromwell = Cromwell
            Edward VI
            Protector Somerset = Somerset
            Duke of Northumberland
            Jane Grey = Lady Jane Grey
            Mary I = Mary, Bloody Mary
            Philip II of Spain = Philip II
            Cranmer
            Latimer
            Ridley
            Elizabeth I
            William Cecil
            Walsingham
            Mary, Queen of Scots = Mary
            Francis Drake = Sir Francis Drake
            Earl of Essex
        "#]],
    );
}

#[test]
fn african_names_in_prose() {
    check(
        r##"### Ghana and Nkrumah
Kwame Nkrumah studied at Lincoln University in Pennsylvania. UGCC invited him home in 1947; Danquah and the Big Six were arrested after the riots. He founds the CPP. "Self-government now!" In 1957 the Gold Coast became Ghana. Nkrumah's Volta River Project and Akosombo Dam. Overthrown 1966 while he visited Hanoi, by Kotoka and Afrifa.
### Congo
Patrice Lumumba becomes prime minister in June 1960; Moïse Tshombe takes Katanga out; Joseph Kasavubu dismisses Lumumba; Colonel Mobutu hands him over. Dag Hammarskjöld's plane crashes near Ndola.
### Kenya
Mau Mau, Jomo Kenyatta jailed, Dedan Kimathi hanged. Wangari Maathai plants trees (Green Belt Movement)"##,
        &expect![[r#"
            Kwame Nkrumah = Nkrumah (he or she 2)
            Danquah
            Patrice Lumumba = Lumumba
            Moïse Tshombe
            Joseph Kasavubu
            Colonel Mobutu = Mobutu
            Dag Hammarskjöld
            Jomo Kenyatta
            Dedan Kimathi
            Wangari Maathai
        "#]],
    );
}

#[test]
fn arabic_names_with_particles() {
    check(
        r##"# Rise of Islam
Muhammad was born in Mecca c. 570, orphaned, raised by his uncle Abu Talib. Married Khadija. First revelation 610 in the cave of Hira from the angel Gabriel. 622 Hijra to Yathrib (Medina).
Rashidun caliphs: Abu Bakr, Umar ibn al-Khattab, Uthman, Ali. Khalid ibn al-Walid wins at Yarmouk. Umar took Jerusalem in 637. Battle of the Camel: Aisha, Talha and Zubayr against Ali. Mu'awiya founds the Umayyad Caliphate. Husayn killed at Karbala in 680 by the army of Yazid.
Abd al-Malik built the Dome of the Rock. Tariq ibn Ziyad crossed to Spain in 711. Charles Martel stopped them at Tours
Abbasids: Abu al-Abbas al-Saffah, al-Mansur founds Baghdad, Harun al-Rashid, al-Ma'mun's House of Wisdom"##,
        &expect![[r#"
            Muhammad
            Abu Talib
            Khadija
            Abu Bakr
            Umar ibn al-Khattab = Umar
            Uthman
            Ali
            Khalid ibn al-Walid
            Aisha
            Talha
            Zubayr
            Mu'awiya
            Husayn
            Yazid
            Abd al-Malik
            Tariq ibn Ziyad
            Charles Martel
            Abu al-Abbas al-Saffah
            al-Mansur
            Harun al-Rashid
            al-Ma'mun
        "#]],
    );
}

#[test]
fn initials_but_not_schools() {
    check(
        r##"# Ethics revision
Bentham: hedonic calculus, "nature has placed mankind under two sovereign masters". J.S. Mill adds higher and lower pleasures. Mill's harm principle is in On Liberty.
Kant's categorical imperative; Kant says never treat people merely as means. Kantian ethics is deontological.
Aristotle - Nicomachean Ethics - eudaimonia, golden mean. Aquinas takes up Aristotle: Natural Law, five primary precepts
Philippa Foot invented the trolley problem, Judith Jarvis Thomson developed it. Elizabeth Anscombe attacked modern moral philosophy. G. E. Moore and the naturalistic fallacy. A.J. Ayer: boo/hurrah. R. M. Hare prescriptivism
Joseph Fletcher - Situation Ethics - agape
Peter Singer, preference utilitarian. Simone de Beauvoir, Jean-Paul Sartre"##,
        &expect![[r#"
            Bentham
            J.S. Mill = Mill
            Kant
            Aristotle
            Aquinas
            Philippa Foot
            Judith Jarvis Thomson
            Elizabeth Anscombe
            G. E. Moore
            A.J. Ayer
            R. M. Hare
            Joseph Fletcher
            Peter Singer
            Simone de Beauvoir
            Jean-Paul Sartre
        "#]],
    );
}

#[test]
fn scientists_by_surname_first() {
    check(
        r##"# Structure of DNA
- 1928 -> Griffith's transformation experiment w/ mice (S and R strains)
- 1944: Avery, MacLeod and McCarty show it's DNA and not protein
- Erwin Chargaff finds A=T, G=C (Chargaff's rules)
- Rosalind Franklin takes Photo 51 at King's College London. Maurice Wilkins shows it to Watson without telling her
- James Watson & Francis Crick build the model in Cambridge -> published in Nature, April 1953
- Franklin died in 1958, so she never got the Nobel Prize. Wilkins, Crick and Watson did (1962)
- Meselson and Stahl: semi-conservative replication
> [!note] Linus Pauling had proposed a triple helix
Linus Pauling's son Peter told Watson about it."##,
        &expect![[r#"
            Griffith
            Avery
            MacLeod
            McCarty
            Erwin Chargaff = Chargaff
            Rosalind Franklin = Franklin
            Maurice Wilkins = Wilkins
            James Watson = Watson
            Francis Crick = Crick
            Meselson
            Stahl
            Linus Pauling
            Peter
        "#]],
    );
}

#[test]
fn generals_but_no_court_cases() {
    check(
        r##"# US Civil War
Causes: Kansas-Nebraska Act (Stephen Douglas), Dred Scott v. Sandford, John Brown's raid on Harpers Ferry, Uncle Tom's Cabin by Harriet Beecher Stowe
* Lincoln elected Nov 1860 -> South Carolina secedes
* Fort Sumter: Beauregard fires on Major Anderson
* First Bull Run: "Stonewall" Jackson earns his nickname. McDowell loses his job, McClellan takes over
* Antietam - bloodiest day. Lincoln fires McClellan, appoints Burnside, then Hooker, then Meade
* Gettysburg: Pickett's Charge. Longstreet was against it. Chamberlain holds Little Round Top
* Vicksburg falls to Grant. Sherman marches from Atlanta to Savannah
* Lee surrenders to Grant at Appomattox Court House
* Lincoln shot by John Wilkes Booth at Ford's Theatre. Andrew Johnson becomes president. Seward survives
Clara Barton, Dorothea Dix: nurses. Frederick Douglass met Lincoln three times
The Emancipation Proclamation, Homestead Act, 54th Massachusetts (Robert Gould Shaw)"##,
        &expect![[r#"
            Stephen Douglas
            John Brown
            Harriet Beecher Stowe
            Lincoln
            Beauregard
            Major Anderson = Anderson
            "Stonewall" Jackson
            McDowell
            McClellan
            Burnside
            Hooker
            Meade
            Pickett
            Longstreet
            Chamberlain
            Grant
            Sherman
            Lee
            John Wilkes Booth
            Andrew Johnson
            Seward
            Clara Barton
            Dorothea Dix
            Frederick Douglass
            Robert Gould Shaw
        "#]],
    );
}

#[test]
fn a_note_in_spanish() {
    check(
        r##"**La conquista del Perú**
En 1532 Francisco Pizarro llegó a Cajamarca y capturó a Atahualpa. El Inca ofreció un cuarto lleno de oro. Huáscar fue asesinado por orden de su hermano. Diego de Almagro murió en 1538. Túpac Amaru fue ejecutado en Cuzco por el virrey Francisco de Toledo.
Los españoles fundaron Lima. La Audiencia, el Cabildo y la Iglesia gobernaron el Virreinato."##,
        &expect![[r#"
            Francisco Pizarro
            Huáscar
            Diego de Almagro
            Túpac Amaru
            Francisco de Toledo
        "#]],
    );
}

#[test]
fn saints_but_not_their_churches() {
    check(
        r##"## Reformation
Tetzel sold indulgences for Albert of Mainz and Pope Leo X (St Peter's Basilica). Luther nailed 95 Theses in Wittenberg. Diet of Worms with Charles V. Frederick the Wise hid him in the Wartburg.
Melanchthon wrote the Augsburg Confession. Peasants' War led by Thomas Müntzer. Zwingli in Zürich, killed at Kappel. Anabaptists in Münster (Jan van Leiden).
John Calvin: Geneva, Institutes, predestination. Servetus burned. John Knox takes it to Scotland.
Ignatius of Loyola founded the Jesuits; Teresa of Ávila; Council of Trent. Erasmus "laid the egg that Luther hatched". Katharina von Bora married Luther. St. Bartholomew's Day Massacre: Catherine de' Medici, Coligny, Henry of Navarre -> Henry IV "Paris is worth a mass""##,
        &expect![[r#"
            Tetzel
            Albert of Mainz
            Pope Leo X = Leo X
            Luther
            Charles V
            Frederick the Wise
            Melanchthon
            Thomas Müntzer
            Zwingli
            John Calvin
            Servetus
            John Knox
            Ignatius of Loyola
            Teresa of Ávila
            Erasmus
            Katharina von Bora
            Catherine de' Medici
            Coligny
            Henry of Navarre = Henry IV
        "#]],
    );
}
