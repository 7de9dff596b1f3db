//! Many short lists of numbers in one.

/// An item in no list.
pub(in crate::notes::people) const NO_LIST: u32 = u32::MAX;

/// Lists of numbers, one after the other.
#[derive(Debug, Default)]
pub(in crate::notes::people) struct Lists {
    items: Vec<u32>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl Lists {
    /// Items by the number of their list; those of no list are left out.
    pub(super) fn grouped(n_lists: usize, list_of: &[u32]) -> Self {
        let mut ends = vec![0; n_lists];
        for list in list_of.iter().filter(|list| **list != NO_LIST) {
            ends[*list as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            // For now, where the list begins.
            sum += std::mem::replace(end, sum);
        }
        let mut items = vec![0; sum as usize];
        for (item, list) in (0_u32..).zip(list_of) {
            if let Some(end) = ends.get_mut(*list as usize) {
                items[*end as usize] = item;
                *end += 1;
            }
        }
        Self { items, ends }
    }

    /// Adds a list that is empty.
    pub(in crate::notes::people) fn add_empty(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    /// List number `index`.
    pub(in crate::notes::people) fn of(
        &self,
        index: usize,
    ) -> impl ExactSizeIterator<Item = usize> + Clone {
        let from = index
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        self.items[from..self.ends[index] as usize]
            .iter()
            .map(|item| *item as usize)
    }
}
