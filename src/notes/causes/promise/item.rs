//! What an item of a list names: its words up to the first cue inside it that begins another thing.

use std::ops::Range;

use super::answer_mark;
use crate::notes::causes::cues::{Cue, Form, Shape};
use crate::notes::causes::inline;
use crate::notes::causes::sentence::Sentence;
use crate::notes::word_key::words;

/// The words of an item up to the first cue inside it: what it names.
pub(in crate::notes::causes) fn item(s: &Sentence<'_>) -> Range<usize> {
    item_with(s, &inline::find(s))
}

/// As [`item`], of a sentence whose cues were found.
pub(in crate::notes::causes) fn item_with(s: &Sentence<'_>, cues: &[Cue]) -> Range<usize> {
    // "The result was hunger" names hunger.
    if let Some(was) = resulted(s, cues.first()) {
        return s.trim(was + 1..s.end);
    }
    // "A: his men were tired"
    let mut start = answer_mark(s, false);
    let mut end = s.end;
    for cue in cues {
        let before = s.trim(start..cue.from);
        // ", which led to …" tells of something else.
        let relative = (start..cue.from)
            .rev()
            .take(4)
            .find(|&at| s.is(at, "which") && at > 0 && s.mark(at - 1, ","));
        if let Some(which) = relative {
            end = which;
            break;
        }
        if s.hollow(&before) || s.is_date(&before) {
            start = cue.to;
            continue;
        }
        // "Prestige, as the world looked on": a word alone needs its reason.
        let clause = matches!(cue.shape, Shape::As | Shape::Since | Shape::Because);
        if clause && before.len() == 1 {
            continue;
        }
        // "Failed harvests led to hunger" is one item; "Failed harvests, so hunger" and "harvests -> hunger" are not.
        if matches!(
            cue.shape,
            Shape::SoThat
                | Shape::Forward(Form::Past | Form::Third | Form::Base)
                | Shape::Passive
                | Shape::Meant
                | Shape::Force(_)
                | Shape::Reason
                | Shape::Result
                | Shape::Blame
                | Shape::Respond
                | Shape::Backward(_)
        ) {
            continue;
        }
        end = cue.from;
        break;
    }
    s.trim(start..end)
}

/// The "was" of "The result was hunger", whose cue opens the sentence.
fn resulted(s: &Sentence<'_>, cue: Option<&Cue>) -> Option<usize> {
    let cue = cue.filter(|cue| cue.shape == Shape::Result && cue.from <= s.start + 2)?;
    (cue.from..s.end.min(cue.from + 4)).find(|&at| s.any(at, words!("was is were are")))
}

/// What stands behind the "because" that a cell opens with, perhaps behind a verb: "Passed because of debt".
pub(in crate::notes::causes) fn because(s: &Sentence<'_>) -> Range<usize> {
    let cues = inline::find(s);
    let opens = cues.first().filter(|cue| {
        let before = s.trim(s.start..cue.from);
        let shape = matches!(cue.shape, Shape::Because | Shape::BecauseOf);
        shape && (before.is_empty() || before.len() == 1 && s.word(before.start).ends_with("ed"))
    });
    opens.map_or(s.start, |cue| cue.to)..s.end
}
