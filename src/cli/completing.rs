//! What may come next on a command line, for the shell that asks: commands, options, ids of watches and of changes.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::Path;

use clap::{Arg, Command};
use clap_complete::engine::{
    self, ArgValueCandidates, ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter as _,
};
use clap_complete::env::Shells;

use super::candidates::{self, Typed};
use super::shell_words;

/// By this the shell's script says which shell asks.
pub const VARIABLE: &str = "HAUSRECHT_COMPLETE";

/// Answers a shell that asks, and says whether one did. It never fails aloud: the line is not yet whole, and somebody types in it.
pub fn answered(program: Command) -> bool {
    let Some(shell) = env::var_os(VARIABLE).filter(|shell| !shell.is_empty()) else { return false };
    let mut asked = env::args_os().skip(1);
    // A variable that somebody left lying about must not keep a round from its work.
    if asked.next().is_none_or(|word| word != "--") {
        return false;
    }
    let is_bash = shell == "bash";
    let typed: Vec<OsString> = asked.collect();
    let is_within_quotes = word_in_question(&typed).to_string_lossy().starts_with(['"', '\'']);
    let words: Vec<OsString> = if is_bash { typed.into_iter().map(shell_words::meant).collect() } else { typed };
    candidates::speak();
    let mut program = with_candidates(program, &Typed::in_line(&words));
    if !word_in_question(&words).to_string_lossy().starts_with('-') {
        program = without_options(program);
    }
    let here = env::current_dir().ok();
    let mut out = Vec::new();
    let shells = Shells::builtins();
    let written = match shells.completer(&shell.to_string_lossy()) {
        Some(_) if is_bash => in_bash(&mut program, words, is_within_quotes, here.as_deref(), &mut out),
        Some(shell) => shell.write_complete(&mut program, words, here.as_deref(), &mut out),
        None => return true,
    };
    if written.is_ok() {
        let _ = std::io::stdout().lock().write_all(&out);
    }
    true
}

/// The program whose arguments know what may stand there, by the names of their values.
fn with_candidates(program: Command, typed: &Typed) -> Command {
    program.mut_args(|argument| known(argument, typed)).mut_subcommands(|command| with_candidates(command, typed))
}

fn known(argument: Arg, typed: &Typed) -> Arg {
    let name = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
    let typed = typed.clone();
    match name.as_str() {
        "NAME" if argument.get_id() == "recipient" => {
            argument.add(ArgValueCandidates::new(move || candidates::recipients(&typed)))
        }
        "LANGUAGE" => argument.add(ArgValueCandidates::new(candidates::languages)),
        "WATCH" => argument.add(ArgValueCandidates::new(move || candidates::watches(&typed))),
        "CHANGE" => argument.add(ArgValueCompleter::new(move |begun: &_| candidates::changes(&typed, begun))),
        "PLATFORM" => argument.add(ArgValueCandidates::new(move || candidates::platforms(&typed))),
        // A text to compare is a file as often as it is a watch.
        "OLD" | "NEW" => argument.add(ArgValueCompleter::new(move |begun: &OsStr| {
            let watches = candidates::watches(&typed).into_iter();
            let begun_so = |watch: &CompletionCandidate| {
                watch.get_value().as_encoded_bytes().starts_with(begun.as_encoded_bytes())
            };
            watches.filter(begun_so).chain(PathCompleter::file().complete(begun)).collect()
        })),
        _ => argument,
    }
}

/// The word that is being typed; empty where it is still to come.
fn word_in_question(words: &[OsString]) -> OsString {
    let index = env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|index| index.parse().ok());
    words.get(index.unwrap_or(words.len().saturating_sub(1))).cloned().unwrap_or_default()
}

/// The program with its options out of the way: who wants one begins with a dash. Where there is nothing else, they are offered.
fn without_options(program: Command) -> Command {
    let hidden = |argument: Arg| if argument.is_positional() { argument } else { argument.hide(true) };
    let program = program.disable_help_flag(true).disable_version_flag(true);
    program.mut_args(hidden).mut_subcommands(without_options)
}

/// Whether bash only lists what there is, so that more than the bare word may stand there: the second press of the key.
fn is_listing() -> bool {
    env::var("_CLAP_COMPLETE_COMP_TYPE").is_ok_and(|kind| kind == "63")
}

/// What bash is to put into the line, quoted; where it lists, each word with what it is, for bash itself shows words only.
fn in_bash(
    program: &mut Command,
    words: Vec<OsString>,
    is_within_quotes: bool,
    here: Option<&Path>,
    out: &mut Vec<u8>,
) -> Result<(), std::io::Error> {
    let index = env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|index| index.parse().ok()).unwrap_or_default();
    let between = env::var("_CLAP_IFS").unwrap_or_else(|_| "\n".to_owned());
    let found = engine::complete(program, words, index, here)?;
    let width = found.iter().map(|found| found.get_value().len()).max().unwrap_or_default();
    // Where all that is left is one word, bash puts it into the line.
    let is_shown = is_listing() && found.len() > 1;
    for (at, found) in found.iter().enumerate() {
        if at > 0 {
            out.extend(between.bytes());
        }
        let word = found.get_value().to_string_lossy();
        let title = found.get_help().map(|help| help.to_string().lines().next().unwrap_or_default().to_owned());
        match title.filter(|title| is_shown && !title.is_empty()) {
            Some(title) => write!(out, "{word:width$}  {}", listable(&title))?,
            None if is_shown => write!(out, "{word}")?,
            None => write!(out, "{}", shell_words::quoted(&word, is_within_quotes))?,
        }
    }
    Ok(())
}

/// A title of this length leaves room for the word on most windows.
const LONGEST: usize = 60;

/// A title without what bash takes for the names of files, in a line.
fn listable(title: &str) -> String {
    let title: String = title.chars().map(|letter| if "*?[\\".contains(letter) { ' ' } else { letter }).collect();
    console::truncate_str(&title, LONGEST, "…").into_owned()
}
