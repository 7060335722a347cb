//! The `settings` section.

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::addresses::{address, url};
use super::fields::{Fields, Wrong};
use super::tree::Node;
use super::values::{cron_line, duration, evidence, flag, number, path, place, reader_language, zone};
use crate::model::{Language, Schedule, Settings};
use crate::steps::schedule;

/// Every morning at six.
const SCHEDULE: &str = "0 0 6 * * *";

/// Reads the section, or fills in what holds without it.
///
/// `None` only if hausrecht's own default were not a schedule.
pub(super) fn read(top: &Fields, now: Timestamp) -> Option<Settings> {
    let usual = usual(schedule::parse(SCHEDULE, now).ok()?);
    let Some(fields) = top.inner("settings") else { return Some(usual) };
    let settings = Settings {
        language: fields.get("language", reader_language).unwrap_or(usual.language),
        timezone: fields.get("timezone", zone).unwrap_or(usual.timezone),
        schedule: fields.get("schedule", |name, node| cron_line(name, node, now)).unwrap_or(usual.schedule),
        contact: fields.get("contact", contact),
        pause: fields.get("pause", duration).unwrap_or(usual.pause),
        concurrency: fields
            .get("concurrency", |name, node| number(name, node, 1, 256))
            .map_or(usual.concurrency, usize::from),
        confirm_after: fields.get("confirm_after", duration).unwrap_or(usual.confirm_after),
        patience: fields.get("patience", duration).unwrap_or(usual.patience),
        ca_file: fields.get("ca_file", path),
        all_quiet: fields.get("all_quiet", flag).unwrap_or(usual.all_quiet),
        welcome: fields.get("welcome", flag).unwrap_or(usual.welcome),
        reminders: reminders(&fields).unwrap_or(usual.reminders),
        evidence: fields.get("evidence", evidence),
        only_my_assets: fields.get("only_my_assets", flag).unwrap_or(usual.only_my_assets),
        regions: fields.list("regions", place),
        heartbeat: fields.get("heartbeat", url),
        metrics: fields.get("metrics", path),
        keep: fields.get("keep", duration),
        chromium: fields.get("chromium", path),
    };
    fields.close();
    Some(settings)
}

/// Days ahead; an empty list is none at all.
fn reminders(fields: &Fields) -> Option<Vec<i64>> {
    fields.node("reminders")?;
    Some(fields.list("reminders", |name, node| number(name, node, 0, 365)).into_iter().map(i64::from).collect())
}

/// What holds where nothing else is written. Times are UTC, so that a watchlist means the same on every machine.
fn usual(schedule: Schedule) -> Settings {
    Settings {
        language: Language::English,
        timezone: TimeZone::UTC,
        schedule,
        contact: None,
        pause: Duration::from_secs(2),
        concurrency: 16,
        confirm_after: Duration::from_secs(30),
        patience: Duration::from_hours(48),
        ca_file: None,
        all_quiet: false,
        welcome: false,
        reminders: vec![14, 3],
        evidence: None,
        only_my_assets: false,
        regions: Vec::new(),
        heartbeat: None,
        metrics: None,
        keep: None,
        chromium: None,
    }
}

/// Where a platform can reach the operator: an e-mail address or a page.
fn contact(name: &str, node: &Node) -> Result<String, Wrong> {
    address(name, node).or_else(|wrong| url(name, node).map(|url| url.to_string()).map_err(|_| wrong))
}
