//! The bot as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use clio::playground::Playground;

use super::true_path::TruePath;

/// Ended with the test, whatever becomes of it.
pub(super) struct Process {
    pub(super) child: Child,
    /// What it logged so far.
    pub(super) log: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// `clio run` with the settings that stand in `folder`, by another way where there is one.
    pub(super) fn start(playground: &Playground, folder: &Path, way: Option<&TruePath>) -> Self {
        let environment = way.map(|way| way.environment.clone());
        let child = Command::new(env!("CARGO_BIN_EXE_clio"))
            .arg("run")
            .current_dir(folder)
            .env("DISCORD_TOKEN", playground.token())
            .envs(environment.unwrap_or_default())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            child,
            log: Arc::default(),
        }
    }

    /// Asks it to end, as a service manager does; gives what it logged.
    pub(super) fn ends(mut self) -> Vec<String> {
        self.signal("TERM");
        assert!(
            self.child.wait().unwrap().success(),
            "the bot did not end in good order"
        );
        std::mem::take(&mut *self.log.lock().unwrap())
    }

    /// Reads its log to the end, so that the bot never waits for it, and shows each line.
    pub(super) fn reads(&mut self, mut show: impl FnMut(&str) + Send + 'static) {
        let lines = BufReader::new(self.child.stderr.take().unwrap()).lines();
        let log = Arc::clone(&self.log);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                show(&line);
                log.lock().unwrap().push(line);
            }
        });
    }

    pub(super) fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args(["-s", name, &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
