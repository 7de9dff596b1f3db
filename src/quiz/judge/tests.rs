//! What counts as right when it is typed: one line a pair.

mod always;
mod dates;

use super::{Verdict, judge, slips_forgiven};

use crate::notes::dates::Order;
use crate::quiz::question::{Accepted, Sort};

/// Each line of `table` is `accepted | other | … => typed => right, almost or wrong`.
#[track_caller]
fn check(sort: Sort, rivals: &[&str], table: &str) -> usize {
    let mut lines = 0;
    let mut faults = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split("=>").map(str::trim).collect();
        let [answers, typed, expected] = parts[..] else {
            panic!("not a line of the table: {line}");
        };
        let accepted = Accepted {
            sort,
            answers: answers
                .split('|')
                .map(|one| one.trim().to_owned())
                .collect(),
            rivals: rivals.iter().map(|&rival| rival.to_owned()).collect(),
        };
        let verdict = match judge(&accepted, typed, Order::DayFirst) {
            Verdict::Right => "right",
            Verdict::Almost => "almost",
            Verdict::Wrong => "wrong",
        };
        if verdict != expected {
            faults.push(format!("{line}, not {verdict}"));
        }
        lines += 1;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    lines
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn names_are_known_by_every_form_and_forgiven_small_slips() {
    let people = &[
        "Nikita Khrushchev",
        "Leonid Brezhnev",
        "Robert Kennedy",
        "Aneurin Bevan",
        "Bevan",
    ];
    let lines = check(
        Sort::Name,
        people,
        "
        John F. Kennedy | Kennedy | JFK => John F. Kennedy => right
        John F. Kennedy | Kennedy | JFK => john f kennedy => right
        John F. Kennedy | Kennedy | JFK => JOHN F KENNEDY!! => right
        John F. Kennedy | Kennedy | JFK => kennedy => right
        John F. Kennedy | Kennedy | JFK => Kenedy => right
        John F. Kennedy | Kennedy | JFK => kennedey => right
        John F. Kennedy | Kennedy | JFK => JFK => right
        John F. Kennedy | Kennedy | JFK => j.f.k. => right
        John F. Kennedy | Kennedy | JFK => President Kennedy => right
        John F. Kennedy | Kennedy | JFK => the president kennedy => right
        John F. Kennedy | Kennedy | JFK => Robert Kennedy => wrong
        John F. Kennedy | Kennedy | JFK => Rober Kennedy => wrong
        John F. Kennedy | Kennedy | JFK => it was kennedy or khrushchev => wrong
        John F. Kennedy | Kennedy | JFK => kennedy khrushchev brezhnev => wrong
        John F. Kennedy | Kennedy | JFK => JFC => wrong
        John F. Kennedy | Kennedy | JFK => ken => wrong
        John F. Kennedy | Kennedy | JFK => nobody => wrong
        Mao Zedong | Mao => Mao => right
        Mao Zedong | Mao => mao zedong => right
        Mao Zedong | Mao => Mao Zedung => right
        Mao Zedong | Mao => Chairman Mao => right
        Mao Zedong | Mao => Moa => wrong
        Mao Zedong | Mao => Lao => wrong
        Ernest Bevin | Bevin => Bevin => right
        Ernest Bevin | Bevin => ernest bevin => right
        Ernest Bevin | Bevin => Bevan => wrong
        Ernest Bevin | Bevin => Aneurin Bevan => wrong
        Ernest Bevin | Bevin => Anuerin Bevan => wrong
        Lech Wałęsa | Wałęsa => Walesa => right
        Lech Wałęsa | Wałęsa => lech walesa => right
        Lech Wałęsa | Wałęsa => Lech Wałesa => right
        Lech Wałęsa | Wałęsa => Walessa => right
        Lech Wałęsa | Wałęsa => Jaruzelski => wrong
        Nicolae Ceaușescu | Ceaușescu => Ceausescu => right
        Nicolae Ceaușescu | Ceaușescu => nicolae ceausescu => right
        Nicolae Ceaușescu | Ceaușescu => Ceaucescu => right
        Alexander Dubček | Dubček => Dubcek => right
        Alexander Dubček | Dubček => alexander dubcek => right
        Alexander Dubček | Dubček => Alexandr Dubcek => right
        Øystein => Oystein => right
        Straße => strasse => right
        Михаил Горбачёв | Gorbachev => gorbachev => right
        Михаил Горбачёв | Gorbachev => горбачев => right
        Henry VIII => henry viii => right
        Henry VIII => King Henry VIII => right
        Henry VIII => Henry VII => wrong
        Henry 8 => Henry eight => right
        Henry 8 => Henry 7 => wrong
        Louis XIV => louis xvi => wrong
        Ho Chi Minh => ho chi minh => right
        Ho Chi Minh => Ho Chi Min => right
        Ho Chi Minh => Ho-Chi-Minh => right
        Ho Chi Minh => Minh => wrong
        O'Brien => obrien => right
        O'Brien => O’Brien => right
        O'Brien => O Brien => right
        Jean-Jacques Rousseau | Rousseau => jean jacques rousseau => right
        Jean-Jacques Rousseau | Rousseau => Rouseau => right
        Jean-Jacques Rousseau | Rousseau => Roussau => right
        Jean-Jacques Rousseau | Rousseau => Voltaire => wrong
        Catherine the Great => catherine great => right
        Catherine the Great => Catherine the Grate => right
        Catherine the Great => Katherine the Great => right
        Catherine the Great => Catherine => wrong
        Dr. Mengele | Mengele => mengele => right
        Douglas MacArthur | MacArthur => Mac Arthur => right
        Douglas MacArthur | MacArthur => General MacArthur => right
        Douglas MacArthur | MacArthur => Gen. Douglas McArthur => right
        Douglas MacArthur | MacArthur => McArthur => right
        Imre Nagy | Nagy => Nagy => right
        Imre Nagy | Nagy => nagi => almost
        Imre Nagy | Nagy => Imre Nagi => right
        Stalin => Stallin => right
        Stalin => Lenin => wrong
        Stalin => Stalingrad => wrong
        Stalin => => wrong
        Stalin => ??? => wrong
        Stalin => 👍 => wrong
    ",
    );
    assert!(lines > 70, "{lines}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn words_may_lack_articles_accents_and_a_letter() {
    let lines = check(
        Sort::Words,
        &["Warsaw Pact", "Treaty of Paris", "Cominform", "air"],
        "
        The Warsaw Treaty => warsaw treaty => right
        The Warsaw Treaty => the warsaw treaty => right
        The Warsaw Treaty => a warsaw treaty => right
        The Warsaw Treaty => Warsaw treety => right
        The Warsaw Treaty => Warsaw Pact => wrong
        The Warsaw Treaty => Warsow Pact => wrong
        The Bay of Pigs => bay of pigs => right
        The Bay of Pigs => Bay of Pigs. => right
        The Bay of Pigs => bay of pig => right
        The Bay of Pigs => the bay of the pigs => right
        The Bay of Pigs => pigs => wrong
        The Bay of Pigs => the invasion at the bay of pigs => wrong
        chair => chair => right
        chair => air => wrong
        chair => chairs => right
        chair => hair => wrong
        chair => the chair => right
        chair => armchair => wrong
        peace and bread => peace & bread => right
        peace and bread => Peace + Bread => right
        peace and bread => bread and peace => wrong
        Comecon => comecon => right
        Comecon => COMECON => right
        Comecon => Come-con => right
        Comecon => Cominform => wrong
        Détente => detente => right
        Détente => détente => right
        Détente => detent => right
        Détente => entente => wrong
        Glasnost => glasnost => right
        Glasnost => glastnost => right
        Glasnost => Perestroika => wrong
        mutually assured destruction | MAD => mad => right
        mutually assured destruction | MAD => Mutually Assured Destruction => right
        mutually assured destruction | MAD => mutually assured distruction => right
        mutually assured destruction | MAD => mutual assured destruction => right
        mutually assured destruction | MAD => mutualy asured destruction => right
        mutually assured destruction | MAD => destruction => wrong
        the 38th parallel => 38th parallel => right
        the 38th parallel => thirty-eighth parallel => right
        the 38th parallel => 37th parallel => wrong
        the 38th parallel => the 38th paralel => right
        four zones => 4 zones => right
        four zones => Four Zones => right
        four zones => 5 zones => wrong
        four zones => five zones => wrong
        blockade => blokade => right
        blockade => blockaed => right
        blockade => block => wrong
        blockade => blockade! => right
        blockade => \"blockade\" => right
        blockade => (blockade) => right
        blockade => bl ockade => right
        Brigade 2506 => brigade 2506 => right
        Brigade 2506 => Brigade 2507 => wrong
        Brigade 2506 => Brigad 2506 => right
        Brigade 2506 => 2506 => wrong
        a missile gap => the missile gap => right
        a missile gap => missle gap => right
        Tehran => Teheran => right
        Tehran => Terhan => right
        Tehran => Iran => wrong
        Inchon => incheon => right
        Inchon => Pusan => wrong
        UN => un => right
        UN => UK => wrong
        UN => U.N. => right
        photosynthesis => photosynthesis => right
        photosynthesis => fotosynthesis => right
        photosynthesis => photosintesis => right
        photosynthesis => photo synthesis => right
        photosynthesis => synthesis => wrong
        it rained => it rained => right
        it rained => it's rained => right
    ",
    );
    assert!(lines > 65, "{lines}");
}

#[test]
fn numbers_are_never_fuzzy() {
    let lines = check(
        Sort::Number,
        &[],
        "
        1400 => 1400 => right
        1400 => 1,400 => right
        1400 => 1401 => wrong
        1400 => 140 => wrong
        1400 => 14000 => wrong
        1400 => fourteen hundred => right
        26 => twenty-six => right
        26 => twenty six => right
        26 => Twenty Six! => right
        26 => 26. => right
        26 => 62 => wrong
        26 => twenty => wrong
        3 => three => right
        3 => 3 => right
        3 => 03 => wrong
        3 => 4 => wrong
        100 million dollars | 100 million => 100 million => right
        100 million dollars | 100 million => 100 million dollars => right
        100 million dollars | 100 million => one hundred million dollars => right
        100 million dollars | 100 million => 100 billion dollars => wrong
        100 million dollars | 100 million => 10 million => wrong
        4,000 => 4000 => right
        4,000 => four thousand => right
        4,000 => 4 => wrong
        5000 technicians | 5000 => 5000 => right
        5000 technicians | 5000 => 5,000 technicians => right
        5000 technicians | 5000 => 500 technicians => wrong
        5000 technicians | 5000 => 5000 tecnicians => right
        5000 technicians => 5000 => right
        5000 technicians => five thousand => right
        5000 technicians => technicians => wrong
        5000 technicians => 5000 soldiers => wrong
        5000 technicians => 4000 or 5000 => wrong
        38th => 38 => wrong
    ",
    );
    assert!(lines > 25, "{lines}");
}

#[test]
fn without_its_title_the_name_of_two_is_almost() {
    let rivals = &["Pope John", "President Grant"];
    let lines = check(
        Sort::Name,
        rivals,
        "
        King John => King John => right
        King John => pope john => wrong
        King John => John => almost
        General Grant => general grant => right
        General Grant => President Grant => wrong
        General Lee => Lee => right
        General Lee => Mr Lee => right
    ",
    );
    assert_eq!(lines, 7);
}

/// What players of other bots complained of (Red's issues 331 and 2168).
#[test]
fn punctuation_is_no_fault_a_part_is_no_answer_and_naming_everything_is_none_either() {
    let rivals = &["chair", "Fidel Castro", "Nikita Khrushchev", "water"];
    let lines = check(
        Sort::Words,
        rivals,
        "
        St. Petersburg => st petersburg => right
        St. Petersburg => St Petersburg! => right
        rock 'n' roll => rock n roll => right
        rock 'n' roll => Rock-n-Roll => right
        U.S.S.R. | USSR => ussr => right
        U.S.S.R. | USSR => U S S R => right
        wait-and-see => wait and see => right
        yes, we can => yes we can => right
        air => chair => wrong
        air => air => right
        air => Air. => right
        air => the air => right
        air => air chair water => wrong
        air => air or water => wrong
        air => is it air => wrong
        fire => firewall => wrong
        fire => fir => wrong
        John F. Kennedy | Kennedy => Kennedy, Castro, Khrushchev => wrong
        John F. Kennedy | Kennedy => kennedy castro => wrong
        John F. Kennedy | Kennedy => Fidel Castro => wrong
        John F. Kennedy | Kennedy => fidel castr => wrong
    ",
    );
    assert!(lines >= 20, "{lines}");
    check(Sort::Number, &[], "12 => 10 11 12 13 => wrong");
    check(Sort::Number, &[], "12 => 1 2 => wrong");
}

#[test]
fn an_answer_of_signs_is_known_by_its_signs() {
    let lines = check(
        Sort::Words,
        &[],
        "
        ∴ => ∴ => right
        ?! => ?! => right
        ?! => ! => wrong
    ",
    );
    assert_eq!(lines, 3);
}

#[test]
fn slips_grow_with_length() {
    let forgiven: Vec<_> = [1, 4, 5, 8, 9, 14, 15, 80].map(slips_forgiven).to_vec();
    assert_eq!(forgiven, [0, 0, 1, 1, 2, 2, 3, 3]);
}
