//! A doubt stands in `status` and `check` at once, and in a letter when the patience is over; no whole page is doubted.

use super::{INTRODUCTION, RULES, letters, markup, page, trouble, watched};
use crate::house::history::History;
use crate::house::server::{Answer, Server};

/// The rules as data of a script.
fn as_data(text: &str) -> String {
    let paragraphs: Vec<String> = text
        .lines()
        .map(|line| format!("{{\"kind\":\"p\",\"text\":\"{}\"}}", line.trim_start_matches('#').trim()))
        .collect();
    format!(
        "{{\"props\":{{\"page\":\"stalls\",\"blocks\":[{}]}}}}",
        [paragraphs.join(","), paragraphs_beyond()].join(",")
    )
}

/// A page of rules has more than the four sections of these tests.
fn paragraphs_beyond() -> String {
    let more = (1..9).map(|n| {
        format!(
            "{{\"text\":\"Sellers of the row number {n} sweep the floor before they leave, and hand the key of the row to the watch.\"}}"
        )
    });
    more.collect::<Vec<_>>().join(",")
}

/// A doubt about this page stands everywhere, and its letter says these words.
fn is_doubted(html: &str, says: &[&str]) -> History {
    let past = watched();
    past.shows("stalls", html).days(1);
    assert_eq!(trouble(&past), "in_part", "{}", past.account_of("stalls"));
    let status = past.house.run(&["status"]).stdout;
    assert!(status.contains("read in part? since"), "{status}");
    assert!(letters(&past).is_empty(), "not before the patience is over");
    past.days(3);
    let letters = letters(&past);
    assert_eq!(letters.len(), 1, "once: {letters:?}");
    for words in says {
        assert!(letters[0].contains(words), "“{words}” is not in {}", letters[0]);
    }
    past
}

#[test]
fn text_in_the_data_of_a_script_is_doubted_and_a_browser_is_proposed() {
    let data =
        |kind: &str, id: &str| page(INTRODUCTION, &format!("<script {kind} id={id}>{}</script>", as_data(RULES)));
    let says = ["perhaps read in part only, since", "words that scripts keep were not", "Try “render: browser”"];
    is_doubted(&data("type=application/json", "__NEXT_DATA__"), &says);
    let written = format!("<script>window.__STATE__ = {}</script>", as_data(RULES));
    is_doubted(&page(INTRODUCTION, &written), &says);
    let within = as_data(RULES).replace('\\', "\\\\").replace('"', "\\\"");
    is_doubted(&page(INTRODUCTION, &format!("<script>self.push([1,\"{within}\"])</script>")), &says);
}

#[test]
fn a_frame_of_another_house_is_doubted_and_its_address_is_named() {
    let other = Server::start();
    other.page("/paper", &page(&markup(RULES), ""));
    let frame = format!("<iframe src='{}' style='width:100%;height:90vh'></iframe>", other.url("/paper"));
    let past = is_doubted(&page(&format!("{INTRODUCTION}{frame}"), ""), &["/paper", "Watch the frame's address"]);
    assert_eq!(other.hits("/paper"), 0, "what another house shows is not asked for");
    let row = past.status("stalls");
    assert_eq!(row["outcome"]["trouble"]["doubt"]["url"], other.url("/paper"), "{row}");
}

#[test]
fn what_the_browser_could_not_reach_is_doubted() {
    // As the door of the browser marks the page.
    let marked = |mark: &str| {
        let whole = page(&markup(RULES), "");
        let at = whole.find("<html").unwrap() + "<html".len();
        format!("{} data-hausrecht-unseen='{mark}'{}", &whole[..at], &whole[at..])
    };
    is_doubted(&marked("rows"), &["shows only the rows in view", "Watch a page that shows all of it"]);
    is_doubted(&marked("loading endless"), &["the page goes on and on"]);
}

#[test]
fn an_empty_place_that_a_script_fills_is_doubted() {
    let shell = page(&format!("{INTRODUCTION}<div id=paper></div>"), "<script src=/app.js></script>");
    is_doubted(&shell, &["scripts seem to bring the rest"]);
}

#[test]
fn no_server_says_for_us_that_scripts_had_their_say_or_that_a_frame_was_read() {
    let other = Server::start();
    let at = other.url("/paper");
    other.page("/paper", &page(&markup(RULES), ""));
    let frame = format!("{INTRODUCTION}<iframe src='{at}' style='width:100%;height:90vh'></iframe>");
    let data = format!("<script type=application/json id=__NEXT_DATA__>{}</script>", as_data(RULES));
    let framed = Answer::html(&page(&frame, "")).header("Hausrecht-Frame-Read", &at);
    let written = Answer::html(&page(INTRODUCTION, &data)).header("Hausrecht-Rendered", "1");
    for answer in [framed, written] {
        let past = watched();
        past.answers("stalls", answer).days(1);
        assert_eq!(trouble(&past), "in_part", "{}", past.account_of("stalls"));
    }
}

#[test]
fn text_that_is_hidden_is_doubted() {
    let panel = format!(
        "<div class=papers style='display: none'>{}{}</div>",
        markup(RULES),
        markup(&RULES.replace("stall", "booth"))
    );
    is_doubted(&page(&format!("{INTRODUCTION}{panel}"), "<script>show()</script>"), &["words that it hides were not"]);
}

#[test]
fn what_was_read_of_a_doubted_page_is_followed_all_the_same_and_the_end_of_the_doubt_is_told() {
    let shell = |week: &str| {
        page(&format!("{}<div id=paper></div>", INTRODUCTION.replace("a week", week)), "<script src=/app.js></script>")
    };
    let past = watched();
    past.shows("stalls", &shell("a week")).days(4).shows("stalls", &shell("three weeks")).days(3);
    past.assert_told("stalls", "three weeks");
    past.shows("stalls", &page(&format!("{}{}", INTRODUCTION.replace("a week", "three weeks"), markup(RULES)), ""))
        .days(3);
    past.assert_told("stalls", "four coins");
    assert_eq!(trouble(&past), "");
    assert!(!past.is_blind("stalls"));
}

#[test]
fn whoever_says_what_to_read_is_not_doubted() {
    let past = History::new().watch_with("stalls", "platform: Plaudernetz, document: House rules, select: [main]");
    past.shows("stalls", &page(&format!("{INTRODUCTION}<div id=paper></div>"), "<script src=/app.js></script>"))
        .days(4);
    assert_eq!((trouble(&past), letters(&past)), (String::new(), Vec::new()));
}

#[test]
fn a_doubt_outlives_the_answer_that_nothing_has_changed() {
    let shell = page(&format!("{INTRODUCTION}<div id=paper></div>"), "<script src=/app.js></script>");
    let past = watched();
    past.answers("stalls", Answer::html(&shell).etag("\"1\"")).days(4);
    assert_eq!((trouble(&past).as_str(), letters(&past).len()), ("in_part", 1));
}

#[test]
fn a_whole_short_policy_with_all_that_pages_carry_is_not_doubted() {
    let carried = [
        "<iframe src='https://www.example.net/recaptcha/api2/anchor' width=256 height=60></iframe>",
        "<iframe src='https://films.example.net/embed/1' width=560 height=315 allowfullscreen></iframe>",
        "<noscript><iframe src='https://tags.example.net/ns.html' height=0 width=0 style='display:none;visibility:hidden'></iframe></noscript>",
        "<iframe src='https://ads.example.net/slot' width=300 height=600 style='display:none'></iframe>",
        "<iframe src=/counter width=1 height=1></iframe>",
        "<div id=modal-root></div><script src=/app.js></script>",
        "<script type=application/json>{\"messages\":{\"a\":\"Your session has ended. Please log in again to go on where you were.\"}}</script>",
        "<script>window.cookieTexts={\"a\":\"We use cookies to count visits, and cookies of our partners to show you what you may like on other pages.\"}</script>",
        "<template><div><p>We use cookies on this page and share what they tell with partners.</p><button>Accept</button><button>Refuse</button></div></template>",
    ];
    for carried in carried {
        let past = watched();
        past.shows("stalls", &page(&markup(RULES), carried)).days(4);
        assert_eq!((trouble(&past), letters(&past)), (String::new(), Vec::new()), "{carried}");
    }
}

#[test]
fn a_doubted_page_is_rendered_where_the_watch_leaves_that_to_us_and_read_plainly_where_there_is_no_browser() {
    let past = History::new();
    let watch = "id: stalls, url: 'SERVER/stalls', render: auto, allow_private_network: true, platform: Plaudernetz, document: House rules";
    let house = crate::house::program::House::new().watch_as_written(watch);
    drop(past);
    let fill = format!(
        "<script>document.getElementById('paper').innerHTML = `{}`</script>",
        markup(RULES).replace("stall", "st' + 'all")
    );
    house.server.page("/stalls", &page(&format!("{INTRODUCTION}<div id=paper></div>"), &fill));
    let looked = house.round_at("2026-11-01T06:00:00Z").remove(0);
    // With a browser all of it is read; without one the plain page is, and doubted.
    let outcome = format!("{:?}", looked.outcome);
    assert!(outcome == "First" || outcome.contains("InPart"), "{outcome}");
}
