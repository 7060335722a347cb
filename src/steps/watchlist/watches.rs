//! The `watches` section, the heart of the file.

use jiff::Timestamp;
use url::Url;

use super::access;
use super::addresses::url;
use super::choices::RENDER;
use super::fields::{Fields, Wrong, shortened, text_in};
use super::said::said;
use super::selections;
use super::tree::{Content, Node};
use super::values::{choice, cron_line, duration, flag, platform, text};
use crate::model::{DocumentKind, Page, Settings, Watch};

/// The longest id, in characters: folders are named by it.
const LONGEST: usize = 100;

/// A watch that may be switched off.
pub(super) struct Switched {
    pub(super) watch: Watch,
    /// With `enabled: false` it is checked like the others and then left out.
    pub(super) enabled: bool,
}

/// Notes where nothing is watched.
pub(super) fn are_there(top: &Fields) {
    if top.items("watches").is_empty() && top.node("catalogue").is_none() {
        let wrong = Wrong::new(said!(
            "no page is watched: `watches` is missing or empty",
            "nichts wird beobachtet: `watches` fehlt oder ist leer"
        ));
        let hint = said!(
            "`hausrecht add URL` adds one; each entry of the list needs `id`, `platform`, `document` and `url`",
            "`hausrecht add URL` fügt einen Eintrag hinzu; jeder braucht `id`, `platform`, `document` und `url`"
        );
        top.note_here(wrong.hint(hint));
    }
}

/// Reads the watches, those that are switched off too.
pub(super) fn read(top: &Fields, settings: &Settings, now: Timestamp) -> Vec<Switched> {
    let entries = top.entries("watches", &said!("watch", "Eintrag"), "id");
    entries.into_iter().filter_map(|fields| watch(fields, settings, now)).collect()
}

/// The id of every entry and the line on which it begins, whatever else of it is wrong.
pub(super) fn ids<'a>(top: &Fields<'a>) -> Vec<(usize, &'a str)> {
    top.items("watches").iter().filter_map(|node| Some((node.line, text_in(node, "id")?))).collect()
}

fn watch(fields: Fields, settings: &Settings, now: Timestamp) -> Option<Switched> {
    let id = fields.need("id", id);
    let platform = fields.need("platform", platform);
    let document = fields.need("document", text);
    let pages = pages(&fields);
    let kinds = DocumentKind::ALL.map(|kind| (kind.key(), kind));
    let kind = fields.get("kind", |name, node| choice(name, "kind", node, &kinds)).unwrap_or_default();
    let language = fields.get("language", language);
    let render = fields.get("render", |name, node| choice(name, "way to render", node, &RENDER)).unwrap_or_default();
    let select = selections::read(&fields, "select");
    let remove = selections::read(&fields, "remove");
    let schedule = fields.get("schedule", |name, node| cron_line(name, node, now));
    let allow_private_network = fields.get("allow_private_network", flag).unwrap_or_default();
    let patience = fields.get("patience", duration).unwrap_or(settings.patience);
    let access = access::read(&fields, render);
    if let Some(pages) = &pages {
        access::check(&fields, &access, pages, allow_private_network);
    }
    let same_as = fields.get("same_as", text);
    let ota = fields.list("ota", place_in_archive);
    let enabled = fields.get("enabled", flag).unwrap_or(true);
    let line = fields.line;
    fields.close();
    let watch = Watch {
        id: id?,
        platform: platform?,
        document: document?,
        kind,
        pages: pages?,
        language,
        render,
        select,
        remove,
        schedule: schedule.unwrap_or_else(|| settings.schedule.clone()),
        access,
        allow_private_network,
        patience,
        same_as,
        ota,
        catalogue: false,
        line,
    };
    Some(Switched { watch, enabled })
}

/// The watch's own address, then those of `combine`, each once.
fn pages(fields: &Fields) -> Option<Vec<Page>> {
    let combined: Vec<Page> = fields.items("combine").iter().filter_map(|node| part(fields, node)).collect();
    // A document may be written as its parts alone: the first stands for the whole.
    let own = if combined.is_empty() { fields.need("url", url) } else { fields.get("url", url) };
    let first = own.or_else(|| combined.first().map(|page| page.url.clone()))?;
    // With selections of its own, a part keeps them also where it repeats the watch's own address.
    let own = combined.iter().find(|page| page.url == first);
    let own = Page {
        part: String::new(),
        select: own.map_or_else(Vec::new, |page| page.select.clone()),
        remove: own.map_or_else(Vec::new, |page| page.remove.clone()),
        url: first,
    };
    let mut pages = vec![own];
    for page in combined {
        if pages.iter().all(|known| known.url != page.url) {
            pages.push(page);
        }
    }
    Some(pages)
}

/// One address of `combine`, alone or with selections of its own.
fn part(fields: &Fields, node: &Node) -> Option<Page> {
    let page = |url: Url, select, remove| Page { part: url.to_string(), url, select, remove };
    if !matches!(node.content, Content::Mapping(_)) {
        let url = url("combine", node).map_err(|wrong| fields.note(node.line, wrong)).ok()?;
        return Some(page(url, Vec::new(), Vec::new()));
    }
    let inner = fields.item("combine", node)?;
    let url = inner.need("url", url);
    let (select, remove) = (selections::read(&inner, "select"), selections::read(&inner, "remove"));
    inner.close();
    Some(page(url?, select, remove))
}

/// A name for the command line, where `WATCH@TIME` and folders of captures are named by it.
fn id(name: &str, node: &Node) -> Result<String, Wrong> {
    let id = text(name, node)?;
    let usable =
        !id.starts_with(['-', '.']) && !id.contains(|letter: char| letter.is_whitespace() || "@/\\".contains(letter));
    let length = id.chars().count();
    if length > LONGEST {
        return Err(Wrong::new(said!(
            "`{name}` is too long: {length} characters, at most {LONGEST}",
            "`{name}` ist zu lang: {length} Zeichen, höchstens {LONGEST}"
        ))
        .hint(said!("a few words will do, as in `facebook-pages`", "wenige Wörter genügen, wie `facebook-pages`")));
    }
    if usable {
        return Ok(id);
    }
    Err(Wrong::new(said!(
        "`{name}` cannot be used on the command line: `{}`",
        "`{name}` taugt nicht für die Kommandozeile: `{}`",
        shortened(&id)
    ))
    .hint(said!(
        "use lower-case letters, digits and dashes, as in `facebook-pages`",
        "kleine Buchstaben, Ziffern und Striche verwenden, wie `facebook-pages`"
    )))
}

/// A place in a collection of Open Terms Archive.
fn place_in_archive(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    let place = written.strip_suffix(".md").unwrap_or(&written);
    match place.split_once('/') {
        Some((service, document)) if !service.trim().is_empty() && !document.trim().is_empty() => Ok(place.to_owned()),
        _ => Err(Wrong::new(said!(
            "`{name}` is no service and document: `{}`",
            "`{name}` nennt keinen Dienst und kein Dokument: `{}`",
            shortened(&written)
        ))
        .hint(said!("write it as in `Facebook/Terms of Service`", "so schreiben: `Facebook/Terms of Service`"))),
    }
}

/// A language in which pages are asked for (BCP 47).
fn language(name: &str, node: &Node) -> Result<String, Wrong> {
    let tag = text(name, node)?;
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let fits = |part: &str, least, most| {
        (least..=most).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
    };
    if fits(primary, 2, 3)
        && primary.bytes().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| fits(part, 1, 8))
    {
        return Ok(tag);
    }
    Err(Wrong::new(said!(
        "`{name}` is not a language tag: `{}`",
        "`{name}` ist kein Sprachkürzel: `{}`",
        shortened(&tag)
    ))
    .hint(said!("write it as in `en`, `de` or `pt-BR`", "so schreiben: `en`, `de` oder `pt-BR`")))
}
