//! What a message of the bot is to somebody who plays: told by its buttons, as a person tells it.

use crate::playground::people::Seen;

/// Most options of a question.
const LETTERS: &str = "ABCDEFGH";

/// One option of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::playground) struct Choice {
    /// What stands on its button.
    pub(in crate::playground) label: String,
    /// What it says, from the button or from the line with its letter.
    pub(in crate::playground) text: String,
}

/// A message that asks for something, or tells something that is worth remembering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::playground) enum Sight {
    /// A game that can be joined with this button.
    Lobby { join: String },
    /// A question with lettered options; `closes` is a second of the Unix epoch, where it is told.
    Question {
        text: String,
        choices: Vec<Choice>,
        closes: Option<i64>,
    },
    /// A question whose button opens a form or a private message.
    Open {
        text: String,
        label: String,
        closes: Option<i64>,
    },
    /// What was right.
    Reveal { text: String },
    /// The end.
    Podium,
}

/// The next button of a private message, and whether it is the one that sends everything off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::playground) struct Step {
    pub(in crate::playground) label: String,
    pub(in crate::playground) last: bool,
}

impl Sight {
    /// What this message is; `None` for everything that players let be.
    pub(in crate::playground) fn of(message: &Seen) -> Option<Self> {
        if !message.is_of_a_bot() || message.is_ephemeral() || message.is_loading() {
            return None;
        }
        let labels = open_labels(message);
        let begins = |start: &str| {
            labels
                .iter()
                .find(|label| label.starts_with(start))
                .cloned()
        };
        if let Some(join) = begins("Join") {
            return Some(Self::Lobby { join });
        }
        let text = message.text();
        let closes = closing_time(&text);
        let choices: Vec<Choice> = labels
            .iter()
            .filter_map(|label| choice(label, &text))
            .collect();
        if choices.len() >= 2 {
            return Some(Self::Question {
                text,
                choices,
                closes,
            });
        }
        if let Some(label) = begins("Answer") {
            return Some(Self::Open {
                text,
                label,
                closes,
            });
        }
        if begins("Play again")
            .or_else(|| begins("My result"))
            .is_some()
        {
            return Some(Self::Podium);
        }
        begins("Report").map(|_| Self::Reveal { text })
    }
}

/// The buttons of a private message that can be pressed next, without the one that begins anew.
pub(in crate::playground) fn steps(message: &Seen) -> Vec<Step> {
    let sends = |label: &str| {
        ["Send", "Done", "Submit", "Save"]
            .iter()
            .any(|word| label.starts_with(word))
    };
    let mut steps: Vec<Step> = open_labels(message)
        .into_iter()
        .filter(|label| {
            !["Start again", "Cancel", "Clear"]
                .iter()
                .any(|word| label.starts_with(word))
        })
        .map(|label| Step {
            last: sends(&label),
            label,
        })
        .collect();
    // It is sent off when nothing else is left to press.
    if steps.iter().any(|step| !step.last) {
        steps.retain(|step| !step.last);
    }
    steps
}

fn open_labels(message: &Seen) -> Vec<String> {
    message
        .buttons()
        .into_iter()
        .filter(|button| !button.disabled && button.custom_id.is_some())
        .map(|button| button.label)
        .collect()
}

/// `B`, `B: 16 October`, `B) …`: a letter alone or with what it stands for.
fn choice(label: &str, text: &str) -> Option<Choice> {
    let mut letters = label.chars();
    let letter = letters.next().filter(|letter| LETTERS.contains(*letter))?;
    let rest = letters.as_str();
    let own = rest.trim_start_matches([':', ')', '.', ' ']).trim();
    if !rest.is_empty() && own.len() == rest.len() {
        // A word that begins with a capital letter.
        return None;
    }
    let text = if own.is_empty() {
        line_of(letter, text)
    } else {
        own
    };
    Some(Choice {
        label: label.to_owned(),
        text: text.to_owned(),
    })
}

/// The rest of the line that begins with this letter, whatever marks stand around it.
fn line_of(letter: char, text: &str) -> &str {
    let found = text.lines().find_map(|line| {
        let line = line.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let rest = line.strip_prefix(letter)?;
        let words = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        (words.len() < rest.len() && !words.is_empty()).then_some(words)
    });
    found.unwrap_or_default()
}

/// The first moment that the text counts down to: `<t:1700000000:R>`.
fn closing_time(text: &str) -> Option<i64> {
    text.split("<t:").skip(1).find_map(|piece| {
        let (inside, _) = piece.split_once('>')?;
        inside.strip_suffix(":R")?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn message(content: &str, labels: &[&str], flags: u64) -> Seen {
        let buttons: Vec<Value> = labels
            .iter()
            .map(|label| json!({"type": 2, "style": 1, "custom_id": label, "label": label.trim_end_matches('!'), "disabled": label.ends_with('!')}))
            .collect();
        Seen::of_frame(json!({
            "id": "5", "author": {"username": "clio", "bot": true}, "content": content, "flags": flags,
            "components": [{"type": 1, "components": buttons}],
        }))
    }

    #[track_caller]
    fn check(content: &str, labels: &[&str], expected: &str) {
        let sight = Sight::of(&message(content, labels, 0));
        let found = match sight {
            None => String::new(),
            Some(Sight::Lobby { join }) => format!("lobby {join}"),
            Some(Sight::Question {
                choices, closes, ..
            }) => {
                let choices: Vec<String> = choices
                    .iter()
                    .map(|choice| format!("{}={}", choice.label, choice.text))
                    .collect();
                format!("question {} {closes:?}", choices.join("|"))
            }
            Some(Sight::Open { label, closes, .. }) => format!("open {label} {closes:?}"),
            Some(Sight::Reveal { .. }) => "reveal".to_owned(),
            Some(Sight::Podium) => "podium".to_owned(),
        };
        assert_eq!(found, expected, "{content} {labels:?}");
    }

    #[test]
    fn a_message_is_told_by_its_buttons() {
        check("Quiz?", &["Join", "Start now"], "lobby Join");
        check("Quiz?", &["Join (3)", "Start now"], "lobby Join (3)");
        check(
            "closes <t:1700000000:R>\n**A** One thing\n**B** Another thing",
            &["A", "B"],
            "question A=One thing|B=Another thing Some(1700000000)",
        );
        check(
            "When?\n`A`  16 October",
            &["A: 16 October", "B: 17 October"],
            "question A: 16 October=16 October|B: 17 October=17 October None",
        );
        check("over", &["A!", "B!"], "");
        check("Which order? <t:5:R>", &["Answer"], "open Answer Some(5)");
        check("It was B.", &["Report"], "reveal");
        check("1. Ann", &["My result", "Play again", "Report"], "podium");
        check("27 October", &["Context", "All of it"], "");
        check("Closed at <t:5:f>", &[], "");
    }

    #[test]
    fn what_is_private_or_of_a_person_is_no_game() {
        assert_eq!(Sight::of(&message("x", &["A", "B"], 64)), None);
        let mut own = message("x", &["A", "B"], 0);
        own.raw["author"]["bot"] = json!(false);
        assert_eq!(Sight::of(&own), None);
    }

    #[test]
    fn a_private_message_is_pressed_to_its_end() {
        let labels = |labels: &[&str]| -> Vec<(String, bool)> {
            steps(&message("", labels, 64))
                .into_iter()
                .map(|step| (step.label, step.last))
                .collect()
        };
        assert_eq!(
            labels(&["One!", "Two", "Start again", "Send"]),
            [("Two".to_owned(), false)]
        );
        assert_eq!(
            labels(&["One!", "Two!", "Start again", "Send"]),
            [("Send".to_owned(), true)]
        );
        assert_eq!(labels(&["One!", "Start again"]), []);
    }
}
