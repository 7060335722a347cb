//! The terminal speaks German where it is asked to; what programs read is the same in every language.

use hausrecht::model::{Language, Trouble};
use hausrecht::steps::compose;

use crate::house::program::{House, Ran};

const MAY: &str = "You may post about your contest as often as you like.";
const OLD: &str = "Contests need our approval.";
const NEW: &str = "Contests are forbidden from 1 March 2027 on. Whoever runs one loses the page.";

#[test]
fn a_round_the_status_the_log_a_change_and_the_doctor_speak_german() {
    let house = changed();
    let status = german(&house, &["status"]);
    assert!(status.contains("2 von 2 Seiten gelesen") && status.contains("Postausgang:"), "{status}");
    assert!(status.contains("angesehen gerade eben") || status.contains("angesehen vor"), "{status}");
    let log = german(&house, &["log"]);
    assert!(log.contains("Wörter") && !log.contains("words"), "{log}");
    let id = log.split_whitespace().next().unwrap().to_owned();
    let shown = german(&house, &["show", &id]);
    for word in ["gilt", "Wörter", "Seite", "Änderung"] {
        assert!(shown.contains(word), "{word}: {shown}");
    }
    for word in ["in force", "words", "page ", "change ", "topics"] {
        assert!(!shown.contains(&format!("  {word}")), "{word}: {shown}");
    }
    let compared = german(&house, &["diff", "old.txt", "new.txt"]);
    assert!(compared.contains("kein Datum genannt") || compared.contains("gilt"), "{compared}");
    assert!(!compared.contains("in force"), "{compared}");
    assert!(shown.contains("ab 1. März 2027") && !shown.contains("ab 2027-03-01"), "{shown}");
    let doctor = german(&house, &["doctor", "--offline"]);
    assert!(
        doctor.contains("gut      2 Seiten werden beobachtet") && doctor.contains("es gibt keinen Empfänger"),
        "{doctor}"
    );
    assert!(!doctor.contains(" is ") && !doctor.contains(" are "), "{doctor}");
    let list = german(&house, &["watchlist", "check"]);
    assert!(
        list.contains("ist in Ordnung: 2 beobachtete Dokumente, 0 Empfänger, 0 eigene Auftritte, 0 Regeln"),
        "{list}"
    );
    let round = german(&house, &["check", "--all"]);
    assert!(round.contains("2 Seiten: 2 unverändert"), "{round}");
}

#[test]
fn the_language_is_that_of_the_environment_unless_one_is_named() {
    let house = changed();
    let speaks_german = |set: &[(&str, &str)], args: &[&str]| {
        let output = house.command(args).envs(set.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().contains("Postausgang")
    };
    assert!(!speaks_german(&[], &["status"]));
    assert!(speaks_german(&[("LANG", "de_DE.UTF-8")], &["status"]));
    assert!(speaks_german(&[("LANG", "de_AT.UTF-8")], &["status"]));
    assert!(speaks_german(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "de_CH.UTF-8")], &["status"]));
    assert!(!speaks_german(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], &["status"]));
    assert!(!speaks_german(&[("LANG", "den_CA.UTF-8")], &["status"]), "Slavey is not German");
    assert!(speaks_german(&[], &["--language", "de", "status"]));
    assert!(!speaks_german(&[("LANG", "de_DE.UTF-8")], &["--language", "en", "status"]));
    let wrong = house.run(&["--language", "fr", "status"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("en or de"), "{wrong:?}");
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let house = changed();
    house.server.answer("/pages", crate::house::server::Answer::status(503));
    house.run(&["check", "--all"]);
    for args in [
        ["status", "--json"].as_slice(),
        &["status", "--csv"],
        &["log", "--json"],
        &["log", "--csv"],
        &["log", "--held", "--json"],
        &["diff", "old.txt", "new.txt", "--json", "--detected-at", "2026-11-01"],
        &["watchlist", "schema"],
    ] {
        let english = house.run(args).stdout;
        let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
        let german = String::from_utf8(output.stdout).unwrap().replace(&house.server.url(""), "http://SERVER");
        assert_eq!(english, german, "{args:?}");
    }
}

#[test]
fn init_asks_and_answers_in_german() {
    let house = House::new();
    let answers = "de\nteam@example.com\nalle\nEurope/Berlin\nkeiner\n";
    std::fs::write(house.folder.path().join("answers"), answers).unwrap();
    let output = house
        .command(&["init"])
        .env("LANG", "de_DE.UTF-8")
        .stdin(std::fs::File::open(house.folder.path().join("answers")).unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("watchlist.yaml ist geschrieben") && said.contains("wie es weitergeht:"), "{said}");
    let written = std::fs::read_to_string(house.folder.path().join("watchlist.yaml")).unwrap();
    assert!(written.contains("language: de") && !written.contains("keiner") && !written.contains("alle]"), "{written}");
    // An answer that cannot be taken is named in German, too.
    let wrong = house.command(&["--watchlist", "other.yaml", "init", "--to", "nobody"]).env("LANG", "de_DE").output();
    let wrong = String::from_utf8(wrong.unwrap().stderr).unwrap();
    assert!(wrong.contains("`nobody` ist keine Adresse"), "{wrong}");
}

#[test]
fn what_was_found_in_english_within_german_commands_is_german() {
    let house = changed();
    let history = german(&house, &["history", "contests"]);
    assert!(history.contains(" Wörter  ") && history.contains("zum ersten Mal gesehen"), "{history}");
    assert!(!history.contains("words") && !history.contains("first seen"), "{history}");
    let gone = house.server.url("/nowhere");
    let said = |args: &[&str]| {
        let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let compared = said(&["diff", "old.txt", &gone]);
    assert!(compared.contains(&format!("{gone} ist nicht lesbar: ")), "{compared}");
    let mistyped = said(&["--watchlist", "other.yaml", "init", "--to", "a@example.com", "--platforms", "fakebook"]);
    assert!(mistyped.contains("keine Plattform `fakebook`; gemeint ist vielleicht `facebook`?"), "{mistyped}");
    house.server.answer("/pages", crate::house::server::Answer::status(404));
    let looked = german(&house, &["watchlist", "check", "--look"]);
    assert!(looked.contains("Wörter") && looked.contains("nicht gelesen: "), "{looked}");
    // Nobody knows that there ever was a page.
    let gone = Trouble::Status { code: 404 };
    let said = compose::trouble(&gone, Language::German);
    assert_eq!(said, "unter dieser Adresse gibt es keine Seite (404)");
    assert!(looked.contains("1 von 2 Seiten ohne Zweifel") && !looked.contains("read by"), "{looked}");
    // What programs that watch programs read is English as a whole.
    let checked = german(&house, &["status", "--check"]);
    assert!(checked.contains("last round") && !checked.contains("vor ") && !checked.contains("gerade"), "{checked}");
}

#[test]
fn since_explain_and_why_speak_german() {
    let house = House::new().watch("contests", OLD).with("recipients: [{name: Team, to: [team@example.com]}]");
    house.round_at("2026-03-01T06:00:00Z");
    house.show("contests", NEW).round_at("2026-03-02T06:00:00Z");
    house.run(&["status"]);
    insta::assert_snapshot!(german(&house, &["since", "are forbidden"]), @r"
    contests
      seit 2026-03-02 06:00 (noch nicht am 2026-03-01 06:00)
      beim letzten Blick am 2026-03-02 06:00 stand es da
    ");
    insta::assert_snapshot!(german(&house, &["since", "need our approval"]), @r"
    contests
      spätestens seit 2026-03-01 06:00: dem ersten Blick
      bis 2026-03-01 06:00 (am 2026-03-02 06:00 nicht mehr da)
    ");
    let said = |args: &[&str]| {
        let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let nothing = said(&["since", "lotteries"]);
    assert!(nothing.contains("„lotteries“ steht in keiner festgehaltenen Fassung"), "{nothing}");
    assert!(said(&["since", " "]).contains("es sind keine Wörter angegeben"));
    insta::assert_snapshot!(
        german(&house, &["explain", "contests", "--left-out"]).replace(&house.server.url(""), "http://SERVER")
    );
    let line: serde_json::Value = serde_json::from_str(&house.run(&["log", "--json"]).stdout).unwrap();
    let shown = german(&house, &["show", line["id"].as_str().unwrap(), "--why"]);
    let why = &shown[shown.find("warum wichtig").unwrap_or_default()..];
    for word in ["Stelle", "Modell", "Regel", "Merkmal", "sonst"] {
        assert!(why.contains(&format!("  {word} ")), "{word}: {shown}");
    }
    for word in
        ["passage", "otherwise", "for an alert", "it stays", "an alert", " added", " removed", "sign ", "topic "]
    {
        assert!(!why.contains(word), "{word}: {shown}");
    }
}

#[test]
fn the_test_of_the_mail_speaks_german() {
    let house = House::new().watch("contests", OLD).with("recipients: [{name: Team, to: [team@example.com]}]");
    house.run(&["status"]);
    let written = german(&house, &["mail", "test"]);
    assert!(written.starts_with("gut  team@example.com: in ") && written.contains("kein `mail.smtp`"), "{written}");
    let house = House::new().watch("contests", OLD).with(
        "recipients: [{name: Team, to: [team@example.com]}]\nmail: {from: a@example.com, smtp: {host: 127.0.0.1, port: 1, tls: none}}",
    );
    house.run(&["status"]);
    let said = |args: &[&str]| {
        let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let refused = said(&["mail", "test"]);
    assert!(refused.contains("Fehler: keine Verbindung zum Mailserver (`127.0.0.1`, Port 1)"), "{refused}");
    assert!(refused.contains("Hinweis: `mail.smtp.port` prüfen"), "{refused}");
    let unknown = said(&["mail", "test", "--recipient", "Nobody"]);
    assert!(unknown.contains("in der Watchlist steht kein Empfänger `Nobody`"), "{unknown}");
    let doctor = german(&house, &["doctor"]);
    assert!(doctor.contains("Post: keine Verbindung zum Mailserver"), "{doctor}");
}

#[test]
fn add_speaks_german() {
    let house = House::new().watch("contests", OLD);
    house.run(&["status"]);
    let said = |args: &[&str]| {
        let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let known = said(&["add", &house.server.url("/contests")]).1;
    assert!(known.contains("wird schon beobachtet, als `contests`"), "{known}");
    assert!(said(&["add", "no address"]).1.contains("`no address` ist keine Adresse"));
    house.show("pages", OLD);
    let (stdout, stderr) = said(&["add", &house.server.url("/pages")]);
    assert!(stderr.contains(" Wörter, ohne Browser"), "{stderr}");
    assert!(stdout.contains("ist geändert; der alte Stand: "), "{stdout}{stderr}");
}

#[test]
fn two_files_without_names_are_compared_without_an_empty_name() {
    let house = changed();
    let folder = house.folder.path();
    std::fs::write(folder.join("moved.txt"), "Contests need our approval!\n").unwrap();
    let compared = german(&house, &["diff", "old.txt", "moved.txt"]);
    assert!(!compared.contains(" ·  ") && !compared.contains("bedeutungslos"), "{compared}");
}

/// A house in which one of two documents has changed.
fn changed() -> House {
    let house = House::new().watch("contests", OLD).watch("pages", "Pages need a name.");
    for (name, text) in [("old.txt", OLD), ("new.txt", NEW)] {
        std::fs::write(house.folder.path().join(name), format!("{text}\n")).unwrap();
    }
    house.run(&["check", "--all"]);
    house.show("contests", NEW);
    let Ran { code, .. } = house.run(&["check", "--all"]);
    assert_eq!(code, 0);
    house
}

fn german(house: &House, args: &[&str]) -> String {
    let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_is_wrong_with_a_watchlist_is_said_in_german_and_for_programs_in_english() {
    let house = House::new().watch("contests", MAY);
    let wrong = "settings: {timezone: Europe/Berlim, pause: soon, langauge: de}\n\
                 recipients:\n  - {to: [team], digest: '@daily', tier: alarm}\n  - {name: Leer, to: [], immediately: 3}\n\
                 assets: [{id: advent, platform: fakebook}]\n\
                 rules: {because: x}\n\
                 watches:\n\
                 \x20 - {id: a, platform: Plaudernetz, document: A, url: example.com/a}\n\
                 \x20 - {id: a, platform: Plaudernetz, url: 'https://example.com/b', language: deutsch}\n\
                 \x20 - {id: c d, platform: Plaudernetz, document: C, url: 'https://example.com/c', schedule: never}\n\
                 \x20 - nur ein Text\n";
    let list = house.folder.path().join("wrong.yaml");
    std::fs::write(&list, wrong).unwrap();
    let said = |args: &[&str]| {
        let output = house.command(args).env("LANG", "de_DE.UTF-8").output().unwrap();
        let text =
            |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&house.folder.path().display().to_string(), "HOUSE");
        format!("{}{}", text(&output.stdout), text(&output.stderr))
    };
    insta::assert_snapshot!("a_watchlist_with_mistakes", said(&["--watchlist", "wrong.yaml", "watchlist", "check"]));
    std::fs::write(&list, "watches:\n\t- id: a\n").unwrap();
    insta::assert_snapshot!("a_watchlist_that_is_no_yaml", said(&["--watchlist", "wrong.yaml", "watchlist", "check"]));
    let missing = said(&["--watchlist", "nowhere.yaml", "status"]);
    assert!(missing.starts_with("Fehler: nowhere.yaml ist nicht lesbar: "), "{missing}");
    // English is as it was.
    let english = house.run_as_it_is(&["--watchlist", "wrong.yaml", "watchlist", "check"]).stderr;
    assert!(english.starts_with("error: wrong.yaml has 1 problem\n  line 2: a tab stands"), "{english}");
    // What watches programs reads English, whatever is wrong.
    let check = said(&["--watchlist", "nowhere.yaml", "status", "--check"]);
    assert!(check.starts_with("CRITICAL: error: nowhere.yaml cannot be read"), "{check}");
    house.run(&["check"]);
    let check = said(&["status", "--check"]);
    assert!(check.starts_with("OK: 1 of 1 documents read in the last 24 h; last round just now"), "{check}");
    for (args, error) in [
        (
            &["history", "contest"][..],
            "Fehler: von einem Eintrag `contest` ist nichts festgehalten\nHinweis: gemeint ist vielleicht `contests`\n",
        ),
        (
            &["show", "x"],
            "Fehler: es gibt keine Änderung `x`; zwei Zeichen sind der kürzeste Anfang einer Kennung\nHinweis: `hausrecht log` zählt sie auf\n",
        ),
        (
            &["check", "contest"],
            "Fehler: in der Watchlist gibt es keinen Eintrag `contest`\nHinweis: gemeint ist vielleicht `contests`\n",
        ),
    ] {
        assert_eq!(said(args), error);
    }
}

/// Every command by the words with which it is called.
fn commands() -> Vec<Vec<String>> {
    fn below(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
        found.push(words.to_vec());
        for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
            below(inner, &[words, &[inner.get_name().to_owned()]].concat(), found);
        }
    }
    let mut found = Vec::new();
    below(&<hausrecht::cli::Cli as clap::CommandFactory>::command(), &[], &mut found);
    found
}

#[test]
fn every_help_text_has_its_german() {
    let house = House::new();
    let help = |language: &str, words: &[String], how: &str| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        house.run(&[&["--language", language], words.as_slice(), &[how]].concat()).stdout
    };
    // A line that is the same in both is one of names alone.
    let is_english = |line: &&str| {
        let words =
            [" the ", " of ", " and ", " what ", " with ", " is ", " as ", " this ", " only ", "Print ", "Usage"];
        words.iter().any(|word| format!(" {line} ").contains(word)) && !line.trim_start().starts_with("hausrecht ")
    };
    let mut left = Vec::new();
    for words in commands() {
        for how in ["-h", "--help"] {
            let (german, english) = (help("de", &words, how), help("en", &words, how));
            assert!(german.contains("Aufruf: ") && english.contains("Usage: "), "{words:?}\n{german}");
            left.extend(german.lines().filter(is_english).map(|line| format!("{words:?} {how}: {line}")));
        }
    }
    assert_eq!(left, Vec::<String>::new());
    insta::assert_snapshot!("help_of_log", help("de", &["log".to_owned()], "--help"));
}

#[test]
fn a_wrong_call_is_answered_in_german() {
    let house = House::new();
    let said = |arguments: &[&str]| {
        let ran = house.run(&[&["--language", "de"], arguments].concat());
        assert_eq!(ran.code, 2, "{ran:?}");
        ran.stderr
    };
    let all = [
        &["logg"][..],
        &["log", "--opn"],
        &["show"],
        &["log", "--tier", "loud"],
        &["log", "--since"],
        &["history", "a", "b"],
        &["log", "--open", "--open"],
        &["mail"],
    ];
    insta::assert_snapshot!("wrong_calls", all.map(said).join("----\n"));
}
