//! Eleven questions that a lawyer asks of one document, each with the answer that the captures below give by hand.

use crate::house::program::House;
use crate::house::server::Answer;

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], immediately: true, tier: fyi}\n  - {name: Lead, to: \
                    [lead@example.com], digest: \"0 0 8 * * Mon\", tier: fyi}";

const MAY_TAG: &str = "You may ask people to tag friends in a contest.";
const NO_TAGS: &str = "You must not ask people to tag friends in a contest.";
const NO_TAGS_90: &str = "You must not ask people to tag friends in a contest. A contest must end within 90 days.";
const NO_TAGS_60: &str = "You must not ask people to tag friends in a contest. A contest must end within 60 days.";
const ONLY_60: &str = "A contest must end within 60 days.";

/// What the page says from when on: all that is known of it, and what the answers are checked against.
const CAPTURES: [(&str, Option<&str>); 12] = [
    ("2026-01-05", Some(MAY_TAG)),
    ("2026-02-09", Some(MAY_TAG)),
    ("2026-02-10", Some(NO_TAGS)),
    ("2026-03-02", Some(NO_TAGS)),
    ("2026-03-03", None),
    ("2026-03-04", None),
    ("2026-03-05", Some(NO_TAGS)),
    ("2026-04-13", Some(NO_TAGS)),
    ("2026-04-14", Some(NO_TAGS_90)),
    ("2026-05-20", Some(NO_TAGS_60)),
    ("2026-06-15", Some(NO_TAGS_60)),
    ("2026-06-16", Some(ONLY_60)),
];

fn half_a_year() -> House {
    let house = House::new().watch("contests", MAY_TAG).with(TEAM);
    for (day, text) in CAPTURES {
        match text {
            Some(text) => drop(house.show("contests", text)),
            None => drop(house.server.answer("/contests", Answer::status(403))),
        }
        house.round_at(&format!("{day}T06:00:00Z"));
    }
    house
}

/// What the program answers, without the ids of changes, which are other ones in each history.
fn answer(house: &House, question: &[&str]) -> String {
    let ran = house.run(question);
    let ids = regex::Regex::new(r"\b[0-9a-f]{8,10}\b").unwrap();
    let decided = regex::Regex::new(r"decided  \d{4}-\d\d-\d\d \d\d:\d\d").unwrap();
    let said = format!("{}{}(ends with {})", ran.stdout, ran.stderr, ran.code);
    // When it was decided is when this test ran.
    decided.replace_all(&ids.replace_all(&said, "ID"), "decided  NOW").into_owned()
}

#[test]
fn eleven_questions_of_a_lawyer_have_the_answers_that_the_captures_give() {
    let house = half_a_year();
    let asked = |question: &[&str]| {
        let id = regex::Regex::new(r"^show \w+$").unwrap();
        let words = question.join(" ");
        format!("$ hausrecht {}\n{}\n", id.replace(&words, "show ID"), answer(&house, question))
    };
    let id = house.run(&["log", "--json"]).stdout.lines().next().unwrap().to_owned();
    let id = serde_json::from_str::<serde_json::Value>(&id).unwrap()["id"].as_str().unwrap().to_owned();
    let ack = ["ack", &id, "act", "--due", "2099-07-01", "--by", "Lena", "--note", "ask legal"];
    assert_eq!(house.run(&ack).code, 0);
    let questions: [(&str, &[&str]); 11] = [
        (
            "Since when, and until when, was tagging friends forbidden?",
            &["since", "must not ask people to tag friends"],
        ),
        ("Until when was it allowed?", &["since", "may ask people to tag friends"]),
        ("How long did the 90 days hold?", &["since", "within 90 days", "contests"]),
        ("Do the 60 days hold today?", &["since", "within 60 days"]),
        ("Did it ever speak of lotteries?", &["since", "lotteries"]),
        ("Which versions were there?", &["history", "contests"]),
        ("What changed between 1 March and 1 May?", &["diff", "contests@2026-03-01", "contests@2026-05-01"]),
        (
            "What did it say on 4 March, when nobody could read it?",
            &["diff", "contests@2026-03-04", "contests@2026-03-02"],
        ),
        ("What did it say a year ago?", &["diff", "contests@2025-06-01", "contests@2026-05-01"]),
        ("When were we told, and what was decided?", &["log"]),
        ("To whom was it told, when, and in which letter?", &["show", &id]),
    ];
    let all: Vec<String> = questions.iter().map(|(asks, question)| format!("# {asks}\n{}", asked(question))).collect();
    insta::assert_snapshot!(all.join("\n"));
}
