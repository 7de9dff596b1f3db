//! The way out for pictures: an edit that adds one to a message that stands already. They matter least, so each is tried once.

use serde_json::json;
use serenity::all::{
    ApplicationId, ChannelId, CreateAttachment, CreateEmbed, HttpError, LightMethod, MessageId,
    Request, Route,
};
use serenity::http::{Multipart, MultipartUpload};

use super::{Door, To};
use crate::bot::pictures::Drawn;
use crate::bot::rooms::{PostError, Urgency};
use crate::store::Channel;

impl Door {
    /// Adds a picture to an answer. What goes wrong is left at that: the words are there.
    pub(in crate::bot) async fn illustrate_answer(
        &self,
        to: &To<'_>,
        embed: CreateEmbed,
        drawn: &Drawn,
    ) {
        let route = Route::WebhookOriginalInteractionResponse {
            application_id: ApplicationId::new(to.application),
            token: to.token,
        };
        let token = format!("Bot {}", self.token.expose());
        let request = Request::new(route, LightMethod::Patch)
            .multipart(Some(parts(embed, drawn)))
            .build(&self.client, &token, self.api_url.as_deref());
        let sent = match request {
            Ok(request) => request.send().await.map_err(|fault| fault.without_url()),
            Err(fault) => return tracing::debug!(%fault, "A picture could not be packed"),
        };
        match sent.and_then(|answer| {
            answer
                .error_for_status()
                .map_err(|fault| fault.without_url())
        }) {
            Ok(_) => self.counters.pictures.bump(),
            Err(fault) => tracing::debug!(%fault, "A picture could not be added to an answer"),
        }
    }

    /// Adds a picture to a message in a channel; left out where requests are scarce.
    pub(in crate::bot) async fn illustrate_message(
        &self,
        channel: Channel,
        message: u64,
        embed: CreateEmbed,
        drawn: &Drawn,
    ) -> Result<(), PostError> {
        if !self.budget.room_for(Urgency::Progress).await {
            return Err(PostError::LeftOut);
        }
        let route = Route::ChannelMessage {
            channel_id: ChannelId::new(channel.0),
            message_id: MessageId::new(message),
        };
        let request = Request::new(route, LightMethod::Patch).multipart(Some(parts(embed, drawn)));
        self.counters.requests.bump();
        match self.http.request(request).await {
            Ok(_) => {
                self.counters.pictures.bump();
                Ok(())
            }
            // Its address stays out of what is logged.
            Err(serenity::Error::Http(HttpError::Request(fault))) => {
                Err(anyhow::Error::from(fault.without_url()).into())
            }
            Err(fault) => Err(anyhow::anyhow!("{fault}").into()),
        }
    }
}

/// The embed with the picture in it, the picture, and what it shows in words.
fn parts(embed: CreateEmbed, drawn: &Drawn) -> Multipart {
    let body = json!({
        "embeds": [embed.image(format!("attachment://{}", drawn.file))],
        "attachments": [{"id": "0", "filename": drawn.file, "description": drawn.words}],
        "allowed_mentions": {"parse": []},
    });
    let file = CreateAttachment::bytes(&*drawn.png, drawn.file);
    Multipart {
        upload: MultipartUpload::Attachments(vec![file]),
        fields: Vec::new(),
        payload_json: Some(body.to_string()),
    }
}
