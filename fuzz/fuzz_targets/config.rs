//! The text of a settings file: it is taken, or refused in words.
#![no_main]

use std::path::Path;

use clio::config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = config::parse(Path::new("config.toml"), text);
    match read.and_then(|config| config.check().map(|()| config)) {
        Ok(config) => {
            let again = config::parse(Path::new("elsewhere.toml"), text).expect("it was read before");
            assert_eq!(again, config);
            assert!(!format!("{config:?}").is_empty());
        }
        Err(error) => assert!(!error.to_string().trim().is_empty(), "{error:?}"),
    }
});
