//! Names to addresses, so that a connection goes only to addresses that were looked at (no DNS rebinding).

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use super::address::{is_local_name, is_public};
use super::proxies::proxy_names;

/// The system's resolver with private addresses taken out of its answers.
#[derive(Debug, Clone)]
pub(super) struct Resolver {
    allow_private: bool,
    /// The one name that may lead into a private network although others may not.
    home: Option<String>,
    /// A company's proxy usually stands in a private network; the operator named it, not a page.
    proxies: Arc<HashSet<String>>,
}

/// A name whose addresses are all private; found again in the error's chain to name the trouble.
#[derive(Debug, thiserror::Error)]
#[error("{name} leads to {address}, a private address")]
pub(super) struct Refused {
    pub name: String,
    pub address: String,
}

impl Resolver {
    /// With the proxy that a watch names for itself, if it does.
    pub(super) fn new(allow_private: bool, proxy: Option<&str>) -> Self {
        let mut proxies = proxy_names();
        proxies.extend(proxy.map(str::to_ascii_lowercase));
        Self { allow_private, home: None, proxies: Arc::new(proxies) }
    }

    /// Without the exception for proxies.
    pub(super) fn strict(allow_private: bool) -> Self {
        Self { allow_private, home: None, proxies: Arc::default() }
    }

    /// As [`Self::strict`], with what is private allowed for that host alone.
    pub(super) fn at_home(host: &str) -> Self {
        Self { home: Some(host.trim_matches(['[', ']']).to_ascii_lowercase()), ..Self::strict(false) }
    }

    fn may_be_private(&self, host: &str) -> bool {
        self.allow_private || self.home.as_ref().is_some_and(|home| home.eq_ignore_ascii_case(host))
    }

    /// Refuses what is private without asking anybody, for names that a proxy will resolve.
    pub(super) fn check_plain(&self, host: &str) -> Result<(), Refused> {
        let private = host.parse().map_or_else(|_| is_local_name(host), |address| !is_public(address));
        if private && !self.may_be_private(host) {
            return Err(Refused { name: host.to_owned(), address: host.to_owned() });
        }
        Ok(())
    }

    /// The addresses that may be asked under that name.
    pub(super) async fn lookup(&self, name: &str) -> Result<Vec<SocketAddr>, Box<dyn std::error::Error + Send + Sync>> {
        let found: Vec<SocketAddr> = tokio::net::lookup_host((name, 0)).await?.collect();
        let allowed: Vec<SocketAddr> = if self.may_be_private(name) || self.proxies.contains(&name.to_ascii_lowercase())
        {
            found.clone()
        } else {
            found.iter().copied().filter(|address| is_public(address.ip())).collect()
        };
        match found.first() {
            Some(first) if allowed.is_empty() => {
                Err(Box::new(Refused { name: name.to_owned(), address: first.ip().to_string() }))
            }
            _ => Ok(allowed),
        }
    }
}

/// Whether an address itself leads into a private network.
pub async fn leads_home(url: &Url) -> bool {
    let resolver = Resolver::strict(false);
    match url.host() {
        Some(Host::Domain(name)) => {
            is_local_name(name) || resolver.lookup(name).await.is_err_and(|error| error.is::<Refused>())
        }
        Some(_) => resolver.check_plain(url.host_str().unwrap_or_default().trim_matches(['[', ']'])).is_err(),
        None => false,
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let resolver = self.clone();
        Box::pin(async move {
            let addresses = resolver.lookup(name.as_str()).await?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_name_that_leads_home_is_refused() {
        let error = Resolver::new(false, None).lookup("localhost").await.unwrap_err();
        assert!(error.is::<Refused>(), "{error}");
        assert!(!Resolver::new(true, None).lookup("localhost").await.unwrap().is_empty());
    }
}
