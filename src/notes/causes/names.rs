//! What headings name: a thing of history, or no more than "Key points".

use std::ops::Range;

use super::sentence::Sentence;
use super::words::{BE, CAUSE, COORD, DET, DO, EFFECT, HAVE, KIND, MODAL};
use crate::notes::facts::End;
use crate::notes::ids;
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// Whether the topic's name says what kind of thing it is by this word: "Road to Revolution" is no name of a revolution.
pub(super) fn is_named(word: &str, topic: &End) -> bool {
    let topic = ids::normalised(&topic.text);
    // "Kings of the Franks" are the kings.
    let heads = || {
        let rest = topic.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(" of "))
    };
    let mut before = "";
    let named = topic.split(' ').any(|other| {
        let names = !["", "to", "of", "and", "in", "for"].contains(&before);
        before = other;
        other == word && names
    });
    named || heads()
}

/// Whether a heading names no thing of history: "Overview", "Key points", "Week 3 notes".
pub(super) fn is_general(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    let general = |at: usize| {
        sentence.any(
            at,
            words!("overview introduction background summary notes note context significance significances importance legacy \
            details timeline facts fact info information events event description definition definitions aftermath points point \
            ideas idea terms term concepts vocab vocabulary chapter week lecture lesson unit section part page pages class \
            reading readings homework review recap takeaways people figures dates prompt response \
            answer answers who whos what when where end start beginning matter cue cues question questions mix mixed up \
            dont don't confuse confused names namesakes essay exam exams revision cram sheet after before"),
        )
    };
    // "Did it matter?"
    let asks = sentence.has(range.start, BE | DO | HAVE | MODAL)
        && sentence.any(range.start + 1, words!("it they he she this we"));
    // "Response by the USSR", "How did it respond?", beside "What happened?", are parts of the story.
    let responds = |at: usize| sentence.any(at, words!("respond responded react reacted"));
    let answers = sentence.any(range.start, words!("response responses reaction reactions"))
        && sentence.any(range.start + 1, words!("by of from"))
        || sentence.is(range.start, "how") && range.clone().any(responds);
    if asks || answers {
        return true;
    }
    let mut named = false;
    range.clone().all(|at| {
        named |= general(at);
        sentence.tokens[at].kind != Kind::Word || general(at) || sentence.has(at, DET | KIND)
    }) && named
}

/// "Causes and effects of the war" promises nothing by itself, but what is below it is about the war.
pub(super) fn of_both(sentence: &Sentence<'_>, range: Range<usize>) -> Range<usize> {
    let of = range.clone().take(6).find(|&at| sentence.is(at, "of"));
    let Some(of) = of.filter(|of| of + 1 < range.end) else {
        return range;
    };
    let front = range.start..of;
    let has = |flag| front.clone().any(|at| sentence.has(at, flag));
    let plain = front.clone().all(|at| {
        sentence.has(at, CAUSE | EFFECT | COORD | DET | KIND)
            || sentence.tokens[at].kind != Kind::Word
    });
    if plain && has(CAUSE) && has(EFFECT) {
        sentence.trim(of + 1..range.end)
    } else {
        range
    }
}

/// A title without the number that its file stands at: "07 Guilds of Ghent", "12 Lorenzo"; but "30 Years War" and "12 Tables" count
/// something.
pub(super) fn without_number(title: &str) -> &str {
    let Some((number, name)) = title.split_once([' ', '_', '-']) else {
        return title;
    };
    let short = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let first = name.split([' ', '_', '-']).next().unwrap_or(name);
    let counts = first.len() < 2
        || !first.starts_with(char::is_uppercase)
        || first.ends_with('s')
        || ["Year", "Day", "Hour", "Point"].contains(&first);
    if short && !name.is_empty() && (number.starts_with('0') && number.len() == 2 || !counts) {
        name.trim_start()
    } else {
        title
    }
}
