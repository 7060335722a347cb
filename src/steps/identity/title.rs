//! What a document calls itself, and whether another name means another document.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::model::{BlockKind, Document};
use crate::steps::text::{self, languages};

/// How the names of two texts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Most of the words of one are those of the other.
    Alike,
    /// Other words for the same kind of document: "Terms of Service", "User Agreement".
    SameKind,
    /// At least one of them does not say what it is.
    Unknown,
    /// Nothing to compare.
    Nameless,
    /// Documents on other subjects or for other people: "Terms of Service", "Cookie Policy".
    OtherKind,
}

/// The subject of a cookie policy.
const COOKIES: &str = "cookies";
/// What documents of a house are about, or for whom, where they are not its general rules.
const SUBJECTS: [&str; 11] = [
    "privacy",
    COOKIES,
    "developers",
    "advertising",
    "commerce",
    "rights",
    "imprint",
    "brand",
    "money",
    "help",
    "company",
];
/// Of those what names no rules by itself.
const NO_RULES: [&str; 2] = ["help", "company"];
/// How words begin that name them, or whole words where they have up to four letters.
static STEMS: LazyLock<[Vec<&str>; SUBJECTS.len()]> =
    LazyLock::new(|| SUBJECTS.map(|subject| languages::group(|words| &words.title_subjects, subject)));
/// The words for rules as such; they may be parts of longer words.
static RULES: LazyLock<Vec<&str>> = LazyLock::new(|| languages::union(|words| &words.rules));

/// Compares what two texts call themselves.
pub(super) fn compare(base: &Document, document: &Document) -> Names {
    let site = site(base);
    let (old, new) = (Name::of(base, &site), Name::of(document, &site));
    if old.subjects != new.subjects && old.subjects & new.subjects == 0 {
        // Where one says no subject, it must at least say that it is the rules.
        let says = |name: &Name| name.subjects != 0 || name.is_rules;
        if says(&old) && says(&new) {
            return Names::OtherKind;
        }
    }
    if old.parts().any(|old| new.parts().any(|new| alike(old, new))) {
        return Names::Alike;
    }
    if old.subjects & new.subjects != 0 || old.subjects == new.subjects && old.is_rules && new.is_rules {
        return Names::SameKind;
    }
    if old.parts().next().is_none() || new.parts().next().is_none() { Names::Nameless } else { Names::Unknown }
}

/// Whether a document calls itself the rules on cookies.
pub(super) fn is_cookie_policy(document: &Document) -> bool {
    let name = Name::of(document, &BTreeSet::new());
    let is_on_cookies =
        SUBJECTS.iter().position(|subject| *subject == COOKIES).is_some_and(|at| name.subjects >> at & 1 == 1);
    is_on_cookies && name.is_rules
}

/// Whether a document says in its name what rules it holds, or that it is rules. Help and news of a house are no rules.
pub(super) fn says_what_it_is(document: &Document) -> bool {
    let name = Name::of(document, &BTreeSet::new());
    let rules = |at: &usize| !NO_RULES.contains(&SUBJECTS[*at]);
    name.is_rules || (0..SUBJECTS.len()).filter(rules).any(|at| name.subjects >> at & 1 == 1)
}

/// What the document calls itself.
pub(super) fn title(document: &Document) -> String {
    heading(document).or(document.title.as_deref()).unwrap_or_default().to_owned()
}

/// The words of a title and of a first heading.
struct Name {
    title: BTreeSet<String>,
    heading: BTreeSet<String>,
    /// One bit for each of the subjects.
    subjects: u32,
    is_rules: bool,
}

impl Name {
    fn of(document: &Document, site: &BTreeSet<String>) -> Self {
        let of_title = document.title.as_deref().map(words).unwrap_or_default();
        let title: BTreeSet<_> = of_title.difference(site).cloned().collect();
        let heading = heading(document).map(words).unwrap_or_default();
        let all: Vec<&str> = title.union(&heading).map(String::as_str).collect();
        let begins = |stem: &str, word: &str| if stem.len() <= 4 { word == stem } else { word.starts_with(stem) };
        let mut subjects = 0;
        for (at, stems) in STEMS.iter().enumerate() {
            if stems.iter().any(|stem| all.iter().any(|word| begins(stem, word))) {
                subjects |= 1 << at;
            }
        }
        let is_rules = RULES.iter().any(|stem| all.iter().any(|word| word.contains(stem)));
        Self { title, heading, subjects, is_rules }
    }

    fn parts(&self) -> impl Iterator<Item = &BTreeSet<String>> {
        [&self.title, &self.heading].into_iter().filter(|part| !part.is_empty())
    }
}

/// The words that the title has beside the heading: the name of the site, most of the time.
fn site(document: &Document) -> BTreeSet<String> {
    let title = document.title.as_deref().map(words).unwrap_or_default();
    heading(document).map_or_else(BTreeSet::new, |heading| title.difference(&words(heading)).cloned().collect())
}

fn heading(document: &Document) -> Option<&str> {
    let heading = document.blocks.iter().find(|block| matches!(block.kind, BlockKind::Heading(_)))?;
    Some(heading.text.as_str())
}

/// Whether more than half of the longer words of the shorter name stand in the other.
fn alike(old: &BTreeSet<String>, new: &BTreeSet<String>) -> bool {
    let long = |name: &BTreeSet<String>| -> BTreeSet<String> {
        name.iter().filter(|word| word.len() > 3 || !word.is_ascii()).cloned().collect()
    };
    let (old, new) = (long(old), long(new));
    old.intersection(&new).count() * 2 > old.len().min(new.len())
}

fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    text::each_word(text, |word, _| {
        found.insert(word.to_owned());
    });
    found
}
