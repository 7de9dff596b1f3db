//! The podium of a season that is over, posted where the server wants it.

use std::time::Duration;

use super::draw::season_podium;
use super::rooms::{Post, PostError, Urgency};
use crate::quiz::Server;
use crate::store::{Channel, Period, Scores, Settings, StoreError, View};

/// Why a podium was not posted.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotPosted {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Post(#[from] PostError),
}

impl NotPosted {
    /// Whether it may work a little later.
    pub(super) fn may_pass(&self) -> bool {
        !matches!(self, Self::Post(PostError::Shut(_)))
    }
}

/// Posts the podium of season `number`; gives the channel, `None` where none is set.
pub(super) async fn post_podium(
    records: &(impl Scores + Settings + Sync + ?Sized),
    post: &dyn Post,
    server: Server,
    number: u32,
    now: Duration,
) -> Result<Option<Channel>, NotPosted> {
    let settings = records.settings(server).await?;
    let Some(channel) = settings.podium_channel.map(Channel) else {
        return Ok(None);
    };
    let view = View {
        period: Period::OneSeason(number),
        ..View::of(server)
    };
    let board = records.board(&view, now).await?;
    let message = season_podium(number, &board);
    // The same within a few minutes is the same message: a second try posts no second one.
    let nonce = format!("s{number}c{:x}", channel.0);
    post.send(channel, &message, &nonce, Urgency::Question)
        .await?;
    Ok(Some(channel))
}
