//! Small documents about logins, errors, robots and cookies are documents, and what stands for days is one; real walls stay
//! walls, however long they stand.

use super::wall_rules::{named, read};
use super::{letters, page, trouble, watched};

const RULES_ON_LOGIN: &str = "<h1>Login security rules</h1><p>Passwords must have at least twelve characters.</p>\
    <p>Whoever fails to log in five times is locked out for 30 minutes.</p><p>Moderators must not log in without a second key.</p>";

const ON_LOGIN: &str = "<h1>Logging in</h1><p>Moderators must log in with a second key each morning.</p>\
    <p>Nobody may log in for somebody else.</p><p>The desk keeps a list of all keys.</p>";

#[test]
fn small_rules_about_what_walls_speak_of_are_read_at_the_first_look() {
    for (rule, html) in [
        ("login", page(RULES_ON_LOGIN, "<aside><form><input type=password><button>Log in</button></form></aside>")),
        (
            "login",
            page(
                "<h1>Regeln für die Anmeldung</h1><p>Das Passwort muss mindestens zwölf Zeichen haben.</p>\
                 <p>Nach fünf Fehlern ist die Anmeldung für 30 Minuten nicht möglich.</p><p>Ein Konto darf nur eine Person benutzen.</p>",
                "",
            ),
        ),
        (
            "error",
            page(
                "<h1>Error reporting bounty</h1><p>Whoever reports an error in the shop first may claim up to 500 euros.</p>\
                 <p>An error must not be made public within 90 days.</p><p>Members of the house cannot take part.</p>",
                "",
            ),
        ),
        (
            "error",
            page(
                "<h1>Maintenance</h1><p>The shops may be unavailable for up to 4 hours a month while they are under maintenance.</p>\
                 <p>We must announce each pause at least 7 days before it begins.</p><p>Fees are not paid back for a pause that was announced.</p>",
                "",
            ),
        ),
        (
            "bot_check",
            page(
                "<h1>Automated access</h1><p>You may not use robots or other automated means without our permission.</p>\
                 <p>A human must be on call for each program.</p><p>Programs may ask for no more than 60 pages a minute.</p>",
                "<script src=https://www.google.com/recaptcha/api.js></script>",
            ),
        ),
        (
            "consent",
            page(
                "<h1>Cookies</h1><p>Shops may set cookies that are needed without consent.</p><p>Other cookies must not be set before a buyer gives consent.</p>\
                 <p>No cookie may stay for more than 90 days.</p>",
                "",
            ),
        ),
    ] {
        read(rule, &html);
    }
}

#[test]
fn walls_with_a_word_of_rule_in_them_stay_walls() {
    named(
        "login",
        "login_wall",
        &page(
            "<h1>Log in</h1><p>You must log in to see this page.</p><p>You can create an account if you have none.</p>",
            "",
        ),
    );
    named(
        "error",
        "soft_error",
        &page(
            "<h1>Oops</h1><p>We can't find that page. It may have moved.</p><p>You can go back or search. If it was here a minute ago, you may write to us.</p>",
            "",
        ),
    );
    named(
        "bot_check",
        "bot_wall",
        &page(
            "<h1>Security check</h1><p>We must check that you are human. This may take up to 5 seconds.</p>",
            "<script src=/captcha/api.js></script>",
        ),
    );
}

#[test]
fn a_small_document_that_stands_for_days_is_read_and_followed() {
    let past = watched();
    past.shows("stalls", &page(ON_LOGIN, "")).days(2);
    assert_eq!(trouble(&past), "login_wall", "{}", past.account_of("stalls"));
    past.days(5);
    assert_eq!(trouble(&past), "", "{}", past.account_of("stalls"));
    assert!(!past.is_blind("stalls"));
    past.shows("stalls", &page(&ON_LOGIN.replace("each morning", "every twenty hours"), "")).days(3);
    past.assert_told("stalls", "every twenty hours");
}

#[test]
fn a_small_document_that_is_written_anew_is_told() {
    let past = watched();
    past.shows("stalls", &page(RULES_ON_LOGIN, "")).days(4);
    let anew = "<h1>Login security rules</h1><p>Keys are handed out at the desk and must be brought back within 24 hours.</p>\
        <p>A lost key costs 20 euros.</p><p>Only the desk may copy a key.</p>";
    past.shows("stalls", &page(anew, "")).days(8);
    past.assert_told("stalls", "A lost key costs 20 euros");
}

#[test]
fn no_real_wall_becomes_a_document_however_long_it_stands() {
    for wall in crate::pages::walls::at_any_time() {
        let past = watched();
        past.shows("stalls", &wall.html).days(9);
        assert_eq!(trouble(&past), wall.trouble, "{} {}\n{}", wall.lang, wall.what, past.account_of("stalls"));
    }
}

#[test]
fn a_page_that_only_scripts_fill_proposes_a_browser_everywhere() {
    let past = watched();
    past.shows("stalls", "<!doctype html><title>House rules</title><div id=root></div><script src=/app.js></script>")
        .days(4);
    assert_eq!(trouble(&past), "empty");
    for command in [vec!["status"], vec!["watchlist", "check", "--look"], vec!["check", "--all"]] {
        let ran = past.house.run(&command);
        let said: String = format!("{}{}", ran.stdout, ran.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("`render: browser`"), "{command:?}: {said}");
    }
    assert!(letters(&past)[0].contains("Try “render: browser”"), "{:?}", letters(&past));
    // Where there is no script, no browser helps.
    past.shows("stalls", "<!doctype html><title>House rules</title><div></div>").days(1);
    assert!(!past.house.run(&["status"]).stdout.contains("render: browser"));
}

#[test]
fn status_says_since_when_a_page_is_not_read_and_when_it_is_tried_again() {
    let house = crate::house::program::House::new().watch_as_written(
        "id: stalls, platform: Plaudernetz, document: House rules, url: 'SERVER/stalls', render: http, allow_private_network: true, schedule: '@weekly'",
    );
    house.run(&["check"]);
    let ran = house.run(&["status"]).stdout;
    assert!(ran.contains("unreadable since 20") && !ran.contains("0 minutes"), "{ran}");
    let status: serde_json::Value = serde_json::from_str(&house.run(&["status", "--json"]).stdout).unwrap();
    let row = &status["watches"][0];
    let time = |key: &str| row[key].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    assert_eq!(time("next_due").duration_since(time("last_look")), jiff::SignedDuration::from_hours(1), "{row}");
}
