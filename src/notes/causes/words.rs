//! What a word can be in a sentence, as far as finding clauses needs it: a small lexicon and a test for finite verbs.

use crate::notes::lex::{Kind, Token};

/// What a word can be; one word can be several things.
pub(super) type Flags = u32;

/// Article, demonstrative or quantifier: a noun follows.
pub(super) const DET: Flags = 1;
/// `his`, `their`: a noun follows.
pub(super) const POSS: Flags = 1 << 1;
/// Can stand as a subject by itself: `he`, `they`, `there`.
pub(super) const PRON: Flags = 1 << 2;
/// Points back to something said before: `this`, `it`, `which`.
pub(super) const BACK: Flags = 1 << 3;
/// Preposition.
pub(super) const PREP: Flags = 1 << 4;
/// A form of *be*.
pub(super) const BE: Flags = 1 << 5;
/// A form of *have*.
pub(super) const HAVE: Flags = 1 << 6;
/// A form of *do*.
pub(super) const DO: Flags = 1 << 7;
/// `will`, `could`, …
pub(super) const MODAL: Flags = 1 << 8;
/// `not`, `never`, `without`, …
pub(super) const NEG: Flags = 1 << 9;
/// `and`, `or`, `but`, …
pub(super) const COORD: Flags = 1 << 10;
/// Opens a clause that hangs on another: `when`, `who`, `until`, …
pub(super) const SUB: Flags = 1 << 11;
/// Opens a concession: `although`, `despite`, `while`.
pub(super) const CONCEDE: Flags = 1 << 12;
/// An irregular past tense: a finite verb wherever it stands.
pub(super) const PAST: Flags = 1 << 13;
/// The plain form of a common verb.
pub(super) const BASE: Flags = 1 << 14;
/// An adverb that may stand between subject and verb, or open a clause: `also`, `eventually`, `partly`.
pub(super) const ADV: Flags = 1 << 15;
/// Says, thinks, hopes: what hangs on it is not the note's own claim.
pub(super) const SAY: Flags = 1 << 16;
/// An adjective that stands before "cause", "reason", "effect": `main`, `long`, `economic`.
pub(super) const KIND: Flags = 1 << 17;
/// A month, season, era mark or other word that dates are made of.
pub(super) const TIME: Flags = 1 << 18;
/// Not a verb, although it looks like one.
pub(super) const NOUN: Flags = 1 << 19;

/// Content-free words at the rim of a clause: nothing is left of a clause that has only these.
pub(super) const HOLLOW: Flags =
    DET | POSS | PRON | BACK | PREP | BE | HAVE | DO | MODAL | NEG | COORD | SUB | CONCEDE | ADV;

/// What `token` can be.
pub(super) fn flags(text: &str, token: &Token) -> Flags {
    if token.kind != Kind::Word {
        return 0;
    }
    with_lower(token.of(text), |word| {
        LEXICON.get(word).copied().unwrap_or(0)
    })
}

/// Calls `look` with the word in lower case and with straight apostrophes, without touching the heap.
/// A word of more than 24 bytes is in no list of ours and comes out empty.
pub(super) fn with_lower<T>(word: &str, look: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0_u8; 24];
    let mut length = 0;
    let mut rest = word.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        if length == buffer.len() {
            return look("");
        }
        if let Some(tail) = rest.strip_prefix("’".as_bytes()) {
            buffer[length] = b'\'';
            rest = tail;
        } else {
            buffer[length] = byte.to_ascii_lowercase();
            rest = tail;
        }
        length += 1;
    }
    look(std::str::from_utf8(&buffer[..length]).unwrap_or(""))
}

/// Whether the word at `at` is, as far as its looks and its neighbours tell, the finite verb of a clause.
pub(super) fn finite(text: &str, tokens: &[Token], flags: &[Flags], at: usize) -> bool {
    let (token, own) = (&tokens[at], flags[at]);
    if token.kind != Kind::Word {
        return false;
    }
    if own & (BE | HAVE | DO | MODAL | PAST) != 0 {
        let word = token.of(text);
        return !matches!(word, "being" | "been" | "be" | "having" | "doing" | "done");
    }
    // A capital inside a sentence is a name: "Bill", "Rises".
    if own & NOUN != 0 || (token.capital && at > 0) {
        return false;
    }
    let before = at
        .checked_sub(1)
        .filter(|&i| tokens[i].kind == Kind::Word)
        .map(|i| (i, flags[i]));
    let word = token.of(text);
    if word.len() >= 5 && word.ends_with("ed") {
        // "the defeated army", "defeated by" and "of united" are no finite verbs.
        let adjective = before.is_some_and(|(i, f)| {
            (f & (DET | POSS | PREP) != 0
                && !with_lower(tokens[i].of(text), |w| {
                    matches!(
                        w,
                        "both"
                            | "all"
                            | "that"
                            | "this"
                            | "most"
                            | "many"
                            | "some"
                            | "these"
                            | "those"
                    )
                }))
                || (tokens[i].of(text).ends_with("ly") && i > 0 && flags[i - 1] & (DET | POSS) != 0)
        });
        let by = tokens.get(at + 1).is_some_and(|next| next.of(text) == "by");
        return !adjective && !by && before.is_some();
    }
    let Some((i, f)) = before else { return false };
    if f & (DET | POSS | PREP | BE | MODAL) != 0 || (f & COORD != 0) {
        return false;
    }
    let subject = tokens[i].of(text);
    if own & BASE != 0 {
        let plural = subject.len() > 3 && subject.ends_with('s') && !subject.ends_with("ss");
        return plural
            || with_lower(subject, |w| {
                matches!(
                    w,
                    "they"
                        | "we"
                        | "i"
                        | "you"
                        | "people"
                        | "men"
                        | "women"
                        | "children"
                        | "who"
                        | "which"
                        | "police"
                        | "that"
                )
            });
    }
    third_person(word) && f & KIND == 0
}

/// `loses`, `carries`, `catches`: the -s form of a verb in the lexicon.
pub(super) fn third_person(word: &str) -> bool {
    let is_verb = |stem: &str| LEXICON.get(stem).is_some_and(|f| f & BASE != 0);
    with_lower(word, |word| {
        let Some(stem) = word.strip_suffix('s') else {
            return false;
        };
        is_verb(stem)
            || stem.strip_suffix('e').is_some_and(is_verb)
            || stem
                .strip_suffix("ie")
                .is_some_and(|root| with_y(root, is_verb))
    })
}

/// `carr` → `carry`, on the stack.
fn with_y(root: &str, look: impl FnOnce(&str) -> bool) -> bool {
    let mut buffer = [0_u8; 24];
    let n = root.len();
    if n >= buffer.len() {
        return false;
    }
    buffer[..n].copy_from_slice(root.as_bytes());
    buffer[n] = b'y';
    std::str::from_utf8(&buffer[..=n]).is_ok_and(look)
}

static LEXICON: phf::Map<&'static str, Flags> = phf::phf_map! {
    "&" => COORD, "a" => DET, "about" => PREP, "above" => PREP, "across" => PREP, "act" => BASE, "actually" => ADV, "ad" => TIME,
    "adapt" => BASE, "add" => BASE, "additionally" => ADV, "admit" => BASE, "adopt" => BASE, "advance" => BASE, "affect" => BASE,
    "after" => PREP | SUB, "afterward" => ADV, "afterwards" => ADV, "again" => ADV, "against" => PREP, "agree" => BASE, "ahead" => NOUN,
    "aim" => BASE, "albeit" => CONCEDE, "all" => DET | BACK, "alleged" => SAY | NOUN, "alleges" => SAY, "allow" => BASE, "almost" => ADV,
    "already" => ADV, "also" => ADV, "although" => SUB | CONCEDE, "always" => ADV, "am" => BE, "amid" => PREP, "amidst" => PREP,
    "among" => PREP, "an" => DET, "and" => COORD, "announce" => BASE, "another" => DET, "any" => DET, "anyone" => PRON, "appear" => BASE,
    "appoint" => BASE, "apr" => TIME, "april" => TIME, "are" => BE, "aren't" => BE | NEG, "arent" => BE | NEG, "argue" => SAY | BASE,
    "argued" => SAY, "argues" => SAY, "arguing" => SAY, "arose" => PAST, "around" => PREP, "arrange" => BASE, "arrest" => BASE,
    "arrive" => BASE, "as" => PREP | SUB, "ask" => SAY | BASE, "asked" => SAY, "asks" => SAY, "assume" => SAY, "assumed" => SAY,
    "at" => PREP, "ate" => PAST, "attack" => BASE, "attempt" => BASE, "attract" => BASE, "aug" => TIME, "august" => TIME, "autumn" => TIME,
    "avoid" => BASE, "awoke" => PAST, "ban" => BASE, "basically" => ADV, "bc" => TIME, "bce" => TIME, "be" => BE, "beat" => PAST | BASE,
    "became" => BE | PAST, "because" => SUB, "become" => BE | BASE, "becomes" => BE, "bed" => NOUN, "been" => BE, "before" => PREP | SUB,
    "began" => PAST, "begin" => BASE, "beginning" => TIME, "behind" => PREP, "being" => BE, "believe" => SAY | BASE, "believed" => SAY,
    "believes" => SAY, "belong" => BASE, "below" => PREP, "bent" => PAST, "beside" => PREP, "besides" => PREP, "besieged" => PAST,
    "between" => PREP, "beyond" => PREP, "big" => KIND, "biggest" => KIND, "bind" => BASE, "biological" => KIND, "bled" => PAST,
    "bleed" => NOUN, "blew" => PAST, "block" => BASE, "boil" => BASE, "bomb" => BASE, "bore" => PAST, "borrow" => BASE, "both" => DET,
    "bought" => PAST, "bound" => PAST, "bread" => NOUN, "break" => BASE, "bred" => PAST, "breed" => NOUN, "bring" => BASE, "broke" => PAST,
    "brought" => PAST, "build" => BASE, "built" => PAST, "burst" => PAST, "burn" => BASE, "but" => COORD, "buy" => BASE, "by" => PREP, "c" => TIME,
    "ca" => TIME, "call" => BASE, "came" => PAST, "can" => MODAL, "can't" => MODAL | NEG, "cannot" => MODAL | NEG, "cant" => MODAL | NEG,
    "capture" => BASE, "carry" => BASE, "catch" => BASE, "caught" => PAST, "cause" => BASE, "ce" => TIME, "cease" => BASE,
    "ceased" => PAST, "centuries" => TIME, "century" => TIME, "certain" => DET, "challenge" => BASE, "change" => BASE, "charge" => BASE,
    "chemical" => KIND, "chief" => KIND, "chiefly" => ADV, "choose" => BASE, "chose" => PAST, "circa" => TIME, "claim" => SAY | BASE,
    "claimed" => SAY, "claims" => SAY, "clash" => BASE, "clearly" => ADV, "climb" => BASE, "close" => BASE, "clung" => PAST,
    "collapse" => BASE, "collect" => BASE, "colonial" => KIND, "combine" => BASE, "come" => BASE, "common" => KIND, "compete" => BASE,
    "complain" => BASE, "compress" => BASE, "concentrate" => BASE, "concerning" => PREP, "condemn" => BASE, "condense" => BASE,
    "conquer" => BASE, "consequently" => ADV, "consider" => BASE, "consist" => BASE, "contain" => BASE, "continue" => BASE,
    "contract" => BASE, "contribute" => BASE, "contributing" => KIND, "contributory" => KIND, "control" => BASE, "cool" => BASE,
    "cost" => BASE, "could" => MODAL, "couldn't" => MODAL | NEG, "couldnt" => MODAL | NEG, "cover" => BASE, "create" => BASE,
    "creed" => NOUN, "crept" => PAST, "critical" => KIND, "cross" => BASE, "crucial" => KIND, "cultural" => KIND, "cut" => BASE,
    "damage" => BASE, "day" => TIME, "days" => TIME, "dead" => NOUN, "deal" => BASE, "dealt" => PAST, "debated" => SAY,
    "dec" => TIME, "decade" => TIME, "decades" => TIME, "december" => TIME, "decide" => BASE, "decisive" => KIND, "declare" => BASE,
    "decline" => BASE, "decrease" => BASE, "deed" => NOUN, "deepen" => BASE, "deeper" => KIND, "defeat" => BASE, "defend" => BASE,
    "demand" => BASE, "demographic" => KIND, "deny" => BASE, "depend" => BASE, "descend" => BASE, "described" => SAY,
    "despite" => PREP | SUB | CONCEDE, "destroy" => BASE, "develop" => BASE, "did" => DO, "didn't" => DO | NEG, "didnt" => DO | NEG,
    "die" => BASE, "died" => PAST, "differ" => BASE, "different" => KIND, "diffuse" => BASE, "diplomatic" => KIND, "direct" => KIND,
    "directly" => ADV, "disagree" => BASE, "disappear" => BASE, "discover" => BASE, "dissolve" => BASE, "divide" => BASE, "do" => DO,
    "does" => DO, "doesn't" => DO | NEG, "doesnt" => DO | NEG, "domestic" => KIND, "don't" => DO | NEG, "dont" => DO | NEG, "doubt" => SAY,
    "doubted" => SAY, "down" => PREP, "drain" => BASE, "drank" => PAST, "draw" => BASE, "dreamt" => PAST, "drew" => PAST, "drive" => BASE,
    "drop" => BASE, "drove" => PAST, "dry" => BASE, "dug" => PAST, "during" => PREP, "each" => DET, "early" => TIME, "earn" => BASE,
    "eat" => BASE, "ecological" => KIND, "economic" => KIND, "effectively" => ADV, "elect" => BASE, "emerge" => BASE, "enable" => BASE,
    "encourage" => BASE, "end" => TIME | BASE, "enforce" => BASE, "enjoy" => BASE, "enter" => BASE, "environmental" => KIND,
    "erode" => BASE, "erupt" => BASE, "escape" => BASE, "especially" => ADV, "essentially" => ADV, "establish" => BASE,
    "evaporate" => BASE, "even" => ADV, "evening" => TIME, "eventually" => ADV, "every" => DET, "everybody" => PRON, "everyone" => PRON,
    "evolve" => BASE, "exceed" => BASE, "excluding" => PREP, "exhausted" => NOUN, "exist" => BASE, "expand" => BASE,
    "expect" => SAY | BASE, "expected" => SAY, "explain" => SAY | BASE, "explained" => SAY, "export" => BASE, "expose" => BASE,
    "express" => BASE, "external" => KIND, "face" => BASE, "fail" => BASE, "fall" => TIME | BASE, "favour" => BASE, "fear" => SAY | BASE,
    "feared" => SAY, "fears" => SAY, "feb" => TIME, "february" => TIME, "fed" => PAST, "feed" => NOUN | BASE, "feel" => BASE,
    "fell" => PAST, "felt" => PAST, "few" => DET, "fight" => BASE, "fill" => BASE, "final" => KIND, "finally" => ADV, "financial" => KIND,
    "find" => BASE, "finish" => BASE, "first" => ADV | KIND, "firstly" => ADV, "five" => KIND, "fled" => PAST, "flee" => BASE,
    "flew" => PAST, "flood" => BASE, "flow" => BASE, "fly" => BASE, "follow" => BASE, "following" => PREP, "for" => PREP,
    "forbade" => PAST, "foreign" => KIND, "foresaw" => PAST, "forgave" => PAST, "form" => BASE, "forsook" => PAST, "fortunately" => ADV,
    "fought" => PAST, "found" => PAST, "four" => KIND, "freeze" => BASE, "friday" => TIME, "from" => PREP, "froze" => PAST,
    "fundamental" => KIND, "further" => ADV | KIND, "furthermore" => ADV, "gain" => BASE, "gave" => PAST, "general" => KIND,
    "generally" => ADV, "geographic" => KIND, "geographical" => KIND, "get" => BASE, "give" => BASE, "global" => KIND, "go" => BASE,
    "good" => KIND, "got" => PAST, "govern" => BASE, "gradually" => ADV, "great" => KIND, "greatly" => ADV, "greed" => NOUN,
    "grew" => PAST, "ground" => PAST, "grow" => BASE, "had" => HAVE, "hadn't" => HAVE | NEG, "hadnt" => HAVE | NEG, "happen" => BASE,
    "hardly" => NEG, "has" => HAVE, "hasn't" => HAVE | NEG, "hasnt" => HAVE | NEG, "hate" => BASE, "hatred" => NOUN, "have" => HAVE | BASE,
    "haven't" => HAVE | NEG, "havent" => HAVE | NEG, "having" => HAVE, "he" => PRON, "he's" => BE, "health" => KIND,
    "health-related" => KIND, "heat" => BASE, "heavily" => ADV, "held" => PAST, "help" => BASE, "hence" => ADV, "her" => POSS,
    "here" => ADV, "herself" => ADV, "hid" => PAST, "himself" => ADV, "hire" => BASE, "his" => POSS, "historical" => KIND, "hold" => BASE,
    "hope" => SAY | BASE, "hoped" => PAST | SAY, "hopes" => SAY, "how" => SUB, "however" => ADV, "huge" => KIND, "human" => KIND,
    "hundred" => NOUN, "hung" => PAST, "hurt" => BASE, "i" => PRON, "ideological" => KIND, "if" => SUB, "ignore" => BASE, "imagine" => SAY,
    "imagined" => SAY, "immediate" => KIND, "immediately" => ADV, "import" => BASE, "important" => KIND, "impose" => BASE,
    "improve" => BASE, "in" => PREP, "in-turn" => ADV, "include" => BASE, "including" => PREP, "increase" => BASE, "indeed" => NOUN,
    "indirect" => KIND, "indirectly" => ADV, "inevitably" => ADV, "infect" => BASE, "influence" => BASE, "initial" => KIND,
    "inside" => PREP, "insist" => BASE, "instead" => ADV | NOUN, "intellectual" => KIND, "intended" => KIND, "internal" => KIND,
    "international" => KIND, "intervene" => BASE, "into" => PREP, "introduce" => BASE, "invade" => BASE, "invest" => BASE,
    "involve" => BASE, "is" => BE, "isn't" => BE | NEG, "isnt" => BE | NEG, "it" => PRON | BACK, "it's" => BE, "its" => POSS,
    "itself" => ADV, "jan" => TIME, "january" => TIME, "join" => BASE, "joined" => PAST, "jul" => TIME, "july" => TIME, "jun" => TIME,
    "june" => TIME, "just" => ADV, "keep" => BASE, "kept" => PAST, "key" => KIND, "kill" => BASE, "kindred" => NOUN, "knew" => PAST,
    "know" => BASE, "lack" => BASE, "laid" => PAST, "land" => BASE, "largely" => ADV, "last" => KIND | BASE, "lastly" => ADV,
    "late" => TIME, "later" => ADV, "launch" => BASE, "lay" => PAST | BASE, "lead" => BASE, "learn" => BASE, "leave" => BASE,
    "led" => PAST, "led-light" => NOUN, "left" => PAST, "legal" => KIND, "lend" => BASE, "lent" => PAST, "let" => BASE, "lie" => BASE,
    "lied" => PAST, "like" => PREP | BASE, "likely" => KIND, "limit" => BASE, "limited" => NOUN, "lit" => PAST, "local" => KIND,
    "long" => KIND, "long-term" => KIND, "longer" => KIND, "lose" => BASE, "lost" => PAST, "lower" => BASE, "made" => PAST, "main" => KIND,
    "mainly" => ADV, "maintain" => BASE, "major" => KIND, "make" => BASE, "many" => DET | KIND, "mar" => TIME, "march" => TIME | BASE,
    "marry" => BASE, "mass" => BASE, "may" => MODAL | TIME, "mean" => BASE, "meant" => PAST, "meanwhile" => ADV, "medium" => KIND,
    "meet" => BASE, "melt" => BASE, "mention" => SAY, "mentioned" => SAY, "merely" => ADV, "met" => PAST, "mid" => TIME, "might" => MODAL,
    "migrate" => BASE, "military" => KIND, "minor" => KIND, "mistook" => PAST, "monday" => TIME, "month" => TIME, "months" => TIME,
    "moral" => KIND, "more" => DET, "moreover" => ADV, "morning" => TIME, "most" => DET, "mostly" => ADV, "move" => BASE, "much" => DET,
    "multiple" => KIND, "must" => MODAL, "mutate" => BASE, "my" => POSS, "naked" => NOUN, "national" => KIND, "nationalist" => KIND,
    "natural" => KIND, "nd" => TIME, "near" => PREP, "nearly" => ADV, "need" => NOUN | BASE, "negative" => KIND, "negotiate" => BASE,
    "neither" => NEG, "never" => NEG, "new" => KIND, "next" => KIND, "night" => TIME, "no" => DET | NEG, "nobody" => PRON | NEG,
    "none" => NEG, "nor" => NEG | COORD, "not" => NEG, "notably" => ADV, "noted" => SAY, "nothing" => NEG,
    "notwithstanding" => CONCEDE, "nov" => TIME, "november" => TIME, "now" => ADV, "numerous" => KIND, "observe" => SAY, "observed" => SAY,
    "oct" => TIME, "october" => TIME, "of" => PREP, "off" => PREP, "offer" => BASE, "often" => ADV, "on" => PREP, "once" => SUB,
    "one" => PRON, "only" => ADV, "onto" => PREP, "open" => BASE, "operate" => BASE, "oppose" => BASE, "oppressed" => NOUN, "or" => COORD,
    "organise" => BASE, "organize" => BASE, "other" => DET | KIND, "our" => POSS, "out" => PREP, "outbroke" => PAST, "outlawed" => PAST,
    "outside" => PREP, "over" => PREP, "overall" => KIND, "overcame" => PAST, "overthrew" => PAST, "overthrow" => BASE, "own" => BASE,
    "paid" => PAST, "partially" => ADV, "particularly" => ADV, "partly" => ADV, "pay" => BASE, "people" => PRON, "per" => PREP,
    "perhaps" => ADV, "persist" => BASE, "personal" => KIND, "persuade" => BASE, "philosophical" => KIND, "physical" => KIND,
    "plan" => BASE, "play" => BASE, "plot" => BASE, "plus" => PREP | COORD, "pointed" => SAY, "political" => KIND,
    "positive" => KIND, "possible" => KIND, "possibly" => ADV, "potential" => KIND, "pour" => BASE, "predict" => SAY, "predicted" => SAY,
    "predicts" => SAY, "prefer" => BASE, "prevent" => BASE, "primarily" => ADV, "primary" => KIND, "principal" => KIND, "probably" => ADV,
    "produce" => BASE, "promise" => BASE, "promote" => BASE, "protect" => BASE, "protest" => BASE, "provide" => BASE, "proximate" => KIND,
    "psychological" => KIND, "push" => BASE, "put" => BASE, "questioned" => SAY, "quickly" => ADV, "quite" => ADV,
    "raise" => BASE, "ran" => PAST, "rather" => ADV, "rd" => TIME, "reach" => BASE, "react" => BASE, "read" => BASE, "real" => KIND,
    "realise" => BASE, "realize" => BASE, "really" => ADV, "rebel" => BASE, "rebelled" => PAST, "receive" => BASE, "recover" => BASE,
    "red" => NOUN, "reduce" => BASE, "reed" => NOUN, "reflect" => BASE, "refuse" => BASE, "regain" => BASE, "regarding" => PREP,
    "regional" => KIND, "reject" => BASE, "religious" => KIND, "rely" => BASE, "remain" => BASE, "remained" => BE, "remove" => BASE,
    "repel" => BASE, "replace" => BASE, "reported" => SAY, "represent" => BASE, "require" => BASE, "resent" => BASE,
    "resist" => BASE, "respond" => BASE, "restrict" => BASE, "retreat" => BASE, "return" => BASE, "reveal" => BASE, "revolt" => BASE,
    "rise" => BASE, "rode" => PAST, "root" => KIND, "rose" => PAST, "rugged" => NOUN, "rule" => BASE, "rumoured" => SAY, "run" => BASE,
    "s" => TIME, "sacred" => NOUN, "said" => PAST | SAY, "sang" => PAST, "sank" => PAST, "saturday" => TIME, "save" => BASE, "saw" => PAST,
    "say" => SAY | BASE, "saying" => SAY, "says" => SAY, "scientific" => KIND, "second" => ADV | KIND, "secondary" => KIND,
    "secondly" => ADV, "see" => BASE, "seed" => NOUN, "seek" => BASE, "seem" => BASE, "seemed" => PAST, "seize" => BASE, "seized" => PAST, "sell" => BASE, "send" => BASE, "sent" => PAST, "sep" => TIME, "separate" => BASE, "sept" => TIME,
    "september" => TIME, "serious" => KIND, "serve" => BASE, "settle" => BASE, "several" => DET | KIND, "severely" => ADV,
    "shall" => MODAL, "share" => BASE, "she" => PRON, "she's" => BE, "shed" => NOUN, "shift" => BASE, "shook" => PAST, "shoot" => BASE,
    "short" => KIND, "short-term" => KIND, "shortly" => ADV, "shot" => PAST, "should" => MODAL, "shouldn't" => MODAL | NEG,
    "shouldnt" => MODAL | NEG, "show" => BASE, "shrank" => PAST, "shred" => NOUN, "shrink" => BASE, "shut" => BASE,
    "sign" => BASE, "significant" => KIND, "significantly" => ADV, "simply" => ADV, "since" => PREP | SUB, "sink" => BASE, "six" => KIND,
    "sleep" => BASE, "slept" => PAST, "slid" => PAST, "slow" => BASE, "slowly" => ADV, "so" => SUB, "social" => KIND,
    "socio-economic" => KIND, "socioeconomic" => KIND, "sold" => PAST, "solely" => ADV, "some" => DET | KIND, "someone" => PRON,
    "sometimes" => ADV, "soon" => ADV, "sought" => PAST, "speak" => BASE, "specific" => KIND, "sped" => PAST, "speed" => NOUN,
    "spend" => BASE, "spent" => PAST, "spin" => BASE, "spoke" => PAST, "sprang" => PAST, "spread" => BASE, "spring" => TIME,
    "sprung" => PAST, "st" => TIME, "stand" => BASE, "start" => TIME | BASE, "stated" => SAY, "stay" => BASE,
    "steal" => BASE, "step" => BASE, "still" => ADV, "stimulate" => BASE, "stole" => PAST, "stood" => PAST, "stop" => BASE,
    "strategic" => KIND, "strengthen" => BASE, "strike" => BASE, "strongly" => ADV, "strove" => PAST, "struck" => PAST,
    "structural" => KIND, "struggle" => BASE, "stuck" => PAST, "stung" => PAST, "subsequently" => ADV, "such" => DET | BACK,
    "suddenly" => ADV, "suffer" => BASE, "suggest" => SAY, "suggested" => SAY, "suggests" => SAY, "summer" => TIME, "sunday" => TIME,
    "supply" => BASE, "support" => BASE, "suppose" => SAY, "supposed" => SAY, "surrender" => BASE, "survive" => BASE, "suspect" => SAY,
    "suspected" => SAY, "swam" => PAST, "swept" => PAST, "swim" => BASE, "switch" => BASE, "swore" => PAST, "swung" => PAST,
    "take" => BASE, "talk" => BASE, "taught" => PAST, "teach" => BASE, "technological" => KIND, "tell" => BASE, "tend" => BASE,
    "term" => KIND, "territorial" => KIND, "th" => TIME, "than" => PREP, "that" => DET | BACK | SUB, "that's" => BE, "the" => DET,
    "their" => POSS, "themselves" => ADV, "then" => ADV, "there" => PRON, "thereafter" => ADV, "thereby" => ADV, "therefore" => ADV,
    "these" => DET | BACK, "they" => PRON | BACK, "they're" => BE, "think" => SAY | BASE, "thinks" => SAY, "third" => ADV | KIND,
    "thirdly" => ADV, "this" => DET | BACK, "those" => DET | BACK, "though" => SUB | CONCEDE, "thought" => PAST | SAY, "thread" => NOUN,
    "threaten" => SAY | BASE, "threatened" => SAY, "three" => KIND, "threw" => PAST | BASE, "thrived" => PAST, "through" => PREP,
    "throughout" => PREP, "thursday" => TIME, "thus" => ADV, "tied" => PAST, "till" => PREP | SUB, "to" => PREP, "told" => PAST,
    "took" => PAST, "top" => KIND, "tore" => PAST, "toward" => PREP, "towards" => PREP, "trade" => BASE, "travel" => BASE, "treat" => BASE,
    "true" => KIND, "try" => BASE, "tuesday" => TIME, "turn" => ADV | BASE, "two" => KIND, "typically" => ADV, "ultimately" => ADV,
    "under" => PREP, "undergo" => BASE, "underlying" => KIND, "understand" => BASE, "understood" => PAST, "undertook" => PAST,
    "underwent" => PAST, "unemployed" => NOUN, "unfortunately" => ADV, "unintended" => KIND, "unite" => BASE, "united" => NOUN,
    "unless" => SUB, "unlike" => PREP, "until" => PREP | SUB, "up" => PREP, "upheld" => PAST, "upon" => PREP, "use" => BASE,
    "usually" => ADV, "various" => DET | KIND, "versus" => PREP, "very" => ADV, "via" => PREP, "vote" => BASE, "vs" => PREP,
    "wage" => BASE, "wait" => BASE, "walk" => BASE, "want" => BASE, "warm" => BASE, "warn" => SAY | BASE, "warned" => SAY, "warns" => SAY,
    "was" => BE, "wasn't" => BE | NEG, "wasnt" => BE | NEG, "we" => PRON, "weaken" => BASE, "wednesday" => TIME, "weed" => NOUN,
    "week" => TIME, "weeks" => TIME, "went" => PAST, "wept" => PAST, "were" => BE, "weren't" => BE | NEG, "werent" => BE | NEG,
    "what" => SUB, "when" => SUB, "whenever" => SUB, "where" => SUB, "whereas" => SUB | CONCEDE, "wherever" => SUB, "whether" => SUB,
    "which" => BACK | SUB, "while" => SUB | CONCEDE, "whilst" => CONCEDE, "who" => PRON | SUB, "whom" => SUB, "whose" => POSS,
    "why" => SUB, "wicked" => NOUN, "wider" => KIND, "will" => MODAL, "win" => BASE, "winter" => TIME, "with" => PREP, "withdraw" => BASE,
    "withdrew" => PAST, "withheld" => PAST, "within" => PREP, "without" => PREP | NEG, "won" => PAST, "won't" => MODAL | NEG,
    "wonder" => SAY, "wondered" => SAY, "wont" => MODAL | NEG, "wore" => PAST, "work" => BASE, "worried" => SAY, "worries" => SAY,
    "worry" => SAY, "worsen" => BASE, "would" => MODAL, "wouldn't" => MODAL | NEG, "wouldnt" => MODAL | NEG, "wound" => PAST,
    "wounded" => NOUN, "write" => BASE, "wrote" => PAST, "year" => TIME, "years" => TIME, "yet" => COORD,
    "you" => PRON, "your" => POSS,
};
