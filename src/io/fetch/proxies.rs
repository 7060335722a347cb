//! The proxies that the environment names.

use std::collections::HashSet;

use url::Url;

/// The hosts of the proxies that the environment names, as reqwest reads it.
pub(super) fn proxy_names() -> HashSet<String> {
    ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"]
        .into_iter()
        .filter_map(|variable| std::env::var(variable).ok())
        .filter_map(|value| {
            let url = if value.contains("://") { Url::parse(&value) } else { Url::parse(&format!("http://{value}")) };
            url.ok()?.host_str().map(str::to_ascii_lowercase)
        })
        .collect()
}
