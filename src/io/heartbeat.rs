//! The door to whoever outside notices that nothing comes any more: one request after each good round.

use std::fs;
use std::path::Path;
use std::time::Duration;

use reqwest::{Certificate, Client};
use url::Url;

/// For the whole exchange.
const PATIENCE: Duration = Duration::from_secs(15);

/// Asks for an address, and leaves its answer unread.
///
/// # Errors
/// A sentence without the address, which may be a secret.
pub async fn beat(url: &Url, ca_file: Option<&Path>) -> Result<(), String> {
    let mut trusted = Vec::new();
    if let Some(file) = ca_file {
        let pem = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        trusted = Certificate::from_pem_bundle(&pem).map_err(|error| error.to_string())?;
    }
    let client = Client::builder()
        .timeout(PATIENCE)
        .user_agent(concat!("hausrecht/", env!("CARGO_PKG_VERSION")))
        .tls_certs_merge(trusted)
        .build()
        .map_err(|error| error.to_string())?;
    let answer = client.get(url.clone()).send().await.map_err(|error| error.without_url().to_string())?;
    if answer.status().is_success() { Ok(()) } else { Err(format!("it answered {}", answer.status())) }
}
