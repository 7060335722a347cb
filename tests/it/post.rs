//! Posting: what happens to a letter between us and a mail server.

use std::fs;
use std::path::Path;

use hausrecht::io::post::{Delivery, Fate, Mailer, Refusal, Stage, diagnose};
use hausrecht::model::{Encryption, Language, Letter, MailSettings, PasswordSource, Smtp};
use hausrecht::steps::compose::{self, News};
use tempfile::TempDir;

use crate::house::certificate::Certificate;
use crate::house::smtp::{Manner, Sink, Tls};
use crate::letters::samples::{assets, berlin, contest_rules, desk, now, reader};

const ANNA: &str = "anna@example.com";
const BERT: &str = "bert@example.com";

fn letter() -> Letter {
    let (change, assets, zone) = (contest_rules(), assets(), berlin());
    let mut recipient = reader(Language::German);
    recipient.to = vec![ANNA.into(), BERT.into()];
    let news = News { changes: &[&change], assets: &assets, ..News::default() };
    compose::alert(&news, &recipient, &desk(&zone), now()).unwrap()
}

/// A sink, what we write about it in the watchlist, and a folder for passwords and certificates.
struct Post {
    sink: Sink,
    settings: MailSettings,
    folder: TempDir,
}

impl Post {
    async fn with(manner: Manner) -> Self {
        Self::behind(manner, Certificate::Good).await
    }

    async fn behind(manner: Manner, certificate: Certificate) -> Self {
        let tls = match manner.tls {
            Tls::None => Encryption::None,
            Tls::Starttls => Encryption::Starttls,
            Tls::Implicit => Encryption::Implicit,
        };
        let folder = TempDir::new().unwrap();
        let password_file = folder.path().join("password");
        fs::write(&password_file, format!("{}\n", manner.login.map_or("none", |(_, password)| password))).unwrap();
        let login = manner.login;
        let sink = Sink::with(manner, certificate).await;
        fs::write(folder.path().join("ca.pem"), &sink.authority).unwrap();
        let smtp = Smtp {
            host: "localhost".into(),
            port: sink.address.port(),
            tls,
            username: login.map(|(name, _)| name.to_owned()),
            password: login.map(|_| PasswordSource::File(password_file)),
        };
        let settings =
            MailSettings { from: "Hausrecht <hausrecht@example.com>".into(), smtp: Some(smtp), replies: None };
        Self { sink, settings, folder }
    }

    fn smtp(&mut self) -> &mut Smtp {
        self.settings.smtp.as_mut().unwrap()
    }

    fn mailer(&self) -> Mailer {
        let authority = self.folder.path().join("ca.pem");
        Mailer::open(Some(&self.settings), Some(&authority), Path::new("/nowhere")).unwrap()
    }

    async fn send(&self) -> Result<Delivery, Refusal> {
        self.mailer().send(&letter(), &[ANNA, BERT]).await
    }

    async fn refusal(&self) -> Stage {
        self.send().await.unwrap_err().stage
    }
}

fn fate<'a>(delivery: &'a Delivery, address: &str) -> &'a Fate {
    &delivery.fates.iter().find(|(to, _)| to == address).unwrap().1
}

#[tokio::test]
async fn a_letter_reaches_everybody_in_one_transaction() {
    let post = Post::with(Manner::default()).await;
    assert!(post.send().await.unwrap().is_complete());
    let taken = post.sink.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].from, "hausrecht@example.com");
    assert_eq!(taken[0].to, [ANNA, BERT]);
}

#[tokio::test]
async fn one_unknown_mailbox_does_not_stop_the_others() {
    let post = Post::with(Manner { unknown: vec![ANNA], ..Manner::default() }).await;
    let delivery = post.send().await.unwrap();
    assert_eq!(fate(&delivery, ANNA), &Fate::Permanent { answer: "550 5.1.1 no such mailbox".into() });
    assert!(matches!(fate(&delivery, BERT), Fate::Delivered { .. }));
    assert_eq!(post.sink.taken()[0].to, [BERT]);
}

#[tokio::test]
async fn a_letter_that_nobody_may_have_leaves_the_connection_fit_for_the_next() {
    let post = Post::with(Manner { unknown: vec![ANNA], ..Manner::default() }).await;
    let mut mailer = post.mailer();
    mailer.send(&letter(), &[ANNA]).await.unwrap();
    assert!(mailer.send(&letter(), &[BERT]).await.unwrap().is_complete());
    assert_eq!(post.sink.connections(), 1);
}

#[tokio::test]
async fn greylisting_is_survived_by_coming_again() {
    let post = Post::with(Manner { greylist: true, ..Manner::default() }).await;
    let first = post.send().await.unwrap();
    assert!(first.fates.iter().all(|(_, fate)| matches!(fate, Fate::Transient { .. })));
    assert!(post.send().await.unwrap().is_complete());
    assert_eq!(post.sink.taken().len(), 1);
}

#[tokio::test]
async fn many_letters_go_over_one_connection() {
    let post = Post::with(Manner::default()).await;
    let mut mailer = post.mailer();
    for _ in 0..10 {
        assert!(mailer.send(&letter(), &[ANNA]).await.unwrap().is_complete());
    }
    mailer.close().await;
    assert_eq!((post.sink.taken().len(), post.sink.connections()), (10, 1));
}

#[tokio::test]
async fn a_server_that_tires_is_met_again_on_a_new_connection() {
    let post = Post::with(Manner { tires_after: Some(3), ..Manner::default() }).await;
    let mut mailer = post.mailer();
    for _ in 0..10 {
        assert!(mailer.send(&letter(), &[ANNA]).await.unwrap().is_complete());
    }
    assert_eq!((post.sink.taken().len(), post.sink.connections()), (10, 4));
}

#[tokio::test]
async fn a_server_that_dies_after_the_letter_gets_the_very_same_letter_again() {
    let post = Post::with(Manner { dies_after_data: 1, ..Manner::default() }).await;
    let first = post.send().await.unwrap();
    assert!(first.fates.iter().all(|(_, fate)| matches!(fate, Fate::Transient { .. })));
    assert!(post.send().await.unwrap().is_complete());
    let taken = post.sink.taken();
    assert_eq!(taken.iter().map(|taken| taken.answered).collect::<Vec<_>>(), [false, true]);
    // Same Message-ID, same bytes: a mail store can drop one of them.
    assert_eq!(taken[0].data, taken[1].data);
}

#[tokio::test]
async fn a_connection_that_breaks_anywhere_before_the_letter_loses_and_doubles_nothing() {
    for command in ["EHLO", "MAIL", "RCPT", "DATA"] {
        let post = Post::with(Manner { dies_at: Some(command), ..Manner::default() }).await;
        match post.send().await {
            Err(_) => {}
            Ok(delivery) => assert!(!delivery.is_complete(), "{command}"),
        }
        assert!(post.send().await.unwrap().is_complete(), "{command}");
        assert_eq!(post.sink.taken().len(), 1, "{command}");
    }
}

#[tokio::test]
async fn a_letter_that_is_too_large_is_refused_for_good() {
    let post = Post::with(Manner { too_large: true, ..Manner::default() }).await;
    let delivery = post.send().await.unwrap();
    assert!(delivery.fates.iter().all(|(_, fate)| matches!(fate, Fate::Permanent { .. })));
}

#[tokio::test]
async fn a_broken_address_is_refused_without_asking_the_server() {
    let post = Post::with(Manner::default()).await;
    let delivery = post.mailer().send(&letter(), &["not an address", ANNA]).await.unwrap();
    assert!(matches!(fate(&delivery, "not an address"), Fate::Permanent { .. }));
    assert!(matches!(fate(&delivery, ANNA), Fate::Delivered { .. }));
}

#[tokio::test]
async fn starttls_and_login_work() {
    let manner = Manner { tls: Tls::Starttls, login: Some(("hausrecht", "geheim")), ..Manner::default() };
    assert!(Post::with(manner).await.send().await.unwrap().is_complete());
}

#[tokio::test]
async fn implicit_tls_and_login_work() {
    let manner = Manner { tls: Tls::Implicit, login: Some(("hausrecht", "geheim")), ..Manner::default() };
    assert!(Post::with(manner).await.send().await.unwrap().is_complete());
}

#[tokio::test]
async fn a_certificate_that_is_not_right_stops_the_letter() {
    for tls in [Tls::Starttls, Tls::Implicit] {
        let manner = || Manner { tls, ..Manner::default() };
        assert_eq!(Post::behind(manner(), Certificate::OtherName).await.refusal().await, Stage::CertificateName);
        assert_eq!(Post::behind(manner(), Certificate::Expired).await.refusal().await, Stage::CertificateTime);
        let post = Post::with(manner()).await;
        let mut untrusting = Mailer::open(Some(&post.settings), None, Path::new("/nowhere")).unwrap();
        let refusal = untrusting.send(&letter(), &[ANNA]).await.unwrap_err();
        assert_eq!(refusal.stage, Stage::CertificateUntrusted);
        assert!(post.sink.taken().is_empty());
    }
}

#[tokio::test]
async fn nothing_is_sent_in_the_clear_where_encryption_was_asked_for() {
    let mut post = Post::with(Manner::default()).await;
    post.smtp().tls = Encryption::Starttls;
    assert_eq!(post.refusal().await, Stage::NoStarttls);
    assert!(post.sink.taken().is_empty());
}

#[tokio::test]
async fn a_wrong_password_keeps_every_letter() {
    let post = Post::with(Manner { login: Some(("hausrecht", "geheim")), ..Manner::default() }).await;
    fs::write(post.folder.path().join("password"), "falsch").unwrap();
    let refusal = post.send().await.unwrap_err();
    assert_eq!(refusal.stage, Stage::Auth);
    assert!(refusal.detail.contains("535"), "{}", refusal.detail);
    assert!(!format!("{refusal:?} {:?}", post.mailer()).contains("falsch"));
}

#[tokio::test]
async fn a_refused_sender_keeps_every_letter() {
    let post = Post::with(Manner { bad_sender: true, ..Manner::default() }).await;
    assert_eq!(post.refusal().await, Stage::Sender);
}

#[tokio::test]
async fn what_is_wrong_with_the_mail_is_said_in_plain_words() {
    let mut post = Post::with(Manner { login: Some(("hausrecht", "geheim")), ..Manner::default() }).await;
    let authority = post.folder.path().join("ca.pem");
    assert_eq!(diagnose(&post.settings, Some(&authority)).await, []);

    let open = post.smtp().port;
    post.smtp().host = "mail.hausrecht.invalid".into();
    let finding = &diagnose(&post.settings, None).await[0];
    assert_eq!(finding.problem, format!("the mail server's name is not found (`mail.hausrecht.invalid` port {open})"));
    assert_eq!(finding.hint, "look at `mail.smtp.host`: is it spelled as the mail provider writes it");

    post.smtp().host = "127.0.0.1".into();
    post.smtp().port = 1;
    let finding = &diagnose(&post.settings, None).await[0];
    assert_eq!(finding.problem, "no connection to the mail server (`127.0.0.1` port 1)");

    post.smtp().port = open;
    fs::remove_file(post.folder.path().join("password")).unwrap();
    let finding = &diagnose(&post.settings, None).await[0];
    assert!(finding.problem.starts_with("the password cannot be read"), "{}", finding.problem);
}

#[tokio::test]
async fn without_a_server_letters_are_files_that_are_whole_and_never_double() {
    let folder = TempDir::new().unwrap();
    let outbox = folder.path().join("outbox");
    let mut mailer = Mailer::open(None, None, &outbox).unwrap();
    for _ in 0..2 {
        assert!(mailer.send(&letter(), &[ANNA, BERT]).await.unwrap().is_complete());
    }
    let files: Vec<_> =
        fs::read_dir(&outbox).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(files[0].starts_with("2026-11-21T061000Z-alert."), "{files:?}");
    assert_eq!(Path::new(&files[0]).extension().unwrap(), "eml");
}

#[tokio::test]
async fn thirty_addresses_stand_on_lines_of_their_own() {
    let folder = TempDir::new().unwrap();
    let mut mailer = Mailer::open(None, None, folder.path()).unwrap();
    let mut letter = letter();
    letter.to = (0..30).map(|n| format!("oeffentlichkeitsarbeit-und-gewinnspiele-{n}@marketing.example.com")).collect();
    letter.to.push("\"Süßwaren, Vertrieb\" <vertrieb@example.com>".to_owned());
    assert!(mailer.send(&letter, &[ANNA]).await.unwrap().is_complete());
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let mail = fs::read(file).unwrap();
    let head = mail.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let longest = String::from_utf8_lossy(&mail[..head]).lines().map(str::len).max().unwrap();
    assert!(longest <= 200, "a line of {longest}");
    let read = mail_parser::MessageParser::default().parse(&mail).unwrap();
    let to: Vec<_> = read.to().unwrap().iter().map(|to| to.address().unwrap().to_owned()).collect();
    assert_eq!(to.len(), 31);
    assert_eq!(to[29], letter.to[29]);
    assert_eq!(read.to().unwrap().last().unwrap().name(), Some("Süßwaren, Vertrieb"));
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_keeps_every_letter() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let refusal = Mailer::open(None, None, &file).unwrap().send(&letter(), &[ANNA]).await.unwrap_err();
    assert_eq!(refusal.stage, Stage::Folder);
}
