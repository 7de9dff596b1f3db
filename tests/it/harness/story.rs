//! What members do, and what they are told.

use std::time::Duration;

use clio::playground::people::{Answer, Choice, Person, Seen};

/// Someone in a channel.
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) person: Person,
}

impl Member {
    pub(crate) fn new(person: Person) -> Self {
        Self { person }
    }

    /// The same member in another channel or thread of the server.
    pub(crate) fn at(&self, channel: &str) -> Self {
        Self::new(self.person.at(channel))
    }

    /// The same member in the other server.
    pub(crate) fn at_in(&self, server: &str, channel: &str) -> Self {
        Self::new(self.person.at_in(server, channel))
    }

    /// The same member in direct messages with the bot.
    pub(crate) fn in_direct_messages(&self) -> Self {
        Self::new(self.person.in_direct_messages())
    }

    /// Types a command and sends it.
    pub(crate) async fn runs(&self, typed: &str) -> Told {
        Told {
            what: typed.to_owned(),
            answer: self.person.runs(typed).await,
        }
    }

    /// Types a command until its answer says this: for what the bot does by itself, soon.
    pub(crate) async fn runs_until(&self, typed: &str, words: &str) {
        let told = async { while !self.runs(typed).await.message().text().contains(words) {} };
        let soon = tokio::time::timeout(Duration::from_secs(30), told).await;
        assert!(soon.is_ok(), "{typed}: {words:?} was never shown");
    }

    /// Starts a quiz, as soon as the last one has left the channel: it does so right after its podium.
    pub(crate) async fn starts(&self, typed: &str) -> Told {
        for _ in 0..20 {
            let told = self.runs(typed).await;
            if !told
                .message()
                .text()
                .contains("is running in this channel already")
            {
                return told;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        panic!("the last quiz never left the channel");
    }

    /// Presses the newest button of that label.
    pub(crate) async fn presses(&self, label: &str) -> Told {
        Told {
            what: format!("[{label}]"),
            answer: self.person.presses(label).await,
        }
    }

    /// Presses a button of one message.
    pub(crate) async fn presses_on(&self, message: &Seen, label: &str) -> Told {
        Told {
            what: format!("[{label}]"),
            answer: self.person.presses_on(message, label).await,
        }
    }

    /// Picks from the newest menu.
    pub(crate) async fn picks(&self, menu: &str, option: &str) -> Told {
        Told {
            what: format!("<{option}>"),
            answer: self.person.chooses(menu, &[option]).await,
        }
    }

    /// Sends a press that no button of Clio's carries.
    pub(crate) async fn forges(&self, message: &Seen, custom_id: &str) -> Told {
        Told {
            what: format!("[{custom_id:?}]"),
            answer: self.person.forges(message, custom_id).await,
        }
    }

    /// What is offered while `typed` stands in an argument.
    pub(crate) async fn is_offered(
        &self,
        command: &str,
        argument: &str,
        typed: &str,
    ) -> Vec<Choice> {
        self.person
            .completes(command, &[], argument, typed)
            .await
            .unwrap()
    }

    /// Fills in the one form that was opened, and sends it off.
    pub(crate) async fn submits(&self, form: &Told, fields: &[(&str, &str)]) -> Told {
        let opened = form.answer.modal.as_ref();
        let opened = opened.unwrap_or_else(|| panic!("{} opened no form", form.what));
        Told {
            what: format!("the form of {}", form.what),
            answer: self.person.submits(opened, fields).await,
        }
    }

    /// Waits until the channel shows these words, and gives the newest message that has them.
    pub(crate) async fn waits_for(&self, words: &str) -> Seen {
        for _ in 0..1_200 {
            let seen = self.sees().into_iter().rev();
            if let Some(found) = seen
                .into_iter()
                .find(|message| message.text().contains(words))
            {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let seen: Vec<String> = self.sees().iter().map(Seen::text).collect();
        panic!("{words:?} was never shown: {seen:#?}");
    }

    /// How many messages of the channel, private ones too, have these words.
    pub(crate) fn counts(&self, words: &str) -> usize {
        let seen = self.sees();
        seen.iter()
            .filter(|message| message.text().contains(words))
            .count()
    }

    /// The messages in the channel that this member sees.
    pub(crate) fn sees(&self) -> Vec<Seen> {
        self.person.messages()
    }
}

/// What a member was told.
pub(crate) struct Told {
    what: String,
    pub(crate) answer: Answer,
}

impl Told {
    /// The message of the answer.
    #[track_caller]
    pub(crate) fn message(&self) -> &Seen {
        assert!(
            self.answer.failed.is_none(),
            "{}: {:?}",
            self.what,
            self.answer.failed
        );
        self.answer.message()
    }

    /// The answer says this, to everybody or privately, within the blink of an eye.
    #[track_caller]
    pub(crate) fn shows(&self, words: &str) -> &Self {
        let text = self.message().text();
        assert!(
            text.contains(words),
            "{}: {words:?} is not in:\n{text}",
            self.what
        );
        assert!(
            self.answer.took < Duration::from_secs(1),
            "{} took {:?}",
            self.what,
            self.answer.took
        );
        self
    }

    /// It does not say this.
    #[track_caller]
    pub(crate) fn hides(&self, words: &str) -> &Self {
        let text = self.message().text();
        assert!(
            !text.contains(words),
            "{}: {words:?} is in:\n{text}",
            self.what
        );
        self
    }

    /// Everybody sees it.
    #[track_caller]
    pub(crate) fn openly(&self) -> &Self {
        assert!(
            !self.message().is_ephemeral(),
            "{} was answered privately",
            self.what
        );
        self
    }

    /// Only who asked sees it.
    #[track_caller]
    pub(crate) fn privately(&self) -> &Self {
        assert!(
            self.message().is_ephemeral(),
            "{} was answered openly",
            self.what
        );
        self
    }

    /// It changed `message`, and made no new one.
    #[track_caller]
    pub(crate) fn in_place_of(&self, message: &Seen) -> &Self {
        assert_eq!(
            self.message().id(),
            message.id(),
            "{} did not change the message",
            self.what
        );
        self
    }
}
