//! An encrypted connection to the mailbox's server, trusted as the system trusts, and with the certificates of `ca_file`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rustls::ClientConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls_platform_verifier::Verifier;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::io::post::{Refusal, Stage, tls_stage};

/// What connections are checked against.
pub(super) fn connector(ca_file: Option<&Path>) -> Result<TlsConnector, Refusal> {
    let trusted = match ca_file {
        None => Vec::new(),
        Some(path) => {
            let refuse = |why: String| Refusal::new(Stage::Trust, format!("{}: {why}", path.display()));
            let pem = fs::read(path).map_err(|error| refuse(error.to_string()))?;
            let certificates = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
            certificates.map_err(|error| refuse(error.to_string()))?
        }
    };
    let refuse = |error: rustls::Error| Refusal::new(Stage::Tls, error.to_string());
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier = Verifier::new_with_extra_roots(trusted, Arc::clone(&provider)).map_err(refuse)?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(refuse)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Encrypts a connection.
pub(super) async fn encrypted(
    connector: &TlsConnector,
    host: &str,
    stream: TcpStream,
) -> Result<TlsStream<TcpStream>, Refusal> {
    let name = ServerName::try_from(host.to_owned())
        .map_err(|error| Refusal::new(Stage::CertificateName, format!("`{host}`: {error}")))?;
    connector.connect(name, stream).await.map_err(|error| {
        let stage = tls_stage(&error).unwrap_or(Stage::Tls);
        Refusal::new(stage, error.to_string())
    })
}
