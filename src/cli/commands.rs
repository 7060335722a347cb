//! The commands by their names, and the way from the arguments of the process to its exit code.

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use super::{Exit, Failure, General, exit, terminal};
use super::{
    accept, ack, add, backtest, backup, check, completing, completions, daemon, demo, diff, digest, doctor, examples,
    explain, help, history, import, init, lent, log, mail, man, pager, paths, proposals, prune, reread, restore, show,
    since, status, stdout, tongue, watchlist,
};
use crate::io::pdf;
use crate::model::Language;

/// Watches the house rules of the platforms you build on, and tells the right people what changed.
#[derive(Debug, Parser)]
#[command(name = "hausrecht", version, max_term_width = 100, after_help = exit::HELP)]
pub struct Cli {
    #[command(flatten)]
    general: General,
    /// Before the command: in which language to speak, en or de [default: that of `LC_ALL`, `LC_MESSAGES` or `LANG`]
    #[arg(long = "language", value_name = "LANGUAGE", value_parser = tongue::by_tag)]
    spoken: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Look at the pages that are due, record what changed and send what is due
    Check(check::Args),
    /// Make a round every quarter of an hour, until told to stop
    Daemon(daemon::Args),
    /// Show what lies between two texts: files, URLs, or a watch then and now
    Diff(diff::Args),
    /// List the recorded changes, oldest first
    Log(log::Args),
    /// Show one change, or one passage that is held back, in full
    Show(show::Args),
    /// List every version of a document: from when to when, and which change led to it
    History(history::Args),
    /// Say since when documents say something, and until when they did
    Since(since::Args),
    /// Show how every watch stands, and the outbox
    Status(status::Args),
    /// Write down what was decided about a change
    Ack(ack::Args),
    /// Ask a few questions and write a first watchlist
    Init(init::Args),
    /// Look at a page and add it to the watchlist
    Add(add::Args),
    /// List what was found out for the watchlist: pages that have moved, new pages in hubs
    Proposals(proposals::Args),
    /// Take a proposal over into the watchlist, or decline it
    Accept(accept::Args),
    /// Compose a digest to look at, for any time span
    Digest(digest::Args),
    /// Show what of a page is read, left out and held back, and why
    Explain(explain::Args),
    /// Judge all recorded changes, and what is held back, again with the present rules
    Backtest(backtest::Args),
    /// Read the stored snapshots again with the present extractor
    Reread(reread::Args),
    /// Take in texts of the past, a saved page, or the lists of other programs
    Import(import::Args),
    /// Write a copy of the history to a file while it is at work
    Backup(backup::Args),
    /// Put a copy of the history back in its place
    Restore(restore::Args),
    /// Take out of the history what nobody needs any more
    Prune(prune::Args),
    /// Look after the watchlist
    Watchlist(watchlist::Args),
    /// Look after the mail
    Mail(mail::Args),
    /// Say what is wrong here, or will be
    Doctor(doctor::Args),
    /// Show it all on two invented platforms, without internet
    Demo(demo::Args),
    /// Print completions for a shell
    Completions(completions::Args),
    /// Print the manual page, or write all of them to a folder
    Man(man::Args),
}

impl Command {
    /// Whether what it prints is read like a text, so that it may go through a pager.
    const fn is_read(&self) -> bool {
        matches!(
            self,
            Self::Diff(_) | Self::Log(_) | Self::Show(_) | Self::History(_) | Self::Since(_) | Self::Explain(_)
        )
    }
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    // Only we ourselves start it, so that no list of commands need have it.
    if std::env::args_os().nth(1).is_some_and(|first| first == pdf::COMMAND) {
        return pdf::serve();
    }
    if completing::answered(Cli::command()) {
        return ExitCode::SUCCESS;
    }
    let arguments = help::parsed(examples::told(Cli::command()));
    // What was parsed by the command is of its shape.
    let cli = Cli::from_arg_matches(&arguments).unwrap_or_else(|error| error.exit());
    // What watches programs reads English.
    let is_for_programs = matches!(&cli.command, Command::Status(args) if args.is_check());
    tongue::speak(if is_for_programs { Some(Language::English) } else { cli.spoken });
    terminal::start_log(&cli.general);
    if cli.command.is_read() {
        pager::begin(cli.general.no_pager);
    }
    let ended = run(&cli);
    pager::end();
    let ended = ended.and_then(|exit| stdout::check().map(|()| exit));
    if let Ok(data) = paths::data(&cli.general) {
        lent::give_back(&data);
    }
    match ended {
        Ok(exit) => exit.into(),
        Err(failure) => {
            tell!("{failure}");
            failure.exit().into()
        }
    }
}

fn run(cli: &Cli) -> Result<Exit, Failure> {
    let general = &cli.general;
    match &cli.command {
        Command::Check(args) => check::run(general, args),
        Command::Daemon(args) => daemon::run(general, args),
        Command::Diff(args) => diff::run(general, args),
        Command::Log(args) => log::run(general, args),
        Command::Show(args) => show::run(general, args),
        Command::History(args) => history::run(general, args),
        Command::Since(args) => since::run(general, args),
        Command::Status(args) => status::run(general, args),
        Command::Ack(args) => ack::run(general, args),
        Command::Init(args) => init::run(general, args),
        Command::Add(args) => add::run(general, args),
        Command::Proposals(args) => proposals::run(general, args),
        Command::Accept(args) => accept::run(general, args),
        Command::Digest(args) => digest::run(general, args),
        Command::Explain(args) => explain::run(general, args),
        Command::Backtest(args) => backtest::run(general, args),
        Command::Reread(args) => reread::run(general, args),
        Command::Import(args) => import::run(general, args),
        Command::Backup(args) => backup::run(general, args),
        Command::Restore(args) => restore::run(general, args),
        Command::Prune(args) => prune::run(general, args),
        Command::Watchlist(args) => watchlist::run(general, args),
        Command::Mail(args) => mail::run(general, args),
        Command::Doctor(args) => doctor::run(general, args),
        Command::Demo(args) => demo::run(general, args),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args, Cli::command()),
    }
}
