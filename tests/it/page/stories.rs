//! What a person does on the page, told with the real Clio behind it.

use std::path::Path;

use fantoccini::key::Key;

use super::browser::{Browser, Screen, browse};
use super::host::Host;

/// The last card holds `27 October 1962`.
const CARD: &str =
    "[...document.querySelectorAll('.embed')].at(-1)?.innerText.includes('27 October 1962')";

async fn asks_for_the_day(page: &Browser) {
    page.types("/ev").await;
    page.sees(
        "document.querySelector('.suggestion[aria-selected=true]')?.innerText.startsWith('/event')",
    )
    .await;
    page.types("ent 27-october").await;
    page.presses_key(Key::Enter).await;
    page.sees(CARD).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_person_asks_for_a_day_and_only_they_see_its_context() {
    let host = Host::with_clio().await;
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        page.clicks_on("#message-box").await;
        asks_for_the_day(&page).await;
        page.clicks("Context").await;
        page.shows("Only you can see this").await;
        page.clicks_on(".who-button").await;
        page.clicks_on("#who-menu .who-row:nth-of-type(2)").await;
        page.is("Ben").await;
        page.sees(CARD).await;
        page.shows_no_more("Only you can see this").await;
        page.reloads().await;
        page.is("Ben").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn suggestions_come_while_typing_and_can_be_taken() {
    let host = Host::with_clio().await;
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ben").await;
        page.clicks_on("#message-box").await;
        // The field of the first option is open already; its name, typed out of habit, changes nothing.
        page.types("/person name:kenn").await;
        page.sees("[...document.querySelectorAll('.suggestion')].some((one) => one.innerText.includes('John F. Kennedy'))").await;
        page.presses_key(Key::Down).await;
        page.sees("document.querySelector('.suggestion[aria-selected=true]')?.innerText.includes('Kennedy')").await;
        page.presses_key(Key::Enter).await;
        page.sees("document.querySelector('.pill input')?.value.includes('Kennedy')").await;
        // The cursor is where more options are added; `private` knows its two choices.
        page.types("private:tr").await;
        page.sees("document.querySelector('.suggestion[aria-selected=true]')?.innerText === 'True'").await;
        page.presses_key(Key::Enter).await;
        page.presses_key(Key::Enter).await;
        page.shows("Only you can see this").await;
        page.shows("John F. Kennedy").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn the_keyboard_is_enough() {
    let host = Host::with_clio().await;
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        page.presses_key(Key::Tab).await;
        page.sees("document.activeElement.className === 'skip'").await;
        page.presses_key(Key::Enter).await;
        page.sees("document.activeElement.id === 'message-box'").await;
        asks_for_the_day(&page).await;
        // Back from the box into the card's buttons.
        for _ in 0..8 {
            page.presses_with(Key::Shift, Key::Tab).await;
            let at = page.evaluates("document.activeElement.innerText").await;
            if at == "Context" {
                break;
            }
        }
        page.sees("document.activeElement.innerText === 'Context'").await;
        page.presses_key(Key::Enter).await;
        page.shows("Only you can see this").await;
        // The focus is where it was; Escape leads back, and arrow up brings back what was sent.
        page.sees("document.activeElement.innerText === 'Context'").await;
        page.presses_key(Key::Escape).await;
        page.sees("document.activeElement.id === 'message-box'").await;
        page.presses_key(Key::Up).await;
        page.sees("document.querySelector('.command-name')?.innerText === '/event' && document.querySelector('.pill input')?.value === '27-october'").await;
        page.presses_key(Key::Escape).await;
        page.sees("document.activeElement.id === 'message-box'").await;
        // Alt and the arrows go to the next channel.
        page.presses_with(Key::Alt, Key::Down).await;
        page.sees("document.querySelector('#header h2').innerText === 'cold-war'").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_telephone_is_wide_enough() {
    let host = Host::with_clio().await;
    browse(&host.address(), Screen::Narrow, |page| async move {
        page.opens("/?as=ann").await;
        page.sees("innerWidth === 390").await;
        page.clicks_on("#message-box").await;
        asks_for_the_day(&page).await;
        page.fits().await;
        page.clicks("Servers and channels").await;
        page.sees("document.querySelector('#left').getBoundingClientRect().left === 0")
            .await;
        page.fits().await;
        page.clicks_on("#channels li:nth-child(2) .channel").await;
        page.sees("document.querySelector('#header h2').innerText === 'cold-war'")
            .await;
        page.sees("getComputedStyle(document.querySelector('#left')).visibility === 'hidden'")
            .await;
        page.clicks("Members").await;
        page.sees("getComputedStyle(document.querySelector('#members')).visibility === 'visible'")
            .await;
        page.presses_key(Key::Escape).await;
        page.sees("!document.querySelector('#app').dataset.open")
            .await;
        page.is_at_peace().await;
    })
    .await;
}

/// The picture in README.md: drawn anew with `UPDATE_EXPECT=1`, as the other expected things are.
#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn the_answer_makes_a_picture_that_fits_the_readme() {
    const LARGEST: usize = 250_000;
    let host = Host::with_clio().await;
    let ben = host.playground().person("ben");
    ben.says("Which day was it that the plane was shot down over Cuba? I keep mixing them up.")
        .unwrap();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        // As the system has it, light, dark.
        page.clicks_on(".theme-button").await;
        page.clicks_on(".theme-button").await;
        page.sees("document.documentElement.dataset.theme === 'dark'")
            .await;
        page.clicks_on("#message-box").await;
        asks_for_the_day(&page).await;
        let picture = page.pictures().await;
        assert!(picture.starts_with(b"\x89PNG") && picture.len() < LARGEST);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
            std::fs::create_dir_all(&docs).unwrap();
            std::fs::write(docs.join("playground.png"), picture).unwrap();
        }
    })
    .await;
}

impl Browser {
    /// Waits until this window's person has this name.
    async fn is(&self, name: &str) {
        self.sees(&format!(
            "document.querySelector('.who-button strong')?.innerText === '{name}'"
        ))
        .await;
    }
}
