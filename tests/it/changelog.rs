//! Logs of changes and feeds: new entries are told as entries; order and what drops off the end are noise.

use crate::house::program::House;
use crate::house::server::Answer;

const LOG: &str = "id: log, platform: Plaudernetz, document: API changelog, kind: changelog, url: 'SERVER/log', language: en, allow_private_network: true";
const FEED: &str = "id: feed, platform: Plaudernetz, document: Policy newsroom, url: 'SERVER/feed', language: en, allow_private_network: true";

const TABS: (&str, &str, &str) =
    ("12 March 2026", "Tabs", "Landing tabs can no longer be set as the first thing that visitors see.");
const VIDEO: (&str, &str, &str) =
    ("3 February 2026", "Video", "Videos of up to twenty minutes can be uploaded by every page.");
const LOGIN: (&str, &str, &str) =
    ("20 January 2026", "Login", "Apps that ask for a login must show our button in its current form.");
const CONTESTS: (&str, &str, &str) =
    ("14 April 2026", "Contests", "Contests must not ask people to share a post on their own timeline from now on.");

fn log(entries: &[(&str, &str, &str)]) -> String {
    let entries: Vec<_> =
        entries.iter().map(|(date, title, text)| format!("<h2>{date}: {title}</h2><p>{text}</p>")).collect();
    format!(
        "<!doctype html><html lang=en><title>API changelog</title><main><h1>API changelog</h1>\
         <p>Every change of our interfaces and of the rules for those who build on them is listed here.</p>{}</main></html>",
        entries.concat()
    )
}

fn rss(entries: &[(&str, &str, &str)]) -> Answer {
    let items: Vec<_> = entries
        .iter()
        .map(|(date, title, text)| {
            format!("<item><title>{title}</title><category/><pubDate>{date} 08:00:00 GMT</pubDate><description><![CDATA[<p>{text}</p><script>alert(1)</script>]]></description></item>")
        })
        .collect();
    let feed = format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Newsroom</title>{}</channel></rss>",
        items.concat()
    );
    Answer::bytes(feed).header("content-type", "application/rss+xml")
}

#[test]
fn a_new_entry_is_told_under_its_date_and_title_and_what_drops_off_the_end_is_not() {
    let house = House::new().watch_as_written(LOG);
    house.server.page("/log", &log(&[TABS, VIDEO, LOGIN]));
    house.round_at("2026-11-01T06:00:00Z");
    house.server.page("/log", &log(&[CONTESTS, TABS, VIDEO]));
    let looks = house.round_at("2026-11-02T06:00:00Z");
    let change = looks[0].change.as_ref().unwrap();
    assert_eq!(change.hunks.len(), 1, "{:?}", change.hunks);
    assert_eq!(change.hunks[0].heading.last().unwrap(), "14 April 2026: Contests");
    assert_eq!((change.hunks[0].before.as_deref(), change.hunks[0].after.as_deref()), (None, Some(CONTESTS.2)));
}

#[test]
fn another_order_and_entries_that_only_drop_off_or_come_in_at_the_end_are_no_news() {
    let house = House::new().watch_as_written(LOG);
    house.server.page("/log", &log(&[CONTESTS, TABS, VIDEO]));
    house.round_at("2026-11-01T06:00:00Z");
    let orders: [&[_]; 4] =
        [&[VIDEO, TABS, CONTESTS], &[CONTESTS, TABS], &[CONTESTS, TABS, VIDEO, LOGIN], &[LOGIN, VIDEO, TABS, CONTESTS]];
    for (day, order) in orders.iter().enumerate() {
        house.server.page("/log", &log(order));
        let looks = house.round_at(&format!("2026-11-0{}T06:00:00Z", day + 2));
        assert!(looks.iter().all(|looked| looked.change.is_none()), "{order:?}: {looks:?}");
    }
}

#[test]
fn an_entry_that_is_reworded_is_a_change_and_so_is_one_that_goes_from_the_middle() {
    let house = House::new().watch_as_written(LOG);
    house.server.page("/log", &log(&[CONTESTS, TABS, VIDEO]));
    house.round_at("2026-11-01T06:00:00Z");
    let reworded = (TABS.0, TABS.1, "Landing tabs are removed from all pages and cannot be set up again.");
    house.server.page("/log", &log(&[CONTESTS, reworded, VIDEO]));
    let looks = house.round_at("2026-11-02T06:00:00Z");
    let change = looks[0].change.as_ref().unwrap();
    assert!(change.hunks[0].before.is_some() && change.hunks[0].after.is_some(), "{:?}", change.hunks);
    house.server.page("/log", &log(&[CONTESTS, VIDEO]));
    let looks = house.round_at("2026-11-03T06:00:00Z");
    assert!(looks[0].change.as_ref().unwrap().hunks[0].after.is_none());
}

#[test]
fn a_new_item_of_a_feed_is_told_and_its_html_is_reduced_to_text() {
    let house = House::new().watch_as_written(FEED);
    house.server.answer(
        "/feed",
        rss(&[
            ("Mon, 12 Mar 2026", "Tabs", TABS.2),
            ("Tue, 3 Feb 2026", "Video", VIDEO.2),
            ("Tue, 20 Jan 2026", "Login", LOGIN.2),
        ]),
    );
    house.round_at("2026-11-01T06:00:00Z");
    house.server.answer(
        "/feed",
        rss(&[
            ("Mon, 12 Mar 2026", "Tabs", TABS.2),
            ("Tue, 14 Apr 2026", "Contests", CONTESTS.2),
            ("Tue, 3 Feb 2026", "Video", VIDEO.2),
        ]),
    );
    let looks = house.round_at("2026-11-02T06:00:00Z");
    let change = looks[0].change.as_ref().unwrap_or_else(|| panic!("{looks:?}"));
    assert_eq!(change.hunks.len(), 1, "{:?}", change.hunks);
    assert_eq!(change.hunks[0].heading.last().unwrap(), "2026-04-14 · Contests");
    assert_eq!(change.hunks[0].after.as_deref(), Some(CONTESTS.2));
}

#[test]
fn an_atom_feed_is_read_with_the_newest_first() {
    let house = House::new();
    let atom = |more: &str| {
        format!(
            "<?xml version='1.0'?>\n<!-- a feed -->\n<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><link href='/'/>\
             <entry><title>Old</title><updated>2026-01-02T03:04:05Z</updated><summary type='html'>&lt;p&gt;Words &amp;amp; more&lt;/p&gt;</summary></entry>\
             <entry><title>New</title><published>2026-05-06T00:00:00Z</published><content type='xhtml'><div><p>One.</p><p>Two{more}.</p></div></content></entry></feed>"
        )
    };
    let write = |name: &str, text: &str| std::fs::write(house.folder.path().join(name), text).unwrap();
    write("old.xml", &atom(""));
    write("new.xml", &atom(" and a half"));
    let ran = house.run_as_it_is(&["diff", "--json", "old.xml", "new.xml"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let change: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(change["hunks"][0]["heading"], serde_json::json!(["2026-05-06 · New"]));
    assert_eq!(change["hunks"][0]["after"], "Two and a half.");
}
