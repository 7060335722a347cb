//! Tests of the one home for language: its files are whole and tidy, and no word of a natural language stands elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hausrecht::model::{Block, BlockKind, Document, DocumentKind, Region, Topic};
use hausrecht::steps::compare::compare;
use hausrecht::steps::judge::{Subject, Team, case, features};
use hausrecht::steps::text::languages::{codes, faults};
use jiff::civil::date;
use serde_json::Value;

const FOLDER: &str = "src/steps/text/languages";

/// The languages that hausrecht speaks; what it knows of others is only begun.
const SPOKEN: [&str; 8] = ["en", "de", "fr", "es", "it", "nl", "pl", "pt"];

/// Sections of English that another language has nothing for, in which an empty list says so; and words that it writes in
/// two or shares with another language.
const NONE: [(&str, &str); 7] = [
    ("de", "ordinals before_month contractions drawn_together needs/forbidding"),
    ("es", "contractions number_words/11 drawn_together needs/forbidding"),
    ("fr", "number_words/17 number_words/18 number_words/19 drawn_together needs/forbidding"),
    ("it", "before_month spelling contractions drawn_together needs/forbidding"),
    ("nl", "before_month contractions drawn_together needs/forbidding"),
    ("pl", "ordinals before_month spelling contractions drawn_together needs/forbidding"),
    ("pt", "contractions drawn_together needs/forbidding"),
];

#[test]
fn every_file_is_listed_and_reads() {
    assert_eq!(faults(), Vec::<String>::new());
    let files: BTreeSet<String> = fs::read_dir(FOLDER)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".yaml").map(str::to_owned))
        .collect();
    assert_eq!(files, codes().map(str::to_owned).collect());
}

#[test]
fn no_section_stands_twice_in_a_file() {
    for code in codes() {
        let text = fs::read_to_string(Path::new(FOLDER).join(format!("{code}.yaml"))).unwrap();
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
            .filter_map(|line| line.split(':').next())
            .filter(|section| !seen.insert(*section))
            .collect();
        assert_eq!(twice, Vec::<&str>::new(), "{code}.yaml");
    }
}

/// The names of all sections of a language that hold words, and of their groups.
fn named_sections(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (section, value) in sections(code) {
        let holds = |value: &Value| {
            let mut words = Vec::new();
            gather(value, &mut words);
            !words.is_empty()
        };
        for (group, words) in value.as_object().into_iter().flatten() {
            if holds(words) {
                names.insert(format!("{section}/{group}"));
            }
        }
        if holds(&value) {
            names.insert(section);
        }
    }
    names
}

#[test]
fn no_language_lacks_a_section_that_english_has() {
    let english = named_sections("en");
    let none: BTreeMap<&str, BTreeSet<&str>> =
        NONE.into_iter().map(|(code, list)| (code, list.split_whitespace().collect())).collect();
    let mut wrong = Vec::new();
    for code in SPOKEN {
        let own = named_sections(code);
        for section in &english {
            // What is one of several ways to say it, or not known of each language, is no gap.
            let is_free = ["regions/", "number_words/", "title_subjects/", "kinds/", "in_force_from/", "ago/"]
                .iter()
                .any(|free| section.starts_with(free))
                && section.strip_prefix("number_words/").is_none_or(|number| number.len() > 3);
            let is_none = none.get(code).is_some_and(|none| none.contains(section.as_str()));
            if is_none == own.contains(section) && !is_free {
                wrong.push(format!("{code} {section}: {}", if is_none { "is there" } else { "is missing" }));
            }
        }
    }
    assert_eq!(
        wrong,
        Vec::<String>::new(),
        "each of the eight has every section of en.yaml, or says in NONE that it has none"
    );
}

#[test]
fn groups_are_those_that_the_program_knows() {
    let document = |text: &str| Document {
        blocks: vec![Block { kind: BlockKind::Paragraph, text: text.to_owned(), links: Vec::new(), outside: false }],
        ..Document::default()
    };
    let comparison = compare(&document("One."), &document("Another."));
    let subject = Subject { platform: "facebook", document: "Terms", kind: DocumentKind::Terms, ..Subject::default() };
    let case = case(subject, Team::default(), &comparison, date(2027, 3, 1));
    let names: BTreeSet<String> = features(&case).0.into_iter().map(|(name, _)| name).collect();
    let known = |section: &str, key: &str| match section {
        "topics" => Topic::from_key(key).is_some(),
        "regions" => Region::of_key(key).is_some(),
        "kinds" => DocumentKind::from_key(key).is_some(),
        "subjects" => names.contains(&format!("subject_{key}_added")),
        "signs" => names.contains(&format!("sign_{key}_added")),
        "judged_kinds" => names.contains(&format!("document_{key}")),
        _ => true,
    };
    for code in codes() {
        for (section, value) in sections(code) {
            for key in value.as_object().into_iter().flat_map(|groups| groups.keys()) {
                assert!(known(&section, key), "{code}: {section} has no group `{key}`");
            }
        }
    }
    for topic in Topic::ALL {
        assert!(sections("en")["topics"].get(topic.key()).is_some(), "English lacks words of {}", topic.key());
    }
}

#[test]
fn words_are_written_as_they_are_looked_for() {
    let as_written = ["numbered_headings", "in_force_from", "counted_days"];
    let with_marks = "login captcha consent_buttons error gone redirecting before_month before_year ordinals ago kinds judged_kinds menu_language_names \
        compound_conjunctions thousands waiting contests";
    let free = |section: &str| as_written.contains(&section) || with_marks.split(' ').any(|known| known == section);
    for code in codes() {
        for (section, value) in sections(code) {
            let mut words = Vec::new();
            gather(&value, &mut words);
            for word in &words {
                assert!(
                    (!word.trim().is_empty() || section == "thousands") && *word == word.to_lowercase()
                        || as_written.contains(&section.as_str()),
                    "{code} {section}: `{word}`"
                );
                let bare = word.trim_end_matches('*');
                let fits = |letter: char| {
                    letter.is_alphanumeric() || letter == ' ' || letter > '\u{300}' || matches!(letter, '€' | '$' | '%')
                };
                assert!(
                    free(&section) || bare.chars().all(fits) && bare.trim() == bare,
                    "{code} {section}: `{word}` holds marks that no text is searched for"
                );
            }
            lists(&value, &mut |list| {
                let distinct: BTreeSet<&String> = list.iter().collect();
                assert!(distinct.len() == list.len(), "{code} {section}: twice the same among {list:?}");
            });
        }
    }
}

/// Where sentences for our own readers are made, and where words are names in markup, crontabs and watchlists.
const ELSEWHERE: [&str; 5] = [
    "src/steps/compose/",
    "src/steps/extract/reason.rs",
    "src/steps/extract/html/called.rs",
    "src/steps/schedule/",
    "src/steps/watchlist/",
];

/// Keys of ours that are also words of another language.
const KEYS: [&str; 7] = ["come", "contact", "item", "kind", "nobody", "note", "null"];

#[test]
fn no_word_of_a_language_stands_elsewhere() {
    let telling = telling_words();
    let mut found = Vec::new();
    let files = ["src/model", "src/steps", "src/io", "src/round", "src/round.rs"].map(Path::new);
    for path in files.into_iter().flat_map(rust_files) {
        if ELSEWHERE.iter().any(|allowed| path.starts_with(allowed)) {
            continue;
        }
        for literal in literals(&fs::read_to_string(&path).unwrap()) {
            let word = literal.trim().to_lowercase();
            if literal.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
                || telling.contains(&word) && !KEYS.contains(&word.as_str())
            {
                found.push(format!("{path}: {literal:?}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "these belong to {FOLDER}");
}

#[test]
fn literals_are_found_in_code_and_not_in_comments() {
    let code =
        "let a = \"one\"; // \"two\"\nlet b = r#\"three \"four\"\"#; let c = '\"'; let d: &'a str = b\"five\\\"\";";
    assert_eq!(literals(code), ["one", "three \"four\"", "five\\\""]);
}

/// Words that tell a language: of the others all that English does not share, of English what no key of ours is called.
fn telling_words() -> BTreeSet<String> {
    let of = |codes: &[&str], wanted: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
        let mut words = Vec::new();
        for code in codes {
            for (_, value) in sections(code).into_iter().filter(|(section, _)| wanted(section)) {
                gather(&value, &mut words);
            }
        }
        words.into_iter().map(|word| word.trim().trim_end_matches('*').to_owned()).collect()
    };
    let shared = of(&["any", "en"], &|_| true);
    let mut telling: BTreeSet<String> = of(&SPOKEN[1..], &|_| true).difference(&shared).cloned().collect();
    telling.retain(|word| word.len() > 3);
    telling.extend(
        of(&["en"], &|section| matches!(section, "months" | "login" | "must" | "must_not"))
            .into_iter()
            .filter(|word| word.len() > 3),
    );
    telling.extend(of(&["en"], &|_| true).into_iter().filter(|word| word.contains(' ')));
    telling
}

/// The sections of a language's file.
fn sections(code: &str) -> BTreeMap<String, Value> {
    serde_yaml::from_str(&fs::read_to_string(format!("{FOLDER}/{code}.yaml")).unwrap()).unwrap()
}

/// All words below a section.
fn gather(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::String(word) => words.push(word.clone()),
        Value::Array(list) => list.iter().for_each(|value| gather(value, words)),
        Value::Object(groups) => groups.values().for_each(|value| gather(value, words)),
        other => panic!("`{other}` is no word: quote it"),
    }
}

/// Calls `each` with every list of words below a section.
fn lists(value: &Value, each: &mut impl FnMut(&[String])) {
    match value {
        Value::Array(list) if list.iter().all(Value::is_string) => {
            each(&list.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>());
        }
        Value::Object(groups) => groups.values().for_each(|value| lists(value, each)),
        _ => {}
    }
}

/// What stands between quotes in code.
fn literals(code: &str) -> Vec<String> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(letter) = code[at..].chars().next() {
        let rest = &code[at..];
        let hashes = rest.strip_prefix('r').map_or(0, |raw| raw.len() - raw.trim_start_matches('#').len());
        let raw = letter == 'r' && rest[1 + hashes..].starts_with('"');
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if raw {
            let (start, end) = (2 + hashes, format!("\"{}", "#".repeat(hashes)));
            let length = rest[start..].find(&end).unwrap();
            found.push(rest[start..start + length].to_owned());
            at += start + length + end.len();
        } else if letter == '"' {
            let mut escaped = false;
            let length = rest[1..].find(|letter| {
                let ends = letter == '"' && !escaped;
                escaped = letter == '\\' && !escaped;
                ends
            });
            let length = length.unwrap();
            found.push(rest[1..=length].to_owned());
            at += length + 2;
        } else if letter == '\'' {
            // A letter in quotes, or the name of a lifetime.
            let mut letters = rest[1..].char_indices();
            let first = letters.next().map(|(_, letter)| letter);
            let close = if first == Some('\\') {
                rest[2..].find('\'').map(|end| end + 2)
            } else {
                letters.next().map(|(end, _)| end + 1)
            };
            at += close.filter(|end| rest[*end..].starts_with('\'')).map_or(1, |end| end + 1);
        } else {
            at += letter.len_utf8();
        }
    }
    found
}

/// Every `.rs` file at or below a path, as it is written from the root of the project.
fn rust_files(path: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(path) else {
        return path
            .to_str()
            .filter(|_| path.extension().is_some_and(|end| end == "rs"))
            .map(str::to_owned)
            .into_iter()
            .collect();
    };
    entries.flat_map(|entry| rust_files(&entry.unwrap().path())).collect()
}
