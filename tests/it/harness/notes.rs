//! The notes that most stories are told on: path and text.

/// Two notes in a student's manner.
pub(crate) const NOTES: &[(&str, &str)] = &[
    ("cold-war/missile-crisis.md", CRISIS),
    ("cold-war/berlin-blockade.md", BLOCKADE),
];

const CRISIS: &str = "\
---
title: Missile Crisis
tags: [cold-war]
---
# Metadata
Year: 1962

# What happened
## 16 October
- Kennedy found out about the missiles.
- He called his advisers together.
## 26 October
- Khrushchev offers to take the missiles away.
## 27 October
- Khrushchev sends a second letter.
- American plane shot down over Cuba -> Kennedy advised to invade
    - The pilot was killed.
## 28 October
- Khrushchev agrees to remove the missiles.

# Why
- John F. Kennedy had failed at the Bay of Pigs in 1961.
- See [[Berlin Blockade]].
";

const BLOCKADE: &str = "\
---
year: 1948
---
# Berlin Blockade
- 24 June: Stalin closes the roads to Berlin.
- New currency in the western zones -> Stalin closes the roads
- 26 June: the airlift begins.
- 12 May 1949: the blockade ends.
";
