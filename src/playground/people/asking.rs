//! What a person does that the bot answers: commands, buttons, menus, forms.

use serde_json::{Value, json};

use super::Person;
use super::line::{self, command_data};
use super::seen::{self, Answer, Choice, OpenModal, Seen};
use super::waiting::{next_frame, next_nonce};
use crate::playground::state::ids::{InteractionId, MessageId};
use crate::playground::state::interaction::Kind;

impl Person {
    /// Gives a command: its name with subcommands (`quiz start`), and its options.
    pub async fn command(&self, name: &str, options: &[(&str, &str)]) -> Answer {
        let data = command_data(name, options, None);
        self.acts(|world, nonce, now| world.give_command(self.id, self.channel, &data, nonce, now))
            .await
    }

    /// Gives a command as it is typed: `/event when:27-october`, or `/event 27-october` for the first option.
    pub async fn runs(&self, typed: &str) -> Answer {
        let known = self.shared.look(|world| world.commands_for(self.id));
        match line::read(typed, &known) {
            Ok((name, options)) => {
                let options: Vec<(&str, &str)> = options
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                self.command(&name, &options).await
            }
            Err(why) => Answer::refused(why),
        }
    }

    /// What is suggested while `typed` stands in an option; `options` are those filled in before.
    ///
    /// # Errors
    ///
    /// A sentence on why nothing is suggested.
    pub async fn completes(
        &self,
        name: &str,
        options: &[(&str, &str)],
        option: &str,
        typed: &str,
    ) -> Result<Vec<Choice>, String> {
        let data = command_data(name, options, Some((option, typed)));
        let mut watching = self.shared.watch(self.id);
        let nonce = next_nonce();
        self.shared.change(|world, now| {
            world.complete(self.id, self.channel, &data, nonce.clone(), now)
        })?;
        loop {
            let frame = next_frame(&mut watching).await?;
            if frame.data["nonce"] != nonce {
                continue;
            }
            match frame.name {
                "AUTOCOMPLETE" => return Ok(seen::choices(&frame.data)),
                "INTERACTION_FAILURE" => return Err(seen::text_of(&frame.data["reason"])),
                _ => {}
            }
        }
    }

    /// Presses the button with this label (or the start of it) on the newest message that has one.
    pub async fn presses(&self, label: &str) -> Answer {
        let messages = self.messages();
        let found = messages
            .iter()
            .rev()
            .find(|message| message.button(label).is_some());
        match found {
            Some(message) => self.presses_on(message, label).await,
            None => Answer::refused(format!("there is no button \"{label}\" to press")),
        }
    }

    /// Presses a button of one message.
    pub async fn presses_on(&self, message: &Seen, label: &str) -> Answer {
        let Some(custom_id) = message.button(label).and_then(|button| button.custom_id) else {
            return Answer::refused(format!("there is no button \"{label}\" to press"));
        };
        self.uses(
            message,
            &json!({"component_type": 2, "custom_id": custom_id}),
        )
        .await
    }

    /// Chooses from the menu with this custom id or placeholder on the newest message that has one; options by label or value.
    pub async fn chooses(&self, menu: &str, options: &[&str]) -> Answer {
        for message in self.messages().iter().rev() {
            if let Some(data) = message.choose(menu, options) {
                return self.uses(message, &data).await;
            }
        }
        Answer::refused(format!("there is no menu \"{menu}\" to choose from"))
    }

    async fn uses(&self, message: &Seen, data: &Value) -> Answer {
        let Some(message) = MessageId::new_checked(message.id()) else {
            return Answer::refused("that is no message".to_owned());
        };
        self.acts(|world, nonce, now| {
            world.use_component(self.id, self.channel, message, data, nonce, now)
        })
        .await
    }

    /// Uses a component that is not on the message, as an altered client could.
    pub async fn forges(&self, message: &Seen, custom_id: &str) -> Answer {
        let source = MessageId::new_checked(message.id());
        let data = json!({"component_type": 2, "custom_id": custom_id, "id": 1});
        self.acts(|world, nonce, now| {
            Ok(world.begin(
                crate::playground::state::interaction::Request {
                    kind: Kind::Component,
                    person: self.id,
                    channel: self.channel,
                    nonce,
                    data,
                    command: None,
                    source,
                    opened_by: None,
                },
                now,
            ))
        })
        .await
    }

    /// Fills in and sends off a modal; fields by custom id or label.
    pub async fn submits(&self, modal: &OpenModal, fields: &[(&str, &str)]) -> Answer {
        let Some(opener) = InteractionId::new_checked(modal.opener) else {
            return Answer::refused("that form is not open any more".to_owned());
        };
        let components = modal.filled(fields);
        self.acts(|world, nonce, now| {
            world.submit_modal(self.id, opener, &modal.custom_id, &components, nonce, now)
        })
        .await
    }
}
