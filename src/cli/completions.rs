//! `hausrecht completions`: a script that lets a shell ask hausrecht itself what may come next.

use clap_complete::Shell;
use clap_complete::env::Shells;

use super::completing::VARIABLE;
use super::{Exit, Failure};

/// Print what lets a shell complete commands, options, and the ids of watches and changes.
#[derive(Debug, clap::Args)]
pub struct Args {
    shell: Shell,
}

/// The program, as the shell finds it.
const PROGRAM: &str = "hausrecht";

/// In a folder of completions, zsh runs the script itself for the first key, and its function from then on.
const ZSH_FIRST_KEY: &str = r#"
if [[ "${funcstack[1]}" == "_hausrecht" ]]; then
    _clap_dynamic_completer_hausrecht "$@"
fi
"#;

/// Runs the command.
pub fn run(args: &Args) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    let shells = Shells::builtins();
    if let Some(shell) = shells.completer(&args.shell.to_string()) {
        shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script).map_err(Failure::trouble)?;
    }
    put!("{}", String::from_utf8_lossy(&script));
    if args.shell == Shell::Zsh {
        put!("{ZSH_FIRST_KEY}");
    }
    Ok(Exit::Fine)
}
