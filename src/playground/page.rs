//! The playground's web page: its files, embedded in the binary, and the policy that they are served under.
//!
//! The page is plain HTML, CSS and ES modules without a build step; it speaks to the server over one WebSocket
//! (`GET /page/ws`). Nothing here listens or reads a disk: the server looks a path up and sends what it gets.

/// One file of the page, as it is served.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asset {
    /// The path it is served at, `/` for the page itself.
    pub(crate) path: &'static str,
    /// The value of its `Content-Type` header.
    pub(crate) content_type: &'static str,
    /// The file.
    pub(crate) bytes: &'static [u8],
}

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// Embeds files of the folder `page/` beside this module under `/assets/`.
macro_rules! assets {
    ($($file:literal: $content_type:expr),* $(,)?) => {
        &[
            Asset { path: "/", content_type: HTML, bytes: include_bytes!("page/index.html") },
            $(Asset {
                path: concat!("/assets/", $file),
                content_type: $content_type,
                bytes: include_bytes!(concat!("page/", $file)),
            }),*
        ]
    };
}

/// Every file of the page.
const ASSETS: &[Asset] = assets! {
    "actions.js": SCRIPT,
    "app.js": SCRIPT,
    "command-form.js": SCRIPT,
    "commands.js": SCRIPT,
    "components.js": SCRIPT,
    "composer.css": CSS,
    "composer.js": SCRIPT,
    "dom.js": SCRIPT,
    "embeds.js": SCRIPT,
    "frame.js": SCRIPT,
    "icon.svg": SVG,
    "icons.js": SCRIPT,
    "inline.js": SCRIPT,
    "layout.css": CSS,
    "list.js": SCRIPT,
    "markdown.js": SCRIPT,
    "markup.js": SCRIPT,
    "media.js": SCRIPT,
    "members.js": SCRIPT,
    "message.js": SCRIPT,
    "messages.css": CSS,
    "modal.js": SCRIPT,
    "names.js": SCRIPT,
    "people.js": SCRIPT,
    "places.js": SCRIPT,
    "remember.js": SCRIPT,
    "select.js": SCRIPT,
    "socket.js": SCRIPT,
    "state.js": SCRIPT,
    "suggestions.js": SCRIPT,
    "theme.css": CSS,
    "theme.js": SCRIPT,
    "time.js": SCRIPT,
    "world.js": SCRIPT,
};

/// The file that is served at `path` (`/` or `/assets/…`), if there is one.
pub(crate) fn asset(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// The value of the `Content-Security-Policy` header that every file of the page is sent with.
///
/// `host` is the checked `Host` of the request (`127.0.0.1:8080`). Nothing is loaded from or sent to anywhere else,
/// no script or style stands in the HTML, and no text can become HTML.
pub(crate) fn content_security_policy(host: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
         connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'"
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::{ASSETS, asset, content_security_policy};

    #[test]
    fn every_file_of_the_folder_is_served_and_no_other() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/playground/page");
        let there: BTreeSet<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .map(|name| match name.as_str() {
                "index.html" => "/".to_owned(),
                _ => format!("/assets/{name}"),
            })
            .collect();
        let served: BTreeSet<String> = ASSETS.iter().map(|asset| asset.path.to_owned()).collect();
        assert_eq!(served, there);
        assert!(asset("/").is_some());
        assert!(asset("/assets/none.js").is_none());
    }

    #[test]
    fn no_file_names_an_address_elsewhere() {
        for asset in ASSETS {
            let text = str::from_utf8(asset.bytes).unwrap();
            for (number, line) in text.lines().enumerate() {
                let address = ["//", "url("].iter().any(|mark| {
                    line.split("http").skip(1).any(|rest| {
                        rest.starts_with(&format!("s:{mark}"))
                            || rest.starts_with(&format!(":{mark}"))
                    })
                });
                let name_only = line.contains("www.w3.org/2000/svg");
                assert!(
                    !address || name_only,
                    "{}:{}: {line}",
                    asset.path,
                    number + 1
                );
            }
        }
    }

    #[test]
    fn the_policy_names_the_playground_alone() {
        let policy = content_security_policy("127.0.0.1:8080");
        assert!(policy.contains("connect-src 'self' ws://127.0.0.1:8080;"));
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("data:"));
    }
}
