//! Reads the command line, and says in the language of the terminal how a command is called and what is wrong with a call.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::IsTerminal as _;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{ArgMatches, Command};

use super::help_words::GERMAN;
use super::tongue;
use crate::model::Language;

/// What the arguments of the process say; help, and what is wrong with them, ends the program.
pub fn parsed(program: Command) -> ArgMatches {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if asked_for(&arguments).unwrap_or_else(tongue::of_environment) == Language::English {
        return program.get_matches_from(arguments);
    }
    match in_german(program, &GERMAN.iter().copied().collect()).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => end(&error),
    }
}

/// The language that stands before the command; none where no such option does.
fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next().filter(|argument| argument.starts_with('-')) {
        let value = match argument.split_once('=') {
            Some(("--language", value)) => Some(value.to_owned()),
            Some(_) => None,
            None if argument == "--language" => arguments.next().map(Cow::into_owned),
            None => {
                if matches!(argument.as_ref(), "--watchlist" | "--data") {
                    arguments.next();
                }
                None
            }
        };
        if let Some(language) = value.and_then(|value| tongue::by_tag(&value).ok()) {
            return Some(language);
        }
    }
    None
}

/// The program, built, with every text in German.
fn in_german(mut command: Command, words: &HashMap<&str, &str>) -> Command {
    let german = |text: &StyledStr| said(&text.to_string(), words);
    for (text, set) in [
        (command.get_about().map(german), Command::about as fn(Command, String) -> Command),
        (command.get_long_about().map(german), Command::long_about),
        (command.get_after_help().map(german), Command::after_help),
        (command.get_after_long_help().map(german), Command::after_long_help),
    ] {
        if let Some(text) = text {
            command = set(command, text);
        }
    }
    let command = command.mut_args(|argument| {
        let short = argument.get_help().map(german);
        let long = argument.get_long_help().map(german);
        let argument = match short {
            Some(text) => argument.help(text),
            None => argument,
        };
        match long {
            Some(text) => argument.long_help(text),
            None => argument,
        }
    });
    command.mut_subcommands(|inner| in_german(inner, words))
}

/// A text in German, whole or line by line; what has none stays as it is.
fn said(text: &str, words: &HashMap<&str, &str>) -> String {
    if let Some(german) = words.get(text) {
        return (*german).to_owned();
    }
    let parts = text.split("\n\n").map(|part| match words.get(part) {
        Some(german) => (*german).to_owned(),
        None => part.split('\n').map(|line| of_line(line, words)).collect::<Vec<_>>().join("\n"),
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

/// "  All pages:" above an example.
fn of_line(line: &str, words: &HashMap<&str, &str>) -> String {
    if line == "Examples:" {
        return "Beispiele:".to_owned();
    }
    let bare = line.trim_start().trim_end_matches(':');
    words.get(bare).map_or_else(|| line.to_owned(), |german| line.replacen(bare, german, 1))
}

/// Words of the parser in help: what they are in German.
const IN_HELP: &[(&str, &str)] = &[
    ("Usage:", "Aufruf:"),
    ("Commands:", "Befehle:"),
    ("Arguments:", "Argumente:"),
    ("Options:", "Optionen:"),
    ("Possible values:", "Möglich:"),
    ("[OPTIONS]", "[OPTIONEN]"),
    ("<COMMAND>", "<BEFEHL>"),
    ("[COMMAND]", "[BEFEHL]"),
    ("[default:", "[Vorgabe:"),
    ("[possible values:", "[möglich:"),
    ("[env:", "[Umgebung:"),
];

/// What values mean: it belongs to the parser of the values, and is put into German where it is shown.
const OF_VALUES: [&str; 5] = [
    "It does not concern us",
    "We keep an eye on it",
    "We must act",
    "What was to be done is done",
    "We look at it again on a later day",
];

/// And in what it says of a wrong call.
const IN_ERRORS: &[(&str, &str)] = &[
    ("error: ", "Fehler: "),
    ("unexpected argument ", "unbekanntes Argument "),
    ("unrecognized subcommand ", "unbekannter Befehl "),
    ("the following required arguments were not provided:", "diese Argumente fehlen:"),
    ("a value is required for ", "es fehlt der Wert für "),
    (" but none was supplied", ""),
    ("invalid value ", "ungültiger Wert "),
    ("unexpected value ", "überzähliger Wert "),
    ("the argument ", "das Argument "),
    (" cannot be used multiple times", " darf nur einmal dastehen"),
    (" cannot be used with one or more of the other specified arguments", " passt nicht zu den anderen Argumenten"),
    (" cannot be used with:", " passt nicht zu:"),
    (" cannot be used with ", " passt nicht zu "),
    ("' for '", "' für '"),
    (" found; no more were expected", ""),
    (" requires a subcommand but one was not provided", " braucht einen Befehl"),
    ("[subcommands: ", "[Befehle: "),
    ("tip: a similar subcommand exists: ", "Hinweis: es gibt den Befehl "),
    ("tip: some similar subcommands exist: ", "Hinweis: es gibt die Befehle "),
    ("tip: a similar argument exists: ", "Hinweis: es gibt das Argument "),
    ("tip: some similar arguments exist: ", "Hinweis: es gibt die Argumente "),
    ("tip: a similar value exists: ", "Hinweis: es gibt den Wert "),
    ("tip: some similar values exist: ", "Hinweis: es gibt die Werte "),
    ("tip: to pass ", "Hinweis: als Wert geht "),
    (" as a value, use ", " so: "),
    ("For more information, try ", "Mehr dazu mit "),
];

/// Prints what the parser has to say, and ends the program as it would.
fn end(error: &clap::Error) -> ! {
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let rendered = error.render();
    let is_seen = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    let mut text = if is_help && is_seen { rendered.ansi().to_string() } else { rendered.to_string() };
    // A word that somebody typed may be caught with the rest; it is only shown.
    for (english, german) in IN_HELP.iter().chain(if is_help { &[] } else { IN_ERRORS }) {
        text = text.replace(english, german);
    }
    for (english, german) in GERMAN.iter().filter(|(english, _)| OF_VALUES.contains(english)) {
        text = text.replace(english, german);
    }
    // "unexpected argument '--x' found": the last word says nothing that the first did not.
    text = if is_help { text } else { text.replacen("' found\n", "'\n", 1) };
    if is_help {
        put!("{text}");
    } else {
        tell!("{}", text.trim_end());
    }
    std::process::exit(error.exit_code())
}
