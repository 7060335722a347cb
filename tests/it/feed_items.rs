//! What an item of a feed says in HTML is read as a page is: no word of it is lost, none is read that no longer holds, and none
//! runs into the next.

use crate::house::history::History;
use crate::house::server::Answer;

const RULES: &str = "<p>A stall may be set up by anybody who has been a member for three months.</p>\
    <p>Only things that the seller has made or grown may be sold at a stall of Plaudernetz.</p>";

fn escaped(html: &str) -> String {
    html.replace('&', "&amp;").replace('<', "&lt;")
}

fn rss(inner: &str) -> Answer {
    let text = escaped(&format!("{RULES}{inner}"));
    Answer::bytes(format!(
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Notices</title>\
         <item><title>Rules for stalls</title><guid>a</guid><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate><description>{text}</description></item>\
         <item><title>Opening hours</title><guid>b</guid><pubDate>Wed, 11 Mar 2026 08:00:00 GMT</pubDate><description>The house opens at nine.</description></item>\
         </channel></rss>"
    ))
    .header("content-type", "application/rss+xml")
}

fn atom(inner: &str) -> Answer {
    let text = escaped(&format!("{RULES}{inner}"));
    Answer::bytes(format!(
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Notices</title><entry><title>Rules for stalls</title>\
         <updated>2026-03-12T00:00:00Z</updated><content type='html'>{text}</content></entry></feed>"
    ))
    .header("content-type", "application/atom+xml")
}

fn json_feed(inner: &str) -> Answer {
    let items =
        serde_json::json!([{"id": "a", "title": "Rules for stalls", "content_html": format!("{RULES}{inner}")}]);
    let feed = serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "title": "Notices", "items": items});
    Answer::bytes(feed.to_string()).header("content-type", "application/feed+json")
}

fn then(feed: fn(&str) -> Answer, before: &str, after: &str) -> History {
    let past = History::new().watch("stalls", "Rules for stalls");
    past.answers("stalls", feed(before)).days(4).answers("stalls", feed(after)).days(3);
    past
}

#[test]
fn a_rule_in_any_element_of_an_item_is_told() {
    let long = "<p>A seller sweeps the floor of the row before the evening, and hands the key of it to the watch.</p>"
        .repeat(600);
    let long = |end: &str| format!("{long}<p>{end}</p>");
    for (feed, before, after, told) in [
        (
            rss as fn(&str) -> Answer,
            "<div>Stalls are free of charge.</div>",
            "<div>Stalls cost ninety coins.</div>",
            "ninety coins",
        ),
        (atom, "<div>Stalls are free of charge.</div>", "<div>Stalls cost ninety coins.</div>", "ninety coins"),
        (json_feed, "<div>Stalls are free of charge.</div>", "<div>Stalls cost ninety coins.</div>", "ninety coins"),
        (rss, "Knives may be sold.", "Knives must not be sold.", "must not be sold"),
        (
            rss,
            "<blockquote>Wine may be sold.</blockquote>",
            "<blockquote>Wine must not be sold.</blockquote>",
            "must not be sold",
        ),
        (
            rss,
            "<dl><dt>Highest price</dt><dd>500 coins</dd></dl>",
            "<dl><dt>Highest price</dt><dd>50 coins</dd></dl>",
            "50 coins",
        ),
        (
            rss,
            "<ul><li>You may sell:<ul><li>lamps</li><li>jam</li></ul></li></ul>",
            "<ul><li>You must never sell:<ul><li>lamps</li><li>jam</li></ul></li></ul>",
            "never sell",
        ),
        (
            rss,
            "<details><summary>Clubs may hold raffles</summary><p>See above.</p></details>",
            "<details><summary>Clubs must not hold raffles</summary><p>See above.</p></details>",
            "not hold raffles",
        ),
        (rss, &long("Raffles are allowed."), &long("Raffles are forbidden."), "forbidden"),
    ] {
        then(feed, before, after).assert_told("stalls", told);
    }
}

#[test]
fn words_that_were_struck_out_in_an_item_are_told_as_gone() {
    let past = then(
        rss,
        "<p>Sellers may call out to passers-by.</p>",
        "<p><del>Sellers may call out to passers-by.</del></p>",
    );
    let told = past.told("stalls");
    assert_eq!(told.len(), 1, "{}", past.account_of("stalls"));
    assert!(told[0]["hunks"].to_string().contains("call out to passers-by"), "{}", told[0]);
    assert!(told[0]["hunks"][0]["after"].is_null(), "{}", told[0]);
}

#[test]
fn another_mark_up_around_the_same_words_of_an_item_is_told_to_nobody() {
    for (before, after) in [
        ("<div>Stalls are free of charge.</div>", "<section><p>Stalls are free of charge.</p></section>"),
        (
            "<p>Votes end on Monday.</p><p>Raffles end on Friday.</p>",
            "Votes end on Monday.<br><br>Raffles end on Friday.",
        ),
        ("<p>Sellers need a label.</p>", "<p>Sellers <em>need</em> a label.</p><script>count(17)</script>"),
    ] {
        let past = then(rss, before, after);
        assert!(past.told("stalls").is_empty(), "{}", past.account_of("stalls"));
    }
}
