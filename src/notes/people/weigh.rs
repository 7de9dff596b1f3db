//! What the words around a spot say of it: a person, or a place, a thing, a people.

use std::borrow::Cow;

use super::lexicon::{self, Is};
use super::run::without_possessive;
use super::spot::Spot;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, MarkKind};

/// What stands before and after `spot`; `start` is the first token of its title, or of itself.
pub(super) fn context(block: &Block, tags: &[Tagged], spot: &Spot, start: usize) -> i32 {
    let near = Near { block, tags };
    let mut weight = near.tagged(spot.tokens.end) + near.after(spot);
    // In a heading, the words around are capitalised as well and say little.
    if block.kind != BlockKind::Heading {
        weight += near.before(spot, start);
    }
    weight.clamp(-10, 14)
}

/// A tag of the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tagged {
    /// Bytes of the visible text.
    pub(super) bytes: (u32, u32),
    /// `#person`.
    pub(super) person: bool,
}

/// The tags of `block`, in order.
pub(super) fn tags(block: &Block) -> Vec<Tagged> {
    let tags = block.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Tag(tag) => Some(Tagged {
            bytes: (mark.range.start, mark.range.end),
            person: is_person_tag(tag),
        }),
        _ => None,
    });
    let mut tags: Vec<Tagged> = tags.collect();
    tags.sort_by_key(|tag| tag.bytes);
    tags
}

struct Near<'d> {
    block: &'d Block,
    tags: &'d [Tagged],
}

impl Near<'_> {
    fn word(&self, at: usize) -> &str {
        self.block
            .tokens
            .get(at)
            .map_or("", |token| token.of(&self.block.text.visible))
    }

    /// The folded word at `at`, without `'s`, and what it is known to be.
    fn look(&self, at: usize) -> (Cow<'_, str>, Is) {
        let Some(token) = self
            .block
            .tokens
            .get(at)
            .filter(|token| token.kind == Kind::Word)
        else {
            return Default::default();
        };
        let word = without_possessive(token.of(&self.block.text.visible)).0;
        if !token.capital && word.is_ascii() {
            return (Cow::Borrowed(word), lexicon::look_up(word));
        }
        let mut folded = String::new();
        lexicon::fold(word, &mut folded);
        let is = lexicon::look_up(&folded);
        (Cow::Owned(folded), is)
    }

    /// The tag that begins with the token at `at`.
    fn tag_at(&self, at: usize) -> Option<&Tagged> {
        let start = self.block.tokens.get(at)?.start;
        let index = self
            .tags
            .binary_search_by_key(&start, |tag| tag.bytes.0)
            .ok()?;
        self.tags.get(index)
    }

    /// `#person` right after the name.
    fn tagged(&self, end: usize) -> i32 {
        let tagged = self.tag_at(end).is_some_and(|tag| tag.person);
        if tagged { 12 } else { 0 }
    }

    #[expect(clippy::too_many_lines, reason = "one table of weights")]
    fn before(&self, spot: &Spot, start: usize) -> i32 {
        let mut at = start;
        while at > 0 && matches!(self.word(at - 1), "\"" | "“" | "'" | "‘" | "(") {
            at -= 1;
        }
        if at == 0 {
            return 0;
        }
        let (word, is) = self.look(at - 1);
        let (earlier, earlier_is) = if at >= 2 {
            self.look(at - 2)
        } else {
            Default::default()
        };
        let known = spot.last.contains(Is::KNOWN) && !spot.last.contains(Is::PLACE);
        let certain = spot.words > 1 && spot.first.intersects(Is::GIVEN)
            || spot.title.is_some()
            || !spot.tail.is_empty();
        match word.as_ref() {
            "v" => -10,
            "in" | "at" | "near" | "across" | "throughout" | "inside" | "outside" | "around"
            | "towards"
                if certain || known =>
            {
                if certain {
                    -1
                } else {
                    -3
                }
            }
            "in" | "at" | "near" | "across" | "throughout" | "inside" | "outside" | "towards" => -5,
            "into" | "through" | "around" | "onto" => -3,
            "from" if !known => -2,
            "a" | "an" if known => -2,
            "the" | "a" | "an" | "this" | "that" | "these" | "la" | "le" | "el" | "der" | "die"
            | "das" | "les" | "los" => match (certain, known) {
                (true, _) => 0,
                (false, true) => -4,
                (false, false) => -6,
            },
            "by" if earlier.ends_with("ed") || earlier_is.intersects(Is::FATE | Is::ACT) => 3,
            "by" => 2,
            "of" => self.of(&earlier, earlier_is, at),
            "under" => 1,
            "against" if spot.words > 1 => 2,
            "called" | "named" | "nicknamed" | "featuring" | "starring" => 3,
            _ if is.contains(Is::ROLE) && !self.block.tokens[at - 1].capital => 5,
            "battleship" | "ship" | "cruiser" | "destroyer" | "carrier" | "submarine" | "liner"
            | "frigate" | "yacht" | "asteroid" | "crater" | "planet" | "comet" | "satellite"
            | "horse" | "dog" | "operation" | "tribe" | "river" | "god" | "goddess" | "ballet"
            | "opera" | "film" | "novel" | "magazine" | "newspaper" => -8,
            _ if is.contains(Is::FATE) => 3,
            _ if takes_places(&word) => 0,
            _ if is.contains(Is::ACT) => 2,
            _ if word
                .strip_suffix('s')
                .is_some_and(|role| lexicon::look_up(role).contains(Is::ROLE)) =>
            {
                3
            }
            _ => 0,
        }
    }

    /// "The death of", "the city of".
    fn of(&self, noun: &str, is: Is, at: usize) -> i32 {
        let capital = at >= 2 && self.block.tokens[at - 2].capital;
        match noun {
            "son" | "daughter" | "wife" | "death" | "assassination" | "murder" | "reign"
            | "life" | "execution" | "brother" | "sister" | "nephew" | "marriage" | "trial"
            | "followers" | "supporters" | "army" | "armies" | "works" | "writings" | "ideas"
            | "theories" | "teachings" | "leadership" | "abdication" | "coronation" | "birth"
            | "friend" | "student" | "pupil" | "mistress" | "widow" | "rise" | "downfall"
            | "election" | "arrest" | "resignation" | "character" | "biography" | "portrait"
            | "statue" | "tomb" | "accession" => 3,
            "city" | "town" | "village" | "state" | "states" | "kingdom" | "battle" | "treaty"
            | "port" | "island" | "region" | "province" | "river" | "siege" | "peace" | "gulf"
            | "bay" | "republic" | "empire" | "duchy" | "county" | "capital" | "people"
            | "invasion" | "partition" | "occupation" | "annexation" | "bombing" | "university"
            | "church" | "book" | "month" | "unification" | "division" | "parts" | "most" => -6,
            _ if capital && is.contains(Is::THING) => -6,
            _ if is.contains(Is::ROLE) => -2,
            _ => 0,
        }
    }

    fn after(&self, spot: &Spot) -> i32 {
        let block = self.block;
        let mut at = spot.tokens.end;
        if at >= block.tokens.len() {
            return 0;
        }
        if spot.possessive {
            let (_, is) = self.look(at);
            let (_, second) = self.look(at + 1);
            if (at..at + 2).any(|near| is_eponym(&self.look(near).0)) {
                let saint = spot
                    .title_word
                    .as_deref()
                    .is_some_and(|title| matches!(title, "st" | "saint" | "uncle"));
                return if saint { -10 } else { -4 };
            }
            return if is.contains(Is::BELONGING) || second.contains(Is::BELONGING) {
                3
            } else {
                1
            };
        }
        // A tag after the name is passed over.
        if let Some(tag) = self.tag_at(at) {
            at += block.tokens[at..]
                .iter()
                .take_while(|token| token.start < tag.bytes.1)
                .count();
        }
        match self.word(at) {
            "(" => self.brackets(at + 1),
            "," => self.apposition(at + 1),
            "-" | "–" | "—" | ":" | "=" if block.tokens[at].spaced || self.word(at) == ":" => {
                let roles = (at + 1..at + 4).any(|near| self.look(near).1.contains(Is::ROLE));
                if roles { 3 } else { 0 }
            }
            _ if block
                .tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Word && !token.capital) =>
            {
                self.verb(at)
            }
            _ => 0,
        }
    }

    /// `(born …`, `(1809–1882)`, `(the king)`.
    fn brackets(&self, at: usize) -> i32 {
        let (word, is) = self.look(at);
        let number = |at: usize| {
            self.block
                .tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Number && token.end - token.start >= 3)
        };
        match word.as_ref() {
            "born" | "b" | "d" | "died" | "reigned" | "ruled" | "r" | "aka" | "nicknamed" => 6,
            _ if number(at) && matches!(self.word(at + 1), "-" | "–") && number(at + 2) => 3,
            // A study and its year.
            _ if number(at) && matches!(self.word(at + 1), ")" | ",") => 2,
            _ if is.contains(Is::ROLE) || self.look(at + 1).1.contains(Is::ROLE) => 3,
            _ => 0,
        }
    }

    /// `, who`, `, the king of`, `, aged 40`.
    fn apposition(&self, at: usize) -> i32 {
        let (word, is) = self.look(at);
        match word.as_ref() {
            "who" | "whose" | "whom" | "aged" => 4,
            "a" | "an" | "the" | "his" | "her" | "then" | "now" | "also" | "former" => {
                let roles = (at + 1..at + 4).any(|near| self.look(near).1.contains(Is::ROLE));
                if roles { 4 } else { 0 }
            }
            _ if is.contains(Is::ROLE) => 3,
            _ => 0,
        }
    }

    #[expect(clippy::too_many_lines, reason = "one table of weights")]
    fn verb(&self, at: usize) -> i32 {
        let (word, is) = self.look(at);
        let soon = |words: &[&str]| (at + 1..at + 5).any(|near| words.contains(&self.word(near)));
        if is.contains(Is::HUMAN) || is.contains(Is::ACT) && soon(&["himself", "herself", "throne"])
        {
            return 5;
        }
        if matches!(
            word.as_ref(),
            "was"
                | "is"
                | "were"
                | "had"
                | "has"
                | "became"
                | "becomes"
                | "being"
                | "been"
                | "gets"
                | "got"
                | "would"
                | "will"
                | "did"
        ) {
            let (next, next_is) = self.look(at + 1);
            let (_, third) = self.look(at + 2);
            let fate = next_is.intersects(Is::FATE | Is::HUMAN)
                || matches!(next.as_ref(), "been" | "also" | "not" | "never" | "then")
                    && third.intersects(Is::FATE | Is::HUMAN);
            let role = matches!(next.as_ref(), "a" | "an" | "the")
                && (at + 2..at + 5).any(|near| self.look(near).1.contains(Is::ROLE))
                || next_is.contains(Is::ROLE);
            return if fate || role {
                5
            } else if next_is.contains(Is::ACT) {
                2
            } else {
                1
            };
        }
        if is.contains(Is::ROLE) {
            return 3;
        }
        if is.intersects(Is::FATE) {
            return 4;
        }
        if is.contains(Is::ACT) {
            return 3;
        }
        match word.as_ref() {
            // A court case.
            "v" => -10,
            "et" if self.word(at + 1) == "al" => 6,
            "didn't" | "doesn't" | "wouldn't" | "couldn't" | "won't" | "hadn't" | "wasn't"
            | "isn't" => 2,
            "himself" | "herself" => 5,
            "who" | "whose" => 4,
            "and" => match self.word(at + 1) {
                "his" | "her" | "himself" => 3,
                _ => 0,
            },
            "doctrine" | "plan" | "act" | "law" | "laws" | "treaty" | "war" | "wars" | "pact"
            | "line" | "dynasty" | "family" | "empire" | "period" | "era" | "prize" | "system"
            | "movement" | "region" | "river" | "city" | "province" | "area" | "theory"
            | "effect" | "party" | "families" | "company" | "test" | "scale" | "cycle"
            | "equation" | "principle" | "process" | "constant" | "museum" | "trail"
            | "massacre" | "accords" | "campaign" | "missile" | "missiles" | "telescope"
            | "disease" | "syndrome" | "experiment" | "amendment" | "declaration"
            | "memorandum" | "telegram" | "trial" | "optimum" | "distribution" | "correlation"
            | "rank" | "curve" | "coefficient" | "machine" | "efficiency" | "number" | "tribe" => {
                -5
            }
            _ => 0,
        }
    }
}

/// What is called after who found it: Newton's laws, Halley's comet.
fn is_eponym(noun: &str) -> bool {
    matches!(
        noun,
        "cabin"
            | "basilica"
            | "cathedral"
            | "travels"
            | "church"
            | "square"
            | "law"
            | "laws"
            | "theorem"
            | "paradox"
            | "comet"
            | "wall"
            | "constant"
            | "equation"
            | "equations"
            | "principle"
            | "effect"
            | "disease"
            | "syndrome"
            | "scale"
            | "rule"
            | "rules"
            | "hypothesis"
            | "conjecture"
            | "lemma"
            | "razor"
            | "distribution"
            | "coefficient"
            | "curve"
            | "test"
            | "ring"
            | "triangle"
            | "number"
            | "day"
    )
}

/// Verbs whose object is as often a place as a person.
fn takes_places(verb: &str) -> bool {
    matches!(
        verb,
        "visited"
            | "visits"
            | "invaded"
            | "invades"
            | "left"
            | "leaves"
            | "captured"
            | "captures"
            | "conquered"
            | "conquers"
            | "attacked"
            | "besieged"
            | "crossed"
            | "crosses"
            | "lost"
            | "loses"
            | "won"
            | "wins"
            | "ruled"
            | "rules"
            | "took"
            | "takes"
            | "held"
            | "holds"
            | "saw"
            | "sees"
            | "bombed"
            | "bombs"
            | "founded"
            | "used"
            | "uses"
            | "made"
            | "makes"
            | "created"
            | "signed"
            | "wrote"
            | "published"
            | "established"
            | "joined"
            | "seized"
            | "gave"
            | "gives"
            | "reached"
    )
}

/// `#person`, `#people`, `#person/ruler`.
pub(super) fn is_person_tag(tag: &str) -> bool {
    let top = tag.split('/').next().unwrap_or_default();
    [
        "person",
        "people",
        "persons",
        "figure",
        "figures",
        "keyfigure",
        "character",
        "who",
    ]
    .iter()
    .any(|name| top.eq_ignore_ascii_case(name))
}
