//! One command and its answer to the end: the client of the crate takes a refusal, and a connection that breaks, for an answer
//! without data, and a message would count as read that nobody got to see.

use async_imap::error::{Error as ImapError, Result as ImapResult};
use async_imap::imap_proto::{Response, Status};

use super::session::Open;

/// Sends a command and hands each answer to `each`, until the server says that this was all.
///
/// # Errors
/// Where the server refuses, or the connection breaks before the end.
pub(super) async fn ask(session: &mut Open, command: &str, mut each: impl FnMut(&Response<'_>)) -> ImapResult<()> {
    let id = session.run_command(command).await?;
    while let Some(answer) = session.read_response().await? {
        match answer.parsed() {
            Response::Done { tag, status, outcome } if *tag == id => {
                let said = outcome.information.as_deref().unwrap_or_default().to_owned();
                return match status {
                    Status::Ok => Ok(()),
                    Status::No => Err(ImapError::No(said)),
                    _ => Err(ImapError::Bad(said)),
                };
            }
            other => each(other),
        }
    }
    Err(ImapError::ConnectionLost)
}

/// A name as commands hold it (RFC 3501 §4.3).
pub(super) fn quoted(name: &str) -> String {
    let letters = name.chars().filter(|letter| !letter.is_control());
    let escaped: String = letters
        .flat_map(|letter| ['\\'].into_iter().filter(move |_| matches!(letter, '"' | '\\')).chain([letter]))
        .collect();
    format!("\"{escaped}\"")
}
