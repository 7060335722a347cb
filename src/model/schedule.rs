//! When something is due: a cron line as written and as the `cron` crate reads it.

/// A cron line whose meaning was checked when the watchlist was read.
#[derive(Debug, Clone)]
pub struct Schedule {
    /// The line as the team wrote it.
    pub written: String,
    /// What it means. More than one where crontab(5) joins day of month and day of week with "or".
    pub alternatives: Vec<cron::Schedule>,
}

impl PartialEq for Schedule {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}
