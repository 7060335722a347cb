//! Decided where it is read: a letter offers answers, one is sent back, the next round takes it, and the next digest says who
//! decided what; whatever the mailbox does, no decision is lost, none counts twice, and no letter waits for it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use hausrecht::model::{Letter, LetterKind};
use hausrecht::round::Patience;
use mail_parser::MessageParser;
use url::Url;

use crate::house::certificate::Certificate;
use crate::house::dovecot::Dovecot;
use crate::house::history::{History, in_one_line};
use crate::house::imap::{Imap, Whim};
use crate::house::program::policy;

const MAY: &str = "You may run a contest as often as you like.";
const MUST_NOT: &str = "You must not run a contest more than once a month.";
const TEAM: &str = "{name: Team, to: [team@example.com], immediately: true, digest: '@daily', language: en}";

/// A house whose watchlist names a mailbox, with its password beside it, and whose contest rules get stricter on the second day.
fn house(mailbox: &str) -> History {
    house_of(TEAM, mailbox)
}

fn house_of(team: &str, mailbox: &str) -> History {
    let mut past = History::told_to(team).watch("contests", "Contest Rules");
    let list = mail(&past, mailbox);
    past.house = past.house.with_settings("all_quiet: true").with(&list);
    past.shows("contests", &policy("contests", MAY)).days(1);
    past.shows("contests", &policy("contests", MUST_NOT)).days(1);
    past
}

/// The same with the clock of today, by the program itself.
fn house_today(mailbox: &str) -> History {
    let mut past = History::told_to(TEAM).watch("contests", "Contest Rules");
    let list = mail(&past, mailbox);
    past.house = past.house.with(&list);
    past.shows("contests", &policy("contests", MAY));
    past.house.run(&["check"]);
    past.shows("contests", &policy("contests", MUST_NOT));
    past.house.run(&["check", "--all"]);
    past
}

/// The section of the watchlist, with the password in a file that nobody else can read.
fn mail(past: &History, mailbox: &str) -> String {
    let password = past.house.folder.path().join("password");
    fs::write(&password, "secret\n").unwrap();
    fs::set_permissions(&password, fs::Permissions::from_mode(0o600)).unwrap();
    format!(
        "mail:\n  from: Hausrecht <hausrecht@example.com>\n  replies: {{username: replies, password_file: {}, {mailbox}}}",
        password.display()
    )
}

fn beside(imap: &Imap) -> String {
    format!("host: 127.0.0.1, port: {}, tls: none", imap.address.port())
}

/// The links of the alert that lies in the outbox, as a mail program finds them there.
fn links(past: &History) -> Vec<Url> {
    let outbox = fs::read_dir(past.house.data().join("outbox")).unwrap();
    let mut files: Vec<_> = outbox.map(|file| file.unwrap().path()).collect();
    files.sort();
    let alert = files.iter().find(|file| file.to_string_lossy().contains("-alert.")).unwrap();
    let bytes = fs::read(alert).unwrap();
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(message.reply_to().unwrap().first().unwrap().address(), Some("hausrecht@example.com"));
    let html = message.body_html(0).unwrap().into_owned();
    let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links
        .filter(|link| link.starts_with("mailto:"))
        .map(|link| Url::parse(&link.replace("&#38;", "&")).unwrap())
        .collect()
}

/// The answer that a mail program makes of a link, with something typed above the code.
fn answer(link: &Url, above: &str) -> String {
    let part = |name: &str| link.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned();
    format!(
        "Return-Path: <lena@example.com>\nFrom: Lena <lena@example.com>\nTo: {}\nSubject: {}\n\
         Message-ID: <1@example.com>\nContent-Type: text/plain; charset=utf-8\n\n{above}{}\n",
        link.path(),
        part("subject"),
        part("body").replace("\r\n", "\n")
    )
}

/// What was decided about the one change, oldest first.
fn decided(past: &History) -> Vec<String> {
    let change = &past.log("contests")[0];
    let all = change["decisions"].as_array().unwrap().iter();
    all.map(|one| {
        let [decision, by, note] = ["decision", "by", "note"].map(|name| one[name].as_str().unwrap_or("-"));
        format!("{decision} by {by}: {note}")
    })
    .collect()
}

/// What the last round wrote down of the mail.
fn troubles(past: &History) -> Vec<String> {
    let store = hausrecht::io::store::Store::open(&past.house.data()).unwrap();
    store.rounds(1).unwrap().remove(0).report.unwrap().troubles
}

fn last(past: &History, kind: LetterKind) -> Letter {
    past.letters().into_iter().rfind(|letter| letter.kind == kind).unwrap()
}

#[test]
fn a_letter_offers_three_answers_for_each_change_and_says_how_long_they_are_good() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let links = links(&past);
    assert_eq!(links.len(), 3, "{links:?}");
    assert!(links.iter().all(|link| link.path() == "hausrecht@example.com"), "{links:?}");
    let alert = last(&past, LetterKind::Alert);
    let codes = regex::Regex::new("HR-[0-9A-Z]{8}(-[0-9A-Z]{8}){3}").unwrap();
    let text = codes.replace_all(&alert.text, "CODE").replace(&past.house.server.url(""), "http://SERVER");
    insta::assert_snapshot!(text);
}

#[test]
fn without_a_mailbox_letters_stay_as_they_were() {
    let past = History::told_to(TEAM).watch("contests", "Contest Rules");
    past.shows("contests", &policy("contests", MAY)).days(1);
    past.shows("contests", &policy("contests", MUST_NOT)).days(1);
    let alert = last(&past, LetterKind::Alert);
    assert!(
        !alert.html.contains("mailto:") && !alert.text.contains("HR-") && alert.reply_to.is_none(),
        "{}",
        alert.text
    );
}

#[test]
fn an_answer_is_taken_before_the_letters_of_the_next_round_which_name_it() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    imap.put(&answer(&links(&past)[0], "Ask the agency"));
    past.days(1);
    assert_eq!(decided(&past), ["act by Team (lena@example.com): Ask the agency"]);
    let digest = in_one_line(&last(&past, LetterKind::Digest).text);
    assert!(digest.contains("To be done (noted by Team, lena@example.com): Ask the agency"), "{digest}");
    assert!(imap.mails()[0].is_seen);
    // What is to be done is offered as done, and not once more as to be done.
    let of_the_task = digest.split("Ask the agency").nth(1).unwrap().split("Visible").next().unwrap();
    assert_eq!(of_the_task.matches("We act: HR-").count(), 0, "{digest}");
    assert_eq!(of_the_task.matches("Dealt with: HR-").count(), 1, "{digest}");
    // Another answer to the same letter is meant.
    imap.put(&answer(&links(&past)[1], ""));
    past.days(1);
    assert_eq!(decided(&past).last().unwrap(), "done by Team (lena@example.com): -");
    let digest = in_one_line(&last(&past, LetterKind::Digest).text);
    assert!(digest.contains("Done (noted by Team, lena@example.com)"), "{digest}");
}

#[test]
fn a_code_is_good_once() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let links = links(&past);
    for link in [&links[0], &links[0], &links[2], &links[0]] {
        imap.put(&answer(link, ""));
    }
    past.days(1);
    assert_eq!(decided(&past), ["act by Team (lena@example.com): -", "none by Team (lena@example.com): -"]);
    // Nor does it count again where the server numbers its messages anew.
    imap.number_anew();
    past.days(1);
    assert_eq!(decided(&past).len(), 2);
}

#[test]
fn check_names_what_was_decided_and_what_was_refused_without_a_word_of_it() {
    let imap = Imap::start();
    let past = house_today(&beside(&imap));
    let right = answer(&links(&past)[2], "Not ours");
    let forged = right.replace("HR-", "HR-0").replacen("From: Lena", "From: \u{1b}[31mMallory", 1);
    imap.put("Subject: unrelated\n\nhello\n").put(&forged).put(&right).put(&right);
    imap.put(&format!("Auto-Submitted: auto-replied\n{right}"));
    let ran = past.house.run(&["check"]);
    let id = past.log("contests")[0]["id"].as_str().unwrap().to_owned();
    let said = format!("{}{}(ends with {})", ran.stdout, ran.stderr, ran.code).replace(&id, "CHANGE-ID");
    insta::assert_snapshot!(said);
    let seen: Vec<bool> = imap.mails().iter().map(|mail| mail.is_seen).collect();
    assert_eq!(seen, [false, true, true, true, false], "others' mail and what programs wrote is left to people");
    let rounds = past.house.run(&["status", "--rounds"]).stdout;
    assert!(rounds.contains("1 decision by mail, 2 replies refused"), "{rounds}");
}

#[test]
fn an_old_code_is_refused() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let mail = answer(&links(&past)[0], "");
    let since = |imap: &Imap| imap.said().into_iter().rfind(|said| said.contains("SINCE")).unwrap();
    past.days(10);
    assert_eq!(since(&imap), "UID SEARCH UID 1:* SINCE 27-Feb-2026", "as old as the first code");
    past.days(81);
    imap.put(&mail);
    past.days(1);
    assert_eq!(decided(&past), Vec::<String>::new());
    assert_eq!(since(&imap), "UID SEARCH UID 1:* SINCE 2-Mar-2026", "and no older than a code is good");
}

#[test]
fn a_mailbox_that_breaks_off_loses_no_decision_and_doubles_none() {
    for whim in [Whim::BreaksOffAtMarking, Whim::BreaksOffAtTheSecond, Whim::RefusesTheSecond] {
        let imap = Imap::start();
        let past = house(&beside(&imap));
        let links = links(&past);
        imap.put(&answer(&links[0], "first")).put(&answer(&links[1], "second")).is(whim);
        past.days(1);
        assert_eq!(troubles(&past).len(), 1);
        let known = decided(&past).len();
        let said = imap.said();
        assert_eq!(known, if whim == Whim::BreaksOffAtMarking { 2 } else { 1 }, "what was read is kept: {said:?}");
        imap.is(Whim::None);
        past.days(1);
        assert_eq!(
            decided(&past),
            ["act by Team (lena@example.com): first", "done by Team (lena@example.com): second"]
        );
        assert!(imap.mails().iter().all(|mail| mail.is_seen), "marked later");
        assert_eq!(troubles(&past), Vec::<String>::new());
    }
}

#[test]
fn one_message_that_the_server_keeps_to_itself_blocks_none_behind_it() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let links = links(&past);
    imap.put(&answer(&links[0], "first")).put(&answer(&links[1], "second")).put(&answer(&links[2], "third"));
    imap.is(Whim::RefusesTheSecond);
    past.days(1);
    let of = |which: &str| which.to_owned();
    let [first, second, third] = [
        of("act by Team (lena@example.com): first"),
        of("done by Team (lena@example.com): second"),
        of("none by Team (lena@example.com): third"),
    ];
    assert_eq!(decided(&past), [first.clone(), third.clone()]);
    assert!(troubles(&past)[0].contains("message 12: "), "{:?}", troubles(&past));
    imap.is(Whim::None);
    past.days(1);
    assert_eq!(decided(&past), [first, third, second]);
    assert_eq!(troubles(&past), Vec::<String>::new());
    assert!(imap.mails().iter().all(|mail| mail.is_seen));
}

#[test]
fn a_message_that_is_never_handed_out_is_named_and_given_up_in_the_end() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let links = links(&past);
    imap.put(&answer(&links[0], "first"))
        .put("Subject: broken\n\nthe server cannot read it\n")
        .is(Whim::RefusesTheSecond);
    past.days(1);
    // From now on it is the first that is asked for.
    imap.is(Whim::RefusesTheFirst);
    past.days(18);
    assert!(
        troubles(&past)[0].contains("message 12: ") && !troubles(&past)[0].contains("by hand"),
        "{:?}",
        troubles(&past)
    );
    past.days(1);
    assert!(troubles(&past)[0].contains("please look at it by hand"), "{:?}", troubles(&past));
    past.days(1);
    assert_eq!(troubles(&past), Vec::<String>::new());
    assert_eq!(decided(&past), ["act by Team (lena@example.com): first"]);
}

#[test]
fn no_letter_waits_for_a_mailbox_that_cannot_be_read() {
    for (whim, said) in [
        (Whim::NoLogin, "the mail server refused the login"),
        (Whim::NoFolder, "the mailbox's folder cannot be read"),
        (Whim::Silent, "not read to its end within 1 s"),
    ] {
        let imap = Imap::start();
        imap.is(whim);
        let mut past = History::told_to(TEAM).watch("contests", "Contest Rules");
        let list = mail(&past, &beside(&imap));
        past.house = past.house.with(&list);
        past.shows("contests", &policy("contests", MAY));
        let mut open = past.house.open().waiting(Patience { replies: Duration::from_secs(1), ..Patience::default() });
        open.round_at("2026-03-01T06:00:00Z");
        past.shows("contests", &policy("contests", MUST_NOT));
        open.round_at("2026-03-02T06:00:00Z");
        assert_eq!(past.letters().iter().filter(|letter| letter.kind == LetterKind::Alert).count(), 1, "{said}");
        let troubles = troubles(&past);
        assert!(troubles.len() == 1 && troubles[0].contains(said), "{troubles:?}");
    }
}

#[test]
fn check_status_and_doctor_name_a_mailbox_that_cannot_be_read() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    imap.is(Whim::NoLogin);
    let check = past.house.run(&["check"]);
    assert!(check.stderr.contains("mail: the mailbox for replies: the mail server refused the login"), "{check:?}");
    assert_eq!(check.code, 4, "{check:?}");
    let status = past.house.run(&["status", "--check"]);
    assert!(status.stdout.contains("mail: the mailbox for replies: the mail server refused the login"), "{status:?}");
    let doctor = past.house.run(&["doctor"]);
    assert!(doctor.stdout.contains("mail.replies.username"), "{doctor:?}");
    imap.is(Whim::None);
    assert!(past.house.run(&["doctor"]).stdout.contains("the mailbox for replies can be read"));
}

#[test]
fn a_folder_that_is_not_there_is_named_with_its_server_what_that_said_and_the_mend() {
    let imap = Imap::start();
    let past = house(&format!("{}, folder: Antworten", beside(&imap)));
    imap.is(Whim::NoFolder);
    let said = "mail: the mailbox for replies: the mailbox's folder cannot be read: `Antworten` on `127.0.0.1`: \
                Mailbox doesn't exist: \"Antworten\"; `folder:` in `mail: {replies: …}` names the folder";
    let check = past.house.run(&["check"]);
    assert!(in_one_line(&check.stderr).contains(said), "{check:?}");
    let doctor = in_one_line(&past.house.run(&["doctor"]).stdout);
    assert!(
        doctor.contains("Mailbox doesn't exist: \"Antworten\"") && doctor.contains("mail.replies.folder"),
        "{doctor}"
    );
    let Some(dovecot) = Dovecot::start(Certificate::Good) else { return };
    let past = house(&format!("host: 127.0.0.1, port: {}, tls: none, folder: Antworten", dovecot.port));
    let real = in_one_line(&past.house.run(&["check"]).stderr);
    assert!(real.contains("`Antworten` on `127.0.0.1`: Mailbox doesn't exist: Antworten"), "{real}");
    assert!(!real.contains("Some(") && !real.contains("Outcome"), "{real}");
}

#[test]
fn a_password_that_is_not_there_is_named_before_it_is_needed() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let said = |past: &History, command: &[&str]| in_one_line(&past.house.run(command).stdout);
    assert!(!said(&past, &["watchlist", "check"]).contains("password_file"));
    fs::remove_file(past.house.folder.path().join("password")).unwrap();
    for command in [&["watchlist", "check"][..], &["doctor", "--offline"]] {
        let said = said(&past, command);
        assert!(
            said.contains("`mail.replies.password_file` is not there: HOUSE/password") && said.contains("chmod 600"),
            "{said}"
        );
    }
    assert!(said(&past, &["doctor"]).contains("look at `mail.replies.password_file`"));
    let past = History::told_to(TEAM).watch("contests", "Contest Rules");
    let smtp = "mail: {from: a@example.com, smtp: {host: 127.0.0.1, username: u, password_file: /nonexistent/smtp}}";
    let house = past.house.with(smtp);
    let of_smtp = in_one_line(&house.run(&["watchlist", "check"]).stdout);
    assert!(of_smtp.contains("`mail.smtp.password_file` is not there: /nonexistent/smtp"), "{of_smtp}");
}

#[test]
fn who_is_new_is_told_that_decisions_may_be_sent_by_mail_where_they_may() {
    let imap = Imap::start();
    let welcomed = |team: &str| {
        let mut past = History::told_to(team).watch("contests", "Contest Rules");
        let list = mail(&past, &beside(&imap));
        past.house = past.house.with_settings("welcome: true").with(&list);
        past.shows("contests", &policy("contests", MAY)).days(1);
        past
    };
    let past = welcomed(TEAM);
    let welcome = in_one_line(&last(&past, LetterKind::Welcome).text);
    assert!(welcome.contains("Decisions can be made by mail: the letters hold prepared answers"), "{welcome}");
    let german = welcomed(&TEAM.replace("language: en", "language: de"));
    let welcome = in_one_line(&last(&german, LetterKind::Welcome).text);
    assert!(welcome.contains("Entscheiden geht per Mail: In den Briefen stehen zu jeder Änderung"), "{welcome}");
    let mut without = History::told_to(TEAM).watch("contests", "Contest Rules");
    without.house = without.house.with_settings("welcome: true");
    without.shows("contests", &policy("contests", MAY)).days(1);
    assert!(!last(&without, LetterKind::Welcome).text.contains("by mail"));
}

#[test]
fn a_quoted_code_decides_nothing_and_undoes_nothing_and_check_says_why() {
    let imap = Imap::start();
    let past = house_today(&beside(&imap));
    let links = links(&past);
    imap.put(&answer(&links[0], "Ask the agency"));
    past.house.run(&["check"]);
    let code = |link: &Url| link.query_pairs().find(|(key, _)| key == "body").unwrap().1.trim().to_owned();
    let reply =
        |body: &str| format!("From: Lena <lena@example.com>\nSubject: Re: Digest\nIn-Reply-To: <1@x>\n\n{body}\n");
    imap.put(&reply(&format!(
        "Stimmt das? Das betrifft uns doch!\n\nAm 30.11.2026 um 10:00 schrieb Hausrecht:\n> - Betrifft uns nicht: {}",
        code(&links[2])
    )));
    let ran = past.house.run(&["check"]);
    assert!(ran.stderr.contains("a reply decided nothing: it quotes a letter and holds no code of its own"), "{ran:?}");
    assert_eq!(decided(&past), ["act by Team (lena@example.com): Ask the agency"]);
    // Typed by hand with blanks, and cut off.
    imap.put(&reply(&code(&links[1]).replace('-', " "))).put(&reply(&code(&links[2]).replace('-', " ")[..22]));
    let ran = past.house.run(&["check"]);
    assert!(ran.stderr.contains("a reply decided nothing: its code is none that a letter"), "{ran:?}");
    assert_eq!(decided(&past).last().unwrap(), "done by Team (lena@example.com): -");
    assert_eq!(decided(&past).len(), 2);
}

#[test]
fn a_round_that_is_killed_anywhere_neither_loses_nor_doubles_a_decision() {
    let imap = Imap::start();
    let past = house(&beside(&imap));
    let links = links(&past);
    for (index, link) in links.iter().enumerate() {
        imap.put(&answer(link, &format!("note {index}")));
    }
    for milliseconds in [10, 40, 80, 120, 160, 200, 250, 300, 400] {
        past.house.round_killed_after("2026-03-03T06:00:00Z", milliseconds);
    }
    past.days(1);
    assert_eq!(
        decided(&past),
        [
            "act by Team (lena@example.com): note 0",
            "done by Team (lena@example.com): note 1",
            "none by Team (lena@example.com): note 2"
        ]
    );
    assert!(imap.mails().iter().all(|mail| mail.is_seen));
}

#[test]
fn the_whole_way_over_a_real_server_plain_with_starttls_and_with_tls() {
    let Some(dovecot) = Dovecot::start(Certificate::Good) else { return };
    for (index, tls) in ["none", "starttls", "implicit"].into_iter().enumerate() {
        let port = if tls == "implicit" { dovecot.tls_port } else { dovecot.port };
        let mut past = History::told_to(TEAM).watch("contests", "Contest Rules");
        let folder = dovecot.folder.path().display();
        fs::write(dovecot.folder.path().join("password"), "secret\n").unwrap();
        past.house = past.house.with_settings(&format!("ca_file: {folder}/ca.pem, all_quiet: true")).with(&format!(
            "mail:\n  from: Hausrecht <hausrecht@example.com>\n  \
             replies: {{host: localhost, port: {port}, tls: {tls}, username: replies, password_file: {folder}/password}}"
        ));
        past.shows("contests", &policy("contests", MAY)).days(1);
        past.shows("contests", &policy("contests", MUST_NOT)).days(1);
        dovecot.deliver(&format!("answer-{index}"), &answer(&links(&past)[0], "Ask the agency"));
        dovecot.deliver(&format!("other-{index}"), "Subject: something else\n\nhello\n");
        past.days(1);
        assert_eq!(troubles(&past), Vec::<String>::new(), "{tls}: {}", dovecot.log());
        assert_eq!(decided(&past), ["act by Team (lena@example.com): Ask the agency"], "{tls}");
        let digest = in_one_line(&last(&past, LetterKind::Digest).text);
        assert!(digest.contains("To be done (noted by Team, lena@example.com): Ask the agency"), "{tls}: {digest}");
        let seen = dovecot.seen();
        assert_eq!(seen.iter().filter(|name| name.starts_with("answer")).count(), index + 1, "{tls}: {seen:?}");
        assert!(seen.iter().all(|name| name.starts_with("answer")), "others' mail is left alone: {seen:?}");
        // The second round finds nothing new.
        past.days(1);
        assert_eq!(decided(&past).len(), 1, "{tls}");
    }
}

#[test]
fn replies_are_moved_where_a_folder_is_named_for_them() {
    let Some(dovecot) = Dovecot::start(Certificate::Good) else { return };
    dovecot.folder("Decided");
    let past = house(&format!("host: 127.0.0.1, port: {}, tls: none, move_to: Decided", dovecot.port));
    dovecot.deliver("answer", &answer(&links(&past)[0], ""));
    dovecot.deliver("other", "Subject: something else\n\nhello\n");
    past.days(1);
    assert_eq!(troubles(&past), Vec::<String>::new(), "{}", dovecot.log());
    assert_eq!(decided(&past).len(), 1);
    assert_eq!(dovecot.moved_to("Decided").len(), 1);
}

#[test]
fn a_certificate_that_is_not_right_is_refused_before_the_password_is_sent() {
    for (certificate, said) in [
        (Certificate::OtherName, "certificate is not for this name"),
        (Certificate::Expired, "has expired or is not valid yet"),
    ] {
        let Some(dovecot) = Dovecot::start(certificate) else { return };
        let folder = dovecot.folder.path().display();
        let mut past = History::told_to(TEAM).watch("contests", "Contest Rules");
        fs::write(dovecot.folder.path().join("password"), "secret\n").unwrap();
        past.house = past.house.with_settings(&format!("ca_file: {folder}/ca.pem")).with(&format!(
            "mail:\n  from: a@example.com\n  replies: {{host: localhost, port: {}, username: replies, password_file: {folder}/password}}",
            dovecot.tls_port
        ));
        past.shows("contests", &policy("contests", MAY)).days(1);
        let troubles = troubles(&past);
        assert!(troubles.len() == 1 && troubles[0].contains(said), "{troubles:?}");
    }
}

#[test]
fn that_the_unit_failed_is_mailed_whatever_the_mailbox_is_like() {
    // Nothing listens there.
    let past = house_today("host: 127.0.0.1, port: 9, tls: none");
    let ran = past.house.run(&["mail", "failure", "--unit", "hausrecht.service"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    assert_eq!(past.house.run(&["mail", "test"]).code, 4, "a test looks at both");
}
