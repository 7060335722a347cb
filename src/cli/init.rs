//! `hausrecht init`: a first watchlist, from a few questions.

use std::fs;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::net::Ipv6Addr;
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use jiff::tz::TimeZone;

use super::{Exit, Failure, General, paths, server, setup, terminal, tongue};
use crate::io::whole_file::{self, Rights};
use crate::model::{Language, PasswordSource, Render, Watchlist};
use crate::steps::watchlist;
use crate::steps::watchlist::begin::{self, Beginning, MailServer};

/// Ask a few questions and write a first watchlist; an answer that is left empty takes what stands in brackets.
///
/// Each question has an option that answers it. Without a terminal nothing is asked: the answers are read line by line
/// from standard input, and what is missing is taken as proposed.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language of the letters: en or de
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Who is told: addresses, with commas between
    #[arg(long, value_name = "ADDRESSES")]
    to: Option<String>,
    /// Which platforms: their names, with commas between, or "all"
    #[arg(long, value_name = "PLATFORMS")]
    platforms: Option<String>,
    /// The time zone of all times, as Europe/Berlin
    #[arg(long, value_name = "ZONE")]
    timezone: Option<String>,
    /// The mail server that takes letters, as mail.example.com:587, or "none"
    #[arg(long, value_name = "HOST:PORT")]
    smtp: Option<String>,
    /// From whom letters come
    #[arg(long, value_name = "ADDRESS")]
    from: Option<String>,
    /// The name to log in to the mail server with
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
    /// The file that holds its password [default: smtp-password beside the watchlist; on a server the credential of the unit]
    #[arg(long, value_name = "FILE")]
    password_file: Option<String>,
}

/// The port where mail is handed in (RFC 6409).
const SUBMISSION: u16 = 587;
/// Under which name the unit hands over the mail password, and of which file beside the service's watchlist.
const CREDENTIAL: &str = "smtp-password";
/// No answer is longer, in bytes.
const LONGEST: usize = 4000;
/// So often a question is asked again.
const TIMES: usize = 5;

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let of_the_service = server::is_root() && paths::is_the_servers(general);
    let nearest = if of_the_service { server::WATCHLIST } else { "watchlist.yaml" };
    let path = general.watchlist.clone().unwrap_or_else(|| PathBuf::from(nearest));
    let name = path.display();
    // What came with the package and was never edited holds nobody's work.
    let as_shipped = fs::read_to_string(&path).is_ok_and(|text| text == server::SHIPPED);
    if path.symlink_metadata().is_ok() && !as_shipped {
        return Err(Failure::usage(anyhow!(phrase!(
            "{name} is there already; nothing was changed\nhint: write to another place with --watchlist FILE",
            "{name} gibt es schon; nichts wurde geändert\nHinweis: mit --watchlist DATEI an einen anderen Ort schreiben"
        ))));
    }
    let beginning = answers(args, &path, of_the_service)?;
    let text = begin::written(&beginning);
    let list = watchlist::read(&text, &path.display().to_string(), setup::now())?;
    whole_file::put(&path, text.as_bytes(), &Rights::Everybody).map_err(|error| {
        let hint = "hint: its folder must be there, and yours to write to; another place: --watchlist FILE";
        Failure::usage(anyhow!(phrase!(
            "{name} cannot be written ({error})\n{hint}",
            "{name} ist nicht zu schreiben ({error})\n{hint}"
        )))
    })?;
    let pages = list.watches.iter().map(|watch| watch.pages.len()).sum::<usize>();
    let written = match pages {
        1 => phrase!("{name} is written: 1 page is watched", "{name} ist geschrieben: 1 Seite wird beobachtet"),
        _ => phrase!(
            "{name} is written: {pages} pages are watched",
            "{name} ist geschrieben: {pages} Seiten werden beobachtet"
        ),
    };
    say!("{}", terminal::hanging(&written, 2));
    say!("{}", phrase!("what comes next:", "wie es weitergeht:"));
    let steps = if of_the_service { next_of_the_service(&beginning, &list) } else { next(&beginning, &path) };
    for step in steps {
        say!("{}", terminal::hanging(&format!("  {step}"), 6));
    }
    Ok(Exit::Fine)
}

/// What to do then, in its order.
fn next(beginning: &Beginning, path: &Path) -> Vec<String> {
    let at =
        if path == Path::new("watchlist.yaml") { String::new() } else { format!(" --watchlist {}", path.display()) };
    let mut steps = Vec::new();
    if let Some(MailServer { login: Some((_, password)), .. }) = &beginning.mail {
        steps.push(write_password(password));
    }
    if beginning.mail.is_some() {
        let what = phrase!("sends a letter to everybody", "schickt allen einen Brief");
        steps.push(format!("hausrecht{at} mail test          {what}"));
    }
    let what = phrase!("looks at every page for the first time", "sieht jede Seite zum ersten Mal an");
    steps.push(format!("hausrecht{at} check              {what}"));
    let what = phrase!("says what is wrong, if anything is", "sagt, was nicht stimmt, falls etwas nicht stimmt");
    steps.push(format!("hausrecht{at} doctor             {what}"));
    steps
}

/// What root does then on a server.
fn next_of_the_service(beginning: &Beginning, list: &Watchlist) -> Vec<String> {
    let mut steps = Vec::new();
    let rendered = list.watches.iter().filter(|watch| watch.render != Render::Http).count();
    if rendered > 0 && !server::lets_browsers_start() {
        let what =
            phrase!("lets Chromium start, for {rendered} of them", "lässt Chromium starten, für {rendered} davon");
        steps.push(what);
        steps.push(format!("  {}", server::BROWSER));
    }
    if let Some(MailServer { login: Some((_, password)), .. }) = &beginning.mail {
        steps.push(write_password(password));
    }
    let what = phrase!("sends a letter to everybody", "schickt allen einen Brief");
    if beginning.mail.is_some() {
        steps.push(format!("hausrecht mail test --as-service           {what}"));
    }
    let what = phrase!("looks when something is due, from now on", "sieht von nun an nach, wenn etwas fällig ist");
    steps.push(format!("systemctl enable --now hausrecht.timer     {what}"));
    let what = phrase!("looks at every page for the first time", "sieht jede Seite zum ersten Mal an");
    steps.push(format!("systemctl start --no-block hausrecht       {what}"));
    let what = phrase!("says what is wrong, if anything is", "sagt, was nicht stimmt, falls etwas nicht stimmt");
    steps.push(format!("hausrecht doctor                           {what}"));
    steps
}

fn write_password(password: &PasswordSource) -> String {
    let file = match password {
        PasswordSource::File(file) => file.display().to_string(),
        PasswordSource::Credential(name) => Path::new(server::WATCHLIST).with_file_name(name).display().to_string(),
    };
    phrase!(
        "write the password into {file}, for the owner alone to read (chmod 600)",
        "das Passwort in {file} schreiben, nur für den Besitzer lesbar (chmod 600)"
    )
}

fn answers(args: &Args, path: &Path, of_the_service: bool) -> Result<Beginning, Failure> {
    let question =
        phrase!("In which language do letters come, en or de?", "In welcher Sprache sollen Briefe kommen, en oder de?");
    let language = ask(args.language.as_deref(), &question, Some(tongue::spoken().tag()), |answer| {
        match answer.to_lowercase().as_str() {
            "en" | "english" | "englisch" => Ok(Language::English),
            "de" | "deutsch" | "german" => Ok(Language::German),
            _ => Err(phrase!("en or de", "en oder de")),
        }
    })?;
    let question = phrase!(
        "Who is told? Addresses, with commas between.",
        "Wer soll benachrichtigt werden? Adressen, mit Kommas dazwischen."
    );
    let recipients = ask(args.to.as_deref(), &question, None, |answer| {
        let mut all: Vec<String> = answer.split([',', ';']).flat_map(addresses).collect();
        all.dedup();
        let wrong = all.iter().find(|address| !is_address(address));
        match wrong {
            Some(wrong) => Err(phrase!(
                "`{wrong}` is not an address, as name@example.com",
                "`{wrong}` ist keine Adresse wie name@example.com"
            )),
            None if all.is_empty() => Err(phrase!("at least one address", "mindestens eine Adresse")),
            None => Ok(all),
        }
    })?;
    let known = begin::platforms(setup::now());
    let question =
        phrase!("Which platforms? Of {}; or all.", "Welche Plattformen? Von {}; oder alle.", known.join(", "));
    let everything = phrase!("all", "alle");
    let platforms = ask(args.platforms.as_deref(), &question, Some(&everything), |answer| {
        if answer.eq_ignore_ascii_case("all") || answer.eq_ignore_ascii_case("alle") {
            return Ok(Vec::new());
        }
        let all: Vec<String> = named(answer, &known);
        match all.iter().find(|name| !known.contains(name)) {
            Some(wrong) => {
                let near = watchlist::nearest(wrong, known.iter().map(String::as_str));
                let hint = near.map_or_else(String::new, |near| {
                    phrase!("; did you mean `{near}`?", "; gemeint ist vielleicht `{near}`?")
                });
                Err(phrase!(
                    "the list that comes with hausrecht has no platform `{wrong}`{hint}",
                    "die mitgelieferte Liste hat keine Plattform `{wrong}`{hint}"
                ))
            }
            None => Ok(all),
        }
    })?;
    let here = TimeZone::system().iana_name().map_or_else(|| "UTC".to_owned(), str::to_owned);
    let question = phrase!("In which time zone are you?", "Welche Zeitzone gilt hier?");
    let timezone = ask(args.timezone.as_deref(), &question, Some(&here), |answer| match TimeZone::get(answer) {
        Ok(zone) => Ok(zone.iana_name().map_or_else(|| answer.to_owned(), str::to_owned)),
        Err(_) => Err(phrase!(
            "`{answer}` is not a time zone, as Europe/Berlin",
            "`{answer}` ist keine Zeitzone wie Europe/Berlin"
        )),
    })?;
    let question = phrase!(
        "Which mail server takes letters? As mail.example.com:587; none: letters become files.",
        "Welcher Mailserver nimmt Briefe an? Wie mail.example.com:587; keiner: Briefe werden Dateien."
    );
    let no_one = phrase!("none", "keiner");
    let server = ask(args.smtp.as_deref(), &question, Some(&no_one), server)?;
    let mail = match server {
        None => None,
        Some((host, port)) => {
            let from = recipients.first().cloned();
            let question = phrase!("From whom do letters come?", "Von welcher Adresse kommen die Briefe?");
            let from = ask(args.from.as_deref(), &question, from.as_deref(), |answer| {
                if is_address(answer) {
                    return Ok(answer.to_owned());
                }
                Err(phrase!("`{answer}` is not an address", "`{answer}` ist keine Adresse"))
            })?;
            Some(MailServer { host, port, from, login: login(args, path, of_the_service)? })
        }
    };
    Ok(Beginning { language, recipients, platforms, timezone, mail })
}

/// With what the mail server is logged in to; none where it asks for nothing.
fn login(args: &Args, path: &Path, of_the_service: bool) -> Result<Option<(String, PasswordSource)>, Failure> {
    let question = phrase!(
        "With which name is it logged in to? none: without a password.",
        "Mit welchem Namen meldet sich hausrecht dort an? keiner: ohne Passwort."
    );
    let no_one = phrase!("none", "keiner");
    let name = ask(args.username.as_deref(), &question, Some(&no_one), |answer| {
        Ok(if is_none(answer) { None } else { Some(answer.to_owned()) })
    })?;
    let Some(name) = name else { return Ok(None) };
    // The service's user may not read what is root's alone; systemd hands it over.
    if of_the_service && args.password_file.is_none() {
        return Ok(Some((name, PasswordSource::Credential(CREDENTIAL.to_owned()))));
    }
    let beside = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside =
        std::path::absolute(beside.unwrap_or_else(|| Path::new("."))).unwrap_or_default().join("smtp-password");
    let question = phrase!("In which file does its password stand?", "In welcher Datei steht sein Passwort?");
    let proposed = beside.display().to_string();
    let file = ask(args.password_file.as_deref(), &question, Some(&proposed), |answer| Ok(answer.to_owned()))?;
    Ok(Some((name, PasswordSource::File(file.into()))))
}

/// Asks until an answer can be taken; an option that cannot be is an error.
fn ask<T>(
    given: Option<&str>,
    question: &str,
    proposed: Option<&str>,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T, Failure> {
    if let Some(given) = given {
        return read(given.trim()).map_err(|wrong| Failure::usage(anyhow!("{question}\n  `{given}`: {wrong}")));
    }
    let is_asked = std::io::stdin().is_terminal();
    for _ in 0..TIMES {
        let brackets = proposed.map_or_else(String::new, |proposed| format!(" [{proposed}]"));
        if is_asked {
            let question = terminal::hanging(&format!("{question}{brackets}"), 0);
            let _ = write!(std::io::stderr(), "{question}\n> ");
        }
        let answer = answer().map_err(|error| {
            Failure::usage(anyhow!(phrase!(
                "the answer cannot be read: {error}",
                "die Antwort ist nicht zu lesen: {error}"
            )))
        })?;
        let is_over = answer.is_none();
        let answer = answer.map(|answer| answer.trim().to_owned()).filter(|answer| !answer.is_empty());
        let Some(answer) = answer.or_else(|| proposed.map(str::to_owned)) else {
            if is_over {
                break;
            }
            tell!("{}", phrase!("this one needs an answer", "hier wird eine Antwort gebraucht"));
            continue;
        };
        match read(&answer) {
            Ok(taken) => return Ok(taken),
            Err(wrong) if is_asked => tell!("{wrong}"),
            Err(wrong) => return Err(Failure::usage(anyhow!("{question}\n  `{answer}`: {wrong}"))),
        }
    }
    let hint = phrase!(
        "there was no answer\nhint: hausrecht init --help names an option for each question",
        "es kam keine Antwort\nHinweis: hausrecht init --help nennt zu jeder Frage eine Option"
    );
    Err(Failure::usage(anyhow!("{question}\n  {hint}")))
}

/// The next line; none where there is no more.
fn answer() -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut input = std::io::Read::take(std::io::stdin().lock(), LONGEST as u64);
    let read = input.read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// Whether an answer says that there is none.
fn is_none(answer: &str) -> bool {
    ["none", "keiner"].iter().any(|none| answer.eq_ignore_ascii_case(none))
}

/// Names of platforms, with commas between them or, where each is one word, blanks.
fn named(answer: &str, known: &[String]) -> Vec<String> {
    let keys = |parts: &mut dyn Iterator<Item = &str>| -> Vec<String> {
        parts.map(str::trim).filter(|part| !part.is_empty()).map(crate::model::platform_key).collect()
    };
    let by_commas = keys(&mut answer.split([',', ';']));
    if by_commas.iter().all(|name| known.contains(name)) {
        return by_commas;
    }
    keys(&mut answer.split([',', ';', ' ']))
}

/// The addresses in a part of an answer: the one in brackets, or each by itself.
fn addresses(part: &str) -> Vec<String> {
    match part.split_once('<').and_then(|(_, rest)| rest.split_once('>')) {
        Some((address, _)) => vec![address.trim().to_owned()],
        None => part.split_whitespace().map(str::to_owned).collect(),
    }
}

fn is_address(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter))
    };
    text.split_once('@').is_some_and(|(name, host)| {
        is_part(name) && is_part(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    })
}

/// A host, and the port where one is named.
fn server(answer: &str) -> Result<Option<(String, u16)>, String> {
    if is_none(answer) {
        return Ok(None);
    }
    // Of an address in IP version 6 the colons are its own; a port stands behind its brackets.
    let parts = match answer.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, "")) => (host, None),
        Some((host, rest)) => (host, Some(rest.strip_prefix(':').unwrap_or_default())),
        None if answer.parse::<Ipv6Addr>().is_ok() => (answer, None),
        None => answer.rsplit_once(':').map_or((answer, None), |(host, port)| (host, Some(port))),
    };
    let host = parts.0;
    let port = parts.1.map_or(Ok(SUBMISSION), |port| {
        let number = port.parse().ok().filter(|number| *number > 0);
        number.ok_or_else(|| phrase!("`{port}` is not a port, as 587", "`{port}` ist kein Port wie 587"))
    })?;
    if answer.starts_with('[') && host.parse::<Ipv6Addr>().is_err() {
        return Err(phrase!("`{host}` is not an IPv6 address", "`{host}` ist keine IPv6-Adresse"));
    }
    if host.parse::<Ipv6Addr>().is_ok() {
        return Ok(Some((host.to_owned(), port)));
    }
    let is_host =
        !host.is_empty() && host.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-'));
    if is_host {
        Ok(Some((host.to_owned(), port)))
    } else {
        Err(phrase!("`{host}` is not the name of a server", "`{host}` ist kein Name eines Servers"))
    }
}
