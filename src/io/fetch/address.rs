//! Which addresses may be asked: the public internet, unless a watch says otherwise.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};
use url::{Host, Url};

use super::Request;
use super::proxies::proxy_names;
use super::retry::Setback;
use crate::model::Trouble;

const fn v4(a: u8, b: u8, c: u8, d: u8, length: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), length)
}

const fn v6(a: u16, b: u16, length: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, 0, 0, 0, 0, 0, 0), length)
}

/// The IPv4 blocks that lead nowhere public (IANA special-purpose registry, RFC 6890, and multicast, RFC 5771).
const PRIVATE_V4: [Ipv4Net; 16] = [
    v4(0, 0, 0, 0, 8),
    v4(10, 0, 0, 0, 8),
    v4(100, 64, 0, 0, 10), // carrier-grade NAT, RFC 6598
    v4(127, 0, 0, 0, 8),
    v4(169, 254, 0, 0, 16), // link-local; cloud machines serve their secrets here
    v4(172, 16, 0, 0, 12),
    v4(192, 0, 0, 0, 24),
    v4(192, 0, 2, 0, 24),
    v4(192, 31, 196, 0, 24),
    v4(192, 88, 99, 0, 24),
    v4(192, 168, 0, 0, 16),
    v4(198, 18, 0, 0, 15), // benchmarks, RFC 2544
    v4(198, 51, 100, 0, 24),
    v4(203, 0, 113, 0, 24),
    v4(224, 0, 0, 0, 4),
    v4(240, 0, 0, 0, 4),
];

/// All that is handed out of IPv6 (RFC 4291); the rest is loopback, local, multicast or reserved.
const GLOBAL_V6: Ipv6Net = v6(0x2000, 0, 3);

/// The blocks inside [`GLOBAL_V6`] that are not public: protocol assignments with Teredo (RFC 6890) and documentation.
const PRIVATE_V6: [Ipv6Net; 3] = [v6(0x2001, 0, 23), v6(0x2001, 0xdb8, 32), v6(0x3fff, 0, 20)];

/// Networks that carry an IPv4 address inside: NAT64 (RFC 6052) and 6to4 (RFC 3056).
const NAT64: Ipv6Net = v6(0x64, 0xff9b, 96);
const SIX_TO_FOUR: Ipv6Net = v6(0x2002, 0, 16);

/// Whether an address belongs to the public internet.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    !PRIVATE_V4.iter().any(|block| block.contains(&address))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return is_public_v4(mapped);
    }
    let [_, a, b, _, _, _, c, d] = address.segments();
    if NAT64.contains(&address) {
        return is_public_v4(joined(c, d));
    }
    if SIX_TO_FOUR.contains(&address) {
        return is_public_v4(joined(a, b));
    }
    GLOBAL_V6.contains(&address) && !PRIVATE_V6.iter().any(|block| block.contains(&address))
}

fn joined(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(high) << 16 | u32::from(low))
}

/// Refuses what a request may not ask for; its own proxy is no page either, though the resolver lets it through.
pub(super) fn check_for(request: &Request, url: &Url) -> Result<(), Setback> {
    let may_be_private = request.may_be_private(url);
    check(url, may_be_private)?;
    let proxy = request.access.proxy.as_ref().and_then(Url::host_str);
    if !may_be_private && proxy.is_some() && proxy == url.host_str() {
        let address = url.host_str().unwrap_or_default().to_owned();
        return Err(Setback::last(Trouble::PrivateAddress { address }));
    }
    Ok(())
}

/// Refuses what is not a plain http(s) address on the public internet; names are looked at again when they resolve.
pub(super) fn check(url: &Url, allow_private: bool) -> Result<(), Setback> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Setback::last(Trouble::Connection { detail: format!("`{}` is not http or https", url.scheme()) }));
    }
    if !url.username().is_empty() || url.password().is_some() {
        // Sending on credentials that a redirect made up would be a confused deputy; ours have their own place.
        return Err(Setback::last(Trouble::Connection { detail: "the address holds a user name or password".into() }));
    }
    if allow_private {
        return Ok(());
    }
    let public = match url.host() {
        Some(Host::Ipv4(address)) => is_public(address.into()),
        Some(Host::Ipv6(address)) => is_public(address.into()),
        // The resolver lets the operator's proxies through, wherever they stand; they are no pages.
        Some(Host::Domain(name)) => !is_local_name(name) && !proxy_names().contains(name),
        None => false,
    };
    if public {
        return Ok(());
    }
    let address = url.host_str().unwrap_or_default().to_owned();
    Err(Setback::last(Trouble::PrivateAddress { address }))
}

/// `localhost` and below (RFC 6761): a proxy would resolve it to itself, out of sight of our resolver.
pub(super) fn is_local_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_seen_in_every_disguise() {
        for address in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.19.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn the_public_internet_is_let_through() {
        for address in [
            "1.1.1.1",
            "100.63.0.1",
            "157.240.0.35",
            "172.32.0.1",
            "2a03:2880::1",
            "64:ff9b::101:101",
            "2002:101:101::1",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn odd_spellings_of_loopback_are_refused() {
        for url in [
            "http://127.0.0.1/",
            "http://0x7f.1/",
            "http://2130706433/",
            "http://[::ffff:7f00:1]/",
            "http://localhost/",
            "http://LOCALHOST./",
            "http://a.localhost:8080/",
            "file:///etc/passwd",
            "http://user@1.1.1.1/",
            "ftp://1.1.1.1/",
        ] {
            assert!(check(&Url::parse(url).unwrap(), false).is_err(), "{url}");
        }
        assert!(check(&Url::parse("http://127.0.0.1:8080/").unwrap(), true).is_ok());
        assert!(check(&Url::parse("https://example.com/").unwrap(), false).is_ok());
    }
}
