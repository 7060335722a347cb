//! What lies between two documents.

use std::fmt::Write as _;

use hausrecht::model::{Block, BlockKind, Comparison, Document, Edit, Hunk, Link};
use hausrecht::steps::compare::{compare, fingerprint};
use proptest::prelude::*;

/// A document: `# ` is a heading (`## ` one below), `- ` an item, everything else a paragraph; a line each.
fn document(text: &str) -> Document {
    let block = |line: &str| {
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        let (kind, text) = match (marks, line.strip_prefix("- ")) {
            (0, None) => (BlockKind::Paragraph, line),
            (0, Some(item)) => (BlockKind::Item(1), item),
            (level, _) => (BlockKind::Heading(u8::try_from(level).expect("few marks")), line[level..].trim_start()),
        };
        Block { kind, text: text.to_owned(), links: Vec::new(), outside: false }
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Document { blocks: lines.map(block).collect(), ..Document::default() }
}

/// The comparison as one would read it: `[-gone-]`, `{+come+}`.
fn told(before: &str, after: &str) -> String {
    tell(&compare(&document(before), &document(after)))
}

fn tell(comparison: &Comparison) -> String {
    let mut out = String::new();
    for hunk in &comparison.hunks {
        let edits = hunk.edits.iter().map(|edit| match edit {
            Edit::Kept(text) => text.clone(),
            Edit::Removed(text) => format!("[-{text}-]"),
            Edit::Added(text) => format!("{{+{text}+}}"),
        });
        let _ = writeln!(out, "{}: {}", hunk.heading.join(" > "), edits.collect::<String>().replace('\n', " / "));
    }
    let Comparison { words_added, words_removed, counts, .. } = comparison;
    let _ = write!(out, "+{words_added} -{words_removed}");
    for (class, count) in counts {
        let _ = write!(out, " {}={count}", class.key());
    }
    out
}

const TERMS: &str = "
    # Pages
    ## Promotions
    Promotions may be administered on Pages and within apps on the platform.
    Personal timelines must not be used to administer promotions of any kind.
    ## Landing tabs
    A Page may set a default landing tab for visitors who do not yet like it.
    - Tabs must not show ads
    - Tabs must not collect passwords";

#[test]
fn the_same_words_are_no_difference() {
    assert_eq!(told(TERMS, TERMS), "+0 -0");
}

#[test]
fn a_changed_word_is_one_hunk_under_its_headings() {
    let after = TERMS.replace("default landing tab", "default welcome tab").replace("may be", "may not be");
    assert_eq!(
        told(TERMS, &after),
        "Pages > Promotions: Promotions may {+not +}be administered on Pages and within apps on the platform.\n\
         Pages > Landing tabs: A Page may set a default [-landing-]{+welcome+} tab for visitors who do not yet like it.\n\
         +2 -1"
    );
}

#[test]
fn an_added_and_a_removed_section_are_a_hunk_each() {
    let after = "
        # Pages
        ## Promotions
        Promotions may be administered on Pages and within apps on the platform.
        Personal timelines must not be used to administer promotions of any kind.
        ## Winners
        Winners are notified by message.
        Prizes are sent within a month.";
    assert_eq!(
        told(TERMS, after),
        "Pages: [-Landing tabs / A Page may set a default landing tab for visitors who do not yet like it. / Tabs must not show ads \
         / Tabs must not collect passwords-]\n\
         Pages: {+Winners / Winners are notified by message. / Prizes are sent within a month.+}\n\
         +12 -28"
    );
    assert_eq!(
        told(after, &format!("{after}\n## Taxes\nWinners pay them.")),
        "Pages: {+Taxes / Winners pay them.+}\n+4 -0"
    );
}

#[test]
fn typography_markup_numbering_links_and_white_space_are_not_told() {
    let before = "- 1. Be kind\n- 2. Be brief\n“Don’t” shout – please…\nRead our policy : now\nOne. Two.";
    let after = "- a) Be kind\n- b) Be brief\n\"Don't\" SHOUT - please...\nRead our policy\u{a0}: now.\nOne.\nTwo.";
    assert_eq!(told(before, after), "+0 -0 markup=1 typography=2 numbering=2");
    let mut linked = document("See the policy.");
    let bare = linked.clone();
    linked.blocks[0].links.push(Link { text: "policy".into(), target: "https://example.com/2".into() });
    assert_eq!(tell(&compare(&bare, &linked)), "+0 -0 links=1");
}

#[test]
fn text_that_flows_into_other_blocks_is_not_told() {
    let before = "# Rules\nContests are allowed. They need rules: a date, a prize.\n## Ads\nAds are allowed.";
    let after = "# Rules\nContests are allowed.\nThey need rules:\n- a date,\n- a prize.\nAds\nAds are allowed.";
    assert_eq!(told(before, after), "+0 -0 markup=2");
}

#[test]
fn a_day_at_the_start_of_a_line_is_no_numbering() {
    assert_eq!(
        told("1. Januar ist der erste Tag.", "2. Januar ist der erste Tag."),
        ": [-1-]{+2+}. Januar ist der erste Tag.\n+1 -1"
    );
}

#[test]
fn moved_text_is_counted_and_told_only_where_its_words_changed() {
    let after = "
        # Pages
        ## Landing tabs
        A Page may set a default landing tab for visitors who do not yet like it.
        - Tabs must not collect passwords
        - Tabs must not show ads
        ## Promotions
        Promotions may be administered on Pages and within apps on the platform.
        Personal timelines must not be used to administer promotions of any sort.";
    assert_eq!(
        told(TERMS, after),
        "Pages > Promotions: Personal timelines must not be used to administer promotions of any [-kind-]{+sort+}.\n+1 -1 moved=3"
    );
}

#[test]
fn items_in_another_order_are_order() {
    assert_eq!(told("- German\n- English\n- French", "- French\n- German\n- English"), "+0 -0 order=1");
}

#[test]
fn signs_that_change_a_rule_are_words() {
    assert_eq!(told("The fee is 5 % or 18+.", "The fee is 5 € or 18."), ": The fee is 5 [-%-]{+€+} or 18[-+-].\n+1 -2");
}

#[test]
fn a_fingerprint_is_of_the_words_alone() {
    let print = |text| fingerprint(&document(text));
    assert_eq!(print("1. One – two.\n2. Three"), print("one two / THREE"));
    assert_ne!(print("one two"), print("two one"));
    assert_ne!(print("(16) years"), print("(18) years"));
    assert_ne!(print("one two"), print("onetwo"));
    assert_eq!(print("one").len(), 32);
}

/// Documents of few words, so that repetition and chance sameness are common.
fn documents() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "must", "not", "page", "Page", "ads", "§ 2", "1.", "„x“", "-", "é", "may", "5%", "条",
    ]);
    let line = (prop::sample::select(vec!["", "# ", "## ", "- "]), prop::collection::vec(word, 1..9));
    let lines = prop::collection::vec(line.prop_map(|(mark, words)| mark.to_owned() + &words.join(" ")), 0..12);
    lines.prop_map(|lines| lines.join("\n"))
}

fn side(hunk: &Hunk, left_out: fn(&Edit) -> bool) -> String {
    let text = |edit: &Edit| match edit {
        Edit::Kept(text) | Edit::Removed(text) | Edit::Added(text) => text.clone(),
    };
    hunk.edits.iter().filter(|edit| !left_out(edit)).map(text).collect()
}

proptest! {
    #[test]
    fn the_edits_of_a_hunk_give_both_its_sides(before in documents(), after in documents()) {
        for hunk in compare(&document(&before), &document(&after)).hunks {
            prop_assert_eq!(side(&hunk, |edit| matches!(edit, Edit::Added(_))), hunk.before.clone().unwrap_or_default());
            prop_assert_eq!(side(&hunk, |edit| matches!(edit, Edit::Removed(_))), hunk.after.clone().unwrap_or_default());
            prop_assert!(hunk.before != hunk.after);
        }
    }

    #[test]
    fn the_same_fingerprint_means_no_hunks_and_hunks_mean_words(before in documents(), after in documents()) {
        let (before, after) = (document(&before), document(&after));
        let comparison = compare(&before, &after);
        let hunks = !comparison.hunks.is_empty();
        prop_assert!(!(hunks && fingerprint(&before) == fingerprint(&after)));
        prop_assert_eq!(hunks, comparison.words_added + comparison.words_removed > 0);
        prop_assert_eq!(compare(&before, &before), Comparison::default());
    }

    #[test]
    fn any_text_is_survived(before in "(\\PC{0,40}\n?){0,4}", after in "(\\PC{0,40}\n?){0,4}") {
        let comparison = compare(&document(&before), &document(&after));
        prop_assert!(comparison.hunks.len() <= before.len() + after.len());
    }
}
