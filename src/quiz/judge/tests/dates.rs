//! Typed dates: one line a pair. The first part is the date in EDTF, perhaps with what the prompt says in brackets.

use crate::notes::dates::Order;
use crate::quiz::judge::{Judge, Verdict};
use crate::quiz::question::{Accepted, Sort};

/// Each line of `table` is `date [prompt] => typed => right, almost or wrong`.
#[track_caller]
fn check(order: Order, table: &str) -> usize {
    let mut faults = Vec::new();
    let mut lines = 0;
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split("=>").map(str::trim).collect();
        let [date, typed, expected] = parts[..] else {
            panic!("not a line of the table: {line}");
        };
        let (date, prompt) = date.split_once(" [").unwrap_or((date, ""));
        let accepted = Accepted {
            sort: Sort::Date,
            answers: vec![date.to_owned()],
            rivals: Vec::new(),
        };
        let verdict = match Judge::new(&accepted, prompt, order).verdict(typed) {
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
fn a_day_is_known_in_every_form() {
    let lines = check(
        Order::DayFirst,
        "
        1962-10-27 => 27 October 1962 => right
        1962-10-27 => 27 october 1962 => right
        1962-10-27 => 27-october-1962 => right
        1962-10-27 => 27th October 1962 => right
        1962-10-27 => the 27th of October, 1962 => right
        1962-10-27 => October 27, 1962 => right
        1962-10-27 => October 27th 1962! => right
        1962-10-27 => Oct 27 1962 => right
        1962-10-27 => 27 Oct. 1962 => right
        1962-10-27 => on 27 October 1962 => right
        1962-10-27 => 1962-10-27 => right
        1962-10-27 => 27/10/1962 => right
        1962-10-27 => 27.10.1962 => right
        1962-10-27 => 27/10/62 => right
        1962-10-27 => 10/27/1962 => right
        1962-10-27 => twenty-seventh of October 1962 => right
        1962-10-27 => 27 Ocotber 1962 => right
        1962-10-27 => 27 octobre 1962 => right
        1962-10-27 => 27 october nineteen sixty-two => right
        1962-10-27 => 27. October 1962 => right
        1962-10-27 => Saturday 27 October 1962 => right
        1962-10-27 => 27 October => almost
        1962-10-27 => October 27 => almost
        1962-10-27 => October 1962 => almost
        1962-10-27 => 1962 => almost
        1962-10-27 => October => almost
        1962-10-27 => 27 => wrong
        1962-10-27 => 26 October 1962 => wrong
        1962-10-27 => 27 October 1963 => wrong
        1962-10-27 => 27 November 1962 => wrong
        1962-10-27 => 28 October => wrong
        1962-10-27 => 27/10/1961 => wrong
        1962-10-27 => 26 or 27 October 1962 => wrong
        1962-10-27 => 26, 27, 28 October 1962 => wrong
        1962-10-27 => 26-28 October 1962 => wrong
        1962-10-27 => I do not know => wrong
        1962-10-27 => => wrong
        1962-10-27 [In 1962, on which day was it? => 27 October => right
        1962-10-27 [In 1962, on which day was it? => Oct 27 => right
        1962-10-27 [In 1962, on which day was it? => 27/10 => right
        1962-10-27 [In 1962, on which day was it? => twenty-seventh of october => right
        1962-10-27 [In 1962, on which day was it? => 27 => wrong
        1962-10-27 [In 1962, on which day was it? => 27 October 1963 => wrong
        1962-10-27 [In 1962, on which day was it? => 26 October => wrong
        1962-10-27 [On which day of October 1962? => 27 => right
        1962-10-27 [On which day of October 1962? => 27th => right
        1962-10-27 [On which day of October 1962? => the 27th => right
        1962-10-27 [On which day of October 1962? => twenty-seven => right
        1962-10-27 [On which day of October 1962? => 26 => wrong
        1962-10-27 [On which day of October 1962? => October 1962 => wrong
        1962-10-27 [On which day of October 1962? => October => wrong
        1962-10-27 [In 1961 or later? => 27 October => almost
    ",
    );
    assert!(lines >= 50, "{lines}");
}

#[test]
fn day_and_month_in_digits_are_never_punished_where_both_readings_are_dates() {
    for order in [Order::DayFirst, Order::MonthFirst] {
        check(
            order,
            "
            1962-04-03 => 3/4/1962 => right
            1962-04-03 => 4/3/1962 => right
            1962-04-03 => 03.04.62 => right
            1962-04-03 => 3/5/1962 => wrong
            1962-04-03 => 5/4/1962 => wrong
            1962-04-13 => 13/4/1962 => right
            1962-04-13 => 4/13/1962 => right
            1962-04-13 => 4/12/1962 => wrong
        ",
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn of_a_year_the_year_counts() {
    let lines = check(
        Order::DayFirst,
        "
        1962 => 1962 => right
        1962 => in 1962 => right
        1962 => '1962' => right
        1962 => 1962. => right
        1962 => the year 1962 => right
        1962 => nineteen sixty-two => right
        1962 => nineteen sixty two => right
        1962 => Nineteen Hundred and Sixty-Two => right
        1962 => c. 1962 => right
        1962 => about 1962 => right
        1962 => AD 1962 => right
        1962 => 1962 AD => right
        1962 => October 1962 => right
        1962 => 27 October 1962 => right
        1962 => 28 October 1962 => right
        1962 => summer 1962 => right
        1962 => 1961 => wrong
        1962 => 1926 => wrong
        1962 => 19620 => wrong
        1962 => 62 => almost
        1962 => 61 => wrong
        1962 => 1960s => almost
        1962 => the 1960s => almost
        1962 => 1950s => wrong
        1962 => 20th century => almost
        1962 => 1962 BC => wrong
        1962 => 1961-1963 => wrong
        1962 => 1961 1962 1963 => wrong
        1962 => 1961 or 1962 => wrong
        1962 => 1961, 1962 => wrong
        1962 => October => wrong
        1962 => nineteen sixty-three => wrong
        1900 => nineteen hundred => right
        1905 => nineteen oh five => right
        1066 => ten sixty-six => right
        1066 => 1066 => right
        1815 => eighteen fifteen => right
        2001 => two thousand and one => right
        1450~ => 1450 => right
        1450~ => c. 1450 => right
        1450~ => circa 1450 => right
        1450~ => around 1450 => right
        1450~ => 1460 => wrong
        0014 => AD 14 => right
        0014 => 14 AD => right
        0014 => 14 => right
        0014 => 14 BC => wrong
        0476 => 476 => right
        0476 => 476 CE => right
        -0043 => 44 BC => right
        -0043 => 44 B.C. => right
        -0043 => 44bce => right
        -0043 => 44 b.c.e. => right
        -0043 => forty-four BC => right
        -0043 => 44 => almost
        -0043 => 44 AD => wrong
        -0043 => 43 BC => wrong
        -0043 [In which year BC? => 44 => right
        -0043 [In which year BC? => 45 => wrong
        -0043-03-15 => 15 March 44 BC => right
        -0043-03-15 => March 15, 44 BC => right
        -0043-03-15 => 15 march => almost
        -0043-03-15 => 15 March 44 => almost
        -0752 => 753 BC => right
        -0752 => 753 => almost
    ",
    );
    assert!(lines >= 60, "{lines}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn months_seasons_decades_centuries_and_ranges_count_as_a_whole() {
    let lines = check(
        Order::DayFirst,
        "
        1962-10 => October 1962 => right
        1962-10 => oct 1962 => right
        1962-10 => 10/1962 => right
        1962-10 => 1962-10 => right
        1962-10 => 27 October 1962 => right
        1962-10 => October => almost
        1962-10 => 1962 => almost
        1962-10 => November 1962 => wrong
        1962-10 => October 1963 => wrong
        1962-10 [Which month of 1962? => October => right
        1962-10 [Which month of 1962? => oct => right
        1962-10 [Which month of 1962? => octobre => right
        1962-10 [Which month of 1962? => November => wrong
        1962-02 [Which month of 1962? => Febuary => right
        1962-06 [Which month of 1962? => July => wrong
        1962-06 [Which month of 1962? => Juny => wrong
        1943-22 => summer 1943 => right
        1943-22 => Summer of 1943 => right
        1943-22 => July 1943 => right
        1943-22 => autumn 1943 => wrong
        1943-23 => fall 1943 => right
        1943-22 => 1943 => almost
        196X => 1960s => right
        196X => the 1960s => right
        196X => 1960's => right
        196X => 60s => right
        196X => the sixties => right
        196X => nineteen sixties => right
        196X => 1962 => right
        196X => 1960-1969 => right
        196X => 1950s => wrong
        196X => 1970 => wrong
        196X => 20th century => almost
        18XX => 19th century => right
        18XX => nineteenth century => right
        18XX => the 19th century => right
        18XX => the 1800s => right
        18XX => 1850 => right
        18XX => 18th century => wrong
        -04XX => 5th century BC => right
        -04XX => fifth century BCE => right
        -04XX => 5th century => almost
        -04XX => 5th century AD => wrong
        1914/1918 => 1914-1918 => right
        1914/1918 => 1914–18 => right
        1914/1918 => from 1914 to 1918 => right
        1914/1918 => between 1914 and 1918 => right
        1914/1918 => 28 July 1914 to 11 November 1918 => right
        1914/1918 => 1914 => almost
        1914/1918 => 1918 => almost
        1914/1918 => 1916 => wrong
        1914/1918 => 1914-1919 => wrong
        1914/1918 => 1915-1918 => wrong
        1962-10-16/1962-10-28 => 16-28 October 1962 => right
        1962-10-16/1962-10-28 => 16 to 28 October 1962 => right
        1962-10-16/1962-10-28 => October 16–28, 1962 => right
        1962-10-16/1962-10-28 => 16-28 October => almost
        1962-10-16/1962-10-28 => October 1962 => almost
        1962-10-16/1962-10-28 => 16 October 1962 => almost
        1962-10-16/1962-10-28 => 16-27 October 1962 => wrong
        1962-10-16/1962-10-28 [In 1962? => 16-28 October => right
        1945/.. => from 1945 => right
        1945/.. => since 1945 => right
        1945/.. => 1945 onwards => right
        1945/.. => 1945 => right
        1945/.. => 1946 => wrong
    ",
    );
    assert!(lines >= 60, "{lines}");
}
