//! What keeps other web pages out of the playground, and scripts out of its own.

use std::net::TcpListener;

use clio::playground::{Options, start};

#[tokio::test]
async fn other_names_and_other_pages_are_refused_everywhere_and_nothing_may_be_loaded_from_elsewhere()
 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let options = Options {
        control: true,
        ..Options::default()
    };
    let playground = start(listener, &options).unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let address = |path: &str| format!("{}{path}", playground.api_url());
    for path in ["/", "/assets/app.js", "/assets/theme.css"] {
        let answer = client.get(address(path)).send().await.unwrap();
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        let policy = header("content-security-policy");
        for rule in [
            "default-src 'none'",
            "script-src 'self'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
    }
    for path in [
        "/",
        "/page/ws",
        "/gateway",
        "/control/faults",
        "/api/v10/gateway",
        "/attachments/1/2/x",
    ] {
        for (name, value) in [
            ("host", "evil.example"),
            ("origin", "http://evil.example"),
            ("origin", "null"),
        ] {
            let asked = client.get(address(path)).header(name, value).send().await;
            assert_eq!(asked.unwrap().status(), 403, "{path} with {name}: {value}");
        }
    }
    let posted = client
        .post(address("/control/faults"))
        .header("origin", "http://evil.example")
        .body("drop")
        .send()
        .await;
    assert_eq!(posted.unwrap().status(), 403);
    playground.stop().await;
}
