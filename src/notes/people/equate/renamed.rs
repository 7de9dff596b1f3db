//! Who is given another name: `Octavian was given the name Augustus`, `the Senate gave Octavian the title Augustus`.

/// Whether the words between two names say so; `before` gives the word before the first of them.
pub(super) fn is_renamed<'t>(between: &[&str], before: impl FnOnce() -> &'t str) -> bool {
    match between {
        ["is" | "was", "renamed" | "nicknamed" | "dubbed"]
        | ["changed" | "changes", "his" | "her", "name", "to"] => true,
        [verbs @ .., "the", "name" | "title"] | [verbs @ .., "the", "name" | "title", "of"] => {
            match verbs {
                [] => matches!(before(), "gave" | "gives" | "granted" | "awarded"),
                ["is" | "was", "given" | "granted" | "awarded"] => true,
                [verb] => is_taking(verb),
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether a verb says that somebody has a new name from now on.
fn is_taking(verb: &str) -> bool {
    matches!(
        verb,
        "took"
            | "takes"
            | "adopted"
            | "adopts"
            | "assumed"
            | "assumes"
            | "received"
            | "receives"
            | "accepted"
            | "accepts"
    )
}
