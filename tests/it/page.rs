//! The playground's web page, driven in headless Chromium through WebDriver.
//!
//! These tests need `chromium` and `chromedriver`, so they are ignored unless asked for; `tests/run` installs both.

mod browser;
mod host;
mod modules;
mod stories;
