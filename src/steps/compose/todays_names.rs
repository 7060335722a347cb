//! What was recorded under the names of its day, under those that the watchlist has now.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::{Asset, Change, Watchlist, platform_key};

/// The change as its watch is called now, with the assets that it touches as they are called now.
///
/// Filters of recipients compare names: whoever writes a platform or an asset another way between a change and its digest
/// must not lose the change by it.
#[must_use]
pub fn under_todays_names(change: Change, watchlist: &Watchlist) -> Change {
    let mut change = change;
    if let Some(watch) = watchlist.watch(&change.watch) {
        change.platform.clone_from(&watch.platform);
        change.document.clone_from(&watch.document);
    }
    let known: BTreeSet<&str> = watchlist.assets.iter().map(|asset| asset.id.as_str()).collect();
    let (mut here, gone): (Vec<String>, Vec<String>) =
        change.assessment.assets.drain(..).partition(|asset| known.contains(asset.as_str()));
    // Where one that was touched is there no more under its id, those may be it that the change would touch.
    if !gone.is_empty() {
        let day = change.detected_at.to_zoned(watchlist.settings.timezone.clone()).date();
        let heirs = watchlist.assets.iter().filter(|asset| !here.contains(&asset.id) && touches(&change, asset, day));
        let heirs: Vec<String> = heirs.map(|asset| asset.id.clone()).collect();
        here.extend(heirs);
    }
    change.assessment.assets = here;
    change
}

/// Whether an asset lives on that day, on the change's platform, and hangs on one of its topics or is named in its words.
fn touches(change: &Change, asset: &Asset, day: Date) -> bool {
    let topics = &change.assessment.topics;
    let by_topic =
        topics.iter().any(|topic| asset.topics.contains(topic)) || (asset.topics.is_empty() && !topics.is_empty());
    let by_name = || {
        let texts = change.hunks.iter().flat_map(|hunk| hunk.before.iter().chain(&hunk.after));
        let text = texts.fold(String::new(), |all, text| all + " " + &text.to_lowercase());
        asset.keywords.iter().any(|keyword| text.contains(&keyword.to_lowercase()))
    };
    platform_key(&asset.platform) == platform_key(&change.platform) && asset.is_live(day) && (by_topic || by_name())
}
