//! What Romans cut their given names short to: `C. Marius` is Gaius, `Ti. Nero` is Tiberius.

/// The folded given name that these folded letters stand for before a Roman surname. Those of which a name begins with the
/// letter, as Marcus with M, are only here to be found by the name alone.
#[inline]
pub(in crate::notes::people) fn praenomen(letters: &str) -> Option<&'static str> {
    if letters.len() > LONGEST {
        return None;
    }
    given(letters)
}

/// Letters of the longest of them.
const LONGEST: usize = 3;

/// As [`praenomen`], for few letters.
#[inline(never)]
fn given(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "a" => "aulus",
        "app" => "appius",
        "c" => "gaius",
        "cn" => "gnaeus",
        "d" => "decimus",
        "l" => "lucius",
        "m" => "marcus",
        "p" => "publius",
        "q" => "quintus",
        "sex" => "sextus",
        "t" => "titus",
        "ti" => "tiberius",
        _ => return None,
    })
}
