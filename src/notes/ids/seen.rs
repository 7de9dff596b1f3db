//! How often each hash was met.

use rustc_hash::FxHashMap;

/// Hashes, each with how often it was met. What is a hash already needs no map that hashes it again.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The hashes: a power of two of slots, a third of them at least 0 and free.
    slots: Vec<u64>,
    n_hashes: usize,
    /// How often those were met that were met again, and 0, which is in no slot.
    again: FxHashMap<u64, u32>,
}

impl Seen {
    /// None, with room for so many.
    pub(super) fn with_room(n_hashes: usize) -> Self {
        Self {
            slots: vec![0; (n_hashes + n_hashes / 2).next_power_of_two()],
            ..Self::default()
        }
    }

    /// Adds `hash`, and tells how often it was met by now.
    #[inline]
    pub(super) fn add(&mut self, hash: u64) -> u32 {
        if 3 * self.n_hashes >= 2 * self.slots.len() {
            self.grow();
        }
        let (mut at, last) = (hash as usize, self.slots.len() - 1);
        loop {
            let met = &mut self.slots[at & last];
            if *met == hash {
                return self.add_again(hash);
            }
            if *met == 0 {
                *met = hash;
                self.n_hashes += 1;
                return 1;
            }
            at = at.wrapping_add(1);
        }
    }

    #[cold]
    fn add_again(&mut self, hash: u64) -> u32 {
        let before = u32::from(hash != 0);
        let times = self.again.entry(hash).or_insert(before);
        *times += 1;
        *times
    }

    #[cold]
    fn grow(&mut self) {
        let wider = Self::with_room(self.slots.len().max(8));
        let narrow = std::mem::replace(&mut self.slots, wider.slots);
        self.n_hashes = 0;
        for hash in narrow.into_iter().filter(|hash| *hash != 0) {
            self.add(hash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hash_is_counted_by_itself() {
        for room in [0, 3, 1000] {
            let mut seen = Seen::with_room(room);
            for times in 1..4 {
                for hash in [u64::MAX, 0, 1, 16, 32, 48, 64, 1 << 40]
                    .into_iter()
                    .chain(1000..1300)
                {
                    assert_eq!(seen.add(hash), times, "{hash}");
                }
            }
        }
    }
}
