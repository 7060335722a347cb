//! Faults at one call of the program to the system: it is counted, fails, or is the program's last.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const SOURCE: &str = include_str!("tripwire.c");

/// The library that stands between the program and the system; made by the C compiler that SQLite is made by.
pub struct Tripwire {
    folder: TempDir,
}

/// What happens at which call.
#[derive(Clone)]
pub struct Fault {
    /// The name of the call, as `tripwire.c` names it.
    pub call: String,
    /// Which of the calls of that name, from 1.
    pub number: usize,
    pub manner: Manner,
}

#[derive(Clone, Copy, Debug)]
pub enum Manner {
    /// It answers with that error.
    Fails(i32),
    /// It and all that follow do.
    FailsFromThenOn(i32),
    /// The program is killed before it.
    Killed,
    /// Half of it is written, and then the program is killed.
    Torn,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { call, number, .. } = self;
        match self.manner {
            Manner::Fails(error) => write!(out, "{call}:{number}:{error}"),
            Manner::FailsFromThenOn(error) => write!(out, "{call}:{number}+:{error}"),
            Manner::Killed => write!(out, "{call}:{number}:kill"),
            Manner::Torn => write!(out, "{call}:{number}:torn"),
        }
    }
}

impl Tripwire {
    /// None where there is no C compiler.
    pub fn new() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let source = folder.path().join("tripwire.c");
        fs::write(&source, SOURCE).unwrap();
        let made = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(folder.path().join("tripwire.so"))
            .arg(&source)
            .status();
        if made.is_ok_and(|made| made.success()) {
            return Some(Self { folder });
        }
        println!("SKIPPED: there is no C compiler, so no call can be made to fail");
        None
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("tripwire.so")
    }

    fn stretch<'a>(&self, command: &'a mut Command, log: &Path) -> &'a mut Command {
        let _ = fs::remove_file(log);
        let under = command.get_current_dir().unwrap().to_owned();
        command.env("LD_PRELOAD", self.library()).env("TRIP_LOG", log).env("TRIP_UNDER", under)
    }

    /// Has that happen in a program that is to be started.
    pub fn lay(&self, command: &mut Command, fault: &Fault, log: &Path) {
        self.lay_as_written(command, &fault.to_string(), log);
    }

    /// The same for a fault in the words of `tripwire.c`.
    pub fn lay_as_written(&self, command: &mut Command, fault: &str, log: &Path) {
        self.stretch(command, log).env("TRIP_AT", fault);
    }

    /// Whether what was laid happened.
    pub fn tripped(log: &Path) -> bool {
        fs::read_to_string(log).is_ok_and(|log| log.lines().any(|line| line == "tripped"))
    }

    /// How often a program calls what.
    pub fn counted(&self, command: &mut Command, log: &Path) -> BTreeMap<String, usize> {
        self.stretch(command, log).output().unwrap();
        let mut calls = BTreeMap::new();
        for call in fs::read_to_string(log).unwrap_or_default().lines() {
            *calls.entry(call.to_owned()).or_default() += 1;
        }
        calls
    }
}
