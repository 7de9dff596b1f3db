//! The first words of cues, and what may follow each.

mod verbs;

use super::Form::Past;
use super::Shape;
use super::Shape::{As, Because, BecauseOf, BecauseShort, Forward, Since, So, Therefore, Why};
use verbs::VERBS;

/// What may follow a first word, longest first; `?` is one optional adjective or adverb.
pub(in crate::notes) type Tails = &'static [(&'static str, Shape)];

/// First words of cues, and what may follow each.
pub(in crate::notes) const FIRST_WORDS: &[(&str, Tails)] = &ALL;

const ALL: [(&str, Tails); JOINING.len() + VERBS.len()] = {
    let mut all = [JOINING[0]; JOINING.len() + VERBS.len()];
    let mut row = 1;
    while row < all.len() {
        all[row] = if row < JOINING.len() {
            JOINING[row]
        } else {
            VERBS[row - JOINING.len()]
        };
        row += 1;
    }
    all
};

const DUE: Tails = &[
    ("in large part to", BecauseOf),
    ("in part to", BecauseOf),
    ("? to", BecauseOf),
];
const BECAUSE: Tails = &[("of", BecauseOf), ("", Because)];
const THEREFORE: Tails = &[("", Therefore)];
const IS_WHY: Tails = &[
    ("is the ? reason", Why),
    ("was the ? reason", Why),
    ("is ? why", Why),
    ("was ? why", Why),
    ("is how", Why),
    ("explains why", Why),
    ("explained why", Why),
];

/// Conjunctions, adverbs and prepositions that begin a cue, and what may follow each.
const JOINING: &[(&str, Tails)] = &[
    (
        "because becuase becasue beacuse becos bc bcs bcz bcuz bcoz becuz becoz bec becaues becase b",
        BECAUSE,
    ),
    (
        "cos cuz cus coz 'cause",
        &[("of", BecauseOf), ("", BecauseShort)],
    ),
    (
        "as",
        &[
            ("a ? result of", BecauseOf),
            ("a ? consequence of", BecauseOf),
            ("the ? result of", BecauseOf),
            ("a ? response to", BecauseOf),
            ("a response", Therefore),
            ("a ? reaction to", BecauseOf),
            ("a ? product of", BecauseOf),
            ("a ? result", Therefore),
            ("a ? consequence", Therefore),
            ("such", Therefore),
            ("", As),
        ],
    ),
    ("since", &[("", Since)]),
    ("due owing", DUE),
    (
        "thanks thx",
        &[
            ("to", BecauseOf),
            ("in large part to", BecauseOf),
            ("in part to", BecauseOf),
            ("mainly to", BecauseOf),
        ],
    ),
    (
        "on",
        &[("account of", BecauseOf), ("the grounds that", Because)],
    ),
    ("by", &[("virtue of", BecauseOf), ("reason of", BecauseOf)]),
    (
        "in",
        &[
            ("? response to", BecauseOf),
            ("? reaction to", BecauseOf),
            ("retaliation for", BecauseOf),
            ("retaliation to", BecauseOf),
            ("consequence of", BecauseOf),
            ("view of", BecauseOf),
            ("light of", BecauseOf),
            ("response", Therefore),
            ("retaliation", Therefore),
            ("consequence", Therefore),
        ],
    ),
    (
        "for",
        &[
            ("this ? reason", Therefore),
            ("that ? reason", Therefore),
            ("these ? reasons", Therefore),
            ("those ? reasons", Therefore),
            ("the ? reason that", Because),
        ],
    ),
    (
        "to",
        &[
            ("the point that", Therefore),
            ("the point where", Therefore),
        ],
    ),
    ("given", &[("that", Because), ("rise to", Forward(Past))]),
    (
        "seeing",
        &[("that", Because), ("as", Because), ("how", Because)],
    ),
    ("so", &[("", So)]),
    (
        "thus hence therefore consequently consequentially accordingly thereby therefor",
        THEREFORE,
    ),
    (
        "with",
        &[
            ("the result that", Therefore),
            ("the consequence that", Therefore),
        ],
    ),
    ("which this that", IS_WHY),
    (
        "that's thats",
        &[("the ? reason", Why), ("? why", Why), ("how", Why)],
    ),
];
