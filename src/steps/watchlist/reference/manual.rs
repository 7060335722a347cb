//! The manual page hausrecht-watchlist(5).

use roff::{Inline, Roff, bold, italic, roman};

use super::super::keys::{Form, Key, KeySet, TOP};

/// Where a watchlist is looked for.
const PLACES: [&str; 4] = [
    "./watchlist.yaml",
    "~/.config/hausrecht/watchlist.yaml",
    "/etc/xdg/hausrecht/watchlist.yaml",
    "/etc/hausrecht/watchlist.yaml",
];

/// What a watchlist is, before its keys.
const DESCRIPTION: [&str; 3] = [
    "The watchlist of hausrecht(1) is a YAML file. It says which pages are watched, what of yours hangs on them, and who is told.",
    "A list may be written as a lone value where it has only one. A key that is left empty counts as left out. Unknown keys are \
     refused. Passwords, cookies and addresses of webhooks do not stand in it, but in files of their own or in systemd credentials.",
    "hausrecht watchlist check names every mistake with its line and its mend; hausrecht watchlist schema prints a JSON Schema \
     for editors.",
];

const EXAMPLE: &str = "\
settings: {timezone: Europe/Berlin, language: de}
recipients:
  - {name: Team, to: [social@example.com], digest: \"0 8 * * Mon\"}
assets:
  - {id: fanpage, platform: facebook, topics: [pages_profiles]}
catalogue: {platforms: [facebook]}
watches:
  - id: youtube-contest-guidelines
    platform: YouTube
    document: Contest policies and guidelines
    url: https://support.google.com/youtube/answer/1620498";

/// The page in the language of man(7).
#[must_use]
pub fn manual(version: &str) -> String {
    let mut page = Roff::new();
    page.control("TH", ["hausrecht-watchlist", "5", " ", &format!("hausrecht {version}"), " "]);
    // Keys and values are copied: no hyphen goes into them, no blank between them.
    page.control("nh", []).control("ad", ["l"]);
    page.control("SH", ["NAME"]).text([roman("hausrecht-watchlist - which pages are watched, and who is told")]);
    page.control("SH", ["SYNOPSIS"]);
    for place in PLACES {
        page.text([italic(place)]).control("br", []);
    }
    page.control("SH", ["DESCRIPTION"]);
    for said in DESCRIPTION {
        page.control("PP", []).text([roman(said)]);
    }
    page.control("SH", ["SECTIONS"]);
    keys(&mut page, &TOP);
    let mut told = Vec::new();
    for key in TOP.keys {
        page.control("SH", [key.name.to_uppercase().as_str()]);
        if let Some(section) = key.kind.section() {
            mapping(&mut page, section);
            inner(&mut page, key.name, section, &mut told);
        }
    }
    page.control("SH", ["EXAMPLE"]).control("nf", []);
    page.text([roman(EXAMPLE)]).control("fi", []);
    page.control("SH", ["SEE ALSO"]).text([bold("hausrecht"), roman("(1)")]);
    page.to_roff()
}

/// The mappings within a mapping, each once, under its way through the file.
fn inner(page: &mut Roff, way: &str, section: &KeySet, told: &mut Vec<&'static str>) {
    for key in section.keys {
        let Some(under) = key.kind.section() else { continue };
        if told.contains(&under.says) {
            continue;
        }
        told.push(under.says);
        let way = format!("{way}: {}", key.name);
        page.control("SS", [way.as_str()]);
        mapping(page, under);
        inner(page, &way, under, told);
    }
}

fn mapping(page: &mut Roff, section: &KeySet) {
    page.text([roman(section.says)]);
    for group in section.one_of {
        page.control("PP", []).text([roman(format!("Needs at least one of: {}.", group.join(", ")))]);
    }
    keys(page, section);
}

fn keys(page: &mut Roff, section: &KeySet) {
    for key in section.keys {
        page.control("TP", []).text(head(key));
        page.text([roman(key.says)]);
        if matches!(key.kind, Form::Refused) {
            continue;
        }
        page.control("br", []).text([roman(format!("Value: {}", key.kind.called()))]);
        if let Some(default) = key.default {
            page.control("br", []).text([roman(format!("Default: {default}"))]);
        }
        if let Some(example) = key.example {
            page.control("br", []).text([roman(format!("Example: {}: {example}", key.name))]);
        }
    }
}

fn head(key: &Key) -> Vec<Inline> {
    let mut head = vec![bold(key.name)];
    if key.needed {
        head.push(roman(" (needed)"));
    }
    head
}
