//! Reminders: a day by which something is to be done, or from which a change holds, comes nearer.

use std::collections::HashSet;

use jiff::civil::Date;

use super::about::{announced, as_it_stands};
use super::desk::{desk, made_key};
use crate::io::store::{Reminded, Store, StoreResult};
use crate::model::{Asset, Change, Decided, Decision, Recipient, Reminder, Tier, Watchlist};
use crate::round::house::{House, lock};
use crate::steps::compose::{self, News};

/// What was put off comes back so many days after its day at the latest, should no round run on it.
const BACK_WITHIN: i64 = 14;

/// Reminds every reader whom a change concerns, and the owners of what it touches, once for each day ahead that the
/// watchlist names.
///
/// # Errors
/// Of the store.
pub fn remind_due(house: &House) -> StoreResult<()> {
    let now = house.clock.now();
    let watchlist = &house.watchlist;
    let zone = &watchlist.settings.timezone;
    let today = now.to_zoned(zone.clone()).date();
    let mut store = lock(&house.store);
    let open = pending(&store, watchlist, today)?;
    if open.is_empty() {
        return Ok(());
    }
    let key = store.in_spite_of_damage(made_key(&store, watchlist, now))?.flatten();
    for (recipient, is_listed) in readers(watchlist, &open) {
        let reminded = store.reminded(&recipient.name)?;
        let mut reminders: Vec<Reminder> = Vec::new();
        let mut marks: Vec<Reminded> = Vec::new();
        for (change, decided) in &open {
            let is_owner = owners(watchlist, change).any(|asset| compose::owns(&recipient, asset));
            if !(is_owner || is_listed && compose::concerns(&recipient, change)) {
                continue;
            }
            for (day, is_due) in days(change, decided.as_ref()) {
                let known_since = match (decided, is_due) {
                    (Some(decided), true) => decided.at,
                    _ => change.confirmed_at.unwrap_or(change.detected_at),
                };
                let known_since = known_since.to_zoned(zone.clone()).date();
                let aheads = aheads(&watchlist.settings.reminders, is_due);
                // What was put off comes back with the first round of its day, or after it.
                let at = if is_due && is_put_off(decided.as_ref()) { today.min(day) } else { today };
                let Some((ahead, passed)) = nearest(&aheads, day, at) else { continue };
                marks.extend(passed.into_iter().map(|passed| (change.id.clone(), day, passed)));
                let is_had = reminded.iter().any(|(id, of, had)| *id == change.id && *of == day && *had <= ahead);
                // Who was told when that point had passed needs no word on it.
                let is_news = back(day, ahead).is_some_and(|point| point <= known_since);
                if !is_had && !is_news {
                    let (change, decided) = (change.clone(), decided.clone());
                    reminders.push(Reminder { change, decided, day, is_due, ahead });
                }
            }
        }
        marks.retain(|mark| !reminded.contains(mark));
        let announced = announced(&store, &reminders.iter().map(|reminder| &reminder.change).collect::<Vec<_>>())?;
        let (reminders, announced) = (reminders.as_slice(), announced.as_slice());
        let assets = &watchlist.assets;
        let news = News { reminders, announced, assets, from: now, until: now, ..News::default() };
        let letter = compose::reminder(&news, &recipient, &desk(watchlist, key.as_ref()), now);
        let letters: Vec<_> = letter.into_iter().flat_map(compose::by_every_way).collect();
        if !letters.is_empty() || !marks.is_empty() {
            let put = store.put_reminders(&letters, &recipient.name, &marks, now);
            store.in_spite_of_damage(put)?;
        }
    }
    Ok(())
}

/// Changes of which a day is still to come: what is to be done, what is watched, and important ones that nobody has decided
/// about.
fn pending(store: &Store, watchlist: &Watchlist, today: Date) -> StoreResult<Vec<(Change, Option<Decided>)>> {
    let mut found: Vec<(Change, Option<Decided>)> = Vec::new();
    for task in store.decided_last(&[Decision::Act, Decision::Watch])? {
        found.push((task.change, Some(task.decided)));
    }
    let put_off = store.decided_last(&[Decision::Defer])?.into_iter();
    let is_back = |due: Date| due <= today && back(today, BACK_WITHIN).is_some_and(|first| due >= first);
    for task in put_off.filter(|task| task.decided.due.is_some_and(is_back)) {
        found.push((task.change, Some(task.decided)));
    }
    for change in store.open_alerts(today)? {
        if change.assessment.tier == Tier::Alert && !found.iter().any(|(known, _)| known.id == change.id) {
            found.push((change, None));
        }
    }
    let found = found.into_iter().map(|(change, decided)| Ok((as_it_stands(store, change)?, decided)));
    let found = found.collect::<StoreResult<Vec<_>>>()?;
    let named = found.into_iter().map(|(change, decided)| (compose::under_todays_names(change, watchlist), decided));
    let is_to_come = |change: &Change, decided: Option<&Decided>| {
        is_put_off(decided) || days(change, decided).iter().any(|(day, _)| *day >= today)
    };
    Ok(named.filter(|(change, decided)| is_to_come(change, decided.as_ref())).collect())
}

/// The days that matter: until when something is to be done, and from when the change holds.
fn days(change: &Change, decided: Option<&Decided>) -> Vec<(Date, bool)> {
    let has_due = |decided: &&Decided| matches!(decided.decision, Decision::Act | Decision::Defer);
    let due = decided.filter(has_due).and_then(|decided| decided.due);
    let effect = change.assessment.effective_date.filter(|effect| Some(*effect) != due);
    due.map(|day| (day, true)).into_iter().chain(effect.map(|day| (day, false))).collect()
}

fn is_put_off(decided: Option<&Decided>) -> bool {
    decided.is_some_and(|decided| decided.decision == Decision::Defer)
}

/// How many days ahead there is a reminder; of what is to be done on the day itself, too.
fn aheads(settings: &[i64], is_due: bool) -> Vec<i64> {
    let mut aheads = settings.to_vec();
    if is_due {
        aheads.push(0);
    }
    aheads.sort_unstable();
    aheads.dedup();
    aheads
}

/// The nearest point that has come, and with it those before it.
fn nearest(aheads: &[i64], day: Date, today: Date) -> Option<(i64, Vec<i64>)> {
    if today > day {
        return None;
    }
    let passed: Vec<i64> =
        aheads.iter().copied().filter(|ahead| back(day, *ahead).is_some_and(|point| point <= today)).collect();
    passed.first().copied().map(|nearest| (nearest, passed))
}

fn back(day: Date, ahead: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(ahead).ok()?;
    day.checked_sub(span).ok()
}

/// The assets of ours that a change touches.
fn owners<'a>(watchlist: &'a Watchlist, change: &'a Change) -> impl Iterator<Item = &'a Asset> {
    watchlist.assets.iter().filter(|asset| change.assessment.assets.contains(&asset.id))
}

/// The recipients of the watchlist, and the owners of touched assets who are no recipients but have an address.
fn readers(watchlist: &Watchlist, open: &[(Change, Option<Decided>)]) -> Vec<(Recipient, bool)> {
    let mut readers: Vec<(Recipient, bool)> =
        watchlist.recipients.iter().map(|recipient| (recipient.clone(), true)).collect();
    let mut known: HashSet<String> = HashSet::new();
    for asset in open.iter().flat_map(|(change, _)| owners(watchlist, change)) {
        let Some(owner) = asset.owner.as_deref().map(str::trim).filter(|owner| owner.contains('@')) else { continue };
        let is_reader = readers.iter().any(|(recipient, _)| compose::owns(recipient, asset));
        if !is_reader && known.insert(owner.to_owned()) {
            readers.push((Recipient::by_address(owner, watchlist.settings.language), false));
        }
    }
    readers
}
