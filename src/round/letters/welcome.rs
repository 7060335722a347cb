//! What a new reader is told: what is watched for them, and how the first round read it.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::io::store::{Store, StoreResult};
use crate::model::{FirstDoubt, Loss, Outcome, Page, Recipient, Trouble, Watch, Watchlist, Welcome, platform_key};
use crate::round::first_looks::{Means, means};
use crate::steps::schedule;

/// What there is to tell; none before anything was read for the reader.
pub(super) fn welcome(
    store: &Store,
    watchlist: &Watchlist,
    recipient: &Recipient,
    now: Timestamp,
) -> StoreResult<Option<Welcome>> {
    let is_wanted =
        |platform: &str| recipient.platforms.is_empty() || recipient.platforms.iter().any(|key| key == platform);
    let digest = recipient.digest.as_ref();
    let mut found = Welcome {
        reminders: watchlist.settings.reminders.clone(),
        digest: digest.and_then(|digest| schedule::next(digest, &watchlist.settings.timezone, now)),
        ..Welcome::default()
    };
    for watch in watchlist.watches.iter().filter(|watch| is_wanted(&watch.platform)) {
        match found.platforms.iter_mut().find(|(platform, _)| *platform == watch.platform) {
            Some((_, documents)) => documents.push(watch.document.clone()),
            None => found.platforms.push((watch.platform.clone(), vec![watch.document.clone()])),
        }
        for page in &watch.pages {
            count(&mut found, store, watch, page)?;
        }
    }
    let platforms: BTreeSet<&str> = found.platforms.iter().map(|(platform, _)| platform.as_str()).collect();
    let touched = watchlist.assets.iter().filter(|asset| platforms.contains(platform_key(&asset.platform).as_str()));
    let of_reader = touched.filter(|asset| recipient.assets.is_empty() || recipient.assets.contains(&asset.id));
    found.assets = of_reader.map(|asset| asset.name.clone()).collect();
    let is_in_part = |doubt: &FirstDoubt| matches!(doubt.trouble, Trouble::InPart { .. });
    // Where one page was tried before the first round, the letter waits for the others.
    let is_round = found.waiting * 2 <= found.pages();
    Ok((is_round && (found.read() > 0 || found.doubts.iter().any(is_in_part))).then_some(found))
}

/// How a page was read.
fn count(found: &mut Welcome, store: &Store, watch: &Watch, page: &Page) -> StoreResult<()> {
    let Some(state) = store.page(&watch.id, &page.part)? else {
        found.waiting += 1;
        return Ok(());
    };
    let trouble = match state.outcome {
        Outcome::Unreadable { trouble } => Some(trouble),
        // It is followed as it was read, and may not be all.
        _ => state.memory.doubt,
    };
    if let Some(trouble) = trouble {
        found.doubts.push(FirstDoubt {
            platform: watch.platform.clone(),
            document: watch.document.clone(),
            url: page.url.to_string(),
            trouble,
        });
        return Ok(());
    }
    let version = store.unless_damaged(&watch.id, Loss::Rest, store.last_version(&watch.id, &page.part))?.flatten();
    let snapshot = match version {
        Some(version) => {
            let stored = store.snapshot(&watch.id, &page.part, &version.snapshot);
            store.unless_damaged(&watch.id, Loss::Rest, stored)?.flatten()
        }
        None => None,
    };
    match snapshot.map_or(Means::Http, |stored| means(&stored.snapshot)) {
        Means::Http => found.plainly += 1,
        Means::Browser => found.by_browser += 1,
        Means::Pdf => found.as_pdf += 1,
        Means::Feed => found.as_feed += 1,
    }
    Ok(())
}
