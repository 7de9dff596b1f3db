//! The end of a game: the podium for everybody, and for each player alone the own result and the own misses.

use serenity::all::{ButtonStyle, CreateActionRow};

use super::{
    Embed, Message, PODIUM, REVEAL, Sign, button, counted, escaped, letter, message, press,
};
use crate::bot::custom_id::{Boards, CustomId, Does};
use crate::bot::escape;
use crate::quiz::Player;
use crate::quiz::game::score::{Answer, Marked, Standing};
use crate::quiz::game::{End, Game, Phase};
use crate::quiz::judge::Verdict;
use crate::quiz::question::{Form, Question};

/// Questions that most missed, on the podium.
const MISSED: usize = 3;

/// The podium of a game that is over.
pub(in crate::bot) fn podium(sign: &Sign<'_>, game: &Game) -> Message {
    let embed = Embed {
        title: "The quiz is over".to_owned(),
        description: [why(game), standings(game)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
        fields: missed(game),
        footer: format!(
            "{} of {} played.",
            game.rounds().len(),
            counted(game.questions().len(), "question")
        ),
        ..Embed::default()
    };
    let mut buttons = Vec::new();
    if game.rounds().iter().any(|round| !round.marked.is_empty()) {
        buttons.push(button(
            sign.game,
            Does::MyResult,
            "My result",
            ButtonStyle::Primary,
        ));
        buttons.push(button(
            sign.game,
            Does::Review { miss: 0 },
            "Review my misses",
            ButtonStyle::Secondary,
        ));
        let season = CustomId::Boards(Boards::Season);
        buttons.push(press(&season, "Leaderboard", ButtonStyle::Secondary));
    }
    buttons.push(button(
        sign.game,
        Does::PlayAgain,
        "Play again",
        ButtonStyle::Success,
    ));
    let rows = vec![CreateActionRow::Buttons(buttons)];
    message(String::new(), embed, PODIUM, rows)
}

fn why(game: &Game) -> String {
    match game.phase() {
        Phase::Over(End::Idle) => "Nobody answered three questions in a row.".to_owned(),
        Phase::Over(End::Stopped) => "It was stopped.".to_owned(),
        Phase::Over(End::Forgotten) => {
            "It was paused, and nobody resumed it for half an hour.".to_owned()
        }
        Phase::Over(End::Lost) => {
            "It could not go on, because a message of it was deleted.".to_owned()
        }
        _ => String::new(),
    }
}

/// The first three ranks.
pub(in crate::bot) fn best(game: &Game) -> Vec<Standing> {
    let standings = game.standings().into_iter();
    let best = standings.filter(|row| row.rank <= 3 && row.points > 0);
    best.take(10).collect()
}

/// What was asked, and how much of it.
pub(in crate::bot) fn about(sign: &Sign<'_>, game: &Game) -> String {
    let questions = counted(game.rounds().len(), "question");
    match sign.topic {
        "" => questions,
        topic => format!("{topic} · {questions}"),
    }
}

/// The top three by name, and thanks to the rest.
pub(super) fn standings(game: &Game) -> String {
    let standings = game.standings();
    let mut lines: Vec<String> = best(game)
        .iter()
        .map(|row| {
            let medal = ["🥇", "🥈", "🥉"][row.rank - 1];
            format!(
                "{medal} <@{}>\u{2003}**{}**, {} right",
                row.player.0,
                counted(row.points as usize, "point"),
                row.right
            )
        })
        .collect();
    let rest = standings.len() - lines.len();
    match (lines.len(), rest) {
        (0, 0) => lines.push("Nobody answered this time.".to_owned()),
        (0, 1) => lines.push("No points this time, but thanks for playing.".to_owned()),
        (0, n) => lines.push(format!(
            "No points this time, but thanks to the {n} who played."
        )),
        (_, 0) => {}
        (_, 1) => lines.push("Thanks to the other one who played.".to_owned()),
        (_, n) => lines.push(format!("Thanks to the other {n} who played.")),
    }
    lines.join("\n")
}

/// What most got wrong, with the right answer.
fn missed(game: &Game) -> Vec<(String, String)> {
    let mut rows: Vec<(usize, usize, &Question)> = game
        .rounds()
        .iter()
        .zip(game.questions())
        .map(|(round, question)| {
            let is_miss = |row: &&Marked| row.verdict != Verdict::Right;
            (
                round.marked.iter().filter(is_miss).count(),
                round.marked.len(),
                question,
            )
        })
        .filter(|(wrong, all, _)| wrong * 2 > *all)
        .collect();
    rows.sort_by_key(|(wrong, ..)| std::cmp::Reverse(*wrong));
    let lines: Vec<String> = rows
        .into_iter()
        .take(MISSED)
        .map(|(_, _, question)| {
            let mut prompt = escaped(&question.prompt);
            super::super::cut(&mut prompt, 160);
            let mut answer = escape::markdown(&question.answer());
            super::super::cut(&mut answer, 120);
            format!("{prompt}\n✓ **{answer}**")
        })
        .collect();
    match lines.is_empty() {
        true => Vec::new(),
        false => vec![("Missed by most".to_owned(), lines.join("\n"))],
    }
}

/// A player's own result, private.
pub(in crate::bot) fn my_result(game: &Game, player: Player) -> Message {
    let standings = game.standings();
    let Some(own) = standings.iter().find(|row| row.player == player) else {
        return super::super::sentence(
            "You did not answer in this quiz. Press Play again and join in.",
        );
    };
    let lines: Vec<String> = game
        .rounds()
        .iter()
        .zip(game.questions())
        .enumerate()
        .map(|(index, (round, question))| {
            let row = round.marked.iter().find(|row| row.player == player);
            let mark = match row.map(|row| row.verdict) {
                Some(Verdict::Right) => "✓",
                Some(Verdict::Almost) => "≈",
                Some(Verdict::Wrong) => "✗",
                None => "–",
            };
            let points = row.map_or(0, |row| row.points);
            let mut answer = escape::markdown(&question.answer());
            super::super::cut(&mut answer, 80);
            format!("{mark} {}\\. {answer} ({points})", index + 1)
        })
        .collect();
    let embed = Embed {
        title: match own.points {
            0 => "No points this time".to_owned(),
            points => format!(
                "{}, {} right, place {} of {}",
                counted(points as usize, "point"),
                own.right,
                own.rank,
                standings.len()
            ),
        },
        description: lines.join("\n"),
        ..Embed::default()
    };
    message(String::new(), embed, PODIUM, Vec::new()).privately()
}

/// One of a player's misses, private, with a way to the others.
pub(in crate::bot) fn review(sign: &Sign<'_>, game: &Game, player: Player, miss: usize) -> Message {
    let misses: Vec<(&Question, &Marked)> = game
        .rounds()
        .iter()
        .zip(game.questions())
        .filter_map(|(round, question)| {
            let row = round.marked.iter().find(|row| row.player == player)?;
            (row.verdict != Verdict::Right).then_some((question, row))
        })
        .collect();
    let Some((question, row)) = misses.get(miss.min(misses.len().saturating_sub(1))) else {
        return super::super::sentence("You missed nothing in this quiz.");
    };
    let miss = miss.min(misses.len() - 1);
    let right = super::reveal::answer(question);
    let prompt = super::question::body(question, false);
    let mut parts = Vec::new();
    parts.push(prompt.description);
    parts.push(format!("You: {}", given(question, &row.answer)));
    parts.push(format!("**{}**\n{}", right.title, right.description));
    parts.retain(|part| !part.is_empty());
    let embed = Embed {
        title: prompt.title,
        description: parts.join("\n\n"),
        footer: right.footer,
        ..Embed::default()
    };
    let turn = |to: usize, label: &str| {
        let does = Does::Review { miss: to as u16 };
        button(sign.game, does, label, ButtonStyle::Secondary)
    };
    let mut buttons = Vec::new();
    if let Some(earlier) = miss.checked_sub(1) {
        buttons.push(turn(earlier, "Earlier miss"));
    }
    if miss + 1 < misses.len() {
        buttons.push(turn(miss + 1, "Next miss"));
    }
    let rows = match buttons.is_empty() {
        true => Vec::new(),
        false => vec![CreateActionRow::Buttons(buttons)],
    };
    let content = format!("Miss {} of {}", miss + 1, misses.len());
    message(content, embed, REVEAL, rows).privately()
}

/// What a player answered, in words.
pub(in crate::bot) fn given(question: &Question, answer: &Answer) -> String {
    match (answer, &question.form) {
        (Answer::Choice(choice), Form::Choice { options, .. }) => {
            let choice = usize::from(*choice);
            let option = options.get(choice).map_or("", String::as_str);
            format!("{}: {}", letter(choice), escape::markdown(option))
        }
        (Answer::Order(items), Form::Order { items: texts, .. }) => items
            .iter()
            .filter_map(|&item| texts.get(usize::from(item)))
            .map(|text| escape::markdown(text))
            .collect::<Vec<_>>()
            .join(" → "),
        (Answer::Typed(text), _) => escape::markdown(text),
        _ => String::new(),
    }
}
