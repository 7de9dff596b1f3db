//! What the words of one text can be, for who reads a text by itself.

use super::words::{
    ADV, BACK, BASE, BE, CONCEDE, COORD, DET, DO, Flags, HAVE, MODAL, NEG, PAST, POSS, PREP, PRON,
    SAY, SUB, mark,
};
use crate::notes::lex::Token;
use crate::notes::phrase::Role;

/// Our marks, and what they are called outside.
const ROLES: &[(Flags, Role)] = &[
    (BE, Role::BE),
    (HAVE, Role::HAVE),
    (MODAL | DO, Role::MODAL),
    (DET, Role::DETERMINER),
    (POSS, Role::POSSESSIVE),
    (PRON, Role::PRONOUN),
    (BACK, Role::BACK),
    (PREP, Role::PREPOSITION),
    (COORD, Role::AND),
    (SUB | CONCEDE, Role::OPENS),
    (ADV, Role::ADVERB),
    (NEG, Role::NOT),
    (BASE | PAST, Role::VERB),
    (SAY, Role::SAYS),
];

/// What each of `tokens` can be.
pub(in crate::notes) fn roles(text: &str, tokens: &[Token]) -> Vec<Role> {
    mark(text, tokens)
        .into_iter()
        .map(|(flags, finite)| {
            let mut own = Role::empty();
            own.set(Role::FINITE, finite);
            ROLES
                .iter()
                .filter(|(flag, _)| flags & flag != 0)
                .fold(own, |roles, (_, role)| roles | *role)
        })
        .collect()
}
