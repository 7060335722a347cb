//! What tests live in: servers on loopback.

pub mod server;
pub mod tls;
