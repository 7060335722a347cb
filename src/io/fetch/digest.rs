//! What an answer depends on, as a digest: a validator belongs to the very request to which it was given.

use super::{Request, headers};
use crate::io::secret;
use crate::model::{Access, sha256_hex};

/// So many hexadecimal digits tell requests apart.
const DIGITS: usize = 32;

impl Request {
    /// A digest of all that an answer depends on, and of what else `more` names; passwords are no part of it.
    #[must_use]
    pub fn digest(&self, more: &[&str]) -> String {
        let Access { headers, cookies_file, basic_auth, proxy, .. } = &self.access;
        let cookies = cookies_file.as_ref().map(|file| secret::file(file, "a file of cookies").unwrap_or_default());
        let cookies = cookies.map(|cookies| sha256_hex(cookies.as_bytes()));
        let user = basic_auth.as_ref().map(|basic| basic.user.as_str());
        let proxy = proxy.as_ref().map(|proxy| (proxy.host_str(), proxy.port()));
        let all = format!("{:?}", (&self.url, headers::wanted(self), headers, cookies, user, proxy, more));
        sha256_hex(all.as_bytes())[..DIGITS].to_owned()
    }
}
