//! Arguments → settings → logs → start; no logic.

fn main() {}
