//! No file uses, by however many steps, a file that uses it: each can be read, and understood, after those that it uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::paths::{Source, Tree};

#[test]
fn no_circle_of_files() {
    let tree = Tree::below(Path::new("src"));
    let uses: BTreeMap<&str, BTreeSet<String>> =
        tree.files.iter().map(|(module, source)| (module.as_str(), tree.used_by(module, source))).collect();
    let mut steps = Vec::new();
    for circle in circles(&uses) {
        for (from, to) in circle.iter().flat_map(|from| circle.iter().map(move |to| (*from, *to))) {
            let of = |module: &str| tree.files[module].path.as_str();
            if uses[from].contains(to) {
                steps.push(format!("{} uses {}", of(from), of(to)));
            }
        }
    }
    assert_eq!(steps, Vec::<String>::new());
}

#[test]
fn no_type_has_the_name_of_another_below_steps() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in Tree::below(Path::new("src/steps")).files.into_values() {
        for name in &source.types {
            places.entry(name.clone()).or_default().push(source.path.clone());
        }
    }
    places.retain(|_, files| files.len() > 1);
    assert_eq!(places, BTreeMap::new());
}

#[test]
fn a_circle_is_seen_through_parents_groups_and_re_exports() {
    let of = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(module, code)| ((*module).to_owned(), Source::of(module, code))).collect();
        let tree = Tree { files };
        let uses = tree.files.iter().map(|(module, source)| (module.as_str(), tree.used_by(module, source))).collect();
        circles(&uses).into_iter().map(|circle| circle.join(" ")).collect::<Vec<_>>()
    };
    // A child that uses what its parent defines, and a parent that uses the child.
    let parent = ("crate::a", "mod b; pub struct P; fn f() { b::run() }");
    let child = ("crate::a::b", "use super::P; pub fn run() {}");
    assert_eq!(of(&[("crate", "mod a;"), parent, child]), ["crate::a crate::a::b"]);
    // A parent that only lists and re-exports is no part of a circle.
    let lists = ("crate::a", "mod b; mod c; pub use b::{run, B}; pub use c::C;");
    let uses_sister = ("crate::a::b", "use super::C; pub struct B(C); pub fn run() {}");
    assert_eq!(of(&[("crate", "mod a;"), lists, uses_sister, ("crate::a::c", "pub struct C;")]), Vec::<String>::new());
    // Sisters that use each other by way of the re-exports, a group or a path in the code.
    let back = ("crate::a::c", "pub struct C; fn f() { crate::a::run() }");
    assert_eq!(of(&[("crate", "mod a;"), lists, uses_sister, back]), ["crate::a::b crate::a::c"]);
    let back = ("crate::a::c", "use crate::{a::{self, B as Other}, d}; pub struct C;");
    assert_eq!(of(&[("crate", "mod a;"), lists, uses_sister, back]), ["crate::a::b crate::a::c"]);
    // Words in comments and texts are no paths.
    let words = ("crate::a::c", "// super::B\npub struct C; const X: &str = \"super::B\";");
    assert_eq!(of(&[("crate", "mod a;"), lists, uses_sister, words]), Vec::<String>::new());
}

/// Every set of modules of which each leads to each.
fn circles<'a>(uses: &BTreeMap<&'a str, BTreeSet<String>>) -> Vec<Vec<&'a str>> {
    let mut leads_to: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in uses.keys() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = uses[module].iter().map(String::as_str).collect();
        while let Some(next) = open.pop() {
            if seen.insert(next) {
                open.extend(uses.get(next).into_iter().flatten().map(String::as_str));
            }
        }
        leads_to.insert(module, seen);
    }
    let circle_of = |module: &str| -> Vec<&'a str> {
        let both = |other: &&&str| leads_to[module].contains(**other) && leads_to[**other].contains(module);
        uses.keys().filter(both).copied().collect()
    };
    let circles: BTreeSet<Vec<&str>> = uses.keys().map(|module| circle_of(module)).collect();
    circles.into_iter().filter(|circle| !circle.is_empty()).collect()
}
