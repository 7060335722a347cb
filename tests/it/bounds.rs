//! Pages that are made to wear their reader out: each is read, or its trouble has a name, and either in a moment.

use std::time::{Duration, Instant};

use hausrecht::model::{Origin, Snapshot, Trouble};
use hausrecht::steps::extract::{Reading, extract};

use crate::house::program::{House, policy};
use crate::house::server::Answer;

const TITLE: &str =
    "<!doctype html><html lang=en><title>Rules</title><h1>Rules</h1><p>You may run a contest on your page.</p>";

/// What reading a page comes to, which must take no more than a few seconds even where nothing is optimised.
fn read(address: &str, kind: &str, body: String) -> Result<String, Trouble> {
    let (length, begun) = (body.len(), Instant::now());
    let read = extract(&snapshot(address, kind, body), Reading::default());
    assert!(begun.elapsed() < Duration::from_secs(40), "{length} bytes took {:?}", begun.elapsed());
    read.map(|extract| extract.document.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n"))
}

fn snapshot(address: &str, kind: &str, body: String) -> Snapshot {
    Snapshot {
        fetched_at: "2026-11-21T06:00:00Z".parse().unwrap(),
        url: address.parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), kind.into())],
        body: body.into(),
        origin: Origin::Live,
    }
}

fn html(body: &str) -> Result<String, Trouble> {
    read("https://plaudernetz.example/rules", "text/html", format!("{TITLE}{body}"))
}

fn markdown(body: String) -> Result<String, Trouble> {
    read("https://plaudernetz.example/rules.md", "text/markdown", body)
}

fn is_named(read: &Result<String, Trouble>) -> bool {
    matches!(read, Err(Trouble::TooIntricate { .. }))
}

#[test]
fn tags_that_do_not_match_are_told_from_a_document() {
    let many = |unit: &str, count: usize| unit.repeat(count);
    let pages = [
        many("<div></p></b>", 100_000),
        many("<x>", 100_000) + &many("</p>", 100_000),
        (0..100_000).map(|number| format!("<font color={number}>")).collect(),
        (0..3000).map(|number| format!("<b id={number}>")).collect::<String>() + &many("<p>a", 100_000),
        many("<table><tr><td>", 100_000),
        many("<template>", 100_000),
        many("<ul><li>x", 100_000),
    ];
    for (number, page) in pages.iter().enumerate() {
        let read = html(page);
        assert!(is_named(&read), "{number}: {:?}", read.map(|text| text.len()));
    }
}

#[test]
fn attributes_without_end_are_told_from_a_document() {
    let names: String = (0..200_000).map(|number| format!(" a{number}=b")).collect();
    let end_tags = format!("</p{}>", (0..900).map(|number| format!(" a{number}")).collect::<String>()).repeat(500);
    let spread: String = (0..200_000).map(|number| format!("<html a{number}>")).collect();
    for page in [
        format!("<p{names}>x"),
        format!("</p{names}>x"),
        format!("<p {}>x", "a=\"<b c\" ".repeat(200_000)),
        end_tags,
        spread,
    ] {
        assert!(is_named(&html(&page)), "{}", &page[..60]);
    }
    // A long value is no list of attributes, and neither are the words of a script or a comment.
    let data = format!(
        "<img src='data:image/png;base64,{}'><script>if (a<b c d) {{ {} }}</script><!-- <a {} --><p>You must name its end.</p>",
        "iVBO/Rw0 ".repeat(50_000),
        "x = y; ".repeat(50_000),
        "b c d ".repeat(50_000)
    );
    assert_eq!(html(&data).unwrap(), "Rules\nYou may run a contest on your page.\nYou must name its end.");
}

#[test]
fn more_than_any_document_has_is_told_from_one() {
    let link = format!("<a href='{}'>", "x".repeat(4000));
    for page in ["a<br><br>".repeat(100_000), "words ".repeat(2_000_000), link + &"a<br><br>".repeat(30_000)] {
        assert!(is_named(&html(&page)), "{}", &page[..20]);
    }
    assert!(is_named(&read("https://plaudernetz.example/rules.txt", "text/plain", "a\n\n".repeat(100_000))));
}

#[test]
fn what_is_long_and_honest_is_read() {
    let rules: String = (0..20_000).map(|number| format!("<li><p>Rule {number} is in force.</p></li>")).collect();
    let read = html(&format!("<ol>{rules}</ol><table>{}</table>", "<tr><td>".repeat(2000))).unwrap();
    assert!(read.contains("Rule 19999 is in force."));
    let nested = format!("{}<p>Deep down a rule stands that nobody may break.</p>", "<div>".repeat(3000));
    assert!(html(&nested).unwrap().ends_with("that nobody may break."));
    // End tags that match nothing are passed over at once.
    let loose = format!("{}<p>You must name its end.</p>", "<div>".repeat(3000) + &"</a>".repeat(300_000));
    assert!(html(&loose).unwrap().ends_with("You must name its end."));
}

#[test]
fn markdown_that_nests_without_end_is_told_from_a_document() {
    for source in [
        "> ".repeat(100_000) + "a",
        "- ".repeat(100_000) + "a",
        "[".repeat(500_000),
        "*a_ ".repeat(300_000),
        "a\n".repeat(400_000),
    ] {
        assert!(is_named(&markdown(format!("# Rules\n\n{source}"))), "{}", &source[..20]);
    }
    // Lines of dots and dashes are no lists.
    let leaders =
        format!("# Rules\n\n1. Scope {} 3\n\n{}\n\nYou may run a contest.\n", ". ".repeat(150), "- ".repeat(150));
    assert!(markdown(leaders).unwrap().ends_with("You may run a contest."));
    // Text that a converter moved to the right, again and again, ends neither the stack nor the day.
    let moved = format!("# Rules\n\n{}You may run a contest.\n", "-      ".repeat(90));
    assert!(markdown(moved).unwrap().contains("You may run a contest."));
}

#[test]
fn a_feed_of_items_that_nest_without_end_is_told_from_one() {
    let items = |item: &str| {
        let item = format!("<item><title>Rules</title><description><![CDATA[{item}]]></description></item>");
        let feed = format!(
            "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{}</channel></rss>",
            item.repeat(200)
        );
        read("https://plaudernetz.example/feed", "application/rss+xml", feed)
    };
    for unit in ["<div>", "<ul><li>", "<b>"] {
        assert!(is_named(&items(&unit.repeat(3800 / unit.matches('<').count()))), "{unit}");
    }
    let honest = items(&format!("{}<p>You may run a contest on your page.</p>", "<div>".repeat(40))).unwrap();
    assert_eq!(honest.matches("You may run a contest").count(), 200);
}

#[test]
fn texts_within_texts_end() {
    let nested =
        format!("<iframe srcdoc='{}'></iframe><p>You must name its end.</p>", "<iframe/srcdoc=".repeat(20_000));
    let many = |unit: &str| unit.repeat(20_000);
    for page in [
        nested,
        many("<noscript><p>You must not post here at any time.</p></noscript>"),
        many("<iframe srcdoc='<p>You must not post.</p>'></iframe>"),
        many("<select><option>You must not post here.</option></select>"),
        many("<button>Open</button><div style='display:none'>You must not post here.</div>"),
        format!("<style>{}</style>", many(".a::before{content:'not'}@media x{")),
        "<object><p>You must not post here at any time.</p>".repeat(3000),
    ] {
        let read = html(&page);
        assert!(is_named(&read) || read.unwrap().starts_with("Rules"), "{}", &page[..40]);
    }
}

#[test]
fn a_round_ends_whatever_a_page_does_and_its_letters_go_out() {
    let house = House::new()
        .watch("hostile", "You may post here as often as you like.")
        .watch("contests", "You may run a contest on your page when you name its rules.")
        .with("recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]");
    house.run(&["check"]);
    let page = policy("hostile", "You may post here.").replace("<p>", &"<div></p></b>".repeat(100_000));
    house.server.answer("/hostile", Answer::html(&page));
    house.show("contests", "You must not run a contest on your page when you name its rules.");
    let begun = Instant::now();
    let ran = house.run(&["check", "--all"]);
    assert!(begun.elapsed() < Duration::from_mins(1));
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stdout.contains("too long or too intricate to be read"), "{ran:?}");
    assert_eq!(house.letters().len(), 1);
    assert!(house.letters()[0].text.contains("must not"), "{:?}", house.letters());
}
