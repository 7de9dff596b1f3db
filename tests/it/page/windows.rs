//! Several windows, several people, and what survives a reload or a lost connection. No bot is needed for it.

use fantoccini::key::Key;
use serde_json::json;

use super::browser::{Browser, Screen, browse};
use super::host::Host;

/// What the last message says.
fn last_says(text: &str) -> String {
    format!(
        "[...document.querySelectorAll('#messages .markup')].at(-1)?.innerText === {}",
        json!(text)
    )
}

async fn says(page: &Browser, text: &str) {
    page.clicks_on("#message-box").await;
    page.types(text).await;
    page.presses_key(Key::Enter).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn two_windows_are_two_people() {
    let host = Host::alone();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        says(&page, "Hello, **everybody** <b>!").await;
        page.sees(&last_says("Hello, everybody <b>!")).await;
        let ann = page.opens_another("/?as=ben").await;
        page.sees(&last_says("Hello, everybody <b>!")).await;
        page.clicks_on("#message-box").await;
        page.types("Hi").await;
        page.turns_to(&ann).await;
        page.sees("document.querySelector('#typing').innerText === 'Ben is typing…'")
            .await;
        page.sees("document.querySelector('.who-button strong').innerText === 'Ann'")
            .await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_message_is_replied_to_with_the_keyboard() {
    let host = Host::alone();
    let ann = host.playground().person("ann");
    ann.says("A first question").unwrap();
    ann.says("A second question").unwrap();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ben").await;
        page.sees(&last_says("A second question")).await;
        page.clicks_on("#message-box").await;
        page.presses_with(Key::Shift, Key::Tab).await;
        page.sees("document.activeElement.matches('li.message') && document.activeElement.innerText.includes('second')").await;
        page.presses_key(Key::Up).await;
        page.sees("document.activeElement.matches('li.message') && document.activeElement.innerText.includes('first')").await;
        page.types("r").await;
        page.shows("Replying to Ann").await;
        page.types("My answer").await;
        page.presses_key(Key::Enter).await;
        page.sees("[...document.querySelectorAll('li.message')].at(-1).querySelector('.above')?.innerText.includes('A first question')").await;
        page.sees(&last_says("My answer")).await;
        page.shows_no_more("Replying to").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn what_is_said_elsewhere_is_marked_until_it_is_read() {
    let host = Host::alone();
    let cleo = host.playground().person("cleo").at("quiz-night");
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        cleo.says("Quiz at eight?").unwrap();
        let id = host.playground().person("ann").id();
        cleo.says(&format!("You too, <@{id}>?")).unwrap();
        let channel = "#channels [aria-label='quiz-night, 2 unread, 1 for you']";
        page.sees(&format!("document.querySelector({}) !== null", json!(channel))).await;
        page.clicks_on(channel).await;
        page.sees("document.querySelector('.line.new + .message .markup')?.innerText === 'Quiz at eight?'").await;
        page.sees("document.querySelector('.message.for-me .mention.mine')?.innerText === '@Ann'").await;
        page.sees("document.querySelector('#channels [aria-label=quiz-night]') !== null").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_reload_keeps_the_person_the_place_and_what_is_being_typed() {
    let host = Host::alone();
    let ben = host.playground().person("ben");
    for n in 1..=120 {
        ben.says(&format!("Line {n} of 120")).unwrap();
    }
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=mia").await;
        page.sees(&last_says("Line 120 of 120")).await;
        // Older messages come when one scrolls up to them.
        page.evaluates("document.querySelector('#scroller').scrollTop = 0").await;
        page.sees("document.querySelector('#messages').innerText.includes('Line 21 of 120')").await;
        page.evaluates("document.querySelector('#scroller').scrollTop = 0").await;
        page.shows("This is where #general begins").await;
        const MIDDLE: &str = "[...document.querySelectorAll('li.message')].find((one) => one.innerText.includes('Line 50 of 120'))";
        page.evaluates(&format!("{MIDDLE}.scrollIntoView({{block: 'start'}})")).await;
        page.clicks_on("#message-box").await;
        page.types("/quiz").await;
        page.reloads().await;
        page.sees("document.querySelector('.who-button').innerText.includes('Mia')").await;
        page.sees("document.querySelector('#message-box').value === '/quiz'").await;
        page.sees(&format!(
            "Math.abs({MIDDLE}?.getBoundingClientRect().top - document.querySelector('#scroller').getBoundingClientRect().top) < 3"
        ))
        .await;
        // What is new is counted, and does not move what is being read.
        ben.says("One more").unwrap();
        page.shows("1 new message").await;
        page.clicks_on("#jump button").await;
        page.sees(&last_says("One more")).await;
        page.sees("document.querySelector('#jump').innerText === ''").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_lost_connection_is_said_and_comes_back_by_itself() {
    let host = Host::alone();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=dev").await;
        page.clicks_on("#message-box").await;
        page.types("Half a sen").await;
        let host = host.begins_anew().await;
        page.shows("Connection lost.").await;
        page.shows_no_more("Connection lost.").await;
        page.sees("document.querySelector('.who-button strong').innerText === 'Dev'")
            .await;
        page.types("tence").await;
        page.presses_key(Key::Enter).await;
        page.sees(&last_says("Half a sentence")).await;
        assert_eq!(host.playground().person("ann").messages().len(), 1);
    })
    .await;
}
