//! Frames to the playground over real sockets, one a line: what bots send to its Gateway, and what pages send behind a `!`.
//!
//! Whatever comes, both sides are closed in order, and the next connection is greeted again.
#![no_main]

use std::cell::RefCell;
use std::net::TcpListener;
use std::time::Duration;

use clio::playground::{self, Options, Playground};
use futures_util::{SinkExt, StreamExt};
use libfuzzer_sys::fuzz_target;
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// How long the playground may take for one input; it needs a few milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many inputs one playground takes: it remembers what was said in it.
const INPUTS: u32 = 500;

thread_local! {
    static RUNTIME: Runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    static PLAYGROUND: RefCell<Option<(Playground, u32)>> = const { RefCell::new(None) };
}

fuzz_target!(|text: &str| {
    RUNTIME.with(|runtime| {
        let _entered = runtime.enter();
        let (playground, inputs) = PLAYGROUND.take().unwrap_or_else(|| (start(), 0));
        let done = runtime.block_on(tokio::time::timeout(PATIENCE, talk(&playground, text)));
        assert!(done.is_ok(), "the playground does not close a connection");
        if inputs < INPUTS {
            PLAYGROUND.set(Some((playground, inputs + 1)));
        } else {
            runtime.block_on(playground.stop());
        }
    });
});

fn start() -> Playground {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let options = Options {
        token: Some("token".to_owned()),
        keep_record: false,
        ..Options::default()
    };
    playground::start(listener, &options).expect("a playground")
}

async fn talk(playground: &Playground, text: &str) {
    let mut bot = connect(playground, "gateway?v=10").await;
    let hello = bot.next().await.expect("a frame").expect("a sound one");
    assert!(hello.into_text().expect("a text").contains("heartbeat_interval"));
    let mut page = None;
    for line in text.lines() {
        let (socket, frame) = match line.strip_prefix('!') {
            None => (&mut bot, line),
            Some(frame) => {
                if page.is_none() {
                    page = Some(connect(playground, "page/ws?person=ann").await);
                }
                (page.as_mut().expect("it is connected"), frame)
            }
        };
        // A side that has been closed takes no more.
        socket.send(Message::text(frame)).await.ok();
        // Both sides are heard in turn.
        tokio::task::yield_now().await;
    }
    if let Some(page) = page {
        hang_up(page).await;
    }
    hang_up(bot).await;
}

async fn connect(playground: &Playground, path: &str) -> WebSocketStream<TcpStream> {
    let address = playground.address();
    let stream = TcpStream::connect(address).await.expect("it listens");
    let url = format!("ws://{address}/{path}");
    client_async(url, stream).await.expect("it upgrades").0
}

/// Closes a side and reads it to its end.
async fn hang_up(mut socket: WebSocketStream<TcpStream>) {
    socket.close(None).await.ok();
    while let Some(Ok(_)) = socket.next().await {}
}
