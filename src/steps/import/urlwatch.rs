//! The `urls.yaml` of urlwatch (and of webchanges): one YAML document for each job.

use serde_json::{Map, Value};

use super::entry::{TakenPage, TakenWatch};
use super::taken::Taken;
use super::{kinds, names, selectors};
use crate::model::Selection;

/// Settings that change nothing about what is read, or that hausrecht sees to by itself.
const HARMLESS: [&str; 23] = [
    "url",
    "navigate",
    "name",
    "kind",
    "filter",
    "filters",
    "headers",
    "enabled",
    "use_browser",
    "ignore_cached",
    "ignore_connection_errors",
    "ignore_timeout_errors",
    "ignore_http_error_codes",
    "ignore_too_many_redirects",
    "timeout",
    "max_tries",
    "note",
    "tags",
    "compared_versions",
    "wait_until",
    "loop",
    "index_number",
    "method",
];

/// What stands in the names of headers that let somebody in.
const SECRETS: [&str; 6] = ["auth", "key", "password", "secret", "session", "token"];

/// Settings that have another form here.
const ELSEWHERE: [(&str, &str); 3] = [
    ("cookies", "write the cookies to a file of their own and name that: `cookies_file: /path/to/file`"),
    ("http_proxy", "write `proxy: http://…` to the watch"),
    ("https_proxy", "write `proxy: http://…` to the watch"),
];

/// Steps after which the words are the same.
const WITHOUT_EFFECT: [&str; 9] = [
    "html2text",
    "html2markdown",
    "strip",
    "beautify",
    "strip_each_line",
    "absolute_links",
    "pretty-html",
    "remove_empty_lines",
    "pdf2text",
];

/// Reads the jobs; what cannot be read is named, and the rest goes on.
#[must_use]
pub fn urlwatch(text: &str) -> Taken {
    let mut taken = Taken::default();
    for (line, document) in documents(text) {
        let place = format!("line {line}");
        match serde_yaml::from_str::<Value>(&document) {
            Ok(Value::Object(fields)) => job(&mut taken, &place, &fields),
            Ok(Value::Null) => {}
            Ok(_) => taken.leave(&place, "a job is a mapping of names and values"),
            Err(error) => {
                let error = error.without_snippet().to_string();
                let said = error.lines().next().unwrap_or_default();
                // The parser counts from the job's beginning.
                taken.leave(
                    &place,
                    format!("no YAML: {}", said.rsplit_once(" at line ").map_or(said, |(what, _)| what)),
                );
            }
        }
    }
    taken
}

/// The YAML documents of a file with the lines on which they begin: one that is broken does not spoil the others.
fn documents(text: &str) -> Vec<(usize, String)> {
    let mut all = vec![(1, String::new())];
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let is_border = line.trim_end() == "---" || line.trim_end() == "..." || line.starts_with("--- #");
        if is_border {
            all.push((number + 2, String::new()));
        } else if let Some((_, document)) = all.last_mut() {
            document.push_str(line);
            document.push('\n');
        }
    }
    all.retain(|(_, text)| text.lines().map(str::trim).any(|line| !line.is_empty() && !line.starts_with('#')));
    all
}

fn job(taken: &mut Taken, place: &str, fields: &Map<String, Value>) {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let name = text("name").map(names::line);
    let place = name.as_deref().map_or_else(|| place.to_owned(), |name| format!("{name} ({place})"));
    if fields.contains_key("command") || text("kind") == Some("shell") {
        taken.leave(&place, "it runs a shell command; hausrecht reads pages only");
        return;
    }
    let (browser, Some(url)) = (fields.contains_key("navigate"), text("navigate").or_else(|| text("url"))) else {
        taken.leave(&place, "it names no address");
        return;
    };
    let posts = text("method").is_some_and(|method| !method.eq_ignore_ascii_case("get"));
    if fields.contains_key("data") || posts {
        taken.leave(&place, "it sends data to the page; hausrecht only asks for pages");
        return;
    }
    for name in fields.keys().filter(|name| !HARMLESS.contains(&name.as_str())) {
        let known = ELSEWHERE.iter().find(|(known, _)| known == name);
        let what = known.map_or("it has no counterpart here", |(_, what)| what);
        taken.leave(&place, format!("`{name}`: {what}"));
    }
    let mut page = TakenPage { url: url.to_owned(), ..TakenPage::default() };
    for (step, argument) in steps(fields.get("filter").or_else(|| fields.get("filters"))) {
        filter(taken, &place, &mut page, &step, &argument);
    }
    let platform = names::platform_of(url).unwrap_or_else(|| "unknown".to_owned());
    let document = name.unwrap_or_else(|| names::document_of(url));
    let mut entry = TakenWatch::of(&place, &platform, &document, vec![page]);
    entry.kind = kinds::of(&document);
    headers(taken, &mut entry, fields.get("headers"));
    entry.browser = browser || fields.get("use_browser").and_then(Value::as_bool).unwrap_or_default();
    entry.off = fields.get("enabled").and_then(Value::as_bool) == Some(false);
    taken.entries.push(entry);
}

/// The headers that are sent, and the language in which the page is asked for. What may be a key to the page is named
/// without its value: others read a watchlist.
pub(super) fn headers(taken: &mut Taken, entry: &mut TakenWatch, value: Option<&Value>) {
    for (name, value) in value.and_then(Value::as_object).into_iter().flatten() {
        let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let lower = name.to_ascii_lowercase();
        if lower == "accept-language" {
            let first = written.split([',', ';']).next().map(str::trim);
            entry.language = first.filter(|tag| !tag.is_empty() && *tag != "*").map(str::to_owned);
        } else if SECRETS.iter().any(|secret| lower.contains(secret)) {
            let place = entry.place.clone();
            taken.leave(&place, format!("the header `{name}` may be a key, which does not belong into a watchlist"));
        } else {
            entry.headers.push((name.clone(), written));
        }
    }
}

/// The filters in their order: written as a text with commas, a list or a mapping.
fn steps(value: Option<&Value>) -> Vec<(String, Value)> {
    let of_mapping = |fields: &Map<String, Value>| {
        fields.iter().map(|(name, argument)| (name.clone(), argument.clone())).collect::<Vec<_>>()
    };
    match value {
        Some(Value::String(written)) => written.split(',').map(of_text).collect(),
        Some(Value::Object(fields)) => of_mapping(fields),
        Some(Value::Array(items)) => items
            .iter()
            .flat_map(|item| match item {
                Value::String(name) => vec![of_text(name)],
                Value::Object(fields) => of_mapping(fields),
                other => vec![(other.to_string(), Value::Null)],
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// `css:main` or `html2text`.
fn of_text(written: &str) -> (String, Value) {
    let (name, argument) = written.split_once(':').unwrap_or((written, ""));
    (name.trim().to_owned(), Value::from(argument.trim()))
}

/// One filter: a selection that is carried over, a step that is not needed, or a note.
fn filter(taken: &mut Taken, place: &str, page: &mut TakenPage, step: &str, argument: &Value) {
    let named = |name: &str| argument.get(name).or(Some(argument)).and_then(Value::as_str).map(str::trim);
    let css = match step {
        "css" => named("selector").map(str::to_owned),
        "element-by-id" => named("id").map(|id| format!("[id={}]", Value::from(id))),
        "element-by-class" => named("class").map(|class| format!("[class~={}]", Value::from(class))),
        "element-by-tag" => named("tag").map(str::to_owned),
        "element-by-style" => named("style").map(|style| format!("[style={}]", Value::from(style))),
        "xpath" => {
            taken.leave(
                place,
                "`xpath` is not read here: write the place as CSS in `select`, or let the main text be found",
            );
            return;
        }
        _ if WITHOUT_EFFECT.contains(&step) => return,
        _ => {
            taken.leave(place, format!("the filter `{step}` changes the text and has no counterpart here"));
            return;
        }
    };
    let options = argument
        .as_object()
        .map(|fields| fields.keys().filter(|name| !["selector", "exclude", "method"].contains(&name.as_str())));
    for option in options.into_iter().flatten().filter(|_| step == "css") {
        taken.leave(place, format!("`{option}` of the filter `css` has no counterpart here"));
    }
    match css.map(|css| selectors::css(&within(page, &css))) {
        Some(Ok(css)) => page.select = vec![Selection::Css(css)],
        Some(Err(refused)) => taken.leave(place, format!("the selector `{refused}` is not read here")),
        None => taken.leave(place, format!("the filter `{step}` names nothing")),
    }
    for excluded in selectors::each(argument.get("exclude")).iter().filter_map(Value::as_str) {
        match selectors::css(excluded) {
            Ok(css) => page.remove.push(Selection::Css(css)),
            Err(refused) => taken.leave(place, format!("the selector `{refused}` is not read here")),
        }
    }
}

/// A selector within what an earlier filter chose: the filters of a job work one after the other.
fn within(page: &TakenPage, css: &str) -> String {
    match page.select.first() {
        Some(Selection::Css(outer)) => format!(":is({outer}) :is({css}), :is({outer}):is({css})"),
        _ => css.to_owned(),
    }
}
