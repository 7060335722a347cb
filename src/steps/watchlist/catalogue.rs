//! The `catalogue` section: watches by reference to the shipped watchlist, so that an upgrade brings new addresses.

use std::collections::BTreeSet;

use jiff::Timestamp;
use url::Url;

use super::fields::{Fields, Wrong, shortened};
use super::keys::TOP;
use super::pairs::primary;
use super::problem::Notes;
use super::said::{Spoken, said};
use super::suggestion::one_of;
use super::tree;
use super::values::{platform, text};
use super::watches::{self, Switched};
use crate::model::{Language, Settings, Watch};

/// The `watchlist.yaml` of the repository is the catalogue's one source; a test keeps it in order.
const SHIPPED: &str = include_str!("../../../watchlist.yaml");

/// Adds to the own watches those of the catalogue that the section asks for; an own one with the same id or the same
/// address takes its place, also where it is switched off.
pub(super) fn add(top: &Fields, own: Vec<Switched>, settings: &Settings, now: Timestamp) -> Vec<Switched> {
    let Some(fields) = top.inner("catalogue") else { return own };
    let mut chosen = chosen(fields, settings, now);
    chosen.retain(|new| own.iter().all(|own| !stands_for(&own.watch, &new.watch)));
    let mut all = own;
    all.extend(chosen);
    let ids: BTreeSet<String> = all.iter().map(|watch| watch.watch.id.clone()).collect();
    for Switched { watch, .. } in all.iter_mut().filter(|watch| watch.watch.catalogue) {
        // Of a pair, one language may have been asked for alone.
        watch.same_as = watch.same_as.take().filter(|other| ids.contains(other));
    }
    all
}

/// The watches that the section names by platform, language and kind; a list that is left out means all of them.
fn chosen(fields: Fields, settings: &Settings, now: Timestamp) -> Vec<Switched> {
    let shipped = shipped(settings, now);
    let known = |of: fn(&Watch) -> Option<String>| shipped.iter().filter_map(|watch| of(&watch.watch)).collect();
    let known_platforms: BTreeSet<String> = known(|watch| Some(watch.platform.clone()));
    let known_languages: BTreeSet<String> = known(primary);
    let known_kinds: BTreeSet<String> = known(|watch| Some(watch.kind.key().to_owned()));
    let known_ids: BTreeSet<String> = known(|watch| Some(watch.id.clone()));
    let platforms = fields.list("platforms", |name, node| among(platform(name, node)?, "platform", &known_platforms));
    let languages = fields
        .list("languages", |name, node| among(text(name, node)?.to_ascii_lowercase(), "language", &known_languages));
    let kinds = fields.list("kinds", |name, node| among(text(name, node)?, "kind", &known_kinds));
    let without = fields.list("without", |name, node| among(text(name, node)?, "watch", &known_ids));
    let fits =
        |list: &[String], value: Option<String>| list.is_empty() || value.is_some_and(|value| list.contains(&value));
    let line = fields.line;
    let mut chosen = shipped;
    chosen.retain(|Switched { watch, enabled }| {
        *enabled
            && fits(&platforms, Some(watch.platform.clone()))
            && fits(&languages, primary(watch))
            && fits(&kinds, Some(watch.kind.key().to_owned()))
            && !without.contains(&watch.id)
    });
    if chosen.is_empty() {
        let wrong = Wrong::new(said!(
            "nothing in the catalogue is of these platforms, languages and kinds together",
            "im Katalog gibt es nichts, worauf diese Plattformen, Sprachen und Arten zusammen passen"
        ));
        fields.note_here(wrong.hint(said!(
            "leave one of the lists out: that means all of them",
            "eine der Listen weglassen: das heißt dann alle"
        )));
    }
    fields.close();
    for Switched { watch, .. } in &mut chosen {
        watch.catalogue = true;
        watch.line = line;
    }
    chosen
}

/// A name that the catalogue knows.
fn among(written: String, what: &str, known: &BTreeSet<String>) -> Result<String, Wrong> {
    if known.contains(&written) {
        return Ok(written);
    }
    let hint = one_of(&written, known.iter().map(String::as_str));
    let hint = if hint.in_language(Language::English).len() > 400 {
        said!("the shipped watchlist.yaml lists them", "die mitgelieferte watchlist.yaml zählt sie auf")
    } else {
        hint
    };
    Err(Wrong::new(Spoken::both(
        format!("the catalogue has no {what} `{}`", shortened(&written)),
        format!("im Katalog gibt es `{}` nicht", shortened(&written)),
    ))
    .hint(hint))
}

/// Every watch of the shipped watchlist, under the settings of this one.
fn shipped(settings: &Settings, now: Timestamp) -> Vec<Switched> {
    let Ok(root) = tree::grow(SHIPPED) else { return Vec::new() };
    let notes = Notes::default();
    let top = Fields::of(&root, &TOP, Spoken::from(""), &Spoken::from("the catalogue"), &notes);
    top.map_or_else(Vec::new, |top| watches::read(&top, settings, now))
}

/// Whether an own watch takes the place of one of the catalogue. It does so silently: what an upgrade brings must not
/// break a watchlist that was in order.
fn stands_for(own: &Watch, new: &Watch) -> bool {
    let language_fits = own.language.is_none() || primary(own) == primary(new);
    own.id == new.id || (language_fits && address(own).is_some() && address(own) == address(new))
}

/// The watch's own address.
fn address(watch: &Watch) -> Option<Url> {
    let mut url = watch.pages.first()?.url.clone();
    url.set_fragment(None);
    Some(url)
}
