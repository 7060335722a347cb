//! Feeds of every make, with the slips that real ones have, are read entry by entry; what a feed counts is no news.

use hausrecht::model::{BlockKind, Document, Origin, Snapshot, Trouble};
use hausrecht::steps::extract::{Reading, extract, is_feed};

use crate::house::history::History;
use crate::house::server::Answer;

fn snapshot(content_type: &str, body: &str) -> Snapshot {
    Snapshot {
        fetched_at: "2026-11-21T06:00:00Z".parse().unwrap(),
        url: "https://plaudernetz.example/news".parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), content_type.into())],
        body: body.into(),
        origin: Origin::Live,
    }
}

/// The blocks of a feed, its headings with a mark.
fn read(body: &str) -> Vec<String> {
    let snapshot = snapshot("application/xml", body);
    assert!(is_feed(&snapshot), "{body}");
    lines(&extract(&snapshot, Reading::default()).unwrap().document)
}

fn lines(document: &Document) -> Vec<String> {
    let line = |block: &hausrecht::model::Block| match block.kind {
        BlockKind::Heading(_) => format!("# {}", block.text),
        _ => block.text.clone(),
    };
    document.blocks.iter().map(line).collect()
}

fn rss(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>News</title>{items}</channel></rss>"
    )
}

const TABS: &str = "<item><title>Tabs</title><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate>\
                    <description>Landing tabs are retired.</description></item>";

#[test]
fn an_empty_element_swallows_nothing() {
    let item = "<item><title/><category/><pubDate>Tue, 14 Apr 2026 08:00:00 GMT</pubDate>\
                <description>Contests must not ask for shares.</description></item>";
    let wanted =
        ["# 2026-04-14", "Contests must not ask for shares.", "# 2026-03-12 · Tabs", "Landing tabs are retired."];
    assert_eq!(read(&rss(&format!("{item}{TABS}"))), wanted);
    let bare = "<item><title>Ads</title><description/><pubDate>Tue, 14 Apr 2026 08:00:00 GMT</pubDate></item>";
    assert_eq!(
        read(&rss(&format!("{bare}{TABS}"))),
        ["# 2026-04-14 · Ads", "# 2026-03-12 · Tabs", "Landing tabs are retired."]
    );
}

#[test]
fn atom_is_seen_behind_any_prefix_and_read_with_any_kind_of_text() {
    let atom = "<?xml version='1.0'?><!-- <html> --><atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:title>News</atom:title>\
        <atom:entry><atom:title type='html'>Ads &amp;amp; more</atom:title><atom:updated>2026-05-06T00:00:00Z</atom:updated>\
        <atom:content type='html'>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</atom:content></atom:entry>\
        <atom:entry><atom:title>Text</atom:title><atom:published>2026-05-05T00:00:00Z</atom:published><atom:content/>\
        <atom:summary type='text'>Fees below 5 &lt; 6 percent.</atom:summary></atom:entry></atom:feed>";
    let wanted = ["# 2026-05-06 · Ads & more", "One.", "Two.", "# 2026-05-05 · Text", "Fees below 5 < 6 percent."];
    assert_eq!(read(atom), wanted);
}

#[test]
fn a_json_feed_is_read_entry_by_entry_whatever_its_fields_are_made_of() {
    let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": 7, "title": "Old", "date_published": "2026-01-02T06:00:00Z", "content_text": "Words as they are: a < b."},
        {"id": "8", "title": "New", "date_published": "2026-05-06T06:00:00+02:00", "content_html": "<p>One.</p><p>Two.</p>", "tags": "x"}]}"#;
    assert_eq!(read(feed), ["# 2026-05-06 · New", "One.", "Two.", "# 2026-01-02 · Old", "Words as they are: a < b."]);
}

#[test]
fn slips_that_readers_of_feeds_put_up_with_lose_no_word() {
    let items = |text: &str| {
        format!(
            "<item><title>Ads</title><pubDate>Tue, 14 Apr 2026 08:00:00 GMT</pubDate><description>{text}</description></item>"
        )
    };
    let read_one = |text: &str| read(&rss(&items(text)))[1..].join("|");
    assert_eq!(read_one("Contests & ads: Q&A."), "Contests & ads: Q&A.");
    assert_eq!(read_one("Terms&nbsp;hold &ndash; always."), "Terms hold – always.");
    assert_eq!(read_one("\n <p>Raw <b>mark-up</b>.</p>\n<p>Two.</p>"), "Raw mark-up.|Two.");
    assert_eq!(read_one("<![CDATA[<p>Packed.</p>]]> <p>And not.</p>"), "Packed.|And not.");
    assert_eq!(read_one("Fewer than 5 < 6 ads."), "Fewer than 5 < 6 ads.");
    let without_version = rss(TABS).replace(" version=\"2.0\"", "");
    assert_eq!(read(&without_version).len(), 2);
    let own =
        rss(TABS).replace("<rss version=\"2.0\">", "<rss version=\"2.0\" xmlns=\"http://backend.userland.com/rss2\">");
    assert_eq!(read(&own).len(), 2);
    let day_alone = TABS.replace("Thu, 12 Mar 2026 08:00:00 GMT", "12. März 2026");
    assert_eq!(read(&rss(&day_alone))[0], "# 2026-03-12 · Tabs");
}

#[test]
fn the_charset_of_the_declaration_is_heard() {
    let feed = rss("<item><title>Maß</title><description>Größe zählt.</description></item>");
    let latin1: Vec<u8> =
        feed.replace("utf-8", "iso-8859-2").chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    let mut served = snapshot("application/rss+xml", "");
    served.body = latin1;
    assert_eq!(lines(&extract(&served, Reading::default()).unwrap().document), ["# Maß", "Größe zählt."]);
}

#[test]
fn a_feed_that_is_broken_is_refused_by_name_and_not_read_in_part() {
    let broken = rss(TABS).replace("</item>", "</itme>");
    let trouble = extract(&snapshot("application/rss+xml", &broken), Reading::default()).unwrap_err();
    assert!(matches!(trouble, Trouble::Format { .. }), "{trouble:?}");
}

#[test]
fn of_many_items_the_newest_are_read_wherever_they_stand() {
    let items: String = (0..300)
        .map(|at| {
            format!("<item><title>{at}</title><pubDate>{}</pubDate><description>Text.</description></item>", day(at))
        })
        .collect();
    assert_eq!(read(&rss(&items))[0], format!("# {} · 299", day(299)));
}

fn day(at: i64) -> String {
    let first: jiff::civil::Date = "2025-01-01".parse().unwrap();
    (first + jiff::SignedDuration::from_hours(24 * at)).to_string()
}

/// A feed of three items with something behind each text.
fn counted(behind: &dyn Fn(usize) -> String, more: &str) -> Answer {
    let texts = [
        "Prize draws among comments need a closing date that is shown in the post itself.",
        "Partners are tagged with the new tool; the old hashtag is no longer enough.",
        "Landing tabs are no longer shown to visitors who have not subscribed to the page.",
    ];
    let items: String = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            format!(
                "<item><title>Item {at}</title><pubDate>Thu, 1{at} Oct 2026 08:00:00 GMT</pubDate><description>{text} {}</description></item>",
                behind(at)
            )
        })
        .collect();
    Answer::bytes(rss(&format!("{more}{items}"))).header("content-type", "application/rss+xml")
}

#[test]
fn counters_and_signatures_in_items_are_no_news_and_a_new_item_beside_them_is_told_alone() {
    let count = |day: usize| move |at: usize| format!("(Visited {} times, {day} visits today)", at * 100 + day * 7);
    let sign = |day: usize| {
        move |at: usize| {
            format!(
                "Signature: {:032x}",
                0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835_u128.wrapping_mul((day * 10 + at + 1) as u128)
            )
        }
    };
    let past = History::new().watch("counted", "Policy newsroom").watch("signed", "Other newsroom");
    for day in 1..5 {
        // The same counts at both looks of a day and at those of the next, as caches give them.
        past.answers("counted", counted(&count(day), "")).answers("signed", counted(&sign(day), "")).days(2);
    }
    assert!(past.letters().is_empty(), "{}\n{}", past.account_of("counted"), past.account_of("signed"));
    let new = "<item><title>Vouchers</title><pubDate>Mon, 19 Oct 2026 08:00:00 GMT</pubDate>\
               <description>Vouchers must not be given away as prizes.</description></item>";
    past.answers("counted", counted(&count(9), new)).days(2);
    past.assert_told("counted", "Vouchers must not be given away as prizes.");
    past.assert_untold("counted", "Visited");
    let told = past.told("counted");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["hunks"].as_array().unwrap().len(), 1, "{}", told[0]);
}
