//! Files of messages: which ones a message gets, safe names, content types, sizes of pictures, pictures in embeds.

use std::sync::Arc;

use jiff::Timestamp;

use super::message::{Attachment, Body, Message};
use super::world::World;
use crate::playground::form::message::{Draft, FileWish};
use crate::playground::refusal::{Outcome, Refusal};

/// Most bytes of one file, in a server without boosts.
pub(crate) const FILE_SIZE: usize = 10 * 1024 * 1024;

impl World {
    /// The files that a message shall have: of those it has, and of those that came along.
    pub(crate) fn wished_files(
        &mut self,
        message: &Message,
        wishes: &[FileWish],
        draft: &Draft,
        now: Timestamp,
    ) -> Outcome<Vec<Attachment>> {
        let mut files = Vec::new();
        for (index, wish) in wishes.iter().enumerate() {
            let kept = message
                .body
                .attachments
                .iter()
                .find(|file| file.id.get() == wish.id);
            if let Some(kept) = kept {
                let mut kept = kept.clone();
                if wish.description.is_some() {
                    kept.description.clone_from(&wish.description);
                }
                files.push(kept);
                continue;
            }
            let Some(upload) = draft.uploads.iter().find(|upload| upload.index == wish.id) else {
                let path = format!("attachments.{index}.id");
                return Err(Refusal::form(
                    &path,
                    "ATTACHMENT_NOT_FOUND",
                    "The attachment was not found in the request",
                ));
            };
            if upload.bytes.len() > FILE_SIZE {
                return Err(Refusal::TOO_LARGE);
            }
            let id = self.snowflakes.next(now);
            let filename = safe_name(wish.filename.as_deref().unwrap_or(&upload.filename));
            files.push(Attachment {
                id,
                url: format!(
                    "{}/attachments/{}/{id}/{filename}",
                    self.address, message.channel
                ),
                content_type: content_type(&filename, upload.content_type.as_deref()),
                filename,
                description: wish.description.clone(),
                pixels: pixels(&upload.bytes),
                bytes: Arc::from(upload.bytes.as_slice()),
                in_embed: false,
            });
        }
        Ok(files)
    }
}

/// A file name as Discord keeps it: letters, digits, `.`, `_` and `-`.
pub(crate) fn safe_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || "._- ".contains(*letter))
        .map(|letter| if letter == ' ' { '_' } else { letter })
        .collect();
    let safe = safe.trim_start_matches('.');
    if safe.is_empty() {
        "unknown".to_owned()
    } else {
        safe.to_owned()
    }
}

/// What a file is, by its name; pages get nothing that a browser would run.
pub(crate) fn content_type(filename: &str, claimed: Option<&str>) -> String {
    let ending = filename.rsplit('.').next().unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "txt" | "md" | "csv" | "log" => "text/plain; charset=utf-8",
        "json" => "application/json",
        _ => match claimed {
            Some(claimed) if claimed.starts_with("text/") && !claimed.contains("html") => claimed,
            _ => "application/octet-stream",
        },
    }
    .to_owned()
}

/// Width and height of a PNG, from its first chunk.
pub(crate) fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| -> Option<u32> {
        let four: [u8; 4] = header.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    Some((number(8)?, number(12)?))
}

/// Turns `attachment://name` in embeds into the file's address, and notes which files are shown that way.
pub(crate) fn show_in_embeds(body: &mut Body) {
    for embed in &mut body.embeds {
        for (place, key) in [
            ("image", "url"),
            ("thumbnail", "url"),
            ("author", "icon_url"),
            ("footer", "icon_url"),
        ] {
            let Some(url) = embed.get_mut(place).and_then(|place| place.get_mut(key)) else {
                continue;
            };
            let named = url
                .as_str()
                .and_then(|url| url.strip_prefix("attachment://"));
            let file = named.and_then(|name| {
                body.attachments
                    .iter_mut()
                    .find(|file| file.filename == name)
            });
            if let Some(file) = file {
                file.in_embed = true;
                *url = file.url.clone().into();
                if let (Some((width, height)), "url") = (file.pixels, key) {
                    embed[place]["width"] = width.into();
                    embed[place]["height"] = height.into();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe_and_nothing_runs_in_a_browser() {
        assert_eq!(safe_name("my map (1).png"), "my_map_1.png");
        assert_eq!(safe_name("../../etc/passwd"), "etcpasswd");
        assert_eq!(safe_name("…"), "unknown");
        assert_eq!(
            content_type("a.html", Some("text/html")),
            "application/octet-stream"
        );
        assert_eq!(
            content_type("a.svg", Some("image/svg+xml")),
            "application/octet-stream"
        );
        assert_eq!(content_type("A.PNG", None), "image/png");
    }

    #[test]
    fn the_size_of_a_png_is_read_from_its_header() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 3, 32, 0, 0, 1, 244, 8, 2]);
        assert_eq!(pixels(&png), Some((800, 500)));
        assert_eq!(pixels(&png[..18]), None);
        assert_eq!(pixels(b"GIF89a"), None);
    }
}
