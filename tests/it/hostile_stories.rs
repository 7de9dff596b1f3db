//! Stories of people and notes that mean harm: what they write is shown as text, wherever it is shown.

use clio::playground::people::Seen;

use crate::harness::hostile::{HOSTILE, MARK, literal, places};
use crate::harness::{Member, SCHOOL, Setup, Told};

/// Names as Discord allows them, of up to 32 characters.
const NAMES: &[(&str, &str)] = &[
    ("ann", "**evil** <@&1> @everyone ||x||"),
    ("ben", "[evil](http://evil.example) `"),
    (
        "cleo",
        "evil\u{202e}Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
    ),
    ("dev", "<script>evil</script> discord.gg/x"),
];

/// A note whose every part means harm.
fn notes() -> Vec<(String, String)> {
    let mut note = String::from("---\ntags: [evil]\n---\n");
    note += &format!("# {}\n", literal("**evil** <@1> @everyone discord.gg/evil"));
    for (day, text) in (1..).zip(HOSTILE) {
        note += &format!("## {day} October 1962 {}\n", literal(HOSTILE[day % 3]));
        note += &format!("- Kennedy {day} {} met Castro.\n", literal(text));
        note += &format!("- {} -> {}\n", literal(text), literal(HOSTILE[0]));
    }
    note += "\n# Cards\n";
    for (number, text) in HOSTILE.iter().enumerate() {
        let wrong = HOSTILE[(number + 1) % HOSTILE.len()];
        note += &format!("\nWho wrote number {number}, {}?\n", literal(text));
        note += &format!(
            "- [x] {}\n- [ ] {}\n- [ ] {number} nobody\n",
            literal(text),
            literal(wrong)
        );
    }
    note += &format!(
        "\nWhat stands alone, {}?::{}\n",
        literal(HOSTILE[4]),
        literal(HOSTILE[0])
    );
    let path = "evil @everyone <@1> **x**/[evil](http:) \u{202e}||x||.md";
    let warned = "# evil\n- 31 June 1962: nothing.\n- See [[@everyone <@1> **evil**]].\n";
    vec![
        (path.to_owned(), note),
        ("**evil** discord.gg.md".to_owned(), warned.to_owned()),
    ]
}

async fn looks_up(ann: &Member) {
    for typed in [
        "/event when:october 1962",
        "/event when:1 october 1962",
        "/event when:evil",
        "/person name:castro",
        "/person name:kennedy",
        "/cause of:evil",
        "/timeline",
        "/search text:evil",
        "/search text:script",
        "/note title:evil",
    ] {
        let told = ann.runs(typed).await;
        let card = told.message().clone();
        assert!(card.text().contains(MARK), "{typed}: {}", card.text());
        for button in card.buttons().iter().take(4) {
            // A page that was turned has other buttons.
            let now = ann.person.sees(card.id()).unwrap();
            if now.offers(&button.label) {
                ann.presses_on(&now, &button.label).await.message();
            }
        }
    }
    for (command, argument) in [
        ("event", "when"),
        ("person", "name"),
        ("cause", "of"),
        ("search", "text"),
        ("note", "title"),
        ("timeline", "topic"),
        ("quiz start", "topic"),
        ("practice", "topic"),
    ] {
        for typed in ["", "evil", "@", "<"] {
            ann.is_offered(command, argument, typed).await;
        }
    }
}

/// Commands that repeat what was typed; each time something else.
async fn is_refused(ann: &Member) {
    let most = "@everyone <@1> ||".repeat(11);
    for text in HOSTILE.iter().copied().chain([most.as_str()]) {
        for (command, argument) in [
            ("event", "when"),
            ("person", "name"),
            ("cause", "of"),
            ("timeline", "from"),
            ("timeline", "topic"),
            ("search", "text"),
            ("note", "title"),
            ("practice", "topic"),
            ("quiz start", "topic"),
            ("leaderboard", "topic"),
            ("leaderboard", "group"),
            ("group join", "name"),
        ] {
            let text: String = text.chars().take(64).collect();
            let answer = ann.person.command(command, &[(argument, &text)]).await;
            assert_eq!(answer.failed, None, "/{command} {argument}:{text}");
        }
        ann.runs("/quiz stop").await;
    }
}

async fn makes_groups(mia: &Member, ann: &Member) {
    for text in HOSTILE {
        let name: String = text.chars().take(32).collect();
        let made = mia.person.command("group create", &[("name", &name)]).await;
        assert_eq!(made.failed, None, "{name}");
        let joined = ann.person.command("group join", &[("name", &name)]).await;
        assert_eq!(joined.failed, None, "{name}");
    }
    ann.runs("/group list").await.shows(MARK);
    ann.runs("/group board").await.shows(MARK);
    ann.is_offered("group join", "name", "evil").await;
    let to = [("name", "admin evil"), ("to", "@here **evil**")];
    mia.person.command("group rename", &to).await;
    let asked = mia.runs("/group remove name:**evil** __evil__").await;
    mia.presses_on(asked.message(), "Remove the group").await;
}

/// The open question.
async fn question(member: &Member, number: usize) -> Seen {
    member.waits_for(&format!("Question {number} of ")).await
}

async fn plays(players: &[&Member], typed: bool) -> Seen {
    let ann = players[0];
    let answers = if typed { " answers:typed" } else { "" };
    let started = ann
        .runs(&format!(
            "/quiz start topic:evil questions:5 seconds:none kind:Flashcards{answers}"
        ))
        .await;
    started.privately();
    let lobby = ann.waits_for("A quiz begins").await;
    for player in players {
        player.presses_on(&lobby, "Join").await;
    }
    ann.presses_on(&lobby, "Start now").await;
    for number in 1..=5 {
        let asked = question(ann, number).await;
        for (player, hostile) in players.iter().zip(HOSTILE.iter().cycle().skip(number)) {
            let told = match asked.button("Answer") {
                Some(_) => {
                    let form = player.presses_on(&asked, "Answer").await;
                    player.submits(&form, &[("answer", hostile)]).await
                }
                None => player.presses_on(&asked, "A").await,
            };
            told.privately().shows("Saved");
        }
        if asked.offers("Close now") {
            ann.presses_on(&asked, "Close now").await;
        }
    }
    ann.waits_for("The quiz is over").await
}

async fn looks_back(bot: &crate::harness::TestBot, players: &[&Member], podium: &Seen) {
    let (mia, ann) = (bot.member("mia"), players[0]);
    for player in players {
        for label in ["My result", "Review my misses", "Leaderboard"] {
            player.presses_on(podium, label).await.message();
        }
    }
    for typed in [
        "/leaderboard",
        "/leaderboard sort:games",
        "/profile",
        "/weak",
    ] {
        ann.runs(typed).await.message();
    }
    let ben = format!("/profile member:{}", players[1].person.id());
    ann.runs(&ben).await.openly().shows(MARK);
    let reveal = ann.waits_for("Next question").await;
    for (player, hostile) in players.iter().zip(HOSTILE) {
        let form = player.presses_on(&reveal, "Report").await;
        let reason = format!("{hostile} ").repeat(500 / (hostile.chars().count() + 1));
        player
            .submits(&form, &[("reason", &reason)])
            .await
            .privately();
    }
    let mut report: Told = mia.runs("/reports list").await;
    while report.message().offers("Next report") {
        let seen = report.message().clone();
        report = mia.presses_on(&seen, "Next report").await;
    }
    mia.runs("/reports preview topic:evil").await.shows(MARK);
    mia.runs("/notes check").await.shows(MARK);
    ann.presses_on(podium, "Play again").await;
    ann.runs("/quiz stop").await;
}

async fn sets(mia: &Member) {
    for setting in ["Time zone", "Topics that are asked", "End of the season"] {
        mia.runs("/settings show").await.privately();
        let page = mia.picks("Change a setting", setting).await;
        // Looking for the nearest of all time zones is slow without optimisation.
        for hostile in HOSTILE.iter().step_by(4) {
            let form = mia.presses_on(page.message(), "Write it").await;
            let text = format!("{hostile} ")
                .repeat(20)
                .chars()
                .take(1_900)
                .collect::<String>();
            mia.person
                .submits(form.answer.modal.as_ref().unwrap(), &[("written", &text)])
                .await;
        }
    }
    mia.runs("/settings show").await.privately();
    let page = mia.picks("Change a setting", "Topics that are asked").await;
    let form = mia.presses_on(page.message(), "Write it").await;
    let told = mia.submits(&form, &[("written", "evil")]).await;
    assert!(told.message().text().contains(MARK));
}

#[tokio::test]
async fn what_means_harm_is_text_wherever_it_is_shown() {
    let notes = notes();
    let notes: Vec<(&str, &str)> = notes
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let bot = Setup::new().notes(&notes).start().await;
    for (name, nick) in NAMES {
        bot.playground.calls(name, SCHOOL, nick);
    }
    let [ann, ben, cleo] = ["ann", "ben", "cleo"].map(|name| bot.member(name));
    let mia = bot.member("mia");
    looks_up(&ann).await;
    is_refused(&ann).await;
    makes_groups(&mia, &ann).await;
    let players = [&ann, &ben, &cleo];
    plays(&players, false).await;
    let (ann, ben, cleo) = (
        ann.at("quiz-night"),
        ben.at("quiz-night"),
        cleo.at("quiz-night"),
    );
    let players = [&ann, &ben, &cleo];
    let podium = plays(&players, true).await;
    looks_back(&bot, &players, &podium).await;
    ann.runs("/quiz start topic:evil lobby:off thread:true")
        .await
        .privately();
    sets(&mia).await;
    // Pictures follow their words.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;

    let (shown, harm) = places(&bot.playground);
    assert!(harm.is_empty(), "{}", harm.join("\n"));
    for place in [
        "attachments.description",
        "choices.name",
        "components.components.label",
        "components.components.options.label",
        "components.components.placeholder",
        "content",
        "embeds.author.name",
        "embeds.description",
        "embeds.fields.value",
        "embeds.footer.text",
        "embeds.title",
    ] {
        assert!(shown.contains(place), "{place} was never tried: {shown:#?}");
    }
    bot.ends().await;
}
