//! `/help`: what can be asked, with examples from the notes themselves.

use super::card::{Card, Kind, Line, Section, Span};
use super::words;
use crate::library::Library;

/// What can be asked, and what for.
pub(super) fn card(library: &Library) -> Card {
    let mut card = Card::new(Kind::Help, "What you can ask");
    card.private = true;
    let lines = rows(library)
        .into_iter()
        .map(|(command, example, what)| Line {
            spans: vec![
                Span::Strong(format!("{command} {example}")),
                Span::Text(format!("  {what}")),
            ],
            ..Line::default()
        });
    card.sections.push(Section {
        title: None,
        lines: lines.collect(),
    });
    card.sections.push(Section {
        title: Some("Quizzes".to_owned()),
        lines: QUIZ
            .iter()
            .map(|(command, what)| Line {
                spans: vec![
                    Span::Strong((*command).to_owned()),
                    Span::Text(format!("  {what}")),
                ],
                ..Line::default()
            })
            .collect(),
    });
    let closing = match library.is_empty() {
        true => "There are no notes yet: put Markdown notes into the content folder, then use /notes reload.".to_owned(),
        false => format!(
            "Every answer comes from {} and says where it stands. Add private: true to see it alone.",
            words::counted(library.notes().len(), "note")
        ),
    };
    card.sections.push(Section {
        title: None,
        lines: vec![Line::plain(closing)],
    });
    card
}

/// The commands of quizzes and scores, and what they are for.
const QUIZ: [(&str, &str); 9] = [
    (
        "/quiz start",
        "a quiz in this channel, made from the notes; everybody may answer, and right and wrong are told when a question closes",
    ),
    (
        "/quiz skip",
        "skips the open question: at once for the host, by vote for the others",
    ),
    (
        "/quiz status, pause, resume, stop",
        "finds the quiz of this channel; its host and moderators control it",
    ),
    (
        "/practice topic, kind",
        "questions for you alone, without a clock; Quiz me on this does it for a card",
    ),
    (
        "/leaderboard period, topic, group, sort",
        "who has earned the most; My place tells you yours alone",
    ),
    (
        "/profile member",
        "your points, streaks, strong and weak topics, for you alone; of another only what they earned",
    ),
    (
        "/group join, leave, list, board",
        "study groups inside this server, compared by points per active member",
    ),
    (
        "/weak",
        "what this server gets wrong most, and a quiz on it",
    ),
    (
        "/reports list, preview",
        "for moderators: what players reported, and all questions that the notes give",
    ),
];

/// A command, an example from the notes, and what it is for.
fn rows(library: &Library) -> [(&'static str, String, &'static str); 6] {
    let event = library.dates().all().iter().find(|event| {
        let unit = event.when.unit();
        unit.is_some_and(|unit| unit.day().is_some())
    });
    let date = event.map_or("27 October 1962".to_owned(), |event| event.when.words());
    let person = library
        .people()
        .first()
        .map_or("Kennedy", |person| person.name.as_str());
    let note = library
        .notes()
        .first()
        .map_or("a title", |note| note.title.as_str());
    let cause = library.causes().nodes().first();
    let cause = cause.map_or("a war".to_owned(), |node| words::clipped(&node.text, 40));
    [
        (
            "/event",
            date,
            "what happened then; also 27-october, october 1962, 1960s, 44 BC, today, or words",
        ),
        (
            "/person",
            person.to_owned(),
            "what the notes say of somebody",
        ),
        ("/cause", cause, "why it happened, and what it led to"),
        (
            "/timeline",
            "topic, from, to, person".to_owned(),
            "events in order",
        ),
        (
            "/search",
            "any words".to_owned(),
            "every place that says them",
        ),
        (
            "/note",
            words::clipped(note, 40),
            "a note's outline and sections",
        ),
    ]
}
