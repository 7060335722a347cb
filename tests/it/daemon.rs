//! Without a timer: a process that makes rounds, listens, and ends when it is told to.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hausrecht::io::store::Store;

use crate::house::program::House;
use crate::house::server::{Answer, Server};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";
const TEAM: &str = "recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]";

fn started(house: &House) -> Child {
    fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist()).unwrap();
    house.command(&["daemon", "--every", "1s"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

fn in_time(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}");
        thread::sleep(Duration::from_millis(50));
    }
}

fn is_known(house: &House, watch: &str) -> bool {
    Store::open_to_read(&house.data())
        .ok()
        .flatten()
        .is_some_and(|store| store.page(watch, "").is_ok_and(|page| page.is_some()))
}

#[test]
fn it_looks_tells_reads_the_list_again_and_ends_at_a_word() {
    let house = House::new().watch("contests", MAY).with(TEAM).with_settings("schedule: '* * * * * *'");
    let mut daemon = started(&house);
    in_time("the first look", || is_known(&house, "contests"));
    house.show("contests", MUST_NOT);
    let letters = || fs::read_dir(house.data().join("outbox")).map_or(0, Iterator::count);
    in_time("the letter", || letters() == 1);
    // Another one finds it at work, or comes between its rounds; there is one writer at a time.
    assert_eq!(house.run_as_it_is(&["check"]).code, 0);
    let house = house.watch("pages", MAY);
    fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist()).unwrap();
    signal(&daemon, "-HUP");
    in_time("the new watch", || is_known(&house, "pages"));
    // A list that cannot be read changes nothing.
    fs::write(house.folder.path().join("watchlist.yaml"), "watches: 7").unwrap();
    signal(&daemon, "-HUP");
    thread::sleep(Duration::from_millis(300));
    assert!(daemon.try_wait().unwrap().is_none());
    signal(&daemon, "-TERM");
    let begun = Instant::now();
    assert_eq!(daemon.wait().unwrap().code(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(10), "it took {:?} to end", begun.elapsed());
    fs::write(house.folder.path().join("watchlist.yaml"), house.watchlist()).unwrap();
    assert_eq!(house.run(&["check", "--all"]).code, 0);
    assert_eq!(house.letters().len(), 1, "and nothing twice");
}

#[test]
fn it_gives_a_sign_of_life_and_figures_after_each_of_its_rounds() {
    let outside = Server::start();
    outside.answer("/beat", Answer::html("ok"));
    let house = House::new().watch("contests", MAY).with(TEAM);
    let figures = house.folder.path().join("hausrecht.prom");
    let house = house.with_settings(&format!("heartbeat: '{}', metrics: {}", outside.url("/beat"), figures.display()));
    let mut daemon = started(&house);
    in_time("signs of life", || outside.hits("/beat") >= 2);
    in_time("figures", || {
        fs::read_to_string(&figures).is_ok_and(|text| text.contains("\nhausrecht_documents_read_24h 1\n"))
    });
    signal(&daemon, "-TERM");
    assert_eq!(daemon.wait().unwrap().code(), Some(0));
}
