//! One way out for letters, whatever takes them.

use std::path::{Path, PathBuf};

use super::fate::{Delivery, Fate};
use super::folder;
use super::refusal::Refusal;
use super::smtp::Server;
use crate::model::{Letter, MailSettings};

/// Takes letters out of the house.
#[derive(Debug)]
pub enum Mailer {
    /// To a mail server; one connection serves many letters.
    Smtp(Box<Server>),
    /// To a folder, a `.eml` file each.
    Folder(PathBuf),
    /// Nowhere: for tests. Each letter with those it was sent to.
    Memory(Vec<(Letter, Vec<String>)>),
}

impl Mailer {
    /// The mailer that the watchlist asks for; without `mail` or without `mail.smtp` letters go to the folder.
    ///
    /// `ca_file` holds certificates (PEM) trusted beside the system's.
    ///
    /// # Errors
    /// A [`Refusal`] where the password or a certificate cannot be read; nothing was sent then.
    pub fn open(settings: Option<&MailSettings>, ca_file: Option<&Path>, folder: &Path) -> Result<Self, Refusal> {
        match settings.and_then(|settings| settings.smtp.as_ref()) {
            Some(smtp) => Ok(Self::Smtp(Box::new(Server::open(smtp, ca_file)?))),
            None => Ok(Self::Folder(folder.to_owned())),
        }
    }

    /// Hands a letter over for these addresses (those of [`Letter::to`] who have not got it yet).
    ///
    /// One refused address does not stop the others.
    ///
    /// # Errors
    /// A [`Refusal`] where no letter at all gets through: the server is down, does not know us, or refuses the sender.
    pub async fn send(&mut self, letter: &Letter, addresses: &[&str]) -> Result<Delivery, Refusal> {
        match self {
            Self::Smtp(server) => server.send(letter, addresses).await,
            Self::Folder(folder) => folder::put(folder, letter, addresses),
            Self::Memory(letters) => {
                letters.push((letter.clone(), addresses.iter().map(|&address| address.to_owned()).collect()));
                Ok(Delivery::all(addresses, &Fate::Delivered { answer: String::new() }))
            }
        }
    }

    /// Says goodbye to the server.
    pub async fn close(&mut self) {
        if let Self::Smtp(server) = self {
            server.close().await;
        }
    }
}
