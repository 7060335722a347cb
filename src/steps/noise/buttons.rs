//! Words of the page around the document: buttons, menus, footers.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::steps::text;
use crate::steps::text::languages::{either, union};

/// Invitations and notices of the page that stand within or beside the text, in normal form.
static NOTICES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.notices));
/// Words of which an invitation to a survey has one.
static SURVEYS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.survey));

/// Whether all that a difference says is boilerplate.
pub(super) fn is_boilerplate(before: &str, after: &str) -> bool {
    let both = |is: fn(&str) -> bool| is(before) && is(after);
    both(|text| text.lines().all(|line| is_label(line) || is_copyright(line)))
        || both(is_copyright)
        || both(is_menu)
        || both(is_list_of_labels)
        || both(is_survey)
        || differ_only_in_notices(before, after)
}

/// Whether nothing differs once notices of the page are left out.
fn differ_only_in_notices(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > 2000 {
        return false;
    }
    let without = |text: &str| {
        let mut text = format!(" {} ", normal(text));
        let known = text.len();
        for notice in &*NOTICES {
            text = text.replace(&format!(" {notice} "), "  ");
        }
        (text.len() != known, text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let ((some, old), (more, new)) = (without(before), without(after));
    (some || more) && old == new
}

/// Whether a text invites to a survey.
fn is_survey(text: &str) -> bool {
    let words = normal(text);
    text.is_empty() || words.split(' ').count() <= 22 && words.split(' ').any(|word| SURVEYS.contains(&word))
}

/// Whether short lines without sentences have several labels among them: a menu or footer as a list.
fn is_list_of_labels(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
    let labels = lines.iter().filter(|line| is_label(line)).count();
    text.is_empty() || lines.len() >= 5 && labels >= 3 && labels * 5 >= lines.len() && words <= lines.len() * 5
}

/// Whether a line is a button, a hint or a row of them.
fn is_label(line: &str) -> bool {
    let words = normal(line);
    words.chars().all(|letter| !letter.is_alphabetic()) && words.len() < 12
        || SHORTCUT.as_ref().is_some_and(|shortcut| shortcut.is_match(&words))
        || is_row(&words)
        || is_codes(line)
}

/// Texts that are a button, a hint or a heading of boilerplate when they stand alone, without the gaps between their words,
/// the longest first.
static GLUED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut labels: Vec<String> = union(|words| &words.buttons).iter().map(|label| label.replace(' ', "")).collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    labels
});

/// Whether words are labels one after another, with or without gaps ("log inSign up").
fn is_row(words: &str) -> bool {
    let glued = words.replace(' ', "");
    let mut rest = glued.as_str();
    while let Some(left) = GLUED.iter().find_map(|label| rest.strip_prefix(label.as_str())) {
        rest = left;
    }
    rest.is_empty() && words.len() <= 200
}

/// "EEA/UK/CH", "EN | DE".
fn is_codes(line: &str) -> bool {
    let mut codes = line.split(|letter: char| !letter.is_alphanumeric()).filter(|code| !code.is_empty()).peekable();
    codes.peek().is_some()
        && codes.all(|code| code.len() <= 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()))
}

static SHORTCUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (keys, views, counters) =
        (either(|words| &words.keys), either(|words| &words.views), either(|words| &words.counters));
    Regex::new(&format!(r"^({keys})? ?[a-z]$|^\d+ ({views}|{counters})$")).ok()
});

/// "© 2026 Example Inc."
fn is_copyright(text: &str) -> bool {
    text.is_empty()
        || (text.contains('©') || text.to_lowercase().contains("copyright (c)"))
            && text.split_whitespace().count() <= 10
}

/// Whether a text is a menu whose entries ran together (`Sign UpLog InMessenger`).
fn is_menu(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let glued: HashSet<&str> = text.split_whitespace().filter(|word| is_glued(word)).collect();
    text.is_empty() || words <= 60 && !text.contains(". ") && glued.len() >= 3 && glued.len() * 8 >= words
}

/// A capital letter right after a small one, as no one writes but names of products: those are counted too, so a menu
/// needs several.
fn is_glued(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|three| three[0].is_lowercase() && three[1].is_uppercase() && three[2].is_lowercase())
}

/// The words of a text in normal form, a space between them.
pub(super) fn normal(text: &str) -> String {
    let mut normal = String::new();
    text::each_word(text, |word, _| {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    });
    normal
}
