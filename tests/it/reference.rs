//! The reference of the watchlist knows every key that its reader knows, and no other.

use std::collections::BTreeSet;
use std::fs;

use clap::Parser as _;
use hausrecht::cli::Cli;
use hausrecht::steps::watchlist::keys::{Form, KeySet, TOP};
use hausrecht::steps::watchlist::read;
use hausrecht::steps::watchlist::reference::{manual, schema};
use jiff::Timestamp;
use serde_json::Value;

use crate::house::program::House;

#[test]
fn every_key_that_the_reader_asks_for_stands_in_the_table() {
    let asks = regex::Regex::new(
        r#"(?:\.(?:get|need|list|node|items|inner|entries|item)|selections::read|written)\(\s*(?:&?\w+,\s*)?"(\w+)""#,
    )
    .unwrap();
    let mut asked = BTreeSet::new();
    for file in fs::read_dir("src/steps/watchlist").unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let code = fs::read_to_string(&path).unwrap();
            asked.extend(asks.captures_iter(&code).map(|found| found[1].to_owned()));
        }
    }
    assert!(asked.len() > 60, "{asked:?}");
    let mut known = BTreeSet::new();
    each_key(&TOP, &mut |_, name, _| {
        known.insert(name.to_owned());
    });
    let strangers: Vec<&String> = asked.difference(&known).collect();
    assert!(strangers.is_empty(), "asked for and not in the table: {strangers:?}");
}

#[test]
fn every_key_of_the_table_is_read_so_that_nonsense_in_it_is_a_problem() {
    let mut silent = Vec::new();
    each_key(&TOP, &mut |way, name, kind| {
        if way.iter().filter(|step| step.0 == "combine").count() > 0 && way.len() > 2 {
            return;
        }
        let nonsense = match kind {
            Form::Mapping(_) | Form::Entries(_) | Form::Free(_) => "nonsense",
            _ => "{nonsense: [1]}",
        };
        let text = nested(way, &format!("{name}: {nonsense}"));
        let problems = read(&text, "watchlist.yaml", now()).unwrap_err().to_string();
        let named = problems.contains(&format!("`{name}`")) || matches!(kind, Form::Refused);
        if !named || problems.contains(&format!("unknown field `{name}`")) {
            silent.push(format!("{text}{problems}\n"));
        }
    });
    assert!(silent.is_empty(), "{}", silent.concat());
}

#[test]
fn a_key_that_nobody_knows_is_unknown_in_every_mapping() {
    let mut silent = Vec::new();
    let mut ways = BTreeSet::new();
    each_key(&TOP, &mut |way, _, _| {
        ways.insert(nested(way, "nobody_knows_me: 1"));
    });
    assert!(ways.len() >= 13, "{ways:?}");
    for text in ways {
        let problems = read(&text, "watchlist.yaml", now()).unwrap_err().to_string();
        if !problems.contains("unknown field `nobody_knows_me`") {
            silent.push(format!("{text}{problems}\n"));
        }
    }
    assert!(silent.is_empty(), "{}", silent.concat());
}

#[test]
fn every_key_says_what_it_does_and_what_may_stand_there() {
    let page = manual("0");
    let mut poor = Vec::new();
    each_key(&TOP, &mut |_, name, kind| {
        if !page.contains(&format!("\\fB{name}\\fR")) && !page.contains(&format!("\\fB{name}\\fR (needed)")) {
            poor.push(format!("{name} is not in the manual"));
        }
        if kind.called().is_empty() {
            poor.push(format!("{name} has no kind"));
        }
    });
    each_section(&TOP, &mut |section| {
        for key in section.keys {
            if !key.says.ends_with('.') || key.says.len() < 9 {
                poor.push(format!("{}: {}", key.name, key.says));
            }
            let plain = matches!(key.kind, Form::Mapping(_) | Form::Entries(_) | Form::Refused);
            if !plain && key.default.is_none() && key.example.is_none() {
                poor.push(format!("{} has neither default nor example", key.name));
            }
            for word in section.one_of.iter().copied().flatten() {
                assert!(section.key(word).is_some(), "{word}");
            }
        }
    });
    assert_eq!(poor, Vec::<String>::new());
}

#[test]
fn every_example_is_taken_by_the_reader_and_by_the_schema() {
    let mut wrong = Vec::new();
    each_section_with_way(&TOP, &mut Vec::new(), &mut |way, section| {
        for key in section.keys {
            let Some(example) = key.example else { continue };
            let text = nested(way, &format!("{}: {example}", key.name));
            let said =
                read(&text, "watchlist.yaml", now()).err().map(|problems| problems.to_string()).unwrap_or_default();
            // Nested alone, it may lack its neighbours and name what is not there.
            let about_it = said.lines().any(|line| {
                line.contains(&format!("`{}`", key.name)) && line.contains("must be")
                    || line.contains("is not a")
                    || line.contains("unknown ")
            });
            if about_it {
                wrong.push(format!("{text}{said}\n"));
            }
            let said = against_schema(&text);
            if said.iter().any(|said| said.contains(&format!("/{}", key.name))) {
                wrong.push(format!("{text}{said:?}\n"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn the_shipped_list_and_its_examples_fit_the_schema() {
    let shipped = fs::read_to_string("watchlist.yaml").unwrap();
    assert_eq!(against_schema(&shipped), Vec::<String>::new());
    let examples: String =
        shipped.lines().map(|line| line.strip_prefix("#| ").unwrap_or(line)).map(|line| format!("{line}\n")).collect();
    assert_eq!(against_schema(&examples), Vec::<String>::new());
    assert!(read(&examples, "watchlist.yaml", now()).is_ok());
}

#[test]
fn every_yaml_block_of_the_readme_fits_the_schema_and_the_reader() {
    let readme = fs::read_to_string("README.md").unwrap();
    let blocks: Vec<&str> = readme.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 6, "{}", blocks.len());
    for block in blocks {
        let text = whole(block);
        assert_eq!(against_schema(&text), Vec::<String>::new(), "{text}");
        if let Err(problems) = read(&text, "README.md", now()) {
            panic!("{text}{problems}");
        }
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    for wrong in [
        "watches: []\nsetings: {}\n",
        "catalogue: {}\nsettings: {language: fr}\n",
        "catalogue: {}\nsettings: {pause: soon}\n",
        "catalogue: {}\nsettings: {concurrency: 0}\n",
        "catalogue: {}\nmail: {from: a@example.com, smtp: {host: h, password: x}}\n",
        "catalogue: {}\nrecipients: [{name: A}]\n",
        "watches: [{id: a b, platform: x, document: D, url: https://example.com/}]\n",
        "watches: [{id: a, platform: x, document: D}]\n",
        "settings: {}\n",
    ] {
        assert!(read(wrong, "watchlist.yaml", now()).is_err(), "{wrong}");
        assert_ne!(against_schema(wrong), Vec::<String>::new(), "{wrong}");
    }
}

/// Plain words of a line that other readers of YAML take for something else: they must be quoted.
#[test]
fn the_shipped_list_can_be_read_by_other_readers_of_yaml() {
    let shipped = fs::read_to_string("watchlist.yaml").unwrap();
    for (number, line) in
        shipped.lines().enumerate().filter(|(_, line)| line.contains('{') && !line.trim_start().starts_with('#'))
    {
        let mut quoted = false;
        let plain: String = line
            .chars()
            .filter(|letter| {
                quoted ^= *letter == '"';
                !quoted
            })
            .collect();
        // PyYAML, and with it YAML 1.1, ends a plain word within braces at a question mark.
        assert!(!plain.contains('?'), "line {}: quote what holds a question mark: {line}", number + 1);
    }
}

#[test]
fn the_manual_is_written_beside_those_of_the_commands_in_its_own_section() {
    let house = House::new();
    let man = house.folder.path().join("man");
    let ran = house.run_as_it_is(&["man", man.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let page = fs::read_to_string(man.join("hausrecht-watchlist.5")).unwrap();
    assert!(page.contains(".TH hausrecht-watchlist 5"), "{page}");
    assert!(man.join("hausrecht-watchlist.1").exists(), "the command of that name has its own");
    // A folder of section 1 has a neighbour of section 5.
    let section = house.folder.path().join("share/man/man1");
    house.run_as_it_is(&["man", section.to_str().unwrap()]);
    assert!(house.folder.path().join("share/man/man5/hausrecht-watchlist.5").exists());
    assert!(!section.join("hausrecht-watchlist.5").exists());
}

#[test]
fn every_command_has_examples_in_its_manual_and_the_program_understands_them() {
    let house = House::new();
    let man = house.folder.path().join("man");
    house.run_as_it_is(&["man", man.to_str().unwrap()]);
    let mut wrong = Vec::new();
    for file in fs::read_dir(&man).unwrap() {
        let path = file.unwrap().path();
        let page = fs::read_to_string(&path).unwrap();
        let Some((_, examples)) = page.split_once(".SH EXAMPLES") else {
            // A group of commands has theirs, and the watchlist has one of its own.
            if !page.contains(".SH COMMANDS") && !page.contains(".SH SUBCOMMANDS") && !page.contains(".SH EXAMPLE\n") {
                wrong.push(format!("{} has no examples", path.display()));
            }
            continue;
        };
        let section = examples.split(".SH").next().unwrap();
        for line in section.lines().filter_map(|line| line.strip_prefix("\\fB")?.strip_suffix("\\fR")) {
            let line = line.replace("\\-", "-").replace("\\*(Aq", "'").replace("\\.", ".");
            for command in line.split("&&").map(|command| command.split(" > ").next().unwrap()) {
                if let Err(error) = Cli::try_parse_from(words(command)) {
                    wrong.push(format!("{command}: {error}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A line of a shell as words; quotes hold together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let mut words: Vec<String> = Vec::new();
    for (number, part) in parts {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn the_schema_is_printed_as_it_is() {
    let ran = House::new().run_as_it_is(&["watchlist", "schema"]);
    assert_eq!((ran.code, ran.stdout), (0, schema()));
    assert_eq!(serde_json::from_str::<Value>(&schema()).unwrap()["$schema"], "http://json-schema.org/draft-07/schema#");
}

/// A block of the README as a whole watchlist.
fn whole(block: &str) -> String {
    if block.starts_with("    ") {
        return format!(
            "watches:\n  - id: x\n    platform: x\n    document: X\n    url: https://example.com/\n{block}"
        );
    }
    if block.starts_with("  - ") {
        return format!("catalogue: {{}}\nrecipients:\n{block}");
    }
    let missing = !block.contains("watches:") && !block.contains("catalogue:");
    format!("{}{block}", if missing { "catalogue: {}\n" } else { "" })
}

/// A step into the file: the key, and whether its value is a list.
type Way<'a> = Vec<(&'a str, bool)>;

/// A mapping with this line in it, at its place in the file.
fn nested(way: &[(&str, bool)], line: &str) -> String {
    let mut inner = line.to_owned();
    for (name, list) in way.iter().rev() {
        inner = if *list { format!("{name}: [{{{inner}}}]") } else { format!("{name}: {{{inner}}}") };
    }
    format!("{inner}\n")
}

fn each_key(section: &'static KeySet, seen: &mut impl FnMut(&[(&str, bool)], &str, &'static Form)) {
    each_section_with_way(section, &mut Vec::new(), &mut |way, section| {
        for key in section.keys {
            seen(way, key.name, &key.kind);
        }
    });
}

fn each_section(section: &'static KeySet, seen: &mut impl FnMut(&'static KeySet)) {
    each_section_with_way(section, &mut Vec::new(), &mut |_, section| seen(section));
}

fn each_section_with_way(
    section: &'static KeySet,
    way: &mut Way<'static>,
    seen: &mut impl FnMut(&[(&'static str, bool)], &'static KeySet),
) {
    seen(way, section);
    for key in section.keys {
        if let Some(inner) = key.kind.section() {
            way.push((key.name, !matches!(key.kind, Form::Mapping(_))));
            each_section_with_way(inner, way, seen);
            way.pop();
        }
    }
}

/// What the schema says of a watchlist, with the place of each.
fn against_schema(text: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let value: Value = serde_yaml::from_str(text).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("watchlist.json", schema).unwrap();
    let whole = compiler.compile("watchlist.json", &mut schemas).unwrap();
    match schemas.validate(&value, whole) {
        Ok(()) => Vec::new(),
        Err(error) => format!("{error:#}").lines().map(str::to_owned).collect(),
    }
}

fn now() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}
