//! The page's side: one WebSocket a window, on which a person acts and sees.

pub(crate) mod request;

use std::collections::HashMap;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::response::Response;
use serde_json::{Value, json};

use self::request::Request;
use super::shared::{Frame, Shared};
use super::state::ids::UserId;
use super::state::world::World;

/// Close code for a window of a person who is not there.
const NOBODY: u16 = 4004;

/// `GET /page/ws?person=ID`.
pub(crate) async fn connect(
    State(shared): State<Shared>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let wanted = query.get("person").map(String::as_str);
    let person = shared.look(|world| who(world, wanted));
    upgrade.on_upgrade(move |mut socket| async move {
        let Some(person) = person else {
            let frame = CloseFrame {
                code: NOBODY,
                reason: "There is nobody of that name here.".into(),
            };
            // The window may be gone already.
            socket.send(Message::Close(Some(frame))).await.ok();
            return;
        };
        Box::pin(serve(shared, socket, person)).await;
    })
}

/// A person by id or name; the first of all where none is named.
pub(crate) fn who(world: &World, wanted: Option<&str>) -> Option<UserId> {
    let mut people = world
        .users
        .iter()
        .filter(|user| !user.bot && !user.simulated);
    let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) else {
        return people.next().map(|user| user.id);
    };
    people
        .find(|user| user.id.to_string() == wanted || user.username == wanted.to_lowercase())
        .map(|user| user.id)
}

async fn serve(shared: Shared, mut socket: WebSocket, person: UserId) {
    let mut watching = shared.watch(person);
    let ready = shared.with(|core| {
        let online = core.sessions.is_online();
        ready(&core.world, person, online)
    });
    if send(&mut socket, "READY", &ready).await.is_err() {
        return;
    }
    loop {
        tokio::select! {
            frame = watching.frames.recv() => {
                let Some(Frame { name, data }) = frame else { return };
                if send(&mut socket, name, &data).await.is_err() {
                    return;
                }
            }
            received = socket.recv() => {
                let text = match received {
                    Some(Ok(Message::Text(text))) => text,
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                    _ => return,
                };
                let reply = match Request::read(&text) {
                    Ok(request) => request.act(&shared, person),
                    Err(error) => Some(error),
                };
                if let Some(Frame { name, data }) = reply
                    && send(&mut socket, name, &data).await.is_err()
                {
                    return;
                }
            }
            () = shared.stopped() => return,
        }
    }
}

async fn send(socket: &mut WebSocket, name: &str, data: &Value) -> Result<(), axum::Error> {
    let frame = json!({"t": name, "d": data}).to_string();
    socket.send(Message::Text(frame.into())).await
}

/// What a window is told first.
pub(crate) fn ready(world: &World, person: UserId, bot_online: bool) -> Value {
    let people: Vec<Value> = world
        .users
        .iter()
        .filter(|user| !user.bot && !user.simulated)
        .map(|user| {
            let mut drawn = user.draw();
            drawn["admin"] = json!(user.id == world.admin);
            drawn
        })
        .collect();
    let guilds: Vec<Value> = world
        .guilds
        .iter()
        .filter(|guild| guild.member(person).is_some())
        .map(|guild| world.draw_guild_for(guild, person))
        .collect();
    let dms: Vec<Value> = world
        .channels
        .values()
        .filter(|channel| channel.recipient == Some(person))
        .map(|channel| world.draw_direct(channel))
        .collect();
    let name = world
        .user(world.bot)
        .map(|bot| bot.display.clone())
        .unwrap_or_default();
    json!({
        "me": world.user(person).map(super::state::guild::User::draw).unwrap_or_default(),
        "people": people, "guilds": guilds, "dms": dms,
        "application": {"id": world.application(), "name": name},
        "commands": world.commands_for(person), "bot_online": bot_online,
    })
}
