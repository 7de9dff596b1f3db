//! Messages that are laid out by components: texts, sections, pictures, files, lines between, containers.

use twilight_validate::component::COMPONENT_V2_COUNT;

use super::{Check, LAYOUT_TEXT, kind, kind_of};
use crate::playground::form::{Form, join};
use crate::playground::refusal::Faults;

/// Most pictures of a gallery.
const MEDIA_COUNT: usize = 10;
/// Most characters of what is said of a picture.
const MEDIA_DESCRIPTION: usize = 1024;

impl Check {
    pub(super) fn layout(&mut self, form: &Form<'_>, kind: i64, faults: &mut Faults) {
        self.n_components += 1;
        let inside: &[i64] = match kind {
            kind::TEXT => {
                let text = form.required_text("content", 1..=LAYOUT_TEXT, faults);
                let length = text.map_or(0, |text| text.chars().count());
                // One that is too long is a fault of its own.
                self.n_characters += length.min(LAYOUT_TEXT);
                return;
            }
            kind::SECTION => {
                form.require("accessory", faults);
                if let Some(accessory) = form.object("accessory", faults) {
                    self.accessory(&accessory, faults);
                }
                &[kind::TEXT]
            }
            kind::GALLERY => return media_list(form, faults),
            kind::FILE => return media(form, "file", faults),
            kind::SEPARATOR => {
                form.choice("spacing", &[1, 2], faults);
                form.boolean("divider", faults);
                return;
            }
            _ => {
                form.integer("accent_color", 0..=0xFF_FFFF, faults);
                form.boolean("spoiler", faults);
                &[
                    kind::ROW,
                    kind::SECTION,
                    kind::TEXT,
                    kind::GALLERY,
                    kind::FILE,
                    kind::SEPARATOR,
                ]
            }
        };
        let most = if kind == kind::SECTION {
            3
        } else {
            COMPONENT_V2_COUNT
        };
        form.require("components", faults);
        let inner = form.list("components", 1..=most, faults);
        for (index, item) in inner.into_iter().flatten().enumerate() {
            let path = join(&form.at("components"), &index.to_string());
            if let Some(item) = Form::open(item, &path, faults)
                && kind_of(&item, inside, faults).is_some()
            {
                self.top(&item, true, faults);
            }
        }
    }

    fn accessory(&mut self, accessory: &Form<'_>, faults: &mut Faults) {
        match kind_of(accessory, &[kind::BUTTON, kind::THUMBNAIL], faults) {
            Some(kind::BUTTON) => self.button(accessory, faults),
            Some(_) => {
                self.n_components += 1;
                media(accessory, "media", faults);
                accessory.text("description", 1..=MEDIA_DESCRIPTION, faults);
            }
            None => {}
        }
    }
}

/// Something to show, at an address or from a file that came along.
fn media(form: &Form<'_>, key: &str, faults: &mut Faults) {
    form.require(key, faults);
    form.boolean("spoiler", faults);
    if let Some(media) = form.object(key, faults) {
        media.require("url", faults);
        media.url("url", Some("attachment"), faults);
    }
}

fn media_list(form: &Form<'_>, faults: &mut Faults) {
    form.require("items", faults);
    let items = form.list("items", 1..=MEDIA_COUNT, faults);
    for (index, item) in items.into_iter().flatten().enumerate() {
        let path = join(&form.at("items"), &index.to_string());
        if let Some(item) = Form::open(item, &path, faults) {
            media(&item, "media", faults);
            item.text("description", 1..=MEDIA_DESCRIPTION, faults);
        }
    }
}
