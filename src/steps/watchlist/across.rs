//! What only shows when the whole file is read: things named twice, and names that nothing answers to.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use super::fields::shortened;
use super::problem::Notes;
use super::said::{Spoken, said};
use super::suggestion::did_you_mean;
use super::watches::Switched;
use crate::model::{Asset, Language, Recipient};

/// Platforms that may be named although no watch is on them at the moment: those of the shipped catalogue.
const CATALOGUE: [&str; 19] = [
    "bluesky",
    "discord",
    "facebook",
    "google-ads",
    "google-business-profile",
    "instagram",
    "linkedin",
    "mastodon",
    "pinterest",
    "reddit",
    "snapchat",
    "telegram",
    "threads",
    "tiktok",
    "twitch",
    "whatsapp",
    "x",
    "xing",
    "youtube",
];

/// Notes what does not fit together.
pub(super) fn check(
    ids: &[(usize, &str)],
    watches: &[Switched],
    assets: &[(usize, Asset)],
    recipients: &[(usize, Recipient)],
    notes: &Notes,
) {
    names_are_used_once(ids.iter().copied(), &said!("watch", "Eintrag"), "id", notes);
    pages_are_watched_once(watches, notes);
    names_are_used_once(
        assets.iter().map(|(line, asset)| (*line, asset.id.as_str())),
        &said!("asset", "Auftritt"),
        "id",
        notes,
    );
    let names = recipients.iter().map(|(line, recipient)| (*line, recipient.name.as_str()));
    names_are_used_once(names, &said!("recipient", "Empfänger"), "name", notes);

    let ours: BTreeSet<&str> = watches.iter().map(|watch| watch.watch.platform.as_str()).collect();
    let platforms: BTreeSet<&str> = ours.iter().copied().chain(CATALOGUE).collect();
    for (line, asset) in assets {
        let unknown = said!("unknown platform `{}`", "unbekannte Plattform `{}`", asset.platform);
        let who = said!("asset `{}`", "Auftritt `{}`", asset.id);
        known(&asset.platform, &platforms, *line, unknown.of(&who), notes);
    }
    let ids: BTreeSet<&str> = assets.iter().map(|(_, asset)| asset.id.as_str()).collect();
    for (line, recipient) in recipients {
        let who = said!("recipient `{}`", "Empfänger `{}`", recipient.name);
        for platform in &recipient.platforms {
            let unknown = said!("unknown platform `{platform}`", "unbekannte Plattform `{platform}`");
            known(platform, &platforms, *line, unknown.of(&who), notes);
        }
        for asset in &recipient.assets {
            let unknown = said!("unknown asset `{asset}`", "unbekannter Auftritt `{asset}`");
            known(asset, &ids, *line, unknown.of(&who), notes);
        }
    }
}

/// No page twice: the same address in another language, with other selections or asked for in another
/// way is another document.
fn pages_are_watched_once(watches: &[Switched], notes: &Notes) {
    let mut seen = HashMap::new();
    for Switched { watch, .. } in watches {
        let Some(page) = watch.pages.first() else { continue };
        let mut url = page.url.clone();
        url.set_fragment(None);
        // What is combined with it, and what of each part is read, makes another document too.
        let rest = (&page.select, &page.remove, &watch.pages[1..], &watch.access);
        let read = (&watch.select, &watch.remove);
        let first = first_of(&mut seen, (url, &watch.language, read, rest), (&watch.id, watch.line));
        // The same entry pasted twice is told once, by its id.
        if let Some((id, line)) = first.filter(|(id, _)| **id != watch.id) {
            let message = said!(
                "watch `{}`: this url is already watched as `{id}` (line {line})",
                "Eintrag `{}`: diese Adresse wird schon als `{id}` beobachtet (Zeile {line})",
                watch.id
            );
            notes.add(watch.line, message, None);
        }
    }
}

fn names_are_used_once<'a>(names: impl Iterator<Item = (usize, &'a str)>, what: &Spoken, field: &str, notes: &Notes) {
    let mut seen = HashMap::new();
    for (line, name) in names {
        if let Some(first) = first_of(&mut seen, name, line) {
            let name = shortened(name);
            let english = format!("{what} `{name}`: this {field} is already used on line {first}");
            let what = what.in_language(Language::German);
            let german = format!("{what} `{name}`: `{field}` ist schon vergeben, in Zeile {first}");
            notes.add(line, Spoken::both(english, german), None);
        }
    }
}

/// Who came first with that key, if somebody did.
fn first_of<K: Eq + Hash, V: Copy>(seen: &mut HashMap<K, V>, key: K, value: V) -> Option<V> {
    match seen.entry(key) {
        Entry::Occupied(first) => Some(*first.get()),
        Entry::Vacant(place) => {
            place.insert(value);
            None
        }
    }
}

fn known(name: &str, among: &BTreeSet<&str>, line: usize, unknown: Spoken, notes: &Notes) {
    if !among.contains(name) {
        notes.add(line, unknown, did_you_mean(name, among.iter().copied()));
    }
}
