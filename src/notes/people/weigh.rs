//! What the words around a spot say of it: a person, or a place, a thing, a people.

mod after;
mod before;
pub(super) mod kin;
mod stranger;
mod verbs;

pub(super) use stranger::is_somebodys;

use super::folded::Names;
use super::lexicon::{Cue, Is};
use super::run::Tokens;
use super::spot::Spot;
use crate::notes::markdown::{BlockKind, Mark, MarkKind};
use crate::notes::word_key::words;

/// What stands before and after `spot`; `start` is the first token of its title, or of itself.
pub(super) fn context(tokens: &Tokens<'_>, names: &Names, spot: &Spot, start: usize) -> i32 {
    let mut weight = after::tagged(tokens, spot.tokens.end) + after::weight(tokens, names, spot);
    // In a heading, the words around are capitalised as well and say little.
    if tokens.block().kind != BlockKind::Heading {
        weight += before::weight(tokens, spot, start);
    }
    if is_work(tokens, spot) {
        weight -= 6;
    }
    if (0..=5).contains(&weight) && stranger::is_owner(tokens, names, spot) {
        return OUTWEIGHS;
    }
    if (0..=5).contains(&weight) && stranger::is_one(spot) {
        if names.ends_as_word(spot.key) {
            if is_somebodys(tokens, spot.tokens.end) {
                return OUTWEIGHS;
            }
        } else if stranger::is_person(tokens, spot, start) {
            // As much as is needed, where the capital says nothing.
            weight = 5 + i32::from(spot.opens);
        }
    }
    weight.clamp(-10, 14)
}

/// What outweighs the ending of a common word: "Channing, his doctor".
const OUTWEIGHS: i32 = 11;

/// Whether nobody's name stands in italics, alone or with more: *De Humani Corporis Fabrica*.
fn is_work(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let marks = &tokens.block().marks;
    !marks.is_empty()
        && spot.words >= 2
        && !(spot.first | spot.last).intersects(Is::NAME)
        && marks[..marks.partition_point(|mark| mark.range.start <= spot.bytes.start)]
            .iter()
            .rev()
            .take(NEAR)
            .any(|mark| mark.kind == MarkKind::Emphasis && spot.bytes.end <= mark.range.end)
}

/// How many marks before a name are looked at: emphasis is hardly nested deeper.
const NEAR: usize = 16;

/// The emphasis that starts at a byte of the block's text.
fn emphasis_at<'t>(tokens: &Tokens<'t>, start: u32) -> Option<&'t Mark> {
    let marks = &tokens.block().marks;
    let from = marks.partition_point(|mark| mark.range.start < start);
    marks[from..]
        .iter()
        .take_while(|mark| mark.range.start == start)
        .find(|mark| mark.kind == MarkKind::Emphasis)
}

/// Whether the token at `at` begins a title in italics that a year of our time follows: `*Freedom from Fear* (1999)`.
pub(super) fn is_cited(tokens: &Tokens<'_>, at: usize) -> bool {
    if !tokens.is_capital(at) || !tokens.is_parted(at) {
        return false;
    }
    let start = tokens.all[at].start;
    let Some(title) = emphasis_at(tokens, start) else {
        return false;
    };
    let past = tokens
        .all
        .partition_point(|token| token.start < title.range.end);
    let year = tokens.word(past + 1).parse::<u32>();
    tokens.word(past) == "(" && year.is_ok_and(|year| (1950..2100).contains(&year))
}

/// Whether a name is the first half of two peoples', since the word at `at`, with a capital, is one: `Franco Prussian War`.
pub(super) fn is_half_a_people(tokens: &Tokens<'_>, name: &str, at: usize) -> bool {
    matches!(
        name,
        "franco" | "anglo" | "sino" | "russo" | "austro" | "indo"
    ) && tokens.known(at).is.contains(Is::PEOPLE)
}

/// Whether a verb that people do follows a spot.
pub(super) fn is_agent(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let next = tokens.known(spot.tokens.end).is;
    next.intersects(Is::ACT | Is::HUMAN | Is::FATE)
}

/// Whether the name of a place means the place: "in Norfolk", "to Norfolk", "Kent and Norfolk".
pub(super) fn is_where(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let (start, end) = (spot.tokens.start, spot.tokens.end);
    let is_mere_place = |at: usize| {
        let is = tokens.known(at).is;
        tokens.is_capital(at) && is.contains(Is::PLACE) && !is.intersects(Is::NAME)
    };
    let lists = |at: usize| matches!(tokens.word(at), "," | "and" | "&" | "/" | "+");
    let is_somebodys = || {
        start > 1 && {
            let cue = tokens.known(start - 2).cue;
            cue.intersects(Cue::SOMEBODYS | Cue::HAPPENS_TO) || kin::is_kin(tokens.word(start - 2))
        }
    };
    start > 0
        && (tokens.any(
            start - 1,
            words!("in to into from at near across through throughout towards around via"),
        ) || tokens.is(start - 1, "of") && !is_somebodys())
        || start > 1 && lists(start - 1) && is_mere_place(start - 2)
        || lists(end) && is_mere_place(end + 1)
}

/// Whether the bracket after `at` says that another of the same name is meant: `Ephialtes (a different one!)`.
pub(super) fn is_another(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, "(")
        && match tokens.word(at + 1) {
            "another" | "different" => true,
            "a" | "the" | "not" | "no" => matches!(
                (tokens.word(at + 2), tokens.word(at + 3)),
                ("different" | "other" | "relation", _)
                    | ("the", "famous" | "other" | "later" | "earlier")
            ),
            _ => false,
        }
}

/// Whether the name at `start` is said to be somebody's relation: "his brother Joseph".
pub(super) fn is_kins(tokens: &Tokens<'_>, start: usize) -> bool {
    start > 0
        && tokens.any(
            start - 1,
            words!("son sons daughter daughters brother sister cousin nephew niece wife husband father mother uncle aunt grandson"),
        )
}

/// Whether a year stands among the words from `at` on.
fn has_year(tokens: &Tokens<'_>, at: usize) -> bool {
    (at..at + 5).any(|at| tokens.is_number(at, 4))
}

/// What the "v" at `at` says of the names beside it: a court case, unless everybody knows both and no year follows (Kennedy v Nixon).
fn case(tokens: &Tokens<'_>, at: usize) -> i32 {
    let right = at + 1 + usize::from(tokens.word(at + 1) == ".");
    let known = |at: usize| {
        let is = tokens.known(at).is;
        is.contains(Is::KNOWN) && !is.intersects(Is::PLACE | Is::PEOPLE | Is::GROUP)
    };
    let year = (right + 1..right + 3).any(|at| tokens.is_number(at, 4));
    // "John Hale v. Peter Marsh": no case has given names.
    let given = |at: usize| {
        tokens.known(at).is.intersects(Is::GIVEN)
            && tokens.is_capital(at)
            && tokens.is_capital(at + 1)
    };
    let both = at > 1 && given(at - 2) && given(right) && !has_year(tokens, right + 2);
    // "Berro (whites) v Salas (reds)": no case says more of who is heard.
    let is_told = |before: usize| tokens.word(before) == ")";
    let contest = at > 0 && (both || known(at - 1) && known(right) || is_told(at - 1)) && !year;
    if contest { 0 } else { -10 }
}
