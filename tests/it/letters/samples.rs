//! Letters to look at: invented platforms' changes in the shapes that real ones have.

use hausrecht::model::{
    Assessment, Asset, Because, BlindSpot, Change, DayOrder, Direction, Duty, Edit, Hunk, Kind, Language, Place,
    Reason, Recipient, RefusedAddress, Seen, Tier, Topic, Trouble,
};
use hausrecht::steps::compose::Desk;
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

/// The moment at which every sample letter is written.
pub fn now() -> Timestamp {
    at("2026-11-21T06:10:00Z")
}

pub fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

pub fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

pub fn desk(zone: &TimeZone) -> Desk<'_> {
    Desk {
        from: "Hausrecht <hausrecht@example.com>",
        zone,
        contact: Some("social@example.com"),
        all_quiet: false,
        reminders: &[14, 7, 1],
        answers: None,
    }
}

pub fn reader(language: Language) -> Recipient {
    Recipient {
        name: "Team".into(),
        to: vec!["social@example.com".into()],
        webhook: None,
        language,
        tier: Tier::Fyi,
        immediately: true,
        digest: None,
        platforms: vec![],
        topics: vec![],
        assets: vec![],
        terminal: true,
        operator: false,
    }
}

pub fn assets() -> Vec<Asset> {
    let asset = |id: &str, name: &str, topics: &[Topic], investment: &str, owner: &str| Asset {
        id: id.into(),
        name: name.into(),
        platform: "facebook".into(),
        topics: topics.to_vec(),
        keywords: vec![],
        investment: Some(investment.into()),
        owner: Some(owner.into()),
        until: None,
    };
    vec![
        asset("advent", "Adventskalender", &[Topic::Promotions], "18000 EUR", "social@example.com"),
        asset("fanpage", "Facebook-Seite", &[Topic::PagesProfiles], "40000 EUR", "lead@example.com"),
    ]
}

pub fn duties() -> Vec<Duty> {
    vec![Duty {
        id: "p2b".into(),
        source: "Regulation (EU) 2019/1150, Art. 3(2)".into(),
        days: Some(15),
        from: date(2020, 7, 12),
        until: None,
        kinds: vec![],
        text_en: "The notice is shorter than the 15 days that business users are owed.".into(),
        text_de: "Der Vorlauf ist kürzer als die 15 Tage, die gewerblichen Nutzern zustehen.".into(),
    }]
}

/// A hunk whose words are `=kept`, `-removed` and `+added` runs.
pub fn hunk(heading: &[&str], runs: &[&str]) -> Hunk {
    let edits: Vec<_> = runs
        .iter()
        .map(|run| match run.split_at(1) {
            ("-", text) => Edit::Removed(text.into()),
            ("+", text) => Edit::Added(text.into()),
            (_, text) => Edit::Kept(text.into()),
        })
        .collect();
    let side = |skip: &str| {
        let text: String = runs.iter().filter(|run| !run.starts_with(skip)).map(|run| &run[1..]).collect();
        let other = runs.iter().any(|run| !run.starts_with(skip));
        other.then_some(text)
    };
    Hunk {
        heading: heading.iter().map(|&heading| heading.into()).collect(),
        before: side("+"),
        after: side("-"),
        edits,
        place: Place::Paragraph,
        ..Hunk::default()
    }
}

/// Facebook's contest rules, stricter from a date.
pub fn contest_rules() -> Change {
    Change {
        id: "3f9a1c2e".into(),
        watch: "facebook-pages".into(),
        part: String::new(),
        platform: "facebook".into(),
        document: "Pages, Groups and Events Policies".into(),
        language: Some("en".into()),
        url: "https://www.facebook.com/policies_center/pages_groups_events?a=1&b=2".into(),
        detected_at: at("2026-11-21T06:00:04Z"),
        confirmed_at: Some(at("2026-11-21T06:00:34Z")),
        from: Seen { snapshot: "a".repeat(64), seen_at: at("2026-11-20T06:00:02Z"), last_seen: None, by_hand: false },
        to: Seen { snapshot: "b".repeat(64), seen_at: at("2026-11-21T06:00:04Z"), last_seen: None, by_hand: false },
        date_lines: Vec::new(),
        day_order: DayOrder::default(),
        overall: None,
        rewriting: None,
        same_as: None,
        hunks: vec![
            hunk(
                &["Promotions", "Administration of a promotion"],
                &[
                    "=Promotions may be administered on Pages, groups or events. ",
                    "-You may require people to like a Page or to check in in order to take part",
                    "+Taking part must not depend on liking, sharing or following a Page",
                    "=, and every promotion must contain a complete release of Facebook by each participant. ",
                    "=Personal timelines must not be used to administer promotions (“share on your timeline to enter”, “tag friends to enter”). ",
                    "=Winners must be told by a way of contact that is named in the rules of the promotion",
                    "+ within 14 days of its end",
                    "=.",
                ],
            ),
            hunk(&["Promotions", "Custom tabs"], &["-Contests may be set as the landing tab of a Page."]),
            hunk(
                &["Promotions", "Responsibility"],
                &[
                    "+From 15 December 2026 a Page that breaks these rules loses the right to run promotions for 90 days.",
                ],
            ),
        ],
        moved: 0,
        words_added: 34,
        words_removed: 25,
        back_to: None,
        assessment: Assessment {
            kind: Kind::Substantive,
            tier: Tier::Alert,
            topics: vec![Topic::Promotions, Topic::PagesProfiles, Topic::Enforcement],
            direction: Direction::Stricter,
            effective_date: Some(date(2026, 12, 15)),
            notice_days: Some(24),
            assets: vec!["advent".into(), "fanpage".into()],
            reasons: vec![
                told(
                    "New prohibition: taking part must not depend on liking or following a Page.",
                    "Neues Verbot: Die Teilnahme darf nicht mehr davon abhängen, dass jemand eine Seite mit „Gefällt mir“ markiert oder ihr folgt.",
                    Some(0),
                ),
                told(
                    "New sanction: a Page that breaks the rules may not run promotions for 90 days.",
                    "Neue Sanktion: Bei Verstößen darf die Seite 90 Tage lang keine Gewinnspiele veranstalten.",
                    Some(2),
                ),
            ],
            duties: vec![],
            noise: vec![],
        },
    }
}

/// A reason in words of its own, for letters that are looked at.
fn told(en: &str, de: &str, hunk: Option<usize>) -> Reason {
    Reason { because: Because::Told { en: en.into(), de: de.into() }, hunk }
}

/// Eleven changes of one week: platform, document, tier, topic, direction, day, and the reason in both languages.
const WEEK: &str = "\
tiktok | Promotional Terms | alert | branded_content | new | 2026-12-01 | New duty: paid partnerships need the disclosure switch before a post goes live. | Neue Pflicht: Bezahlte Partnerschaften müssen vor der Veröffentlichung als solche eingestellt sein.
youtube | Contest Policies & Guidelines | alert | promotions | stricter | - | New prohibition: entries may no longer be counted by likes. | Neues Verbot: Die Teilnahme darf nicht mehr nach Likes gezählt werden.
instagram | Platform Terms | alert | apps_api | removed | 2026-11-10 | The API for comment export is gone. | Die Schnittstelle zum Export von Kommentaren ist entfallen.
linkedin | Advertising Policies | fyi | advertising | mixed | 2027-02-01 | Two categories of ads were moved from prohibited to restricted. | Zwei Anzeigenkategorien sind nicht mehr verboten, sondern nur noch eingeschränkt.
pinterest | Community Guidelines | fyi | content_rules | neutral | - | Synthetic images are named as an example of spam. | Synthetische Bilder werden als Beispiel für Spam genannt.
x | Rules and Policies | fyi | enforcement | stricter | - | Accounts may be locked without notice after a third report. | Konten können nach der dritten Meldung ohne Ankündigung gesperrt werden.
snapchat | Commercial Content Policy | fyi | ai | new | - | Advertisers must label images made by AI. | Werbende müssen mit KI erzeugte Bilder kennzeichnen.
reddit | Content Policy | fyi | spam_messaging | looser | - | One message a day to followers is allowed. | Eine Nachricht am Tag an Follower ist erlaubt.
twitch | Terms of Service | fyi | fees | stricter | 2027-01-15 | The share of subscriptions falls to 50 per cent. | Der Anteil an Abonnements sinkt auf 50 Prozent.
discord | Privacy Policy | fyi | data_privacy | neutral | - | The list of processors was shortened. | Die Liste der Auftragsverarbeiter ist kürzer.
google-business-profile | Guidelines for representing your business | fyi | pages_profiles | neutral | - | The wording on opening hours was made plainer. | Der Abschnitt zu Öffnungszeiten ist verständlicher formuliert.";

/// Twelve changes of one week: four that matter, eight to know.
pub fn a_week() -> Vec<Change> {
    let mut changes = vec![contest_rules()];
    changes.extend(WEEK.lines().enumerate().map(|(index, row)| one_of_the_week(index, row)));
    changes.last_mut().unwrap().assessment.kind = Kind::Editorial;
    changes
}

fn one_of_the_week(index: usize, row: &str) -> Change {
    let row: Vec<&str> = row.split(" | ").collect();
    let [platform, document, tier, topic, direction, day, en, de] = row[..] else { panic!("{row:?}") };
    let mut change = contest_rules();
    change.id = format!("{:08x}", 0x5a00_1000 + index * 7919);
    change.watch = format!("{platform}-{index}");
    change.platform = platform.into();
    change.document = document.into();
    change.url = format!("https://{platform}.example/policies/{index}");
    change.hunks = vec![hunk(
        &[document, "What applies"],
        &[
            "=Whoever uses this service for a brand ",
            "-should ",
            "+must ",
            "=follow what is written here, in every country and for every kind of post.",
        ],
    )];
    let named = |name: &str| serde_json::Value::String(name.into());
    let judged = &mut change.assessment;
    judged.tier = serde_json::from_value(named(tier)).unwrap();
    judged.topics = vec![Topic::from_key(topic).unwrap()];
    judged.direction = serde_json::from_value(named(direction)).unwrap();
    judged.effective_date = day.parse().ok();
    judged.notice_days = judged.effective_date.map(|day| i64::from(date(2026, 11, 21).until(day).unwrap().get_days()));
    judged.duties = if judged.notice_days.is_some_and(|days| days < 15) { vec!["p2b".into()] } else { vec![] };
    judged.assets = if index == 1 { vec!["advent".into()] } else { vec![] };
    judged.reasons = vec![told(en, de, Some(0))];
    change
}

/// Forty documents written anew at once, each with many and long clauses.
pub fn a_rewrite() -> Vec<Change> {
    let mut changes = Vec::new();
    for page in 0..40 {
        let mut change = contest_rules();
        change.id = format!("{:08x}", 0x7b00_0000_u32 + page);
        change.watch = format!("facebook-{page}");
        change.document = format!("Meta Commercial Terms, part {}", page + 1);
        change.hunks = (0..30)
            .map(|clause| {
                let old =
                    format!("-{}", format!("The old clause {clause} said this and that about the matter. ").repeat(12));
                let new =
                    format!("+{}", format!("Clause {clause} now says something else about it altogether. ").repeat(14));
                hunk(
                    &["Commercial Terms", &format!("Section {clause}")],
                    &["=In general, ", &old, &new, "=unless agreed otherwise."],
                )
            })
            .collect();
        changes.push(change);
    }
    changes
}

pub fn blind_spots() -> Vec<BlindSpot> {
    let spot = |platform: &str, document: &str, trouble, since: &str, last: Option<&str>| BlindSpot {
        watch: format!("{platform}-1"),
        platform: platform.into(),
        document: document.into(),
        url: format!("https://{platform}.example/policies"),
        trouble,
        since: at(since),
        last_read: last.map(at),
        until: None,
    };
    vec![
        spot(
            "instagram",
            "Community Guidelines",
            Trouble::LoginWall,
            "2026-11-18T06:00:00Z",
            Some("2026-11-17T06:00:00Z"),
        ),
        spot("xing", "AGB", Trouble::Status { code: 503 }, "2026-11-16T06:00:00Z", Some("2026-11-15T06:00:00Z")),
        spot(
            "threads",
            "Terms of Use",
            Trouble::SelectorMatchesNothing { selector: "main .policy".into() },
            "2026-11-19T06:00:00Z",
            None,
        ),
    ]
}

/// A letter that a server refused for good, in the server's own words.
pub fn refused_letter() -> RefusedAddress {
    RefusedAddress {
        letter: 7,
        reader: "Team".into(),
        address: "gone@example.com".into(),
        subject: "Facebook: contest rules stricter".into(),
        answer: "550 5.1.1 <b>no such user</b>".into(),
        at: now(),
    }
}

pub fn pages_back() -> Vec<BlindSpot> {
    let mut spot = blind_spots().remove(0);
    spot.platform = "snapchat".into();
    spot.document = "Terms of Service".into();
    spot.until = Some(at("2026-11-21T05:00:00Z"));
    vec![spot]
}
