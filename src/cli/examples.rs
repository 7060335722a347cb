//! Examples for `--help` and for the manual pages.

use clap::Command;
use roff::{Roff, bold, roman};

/// The commands by the names of their pages, each with what somebody wants and how it is said.
pub const EXAMPLES: &[(&str, &[(&str, &str)])] = &[
    (
        "hausrecht",
        &[
            ("A first watchlist, and a first round", "hausrecht init && hausrecht check"),
            ("What changed this month", "hausrecht log --since 2026-11-01"),
            ("How every page stands", "hausrecht status"),
        ],
    ),
    (
        "hausrecht-check",
        &[
            ("Look at what is due, record it, send the letters", "hausrecht check"),
            ("Look at one page now", "hausrecht check facebook-commercial-terms"),
            ("Try it without recording or sending anything", "hausrecht check --all --dry-run"),
        ],
    ),
    ("hausrecht-daemon", &[("A round every ten minutes", "hausrecht daemon --every 10m")]),
    (
        "hausrecht-diff",
        &[
            ("Two files", "hausrecht diff old.html new.html"),
            ("A page as it is now, and its last version", "hausrecht diff youtube-contest-guidelines"),
            (
                "Two days of a page",
                "hausrecht diff youtube-contest-guidelines@2026-01-01 \"youtube-contest-guidelines@3 months ago\"",
            ),
        ],
    ),
    (
        "hausrecht-log",
        &[
            ("Alerts since a day", "hausrecht log --tier alert --since 2026-11-01"),
            ("Of the last three months", "hausrecht log --since \"3 months ago\""),
            ("Alerts nobody has decided about", "hausrecht log --open"),
            ("What was held back of one page", "hausrecht log --held --watch youtube-contest-guidelines"),
            ("A table for spreadsheets", "hausrecht log --csv"),
        ],
    ),
    (
        "hausrecht-show",
        &[
            ("A change in full, by the beginning of its id", "hausrecht show 3f09"),
            ("What its tier rests on", "hausrecht show 3f09 --why"),
            ("Whole, old and new side by side", "hausrecht show 3f09 --full --side-by-side"),
        ],
    ),
    ("hausrecht-history", &[("Every version of a page", "hausrecht history facebook-pages")]),
    (
        "hausrecht-since",
        &[
            ("Since when any page says it", "hausrecht since \"tag friends\""),
            ("Since when one page says it", "hausrecht since \"tag friends\" facebook-pages"),
        ],
    ),
    (
        "hausrecht-status",
        &[
            ("For monitoring: a line and an exit code", "hausrecht status --check"),
            ("What came of the last five rounds", "hausrecht status --rounds 5"),
        ],
    ),
    (
        "hausrecht-ack",
        &[
            ("Something is to be done by a day", "hausrecht ack 3f09 act --due 2026-12-10 --note \"ask legal\""),
            ("It is done", "hausrecht ack 3f09 done"),
            ("It does not concern us", "hausrecht ack 3f09 none"),
        ],
    ),
    (
        "hausrecht-init",
        &[
            ("With a few questions", "hausrecht init"),
            (
                "Without any",
                "hausrecht init --language en --to team@example.com --platforms facebook,youtube --timezone Europe/Berlin --smtp none",
            ),
        ],
    ),
    (
        "hausrecht-add",
        &[
            ("Look at a page and add it", "hausrecht add https://example.com/rules"),
            ("Only print what would be added", "hausrecht add https://example.com/rules --dry-run"),
        ],
    ),
    ("hausrecht-proposals", &[("What was found out", "hausrecht proposals")]),
    (
        "hausrecht-accept",
        &[("Take one over", "hausrecht accept 4b1c"), ("Decline it for good", "hausrecht accept 4b1c --no")],
    ),
    (
        "hausrecht-digest",
        &[
            ("The digest of the last seven days, as a page in the browser", "hausrecht digest --preview --open"),
            ("Of any span, for one recipient", "hausrecht digest --since 2026-11-01 --recipient Team"),
        ],
    ),
    (
        "hausrecht-explain",
        &[
            ("What of a page is read, and what is not", "hausrecht explain youtube-contest-guidelines"),
            ("As it was on a day", "hausrecht explain youtube-contest-guidelines --at 2026-11-01"),
        ],
    ),
    (
        "hausrecht-backtest",
        &[("Other rules or assets on all that was recorded", "hausrecht --watchlist other.yaml backtest")],
    ),
    ("hausrecht-reread", &[("Read one page's snapshots again", "hausrecht reread youtube-contest-guidelines")]),
    ("hausrecht-import-snapshots", &[("Captures of the past", "hausrecht import snapshots facebook-pages captures/")]),
    (
        "hausrecht-import-page",
        &[("A page that only a person gets to see", "hausrecht import page facebook-pages saved.html")],
    ),
    (
        "hausrecht-import-ota",
        &[
            ("Its declarations as lines for a watchlist", "hausrecht import ota collection/"),
            ("Its history", "hausrecht import ota collection/ --history"),
        ],
    ),
    ("hausrecht-import-urlwatch", &[("Its jobs as lines for a watchlist", "hausrecht import urlwatch urls.yaml")]),
    (
        "hausrecht-import-changedetection",
        &[("Its watches as lines for a watchlist", "hausrecht import changedetection url-watches.json")],
    ),
    ("hausrecht-backup", &[("A copy, while rounds go on", "hausrecht backup /backup/hausrecht.sqlite")]),
    ("hausrecht-restore", &[("Put a copy back", "hausrecht restore /backup/hausrecht.sqlite")]),
    ("hausrecht-prune", &[("See what would go", "hausrecht prune --older-than 730 --dry-run")]),
    (
        "hausrecht-watchlist-check",
        &[
            ("Whether all is right", "hausrecht watchlist check"),
            ("Look at every page as well", "hausrecht watchlist check --look"),
        ],
    ),
    ("hausrecht-watchlist-schema", &[("For editors", "hausrecht watchlist schema > hausrecht.schema.json")]),
    (
        "hausrecht-mail-test",
        &[
            ("To one recipient", "hausrecht mail test --recipient Team"),
            ("On a server, with what the unit may do", "hausrecht mail test --as-service"),
        ],
    ),
    ("hausrecht-mail-failure", &[("As systemd calls it", "hausrecht mail failure --unit hausrecht.service")]),
    ("hausrecht-doctor", &[("Without asking the mail server", "hausrecht doctor --offline")]),
    ("hausrecht-demo", &[("All of it, without internet", "hausrecht demo")]),
    (
        "hausrecht-completions",
        &[
            ("For bash", "hausrecht completions bash > /etc/bash_completion.d/hausrecht"),
            ("For zsh", "hausrecht completions zsh > /usr/local/share/zsh/site-functions/_hausrecht"),
            ("For fish", "hausrecht completions fish > ~/.config/fish/completions/hausrecht.fish"),
        ],
    ),
    ("hausrecht-man", &[("All pages", "hausrecht man /usr/local/share/man/man1")]),
];

/// The commands with their examples at the end of `--help`.
pub fn told(mut program: Command) -> Command {
    program.build();
    with_examples(program)
}

fn with_examples(command: Command) -> Command {
    let name = name_of(&command);
    let more = command.get_after_help().map(|help| format!("{help}\n\n")).unwrap_or_default();
    let command = command.mut_subcommands(with_examples);
    match of(&name) {
        [] => command,
        examples => {
            let lines: String = examples.iter().map(|(wanted, line)| format!("\n  {wanted}:\n      {line}")).collect();
            command.after_long_help(format!("{more}Examples:{lines}"))
        }
    }
}

/// The section EXAMPLES of a manual page; nothing where there are none.
pub fn section(page: &str) -> String {
    let examples = of(page);
    if examples.is_empty() {
        return String::new();
    }
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]);
    for (wanted, line) in examples {
        roff.control("TP", []).text([roman(*wanted)]).text([bold(*line)]);
    }
    roff.to_roff()
}

/// The section SEE ALSO: the program's own page, and that of the watchlist.
pub fn see_also(page: &str) -> String {
    let mut roff = Roff::new();
    roff.control("SH", ["SEE ALSO"]);
    if page == "hausrecht" {
        roff.text([bold("hausrecht-watchlist"), roman("(5)")]);
    } else {
        roff.text([bold("hausrecht"), roman("(1), "), bold("hausrecht-watchlist"), roman("(5)")]);
    }
    roff.to_roff()
}

fn of(page: &str) -> &'static [(&'static str, &'static str)] {
    EXAMPLES.iter().find(|(name, _)| *name == page).map_or(&[], |(_, examples)| *examples)
}

fn name_of(command: &Command) -> String {
    command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned()
}
