//! What a process has used so far, from `/proc`.

use std::fs;

/// The kernel counts a process's time in hundredths of a second, whatever its own clock.
const TICKS_A_SECOND: f64 = 100.0;

/// Time on a processor, and memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Used {
    /// User and system time of all threads, in seconds.
    pub(super) cpu_seconds: f64,
    /// Resident memory.
    pub(super) bytes: u64,
}

impl Used {
    /// Of the process with this number; `None` where there is no such process, or no `/proc`.
    pub(super) fn by(pid: u32) -> Option<Self> {
        let file = |name| fs::read_to_string(format!("/proc/{pid}/{name}")).ok();
        Some(Self {
            cpu_seconds: cpu_seconds(&file("stat")?)?,
            bytes: resident_bytes(&file("status")?)?,
        })
    }
}

/// Fields 14 and 15, counted from the name in parentheses, which may hold anything.
fn cpu_seconds(stat: &str) -> Option<f64> {
    let (_, after) = stat.rsplit_once(')')?;
    let mut fields = after.split_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let system: u32 = fields.next()?.parse().ok()?;
    Some((f64::from(user) + f64::from(system)) / TICKS_A_SECOND)
}

fn resident_bytes(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_kernel_says_is_read() {
        let stat = "42 (a) b) S 1 42 42 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 4 0 9 1 2 3";
        assert_eq!(cpu_seconds(stat), Some(3.0));
        assert_eq!(cpu_seconds("42 (a"), None);
        let status = "Name:\tclio\nVmRSS:\t    2048 kB\nThreads:\t4\n";
        assert_eq!(resident_bytes(status), Some(2 << 20));
        assert_eq!(resident_bytes("Name:\tclio\n"), None);
    }
}
