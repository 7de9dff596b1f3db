//! `/event`: dates, things, and what is near where nothing is.

use expect_test::expect;

use super::{CRISIS, asker, both, check, library};
use crate::answers::event;

#[test]
fn a_day_without_its_year_takes_the_only_year_that_fits() {
    let library = library(&[("crisis.md", CRISIS)]);
    check(
        event(&library, "27-october", &asker()),
        expect![[r#"
            Event: 27 October 1962 (year from line 2) | Crisis
            - Khrushchev sends a second letter, so that the missiles must be removed
            - A plane was shot down, led to the pilot was killed, led to Kennedy was told to invade
            - Kennedy delays the attack.
            == Less exact
            - *The 1960s*  Throughout the 1960s both sides built missiles.
            People: Khrushchev · Kennedy
            See also: CENTO
            Source: Crisis, The October Crisis, 27 October, lines 9 to 11
            Source: Crisis, The arms race, line 30
            [Earlier: 26 October] [Context] [Quiz me on this] [Later: 28 October]
        "#]],
    );
}

#[test]
fn a_day_that_fits_two_years_lists_both() {
    check(
        event(&both(), "27 oct", &asker()),
        expect![[r#"
            Event: 27 October in 2 years
            == 27 October 1961 · CENTO
            - American missiles were shown on 27 October 1961.
            == 27 October 1962 · Crisis (year from line 2)
            - Khrushchev sends a second letter, so that the missiles must be removed
            - A plane was shot down, led to the pilot was killed, led to Kennedy was told to invade
            - Kennedy delays the attack.
            Dates: 27 October 1961 · 27 October 1962
            People: Khrushchev · Kennedy
            See also: CENTO
            Source: CENTO, line 3
            Source: Crisis, The October Crisis, 27 October, lines 9 to 11
            [Context] [Quiz me on this]
        "#]],
    );
    check(
        event(&both(), "today", &asker()),
        expect![[r#"
            Event: 27 October in 2 years
            == 27 October 1961 · CENTO
            - American missiles were shown on 27 October 1961.
            == 27 October 1962 · Crisis (year from line 2)
            - Khrushchev sends a second letter, so that the missiles must be removed
            - A plane was shot down, led to the pilot was killed, led to Kennedy was told to invade
            - Kennedy delays the attack.
            Dates: 27 October 1961 · 27 October 1962
            People: Khrushchev · Kennedy
            See also: CENTO
            Source: CENTO, line 3
            Source: Crisis, The October Crisis, 27 October, lines 9 to 11
            [Context] [Quiz me on this]
        "#]],
    );
}

#[test]
fn what_is_told_under_metadata_is_told() {
    let notes = library(&[(
        "The Salt War.md",
        "# METADATA:\n- Began around 1853.\n- Old Ivo died - 1853.\n\n## The end:\n- Peace was signed on 14 April 1858.\n",
    )]);
    check(
        event(&notes, "1853", &asker()),
        expect![[r#"
        Event: 1853 | The Salt War
        - Old Ivo died - 1853.
        Source: The Salt War, line 3
        [Context] [Quiz me on this] [Later: 1858]
    "#]],
    );
    check(
        event(&notes, "14 April 1858", &asker()),
        expect![[r#"
        Event: 14 April 1858 | The Salt War
        - Peace was signed on 14 April 1858.
        Source: The Salt War, The end, line 6
        [Earlier: 1853] [Context] [Quiz me on this]
    "#]],
    );
}

#[test]
fn a_year_shows_its_days_and_what_is_less_exact() {
    check(
        event(&both(), "1961", &asker()),
        expect![[r#"
            Event: 1961
            == 17 April 1961 · Crisis
            - Exiles landed on 17 April 1961.
            == 27 October 1961 · CENTO
            - American missiles were shown on 27 October 1961.
            == Less exact
            - *The 1960s*  Throughout the 1960s both sides built missiles.
            Source: Crisis, The Bay of Pigs Invasion, line 17
            Source: CENTO, line 3
            Source: Crisis, The arms race, line 30
            [Earlier: 1955] [Context] [Quiz me on this] [Later: 1962]
        "#]],
    );
}

#[test]
fn a_thing_without_a_date_shows_its_section_and_says_so() {
    check(
        event(&both(), "arms race", &asker()),
        expect![[r#"
            Event: The arms race | Crisis
            - Throughout the 1960s both sides built missiles.
            - Nobody wrote down when spies were first used.
            Source: Crisis, The arms race, lines 30 to 31
            [Context] [Quiz me on this]
        "#]],
    );
    check(
        event(&both(), "how it ended", &asker()),
        expect![[r#"
            Event: How it ended | Crisis
            The notes give no date for this.
            - It was a complete failure.
            Because:
              - The plan was known.
              - Lack of secrecy, led to the USA could not deny it
            These showed that:
              - The USA was weak.
            Source: Crisis, The Bay of Pigs Invasion, How it ended, lines 20 to 27
            [Context] [Quiz me on this] [Causes and effects]
        "#]],
    );
}

#[test]
fn nothing_at_a_date_names_the_nearest() {
    check(
        event(&both(), "3 march 1962", &asker()),
        expect![[r#"
            Event: 3 March 1962 | Crisis
            The notes state nothing for exactly this date.
            == Less exact
            - *The 1960s*  Throughout the 1960s both sides built missiles.
            Source: Crisis, The arms race, line 30
            [Earlier: 27 October 1961] [Context] [Quiz me on this] [Later: 26 October]
        "#]],
    );
    check(
        event(&both(), "5 may", &asker()),
        expect![[r#"
        Nothing: 5 May | private
        The notes state nothing for this date, in any year.
        Nearest dates: 24 February 1955 · 17 April 1961 · 27 October 1961 · 26 October 1962 · 27 October 1962 · 28 October 1962
    "#]],
    );
    check(
        event(&both(), "31-june", &asker()),
        expect![[r#"
        Nothing: 31 June | private
        June has 30 days.
        Nearest dates: 24 February 1955 · 17 April 1961 · 27 October 1961 · 26 October 1962 · 27 October 1962 · 28 October 1962
    "#]],
    );
    check(
        event(&both(), "30 february", &asker()),
        expect![[r#"
            Nothing: 30 February | private
            February has 29 days at most.
            Nearest dates: 24 February 1955 · 17 April 1961 · 27 October 1961 · 26 October 1962 · 27 October 1962 · 28 October 1962
        "#]],
    );
    check(
        event(&both(), "29/2/1963", &asker()),
        expect![[r#"
        Nothing: 29 February | private
        February has 29 days in leap years alone.
        Nearest dates: 24 February 1955 · 17 April 1961 · 27 October 1961 · 26 October 1962 · 27 October 1962 · 28 October 1962
    "#]],
    );
    check(
        event(&both(), "xyzzy", &asker()),
        expect![[r#"
        Nothing: Nothing found | private
        The notes say nothing of xyzzy.
        Notes: CENTO · Crisis
    "#]],
    );
}
