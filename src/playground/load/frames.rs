//! An interaction drawn once, with gaps for what is new each time.

use serde_json::Value;

use crate::playground::state::ids::{GuildId, InteractionId};

/// What stands in the gaps while it is drawn.
pub(super) const ID: InteractionId = InteractionId::new(u64::MAX);
pub(super) const TOKEN: &str = "@the token@";
pub(super) const VALUE: &str = "@the value@";

/// The data of a dispatch as JSON, in pieces.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Whose shard gets it.
    pub(super) guild: GuildId,
    pieces: Vec<Piece>,
    length: usize,
}

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Text(String),
    Id,
    Token,
    Value,
}

impl Frame {
    /// Cuts what was drawn with [`ID`], [`TOKEN`] and [`VALUE`] at these.
    pub(super) fn new(guild: GuildId, drawn: &Value) -> Self {
        let id = ID.to_string();
        let gaps = [
            (id.as_str(), Piece::Id),
            (TOKEN, Piece::Token),
            (VALUE, Piece::Value),
        ];
        let text = drawn.to_string();
        let mut rest = text.as_str();
        let mut pieces = Vec::new();
        let next = |rest: &str| {
            let found = gaps
                .iter()
                .filter_map(|(gap, piece)| Some((rest.find(gap)?, gap.len(), piece)));
            found
                .min_by_key(|(at, ..)| *at)
                .map(|(at, length, piece)| (at, length, piece.clone()))
        };
        while let Some((at, length, piece)) = next(rest) {
            pieces.push(Piece::Text(rest[..at].to_owned()));
            pieces.push(piece);
            rest = &rest[at + length..];
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Self {
            guild,
            pieces,
            length: text.len() + 128,
        }
    }

    /// The data with its gaps filled; `value` is the inside of a JSON string.
    pub(super) fn fill(&self, id: InteractionId, token: &str, value: &str) -> String {
        let mut text = String::with_capacity(self.length + value.len());
        for piece in &self.pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Id => text.push_str(&id.to_string()),
                Piece::Token => text.push_str(token),
                Piece::Value => text.push_str(value),
            }
        }
        text
    }
}

/// A text as the inside of a JSON string.
pub(super) fn inside(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use twilight_model::id::Id;

    use super::*;

    #[test]
    fn what_was_drawn_once_is_filled_in_again_and_again() {
        let drawn = json!({
            "id": ID, "token": TOKEN, "data": {"options": [{"name": "when", "value": VALUE}]}, "type": 2,
        });
        let frame = Frame::new(Id::new(5), &drawn);
        for (id, typed) in [(7_u64, "27-october"), (8, "\"44 BC\"\n"), (9, "")] {
            let filled = frame.fill(Id::new(id), "secret", &inside(typed));
            let read: Value = serde_json::from_str(&filled).unwrap();
            assert_eq!(read["id"], json!(id.to_string()));
            assert_eq!(read["token"], json!("secret"));
            assert_eq!(read["data"]["options"][0]["value"], json!(typed));
            assert_eq!(read["type"], json!(2));
        }
    }
}
