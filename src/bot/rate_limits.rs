//! Serenity's rate limiter: what it tells of waits, and its table, which by itself only grows.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use serenity::all::Http;
use serenity::http::Ratelimiter;

use super::Counters;

/// How often the table is cleared of what is over.
const EVERY: Duration = Duration::from_mins(1);

/// Lets a client count, and write to the log, how often Discord lets it wait.
pub(super) fn tell_of(http: &mut Http, counters: Arc<Counters>) {
    let Some(limiter) = &mut http.ratelimiter else {
        return;
    };
    limiter.set_ratelimit_callback(Box::new(move |limit| {
        counters.rate_limited.bump();
        tracing::warn!(
            wait_ms = limit.timeout.as_millis(),
            global = limit.global,
            "Discord asks to wait"
        );
    }));
}

/// Clears the table again and again. Never returns where there is one.
pub(super) async fn prune(http: Arc<Http>) {
    let Some(limiter) = &http.ratelimiter else {
        return;
    };
    loop {
        tokio::time::sleep(EVERY).await;
        #[expect(
            clippy::disallowed_methods,
            reason = "Discord tells its limits in the time of day, and this is the edge"
        )]
        prune_at(limiter, SystemTime::now()).await;
    }
}

/// How many routes are remembered in all.
pub(super) async fn n_routes(clients: &[&Http]) -> usize {
    let mut n = 0;
    for limiter in clients.iter().filter_map(|http| http.ratelimiter.as_ref()) {
        n += limiter.routes().read().await.len();
    }
    n
}

/// Drops the routes at which nobody waits and whose window is over; serenity asks for them anew.
async fn prune_at(limiter: &Ratelimiter, now: SystemTime) {
    let is_open = |reset: Option<SystemTime>| reset.is_some_and(|reset| reset > now);
    limiter.routes().write().await.retain(|_, route| {
        Arc::strong_count(route) > 1
            || route
                .try_lock()
                .map_or(true, |route| is_open(route.reset()))
    });
}

#[cfg(test)]
mod tests {
    use serenity::all::{ChannelId, Route};

    use super::*;

    #[tokio::test]
    async fn routes_that_are_over_are_dropped_and_those_in_use_stay() {
        let limiter = Ratelimiter::new(reqwest::Client::new(), "token");
        let routes = limiter.routes();
        for channel in 1..=100 {
            let route = Route::Channel {
                channel_id: ChannelId::new(channel),
            };
            routes
                .write()
                .await
                .insert(route.ratelimiting_bucket(), Arc::default());
        }
        let in_use = routes.read().await.values().next().map(Arc::clone);
        prune_at(&limiter, SystemTime::UNIX_EPOCH).await;
        assert_eq!(routes.read().await.len(), 1);
        drop(in_use);
        prune_at(&limiter, SystemTime::UNIX_EPOCH).await;
        assert!(routes.read().await.is_empty());
    }
}
