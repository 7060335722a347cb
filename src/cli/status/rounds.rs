//! The last rounds, and what came of each.

use serde_json::json;

use crate::cli::terminal::{FAINT, WARM, painted};
use crate::cli::{Exit, Failure, General, check, replies_text, setup, terminal, times};

/// The last rounds, a line each.
pub(super) fn rounds(general: &General, most: u32, as_json: bool) -> Result<Exit, Failure> {
    let rounds = setup::store_to_read(general)?.map(|store| store.rounds(most)).transpose()?.unwrap_or_default();
    let zone = setup::zone(general);
    for round in rounds {
        if as_json {
            say!(
                "{}",
                json!({
                    "began_at": round.began_at.to_string(),
                    "ended_at": round.ended_at.map(|ended| ended.to_string()),
                    "times": round.times,
                    "report": round.report,
                })
            );
            continue;
        }
        let began = times::shown(round.began_at, &zone);
        let came_of_it = match (&round.report, round.ended_at) {
            (_, None) => {
                painted(&phrase!("did not come to its end, or is at work", "kam nicht ans Ende oder läuft noch"), WARM)
            }
            (Some(report), _) if report.is_quiet() => painted(
                &match round.times {
                    1 => phrase!("nothing to do, once", "nichts zu tun, einmal"),
                    times => phrase!("nothing to do, {times} times", "nichts zu tun, {times}-mal"),
                },
                FAINT,
            ),
            (Some(report), _) => {
                let trouble = report.troubles.first();
                phrase!(
                    "{} looked at, {} changed, {} unreadable, {}{}{}",
                    "{} angesehen, {} geändert, {} nicht lesbar, {}{}{}",
                    report.looked,
                    report.changed,
                    report.unreadable,
                    check::letters_gone(report.sent, report.filed),
                    replies_text::counts(report.decided, report.replies_refused)
                        .iter()
                        .map(|count| format!(", {count}"))
                        .collect::<String>(),
                    trouble.map_or_else(String::new, |trouble| phrase!("; mail: {trouble}", "; Post: {trouble}"))
                )
            }
            (None, Some(_)) => String::new(),
        };
        say!("{}", terminal::hanging(&format!("{began}  {came_of_it}"), 18));
    }
    Ok(Exit::Fine)
}
