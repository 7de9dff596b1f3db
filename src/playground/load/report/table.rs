//! The report as a table.

use std::fmt;

use super::{Counts, Report};

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seconds, rate, .. } = self;
        writeln!(formatter, "{}", self.spec)?;
        writeln!(
            formatter,
            "{} of {} answered in {seconds:.1} s, {rate:.1} a second\n",
            self.whole.answered, self.whole.sent
        )?;
        let head = [
            "",
            "sent",
            "unanswered",
            "refused",
            "p50",
            "p90",
            "p99",
            "p99.9",
            "max",
        ];
        row(formatter, head)?;
        for (name, counts) in &self.kinds {
            counts.write(formatter, name)?;
        }
        self.whole.write(formatter, "all")?;
        writeln!(
            formatter,
            "\nTimes are milliseconds from when it was due to the answer."
        )?;
        if let Some(games) = &self.games {
            writeln!(
                formatter,
                "{} of {} games were played to the end, {} questions; {:.1} minutes of games, {:.1} ms of CPU each.",
                games.finished,
                games.begun,
                games.questions,
                games.game_minutes,
                games.cpu_ms_per_game_minute.unwrap_or_default()
            )?;
        }
        if let Some(bot) = &self.bot {
            let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
            writeln!(
                formatter,
                "The bot used {:.2} s of CPU, {:.0} µs an answer; memory {:.1} MiB before, {:.1} MiB after.",
                bot.cpu_seconds,
                bot.cpu_per_answer_us,
                mib(bot.rss_before),
                mib(bot.rss_after)
            )?;
        }
        let own = &self.playground;
        write!(
            formatter,
            "The playground used {:.2} s of CPU; 99 of 100 frames left it within {:.2} ms of their time.",
            own.cpu_seconds, own.late_ms.p99
        )
    }
}

impl Counts {
    fn write(&self, formatter: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
        let times = &self.latency_ms;
        let times = [times.p50, times.p90, times.p99, times.p999, times.max]
            .map(|time| format!("{time:.2}"));
        let counts = [self.sent, self.unanswered, self.refused].map(|count| count.to_string());
        let [sent, unanswered, refused] = &counts;
        let [p50, p90, p99, p999, max] = &times;
        row(
            formatter,
            [name, sent, unanswered, refused, p50, p90, p99, p999, max],
        )
    }
}

fn row(formatter: &mut fmt::Formatter<'_>, cells: [&str; 9]) -> fmt::Result {
    let [name, rest @ ..] = cells;
    write!(formatter, "{name:<10}")?;
    for cell in rest {
        write!(formatter, "{cell:>11}")?;
    }
    writeln!(formatter)
}
