//! What is told of one player, and of what a server gets wrong.

use std::time::Duration;

use async_trait::async_trait;

use super::Database;
use super::boards::{From, tally};
use crate::quiz::{Player, Server};
use crate::store::{
    Board, Calendar, ENOUGH, Missed, Period, Privacy as _, Profile, Scores, StoreError, Tally,
    View, Weak,
};

/// How many questions a profile lists as missed.
const MISSED: i64 = 20;

#[async_trait]
impl Scores for Database {
    async fn board(&self, view: &View, at: Duration) -> Result<Board, StoreError> {
        self.page(view, at).await
    }

    async fn profile(
        &self,
        server: Server,
        player: Player,
        at: Duration,
    ) -> Result<Profile, StoreError> {
        let view = View {
            me: Some(player),
            ..View::of(server)
        };
        let (settings, on) = self.settings_and_season(server).await?;
        let calendar = Calendar::of(&settings);
        let today = calendar.day(at);
        // None needs another, so their ways to the database and back are not added up.
        let (board, (season, all, topics), played, answer_streak, missed, hidden) = tokio::try_join!(
            self.page_of(&view, From::Totals(on), settings.single_player_counts),
            self.totals_of(server, player, on),
            self.days_of(server, player, today),
            self.answer_streak(server, player),
            self.missed(server, player),
            self.is_hidden(player),
        )?;
        Ok(Profile {
            rank: board.mine.map(|place| place.rank),
            players: board.players,
            season,
            all,
            answer_streak,
            day_streak: day_streak(&played, today),
            topics,
            days: last_thirty(&played, calendar.days(Period::ThirtyDays, at)),
            missed,
            hidden,
        })
    }

    async fn weak(&self, server: Server, most: u32) -> Result<Vec<Weak>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT topic, note, heading, CAST(SUM(answers) AS BIGINT), CAST(SUM(wrong) AS BIGINT) FROM asked \
                 WHERE server = $1 AND topic <> '' GROUP BY topic, note, heading HAVING SUM(answers) >= $2 AND SUM(wrong) > 0 \
                 ORDER BY SUM(wrong) * 100000 / SUM(answers) DESC, SUM(wrong) DESC, topic, note, heading LIMIT $3",
                &[server.into(), ENOUGH.into(), most.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Weak {
                    topic: row.text(0)?.to_owned(),
                    note: row.text(1)?.to_owned(),
                    heading: row.text(2)?.to_owned(),
                    answers: row.unsigned(3)?,
                    wrong: row.unsigned(4)?,
                })
            })
            .collect()
    }

    async fn topics(&self, server: Server) -> Result<Vec<(String, u64)>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT topic, CAST(SUM(answers) AS BIGINT) FROM asked WHERE server = $1 AND topic <> '' \
                 GROUP BY topic ORDER BY SUM(answers) DESC, topic",
                &[server.into()],
            )
            .await?;
        rows.iter()
            .map(|row| Ok((row.text(0)?.to_owned(), row.unsigned(1)?)))
            .collect()
    }
}

impl Database {
    /// The season that is on, ever, and the topics with enough answers, best known first.
    async fn totals_of(
        &self,
        server: Server,
        player: Player,
        on: i64,
    ) -> Result<(Tally, Tally, Vec<(String, Tally)>), StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT season, topic, points + alone_points, correct + alone_correct, answers + alone_answers, games + alone_games \
                 FROM totals WHERE player = $1 AND server = $2 AND (season = 0 OR season = $3 AND topic = '')",
                &[player.into(), server.into(), on.into()],
            )
            .await?;
        let (mut season, mut all, mut topics) = (Tally::default(), Tally::default(), Vec::new());
        for row in &rows {
            let counted = tally(row, 2)?;
            match (row.number(0)?, row.text(1)?) {
                (0, "") => all = counted,
                (0, topic) => topics.push((topic.to_owned(), counted)),
                _ => season = counted,
            }
        }
        topics.retain(|(_, tally)| tally.answers >= u64::from(ENOUGH));
        topics.sort_by(|(left_name, left), (right_name, right)| {
            // By share of right answers without a division, then by how many there are.
            (right.right * left.answers)
                .cmp(&(left.right * right.answers))
                .then(right.answers.cmp(&left.answers))
                .then_with(|| left_name.cmp(right_name))
        });
        Ok((season, all, topics))
    }

    /// The days on which somebody answered, latest first, with what they earned.
    async fn days_of(
        &self,
        server: Server,
        player: Player,
        today: i64,
    ) -> Result<Vec<(i64, Tally)>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT day, CAST(SUM(points + alone_points) AS BIGINT), CAST(SUM(correct + alone_correct) AS BIGINT), \
                 CAST(SUM(answers + alone_answers) AS BIGINT), CAST(SUM(games + alone_games) AS BIGINT) \
                 FROM days WHERE player = $1 AND server = $2 AND day <= $3 GROUP BY day ORDER BY day DESC",
                &[player.into(), server.into(), today.into()],
            )
            .await?;
        rows.iter()
            .map(|row| Ok((row.number(0)?, tally(row, 1)?)))
            .collect()
    }

    async fn answer_streak(&self, server: Server, player: Player) -> Result<u64, StoreError> {
        let row = self
            .readers
            .row(
                "SELECT COUNT(*) FROM answers WHERE server = $1 AND player = $2 AND at > COALESCE((SELECT at FROM answers \
                 WHERE server = $1 AND player = $2 AND verdict <> 'right' ORDER BY at DESC LIMIT 1), -1)",
                &[server.into(), player.into()],
            )
            .await?;
        row.map_or(Ok(0), |row| row.unsigned(0))
    }

    /// Questions whose last answer was not right, latest first.
    async fn missed(&self, server: Server, player: Player) -> Result<Vec<Missed>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT missed.question, missed.fact, missed.topic, COALESCE(asked.prompt, ''), missed.at FROM answers AS missed \
                 LEFT JOIN asked ON asked.server = missed.server AND asked.question = missed.question \
                 WHERE missed.server = $1 AND missed.player = $2 AND missed.verdict <> 'right' \
                 AND NOT EXISTS (SELECT 1 FROM answers AS later WHERE later.server = $1 AND later.player = $2 \
                     AND later.at > missed.at AND later.question = missed.question) \
                 ORDER BY missed.at DESC, missed.question LIMIT $3",
                &[server.into(), player.into(), MISSED.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Missed {
                    question: row.text(0)?.to_owned(),
                    fact: row.text(1)?.to_owned(),
                    topic: row.text(2)?.to_owned(),
                    prompt: row.text(3)?.to_owned(),
                    at: row.time(4)?,
                })
            })
            .collect()
    }
}

/// Days in a row up to today or yesterday; `played` comes latest first.
fn day_streak(played: &[(i64, Tally)], today: i64) -> u64 {
    let Some(&(latest, _)) = played.first() else {
        return 0;
    };
    if latest < today - 1 {
        return 0;
    }
    let days = played.iter().zip(0..);
    days.take_while(|((day, _), gone)| *day == latest - gone)
        .count() as u64
}

/// One tally a day, days without answers too.
fn last_thirty(played: &[(i64, Tally)], days: Option<std::ops::RangeInclusive<i64>>) -> Vec<Tally> {
    days.into_iter()
        .flatten()
        .map(|day| {
            let found = played.iter().find(|(other, _)| *other == day);
            found.map_or_else(Tally::default, |(_, tally)| *tally)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tally, day_streak};

    #[test]
    fn a_day_streak_is_alive_until_a_whole_day_is_missed() {
        let streak = |days: &[i64]| {
            let played: Vec<_> = days.iter().map(|day| (*day, Tally::default())).collect();
            day_streak(&played, 100)
        };
        assert_eq!(streak(&[]), 0);
        assert_eq!(streak(&[100]), 1);
        assert_eq!(streak(&[100, 99, 98, 96]), 3);
        assert_eq!(streak(&[99, 98]), 2, "today is not over");
        assert_eq!(streak(&[98, 97]), 0);
    }
}
