//! A way to the playground on which it is `discord.com` itself: an HTTPS proxy, with a certificate made a moment ago.
//!
//! A bot that goes this way knows nothing of a stand-in, so serenity holds Discord's limits by itself.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use clio::playground::Playground;
use native_tls::Identity;
use openssl::asn1::Asn1Time;
use openssl::ec::{EcGroup, EcKey};
use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::nid::Nid;
use openssl::pkey::PKey;
use openssl::x509::extension::{BasicConstraints, SubjectAlternativeName};
use openssl::x509::{X509, X509Name};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_native_tls::{TlsAcceptor, TlsStream};

const NAME: &str = "discord.com";

/// The way; it is closed when this goes.
pub(super) struct TruePath {
    /// What a bot's process has to know of it.
    pub(super) environment: Vec<(&'static str, String)>,
    _folder: TempDir,
    tasks: Vec<JoinHandle<()>>,
}

impl Drop for TruePath {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

impl TruePath {
    /// Opens a way to a playground.
    pub(super) fn to(playground: &Playground) -> Self {
        let (certificate, key) = certificate().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("certificate.pem");
        std::fs::write(&path, &certificate).unwrap();
        let identity = Identity::from_pkcs8(&certificate, &key).unwrap();
        let acceptor = native_tls::TlsAcceptor::new(identity).unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let proxy = format!("http://{}", listener.local_addr().unwrap());
        let listener = TcpListener::from_std(listener).unwrap();
        let (tell, accepted) = mpsc::channel(64);
        let accepting = tokio::spawn(accept(listener, acceptor.into(), tell));
        let there = There {
            client: reqwest::Client::builder().no_proxy().build().unwrap(),
            url: playground.api_url(),
        };
        let app = Router::new().fallback(pass_on).with_state(there);
        let serving = tokio::spawn(async move {
            axum::serve(Accepted(accepted), app).await.unwrap();
        });
        Self {
            environment: vec![
                ("HTTPS_PROXY", proxy.clone()),
                ("https_proxy", proxy),
                ("NO_PROXY", String::new()),
                ("no_proxy", String::new()),
                ("SSL_CERT_FILE", path.display().to_string()),
            ],
            _folder: folder,
            tasks: vec![accepting, serving],
        }
    }
}

/// A certificate for Discord's name that is its own authority, and its key; for a day.
fn certificate() -> Result<(Vec<u8>, Vec<u8>), ErrorStack> {
    let curve = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
    let key = PKey::from_ec_key(EcKey::generate(&curve)?)?;
    let mut name = X509Name::builder()?;
    name.append_entry_by_text("CN", NAME)?;
    let name = name.build();
    let mut certificate = X509::builder()?;
    certificate.set_version(2)?;
    certificate.set_subject_name(&name)?;
    certificate.set_issuer_name(&name)?;
    certificate.set_pubkey(&key)?;
    certificate.set_not_before(&*Asn1Time::days_from_now(0)?)?;
    certificate.set_not_after(&*Asn1Time::days_from_now(1)?)?;
    let names = SubjectAlternativeName::new()
        .dns(NAME)
        .build(&certificate.x509v3_context(None, None))?;
    certificate.append_extension(names)?;
    certificate.append_extension(BasicConstraints::new().critical().ca().build()?)?;
    certificate.sign(&key, MessageDigest::sha256())?;
    Ok((
        certificate.build().to_pem()?,
        key.private_key_to_pem_pkcs8()?,
    ))
}

type Stream = TlsStream<TcpStream>;

/// Takes each connection through `CONNECT` and the handshake.
async fn accept(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    tell: mpsc::Sender<(Stream, SocketAddr)>,
) {
    while let Ok((stream, from)) = listener.accept().await {
        let (acceptor, tell) = (acceptor.clone(), tell.clone());
        tokio::spawn(async move {
            // Who goes away in between needs nothing more.
            if let Ok(stream) = tunnel(stream).await
                && let Ok(stream) = acceptor.accept(stream).await
            {
                tell.send((stream, from)).await.ok();
            }
        });
    }
}

async fn tunnel(mut stream: TcpStream) -> io::Result<TcpStream> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let asks = String::from_utf8_lossy(&head);
    assert!(asks.starts_with("CONNECT discord.com:443 "), "{asks}");
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Connections that are ready.
struct Accepted(mpsc::Receiver<(Stream, SocketAddr)>);

impl axum::serve::Listener for Accepted {
    type Io = Stream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.0.recv().await {
            Some(accepted) => accepted,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(SocketAddr::from(([127, 0, 0, 1], 443)))
    }
}

#[derive(Clone)]
struct There {
    client: reqwest::Client,
    url: String,
}

/// Asks the playground the same, under its own name.
async fn pass_on(State(there): State<There>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let mut headers = head.headers;
    headers.remove(header::HOST);
    let body: Bytes = axum::body::to_bytes(body, 64 << 20).await.unwrap();
    let asked = there
        .client
        .request(head.method, format!("{}{path}", there.url))
        .headers(headers)
        .body(body);
    // An answer that the playground loses is lost here too.
    let Ok(answer) = asked.send().await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    let (status, headers): (StatusCode, HeaderMap) = (answer.status(), answer.headers().clone());
    let mut passed = Response::new(Body::from(answer.bytes().await.unwrap_or_default()));
    *passed.status_mut() = status;
    *passed.headers_mut() = headers;
    passed.headers_mut().remove(header::TRANSFER_ENCODING);
    passed.headers_mut().remove(header::CONTENT_LENGTH);
    passed
}
