//! `hausrecht doctor`: what is wrong here, or will be: with the watchlist, the machine, the data and the mail.

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::{SignedDuration, Timestamp};

use super::terminal::{FAINT, GOOD, LOUD, WARM, painted};
use super::{Exit, Failure, General, proposals, setup, terminal, times, trouble_text};
use crate::io::fetch;
use crate::io::post;
use crate::io::replies;
use crate::io::store::{PageState, Store};
use crate::model::{Render, Watchlist};
use crate::round;

/// Say what is wrong here, or will be: the watchlist, the machine, the data, the mail, and what cannot be read.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Ask neither the mail server nor the mailbox for replies
    #[arg(long)]
    offline: bool,
}

/// Something that was looked at.
pub struct Finding {
    weight: Weight,
    what: String,
    /// What helps.
    hint: Option<String>,
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Good,
    /// Worth a look.
    Doubt,
    /// It keeps hausrecht from doing its work; with the exit code that says of what kind it is.
    Bad(Exit),
}

impl Finding {
    fn good(what: impl Into<String>) -> Self {
        Self { weight: Weight::Good, what: what.into(), hint: None }
    }

    fn doubt(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { weight: Weight::Doubt, what: what.into(), hint: Some(hint.into()) }
    }

    fn bad(exit: Exit, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { weight: Weight::Bad(exit), what: what.into(), hint: Some(hint.into()) }
    }

    /// Whether there is nothing to mend.
    pub fn is_good(&self) -> bool {
        self.weight == Weight::Good
    }

    /// Prints it, with what helps below it.
    pub fn print(&self) {
        let word = match self.weight {
            Weight::Good => painted("ok    ", GOOD),
            Weight::Doubt => painted("doubt ", WARM),
            Weight::Bad(_) => painted("wrong ", LOUD),
        };
        say!("{}", terminal::hanging(&format!("{word}{}", self.what), 6));
        if let Some(hint) = &self.hint {
            say!("{}", terminal::hanging(&format!("      {}", painted(hint, FAINT)), 6));
        }
    }
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let now = setup::now();
    let mut found = of_the_watchlist(&watchlist, now);
    let folder = setup::data_folder(general)?;
    found.extend(of_the_folder(&folder));
    let store = setup::store_to_read(general)?;
    found.extend(of_the_rounds(&watchlist, store.as_ref(), now)?);
    found.extend(of_the_mail(&watchlist, store.as_ref(), args.offline)?);
    for finding in found.iter().filter(|finding| !(general.quiet && finding.is_good())) {
        finding.print();
    }
    // What keeps letters from going out weighs more than a mistake in the list, and that more than an unread page.
    let worst = |exit: Exit| found.iter().any(|finding| finding.weight == Weight::Bad(exit));
    let order = [Exit::Trouble, Exit::Usage, Exit::Unreadable];
    Ok(order.into_iter().find(|exit| worst(*exit)).unwrap_or(Exit::Fine))
}

/// What the watchlist alone shows.
pub fn of_the_watchlist(watchlist: &Watchlist, now: Timestamp) -> Vec<Finding> {
    let mut found = Vec::new();
    let pages: usize = watchlist.watches.iter().map(|watch| watch.pages.len()).sum();
    found.push(Finding::good(format!("{} watched", counted(pages, "page is", "pages are"))));
    if watchlist.recipients.is_empty() {
        let hint = "add one: recipients: [{name: Team, to: [team@example.com], digest: \"@daily\"}]";
        found.push(Finding::bad(Exit::Usage, "nobody is told: there is no recipient", hint));
    } else if !watchlist.recipients.iter().any(|recipient| recipient.operator) {
        let hint = "write `operator: true` at whoever looks after it; until then blind spots stand in the digests";
        found.push(Finding::doubt("nobody is told at once when a page cannot be read", hint));
    }
    let today = now.to_zoned(watchlist.settings.timezone.clone()).date();
    for asset in watchlist.assets.iter().filter(|asset| !asset.is_live(today)) {
        let until = asset.until.map_or_else(String::new, |until| until.to_string());
        let hint = "take it out of the watchlist, or give it a later day";
        found.push(Finding::doubt(format!("asset “{}” ended on {until}", asset.name), hint));
    }
    let rendered: Vec<&str> = watchlist
        .watches
        .iter()
        .filter(|watch| watch.render == Render::Browser)
        .map(|watch| watch.id.as_str())
        .collect();
    let named = watchlist.settings.chromium.as_deref();
    match (fetch::has_browser(named), rendered.as_slice()) {
        (true, _) => found.push(Finding::good("Chromium is there")),
        (false, []) => found.push(Finding::doubt(
            "there is no Chromium: pages that scripts write cannot be read",
            "install Debian's package `chromium`, or name it under `settings: {chromium: /path}`",
        )),
        (false, ids) => found.push(Finding::bad(
            Exit::Usage,
            format!(
                "{} a browser, and there is none: {}",
                counted(ids.len(), "watch needs", "watches need"),
                some(ids)
            ),
            "install Debian's package `chromium`, or name it under `settings: {chromium: /path}`",
        )),
    }
    found
}

/// The folder, its rights, and the disk that holds it.
fn of_the_folder(folder: &Path) -> Vec<Finding> {
    let name = folder.display();
    if !folder.exists() {
        return vec![Finding::doubt(format!("{name} is not there yet"), "the first `hausrecht check` makes it")];
    }
    let mut found = Vec::new();
    let trial = folder.join(format!(".hausrecht-doctor-{}", std::process::id()));
    match fs::OpenOptions::new().write(true).create_new(true).open(&trial) {
        Ok(_) => {
            // An empty file that stays behind does no harm.
            let _ = fs::remove_file(&trial);
            found.push(Finding::good(format!("{name} can be written")));
        }
        Err(error) => found.push(Finding::bad(
            Exit::Trouble,
            format!("{name} cannot be written: {error}"),
            "run it as the user to whom the folder belongs, or name another with --data",
        )),
    }
    match free_megabytes(folder) {
        Some(free) if free < 200 => found.push(Finding::bad(
            Exit::Trouble,
            format!("only {free} MB are free on the disk that holds {name}"),
            "free some space: without it no round can be recorded",
        )),
        Some(free) if free < 1000 => found.push(Finding::doubt(
            format!("{free} MB are free on the disk that holds {name}"),
            "some hundred documents take one or two hundred MB a year",
        )),
        Some(free) => found.push(Finding::good(format!("{} GB are free on the disk", free / 1000))),
        None => {}
    }
    found
}

/// Free megabytes where a folder lies, as `df` says; none where that is not there.
fn free_megabytes(folder: &Path) -> Option<u64> {
    let output = Command::new("df").args(["-P", "-k"]).arg(folder).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1000)
}

/// The clock, the last round, and what it could read.
fn of_the_rounds(watchlist: &Watchlist, store: Option<&Store>, now: Timestamp) -> Result<Vec<Finding>, Failure> {
    let zone = &watchlist.settings.timezone;
    let Some(store) = store else {
        return Ok(vec![Finding::doubt("no round was made yet", "hausrecht check")]);
    };
    let mut states: Vec<(String, PageState)> = Vec::new();
    let mut unseen = Vec::new();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            match store.page(&watch.id, &page.part)? {
                Some(state) => states.push((watch.id.clone(), state)),
                None => unseen.push(watch.id.as_str()),
            }
        }
    }
    let mut found = Vec::new();
    let last = states.iter().map(|(_, state)| state.looked_at).max();
    match last {
        None => found.push(Finding::doubt("no round was made yet", "hausrecht check")),
        Some(last) if last > now => found.push(Finding::bad(
            Exit::Trouble,
            format!(
                "the clock is wrong: the last look was at {}, and now it is {}",
                times::shown(last, zone),
                times::shown(now, zone)
            ),
            "set the clock: `timedatectl` says whether it is kept by the network",
        )),
        Some(last) => {
            found.push(Finding::good(format!("the last look was {}", times::passed(last, now))));
            let next = |(watch, state): &(String, PageState)| {
                let watch = watchlist.watch(watch)?;
                round::next_look(watch, zone, state)
            };
            let late = SignedDuration::from_hours(24);
            let overdue = states.iter().filter_map(next).filter(|next| now.duration_since(*next) > late).count();
            if overdue > 0 {
                found.push(Finding::bad(
                    Exit::Trouble,
                    format!("{} overdue for more than a day", counted(overdue, "page is", "pages are")),
                    "does the timer run? `systemctl list-timers hausrecht.timer` says when it does next",
                ));
            }
        }
    }
    if !unseen.is_empty() && last.is_some() {
        let what = format!("{} never looked at: {}", counted(unseen.len(), "page was", "pages were"), some(&unseen));
        found.push(Finding::doubt(what, "the next `hausrecht check` does"));
    }
    for (watch, state) in &states {
        let trouble = match &state.outcome {
            crate::model::Outcome::Unreadable { trouble } => Some(trouble),
            _ => state.memory.doubt.as_ref(),
        };
        let Some(trouble) = trouble else { continue };
        let since = times::shown(state.unreadable_since.unwrap_or(state.looked_at), zone);
        let what = format!("{watch}: {} (since {since})", trouble_text::of(trouble));
        let hint = format!("hausrecht explain {watch}");
        found.push(if state.blind_since.is_some() {
            Finding::bad(Exit::Unreadable, what, hint)
        } else {
            Finding::doubt(what, hint)
        });
    }
    if last.is_some() && states.iter().all(|(_, state)| state.blind_since.is_none()) {
        found.push(Finding::good("no page is a blind spot"));
    }
    let proposed = proposals::open(Some(store), watchlist)?.len();
    if proposed > 0 {
        let what = format!("{} for the watchlist", counted(proposed, "proposal waits", "proposals wait"));
        found.push(Finding::doubt(what, "hausrecht proposals"));
    }
    Ok(found)
}

/// Whether letters go out.
fn of_the_mail(watchlist: &Watchlist, store: Option<&Store>, offline: bool) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    let by_mail = watchlist.recipients.iter().any(|recipient| !recipient.to.is_empty());
    match watchlist.mail.as_ref().filter(|mail| mail.smtp.is_some()) {
        None if by_mail => found.push(Finding::doubt(
            "no mail server is named: letters are only written to the data folder's `outbox/`",
            "name one under `mail: {smtp: …}`, and try it with `hausrecht mail test`",
        )),
        Some(mail) if by_mail && !offline => {
            let findings = setup::block_on(post::diagnose(mail, watchlist.settings.ca_file.as_deref()))?;
            if findings.is_empty() {
                found.push(Finding::good("the mail server takes letters"));
            }
            for finding in findings {
                found.push(Finding::bad(Exit::Trouble, format!("mail: {}", finding.problem), finding.hint));
            }
        }
        _ => {}
    }
    if let Some(replies) = watchlist.mail.as_ref().and_then(|mail| mail.replies.as_ref()).filter(|_| !offline) {
        found.push(match setup::block_on(replies::diagnose(replies, watchlist.settings.ca_file.as_deref()))? {
            None => Finding::good("the mailbox for replies can be read"),
            Some(finding) => Finding::bad(Exit::Trouble, format!("mail: {}", finding.problem), finding.hint),
        });
    }
    if let Some(outbox) = store.map(Store::outbox).transpose()? {
        if outbox.waiting > 0 {
            let what = format!(
                "{} waiting to be sent",
                counted(usize::try_from(outbox.waiting).unwrap_or(usize::MAX), "letter is", "letters are")
            );
            found.push(Finding::doubt(what, "the next round tries again; `hausrecht mail test` says what is wrong"));
        }
        if outbox.refused > 0 {
            let what = format!(
                "{} refused by a server",
                counted(usize::try_from(outbox.refused).unwrap_or(usize::MAX), "letter was", "letters were")
            );
            found.push(Finding::doubt(what, "is the address right? The health letter names it"));
        }
    }
    Ok(found)
}

/// "1 page is", "3 pages are".
fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The first few names.
fn some(names: &[&str]) -> String {
    let shown = names.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    if names.len() > 5 { format!("{shown}, …") } else { shown }
}
