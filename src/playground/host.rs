//! Keeps other web pages out: only requests that name this very address are answered.
//!
//! A page from elsewhere could point a name of its own at 127.0.0.1; its requests would then carry that name in
//! `Host`. And it could open a WebSocket here, which browsers let any page do; that carries its `Origin`.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::shared::Shared;

/// Names of this machine for itself.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Refuses requests under another name, and from another web page.
pub(crate) async fn check(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let port = shared.address().port();
    if !is_own(request.headers(), port) {
        let message = "The playground answers on its own address only.";
        return (StatusCode::FORBIDDEN, message).into_response();
    }
    next.run(request).await
}

fn is_own(headers: &HeaderMap, port: u16) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST).is_some_and(|host| is_address(host, port));
    let origin = match headers.get(header::ORIGIN) {
        None => true,
        Some(_) => text(header::ORIGIN)
            .and_then(|origin| origin.strip_prefix("http://"))
            .is_some_and(|origin| is_address(origin, port)),
    };
    host && origin
}

fn is_address(text: &str, port: u16) -> bool {
    text.rsplit_once(':').is_some_and(|(name, own)| {
        own.parse() == Ok(port) && NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        is_own(&headers, 4000)
    }

    #[test]
    fn only_this_address_is_answered() {
        assert!(check("127.0.0.1:4000", None));
        assert!(check("localhost:4000", Some("http://localhost:4000")));
        assert!(check("[::1]:4000", Some("http://127.0.0.1:4000")));
        assert!(!check("127.0.0.1:4001", None));
        assert!(!check("evil.example:4000", None));
        assert!(!check("127.0.0.1", None));
        assert!(!check("127.0.0.1:4000", Some("http://evil.example")));
        assert!(!check("127.0.0.1:4000", Some("https://127.0.0.1:4000")));
        assert!(!check("127.0.0.1:4000", Some("null")));
        assert!(!is_own(&HeaderMap::new(), 4000));
    }
}
