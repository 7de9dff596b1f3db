//! Frames on the socket: plain text, or one zlib stream over the whole connection when the client asks for it.

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use flate2::{Compress, Compression, FlushCompress};
use futures_util::SinkExt;

/// A socket and how frames are written to it.
pub(crate) struct Wire {
    socket: WebSocket,
    stream: Option<Compress>,
}

impl Wire {
    /// With `compress`, every frame is a part of one zlib stream that ends with a sync flush.
    pub(crate) fn new(socket: WebSocket, compress: bool) -> Self {
        Self {
            socket,
            stream: compress.then(|| Compress::new(Compression::fast(), true)),
        }
    }

    /// The next thing from the client.
    pub(crate) async fn receive(&mut self) -> Option<Result<Message, axum::Error>> {
        self.socket.recv().await
    }

    /// Sends a frame. A socket that is gone shows when it is next read.
    pub(crate) async fn send(&mut self, frame: Utf8Bytes) {
        self.put(frame).await;
        self.flush().await;
    }

    /// Lets what was put leave.
    pub(crate) async fn flush(&mut self) {
        self.socket.flush().await.ok();
    }

    /// Puts a frame with others that leave together.
    pub(crate) async fn put(&mut self, frame: Utf8Bytes) {
        let message = match &mut self.stream {
            Some(stream) => Message::Binary(deflate(stream, frame.as_bytes()).into()),
            None => Message::Text(frame),
        };
        self.socket.feed(message).await.ok();
    }

    /// Closes without a code.
    pub(crate) async fn close_without_code(&mut self) {
        // The client may be gone already.
        self.socket.send(Message::Close(None)).await.ok();
    }

    /// Closes with a code and a reason.
    pub(crate) async fn close(&mut self, code: u16, reason: &'static str) {
        let frame = CloseFrame {
            code,
            reason: reason.into(),
        };
        // The client may be gone already.
        self.socket.send(Message::Close(Some(frame))).await.ok();
    }
}

/// Compresses `input` as the next part of `stream`.
fn deflate(stream: &mut Compress, mut input: &[u8]) -> Vec<u8> {
    let mut output = Vec::with_capacity(input.len() / 2 + 64);
    loop {
        let before = stream.total_in();
        let flushed = stream.compress_vec(input, &mut output, FlushCompress::Sync);
        let taken = usize::try_from(stream.total_in() - before).unwrap_or(input.len());
        input = input.get(taken..).unwrap_or_default();
        // A full buffer may hide more output; anything else means that all is out.
        if flushed.is_err() || (input.is_empty() && output.len() < output.capacity()) {
            return output;
        }
        output.reserve(output.capacity().max(64));
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};

    use super::*;

    #[test]
    fn every_frame_ends_with_a_sync_flush_and_can_be_read_at_once() {
        let mut stream = Compress::new(Compression::fast(), true);
        let mut reader = Decompress::new(true);
        let long = "a long frame with 0123456789 in it ".repeat(5000);
        for frame in ["{\"op\":10}", "", &long, "{\"op\":11}"] {
            let part = deflate(&mut stream, frame.as_bytes());
            assert!(part.ends_with(&[0, 0, 255, 255]) || frame.is_empty());
            let mut read = Vec::with_capacity(long.len() + 64);
            reader
                .decompress_vec(&part, &mut read, FlushDecompress::Sync)
                .unwrap();
            assert_eq!(String::from_utf8(read).unwrap(), frame);
        }
    }
}
