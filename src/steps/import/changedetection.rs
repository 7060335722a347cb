//! The `url-watches.json` of changedetection.io: its watches by their id.

use serde_json::{Map, Value};

use super::entry::{TakenPage, TakenWatch};
use super::taken::Taken;
use super::urlwatch::headers;
use super::{kinds, names, selectors};
use crate::model::Selection;

/// Fields that choose words of the page; each is named where it holds something.
const WORDS: [(&str, &str); 6] = [
    ("ignore_text", "words to pass over"),
    ("trigger_text", "words to wait for"),
    ("text_should_not_be_present", "words that must be gone"),
    ("extract_text", "words to cut out"),
    ("browser_steps", "steps in the browser"),
    ("webdriver_js_execute_code", "a script for the browser"),
];

/// Reads the watches.
///
/// # Errors
/// Where the text is not such a file, with what to do.
pub fn changedetection(text: &str) -> Result<Taken, String> {
    let root: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| format!("no JSON: {error}"))?;
    let watching = root.get("watching").and_then(Value::as_object).ok_or_else(|| {
        "no `watching` in it\nhint: a backup of changedetection.io holds the file url-watches.json; name that one"
            .to_owned()
    })?;
    let mut taken = Taken::default();
    let usual = root.pointer("/settings/requests/time_between_check").map(hours).and_then(nearest);
    if let Some((line, _)) = usual {
        taken.leave(
            "settings",
            format!("for the usual time between two looks write `settings: {{schedule: \"{line}\"}}`"),
        );
    }
    for (id, watch) in watching {
        match watch.as_object() {
            Some(fields) => one(&mut taken, id, fields, &root),
            None => taken.leave(id, "it is no object"),
        }
    }
    Ok(taken)
}

fn one(taken: &mut Taken, id: &str, fields: &Map<String, Value>, root: &Value) {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let title = text("title").map(names::line).filter(|title| !title.is_empty());
    let place = title.clone().unwrap_or_else(|| text("url").unwrap_or(id).to_owned());
    let Some(url) = text("url") else {
        taken.leave(&place, "it names no address");
        return;
    };
    if url.contains("{{") || url.contains("{%") {
        taken.leave(&place, "its address is a template that is filled in at every look");
        return;
    }
    if text("method").is_some_and(|method| !method.eq_ignore_ascii_case("get")) || text("body").is_some() {
        taken.leave(&place, "it sends data to the page; hausrecht only asks for pages");
        return;
    }
    if url.starts_with("source:") {
        taken.leave(&place, "it compares the page's source; hausrecht reads its text");
    }
    let url = url.trim_start_matches("source:");
    for (name, what) in WORDS {
        if selectors::each(fields.get(name)).iter().any(|value| value.as_str() != Some("")) {
            taken.leave(&place, format!("`{name}` ({what}) has no counterpart here"));
        }
    }
    if text("processor").is_some_and(|processor| processor != "text_json_diff") {
        taken.leave(&place, "it watches a price or the stock; hausrecht reads rules");
        return;
    }
    let select = selections(taken, &place, fields, &["include_filters", "css_filter"]);
    let remove = selections(taken, &place, fields, &["subtractive_selectors"]);
    let platform = names::platform_of(url).unwrap_or_else(|| "unknown".to_owned());
    let document = title.unwrap_or_else(|| names::document_of(url));
    let mut entry =
        TakenWatch::of(&place, &platform, &document, vec![TakenPage { url: url.to_owned(), select, remove }]);
    entry.kind = kinds::of(&document);
    headers(taken, &mut entry, fields.get("headers"));
    entry.browser = is_rendered(fields, root);
    entry.schedule = schedule(taken, &place, fields);
    entry.off = fields.get("paused").and_then(Value::as_bool).unwrap_or_default();
    taken.entries.push(entry);
}

/// Selectors; those of other languages than CSS are named, and with them in `select` the main text is found instead.
fn selections(taken: &mut Taken, place: &str, fields: &Map<String, Value>, names: &[&str]) -> Vec<Selection> {
    let mut found = Vec::new();
    let mut refused = false;
    let written = names.iter().flat_map(|name| selectors::each(fields.get(*name))).filter_map(Value::as_str);
    for written in written.map(str::trim).filter(|written| !written.is_empty()) {
        let other =
            ["xpath:", "xpath1:", "json:", "jq:", "jqraw:", "/"].iter().any(|prefix| written.starts_with(prefix));
        match if other { Err(written.to_owned()) } else { selectors::css(written) } {
            Ok(css) => found.push(Selection::Css(css)),
            Err(selector) => {
                refused = true;
                taken.leave(place, format!("`{selector}` is not CSS that is read here"));
            }
        }
    }
    if refused && names.contains(&"include_filters") && !found.is_empty() {
        taken.leave(place, "so that no part is missing, the main text is found without its filters");
        found.clear();
    }
    found
}

/// Whether the page needs a browser, by its own word or by that of the settings.
fn is_rendered(fields: &Map<String, Value>, root: &Value) -> bool {
    let own = fields.get("fetch_backend").and_then(Value::as_str).filter(|backend| *backend != "system");
    let usual = root.pointer("/settings/application/fetch_backend").and_then(Value::as_str);
    own.or(usual).is_some_and(|backend| backend.contains("webdriver") || backend.starts_with("extra_browser"))
}

/// The schedule nearest to the time between two looks; none where the usual one holds.
fn schedule(taken: &mut Taken, place: &str, fields: &Map<String, Value>) -> Option<String> {
    if fields.get("time_between_check_use_default").and_then(Value::as_bool) == Some(true) {
        return None;
    }
    let hours = hours(fields.get("time_between_check")?);
    let (line, is) = nearest(hours)?;
    if (hours - is).abs() > 0.01 * is {
        taken.leave(place, format!("its time between two looks becomes the schedule `{line}`"));
    }
    Some(line.to_owned())
}

/// A span as it is written there, in hours; 0 where nothing is.
fn hours(span: &Value) -> f64 {
    let count = |name: &str| span.get(name).and_then(Value::as_f64).filter(|count| *count > 0.0).unwrap_or_default();
    let days = count("weeks") * 7.0 + count("days");
    days * 24.0 + count("hours") + count("minutes") / 60.0 + count("seconds") / 3600.0
}

/// The schedule nearest to a number of hours, and the hours that it means.
fn nearest(hours: f64) -> Option<(&'static str, f64)> {
    (hours > 0.0).then_some(match hours {
        _ if hours < 1.5 => ("@hourly", 1.0),
        _ if hours < 5.0 => ("0 */3 * * *", 3.0),
        _ if hours < 10.0 => ("0 */6 * * *", 6.0),
        _ if hours < 18.0 => ("0 */12 * * *", 12.0),
        _ if hours < 100.0 => ("@daily", 24.0),
        _ if hours < 400.0 => ("@weekly", 168.0),
        _ => ("@monthly", 730.0),
    })
}
