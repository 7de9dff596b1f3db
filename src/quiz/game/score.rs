//! What a question was worth, and how the players stand.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::settings::Mode;
use crate::quiz::Player;
use crate::quiz::judge::{Judge, Verdict};
use crate::quiz::question::{Form, Question};

/// Points for a right answer.
pub const RIGHT: u32 = 10;
/// The most that speed adds in a race.
pub const SPEED: u32 = 5;

/// What a player answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Index of an option.
    Choice(u8),
    /// Indices of the items, in the order in which they were pressed.
    Order(Vec<u8>),
    /// What was typed.
    Typed(String),
}

/// A player's answer as it stood when the question closed, and what it earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// Whose.
    pub player: Player,
    /// What.
    pub answer: Answer,
    /// Right, almost or wrong.
    pub verdict: Verdict,
    /// Points earned.
    pub points: u32,
}

/// Marks one answer; `spent` of `time` had gone by when it was given (no `time`: no clock, no bonus).
///
/// `judge` is the question's, for typed answers.
#[must_use]
pub fn mark(
    question: &Question,
    judge: Option<&Judge<'_>>,
    answer: &Answer,
    mode: Mode,
    spent: Duration,
    time: Option<Duration>,
) -> (Verdict, u32) {
    let bonus = match (mode, time) {
        (Mode::Race, Some(time)) if !time.is_zero() => {
            let left = 1.0 - (spent.as_secs_f64() / time.as_secs_f64()).clamp(0.0, 1.0);
            // At most 5, so the cast cannot lose anything.
            (f64::from(SPEED) * left).round() as u32
        }
        _ => 0,
    };
    match (&question.form, answer) {
        (Form::Choice { right, .. }, Answer::Choice(choice)) if choice == right => {
            (Verdict::Right, RIGHT + bonus)
        }
        (Form::Order { right, .. }, Answer::Order(given)) => {
            let (good, all) = pairs_in_order(right, given);
            if good == all {
                (Verdict::Right, RIGHT + bonus)
            } else {
                (Verdict::Wrong, (RIGHT * good + all / 2) / all.max(1))
            }
        }
        (_, Answer::Typed(text)) => match judge.map_or(Verdict::Wrong, |it| it.verdict(text)) {
            Verdict::Right => (Verdict::Right, RIGHT + bonus),
            other => (other, 0),
        },
        _ => (Verdict::Wrong, 0),
    }
}

/// How many pairs of `given` stand in the order of `right`, and how many pairs there are.
fn pairs_in_order(right: &[u8], given: &[u8]) -> (u32, u32) {
    let place = |item: u8| right.iter().position(|&other| other == item);
    let mut good = 0;
    for (index, &first) in given.iter().enumerate() {
        for &second in &given[index + 1..] {
            if let (Some(first), Some(second)) = (place(first), place(second))
                && first < second
            {
                good += 1;
            }
        }
    }
    let n = right.len() as u32;
    (good, n * n.saturating_sub(1) / 2)
}

/// One row of the standings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// 1 for the first; players with the same points share a rank.
    pub rank: usize,
    /// Who.
    pub player: Player,
    /// Points so far.
    pub points: u32,
    /// Right answers so far.
    pub right: u32,
}

/// Ranks players by points; who has the same shares a rank.
#[must_use]
pub fn rank(mut rows: Vec<(Player, u32, u32)>) -> Vec<Standing> {
    rows.sort_by_key(|&(player, points, right)| (std::cmp::Reverse((points, right)), player));
    let mut standings: Vec<Standing> = Vec::with_capacity(rows.len());
    for (index, (player, points, right)) in rows.into_iter().enumerate() {
        let rank = match standings.last() {
            Some(last) if last.points == points => last.rank,
            _ => index + 1,
        };
        standings.push(Standing {
            rank,
            player,
            points,
            right,
        });
    }
    standings
}

#[cfg(test)]
mod tests {
    use super::{Player, pairs_in_order, rank};

    #[test]
    fn pairs_in_the_right_order_are_counted() {
        assert_eq!(pairs_in_order(&[0, 1, 2], &[0, 1, 2]), (3, 3));
        assert_eq!(pairs_in_order(&[2, 0, 1], &[1, 0, 2]), (0, 3));
        assert_eq!(pairs_in_order(&[2, 0, 1], &[2, 1, 0]), (2, 3));
        assert_eq!(
            pairs_in_order(&[0, 1, 2], &[2]),
            (0, 3),
            "unfinished earns nothing"
        );
    }

    #[test]
    fn players_with_the_same_points_share_a_rank() {
        let ranks: Vec<_> = rank(vec![
            (Player(1), 10, 1),
            (Player(2), 30, 3),
            (Player(3), 10, 1),
            (Player(4), 0, 0),
        ])
        .into_iter()
        .map(|row| (row.rank, row.player.0))
        .collect();
        assert_eq!(ranks, [(1, 2), (2, 1), (2, 3), (4, 4)]);
    }
}
