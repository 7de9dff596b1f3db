//! Items that say what was no cause: "NOT because of religion", "nothing to do with it", "had he lived it would have failed".

use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{DO, NEG, PREP, PRON};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// Whether an item of a list of causes or effects, a heading or a line over such a list, says that something is none.
pub(in crate::notes::causes) fn denies(s: &Sentence<'_>) -> bool {
    let first = first_word(s);
    if opens_with_not(s, first) || s.is(first, "wrong") && s.mark(first + 1, "!") {
        return true;
    }
    // "Will be covered below"
    if s.any(first, words!("will to"))
        && s.is(first + 1, "be")
        && s.any(
            first + 2,
            words!("covered discussed explained continued added"),
        )
    {
        return true;
    }
    let unreal = s.any(first, words!("had without if"))
        && (first..s.end).any(|at| s.is(at, "would") && s.is(at + 1, "have"));
    // "had nothing to do with it", "did not come from the war"
    unreal
        || s.find(NEG, |at| {
            let unrelated = s.is(at, "nothing") && s.is(at + 1, "to") && s.is(at + 2, "do");
            let elsewhere = s.has(at - usize::from(at > first), DO)
                && s.any(at + 1, words!("come stem arise result"))
                && s.is(at + 2, "from");
            unrelated || elsewhere
        })
        .is_some()
}

/// The first word, past the letter or number that a list gives it: `c) NOT the king`.
fn first_word(s: &Sentence<'_>) -> usize {
    let marks =
        |at: usize| s.tokens[at].kind != Kind::Word || s.word(at).len() == 1 && s.mark(at + 1, ")");
    (s.start..s.end).find(|&at| !marks(at)).unwrap_or(s.start)
}

/// "NOT the Germans", "not Christianity", "not because of oil", "Not causes"; but "not enough men" is a cause.
fn opens_with_not(s: &Sentence<'_>, at: usize) -> bool {
    if !s.is(at, "not") {
        return false;
    }
    let next = at + 1;
    let shouted = s.tokens[at].shouted
        && !s.tokens.get(next).is_none_or(|next| next.shouted)
        && !s.any(next, words!("enough"));
    let named = s
        .tokens
        .get(next)
        .is_some_and(|next| next.capital && !next.shouted);
    let reason = named
        || s.has(next, PREP | PRON)
        || s.any(
            next,
            words!("because bc b due cause causes caused reasons effects consequences results"),
        );
    shouted || reason
}
