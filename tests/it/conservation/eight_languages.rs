//! The same twelve changes weigh the same in each of the eight languages, and each letter says why in a whole sentence.

use serde_json::Value;

use crate::house::history::{History, has_passage};
use crate::pages::{Build, document};

/// Each document: a heading and what it says, before ("-") and after ("+"); an empty line is a rule that there is not.
const DOCUMENTS: [(&str, &str); 8] = [
    ("en", include_str!("twelve/en.txt")),
    ("de", include_str!("twelve/de.txt")),
    ("fr", include_str!("twelve/fr.txt")),
    ("es", include_str!("twelve/es.txt")),
    ("it", include_str!("twelve/it.txt")),
    ("nl", include_str!("twelve/nl.txt")),
    ("pl", include_str!("twelve/pl.txt")),
    ("pt", include_str!("twelve/pt.txt")),
];

/// What changes, in the order of the documents.
const CHANGES: [&str; 12] = [
    "a ban comes",
    "a ban goes",
    "a limit in digits",
    "a limit in words",
    "an age",
    "a shorter notice",
    "a new fee",
    "a day of effect",
    "terms that may change at any time",
    "accounts that may be closed without warning",
    "training of models on content of businesses",
    "a duty that becomes a choice",
];

/// What still weighs otherwise than in English. This list only ever gets shorter.
const OWED: [(&str, &str); 0] = [];

/// The document after so many of its changes.
fn after(text: &str, changes: usize) -> String {
    let (mut old, mut new) = (0, 0);
    let mut lines = Vec::new();
    for line in text.lines() {
        let (is_in, rule) = if let Some(rule) = line.strip_prefix('-') {
            old += 1;
            (old > changes, rule)
        } else if let Some(rule) = line.strip_prefix('+') {
            new += 1;
            (new <= changes, rule)
        } else {
            (true, line)
        };
        if is_in && !rule.trim().is_empty() {
            lines.push(rule.trim());
        }
    }
    lines.join("\n")
}

/// What a change says: its new words, or those that went.
fn rule(text: &str, change: usize) -> &str {
    let of = |sign: char| text.lines().filter_map(move |line| line.strip_prefix(sign)).nth(change).unwrap().trim();
    if of('+').is_empty() { of('-') } else { of('+') }
}

/// Tiers of the twelve changes in one language, each with what is wrong with its reasons.
fn tiers(code: &str, text: &str) -> Vec<(String, Vec<String>)> {
    let past = History::new().watch_with("pages", &format!("platform: Plaudernetz, document: Terms, language: {code}"));
    for changes in 0..=CHANGES.len() {
        past.shows("pages", &document(Build::Semantic, code, &after(text, changes))).days(if changes == 0 {
            5
        } else {
            3
        });
    }
    let log = past.log("pages");
    let of = |change: usize| {
        let words = rule(text, change);
        let found = log.iter().find(|entry| has_passage(entry, words));
        let found =
            found.unwrap_or_else(|| panic!("{code}: “{words}” is not in the log\n{}", past.account_of("pages")));
        if found["tier"] != "none" {
            past.assert_told("pages", words);
        }
        (found["tier"].as_str().unwrap().to_owned(), faults(found))
    };
    (0..CHANGES.len()).map(of).collect()
}

/// Reasons that are no whole sentences.
fn faults(change: &Value) -> Vec<String> {
    let reasons: Vec<&str> = change["reasons"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let is_broken = |said: &&&str| {
        let ends = said.ends_with(['.', '”']) && ![":”", ",”"].iter().any(|end| said.ends_with(end));
        !said.starts_with(char::is_uppercase) || !ends
    };
    let mut faults: Vec<String> = reasons.iter().filter(is_broken).map(|said| (*said).to_owned()).collect();
    if reasons.is_empty() {
        faults.push("no reason".to_owned());
    }
    faults
}

#[test]
fn twelve_changes_weigh_the_same_in_eight_languages() {
    let threads: Vec<_> =
        DOCUMENTS.into_iter().map(|(code, text)| (code, std::thread::spawn(move || tiers(code, text)))).collect();
    let found: Vec<_> = threads.into_iter().map(|(code, thread)| (code, thread.join().unwrap())).collect();
    let (mut otherwise, mut faults) = (Vec::new(), Vec::new());
    for (code, changes) in &found {
        for (change, (tier, broken)) in changes.iter().enumerate() {
            let owed = &found[0].1[change].0;
            if tier != owed {
                otherwise.push((CHANGES[change], *code));
            }
            assert_ne!(tier, "none", "{code}: {} is hidden", CHANGES[change]);
            faults.extend(broken);
        }
    }
    assert_eq!(faults, Vec::<&String>::new());
    assert_eq!(otherwise, OWED, "{found:#?}");
}
