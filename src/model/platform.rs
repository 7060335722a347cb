//! How platforms are named: a key to compare by, a name to show.

/// The key by which platforms are compared: lower case, without what stands after a slash or in brackets.
///
/// `Facebook`, `facebook` and `Facebook/Meta` are one platform.
#[must_use]
pub fn platform_key(written: &str) -> String {
    let first = written.split(['/', '(']).next().unwrap_or(written);
    first.trim().to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// The name of a platform as its owner spells it, for letters and terminals.
#[must_use]
pub fn platform_name(key: &str) -> String {
    let known = match key {
        "youtube" => "YouTube",
        "tiktok" => "TikTok",
        "linkedin" => "LinkedIn",
        "whatsapp" => "WhatsApp",
        "xing" => "XING",
        "x" => "X",
        "google-business-profile" => "Google Business Profile",
        "google-ads" => "Google Ads",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let words = key.split('-').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}
