//! Whether letters go out, and whether answers come in.

use super::super::{Exit, Failure, finding_text, setup};
use super::finding::Finding;
use crate::io::store::Store;
use crate::io::{post, replies};
use crate::model::Watchlist;

/// Whether letters go out.
pub(super) fn of_the_mail(
    watchlist: &Watchlist,
    store: Option<&Store>,
    offline: bool,
) -> Result<Vec<Finding>, Failure> {
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
                found.push(Finding::bad(
                    Exit::Trouble,
                    phrase!("mail: {}", "Post: {}", finding_text::problem(&finding)),
                    finding_text::hint(&finding),
                ));
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
                let (problem, detail) = (finding_text::problem(&finding), &finding.detail);
                Finding::bad(
                    Exit::Trouble,
                    phrase!("mail: {problem}: {detail}", "Post: {problem}: {detail}"),
                    finding_text::hint(&finding),
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
