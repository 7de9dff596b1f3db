//! Questions as moderators look at them: what was reported, and what could be asked. Private.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::question::body;
use super::reveal::answer;
use super::{Embed, Message, OPEN, escaped, message, press};
use crate::answers::Look;
use crate::bot::custom_id::{CustomId, Reports};
use crate::bot::escape;
use crate::library::Key;
use crate::quiz::question::Question;
use crate::store::Report;

/// The longest that Discord shows in a field.
const FIELD: usize = 1_000;

/// One of the open reports.
pub(in crate::bot) fn report(reports: &[Report], at: usize, said: &str) -> Message {
    let at = at.min(reports.len().saturating_sub(1));
    let Some(report) = reports.get(at) else {
        let text = format!(
            "{said} There are no reports. Players send them with the button below each answer."
        );
        return super::super::sentence(text.trim());
    };
    let mut embed = shown(&report.question);
    let mut reason = escaped(&report.reason);
    super::super::cut(&mut reason, FIELD);
    if reason.is_empty() {
        reason = "No reason was given.".to_owned();
    }
    let reported = format!("Reported <t:{}:R>", report.at.as_secs());
    embed.fields.push((
        "What is wrong".to_owned(),
        format!("{reason}\n{reported}, by <@{}>", report.player.0),
    ));
    let n_at = at as u16;
    let keep = Reports::Keep {
        report: report.id,
        at: n_at,
    };
    let block = Reports::Block {
        report: report.id,
        at: n_at,
    };
    let mut buttons = vec![
        to(keep, "Keep", ButtonStyle::Success),
        to(block, "Never ask again", ButtonStyle::Danger),
    ];
    if let Some(earlier) = n_at.checked_sub(1) {
        let show = Reports::Show { at: earlier };
        buttons.push(to(show, "Earlier report", ButtonStyle::Secondary));
    }
    if at + 1 < reports.len() {
        let show = Reports::Show { at: n_at + 1 };
        buttons.push(to(show, "Next report", ButtonStyle::Secondary));
    }
    let number = format!("{said} Report {} of {}", at + 1, reports.len());
    private(number.trim().to_owned(), embed, buttons)
}

/// Where a preview stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::bot) struct Previewed<'q> {
    /// What it is about.
    pub(in crate::bot) about: Option<&'q Look>,
    pub(in crate::bot) question: &'q Question,
    pub(in crate::bot) fact: Key,
    /// Its place in the deck.
    pub(in crate::bot) at: u32,
    /// Which of the candidates this is, counted from 1, and how many there are.
    pub(in crate::bot) place: (usize, usize),
    /// It is not asked in this server.
    pub(in crate::bot) blocked: bool,
    /// There is one before it, and one after it.
    pub(in crate::bot) earlier: bool,
    pub(in crate::bot) next: bool,
}

/// One question that could be asked.
pub(in crate::bot) fn previewed(it: &Previewed<'_>) -> Message {
    let embed = shown(it.question);
    let mut buttons = Vec::new();
    let about = || it.about.cloned();
    if it.earlier {
        let earlier = Reports::Preview {
            at: it.at,
            back: true,
            about: about(),
        };
        buttons.push(to(earlier, "Earlier", ButtonStyle::Secondary));
    }
    if it.next {
        let next = Reports::Preview {
            at: it.at + 1,
            back: false,
            about: about(),
        };
        buttons.push(to(next, "Keep, next", ButtonStyle::Success));
    }
    if !it.blocked {
        let never = Reports::Never {
            fact: it.fact,
            at: it.at,
            about: about(),
        };
        buttons.push(to(never, "Never ask again", ButtonStyle::Danger));
    }
    let (place, all) = it.place;
    let told = if it.blocked {
        " It is not asked in this server."
    } else {
        ""
    };
    // What stands between two questions was not fit to be asked, so places may be skipped.
    let number = format!("Preview, place {place} of {all}.{told}");
    private(number, embed, buttons)
}

/// The question, its answer and where it stands.
fn shown(question: &Question) -> Embed {
    let asked = body(question, false);
    let right = answer(question);
    let parts = [
        asked.description,
        format!("**{}**", right.title),
        right.description,
    ];
    Embed {
        title: asked.title,
        description: parts
            .into_iter()
            .filter(|part| !part.is_empty() && part != "****")
            .collect::<Vec<_>>()
            .join("\n\n"),
        footer: format!(
            "{}: line {}",
            escape::plain(&question.source.path),
            question.source.line
        ),
        ..Embed::default()
    }
}

fn private(content: String, embed: Embed, buttons: Vec<CreateButton>) -> Message {
    let rows = match buttons.is_empty() {
        true => Vec::new(),
        false => vec![CreateActionRow::Buttons(buttons)],
    };
    message(content, embed, OPEN, rows).privately()
}

fn to(does: Reports, label: &str, style: ButtonStyle) -> CreateButton {
    press(&CustomId::Reports(does), label, style)
}
