//! `hausrecht doctor`: what is wrong here, or will be: with the watchlist, the machine, the data and the mail.

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::terminal::{FAINT, GOOD, LOUD, WARM, painted};
use super::{Exit, Failure, General, proposals, secrets, setup, terminal, times, trouble_text};
use crate::io::fetch;
use crate::io::post;
use crate::io::replies;
use crate::io::store::{PageState, Store};
use crate::model::{Page, Render, Watch, Watchlist};
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
            Weight::Good => painted(&phrase!("ok    ", "gut      "), GOOD),
            Weight::Doubt => painted(&phrase!("doubt ", "Zweifel  "), WARM),
            Weight::Bad(_) => painted(&phrase!("wrong ", "falsch   "), LOUD),
        };
        let indent = console::measure_text_width(&word);
        say!("{}", terminal::hanging(&format!("{word}{}", self.what), indent));
        if let Some(hint) = &self.hint {
            say!("{}", terminal::hanging(&format!("{:indent$}{}", "", painted(hint, FAINT)), indent));
        }
    }
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let now = setup::now();
    let mut found = of_the_watchlist(&watchlist, now);
    // Otherwise the way to the mail is gone, and shows it.
    if args.offline {
        found.extend(of_the_passwords(&watchlist));
    }
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

/// The passwords of the mail that are to stand in files and do not.
pub fn of_the_passwords(watchlist: &Watchlist) -> Vec<Finding> {
    let missing = secrets::missing(watchlist).into_iter();
    let finding = |(key, path): (&str, &Path)| {
        Finding::doubt(
            phrase!("`{key}` is not there: {}", "`{key}` gibt es nicht: {}", path.display()),
            phrase!(
                "write the password into that file, for the owner alone to read (chmod 600)",
                "das Passwort in diese Datei schreiben, lesbar nur für ihren Besitzer (chmod 600)"
            ),
        )
    };
    missing.map(finding).collect()
}

/// What the watchlist alone shows.
pub fn of_the_watchlist(watchlist: &Watchlist, now: Timestamp) -> Vec<Finding> {
    let mut found = Vec::new();
    let pages: usize = watchlist.watches.iter().map(|watch| watch.pages.len()).sum();
    found.push(Finding::good(match pages {
        1 => phrase!("1 page is watched", "1 Seite wird beobachtet"),
        _ => phrase!("{pages} pages are watched", "{pages} Seiten werden beobachtet"),
    }));
    if watchlist.recipients.is_empty() {
        let hint = phrase!(
            "add one: recipients: [{}]",
            "einen hinzufügen: recipients: [{}]",
            "{name: Team, to: [team@example.com], digest: \"@daily\"}"
        );
        let what = phrase!("nobody is told: there is no recipient", "niemand erfährt etwas: es gibt keinen Empfänger");
        found.push(Finding::bad(Exit::Usage, what, hint));
    } else if !watchlist.recipients.iter().any(|recipient| recipient.operator) {
        let hint = phrase!(
            "write `operator: true` at whoever looks after it; until then blind spots stand in the digests",
            "`operator: true` bei der zuständigen Person eintragen; bis dahin stehen blinde Flecken in den Berichten"
        );
        let what = phrase!(
            "nobody is told at once when a page cannot be read",
            "niemand erfährt sofort, wenn eine Seite nicht zu lesen ist"
        );
        found.push(Finding::doubt(what, hint));
    }
    let today = now.to_zoned(watchlist.settings.timezone.clone()).date();
    for asset in watchlist.assets.iter().filter(|asset| !asset.is_live(today)) {
        let until = asset.until.map_or_else(String::new, times::day);
        let hint = phrase!(
            "take it out of the watchlist, or give it a later day",
            "aus der Watchlist nehmen oder einen späteren Tag eintragen"
        );
        let what = phrase!("asset “{}” ended on {until}", "„{}“ endete am {until}", asset.name);
        found.push(Finding::doubt(what, hint));
    }
    let rendered: Vec<&str> = watchlist
        .watches
        .iter()
        .filter(|watch| watch.render == Render::Browser)
        .map(|watch| watch.id.as_str())
        .collect();
    let named = watchlist.settings.chromium.as_deref();
    let hint = phrase!(
        "install Debian's package `chromium`, or name it under `settings: {}`",
        "Debians Paket `chromium` installieren oder ihn unter `settings: {}` nennen",
        "{chromium: /path}"
    );
    match (fetch::has_browser(named), rendered.as_slice()) {
        (true, _) => found.push(Finding::good(phrase!("Chromium is there", "Chromium ist da"))),
        (false, []) => found.push(Finding::doubt(
            phrase!(
                "there is no Chromium: pages that scripts write cannot be read",
                "Chromium fehlt: Seiten, die Skripte schreiben, sind nicht zu lesen"
            ),
            hint,
        )),
        (false, ids) => found.push(Finding::bad(
            Exit::Usage,
            match ids.len() {
                1 => phrase!(
                    "1 watch needs a browser, and there is none: {}",
                    "1 Seite braucht einen Browser, und es gibt keinen: {}",
                    some(ids)
                ),
                count => phrase!(
                    "{count} watches need a browser, and there is none: {}",
                    "{count} Seiten brauchen einen Browser, und es gibt keinen: {}",
                    some(ids)
                ),
            },
            hint,
        )),
    }
    found
}

/// The folder, its rights, and the disk that holds it.
fn of_the_folder(folder: &Path) -> Vec<Finding> {
    let name = folder.display();
    if !folder.exists() {
        return vec![Finding::doubt(
            phrase!("{name} is not there yet", "{name} gibt es noch nicht"),
            phrase!("the first `hausrecht check` makes it", "der erste `hausrecht check` legt es an"),
        )];
    }
    let mut found = Vec::new();
    let trial = folder.join(format!(".hausrecht-doctor-{}", std::process::id()));
    match fs::OpenOptions::new().write(true).create_new(true).open(&trial) {
        Ok(_) => {
            // An empty file that stays behind does no harm.
            let _ = fs::remove_file(&trial);
            found.push(Finding::good(phrase!("{name} can be written", "{name} ist beschreibbar")));
        }
        Err(error) => found.push(Finding::bad(
            Exit::Trouble,
            phrase!("{name} cannot be written: {error}", "{name} ist nicht beschreibbar: {error}"),
            phrase!(
                "run it as the user to whom the folder belongs, or name another with --data",
                "als der Benutzer ausführen, dem der Ordner gehört, oder mit --data einen anderen nennen"
            ),
        )),
    }
    match free_megabytes(folder) {
        Some(free) if free < 200 => found.push(Finding::bad(
            Exit::Trouble,
            phrase!(
                "only {free} MB are free on the disk that holds {name}",
                "nur {free} MB sind frei auf dem Datenträger von {name}"
            ),
            phrase!(
                "free some space: without it no round can be recorded",
                "Platz schaffen: sonst lässt sich keine Runde festhalten"
            ),
        )),
        Some(free) if free < 1000 => found.push(Finding::doubt(
            phrase!(
                "{free} MB are free on the disk that holds {name}",
                "{free} MB sind frei auf dem Datenträger von {name}"
            ),
            phrase!(
                "some hundred documents take one or two hundred MB a year",
                "einige hundert Dokumente brauchen ein- bis zweihundert MB im Jahr"
            ),
        )),
        Some(free) => found.push(Finding::good(phrase!(
            "{} GB are free on the disk",
            "{} GB sind auf dem Datenträger frei",
            free / 1000
        ))),
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
    let Some(store) = store else { return Ok(vec![no_round()]) };
    let mut states: Vec<(&Watch, &Page, PageState)> = Vec::new();
    let mut unseen = Vec::new();
    for watch in &watchlist.watches {
        for page in &watch.pages {
            match store.page(&watch.id, &page.part)? {
                Some(state) => states.push((watch, page, state)),
                None => unseen.push(watch.id.as_str()),
            }
        }
    }
    let mut found = Vec::new();
    let last = states.iter().map(|(.., state)| state.looked_at).max();
    match last {
        None => found.push(no_round()),
        Some(last) if last.duration_since(now) > SKEW => found.push(wrong_clock(last, now, zone)),
        Some(last) => {
            let passed = times::passed(last, now);
            found.push(Finding::good(phrase!("the last look was {passed}", "der letzte Blick war {passed}")));
            let next = |(watch, _, state): &(&Watch, &Page, PageState)| round::next_look(watch, zone, state);
            let late = SignedDuration::from_hours(24);
            let overdue = states.iter().filter_map(next).filter(|next| now.duration_since(*next) > late).count();
            found.extend((overdue > 0).then(|| late_pages(overdue)));
        }
    }
    if last.is_some() {
        found.extend(never_seen(&unseen));
    }
    for (watch, page, state) in &states {
        let trouble = match &state.outcome {
            crate::model::Outcome::Unreadable { trouble } => Some(trouble),
            _ => state.memory.doubt.as_ref(),
        };
        let Some(trouble) = trouble else { continue };
        let since = times::shown(state.unreadable_since.unwrap_or(state.looked_at), zone);
        let what = phrase!("{}: {} (since {since})", "{}: {} (seit {since})", watch.id, trouble_text::of(trouble));
        let hint =
            if is_explained(store, watch, now)? { format!("hausrecht explain {}", watch.id) } else { open_it(page) };
        found.push(if state.blind_since.is_some() {
            Finding::bad(Exit::Unreadable, what, hint)
        } else {
            Finding::doubt(what, hint)
        });
    }
    if last.is_some() && states.iter().all(|(.., state)| state.blind_since.is_none()) {
        found.push(Finding::good(phrase!("no page is a blind spot", "keine Seite ist ein blinder Fleck")));
    }
    let proposed = proposals::open(Some(store), watchlist)?.len();
    if proposed > 0 {
        let what = match proposed {
            1 => phrase!("1 proposal waits for the watchlist", "1 Vorschlag für die Watchlist wartet"),
            _ => {
                phrase!("{proposed} proposals wait for the watchlist", "{proposed} Vorschläge für die Watchlist warten")
            }
        };
        found.push(Finding::doubt(what, "hausrecht proposals"));
    }
    Ok(found)
}

/// Whether there is a stored page to explain; of one that was never read there is none.
fn is_explained(store: &Store, watch: &Watch, now: Timestamp) -> Result<bool, Failure> {
    for page in &watch.pages {
        if store.snapshot_at(&watch.id, &page.part, now)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What helps where a page was never read.
fn open_it(page: &Page) -> String {
    phrase!(
        "is {} the right address? `hausrecht watchlist check --look` shows what a first look reads",
        "stimmt die Adresse {}? `hausrecht watchlist check --look` zeigt, was ein erster Blick liest",
        page.url
    )
}

/// So far a clock may lie behind the last look: machines that keep time by the network are set back by less.
const SKEW: SignedDuration = SignedDuration::from_mins(2);

fn no_round() -> Finding {
    Finding::doubt(phrase!("no round was made yet", "es gab noch keine Runde"), "hausrecht check")
}

fn wrong_clock(last: Timestamp, now: Timestamp, zone: &TimeZone) -> Finding {
    Finding::bad(
        Exit::Trouble,
        phrase!(
            "the clock is wrong: the last look was at {}, and now it is {}",
            "die Uhr geht falsch: der letzte Blick war {}, und jetzt ist es {}",
            times::shown(last, zone),
            times::shown(now, zone)
        ),
        phrase!(
            "set the clock: `timedatectl` says whether it is kept by the network",
            "die Uhr stellen: `timedatectl` sagt, ob das Netz sie stellt"
        ),
    )
}

fn late_pages(count: usize) -> Finding {
    Finding::bad(
        Exit::Trouble,
        match count {
            1 => phrase!("1 page is overdue for more than a day", "1 Seite ist seit mehr als einem Tag überfällig"),
            _ => phrase!(
                "{count} pages are overdue for more than a day",
                "{count} Seiten sind seit mehr als einem Tag überfällig"
            ),
        },
        phrase!(
            "does the timer run? `systemctl list-timers hausrecht.timer` says when it does next",
            "läuft der Timer? `systemctl list-timers hausrecht.timer` sagt, wann das nächste Mal"
        ),
    )
}

fn never_seen(unseen: &[&str]) -> Option<Finding> {
    let what = match unseen.len() {
        0 => return None,
        1 => phrase!("1 page was never looked at: {}", "1 Seite wurde nie angesehen: {}", some(unseen)),
        count => {
            phrase!("{count} pages were never looked at: {}", "{count} Seiten wurden nie angesehen: {}", some(unseen))
        }
    };
    let hint = phrase!("the next `hausrecht check` does", "der nächste `hausrecht check` holt es nach");
    Some(Finding::doubt(what, hint))
}

/// Whether letters go out.
fn of_the_mail(watchlist: &Watchlist, store: Option<&Store>, offline: bool) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    let by_mail = watchlist.recipients.iter().any(|recipient| !recipient.to.is_empty());
    match watchlist.mail.as_ref().filter(|mail| mail.smtp.is_some()) {
        None if by_mail => found.push(Finding::doubt(
            phrase!(
                "no mail server is named: letters are only written to the data folder's `outbox/`",
                "kein Mailserver ist genannt: Briefe landen nur in `outbox/` im Datenordner"
            ),
            phrase!(
                "name one under `mail: {}`, and try it with `hausrecht mail test`",
                "einen unter `mail: {}` nennen und mit `hausrecht mail test` ausprobieren",
                "{smtp: …}"
            ),
        )),
        Some(mail) if by_mail && !offline => {
            let findings = setup::block_on(post::diagnose(mail, watchlist.settings.ca_file.as_deref()))?;
            if findings.is_empty() {
                found.push(Finding::good(phrase!("the mail server takes letters", "der Mailserver nimmt Briefe an")));
            }
            for finding in findings {
                found.push(Finding::bad(Exit::Trouble, phrase!("mail: {}", "Post: {}", finding.problem), finding.hint));
            }
        }
        _ => {}
    }
    if let Some(replies) = watchlist.mail.as_ref().and_then(|mail| mail.replies.as_ref()).filter(|_| !offline) {
        found.push(match setup::block_on(replies::diagnose(replies, watchlist.settings.ca_file.as_deref()))? {
            None => {
                Finding::good(phrase!("the mailbox for replies can be read", "das Postfach für Antworten ist lesbar"))
            }
            // What the server said names the folder, or what else it does not know.
            Some(finding) => {
                let (problem, detail) = (&finding.problem, &finding.detail);
                Finding::bad(
                    Exit::Trouble,
                    phrase!("mail: {problem}: {detail}", "Post: {problem}: {detail}"),
                    finding.hint,
                )
            }
        });
    }
    if let Some(outbox) = store.map(Store::outbox).transpose()? {
        if outbox.waiting > 0 {
            let what = match outbox.waiting {
                1 => phrase!("1 letter is waiting to be sent", "1 Brief wartet auf den Versand"),
                many => phrase!("{many} letters are waiting to be sent", "{many} Briefe warten auf den Versand"),
            };
            let hint = phrase!(
                "the next round tries again; `hausrecht mail test` says what is wrong",
                "die nächste Runde versucht es wieder; `hausrecht mail test` sagt, was nicht stimmt"
            );
            found.push(Finding::doubt(what, hint));
        }
        if outbox.refused > 0 {
            let what = match outbox.refused {
                1 => phrase!("1 letter was refused by a server", "1 Brief wurde von einem Server abgewiesen"),
                many => {
                    phrase!(
                        "{many} letters were refused by a server",
                        "{many} Briefe wurden von einem Server abgewiesen"
                    )
                }
            };
            let hint = phrase!(
                "is the address right? The health letter names it",
                "stimmt die Adresse? Der Brief an die Betreuung nennt sie"
            );
            found.push(Finding::doubt(what, hint));
        }
    }
    Ok(found)
}

/// The first few names.
fn some(names: &[&str]) -> String {
    let shown = names.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    if names.len() > 5 { format!("{shown}, …") } else { shown }
}
