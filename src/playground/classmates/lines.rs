//! What classmates say: short, kind, and nothing that an answer could be read from.

/// While others join.
pub(super) const LOBBY: &[&str] = &[
    "hi all",
    "count me in",
    "ok, ready",
    "go easy on me",
    "I only read half of it",
    "let's go",
];

/// After what was right has been shown.
pub(super) const REVEAL: &[&str] = &[
    "oh",
    "that was close",
    "hm, I was sure it was another one",
    "I have to read that again",
    "good one",
    "no idea, honestly",
    "phew",
];

/// When it is over.
pub(super) const PODIUM: &[&str] = &[
    "well played",
    "good game",
    "again?",
    "thanks, that helped",
    "I'll do better next time",
];

/// What is written where nothing better comes to mind.
pub(super) const NO_IDEA: &[&str] = &["no idea", "not sure", "I forgot"];
