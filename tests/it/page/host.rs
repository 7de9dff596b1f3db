//! A playground as a person starts it: the real program, on a free port, with its own folder for data.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A running `clio playground`, ended on drop.
pub(super) struct Host {
    child: Child,
    address: String,
    _data: TempDir,
}

impl Host {
    /// Starts it with the repository's own notes.
    pub(super) fn start(more: &[&str]) -> Self {
        let data = TempDir::new().unwrap();
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let mut child = Command::new(env!("CARGO_BIN_EXE_clio"))
            .args(["playground", "--port", "0"])
            .arg("--data")
            .arg(data.path())
            .arg("--content")
            .arg(content)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        let address = output
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                said.push_str(&line);
                address_in(&line)
            })
            .unwrap_or_else(|| panic!("the playground named no address: {said}"));
        Self {
            child,
            address,
            _data: data,
        }
    }

    /// Where the page is: `http://127.0.0.1:4000`.
    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The first `http://127.0.0.1:PORT` of a line.
fn address_in(line: &str) -> Option<String> {
    let start = line.find("http://127.0.0.1:")?;
    let rest = &line[start + "http://127.0.0.1:".len()..];
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (!port.is_empty()).then(|| format!("http://127.0.0.1:{port}"))
}
