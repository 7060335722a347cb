//! Declarations of Open Terms Archive: one JSON for each service, with the pages of its terms.

use serde_json::{Map, Value};
use url::Url;

use super::entry::{TakenPage, TakenWatch};
use super::taken::Taken;
use super::{kinds, names, selectors};
use crate::model::Selection;

/// What the fields of a declaration are for; others are named.
const FIELDS: [&str; 6] = ["fetch", "select", "remove", "executeClientScripts", "filter", "combine"];

/// Reads one file of a `declarations` folder; what is broken in it is named, and the rest goes on.
#[must_use]
pub fn open_terms_archive(file: &str, text: &str) -> Taken {
    let mut taken = Taken::default();
    let declared: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(declared) => declared,
        Err(error) => {
            taken.leave(file, format!("no JSON: {error}"));
            return taken;
        }
    };
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let service = declared.get("name").and_then(Value::as_str).map(str::trim).filter(|name| !name.is_empty());
    let service = service.unwrap_or(stem);
    let terms = declared.get("terms").or_else(|| declared.get("documents")).and_then(Value::as_object);
    let Some(terms) = terms.filter(|terms| !terms.is_empty()) else {
        taken.leave(file, "it declares no terms");
        return taken;
    };
    for (kind, declaration) in terms {
        let place = format!("{service}, {kind}");
        match declaration.as_object() {
            Some(fields) => document(&mut taken, &place, (stem, service, kind), fields),
            None => taken.leave(&place, "its declaration is no object"),
        }
    }
    taken
}

/// Whether a commit of a versions repository only tells that the archive's own reading changed, not the terms.
#[must_use]
pub fn is_upgrade(subject: &str) -> bool {
    ["Apply technical or declaration upgrade", "Refilter"].iter().any(|prefix| subject.starts_with(prefix))
}

/// One document with its pages.
fn document(taken: &mut Taken, place: &str, (file, service, kind): (&str, &str, &str), fields: &Map<String, Value>) {
    let mut pages = Vec::new();
    let (mut scripts, mut lost) = (0, 0);
    let parts = selectors::each(fields.get("combine"));
    let alone = [Value::Object(Map::new())];
    for part in if parts.is_empty() { &alone } else { parts } {
        let Some(own) = part.as_object() else {
            taken.leave(place, format!("a page of `combine` is no object: {part}"));
            lost += 1;
            continue;
        };
        // What a page says of itself goes before what holds for all of them.
        let of = |name: &str| own.get(name).or_else(|| fields.get(name)).filter(|value| !value.is_null());
        name_what_stays(taken, place, own);
        let Some(url) = address(taken, place, of("fetch")) else {
            lost += 1;
            continue;
        };
        let page =
            TakenPage { url, select: select(taken, place, of("select")), remove: remove(taken, place, of("remove")) };
        if pages.iter().any(|known: &TakenPage| known.url == page.url) {
            taken.leave(place, format!("its page {} stands there twice; it is read once, as the first time", page.url));
            continue;
        }
        scripts += usize::from(of("executeClientScripts").and_then(Value::as_bool).unwrap_or_default());
        pages.push(page);
    }
    name_what_stays(taken, place, fields);
    if pages.is_empty() {
        return;
    }
    if scripts > 0 && scripts < pages.len() {
        taken.leave(place, "only some of its pages need a browser; here one is used for all of them");
    }
    if lost > 0 {
        taken.leave(place, format!("{lost} of its pages are not watched"));
    }
    let mut entry = TakenWatch::of(place, service, kind, pages);
    // In the archive of versions a service goes by the name of its file.
    entry.id = names::slug(&[file, kind]);
    entry.ota = Some(format!("{}/{}", names::line(file), names::line(kind))).filter(|_| !kind.trim().is_empty());
    entry.kind = kinds::of(kind);
    entry.browser = scripts > 0;
    taken.entries.push(entry);
}

/// Filters are programs of their archive; fields that we do not know may be anything.
fn name_what_stays(taken: &mut Taken, place: &str, fields: &Map<String, Value>) {
    let filters: Vec<String> = selectors::each(fields.get("filter")).iter().flat_map(filter_names).collect();
    if !filters.is_empty() {
        let (noun, verb) = if filters.len() == 1 { ("filter", "is") } else { ("filters", "are") };
        taken.leave(place, format!("the {noun} {} {verb} JavaScript and cannot run here", filters.join(", ")));
    }
    for name in fields.keys().filter(|name| !FIELDS.contains(&name.as_str())) {
        taken.leave(place, format!("the field `{name}` is not known here"));
    }
}

/// A filter is named alone, or as the key of its arguments.
fn filter_names(filter: &Value) -> Vec<String> {
    match filter {
        Value::String(name) => vec![format!("`{name}`")],
        Value::Object(fields) => fields.keys().map(|name| format!("`{name}`")).collect(),
        other => vec![format!("`{other}`")],
    }
}

/// The address of a page that can be fetched.
fn address(taken: &mut Taken, place: &str, value: Option<&Value>) -> Option<String> {
    let Some(written) = value.and_then(Value::as_str) else {
        taken.leave(place, "it names no address in `fetch`");
        return None;
    };
    let url = Url::parse(written.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    if url.is_none() {
        taken.leave(place, format!("`{}` is no address that can be fetched", names::line(written)));
    }
    url.map(String::from)
}

/// What is read of a page. Of several selectors one that we cannot read would leave a hole in the text, so that then
/// none is taken and the main text is found without help.
fn select(taken: &mut Taken, place: &str, value: Option<&Value>) -> Vec<Selection> {
    let all: Result<Vec<Selection>, String> = selectors::each(value).iter().map(selectors::selection).collect();
    all.unwrap_or_else(|refused| {
        taken.leave(
            place,
            format!("`select` holds what is not read here, `{refused}`: the main text is found without it"),
        );
        Vec::new()
    })
}

/// What is left out of a page.
fn remove(taken: &mut Taken, place: &str, value: Option<&Value>) -> Vec<Selection> {
    let mut all = Vec::new();
    for value in selectors::each(value) {
        match selectors::selection(value) {
            Ok(selection) => all.push(selection),
            Err(refused) => taken.leave(place, format!("`remove` holds what is not read here: `{refused}`")),
        }
    }
    all
}
