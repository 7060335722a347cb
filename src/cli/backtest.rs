//! `hausrecht backtest`: the present rules over all recorded changes and all that is held back.

use jiff::tz::TimeZone;
use serde_json::json;

use super::terminal::{FAINT, GOOD, LOUD, STRONG, WARM, painted};
use super::{Exit, Failure, General, change_text, setup, tongue};
use crate::io::store::Filter;
use crate::round::{self, Backtest, Backtested};
use crate::steps::compose;

/// Judge all recorded changes and what is held back again, and show alerts gained, lost and changed (try another watchlist with --watchlist).
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only changes detected at this time or later
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let since = args.since.as_deref().map(|since| setup::span(general, since)).transpose()?;
    let filter = Filter { since: since.map(|since| since.from), ..Filter::default() };
    let found = match setup::store_to_read(general)? {
        Some(store) => round::backtest(&watchlist, &store, &filter)?,
        None => Backtest::default(),
    };
    let (total, held) = (found.judged, found.held);
    let (gained, rest): (Vec<_>, Vec<_>) = found.otherwise.into_iter().partition(Backtested::is_gained);
    let (lost, otherwise): (Vec<_>, Vec<_>) = rest.into_iter().partition(Backtested::is_lost);
    if args.json {
        let all = |tested: &[Backtested]| tested.iter().map(as_json).collect::<Vec<_>>();
        say!(
            "{}",
            json!({"changes": total, "held": held, "gained": all(&gained), "lost": all(&lost), "changed": all(&otherwise)})
        );
        return Ok(Exit::Fine);
    }
    let zone = &watchlist.settings.timezone;
    if [&gained, &lost, &otherwise].iter().any(|list| !list.is_empty()) {
        setup::name_zone(general, zone);
    }
    for (title, style, list) in [
        (phrase!("alerts gained", "nun wichtig"), GOOD, &gained),
        (phrase!("alerts lost", "nicht mehr wichtig"), LOUD, &lost),
        (phrase!("judged otherwise", "anders beurteilt"), STRONG, &otherwise),
    ] {
        if !list.is_empty() {
            say!("{}", painted(&title, style));
            for tested in list {
                show(tested, zone);
            }
        }
    }
    say!(
        "{}",
        phrase!(
            "{total} changes and {held} held-back passages: {} alerts gained, {} lost, {} judged otherwise",
            "{total} Änderungen und {held} zurückgehaltene Stellen: {} nun wichtig, {} nicht mehr, {} anders beurteilt",
            gained.len(),
            lost.len(),
            otherwise.len()
        )
    );
    Ok(Exit::Fine)
}

fn show(tested: &Backtested, zone: &TimeZone) {
    say!("  {}", change_text::line(&tested.change, zone));
    if let Some(rule) = &tested.held_by {
        say!("    {} {}", painted(&phrase!("held back:", "zurückgehalten:"), FAINT), painted(rule, WARM));
    }
    let reason = tested.now.reasons.first().map(|reason| compose::reason(reason, tongue::spoken()));
    let reason = reason.unwrap_or_default();
    say!(
        "    {}",
        painted(
            &phrase!("now {} {}: {reason}", "nun {} {}: {reason}", tested.now.tier.key(), tested.now.kind.key()),
            FAINT
        )
    );
}

fn as_json(tested: &Backtested) -> serde_json::Value {
    let (was, now) = (&tested.change.assessment, &tested.now);
    let side = |assessment: &crate::model::Assessment| {
        json!({
            "tier": assessment.tier.key(),
            "kind": assessment.kind.key(),
            "topics": assessment.topics.iter().map(|topic| topic.key()).collect::<Vec<_>>(),
            "assets": assessment.assets,
        })
    };
    json!({
        "id": tested.change.id,
        "watch": tested.change.watch,
        "detected_at": tested.change.detected_at.to_string(),
        "held_by": tested.held_by,
        "was": side(was),
        "now": side(now),
    })
}
