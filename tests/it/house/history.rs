//! The past of some pages, day by day: what they showed, taken through real rounds with the clock of each day.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use hausrecht::model::{Letter, Outcome};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::program::{House, Open};
use super::server::Answer;

/// A house in which days pass: pages show something, and a round at six in the morning looks at them.
pub struct History {
    pub house: House,
    /// From the first round on.
    open: RefCell<Option<Open>>,
    /// How many days have passed.
    today: Cell<i64>,
    /// What came of each look, by watch, for those who read why a test failed.
    outcomes: RefCell<BTreeMap<String, Vec<(i64, String)>>>,
}

/// What a day is in the store: the first is 1 March 2026.
pub fn morning_of(day: i64) -> Timestamp {
    let first: Timestamp = "2026-03-01T06:00:00Z".parse().unwrap();
    first + SignedDuration::from_hours(24 * (day - 1))
}

/// The day as the command line takes it.
pub fn date_of(day: i64) -> Date {
    morning_of(day).to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A text of a letter in one line, without the marks around what is new and gone.
pub fn in_one_line(text: &str) -> String {
    let bare = ["[-", "-]", "{+", "+}"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, ""));
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl History {
    /// A team that reads English is told everything at once.
    pub fn new() -> Self {
        Self::told_to("{name: Team, to: [team@example.com], immediately: true, tier: fyi, language: en}")
    }

    /// Other readers, a line of the watchlist each.
    pub fn told_to(recipients: &str) -> Self {
        let list: String = recipients.lines().map(|line| format!("\n  - {}", line.trim())).collect();
        Self {
            house: House::new().with(&format!("recipients:{list}")),
            open: RefCell::default(),
            today: Cell::new(0),
            outcomes: RefCell::default(),
        }
    }

    /// Watches `/ID` as this document of Plaudernetz.
    pub fn watch(self, id: &str, document: &str) -> Self {
        self.watch_with(id, &format!("platform: Plaudernetz, document: {document}"))
    }

    /// The same with more of the watchlist's words; platform and document must be among them.
    pub fn watch_with(mut self, id: &str, more: &str) -> Self {
        self.house = self.house.watch_as_written(&format!(
            "id: {id}, url: 'SERVER/{id}', render: http, allow_private_network: true, {more}"
        ));
        self
    }

    /// What a page shows from now on.
    pub fn shows(&self, id: &str, html: &str) -> &Self {
        self.house.server.page(&format!("/{id}"), html);
        self
    }

    /// What the server answers from now on.
    pub fn answers(&self, id: &str, answer: Answer) -> &Self {
        self.house.server.answer(&format!("/{id}"), answer);
        self
    }

    /// What the next look alone gets to see.
    pub fn shows_once(&self, id: &str, html: &str) -> &Self {
        self.house.server.once(&format!("/{id}"), Answer::html(html));
        self
    }

    /// So many days pass, with a round each morning.
    pub fn days(&self, count: i64) -> &Self {
        for _ in 0..count {
            self.today.set(self.today.get() + 1);
            self.round_at(morning_of(self.today.get()));
        }
        self
    }

    /// One more round on the present day, so many hours after the one of the morning.
    pub fn again_after(&self, hours: i64) -> &Self {
        self.round_at(morning_of(self.today.get()) + SignedDuration::from_hours(hours));
        self
    }

    /// A day whose round is killed when all is recorded and nothing is told.
    pub fn day_killed_before_letters(&self) -> &Self {
        self.today.set(self.today.get() + 1);
        let mut open = self.open.borrow_mut();
        let open = open.get_or_insert_with(|| self.house.open());
        open.round_killed_before_letters(&morning_of(self.today.get()).to_string());
        self
    }

    /// A day whose round is killed after so many milliseconds, wherever it is then.
    pub fn day_killed_after(&self, milliseconds: u64) -> &Self {
        self.today.set(self.today.get() + 1);
        // One process at a time.
        self.open.replace(None);
        self.house.round_killed_after(&morning_of(self.today.get()).to_string(), milliseconds);
        self
    }

    fn round_at(&self, at: Timestamp) {
        let mut open = self.open.borrow_mut();
        let looks = open.get_or_insert_with(|| self.house.open()).round_at(&at.to_string());
        let mut outcomes = self.outcomes.borrow_mut();
        for looked in looks {
            let what = match &looked.outcome {
                Outcome::Unreadable { trouble } if looked.blind_since.is_some() => {
                    format!("blind spot: {}", trouble.key())
                }
                Outcome::Unreadable { trouble } => format!("unreadable: {}", trouble.key()),
                other => format!("{other:?}"),
            };
            outcomes.entry(looked.watch).or_default().push((self.today.get(), what));
        }
    }

    /// How many days have passed.
    pub fn today(&self) -> i64 {
        self.today.get()
    }

    pub fn letters(&self) -> Vec<Letter> {
        self.house.letters()
    }

    /// The letters that tell a change of this watch, in one line each.
    pub fn letters_on(&self, id: &str) -> Vec<String> {
        let changes: Vec<String> =
            self.log(id).iter().filter_map(|change| change["id"].as_str().map(str::to_owned)).collect();
        let is_on = |letter: &Letter| letter.changes.iter().any(|change| changes.contains(change));
        self.letters().iter().filter(|letter| is_on(letter)).map(|letter| in_one_line(&letter.text)).collect()
    }

    /// What was recorded of a watch: `log --json`.
    pub fn log(&self, id: &str) -> Vec<Value> {
        json_lines(&self.house.run(&["log", "--json", "--watch", id]).stdout)
    }

    /// What was recorded and is told: not of tier none.
    pub fn told(&self, id: &str) -> Vec<Value> {
        self.log(id).into_iter().filter(|change| change["tier"] != "none").collect()
    }

    /// What is held back: `log --held --json`; empty where there is no such thing.
    pub fn held(&self, id: &str) -> Vec<Value> {
        json_lines(&self.house.run(&["log", "--held", "--json", "--watch", id]).stdout)
    }

    /// How a watch stands: its row of `status --json`.
    pub fn status(&self, id: &str) -> Value {
        let status: Value = serde_json::from_str(&self.house.run(&["status", "--json"]).stdout).unwrap();
        status["watches"].as_array().unwrap().iter().find(|row| row["watch"] == id).unwrap().clone()
    }

    /// Whether the page is a blind spot now.
    pub fn is_blind(&self, id: &str) -> bool {
        !self.status(id)["blind_since"].is_null()
    }

    /// The told changes of a watch that have these words in a passage that came or went.
    pub fn told_with(&self, id: &str, words: &str) -> Vec<Value> {
        self.told(id).into_iter().filter(|change| has_passage(change, words)).collect()
    }

    /// A letter tells these words of that watch.
    #[track_caller]
    pub fn assert_told(&self, id: &str, words: &str) {
        let is_told = self.letters_on(id).iter().any(|letter| letter.contains(words));
        assert!(is_told, "no letter on `{id}` says “{words}”\n{}", self.account_of(id));
    }

    /// No letter tells these words of that watch.
    #[track_caller]
    pub fn assert_untold(&self, id: &str, words: &str) {
        let is_told = self.letters_on(id).iter().any(|letter| letter.contains(words));
        assert!(!is_told, "a letter on `{id}` says “{words}”\n{}", self.account_of(id));
    }

    /// What came of the looks at a watch, and what was recorded and told of it.
    pub fn account_of(&self, id: &str) -> String {
        let mut account: Vec<String> = Vec::new();
        let mut before = "";
        let outcomes = self.outcomes.borrow();
        for (day, outcome) in outcomes.get(id).into_iter().flatten() {
            if outcome != before {
                account.push(format!("from day {day}: {outcome}"));
            }
            before = outcome;
        }
        for change in self.log(id) {
            let (at, tier, words) = (&change["detected_at"], &change["tier"], &change["words_added"]);
            let hunks: String = change["hunks"].to_string().chars().take(300).collect();
            account.push(format!("change {at} {tier}, {words} words added: {hunks}"));
        }
        for letter in self.letters() {
            account.push(format!("letter {} to {}: {}", letter.composed_at, letter.recipient, letter.subject));
        }
        account.join("\n")
    }
}

/// Whether a change's passages hold these words, before or after.
pub fn has_passage(change: &Value, words: &str) -> bool {
    hunks(change).iter().any(|hunk| ["before", "after"].iter().any(|side| says(&hunk[side], words)))
}

/// The passages of a change.
pub fn hunks(change: &Value) -> &[Value] {
    change["hunks"].as_array().map_or(&[], Vec::as_slice)
}

/// Whether a text in JSON holds these words.
pub fn says(text: &Value, words: &str) -> bool {
    text.as_str().is_some_and(|text| text.contains(words))
}

/// A value a line; a program that does not know the flag prints none.
fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
