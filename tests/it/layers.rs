//! The import law: each layer may use only the layers listed beside it; every module says why it is there.

mod circles;
mod paths;

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and those it may name.
const LAW: [(&str, &[&str]); 5] = [
    ("model", &[]),
    ("steps", &["model"]),
    ("io", &["model"]),
    ("round", &["model", "steps", "io"]),
    ("cli", &["model", "steps", "io", "round"]),
];

#[test]
fn lower_layers_never_name_upper_ones() {
    let mut broken = Vec::new();
    for (layer, allowed) in LAW {
        for (file, code) in code_of(layer) {
            let forbidden = LAW.iter().filter(|(other, _)| *other != layer && !allowed.contains(other));
            for (other, _) in forbidden.filter(|(other, _)| names(&code, other)) {
                broken.push(format!("{file} uses {other}"));
            }
            for dodge in ["crate as ", "super::super::super", "hausrecht::"] {
                if code.contains(dodge) {
                    broken.push(format!("{file} hides its imports behind `{dodge}`"));
                }
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn only_the_cli_asks_the_clock_and_prints() {
    let mut broken = Vec::new();
    for layer in ["model", "steps", "io", "round"] {
        for (file, code) in code_of(layer) {
            for banned in
                ["Timestamp::now", "Zoned::now", "SystemTime::now", "Utc::now", "println!", "eprintln!", "print!("]
            {
                if code.contains(banned) {
                    broken.push(format!("{file} uses {banned}"));
                }
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn what_steps_come_to_depends_on_no_clock() {
    let mut broken = Vec::new();
    for layer in ["model", "steps"] {
        for (file, code) in code_of(layer) {
            let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
            let words: Vec<&str> = code.split(|letter| !is_part(letter)).collect();
            for banned in ["Instant", "SystemTime", "elapsed"] {
                if words.contains(&banned) {
                    broken.push(format!("{file} uses {banned}"));
                }
            }
            for banned in ["Timestamp::now", "Zoned::now", "time::sleep", "thread::sleep"] {
                if code.contains(banned) {
                    broken.push(format!("{file} uses {banned}"));
                }
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn what_lists_a_folder_holds_no_code() {
    let mut broken = Vec::new();
    for path in rust_files(Path::new("src")).into_iter().filter(|path| path.ends_with("mod.rs")) {
        let text = fs::read_to_string(&path).unwrap();
        let items = ["fn ", "struct ", "enum ", "impl ", "impl<", "trait ", "static ", "const ", "type "];
        let is_code =
            |line: &&str| items.iter().any(|item| line.split("pub").any(|part| part.trim_start().starts_with(item)));
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).filter(is_code);
        broken.extend(code.map(|line| format!("{}: {line}", path.display())));
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn every_module_opens_with_one_sentence_of_why() {
    let mut silent = Vec::new();
    for path in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        if !text.starts_with("//! ") {
            silent.push(path);
        }
    }
    assert_eq!(silent, Vec::<PathBuf>::new());
}

#[test]
fn every_file_that_the_documents_point_to_is_there() {
    let mut gone = Vec::new();
    for document in ["README.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(document).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        // A name in capitals stands for one that is yet to be written.
        let is_path = |word: &&str| {
            let is_ours = ["src/", "tests/", "benches/"].iter().any(|folder| word.starts_with(folder));
            is_ours && !word.contains(char::is_whitespace) && !word.contains(char::is_uppercase)
        };
        gone.extend(quoted.filter(is_path).filter(|path| !Path::new(path).exists()).map(str::to_owned));
    }
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn the_law_sees_every_way_to_name_a_module() {
    assert!(names("use crate::io::store;", "io"));
    assert!(names("use crate::{model::Watch, io};", "io"));
    assert!(names("let x = crate::io::fetch();", "io"));
    assert!(!names("use crate::model::Watch;", "io"));
}

/// Whether `code` names `module`, as `crate::module` or inside `crate::{…}`.
fn names(code: &str, module: &str) -> bool {
    code.split("crate::").skip(1).any(|after| {
        let path = if let Some(group) = after.strip_prefix('{') {
            group.split(';').next().unwrap_or(group)
        } else {
            after.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
        };
        path.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == module)
    })
}

/// Every file of a layer with its comments left out.
fn code_of(layer: &str) -> Vec<(String, String)> {
    let mut files = rust_files(&Path::new("src").join(layer));
    let single = Path::new("src").join(format!("{layer}.rs"));
    if single.exists() {
        files.push(single);
    }
    assert!(!files.is_empty(), "layer {layer} has no files");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let code: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (path.display().to_string(), code.join("\n"))
    };
    files.into_iter().map(read).collect()
}

/// Every `.rs` file below a folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
