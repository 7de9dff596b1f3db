//! Writes the vault of made-up notes into a folder: `write-vault FOLDER NOTES`. 5,000 notes are about 15 MB.

mod vault;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, n_notes] = arguments.as_slice() else {
        bail!("write-vault FOLDER NOTES");
    };
    let folder = PathBuf::from(folder);
    for (path, text) in vault::files(n_notes.parse().context("how many notes?")?) {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}
