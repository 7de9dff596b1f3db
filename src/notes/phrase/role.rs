//! What a word can be.

use bitflags::bitflags;

use crate::notes::people::WordIs;

bitflags! {
    /// What a word can be; one word can be several things.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Role: u32 {
        /// Stands as the finite verb of a clause.
        const FINITE = 1;
        /// A form of *be*.
        const BE = 1 << 1;
        /// A form of *have*.
        const HAVE = 1 << 2;
        /// `will`, `could`; *do* too.
        const MODAL = 1 << 3;
        /// Article, demonstrative or quantifier.
        const DETERMINER = 1 << 4;
        /// `his`, `their`.
        const POSSESSIVE = 1 << 5;
        /// `he`, `they`, `there`.
        const PRONOUN = 1 << 6;
        /// Points back: `this`, `it`, `which`.
        const BACK = 1 << 7;
        /// Preposition.
        const PREPOSITION = 1 << 8;
        /// `and`, `or`, `but`.
        const AND = 1 << 9;
        /// Opens a clause that hangs on another.
        const OPENS = 1 << 10;
        /// `also`, `eventually`.
        const ADVERB = 1 << 11;
        /// `not`, `never`, `without`.
        const NOT = 1 << 12;
        /// A form of a verb, here or elsewhere.
        const VERB = 1 << 13;
        /// A country, a city, a people, an organisation.
        const GROUP = 1 << 14;
        /// Stands before a name: `General`.
        const TITLE = 1 << 15;
        /// A given name or a surname.
        const NAME = 1 << 16;
        /// Says, thinks, hopes.
        const SAYS = 1 << 17;
        /// What *was* says of a person: killed, elected.
        const FATE = 1 << 18;
    }
}

/// What a word can be by the lists of the people reader.
pub(super) fn role_of(is: WordIs) -> Role {
    let mut role = Role::empty();
    role.set(Role::VERB, is.verb);
    role.set(Role::GROUP, is.group);
    role.set(Role::TITLE, is.title);
    role.set(Role::NAME, is.name);
    role.set(Role::FATE, is.fate);
    role
}
