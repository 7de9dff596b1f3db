//! A time that jumps from one thing that somebody waits for to the next, as soon as nothing else is left to do.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::oneshot;

/// What is due within so much is due at once: a thousand games need not be told apart by the millisecond.
const GRID: Duration = Duration::from_millis(10);
/// So many turns of everybody without any sleeper waking, and nothing is left to do.
const TURNS: usize = 64;

/// A time that is made.
#[derive(Debug, Default)]
pub(in crate::bot::rooms) struct Made {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    elapsed: Duration,
    n_sleepers: u64,
    sleepers: BTreeMap<(Duration, u64), oneshot::Sender<()>>,
}

impl Made {
    /// A time that moves by itself for as long as somebody holds it.
    pub(super) fn moving() -> Arc<Self> {
        let time = Arc::new(Self::default());
        let weak = Arc::downgrade(&time);
        tokio::spawn(async move {
            loop {
                for _ in 0..TURNS {
                    tokio::task::yield_now().await;
                }
                let Some(time) = weak.upgrade() else { return };
                time.jumps();
            }
        });
        time
    }

    pub(in crate::bot::rooms) fn elapsed(&self) -> Duration {
        self.inner.lock().unwrap().elapsed
    }

    /// Moves by hand.
    pub(in crate::bot::rooms) fn moves(&self, by: Duration) {
        self.inner.lock().unwrap().elapsed += by;
    }

    pub(in crate::bot::rooms) async fn sleep_until(&self, at: Duration) {
        let woken = {
            let mut inner = self.inner.lock().unwrap();
            if at <= inner.elapsed {
                return;
            }
            let (wake, woken) = oneshot::channel();
            inner.n_sleepers += 1;
            let number = inner.n_sleepers;
            inner.sleepers.insert((at, number), wake);
            woken
        };
        // Whoever holds the sender has gone with the test.
        woken.await.ok();
    }

    pub(super) async fn sleep(&self, time: Duration) {
        self.sleep_until(self.elapsed() + time).await;
    }

    fn jumps(&self) {
        let mut inner = self.inner.lock().unwrap();
        let Some((&(next, _), _)) = inner.sleepers.first_key_value() else {
            return;
        };
        let grid = GRID.as_millis() as u64;
        let until = (next.as_millis() as u64).next_multiple_of(grid);
        inner.elapsed = inner.elapsed.max(Duration::from_millis(until)).max(next);
        let after = inner.elapsed + Duration::from_nanos(1);
        let later = inner.sleepers.split_off(&(after, 0));
        for (_, wake) in std::mem::replace(&mut inner.sleepers, later) {
            // It may have stopped waiting.
            wake.send(()).ok();
        }
    }
}
