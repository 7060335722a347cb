//! Letters: what a reader sees of a change.

mod brief;
mod clauses;
mod craft;
mod damages;
mod days_and_amounts;
mod editions;
mod folded;
mod held;
mod hostile;
mod masses;
mod passages;
mod rarer;
mod rewritten;
mod same_words;
pub mod samples;
mod whole;

use std::collections::HashSet;
use std::{env, fs};

use hausrecht::io::post::Mailer;
use hausrecht::model::{
    Change, Decided, Decision, Direction, Kind, Language, Letter, NotRead, Recipient, Reminder, ReplyKey, Task, Tier,
    Topic,
};
use hausrecht::steps::compose::{self, Answers, Desk, News};
use jiff::SignedDuration;
use jiff::civil::date;
use mail_parser::MessageParser;
use rarer::*;
use samples::*;

/// One of each letter that is worth a look, by name.
fn gallery(language: Language, answers: Option<Answers<'_>>) -> Vec<(&'static str, Letter)> {
    let zone = berlin();
    let mut desk = Desk { answers, ..desk(&zone) };
    let reader = Recipient { terminal: answers.is_none(), ..reader(language) };
    let (assets, duties, blind, back) = (assets(), duties(), blind_spots(), pages_back());
    let held_back = held_back();
    let week = News {
        assets: &assets,
        duties: &duties,
        looked_at: 44,
        readable: 44,
        held_back: Some(&held_back),
        from: at("2026-11-14T07:00:00Z"),
        until: at("2026-11-21T07:00:00Z"),
        ..News::default()
    };
    let (one, twelve, forty) = (contest_rules(), a_week(), a_rewrite());
    let (twelve, forty): (Vec<_>, Vec<_>) = (twelve.iter().collect(), forty.iter().collect());
    let mut open = contest_rules();
    open.id = "11aa22bb".into();
    let alert = compose::alert(
        &News { changes: &[&one], assets: &assets, duties: &duties, ..News::default() },
        &reader,
        &desk,
        now(),
    );
    let digest = |news: News<'_>, desk: &Desk<'_>| compose::digest(&news, &reader, desk, now()).unwrap();
    let twelve = digest(News { changes: &twelve, open: &[&open], back: &back, ..week }, &desk);
    let forty = digest(News { changes: &forty, ..week }, &desk);
    let (still_blind, refused) = (blind[..1].to_vec(), [refused_letter()]);
    let unread = [NotRead {
        document: "Facebook Promotion rules".to_owned(),
        last_read: Some(now() - SignedDuration::from_hours(60)),
    }];
    let blind = News {
        blind: &blind[1..],
        still_blind: &still_blind,
        back: &back,
        refused: &refused,
        readable: 41,
        unread: &unread,
        ..week
    };
    let blind = digest(blind, &desk);
    let (anew, editions, same_words) = (changes_of_a_new_kind(), editions(), same_words());
    let anew: Vec<_> = anew.iter().collect();
    let anew =
        digest(News { changes: &anew, editions: &editions, same_words: &same_words, back: &back, ..week }, &desk);
    let decided = |change: &Change, decision, due| Task {
        change: change.clone(),
        decided: Decided {
            change: change.id.clone(),
            decision,
            note: Some("ask the agency".to_owned()),
            by: Some("Lena".to_owned()),
            due,
            at: now(),
        },
    };
    let (to_do, done) = (
        [
            decided(&one, Decision::Act, Some(date(2026, 12, 1))),
            decided(&open, Decision::Act, Some(date(2026, 11, 20))),
        ],
        [decided(&a_rewrite()[0], Decision::Done, None), decided(&a_rewrite()[1], Decision::None, None)],
    );
    let by_hand = {
        let mut change = contest_rules();
        change.to.by_hand = true;
        change
    };
    let tasks = digest(News { changes: &[&by_hand], open: &[&open], tasks: &to_do, decided: &done, ..week }, &desk);
    let reminder = |day, is_due, ahead| {
        let Task { change, decided } = to_do[0].clone();
        Reminder { change, decided: Some(decided), day, is_due, ahead }
    };
    let reminders = [reminder(date(2026, 12, 15), false, 24), reminder(date(2026, 12, 1), true, 10)];
    let reminder =
        compose::reminder(&News { reminders: &reminders, assets: &assets, ..News::default() }, &reader, &desk, now());
    desk.all_quiet = true;
    let quiet = digest(week, &desk);
    vec![
        ("alert", alert.unwrap()),
        ("digest", twelve),
        ("rewrite", forty),
        ("quiet", quiet),
        ("blind", blind),
        ("anew", anew),
        ("tasks", tasks),
        ("reminder", reminder.unwrap()),
    ]
}

#[test]
fn every_letter_can_be_looked_at() {
    for language in [Language::English, Language::German] {
        let plain = gallery(language, None);
        let key = ReplyKey([7; 32]);
        let answers = Answers { address: "hausrecht@example.com", key: &key };
        let with =
            gallery(language, Some(answers)).into_iter().map(|(name, letter)| (format!("{name}-answers"), letter));
        for (name, letter) in plain.into_iter().map(|(name, letter)| (name.to_owned(), letter)).chain(with) {
            assert!(letter.html.len() < 100_000, "{name} has {} bytes", letter.html.len());
            let sent = eml(&letter);
            let html = sent.split("Content-Type: text/html").nth(1).unwrap().split("\n--=_").next().unwrap();
            assert!(html.len() < 98_000, "{name} is sent as {} bytes", html.len());
            if let Some(folder) = env::var_os("HAUSRECHT_GALLERY") {
                let stem = std::path::Path::new(&folder).join(format!("{name}-{}", language.tag()));
                fs::write(stem.with_extension("html"), &letter.html).unwrap();
                for (_, page) in &letter.attachments {
                    fs::write(stem.with_extension("whole.html"), page).unwrap();
                }
                fs::write(stem.with_extension("txt"), format!("{}\n\n{}", letter.subject, letter.text)).unwrap();
            }
        }
    }
}

/// A letter's text without its folds.
fn unfolded(letter: &Letter) -> String {
    letter.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The message as it would be sent.
fn eml(letter: &Letter) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut mailer = Mailer::open(None, None, folder.path()).unwrap();
    let addresses: Vec<&str> = letter.to.iter().map(String::as_str).collect();
    runtime.block_on(mailer.send(letter, &addresses)).unwrap();
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    fs::read_to_string(file).unwrap()
}

fn alert_on(change: &Change, language: Language) -> Letter {
    let (assets, duties, zone) = (assets(), duties(), berlin());
    let news = News { changes: &[change], assets: &assets, duties: &duties, ..News::default() };
    compose::alert(&news, &reader(language), &desk(&zone), now()).unwrap()
}

#[test]
fn an_alert_in_english_is_a_whole_message() {
    insta::assert_snapshot!(eml(&alert_on(&contest_rules(), Language::English)).replace("\r\n", "\n"));
}

#[test]
fn an_alert_in_german_reads_as_a_german_would_write_it() {
    let letter = alert_on(&contest_rules(), Language::German);
    insta::assert_snapshot!(format!("{}\n\n{}", letter.subject, letter.text));
}

#[test]
fn what_is_dealt_with_is_not_offered_as_dealt_with_once_more() {
    let (zone, change) = (berlin(), contest_rules());
    let of = |decision: Option<Decision>| {
        let decisions: Vec<Decided> = decision
            .into_iter()
            .map(|decision| Decided { change: change.id.clone(), decision, note: None, by: None, due: None, at: now() })
            .collect();
        let news = News { changes: &[&change], decisions: &decisions, ..News::default() };
        compose::alert(&news, &reader(Language::German), &desk(&zone), now()).unwrap()
    };
    for (decision, offered) in
        [(None, 1), (Some(Decision::Act), 1), (Some(Decision::Done), 0), (Some(Decision::None), 0)]
    {
        let letter = of(decision);
        for body in [&letter.text, &letter.html] {
            assert_eq!(body.matches("hausrecht ack 3f9a1c2e done").count(), offered, "{decision:?}");
            assert_eq!(body.matches("hausrecht ack").count(), offered, "{decision:?}");
            assert_eq!(body.matches("hausrecht show 3f9a1c2e").count(), 1, "{decision:?}");
        }
    }
    assert!(of(Some(Decision::Done)).text.contains("Entschieden: erledigt"));
}

#[test]
fn a_digest_says_what_needs_a_look_first_and_what_could_not_be_seen_last() {
    for (name, letter) in gallery(Language::German, None) {
        if ["digest", "blind", "anew", "tasks", "reminder"].contains(&name) {
            insta::assert_snapshot!(name, format!("{}\n\n{}", letter.subject, letter.text));
        }
    }
}

#[test]
fn what_was_written_anew_what_came_later_and_what_stands_elsewhere_is_said_in_english_too() {
    let (_, letter) = gallery(Language::English, None).into_iter().find(|(name, _)| *name == "anew").unwrap();
    insta::assert_snapshot!(format!("{}\n\n{}", letter.subject, letter.text));
}

#[test]
fn a_subject_says_what_where_from_when_and_whom_it_hits() {
    let subject = |change: &Change, language| alert_on(change, language).subject;
    let mut change = contest_rules();
    assert_eq!(
        subject(&change, Language::English),
        "Facebook: contest rules stricter from 15 Dec (24 days) – hits Adventskalender, Facebook-Seite"
    );
    assert_eq!(
        subject(&change, Language::German),
        "Facebook: Gewinnspielregeln strenger ab 15. Dez. (noch 24 Tage) – betrifft Adventskalender, Facebook-Seite"
    );
    change.assessment.assets.pop();
    change.assessment.effective_date = Some(date(2026, 11, 22));
    assert_eq!(
        subject(&change, Language::German),
        "Facebook: Gewinnspielregeln strenger ab 22. Nov. (morgen) – betrifft Adventskalender"
    );
    change.assessment.assets.clear();
    change.assessment.effective_date = Some(date(2028, 1, 1));
    change.assessment.direction = Direction::New;
    assert_eq!(subject(&change, Language::German), "Facebook: neue Gewinnspielregeln ab 1. Jan. 2028 (noch 406 Tage)");
    change.assessment.effective_date = None;
    assert_eq!(subject(&change, Language::English), "Facebook: new contest rules");
}

#[test]
fn nothing_to_say_is_no_letter_unless_calm_is_to_be_told() {
    let (zone, reader) = (berlin(), reader(Language::German));
    let news = News { looked_at: 44, readable: 44, ..News::default() };
    assert_eq!(compose::digest(&news, &reader, &desk(&zone), now()), None);
    let told = Desk { all_quiet: true, ..desk(&zone) };
    let letter = compose::digest(&news, &reader, &told, now()).unwrap();
    assert_eq!(letter.subject, "Hausregeln: alles ruhig, 44 von 44 Seiten gelesen");
    assert_eq!(compose::health(&news, &reader, &desk(&zone), now()), None);
    assert_eq!(compose::alert(&news, &reader, &desk(&zone), now()), None);
}

#[test]
fn an_undecided_alert_comes_back_with_every_digest_and_old_blind_spots_with_none_of_their_own() {
    let (zone, reader) = (berlin(), reader(Language::German));
    let open = contest_rules();
    let blind = blind_spots();
    let news = News { looked_at: 44, readable: 41, still_blind: &blind, ..News::default() };
    assert_eq!(compose::digest(&news, &reader, &desk(&zone), now()), None, "told before, and nothing new");
    let (seen, day) = (open.detected_at, SignedDuration::from_hours(24));
    let open = [&open];
    let daily = |days: i32| {
        let (from, until) = (seen + day * (days - 1), seen + day * days);
        compose::digest(&News { open: &open, from, until, ..news }, &reader, &desk(&zone), now())
    };
    let comes: Vec<_> = (1..=15).filter(|days| daily(*days).is_some()).collect();
    assert_eq!(comes, [7, 14], "by itself once a week");
    let letter = daily(7).unwrap();
    assert_eq!(letter.subject, "Noch offen: Facebook: Gewinnspielregeln strenger");
    let told = format!("{} Seiten sind weiterhin nicht lesbar", blind.len());
    assert!(letter.text.contains(&told) && letter.html.contains(&told), "{}", letter.text);
}

#[test]
fn the_operator_hears_of_letters_that_did_not_arrive() {
    let zone = berlin();
    let refused = [refused_letter()];
    let news = News { refused: &refused, ..News::default() };
    let letter = compose::health(&news, &reader(Language::English), &desk(&zone), now()).unwrap();
    assert_eq!(letter.subject, "1 letter did not arrive");
    for part in ["gone@example.com", "not delivered: “Facebook: contest rules stricter”"] {
        assert!(letter.text.contains(part) && letter.html.contains(part), "{part}\n{}", letter.text);
    }
    assert!(!letter.html.contains("<b>no such"), "what a server says is as hostile as what a page says");
}

#[test]
fn a_reader_gets_what_passes_their_filters_and_is_told_why() {
    let change = contest_rules();
    let (assets, zone) = (assets(), berlin());
    let why = |reader: &Recipient| {
        let news = News { changes: &[&change], assets: &assets, ..News::default() };
        let letter = compose::alert(&news, reader, &desk(&zone), now())?;
        letter.text.lines().find(|line| line.starts_with("You get this")).map(str::to_owned)
    };
    let mut reader = reader(Language::English);
    assert_eq!(why(&reader).unwrap(), "You get this because you own: Adventskalender.");
    reader.to = vec!["someone@example.com".into()];
    assert_eq!(why(&reader).unwrap(), "You get this because you are told of every change of the rules.");
    reader.platforms = vec!["Facebook/Meta".into()];
    reader.topics = vec![Topic::Promotions];
    assert_eq!(why(&reader).unwrap(), "You get this because you follow: Facebook, contests.");
    reader.topics = vec![Topic::Minors];
    assert_eq!(why(&reader), None);
    reader.topics.clear();
    reader.assets = vec!["fanpage".into()];
    assert_eq!(why(&reader).unwrap(), "You get this because you follow: Facebook-Seite, Facebook.");
    reader.assets = vec!["another".into()];
    assert_eq!(why(&reader), None);
    reader.assets.clear();
    reader.platforms = vec!["tiktok".into()];
    assert_eq!(why(&reader), None);
}

#[test]
fn the_test_letter_promises_nothing_that_its_reader_did_not_ask_for() {
    let zone = berlin();
    let line = |language| {
        let text = compose::test(&reader(language), &desk(&zone), now()).text;
        text.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(line(Language::English), "Letters from hausrecht reach you. Nothing else to do.");
    assert_eq!(line(Language::German), "Briefe von hausrecht kommen hier an. Mehr ist nicht zu tun.");
}

#[test]
fn that_changes_behind_a_blind_spot_go_unseen_is_said_of_now() {
    let (zone, blind) = (berlin(), blind_spots());
    let text = |count: usize| {
        let news = News { blind: &blind[..count], ..News::default() };
        unfolded(&compose::health(&news, &reader(Language::German), &desk(&zone), now()).unwrap())
    };
    for (count, line) in [
        (1, "Solange das so ist, bleiben Änderungen dort unbemerkt. Bitte die Seite bis dahin von Hand ansehen."),
        (2, "Solange das so ist, bleiben Änderungen dort unbemerkt. Bitte die Seiten bis dahin von Hand ansehen."),
    ] {
        assert!(text(count).contains(line), "{}", text(count));
    }
}

#[test]
fn noise_concerns_nobody() {
    let mut change = contest_rules();
    change.assessment.kind = Kind::Noise;
    change.assessment.tier = Tier::None;
    let mut reader = reader(Language::English);
    reader.tier = Tier::None;
    assert!(!compose::concerns(&reader, &change));
}

#[test]
fn the_same_news_make_the_same_message_id_and_other_readers_another() {
    let change = contest_rules();
    let (one, again) = (alert_on(&change, Language::German), alert_on(&change, Language::German));
    assert_eq!(one, again);
    let zone = berlin();
    let mut other = reader(Language::German);
    other.name = "Lead".into();
    let news = News { changes: &[&change], ..News::default() };
    let other = compose::alert(&news, &other, &desk(&zone), now()).unwrap();
    assert_ne!(one.message_id, other.message_id);
}

#[test]
fn a_follow_up_stands_below_the_first_letter() {
    let (change, zone) = (contest_rules(), berlin());
    let news = News { changes: &[&change], follows: Some("alert.1@example.com"), ..News::default() };
    let letter = compose::alert(&news, &reader(Language::German), &desk(&zone), now()).unwrap();
    let mail = eml(&letter);
    assert!(mail.contains("\r\nIn-Reply-To: <alert.1@example.com>\r\n"));
    assert!(mail.contains("\r\nReferences: <alert.1@example.com>\r\n"));
}

#[test]
fn both_parts_say_the_same_after_a_real_parser_read_them() {
    for (name, letter) in gallery(Language::German, None) {
        let mail = eml(&letter);
        let parsed = MessageParser::default().parse(mail.as_bytes()).unwrap();
        assert_eq!(parsed.subject().unwrap(), letter.subject, "{name}");
        let text = parsed.body_text(0).unwrap();
        let html = visible_words(&parsed.body_html(0).unwrap());
        let marks = |word: &str| word.replace(['[', ']', '{', '}', '+', '-'], "").to_lowercase();
        let plain: HashSet<String> = text.split_whitespace().map(marks).collect();
        let rich: HashSet<String> = html.split_whitespace().map(marks).collect();
        let lost: Vec<_> = rich.iter().filter(|word| !plain.contains(*word) && word.chars().count() > 3).collect();
        assert!(lost.len() < 12, "{name} loses in its text part: {lost:?}");
        let same = plain.intersection(&rich).count() * 100 / plain.len();
        assert!(same > 90, "{name}: only {same}% of the words of the text stand in the HTML");
    }
}

/// What a person sees of a page.
fn visible_words(html: &str) -> String {
    let document = dom_query::Document::from(html);
    document.select("head, style, title").remove();
    document.select("br, p, td, th, h1, h2, h3").before_html(" ");
    document.select("body").text().to_string()
}
