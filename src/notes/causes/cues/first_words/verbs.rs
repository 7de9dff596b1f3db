//! Verbs and nouns that begin a cue: "led to", "caused", "the reason for".

use super::Tails;
use crate::notes::causes::cues::Form::{Base, Ing, Past, Third};
use crate::notes::causes::cues::Shape::{
    Backward, BecauseOf, Blame, Force, Forward, Meant, Passive, Reason, Respond, Response, Result,
};

const LED: Tails = &[("? to", Forward(Past))];
const LEADS: Tails = &[("? to", Forward(Third))];
const LEAD: Tails = &[("? to", Forward(Base)), ("", Force(Past))];
const LEADING: Tails = &[("? to", Forward(Ing)), ("", Force(Ing))];
const PAST: Tails = &[
    ("off by", Passive),
    ("? by", Passive),
    ("in part by", Passive),
    ("in large part by", Passive),
    ("off", Forward(Past)),
    ("", Forward(Past)),
];
const SET: Tails = &[
    ("it off", Forward(Past)),
    ("off", Forward(Past)),
    ("the stage for", Forward(Past)),
    ("the scene for", Forward(Past)),
];
const SETTING: Tails = &[
    ("it off", Forward(Ing)),
    ("off", Forward(Ing)),
    ("the stage for", Forward(Ing)),
    ("the scene for", Forward(Ing)),
];
const TRACED: Tails = &[("back to", Passive), ("? to", Passive)];
const THIRD: Tails = &[("", Forward(Third))];
const BASE: Tails = &[("", Forward(Base))];
const ING: Tails = &[("", Forward(Ing))];
const FROM_PAST: Tails = &[("? from", Backward(Past)), ("? out of", Backward(Past))];
const FROM_THIRD: Tails = &[("? from", Backward(Third)), ("? out of", Backward(Third))];
const FROM_BASE: Tails = &[("? from", Backward(Base)), ("? out of", Backward(Base))];
const FROM_ING: Tails = &[("? from", Backward(Ing)), ("? out of", Backward(Ing))];
const FORCE_PAST: Tails = &[("", Force(Past))];
const FORCE_THIRD: Tails = &[("", Force(Third))];
const FORCE_ING: Tails = &[("", Force(Ing))];
const RESPONDED: Tails = &[("", Respond)];
const LAID: Tails = &[
    ("the foundation for", Forward(Past)),
    ("the foundations for", Forward(Past)),
    ("the groundwork for", Forward(Past)),
];
const LAYING: Tails = &[
    ("the foundation for", Forward(Ing)),
    ("the foundations for", Forward(Ing)),
    ("the groundwork for", Forward(Ing)),
];
const REASON: Tails = &[("", Reason)];
const RESULT_NOUN: Tails = &[("", Result)];

/// Verbs and nouns that begin a cue, and what may follow each.
pub(super) const VERBS: &[(&str, Tails)] = &[
    ("led", &[("? to", Forward(Past)), ("", Force(Past))]),
    ("contributed", LED),
    // A slip for "led to".
    ("let", &[("to", Forward(Past))]),
    ("leads contributes", LEADS),
    ("lead", LEAD),
    ("contribute", &[("? to", Forward(Base))]),
    ("leading", LEADING),
    ("contributing", &[("? to", Forward(Ing))]),
    (
        "resulted",
        &[("? in", Forward(Past)), ("? from", Backward(Past))],
    ),
    (
        "results",
        &[
            ("? in", Forward(Third)),
            ("? from", Backward(Third)),
            ("", Result),
        ],
    ),
    (
        "result",
        &[
            ("in", Forward(Base)),
            ("from", Backward(Base)),
            ("", Result),
        ],
    ),
    (
        "resulting",
        &[("? in", Forward(Ing)), ("? from", Backward(Ing))],
    ),
    (
        "caused sparked triggered provoked prompted precipitated spurred ignited fuelled fueled induced",
        PAST,
    ),
    ("causes", &[("", Forward(Third))]),
    (
        "sparks triggers provokes prompts precipitates spurs ignites induces fuels",
        THIRD,
    ),
    (
        "cause spark trigger provoke prompt precipitate induce force",
        BASE,
    ),
    (
        "causing sparking triggering provoking prompting precipitating spurring igniting fuelling fueling \
      inducing",
        ING,
    ),
    (
        "brought",
        &[
            ("about by", Passive),
            ("on by", Passive),
            ("about", Forward(Past)),
            ("on", Forward(Past)),
            ("", Force(Past)),
        ],
    ),
    ("kicked", &[("off", Forward(Past))]),
    ("kicking", &[("off", Forward(Ing))]),
    ("brings", &[("about", Forward(Third))]),
    ("bring", &[("about", Forward(Base))]),
    ("bringing", &[("about", Forward(Ing))]),
    ("gave", &[("rise to", Forward(Past))]),
    ("gives", &[("rise to", Forward(Third))]),
    ("give", &[("rise to", Forward(Base))]),
    ("giving", &[("rise to", Forward(Ing))]),
    (
        "paved",
        &[
            ("the way for", Forward(Past)),
            ("the way to", Forward(Past)),
        ],
    ),
    ("paves", &[("the way for", Forward(Third))]),
    (
        "paving",
        &[("the way for", Forward(Ing)), ("the way to", Forward(Ing))],
    ),
    ("touched", &[("off", Forward(Past))]),
    (
        "played",
        &[
            ("a ? role in", Forward(Past)),
            ("a ? part in", Forward(Past)),
        ],
    ),
    (
        "plays",
        &[
            ("a ? role in", Forward(Third)),
            ("a ? part in", Forward(Third)),
        ],
    ),
    ("ushered", &[("in", Forward(Past))]),
    ("set", SET),
    ("setting", SETTING),
    ("traced", TRACED),
    (
        "sowed sown",
        &[
            ("the seeds of", Forward(Past)),
            ("the seeds for", Forward(Past)),
        ],
    ),
    (
        "opened",
        &[
            ("the door to", Forward(Past)),
            ("the door for", Forward(Past)),
            ("the way for", Forward(Past)),
            ("the way to", Forward(Past)),
        ],
    ),
    ("off", &[("the back of", BecauseOf)]),
    ("lie lies lay", &[("in", Passive)]),
    ("down", &[("to", BecauseOf)]),
    ("stemmed arose arisen originated sprang", FROM_PAST),
    ("came", FROM_PAST),
    ("stems arises originates", FROM_THIRD),
    ("stem arise", FROM_BASE),
    ("stemming arising", FROM_ING),
    ("meant means meaning", &[("that", Meant), ("", Meant)]),
    (
        "forced pushed drove compelled obliged pressured dragged drew pulled plunged",
        FORCE_PAST,
    ),
    (
        "forces pushes drives compels pressures drags draws pulls plunges",
        FORCE_THIRD,
    ),
    (
        "forcing pushing driving compelling obliging pressuring dragging drawing pulling plunging",
        FORCE_ING,
    ),
    ("reason reasons root roots catalyst catalysts", REASON),
    ("factor factors", &[("in", Reason), ("behind", Reason)]),
    ("laid", LAID),
    ("laying", LAYING),
    (
        "consequence consequences outcome effect effects product upshot",
        RESULT_NOUN,
    ),
    ("responsible blame", &[("for", Blame)]),
    (
        "response reaction retaliation",
        &[("to", Response), ("against", Response), ("for", Response)],
    ),
    (
        "responded responds responding reacted reacts reacting retaliated retaliates retaliating",
        RESPONDED,
    ),
];
