//! What a person does becomes an interaction; here they wait for what comes of it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::timeout;

use super::Person;
use super::seen::{self, Answer, OpenModal, Seen};
use crate::playground::shared::{Frame, Shared, Watching};
use crate::playground::state::acting::Act;
use crate::playground::state::ids::InteractionId;
use crate::playground::state::world::World;

/// How long a person waits for an answer. Discord itself gives up on the first one after three seconds.
const PATIENCE: Duration = Duration::from_secs(20);

impl Person {
    /// Does something that becomes an interaction, and waits for what comes of it.
    pub(super) async fn acts(
        &self,
        act: impl FnOnce(&mut World, Value, jiff::Timestamp) -> Act<InteractionId>,
    ) -> Answer {
        let mut watching = self.shared.watch(self.id);
        let nonce = next_nonce();
        let begun = Shared::now();
        let id = match self
            .shared
            .change(|world, now| act(world, nonce.clone(), now))
        {
            Ok(id) => id,
            Err(why) => return Answer::refused(why),
        };
        let mut answer = Answer::begun();
        loop {
            let frame = match next_frame(&mut watching).await {
                Ok(frame) => frame,
                Err(why) => {
                    answer.failed = Some(why);
                    return answer;
                }
            };
            if frame.data["nonce"] == nonce {
                match frame.name {
                    "MODAL" => answer.modal = OpenModal::read(&frame.data),
                    "INTERACTION_FAILURE" => {
                        answer.failed = Some(seen::text_of(&frame.data["reason"]));
                        return answer;
                    }
                    "INTERACTION_SUCCESS" => answer.acknowledged = true,
                    _ => {}
                }
            }
            if answer.acknowledged {
                (answer.message, answer.changed) = self.shared.look(|world| original(world, id));
                let is_loading = answer.message.as_ref().is_some_and(Seen::is_loading);
                if !is_loading {
                    let took = Shared::now().duration_since(begun);
                    answer.took = took.try_into().unwrap_or_default();
                    return answer;
                }
            }
        }
    }
}

/// The message of an interaction's first answer, and whether it was there before.
fn original(world: &World, id: InteractionId) -> (Option<Seen>, bool) {
    let Some(interaction) = world.interactions.get(&id) else {
        return (None, false);
    };
    let message = interaction
        .original
        .and_then(|message| world.message(interaction.channel, message).ok())
        .map(|message| Seen::new(world.draw_message(message)));
    let changed = interaction.source.is_some() && interaction.source == interaction.original;
    (message, changed)
}

pub(super) async fn next_frame(watching: &mut Watching) -> Result<Frame, String> {
    match timeout(PATIENCE, watching.frames.recv()).await {
        Ok(Some(frame)) => Ok(frame),
        Ok(None) => Err("the playground has ended".to_owned()),
        Err(_) => Err(format!(
            "nothing came within {} seconds",
            PATIENCE.as_secs()
        )),
    }
}

pub(super) fn next_nonce() -> Value {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    json!(format!("person-{}", NEXT.fetch_add(1, Ordering::Relaxed)))
}
