//! Whatever the words, the reader neither panics nor names text that is not there.

use proptest::prelude::*;

use crate::notes::causes::FIRST_WORDS;
use crate::notes::markdown;

const WORDS: &str = "because of as since so thus therefore led to leading causes cause caused by which that this it the a \
    not if would have was were and but , ; : - ( ) -> ← ∴ ? . | 1914 March king war prices fell rise Because Why So As \
    result in response reason for forced him meant means due thanks \" “ ” # [ ] $ factors had effects Causes Effects \
    ↑ when although only is e.g. b/c alone turn";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_soup_of_cue_words_is_read(
        picks in prop::collection::vec(0_usize..400, 1..40),
        breaks in prop::collection::vec(0_usize..8, 1..40),
    ) {
        // Half of them all cues there are, half what stands around them.
        let plain: Vec<&str> = WORDS.split_whitespace().collect();
        let cues: Vec<String> = FIRST_WORDS
            .iter()
            .flat_map(|(first, tails)| first.split(' ').flat_map(move |word| tails.iter().map(move |(tail, _)| format!("{word} {tail}"))))
            .collect();
        let mut note = String::from("# Causes\n");
        for (at, pick) in picks.iter().enumerate() {
            note.push_str(match pick % 2 {
                0 => plain[pick / 2 % plain.len()],
                _ => &cues[pick * 7 % cues.len()],
            });
            note.push_str(match breaks[at % breaks.len()] {
                0 => "\n- ",
                1 => "\n  - ",
                2 => "\n\n",
                _ => " ",
            });
        }
        let document = markdown::read("soup.md", &note, &mut Vec::new());
        for link in super::super::read(&document).links {
            for end in [&link.cause, &link.effect] {
                prop_assert!(!end.text.trim().is_empty());
                prop_assert!(end.line >= 1 && end.line as usize <= note.lines().count());
                let stated = end.statement.is_none_or(|statement| {
                    let block = document.statements[statement].block;
                    document.blocks[block].text.visible.contains(end.text.as_str())
                });
                prop_assert!(stated, "{:?} is not in its statement", end);
            }
        }
    }
}
