//! Certificates for servers on loopback: a good one, one of another name, and one of long ago.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// What the certificate says.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Certificate {
    #[default]
    Good,
    OtherName,
    Expired,
}

/// A certificate with its key, and that of the authority behind it, as files hold them.
pub struct Pem {
    pub certificate: String,
    pub key: String,
    pub authority: String,
}

/// A certificate for `localhost` (or another name, or of long ago).
pub fn pem(kind: Certificate) -> Pem {
    let (certificate, key, authority) = made(kind);
    Pem { certificate: certificate.pem(), key: key.serialize_pem(), authority }
}

/// The same for a server of ours, and the certificate of the authority behind it.
pub fn acceptor(kind: Certificate) -> (TlsAcceptor, String) {
    let (certificate, key, authority) = made(kind);
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), authority)
}

fn made(kind: Certificate) -> (rcgen::Certificate, KeyPair, String) {
    let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let name = if kind == Certificate::OtherName { "mail.elsewhere.example" } else { "localhost" };
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    if kind == Certificate::Expired {
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = date_time_ymd(2020, 1, 1);
    }
    let certificate = params.signed_by(&key, &authority).unwrap();
    (certificate, key, authority.pem())
}
