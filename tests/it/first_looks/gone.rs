//! A page that says that it does not exist is gone, and told as gone with where its text stands; cookie policies are read.

use super::{NEW_FEE, RULES, dearer, letters, markup, page, trouble, watched};
use crate::pages::{Build, COOKIES, COOKIES_DE, document};

const NOT_FOUND: &str = "<h1>Hmm, there is nothing here</h1><p>This page could not be found. It may have been removed, or its name may have changed.</p>\
    <ul><li><a href=/1>How to join</a></li><li><a href=/2>How to find a lost password</a></li></ul>";
const COOKIE_DIALOG: &str = "<div role=dialog aria-modal=true class=cmp><h2>Your choice</h2><p>We and our 300 partners keep cookies on your device and read \
    them. Some cookies are needed to show the page; cookies for advertising and for counting visits need your consent, which you may withdraw at any \
    time in the settings of cookies at the foot of each page. Which partners keep cookies, and for how long, stands in the list of partners.</p>\
    <button>Accept all</button><button>Reject all</button></div>";

#[test]
fn not_found_for_weeks_with_success_is_told_as_gone_with_where_the_text_stands() {
    let past = watched().watch("terms", "Terms");
    let terms = |link: &str| {
        page(
            &format!(
                "{}<p>For stalls see our <a href={link}>house rules for stalls</a>, which are a part of these terms.</p>",
                markup(&RULES.replace("stall", "desk"))
            ),
            "",
        )
    };
    past.shows("stalls", &page(&markup(RULES), "")).shows("terms", &terms("/stalls")).days(5);
    past.shows("stalls", &page(NOT_FOUND, "")).shows("terms", &terms("/papers/stalls"));
    past.shows("papers/stalls", &page(&markup(RULES), "")).days(21);
    assert_eq!(trouble(&past), "soft_error");
    assert_eq!(past.status("stalls")["outcome"]["trouble"]["gone"], true);
    let letters = letters(&past);
    assert!(letters.iter().any(|letter| letter.contains("says itself that it does not exist")), "{letters:?}");
    let there = format!("moved to {}, with the same text", past.house.server.url("/papers/stalls"));
    assert!(letters.iter().any(|letter| letter.contains(&there)), "{letters:?}");
    past.assert_untold("stalls", "Quiet hours");
}

#[test]
fn an_error_under_a_cookie_dialog_is_an_error_at_the_first_look_and_later() {
    let error = page(NOT_FOUND, COOKIE_DIALOG);
    let past = watched();
    past.shows("stalls", &error).days(4);
    assert_eq!(trouble(&past), "soft_error", "{}", past.account_of("stalls"));
    assert!(
        letters(&past).iter().any(|letter| letter.contains("says itself that it does not exist")),
        "{:?}",
        letters(&past)
    );
    past.shows("stalls", &page(&markup(RULES), "")).days(3).shows("stalls", &error).days(3);
    assert_eq!(trouble(&past), "soft_error", "{}", past.account_of("stalls"));
    past.shows("stalls", &page(&markup(&dearer()), "")).days(3);
    past.assert_told("stalls", NEW_FEE);
}

#[test]
fn a_cookie_policy_is_read_and_its_change_is_told() {
    for (text, lang, before, after) in [
        (COOKIES, "en", COOKIES.lines().nth(3), "All cookies that remember a language are kept for ninety years."),
        (
            COOKIES_DE,
            "de",
            COOKIES_DE.lines().nth(3),
            "Alle Cookies, die sich eine Sprache merken, bleiben neunzig Jahre.",
        ),
    ] {
        for banner in ["", COOKIE_DIALOG] {
            let past = watched();
            let shown =
                |text: &str| document(Build::Semantic, lang, text).replace("</body>", &format!("{banner}</body>"));
            past.shows("stalls", &shown(text)).days(3);
            assert_eq!(trouble(&past), "", "{lang}: {}", past.account_of("stalls"));
            let before = before.unwrap();
            past.shows("stalls", &shown(&text.replace(before, &format!("{before}\n{after}")))).days(3);
            past.assert_told("stalls", after);
        }
    }
}

#[test]
fn a_short_cookie_policy_without_sections_is_no_wall() {
    let policy = |days: &str| {
        page(
            &format!(
                "<h1>Cookie policy</h1><p>We set cookies that keep you logged in, and cookies that remember your language.</p>\
                 <p>Cookies that count visits are set with your consent only and are kept for {days} days. You may withdraw your consent to cookies.</p>\
                 <p>Whoever blocks all cookies cannot open a stall, since the till needs cookies to know whose stall it is.</p>\
                 <button>Cookie settings</button><button>Accept</button>"
            ),
            "",
        )
    };
    let past = watched();
    past.shows("stalls", &policy("thirty")).days(3);
    assert_eq!(trouble(&past), "", "{}", past.account_of("stalls"));
    past.shows("stalls", &policy("ninety")).days(3);
    past.assert_told("stalls", "ninety");
}

#[test]
fn a_question_about_cookies_over_a_cookie_policy_is_a_wall() {
    let wall = format!(
        "<!doctype html><html lang=en><title>Cookie Policy | Plaudernetz</title><body><div id=app></div>{COOKIE_DIALOG}</body></html>"
    );
    let past = watched();
    past.shows("stalls", &wall).days(4);
    assert_eq!(trouble(&past), "consent_wall", "{}", past.account_of("stalls"));
    let letters = letters(&past);
    assert!(
        letters.iter().any(|letter| letter.contains("if this is the document, name it with “select”")),
        "{letters:?}"
    );
}

#[test]
fn a_document_in_a_dialog_is_the_document() {
    let past = watched();
    let shown = |text: &str| {
        let dialog = format!(
            "<div role=dialog aria-modal=true class=terms-consent>{}<button>Accept</button><button>Decline</button></div>",
            markup(text)
        );
        page("<h1>Welcome</h1><p>Here you find news and courses for those who run stalls.</p>", &dialog)
    };
    past.shows("stalls", &shown(RULES)).days(3);
    assert_eq!(trouble(&past), "", "{}", past.account_of("stalls"));
    past.shows("stalls", &shown(&dearer())).days(3);
    past.assert_told("stalls", NEW_FEE);
}
