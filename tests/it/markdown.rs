//! Markdown and the dialects of it: what a reader sees is read, and marks of the layout are not.

use hausrecht::model::{Origin, Snapshot};
use hausrecht::steps::extract::{Reading, extract};

use crate::house::history::History;
use crate::house::server::Answer;

const RULES: &str = "# Rules for stalls\n\nA stall may be set up by anybody who has been a member for three months.\n\n\
    Only things that the seller has made or grown may be sold at a stall of Plaudernetz.\n\n";

fn read(source: &str) -> Vec<String> {
    let snapshot = Snapshot {
        fetched_at: "2026-03-01T06:00:00Z".parse().unwrap(),
        url: "https://plaudernetz.example/rules.md".parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), "text/markdown".into())],
        body: source.into(),
        origin: Origin::Live,
    };
    let document = extract(&snapshot, Reading::default()).unwrap().document;
    document.blocks.into_iter().map(|block| block.text).collect()
}

fn then(before: &str, after: &str) -> History {
    let past = History::new().watch("stalls", "Rules for stalls");
    for (days, last) in [(4, before), (3, after)] {
        let answer = Answer::bytes(format!("{RULES}{last}\n")).header("content-type", "text/markdown; charset=utf-8");
        past.answers("stalls", answer).days(days);
    }
    past
}

#[test]
fn a_picture_in_a_table_says_what_it_is_called_and_one_in_the_text_nothing() {
    let table =
        |sign: &str| format!("| Goods | Allowed |\n|---|---|\n| Knives | {sign} |\n| Jam | ![yes](yes.png) |\n");
    then(&table("![yes](yes.png)"), &table("![no](no.png)")).assert_told("stalls", "no");
    assert_eq!(read(&table("![](/icons/cross.svg)"))[1], "Knives | ✗");
    assert_eq!(read("See ![our market hall in the morning](hall.jpg) here.\n"), ["See here."]);
    assert_eq!(read("- ![hall.jpg](hall.jpg) Knives\n"), ["Knives"]);
}

#[test]
fn what_stands_in_an_element_that_is_struck_out_or_hidden_is_gone() {
    let rule = "Sellers may call out to passers-by.";
    for (open, close) in [("<del>", "</del>"), ("<div hidden>", "</div>"), ("<s class=old>", "</s>")] {
        let past = then(rule, &format!("{open}\n\n{rule}\n\n{close}"));
        assert_eq!(
            past.told_with("stalls", "call out to passers-by").len(),
            1,
            "{open}: {}",
            past.account_of("stalls")
        );
    }
    assert_eq!(read("<div hidden>\n\n<div>\n\nOne.\n\n</div>\n\nTwo.\n\n</div>\n\nThree.\n"), ["Three."]);
}

#[test]
fn an_element_that_never_ends_and_one_that_only_lays_out_take_nothing_away() {
    assert_eq!(read("<del>\n\nOne.\n\nTwo.\n"), ["One.", "Two."]);
    assert_eq!(read("<div class=note>\n\nOne.\n\n</div>\n\nTwo.\n"), ["One.", "Two."]);
    let table = "\n\n<table><tr><td>Spirits</td><td>may be sold</td></tr></table>\n\nTwo.\n";
    for tag in [
        "<div hidden>",
        "<del>",
        "<img src=p.gif style=\"display:none\">",
        "<input type=hidden>",
        "<div class=\"md:block hidden lg:flex\">",
        "<div title=\"no hidden fees at all\">",
    ] {
        assert_eq!(read(&format!("{tag}{table}")), ["Spirits | may be sold", "Two."], "{tag}");
        assert_eq!(read(&format!("{tag}\n\nOne.\n")), ["One."], "{tag}");
    }
    assert_eq!(read("<div hidden>\n\nOne.\n\n</div>\n<p>Two.</p>\n"), ["Two."], "what stands right behind its end");
}

#[test]
fn numbers_of_a_list_are_read_where_the_text_points_to_one() {
    let list = |first: u8| {
        format!(
            "Rule 4 does not bind clubs.\n\n{first}. Pay a deposit of 50 coins.\n{}. Keep the list of buyers.",
            first + 1
        )
    };
    let past = then(&list(4), &list(5));
    assert_eq!(past.told("stalls").len(), 1, "{}", past.account_of("stalls"));
    assert_eq!(read(&list(4))[1..], ["4. Pay a deposit of 50 coins.", "5. Keep the list of buyers."]);
    assert_eq!(read(&list(1))[1..], ["Pay a deposit of 50 coins.", "Keep the list of buyers."]);
}

#[test]
fn marks_of_a_dialect_are_no_words() {
    assert_eq!(read("> [!WARNING]\n> Raffles need no licence.\n"), ["Raffles need no licence."]);
    assert_eq!(read("::: tip\nRaffles need no licence.\n:::\n"), ["Raffles need no licence."]);
    assert_eq!(read("::: tip Fees are due\nRaffles are free.\n:::\n").join(" "), "Fees are due Raffles are free.");
    assert_eq!(read("Raffles need no licence.\n{: .note }\n"), ["Raffles need no licence."]);
    assert_eq!(read("+++\ntitle = \"Rules\"\n+++\n\nRaffles need no licence.\n"), ["Raffles need no licence."]);
    assert_eq!(read("```\n::: tip\n{: .note }\n```\n"), ["::: tip {: .note }"]);
}
