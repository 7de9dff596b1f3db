//! The example and the defaults, and what is refused in which words.

use std::num::NonZeroU32;

use expect_test::{Expect, expect};

use super::*;

fn read(text: &str) -> Result<Config, ConfigError> {
    let config = parse(Path::new("config.toml"), text)?;
    config.check()?;
    Ok(config)
}

fn refused(text: &str, message: &Expect) {
    message.assert_eq(&read(text).unwrap_err().to_string());
}

#[test]
fn the_example_is_the_defaults() {
    assert_eq!(read(EXAMPLE).unwrap(), Config::default());
}

#[test]
fn what_the_example_leaves_commented_out_is_valid_too() {
    let mut on = String::new();
    for line in EXAMPLE.lines() {
        let setting = line.strip_prefix("# ").filter(|rest| {
            rest.starts_with("[[shelf]]")
                || rest
                    .split_once(" = ")
                    .is_some_and(|(key, _)| !key.contains(' '))
        });
        on += setting.unwrap_or(line);
        on.push('\n');
    }
    let config = read(&on).unwrap();
    assert!(config.discord.api_url.is_some());
    assert!(config.discord.development_server.is_some());
    assert_eq!(config.shelf.len(), 1);
}

#[test]
fn a_misspelt_key_is_refused_with_the_nearest() {
    refused(
        "[contnt]\n",
        &expect!["There is no setting `contnt`. Did you mean `content`?"],
    );
    refused(
        "[content]\nfoldrs = []",
        &expect!["There is no setting `content.foldrs`. Did you mean `content.folders`?"],
    );
    refused(
        "[content.limits]\nnote_byte = 1",
        &expect![
            "There is no setting `content.limits.note_byte`. Did you mean `content.limits.note_bytes`?"
        ],
    );
    refused(
        "[[shelf]]\nfolder = []\nservers = []",
        &expect!["There is no setting `shelf.folder`. Did you mean `shelf.folders`?"],
    );
    refused(
        "[discord]\nxyzzy = 1",
        &expect!["There is no setting `discord.xyzzy`. The settings are listed by `clio config`."],
    );
}

#[test]
fn a_token_in_the_file_is_told_where_to_go() {
    refused(
        "[discord]\ntoken = \"hunter2\"",
        &expect![
            "There is no setting `discord.token`. Put the token in DISCORD_TOKEN, or in a file named by DISCORD_TOKEN_FILE."
        ],
    );
}

#[test]
fn a_wrong_value_is_refused_with_its_place() {
    refused(
        "[content]\nwatch = \"yes\"",
        &expect![[r#"
        config.toml: TOML parse error at line 2, column 9
          |
        2 | watch = "yes"
          |         ^^^^^
        invalid type: string "yes", expected a boolean
    "#]],
    );
    refused(
        "[defaults]\ntime_zone = \"Mars/Base\"",
        &expect![
            "`defaults.time_zone` is `Mars/Base`, and there is no such time zone. Write it as in Europe/Vienna or America/New_York."
        ],
    );
    refused(
        "[defaults]\nquestions = 0",
        &expect!["`defaults.questions` is 0. Write a number from 1 to 50."],
    );
    assert!(read("[defaults]\nseconds = 4").is_err());
    assert_eq!(
        read("[defaults]\nseconds = 20").unwrap().defaults.seconds.0,
        crate::quiz::game::settings::Seconds::Fixed(20)
    );
    refused(
        "[discord]\napi_url = \"https://discord.com\"",
        &expect![
            "`discord.api_url` must be a loopback address such as http://127.0.0.1:8321. Leave it out to use Discord itself."
        ],
    );
    refused(
        "[[shelf]]\nfolders = [\"a\"]\nservers = []",
        &expect![
            "`shelf` needs at least one folder and one server. Fill in both, or remove the shelf."
        ],
    );
    refused(
        "[[shelf]]\nfolders = [\"a\"]\nservers = [7, 7]",
        &expect!["`shelf.servers` names server 7 twice. Put all its folders into one shelf."],
    );
}

#[test]
fn only_this_machine_is_loopback() {
    for url in [
        "http://127.0.0.1:1",
        "ws://localhost:2/x",
        "http://[::1]:3",
        "https://127.9.9.9",
    ] {
        assert!(is_loopback(url), "{url}");
    }
    for url in [
        "https://discord.com",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "file:///etc",
        "127.0.0.1:1",
        "http://10.0.0.1",
        "http://user@example.org:1/127.0.0.1",
    ] {
        assert!(!is_loopback(url), "{url}");
    }
}

#[test]
fn more_requests_than_discord_bears_are_for_a_playground_alone() {
    refused(
        "[discord]\nrequests_a_second = 500",
        &expect![
            "`discord.requests_a_second` must be at most 45: Discord allows a bot 50 requests a second and shuts out who sends more. Only a playground (discord.api_url) bears more."
        ],
    );
    let fewer = read("[discord]\nrequests_a_second = 10").unwrap();
    assert_eq!(fewer.discord.requests_a_second, NonZeroU32::new(10));
    read("[discord]\nrequests_a_second = 5000\napi_url = \"http://127.0.0.1:8321\"").unwrap();
}
