//! New words are told once they were seen twice; what flickers is silent; nothing real is lost.

use std::collections::BTreeSet;

use hausrecht::model::{HostMemory, Memory, Origin, Snapshot, Trouble, Version};
use hausrecht::steps::compare::fingerprint;
use hausrecht::steps::confirm::{Look, Settled, Verdict, confirm};
use hausrecht::steps::extract::{Reading, extract, mark};
use jiff::{SignedDuration, Timestamp};

/// A page under watch, looked at once a day.
pub struct Watched {
    base: Option<Version>,
    pub memory: Memory,
    pub host: HostMemory,
    pub watch: &'static str,
    now: Timestamp,
}

impl Watched {
    pub fn new() -> Self {
        Self {
            base: None,
            memory: Memory::default(),
            host: HostMemory::default(),
            watch: "w",
            now: "2026-01-01T06:00:00Z".parse().unwrap(),
        }
    }

    /// Looks at a page a day later; says what came of it, and the words that were told.
    pub fn look(&mut self, body: &str) -> String {
        self.look_after(SignedDuration::from_hours(24), body)
    }

    /// A round a day later: what was seen for the first time is looked at once more.
    fn round(&mut self, body: &str) -> String {
        let first = self.look_after(SignedDuration::from_hours(24) - SignedDuration::from_mins(1), body);
        let again = self.look_after(SignedDuration::from_mins(1), body);
        format!("{first}, {again}")
    }

    fn look_after(&mut self, time: SignedDuration, body: &str) -> String {
        self.now += time;
        let snapshot = Snapshot {
            fetched_at: self.now,
            url: "https://example.org/terms".parse().unwrap(),
            redirects: Vec::new(),
            status: 200,
            headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
            body: body.as_bytes().to_vec(),
            origin: Origin::Live,
        };
        let sha256 = snapshot.sha256();
        let extract = match extract(&snapshot, Reading::default()) {
            Ok(extract) => extract,
            Err(trouble) => return trouble.key().to_owned(),
        };
        let memory = std::mem::take(&mut self.memory);
        let look = Look {
            edited: false,
            base: self.base.as_ref(),
            memory,
            host: &mut self.host,
            watch: self.watch,
            snapshot: &sha256,
            seen_at: self.now,
            extract,
        };
        let Settled { verdict, memory, held, instead } = confirm(look);
        // What is stored must be the same when it is read again.
        self.memory = serde_json::from_str(&serde_json::to_string(&memory).unwrap()).unwrap();
        let is_out_of_sight = instead.as_ref().filter(|trouble| !matches!(trouble, Trouble::WrongLanguage { .. }));
        match verdict {
            Verdict::First { extract } => {
                self.keep(&sha256, extract.document);
                "first".to_owned()
            }
            Verdict::Unreadable(trouble) => trouble.key().to_owned(),
            Verdict::Confirmed(confirmed) => {
                let told: Vec<_> = confirmed
                    .comparison
                    .hunks
                    .iter()
                    .map(|hunk| {
                        format!("-{} +{}", hunk.before.as_deref().unwrap_or(""), hunk.after.as_deref().unwrap_or(""))
                    })
                    .collect();
                let back = if confirmed.back_to.is_some() { "back: " } else { "told: " };
                if confirmed.edition == 0 {
                    self.keep(&sha256, confirmed.extract.document);
                }
                if told.is_empty() {
                    let rules: BTreeSet<_> = held.iter().filter_map(|hunk| hunk.held_by.as_deref()).collect();
                    let elsewhere = confirmed.elsewhere.map(|_| "told_for_another_document");
                    return format!("held: {}", rules.into_iter().chain(elsewhere).collect::<Vec<_>>().join(", "));
                }
                format!("{back}{}", told.join(" / "))
            }
            _ if is_out_of_sight.is_some() => instead.map_or_else(String::new, |trouble| trouble.key().to_owned()),
            Verdict::NewEdition { .. } => "a new edition".to_owned(),
            Verdict::Unchanged if instead.is_some() => "the other edition".to_owned(),
            Verdict::Unchanged => "unchanged".to_owned(),
            Verdict::Noise { noise } => format!("noise: {}", noise.key()),
            Verdict::Candidate => "candidate".to_owned(),
        }
    }

    fn keep(&mut self, sha256: &str, document: hausrecht::model::Document) {
        self.base = Some(Version {
            id: 0,
            watch: self.watch.to_owned(),
            part: String::new(),
            snapshot: sha256.to_owned(),
            seen_at: self.now,
            extractor: mark(Reading::default()),
            fingerprint: fingerprint(&document),
            document,
            edition: 0,
        });
    }
}

/// A policy of some length with these paragraphs in it.
pub fn policy(paragraphs: &[&str]) -> String {
    let text: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
    let rest: String = (1..15)
        .map(|section| {
            format!(
                "<h2>{section}. Section {section}</h2><p>Clause {section} of these terms binds everyone who posts on \
                 page number {section}, and whoever breaks rule {section} of the house loses item {section} at once.</p>"
            )
        })
        .collect();
    format!("<html lang=en><title>Terms</title><main><h1>Terms of the house</h1>{text}{rest}</main></html>")
}

const DAILY: &str = "You may post contests daily.";
const WEEKLY: &str = "You may post contests weekly.";

#[test]
fn new_words_are_told_when_they_were_seen_twice() {
    let mut page = Watched::new();
    assert_eq!(page.look(&policy(&[DAILY])), "first");
    assert_eq!(page.look(&policy(&[DAILY])), "unchanged");
    assert_eq!(page.look(&policy(&[WEEKLY])), "candidate");
    assert_eq!(page.look(&policy(&[WEEKLY])), format!("told: -{DAILY} +{WEEKLY}"));
    assert_eq!(page.look(&policy(&[WEEKLY])), "unchanged");
}

#[test]
fn words_that_come_and_go_are_never_told() {
    let mut page = Watched::new();
    page.look(&policy(&[DAILY]));
    assert_eq!(page.look(&policy(&[WEEKLY])), "candidate");
    assert_eq!(page.look(&policy(&[DAILY])), "unchanged");
    for _ in 0..20 {
        assert_eq!(page.look(&policy(&[WEEKLY])), "noise: variant");
        assert_eq!(page.look(&policy(&[WEEKLY])), "noise: variant");
        assert_eq!(page.look(&policy(&[DAILY])), "unchanged");
    }
}

#[test]
fn a_variant_that_stays_is_told_in_the_end() {
    let mut page = Watched::new();
    for body in [DAILY, WEEKLY, DAILY] {
        page.look(&policy(&[body]));
    }
    let outcomes: Vec<_> = (0..4).map(|_| page.look(&policy(&[WEEKLY]))).collect();
    assert_eq!(outcomes[..3], ["noise: variant"; 3]);
    assert_eq!(outcomes[3], format!("told: -{DAILY} +{WEEKLY}"));
}

#[test]
fn a_change_is_not_lost_because_the_page_changed_twice() {
    let mut page = Watched::new();
    let fees = |words| format!("The fee is {words} of what you earn here.");
    page.look(&policy(&[DAILY, &fees("ten")]));
    assert_eq!(page.look(&policy(&[WEEKLY, &fees("ten")])), "candidate");
    assert_eq!(page.look(&policy(&[WEEKLY, &fees("twenty")])), format!("told: -{DAILY} +{WEEKLY}"));
    assert_eq!(page.look(&policy(&[WEEKLY, &fees("twenty")])), format!("told: -{} +{}", fees("ten"), fees("twenty")));
}

#[test]
fn a_paragraph_that_changes_at_every_look_is_told_once() {
    let mut page = Watched::new();
    let today = |day: u32| format!("Today {day} members of the house have agreed to these terms.");
    page.look(&policy(&[&today(0)]));
    let told = (1..40).filter(|day| page.look(&policy(&[&today(*day)])).starts_with("told")).count();
    assert_eq!(told, 1);
}

#[test]
fn a_place_with_another_text_every_day_is_told_a_few_times_and_then_only_what_stays() {
    for texts in [2_usize, 3, 5, 40] {
        let mut page = Watched::new();
        let song = ["lirum", "larum", "loffel", "stiel", "hokus", "pokus", "simsala", "bimbam"].repeat(2);
        let text = |day: usize| format!("Wisdom of the day: {}.", song[..=day % texts.min(16)].join(" "));
        page.round(&policy(&[DAILY, &text(0)]));
        let told = (1..40).filter(|day| page.round(&policy(&[DAILY, &text(*day)])).contains("+Wisdom")).count();
        assert!(told <= 4, "{texts} texts by turns: told {told} times");
        // A rule beside it is told at once, and what comes to stay in its place, too.
        assert!(page.round(&policy(&[WEEKLY, &text(40)])).contains(WEEKLY), "{texts}");
        let rule = "Prizes of more than ninety euros are forbidden.";
        let told = (0..5).filter(|_| page.round(&policy(&[WEEKLY, rule])).contains(rule)).count();
        assert_eq!(told, 1, "{texts}");
    }
}

/// A page with a text of the day and a rule.
type Page = fn(&str, &str) -> String;

#[test]
fn a_rule_beside_a_text_that_differs_every_day_is_told_at_once() {
    let quote = |day: usize| format!("Wisdom of the day: {}.", "la ".repeat(day % 14 + 1).trim());
    let rule = "Entries with music of others are prohibited.";
    let before = "Entries with music of others are allowed.";
    let pages: [(Page, &str); 4] = [
        (|quote, rule| policy(&[DAILY, quote, rule]), before),
        (|quote, rule| policy(&[DAILY, rule, quote]), before),
        (|quote, rule| policy(&[DAILY, &format!("{quote} {rule}")]), before),
        (
            |quote, rule| {
                if rule.contains("allowed") { policy(&[DAILY, quote]) } else { policy(&[DAILY, quote, rule]) }
            },
            before,
        ),
    ];
    for (at, (page, before)) in pages.into_iter().enumerate() {
        let mut watched = Watched::new();
        for day in 0..8 {
            watched.round(&page(&quote(day), before));
        }
        let told = (8..12).map(|day| watched.round(&page(&quote(day), rule))).collect::<Vec<_>>();
        assert!(told[..2].iter().any(|told| told.contains("prohibited")), "page {at}: {told:?}");
        // And so it is when it goes.
        let told = (12..16).map(|day| watched.round(&page(&quote(day), before))).collect::<Vec<_>>();
        assert!(told[..2].iter().any(|told| told.contains("prohibited")), "page {at}: {told:?}");
    }
}

#[test]
fn the_day_that_it_is_is_no_news() {
    let mut page = Watched::new();
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let today = |day: usize| format!("Today is {}, {} March 2026", days[day % 7], day + 1);
    page.round(&policy(&[DAILY, &today(0)]));
    let told = (1..20).filter(|day| page.round(&policy(&[DAILY, &today(*day)])).contains("+Today")).count();
    assert!(told <= 3, "told {told} times");
}

#[test]
fn flicker_does_not_hide_a_real_change() {
    let mut page = Watched::new();
    let ad = |day: u32| format!("Advertisement number {day} of our partners stands here.");
    page.look(&policy(&[DAILY, DAILY, &ad(0)]));
    page.look(&policy(&[DAILY, DAILY, &ad(1)]));
    page.look(&policy(&[WEEKLY, DAILY, &ad(2)]));
    assert_eq!(page.look(&policy(&[WEEKLY, DAILY, &ad(3)])).matches(WEEKLY).count(), 1);
}

#[test]
fn a_return_to_an_earlier_text_is_told_as_such_once() {
    let mut page = Watched::new();
    for body in [DAILY, WEEKLY, WEEKLY, WEEKLY] {
        page.look(&policy(&[body]));
    }
    assert_eq!(page.look(&policy(&[DAILY])), "candidate");
    assert_eq!(page.look(&policy(&[DAILY])), format!("back: -{WEEKLY} +{DAILY}"));
    for _ in 0..5 {
        assert_eq!(page.look(&policy(&[WEEKLY])), "noise: variant");
        assert_eq!(page.look(&policy(&[WEEKLY])), "noise: variant");
        assert_eq!(page.look(&policy(&[DAILY])), "unchanged");
    }
}

#[test]
fn what_is_remembered_stays_small() {
    let mut page = Watched::new();
    for day in 0..200 {
        page.look(&policy(&[&format!("Number {day} is drawn by lot."), &format!("Guest {day} of the day is here.")]));
    }
    assert!(serde_json::to_string(&page.memory).unwrap().len() < 100_000);
}

/// Twenty pages of one house, each with its own rules and the same end.
fn pages_of_one_house(end: &str, looks: &mut [Watched]) -> Vec<String> {
    let mut host = std::mem::take(&mut looks[0].host);
    let mut outcomes = Vec::new();
    for (number, page) in looks.iter_mut().enumerate() {
        page.host = host;
        let own = format!("Rule {number} of this house is its own and no other page has it.");
        let body = policy(&[&own]).replace(
            "</main>",
            &format!("<h2>Get help</h2><p>{end}</p><p>Our team is there for you all day and all night.</p></main>"),
        );
        outcomes.push(page.look(&body));
        host = std::mem::take(&mut page.host);
    }
    looks[0].host = host;
    outcomes
}

#[test]
fn what_a_site_changes_at_the_end_of_all_pages_is_told_once() {
    let names = ["a", "b", "c", "d", "e"];
    let mut pages: Vec<_> = names.map(|watch| Watched { watch, ..Watched::new() }).into();
    let (old, new) = (
        "Find out what you can do about it in our help centre.",
        "See what you can do about it in our new safety centre.",
    );
    assert_eq!(pages_of_one_house(old, &mut pages), ["first"; 5]);
    assert_eq!(pages_of_one_house(new, &mut pages), ["candidate"; 5]);
    let outcomes = pages_of_one_house(new, &mut pages);
    assert_eq!(outcomes[0], format!("told: -{old} +{new}"));
    assert_eq!(outcomes[1..], ["held: told_for_another_document"; 4]);
    assert_eq!(pages_of_one_house(new, &mut pages)[1..], ["unchanged"; 4]);
}

#[test]
fn two_editions_of_a_text_are_told_once_each_and_then_known() {
    let edition = |party: &str, fee: &str| {
        let clauses: Vec<_> = (0..12)
            .map(|clause| format!("Under clause {clause} the party to these terms is {party}, and its seat decides which court {clause} is heard."))
            .collect();
        let mut clauses: Vec<&str> = clauses.iter().map(String::as_str).collect();
        clauses.push(fee);
        policy(&clauses)
    };
    let (blue, red) = ("the Blue House and its heirs", "the Red Tower on the hill");
    let fee = "The fee is ten of what you earn here.";
    let mut page = Watched::new();
    page.look(&edition(blue, fee));
    assert_eq!(page.look(&edition(red, fee)), "candidate");
    assert!(page.look(&edition(red, fee)).starts_with("told: "));
    assert_eq!(page.look(&edition(blue, fee)), "candidate");
    assert!(page.look(&edition(blue, fee)).starts_with("back: "));
    for _ in 0..4 {
        assert_eq!(page.look(&edition(red, fee)), "noise: variant");
        assert_eq!(page.look(&edition(red, fee)), "noise: variant");
        assert_eq!(page.look(&edition(blue, fee)), "unchanged");
    }
    let new_fee = "The fee is twenty of what you earn here.";
    assert_eq!(page.look(&edition(red, new_fee)), "candidate");
    assert_eq!(page.look(&edition(red, new_fee)), format!("told: -{fee} +{new_fee}"));
}

#[test]
fn a_date_that_moves_with_the_time_zone_is_no_change() {
    let mut page = Watched::new();
    let rules = |label: &str, effect: &str| {
        policy(&[
            label,
            &format!("These rules hold for everyone who runs a contest from {effect} on, wherever they live."),
        ])
    };
    page.look(&rules("25 Feb 2026", "3 May 2026"));
    assert_eq!(page.look(&rules("24 Feb 2026", "3 May 2026")), "noise: date");
    assert_eq!(page.look(&rules("24 Feb 2026", "2 May 2026")), "candidate");
}

#[test]
fn a_paragraph_that_is_translated_is_no_change() {
    let mut page = Watched::new();
    page.look(&policy(&[
        DAILY,
        "Learn what you can do if you see something on our pages that goes against the standards of our community.",
    ]));
    let german = "Erfahre, was du tun kannst, wenn du auf unseren Seiten etwas siehst, das gegen die Standards unserer Gemeinschaft verstößt.";
    assert_eq!(page.look(&policy(&[DAILY, german])), "candidate");
    assert_eq!(page.look(&policy(&[DAILY, german])), "held: translation");
    page.look(&policy(&[WEEKLY, german]));
    assert!(page.look(&policy(&[WEEKLY, german])).starts_with(&format!("told: -{DAILY} +{WEEKLY}")));
}
