//! Facts by their keys, in two sorted lists: a hash table of as many would take twice the room.

use super::{Fact, Key};

/// What makes a fact of its number, kind by kind, in the order in which they are listed.
const KINDS: [fn(u32) -> Fact; 7] = [
    Fact::Note,
    Fact::Topic,
    Fact::Person,
    Fact::Heading,
    Fact::Statement,
    Fact::Definition,
    Fact::Cause,
];

/// Facts by their keys.
#[derive(Debug, Default)]
pub(super) struct ByKey {
    /// Sorted.
    keys: Box<[Key]>,
    /// The place of each key's fact among all facts as they were listed.
    places: Box<[u32]>,
    /// The first place of each kind.
    starts: [u32; KINDS.len()],
}

impl ByKey {
    /// Of the keys of all facts, a list for each kind: notes, topics, people, headings, statements, definitions, causes. Where
    /// two have one key, it is the first one's.
    pub(super) fn of(kinds: [&mut dyn Iterator<Item = Key>; KINDS.len()]) -> Self {
        let mut all: Vec<(Key, u32)> = Vec::new();
        let next = |all: &Vec<(Key, u32)>| {
            u32::try_from(all.len()).expect("256 MiB of notes hold fewer facts")
        };
        let starts = kinds.map(|keys| {
            let start = next(&all);
            for key in keys {
                let place = next(&all);
                all.push((key, place));
            }
            start
        });
        all.sort_unstable();
        all.dedup_by_key(|(key, _)| *key);
        Self {
            keys: all.iter().map(|(key, _)| *key).collect(),
            places: all.iter().map(|(_, place)| *place).collect(),
            starts,
        }
    }

    /// The fact of a key.
    pub(super) fn get(&self, key: Key) -> Option<Fact> {
        let at = self.keys.binary_search(&key).ok()?;
        let place = self.places[at];
        let kind = self.starts.partition_point(|start| *start <= place) - 1;
        Some(KINDS[kind](place - self.starts[kind]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_found_by_its_key_the_first_of_a_key_wins() {
        let keys = |keys: &'static [u64]| keys.iter().map(|key| Key(*key));
        let by_key = ByKey::of([
            &mut keys(&[7, 3]),
            &mut keys(&[]),
            &mut keys(&[5]),
            &mut keys(&[]),
            &mut keys(&[9, 5, 9]),
            &mut keys(&[1]),
            &mut keys(&[3, 2]),
        ]);
        for (key, fact) in [
            (7, Some(Fact::Note(0))),
            (3, Some(Fact::Note(1))),
            (5, Some(Fact::Person(0))),
            (9, Some(Fact::Statement(0))),
            (1, Some(Fact::Definition(0))),
            (2, Some(Fact::Cause(1))),
            (4, None),
        ] {
            assert_eq!(by_key.get(Key(key)), fact, "{key}");
        }
        assert_eq!(ByKey::default().get(Key(0)), None);
    }
}
