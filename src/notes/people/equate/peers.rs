//! Peers: `Henry Tudor, Earl of Richmond`, `John Dudley, Earl of Warwick and later Duke of Northumberland`.

use crate::notes::people::cluster::{gender, title_gender};
use crate::notes::people::folded::Names;
pub(super) use crate::notes::people::join::is_peerage as is_peer;
use crate::notes::people::spot::{Gender, Spot};

/// Whether the words between two spots say that one of them, a peerage, is the other's; `after` are the two words that follow,
/// and `opens` says whether the second of these has a capital.
pub(super) fn is_same(
    names: &Names,
    between: &[&str],
    after: [&str; 2],
    opens: bool,
    one: &Spot,
    two: &Spot,
) -> bool {
    let peers = (is_peer(names, one), is_peer(names, two));
    // Louis-Philippe is as much as a given name and a surname.
    let is_full = |spot: &Spot| spot.words >= 2 || names.text(spot.key).contains('-');
    let full = |spot: &Spot, peer: bool| !peer && is_full(spot);
    let later = between.iter().any(|word| is_later(word));
    let fits = match peers {
        (true, false) => full(two, peers.1) && matches!(between, [","]),
        (false, true)
            if matches!(
                between,
                ["was" | "is", "still" | "then" | "now" | "already"]
                    | ["was" | "is", "made" | "created"]
            ) =>
        {
            return !clash(names, one, two) && !one.possessive;
        }
        (false, true) => full(one, peers.0),
        (true, true) => later,
        (false, false) => false,
    };
    if !fits || clash(names, one, two) {
        return false;
    }
    let [first, rest @ ..] = between else {
        return false;
    };
    let said = matches!(*first, "," | "(" | "and" | "=" | "–" | "-" | ":") || is_later(first);
    let known = rest.iter().all(|word| {
        is_later(word)
            || matches!(*word, "and" | "the" | "," | "st" | "nd" | "rd" | "th")
            || is_count(word)
    });
    // "Norfolk, Thomas Cromwell and Cranmer" is a list.
    let listed = matches!(after[0], "," | "and" | "&" | ";") && (opens || after[1] == "and");
    // "Carew, Duke of Suffolk (= Henry Grey)"
    let anothers = after == ["(", "="];
    !anothers && said && known && (later || *first != "and" && !listed)
}

/// Words for what somebody became.
fn is_later(word: &str) -> bool {
    matches!(
        word,
        "later"
            | "then"
            | "now"
            | "afterwards"
            | "future"
            | "created"
            | "made"
            | "became"
            | "eventually"
            | "subsequently"
    )
}

/// `1st`, `third`.
fn is_count(word: &str) -> bool {
    word.as_bytes()[0].is_ascii_digit()
        || matches!(
            word,
            "first" | "second" | "third" | "fourth" | "fifth" | "last"
        )
}

/// Whether a duchess is said to be a man, or a duke a woman.
fn clash(names: &Names, one: &Spot, two: &Spot) -> bool {
    let of = |spot: &Spot| match title_gender(names, spot.title_word) {
        Gender::Unknown => gender(names, spot),
        told => told,
    };
    matches!(
        (of(one), of(two)),
        (Gender::He, Gender::She) | (Gender::She, Gender::He)
    )
}
