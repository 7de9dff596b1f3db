//! Stories of the panel of settings: who may see it, what each control does, and what changes by it at once.

use clio::playground::admin::Permissions;

use crate::harness::{CARDS, Member, SCHOOL, Setup, TestBot, Told, right_answer, types};

/// The role of tutors, who manage the larger server.
const TUTOR: u64 = SCHOOL + 10;

/// Opens the panel and the page of one setting.
async fn opens(admin: &Member, setting: &str) -> Told {
    admin
        .runs("/settings show")
        .await
        .privately()
        .shows("Settings of this server");
    let page = admin.picks("Change a setting", setting).await;
    page.privately().shows(setting).shows("Now: ");
    page
}

async fn an_admin_changes_settings_and_quizzes_follow(bot: TestBot) {
    let (mia, dev, ann) = (bot.member("mia"), bot.member("dev"), bot.member("ann"));
    let panel = mia.runs("/settings show").await;
    panel
        .privately()
        .shows("Questions in a quiz: **10 questions** (default)")
        .shows("Time zone: **UTC, where it is")
        .shows("Nothing was changed here yet");
    let page = mia.picks("Change a setting", "Questions in a quiz").await;
    page.in_place_of(panel.message()).shows("Now: ");
    mia.picks("Pick what shall hold", "3 questions")
        .await
        .in_place_of(panel.message())
        .shows("Saved: Questions in a quiz")
        .shows("Questions in a quiz: **3 questions** (default: 10 questions)")
        .shows("Last changed");
    ann.runs("/quiz start lobby:off").await.privately();
    ann.waits_for("Question 1 of 3").await;
    ann.runs("/quiz stop").await;

    // Another admin, on a panel of before: what Mia changed stays.
    opens(&dev, "Points").await;
    dev.picks("Pick what shall hold", "race")
        .await
        .shows("Points: **race** (default: study)")
        .shows("**3 questions**");
    let page = opens(&mia, "Questions in a quiz").await;
    mia.presses_on(page.message(), "Use the default")
        .await
        .shows("has the default again")
        .shows("**10 questions** (default)")
        .shows("Points: **race**");
    bot.ends().await;
}

#[tokio::test]
async fn an_admin_changes_settings_and_quizzes_follow_in_process() {
    an_admin_changes_settings_and_quizzes_follow(TestBot::in_process().await).await;
}

#[tokio::test]
async fn an_admin_changes_settings_and_quizzes_follow_as_a_process() {
    an_admin_changes_settings_and_quizzes_follow(TestBot::process().await).await;
}

#[tokio::test]
async fn only_those_who_manage_the_server_see_and_change_settings() {
    let bot = TestBot::in_process().await;
    for (name, may) in [("ann", false), ("ben", false), ("dev", true), ("mia", true)] {
        let member = bot.member(name);
        let told = member.runs("/settings show").await;
        assert_eq!(told.answer.failed.is_none(), may, "{name}: the command");
        // As an altered client could.
        let seen = member.runs("/help").await;
        let message = seen.message();
        for id in ["sa", "ssq", "sdq", "swz", "sq", "se1"] {
            let told = member.forges(message, id).await;
            let refused = told.answer.modal.is_none()
                && told
                    .message()
                    .text()
                    .contains("Only those who manage this server");
            assert_eq!(refused, !may, "{name}: {id}");
        }
        let alone = member.in_direct_messages();
        let told = alone.runs("/settings show").await;
        assert!(told.answer.failed.is_some(), "{name}: in direct messages");
    }
    bot.ends().await;
}

#[tokio::test]
async fn who_lost_the_right_meanwhile_changes_nothing() {
    let bot = TestBot::in_process().await;
    let (mia, dev) = (bot.member("mia"), bot.member("dev"));
    opens(&dev, "Points").await;
    let zone = opens(&dev, "Time zone").await;
    let form = dev.presses_on(zone.message(), "Write it").await;
    bot.playground
        .forbids_to("dev", dev.person.channel_id(), Permissions::MANAGE_GUILD);
    let told = dev.submits(&form, &[("written", "Europe/Vienna")]).await;
    told.privately().shows("Only those who manage this server");
    dev.picks("Pick what shall hold", "race")
        .await
        .privately()
        .shows("Only those who manage this server");
    mia.runs("/settings show")
        .await
        .shows("Points: **study** (default)")
        .shows("Time zone: **UTC");
    bot.ends().await;
}

#[tokio::test]
async fn a_time_zone_is_written_by_its_name_or_its_place() {
    let bot = TestBot::in_process().await;
    let mia = bot.member("mia");
    for (typed, told) in [
        ("Viena", "Did you mean Europe/Vienna"),
        ("the moon", "Write it as in Europe/Vienna"),
    ] {
        let page = opens(&mia, "Time zone").await;
        let form = mia.presses_on(page.message(), "Write it").await;
        let said = mia.submits(&form, &[("written", typed)]).await;
        said.privately().shows(told);
    }
    let page = opens(&mia, "Time zone").await;
    page.shows("folded into totals already keep theirs");
    let form = mia.presses_on(page.message(), "Write it").await;
    mia.submits(&form, &[("written", "new york")])
        .await
        .in_place_of(page.message())
        .shows("Saved: Time zone.")
        .shows("folded into totals already keep theirs")
        .shows("Time zone: **America/New\\_York, where it is");
    bot.ends().await;
}

#[tokio::test]
async fn roles_channels_and_topics_limit_who_plays_what_and_where() {
    let bot = Setup::new().start().await;
    let (mia, ann, dev) = (bot.member("mia"), bot.member("ann"), bot.member("dev"));
    opens(&mia, "Who may start quizzes").await;
    mia.picks("Pick a role", &TUTOR.to_string())
        .await
        .shows(&format!(
            "Who may start quizzes: **<@&{TUTOR}>** (default: everybody)"
        ));
    ann.runs("/quiz start")
        .await
        .privately()
        .shows("only those with a certain role");
    let night = mia.at("quiz-night");
    opens(&mia, "Channels for quizzes").await;
    mia.picks(
        "Pick all channels that shall be allowed",
        &night.person.channel_id().to_string(),
    )
    .await
    .shows("Saved: Channels for quizzes");
    dev.runs("/quiz start")
        .await
        .privately()
        .shows("Quizzes are played in other channels");

    let page = opens(&mia, "Topics that are asked").await;
    let form = mia.presses_on(page.message(), "Write it").await;
    mia.submits(&form, &[("written", "missile crisis\nastrophysics")])
        .await
        .privately()
        .shows("no topic called")
        .shows("astrophysics");
    let form = mia.presses_on(page.message(), "Write it").await;
    mia.submits(&form, &[("written", "missile crisis")])
        .await
        .shows("Topics that are asked: **missile crisis** (default: all topics)");
    let dev = dev.at("quiz-night");
    dev.runs("/quiz start topic:berlin blockade")
        .await
        .privately()
        .shows("asked in this server");
    dev.runs("/quiz start lobby:off questions:1")
        .await
        .privately();
    let question = dev.waits_for("Question 1 of 1").await;
    assert!(
        question.text().contains("Missile Crisis"),
        "{}",
        question.text()
    );
    dev.runs("/quiz stop").await;
    bot.ends().await;
}

#[tokio::test]
async fn a_season_ends_when_asked_and_its_podium_is_posted() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (mia, ann, ben) = (bot.member("mia"), bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off seconds:5")
        .await
        .privately();
    for number in ["1 of 2", "2 of 2"] {
        let question = ann.waits_for(&format!("Question {number}")).await;
        types(&ann, &question, right_answer(&question)).await;
        types(&ben, &question, "Nobody at all").await;
    }
    ann.waits_for("The quiz is over").await;

    let night = mia.at("quiz-night");
    opens(&mia, "Podium of a season").await;
    mia.picks("Pick a channel", &night.person.channel_id().to_string())
        .await
        .shows("Saved: Podium of a season");
    let asked = mia.runs("/settings season end").await;
    asked
        .privately()
        .shows("End season 1 now?")
        .shows("cannot be taken back");
    let twice = mia.runs("/settings season end").await;
    mia.presses_on(asked.message(), "End season 1")
        .await
        .in_place_of(asked.message())
        .shows("Season 1 is over, season 2 has begun.")
        .shows("Its podium stands in");
    mia.presses_on(twice.message(), "End season 1")
        .await
        .privately()
        .shows("This season has ended already");
    let podium = night.waits_for("Season 1 is over").await;
    assert!(podium.text().contains("**20 points**"), "{}", podium.text());
    assert_eq!(night.counts("Season 1 is over"), 1);

    let page = opens(&mia, "End of the season").await;
    let form = mia.presses_on(page.message(), "Write it").await;
    mia.submits(&form, &[("written", "2001-01-01")])
        .await
        .privately()
        .shows("A season cannot end on 2001-01-01");
    let form = mia.presses_on(page.message(), "Write it").await;
    mia.submits(&form, &[("written", "soon")])
        .await
        .privately()
        .shows("is no date");
    bot.ends().await;
}

#[tokio::test]
async fn a_server_that_set_nothing_follows_the_host() {
    let setup = Setup::new().defaults(|defaults| {
        defaults.questions = 2;
        defaults.time_zone = "Europe/Vienna".to_owned();
    });
    let bot = setup.start().await;
    let (mia, ann) = (bot.member("mia"), bot.member("ann"));
    mia.runs("/settings show")
        .await
        .shows("Questions in a quiz: **2 questions** (default)")
        .shows("Time zone: **Europe/Vienna, where it is");
    ann.runs("/quiz start lobby:off").await.privately();
    ann.waits_for("Question 1 of 2").await;
    ann.runs("/quiz stop").await;
    bot.ends().await;
}
