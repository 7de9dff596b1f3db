//! What is due is done, and what the bot has answered is gone on with.

use std::cmp::Reverse;
use std::io::Write as _;

use serde_json::json;
use tokio::time::Instant;

use super::table::{Deed, Table, Wish};
use super::{Evening, QUICK, SAVED};
use crate::playground::classmates::sight::steps;
use crate::playground::load::What;
use crate::playground::load::ledger::Offered;
use crate::playground::people::Seen;
use crate::playground::state::ids::InteractionId;

impl Evening {
    /// Does what is due.
    pub(super) fn act(&mut self) {
        while let Some(Reverse((due, number))) = self.ahead.peek().copied() {
            if due > Instant::now() {
                return;
            }
            self.ahead.pop();
            let Some(wish) = self.wishes.remove(&number) else {
                continue;
            };
            let games = self.games;
            let ledger = self.shared.ledger();
            let done = self.shared.change(|world, now| {
                let id = wish.act(world, games, now)?;
                // Before anybody is told, so that no answer can come before it.
                let offered = Offered {
                    what: wish.deed.what(),
                    token: String::new(),
                    intended: due,
                    counts: true,
                };
                ledger.offered(id, offered);
                Ok::<_, String>(id)
            });
            match done {
                Ok(id) => drop(self.under_way.insert(id, wish)),
                Err(why) => {
                    tracing::debug!(why, "A player came too late");
                    self.played.too_late += 1;
                }
            }
        }
    }

    /// The bot has answered: a form is filled in, a private message is gone on with, and the last to join lets it begin.
    pub(super) fn acknowledged(&mut self, id: InteractionId) {
        let Some(wish) = self.under_way.remove(&id) else {
            return;
        };
        let (modal, message) = self
            .shared
            .look(|world| {
                let interaction = world.interactions.get(&id)?;
                let message = interaction
                    .original
                    .and_then(|message| world.message(interaction.channel, message).ok())
                    .map(|message| Seen::of_frame(world.draw_message(message)));
                Some((interaction.modal.clone(), message))
            })
            .unwrap_or_default();
        self.note(&wish, message.as_ref());
        let next = match modal {
            Some(modal) => Some(Deed::Submit { opener: id, modal }),
            None => match wish.deed.what() {
                What::Join => self.tables.get_mut(&wish.channel).and_then(Table::joined),
                What::Open => message.and_then(|message| step(&message)),
                _ => None,
            },
        };
        if let Some(deed) = next {
            let at = self.after(QUICK);
            self.plan(at, Wish { deed, ..wish });
        }
    }

    /// Writes an answer into the log that the bot has acknowledged as saved.
    fn note(&mut self, wish: &Wish, message: Option<&Seen>) {
        let (Some(log), Some(custom_id)) = (&mut self.log, wish.deed.custom_id()) else {
            return;
        };
        let said = message.map(Seen::text).unwrap_or_default();
        if !said.starts_with(SAVED) {
            return;
        }
        let line = json!({"person": wish.person, "custom_id": custom_id, "said": said});
        if let Err(fault) = writeln!(log, "{line}") {
            tracing::warn!(%fault, "The log of answers could not be written");
        }
    }
}

/// The next button of a private message that is answered in steps; the only one that is left sends the answer off.
fn step(message: &Seen) -> Option<Deed> {
    let steps = steps(message);
    let next = steps.first().filter(|_| message.is_ephemeral())?;
    let custom_id = message.button(&next.label)?.custom_id?;
    let deed = if steps.len() == 1 {
        Deed::answer
    } else {
        Deed::open
    };
    Some(deed(message.id(), custom_id))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// What pressing the next of these buttons of a private message is.
    fn next(labels: &[&str]) -> Option<What> {
        let buttons: Vec<Value> = labels
            .iter()
            .map(|label| json!({"type": 2, "style": 2, "custom_id": label, "label": label}))
            .collect();
        let message = Seen::of_frame(json!({
            "id": "5", "author": {"username": "clio", "bot": true}, "content": "", "flags": 64,
            "components": [{"type": 1, "components": buttons}],
        }));
        step(&message).map(|deed| deed.what())
    }

    #[test]
    fn the_last_step_of_an_ordering_is_the_answer() {
        assert_eq!(next(&["Sarajevo", "Versailles"]), Some(What::Open));
        assert_eq!(next(&["Versailles", "Start again"]), Some(What::Answer));
        assert_eq!(next(&["Start again"]), None);
    }
}
