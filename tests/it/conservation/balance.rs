//! The law of conservation over random pasts of a page: what came or went is told, held back, or the page is a blind spot.
//!
//! Every paragraph has a made-up word of its own; the law is checked by looking for these words.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::env;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::texts::{about_us, out_of_order, under_review};
use crate::house::history::{History, has_passage, hunks, says};
use crate::house::server::Answer;
use crate::pages::{Build, document, walls};

/// Histories where `PROPTEST_CASES` names no other number.
const HISTORIES: u32 = 24;
/// Looks before the last text stands.
const MOST_LOOKS: i64 = 40;
/// Looks at the last text.
const QUIET_LOOKS: i64 = 60;
/// In milliseconds: by then a round in a process of its own has begun, is in its midst or is over.
const LONGEST_LIFE: u64 = 600;
const FEWEST_PARAGRAPHS: usize = 5;
const PARAGRAPHS: usize = 8;

/// What happens to a page, and for how many looks it stands.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A paragraph's own word changes, and nothing else of it.
    Rename(usize),
    /// A paragraph becomes another one.
    Reword(usize),
    Insert(usize),
    Remove(usize),
    /// A paragraph goes to another place.
    Move(usize),
    /// Everything is new, its name too.
    Rewrite,
    /// The page shows German for so many looks.
    German(i64),
    Wall(usize, i64),
    Stub(usize, i64),
    Down(i64),
    /// The next round is killed before it writes letters.
    Killed,
    /// The next round runs in a process of its own and is killed after so many milliseconds.
    KilledAfter(u64),
    /// One look alone sees the next text; the text before it is back at the second.
    Flicker(usize),
    Quiet(i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let any = || 0..64_usize;
    let step = prop_oneof![
        4 => any().prop_map(Step::Rename),
        3 => any().prop_map(Step::Reword),
        3 => any().prop_map(Step::Insert),
        3 => any().prop_map(Step::Remove),
        2 => any().prop_map(Step::Move),
        1 => Just(Step::Rewrite),
        3 => (1..9_i64).prop_map(Step::German),
        2 => (any(), 1..5_i64).prop_map(|(which, looks)| Step::Wall(which, looks)),
        2 => (any(), 1..9_i64).prop_map(|(which, looks)| Step::Stub(which, looks)),
        1 => (1..4_i64).prop_map(Step::Down),
        1 => Just(Step::Killed),
        2 => (0..LONGEST_LIFE).prop_map(Step::KilledAfter),
        1 => any().prop_map(Step::Flicker),
        2 => (1..4_i64).prop_map(Step::Quiet),
    ];
    prop::collection::vec(step, 8..20)
}

/// Headings and sentences of a paragraph in English and German; `@` is its own word.
const SENTENCES: [(&str, &str, &str, &str); 18] = [
    (
        "Stalls",
        "Whoever puts up a stall in the @ quarter needs a licence that the town hall has stamped.",
        "Stände",
        "Wer im Viertel @ einen Stand aufbaut, braucht eine Erlaubnis mit dem Stempel des Rathauses.",
    ),
    (
        "Music",
        "Bands may play at the @ gate until ten in the evening, and drums have to be silent from eight.",
        "Musik",
        "Kapellen dürfen am Tor @ bis zehn Uhr abends spielen, Trommeln schweigen ab acht Uhr.",
    ),
    (
        "Fees",
        "The fee for a place beside the @ fountain is nine coins a day and is paid in advance.",
        "Gebühren",
        "Die Gebühr für einen Platz am Brunnen @ beträgt neun Münzen am Tag und wird im Voraus bezahlt.",
    ),
    (
        "Animals",
        "Dogs must be kept on a lead between the @ bridge and the stables, and horses are led by hand.",
        "Tiere",
        "Hunde sind zwischen der Brücke @ und den Ställen anzuleinen, Pferde werden an der Hand geführt.",
    ),
    (
        "Raffles",
        "Raffles in aid of the @ choir are allowed once a year, with prizes that nobody had to buy.",
        "Verlosungen",
        "Verlosungen zugunsten des Chors @ sind einmal im Jahr erlaubt, mit Preisen, die niemand kaufen musste.",
    ),
    (
        "Pictures",
        "Nobody may publish pictures from the @ baths without the consent of those who are in them.",
        "Bilder",
        "Niemand darf Bilder aus dem Bad @ veröffentlichen, wenn die Abgebildeten nicht zugestimmt haben.",
    ),
    (
        "Waste",
        "Waste is brought to the yard behind the @ mill before midnight, sorted by paper, glass and the rest.",
        "Abfall",
        "Abfall wird vor Mitternacht in den Hof hinter der Mühle @ gebracht, getrennt nach Papier, Glas und Rest.",
    ),
    (
        "Data",
        "Names of visitors that the @ office writes down are erased after four weeks.",
        "Daten",
        "Namen von Gästen, die das Büro @ aufschreibt, werden nach vier Wochen gelöscht.",
    ),
    (
        "Advertising",
        "Advertisements for the @ brewery have to carry the word advertisement in letters as large as its name.",
        "Werbung",
        "Anzeigen der Brauerei @ müssen das Wort Anzeige in Buchstaben tragen, die so groß sind wie ihr Name.",
    ),
    (
        "Liability",
        "The cooperative is not liable for what gets lost in the @ cloakroom unless it acted on purpose.",
        "Haftung",
        "Die Genossenschaft haftet nicht für das, was in der Garderobe @ verloren geht, es sei denn mit Vorsatz.",
    ),
    (
        "Children",
        "Children under twelve enter the @ tower only with somebody who looks after them.",
        "Kinder",
        "Kinder unter zwölf Jahren betreten den Turm @ nur mit jemandem, der auf sie achtgibt.",
    ),
    (
        "Complaints",
        "Complaints reach the @ board in writing within two weeks, and it answers within a month.",
        "Beschwerden",
        "Beschwerden erreichen den Rat @ schriftlich binnen zwei Wochen, und er antwortet binnen eines Monats.",
    ),
    (
        "Robots",
        "Programs may read the @ register ten times an hour and must say who sent them.",
        "Programme",
        "Programme dürfen das Register @ zehnmal in der Stunde lesen und müssen sagen, wer sie schickt.",
    ),
    (
        "Payments",
        "Payments through the @ bank are booked on the next working day, and refunds take a week.",
        "Zahlungen",
        "Zahlungen über die Bank @ werden am nächsten Werktag gebucht, Erstattungen dauern eine Woche.",
    ),
    (
        "Exclusion",
        "Whoever breaks a rule of the @ guild twice is excluded for a year and may appeal once.",
        "Ausschluss",
        "Wer eine Regel der Zunft @ zweimal bricht, wird für ein Jahr ausgeschlossen und darf einmal widersprechen.",
    ),
    (
        "Deliveries",
        "Carts deliver to the @ yard before nine in the morning, and motors are switched off while they unload.",
        "Lieferungen",
        "Karren beliefern den Hof @ vor neun Uhr morgens, Motoren sind beim Abladen abzustellen.",
    ),
    (
        "Names",
        "The name of the @ festival may be used by those who take part in it and by nobody else.",
        "Namen",
        "Den Namen des Festes @ dürfen alle verwenden, die daran teilnehmen, und niemand sonst.",
    ),
    (
        "Changes",
        "The council of @ may change these rules and puts the new ones up thirty days before they apply.",
        "Änderungen",
        "Der Rat von @ darf diese Regeln ändern und hängt die neuen dreißig Tage vor ihrer Geltung aus.",
    ),
];

const NAMES: [(&str, &str); 4] = [
    ("Market Rules", "Marktregeln"),
    ("House Rules of the Fair", "Hausordnung der Messe"),
    ("What Holds on the Square", "Was auf dem Platz gilt"),
    ("Agreement for Visitors and Traders", "Vereinbarung für Gäste und Händler"),
];

/// One paragraph under its heading.
#[derive(Debug, Clone)]
struct Paragraph {
    sentence: usize,
    mark: String,
}

/// What stands there, in both languages.
#[derive(Debug, Clone)]
struct Text {
    name: usize,
    paragraphs: Vec<Paragraph>,
    /// How many made-up words were given out.
    words: usize,
}

/// A word that no language has; none is a part of another.
fn made_up(mut number: usize) -> String {
    let mut word = "X".to_owned();
    for _ in 0..3 {
        word.push_str(["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"][number % 10]);
        number /= 10;
    }
    word + "q"
}

impl Text {
    fn first() -> Self {
        let mut text = Self { name: 0, paragraphs: Vec::new(), words: 0 };
        for at in 0..PARAGRAPHS {
            text.insert(at, at * 2);
        }
        text
    }

    /// A word that was not there yet.
    fn fresh(&mut self) -> String {
        self.words += 1;
        made_up(self.words)
    }

    /// The first sentence from there on that the text does not have.
    fn unused(&self, from: usize) -> usize {
        (from..from + SENTENCES.len())
            .map(|sentence| sentence % SENTENCES.len())
            .find(|sentence| self.paragraphs.iter().all(|paragraph| paragraph.sentence != *sentence))
            .unwrap_or(from % SENTENCES.len())
    }

    fn insert(&mut self, at: usize, from: usize) {
        let paragraph = Paragraph { sentence: self.unused(from), mark: self.fresh() };
        self.paragraphs.insert(at % (self.paragraphs.len() + 1), paragraph);
    }

    fn rename(&mut self, at: usize) {
        let (at, mark) = (at % self.paragraphs.len(), self.fresh());
        self.paragraphs[at].mark = mark;
    }

    fn reword(&mut self, at: usize) {
        let sentence = self.unused(at);
        self.rename(at);
        let at = at % self.paragraphs.len();
        self.paragraphs[at].sentence = sentence;
    }

    fn remove(&mut self, at: usize) {
        if self.paragraphs.len() > FEWEST_PARAGRAPHS {
            self.paragraphs.remove(at % self.paragraphs.len());
        }
    }

    fn move_on(&mut self, at: usize) {
        let at = at % self.paragraphs.len();
        let paragraph = self.paragraphs.remove(at);
        let to = (at + 3) % (self.paragraphs.len() + 1);
        self.paragraphs.insert(to, paragraph);
    }

    fn rewrite(&mut self) {
        self.name = (self.name + 1) % NAMES.len();
        let old = std::mem::take(&mut self.paragraphs);
        let used = |sentence: &usize| old.iter().any(|paragraph| paragraph.sentence == *sentence);
        let fresh: Vec<usize> = (0..SENTENCES.len()).filter(|sentence| !used(sentence)).collect();
        for (at, sentence) in fresh.into_iter().take(PARAGRAPHS).enumerate() {
            self.insert(at, sentence);
        }
    }

    fn marks(&self) -> BTreeSet<String> {
        self.paragraphs.iter().map(|paragraph| paragraph.mark.clone()).collect()
    }

    fn english(&self) -> String {
        let sections: String = self
            .paragraphs
            .iter()
            .map(|Paragraph { sentence, mark }| {
                let (heading, text, ..) = SENTENCES[*sentence];
                format!("\n## {heading}\n{}", text.replace('@', mark))
            })
            .collect();
        document(Build::Semantic, "en", &format!("# {}{sections}", NAMES[self.name].0))
    }

    /// The same in German, with made-up words of its own.
    fn german(&self) -> String {
        let sections: String = self
            .paragraphs
            .iter()
            .map(|Paragraph { sentence, mark }| {
                let (.., heading, text) = SENTENCES[*sentence];
                format!("\n## {heading}\n{}", text.replace('@', &mark.replace('X', "Z")))
            })
            .collect();
        document(Build::Semantic, "de", &format!("# {}{sections}", NAMES[self.name].1))
    }
}

/// What stands in the document's place.
fn wall(which: usize) -> String {
    let walls: Vec<_> = walls::at_any_time().into_iter().filter(|wall| wall.lang == "en").collect();
    walls[which % walls.len()].html.clone()
}

fn stub(which: usize) -> String {
    [under_review(), about_us(), out_of_order()][which % 3].clone()
}

/// Takes the page through what happens to it; gives back the first and the last text.
fn live(past: &History, steps: &[Step]) -> (Text, Text) {
    let mut text = Text::first();
    let first = text.clone();
    past.shows("page", &text.english()).days(3);
    for step in steps {
        if past.today() >= MOST_LOOKS {
            break;
        }
        match *step {
            Step::Rename(at) => text.rename(at),
            Step::Reword(at) => text.reword(at),
            Step::Insert(at) => text.insert(at, at),
            Step::Remove(at) => text.remove(at),
            Step::Move(at) => text.move_on(at),
            Step::Rewrite => text.rewrite(),
            Step::German(looks) => {
                past.shows("page", &text.german()).days(looks);
            }
            Step::Wall(which, looks) => {
                past.shows("page", &wall(which)).days(looks);
            }
            Step::Stub(which, looks) => {
                past.shows("page", &stub(which)).days(looks);
            }
            Step::Down(looks) => {
                past.answers("page", Answer::status(501)).days(looks);
            }
            Step::Killed => {
                past.shows("page", &text.english()).day_killed_before_letters();
            }
            Step::KilledAfter(milliseconds) => {
                past.shows("page", &text.english()).day_killed_after(milliseconds);
            }
            Step::Flicker(at) => {
                let mut other = text.clone();
                other.rename(at);
                text.words = other.words;
                past.shows("page", &text.english()).shows_once("page", &other.english()).days(1);
            }
            Step::Quiet(looks) => {
                past.shows("page", &text.english()).days(looks);
            }
        }
        if matches!(
            step,
            Step::Rename(_) | Step::Reword(_) | Step::Insert(_) | Step::Remove(_) | Step::Move(_) | Step::Rewrite
        ) {
            past.shows("page", &text.english()).days(1);
        }
    }
    past.shows("page", &text.english()).days(QUIET_LOOKS);
    (first, text)
}

/// Whether one of the changes has the word on that side of a passage.
fn has(changes: &[Value], side: &str, word: &str) -> bool {
    changes.iter().any(|change| hunks(change).iter().any(|hunk| says(&hunk[side], word)))
}

/// What neither stands in the log nor is held back, although it came or went.
fn lost(past: &History, first: &Text, last: &Text) -> Vec<String> {
    let accounted: Vec<Value> = past.log("page").into_iter().chain(past.held("page")).collect();
    let (old, new) = (first.marks(), last.marks());
    let came = new.difference(&old).filter(|word| !has(&accounted, "after", word)).map(|word| format!("+{word}"));
    let went = old.difference(&new).filter(|word| !has(&accounted, "before", word)).map(|word| format!("-{word}"));
    came.chain(went).collect()
}

fn is_balanced(steps: &[Step]) -> Result<(), TestCaseError> {
    let past = History::new().watch("page", "Market Rules");
    let (first, last) = live(&past, steps);
    if past.is_blind("page") {
        return Ok(());
    }
    let missing = lost(&past, &first, &last);
    prop_assert!(missing.is_empty(), "lost in silence: {missing:?}\n{}", past.account_of("page"));
    let letters = past.letters();
    for change in past.told("page") {
        let is_told = letters.iter().any(|letter| letter.changes.iter().any(|id| change["id"] == id.as_str()));
        prop_assert!(is_told, "in no letter: {change}");
    }
    Ok(())
}

fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = if env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { HISTORIES };
    // A history takes a second; the first steps of shrinking leave out most of it.
    ProptestConfig { cases, max_shrink_iters: 60, failure_persistence: None, ..usual }
}

/// Prints how many histories it took, and how many steps and killed rounds they had: `--nocapture`.
#[test]
fn nothing_that_came_or_went_is_lost_in_silence() {
    let [histories, all, killed] = [const { Cell::new(0_usize) }; 3];
    let outcome = TestRunner::new(config()).run(&steps(), |steps| {
        let kills = steps.iter().filter(|step| matches!(step, Step::Killed | Step::KilledAfter(_))).count();
        for (count, more) in [(&histories, 1), (&all, steps.len()), (&killed, kills)] {
            count.set(count.get() + more);
        }
        is_balanced(&steps)
    });
    println!("{} histories, {} steps, {} killed rounds", histories.get(), all.get(), killed.get());
    outcome.unwrap();
}

/// A past that was written down by hand.
fn holds(steps: &[Step]) {
    if let Err(broken) = is_balanced(steps) {
        panic!("{broken}");
    }
}

#[test]
fn edits_alone_are_all_told() {
    use Step::{Insert, Quiet, Remove, Rename, Reword};
    holds(&[Rename(2), Quiet(2), Reword(5), Insert(3), Quiet(1), Remove(0), Rename(6), Quiet(2)]);
}

#[test]
fn edits_between_flips_walls_and_stubs_are_all_told() {
    use Step::{Down, German, Insert, Quiet, Remove, Rename, Reword, Stub, Wall};
    holds(&[
        German(8),
        Rename(1),
        Stub(0, 7),
        Insert(4),
        Quiet(1),
        Wall(0, 4),
        Remove(2),
        Down(3),
        Reword(3),
        German(3),
    ]);
}

#[test]
fn a_rewriting_between_edits_is_told() {
    use Step::{Quiet, Remove, Rename, Rewrite};
    holds(&[Rename(1), Quiet(2), Rewrite, Quiet(3), Rename(4), Remove(2)]);
}

#[test]
fn a_rewriting_behind_a_stub_and_a_killed_round_is_told() {
    use Step::{Insert, Killed, Quiet, Rewrite, Stub};
    holds(&[Insert(2), Killed, Stub(1, 7), Rewrite, Killed, Quiet(2)]);
}

#[test]
fn edits_between_rounds_that_are_killed_anywhere_are_all_told() {
    use Step::{Insert, KilledAfter, Quiet, Remove, Rename};
    let mut steps = vec![Quiet(1)];
    for (at, milliseconds) in (60..600).step_by(90).enumerate() {
        steps.extend([Rename(at), KilledAfter(milliseconds), KilledAfter(milliseconds + 40), Insert(at + 1)]);
    }
    steps.push(Remove(2));
    holds(&steps);
}

#[test]
fn the_balance_sees_a_word_that_nobody_was_told() {
    let mut text = Text::first();
    let first = text.clone();
    text.rename(0);
    let past = History::new().watch("page", "Market Rules");
    past.shows("page", &first.english()).days(2);
    assert_eq!(lost(&past, &first, &text).len(), 2, "one came and one went");
    past.shows("page", &text.english()).days(2);
    assert_eq!(lost(&past, &first, &text), Vec::<String>::new());
    assert!(past.log("page").iter().any(|change| has_passage(change, &text.paragraphs[0].mark)));
}
