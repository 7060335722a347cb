//! Where a page sends its readers is followed like a redirect; clocks, loops and other houses are not.

use super::{NEW_FEE, RULES, dearer, letters, markup, page, trouble, watched};
use crate::house::server::Server;

fn refresh(content: &str, says: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Rules</title><meta http-equiv=Refresh content=\"{content}\"></head><body>{says}</body></html>"
    )
}

#[test]
fn a_refresh_at_once_is_followed() {
    for content in ["0; url=/papers/stalls", "0;URL='/papers/stalls'", "1, /papers/stalls", "5; url=/papers/stalls"] {
        let past = watched();
        past.shows("stalls", &refresh(content, "<p>One moment please.</p>"));
        past.shows("papers/stalls", &page(&markup(RULES), "")).days(3);
        assert_eq!(trouble(&past), "", "{content}: {}", past.account_of("stalls"));
        past.shows("papers/stalls", &page(&markup(&dearer()), "")).days(3);
        past.assert_told("stalls", NEW_FEE);
    }
}

#[test]
fn a_page_that_shows_itself_anew_or_much_later_something_else_is_read_itself() {
    for content in ["0", "0; url=/stalls", "30; url=/news", "600; url=/papers"] {
        let past = watched();
        past.shows("news", &page("<h1>News</h1>", "")).shows("papers", &page("<h1>Papers</h1>", ""));
        past.shows("stalls", &refresh(content, &markup(RULES))).days(2);
        past.shows("stalls", &refresh(content, &markup(&dearer()))).days(2);
        past.assert_told("stalls", NEW_FEE);
    }
    let past = watched();
    let for_others = "<noscript><meta http-equiv=refresh content='0; url=/basic'></noscript>";
    past.shows("stalls", &page(&format!("{for_others}{}", markup(RULES)), "")).days(2);
    assert_eq!((trouble(&past), past.house.server.hits("/basic")), (String::new(), 0));
}

#[test]
fn pages_that_send_their_readers_round_in_circles_end() {
    let past = watched();
    past.shows("stalls", &refresh("0; url=/b", "<p>One moment please.</p>"));
    past.shows("b", &refresh("0; url=/stalls", "<p>One moment please.</p>")).days(1);
    assert_ne!(trouble(&past), "");
    assert!(past.house.server.hits("/b") <= 4);
}

#[test]
fn a_page_that_only_says_that_it_leads_elsewhere_is_followed_within_the_site_and_proposed_beyond() {
    for says in [
        "<p>Redirecting to <a href=/papers/stalls>the rules for stalls</a>…</p>",
        "<h1>Moved Permanently</h1><p>The document has moved <a href='/papers/stalls'>here</a>.</p>",
        "<p>Du wirst weitergeleitet. Falls nichts geschieht, <a href=/papers/stalls>bitte hier entlang</a>.</p>",
    ] {
        let past = watched();
        past.shows("stalls", &format!("<html><title>Rules</title><body>{says}</body></html>"));
        past.shows("papers/stalls", &page(&markup(RULES), "")).days(2);
        assert_eq!(trouble(&past), "", "{says}: {}", past.account_of("stalls"));
        past.shows("papers/stalls", &page(&markup(&dearer()), "")).days(2);
        past.assert_told("stalls", NEW_FEE);
    }
    let other = Server::start();
    let past = watched();
    let link = other.url_by_name("/stalls");
    past.shows(
        "stalls",
        &format!("<title>Rules</title><p>You are being redirected to <a href='{link}'>our new home</a>.</p>"),
    );
    past.days(4);
    assert_eq!((trouble(&past).as_str(), other.hits("/stalls")), ("redirecting", 0));
    let proposed = past.house.run(&["proposals"]).stdout;
    assert!(proposed.contains(&format!("moved to {link}")), "{proposed}");
    assert!(letters(&past).iter().any(|letter| letter.contains("the page only leads on to")), "{:?}", letters(&past));
}
