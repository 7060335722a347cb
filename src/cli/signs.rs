//! What a round leaves for other programs: figures for Prometheus, lines in the journal, a sign of life.

use std::fmt::Write as _;
use std::path::Path;

use jiff::Timestamp;

use super::{Failure, setup};
use crate::io::store::OutboxCount;
use crate::io::whole_file::{self, Rights};
use crate::io::{heartbeat, journal};
use crate::model::RoundReport;
use crate::round::{self, Coverage, Delivered, House, Looked, lock};

/// Names another place at which the journal listens, as in a container.
const JOURNAL: &str = "HAUSRECHT_JOURNAL";

/// Leaves all that the watchlist asks for; trouble with it is said and hinders nothing.
pub async fn leave(house: &House, looks: &[Looked], delivered: &Delivered) -> Result<(), Failure> {
    let settings = &house.watchlist.settings;
    let report = round::report(looks, delivered);
    if let Some(file) = &settings.metrics {
        let now = setup::now();
        let store = lock(&house.store);
        let coverage = round::coverage(&house.watchlist, Some(&store), now)?;
        let text = exposition(&coverage, store.outbox()?, &report, now);
        if let Err(error) = whole_file::put(file, text.as_bytes(), &Rights::Everybody) {
            tell!("metrics: {}: {error}", file.display());
        }
    }
    if std::env::var_os("JOURNAL_STREAM").is_some() {
        let socket = std::env::var_os(JOURNAL).unwrap_or_else(|| journal::SOCKET.into());
        write_down(Path::new(&socket), &report);
    }
    // Whoever waits for the sign shall also hear of it where letters do not get out.
    if let Some(url) = settings.heartbeat.as_ref().filter(|_| delivered.troubles.is_empty())
        && let Err(why) = heartbeat::beat(url, settings.ca_file.as_deref()).await
    {
        tell!("heartbeat: {why}");
    }
    Ok(())
}

/// The figures in the format of Prometheus' text files.
fn exposition(coverage: &Coverage, outbox: OutboxCount, report: &RoundReport, now: Timestamp) -> String {
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, values: &[(&str, u64)]| {
        let _ = writeln!(text, "# HELP hausrecht_{name} {help}\n# TYPE hausrecht_{name} gauge");
        for (label, value) in values {
            let _ = writeln!(text, "hausrecht_{name}{label} {value}");
        }
    };
    gauge("documents", "Documents on the watchlist.", &[("", coverage.documents as u64)]);
    gauge("documents_read_24h", "Documents that were read in the last 24 hours.", &[("", coverage.read as u64)]);
    gauge(
        "blind_spots",
        "Documents that cannot be read for longer than their patience.",
        &[("", coverage.blind as u64)],
    );
    gauge(
        "deliveries",
        "Letters by address, as they stand.",
        &[
            ("{state=\"waiting\"}", outbox.waiting),
            ("{state=\"sent\"}", outbox.sent),
            ("{state=\"written\"}", outbox.written),
            ("{state=\"refused\"}", outbox.refused),
        ],
    );
    gauge(
        "round_pages",
        "Pages of the last round, by what came of them.",
        &[
            ("{outcome=\"looked\"}", report.looked as u64),
            ("{outcome=\"changed\"}", report.changed as u64),
            ("{outcome=\"unreadable\"}", report.unreadable as u64),
        ],
    );
    gauge("round_troubles", "What went wrong with the mail in the last round.", &[("", report.troubles.len() as u64)]);
    gauge("last_round_timestamp_seconds", "When the last round ended.", &[("", now.as_second().unsigned_abs())]);
    text
}

/// A line for each page that was not as before, and one for the round.
fn write_down(socket: &Path, report: &RoundReport) {
    // 4 and 6 are syslog's warning and information.
    for page in &report.pages {
        let priority = if page.outcome == "unreadable" { "4" } else { "6" };
        let message = format!("{} {} {}", page.outcome, page.watch, page.detail);
        let mut fields = vec![
            ("MESSAGE", message.trim_end()),
            ("PRIORITY", priority),
            ("SYSLOG_IDENTIFIER", "hausrecht"),
            ("HAUSRECHT_WATCH", page.watch.as_str()),
            ("HAUSRECHT_OUTCOME", page.outcome.as_str()),
        ];
        match page.outcome.as_str() {
            "changed" => fields.push(("HAUSRECHT_CHANGE", page.detail.as_str())),
            "unreadable" => fields.push(("HAUSRECHT_TROUBLE", page.detail.as_str())),
            _ => {}
        }
        // Where the journal does not listen, the lines on stdout are what there is.
        let _ = journal::send(socket, &fields);
    }
    let figures =
        [report.looked, report.changed, report.unreadable, report.sent, report.waiting].map(|n| n.to_string());
    let [looked, changed, unreadable, sent, waiting] = &figures;
    let letters = if report.sent == 1 { "letter" } else { "letters" };
    let gone = if report.filed > 0 && report.filed == report.sent { "written to files" } else { "sent" };
    let message =
        format!("round: {looked} looked at, {changed} changed, {unreadable} unreadable, {sent} {letters} {gone}");
    let _ = journal::send(
        socket,
        &[
            ("MESSAGE", message.as_str()),
            ("PRIORITY", if report.troubles.is_empty() { "6" } else { "4" }),
            ("SYSLOG_IDENTIFIER", "hausrecht"),
            ("HAUSRECHT_LOOKED", looked.as_str()),
            ("HAUSRECHT_CHANGED", changed.as_str()),
            ("HAUSRECHT_UNREADABLE", unreadable.as_str()),
            ("HAUSRECHT_SENT", sent.as_str()),
            ("HAUSRECHT_WAITING", waiting.as_str()),
        ],
    );
}
