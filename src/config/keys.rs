//! The names that each table knows, asked of the structs themselves, so that a misspelt one can be told the nearest.

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor, value};

use super::{
    Commands, Config, ConfigError, Content, Data, Database, Defaults, Discord, Limits, Log,
    Metrics, Privacy, Quiz, Shelf,
};

/// Refuses the first key of `table` that no setting has.
pub(super) fn check(table: &toml::Table) -> Result<(), ConfigError> {
    known("", table, fields::<Config>())?;
    let tables: &[(&str, &[&str])] = &[
        ("discord", fields::<Discord>()),
        ("content", fields::<Content>()),
        ("content.limits", fields::<Limits>()),
        ("shelf", fields::<Shelf>()),
        ("database", fields::<Database>()),
        ("privacy", fields::<Privacy>()),
        ("data", fields::<Data>()),
        ("quiz", fields::<Quiz>()),
        ("commands", fields::<Commands>()),
        ("metrics", fields::<Metrics>()),
        ("defaults", fields::<Defaults>()),
        ("log", fields::<Log>()),
    ];
    for (name, names) in tables {
        let mut found = vec![table];
        for step in name.split('.') {
            found = found
                .into_iter()
                .filter_map(|table| table.get(step))
                .flat_map(tables_in)
                .collect();
        }
        for table in found {
            known(name, table, names)?;
        }
    }
    Ok(())
}

/// The error for a name that is not among `names`, with the nearest of them if one is near.
pub(super) fn unknown<'n>(key: &str, names: impl IntoIterator<Item = &'n str>) -> ConfigError {
    let nearest = names
        .into_iter()
        .map(|name| {
            (
                rapidfuzz::distance::damerau_levenshtein::distance(key.chars(), name.chars()),
                name,
            )
        })
        .min()
        .filter(|(distance, _)| *distance <= 3);
    let help = match nearest {
        _ if key.to_lowercase().contains("token") => {
            " Put the token in DISCORD_TOKEN, or in a file named by DISCORD_TOKEN_FILE.".to_owned()
        }
        Some((_, name)) => format!(" Did you mean `{name}`?"),
        None => " The settings are listed by `clio config`.".to_owned(),
    };
    ConfigError::Unknown {
        key: key.to_owned(),
        help,
    }
}

fn known(table: &str, keys: &toml::Table, names: &[&str]) -> Result<(), ConfigError> {
    let full = |name: &str| {
        if table.is_empty() {
            name.to_owned()
        } else {
            format!("{table}.{name}")
        }
    };
    match keys.keys().find(|key| !names.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let names: Vec<String> = names.iter().map(|name| full(name)).collect();
            Err(unknown(&full(key), names.iter().map(String::as_str)))
        }
    }
}

/// A table, or the tables of an array of them.
fn tables_in(value: &toml::Value) -> Vec<&toml::Table> {
    match value {
        toml::Value::Table(table) => vec![table],
        toml::Value::Array(values) => values.iter().filter_map(toml::Value::as_table).collect(),
        _ => Vec::new(),
    }
}

/// The field names that `T` asks a deserializer for.
fn fields<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    // It always fails: it only listens to what is asked.
    drop(T::deserialize(Listener(&mut names)));
    names
}

struct Listener<'l>(&'l mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Listener<'_> {
    type Error = value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        *self.0 = fields;
        Err(de::Error::custom("only the names are wanted"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("not a struct"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
