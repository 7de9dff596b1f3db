//! How often a bot may ask: REST rate limits per route and for the whole bot, and requests that should not be sent.
//!
//! Pure: times are arguments. Which limits there are is Discord's documentation
//! (<https://discord.com/developers/docs/topics/rate-limits>); the numbers of single routes are not documented, so
//! those in [`route`] are near to what bots are told. A bot reads them from the headers and never knows them.

pub(crate) mod route;
pub(crate) mod starts;

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use self::route::Route;

/// How long bad requests are counted.
const INVALID_WINDOW: SignedDuration = SignedDuration::from_mins(10);
/// Windows that are kept before those that are over are forgotten.
const KEPT: usize = 4096;

/// Which limits hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimits {
    /// Requests of the whole bot in a second; answers to interactions are not counted.
    pub a_second: u32,
    /// Requests with 401, 403 or 429 in ten minutes, after which the address is shut out.
    pub invalid: u32,
    /// Sessions that may be started in a day; after one more the token is void.
    pub session_starts: u32,
    /// Sessions that may be started in five seconds, each with another remainder of its shard number.
    pub max_concurrency: u32,
}

impl RateLimits {
    /// A new bot's.
    pub const DISCORD: Self = Self {
        a_second: 50,
        invalid: 10_000,
        session_starts: 1000,
        max_concurrency: 1,
    };
}

/// Who shares a limit that was hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The bot, on this route.
    User,
    /// The bot, on all routes.
    Global,
    /// Everybody who uses the resource; such a refusal is not the bot's fault.
    Shared,
}

impl Scope {
    /// Discord's word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Global => "global",
            Self::Shared => "shared",
        }
    }
}

/// What the headers say about the route of a request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Left {
    pub(crate) bucket: String,
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    pub(crate) reset: Timestamp,
}

/// What becomes of a request before anybody looks at it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verdict {
    /// It is let through; with what its headers say, where its route is limited.
    Passes(Option<Left>),
    /// Too many: 429, until then.
    TooMany {
        scope: Scope,
        until: Timestamp,
        left: Option<Left>,
    },
    /// The address is shut out until then, and is not answered by Discord at all.
    ShutOut { until: Timestamp },
}

/// The counts so far.
#[derive(Debug)]
pub(crate) struct Limits {
    wanted: RateLimits,
    routes: HashMap<(String, String), Window>,
    whole: Window,
    invalid: Window,
}

/// Requests since a moment.
#[derive(Debug, Clone, Copy)]
struct Window {
    count: u32,
    ends: Timestamp,
}

impl Window {
    const OVER: Self = Self {
        count: 0,
        ends: Timestamp::UNIX_EPOCH,
    };

    /// Begins anew if it is over.
    fn at(&mut self, now: Timestamp, length: SignedDuration) -> &mut Self {
        if now >= self.ends {
            self.count = 0;
            self.ends = now + length;
        }
        self
    }
}

impl Limits {
    /// Nothing has been asked yet.
    pub(crate) fn new(wanted: RateLimits) -> Self {
        Self {
            wanted,
            routes: HashMap::new(),
            whole: Window::OVER,
            invalid: Window::OVER,
        }
    }

    /// Counts a request of the bot and says what becomes of it.
    pub(crate) fn ask(&mut self, method: &str, path: &str, now: Timestamp) -> Verdict {
        if now < self.invalid.ends && self.invalid.count >= self.wanted.invalid {
            return Verdict::ShutOut {
                until: self.invalid.ends,
            };
        }
        let route = Route::of(method, path);
        if route.counts_for_all {
            let whole = self.whole.at(now, SignedDuration::from_secs(1));
            if whole.count >= self.wanted.a_second {
                return Verdict::TooMany {
                    scope: Scope::Global,
                    until: whole.ends,
                    left: None,
                };
            }
            whole.count += 1;
        }
        let Some(rate) = route.rate else {
            return Verdict::Passes(None);
        };
        if self.routes.len() > KEPT {
            self.routes.retain(|_, window| now < window.ends);
        }
        let window = self
            .routes
            .entry((route.bucket.clone(), route.major))
            .or_insert(Window::OVER)
            .at(now, rate.window);
        let fits = window.count < rate.requests;
        window.count += u32::from(fits);
        let left = Left {
            bucket: route.bucket,
            limit: rate.requests,
            remaining: rate.requests - window.count,
            reset: window.ends,
        };
        if fits {
            return Verdict::Passes(Some(left));
        }
        Verdict::TooMany {
            scope: Scope::User,
            until: window.ends,
            left: Some(left),
        }
    }

    /// Counts an answer that says that the request should not have been sent.
    pub(crate) fn answered(&mut self, status: u16, scope: Option<Scope>, now: Timestamp) {
        let shared = scope == Some(Scope::Shared);
        if matches!(status, 401 | 403 | 429) && !shared {
            self.invalid.at(now, INVALID_WINDOW).count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGES: &str = "/channels/5/messages";

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_700_000_000_000 + milliseconds).unwrap()
    }

    fn scope(verdict: &Verdict) -> Option<Scope> {
        match verdict {
            Verdict::TooMany { scope, .. } => Some(*scope),
            Verdict::Passes(_) | Verdict::ShutOut { .. } => None,
        }
    }

    #[test]
    fn a_route_takes_so_many_and_says_when_it_takes_more() {
        let mut limits = Limits::new(RateLimits::DISCORD);
        for left in (0..5).rev() {
            let Verdict::Passes(Some(said)) = limits.ask("POST", MESSAGES, at(0)) else {
                panic!("five are let through");
            };
            assert_eq!(
                (said.limit, said.remaining, said.reset),
                (5, left, at(5000))
            );
        }
        let sixth = limits.ask("POST", MESSAGES, at(1200));
        assert_eq!(scope(&sixth), Some(Scope::User));
        let others = [
            ("GET", MESSAGES),
            ("POST", "/channels/6/messages"),
            ("PATCH", "/channels/5/messages/7"),
        ];
        for (method, path) in others {
            assert_eq!(
                scope(&limits.ask(method, path, at(1200))),
                None,
                "{method} {path}"
            );
        }
        assert_eq!(scope(&limits.ask("POST", MESSAGES, at(5000))), None);
    }

    #[test]
    fn fifty_a_second_are_enough_and_answers_to_interactions_are_not_counted() {
        let mut limits = Limits::new(RateLimits::DISCORD);
        for channel in 0..50 {
            let path = format!("/channels/{channel}/messages");
            assert_eq!(scope(&limits.ask("POST", &path, at(0))), None);
        }
        let answers = [
            "/interactions/1/abc/callback",
            "/webhooks/1/abc",
            "/webhooks/1/abc/messages/@original",
        ];
        assert_eq!(
            scope(&limits.ask("POST", "/channels/99/messages", at(999))),
            Some(Scope::Global)
        );
        for path in answers {
            assert_eq!(scope(&limits.ask("POST", path, at(999))), None, "{path}");
        }
        assert_eq!(
            scope(&limits.ask("POST", "/channels/99/messages", at(1000))),
            None
        );
    }

    #[test]
    fn who_asks_badly_too_often_is_shut_out() {
        let mut limits = Limits::new(RateLimits {
            invalid: 3,
            ..RateLimits::DISCORD
        });
        for (status, scope) in [
            (401, None),
            (404, None),
            (429, Some(Scope::Shared)),
            (403, None),
        ] {
            limits.answered(status, scope, at(0));
        }
        assert_eq!(scope(&limits.ask("GET", "/users/@me", at(1))), None);
        limits.answered(429, Some(Scope::User), at(2));
        let shut = Verdict::ShutOut { until: at(600_000) };
        assert_eq!(limits.ask("GET", "/users/@me", at(3)), shut);
        assert_eq!(
            limits.ask("POST", "/interactions/1/abc/callback", at(4)),
            shut
        );
        assert_eq!(scope(&limits.ask("GET", "/users/@me", at(600_000))), None);
    }
}
