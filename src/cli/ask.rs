//! `clio ask`: the answers of the chat, in the terminal.

use std::process::ExitCode;

use super::args::{Args, Ask};
use super::{notes, out, text};
use crate::answers::{self, Asker, Card, Kind, TimelineQuery};
use crate::disk;

/// Looks up and prints; exit status 1 where nothing was found.
pub(super) fn ask(args: &Args, ask: &Ask) -> anyhow::Result<ExitCode> {
    let (config, _) = notes::settings(args)?;
    let source = notes::source(&config.content);
    let loaded = notes::with_progress(|progress| disk::load(&source, progress))?;
    let library = &loaded.library;
    let asker = Asker {
        today: jiff::ZonedDateTime::now().date(),
        day_first: true,
    };
    let (card, page) = match ask {
        Ask::Event(words) => (answers::event(library, &words.text(), &asker), &words.page),
        Ask::Person(words) => (answers::person(library, &words.text()), &words.page),
        Ask::Cause(words) => (answers::cause(library, &words.text()), &words.page),
        Ask::Search(words) => (answers::search(library, &words.text()), &words.page),
        Ask::Note(words) => (answers::note(library, &words.text()), &words.page),
        Ask::Timeline(timeline) => {
            let query = TimelineQuery {
                topic: timeline.topic.as_deref(),
                from: timeline.from.as_deref(),
                to: timeline.to.as_deref(),
                person: timeline.person.as_deref(),
            };
            (answers::timeline(library, &query, &asker), &timeline.page)
        }
    };
    let card = match (page.page, &card.look) {
        (2.., Some(look)) => answers::show(library, &look.on_page(usize::from(page.page) - 1)),
        _ => card,
    };
    print(&card);
    Ok(match card.kind {
        Kind::Nothing => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    })
}

fn print(card: &Card) {
    for line in text::drawn(card, out::width()) {
        out::line(&line);
    }
}
