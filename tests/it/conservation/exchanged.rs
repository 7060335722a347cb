//! One word of a rule that gives way to another is told, in each language, and one that says the same is told to nobody.

use hausrecht::model::{Block, BlockKind, Document, DocumentKind, Tier};
use hausrecht::steps::compare::compare;
use hausrecht::steps::judge::{Subject, Team, case, judge_change};
use jiff::civil::date;

const TOLD: &str = include_str!("exchanged/told.txt");
const SAME: &str = include_str!("exchanged/same.txt");

/// What says the same and is told all the same. This list only ever gets shorter.
const TOLD_FOR_NOTHING: [&str; 4] = ["einen Brief vom Rat", "besaßen neben", "le e-mail du conseil", "wiosną list"];

/// What stands around the sentence, by language.
pub(super) const AROUND: [(&str, &str); 10] = [
    ("en", include_str!("twelve/en.txt")),
    ("de", include_str!("twelve/de.txt")),
    ("fr", include_str!("twelve/fr.txt")),
    ("es", include_str!("twelve/es.txt")),
    ("it", include_str!("twelve/it.txt")),
    ("nl", include_str!("twelve/nl.txt")),
    ("pl", include_str!("twelve/pl.txt")),
    ("pt", include_str!("twelve/pt.txt")),
    ("zh", super::unruled::CHINESE),
    (
        "ja",
        "# 店舗の規則\n本規則は、当社の市場で商品または入場券を販売するすべての人に適用されます。\n## 店舗を開ける人\n団体、許可証を持つ商人、手作りの品を売る個人が店舗を開くことができます。",
    ),
];

/// A sentence before and after, and its language.
pub(super) struct Exchange {
    pub(super) language: &'static str,
    pub(super) before: String,
    pub(super) after: String,
}

pub(super) fn exchanges(list: &'static str) -> Vec<Exchange> {
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let read = |line: &'static str| {
        let (language, sentence) = line.split_once('|').unwrap();
        let (head, rest) = sentence.split_once('[').unwrap();
        let (words, tail) = rest.split_once(']').unwrap();
        let (old, new) = words.split_once('|').unwrap();
        Exchange { language, before: format!("{head}{old}{tail}"), after: format!("{head}{new}{tail}") }
    };
    lines.map(read).collect()
}

/// The sentence in a section of its own between others.
pub(super) fn page(language: &str, sentence: &str) -> Document {
    let around = AROUND.iter().find(|(code, _)| *code == language).unwrap().1;
    let lines = around.lines().filter(|line| !line.starts_with(['-', '+']) && !line.trim().is_empty());
    let mut blocks: Vec<Block> = lines.map(block).collect();
    blocks.insert(2, block("## §"));
    blocks.insert(3, block(sentence));
    Document { blocks, ..Document::default() }
}

fn block(line: &str) -> Block {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let kind = if marks == 0 { BlockKind::Paragraph } else { BlockKind::Heading(2) };
    Block { kind, text: line[marks..].trim().to_owned(), links: Vec::new(), outside: false }
}

/// How an exchange alone is judged.
pub(super) fn tier(exchange: &Exchange) -> Tier {
    let sides = [&exchange.before, &exchange.after].map(|sentence| page(exchange.language, sentence));
    let comparison = compare(&sides[0], &sides[1]);
    let subject = Subject {
        platform: "plaudernetz",
        document: "Terms for Pages",
        watch: "pages",
        kind: DocumentKind::Terms,
        ..Subject::default()
    };
    judge_change(case(subject, Team::default(), &comparison, date(2026, 3, 3))).assessment.tier
}

/// The exchanges of a list that are told, or those that are not, as lines.
pub(super) fn lines(list: &'static str, told: bool) -> Vec<String> {
    let found = exchanges(list).into_iter().filter(|exchange| (tier(exchange) > Tier::None) == told);
    found.map(|exchange| format!("{}: {} → {}", exchange.language, exchange.before, exchange.after)).collect()
}

#[test]
fn another_word_of_a_rule_is_told_in_each_language() {
    assert_eq!(lines(TOLD, false), Vec::<String>::new());
}

#[test]
fn another_word_that_says_the_same_is_told_to_nobody() {
    let told = lines(SAME, true);
    let others: Vec<_> =
        told.iter().filter(|line| !TOLD_FOR_NOTHING.iter().any(|known| line.contains(known))).collect();
    assert_eq!(others, Vec::<&String>::new());
    assert_eq!(told.len(), TOLD_FOR_NOTHING.len(), "shorten the list: {told:#?}");
}
