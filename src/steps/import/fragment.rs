//! The lines of a watchlist that were taken over, each tried by the reader of watchlists before it is let through.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::entry::{TakenPage, TakenWatch};
use super::names;
use super::taken::{Left, Taken};
use crate::steps::watchlist;

/// Lines to put into a watchlist, and what is not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    /// `watches:` and its entries; empty where nothing could be taken over.
    pub text: String,
    pub watches: usize,
    pub left: Vec<Left>,
}

/// Writes what was taken over.
#[must_use]
pub fn fragment(taken: Taken, now: Timestamp) -> Fragment {
    let mut written = Fragment { left: taken.left, ..Fragment::default() };
    let mut ids: HashSet<String> = HashSet::new();
    let mut known: HashMap<(Vec<TakenPage>, Option<String>), String> = HashMap::new();
    for mut entry in taken.entries {
        keep_what_may_be_sent(&mut entry, &mut written.left, now);
        let place = entry.place.clone();
        let id = free_id(&entry.id, &ids);
        let key = (entry.pages.iter().map(without_fragment).collect(), entry.language.clone());
        if let Some(first) = known.get(&key) {
            written.left.push(Left::new(&place, format!("the same page is watched as `{first}` already")));
            continue;
        }
        let lines = entry.written(&id);
        match problems(&lines, now) {
            problems if problems.is_empty() => {
                known.insert(key, id.clone());
                ids.insert(id);
                written.text.push_str(&lines);
                written.watches += 1;
            }
            problems => written.left.extend(problems.into_iter().map(|problem| Left::new(&place, problem))),
        }
    }
    if written.watches > 0 {
        written.text.insert_str(0, "watches:\n");
    }
    written
}

/// Leaves the headers that a watchlist does not take, each with the reason.
fn keep_what_may_be_sent(entry: &mut TakenWatch, left: &mut Vec<Left>, now: Timestamp) {
    let page = TakenPage { url: "https://example.org/".to_owned(), ..TakenPage::default() };
    let alone = TakenWatch::of(&entry.place, "example", "example", vec![page]);
    entry.headers.retain(|header| {
        let wrong = problems(&TakenWatch { headers: vec![header.clone()], ..alone.clone() }.written("example"), now);
        let refused = wrong.first().map(|problem| left.push(Left::new(&entry.place, problem.clone())));
        refused.is_none()
    });
}

/// What a watchlist of this entry alone would be refused for.
fn problems(lines: &str, now: Timestamp) -> Vec<String> {
    let read = watchlist::read(&format!("watches:\n{lines}"), "", now);
    let with_mend = |problem: &watchlist::Problem| match &problem.hint {
        Some(hint) => format!("{} ({hint})", problem.message),
        None => problem.message.to_string(),
    };
    let said = |problem: watchlist::Problem| match with_mend(&problem).split_once("`: ") {
        // The watch has no name yet by which the reader of the note would know it.
        Some((who, what)) if who.starts_with("watch ") => what.to_owned(),
        _ => with_mend(&problem),
    };
    read.err().map_or_else(Vec::new, |problems| problems.list.into_iter().map(said).collect())
}

/// The id, or the id with a number where it is taken.
fn free_id(wanted: &str, taken: &HashSet<String>) -> String {
    let wanted = names::slug(&[wanted]);
    if !taken.contains(&wanted) {
        return wanted;
    }
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    numbered.into_iter().find(|id| !taken.contains(id)).unwrap_or(wanted)
}

/// A page by which two watches are told apart: what stands behind `#` is no other page.
fn without_fragment(page: &TakenPage) -> TakenPage {
    let url = page.url.split('#').next().unwrap_or_default().to_owned();
    TakenPage { url, ..page.clone() }
}

impl TakenWatch {
    /// An entry for one page.
    pub(super) fn of(place: &str, platform: &str, document: &str, pages: Vec<TakenPage>) -> Self {
        Self {
            place: place.to_owned(),
            id: names::slug(&[platform, document]),
            platform: names::line(platform),
            document: names::line(document),
            pages,
            ..Self::default()
        }
    }
}
