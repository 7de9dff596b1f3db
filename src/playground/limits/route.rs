//! Which requests share a limit: those of one method and shape of path, for each channel, server or webhook apart.

use std::hash::{Hash as _, Hasher as _};

use jiff::SignedDuration;
use siphasher::sip::SipHasher13;

/// So many requests in so much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) requests: u32,
    pub(crate) window: SignedDuration,
}

/// What a request counts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    /// The name of the limit, which says nothing: `X-RateLimit-Bucket`.
    pub(crate) bucket: String,
    /// The channel, server or webhook that the limit is counted for.
    pub(crate) major: String,
    /// `None`: without a limit of its own.
    pub(crate) rate: Option<Rate>,
    /// Whether it counts for the limit of the whole bot.
    pub(crate) counts_for_all: bool,
}

impl Route {
    /// The route of a request, by its path after the version.
    pub(crate) fn of(method: &str, path: &str) -> Self {
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        let first = steps.first().copied().unwrap_or_default();
        let n_major = match first {
            "channels" | "guilds" => 1,
            "webhooks" | "interactions" => 2,
            _ => 0,
        };
        let mut shape = String::new();
        let mut major = first.to_owned();
        for (at, step) in steps.iter().enumerate() {
            let is_major = (1..=n_major).contains(&at);
            if is_major {
                major = format!("{major}/{step}");
            }
            let is_id = is_major || step.bytes().all(|byte| byte.is_ascii_digit());
            shape.push('/');
            shape.push_str(if is_id { "{}" } else { step });
        }
        Self {
            bucket: name(method, &shape),
            major,
            rate: rate(method, &shape),
            counts_for_all: !matches!(first, "interactions" | "webhooks"),
        }
    }
}

fn rate(method: &str, shape: &str) -> Option<Rate> {
    let (requests, milliseconds) = match (method, shape) {
        // The first answer must come within three seconds: it has no limit that a bot would notice.
        ("POST", "/interactions/{}/{}/callback") => return None,
        ("DELETE", "/channels/{}/messages/{}") => (5, 1000),
        ("POST" | "PATCH", shape) if shape.starts_with("/channels/{}") => (5, 5000),
        (_, shape) if shape.starts_with("/webhooks/{}/{}") => (5, 2000),
        ("GET", _) => (10, 5000),
        _ => (10, 10_000),
    };
    Some(Rate {
        requests,
        window: SignedDuration::from_millis(milliseconds),
    })
}

fn name(method: &str, shape: &str) -> String {
    let mut hasher = SipHasher13::new();
    (method, shape).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Do two requests share a limit?
    #[track_caller]
    fn check(one: (&str, &str), other: (&str, &str), expected: (bool, bool)) {
        let (one, other) = (Route::of(one.0, one.1), Route::of(other.0, other.1));
        let found = (one.bucket == other.bucket, one.major == other.major);
        assert_eq!(found, expected, "{one:?} {other:?}");
    }

    #[test]
    fn requests_of_one_shape_share_a_limit_in_each_channel() {
        check(
            ("PATCH", "/channels/1/messages/2"),
            ("PATCH", "/channels/1/messages/3"),
            (true, true),
        );
        check(
            ("PATCH", "/channels/1/messages/2"),
            ("PATCH", "/channels/9/messages/2"),
            (true, false),
        );
        check(
            ("PATCH", "/channels/1/messages/2"),
            ("DELETE", "/channels/1/messages/2"),
            (false, true),
        );
        check(
            ("POST", "/webhooks/1/abc"),
            ("POST", "/webhooks/1/xyz"),
            (true, false),
        );
        check(
            ("PATCH", "/webhooks/1/abc/messages/@original"),
            ("PATCH", "/webhooks/1/abc/messages/5"),
            (false, true),
        );
        check(("GET", "/users/5"), ("GET", "/users/@me"), (false, true));
    }
}
