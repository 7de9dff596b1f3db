//! Words that say what somebody is in a byname: the Scottish *Samurai*, Hobbe the *robber*, *Angel* of Death.

use crate::notes::word_key::{Words, key, words};

/// People, animals and things that people are called.
const HEADS: Words = words!(
    "angel apostle archer arrow assassin aunt avenger bandit bastard bear beast blacksmith boss boy brother builder \
     bull bulldog butcher campeador captain caudillo champion chief chancellor coachman colonel commander commoner conqueror corporal crusader \
     daughter defender delayer devil dictator doctor dragon drummer duke dwarf eagle emancipator eminence emperor engineer father fisher fool fox \
     friend gandhi gentleman general ghost giant girl gravedigger hammer hawk helmsman hermit hero heroine hound jester \
     kaiser khan king kingfish kingmaker knight lad lady lamb lawgiver leader liberator libertador lion lioness lord \
     madman magnifico magnifico maid maker man marshal martyr master merchant messiah monk monster mother mule musketeer napoleon \
     navigator nightingale nun organiser organizer ox painter peacemaker pirate poet pope priest prince \
     princess prophet protector queen rabbit raven rebel reformer rat restorer robber samurai sage saint santo scourge \
     seaman sergeant serpent shepherd shield shogun slayer smith snake soldier son sorcerer spartacus spider star sphinx sultan swan \
     sword teacher thief tiger tsar tyrant uncle unifier uniter viper warrior widow witch wizard wolf woman"
);

/// Whether a word, whatever its capitals, is one of them.
pub(super) fn is_head(word: &str) -> bool {
    HEADS.contains(key(word.as_bytes()))
}
