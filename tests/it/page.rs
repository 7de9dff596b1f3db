//! The playground's web page, driven in headless Chromium over `WebDriver`.
//!
//! These tests need `chromium` and `chromedriver`, so they are ignored unless asked for; `tests/run` installs both.

mod browser;
mod drawing;
mod host;
mod looks;
mod modules;
mod other_bot;
mod quiz;
mod stories;
mod windows;
