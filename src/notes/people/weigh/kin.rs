//! Whose relation somebody is: `his wife`, `daughter of`, `Ahmad Shah's grandson`.

use crate::notes::people::run::Tokens;
use crate::notes::word_key::words;

/// Whether a word says whose relation or life somebody is or has.
pub(in crate::notes::people) fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "widow"
            | "wife"
            | "husband"
            | "son"
            | "sons"
            | "daughter"
            | "daughters"
            | "brother"
            | "brothers"
            | "sister"
            | "sisters"
            | "father"
            | "mother"
            | "uncle"
            | "aunt"
            | "nephew"
            | "niece"
            | "cousin"
            | "grandson"
            | "mistress"
            | "lover"
            | "killer"
            | "murderer"
            | "assassin"
            | "funeral"
            | "coronation"
            | "abdication"
            | "childhood"
    )
}

/// What the words at `at` say that somebody is named together with: `his wife`, `the children`, `baby`.
pub(super) fn family(tokens: &Tokens<'_>, at: usize) -> i32 {
    let the = usize::from(tokens.any(at, words!("the his her their")));
    let own = tokens.any(
        at + the,
        words!(
            "babies baby boys child children daughter daughters family girls kids son sons wife"
        ),
    );
    3 * i32::from(own)
}

/// `half sister of`, `daughter of`.
pub(super) fn is_sibling(tokens: &Tokens<'_>, at: usize) -> bool {
    let half = matches!(
        tokens.word(at),
        "half" | "step" | "younger" | "elder" | "older"
    );
    let hyphen = half && tokens.word(at + 1) == "-";
    let kin = at + usize::from(half) + usize::from(hyphen);
    is_kin(tokens.word(kin)) && tokens.word(kin + 1) == "of"
}

/// Whether what somebody's relation is begins at `at`: `Ahmad Shah's grandson`.
pub(in crate::notes::people) fn is_kin_of(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_capital(at)
        && (at + 1..at + 4).any(|near| {
            let owner = tokens.word(near - 1);
            is_kin(tokens.word(near)) && (owner.ends_with("'s") || owner.ends_with("’s"))
        })
}
