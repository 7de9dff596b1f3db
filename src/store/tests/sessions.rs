//! Beginnings of sessions at Discord's gateway, told to both stores.

use super::play::{at, days, told_to_both};
use crate::store::{A_DAY, Records};

told_to_both!(beginnings_of_sessions_are_remembered_for_a_day);

async fn beginnings_of_sessions_are_remembered_for_a_day(store: &dyn Records) {
    for second in [0, 5, 5, 100] {
        store.session_started(at(second)).await.unwrap();
    }
    let begun = store.session_starts(at(0)).await.unwrap();
    assert_eq!(begun, [at(5), at(5), at(100)]);
    store.session_started(at(50) + days(1)).await.unwrap();
    let all = store.session_starts(at(50) - A_DAY).await.unwrap();
    assert_eq!(all, [at(100), at(50) + days(1)], "the older ones are gone");
}
