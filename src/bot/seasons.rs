//! The podium of a season that is over, posted where the server wants it.

use std::time::Duration;

use super::draw::season_podium;
use super::rooms::{Post, PostError, Urgency};
use crate::quiz::Server;
use crate::store::{Channel, Period, Scores, Seasons, Settings, StoreError, View};

/// Why a podium was not posted.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotPosted {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Post(#[from] PostError),
}

/// Posts the podium of season `number`, which is owed no longer then; gives the channel, `None` where none is set.
pub(super) async fn post_podium(
    records: &(impl Scores + Seasons + Settings + Sync + ?Sized),
    post: &dyn Post,
    server: Server,
    number: u32,
    now: Duration,
) -> Result<Option<Channel>, NotPosted> {
    let settings = records.settings(server).await?;
    let Some(channel) = settings.podium_channel.map(Channel) else {
        records.podium_settled(server, number).await?;
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
    records.podium_settled(server, number).await?;
    Ok(Some(channel))
}
