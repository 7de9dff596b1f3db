//! What a word is, and what it does beside a name.

use bitflags::bitflags;

bitflags! {
    /// What a word is known to be; a word may be several things (`King`: title, surname).
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(in crate::notes::people) struct Is: u32 {
        /// Given name of men.
        const HE = 1;
        /// Given name of women.
        const SHE = 1 << 1;
        /// One word that names a person of history, science, arts or letters.
        const KNOWN = 1 << 2;
        /// Common surname.
        const SURNAME = 1 << 3;
        /// Family name that stands first (`Mao Zedong`).
        const FAMILY = 1 << 4;
        /// Country, region, city, river.
        const PLACE = 1 << 5;
        /// People, faith, party, and their adjectives.
        const PEOPLE = 1 << 6;
        /// Organisation, company, acronym, month, work, god.
        const GROUP = 1 << 7;
        /// Ends the name of a thing (`Plan`, `Treaty`).
        const THING = 1 << 8;
        /// Stands before a name (`General`, `Pope`).
        const TITLE = 1 << 9;
        /// Says what a person is (`minister`, `brother`).
        const ROLE = 1 << 10;
        /// Word of grammar.
        const FUNCTION = 1 << 11;
        /// Common word.
        const WORD = 1 << 12;
        /// Verb of which a person is often the subject.
        const ACT = 1 << 13;
        /// Verb of which only a person is the subject.
        const HUMAN = 1 << 14;
        /// What "was" says of a person (`born`, `assassinated`).
        const FATE = 1 << 15;
        /// What is somebody's (`wife`, `reign`).
        const BELONGING = 1 << 16;
        /// Stands after "the" in a name (`the Great`).
        const EPITHET = 1 << 17;
        /// The first word of a place of several words.
        const OPENS = 1 << 18;
        /// Given name, of whomever.
        const GIVEN = Self::HE.bits() | Self::SHE.bits();
        /// Anything that a person's name is made of.
        const NAME = Self::GIVEN.bits() | Self::KNOWN.bits() | Self::SURNAME.bits() | Self::FAMILY.bits();
        /// What speaks against a name where the word stands alone.
        const OTHER = Self::PLACE.bits() | Self::PEOPLE.bits() | Self::GROUP.bits() | Self::THING.bits()
            | Self::FUNCTION.bits() | Self::WORD.bits() | Self::ROLE.bits() | Self::TITLE.bits();
    }
}

bitflags! {
    /// What a word does beside a name or in it. A word that is in these lists alone counts as unknown.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(in crate::notes::people) struct Cue: u32 {
        /// Title that stands before a place to name a person (`Duke of Wellington`).
        const PEER = 1;
        /// Title that is a common word too (`General strike`).
        const WEAK = 1 << 1;
        /// Title whose bearer goes by a given name (`Pope`).
        const REGAL = 1 << 2;
        /// Title of men.
        const MAN = 1 << 3;
        /// Title of women.
        const WOMAN = 1 << 4;
        /// Title that stands after the name (`Sahib`).
        const BEHIND = 1 << 5;
        /// Title of a wife (`Lady Macbeth`).
        const WIFE = 1 << 6;
        /// Before the name of a thing (`Operation`, `HMS`).
        const OPENS_THING = 1 << 7;
        /// What is called after who found it (`law`, `comet`).
        const EPONYM = 1 << 8;
        /// What follows a name and makes it a thing's (`doctrine`, `trial`).
        const CALLED_AFTER = 1 << 9;
        /// Verb whose object is as often a place.
        const TAKES_PLACES = 1 << 10;
        /// Name of rulers with a numeral.
        const REGNAL = 1 << 11;
        /// Abbreviation with a full stop inside a name.
        const ABBREVIATION = 1 << 12;
        /// Small word inside a name (`von`).
        const PARTICLE = 1 << 13;
        /// Particle that may have a capital (`Van`).
        const CAPITAL_PARTICLE = 1 << 14;
        /// Verb that says nothing by itself (`was`).
        const AUXILIARY = 1 << 15;
        /// What is somebody's (`death of`).
        const SOMEBODYS = 1 << 16;
        /// What is a place's or a thing's (`city of`).
        const SOMEWHERES = 1 << 17;
        /// Bears a name of its own (`ship`, `tribe`).
        const BEARER = 1 << 18;
        /// Before a thing rather than a person (`the`).
        const ARTICLE = 1 << 19;
        /// Before a place (`in`).
        const WHERE = 1 << 20;
        /// Surname that means a woman where it stands alone.
        const HER = 1 << 21;
        /// What people do (`led by`).
        const DONE_BY = 1 << 22;
        /// What is done to people (`married`).
        const DONE_TO = 1 << 23;
        /// What has a leader (`army under`).
        const LED = 1 << 24;
        /// What happens to people alone (`murder of`).
        const HAPPENS_TO = 1 << 25;
        /// What only people have (`memoirs`).
        const HAD_BY = 1 << 26;
    }
}
