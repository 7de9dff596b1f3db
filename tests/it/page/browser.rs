//! Headless Chromium with verbs that read like what a person does.

use std::future::Future;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::wd::{TimeoutConfiguration, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long anything may take to be seen.
const PATIENCE: Duration = Duration::from_secs(15);

/// The one `chromedriver` of the test binary; it ends with the last browser that uses it.
static DRIVER: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

struct Driver {
    child: Child,
    address: String,
    /// Kept open, for the driver may say more.
    said: Option<BufReader<ChildStdout>>,
}

impl Driver {
    fn shared() -> Arc<Self> {
        let mut shared = DRIVER.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return driver;
        }
        let driver = Arc::new(Self::start());
        *shared = Arc::downgrade(&driver);
        driver
    }

    fn start() -> Self {
        // It takes one port for two protocols, which another program may have of one: then it ends at once.
        let tries = std::iter::repeat_with(Self::try_start).take(5);
        tries
            .flatten()
            .next()
            .expect("chromedriver starts within five tries")
    }

    fn try_start() -> Option<Self> {
        let mut driver = Self {
            child: Command::new("chromedriver")
                .arg("--port=0")
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .expect("chromedriver is not installed: tests/run installs it"),
            address: String::new(),
            said: None,
        };
        let mut said = BufReader::new(driver.child.stdout.take()?);
        let port = said
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, rest) = line.split_once("successfully on port ")?;
                rest.trim_end_matches('.').parse::<u16>().ok()
            })?;
        driver.address = format!("http://127.0.0.1:{port}");
        driver.said = Some(said);
        Some(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A browser, as one person uses it.
#[derive(Clone)]
pub(super) struct Browser {
    client: Client,
    driver: Arc<Driver>,
    session: String,
    page: String,
}

/// How wide the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    /// A desk.
    Wide,
    /// A telephone: 390 pixels.
    Narrow,
}

/// Tells a story in a new browser, which is closed however the story ends.
pub(super) async fn browse<Story>(page: &str, screen: Screen, tell: impl FnOnce(Browser) -> Story)
where
    Story: Future<Output = ()> + Send + 'static,
{
    let driver = Driver::shared();
    let profile = TempDir::new().unwrap();
    let client = new_client(&driver, &profile, screen).await;
    let session = client.session_id().await.unwrap().unwrap();
    let browser = Browser {
        client: client.clone(),
        driver: Arc::clone(&driver),
        session,
        page: page.to_owned(),
    };
    let told = tokio::spawn(tell(browser)).await;
    // While its driver lives: without one it would stay for ever.
    client.close().await.unwrap();
    drop(driver);
    if let Err(failure) = told {
        std::panic::resume_unwind(failure.into_panic());
    }
}

async fn new_client(driver: &Driver, profile: &TempDir, screen: Screen) -> Client {
    let size = match screen {
        Screen::Wide => "--window-size=1280,960",
        Screen::Narrow => "--window-size=500,844",
    };
    let mut options = json!({"args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--lang=en-GB", size, format!("--user-data-dir={}", profile.path().display()),
    ]});
    if screen == Screen::Narrow {
        // Chromium's windows are at least 500 pixels wide; the page is told another width.
        options["mobileEmulation"] = json!({"deviceMetrics": {"width": 390, "height": 844, "pixelRatio": 1.0, "touch": false}});
    }
    let wanted = json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    });
    let client = ClientBuilder::native()
        .capabilities(wanted.as_object().unwrap().clone())
        .connect(&driver.address)
        .await
        .unwrap();
    let script = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), Some(Duration::ZERO));
    client.update_timeouts(script).await.unwrap();
    client
}

impl Browser {
    /// Opens the page (`/`, `/?as=ann`) and waits until it is connected.
    pub(super) async fn opens(&self, path: &str) {
        self.client
            .goto(&format!("{}{path}", self.page))
            .await
            .unwrap();
        self.sees("document.querySelector('.who-button') !== null")
            .await;
    }

    /// Opens another window of the same browser; gives the one that was open before.
    pub(super) async fn opens_another(&self, path: &str) -> WindowHandle {
        let before = self.client.window().await.unwrap();
        let new = self.client.new_window(false).await.unwrap();
        self.client.switch_to_window(new.handle).await.unwrap();
        self.opens(path).await;
        before
    }

    /// Goes to another window.
    pub(super) async fn turns_to(&self, window: &WindowHandle) {
        self.client.switch_to_window(window.clone()).await.unwrap();
    }

    /// Loads the page anew.
    pub(super) async fn reloads(&self) {
        self.client.refresh().await.unwrap();
        self.sees("document.querySelector('.who-button') !== null")
            .await;
    }

    /// Types on the keyboard, wherever the focus is.
    pub(super) async fn types(&self, text: &str) {
        self.keys(text.chars()).await;
    }

    /// Presses one key.
    pub(super) async fn presses_key(&self, key: Key) {
        self.keys([char::from(key)]).await;
    }

    /// Holds a key down while another is pressed.
    pub(super) async fn presses_with(&self, held: Key, key: Key) {
        let [held, value] = [held, key].map(char::from);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.client.perform_actions(keys).await.unwrap();
    }

    async fn keys(&self, letters: impl IntoIterator<Item = char>) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in letters {
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Clicks the last button of this name.
    pub(super) async fn clicks(&self, name: &str) {
        let path =
            format!("(//button[normalize-space(.)='{name}' or @aria-label='{name}'])[last()]");
        self.click(Locator::XPath(&path)).await;
    }

    /// Clicks the first element that a CSS selector finds.
    pub(super) async fn clicks_on(&self, selector: &str) {
        self.click(Locator::Css(selector)).await;
    }

    async fn click(&self, what: Locator<'_>) {
        let element = self.client.wait().at_most(PATIENCE).for_element(what).await;
        let element = element.unwrap_or_else(|why| panic!("{what:?} is not there: {why}"));
        element.click().await.unwrap();
    }

    /// Waits until a message, a list or a dialog shows these words.
    pub(super) async fn shows(&self, words: &str) {
        self.sees(&format!(
            "document.body.innerText.includes({})",
            json!(words)
        ))
        .await;
    }

    /// Waits until these words are nowhere on the page.
    pub(super) async fn shows_no_more(&self, words: &str) {
        self.sees(&format!(
            "!document.body.innerText.includes({})",
            json!(words)
        ))
        .await;
    }

    /// Waits until a JavaScript condition holds, looked at after every change and movement of the page.
    pub(super) async fn sees(&self, condition: &str) {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const met = () => Boolean({condition});
             const look = () => met() && (watcher.disconnect(), done(true));
             const watcher = new MutationObserver(look);
             watcher.observe(document, {{subtree: true, childList: true, attributes: true, characterData: true}});
             for (const moved of ['focusin', 'input', 'load', 'scroll', 'transitionend']) document.addEventListener(moved, look, true);
             look();"
        );
        if let Err(why) = self.client.execute_async(&script, vec![]).await {
            let text = self
                .evaluates("document.querySelector('#main').innerText.slice(-1500)")
                .await;
            panic!(
                "never seen: {condition} ({why})\n{}",
                text.as_str().unwrap_or_default()
            );
        }
    }

    /// The value of a JavaScript expression.
    pub(super) async fn evaluates(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        self.client.execute(&script, vec![]).await.unwrap()
    }

    /// The value that a JavaScript function body returns; it may await, and gets `input`.
    pub(super) async fn runs(&self, body: &str, input: Value) -> Value {
        let script = format!(
            "const [input, done] = arguments;
             (async () => {{ {body} }})().then((value) => done({{value}}), (why) => done({{fault: String(why.stack)}}));"
        );
        let answer = self
            .client
            .execute_async(&script, vec![input])
            .await
            .unwrap();
        assert_eq!(answer["fault"], Value::Null, "the page failed");
        answer["value"].clone()
    }

    /// Checks that the page complained of nothing and asked nobody but the playground for anything.
    pub(super) async fn is_at_peace(&self) {
        let complaints: Vec<Value> = self.log("browser").await;
        assert_eq!(complaints, Vec::<Value>::new(), "the console is not empty");
        let socket = self.page.replacen("http", "ws", 1);
        let mut asked = 0;
        for entry in self.log("performance").await {
            let message: Value = serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
            let params = &message["message"]["params"];
            let address = match message["message"]["method"].as_str() {
                Some("Network.requestWillBeSent") => params["request"]["url"].as_str(),
                Some("Network.webSocketCreated") => params["url"].as_str(),
                _ => None,
            };
            let Some(address) = address else { continue };
            let document = params["documentURL"].as_str().unwrap_or_default();
            let of_the_browser =
                |it: &str| it.starts_with("chrome:") || it.starts_with("chrome-untrusted:");
            if of_the_browser(document) || of_the_browser(address) || address.starts_with("data:") {
                // The page that a new window of the browser begins with, and what that asks the browser itself for.
                continue;
            }
            asked += 1;
            let own = [&self.page, &socket].iter().any(|own| {
                address
                    .strip_prefix(own.as_str())
                    .is_some_and(|rest| rest.starts_with('/'))
            });
            assert!(own, "a request went to {address}");
        }
        assert!(asked > 5, "the log of requests is empty");
    }

    /// What the browser has logged since it was last asked.
    async fn log(&self, kind: &str) -> Vec<Value> {
        let address = format!("{}/session/{}/se/log", self.driver.address, self.session);
        let request = reqwest::Client::new()
            .post(address)
            .body(json!({"type": kind}).to_string());
        let text = request.send().await.unwrap().text().await.unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        answer["value"]
            .as_array()
            .unwrap_or_else(|| panic!("no log: {text}"))
            .clone()
    }

    /// A picture of the page, as PNG.
    pub(super) async fn pictures(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }
}
