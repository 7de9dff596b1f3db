//! The page for everybody's eyes and ears: contrast in dark and light, names for all that can be used, pictures.

use serde_json::{Value, json};

use super::browser::{Browser, Screen, browse};
use super::host::Host;

/// Text colour, what lies behind it, and where that is.
const PAIRS: &[(&str, &str)] = &[
    ("--text", "--main"),
    ("--text", "--side"),
    ("--text", "--raised"),
    ("--strong", "--main"),
    ("--strong", "--secondary"),
    ("--quiet", "--main"),
    ("--quiet", "--side"),
    ("--quiet", "--raised"),
    ("--quiet", "--rail"),
    ("--quiet", "--sunken"),
    ("--link", "--main"),
    ("--link", "--raised"),
    ("--bad", "--main"),
    ("--bad", "--raised"),
    ("--mention-text", "--main"),
    ("#ffffff", "--primary"),
    ("#ffffff", "--success"),
    ("#ffffff", "--danger"),
];

/// The contrast of each pair by the formula of WCAG 2 (relative luminance, 1.4.3).
const CONTRAST: &str = r#"
    const style = getComputedStyle(document.documentElement);
    const luminance = (name) => {
      const colour = name.startsWith("--") ? style.getPropertyValue(name).trim() : name;
      const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    return input.map(([text, ground]) => { const [high, low] = [luminance(text), luminance(ground)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); });
"#;

/// At least what WCAG 2 asks of text at level AA.
async fn is_readable(page: &Browser) {
    let ratios = page.runs(CONTRAST, json!(PAIRS)).await;
    for (pair, ratio) in PAIRS.iter().zip(ratios.as_array().unwrap()) {
        assert!(ratio.as_f64().unwrap() >= 4.5, "{pair:?}: {ratio}");
    }
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn text_is_readable_in_dark_and_light_and_the_choice_is_kept() {
    let host = Host::alone();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/").await;
        for theme in ["light", "dark"] {
            page.clicks_on(".theme-button").await;
            page.sees(&format!(
                "document.documentElement.dataset.theme === '{theme}'"
            ))
            .await;
            is_readable(&page).await;
        }
        page.reloads().await;
        page.sees("document.documentElement.dataset.theme === 'dark'")
            .await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn everything_that_can_be_used_has_a_name() {
    const NAMELESS: &str = r#"
        const usable = [...document.querySelectorAll("button, a[href], input, textarea, [role=button], [role=listbox], nav, aside, dialog")];
        const name = (node) => node.getAttribute("aria-label") ?? document.getElementById(node.getAttribute("aria-labelledby"))?.innerText ?? (node.innerText || node.textContent);
        const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
        return { usable: usable.length, nameless: usable.filter((node) => !name(node)?.trim()).map((node) => node.outerHTML), twice: ids.filter((id, at) => ids.indexOf(id) !== at) };
    "#;
    let host = Host::alone();
    let ann = host.playground().person("ann");
    let first = ann.says("A first message").unwrap();
    ann.replies(&first, "And an answer").unwrap();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ben").await;
        page.shows("And an answer").await;
        let found = page.runs(NAMELESS, Value::Null).await;
        assert!(found["usable"].as_u64().unwrap() > 15, "{found}");
        assert_eq!(found["nameless"], json!([]));
        assert_eq!(found["twice"], json!([]));
        // What others say is read out; what is loaded is not.
        ann.says("**Spoken** to all").unwrap();
        page.sees("document.querySelector('#announce').innerText === 'Ann: Spoken to all'")
            .await;
        page.is_at_peace().await;
    })
    .await;
}

/// A picture of one pixel, drawn by hand: signature, header, one filtered byte row, end.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn pictures_and_files_of_a_message_are_shown() {
    let host = Host::alone();
    let channel = host.playground().person("ann").channel_id();
    let message = json!({
        "embeds": [{"title": "A line of time", "image": {"url": "attachment://time.png"}}],
        "attachments": [{"id": 0, "filename": "time.png"}, {"id": 1, "filename": "seen.png", "description": "A single dot"}, {"id": 2, "filename": "notes.txt"}],
    });
    host.caller()
        .uploads(
            &format!("/channels/{channel}/messages"),
            &message,
            &[
                ("time.png", PIXEL),
                ("seen.png", PIXEL),
                ("notes.txt", "SGVsbG8="),
            ],
        )
        .await;
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/").await;
        page.sees("[...document.querySelectorAll('.message img')].filter((one) => one.complete && one.naturalWidth === 1).length === 2").await;
        page.sees("[...document.querySelectorAll('.message img')].map((one) => one.alt).join() === 'A line of time,A single dot'").await;
        page.sees("document.querySelector('.attachment-file').innerText.includes('notes.txt') && document.querySelector('.attachment-file').innerText.includes('5 bytes')").await;
        page.is_at_peace().await;
    })
    .await;
}
