//! Letters that a server refuses for good: what they tell is still untold, and comes with the next letter, once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mail_parser::MessageParser;
use tokio::runtime::Runtime;

use crate::house::certificate::Certificate;
use crate::house::program::House;
use crate::house::smtp::{Manner, Sink};

const MAY: &str = "You may post about your contest as often as you like.";
const RULES: [(&str, &str); 3] = [
    ("once a day", "You must not post about your contest more than once a day."),
    ("people to share", "You must not ask people to share your contest with their friends."),
    ("anybody under 18", "You must not let anybody under 18 take part in a contest."),
];
const TEAM: &str = "{name: Team, to: [team@example.com], immediately: true, tier: fyi}";
const WEEKLY: &str = "{name: Team, to: [team@example.com], digest: '0 0 8 * * Mon', tier: fyi}";
const OPERATOR: &str = "{name: Op, to: [op@example.com], operator: true, tier: alert}";

/// A house whose mail server can be told to refuse every letter.
struct Post {
    house: House,
    sink: Sink,
    refuses: Arc<AtomicBool>,
    _runtime: Runtime,
}

fn post(recipients: &[&str]) -> Post {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let refuses = Arc::new(AtomicBool::new(false));
    let manner = Manner { refuses: Arc::clone(&refuses), ..Manner::default() };
    let sink = runtime.block_on(Sink::with(manner, Certificate::Good));
    let house = House::new().watch("contests", MAY).watch("pages", MAY).watch("ads", MAY).with(&format!(
        "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {}, tls: none}}}}\nrecipients: [{}]",
        sink.address.port(),
        recipients.join(", ")
    ));
    Post { house, sink, refuses, _runtime: runtime }
}

impl Post {
    fn refuses(&self, refuses: bool) -> &Self {
        self.refuses.store(refuses, Ordering::SeqCst);
        self
    }

    /// A round in March; a page may show something new.
    fn day(&self, day: u32, news: Option<usize>) -> &Self {
        if let Some(which) = news {
            self.house.show(["contests", "pages", "ads"][which], RULES[which].1);
        }
        self.house.round_at(&format!("2026-03-{day:02}T08:00:00Z"));
        self
    }

    /// How often each of the three changes was told to the team by a letter that arrived.
    fn told(&self) -> [usize; 3] {
        let texts: Vec<String> = (self.sink.taken().iter())
            .filter(|taken| taken.to == ["team@example.com"])
            .map(|taken| {
                let mail = MessageParser::default().parse(taken.data.as_bytes()).unwrap();
                mail.body_text(0).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect();
        // In a digest that comes later a change is open, and stands below what is told.
        let told = |text: &String| text.split("TOLD BEFORE AND STILL OPEN").next().unwrap_or_default().to_owned();
        let texts: Vec<String> = texts.iter().map(told).collect();
        RULES.map(|(_, words)| texts.iter().filter(|text| text.contains(words)).count())
    }
}

#[test]
fn what_a_server_refused_for_two_weeks_is_told_once_when_it_takes_letters_again() {
    for reader in [TEAM, WEEKLY] {
        for people in [&[reader][..], &[reader, OPERATOR]] {
            let post = post(people);
            post.day(1, None).refuses(true);
            for day in 2..=16 {
                let news = [2, 5, 9].iter().position(|at| *at == day);
                post.day(day, news);
            }
            assert_eq!(post.told(), [0, 0, 0]);
            post.refuses(false);
            for day in 17..=31 {
                post.day(day, None);
            }
            assert_eq!(post.told(), [1, 1, 1], "{people:?}");
        }
    }
}

#[test]
fn what_was_refused_long_ago_comes_with_the_next_letter() {
    let post = post(&[TEAM]);
    post.day(1, None).refuses(true).day(2, Some(0));
    // More than a week later, and before it is asked for again.
    for day in 3..=14 {
        post.day(day, None);
    }
    post.refuses(false).day(15, Some(1)).day(16, Some(2));
    for day in 17..=31 {
        post.day(day, None);
    }
    assert_eq!(post.told(), [1, 1, 1]);
}

#[test]
fn one_refusal_of_a_server_that_is_well_the_next_day_loses_nothing() {
    let post = post(&[TEAM]);
    post.day(1, None).refuses(true).day(2, Some(0)).refuses(false).day(3, Some(1)).day(4, Some(2));
    for day in 5..=20 {
        post.day(day, None);
    }
    assert_eq!(post.told(), [1, 1, 1]);
}

#[test]
fn without_an_operator_every_check_ends_with_4_and_status_names_the_letter_until_it_arrives() {
    let post = post(&[TEAM]);
    assert_eq!(post.house.run(&["check"]).code, 0);
    post.refuses(true).house.show("contests", RULES[0].1);
    assert_eq!(post.house.run(&["check", "--all"]).code, 4);
    // Nothing is due, and nothing is tried.
    let again = post.house.run(&["check"]);
    assert_eq!(again.code, 4, "{again:?}");
    assert!(again.stderr.contains("Team") && again.stderr.contains("554 5.7.1"), "{again:?}");
    let status = post.house.run(&["status"]).stdout;
    assert!(
        status.contains(
            "Team <team@example.com> has not got “Plaudernetz: contest rules stricter”: 554 5.7.1 we take nothing"
        ),
        "{status}"
    );
    let json: serde_json::Value = serde_json::from_str(&post.house.run(&["status", "--json"]).stdout).unwrap();
    assert_eq!(json["undelivered"][0]["reader"], "Team");
    assert_eq!(json["undelivered"][0]["address"], "team@example.com");
    assert_eq!(json["undelivered"][0]["answer"], "554 5.7.1 we take nothing from you");
    post.refuses(false).house.show("pages", RULES[1].1);
    assert_eq!(post.house.run(&["check", "--all"]).code, 0);
    assert_eq!(post.told(), [1, 1, 0]);
    assert!(!post.house.run(&["status", "--json"]).stdout.contains("undelivered"));
}

#[test]
fn where_there_is_an_operator_it_is_told_and_a_quiet_check_ends_well() {
    let post = post(&[TEAM, OPERATOR]);
    post.house.run(&["check"]);
    post.refuses(true).house.show("contests", RULES[0].1);
    assert_eq!(post.house.run(&["check", "--all"]).code, 4);
    post.refuses(false);
    assert_eq!(post.house.run(&["check"]).code, 0);
    let told = post.sink.taken().iter().any(|taken| taken.to == ["op@example.com"] && taken.data.contains("554 5.7.1"));
    assert!(told, "the operator hears what the server said");
}

#[test]
fn what_a_chat_has_told_still_comes_by_mail_when_the_server_takes_it() {
    let chat = crate::house::server::Server::start();
    chat.answer("/hook", crate::house::server::Answer::html("ok"));
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("url");
    std::fs::write(&file, chat.url("/hook")).unwrap();
    let both =
        TEAM.replace("tier: fyi", &format!("tier: fyi, webhook: {{shape: slack, url_file: '{}'}}", file.display()));
    let post = post(&[&both]);
    post.day(1, None).refuses(true).day(2, Some(0));
    assert_eq!((chat.hits("/hook"), post.told()), (1, [0, 0, 0]));
    let status = post.house.run(&["status"]).stdout;
    assert!(!status.contains("has not got"), "the team knows: {status}");
    post.refuses(false).day(3, None).day(4, None);
    assert_eq!((chat.hits("/hook"), post.told()), (1, [1, 0, 0]));
}
