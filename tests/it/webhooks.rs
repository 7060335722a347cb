//! Webhooks: letters as JSON for programs, and in the shapes of chat services.

use std::fs;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use hausrecht::io::post::{Fate, Hook, Stage};
use hausrecht::model::{
    Channel, HeldCount, HeldSummary, HookShape, Language, Letter, PasswordSource, Recipient, Webhook,
};
use hausrecht::steps::compose::{self, News};
use hausrecht::steps::watchlist;
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::house::program::House;
use crate::letters::samples::{a_rewrite, a_week, assets, berlin, contest_rules, desk, now, reader};

/// Who is told by that webhook.
fn told_by(shape: HookShape) -> Recipient {
    let url = PasswordSource::File("/nowhere".into());
    Recipient { webhook: Some(Webhook { shape, url, secret: None }), ..reader(Language::English) }
}

/// The body of a digest on these changes.
fn body(shape: HookShape, changes: &[hausrecht::model::Change]) -> Value {
    let (assets, zone) = (assets(), berlin());
    let changes: Vec<_> = changes.iter().collect();
    let news = News { changes: &changes, assets: &assets, ..News::default() };
    let letter = compose::digest(&news, &told_by(shape), &desk(&zone), now()).unwrap();
    let ways = compose::by_every_way(letter);
    assert_eq!(ways[0].channel, Channel::Webhook(shape));
    serde_json::from_str(&ways[0].text).unwrap()
}

#[test]
fn a_letter_goes_every_way_that_its_recipient_has() {
    let (change, zone) = (contest_rules(), berlin());
    let news = News { changes: &[&change], ..News::default() };
    let mut recipient = told_by(HookShape::Slack);
    let ways = |recipient: &Recipient| {
        let letter = compose::alert(&news, recipient, &desk(&zone), now()).unwrap();
        compose::by_every_way(letter)
    };
    let both = ways(&recipient);
    assert_eq!(
        both.iter().map(|letter| &letter.channel).collect::<Vec<_>>(),
        [&Channel::Webhook(HookShape::Slack), &Channel::Mail]
    );
    assert_eq!(both[0].message_id, format!("hook.{}", both[1].message_id));
    recipient.to.clear();
    assert_eq!(ways(&recipient).len(), 1);
    recipient.to = vec!["anna@example.com".into()];
    recipient.webhook = None;
    assert_eq!(ways(&recipient)[0].channel, Channel::Mail);
}

#[test]
fn the_json_says_what_the_letter_says() {
    let mut body = body(HookShape::Json, &[contest_rules()]);
    assert_eq!(body["changes"][0]["effective_date"], "2026-12-15");
    assert_eq!(body["changes"][0]["days_left"], 24);
    assert_eq!(body["changes"][0]["hunks"].as_array().unwrap().len(), 3);
    body["changes"][0]["hunks"] = Value::Null;
    insta::assert_snapshot!(serde_json::to_string_pretty(&body).unwrap());
}

#[test]
fn a_chat_gets_its_own_shape() {
    for shape in [HookShape::Slack, HookShape::Teams, HookShape::Mattermost] {
        let body = body(shape, &[contest_rules()]);
        insta::assert_snapshot!(format!("{shape:?}"), serde_json::to_string_pretty(&body).unwrap());
    }
}

#[test]
fn every_shape_ends_with_what_was_held_back_however_much_stands_before_it() {
    let rules = vec![HeldCount { rule: "buttons".into(), passages: 2 }];
    let held = HeldSummary { passages: 2, documents: 1, rules, standing: 4 };
    let (week, zone) = (a_week(), berlin());
    let changes: Vec<_> = week.iter().collect();
    let news = News { changes: &changes, looked_at: 4, readable: 4, held_back: Some(&held), ..News::default() };
    let body = |shape| {
        let letter = compose::digest(&news, &told_by(shape), &desk(&zone), now()).unwrap();
        compose::by_every_way(letter).swap_remove(0).text
    };
    for shape in [HookShape::Slack, HookShape::Teams, HookShape::Mattermost] {
        let body = body(shape).replace('\\', "");
        assert!(body.contains("Held back: 2 passages in 1 document"), "{shape:?}: {body}");
        assert!(body.contains("4 from before still stand"), "{shape:?}: {body}");
    }
    let json: Value = serde_json::from_str(&body(HookShape::Json)).unwrap();
    assert_eq!(
        json["held_back"],
        serde_json::json!({"passages": 2, "documents": 1, "rules": {"buttons": 2}, "standing": 4})
    );
}

#[test]
fn words_and_id_stand_in_a_chat_however_much_else_is_said() {
    let mut change = contest_rules();
    let mut many = assets();
    for number in 0..12 {
        let id = format!("page{number}");
        many.push(hausrecht::model::Asset { id: id.clone(), name: format!("Page {number}"), ..many[1].clone() });
        change.assessment.assets.push(id);
    }
    let zone = berlin();
    let news = News { changes: &[&change], assets: &many, ..News::default() };
    for shape in [HookShape::Slack, HookShape::Teams, HookShape::Mattermost] {
        let letter = compose::digest(&news, &told_by(shape), &desk(&zone), now()).unwrap();
        let body = compose::by_every_way(letter).swap_remove(0).text.replace('\\', "");
        for words in ["require people to like a Page", "Taking part must not depend", "hausrecht show 3f9a1c2e"] {
            assert!(body.contains(words), "{shape:?} lacks “{words}”: {body}");
        }
    }
}

#[test]
fn a_chat_offers_the_answers_by_mail_where_a_mailbox_is_named() {
    let (zone, key) = (berlin(), hausrecht::model::ReplyKey([7; 32]));
    let answers = Some(compose::Answers { address: "hausrecht@example.com", key: &key });
    let desk = compose::Desk { answers, ..desk(&zone) };
    let changes: Vec<_> =
        (0..8).map(|number| hausrecht::model::Change { id: format!("aaaa000{number:x}"), ..contest_rules() }).collect();
    let changes: Vec<_> = changes.iter().collect();
    let news = News { changes: &changes, ..News::default() };
    let codes = regex::Regex::new("HR(-[0-9A-Z]{8}){4}").unwrap();
    for (shape, link) in [
        (HookShape::Slack, "<mailto:hausrecht@example.com?subject=We%20act%20HR-"),
        (HookShape::Mattermost, "[We act](mailto:hausrecht@example.com?subject=We%20act%20HR-"),
        (HookShape::Teams, "[We act](mailto:hausrecht@example.com?subject=We%20act%20HR-"),
    ] {
        let letter = compose::alert(&news, &told_by(shape), &desk, now()).unwrap();
        let body = compose::by_every_way(letter).swap_remove(0).text;
        let shown = if shape == HookShape::Teams { 6 } else { 8 };
        assert_eq!(body.matches(link).count(), shown, "{shape:?}: {body}");
        assert_eq!(codes.find_iter(&body).count(), 3 * shown, "{shape:?}: whole codes\n{body}");
        assert!(body.len() < 28_000, "{}", body.len());
        let body: Value = serde_json::from_str(&body).unwrap();
        let blocks = body["blocks"].as_array().cloned().unwrap_or_default();
        assert!(blocks.iter().all(|block| block["text"]["text"].as_str().unwrap().chars().count() <= 3000));
    }
}

#[test]
fn every_change_is_named_in_every_chat() {
    let changes: Vec<_> = (0..11)
        .map(|number| hausrecht::model::Change { id: format!("aaaa000{number:x}"), ..contest_rules() })
        .collect();
    for shape in [HookShape::Slack, HookShape::Teams, HookShape::Mattermost] {
        let body = body(shape, &changes).to_string();
        let unnamed: Vec<_> = changes.iter().filter(|change| !body.contains(&change.id)).collect();
        assert_eq!(unnamed.len(), 0, "{shape:?}: {body}");
    }
}

#[test]
fn no_chat_is_sent_more_than_it_takes() {
    for changes in [a_week(), a_rewrite()] {
        let slack = body(HookShape::Slack, &changes);
        let blocks = slack["blocks"].as_array().unwrap();
        assert!(blocks.len() <= 50);
        assert!(blocks.iter().all(|block| block["text"]["text"].as_str().unwrap().chars().count() <= 3000));
        let teams = body(HookShape::Teams, &changes).to_string();
        assert!(teams.len() < 28_000, "{}", teams.len());
        let mattermost = body(HookShape::Mattermost, &changes);
        assert!(mattermost["text"].as_str().unwrap().chars().count() <= 16_383);
        assert!(body(HookShape::Json, &changes).to_string().len() < 1_000_000);
    }
}

#[test]
fn page_text_calls_nobody_and_links_nowhere_in_a_chat() {
    let mut change = contest_rules();
    change.document = "<!channel> @channel [x](http://evil.example) *bold* <http://evil.example|y>".into();
    change.url = "javascript:alert(1)".into();
    let slack = body(HookShape::Slack, std::slice::from_ref(&change)).to_string();
    assert!(!slack.contains("<!channel>") && !slack.contains("<http://evil"), "{slack}");
    let mattermost = body(HookShape::Mattermost, std::slice::from_ref(&change)).to_string();
    assert!(!mattermost.contains("@channel") && !mattermost.contains("[x]("), "{mattermost}");
    for shape in [HookShape::Slack, HookShape::Teams, HookShape::Mattermost, HookShape::Json] {
        assert!(!body(shape, std::slice::from_ref(&change)).to_string().contains("javascript:"));
    }
}

#[test]
fn a_webhook_is_written_in_the_watchlist_without_its_secrets() {
    let written = |webhook: &str| {
        let text = format!(
            "recipients: [{{name: Chat, webhook: {webhook}}}]\nwatches: [{{id: a, platform: X, document: Terms, url: 'https://x.com/tos'}}]"
        );
        watchlist::read(&text, "watchlist.yaml", now()).map_err(|problems| problems.to_string())
    };
    let chat = written("{shape: slack, url_file: /run/slack-url}").unwrap().recipients.remove(0);
    let url = PasswordSource::File("/run/slack-url".into());
    assert_eq!(chat.webhook, Some(Webhook { shape: HookShape::Slack, url, secret: None }));
    assert!(chat.to.is_empty());
    let problem = written("{shape: slack, url: 'https://hooks.slack.com/s3cret'}").unwrap_err();
    assert!(problem.contains("`url_file: /path/to/file`") && !problem.contains("s3cret"), "{problem}");
    let problem = written("{shape: slak, url_file: /run/slack-url}").unwrap_err();
    assert!(problem.contains("slack"), "{problem}");
}

/// A receiver that answers with a status and keeps what it got.
struct Receiver {
    url: String,
    got: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    folder: TempDir,
}

impl Receiver {
    async fn answering(status: u16) -> Self {
        Self::saying(status, "").await
    }

    async fn saying(status: u16, said: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook/s3cret", listener.local_addr().unwrap());
        let got = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&got);
        let answer = move |headers: HeaderMap, body: Bytes| async move {
            kept.lock().unwrap().push((headers, String::from_utf8_lossy(&body).into_owned()));
            (StatusCode::from_u16(status).unwrap(), said)
        };
        let app = Router::new().fallback(answer);
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, got, folder: TempDir::new().unwrap() }
    }

    fn hook(&self) -> Hook {
        let (url, secret) = (self.folder.path().join("url"), self.folder.path().join("secret"));
        fs::write(&url, format!("{}\n", self.url)).unwrap();
        fs::write(&secret, "Jefe\n").unwrap();
        let webhook = Webhook {
            shape: HookShape::Json,
            url: PasswordSource::File(url),
            secret: Some(PasswordSource::File(secret)),
        };
        Hook::open(&webhook, None).unwrap()
    }
}

fn post_it(text: &str) -> Letter {
    let zone = berlin();
    let letter = compose::test(&told_by(HookShape::Json), &desk(&zone), now());
    Letter { text: text.into(), ..compose::by_every_way(letter).remove(0) }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_letter_goes_to_webhooks_too() {
    let receiver = Receiver::answering(410).await;
    let house = House::new().watch("contests", "You may run contests.");
    let file = house.folder.path().join("url");
    fs::write(&file, &receiver.url).unwrap();
    let house =
        house.with(&format!("recipients: [{{name: Chat, webhook: {{shape: slack, url_file: '{}'}}}}]", file.display()));
    let ran = tokio::task::spawn_blocking(move || house.run(&["mail", "test"])).await.unwrap();
    assert_eq!(ran.code, 4, "{ran:?}");
    assert!(
        ran.stdout.contains("refused  webhook of Chat: the server refuses this address (HTTP 410 Gone)"),
        "{ran:?}"
    );
    assert_eq!(receiver.got.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_posted_is_signed() {
    let receiver = Receiver::answering(204).await;
    let fate = receiver.hook().send(&post_it("what do ya want for nothing?")).await;
    assert_eq!(fate, Fate::Delivered { answer: "HTTP 204 No Content".into() });
    let got = receiver.got.lock().unwrap();
    assert_eq!(got[0].1, "what do ya want for nothing?");
    assert_eq!(
        got[0].0["x-hausrecht-signature"],
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    assert_eq!(got[0].0["content-type"], "application/json");
}

#[tokio::test]
async fn a_busy_receiver_is_asked_again_and_one_that_refuses_is_not() {
    for (status, again) in
        [(429, true), (500, true), (503, true), (400, false), (404, false), (410, false), (302, false)]
    {
        let fate = Receiver::answering(status).await.hook().send(&post_it("{}")).await;
        assert_eq!(matches!(fate, Fate::Transient { .. }), again, "{status}: {fate:?}");
        assert_eq!(matches!(fate, Fate::Permanent { .. }), !again, "{status}: {fate:?}");
    }
}

#[tokio::test]
async fn a_receiver_that_says_no_with_success_has_not_taken_the_letter() {
    for (body, for_good) in [
        ("Webhook message delivery failed with error: returned HTTP error 413 with ContextId x", true),
        ("returned HTTP error 429", false),
        (r#"{"ok": false, "error": "channel_is_archived"}"#, false),
    ] {
        let fate = Receiver::saying(200, body).await.hook().send(&post_it("{}")).await;
        assert_eq!(matches!(fate, Fate::Permanent { .. }), for_good, "{body}: {fate:?}");
        assert!(!matches!(fate, Fate::Delivered { .. }), "{body}: {fate:?}");
    }
    let fate = Receiver::saying(200, "ok").await.hook().send(&post_it("{}")).await;
    assert!(matches!(fate, Fate::Delivered { .. }), "{fate:?}");
}

#[tokio::test]
async fn the_address_of_a_webhook_is_never_shown() {
    let mut receiver = Receiver::answering(204).await;
    receiver.url = "http://127.0.0.1:1/hook/s3cret".into();
    let hook = receiver.hook();
    let fate = hook.send(&post_it("{}")).await;
    assert!(matches!(fate, Fate::Transient { .. }));
    assert!(!format!("{fate:?} {hook:?}").contains("s3cret"), "{fate:?}");
    receiver.url = "ftp://127.0.0.1/hook/s3cret".into();
    fs::write(receiver.folder.path().join("url"), &receiver.url).unwrap();
    let webhook = Webhook {
        shape: HookShape::Slack,
        url: PasswordSource::File(receiver.folder.path().join("url")),
        secret: None,
    };
    let refusal = Hook::open(&webhook, None).unwrap_err();
    assert_eq!(refusal.stage, Stage::Hook);
    assert!(!refusal.to_string().contains("s3cret"));
}
