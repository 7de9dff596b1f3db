//! One name with a hyphen and without: Marie-Antoinette, Marie Antoinette.

use super::Joiner;
use crate::notes::people::folded::Names;

impl Joiner<'_> {
    /// Makes one person of who is called by a name with hyphens and by the same name with blanks.
    pub(super) fn hyphens(&mut self, names: &Names) {
        if !names.have(b'-') {
            return;
        }
        for form in 0..self.forms.all.len() {
            let spot = self.first(form);
            let text = names.text(spot.key);
            if !text.as_bytes().contains(&b'-') {
                continue;
            }
            let Some(key) = names.find(&text.replace('-', " ")) else {
                continue;
            };
            let tail = spot.tail;
            let same = (0..self.forms.all.len()).find(|other| {
                let other = self.first(*other);
                other.key == key && other.tail == tail
            });
            let Some(same) = same else { continue };
            match (self.forms.all[same].person, self.forms.all[form].person) {
                (Some(person), Some(own)) => self.merge(names, person, own),
                (Some(person), None) => self.take(names, form, person),
                (None, Some(own)) => self.take(names, same, own),
                (None, None) => {}
            }
        }
    }
}
