//! Tongues in which people have other names: `Karel in Czech`, `(Latin Rodmarus)`.

use crate::notes::word_key::{key, words};

/// Whether a word is the name of a tongue in which people have other names.
pub(super) fn is_tongue(word: &str) -> bool {
    words!(
        "arabic aramaic chinese czech danish dutch english french german greek hebrew hindi hungarian \
         irish italian japanese korean latin mongol mongolian norse persian polish portuguese quechua russian \
         sanskrit scots spanish swedish turkish welsh"
    )
    .contains(key(word.as_bytes()))
}
