//! `hausrecht mail`: looking after the mail.

use std::path::Path;

use anyhow::anyhow;

use super::terminal::{GOOD, LOUD, painted};
use super::{Exit, Failure, General, as_service, finding_text, halt, paths, setup};
use crate::io::post::{self, Fate, Finding, Hook, Mailer, Refusal};
use crate::io::replies;
use crate::model::{Channel, Letter, Recipient, Watchlist, Webhook};
use crate::steps::compose::{self, Desk, News};

/// Look after the mail.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Send a test letter by mail and webhook, open the mailbox for replies, and say in plain words what is wrong where that fails
    Test {
        /// Only to this recipient [default: to all]
        #[arg(long, value_name = "NAME")]
        recipient: Option<String>,
        /// As the unit hausrecht.service does it: by its user, with its rights and passwords
        #[arg(long)]
        as_service: bool,
    },
    /// Tell the operators (everybody, where there are none) that a unit failed; for `OnFailure=` of systemd
    Failure {
        /// The unit
        #[arg(long, value_name = "UNIT", default_value = "hausrecht.service")]
        unit: String,
    },
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    if let Action::Test { recipient, as_service: true } = &args.action {
        let to = recipient.iter().flat_map(|name| ["--recipient", name]);
        return as_service::run(general, &["mail", "test"].into_iter().chain(to).collect::<Vec<_>>());
    }
    let watchlist = setup::watchlist(general)?;
    let data = paths::data(general)?;
    let outbox = data.join("outbox");
    match &args.action {
        Action::Test { recipient, .. } => {
            let recipients = wanted(&watchlist, recipient.as_deref())?;
            setup::block_on(async {
                let sent = send(&watchlist, &recipients, &outbox, |recipient, desk| {
                    Some(compose::test(recipient, desk, setup::now()))
                });
                mailbox(&watchlist, sent.await?).await
            })?
        }
        Action::Failure { unit } => {
            let operators = |recipient: &&Recipient| recipient.operator;
            let mut recipients: Vec<_> = watchlist.recipients.iter().filter(operators).collect();
            if recipients.is_empty() {
                recipients = wanted(&watchlist, None)?;
            }
            // Straight to the server: that the store is broken may be what there is to tell.
            let now = setup::now();
            if halt::is_told(&data, now) {
                say!(
                    "{}",
                    phrase!("the operators were told why just now", "warum, steht schon in einem Brief von eben")
                );
                return Ok(Exit::Fine);
            }
            let news = News { failed: Some(unit), from: now, until: now, ..News::default() };
            setup::block_on(send(&watchlist, &recipients, &outbox, |recipient, desk| {
                compose::health(&news, recipient, desk, now)
            }))?
        }
    }
}

fn wanted<'a>(watchlist: &'a Watchlist, name: Option<&str>) -> Result<Vec<&'a Recipient>, Failure> {
    let found: Vec<_> = watchlist
        .recipients
        .iter()
        .filter(|recipient| name.is_none_or(|name| recipient.name.eq_ignore_ascii_case(name)))
        .collect();
    match (found.is_empty(), name) {
        (false, _) => Ok(found),
        (true, Some(name)) => Err(Failure::usage(anyhow!(phrase!(
            "there is no recipient `{name}` in the watchlist",
            "in der Watchlist steht kein Empfänger `{name}`"
        )))),
        (true, None) => Err(Failure::usage(anyhow!(phrase!(
            "the watchlist has no recipients\nhint: add one, such as\n{EXAMPLE}",
            "in der Watchlist steht kein Empfänger\nHinweis: einen eintragen, zum Beispiel\n{EXAMPLE}"
        )))),
    }
}

/// A recipient, as the watchlist writes one.
const EXAMPLE: &str = "  recipients:\n    - {name: Team, to: [social@example.com], digest: \"@daily\"}";

/// Sends each recipient a letter, and says what the server answers.
async fn send(
    watchlist: &Watchlist,
    recipients: &[&Recipient],
    outbox: &Path,
    letter: impl Fn(&Recipient, &Desk<'_>) -> Option<Letter>,
) -> Result<Exit, Failure> {
    let settings = &watchlist.settings;
    let ca_file = settings.ca_file.as_deref();
    let smtp = watchlist.mail.as_ref().and_then(|mail| mail.smtp.as_ref());
    let by_mail = recipients.iter().any(|recipient| !recipient.to.is_empty());
    if let Some(mail) = watchlist.mail.as_ref().filter(|_| smtp.is_some() && by_mail) {
        let findings = post::diagnose(mail, ca_file).await;
        if !findings.is_empty() {
            findings.iter().for_each(tell);
            return Ok(Exit::Trouble);
        }
    }
    let mut mailer = match Mailer::open(watchlist.mail.as_ref(), ca_file, outbox) {
        Ok(mailer) => mailer,
        Err(refusal) => {
            tell(&post::finding(&refusal, smtp));
            return Ok(Exit::Trouble);
        }
    };
    let mut exit = Exit::Fine;
    for recipient in recipients {
        let desk = Desk {
            from: watchlist.mail.as_ref().map_or(crate::round::NOBODY, |mail| mail.from.as_str()),
            zone: &settings.timezone,
            contact: settings.contact.as_deref(),
            all_quiet: false,
            reminders: &[],
            answers: None,
        };
        let Some(letter) = letter(recipient, &desk) else { continue };
        for way in compose::by_every_way(letter) {
            let sent = match (&way.channel, &recipient.webhook) {
                (Channel::Webhook(_), Some(webhook)) => hook(webhook, ca_file, &way, exit).await,
                _ => mailer.send(&way, &way.to.iter().map(String::as_str).collect::<Vec<_>>()).await.map(|delivery| {
                    let fates = delivery.fates.iter();
                    fates.fold(exit, |exit, (address, fate)| answered(address, fate, smtp.is_none(), outbox, exit))
                }),
            };
            exit = sent.unwrap_or_else(|refusal| {
                tell(&post::finding(&refusal, smtp));
                Exit::Trouble
            });
        }
    }
    mailer.close().await;
    Ok(exit)
}

/// Opens the mailbox for replies, where one is named, and says whether it can be read.
async fn mailbox(watchlist: &Watchlist, sent: Exit) -> Result<Exit, Failure> {
    let Some(replies) = watchlist.mail.as_ref().and_then(|mail| mail.replies.as_ref()) else { return Ok(sent) };
    match replies::diagnose(replies, watchlist.settings.ca_file.as_deref()).await {
        None => {
            say!(
                "{}  {}",
                painted(&phrase!("ok", "gut"), GOOD),
                phrase!(
                    "the mailbox for replies ({}) can be read",
                    "das Postfach für Antworten ({}) ist lesbar",
                    replies.address
                )
            );
            Ok(sent)
        }
        Some(finding) => {
            tell(&finding);
            Ok(Exit::Trouble)
        }
    }
}

/// Posts the test letter to a webhook.
async fn hook(webhook: &Webhook, ca_file: Option<&Path>, letter: &Letter, exit: Exit) -> Result<Exit, Refusal> {
    let fate = Hook::open(webhook, ca_file)?.send(letter).await;
    let place = letter.to.first().map_or("webhook", String::as_str);
    Ok(answered(place, &fate, false, Path::new(""), exit))
}

/// Says what became of the letter for one address.
fn answered(address: &str, fate: &Fate, to_folder: bool, outbox: &Path, exit: Exit) -> Exit {
    match fate {
        Fate::Delivered { .. } if to_folder => {
            let place = phrase!(
                "written to {} (no `mail.smtp` in the watchlist)",
                "in {} geschrieben (in der Watchlist steht kein `mail.smtp`)",
                outbox.display()
            );
            say!("{}  {address}: {place}", painted(&phrase!("ok", "gut"), GOOD));
            exit
        }
        Fate::Delivered { answer } => {
            let said = phrase!("the server took it ({answer})", "vom Server angenommen ({answer})");
            say!("{}  {address}: {said}", painted(&phrase!("ok", "gut"), GOOD));
            exit
        }
        Fate::Transient { answer } => {
            let said = phrase!(
                "not now; a real letter would be tried again ({answer})",
                "gerade nicht; bei einem echten Brief gäbe es weitere Versuche ({answer})"
            );
            say!("{}  {address}: {said}", painted(&phrase!("later", "später"), LOUD));
            Exit::Trouble
        }
        Fate::Permanent { answer } => {
            let said =
                phrase!("the server refuses this address ({answer})", "der Server lehnt diese Adresse ab ({answer})");
            say!("{}  {address}: {said}", painted(&phrase!("refused", "abgelehnt"), LOUD));
            Exit::Trouble
        }
    }
}

/// Says what is wrong and what helps.
fn tell(finding: &Finding) {
    let wrong = phrase!("wrong:", "Fehler:");
    tell!("{} {}", painted(&wrong, LOUD), finding_text::problem(finding));
    if !finding.detail.is_empty() {
        tell!("       {}", finding.detail);
    }
    tell!("{}", phrase!("hint: {}", "Hinweis: {}", finding_text::hint(finding)));
}
