//! Who may do what to a quiz: every control, pressed by everybody.

use std::time::Duration;

use clio::playground::people::Seen;
use serde_json::json;

use crate::harness::{CARDS, Member, Setup, TestBot, right_answer};

/// Who presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Host,
    Moderator,
    Member,
    OtherServer,
    DirectMessage,
}

/// Who is never let, then members, who are let some things, then who is let everything.
const EVERYBODY: &[Who] = &[
    Who::OtherServer,
    Who::DirectMessage,
    Who::Member,
    Who::Host,
    Who::Moderator,
];

/// A control: what is typed or pressed, when it is there, what it says to those who may, and to members who may not (nothing where
/// everybody may).
struct Control {
    does: &'static str,
    /// The custom id of a button, as somebody elsewhere would forge it.
    id: &'static str,
    /// What the channel shows while the control is there, and how such a quiz is started.
    when: &'static str,
    start: &'static str,
    says: &'static str,
    refuses: &'static str,
}

const CONTROLS: &[Control] = &[
    Control {
        does: "Start now",
        id: "qs",
        when: "Join",
        start: "/quiz start",
        says: "The quiz begins",
        refuses: "Only the host or a moderator may start this quiz.",
    },
    Control {
        does: "Join",
        id: "qj",
        when: "Join",
        start: "/quiz start",
        says: "You are in",
        refuses: "",
    },
    Control {
        does: "More time",
        id: "qm",
        when: "Join",
        start: "/quiz start",
        says: "half as long again",
        refuses: "",
    },
    Control {
        does: "Close now",
        id: "qc",
        when: "Question 1 of 2",
        start: "/quiz start lobby:off seconds:none",
        says: "The question is closed.",
        refuses: "Only the host or a moderator may close a question of this quiz.",
    },
    Control {
        does: "/quiz pause",
        id: "",
        when: "Question 1 of 2",
        start: "/quiz start lobby:off",
        says: "paused",
        refuses: "Only the host or a moderator may pause this quiz.",
    },
    Control {
        does: "/quiz resume",
        id: "",
        when: "Question 1 of 2",
        start: "/quiz start lobby:off",
        says: "goes on",
        refuses: "Only the host or a moderator may resume this quiz.",
    },
    Control {
        does: "/quiz skip",
        id: "",
        when: "Question 1 of 2",
        start: "/quiz start lobby:off",
        says: "skip",
        refuses: "",
    },
    Control {
        does: "/quiz stop",
        id: "",
        when: "Question 1 of 2",
        start: "/quiz start lobby:off",
        says: "stopped",
        refuses: "Only the host or a moderator may stop this quiz.",
    },
];

/// The number of a game, as it stands in the custom ids of its message.
fn game(message: &Seen) -> Option<String> {
    let buttons = message.buttons();
    let mut ids = buttons
        .iter()
        .filter_map(|button| button.custom_id.as_deref()?.strip_prefix('q'));
    let id = ids.next()?;
    Some(id[1..].split('.').next()?.to_owned())
}

/// The newest message that shows this, once it is of another game than the last.
async fn of_another_game(member: &Member, words: &str, last: Option<&String>) -> (Seen, String) {
    for _ in 0..600 {
        let seen = member.sees().into_iter().rev();
        let mut shown = seen.filter(|message| message.text().contains(words));
        if let Some(message) = shown.next()
            && let Some(game) = game(&message)
            && last != Some(&game)
        {
            return (message, game);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{words:?} was never shown");
}

async fn tries(bot: &TestBot, who: Who, control: &Control, (message, game): &(Seen, String)) {
    let ben = bot.member("ben");
    let member: Member = match who {
        Who::Host => bot.member("ann"),
        Who::Moderator => bot.member("mia"),
        Who::Member => ben,
        Who::OtherServer => ben.at_in("Exam Cram", "general"),
        Who::DirectMessage => ben.in_direct_messages(),
    };
    let is_here = !matches!(who, Who::OtherServer | Who::DirectMessage);
    let told = if control.id.is_empty() {
        member.runs(control.does).await
    } else if is_here {
        member.presses_on(message, control.does).await
    } else {
        // The same button under one of Clio's messages elsewhere.
        let there = member.runs("/search text:berlin private:true").await;
        let round = if control.id == "qc" { ".0" } else { "" };
        let forged = format!("{}{game}{round}", control.id);
        member.forges(there.message(), &forged).await
    };
    let may = is_here && (control.refuses.is_empty() || who != Who::Member);
    match (may, is_here) {
        (true, _) => told.shows(control.says),
        (false, true) => told.privately().shows(control.refuses),
        (false, false) if control.id.is_empty() => told.privately().shows("No quiz is running"),

        (false, false) => told.privately().shows("This quiz is over."),
    };
}

#[tokio::test]
async fn every_control_obeys_whom_it_should() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, mia) = (bot.member("ann"), bot.member("mia"));
    let mut last = None;
    for control in CONTROLS {
        let (refused, allowed) = EVERYBODY.split_at(match control.refuses {
            "" => 2,
            _ => 3,
        });
        for allowed in allowed {
            ann.runs(control.start).await.privately();
            let message = of_another_game(&ann, control.when, last.as_ref()).await;
            if control.does == "/quiz resume" {
                ann.runs("/quiz pause").await.shows("paused");
            }
            for who in refused {
                tries(&bot, *who, control, &message).await;
            }
            tries(&bot, *allowed, control, &message).await;
            // It may be over by that.
            mia.runs("/quiz stop").await;
            mia.runs_until("/quiz status", "No quiz is running in this channel.")
                .await;
            last = Some(message.1);
        }
    }
    bot.ends().await;
}

#[tokio::test]
async fn what_a_bot_says_is_no_answer() {
    let bot = Setup::new().notes(CARDS).reading_messages().start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start lobby:off seconds:5")
        .await
        .privately();
    let question = ann.waits_for("Question 1 of 2").await;
    let reply = json!({
        "content": right_answer(&question),
        "message_reference": {"message_id": question.id().to_string()},
    });
    let (channel, api) = (ann.person.channel_id(), bot.playground.api_url());
    let sent = reqwest::Client::new()
        .post(format!("{api}/api/v10/channels/{channel}/messages"))
        .header("authorization", format!("Bot {}", bot.playground.token()))
        .header("content-type", "application/json")
        .body(reply.to_string())
        .send()
        .await
        .unwrap();
    assert_eq!(sent.status(), 200);
    ann.waits_for("Nobody answered.").await;
    ann.runs("/quiz stop").await;
    bot.ends().await;
}
