//! The program: parse, run, say what went wrong, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    hausrecht::cli::main()
}
