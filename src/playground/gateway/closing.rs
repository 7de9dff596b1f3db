//! Why a connection ends, and which session outlives it.

use std::collections::HashMap;

use twilight_model::gateway::CloseCode;

/// Why a connection ends: the playground closes it, or the client is gone.
pub(super) enum End {
    Close(u16, &'static str),
    CloseWithoutCode,
    /// The client closed with this code.
    Left(Option<u16>),
    /// The socket is dropped without a word.
    Drop,
}

/// Discord's own words for its close codes.
pub(super) fn close(code: CloseCode) -> End {
    let reason = match code {
        CloseCode::UnknownOpcode => "Unknown opcode.",
        CloseCode::DecodeError => "Error while decoding payload.",
        CloseCode::NotAuthenticated => "Not authenticated.",
        CloseCode::AuthenticationFailed => "Authentication failed.",
        CloseCode::AlreadyAuthenticated => "Already authenticated.",
        CloseCode::InvalidSequence => "Invalid seq.",
        CloseCode::RateLimited => "Rate limited.",
        CloseCode::SessionTimedOut => "Session timed out.",
        CloseCode::InvalidShard => "Invalid shard.",
        CloseCode::ShardingRequired => "Sharding required.",
        CloseCode::InvalidApiVersion => "Invalid API version.",
        CloseCode::InvalidIntents => "Invalid intent(s).",
        CloseCode::DisallowedIntents => "Disallowed intent(s).",
        _ => "Unknown error.",
    };
    End::Close(code as u16, reason)
}

/// After which close codes of the Gateway a session lives on.
pub(super) fn can_be_resumed(code: u16) -> bool {
    code < 4000
        || CloseCode::try_from(code).is_ok_and(|code| {
            code.can_reconnect()
                && !matches!(
                    code,
                    CloseCode::InvalidSequence | CloseCode::SessionTimedOut
                )
        })
}

/// Versions 9 and 10 differ in nothing that is spoken here; the encoding is JSON.
pub(super) fn check_query(query: &HashMap<String, String>) -> Result<(), CloseCode> {
    let version = query.get("v").map_or("10", String::as_str);
    if !matches!(version, "9" | "10") {
        return Err(CloseCode::InvalidApiVersion);
    }
    if query
        .get("encoding")
        .is_some_and(|encoding| encoding != "json")
    {
        return Err(CloseCode::DecodeError);
    }
    Ok(())
}
