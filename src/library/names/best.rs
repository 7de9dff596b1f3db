//! Which names hold all words that were typed, the best of them first.

use std::borrow::Cow;

/// Fewer postings than this are sorted; more are put in order by their bits.
const FEW: usize = 512;

/// `postings` in order, each once; `n_names` are the names they are of.
pub(super) fn in_order(mut postings: Vec<u32>, n_names: usize) -> Vec<u32> {
    // Going through the bits of all names must be less work than sorting.
    if postings.len() < FEW.max(n_names / 256) {
        postings.sort_unstable();
        postings.dedup();
        return postings;
    }
    let mut bits = vec![0_u64; n_names * 2 / 64 + 1];
    for posting in postings.drain(..) {
        bits[posting as usize / 64] |= 1 << (posting % 64);
    }
    for (at, word) in (0_u32..).zip(bits) {
        let mut rest = word;
        while rest != 0 {
            postings.push(at * 64 + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
    postings
}

/// The numbers that are in all of `lists`, at most `most`: first a name of which `is_all` is typed, from its beginning on; then
/// one that begins so; then the rest. Each list is ascending.
pub(super) fn best(
    mut lists: Vec<Cow<'_, [u32]>>,
    is_all: impl Fn(u32) -> bool,
    most: usize,
) -> Vec<u32> {
    lists.sort_by_key(|list| list.len());
    let mut lists: Vec<&[u32]> = lists.iter().map(|list| &**list).collect();
    let Some((fewest, others)) = lists.split_first_mut() else {
        return Vec::new();
    };
    let (mut whole, mut first, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    let mut fewest = fewest.iter().peekable();
    while let Some(posting) = fewest.next() {
        let number = posting / 2;
        // Once enough begin so, only a name that is all typed comes before them.
        if first.len() >= most && !is_all(number) {
            continue;
        }
        let mut begins = posting % 2 == 0;
        while let Some(again) = fewest.next_if(|next| **next / 2 == number) {
            begins |= again % 2 == 0;
        }
        let in_all = others.iter_mut().all(|list| {
            let found = take(list, number);
            begins |= found == Some(true);
            found.is_some()
        });
        if !in_all {
            continue;
        }
        let kept = match (begins, is_all(number)) {
            (true, true) => &mut whole,
            (true, false) => &mut first,
            (false, _) => &mut rest,
        };
        if kept.len() < most {
            kept.push(number);
        }
        if whole.len() == most {
            break;
        }
    }
    whole.extend(first);
    whole.extend(rest);
    whole.truncate(most);
    whole
}

/// Goes on in `list` past the postings of `number`: whether it begins a name there, if it is there at all.
fn take(list: &mut &[u32], number: u32) -> Option<bool> {
    // In steps that double: it is near, as a rule.
    let mut step = 1;
    while list.get(step).is_some_and(|posting| posting / 2 < number) {
        *list = &list[step..];
        step *= 2;
    }
    let reach = list.len().min(step + 1);
    let before = list[..reach].partition_point(|posting| posting / 2 < number);
    let here = list[before..]
        .iter()
        .take_while(|posting| **posting / 2 == number);
    let (mut n_here, mut begins) = (0, false);
    for posting in here {
        n_here += 1;
        begins |= posting % 2 == 0;
    }
    *list = &list[before + n_here..];
    (n_here > 0).then_some(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_put_in_order_in_either_way() {
        let n_names = 3_000;
        for n_postings in [0, 3, FEW - 1, FEW, 5 * FEW] {
            // Scattered, some of them twice.
            let scattered: Vec<u32> = (0..n_postings as u32)
                .map(|at| at * 7_919 % 4_001)
                .collect();
            let mut sorted = scattered.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(in_order(scattered, n_names), sorted, "{n_postings}");
        }
    }

    #[test]
    fn only_what_is_in_all_lists_is_found_the_best_first() {
        let lists = |of: &[&[u32]]| of.iter().map(|list| Cow::Owned(list.to_vec())).collect();
        let find = |of: &[&[u32]], most| best(lists(of), |number| number == 5, most);
        assert_eq!(find(&[&[1, 3, 4, 10, 15]], 9), [5, 2, 0, 1, 7]);
        assert_eq!(find(&[&[1, 3, 4, 10, 15]], 2), [5, 2]);
        assert_eq!(find(&[&[1, 3, 4, 10, 15], &[2, 7, 11]], 9), [5, 1]);
        assert_eq!(find(&[&[0, 2, 4, 5, 6, 10, 12]], 2), [5, 0]);
        assert!(find(&[&[1, 3], &[]], 9).is_empty());
        assert!(find(&[], 9).is_empty());
        let all: Vec<u32> = (0..2_000).collect();
        assert_eq!(find(&[&all, &[9, 1_001, 1_998]], 9), [4, 500, 999]);
    }
}
