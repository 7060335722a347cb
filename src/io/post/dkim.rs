//! Signatures of letters (DKIM, RFC 6376; Ed25519 by RFC 8463).

use std::fs;

use lettre::Message;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey,
};
use lettre::message::header::HeaderName;

use super::refusal::{Refusal, Stage};
use crate::model::Dkim;

/// A key and where its public half stands.
#[derive(Debug)]
pub struct Signer(DkimConfig);

/// What a change on the way must not go unnoticed in.
const SIGNED: [&str; 8] =
    ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Unsubscribe"];

impl Signer {
    /// Reads the key: PKCS#1 PEM for RSA, a seed in base64 for Ed25519.
    pub(super) fn open(settings: &Dkim) -> Result<Self, Refusal> {
        let refuse = |why: String| Refusal::new(Stage::Dkim, format!("{}: {why}", settings.key_file.display()));
        let key = fs::read_to_string(&settings.key_file).map_err(|error| refuse(error.to_string()))?;
        let (key, algorithm) = if key.contains("-----BEGIN") {
            (key.as_str(), DkimSigningAlgorithm::Rsa)
        } else {
            (key.trim(), DkimSigningAlgorithm::Ed25519)
        };
        let key = DkimSigningKey::new(key, algorithm).map_err(|error| refuse(error.to_string()))?;
        let headers = SIGNED.iter().filter_map(|name| HeaderName::new_from_ascii((*name).to_owned()).ok()).collect();
        let relaxed =
            DkimCanonicalization { header: DkimCanonicalizationType::Relaxed, body: DkimCanonicalizationType::Relaxed };
        Ok(Self(DkimConfig::new(settings.selector.clone(), settings.domain.clone(), key, headers, relaxed)))
    }

    /// Adds the signature.
    pub(super) fn sign(&self, message: &mut Message) {
        message.sign(&self.0);
    }
}
