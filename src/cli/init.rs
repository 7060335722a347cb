//! `hausrecht init`: a first watchlist, from a few questions.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use jiff::tz::TimeZone;

use super::{Exit, Failure, General, setup};
use crate::io::whole_file::{self, Rights};
use crate::model::Language;
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
    /// The file that holds its password [default: smtp-password beside the watchlist]
    #[arg(long, value_name = "FILE")]
    password_file: Option<String>,
}

/// The port where mail is handed in (RFC 6409).
const SUBMISSION: u16 = 587;
/// No answer is longer, in bytes.
const LONGEST: usize = 4000;
/// So often a question is asked again.
const TIMES: usize = 5;

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let path = general.watchlist.clone().unwrap_or_else(|| PathBuf::from("watchlist.yaml"));
    let name = path.display();
    if path.symlink_metadata().is_ok() {
        return Err(Failure::usage(anyhow!(
            "{name} is there already; nothing was changed\nhint: write to another place with --watchlist FILE"
        )));
    }
    let beginning = answers(args, &path)?;
    let text = begin::written(&beginning);
    let list = watchlist::read(&text, &path.display().to_string(), setup::now())?;
    whole_file::put(&path, text.as_bytes(), &Rights::Everybody).map_err(|error| {
        let hint = "hint: its folder must be there, and yours to write to; another place: --watchlist FILE";
        Failure::usage(anyhow!("{name} cannot be written ({error})\n{hint}"))
    })?;
    let pages = list.watches.iter().map(|watch| watch.pages.len()).sum::<usize>();
    say!(
        "{name} is written: {} watched",
        if pages == 1 { "1 page is".to_owned() } else { format!("{pages} pages are") }
    );
    say!("what comes next:");
    for step in next(&beginning, &path) {
        say!("  {step}");
    }
    Ok(Exit::Fine)
}

/// What to do then, in its order.
fn next(beginning: &Beginning, path: &Path) -> Vec<String> {
    let at =
        if path == Path::new("watchlist.yaml") { String::new() } else { format!(" --watchlist {}", path.display()) };
    let mut steps = Vec::new();
    if let Some(MailServer { login: Some((_, file)), .. }) = &beginning.mail {
        steps.push(format!("write the password into {file}, for the owner alone to read (chmod 600)"));
    }
    if beginning.mail.is_some() {
        steps.push(format!("hausrecht{at} mail test          sends a letter to everybody"));
    }
    steps.push(format!("hausrecht{at} check              looks at every page for the first time"));
    steps.push(format!("hausrecht{at} doctor             says what is wrong, if anything is"));
    steps
}

fn answers(args: &Args, path: &Path) -> Result<Beginning, Failure> {
    let language =
        ask(args.language.as_deref(), "In which language do letters come, en or de?", Some(spoken()), |answer| {
            match answer.to_ascii_lowercase().as_str() {
                "en" | "english" => Ok(Language::English),
                "de" | "deutsch" | "german" => Ok(Language::German),
                _ => Err("en or de".to_owned()),
            }
        })?;
    let recipients = ask(args.to.as_deref(), "Who is told? Addresses, with commas between.", None, |answer| {
        let mut all: Vec<String> = answer.split([',', ';']).flat_map(addresses).collect();
        all.dedup();
        let wrong = all.iter().find(|address| !is_address(address));
        match wrong {
            Some(wrong) => Err(format!("`{wrong}` is not an address, as name@example.com")),
            None if all.is_empty() => Err("at least one address".to_owned()),
            None => Ok(all),
        }
    })?;
    let known = begin::platforms(setup::now());
    let question = format!("Which platforms? Of {}; or all.", known.join(", "));
    let platforms = ask(args.platforms.as_deref(), &question, Some("all"), |answer| {
        if answer.eq_ignore_ascii_case("all") {
            return Ok(Vec::new());
        }
        let all: Vec<String> = named(answer, &known);
        match all.iter().find(|name| !known.contains(name)) {
            Some(wrong) => {
                let near = watchlist::did_you_mean(wrong, known.iter().map(String::as_str));
                let hint = near.map_or_else(String::new, |near| format!("; {near}"));
                Err(format!("the list that comes with hausrecht has no platform `{wrong}`{hint}"))
            }
            None => Ok(all),
        }
    })?;
    let here = TimeZone::system().iana_name().map_or_else(|| "UTC".to_owned(), str::to_owned);
    let timezone = ask(args.timezone.as_deref(), "In which time zone are you?", Some(&here), |answer| {
        match TimeZone::get(answer) {
            Ok(zone) => Ok(zone.iana_name().map_or_else(|| answer.to_owned(), str::to_owned)),
            Err(_) => Err(format!("`{answer}` is not a time zone, as Europe/Berlin")),
        }
    })?;
    let question = "Which mail server takes letters? As mail.example.com:587; none: letters become files.";
    let server = ask(args.smtp.as_deref(), question, Some("none"), server)?;
    let mail = match server {
        None => None,
        Some((host, port)) => {
            let from = recipients.first().cloned();
            let from = ask(args.from.as_deref(), "From whom do letters come?", from.as_deref(), |answer| {
                if is_address(answer) { Ok(answer.to_owned()) } else { Err(format!("`{answer}` is not an address")) }
            })?;
            Some(MailServer { host, port, from, login: login(args, path)? })
        }
    };
    Ok(Beginning { language, recipients, platforms, timezone, mail })
}

/// With what the mail server is logged in to; none where it asks for nothing.
fn login(args: &Args, path: &Path) -> Result<Option<(String, String)>, Failure> {
    let question = "With which name is it logged in to? none: without a password.";
    let name = ask(args.username.as_deref(), question, Some("none"), |answer| {
        Ok(if answer.eq_ignore_ascii_case("none") { None } else { Some(answer.to_owned()) })
    })?;
    let Some(name) = name else { return Ok(None) };
    let beside = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside =
        std::path::absolute(beside.unwrap_or_else(|| Path::new("."))).unwrap_or_default().join("smtp-password");
    let question = "In which file does its password stand?";
    let proposed = beside.display().to_string();
    let file = ask(args.password_file.as_deref(), question, Some(&proposed), |answer| Ok(answer.to_owned()))?;
    Ok(Some((name, file)))
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
            let _ = write!(std::io::stderr(), "{question}{brackets}\n> ");
        }
        let answer = answer().map_err(|error| Failure::usage(anyhow!("the answer cannot be read: {error}")))?;
        let is_over = answer.is_none();
        let answer = answer.map(|answer| answer.trim().to_owned()).filter(|answer| !answer.is_empty());
        let Some(answer) = answer.or_else(|| proposed.map(str::to_owned)) else {
            if is_over {
                break;
            }
            tell!("this one needs an answer");
            continue;
        };
        match read(&answer) {
            Ok(taken) => return Ok(taken),
            Err(wrong) if is_asked => tell!("{wrong}"),
            Err(wrong) => return Err(Failure::usage(anyhow!("{question}\n  `{answer}`: {wrong}"))),
        }
    }
    Err(Failure::usage(anyhow!(
        "{question}\n  there was no answer\nhint: hausrecht init --help names an option for each question"
    )))
}

/// The next line; none where there is no more.
fn answer() -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut input = std::io::Read::take(std::io::stdin().lock(), LONGEST as u64);
    let read = input.read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// The language of the environment, where letters can come in it.
fn spoken() -> &'static str {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|set| !set.is_empty()));
    if named.is_some_and(|named| named.starts_with("de")) { "de" } else { "en" }
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
    if answer.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let (host, port) = match answer.rsplit_once(':') {
        Some((host, port)) => {
            (host, port.parse().ok().filter(|port| *port > 0).ok_or_else(|| format!("`{port}` is not a port, as 587"))?)
        }
        None => (answer, SUBMISSION),
    };
    let is_host =
        !host.is_empty() && host.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-'));
    if is_host { Ok(Some((host.to_owned(), port))) } else { Err(format!("`{host}` is not the name of a server")) }
}
