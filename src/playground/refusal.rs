//! What Discord answers when it refuses a request: status, code, message, and the path of each fault in a form.
//!
//! Codes and messages: <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>.

use std::borrow::Cow;

use serde_json::{Value, json};

/// A refused request, as Discord words it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal {
    /// HTTP status.
    pub(crate) status: u16,
    /// Discord's own error code; 0 where it has none.
    pub(crate) code: u32,
    /// Discord's message for the code.
    pub(crate) message: Cow<'static, str>,
    /// For 50035: the faults, nested by their path.
    pub(crate) errors: Option<Value>,
}

/// What an operation on the playground's world gives.
pub(crate) type Outcome<T> = Result<T, Refusal>;

impl Refusal {
    pub(crate) const UNAUTHORIZED: Self = Self::plain(401, 0, "401: Unauthorized");
    pub(crate) const NOT_FOUND: Self = Self::plain(404, 0, "404: Not Found");
    pub(crate) const METHOD_NOT_ALLOWED: Self = Self::plain(405, 0, "405: Method Not Allowed");
    pub(crate) const UNKNOWN_APPLICATION: Self = Self::plain(404, 10002, "Unknown Application");
    pub(crate) const UNKNOWN_CHANNEL: Self = Self::plain(404, 10003, "Unknown Channel");
    pub(crate) const UNKNOWN_GUILD: Self = Self::plain(404, 10004, "Unknown Guild");
    pub(crate) const UNKNOWN_MEMBER: Self = Self::plain(404, 10007, "Unknown Member");
    pub(crate) const UNKNOWN_MESSAGE: Self = Self::plain(404, 10008, "Unknown Message");
    pub(crate) const UNKNOWN_ROLE: Self = Self::plain(404, 10011, "Unknown Role");
    pub(crate) const UNKNOWN_USER: Self = Self::plain(404, 10013, "Unknown User");
    pub(crate) const UNKNOWN_WEBHOOK: Self = Self::plain(404, 10015, "Unknown Webhook");
    pub(crate) const UNKNOWN_INTERACTION: Self = Self::plain(404, 10062, "Unknown interaction");
    pub(crate) const UNKNOWN_COMMAND: Self = Self::plain(404, 10063, "Unknown application command");
    pub(crate) const TOO_MANY_COMMANDS: Self = Self::plain(
        400,
        30032,
        "Maximum number of application commands reached (100)",
    );
    pub(crate) const TOO_MANY_OLD_EDITS: Self = Self::plain(
        429,
        30046,
        "Maximum number of edits to messages older than 1 hour reached. Try again later",
    );
    pub(crate) const TOO_LARGE: Self = Self::plain(413, 40005, "Request entity too large");
    pub(crate) const ALREADY_ACKNOWLEDGED: Self =
        Self::plain(400, 40060, "Interaction has already been acknowledged.");
    pub(crate) const MISSING_ACCESS: Self = Self::plain(403, 50001, "Missing Access");
    pub(crate) const NOT_THE_AUTHOR: Self =
        Self::plain(403, 50005, "Cannot edit a message authored by another user");
    pub(crate) const EMPTY_MESSAGE: Self = Self::plain(400, 50006, "Cannot send an empty message");
    pub(crate) const CANNOT_MESSAGE_USER: Self =
        Self::plain(403, 50007, "Cannot send messages to this user");
    pub(crate) const WRONG_CHANNEL_TYPE: Self =
        Self::plain(400, 50024, "Cannot execute action on this channel type");
    pub(crate) const MISSING_PERMISSIONS: Self = Self::plain(403, 50013, "Missing Permissions");
    pub(crate) const INVALID_WEBHOOK_TOKEN: Self = Self::plain(401, 50027, "Invalid Webhook Token");
    pub(crate) const THREAD_ARCHIVED: Self = Self::plain(400, 50083, "Thread is archived");
    pub(crate) const INVALID_JSON: Self =
        Self::plain(400, 50109, "The request body contains invalid JSON.");
    pub(crate) const THREAD_ALREADY_MADE: Self = Self::plain(
        400,
        160_004,
        "A thread has already been created for this message",
    );

    const fn plain(status: u16, code: u32, message: &'static str) -> Self {
        Self {
            status,
            code,
            message: Cow::Borrowed(message),
            errors: None,
        }
    }

    /// 50035 with one fault at the path `path`, written with dots: `embeds.0.title`.
    pub(crate) fn form(path: &str, code: &str, message: impl Into<String>) -> Self {
        let mut faults = Faults::default();
        faults.push(path, code, message);
        faults.into_refusal().unwrap_or(Self::INVALID_JSON)
    }

    /// The body of the answer.
    pub(crate) fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let (Some(errors), Some(body)) = (&self.errors, body.as_object_mut()) {
            body.insert("errors".to_owned(), errors.clone());
        }
        body
    }
}

/// The faults found in one form so far, in the order in which they were found.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    found: Vec<Fault>,
}

#[derive(Debug)]
struct Fault {
    path: String,
    code: String,
    message: String,
}

impl Faults {
    /// Adds a fault at `path`, written with dots; the empty path is the form itself.
    pub(crate) fn push(&mut self, path: &str, code: &str, message: impl Into<String>) {
        self.found.push(Fault {
            path: path.to_owned(),
            code: code.to_owned(),
            message: message.into(),
        });
    }

    /// Adds a fault at `path` unless all is well.
    pub(crate) fn check(&mut self, is_well: bool, path: &str, code: &str, message: &str) {
        if !is_well {
            self.push(path, code, message);
        }
    }

    /// Nothing found is no refusal.
    pub(crate) fn into_refusal(self) -> Option<Refusal> {
        if self.found.is_empty() {
            return None;
        }
        let mut errors = json!({});
        for fault in self.found {
            let place = fault
                .path
                .split('.')
                .filter(|step| !step.is_empty())
                .fold(&mut errors, |at, step| &mut at[step]);
            let entry = json!({"code": fault.code, "message": fault.message});
            match place.get_mut("_errors").and_then(Value::as_array_mut) {
                Some(list) => list.push(entry),
                None => place["_errors"] = json!([entry]),
            }
        }
        Some(Refusal {
            status: 400,
            code: 50035,
            message: Cow::Borrowed("Invalid Form Body"),
            errors: Some(errors),
        })
    }

    /// Ends a check: the refusal if anything was found.
    pub(crate) fn done(self) -> Outcome<()> {
        match self.into_refusal() {
            Some(refusal) => Err(refusal),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_nested_by_their_path() {
        let mut faults = Faults::default();
        faults.push(
            "embeds.0.title",
            "BASE_TYPE_MAX_LENGTH",
            "Must be 256 or fewer in length.",
        );
        faults.push("embeds.0.title", "OTHER", "two in one place");
        faults.push("", "WHOLE", "the form itself");
        let refusal = faults.into_refusal().unwrap();
        assert_eq!(
            refusal.body(),
            json!({"message": "Invalid Form Body", "code": 50035, "errors": {
                "embeds": {"0": {"title": {"_errors": [
                    {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."},
                    {"code": "OTHER", "message": "two in one place"},
                ]}}},
                "_errors": [{"code": "WHOLE", "message": "the form itself"}],
            }})
        );
        assert_eq!(Faults::default().done(), Ok(()));
    }
}
