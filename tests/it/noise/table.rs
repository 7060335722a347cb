//! The table of rules: each key is documented, and each rule has fixtures on either side.

use std::collections::BTreeSet;
use std::fs;

/// Where keys of rules stand, and what stands before each.
const KEYS: [(&str, &str); 5] = [
    ("src/steps/compare.rs", "&str = \""),
    ("src/steps/noise/rules.rs", "rule_of(\""),
    ("src/steps/confirm/seen_twice.rs", "&str = \""),
    ("src/round/page/judge.rs", "&str = \""),
    ("src/round/page/held.rs", "=> \""),
];

fn keys(file: &str, sign: &str) -> BTreeSet<String> {
    let code = fs::read_to_string(file).unwrap();
    code.split(sign).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn every_rule_stands_in_the_table_of_the_documentation_and_nothing_else_does() {
    let documented: BTreeSet<String> = fs::read_to_string("src/steps/noise/mod.rs")
        .unwrap()
        .lines()
        .filter_map(|line| Some(line.strip_prefix("//! | `")?.split_once('`')?.0.to_owned()))
        .collect();
    let mut known: BTreeSet<String> = KEYS.iter().flat_map(|(file, sign)| keys(file, sign)).collect();
    known.insert("numbering".to_owned());
    assert_eq!(documented, known);
}

#[test]
fn every_rule_has_something_that_it_holds_back_and_something_like_it_that_is_told() {
    let tests: String = fs::read_dir("tests/it/noise")
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap().split_whitespace().collect::<String>())
        .collect();
    for key in keys("src/steps/noise/rules.rs", "rule_of(\"") {
        for call in ["held", "told"] {
            assert!(tests.contains(&format!("{call}(\"{key}\",")), "no fixture {call} for {key}");
        }
    }
}

#[test]
fn every_rule_says_its_evidence_and_its_verdict() {
    for entry in fs::read_dir("src/steps/noise").unwrap() {
        let path = entry.unwrap().path();
        let code = fs::read_to_string(&path).unwrap();
        if code.starts_with("//! Rule: ") {
            let head: Vec<&str> = code.lines().map_while(|line| line.strip_prefix("//!")).collect();
            let head = head.join(" ");
            assert!(head.contains("Evidence: ") && head.contains("Verdict: "), "{}", path.display());
        }
    }
}
