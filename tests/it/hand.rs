//! Pages that a person saved in a browser and handed in.

use std::fs;

use crate::house::pdf::Pdf;
use crate::house::program::{House, Ran, policy};
use crate::house::server::Answer;
use hausrecht::io::store::Store;
use hausrecht::model::Origin;

const MAY: &str = "You may post about your contest as often as you like, and \"like & share\" is fine.";
const MUST_NOT: &str = "You must not post about your contest more than once a day, and \"like & share\" is fine.";

/// A page as browsers save it: the scripts have run, links are whole, and styles stand where they were not.
fn saved(text: &str) -> String {
    policy("contests", &text.replace('&', "&amp;"))
        .replace("<!doctype html><html lang=en><head>", "<!-- saved from url=(0042)https://plaudernetz.example/contests -->\n<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\"><base href=\"https://plaudernetz.example/\"><style>p{color:#333}</style>")
        .replace("href=/", "style=\"color: blue\" href=https://plaudernetz.example/")
        .replace("<p>", "<p style=\"margin: 0px\">")
}

/// The same in the one file that Chromium makes of a page.
fn mhtml(text: &str) -> String {
    let lines: Vec<String> = saved(text)
        .replace('=', "=3D")
        .chars()
        .collect::<Vec<_>>()
        .chunks(70)
        .map(|line| line.iter().collect())
        .collect();
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://plaudernetz.example/contests\r\nSubject: contests\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----x\"\r\n\r\n\
         ------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://plaudernetz.example/contests\r\n\r\n{}\r\n\
         ------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://plaudernetz.example/a.png\r\n\r\niVBORw0KGgo=\r\n\
         ------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: cid:frame-1\r\n\r\nPHA+QW4gYWQ8L3A+\r\n------x--\r\n",
        lines.join("=\r\n")
    )
}

fn unwatched() -> House {
    House::new()
        .watch("contests", &MAY.replace('&', "&amp;"))
        .with("recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]")
}

fn watched() -> House {
    let house = unwatched();
    house.run(&["check"]);
    house
}

fn hand_in(house: &House, name: &str, file: impl AsRef<[u8]>) -> Ran {
    fs::write(house.folder.path().join(name), file).unwrap();
    house.run(&["import", "page", "contests", name, "--at", &jiff::Timestamp::now().to_string()])
}

#[test]
fn a_saved_page_with_the_words_of_the_last_version_is_no_change_in_any_format() {
    let house = watched();
    for (name, file) in [("page.html", saved(MAY)), ("page.mhtml", mhtml(MAY)), ("page.mht", mhtml(MAY))] {
        let ran = hand_in(&house, name, file);
        assert!(
            ran.stdout.starts_with("unchanged  contests") && ran.stdout.ends_with("handed in\n"),
            "{name}: {ran:?}"
        );
        assert!(!ran.stdout.contains("held back"), "{ran:?}");
    }
    assert_eq!(house.run(&["check", "--all"]).stdout, "unchanged  contests\n1 page: 1 unchanged\n");
    assert_eq!(house.run(&["log"]).stdout, "");
}

#[test]
fn what_is_handed_in_before_the_first_round_is_told_by_it() {
    let house = unwatched();
    hand_in(&house, "old.html", saved(MAY));
    hand_in(&house, "new.html", saved(MUST_NOT));
    house.show("contests", &MUST_NOT.replace('&', "&amp;"));
    house.run(&["check", "--all"]);
    assert_eq!(house.letters().len(), 1);
}

#[test]
fn text_that_a_saved_page_keeps_in_shadow_roots_is_read() {
    let house = watched();
    let fold = |page: String| {
        let page = page.replace("<p style=3D\"margin: 0px\">You ", "<x-rule><template shadowmode=3D\"open\"><p>You ");
        page.replace("is fine.</p>", "is fine.</p></template></x-rule>")
    };
    // Short lines would divide what is replaced.
    let page = fold(mhtml(MAY).replace("=\r\n", ""));
    assert!(page.contains("</template></x-rule>") && page.contains("shadowmode"));
    let ran = hand_in(&house, "page.mhtml", page);
    assert!(ran.stdout.starts_with("unchanged  contests"), "{ran:?}");
}

#[test]
fn a_page_printed_to_a_file_is_compared_without_the_menus_that_are_printed_with_it() {
    let printed = |text: &str| {
        let line = |pdf: Pdf, top: f64, size: f64, text: &str| pdf.line(60.0, top, size, text);
        let pdf = Pdf::new().page();
        let pdf = line(pdf, 20.0, 8.0, "22/11/2026, 09:12                    contests");
        let pdf = line(line(pdf, 50.0, 10.0, "Home"), 64.0, 10.0, "Help");
        let pdf = line(pdf, 100.0, 20.0, "Rules for contests");
        let pdf = pdf.text(
            60.0,
            130.0,
            440.0,
            "These rules apply to everybody who runs a page, a contest or an advertisement here.",
        );
        let pdf = line(pdf, 180.0, 15.0, "What you may do").text(60.0, 205.0, 440.0, text);
        let pdf = line(pdf, 250.0, 15.0, "What happens when you break the rules");
        let pdf = pdf.text(
            60.0,
            275.0,
            440.0,
            "We may limit, suspend or remove your account. You can ask for a review within 30 days.",
        );
        let pdf = line(pdf, 330.0, 15.0, "Questions");
        let pdf = pdf.text(60.0, 355.0, 440.0, "Our team answers your questions about these rules by message.");
        line(line(pdf, 420.0, 10.0, "© Plaudernetz"), 820.0, 8.0, "https://plaudernetz.example/contests        1/1")
            .bytes()
    };
    let house = watched();
    let ran = hand_in(&house, "page.pdf", printed(MAY));
    assert!(ran.stdout.starts_with("unchanged  contests"), "{ran:?}");
    let ran = hand_in(&house, "page.pdf", printed(MUST_NOT));
    assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
    let change: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    assert_eq!(change["hunks"].as_array().unwrap().len(), 1, "{change}");
    house.show("contests", &MUST_NOT.replace('&', "&amp;"));
    assert!(house.run(&["check", "--all"]).stdout.starts_with("unchanged  contests"));
}

/// A page with contents, a numbered list and buttons, which a print shows otherwise than the page is read.
const CROSSINGS: &str = "<!doctype html><html lang=en><head><title>Rules for crossings</title></head><body><nav><ul>\
    <li><a href='#a'>Who may cross</a></li><li><a href='#b'>What is paid</a></li><li><a href='#c'>Who answers</a></li></ul></nav>\
    <main><h1>Rules for crossings</h1><p>These rules hold for whoever takes goods across the water with one of our boats.</p>\
    <h2 id=a>Who may cross</h2><ol><li>Whoever has paid before the boat leaves the pier.</li><li>Whoever has a letter of the harbour master.</li></ol>\
    <h2 id=b>What is paid</h2><p>Each crossing costs four coins, and a cart costs as much again as those who push it.</p>\
    <h2 id=c>Who answers</h2><p>Goods that get wet are paid by the boat, unless the sea was rough on that day.</p></main>\
    <div class=cookie-banner><p>We use cookies to count crossings, and you may decline that.</p><button>Accept all</button><button>Reject all</button></div></body></html>";

#[test]
fn numbers_contents_and_buttons_that_a_print_alone_shows_are_no_change() {
    let printed = |pass: &str| {
        let line = |pdf: Pdf, top: f64, size: f64, text: &str| pdf.line(60.0, top, size, text);
        let pdf = line(Pdf::new().page(), 60.0, 20.0, "Rules for crossings");
        let pdf = pdf.text(
            60.0,
            90.0,
            440.0,
            "These rules hold for whoever takes goods across the water with one of our boats.",
        );
        let pdf = line(
            line(line(pdf, 140.0, 10.0, "Who may cross"), 160.0, 10.0, "What is paid"),
            180.0,
            10.0,
            "Who answers",
        );
        let pdf = line(pdf, 220.0, 15.0, "Who may cross");
        let pdf = pdf.text(60.0, 245.0, 440.0, &format!("1. {pass}"));
        let pdf = pdf.text(60.0, 275.0, 440.0, "2. Whoever has a letter of the harbour master.");
        let pdf = line(pdf, 310.0, 15.0, "What is paid");
        let pdf = pdf.text(
            60.0,
            335.0,
            440.0,
            "Each crossing costs four coins, and a cart costs as much again as those who push it.",
        );
        let pdf = line(pdf, 390.0, 10.0, "Accept all Reject all");
        let pdf = line(pdf, 430.0, 15.0, "Who answers");
        pdf.text(60.0, 455.0, 440.0, "Goods that get wet are paid by the boat, unless the sea was rough on that day.")
            .bytes()
    };
    let house = unwatched();
    house.server.page("/contests", CROSSINGS);
    let looked = house.run(&["check", "--all"]);
    assert!(looked.stdout.starts_with("first"), "{looked:?}");
    let pass = "Whoever has paid before the boat leaves the pier.";
    let ran = hand_in(&house, "page.pdf", printed(pass));
    assert!(ran.stdout.starts_with("unchanged  contests"), "{ran:?} {}", house.run(&["log", "--json"]).stdout);
    let ran =
        hand_in(&house, "page.pdf", printed("Whoever has paid before the boat leaves the pier, and no children."));
    assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
}

#[test]
fn one_saved_page_with_new_words_is_a_change_that_the_next_letters_tell() {
    for (name, file) in [("page.html", saved(MUST_NOT)), ("page.mhtml", mhtml(MUST_NOT))] {
        let house = watched();
        let ran = hand_in(&house, name, &file);
        assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
        let log = house.run(&["log"]).stdout;
        assert!(log.contains("handed in"), "{log}");
        let change: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
        assert_eq!(
            (&change["to"]["handed_in"], &change["from"]["handed_in"]),
            (&true.into(), &serde_json::Value::Null)
        );
        assert!(change["hunks"][0]["after"].as_str().unwrap().contains("\"like & share\""), "{change}");
        let shown = house.run(&["show", change["id"].as_str().unwrap()]).stdout;
        assert!(shown.contains("handed in saved by a person on "), "{shown}");
        assert!(house.run(&["status"]).stdout.contains("last version handed in"));
        let kept =
            Store::open(&house.data()).unwrap().snapshot("contests", "", change["to"]["snapshot"].as_str().unwrap());
        let kept = kept.unwrap().unwrap().snapshot;
        assert_eq!((kept.origin, kept.body), (Origin::Hand, file.into_bytes()));
        // The machine then sees what the person saw.
        house.show("contests", &MUST_NOT.replace('&', "&amp;"));
        assert!(house.run(&["check", "--all"]).stdout.starts_with("unchanged  contests"));
        assert_eq!(house.letters().len(), 1);
    }
}

#[test]
fn a_page_that_only_people_get_to_see_is_no_blind_spot_once_it_was_handed_in() {
    let house = watched();
    house.server.answer("/contests", Answer::status(403));
    assert_eq!(house.run(&["check", "--all"]).code, 3);
    assert!(hand_in(&house, "page.html", saved(MUST_NOT)).stdout.starts_with("changed    contests"));
    assert!(!house.run(&["status"]).stdout.contains("unreadable"));
}

#[test]
fn what_is_no_document_is_not_taken_in_and_the_message_says_why() {
    let house = watched();
    let wall =
        "<!doctype html><title>Log in</title><h1>Log in</h1><form><input type=password><button>Log in</button></form>";
    let ran = hand_in(&house, "wall.html", wall);
    assert_eq!(ran.code, 3);
    insta::assert_snapshot!(ran.stderr, @r"
    error: wall.html was not taken in: it asks for a login
    hint: save the page when the browser shows the whole document; a private window asks less
    ");
    let ran = hand_in(&house, "page.webarchive", b"bplist00\xd1\x01\x02");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.stderr, @r"
    error: page.webarchive is a web archive of Safari, which is not read
    hint: save the page as its source (HTML) or print it as PDF
    ");
    let ran = hand_in(&house, "locked.pdf", Pdf::new().page().line(72.0, 80.0, 10.0, "Rules").encrypted().bytes());
    assert!(ran.stderr.contains("the PDF opens only with a password"), "{ran:?}");
    let status = house.run(&["status"]).stdout;
    assert!(status.contains("first seen") && !status.contains("unreadable"), "{status}");
}

#[test]
fn a_page_older_than_the_last_look_or_from_tomorrow_is_refused() {
    let house = watched();
    fs::write(house.folder.path().join("page.html"), saved(MUST_NOT)).unwrap();
    for (at, words) in [("2020-01-01T00:00:00Z", "was read after that"), ("2199-01-01T00:00:00Z", "yet to come")] {
        let ran = house.run(&["import", "page", "contests", "page.html", "--at", at]);
        assert!(ran.code == 2 && ran.stderr.contains(words), "{ran:?}");
    }
}
