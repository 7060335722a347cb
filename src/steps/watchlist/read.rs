//! Reads section after section, and gathers every problem on the way.

use jiff::Timestamp;

use super::fields::Fields;
use super::keys::TOP;
use super::problem::{Notes, Problem, Problems};
use super::said::{Spoken, said};
use super::{across, assets, catalogue, mail, pairs, recipients, rules, settings, tree, watches};
use crate::model::Watchlist;

/// Reads a watchlist; `now` is needed to see whether a schedule ever comes due.
///
/// # Errors
/// All problems of the file, never only the first.
pub fn read(text: &str, file: &str, now: Timestamp) -> Result<Watchlist, Problems> {
    read_with(text, file, now, watches::are_there)
}

/// Reads a watchlist that may watch nothing yet, because something is about to be added to it.
///
/// # Errors
/// All problems of the file but that one.
pub fn read_to_add(text: &str, file: &str, now: Timestamp) -> Result<Watchlist, Problems> {
    read_with(text, file, now, |_| {})
}

fn read_with(text: &str, file: &str, now: Timestamp, also: fn(&Fields)) -> Result<Watchlist, Problems> {
    let root = tree::grow(text).map_err(|problem| Problems { file: file.to_owned(), list: vec![problem] })?;
    let notes = Notes::default();
    let watchlist = sections(&root, &notes, now, also);
    match (watchlist, notes.into_list()) {
        (Some(watchlist), list) if list.is_empty() => Ok(watchlist),
        // Only that no schedule comes due any more keeps the usual settings from being made.
        (None, list) if list.is_empty() => {
            let problem = Problem {
                line: None,
                message: said!(
                    "the clock of this machine says {now}; no schedule ever comes due after 2100",
                    "die Uhr dieses Rechners zeigt {now}; nach 2100 ist nichts mehr fällig"
                ),
                hint: Some(said!("set the clock", "die Uhr stellen")),
            };
            Err(Problems { file: file.to_owned(), list: vec![problem] })
        }
        (_, list) => Err(Problems { file: file.to_owned(), list }),
    }
}

/// Reads section after section, through to the end whatever is wrong on the way.
fn sections(root: &tree::Node, notes: &Notes, now: Timestamp, also: fn(&Fields)) -> Option<Watchlist> {
    let top = Fields::of(root, &TOP, Spoken::from(""), &said!("a watchlist", "eine Watchlist"), notes)?;
    let settings = settings::read(&top, now)?;
    let mail = mail::read(&top);
    let recipients = recipients::read(&top, settings.language, now);
    let assets = assets::read(&top);
    let rules = rules::read(&top);
    also(&top);
    let watches = catalogue::add(&top, watches::read(&top, &settings, now), &settings, now);
    across::check(&watches::ids(&top), &watches, &assets, &recipients, notes);
    pairs::check(&watches, notes);
    top.close();
    Some(Watchlist {
        settings,
        mail,
        recipients: recipients.into_iter().map(|(_, recipient)| recipient).collect(),
        assets: assets.into_iter().map(|(_, asset)| asset).collect(),
        rules,
        watches: watches.into_iter().filter(|watch| watch.enabled).map(|watch| watch.watch).collect(),
    })
}
