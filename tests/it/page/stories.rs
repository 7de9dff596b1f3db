//! What a person does on the page, told with the real bot behind it.

use fantoccini::key::Key;

use super::browser::{Screen, browse};
use super::host::Host;

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_person_asks_for_a_day_and_only_they_see_its_context() {
    let host = Host::with_clio().await;
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        page.clicks_on("#message-box").await;
        page.types("/ev").await;
        page.shows("/event").await;
        page.types("ent 27-october").await;
        page.presses_key(Key::Enter).await;
        page.shows("27 October 1962").await;
        page.sees(
            "document.querySelector('.message .embed-title')?.innerText.includes('27 October')",
        )
        .await;
        page.clicks("Context").await;
        page.shows("Only you can see this").await;
        page.clicks_on(".who-button").await;
        page.clicks_on(".who-row[data-id]:nth-of-type(2)").await;
        page.sees("document.querySelector('.who-button strong')?.innerText.startsWith('Ben')")
            .await;
        page.shows("27 October 1962").await;
        page.shows_no_more("Only you can see this").await;
        page.is_at_peace().await;
    })
    .await;
}
