//! The Gateway: the WebSocket on which a bot hears what happens.
//!
//! <https://discord.com/developers/docs/events/gateway>

mod closing;
pub(crate) mod identify;
pub(crate) mod session;
mod starts;
pub(crate) mod wire;

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::time::Duration;

use axum::extract::ws::{Message, Utf8Bytes, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use twilight_model::gateway::CloseCode;

use super::record::{Direction, What};
use super::shared::Shared;
use closing::{End, can_be_resumed, check_query, close};
use session::Order;
use wire::Wire;

/// Time between two heartbeats, as Discord asks for them. After half as much again without one a connection is dead.
pub(crate) const HEARTBEAT: Duration = Duration::from_millis(41_250);
/// Frames that a client may send in a minute.
const FRAMES_A_MINUTE: u32 = 120;
/// Most bytes of a frame from a client.
const FRAME_SIZE: usize = 4096;

/// Operation codes.
mod op {
    pub(super) const HEARTBEAT: u64 = 1;
    pub(super) const IDENTIFY: u64 = 2;
    pub(super) const PRESENCE: u64 = 3;
    pub(super) const VOICE: u64 = 4;
    pub(super) const RESUME: u64 = 6;
    pub(super) const RECONNECT: u64 = 7;
    pub(super) const REQUEST_MEMBERS: u64 = 8;
    pub(super) const INVALID_SESSION: u64 = 9;
    pub(super) const HELLO: u64 = 10;
    pub(super) const HEARTBEAT_ACK: u64 = 11;
    pub(super) const REQUEST_SOUNDS: u64 = 31;
}

/// `GET /gateway`: upgrades to the Gateway.
pub(crate) async fn connect(
    State(shared): State<Shared>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade.on_upgrade(move |socket| async move {
        let (link, orders) = unbounded_channel();
        let compress = query
            .get("compress")
            .is_some_and(|how| how == "zlib-stream");
        let connection = Connection {
            wire: Wire::new(socket, compress),
            shared,
            link,
            session: None,
            frames_this_minute: 0,
        };
        Box::pin(connection.run(&query, orders)).await;
    })
}

/// One connection of a bot.
struct Connection {
    shared: Shared,
    wire: Wire,
    /// Where the session sends what is for this connection.
    link: UnboundedSender<Order>,
    session: Option<String>,
    frames_this_minute: u32,
}

impl Connection {
    async fn run(mut self, query: &HashMap<String, String>, mut orders: UnboundedReceiver<Order>) {
        let end = match check_query(query) {
            Ok(()) => self.talk(&mut orders).await,
            Err(code) => close(code),
        };
        let mut over = false;
        match end {
            End::Close(code, reason) => {
                let closed = What::Close { close: Some(code) };
                self.note(Direction::Out, closed, &Value::Null);
                self.wire.close(code, reason).await;
                over = !can_be_resumed(code);
            }
            End::CloseWithoutCode => {
                self.note(Direction::Out, What::Close { close: None }, &Value::Null);
                self.wire.close_without_code().await;
            }
            End::Drop => self.note(Direction::Out, What::Close { close: None }, &Value::Null),
            End::Left(code) => {
                // A client that closes in order gives its session up.
                over = matches!(code, Some(1000 | 1001));
                self.note(Direction::In, What::Close { close: code }, &Value::Null);
            }
        }
        self.leave(over);
    }

    /// Leaves the session, if there is one. With `over` it cannot be resumed.
    fn leave(&mut self, over: bool) {
        if let Some(session) = self.session.take() {
            self.shared
                .with(|core| core.sessions.leave(&session, &self.link, over));
        }
    }

    async fn talk(&mut self, orders: &mut UnboundedReceiver<Order>) -> End {
        let interval = self.shared.heartbeat();
        let hello = json!({"heartbeat_interval": interval.as_millis(), "_trace": []});
        self.say(op::HELLO, hello).await;
        let a_minute = Duration::from_mins(1);
        let mut minute = tokio::time::interval_at(tokio::time::Instant::now() + a_minute, a_minute);
        let mut last_beat = tokio::time::Instant::now();
        loop {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(Order::Frame(frame)) => self.put(frame, orders.is_empty()).await,
                    Some(Order::Offer(frame, id)) => {
                        self.shared.ledger().framed(id);
                        self.put(frame, orders.is_empty()).await;
                    }
                    Some(Order::Close(code, reason)) => return End::Close(code, reason),
                    Some(Order::CloseWithoutCode) => return End::CloseWithoutCode,
                    Some(Order::Drop) => return End::Drop,
                    Some(Order::Reconnect) => self.say(op::RECONNECT, Value::Null).await,
                    Some(Order::InvalidSession(resumable)) => {
                        self.leave(!resumable);
                        self.say(op::INVALID_SESSION, json!(resumable)).await;
                    }
                    None => return End::Close(1001, "The playground is closing"),
                },
                received = self.wire.receive() => {
                    let frame = match received {
                        Some(Ok(Message::Text(text))) => text.to_string(),
                        Some(Ok(Message::Binary(_))) => return close(CloseCode::DecodeError),
                        Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                        Some(Ok(Message::Close(frame))) => return End::Left(frame.map(|frame| frame.code)),
                        Some(Err(_)) | None => return End::Left(None),
                    };
                    match self.hear(&frame, &mut last_beat).await {
                        ControlFlow::Continue(()) => {}
                        ControlFlow::Break(end) => return end,
                    }
                }
                _ = minute.tick() => self.frames_this_minute = 0,
                () = tokio::time::sleep_until(last_beat + interval * 3 / 2) => {
                    return close(CloseCode::SessionTimedOut);
                }
                () = self.shared.stopped() => return End::Close(1001, "The playground is closing"),
            }
        }
    }

    /// Takes one frame of the client.
    async fn hear(
        &mut self,
        frame: &str,
        last_beat: &mut tokio::time::Instant,
    ) -> ControlFlow<End> {
        let decoded: Option<Value> = serde_json::from_str(frame)
            .ok()
            .filter(|_| frame.len() <= FRAME_SIZE);
        let Some(decoded) = decoded else {
            return ControlFlow::Break(close(CloseCode::DecodeError));
        };
        let Some(code) = decoded["op"].as_u64() else {
            return ControlFlow::Break(close(CloseCode::DecodeError));
        };
        self.note(
            Direction::In,
            What::Gateway {
                op: code,
                event: None,
            },
            &decoded["d"],
        );
        self.frames_this_minute += 1;
        if self.frames_this_minute > FRAMES_A_MINUTE {
            return ControlFlow::Break(close(CloseCode::RateLimited));
        }
        match code {
            op::HEARTBEAT => {
                *last_beat = tokio::time::Instant::now();
                if !self.shared.with(|core| core.faults.swallows_ack()) {
                    self.say(op::HEARTBEAT_ACK, Value::Null).await;
                }
            }
            op::IDENTIFY | op::RESUME => {
                if let Some(resumable) = self.shared.with(|core| core.faults.refuses_session()) {
                    self.say(op::INVALID_SESSION, json!(resumable)).await;
                } else if code == op::IDENTIFY {
                    return self.identify(&decoded["d"]).await;
                } else {
                    return self.resume(&decoded["d"]).await;
                }
            }
            op::PRESENCE | op::VOICE | op::REQUEST_MEMBERS | op::REQUEST_SOUNDS => {
                if self.session.is_none() {
                    return ControlFlow::Break(close(CloseCode::NotAuthenticated));
                }
                if code == op::REQUEST_MEMBERS {
                    self.members(&decoded["d"]);
                }
            }
            _ => return ControlFlow::Break(close(CloseCode::UnknownOpcode)),
        }
        ControlFlow::Continue(())
    }

    /// Sends a frame that is no dispatch.
    async fn say(&mut self, op: u64, data: Value) {
        let frame = json!({"op": op, "d": data, "s": null, "t": null});
        self.send(frame.to_string().into()).await;
    }

    /// Sends a dispatch; where more wait, they leave together.
    async fn put(&mut self, frame: Utf8Bytes, is_last: bool) {
        self.note_frame(&frame);
        self.wire.put(frame).await;
        if is_last {
            self.wire.flush().await;
        }
    }

    async fn send(&mut self, frame: Utf8Bytes) {
        self.note_frame(&frame);
        self.wire.send(frame).await;
    }

    fn note_frame(&self, frame: &str) {
        if self.shared.record().is_on()
            && let Ok(sent) = serde_json::from_str::<Value>(frame)
        {
            let what = What::Gateway {
                op: sent["op"].as_u64().unwrap_or_default(),
                event: sent["t"].as_str().map(str::to_owned),
            };
            self.note(Direction::Out, what, &sent["d"]);
        }
    }

    fn note(&self, direction: Direction, what: What, body: &Value) {
        self.shared
            .record()
            .put(direction, what, body, Shared::now());
    }
}
