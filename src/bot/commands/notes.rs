//! `/notes check` and `/notes reload`, for those who manage the server.

use std::sync::Arc;
use std::time::Duration;

use super::{Context, Done};
use crate::answers::{Card, Kind, Line, Section, Span};
use crate::bot::door::{Answer, To};
use crate::bot::errors::UserError;
use crate::bot::{Bot, draw, reload};
use crate::disk::{Finding, Report};

/// Findings on one page.
const ON_A_PAGE: usize = 10;

/// How long a reload is waited for before it is said that it goes on.
const PATIENCE: Duration = Duration::from_millis(2_000);

/// The notes that Clio reads here.
#[poise::command(
    slash_command,
    subcommands("check", "reload_notes"),
    subcommand_required,
    guild_only,
    default_member_permissions = "MANAGE_GUILD"
)]
pub(super) async fn notes(ctx: Context<'_>) -> Done {
    check_page(ctx).await
}

/// What is odd in the notes, and what to do about it.
#[poise::command(slash_command, guild_only)]
async fn check(ctx: Context<'_>) -> Done {
    check_page(ctx).await
}

async fn check_page(ctx: Context<'_>) -> Done {
    let bot = ctx.framework.user_data;
    let message = findings(bot, ctx.interaction.guild_id.map(Into::into), 0)?;
    bot.door
        .answer(&To::command(ctx.interaction), Answer::Show(message))
        .await;
    Ok(())
}

/// Read the notes again.
#[poise::command(slash_command, rename = "reload", guild_only)]
async fn reload_notes(ctx: Context<'_>) -> Done {
    let bot = ctx.framework.user_data;
    let shelf = Arc::clone(bot.shelf(ctx.interaction.guild_id.map(Into::into))?);
    let running = Arc::clone(&bot.reloading)
        .try_lock_owned()
        .map_err(|_| UserError::ReloadRunning)?;
    let reading = tokio::spawn(async move {
        let outcome = reload::one(shelf).await;
        drop(running);
        outcome
    });
    let text = match tokio::time::timeout(PATIENCE, reading).await {
        Ok(finished) => {
            let report = finished.map_err(anyhow::Error::from)?.map_err(UserError::ReloadFailed)?;
            format!("Read {} notes again. {}", report.n_notes, match report.findings.len() {
                0 => "Nothing is odd in them.".to_owned(),
                n => format!("{n} things are odd in them: /notes check lists them."),
            })
        }
        Err(_) => "The notes are being read; answers use the old ones until that is done. /notes check then shows what was found.".to_owned(),
    };
    bot.door
        .answer(
            &To::command(ctx.interaction),
            Answer::Show(draw::sentence(&text)),
        )
        .await;
    Ok(())
}

/// One page of a server's findings, counted from 0; private.
pub(in crate::bot) fn findings(
    bot: &Bot,
    server: Option<u64>,
    page: u16,
) -> Result<draw::Message, UserError> {
    let loaded = bot.shelf(server)?.loaded();
    let (card, pages) = page_of(&loaded.report, page.into());
    let mut message = draw::card(&card, 0);
    message
        .rows
        .extend(draw::findings_row(card.page.0 - 1, pages));
    Ok(message)
}

/// The card of a page, and how many pages there are. A page that is gone is the last.
fn page_of(report: &Report, page: usize) -> (Card, usize) {
    let n_findings = report.findings.len();
    let pages = n_findings.div_ceil(ON_A_PAGE).max(1);
    let page = page.min(pages - 1);
    let mut card = Card::new(
        Kind::Note,
        match n_findings {
            0 => "Nothing is odd in the notes".to_owned(),
            1 => "One thing is odd in the notes".to_owned(),
            n => format!("{n} things are odd in the notes"),
        },
    );
    card.private = true;
    card.page = (page + 1, pages);
    if page == 0 {
        let lines = report
            .who_can_read_what()
            .into_iter()
            .map(Line::plain)
            .collect();
        card.sections.push(Section { title: None, lines });
    }
    let shown = report
        .findings
        .iter()
        .skip(page * ON_A_PAGE)
        .take(ON_A_PAGE);
    for of_note in shown
        .collect::<Vec<_>>()
        .chunk_by(|one, other| one.path == other.path)
    {
        card.sections.push(Section {
            title: Some(of_note[0].path.clone()),
            lines: of_note.iter().map(|finding| line(finding)).collect(),
        });
    }
    (card, pages)
}

fn line(finding: &Finding) -> Line {
    let warning = &finding.warning;
    let place = if finding.skipped {
        "Not read: ".to_owned()
    } else {
        format!("Line {}: ", warning.line)
    };
    Line {
        depth: 0,
        bullet: true,
        spans: vec![
            Span::Strong(place),
            Span::Text(format!("{} ", warning.message)),
            Span::Quiet(warning.help.clone()),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::Warning;

    fn report(n_findings: u32) -> Report {
        let findings = (0..n_findings).map(|n| Finding {
            path: format!("note-{}.md", n / 4),
            warning: Warning {
                line: n + 1,
                span: None,
                message: "31 June is no date.".to_owned(),
                help: "Mend the day.".to_owned(),
            },
            skipped: false,
        });
        Report {
            n_notes: 3,
            findings: findings.collect(),
            ..Report::default()
        }
    }

    #[test]
    fn findings_are_paged_and_none_is_lost() {
        for n in [0, 1, 9, 10, 11, 99] {
            let report = report(n);
            let (_, pages) = page_of(&report, 0);
            let shown: usize = (0..pages)
                .flat_map(|page| page_of(&report, page).0.sections)
                .filter(|section| section.title.is_some())
                .map(|section| section.lines.len())
                .sum();
            assert_eq!(shown, n as usize);
        }
    }

    #[test]
    fn a_page_that_is_gone_is_the_last() {
        let (card, pages) = page_of(&report(11), 7);
        assert_eq!((card.page, pages), ((2, 2), 2));
    }
}
