//! How long who asked is let wait for the database: Discord wants an answer within three seconds.

use std::time::Duration;

use super::errors::{CommandError, UserError};

/// Leaves time for the answer's own way.
const PATIENCE: Duration = Duration::from_millis(2_200);

/// What `asked` comes to if that is soon, or else that Clio is busy. What the database has been asked to write may stand later all the
/// same. Not for what does more than ask the database: it ends here.
pub(super) async fn in_time<T>(
    asked: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    within(PATIENCE, asked).await
}

async fn within<T>(
    patience: Duration,
    asked: impl Future<Output = Result<T, CommandError>>,
) -> Result<T, CommandError> {
    tokio::time::timeout(patience, asked)
        .await
        .unwrap_or_else(|_| Err(UserError::Busy.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_would_wait_too_long_is_told_that_clio_is_busy() {
        let soon = in_time(async { Ok::<_, CommandError>(7) }).await;
        assert_eq!(soon.ok(), Some(7));
        let never = std::future::pending::<Result<(), CommandError>>();
        let never = within(Duration::from_millis(5), never).await;
        assert!(never.unwrap_err().to_string().contains("busy"));
    }
}
