//! A command as a person types it: `/event when:27-october`, `/quiz start topic:cuba questions:5`.

use serde_json::{Value, json};

/// The `data` of a command, from names and texts; `focused` is the option that is being typed.
pub(crate) fn command_data(
    name: &str,
    options: &[(&str, &str)],
    focused: Option<(&str, &str)>,
) -> Value {
    let mut list: Vec<Value> = options
        .iter()
        .map(|(name, value)| json!({"name": name, "value": value}))
        .collect();
    if let Some((name, value)) = focused {
        list.push(json!({"name": name, "value": value, "focused": true}));
    }
    let mut steps = name.trim_start_matches('/').split_whitespace();
    let command = steps.next().unwrap_or_default();
    for step in steps.rev() {
        list = vec![json!({"name": step, "options": list})];
    }
    json!({"name": command, "type": 1, "options": list})
}

/// Takes a typed line apart: the command with its subcommands, and its options.
///
/// # Errors
///
/// A sentence on what is not known.
pub(super) fn read(
    typed: &str,
    known: &[Value],
) -> Result<(String, Vec<(String, String)>), String> {
    let typed = typed.trim();
    let rest = typed.strip_prefix('/').ok_or("A command begins with /.")?;
    let (name, mut rest) = first_word(rest);
    let mut command = known
        .iter()
        .find(|command| command["name"].as_str() == Some(name))
        .ok_or_else(|| format!("There is no command /{name}."))?;
    let mut full_name = name.to_owned();
    // Options of type 1 and 2 are subcommands and groups of them.
    while let (word, after) = first_word(rest)
        && let Some(inner) =
            option_named(command, word).filter(|inner| inner["type"].as_u64() <= Some(2))
    {
        full_name = format!("{full_name} {word}");
        command = inner;
        rest = after;
    }
    let mut options: Vec<(String, String)> = Vec::new();
    for word in rest.split(' ') {
        let named = word.split_once(':');
        match named.filter(|(name, _)| option_named(command, name).is_some()) {
            Some((name, value)) => options.push((name.to_owned(), value.to_owned())),
            None => match options.last_mut() {
                Some((_, value)) => {
                    value.push(' ');
                    value.push_str(word);
                }
                // What stands before any option goes to the first one.
                None if !word.is_empty() => {
                    let first = command["options"][0]["name"].as_str();
                    let first = first.ok_or_else(|| format!("/{full_name} takes no options."))?;
                    options.push((first.to_owned(), word.to_owned()));
                }
                None => {}
            },
        }
    }
    for (name, value) in &mut options {
        *value = value.trim().to_owned();
        if let Some(chosen) = choice_named(command, name, value) {
            *value = chosen;
        }
    }
    Ok((full_name, options))
}

fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(' ').unwrap_or((text, ""))
}

fn option_named<'a>(command: &'a Value, name: &str) -> Option<&'a Value> {
    command["options"]
        .as_array()?
        .iter()
        .find(|option| option["name"].as_str() == Some(name))
}

/// The value of the choice that is shown by this name.
fn choice_named(command: &Value, option: &str, name: &str) -> Option<String> {
    let choices = option_named(command, option)?["choices"].as_array()?;
    let chosen = choices
        .iter()
        .find(|choice| choice["name"].as_str() == Some(name))?;
    let value = &chosen["value"];
    Some(
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    type Taken<'a> = (&'a str, &'a [(&'a str, &'a str)]);

    #[track_caller]
    fn check(typed: &str, expected: Result<Taken<'_>, &str>) {
        let known = [
            json!({"name": "event", "options": [
                {"name": "when", "type": 3}, {"name": "private", "type": 5},
            ]}),
            json!({"name": "quiz", "options": [{"name": "start", "type": 1, "options": [
                {"name": "topic", "type": 3}, {"name": "questions", "type": 4},
                {"name": "lobby", "type": 4, "choices": [{"name": "on", "value": 0}, {"name": "off", "value": 1}]},
            ]}]}),
            json!({"name": "help"}),
        ];
        let expected = expected
            .map(|(name, options)| {
                let options = options
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
                (name.to_owned(), options.collect())
            })
            .map_err(str::to_owned);
        assert_eq!(read(typed, &known), expected);
    }

    #[test]
    fn a_line_is_taken_apart_as_a_client_does() {
        check(
            "/event when:27-october",
            Ok(("event", &[("when", "27-october")])),
        );
        check(
            "/event 27-october",
            Ok(("event", &[("when", "27-october")])),
        );
        check(
            "/event bay of pigs private:true",
            Ok(("event", &[("when", "bay of pigs"), ("private", "true")])),
        );
        check(
            "/event when:10:30 in Cuba",
            Ok(("event", &[("when", "10:30 in Cuba")])),
        );
        check(
            "/quiz start topic:the cold war questions:5",
            Ok((
                "quiz start",
                &[("topic", "the cold war"), ("questions", "5")],
            )),
        );
        check(
            "/quiz start lobby:off",
            Ok(("quiz start", &[("lobby", "1")])),
        );
        check("/help", Ok(("help", &[])));
        check("/help me", Err("/help takes no options."));
        check("/nothing", Err("There is no command /nothing."));
        check("event", Err("A command begins with /."));
    }

    #[test]
    fn subcommands_are_nested() {
        assert_eq!(
            command_data("quiz start", &[("topic", "cuba")], Some(("kind", "da"))),
            json!({"name": "quiz", "type": 1, "options": [{"name": "start", "options": [
                {"name": "topic", "value": "cuba"}, {"name": "kind", "value": "da", "focused": true},
            ]}]})
        );
    }
}
