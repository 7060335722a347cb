//! `diff` compares documents: what the first look would not take for one is named, and no address leads home by itself.

use std::fs;

use crate::house::program::{House, policy};
use crate::house::server::{Answer, Server};
use crate::pages::walls;

const SHELL: &str = "<!doctype html><html lang=en><title>Rules</title><body><div id=app></div><script src=/app.js></script></body></html>";

fn house() -> House {
    let house = House::new();
    let file = |name: &str, text: &str| fs::write(house.folder.path().join(name), text).unwrap();
    file("full.html", &policy("contests", "You may run a contest."));
    file("shell.html", SHELL);
    file("other.html", &SHELL.replace("app.js", "other.js"));
    file("wall.html", &walls::logins().remove(0).html);
    file("empty.md", "");
    file("full.md", "You may run a contest.");
    house
}

#[test]
fn two_pages_without_text_are_not_the_same() {
    let house = house();
    let ran = house.run_as_it_is(&["diff", "shell.html", "other.html"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert_eq!(ran.stderr, "error: shell.html cannot be compared: it holds no text\n");
    let ran = house.run_as_it_is(&["diff", "--json", "shell.html", "shell.html"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
}

#[test]
fn the_side_that_is_no_document_is_named() {
    let house = house();
    for (old, new, why) in [
        ("full.html", "shell.html", "shell.html cannot be compared: it holds no text"),
        ("wall.html", "full.html", "wall.html cannot be compared: it asks for a login"),
        ("full.html", "wall.html", "wall.html cannot be compared: it asks for a login"),
    ] {
        let ran = house.run_as_it_is(&["diff", old, new]);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
        assert_eq!(ran.stderr, format!("error: {why}\n"));
    }
}

#[test]
fn an_emptied_file_may_be_compared_but_not_with_another_one() {
    let house = house();
    let ran = house.run_as_it_is(&["diff", "full.md", "empty.md"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let ran = house.run_as_it_is(&["diff", "empty.md", "empty.md"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert_eq!(ran.stderr, "error: neither text has any words, so there is nothing to compare\n");
}

#[test]
fn an_address_that_was_typed_may_be_private_but_no_page_leads_there() {
    let house = house();
    house.server.page("/rules", &policy("contests", "You may run a contest."));
    let typed = house.server.url("/rules");
    assert_eq!(house.run_as_it_is(&["diff", &typed, &typed]).code, 0);
    // A proxy stands for the internet: what it answers comes from outside.
    let outside = Server::start();
    outside.answer("/rules", Answer::redirect(&typed));
    let mut command = house.command(&["diff", "http://plaudernetz.example/rules", "full.html"]);
    let output = command.env("http_proxy", outside.url("")).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("127.0.0.1 is in a private network"), "{said}");
    assert_eq!(house.server.hits("/rules"), 2, "only what was typed was asked for");
}

#[test]
fn what_is_private_is_allowed_for_the_typed_host_alone() {
    let house = House::new();
    let server = &house.server;
    server.page("/here", &policy("contests", "You may post as often as you like."));
    server.page("/there", &policy("contests", "You must not post more than once a day."));
    server.answer("/way", Answer::redirect("/there"));
    server.answer("/out", Answer::redirect(&server.url("/there")));
    let diff = |path: &str| house.run_as_it_is(&["diff", &server.url_by_name("/here"), &server.url_by_name(path)]);
    assert_eq!(diff("/there").code, 1);
    assert_eq!(diff("/way").code, 1, "to the same host");
    let ran = diff("/out");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stderr.contains("private network"), "{ran:?}");
    assert_eq!(server.log().iter().filter(|asked| asked.target == "/there").count(), 2, "it was not even asked");
}
